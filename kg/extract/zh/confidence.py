"""How sure a reading is: its frame's score and what was measured of its relation, lowered by what makes it wrong."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kg.extract.rules import load
from kg.model import Relation


@cache
def _costs() -> dict[str, float]:
    return {name: float(cost) for name, cost in load("zh/confidence.yaml")["costs"].items()}


@cache
def measured(relation: Relation) -> float:
    """The share of right readings on real articles, between first and last sight; of a user's own relation, of all."""
    shares = load("zh/confidence.yaml")["shares"]
    first, after = shares.get(str(relation), shares["all"])
    return (float(first) + float(after)) / 2


def confidence(features: Mapping[str, float], relation: Relation) -> float:
    """Estimated probability that a reading is right.

    Args:
        features: The frame's score, and what makes readings wrong (see `qualify.found_features`).
        relation: What the reading states.

    >>> confidence({"frame": 0.9}, Relation.LEADS) > confidence({"frame": 0.9, "carried": 1.0}, Relation.LEADS)
    True
    """
    start = (features.get("frame", 0.8) + measured(relation)) / 2
    value = start - sum(cost * features.get(name, 0.0) for name, cost in _costs().items())
    return max(0.05, min(0.99, value))
