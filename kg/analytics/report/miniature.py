"""A miniature of the network: its busiest actors, each separate part laid out by itself, the parts side by side."""

from __future__ import annotations

import math
from collections.abc import Iterable

import networkx as nx

from kg.analytics.analysis import Analysis
from kg.analytics.engines import SEED
from kg.analytics.networks import Graph, indexed
from kg.analytics.report.labels import Labels
from kg.analytics.report.markup import Markup, element, svg
from kg.analytics.words import spoken

_WIDTH, _RIM = 760.0, 26.0
SHOWN = 48
_LABELLED = 36

Point = tuple[float, float]


def miniature(analysis: Analysis, label: str) -> Markup:
    """The actors with most partners and the ties between them; "" when nobody has one."""
    part = _busiest(analysis.simple)
    if not part:
        return Markup("")
    at, height = _pack(part)
    degrees = {node: len(analysis.simple[node]) for node in part}
    order = sorted(part, key=lambda node: (-degrees[node], node))
    edges = [_edge(one, two, at, analysis) for one, two in sorted((min(e), max(e)) for e in part.edges)]
    labels = Labels(_WIDTH)
    nodes, names = [], []
    for node in order:
        nodes.append(_node(node, at[node], degrees[node], analysis))
        labels.block(*at[node], _radius(degrees[node]))
    for node in order[:_LABELLED]:
        names.append(labels.place(analysis.index.name(node), *at[node], _radius(degrees[node])))
    return svg([*edges, *nodes, *names], label, _WIDTH, height)


def _busiest(graph: Graph) -> Graph:
    """The nodes with most ties, without those that have none among themselves."""
    chosen = sorted(graph, key=lambda node: (-len(graph[node]), node))[:SHOWN]
    part: Graph = nx.Graph(graph.subgraph(chosen))
    part.remove_nodes_from(list(nx.isolates(part)))
    return part


def _pack(graph: Graph) -> tuple[dict[str, Point], float]:
    """Where each node goes: every separate part in a box of its own, the boxes in rows; and the height of all."""
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    at: dict[str, Point] = {}
    left = top = tallest = 0.0
    for part in parts:
        side = min(70 + 62 * math.sqrt(len(part)), 460.0)
        wide = min(side * 1.5, _WIDTH)
        if left + wide > _WIDTH and left:
            left, top, tallest = 0.0, top + tallest, 0.0
        at |= _box(graph.subgraph(part), left, top, wide, side)
        left, tallest = left + wide, max(tallest, side)
    return at, top + tallest


def _box(part: Graph, left: float, top: float, wide: float, tall: float) -> dict[str, Point]:
    """A part laid out by springs, stretched to fill a box."""
    numbered = indexed(part)
    size = len(numbered.names)
    places = nx.spring_layout(numbered.graph, seed=SEED, iterations=200, k=1.8 / math.sqrt(size), weight=None)
    xs, ys = (_stretched([float(places[n][axis]) for n in range(size)]) for axis in (0, 1))
    inside = (wide - 2 * _RIM - 60, tall - 2 * _RIM)  # room for names at the right
    return {
        name: (left + _RIM + x * inside[0], top + _RIM + y * inside[1])
        for name, x, y in zip(numbered.names, xs, ys, strict=True)
    }


def _stretched(values: Iterable[float]) -> list[float]:
    """Values moved and scaled to 0 to 1."""
    found = list(values)
    least, most = min(found), max(found)
    return [(value - least) / (most - least) if most > least else 0.5 for value in found]


def _radius(partners: int) -> float:
    return min(4 + 2 * math.sqrt(partners), 18.0)


def _edge(one: str, two: str, at: dict[str, Point], analysis: Analysis) -> Markup:
    number = analysis.simple[one][two]["weight"]
    title = element("title", f"{analysis.index.name(one)} – {analysis.index.name(two)}: {number} facts")
    (x1, y1), (x2, y2) = at[one], at[two]
    wide = min(1.2 + math.log2(number), 6.0)
    return element("line", title, x1=x1, y1=y1, x2=x2, y2=y2, class_="edge", stroke_width=wide)


def _node(node: str, at: Point, partners: int, analysis: Analysis) -> Markup:
    """Companies are round, governments square, places point down, others are diamonds: colour is not needed."""
    kind = str(analysis.graph.nodes[node].get("type", "Event"))
    title = element("title", f"{analysis.index.name(node)} ({spoken(kind)}): {partners} partners")
    (x, y), radius, style = at, _radius(partners), f"kind-{kind}"
    if kind == "Company":
        return element("circle", title, cx=x, cy=y, r=radius, class_=style)
    if kind == "GovernmentBody":
        side = radius * 1.7
        return element("rect", title, x=x - side / 2, y=y - side / 2, width=side, height=side, class_=style)
    corners = [(0, 1.2), (-1.1, -0.8), (1.1, -0.8)] if kind == "Place" else [(0, 1.2), (-1.2, 0), (0, -1.2), (1.2, 0)]
    points = " ".join(f"{x + dx * radius:.1f},{y + dy * radius:.1f}" for dx, dy in corners)
    return element("polygon", title, points=points, class_=style)
