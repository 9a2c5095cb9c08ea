"""Where each node stands: computed before the page is written, the same for the same graph.

Two layouts. `spread` is for looking around: each connected part is laid out by forces
(Fruchterman and Reingold, "Graph drawing by force-directed placement", 1991), then labels are pushed off
one another, then the parts are packed beside each other. Forces cost the square of the nodes, so only the strongest
nodes of a large part take part in them; the others stand around the strongest neighbour that is placed. `columns` is
for reading: one column a kind of node, each ordered by its neighbours.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Point = tuple[int, int]
Edge = tuple[int, int]

_CORE = 400  # nodes of one part that take part in the forces
_STEPS = 120
_PUSHES = 60
_LABELLED = 150  # up to so many nodes in a part, room is made for every label; larger parts are drawn closer
_DISTANCE = 150.0  # wanted length of an edge, in page units (about pixels at zoom 1)
_LEAST_DISTANCE = 80.0
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_GAP = 60.0
_ASPECT = 1.6
_GRAVITY = 1.0  # keeps what hangs together loosely from drifting away
_SATELLITE = 46.0
_COLUMN = 460
_ROW = 54


def spread(widths: Sequence[float], edges: Sequence[Edge]) -> list[Point]:
    """Positions of all nodes.

    Args:
        widths: Width of each node's label in page units; the strongest node first.
        edges: Pairs of node indices.
    """
    neighbours = _neighbours(len(widths), edges)
    placed: list[tuple[list[int], Floats]] = []
    for part in _parts(neighbours):
        placed.append((part, _place_part(part, neighbours, widths)))
    return _pack(placed, widths)


def columns(kinds: Sequence[int], edges: Sequence[Edge]) -> list[Point]:
    """Positions with one column a kind; inside a column, nodes stand near the mean row of their neighbours.

    Args:
        kinds: Column of each node; the strongest node first.
        edges: Pairs of node indices.
    """
    neighbours = _neighbours(len(kinds), edges)
    members: dict[int, list[int]] = defaultdict(list)
    for node, kind in enumerate(kinds):
        members[kind].append(node)
    rows = {node: float(row) for nodes in members.values() for row, node in enumerate(nodes)}
    for _ in range(6):
        for nodes in members.values():
            _order_by_neighbours(nodes, neighbours, rows)
    return [(_column(kinds[node], members), round(rows[node] * _ROW)) for node in range(len(kinds))]


def _column(kind: int, members: dict[int, list[int]]) -> int:
    return sorted(members).index(kind) * _COLUMN


def _order_by_neighbours(nodes: list[int], neighbours: list[list[int]], rows: dict[int, float]) -> None:
    def mean_row(node: int) -> float:
        near = neighbours[node]
        return sum(rows[other] for other in near) / len(near) if near else math.inf

    nodes.sort(key=lambda node: (mean_row(node), node))
    for row, node in enumerate(nodes):
        rows[node] = row - (len(nodes) - 1) / 2


def _neighbours(count: int, edges: Sequence[Edge]) -> list[list[int]]:
    found: list[dict[int, None]] = [{} for _ in range(count)]
    for a, b in edges:
        if a != b:
            found[a][b] = None
            found[b][a] = None
    return [sorted(near) for near in found]


def _parts(neighbours: list[list[int]]) -> list[list[int]]:
    """Connected parts, the largest first; inside a part, lower (stronger) nodes first."""
    seen = [False] * len(neighbours)
    parts: list[list[int]] = []
    for start in range(len(neighbours)):
        if seen[start]:
            continue
        seen[start] = True
        part = [start]
        for node in part:  # grows while it is walked: breadth first
            fresh = [other for other in neighbours[node] if not seen[other]]
            for other in fresh:
                seen[other] = True
            part.extend(fresh)
        parts.append(sorted(part))
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _place_part(part: list[int], neighbours: list[list[int]], widths: Sequence[float]) -> Floats:
    core = part[:_CORE]
    index = {node: place for place, node in enumerate(core)}
    pairs = [(index[a], index[b]) for a in core for b in neighbours[a] if b in index and a < b]
    points = _forces(len(core), pairs)
    if len(part) <= _LABELLED:
        points = _unoverlap(points, np.maximum([widths[node] for node in core], 60.0) + 10, 62.0)
    else:
        points = _unoverlap(points, np.full(len(core), 50.0), 50.0)
    if len(part) == len(core):
        return points
    return np.vstack([points, _satellites(part, points, neighbours)])


def _forces(count: int, pairs: list[Edge]) -> Floats:
    distance = max(_DISTANCE * min(1.0, math.sqrt(60 / max(count, 1))), _LEAST_DISTANCE)
    turns = np.arange(count) * _GOLDEN_ANGLE
    radius = distance * 0.6 * np.sqrt(np.arange(count))
    points = np.column_stack([radius * np.cos(turns), radius * np.sin(turns)])
    if count < 2:
        return points
    ends = np.array(pairs, dtype=np.intp).reshape(-1, 2)
    heat = distance * max(1.0, math.sqrt(count) / 4)
    for step in range(_STEPS):
        move = _repulsion(points, distance) + _attraction(points, ends, distance) - points * _GRAVITY
        length = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-9)
        limit = heat * (1 - step / _STEPS) + 1
        points = points + move * (np.minimum(length, limit) / length)[:, None]
    return _lie_flat(points)


def _lie_flat(points: Floats) -> Floats:
    """Turn the longest direction to the horizontal: screens are wider than high."""
    x, y = (points - points.mean(axis=0)).T
    angle = 0.5 * math.atan2(2 * float((x * y).sum()), float((x * x).sum() - (y * y).sum()))
    cosine, sine = math.cos(angle), math.sin(angle)
    return np.column_stack([x * cosine + y * sine, y * cosine - x * sine])


def _repulsion(points: Floats, distance: float) -> Floats:
    dx = points[:, None, 0] - points[None, :, 0]
    dy = points[:, None, 1] - points[None, :, 1]
    strength = distance**2 / np.maximum(dx * dx + dy * dy, 1.0)
    return np.column_stack([(dx * strength).sum(axis=1), (dy * strength).sum(axis=1)])


def _attraction(points: Floats, ends: NDArray[np.intp], distance: float) -> Floats:
    first, second = ends[:, 0], ends[:, 1]
    delta = points[second] - points[first]
    pull = delta * (np.hypot(delta[:, 0], delta[:, 1]) / distance)[:, None]
    move = np.zeros_like(points)
    np.add.at(move, first, pull)
    np.add.at(move, second, -pull)
    return move


def _unoverlap(points: Floats, widths: Floats, height: float) -> Floats:
    """Push nodes apart until no two boxes overlap (or `_PUSHES` rounds have passed)."""
    need_x = (widths[:, None] + widths[None, :]) / 2
    for _ in range(_PUSHES):
        dx = points[:, None, 0] - points[None, :, 0]
        dy = points[:, None, 1] - points[None, :, 1]
        over_x = need_x - np.abs(dx)
        over_y = height - np.abs(dy)
        hit = (over_x > 0) & (over_y > 0)
        np.fill_diagonal(hit, False)
        if not hit.any():
            break
        sideways = hit & (over_x < over_y)
        upright = hit & ~sideways
        push_x = np.where(sideways, over_x / 2 * _sign(dx), 0.0).sum(axis=1)
        push_y = np.where(upright, over_y / 2 * _sign(dy), 0.0).sum(axis=1)
        points = points + np.clip(np.column_stack([push_x, push_y]), -80, 80)
    return points


def _sign(delta: Floats) -> Floats:
    """Sign of each difference; for equal places the lower index goes to the negative side."""
    count = len(delta)
    tie = np.sign(np.arange(count)[:, None] - np.arange(count)[None, :]).astype(np.float64)
    return np.where(delta == 0, tie, np.sign(delta))


def _satellites(part: list[int], core: Floats, neighbours: list[list[int]]) -> Floats:
    """Places of the nodes after the core: in a sunflower around their strongest placed neighbour."""
    centre: dict[int, tuple[float, float]] = {node: (p[0], p[1]) for node, p in zip(part, core.tolist(), strict=False)}
    hubs = part[: len(core)]
    for hub in hubs:  # grows while it is walked: breadth first, the strongest hubs take their neighbours first
        fresh = [node for node in neighbours[hub] if node not in centre]
        x, y = centre[hub]
        for rank, node in enumerate(fresh, start=1):
            radius, turn = _SATELLITE * math.sqrt(rank + 1), rank * _GOLDEN_ANGLE
            centre[node] = (x + radius * math.cos(turn), y + radius * math.sin(turn))
        hubs.extend(fresh)
    return np.array([centre[node] for node in part[len(core) :]])


def _pack(placed: list[tuple[list[int], Floats]], widths: Sequence[float]) -> list[Point]:
    """Put the parts beside each other in shelves, the whole about as wide as a screen."""
    boxes = [_box(part, points, widths) for part, points in placed]
    area = sum((box[2] + _GAP) * (box[3] + _GAP) for box in boxes)
    shelf_width = max([math.sqrt(area * _ASPECT), *(box[2] for box in boxes)], default=0.0)
    result: list[Point] = [(0, 0)] * len(widths)
    shelf = _Shelf(shelf_width)
    for (part, points), (left, top, wide, high) in zip(placed, boxes, strict=True):
        x, y = shelf.put(wide, high)
        for node, (px, py) in zip(part, points.tolist(), strict=True):
            result[node] = (round(px - left + x), round(py - top + y))
    return result


class _Shelf:
    """Boxes in rows; inside a row, boxes that are low enough stand in one column above one another."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._top = self._height = 0.0  # of the row
        self._left = self._wide = self._filled = 0.0  # of the column

    def put(self, wide: float, high: float) -> tuple[float, float]:
        """Left and top of the next box."""
        if self._filled and (self._filled + high > self._height or wide > self._wide):
            self._left, self._wide, self._filled = self._left + self._wide + _GAP, 0.0, 0.0
        if self._left and self._left + wide > self._width:
            self._top, self._height = self._top + self._height + _GAP, 0.0
            self._left = self._wide = self._filled = 0.0
        place = self._left, self._top + self._filled
        self._filled += high + _GAP
        self._height, self._wide = max(self._height, high), max(self._wide, wide)
        return place


def _box(part: list[int], points: Floats, widths: Sequence[float]) -> tuple[float, float, float, float]:
    half = np.array([max(widths[node], 60.0) / 2 for node in part])
    left, right = (points[:, 0] - half).min(), (points[:, 0] + half).max()
    top, bottom = points[:, 1].min() - 30, points[:, 1].max() + 50
    return float(left), float(top), float(right - left), float(bottom - top)


def parallel_bends(edges: Sequence[Edge]) -> list[float]:
    """Bend of each edge, so that several edges between the same two nodes lie beside each other.

    0 is straight; positive bends to the right of the way from the lower node to the higher one, negative to the left.
    """
    groups: dict[Edge, list[int]] = defaultdict(list)
    for place, (a, b) in enumerate(edges):
        groups[min(a, b), max(a, b)].append(place)
    bends = [0.0] * len(edges)
    for members in groups.values():
        middle = (len(members) - 1) / 2
        for rank, place in enumerate(members):
            bends[place] = round((rank - middle) * 0.22, 3)
    return bends
