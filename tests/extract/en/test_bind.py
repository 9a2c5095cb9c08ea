"""Roles of frames are filled with mentions of the right type."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document, Fact

Parse = Callable[[str], Doc]


def _facts(parse: Parse, text: str) -> tuple[Fact, ...]:
    doc = parse(text)
    return extract_doc(doc, Document("test", doc.text, published="2024-05-22"))


def _stated(parse: Parse, text: str) -> set[tuple[str, str, str, int | float | None]]:
    return {
        (f.subject.name, str(f.relation), f.object.name, f.amount.value if f.amount else None)
        for f in _facts(parse, text)
    }


def test_the_day_of_a_report_is_not_the_day_of_a_plan(parse: Parse) -> None:
    found = _facts(parse, "Orbico Systems said on Thursday it will invest $5 million in Malaysia.")
    assert [fact.date for fact in found] == ["2024-05-16"]


def test_a_country_that_acts_elsewhere_is_still_a_place(parse: Parse) -> None:
    text = (
        "China has sued Orbico Systems, and China will ban its phones. "
        "China's State Council pledged $1.4 billion to boost infrastructure."
    )
    assert ("State Council", "invests", "China", 1_400_000_000) in _stated(parse, text)
