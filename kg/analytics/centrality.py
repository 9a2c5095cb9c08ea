"""Who is central, and who is between: measures of single actors."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping

import networkx as nx

from kg.analytics.analysis import Analysis
from kg.analytics.engines import Scores
from kg.analytics.tables import Cell, Column, Kind, Table, count, few, named, table
from kg.analytics.words import spoken
from kg.errors import AnalysisError

_UNSURE = 0.8


def actors(analysis: Analysis, by: str = "partners", top: int = 20) -> Table:
    """Degree, strength and centrality of every party, with its rank among firm facts.

    Args:
        analysis: What to look at.
        by: Column to rank by: "partners", "facts", "betweenness", "closeness", "pagerank" or "core".
        top: How many rows; 0 for all.

    Raises:
        AnalysisError: There is no such column.
    """
    if by not in _RANKINGS:
        raise AnalysisError(f"Actors cannot be ranked by {by!r}: choose one of {', '.join(_RANKINGS)}.")
    order, firm_order = _ranked(analysis, by), _ranked(analysis.firm, by)
    firm_rank = {node: rank for rank, node in enumerate(firm_order, 1)}
    columns = (
        Column("actor", "Actor"),
        Column("type", "Type"),
        Column("partners", "Partners", Kind.COUNT),
        Column("facts", "Facts", Kind.COUNT),
        Column("expected", "Expected true", Kind.SCORE),
        Column("uncertainty", "±", Kind.SCORE),
        Column("betweenness", "Betweenness", Kind.SCORE),
        Column("closeness", "Closeness", Kind.SCORE),
        Column("pagerank", "PageRank", Kind.SCORE),
        Column("core", "Core", Kind.COUNT),
        Column("community", "Community", Kind.COUNT),
        Column("firm_facts", "Firm facts", Kind.COUNT),
        Column("firm_rank", "Rank, firm only", Kind.COUNT),
    )
    rows = (_actor(node, analysis, firm_rank) for node in order)
    notes = [few(len(analysis.ties), "fact", 10), *_sampling(analysis)]
    return table("actors", columns, rows, top=top, total=len(order), engine=_engines(analysis)).warned(*notes)


def brokers(analysis: Analysis, top: int = 20) -> Table:
    """Who stands between others: betweenness with and without weak facts, groups touched, parts held together."""
    order, holds = _ranked(analysis, "betweenness"), _parts_held(analysis)
    columns = (
        Column("actor", "Actor"),
        Column("type", "Type"),
        Column("betweenness", "Betweenness", Kind.SCORE),
        Column("firm", "Firm facts only", Kind.SCORE),
        Column("partners", "Partners", Kind.COUNT),
        Column("communities", "Communities touched", Kind.COUNT),
        Column("participation", "Participation", Kind.SCORE),
        Column("holds", "Parts held together", Kind.COUNT),
    )
    rows = (_broker(node, holds.get(node, 1), analysis) for node in order)
    notes = [few(len(analysis.ties), "fact", 10), *_sampling(analysis, closeness=False)]
    return table("brokers", columns, rows, top=top, total=len(order), engine=analysis.betweenness.engine).warned(*notes)


def _ranked(analysis: Analysis, by: str) -> list[str]:
    values = _RANKINGS[by](analysis)
    return sorted(values, key=lambda node: (-values[node], -len(analysis.facts_of[node]), node))


def _facts(analysis: Analysis) -> Mapping[str, float]:
    return {node: len(analysis.facts_of[node]) for node in analysis.simple}


def _partners(analysis: Analysis) -> Mapping[str, float]:
    return {node: len(near) for node, near in analysis.simple.adjacency()}


_RANKINGS: dict[str, Callable[[Analysis], Mapping[str, float]]] = {
    "partners": _partners,
    "facts": _facts,
    "betweenness": lambda analysis: analysis.betweenness.values,
    "closeness": lambda analysis: analysis.closeness.values,
    "pagerank": lambda analysis: analysis.pagerank.values,
    "core": lambda analysis: analysis.core,
}
RANKINGS = tuple(_RANKINGS)


def _actor(node: str, analysis: Analysis, firm_rank: Mapping[str, int]) -> tuple[Cell, ...]:
    deals = analysis.facts_of[node]
    ids = _ids(node, analysis)
    firm_ids = _ids(node, analysis.firm)
    return (
        named(node, analysis.index),
        Cell(_type(node, analysis)),
        Cell(len(analysis.simple[node]), ids),
        count(deals),
        Cell(round(sum(deal.confidence for deal in deals), 2), ids),
        Cell(round(math.sqrt(sum(deal.confidence * (1 - deal.confidence) for deal in deals)), 2), ids),
        Cell(analysis.betweenness.values[node], ids),
        Cell(analysis.closeness.values[node], ids),
        Cell(analysis.pagerank.values[node], ids),
        Cell(analysis.core[node], ids),
        Cell(analysis.community_of[node], ids),
        Cell(len(firm_ids), firm_ids),
        Cell(firm_rank.get(node), firm_ids),
    )


def _broker(node: str, holds: int, analysis: Analysis) -> tuple[Cell, ...]:
    facts, touched = _ids(node, analysis), _touched(node, analysis)
    return (
        named(node, analysis.index),
        Cell(_type(node, analysis)),
        Cell(analysis.betweenness.values[node], facts),
        Cell(analysis.firm.betweenness.values.get(node, 0.0), _ids(node, analysis.firm)),
        Cell(len(analysis.simple[node]), facts),
        Cell(len(touched), facts),
        Cell(_participation(touched), facts),
        Cell(holds, facts),
    )


def _type(node: str, analysis: Analysis) -> str:
    return spoken(analysis.graph.nodes[node].get("type", "unknown"))


def _ids(node: str, analysis: Analysis) -> tuple[str, ...]:
    return tuple(deal.id for deal in analysis.facts_of.get(node, ()))


def _touched(node: str, analysis: Analysis) -> Counter[int]:
    """How many facts lead into each community."""
    touched: Counter[int] = Counter()
    for near, values in analysis.simple[node].items():
        touched[analysis.community_of[near]] += values["weight"]
    return touched


def _participation(touched: Counter[int]) -> float:
    """0 when all ties stay in one community, towards 1 when they are spread (Guimerà & Amaral 2005)."""
    total = sum(touched.values())
    return 1 - sum((number / total) ** 2 for number in touched.values()) if total else 0.0


def _parts_held(analysis: Analysis) -> dict[str, int]:
    """For each node without which its part of the network falls apart: into how many pieces."""
    pieces: Counter[str] = Counter()
    cuts = set(nx.articulation_points(analysis.simple))
    for block in nx.biconnected_component_edges(analysis.simple):
        pieces.update({node for edge in block for node in edge} & cuts)
    return dict(pieces)


def _engines(analysis: Analysis) -> str:
    return (
        f"betweenness: {analysis.betweenness.engine}; closeness: {analysis.closeness.engine}; "
        f"PageRank: {analysis.pagerank.engine}; communities: {analysis.communities.engine}"
    )


def _sampling(analysis: Analysis, *, closeness: bool = True) -> list[str]:
    measures = [("betweenness", analysis.betweenness)]
    measures += [("closeness", analysis.closeness)] if closeness else []
    return [_sampled(name, scores) for name, scores in measures]


def _sampled(name: str, scores: Scores) -> str:
    if not scores.pivots:
        return ""
    agree = f"the two halves of the sample agree on {scores.agreement:.0%} of the twenty highest"
    advice = "take the order as rough" if scores.agreement < _UNSURE else "the order of the highest is fairly sure"
    return f"{name.capitalize()} is estimated from {scores.pivots} nodes; {agree}: {advice}."
