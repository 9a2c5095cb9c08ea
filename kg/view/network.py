"""The graph as a pyvis `Network`: its data format and its API, without its quadratic checks and its page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from pyvis.edge import Edge as PyvisEdge
from pyvis.network import Network
from pyvis.node import Node as PyvisNode

from kg.errors import ViewError
from kg.model import SYMMETRIC, Deal, Entity, Money
from kg.view import layout, words
from kg.view.assets import read_json
from kg.view.selection import degrees

Json = dict[str, Any]


class LinearNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis network that grows in linear time and keeps every edge.

    pyvis 0.3.2 looks through all nodes for each node and each edge, and drops a second undirected edge between the
    same two nodes.
    """

    def add_node(
        self, n_id: int, label: str | None = None, shape: str = "dot", color: str = "#97c2fc", **options: object
    ) -> None:
        """Add a node, as pyvis does, unless its id is there already."""
        if n_id in self.node_map:
            return
        if "group" not in options:
            options["color"] = color
        node = PyvisNode(n_id, shape, label=label or str(n_id), font_color=self.font_color, **options)
        self.nodes.append(node.options)
        self.node_ids.append(n_id)
        self.node_map[n_id] = node.options

    def add_edge(self, source: int, to: int, **options: object) -> None:
        """Add an edge; several between the same nodes are several edges.

        Raises:
            ViewError: One of the nodes is not there.
        """
        if source not in self.node_map or to not in self.node_map:
            raise ViewError(f"An edge leads to a node that is not in the network: {source} – {to}.")
        self.edges.append(PyvisEdge(source, to, self.directed, **options).options)


def build(entities: Sequence[Entity], deals: Sequence[Deal]) -> LinearNetwork:
    """A directed pyvis network with fixed positions: node i is `entities[i]`, edge i is `deals[i]`.

    Args:
        entities: The strongest first (`kg.view.selection.ranked`).
        deals: Deals between these entities only.
    """
    index = {entity.id: place for place, entity in enumerate(entities)}
    ends = [(index[deal.subject], index[deal.object]) for deal in deals]
    network = LinearNetwork(height="100%", width="100%", directed=True, cdn_resources="in_line")
    network.options = read_json("options.json")
    _add_nodes(network, entities, deals, ends)
    bends = layout.parallel_bends(ends)
    for place, (deal, (source, to)) in enumerate(zip(deals, ends, strict=True)):
        names = entities[source].name, entities[to].name
        network.add_edge(source, to, id=place, **_edge_options(deal, names, _bend(bends[place], source, to)))
    return network


def column_points(entities: Sequence[Entity], deals: Sequence[Deal]) -> list[layout.Point]:
    """The second layout: positions with one column a kind of entity."""
    index = {entity.id: place for place, entity in enumerate(entities)}
    looks = read_json("looks.json")["types"]
    ends = [(index[deal.subject], index[deal.object]) for deal in deals]
    return layout.columns([looks[entity.type]["column"] for entity in entities], ends)


def _add_nodes(
    network: LinearNetwork, entities: Sequence[Entity], deals: Sequence[Deal], ends: Sequence[layout.Edge]
) -> None:
    looks = read_json("looks.json")
    strength = degrees(tuple(deals))
    labels = [words.label(entity.name) for entity in entities]
    points = layout.spread([words.cells(label) * 8.2 for label in labels], ends)
    for place, (entity, label, (x, y)) in enumerate(zip(entities, labels, points, strict=True)):
        network.add_node(
            place,
            label=label,
            shape=looks["types"][entity.type]["shape"],
            group=str(entity.type),
            size=_node_size(strength[entity.id], looks["node_size"]),
            title=words.entity_hover(entity, strength[entity.id]),
            x=x,
            y=y,
        )


def _edge_options(deal: Deal, names: tuple[str, str], bend: float) -> Json:
    looks = read_json("looks.json")
    options: Json = {
        "label": words.deal_label(deal),
        "title": words.deal_hover(deal, *names),
        "width": _edge_width(deal.amount, looks),
        "dashes": looks["statuses"][deal.status]["dashes"] if deal.status else False,
    }
    if bend:
        options["smooth"] = {"enabled": True, "type": "curvedCW" if bend > 0 else "curvedCCW", "roundness": abs(bend)}
    if deal.relation in SYMMETRIC:
        options["arrows"] = {"to": {"enabled": False}}
    return options


def _bend(bend: float, source: int, to: int) -> float:
    """vis-network bends as seen from the edge's own start: turn the sign of edges that run from high to low."""
    return bend if source <= to else -bend


def _node_size(strength: int, looks: dict[str, float]) -> float:
    return round(min(looks["least"] + looks["each"] * math.sqrt(strength), looks["most"]), 1)


def _edge_width(amount: Money | None, looks: Json) -> float:
    bounds = looks["edge_width"]
    if amount is None or amount.value <= 0:
        return float(bounds["none"])
    power = math.log10(amount.value) - looks["currency_power"].get(amount.currency, 0) - bounds["from_power"]
    width: float = min(max(bounds["least"] + power, bounds["least"]), bounds["most"])
    return round(width, 2)
