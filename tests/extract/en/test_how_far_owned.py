"""How far ownership has come, what it costs, and whose it is where dashes and relative clauses come between."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import facts_of
from kg.extract.en.frames import frames
from kg.extract.en.mentions import annotate
from kg.model import Document, Fact, Relation


def _owned(doc: Doc) -> list[Fact]:
    found = facts_of(doc, Document("test", doc.text), annotate(doc), frames())
    return [fact for fact in found if fact.relation is Relation.OWNS]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Orbico Systems has agreed to buy Wavelet Studios.", "agreed"),
        ("Orbico Systems has signed a deal to buy Wavelet Studios.", "agreed"),
        ("Orbico Systems plans to sign a deal to buy Wavelet Studios.", "planned"),
        ("Orbico Systems will buy Wavelet Studios.", "planned"),
        ("Wavelet Studios is owned by Orbico Systems.", "active"),
        ("Wavelet Studios, a subsidiary of Orbico Systems, was fined.", "active"),
        ("Orbico Systems plans to sell Wavelet Studios.", "active"),
        ("Orbico Systems will spin off Wavelet Studios in January.", "ended"),
        ("Orbico Systems is to sell its 51 percent stake in Wavelet Studios.", "active"),
        ("Orbico Systems sold its 51 percent stake in Wavelet Studios.", "ended"),
        ("Orbico Systems sold Wavelet Studios.", "ended"),
        ("Wavelet Studios was bought by Orbico Systems.", "completed"),
    ],
)
def test_how_far_it_has_come(text: str, status: str, parse: Callable[[str], Doc]) -> None:
    assert {str(fact.status) for fact in _owned(parse(text))} == {status}


def test_a_fine_is_no_price_of_what_one_owns(parse: Callable[[str], Doc]) -> None:
    [fact] = _owned(parse("Orbico Systems, the parent company of Wavelet Studios, was fined $265 million."))
    assert fact.amount is None


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Orbico Systems - Wavelet Studios' majority owner - said sales rose.",
            {("Orbico Systems", "Wavelet Studios")},
        ),
        ("Orbico Systems - Wavelet Studios' lender - said sales rose.", set()),
        (
            "Tandem Partners Fund, which she runs with her cousin Jane Doe, has a big stake in Tesla.",
            {("Tandem Partners Fund", "Tesla")},
        ),
        (
            "The job went to Northern Dogger Partnership (NDP), an incorporated joint venture between Orbico Systems "
            "and Tandem Energy.",
            {("Orbico Systems", "Northern Dogger Partnership"), ("Tandem Energy", "Northern Dogger Partnership")},
        ),
        ("The Vodafone-led consortium offered $3 billion for Orbico Systems.", {("Vodafone", "Orbico Systems")}),
        (
            "The chairman of Lindal Auto a.s., a unit of Tandem Motors AG, quit.",
            {("Tandem Motors AG", "Lindal Auto a.s.")},
        ),
        ("The mill is owned by Tandem Motors board members.", set()),
    ],
)
def test_whose_it_is(text: str, pairs: set[tuple[str, str]], parse: Callable[[str], Doc]) -> None:
    assert {(fact.subject.name, fact.object.name) for fact in _owned(parse(text))} == pairs
