"""Owners of a company that was named before, what one holds of several, and whose seat is told before a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document, Relation


def _facts(text: str, parse: Callable[[str], Doc], relation: Relation) -> set[tuple[str, str]]:
    facts = extract_doc(parse(text), Document("x.txt", text))
    return {(fact.subject.name, fact.object.name) for fact in facts if fact.relation is relation}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Orbico Systems owns 10 percent of Tandem Ports, 5 percent of Credita Bank and 3 percent of Lindal Oil.",
            {
                ("Orbico Systems", "Tandem Ports"),
                ("Orbico Systems", "Credita Bank"),
                ("Orbico Systems", "Lindal Oil"),
            },
        ),
        (
            "Orbico Systems owns 10 percent of Tandem Ports, Credita Bank 30 and Wavelet Motors the rest.",
            {("Orbico Systems", "Tandem Ports"), ("Credita Bank", "Tandem Ports"), ("Wavelet Motors", "Tandem Ports")},
        ),
        (
            "Orbico Systems owns 40 percent of Tandem Ports. Credita Bank, a lender, holds another 20 percent.",
            {("Orbico Systems", "Tandem Ports"), ("Credita Bank", "Tandem Ports")},
        ),
        (
            "Orbico Systems owns 40 percent of Tandem Ports. Credita Bank has 20 percent more branches than in 2020.",
            {("Orbico Systems", "Tandem Ports")},
        ),
        (
            "Orbico Systems owns 40 percent of Tandem Ports. It opened in 1990. Ships call daily. Trade grew. "
            "Credita Bank holds 20 percent.",
            {("Orbico Systems", "Tandem Ports")},
        ),
        ("Tandem Ports, owned by UK-listed Orbico Plc, lost money.", {("Orbico Plc", "Tandem Ports")}),
        (
            "Orbico Systems sold Tandem Motors to Nashville, Tenn.-based Credita Healthcare.",
            {("Orbico Systems", "Tandem Motors"), ("Credita Healthcare", "Tandem Motors")},
        ),
        ("Tandem Ports, a part of Orbico Systems, won.", {("Orbico Systems", "Tandem Ports")}),
        ("The bridge is a part of the plan of Orbico Systems.", set()),
    ],
)
def test_who_owns_what(text: str, pairs: set[tuple[str, str]], parse: Callable[[str], Doc]) -> None:
    assert _facts(text, parse, Relation.OWNS) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Orbico Systems plans to sell Lindal Hospital to Tandem Health.",
        "Orbico Systems acquired Lindal Hospital from Tandem Health.",
    ],
)
def test_a_hospital_is_no_goods(text: str, parse: Callable[[str], Doc]) -> None:
    assert not _facts(text, parse, Relation.SUPPLIES)


@pytest.mark.parametrize(
    "text",
    [
        "Credita Bank has a 49 percent stake in Orbico's solar platform.",
        "Credita Bank has completed the acquisition of a 49 percent stake in Orbico's solar business.",
    ],
)
def test_a_share_of_a_firms_business_is_none_of_the_firm(text: str, parse: Callable[[str], Doc]) -> None:
    assert ("Credita Bank", "Orbico") not in _facts(text, parse, Relation.OWNS)


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Orbico Systems will invest $300 million in its engine plant and $200 million in a port in Rosario.",
            {("Orbico Systems", "engine plant"), ("Orbico Systems", "port")},
        ),
        (
            "Orbico Glass will invest $20 million in its North Carolina operations.",
            {("Orbico Glass", "North Carolina")},
        ),
        ("Orbico Systems is ready to invest in both Polish and other firms.", set()),
        (
            "Orbico Systems will build a battery plant in Gdansk. The decision involves an investment of $40 million.",
            {("Orbico Systems", "battery plant")},
        ),
        ("Taiwan based chipmaker Orbico Systems will invest $40 million in Gdansk.", {("Orbico Systems", "Gdansk")}),
    ],
)
def test_where_money_goes(text: str, pairs: set[tuple[str, str]], parse: Callable[[str], Doc]) -> None:
    assert _facts(text, parse, Relation.INVESTS) == pairs
