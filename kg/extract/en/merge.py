"""Readings of one article side by side.

What is said twice in a sentence is kept once, and a date or place that one sentence gives counts for the same fact in
another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.en.implied import PLACE
from kg.model import SYMMETRIC, EntityType, Fact, Money, Relation, Status, Step

HAPPENED = frozenset({Status.AGREED, Status.ACTIVE, Status.COMPLETED})
"""Statuses of what has come about."""

_ROUNDED = 1.05
_CONTRACTS = frozenset({Step("trigger", "contract"), Step("trigger", "contracts")})
Parties = tuple[str, tuple[str, ...]]
Told = tuple[tuple[str, ...], int]
"""Two parties, and where the sentence begins that tells of them."""


def merge(found: Iterable[Fact]) -> tuple[Fact, ...]:
    """Each (relation, parties, amount) of a sentence once, the surest; in text order."""
    kept = _without_guesses(_without_sites(_without_echoes(_share(_once(found)))))
    return tuple(
        sorted(kept, key=lambda f: (f.evidence.start, f.relation, f.subject.start, f.object.start, f.object.name))
    )


def _parties(fact: Fact) -> Parties:
    ends: tuple[str, ...] = (fact.subject.name, fact.object.name)
    return str(fact.relation), tuple(sorted(ends)) if fact.relation in SYMMETRIC else ends


def _once(found: Iterable[Fact]) -> list[Fact]:
    """The surest of each; without an amount only where the sentence gives none for these parties."""
    best: dict[tuple[Parties, float | None, int], Fact] = {}
    for fact in found:
        key = (_parties(fact), fact.amount.value if fact.amount else None, fact.evidence.start)
        if key not in best or _weight(fact) > _weight(best[key]):
            best[key] = fact
    contracts = {(parties[1], start) for parties, _, start in best if parties[0] == Relation.SUPPLIES}
    paid = {(p[1], start) for p, value, start in best if p[0] == Relation.FUNDS and value is not None}
    best = {key: fact for key, fact in best.items() if not _is_contract(fact, contracts, paid)}
    with_amount = {(parties, start) for parties, value, start in best if value is not None}
    return [
        fact
        for (parties, value, start), fact in best.items()
        if value is not None or (parties, start) not in with_amount
    ]


def _without_echoes(facts: list[Fact]) -> list[Fact]:
    """Without "infrastructure" for a sum that elsewhere goes to "IT infrastructure": told twice, once more barely."""
    names: dict[tuple[str, str, Money | None], set[str]] = defaultdict(set)
    sums = [f for f in facts if f.amount is not None and f.object.type is EntityType.FACILITY]
    for fact in sums:
        names[_spending(fact)].add(fact.object.name)
    echoes = [f for f in sums if any(name.endswith(f" {f.object.name}") for name in names[_spending(f)])]
    return [fact for fact in facts if fact not in echoes]


def _without_sites(facts: list[Fact]) -> list[Fact]:
    """Without Shreveport for the $4 million that one invests in a factory there."""
    there = {(f.subject.name, f.object.name) for f in facts if f.relation is Relation.LOCATED_IN}
    spent = [f for f in facts if f.relation is Relation.INVESTS and f.amount is not None]
    works = [f for f in spent if f.object.type is EntityType.FACILITY]
    sites = [
        f
        for f in spent
        if f.object.type is EntityType.PLACE
        and any(_spending(w) == _spending(f) and (w.object.name, f.object.name) in there for w in works)
    ]
    return [fact for fact in facts if fact not in sites]


def _without_guesses(facts: list[Fact]) -> list[Fact]:
    """Without a headline's "promises $30bn", its place guessed, where a sentence says what gets the $30.4 billion."""
    said = [f for f in facts if f.amount is not None and not _is_guess(f)]
    return [f for f in facts if not (_is_guess(f) and any(_is_same_sum(f, other) for other in said))]


def _is_guess(fact: Fact) -> bool:
    return any(step.kind == "object" and step.detail.startswith(f"{PLACE}: ") for step in fact.trace)


def _is_same_sum(one: Fact, other: Fact) -> bool:
    """The same party's money, once rounded."""
    parties = {(fact.relation, fact.subject.name) for fact in (one, other)}
    if one.amount is None or other.amount is None or len(parties) > 1:
        return False
    values = sorted((one.amount.value, other.amount.value))
    return one.amount.currency == other.amount.currency and values[1] <= values[0] * _ROUNDED


def _spending(fact: Fact) -> tuple[str, str, Money | None]:
    return str(fact.relation), fact.subject.name, fact.amount


def _weight(fact: Fact) -> tuple[bool, bool, float]:
    """What has ended is told beside what was ("sold its stake"), and a sum is paid to acquire and not to hold."""
    holds = fact.relation is Relation.OWNS and fact.status is Status.ACTIVE
    return fact.status is Status.ENDED, fact.amount is not None and not holds, fact.confidence


def _is_contract(fact: Fact, contracts: set[Told], paid: set[Told]) -> bool:
    """A partnership or approval that is only the contract, or purchase, by which one side supplies the other.

    Nor does who approves $40 million for somebody approve anything else of theirs.
    """
    if fact.relation is Relation.APPROVES and ((fact.subject.name, fact.object.name), fact.evidence.start) in paid:
        return True
    partnership = fact.relation is Relation.PARTNERS_WITH and not _CONTRACTS.isdisjoint(fact.trace)
    if not partnership and fact.relation is not Relation.APPROVES:
        return False
    pairs = ((fact.subject.name, fact.object.name), (fact.object.name, fact.subject.name))
    return any((pair, fact.evidence.start) in contracts for pair in pairs)


def _share(facts: list[Fact]) -> list[Fact]:
    """Dates and places that only some readings of a fact carry, given to the others."""
    groups: dict[Parties, list[Fact]] = defaultdict(list)
    for fact in facts:
        groups[_parties(fact)].append(fact)
    return [_completed(fact, groups[_parties(fact)]) for fact in facts]


def _completed(fact: Fact, others: list[Fact]) -> Fact:
    same = [o for o in others if _agree(fact, o)]
    for name in ("date", "place"):
        if getattr(fact, name) is None:
            values = {getattr(o, name) for o in same} - {None}
            if len(values) == 1:
                value = values.pop()
                step = Step(name, f"{value}, from another sentence")
                fact = replace(fact, **{name: value}, trace=(*fact.trace, step))
    return fact


def _agree(one: Fact, other: Fact) -> bool:
    """Two readings that may be of one event: it has happened in both or stands alike, and no two different amounts."""
    amounts = {f.amount.value for f in (one, other) if f.amount}
    return len(amounts) < 2 and (one.status == other.status or {one.status, other.status} <= HAPPENED)
