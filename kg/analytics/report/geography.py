"""A map of where the facts play: a dot for each place, as large as its facts are many."""

from __future__ import annotations

import math
from typing import Any

from kg.analytics.index import Index
from kg.analytics.report.labels import Labels
from kg.analytics.report.markup import Markup, element, join, svg
from kg.analytics.tables import Table
from kg.view.assets import read_json

_WIDTH = 760.0
_LABELLED = 20


def world(table: Table, index: Index, label: str) -> Markup:
    """The places of a table with a column "place", on the outline of the world; "" when none has coordinates."""
    spots = []
    for row in table.rows:
        entity = index.entities.get(row[0].entity or "")
        value = row[1].value
        if entity and entity.latitude is not None and entity.longitude is not None and isinstance(value, int):
            spots.append((entity.name, entity.longitude, entity.latitude, value))
    if not spots:
        return Markup("")
    outline = read_json("outline.json")
    x_unit, y_unit = outline["degree"]
    points = [(name, (lon + 180) * x_unit, (90 - lat) * y_unit, value) for name, lon, lat, value in spots]
    left, top, wide, tall = _window([(x, y) for _, x, y, _ in points], x_unit, y_unit)
    scale = _WIDTH / wide
    land = element("g", join(_lines(outline)), transform=f"scale({scale:.5f}) translate({-left:.1f} {-top:.1f})")
    most = max(value for *_, value in points)
    labels, marks, names = Labels(_WIDTH), [], []
    for order, (name, x, y, value) in enumerate(sorted(points, key=lambda p: (-p[3], p[0]))):
        at, radius = ((x - left) * scale, (y - top) * scale), 3 + 13 * math.sqrt(value / most)
        marks.append(
            element("circle", element("title", f"{name}: {value}"), cx=at[0], cy=at[1], r=radius, class_="dot")
        )
        if order < _LABELLED:
            names.append(labels.place(name, *at, radius))
    return svg([land, *marks, *names], label, _WIDTH, tall * scale)


def _window(points: list[tuple[float, float]], x_unit: float, y_unit: float) -> tuple[float, float, float, float]:
    """What to show: all points with a rim, at least a quarter of the world, twice as wide as high."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    wide = max((max(xs) - min(xs)) * 1.2, (max(ys) - min(ys)) * 2.4, 90 * x_unit)
    wide = min(wide, 360 * x_unit)
    tall = min(wide / 2, 180 * y_unit)
    left = min(max((min(xs) + max(xs)) / 2 - wide / 2, 0), 360 * x_unit - wide)
    top = min(max((min(ys) + max(ys)) / 2 - tall / 2, 0), 180 * y_unit - tall)
    return left, top, wide, tall


def _lines(outline: dict[str, Any]) -> list[Markup]:
    return [element("path", d=outline["land"], class_="land"), element("path", d=outline["borders"], class_="border")]
