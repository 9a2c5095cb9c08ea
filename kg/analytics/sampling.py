"""Betweenness and closeness estimated from some nodes, on plain lists of neighbours.

A node's neighbours are listed by number. Every estimate is made of two halves of the sample, so that how far they agree
tells how sure it is.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

Numbers: TypeAlias = "np.ndarray[Any, np.dtype[np.float64]]"
Neighbours: TypeAlias = list[list[int]]

STEPS = 6_000_000
"""Elementary steps (pivots x ties) that one estimate may take."""
LEAST_PIVOTS, MOST_PIVOTS = 64, 400
_SEED = 7
_HIGHEST = 20


@dataclass(frozen=True, slots=True)
class Estimate:
    """Values by number of node, from how many nodes, and the share of the twenty highest on which the halves agree."""

    values: list[float]
    pivots: int
    agreement: float


def betweenness(neighbours: Neighbours) -> Estimate:
    """Mean over the pivots of what their shortest paths to all others give to a node, scaled to all nodes."""
    size = len(neighbours)

    def half(pivots: list[int]) -> Numbers:
        total = [0.0] * size
        for pivot in pivots:
            _add_dependencies(neighbours, pivot, total)
        return np.array(total) / len(pivots)

    whole = _pivots(neighbours)
    one, two = half(whole[::2]), half(whole[1::2])
    values: Numbers = (one + two) / 2 * (size / ((size - 1) * (size - 2)))
    return Estimate(values.tolist(), len(whole), _agreement(one, two))


def closeness(neighbours: Neighbours, sizes: list[int]) -> Estimate:
    """Inverse of the mean distance to the pivots that a node reaches, times the share of all nodes that it reaches.

    Args:
        neighbours: Of each node.
        sizes: Of each node's component.
    """
    share = (np.array(sizes, dtype=np.float64) - 1) / (len(neighbours) - 1)

    def half(pivots: list[int]) -> tuple[Numbers, Numbers]:
        total, reached = np.zeros(len(neighbours)), np.zeros(len(neighbours))
        for pivot in pivots:
            far = np.array(_distances(neighbours, pivot)[0])
            total += np.maximum(far, 0)
            reached += far > 0
        return total, reached

    def near(total: Numbers, reached: Numbers) -> Numbers:
        return np.divide(reached, total, out=np.zeros_like(total), where=total > 0) * share

    whole = _pivots(neighbours)
    one, two = half(whole[::2]), half(whole[1::2])
    values = near(one[0] + two[0], one[1] + two[1])
    return Estimate(values.tolist(), len(whole), _agreement(near(*one), near(*two)))


def _pivots(neighbours: Neighbours) -> list[int]:
    """An even number of nodes: as many as the steps allow."""
    ties = max(sum(map(len, neighbours)) // 2, 1)
    number = min(max(STEPS // ties, LEAST_PIVOTS), MOST_PIVOTS, len(neighbours))
    return random.Random(_SEED).sample(range(len(neighbours)), number - number % 2)


def _distances(neighbours: Neighbours, start: int) -> tuple[list[int], list[int]]:
    """Distance of every node from `start` (-1 where there is no path), and the nodes in the order of distance."""
    far = [-1] * len(neighbours)
    far[start] = 0
    order = [start]
    for node in order:  # grows while it is read
        step = far[node] + 1
        for near in neighbours[node]:
            if far[near] < 0:
                far[near] = step
                order.append(near)
    return far, order


def _add_dependencies(neighbours: Neighbours, source: int, total: list[float]) -> None:
    """Add to each node its part in the shortest paths from `source` (Brandes 2001)."""
    far, order = _distances(neighbours, source)
    paths = [0.0] * len(neighbours)
    paths[source] = 1.0
    for node in order:
        for near in neighbours[node]:
            if far[near] == far[node] + 1:
                paths[near] += paths[node]
    given = [0.0] * len(neighbours)
    for node in reversed(order[1:]):
        share = (1 + given[node]) / paths[node]
        total[node] += given[node]
        for near in neighbours[node]:
            if far[near] == far[node] - 1:
                given[near] += paths[near] * share


def _agreement(one: Numbers, two: Numbers) -> float:
    top = min(_HIGHEST, len(one))
    highest = [set(np.argsort(-half, kind="stable")[:top].tolist()) for half in (one, two)]
    return len(highest[0] & highest[1]) / top
