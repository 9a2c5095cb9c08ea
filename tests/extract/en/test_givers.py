"""Money whose giver an earlier sentence names."""

from __future__ import annotations

import pytest

from kg.extract.pipeline import extract
from kg.model import Document

_GRANTS = "The Ministry of Energy awarded $90 million in grants to ten firms. "


def _funds(text: str) -> set[tuple[str, str]]:
    facts = extract(Document("article", text, published="2024-05-22"))
    return {(fact.subject.name, fact.object.name) for fact in facts if fact.relation == "funds"}


@pytest.mark.parametrize(
    ("text", "receiver"),
    [
        (_GRANTS + "Maru Energy will receive $20 million.", "Maru Energy"),
        (_GRANTS + "Maru Energy was awarded $20 million to build a plant.", "Maru Energy"),
        (_GRANTS + "Work starts in May. Maru Energy, meanwhile, secured $20 million.", "Maru Energy"),
        (_GRANTS + "Maru Energy will receive $20 million and Kesten Systems $30 million.", "Kesten Systems"),
        (_GRANTS + "Of the total, $12 million will go to Kesten University.", "Kesten University"),
    ],
)
def test_the_giver_is_taken_from_an_earlier_sentence(text: str, receiver: str) -> None:
    assert ("Ministry of Energy", receiver) in _funds(text)


@pytest.mark.parametrize(
    "text",
    [
        "Maru Energy will receive $20 million.",
        "Maru Energy sued the Ministry of Energy. Maru Energy will receive $20 million.",
        _GRANTS + "Maru Energy won $20 million in damages.",
        _GRANTS + "Maru Energy won a contract worth $20 million.",
        _GRANTS + "Maru Energy received $20 million from Kesten Systems.",
        _GRANTS + "It rained. It snowed. It thundered. It was dark. Maru Energy will receive $20 million.",
        "Kesten Systems gave $90 million to schools. Maru Energy will receive $20 million.",
    ],
)
def test_no_giver_is_made_up(text: str) -> None:
    assert not any(receiver == "Maru Energy" and giver == "Ministry of Energy" for giver, receiver in _funds(text))
