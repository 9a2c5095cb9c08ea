"""Gaps: places and subject matters where actors like this one are present and it is not, with the reason and a test.

The baseline of the test is popularity: how many companies are there at all.
"""

from __future__ import annotations

import math
import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.analytics.analysis import Analysis
from kg.analytics.likeness import Likeness, Suggestion, Target
from kg.analytics.selection import at_level
from kg.analytics.tables import Cell, Column, Kind, Table, listed, named, table
from kg.analytics.words import plural
from kg.model import EntityType

Sources = Mapping[str, Mapping[Target, frozenset[str]]]
"""Actor → target → names of the articles that say so."""

LEAST_TESTS, MOST_TESTS = 30, 300
_SINGLY = 200
_SEED = 11
_ACTORS = 100


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How often a hidden tie scores above a missing one (area under the ROC curve; 0.5 is chance).

    Attributes:
        tests: Hidden ties.
        model: Of this method; `baseline` of popularity.
        error: Standard error of their difference.
    """

    tests: int
    model: float = 0.5
    baseline: float = 0.5
    error: float = 0.0

    @property
    def useful(self) -> bool:
        """Whether the method beats popularity by more than twice the error, in enough tests."""
        return self.tests >= LEAST_TESTS and self.model - self.baseline > 2 * self.error

    def __str__(self) -> str:
        if not self.tests:
            return "no tie could be hidden and found back"
        return f"AUC {self.model:.2f} against {self.baseline:.2f} for popularity, {self.tests} hidden ties"


def gaps(analysis: Analysis, actor: str | None = None, level: str = "province", top: int = 20) -> Table:
    """Where an actor is not although actors like it are; for all companies when no actor is named.

    The method is first tested on this very graph by hiding articles. When enough can be hidden and it does not beat
    popularity, there are no rows.

    Args:
        analysis: What to look at.
        actor: Name or IRI of a company.
        level: At which level to take places.
        top: How many rows; 0 for all.

    Raises:
        AnalysisError: No company is called so.
    """
    facts = presences(analysis, level)
    likeness = Likeness(facts)
    tested = evaluate(sources(facts, analysis))
    if actor:
        wanted = [analysis.find(actor, (EntityType.COMPANY,)).id]
    else:
        wanted = sorted(facts, key=lambda one: (-len(facts[one]), one))[:_ACTORS]
    found = [(one, s) for one in wanted if one in facts for s in likeness.suggest(one, top or 50)]
    found.sort(key=lambda pair: (-pair[1].score, pair[0], pair[1].target))
    untested = tested.tests < LEAST_TESTS
    hopeless = not untested and not tested.useful
    found = [] if hopeless else found
    rows = (_row(one, suggestion, facts, analysis) for one, suggestion in found)
    columns = (
        Column("actor", "Company"), Column("kind", "Kind"), Column("target", "Is not (yet) in"),
        Column("score", "Score", Kind.SCORE), Column("there", "Companies there", Kind.COUNT),
        Column("because", "Because these are there"), Column("shares", "What it shares with them"),
    )  # fmt: skip
    notes = (
        "On this graph the method does not beat popularity: it is left out." if hopeless else "",
        f"Only {plural(tested.tests, 'tie')} could be hidden: too few to test the method here." if untested else "",
    )
    engine = f"tested on this graph: {tested}"
    if not actor and len(facts) > _ACTORS:
        engine += f"; gaps of the {_ACTORS} companies with most places and subject matters"
    return table("gaps", columns, rows, top=top, total=len(found), engine=engine).warned(*notes)


def presences(analysis: Analysis, level: str = "province") -> dict[str, dict[Target, list[str]]]:
    """For every company its places and subject matters, with the ids of the facts."""
    found: dict[str, dict[Target, list[str]]] = defaultdict(lambda: defaultdict(list))
    index = analysis.index
    for deal in analysis.moves:
        places = dict.fromkeys(at_level(index, place, level) for place in index.places(deal))
        targets = [("place", place) for place in places] + [
            ("subject", domain) for domain in dict.fromkeys(deal.domains)
        ]
        for company in index.companies(deal):
            for target in dict.fromkeys(targets):
                found[company][target].append(deal.id)
    return {company: dict(targets) for company, targets in found.items()}


def sources(facts: Mapping[str, Mapping[Target, Iterable[str]]], analysis: Analysis) -> Sources:
    """For every tie of `presences` the articles that it rests on."""
    deals = analysis.index.deals
    articles = {fact: {reading.doc for reading in deal.readings} for fact, deal in deals.items()}
    return {
        actor: {target: frozenset(doc for fact in ids for doc in articles[fact]) for target, ids in targets.items()}
        for actor, targets in facts.items()
    }


def evaluate(ties: Sources) -> Evaluation:
    """Hide whole articles (one at a time where there are few), and see how high the method puts what only they say.

    Hiding single ties would flatter: the other facts of the same article say who belongs together.
    """
    articles = sorted({article for targets in ties.values() for found in targets.values() for article in found})
    if len(articles) <= _SINGLY:
        parts = [frozenset([article]) for article in articles]
    else:
        parts = [frozenset(random.Random(_SEED).sample(articles, len(articles) // 5))]
    results = [result for part in parts for result in _found_back(ties, part)]
    if not results:
        return Evaluation(0)
    number = len(results)
    model, baseline = (sum(result[n] for result in results) / number for n in (0, 1))
    spread = sum((one - two - model + baseline) ** 2 for one, two in results) / max(number - 1, 1)
    return Evaluation(number, model, baseline, math.sqrt(spread / number))


def _found_back(ties: Sources, hidden: frozenset[str]) -> list[tuple[float, float]]:
    """For each tie that only hidden articles state: the share of missing ties that it beats, by method and popularity.

    A tie can be judged when its actor has another tie left and its target another actor.
    """
    left = Likeness({actor: [t for t, found in targets.items() if found - hidden] for actor, targets in ties.items()})
    popularity = {target: float(len(actors)) for target, actors in left.actors_at.items()}
    gone = [(a, t) for a in left.ties if left.ties[a] for t in sorted(ties[a]) if t not in left.ties[a]]
    judged = [(actor, target) for actor, target in gone if target in left.actors_at]
    if len(judged) > MOST_TESTS:
        judged = random.Random(_SEED).sample(judged, MOST_TESTS)
    results = []
    for actor, target in judged:
        others = [other for other in left.actors_at if other[0] == target[0] and other not in ties[actor]]
        if others:
            scores = left.scores(actor)
            results.append((_beaten(scores, target, others), _beaten(popularity, target, others)))
    return results


def _beaten(scores: Mapping[Target, float], target: Target, others: list[Target]) -> float:
    own = scores.get(target, 0.0)
    values = [scores.get(other, 0.0) for other in others]
    return (sum(value < own for value in values) + sum(value == own for value in values) / 2) / len(values)


def _row(
    actor: str, suggestion: Suggestion, facts: Mapping[str, Mapping[Target, list[str]]], analysis: Analysis
) -> tuple[Cell, ...]:
    kind, value = suggestion.target
    near = [other for other, _ in suggestion.reasons[:3]]
    shared = sorted({t for other in near for t in facts[other]} & set(facts[actor]))
    there = tuple(fact for other, _ in suggestion.reasons for fact in facts[other][suggestion.target])
    common = tuple(dict.fromkeys(f for one in (actor, *near) for t in shared for f in facts[one].get(t, ())))
    because = ", ".join(f"{analysis.index.name(other)} ({likeness:.2f})" for other, likeness in suggestion.reasons[:3])
    return (
        named(actor, analysis.index), Cell("place" if kind == "place" else "subject matter"),
        named(value, analysis.index) if kind == "place" else Cell(value),
        Cell(round(suggestion.score, 3), tuple(dict.fromkeys((*there, *common)))),
        Cell(sum(1 for targets in facts.values() if suggestion.target in targets), there),
        Cell(because), Cell(listed(_label(target, analysis) for target in shared)),
    )  # fmt: skip


def _label(target: Target, analysis: Analysis) -> str:
    return analysis.index.name(target[1]) if target[0] == "place" else target[1]
