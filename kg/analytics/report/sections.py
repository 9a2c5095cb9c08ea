"""What the report shows: the questions in their order, each with its chart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.analytics.analysis import Analysis
from kg.analytics.questions import Asked, ask
from kg.analytics.report import charts
from kg.analytics.report.geography import world
from kg.analytics.report.markup import Markup
from kg.analytics.report.miniature import SHOWN, miniature
from kg.analytics.tables import Table

Draw = Callable[[Table, Analysis], Markup]


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its chart, and what the colours of the chart mean (a key of the page's legends)."""

    table: Table
    chart: Markup
    legend: str = ""


_ASKED: tuple[tuple[str, Asked], ...] = (
    ("overview", Asked()),
    ("actors", Asked()),
    ("brokers", Asked(top=15)),
    ("communities", Asked(top=12)),
    ("concentration", Asked(top=15)),
    ("concentration", Asked(by=("company",), top=15)),
    ("rivals", Asked(top=15)),
    ("matrix", Asked(by=("company", "subject"), top=15)),
    ("matrix", Asked(by=("place",), level="city", top=40)),
    ("totals", Asked()),
    ("totals", Asked(by=("year",))),
    ("timeline", Asked()),
    ("firsts", Asked()),
    ("mixing", Asked()),
    ("mutual", Asked(top=15)),
    ("gaps", Asked()),
)


def standard(analysis: Analysis) -> Iterator[Table]:
    """The tables of a whole report."""
    return (ask(analysis, name, asked) for name, asked in _ASKED)


def section(table: Table, analysis: Analysis) -> Section:
    """A table with the chart that fits it, if one does."""
    draw, legend = _draw(table)
    return Section(table, draw(table, analysis) if draw and table.rows else Markup(""), legend if draw else "")


def _draw(table: Table) -> tuple[Draw | None, str]:
    if table.name == "matrix" and [column.key for column in table.columns][:2] == ["place", "facts"]:
        return (lambda t, a: world(t, a.index, "Map: facts by place")), ""
    if table.name == "totals":
        return (lambda t, _: charts.money_bars(t, t.title, t.columns[0].key)), "money"
    return _CHARTS.get(table.name, (None, ""))


_CHARTS: dict[str, tuple[Draw, str]] = {
    "overview": (lambda _, a: miniature(a, f"Network of up to {SHOWN} actors with most partners"), "types"),
    "actors": (lambda t, _: charts.split_bars(t, "Facts of the central actors", "facts", "firm_facts"), "firm"),
    "brokers": (lambda t, _: charts.plain_bars(t, "Betweenness", "betweenness", ["actor"]), ""),
    "communities": (lambda t, _: charts.plain_bars(t, "Members of communities", "members", ["strongest"]), ""),
    "concentration": (lambda t, _: charts.plain_bars(t, "Herfindahl index", "herfindahl", ["actor"]), ""),
    "rivals": (lambda t, _: charts.matrix(_two_columns(t), t.title), ""),
    "rivalries": (lambda t, _: charts.plain_bars(t, "Shared grounds", "shared", ["one", "two"]), ""),
    "crossed": (lambda t, _: charts.matrix(t, t.title), ""),
    "mixing": (lambda t, _: charts.matrix(t, t.title), ""),
    "timeline": (lambda t, _: charts.columns(t, "Facts by time"), "firm"),
    "gaps": (lambda t, _: charts.plain_bars(t, "Scores of gaps", "score", ["actor", "target"]), ""),
}


def _two_columns(table: Table) -> Table:
    """Only the subject matter and the counts of the two actors."""
    places = [number for number, column in enumerate(table.columns) if column.key in ("subject", "one", "two")]
    return Table(
        table.name,
        table.title,
        tuple(table.columns[number] for number in places),
        tuple(tuple(row[number] for number in places) for row in table.rows),
    )
