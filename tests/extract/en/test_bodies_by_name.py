"""Public bodies and organizations that their own words tell, and what is only a department's task."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.gazetteer import national_body
from kg.extract.en.mentions import annotate

Parse = Callable[[str], Doc]


def _types(doc: Doc) -> dict[str, str]:
    return {entity.name: entity.type.value for entity in annotate(doc).entities}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Lindal Secret Service agreed with Orbico.", "Lindal Secret Service", "GovernmentBody"),
        ("Orbico supplies the Lindal Fire and Rescue Service.", "Lindal Fire and Rescue Service", "GovernmentBody"),
        ("The Kenya Office of Traffic Safety fined Orbico.", "Kenya Office of Traffic Safety", "GovernmentBody"),
        ("The Geological Survey of Kenya hired Orbico.", "Geological Survey of Kenya", "GovernmentBody"),
        ("The Lindal County Homicide Unit held him.", "Lindal County Homicide Unit", "GovernmentBody"),
        ("The Lindal Cree Nation owns a share of Orbico.", "Lindal Cree Nation", "GovernmentBody"),
        ("The Louis Orton Tribe owns a share of Orbico.", "Louis Orton Tribe", "GovernmentBody"),
        ("The Municipal Corporation of Lindby hired Orbico.", "Municipal Corporation of Lindby", "GovernmentBody"),
        ("Orbico supplies the Lindish Military.", "Lindish Military", "GovernmentBody"),
        ("Orbico supplies the Naval Sea Systems Command.", "Naval Sea Systems Command", "GovernmentBody"),
        ("The Lindby Board of Health fined Orbico.", "Lindby Board of Health", "GovernmentBody"),
        ("The Otoritas Jasa Lindala fined Orbico.", "Otoritas Jasa Lindala", "GovernmentBody"),
        (
            "The Lindby provincial People's Committee hired Orbico.",
            "Lindby provincial People's Committee",
            "GovernmentBody",
        ),
        (
            "The Danish Complaints Board for Public Procurement met.",
            "Danish Complaints Board for Public Procurement",
            "GovernmentBody",
        ),
        ("The Ohio EPA fined Orbico.", "Ohio EPA", "GovernmentBody"),
        ("The London Borough of Lindby hired Orbico.", "London Borough of Lindby", "Place"),
        ("The Cabinet approved the plan of Orbico.", "Cabinet", "GovernmentBody"),
        ("The New York attorney general sued Orbico.", "New York attorney general", "GovernmentBody"),
        ("The UK Foreign Office met Orbico.", "UK Foreign Office", "GovernmentBody"),
        ("The U.S. Federal Reserve fined Orbico.", "U.S. Federal Reserve", "GovernmentBody"),
        ("The prize came from Crafts Council England.", "Crafts Council England", "GovernmentBody"),
        ("Royal College London signed with Orbico.", "Royal College London", "Organization"),
        (
            "The Council on American-Islamic Relations sued Orbico.",
            "Council on American-Islamic Relations",
            "Organization",
        ),
        (
            "Norway will put money into the World Alliance for Vaccines and Immunisation this year.",
            "World Alliance for Vaccines and Immunisation",
            "Organization",
        ),
        ("Orbico was bought by the Bank of Scotland.", "Bank of Scotland", "Company"),
        ("Orbico works with the University of Leeds and Lindal Energy.", "University of Leeds", "Organization"),
        ("A car of Lindal Lending Services was sold.", "Lindal Lending Services", "Company"),
    ],
)
def test_a_body(parse: Parse, text: str, name: str, kind: str) -> None:
    assert _types(parse(text)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "junk"),
    [
        ("Orbico named Jane Doe Vice President of Global Sales.", "Global Sales"),
        ("Jane Doe, Head of Retail Banking at Lindbank, agreed.", "Retail Banking"),
        ("They signed a Memorandum of Understanding with Orbico.", "Understanding"),
        ("It was attended by Cabinet secretaries Jane Doe and Rex Marlow.", "Cabinet"),
        ("Lindby Bank bought Orbico. The Bank said so.", "Bank"),
        ("Visa and Ports Authority of Kenya agreed on it.", "Visa and Ports Authority"),
        ("She ran Investor Relations at Orbico.", "Investor Relations"),
        ("The rule covers bitcoin ETFs and HVAC systems.", "ETFs"),
    ],
)
def test_a_task_is_no_body(parse: Parse, text: str, junk: str) -> None:
    assert junk not in _types(parse(text))


def test_a_body_behind_its_own_country() -> None:
    fed = national_body("u.s. federal reserve")
    assert fed is not None
    assert fed.name == "Federal Reserve"
    assert national_body("german federal reserve") is None
