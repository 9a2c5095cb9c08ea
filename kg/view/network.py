"""The graph as vis-network takes it: nodes with fixed positions and edges, plain dictionaries ready for JSON."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from kg.model import SYMMETRIC, Deal, Entity, Money
from kg.view import layout, words
from kg.view.assets import read_json
from kg.view.selection import degrees

Json = dict[str, Any]


def nodes(entities: Sequence[Entity], deals: Sequence[Deal]) -> list[Json]:
    """Node i is `entities[i]`.

    Args:
        entities: The strongest first (`kg.view.selection.ranked`).
        deals: Deals between these entities only.
    """
    looks = read_json("looks.json")
    strength = degrees(tuple(deals))
    labels = [words.label(entity.name) for entity in entities]
    points = layout.spread([words.cells(label) * 8.2 for label in labels], _ends(entities, deals))
    return [
        {
            "group": str(entity.type),
            "size": _node_size(strength[entity.id], looks["node_size"]),
            "title": words.entity_hover(entity, strength[entity.id]),
            "x": x,
            "y": y,
            "id": place,
            "label": label,
            "shape": looks["types"][entity.type]["shape"],
        }
        for place, (entity, label, (x, y)) in enumerate(zip(entities, labels, points, strict=True))
    ]


def edges(entities: Sequence[Entity], deals: Sequence[Deal]) -> list[Json]:
    """Edge i is `deals[i]`, between places in `entities`; several between the same two are bent apart."""
    return list(_edges(entities, deals))


def _edges(entities: Sequence[Entity], deals: Sequence[Deal]) -> Iterator[Json]:
    ends = _ends(entities, deals)
    bends = layout.parallel_bends(ends)
    for place, (deal, (source, to)) in enumerate(zip(deals, ends, strict=True)):
        names = entities[source].name, entities[to].name
        own = _edge_options(deal, names, _bend(bends[place], source, to))
        yield {"id": place, **own, "from": source, "to": to, "arrows": own.get("arrows", "to")}


def _ends(entities: Sequence[Entity], deals: Sequence[Deal]) -> list[layout.Edge]:
    index = {entity.id: place for place, entity in enumerate(entities)}
    return [(index[deal.subject], index[deal.object]) for deal in deals]


def column_points(entities: Sequence[Entity], deals: Sequence[Deal]) -> list[layout.Point]:
    """The second layout: positions with one column a kind of entity."""
    looks = read_json("looks.json")["types"]
    return layout.columns([looks[entity.type]["column"] for entity in entities], _ends(entities, deals))


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
