"""Which prediction is which annotated fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.evaluation.gold import GoldDocument, GoldFact
from kg.evaluation.names import normal
from kg.model import SYMMETRIC, Fact


@dataclass(frozen=True, slots=True)
class Match:
    """One article's predictions against its annotation.

    Attributes:
        facts: Predictions, each fact once.
        pairs: Annotated fact → prediction, as indices of `GoldDocument.facts` and `facts`.
        again: Indices of predictions that say a matched fact once more: neither right nor wrong.
        forbidden: Predictions that assert what the article does not state, with the annotation that says so.
    """

    facts: tuple[Fact, ...]
    pairs: dict[int, int]
    again: frozenset[int]
    forbidden: tuple[tuple[Fact, GoldFact], ...]


def match(gold: GoldDocument, predictions: Iterable[Fact]) -> Match:
    """Pair predictions with annotated facts: first where relation and amount agree, then where the parties do."""
    facts = once(predictions)
    pairs: dict[int, int] = {}
    order = sorted(range(len(gold.facts)), key=lambda index: gold.facts[index].optional)
    for exact in (True, False):
        for index in order:
            if index not in pairs:
                found = _first(gold.facts[index], facts, frozenset(pairs.values()), exact)
                if found is not None:
                    pairs[index] = found
    matched = [gold.facts[index] for index in pairs]
    left = (k for k in range(len(facts)) if k not in pairs.values())
    again = frozenset(k for k in left if any(fact.fits(facts[k]) for fact in matched))
    forbidden = tuple((fact, bad) for fact in facts for bad in gold.forbidden if bad.forbids(fact))
    return Match(facts, pairs, again, forbidden)


def _first(wanted: GoldFact, facts: Sequence[Fact], used: frozenset[int], exact: bool) -> int | None:
    for index, fact in enumerate(facts):
        if index in used or not wanted.fits(fact):
            continue
        if not exact or (fact.relation == wanted.relation and (not wanted.amounts or wanted.amount_fits(fact))):
            return index
    return None


def once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """One prediction for each (relation, parties, amount), the surest; one without an amount only if none has one."""
    best: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        key = _key(fact)
        if key not in best or fact.confidence > best[key].confidence:
            best[key] = fact
    with_amount = {key[:2] for key in best if key[2] is not None}
    return tuple(fact for key, fact in best.items() if key[2] is not None or key[:2] not in with_amount)


def _key(fact: Fact) -> tuple[object, ...]:
    ends: tuple[str, ...] = (normal(fact.subject.name, True), normal(fact.object.name, True))
    if fact.relation in SYMMETRIC:
        ends = tuple(sorted(ends))
    amount = (fact.amount.value, fact.amount.currency) if fact.amount else None
    return (fact.relation, ends, amount)
