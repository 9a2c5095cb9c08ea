"""Names that may be a person's or a firm's: what tells one from the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.gazetteer import has_given_name
from kg.extract.en.mentions import annotate

Parse = Callable[[str], Doc]


def _types(doc: Doc) -> dict[str, str]:
    return {entity.name: entity.type.value for entity in annotate(doc).entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Investor Marvin Hill bought a stake in Orbico.", "Marvin Hill"),
        ("The court heard former Orbico contractor Edward Lindal.", "Edward Lindal"),
        ("Enrico Bandi, the turnaround specialist appointed by the state, left.", "Enrico Bandi"),
        ("Lindarsheh said that the ministry would sign.", "Lindarsheh"),
        ("The plan was told to Orbico. Lindarsheh resigned on Monday.", "Lindarsheh"),
        ("The statement came from Lord Lindal on Friday.", "Lindal"),
        ("He sued his daughter Tereza in Rome.", "Tereza"),
        ("Lt Col Eric Schnable of the guard spoke.", "Eric Schnable"),
        ("A letter reached Ferrucio Lindal and his wife.", "Ferrucio Lindal"),
    ],
)
def test_a_person(parse: Parse, text: str, name: str) -> None:
    assert _types(parse(text)).get(name) == "Person"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The agency gave the contract to Lindital ATK in May.", "Lindital ATK"),
        ("Orbico launched it in partnership with Unifer Uganda.", "Unifer Uganda"),
        ("OMV, with partner Graz Energie, goes on with the drilling.", "Graz Energie"),
        ("Jardine Fleming said it would return.", "Jardine Fleming"),
        ("The work was paid by Contrack Lt, a subsidiary of Orbico.", "Contrack Lt"),
        ("Lindvar said its profit doubled after it bought Orbico.", "Lindvar"),
    ],
)
def test_a_firm(parse: Parse, text: str, name: str) -> None:
    assert _types(parse(text)).get(name) == "Company"


def test_a_given_name_is_followed_by_another_name() -> None:
    assert has_given_name("Jane Doe")
    assert has_given_name("Jean-Luc Doe")
    assert not has_given_name("Jane")
    assert not has_given_name("Orbico Energy")
