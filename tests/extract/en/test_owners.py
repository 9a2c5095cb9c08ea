"""Who owns what, in the wordings of different outlets. All names and sentences are invented or stand for no event."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import facts_of, readings
from kg.extract.en.frames import frames
from kg.extract.en.mentions import annotate
from kg.model import Document, Relation


def _owned(doc: Doc) -> set[str]:
    found = readings(doc, Document("test", doc.text), annotate(doc), frames())
    return {f"{fact.subject.name} > {fact.object.name}" for fact, _ in found if fact.relation is Relation.OWNS}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Lindal Airport is owned and operated by Orbico Airports.", {"Orbico Airports > Lindal Airport"}),
        ("The Lindal refinery is owned and managed by Orbico Energy.", {"Orbico Energy > Lindal refinery"}),
        (
            "Tandem Company (TDC), the only maker in Poland and wholly owned by the Orbico Group, agreed.",
            {"Orbico Group > Tandem Company"},
        ),
        ("Tandem Motors has acquired 100% ownership of Orbico Power.", {"Tandem Motors > Orbico Power"}),
        ("Tandem Motors acquired full ownership of Orbico Power.", {"Tandem Motors > Orbico Power"}),
        ("Tandem Motors took sole ownership of Orbico Systems.", {"Tandem Motors > Orbico Systems"}),
        ("A 70% stake in Orbico Systems was sold to Tandem Motors.", {"Tandem Motors > Orbico Systems"}),
        ("Lindal Airport was sold to Tandem Motors last year.", {"Tandem Motors > Lindal Airport"}),
        (
            "Watchdogs sent letters to Wavelet over its sharing of data with parent company Orbico.",
            {"Orbico > Wavelet"},
        ),
        (
            "The shares were held by Orbico Wells Pte. Ltd, which was acquired by Tandem Wavelet Pte. Ltd. in 2016.",
            {"Tandem Wavelet Pte. Ltd. > Orbico Wells Pte. Ltd"},
        ),
        (
            "The Orbico Finance Corporation (OFC), part of the World Bank, agreed.",
            {"World Bank > Orbico Finance Corporation"},
        ),
        ("Tandem Motors and its subsidiary 1PointWave agreed.", {"Tandem Motors > 1PointWave"}),
        ("Orbico (NYSE: ORB) and its subsidiary Wavelet won the deal.", {"Orbico > Wavelet"}),
        ("Orbico sold Wavelet phones to Tandem Motors.", set()),
    ],
)
def test_owners(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _owned(parse(text)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Corvane, the parent company of Tandem News and Lindal Studios, would not say.",
            {"Corvane > Tandem News", "Corvane > Lindal Studios"},
        ),
        (
            "Orbico Sports is owned by Disney, Hearst and a subsidiary of Tandem Motors.",
            {"Disney > Orbico Sports", "Hearst > Orbico Sports"},
        ),
        (
            "Google parent Alphabet and Facebook owner Meta were fined.",
            {"Alphabet > Google", "Meta > Facebook"},
        ),
        ("Orbico Systems, a subsidiary of the UK food firm Vestrel, won.", {"Vestrel > Orbico Systems"}),
        ("Orbico Systems, the rail division of France's Tandem Motors, won.", {"Tandem Motors > Orbico Systems"}),
        ("Orbico Systems, a unit of Tokyo-based Tandem Motors, won.", {"Tandem Motors > Orbico Systems"}),
        ("The sale of a 33% stake in Lindal Life to Spain's Ferrovial is near.", {"Ferrovial > Lindal Life"}),
        ("Orbico Energy operates airports in Poland.", set()),
        ("Orbico Energy operates the Lindal power plant.", {"Orbico Energy > Lindal power plant"}),
        ("The port is run by Orbico Energy.", set()),
        (
            "Nordbank considered buying Orbico's shares in Tandem Motors.",
            {"Nordbank > Tandem Motors", "Orbico > Tandem Motors"},
        ),
        ("Top bidders were units of Tandem Motors, Nordbank and Orbico Systems.", set()),
        ("Orbico Systems, Elon Musk's robotics company, raised money.", {"Elon Musk > Orbico Systems"}),
    ],
)
def test_ends_are_the_right_ones(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _owned(parse(text)) == pairs


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Alphabet sold Orbico Systems to SoftBank.", {"Alphabet": "ended", "SoftBank": "completed"}),
        (
            "Lionsgate acquired Orbico Systems from Hasbro in 2023.",
            {"Lionsgate": "completed", "Hasbro": "ended"},
        ),
        ("The watchdog blocked SoftBank's takeover of Orbico Systems.", {"SoftBank": "ended"}),
        ("SoftBank made a bid for Orbico Systems.", {"SoftBank": "proposed"}),
        ("SoftBank is set to merge with Orbico Systems.", {"SoftBank": "planned"}),
        ("Orbico Systems was spun off from SoftBank in 2019.", {"SoftBank": "ended"}),
    ],
)
def test_how_far_a_sale_has_come(text: str, status: dict[str, str], parse: Callable[[str], Doc]) -> None:
    doc = parse(text)
    facts = facts_of(doc, Document("test", doc.text), annotate(doc), frames())
    assert {f.subject.name: str(f.status) for f in facts if f.relation is Relation.OWNS} == status


def test_a_company_that_is_sold_is_no_supply(parse: Callable[[str], Doc]) -> None:
    doc = parse("Alphabet sold Orbico Systems to SoftBank.")
    found = readings(doc, Document("test", doc.text), annotate(doc), frames())
    assert {fact.relation for fact, _ in found} == {Relation.OWNS}
