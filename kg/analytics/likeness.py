"""Who is like whom, by what they share, and what follows for where they are not.

Two companies are alike when they share places and subject matters, rare ones counting more (1 / log of the number of
companies, after Adamic & Adar 2003); a target's score is the sum of the likeness of the companies that are there.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

import numpy as np

from kg.analytics.sampling import Numbers

Target = tuple[str, str]
"""("place", id) or ("subject", label)."""
Numbered: TypeAlias = "np.ndarray[Any, np.dtype[np.int64]]"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A target that an actor lacks, its score, and the actors that speak for it, the most alike first."""

    target: Target
    score: float
    reasons: tuple[tuple[str, float], ...]


class Likeness:
    """Who is where, and what follows from it. Never changes."""

    def __init__(self, ties: Mapping[str, Iterable[Target]]) -> None:
        self.ties = {actor: frozenset(targets) for actor, targets in sorted(ties.items())}

    @cached_property
    def actors_at(self) -> dict[Target, tuple[str, ...]]:
        """The actors at each target."""
        found: dict[Target, list[str]] = defaultdict(list)
        for actor, targets in self.ties.items():
            for target in sorted(targets):
                found[target].append(actor)
        return {target: tuple(actors) for target, actors in sorted(found.items())}

    @cached_property
    def weight(self) -> dict[Target, float]:
        """How much sharing a target says: less when many are there."""
        return {target: 1 / math.log(1 + len(actors)) for target, actors in self.actors_at.items()}

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {actor: number for number, actor in enumerate(self.ties)}

    @cached_property
    def _members(self) -> dict[Target, Numbered]:
        numbers = self._numbers
        return {t: np.array([numbers[actor] for actor in actors]) for t, actors in self.actors_at.items()}

    @cached_property
    def _sizes(self) -> Numbers:
        """The weight of all that each actor has."""
        sizes = np.zeros(len(self.ties))
        for target, members in self._members.items():
            sizes[members] += self.weight[target]
        return sizes

    @cached_property
    def _joined(self) -> tuple[Numbered, Numbered]:
        """The members of all targets in one row, and where each target begins in it."""
        lengths = [len(members) for members in self._members.values()]
        return np.concatenate(list(self._members.values())), np.cumsum([0, *lengths[:-1]])

    def alike(self, actor: str) -> Numbers:
        """Likeness of every actor (weighted cosine, 0 to 1), in the order of `ties`; 0 for the actor itself."""
        shared = np.zeros(len(self.ties))
        for target in sorted(self.ties[actor]):
            shared[self._members[target]] += self.weight[target]
        own = self._numbers[actor]
        shared[own] = 0.0
        products: Numbers = self._sizes * self._sizes[own]
        return np.divide(shared, np.sqrt(products), out=shared, where=products > 0)

    def scores(self, actor: str) -> dict[Target, float]:
        """Score of every target that an actor like this one has and it has not."""
        if not self._members:
            return {}
        joined, starts = self._joined
        sums = np.add.reduceat(self.alike(actor)[joined], starts)
        found = zip(self._members, sums.tolist(), strict=True)
        return {target: score for target, score in found if score > 0 and target not in self.ties[actor]}

    def suggest(self, actor: str, most: int = 5) -> list[Suggestion]:
        """The highest targets with the actors that speak for each."""
        scores, alike = self.scores(actor), self.alike(actor)
        best = sorted(scores, key=lambda target: (-scores[target], target))[:most]
        return [Suggestion(target, scores[target], self._reasons(target, alike)) for target in best]

    def _reasons(self, target: Target, alike: Numbers) -> tuple[tuple[str, float], ...]:
        likeness = alike[self._members[target]].tolist()
        speaking = [(actor, value) for actor, value in zip(self.actors_at[target], likeness, strict=True) if value > 0]
        return tuple(sorted(speaking, key=lambda pair: (-pair[1], pair[0])))
