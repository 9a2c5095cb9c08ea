"""Small charts of tables, as SVG: bars, columns over time, a matrix. Each has its numbers in words for every mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kg.analytics import words
from kg.analytics.report.markup import Markup, element, join, svg
from kg.analytics.tables import Kind, Table, Value, shown

_LABEL, _BAR, _ROW = 210, 420, 24
_MOST = 15


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in parts, each with its class of colour: (value, class, what it is)."""

    label: str
    parts: tuple[tuple[float, str, str], ...]
    note: str

    @property
    def total(self) -> float:
        """Length of all parts."""
        return sum(value for value, _, _ in self.parts)


def bars(found: Sequence[Bar], label: str) -> Markup:
    """Horizontal bars with their values at the end; one scale for all."""
    most = max((bar.total for bar in found), default=0) or 1
    rows = [_bar(bar, number * _ROW, most) for number, bar in enumerate(found[:_MOST])]
    return svg(rows, label, _LABEL + _BAR + 110, max(len(rows), 1) * _ROW + 4)


def _bar(bar: Bar, top: float, most: float) -> Markup:
    left, marks = float(_LABEL), []
    for value, style, name in bar.parts:
        width = value / most * _BAR
        if value > 0:
            mark = element("rect", element("title", f"{bar.label}: {name}"), x=left, y=top + 4.0,
                           width=max(width, 1.0), height=_ROW - 8.0, class_=style)  # fmt: skip
            marks.append(mark)
        left += width
    name = element("text", words.cut(words.visible(bar.label), 30), x=_LABEL - 8.0, y=top + 16.0, class_="end")
    note = element("text", bar.note, x=left + 6.0, y=top + 16.0, class_="value")
    return element("g", join((element("title", f"{bar.label}: {bar.note}"), name, *marks, note)))


def split_bars(table: Table, label: str, all_: str, firm: str, name: str = "actor") -> Markup:
    """Bars of a count, its firm part in full colour and the rest lighter."""
    found = []
    for record in table.records()[:_MOST]:
        total, sure = _float(record[all_]), _float(record[firm])
        parts = ((sure, "firm", f"{sure:g} firm"), (max(total - sure, 0), "weak", f"{total - sure:g} not firm"))
        found.append(Bar(str(record[name]), parts, f"{total:,.0f} ({sure:,.0f} firm)"))
    return bars(found, label)


def plain_bars(table: Table, label: str, value: str, names: Sequence[str]) -> Markup:
    """Bars of one column."""
    kind = next(column.kind for column in table.columns if column.key == value)
    found = []
    for record in table.records()[:_MOST]:
        size, note = _float(record[value]), shown(record[value], kind)
        found.append(Bar(" – ".join(str(record[name]) for name in names), ((size, "firm", note),), note))
    return bars(found, label)


STAGES = (("done", "firm"), ("agreed", "agreed"), ("planned", "weak"), ("ended", "ended"), ("unstated", "unstated"))


def money_bars(table: Table, label: str, name: str) -> Markup:
    """Bars of sums by stage: a picture for each of the three currencies with most amounts."""
    records = table.records()
    counts: dict[str, float] = {}
    for record in records:
        counts[str(record["currency"])] = counts.get(str(record["currency"]), 0) + _float(record["amounts"])
    pictures = []
    for currency in sorted(counts, key=lambda code: (-counts[code], code))[:3]:
        rows = [record for record in records if record["currency"] == currency]
        found = [_money_bar(record, name, currency, table) for record in rows]
        if name != "year":
            found.sort(key=lambda bar: (-bar.total, bar.label))
        heading = element("h4", f"In {currency}")
        pictures.append(join((heading, bars(found, f"{label}, in {currency}"))))
    return join(pictures)


def _money_bar(record: dict[str, Value], name: str, currency: str, table: Table) -> Bar:
    labels = {column.key: column.label for column in table.columns}
    parts = tuple(
        (_float(record[stage]), style, f"{labels[stage].lower()} {shown(record[stage], Kind.MONEY)} {currency}")
        for stage, style in STAGES
    )
    return Bar(str(record[name]), parts, f"{words.money(sum(value for value, _, _ in parts))} {currency}")


def columns(table: Table, label: str) -> Markup:
    """Upright columns over time: firm facts in full colour, the rest lighter."""
    records = table.records()
    most = max((_float(record["facts"]) for record in records), default=0) or 1
    step = min(46.0, 700 / max(len(records), 1))
    every = max(1, round(46 / step))
    marks = [
        _column(record, 30 + number * step, step, most, number % every == 0) for number, record in enumerate(records)
    ]
    width = max(30 + len(records) * step + 10, 200)
    axis = [element("text", f"{most:,.0f}", x=26.0, y=18.0, class_="end value"),
            element("line", x1=28.0, y1=160.0, x2=width, y2=160.0, class_="axis")]  # fmt: skip
    return svg([*axis, *marks], label, width, 190)


def _column(record: dict[str, Value], left: float, step: float, most: float, named: bool) -> Markup:
    total, sure = _float(record["facts"]), _float(record["firm"])
    period, tall, solid = str(record["period"]), total / most * 146, sure / most * 146
    parts: list[object] = [element("title", f"{period}: {total:g} facts, {sure:g} firm")]
    wide = max(step - 3, 1.0)
    parts.append(element("rect", x=left, y=160 - tall, width=wide, height=tall - solid, class_="weak"))
    parts.append(element("rect", x=left, y=160 - solid, width=wide, height=solid, class_="firm"))
    if named:
        parts.append(element("text", period, x=left + wide / 2, y=176.0, class_="middle value"))
    return element("g", join(parts))


def matrix(table: Table, label: str) -> Markup:
    """A matrix of counts: the darker the more, with the number in each cell."""
    keys = [column.key for column in table.columns[1:]]
    records = table.records()[:_MOST]
    most = max((_float(record[key]) for record in records for key in keys), default=0) or 1
    heads = [
        element("text", words.cut(words.visible(column.label), 24), class_="value",
                transform=f"translate({_LABEL + 24 + number * 44} 118) rotate(-40)")
        for number, column in enumerate(table.columns[1:])
    ]  # fmt: skip
    rows = []
    for line, record in enumerate(records):
        name = str(record[table.columns[0].key])
        top = 126.0 + line * 28
        rows.append(element("text", words.cut(words.visible(name), 30), x=_LABEL - 8.0, y=top + 18, class_="end"))
        rows += [
            _square(
                _float(record[key]), most, _LABEL + number * 44.0, top, f"{name}, {table.columns[number + 1].label}"
            )
            for number, key in enumerate(keys)
        ]
    return svg([*heads, *rows], label, _LABEL + len(keys) * 44 + 110, 126 + len(records) * 28 + 6)


def _square(value: float, most: float, left: float, top: float, name: str) -> Markup:
    if not value:
        return element("rect", x=left, y=top, width=42, height=26, class_="heat heat0")
    shade = min(4, 1 + int(value / most * 3.999))
    box = element("rect", x=left, y=top, width=42, height=26, class_=f"heat heat{shade}")
    note = element("text", f"{value:,.0f}", x=left + 21, y=top + 18, class_=f"middle on{shade}")
    return element("g", join((element("title", f"{name}: {value:,.0f}"), box, note)))


def _float(value: Value) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
