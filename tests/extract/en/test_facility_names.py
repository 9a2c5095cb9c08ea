"""Names that only facilities have, and organizations that are built."""

from __future__ import annotations

import pytest

from kg.extract.pipeline import extract
from kg.model import Document


def _built(text: str) -> set[tuple[str, str]]:
    facts = extract(Document("article", text, published="2024-05-22"))
    return {(fact.subject.name, fact.object.name) for fact in facts if fact.relation == "builds"}


@pytest.mark.parametrize(
    "name",
    [
        "Kesten Wind Farm",
        "Kesten Solar Project",
        "Kesten Hydropower Project",
        "Kesten Data Centre",
        "Kesten Health Hub",
        "Kesten Bypass",
        "Kesten Ring Road",
        "Kesten Substation",
        "Kesten Sports Complex",
        "Kesten Housing Estate",
        "Kesten Hospital",
        "Kesten University",
    ],
)
def test_what_is_built_may_have_a_name(name: str) -> None:
    assert ("Maru Group", name) in _built(f"The {name} will be built by Maru Group and will cost $20 million.")


@pytest.mark.parametrize(
    "text",
    [
        "Maru Group established the Kesten Foundation in 2012.",
        "Maru Group set up a partnership with Kesten University.",
        "Maru Group opened a shop at the Kesten Hospital.",
        "Maru Group launched the Kesten Alliance.",
        "The Minister of Energy, Ann Berg, inaugurated the Kesten Wind Farm.",
        "Australia will provide funding for rebuilding the Kesten Hospital.",
    ],
)
def test_what_is_founded_helped_or_inaugurated_is_not_built(text: str) -> None:
    assert not {target for _, target in _built(text) if target.startswith("Kesten")}
