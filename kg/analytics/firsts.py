"""First movers: who was first in a place or with a subject matter, and how long before the next."""

from __future__ import annotations

from kg.analytics.analysis import Analysis
from kg.analytics.dimensions import LABELS, NOT_STATED, Grouping, cell
from kg.analytics.tables import Cell, Column, Kind, Table, count, few, listed, table
from kg.analytics.words import plural
from kg.model import Deal

BY = Grouping(("place", "subject"), "province")
Span = tuple[str, str]


def first_movers(analysis: Analysis, grouping: Grouping = BY, top: int = 20) -> Table:
    """For every place and subject matter (or other dimensions) the company with the earliest fact.

    Dates are as precise as the articles: when "2017" and "2017-05" cannot be put in order, both are first.
    """
    dated = [deal for deal in analysis.moves if analysis.index.when(deal)[0]]
    groups = grouping.gather(dated, analysis.index)
    columns = (
        *(Column(name, LABELS[name]) for name in grouping.dimensions),
        Column("first", "First"),
        Column("since", "Since"),
        Column("next", "Next"),
        Column("next_since", "Since"),
        Column("lead", "Months ahead", Kind.COUNT),
        Column("companies", "Companies", Kind.COUNT),
    )
    rows = []
    for key, deals in groups.items():
        if NOT_STATED in key:
            continue
        found = _starts(deals, analysis)
        if found:
            labels = (cell(name, value, analysis.index) for name, value in zip(grouping.dimensions, key, strict=True))
            rows.append((*labels, *_movers(found, analysis)))
    rows.sort(key=lambda row: (-int(row[-1].value or 0), str(row[0].value), str(row[1].value)))
    left = len(analysis.moves) - len(dated)
    note = f"{plural(left, 'fact')} without a date not considered." if left else ""
    contested = sum(1 for row in rows if int(row[-1].value or 0) > 1)
    return table("firsts", columns, rows, top=top).warned(few(contested, "contested ground", 3), note)


def span(when: str) -> Span:
    """First and last day of a date as precise as it is (the last day of a month is always written 31).

    >>> span("2017"), span("2020-04")
    (('2017-01-01', '2017-12-31'), ('2020-04-01', '2020-04-31'))
    """
    return (when + "-01-01"[len(when) - 4 :] if len(when) < 10 else when, when + "-12-31"[len(when) - 4 :])


def _starts(deals: list[Deal], analysis: Analysis) -> dict[str, tuple[Span, Deal]]:
    """Each company's earliest fact."""
    found: dict[str, tuple[Span, Deal]] = {}
    for deal in deals:
        days = span(analysis.index.when(deal)[0] or "")
        for company in analysis.index.companies(deal):
            if company not in found or days[::-1] < found[company][0][::-1]:
                found[company] = (days, deal)
    return found


def _movers(found: dict[str, tuple[Span, Deal]], analysis: Analysis) -> tuple[Cell, ...]:
    order = sorted(found, key=lambda company: (found[company][0][::-1], company))
    sure = min(found[company][0][1] for company in order)
    first = [company for company in order if found[company][0][0] <= sure]
    later = [company for company in order if company not in first]
    deals = [found[company][1] for company in first]
    following = found[later[0]] if later else None
    lead = _months(found[first[0]][0][0], following[0][0]) if following else None
    names = listed((analysis.index.name(company) for company in first), 3)
    every = count(dict.fromkeys(deal.id for _, deal in found.values()))
    return (
        Cell(names, entity=first[0] if len(first) == 1 else None),
        Cell(analysis.index.when(deals[0])[0], tuple(deal.id for deal in deals)),
        Cell(analysis.index.name(later[0]) if later else None, entity=later[0] if later else None),
        Cell(analysis.index.when(following[1])[0] if following else None, (following[1].id,) if following else ()),
        Cell(lead, (deals[0].id, following[1].id) if following else ()),
        Cell(len(found), every.facts),
    )


def _months(one: str, two: str) -> int:
    return (int(two[:4]) - int(one[:4])) * 12 + int(two[5:7]) - int(one[5:7])
