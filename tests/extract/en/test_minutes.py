"""Minutes of public bodies: what they approved and awarded is told without saying who did so."""

from __future__ import annotations

from kg.extract.pipeline import extract
from kg.model import Document, Relation

_HEAD = """The Lancaster County Commission met on Monday. The Lancaster County Commission has five members.
These items were before the Lancaster County Commission.

"""


def _supplies(items: str) -> set[tuple[str, str]]:
    facts = extract(Document("minutes.txt", _HEAD + items, published="2024-05-22"))
    return {(f.subject.name, f.object.name) for f in facts if f.relation is Relation.SUPPLIES}


def test_what_is_approved_in_minutes_is_the_bodys() -> None:
    found = _supplies(
        "• Approved a contract with Halvik Paving Inc. for the paving of Elm Street.\n"
        "• Accepted the bid from Kessel Equipment Inc. in the amount of $70,900.\n"
        "• Awarded the bid for salt to Morrow Salt Inc. at $60 a ton.\n"
        "Mr. Lane moved to award Stoner Electric Inc. the contract for lights.\n"
    )
    body = "Lancaster County Commission"
    firms = ("Halvik Paving Inc.", "Kessel Equipment Inc.", "Morrow Salt Inc.", "Stoner Electric Inc.")
    assert found == {(firm, body) for firm in firms}


def test_what_is_rejected_or_no_contract_is_none() -> None:
    assert not _supplies(
        "• Rejected the bid from Kessel Equipment Inc.\n"
        "• Approved a permit for Halvik Paving Inc.\n"
        "• Heard from Morrow Salt Inc.\n"
    )
