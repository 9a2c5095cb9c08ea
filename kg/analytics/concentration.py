"""How much depends on few: the concentration of a government's partners and of a company's."""

from __future__ import annotations

from kg.analytics.analysis import Analysis
from kg.analytics.networks import Graph, bipartite
from kg.analytics.tables import Cell, Column, Kind, Table, named, table
from kg.errors import AnalysisError

SIDES = {"company": 0, "government": 1}
FEW_FACTS = 5
"""Below this an index would only say that there are few facts, so that none is given."""


def concentration(analysis: Analysis, side: str = "government", top: int = 20) -> Table:
    """Herfindahl–Hirschman index of each actor's partners, by number of facts.

    Args:
        analysis: What to look at.
        side: "government" for the companies of each government, "company" for the governments of each company.
        top: How many rows; 0 for all.

    Raises:
        AnalysisError: There is no such side.
    """
    if side not in SIDES:
        raise AnalysisError(f"There is no side {side!r}: choose company or government.")
    graph, firm = bipartite(analysis.resolution), bipartite(analysis.firm.resolution)
    nodes = [node for node, values in graph.nodes(data=True) if values["bipartite"] == SIDES[side]]
    order = sorted(nodes, key=lambda node: (-graph.degree(node, weight="weight"), node))
    columns = (
        Column("actor", side.capitalize()),
        Column("partners", "Partners", Kind.COUNT),
        Column("facts", "Facts", Kind.COUNT),
        Column("herfindahl", "Herfindahl", Kind.SCORE),
        Column("effective", "Effective partners", Kind.SCORE),
        Column("firm", "Herfindahl, firm only", Kind.SCORE),
        Column("first", "Largest partner"),
        Column("share", "Its share", Kind.SHARE),
        Column("note", "Note"),
    )
    rows = [_row(node, graph, firm, analysis) for node in order]
    other = "companies" if side == "government" else "governments"
    title = f"Concentration: the {other} of each {side}"
    made = table("concentration", columns, rows, top=top, title=title, engine="by number of facts")
    enough = sum(1 for node in nodes if graph.degree(node, weight="weight") >= FEW_FACTS)
    note = "" if enough else f"No {side} has {FEW_FACTS} facts or more, so that there is no index."
    return made.warned(note)


def herfindahl(graph: Graph, node: str) -> float:
    """Sum of squared shares of a node's partners: 1 for a single one, 1/n for n equal ones."""
    weights = [values["weight"] for values in graph[node].values()]
    total = sum(weights)
    return float(sum((weight / total) ** 2 for weight in weights))


def _row(node: str, graph: Graph, firm: Graph, analysis: Analysis) -> tuple[Cell, ...]:
    near = graph[node]
    facts = tuple(fact for values in near.values() for fact in values["facts"])
    first = min(near, key=lambda partner: (-near[partner]["weight"], partner))
    enough = len(facts) >= FEW_FACTS
    index = herfindahl(graph, node) if enough else None
    firm_facts = tuple(f for values in firm[node].values() for f in values["facts"]) if node in firm else ()
    firm_index = herfindahl(firm, node) if len(firm_facts) >= FEW_FACTS else None
    return (
        named(node, analysis.index),
        Cell(len(near), facts),
        Cell(len(facts), facts),
        Cell(round(index, 4) if index else None, facts),
        Cell(round(1 / index, 2) if index else None, facts),
        Cell(round(firm_index, 4) if firm_index else None, firm_facts),
        named(first, analysis.index),
        Cell(near[first]["weight"] / len(facts), near[first]["facts"]),
        Cell("" if enough else "few facts"),
    )
