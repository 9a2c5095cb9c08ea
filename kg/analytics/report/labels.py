"""Names beside marks that do not cover one another: the first come are set, what has no room stays away."""

from __future__ import annotations

from kg.analytics.report.markup import Markup, element
from kg.analytics.words import cut, visible, width

_LETTER, _LINE = 6.6, 14.0


class Labels:
    """Room for names in a picture of a given width."""

    def __init__(self, wide: float) -> None:
        self._wide = wide
        self._taken: list[tuple[float, float, float, float]] = []

    def block(self, x: float, y: float, radius: float) -> None:
        """Keep a mark free of names."""
        self._taken.append((x - radius * 0.7, y - radius * 0.7, x + radius * 0.7, y + radius * 0.7))

    def place(self, name: str, x: float, y: float, radius: float) -> Markup:
        """The name at the right or left of a mark, above or below it; "" when there is no room."""
        words = cut(visible(name), 24)
        long = width(words) * _LETTER
        sides = (
            (x + radius + 3, y, "value halo", x + radius + 3),
            (x - radius - 3 - long, y, "value halo end", x - radius - 3),
            (x - long / 2, y - radius - 8, "value halo middle", x),
            (x - long / 2, y + radius + 8, "value halo middle", x),
        )
        for left, level, style, start in sides:
            box = (left, level - _LINE / 2, left + long, level + _LINE / 2)
            if left >= 0 and left + long <= self._wide and not any(_overlap(box, other) for other in self._taken):
                self._taken.append(box)
                return element("text", words, x=start, y=level + 4, class_=style)
        return Markup("")


def _overlap(one: tuple[float, float, float, float], two: tuple[float, float, float, float]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
