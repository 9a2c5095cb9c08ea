"""Relations over time: facts by year, quarter or month."""

from __future__ import annotations

from collections import defaultdict

from kg.analytics.analysis import Analysis
from kg.analytics.selection import is_firm
from kg.analytics.tables import Cell, Column, Kind, Table, count, few, table
from kg.analytics.words import plural, spoken
from kg.errors import AnalysisError
from kg.model import Deal, Relation, relation_order

PERIODS = ("year", "quarter", "month")
_PRECISE = {"year": 4, "quarter": 7, "month": 7}
_MOST_EMPTY = 600


def timeline(analysis: Analysis, period: str = "year", top: int = 0) -> Table:
    """Facts of every relation by period, the latest last; periods without a fact are rows too.

    Args:
        analysis: What to look at.
        period: "year", "quarter" or "month". A date that is less precise gets a row of its own ("2019").
        top: How many of the latest rows; 0 for all.

    Raises:
        AnalysisError: There is no such period.
    """
    if period not in PERIODS:
        raise AnalysisError(f"There is no period {period!r}: choose one of {', '.join(PERIODS)}.")
    groups: dict[str, list[Deal]] = defaultdict(list)
    undated = 0
    for deal in analysis.ties:
        when, _ = analysis.index.when(deal)
        if when is None:
            undated += 1
        else:
            groups[name_of(when, period)].append(deal)
    relations = sorted({deal.relation for deal in analysis.ties}, key=relation_order)
    columns = (
        Column("period", period.capitalize()),
        Column("facts", "Facts", Kind.COUNT),
        Column("firm", "Firm facts", Kind.COUNT),
        Column("reported", "Dated by report only", Kind.COUNT),
        *(Column(relation, spoken(relation), Kind.COUNT) for relation in relations),
    )
    names = _with_gaps(sorted(groups), period)
    rows = [_row(name, groups.get(name, []), relations, analysis) for name in (names[-top:] if top else names)]
    made = table("timeline", columns, rows)
    note = f"{plural(undated, 'fact')} without a date not counted." if undated else ""
    return made.warned(few(len(analysis.ties) - undated, "dated fact", 10), note)


def name_of(when: str, period: str) -> str:
    """The period that a date lies in; the date itself where it is too vague.

    >>> name_of("2020-04-08", "quarter"), name_of("2020-04-08", "month"), name_of("2020", "month")
    ('2020-Q2', '2020-04', '2020')
    """
    if len(when) < _PRECISE[period] or period == "year":
        return when[:4]
    return f"{when[:4]}-Q{(int(when[5:7]) + 2) // 3}" if period == "quarter" else when[:7]


def _with_gaps(names: list[str], period: str) -> list[str]:
    """The periods from the first to the last, and the vague ones among them."""
    full = [name for name in names if period == "year" or len(name) > 4]
    if not full:
        return names
    steps = {"year": 1, "quarter": 4, "month": 12}[period]
    first, last = (_number(name, steps) for name in (full[0], full[-1]))
    if last - first > _MOST_EMPTY:
        return names
    return sorted({*names, *(_name(number, steps) for number in range(first, last + 1))})


def _number(name: str, steps: int) -> int:
    return int(name[:4]) * steps + (int(name[5:].lstrip("Q")) - 1 if steps > 1 else 0)


def _name(number: int, steps: int) -> str:
    year, part = divmod(number, steps)
    return {1: f"{year:04}", 4: f"{year:04}-Q{part + 1}", 12: f"{year:04}-{part + 1:02}"}[steps]


def _row(name: str, deals: list[Deal], relations: list[Relation], analysis: Analysis) -> tuple[Cell, ...]:
    return (
        Cell(name),
        count(deals),
        count(deal for deal in deals if is_firm(deal)),
        count(deal for deal in deals if analysis.index.when(deal)[1]),
        *(count(deal for deal in deals if deal.relation is relation) for relation in relations),
    )
