"""Sentences of our own in the manner of many outlets, one file a relation: how many facts are found, how many too much.

A line is `sentence => Subject > Object; Subject > Object`, with nothing behind the arrow where the sentence states none
of that relation. All of it is invented, also what is said of companies and bodies that exist. The floors are what was
measured less two; they may only rise, and the numbers of wrong facts only fall.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.evaluation.names import normal
from kg.extract.pipeline import extract
from kg.model import Document, Fact, Mention, Relation

_BANK = Path(__file__).parent / "bank"
_PUBLISHED = "2024-05-22"
_FLOORS = {
    "approves": (272, 0),
    "funds": (188, 0),
    "invests": (119, 1),
    "builds": (251, 1),
    "leads": (428, 3),
    "owns": (644, 1),
    "partners_with": (227, 4),
    "sanctions": (365, 0),
    "supplies": (469, 2),
}
"""Relation → facts that must be found at least, wrong facts that there may be at most."""

Ends = tuple[str, str]


def _lines(relation: str) -> list[tuple[str, list[Ends]]]:
    rows = (line.split("=>") for line in (_BANK / f"{relation}.txt").read_text("utf-8").splitlines())
    return [(text.strip(), [_ends(given) for given in stated.split(";") if given.strip()]) for text, stated in rows]


def _ends(given: str) -> Ends:
    subject, target = (normal(end.strip(), place=True) for end in given.split(" > "))
    return subject, target


def _names(mention: Mention) -> frozenset[str]:
    return frozenset(normal(name, place=True) for name in (mention.name, mention.text, *mention.names))


def _states(fact: Fact, wanted: Ends) -> bool:
    """Whether a fact has these ends: a body may be named with its country before it."""
    subject, target = _names(fact.subject), _names(fact.object)
    straight = _is_named(wanted[0], subject) and _is_named(wanted[1], target)
    turned = _is_named(wanted[1], subject) and _is_named(wanted[0], target)
    return straight or (turned and fact.relation == Relation.PARTNERS_WITH)


def _is_named(wanted: str, names: frozenset[str]) -> bool:
    return any(name == wanted or name.endswith(f" {wanted}") for name in names)


def _score(relation: str) -> tuple[int, int]:
    """Facts of a relation that are found, and facts that are too much."""
    found = wrong = 0
    for text, stated in _lines(relation):
        document = Document("bank", text, published=_PUBLISHED)
        left = [fact for fact in extract(document) if str(fact.relation) == relation]
        for wanted in stated:
            hit = next((fact for fact in left if _states(fact, wanted)), None)
            if hit is not None:
                left.remove(hit)
                found += 1
        wrong += len(left)
    return found, wrong


@pytest.mark.parametrize("relation", sorted(_FLOORS))
def test_as_many_facts_of_the_bank_are_found_as_were(relation: str) -> None:
    least, most = _FLOORS[relation]
    found, wrong = _score(relation)
    assert found >= least
    assert wrong <= most


@pytest.mark.parametrize("relation", sorted(_FLOORS))
def test_the_bank_has_sentences_that_state_nothing(relation: str) -> None:
    silent = [text for text, stated in _lines(relation) if not stated]
    assert len(silent) >= 15
