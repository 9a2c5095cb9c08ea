"""Sums of money by company, place, year: currencies apart, and what is only planned apart from what is done."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.analytics.analysis import Analysis
from kg.analytics.dimensions import LABELS, NOT_STATED, Grouping, cell
from kg.analytics.rates import Rates
from kg.analytics.tables import Cell, Column, Kind, Table, few, listed, table
from kg.analytics.words import plural, spoken
from kg.model import Deal, Money, Relation, Status

_STAGES: dict[Status | None, str] = {
    Status.PROPOSED: "planned",
    Status.PLANNED: "planned",
    Status.AGREED: "agreed",
    Status.ACTIVE: "done",
    Status.COMPLETED: "done",
    Status.ENDED: "ended",
    None: "unstated",
}
_HEADINGS = {
    "planned": "Proposed or planned", "agreed": "Agreed", "done": "Active or completed", "ended": "Ended",
    "unstated": "Status not stated",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sum:
    """One amount that counts: its value, the currency it is now in, and the deals that state it together."""

    value: float
    currency: str
    stage: str
    inexact: bool
    deals: tuple[Deal, ...]


def totals(analysis: Analysis, grouping: Grouping | None = None, rates: Rates | None = None, top: int = 20) -> Table:
    """Sums by the dimensions of `grouping` (by investor when not given) and by currency.

    One amount that an article states once for several parties ("A and B invest 3 billion") counts once in every group.

    Args:
        analysis: What to look at; without a selection of relations only investments count.
        grouping: By what.
        rates: Converts to one currency; amounts without a rate stay apart in their own.
        top: How many rows; 0 for all.
    """
    grouping = grouping or Grouping(("investor",))
    relevant = [deal for deal in analysis.ties if deal.relation in _relations(analysis)]
    stated = [deal for deal in relevant if deal.amount]
    sums: dict[tuple[str, ...], dict[str, list[Sum]]] = defaultdict(lambda: defaultdict(list))
    for key, deals in grouping.gather(stated, analysis.index).items():
        for one in _distinct(deals, analysis, rates):
            sums[key][one.currency].append(one)
    columns = (
        *(Column(name, LABELS[name]) for name in grouping.dimensions),
        Column("currency", "Currency"),
        Column("amounts", "Amounts", Kind.COUNT),
        *(Column(stage, label, Kind.MONEY) for stage, label in _HEADINGS.items()),
        Column("inexact", "Inexact or disputed", Kind.COUNT),
    )
    flat = [(key, currency, found) for key, by_currency in sums.items() for currency, found in by_currency.items()]
    rows = []
    for key, currency, found in sorted(flat, key=lambda item: _order(item[0], item[1], item[2], grouping)):
        labels = (cell(name, value, analysis.index) for name, value in zip(grouping.dimensions, key, strict=True))
        rows.append((*labels, Cell(currency), *_numbers(found)))
    title = f"Sums of money by {listed(LABELS[name].lower() for name in grouping.dimensions)}"
    made = table("totals", columns, rows, top=top, title=title, engine=_engine(grouping, rates))
    return made.warned(*_warnings(analysis, relevant, stated, rates))


def _relations(analysis: Analysis) -> tuple[Relation, ...]:
    return analysis.selection.relations or (Relation.INVESTS,)


def _distinct(deals: Iterable[Deal], analysis: Analysis, rates: Rates | None) -> list[Sum]:
    """The amounts of some deals, each statement once."""
    groups: dict[tuple[object, ...], list[Deal]] = defaultdict(list)
    for deal in deals:
        if deal.amount:
            fact = deal.readings[0] if deal.readings else None
            words = (fact.doc, fact.evidence.start) if fact else (deal.id, 0)
            groups[(deal.amount.value, deal.amount.currency, _STAGES[deal.status], *words)].append(deal)
    return [_sum(found, analysis, rates) for found in groups.values()]


def _sum(deals: list[Deal], analysis: Analysis, rates: Rates | None) -> Sum:
    first = deals[0]
    money = first.amount or Money(0, "")
    converted = rates.convert(money, analysis.index.year(first)) if rates else None
    value, currency = (float(money.value), money.currency) if converted is None or rates is None else (
        converted, rates.target,
    )  # fmt: skip
    ranged = money.qualifier is not None or money.lower is not None or money.upper is not None
    disputed = any(conflict.field == "amount" for deal in deals for conflict in deal.conflicts)
    return Sum(value, currency, _STAGES[first.status], ranged or disputed, tuple(deals))


def _order(key: tuple[str, ...], currency: str, found: list[Sum], grouping: Grouping) -> tuple[object, ...]:
    if "year" in grouping.dimensions:
        return (key[grouping.dimensions.index("year")] == NOT_STATED, key, -len(found), currency)
    return (-len(found), -sum(one.value for one in found), key, currency)


def _numbers(found: list[Sum]) -> list[Cell]:
    cells = [Cell(len(found), _ids(found))]
    for stage in _HEADINGS:
        these = [one for one in found if one.stage == stage]
        cells.append(Cell(_whole(sum(one.value for one in these)), _ids(these)) if these else Cell(None))
    inexact = [one for one in found if one.inexact]
    return [*cells, Cell(len(inexact), _ids(inexact))]


def _whole(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 2)


def _ids(sums: Iterable[Sum]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(deal.id for one in sums for deal in one.deals))


def _engine(grouping: Grouping, rates: Rates | None) -> str:
    texts = [f"places at the level of {grouping.level}"] if "place" in grouping.dimensions else []
    if rates:
        texts.append(f"converted to {rates.target} as the article does, else by the rates given")
    return "; ".join(texts)


def _warnings(analysis: Analysis, relevant: list[Deal], stated: list[Deal], rates: Rates | None) -> list[str]:
    silent = len(relevant) - len(stated)
    others = Counter(
        deal.relation for deal in analysis.ties if deal.amount and deal.relation not in _relations(analysis)
    )
    elsewhere = listed((f"{spoken(relation)} {number}" for relation, number in sorted(others.items())), 9)
    unconverted = sorted(
        {deal.amount.currency for deal in stated if rates and deal.amount and _unknown(deal, analysis, rates)}
    )
    return [
        few(len(stated), "amount"),
        f"Without an amount, so not in the sums: {plural(silent, 'fact')} of the same relations." if silent else "",
        f"Amounts of other relations are not in the sums ({elsewhere}); see --relation." if others else "",
        f"No rate for {', '.join(unconverted)}: these rows stay in their own currency." if unconverted else "",
    ]


def _unknown(deal: Deal, analysis: Analysis, rates: Rates) -> bool:
    return deal.amount is not None and rates.convert(deal.amount, analysis.index.year(deal)) is None
