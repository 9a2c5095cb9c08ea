"""Whether two amounts may be one: across currencies by coarse bands, never by conversion."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from kg.model import Money, Qualifier

_RATES = Path(__file__).parent / "data" / "rate_bands.csv"
_NEAR = 0.02
_ROUNDED = 0.06


def agree(left: Money, right: Money) -> bool:
    """Whether the two can be one amount, said more or less exactly or in another currency."""
    pairs_left = ((left.value, left.currency), *left.also)
    pairs_right = ((right.value, right.currency), *right.also)
    if any(c == d for _, c in pairs_left for _, d in pairs_right):
        return any(
            c == d and _close(a, b, _tolerance(left, right)) for a, c in pairs_left for b, d in pairs_right
        ) or _in_range(left, right)
    return any(_exchangeable(a, c, b, d) for a, c in pairs_left for b, d in pairs_right)


def specificity(money: Money) -> int:
    """How exactly an amount is said: plain number 3, about 2, a bound or a range 1."""
    if money.qualifier in (Qualifier.UP_TO, Qualifier.AT_LEAST) or money.lower is not None or money.upper is not None:
        return 1
    return 2 if money.qualifier is Qualifier.ABOUT else 3


def shown(money: Money) -> str:
    """The amount in one line: "15000000000 CNY", with its qualifier in front."""
    number = (
        f"{money.value:,.2f}".rstrip("0").rstrip(".").replace(",", "")
        if isinstance(money.value, float)
        else str(money.value)
    )
    return f"{money.qualifier} {number} {money.currency}" if money.qualifier else f"{number} {money.currency}"


def _tolerance(left: Money, right: Money) -> float:
    return _ROUNDED if Qualifier.ABOUT in (left.qualifier, right.qualifier) else _NEAR


def _close(one: float, two: float, tolerance: float) -> bool:
    return abs(one - two) <= tolerance * max(abs(one), abs(two))


def _in_range(left: Money, right: Money) -> bool:
    return _contains(left, right) or _contains(right, left)


def _contains(money: Money, other: Money) -> bool:
    if money.currency != other.currency or money.lower is None or money.upper is None:
        return False
    return money.lower <= other.value <= money.upper


def _exchangeable(one: float, currency: str, two: float, other: str) -> bool:
    bands = _bands()
    if currency not in bands or other not in bands:
        return False
    (low, high), (other_low, other_high) = bands[currency], bands[other]
    return one / high <= two / other_low and two / other_high <= one / low


@cache
def _bands() -> dict[str, tuple[float, float]]:
    with _RATES.open(encoding="utf-8", newline="") as file:
        return {row["currency"]: (float(row["low"]), float(row["high"])) for row in csv.DictReader(file)}
