"""Who owns what, in the wordings of different outlets. All names and sentences are invented or stand for no event."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import readings
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
