"""When what is being built is to be ready, by a later sentence."""

from __future__ import annotations

import pytest

from kg.extract.pipeline import extract
from kg.model import Document, Relation

_PLANNED = "Ostar Power will build a 50 MW plant near Leeds."


def _dates(text: str) -> set[str | None]:
    facts = extract(Document("a.txt", text, published="2025-02-14"))
    return {fact.date for fact in facts if fact.relation is Relation.BUILDS}


@pytest.mark.parametrize(
    ("later", "date"),
    [
        ("The plant is expected to be completed in 2027.", "2027"),
        ("Construction is due to start in March 2026.", "2026-03"),
        ("Operations are set to begin by mid-2026.", "2026"),
        ("The facility should be operational in the second quarter of 2026.", "2026"),
        ("The project is slated for completion in 2028.", "2028"),
        ("Work will begin next year.", "2026"),
        ("It is scheduled to open in 2026.", "2026"),
        ("The council welcomed the news. The plant will be ready by 2026.", "2026"),
    ],
)
def test_a_later_sentence_says_when_it_is_to_be_ready(later: str, date: str) -> None:
    assert date in _dates(f"{_PLANNED} {later}")


@pytest.mark.parametrize(
    "later",
    [
        "A plant in Velm is expected to open in 2027.",
        "The company was founded in 1990.",
        "It will open an office in Lagos in 2027.",
        "The plant is not expected to be completed in 2027.",
        "Elections are expected in 2027.",
        "The council met in May.",
    ],
)
def test_other_days_are_not_its(later: str) -> None:
    plant = extract(Document("a.txt", f"{_PLANNED} {later}", published="2025-02-14"))
    assert [f.date for f in plant if f.relation is Relation.BUILDS and f.evidence.start == 0] == [None]
