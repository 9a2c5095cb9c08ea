"""Sentences that only look as if they stated a fact, each beside one that does. All of it is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document, Relation

Parse = Callable[[str], Doc]
_SECONDARY = frozenset({Relation.LOCATED_IN, Relation.PARTICIPATES_IN})
_MAIN = "Orbico Systems grows. Orbico Systems is large, and Orbico Systems is old. "


def _facts(parse: Parse, text: str) -> set[str]:
    doc = parse(text)
    found = extract_doc(doc, Document("test", doc.text))
    facts = (f for f in found if f.relation not in _SECONDARY)
    return {f"{fact.subject.name} {fact.relation} {fact.object.name}" for fact in facts}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Nordbank chairman Jane Doe spoke.", {"Jane Doe leads Nordbank"}),
        ("Shadow Minister for Justice and Customs, Jane Doe, spoke.", set()),
        ("Jane Doe, the opposition minister for justice in Kenya, spoke.", set()),
        ("Jane Doe, Kenya's shadow finance minister, spoke.", set()),
        ("Kenya's nominee for finance minister, Jane Doe, spoke.", set()),
        ("Kenya's candidate for prime minister, Jane Doe, spoke.", set()),
        ("They met in the King Faisal Suburb of Riyadh.", set()),
        ("King Fahd Boulevard in Dammam is closed.", set()),
        ("It was said by the Chairman Technical Committee Wavelet Engagement at Twitter.", set()),
        ("In Kenya, Ann Hill's former communications director Jane Doe sued Nordbank.", set()),
        ("Nordbank has ties to Jan Hill. His communications manager, Jane Doe, spoke.", set()),
        ("It was bought by Nordbank. PGXO Operations Director Jane Doe spoke.", set()),
        ("It was bought by Nordbank. PureWelta chief executive Jane Doe spoke.", {"Jane Doe leads PureWelta"}),
        ("In May, Nordbank Chief Strategy Officer Jane Doe spoke.", {"Jane Doe leads Nordbank"}),
        ("Jane Doe, the head of the Senate energy panel, spoke.", {"Jane Doe leads Senate energy panel"}),
        (
            "Tim Berg is the son of Kenya's former president Jan Hill, who led the country from 2001.",
            {"Jan Hill leads Kenya"},
        ),
        ("The learned Historian, who also is the Chairman of Nordbank, spoke.", set()),
        ("Orbico, together with the EPC contractor, filed an RFQ in Kenya.", set()),
        ("US Attorney Jane Doe spoke.", set()),
        ("Deputy District Attorney Jane Doe of the Homicide Unit spoke.", set()),
        ("Nordbank and its rival, market leader Jane Doe Foods, fell.", set()),
    ],
)
def test_who_holds_no_such_office(parse: Parse, text: str, facts: set[str]) -> None:
    assert _facts(parse, text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The dispute is over aid received by Nokia and its rival Ericsson.", set()),
        ("The grants obtained by Nokia and Ericsson are under review.", set()),
        ("Nokia received aid granted by Kenya.", {"Kenya funds Nokia"}),
    ],
)
def test_who_gets_aid_does_not_give_it(parse: Parse, text: str, facts: set[str]) -> None:
    assert _facts(parse, text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "The contract was won by Alstom, in partnership with Hansa College.",
        "Alstom won the contract in collaboration with Hansa College.",
        "Alstom secured a contract in association with Hansa College.",
    ],
)
def test_who_wins_a_contract_with_another_one_does_not_supply_it(parse: Parse, text: str) -> None:
    assert not any(" supplies " in fact for fact in _facts(parse, text))


def test_a_contract_with_a_customer_is_a_supply(parse: Parse) -> None:
    assert _facts(parse, "Alstom won a contract with the Kenyan government.") == {"Alstom supplies Kenya"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ('"It hurts Apple\'s commercial partners," Nordbank said.', set()),
        ("Apple's partner, the Nordbank group, agreed.", {"Apple partners_with Nordbank group"}),
        ("Apple's long-time partners Nordbank and Nokia agreed.", {"Apple partners_with Nordbank"}),
    ],
)
def test_partners_without_a_name(parse: Parse, text: str, facts: set[str]) -> None:
    found = _facts(parse, text)
    assert (facts <= found) if facts else not found


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "The plant was built in partnership with Aalto University.",
            {"Orbico Systems partners_with Aalto University"},
        ),
        ("The study was published by Nordbank, in collaboration with Aalto University.", set()),
        ("A report by Nordbank was made in partnership with Aalto University.", set()),
    ],
)
def test_the_topic_is_a_partner_only_where_nobody_else_is_named(parse: Parse, text: str, facts: set[str]) -> None:
    found = {fact for fact in _facts(parse, _MAIN + text) if "Orbico" in fact}
    assert found == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The Kenyan ministry will appoint the Nokia officers as its advisers.", set()),
        ("Kenya will tap $5 million from the Nordbank facility.", set()),
        ("Kenya will tap Nokia to build the network.", {"Nokia supplies Kenya"}),
    ],
)
def test_whose_staff_or_money_is_taken_supplies_nothing(parse: Parse, text: str, facts: set[str]) -> None:
    assert {fact for fact in _facts(parse, text) if " supplies " in fact} == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Kenya gave a grant of CAD 138 million to Toyota.", {"Kenya funds Toyota"}),
        ("The contract was won by zeco Pty Ltd from Kenya.", {"zeco Pty Ltd supplies Kenya"}),
        ("The contract was won by Zeco Pty Ltd from Kenya.", {"Zeco Pty Ltd supplies Kenya"}),
    ],
)
def test_legal_forms_and_currencies_are_no_names_by_themselves(parse: Parse, text: str, facts: set[str]) -> None:
    assert _facts(parse, text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Mrs. Jane Doe spoke. He is the chief executive of Nordbank.", set()),
        ("Jane Doe said she was well. He is the chief executive of Nordbank.", set()),
        ("Mrs. Jane Doe spoke. She is the chief executive of Nordbank.", {"Jane Doe leads Nordbank"}),
        ("Jane Doe spoke. He is the chief executive of Nordbank.", {"Jane Doe leads Nordbank"}),
        ("Mr. Tim Berg spoke. He is the chief executive of Nordbank.", {"Tim Berg leads Nordbank"}),
    ],
)
def test_he_is_nobody_whom_the_article_calls_she(parse: Parse, text: str, facts: set[str]) -> None:
    assert _facts(parse, text) == facts


def test_the_relationship_between_two_countries_is_no_agreement(parse: Parse) -> None:
    assert _facts(parse, "It depends on the new relationship between Kenya and Poland.") == set()
