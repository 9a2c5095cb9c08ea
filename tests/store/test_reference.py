from __future__ import annotations

from pathlib import Path

from kg.model import RELATIONS, Status
from kg.store.reference import page
from kg.store.vocabulary import vocabulary

_PAGE = Path(__file__).parents[2] / "docs" / "ontology.md"


def test_the_page_is_fresh() -> None:
    assert _PAGE.read_text("utf-8") == page(), "run: python -m kg.store.reference > docs/ontology.md"


def test_the_page_has_everything() -> None:
    text = page()
    assert all(f"`{name}`" in text for name in (*RELATIONS, "kg:statedBy", "kg:Evidence", "kg:conflictsOn"))
    assert all(f"`status:{status}`" in text for status in Status)
    assert all(label.value in text for concept in vocabulary().concepts.values() for label in concept.labels)
