"""Who works with whom on what, and where: facts counted by any dimensions, as a list or as a matrix."""

from __future__ import annotations

from collections import Counter

from kg.analytics.analysis import Analysis
from kg.analytics.dimensions import LABELS, NOT_STATED, Grouping, cell
from kg.analytics.selection import is_firm
from kg.analytics.tables import Cell, Column, Kind, Table, count, few, listed, table
from kg.errors import AnalysisError
from kg.model import Deal

DEFAULT = Grouping(("company", "subject", "place"))
WIDEST = 12


def grouped(analysis: Analysis, grouping: Grouping = DEFAULT, top: int = 20) -> Table:
    """Facts by company, subject matter and place, or by other dimensions: one row for each combination."""
    groups = grouping.gather(analysis.ties, analysis.index)
    columns = (
        *(Column(name, LABELS[name]) for name in grouping.dimensions),
        Column("facts", "Facts", Kind.COUNT),
        Column("expected", "Expected true", Kind.SCORE),
        Column("firm", "Firm facts", Kind.COUNT),
    )
    rows = []
    for key, deals in groups.items():
        labels = (cell(name, value, analysis.index) for name, value in zip(grouping.dimensions, key, strict=True))
        rows.append((*labels, count(deals), _expected(deals), count(deal for deal in deals if is_firm(deal))))
    engine = f"places at the level of {grouping.level}" if "place" in grouping.dimensions else ""
    title = f"Facts by {listed(LABELS[name].lower() for name in grouping.dimensions)}"
    made = table("matrix", columns, rows, top=top, title=title, engine=engine)
    return made.warned(few(len(analysis.ties), "fact", 10))


def crossed(analysis: Analysis, grouping: Grouping, top: int = 20) -> Table:
    """A matrix of two dimensions: the first down, the second across, the largest of each first.

    Args:
        analysis: What to look at.
        grouping: Two dimensions.
        top: How many rows; 0 for all. There are never more than twelve columns.

    Raises:
        AnalysisError: There are not two dimensions.
    """
    if len(grouping.dimensions) != 2:
        raise AnalysisError(f"A matrix has two dimensions and not {len(grouping.dimensions)}: name two.")
    down, across = grouping.dimensions
    groups = grouping.gather(analysis.ties, analysis.index)
    sizes: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for key, deals in groups.items():
        for number, value in enumerate(key):
            sizes[number][value] += len(deals)
    heads = sorted(sizes[1], key=lambda value: (value == NOT_STATED, -sizes[1][value], value))
    if across == "year":
        heads.sort()
    shown = heads[-WIDEST:] if across == "year" else heads[:WIDEST]
    columns = (
        Column(down, LABELS[down]),
        *(Column(value, str(cell(across, value, analysis.index).value), Kind.COUNT) for value in shown),
    )
    rows = [
        (cell(down, value, analysis.index), *(count(groups.get((value, head), ())) for head in shown))
        for value in sorted(sizes[0], key=lambda value: (-sizes[0][value], value))
    ]
    left = len(heads) - len(shown)
    note = f"{left} further values of {LABELS[across].lower()} are not shown as columns." if left else ""
    title = f"{LABELS[down]} by {LABELS[across].lower()}"
    return table("crossed", columns, rows, top=top, title=title).warned(note, few(len(analysis.ties), "fact", 10))


def _expected(deals: list[Deal]) -> Cell:
    return Cell(round(sum(deal.confidence for deal in deals), 2), tuple(deal.id for deal in deals))
