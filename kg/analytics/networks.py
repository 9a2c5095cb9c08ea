"""A resolution as networkx graphs: everything, companies against governments, and who shares whom.

All results are plain networkx objects with nodes in the order of their ids, so that whatever networkx computes on
them is the same on every run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any, TypeAlias

import networkx as nx

from kg.analytics.index import UNFRIENDLY, Index
from kg.analytics.selection import Selection, select
from kg.model import Deal, Entity, Relation, Resolution

Attributes = dict[str, Any]
Graph: TypeAlias = "nx.Graph[str]"
MultiDiGraph: TypeAlias = "nx.MultiDiGraph[str]"

_NOT_COOPERATION = UNFRIENDLY | {Relation.LOCATED_IN, Relation.LEADS}


def network(resolution: Resolution, selection: Selection | None = None) -> MultiDiGraph:
    """The graph with every fact as an edge of its own.

    Nodes are entity ids with the attributes `name`, `type`, `names`, `country`, `within`, `governs`, `latitude`,
    `longitude`, `same_as`, `documents`; edges have the deal's id as key and the attributes `relation`, `status`,
    `when`, `when_stated`, `year`, `amount`, `currency`, `lower`, `upper`, `qualifier`, `place`, `role`, `domains`,
    `confidence`, `documents`. An attribute without a value is left out. Tuples stay tuples: see `flat` for formats
    such as GraphML that know only numbers and texts.

    Args:
        resolution: Entities and deals.
        selection: Which facts; all when not given. Entities without any of them leave, except for the places that
            contain others.
    """
    resolution = select(resolution, selection or Selection())
    index = Index(resolution)
    graph: MultiDiGraph = nx.MultiDiGraph()
    for entity in sorted(resolution.entities, key=lambda e: e.id):
        graph.add_node(entity.id, **node_attributes(entity))
    for deal in sorted(resolution.deals, key=lambda d: d.id):
        for end in (deal.subject, deal.object):
            if end not in graph:
                graph.add_node(end, name=end)
        graph.add_edge(deal.subject, deal.object, key=deal.id, **edge_attributes(deal, index))
    return graph


def node_attributes(entity: Entity) -> Attributes:
    """What is known of an entity, without what is empty."""
    values = {
        "name": entity.name,
        "type": entity.type.value,
        "names": entity.names,
        "country": entity.country,
        "within": entity.within,
        "governs": entity.governs,
        "latitude": entity.latitude,
        "longitude": entity.longitude,
        "same_as": entity.same_as,
        "documents": entity.documents,
    }
    return _stated(values)


def edge_attributes(deal: Deal, index: Index) -> Attributes:
    """What is known of a fact, without what is empty."""
    when, reported = index.when(deal)
    values: Attributes = {
        "relation": str(deal.relation),
        "status": deal.status.value if deal.status else None,
        "when": when,
        "when_stated": None if when is None else not reported,
        "year": int(when[:4]) if when and when[:4].isdigit() else None,
        "place": deal.place,
        "role": deal.role,
        "domains": deal.domains,
        "confidence": deal.confidence,
        "documents": tuple(dict.fromkeys(fact.doc for fact in deal.readings)),
    }
    if deal.amount:
        money = deal.amount
        values |= {"amount": money.value, "currency": money.currency, "lower": money.lower, "upper": money.upper}
        values["qualifier"] = money.qualifier.value if money.qualifier else None
    return _stated(values)


def flat(graph: MultiDiGraph) -> MultiDiGraph:
    """A copy with tuples as one text each, so that `networkx.write_graphml` and `write_gexf` take it."""
    copy: MultiDiGraph = nx.MultiDiGraph()
    for node, values in graph.nodes(data=True):
        copy.add_node(node, **_flat(values))
    for tail, head, key, values in graph.edges(keys=True, data=True):
        copy.add_edge(tail, head, key=key, **_flat(values))
    return copy


def simple(graph: MultiDiGraph) -> Graph:
    """Who is tied to whom at all: undirected, `weight` is the number of facts, `expected` the sum of confidences."""
    plain: Graph = nx.Graph()
    plain.add_nodes_from(graph.nodes(data=True))
    for tail, head, values in graph.edges(data=True):
        if tail == head:
            continue
        old = plain.get_edge_data(tail, head) or {"weight": 0, "expected": 0.0}
        plain.add_edge(
            tail, head, weight=old["weight"] + 1, expected=old["expected"] + float(values.get("confidence", 1.0))
        )
    return plain


def bipartite(resolution: Resolution, selection: Selection | None = None, *, through_places: bool = False) -> Graph:
    """Companies (`bipartite` 0) against governments and territories (1), tied by facts of co-operation.

    Where something is, who leads it and sanctions are no co-operation; select `Relation.SANCTIONS` to see those.

    Args:
        resolution: Entities and deals.
        selection: Which facts.
        through_places: Tie a company also to the territory where its facts play (a plant that it builds in Hefei),
            not only to governments that are a party.

    Returns:
        Edges with `weight` (number of facts), `expected` (sum of confidences) and `facts` (ids of deals, sorted).
    """
    selection = selection or Selection()
    index = Index(select(resolution, selection))
    facts: dict[tuple[str, str], list[Deal]] = defaultdict(list)
    for deal in index.resolution.deals:
        if deal.relation in (selection.relations or ()) or deal.relation not in _NOT_COOPERATION:
            for pair in _company_government_pairs(deal, index, through_places):
                facts[pair].append(deal)
    graph: Graph = nx.Graph()
    for side, ends in ((0, {company for company, _ in facts}), (1, {government for _, government in facts})):
        for end in sorted(ends):
            graph.add_node(end, bipartite=side, **node_attributes(index.entities[end]))
    for (company, government), deals in sorted(facts.items()):
        ids = tuple(sorted(deal.id for deal in deals))
        graph.add_edge(company, government, weight=len(ids), expected=sum(d.confidence for d in deals), facts=ids)
    return graph


def project(graph: Graph, side: int, weight: str = "count") -> Graph:
    """Who shares partners with whom: the nodes of one side of a bipartite graph, tied by what they share.

    Args:
        graph: From `bipartite`.
        side: 0 for companies that share governments, 1 for governments that share companies.
        weight: "count" (partners shared), "jaccard" (shared of all partners of the two) or "newman" (a shared partner
            counts 1/(k-1) when it has k partners: Newman 2001, doi:10.1103/PhysRevE.64.016132).

    Returns:
        Edges with `weight` and `shared` (ids, sorted).
    """
    weigh = _WEIGHERS[weight]
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for node, attributes in graph.nodes(data=True):
        if attributes["bipartite"] != side:
            for pair in combinations(sorted(graph[node]), 2):
                shared[pair].append(node)
    projected: Graph = nx.Graph()
    projected.add_nodes_from((node, values) for node, values in graph.nodes(data=True) if values["bipartite"] == side)
    for (one, two), nodes in sorted(shared.items()):
        projected.add_edge(one, two, weight=weigh(graph, one, two, nodes), shared=tuple(sorted(nodes)))
    return projected


@dataclass(frozen=True, slots=True)
class Indexed:
    """A graph with its nodes numbered in their order, for algorithms whose result depends on hashes of names."""

    graph: nx.Graph[int]
    names: tuple[str, ...]


def indexed(graph: Graph) -> Indexed:
    """The graph with numbers as nodes: the same on every run, whatever the seed of Python's hashes."""
    names = tuple(sorted(graph))
    numbers = {name: number for number, name in enumerate(names)}
    numbered: nx.Graph[int] = nx.Graph()
    numbered.add_nodes_from(range(len(names)))
    edges = ((numbers[one], numbers[two], values.get("weight", 1)) for one, two, values in graph.edges(data=True))
    for one, two, weight in sorted((min(a, b), max(a, b), w) for a, b, w in edges):
        numbered.add_edge(one, two, weight=weight)
    return Indexed(numbered, names)


def _company_government_pairs(deal: Deal, index: Index, through_places: bool) -> Iterable[tuple[str, str]]:
    companies = index.companies(deal)
    public = [party for party in (deal.subject, deal.object) if index.is_public(party)]
    if through_places:
        public = list(dict.fromkeys((*public, *index.places(deal))))
    return [(company, government) for company in companies for government in public]


def _by_count(_graph: Graph, _one: str, _two: str, shared: list[str]) -> float:
    return len(shared)


def _by_jaccard(graph: Graph, one: str, two: str, shared: list[str]) -> float:
    return len(shared) / (len(graph[one]) + len(graph[two]) - len(shared))


def _by_newman(graph: Graph, _one: str, _two: str, shared: list[str]) -> float:
    return sum(1 / (len(graph[node]) - 1) for node in shared)


_WEIGHERS: dict[str, Callable[[Graph, str, str, list[str]], float]] = {
    "count": _by_count,
    "jaccard": _by_jaccard,
    "newman": _by_newman,
}


def _stated(values: Attributes) -> Attributes:
    return {key: value for key, value in values.items() if value is not None and value != ()}


def _flat(values: Attributes) -> Attributes:
    return {key: "; ".join(map(str, value)) if isinstance(value, tuple) else value for key, value in values.items()}
