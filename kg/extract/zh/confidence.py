"""How sure a reading is: the frame's own score, lowered by what makes readings wrong."""

from __future__ import annotations

_COST = {"distance": 0.03, "carried": 0.06, "coreference": 0.03, "weak name": 0.06, "title": 0.12}


def confidence(features: dict[str, float]) -> float:
    """Estimated probability that a reading is right.

    >>> round(confidence({"frame": 0.9, "carried": 1.0}), 2)
    0.84
    """
    value = features.get("frame", 0.8) - sum(cost * features.get(name, 0.0) for name, cost in _COST.items())
    return max(0.05, min(0.99, value))
