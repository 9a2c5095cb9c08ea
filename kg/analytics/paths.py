"""How two actors are connected: the shortest chains of facts, with the words that state every step."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import networkx as nx

from kg.analytics.analysis import Analysis
from kg.analytics.networks import indexed
from kg.analytics.tables import Cell, Column, Kind, Table, named, sparql, table
from kg.analytics.words import cut, spoken, visible
from kg.errors import AnalysisError
from kg.model import Deal

_QUOTE = 160
_CONSIDERED = 200
"""Chains of the least length that are looked at before the surest are taken."""


def paths(analysis: Analysis, one: str, two: str, most: int = 5, length: int = 5) -> Table:
    """Chains of facts between two actors: the shortest first, among equals the surest.

    Args:
        analysis: What to look at.
        one: Name or IRI of an actor.
        two: Name or IRI of another.
        most: How many chains.
        length: The most steps that a chain may have.

    Raises:
        AnalysisError: A name is not known, or both are the same actor.
    """
    first, second = analysis.find(one), analysis.find(two)
    if first.id == second.id:
        raise AnalysisError(f"{one!r} and {two!r} are the same actor ({first.name}): name two.")
    chains = _chains(first.id, second.id, analysis, length)
    chains.sort(key=lambda chain: (len(chain), -_surety(chain, analysis), chain))
    columns = (
        Column("path", "Path", Kind.COUNT), Column("surety", "All steps true", Kind.SCORE),
        Column("step", "Step", Kind.COUNT), Column("from", "From"), Column("relation", "Fact"), Column("to", "To"),
        Column("facts", "Facts", Kind.COUNT), Column("status", "Status"), Column("date", "Date"),
        Column("quote", "Evidence"), Column("source", "Article"),
    )  # fmt: skip
    rows = [row for number, chain in enumerate(chains[:most], 1) for row in _steps(number, chain, analysis)]
    note = "" if rows else f"There is no chain of {length} steps or fewer; they are in separate parts or far apart."
    cutoff = len(chains) >= _CONSIDERED
    title = f"From {first.name} to {second.name}"
    made = table("paths", columns, rows, title=title, sparql=sparql("paths", one=first.id, two=second.id))
    return made.warned(note, f"Only the first {_CONSIDERED} chains were compared." if cutoff else "")


def between(one: str, two: str, analysis: Analysis) -> list[Deal]:
    """The facts of two parties with each other, the surest first."""
    deals = (deal for deal in analysis.facts_of.get(one, ()) if two in (deal.subject, deal.object))
    return sorted(deals, key=lambda deal: (-deal.confidence, deal.id))


def _chains(one: str, two: str, analysis: Analysis, length: int) -> list[tuple[str, ...]]:
    numbered = indexed(analysis.simple)
    numbers = {name: number for number, name in enumerate(numbered.names)}
    if one not in numbers or two not in numbers:
        return []
    found: list[tuple[str, ...]] = []
    try:
        for chain in nx.shortest_simple_paths(numbered.graph, numbers[one], numbers[two]):
            if len(chain) - 1 > length or len(found) >= _CONSIDERED:
                break
            found.append(tuple(numbered.names[number] for number in chain))
    except nx.NetworkXNoPath:
        return []
    return found


def _surety(chain: tuple[str, ...], analysis: Analysis) -> float:
    return math.prod(between(one, two, analysis)[0].confidence for one, two in pairwise(chain))


def _steps(number: int, chain: tuple[str, ...], analysis: Analysis) -> Iterator[tuple[Cell, ...]]:
    surety = _surety(chain, analysis)
    every = tuple(between(one, two, analysis)[0].id for one, two in pairwise(chain))
    for step, (one, two) in enumerate(pairwise(chain), 1):
        deals = between(one, two, analysis)
        best, ids = deals[0], tuple(deal.id for deal in deals)
        forward = best.subject == one
        fact = spoken(best.relation) if forward else f"← {spoken(best.relation)}"
        reading = best.readings[0] if best.readings else None
        yield (
            Cell(number), Cell(round(surety, 3), every), Cell(step), named(one, analysis.index), Cell(fact),
            named(two, analysis.index), Cell(len(deals), ids), Cell(best.status.value if best.status else None),
            Cell(analysis.index.when(best)[0], (best.id,)),
            Cell(f"“{cut(visible(reading.evidence.text), _QUOTE)}”" if reading else None, (best.id,)),
            Cell(reading.doc if reading else None),
        )  # fmt: skip
