"""Who gives aid that another authority only clears, and who builds what a place is said to build."""

from __future__ import annotations

import pytest

from kg.extract.pipeline import extract
from kg.model import Document


def _facts(text: str, relation: str) -> set[tuple[str, str]]:
    facts = extract(Document("article", text, published="2024-05-22"))
    return {(fact.subject.name, fact.object.name) for fact in facts if fact.relation == relation}


@pytest.mark.parametrize(
    "text",
    [
        "The European Commission has approved €350 million of German state aid for Maru Stahl.",
        "The European Commission has approved a €350 million German measure to support Maru Stahl.",
        "EU clears Germany's €350 million aid for steelmaker Maru Stahl",
    ],
)
def test_the_state_gives_what_the_commission_clears(text: str) -> None:
    assert _facts(text, "funds") == {("Germany", "Maru Stahl")}


@pytest.mark.parametrize(
    "text",
    [
        "The European Commission has awarded a €50 million grant to Maru Stahl.",
        "The European Commission approved a €50 million grant for Maru Stahl.",
    ],
)
def test_the_commission_gives_what_is_its_own(text: str) -> None:
    assert ("European Commission", "Maru Stahl") in _facts(text, "funds")


def test_a_firm_builds_what_a_country_is_said_to_build() -> None:
    text = "Kenya will build a stadium in Lamu. The stadium is being built by Maru Construction."
    assert {subject for subject, _ in _facts(text, "builds")} == {"Maru Construction"}


def test_a_country_builds_where_no_firm_is_named() -> None:
    assert {subject for subject, _ in _facts("Kenya will build a stadium in Lamu.", "builds")} == {"Kenya"}
