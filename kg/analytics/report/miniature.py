"""A miniature of the network: the actors with most partners, laid out once, with the facts between them."""

from __future__ import annotations

import math

import networkx as nx

from kg.analytics.analysis import Analysis
from kg.analytics.engines import SEED
from kg.analytics.networks import indexed
from kg.analytics.report.markup import Markup, element, join, svg
from kg.analytics.words import cut, spoken, visible

_WIDTH, _HEIGHT, _RIM = 760.0, 480.0, 50.0
SHOWN = 40
_LABELLED = 24


def miniature(analysis: Analysis, label: str) -> Markup:
    """The forty actors with most partners; "" when nobody has one."""
    degrees = dict(analysis.simple.degree())
    chosen = sorted(degrees, key=lambda node: (-degrees[node], node))[:SHOWN]
    part = analysis.simple.subgraph(chosen).copy()
    part.remove_nodes_from(list(nx.isolates(part)))
    if not part:
        return Markup("")
    numbered = indexed(part)
    places = nx.spring_layout(numbered.graph, seed=SEED, iterations=150, k=2.2 / math.sqrt(len(part)), weight=None)
    at = {numbered.names[number]: _point(place) for number, place in places.items()}
    edges = [_edge(one, two, at, analysis) for one, two in sorted(tuple(sorted(edge)) for edge in part.edges)]
    ranks = {node: rank for rank, node in enumerate(chosen)}
    nodes = [_node(node, at[node], ranks[node], degrees, analysis) for node in numbered.names]
    return svg([*edges, *nodes], label, _WIDTH, _HEIGHT)


def _point(place: object) -> tuple[float, float]:
    x, y = (max(-1.0, min(1.0, float(value))) for value in place)  # type: ignore[attr-defined]
    return (_RIM + (x + 1) / 2 * (_WIDTH - 3 * _RIM), _RIM / 2 + (y + 1) / 2 * (_HEIGHT - _RIM))


def _edge(one: str, two: str, at: dict[str, tuple[float, float]], analysis: Analysis) -> Markup:
    number = analysis.simple[one][two]["weight"]
    title = element("title", f"{analysis.index.name(one)} – {analysis.index.name(two)}: {number} facts")
    (x1, y1), (x2, y2) = at[one], at[two]
    wide = min(1 + math.log2(number), 6.0)
    return element("line", title, x1=x1, y1=y1, x2=x2, y2=y2, class_="edge", stroke_width=wide)


def _node(node: str, at: tuple[float, float], rank: int, degrees: dict[str, int], analysis: Analysis) -> Markup:
    kind = analysis.graph.nodes[node].get("type", "Event")
    radius = 4 + 2 * math.sqrt(degrees[node])
    name = analysis.index.name(node)
    parts = [
        element("title", f"{name} ({spoken(kind)}): {degrees[node]} partners"),
        _shape(kind, at, min(radius, 20.0)),
    ]
    if rank < _LABELLED:
        words = cut(visible(name), 24)
        parts.append(element("text", words, x=at[0] + min(radius, 20.0) + 2, y=at[1] + 4, class_="value halo"))
    return element("g", join(parts))


def _shape(kind: str, at: tuple[float, float], radius: float) -> Markup:
    """Companies are round, governments square, places point down, others are diamonds: colour is not needed."""
    x, y = at
    style = f"kind-{kind}"
    if kind == "Company":
        return element("circle", cx=x, cy=y, r=radius, class_=style)
    if kind == "GovernmentBody":
        side = radius * 1.7
        return element("rect", x=x - side / 2, y=y - side / 2, width=side, height=side, class_=style)
    corners = [(0.0, 1.2), (-1.1, -0.8), (1.1, -0.8)] if kind == "Place" else [(0, 1.2), (-1.2, 0), (0, -1.2), (1.2, 0)]
    points = " ".join(f"{x + dx * radius:.1f},{y + dy * radius:.1f}" for dx, dy in corners)
    return element("polygon", points=points, class_=style)
