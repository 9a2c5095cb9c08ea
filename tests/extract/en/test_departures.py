"""Who leads no more by what the sentence tells of him or her."""

from __future__ import annotations

import pytest

from kg.extract.pipeline import extract
from kg.model import Document, Relation, Status


def _statuses(text: str) -> set[Status | None]:
    facts = extract(Document("a.txt", text, published="2025-02-14"))
    return {fact.status for fact in facts if fact.relation is Relation.LEADS}


@pytest.mark.parametrize(
    "text",
    [
        "Chief executive Ann Reed and finance chief Tim Howe have left Ostar Group.",
        "Ann Reed, chief executive of Ostar Group, has stepped down.",
        "Ann Reed, chief executive of Ostar Group, resigned on Monday.",
        "Ann Reed, head of the Office of Budgets under President Clinton, has taken early retirement.",
        "Ann Reed, chairman of Ostar Group, was dismissed by the board.",
        "Ann Reed, who ran Ostar Group for ten years, is the new minister.",
        "Ann Reed led Ostar Group through the crisis.",
        "Ann Reed, chairman of Ostar Group, left the company in May.",
    ],
)
def test_who_has_gone_leads_no_more(text: str) -> None:
    assert Status.ENDED in _statuses(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ann Reed, chairman of Ostar Group, left the meeting early.",
        "Ann Reed, chairman of Ostar Group, left for Lagos on Monday.",
        "Ann Reed, chairman of Ostar Group, resigned from the board of Velm Oil.",
        "Ann Reed, chairman of Ostar Group, has not resigned.",
        "Ann Reed, chairman of Ostar Group, may resign.",
        "Ann Reed, chairman of Ostar Group, said Tim Howe had resigned.",
        "Ann Reed, who leads Ostar Group for the family, said sales rose.",
    ],
)
def test_who_stays_leads_on(text: str) -> None:
    assert _statuses(text) == {Status.ACTIVE}
