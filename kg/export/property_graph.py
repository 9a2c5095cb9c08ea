"""A graph as property graphs have it: entities as nodes, facts as edges, both with plain values."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from kg.export.tables import ENTITIES, FACTS, rows
from kg.resolve.iris import BASE
from kg.store.base import Reader
from kg.store.query import Cell, python_value
from kg.store.vocabulary import vocabulary

Plain = str | float
"""Values that every tool for graphs has. Numbers are floats throughout, so that one property has one type."""

_NUMBERS = frozenset({"value", "confidence", "latitude", "longitude"})


@dataclass(frozen=True, slots=True)
class Node:
    """One entity: its IRI, its type ("Company"), everything else by name."""

    id: str
    type: str
    properties: Mapping[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """One fact: its IRI, its relation ("invests"), the IRIs of its two ends, everything else by name."""

    id: str
    relation: str
    source: str
    target: str
    properties: Mapping[str, Plain] = field(default_factory=dict)


def nodes(store: Reader, base: str = BASE) -> list[Node]:
    """All entities, ordered by type and name; the names of one are joined by "; "."""
    found: dict[str, Node] = {}
    for row in _rows(store, base, ENTITIES):
        node = Node(str(row.pop("id")), str(row.pop("type")), row)
        found.setdefault(node.id, node)
    return list(found.values())


def edges(store: Reader, base: str = BASE) -> list[Edge]:
    """All facts, ordered by the names of their ends."""
    relations = {terms.fact_class.value.rpartition("#")[2]: str(name) for name, terms in vocabulary().relations.items()}
    found: dict[str, Edge] = {}
    for row in _rows(store, base, FACTS):
        own_name = str(row.pop("relation"))
        ends = str(row.pop("subject_id")), str(row.pop("object_id"))
        del row["subject"], row["object"]  # the nodes have their names
        edge = Edge(str(row.pop("id")), relations.get(own_name, own_name), *ends, row)
        found.setdefault(edge.id, edge)
    return list(found.values())


def _rows(store: Reader, base: str, query: str) -> Iterator[dict[str, Plain]]:
    answer = rows(store, query, base)
    for row in answer:
        values = ((name, _plain(name, cell)) for name, cell in zip(answer.variables, row, strict=True))
        yield {name: value for name, value in values if value is not None}


def _plain(name: str, cell: Cell) -> Plain | None:
    value = python_value(cell)
    if value is None:
        return None
    if name in _NUMBERS:
        return float(value) if isinstance(value, int | float) and math.isfinite(value) else None
    return value.isoformat() if isinstance(value, date) else str(getattr(cell, "value", value))
