"""What changed between two dates: new facts, new ties, new actors, and deals that moved on or ended."""

from __future__ import annotations

from kg.analytics.analysis import Analysis
from kg.analytics.selection import in_time
from kg.analytics.tables import Cell, Column, Kind, Table, few, named, table
from kg.analytics.words import money, plural, spoken
from kg.errors import AnalysisError
from kg.model import Deal

_KINDS = {"new": "new fact", "tie": "new tie", "actor": "new actor", "status": "status"}


def changes(analysis: Analysis, since: str, until: str, top: int = 0) -> Table:
    """Facts that are new, and statuses that changed, from one date to another, both included.

    Args:
        analysis: What to look at.
        since: ISO date, as precise as you like.
        until: ISO date, not before `since`.
        top: How many rows; 0 for all.

    Raises:
        AnalysisError: The dates are in the wrong order.
    """
    if until[: len(since)] < since[: len(until)]:
        raise AnalysisError(f"{until!r} is before {since!r}: give the earlier date first.")
    known = _known_before(analysis, since)
    events: list[tuple[str, Deal, str, str]] = []
    for deal in analysis.ties:
        when, _ = analysis.index.when(deal)
        if when and in_time(when, since, until):
            events.append((when, deal, _novelty(deal, known), _status(deal)))
        events += [
            (day, deal, _KINDS["status"], f"{before.value} → {after.value}")
            for (_, before), (day, after) in zip(deal.history, deal.history[1:], strict=False)
            if in_time(day, since, until)
        ]
    events.sort(key=lambda event: (event[0], event[2], event[1].id))
    columns = (
        Column("date", "Date"), Column("change", "Change"), Column("subject", "Subject"),
        Column("relation", "Relation"), Column("object", "Object"), Column("amount", "Amount"),
        Column("status", "Status"), Column("confidence", "Confidence", Kind.SCORE),
    )  # fmt: skip
    rows = (_row(*event, analysis) for event in events)
    title = f"What changed from {since} to {until}"
    undated = sum(1 for deal in analysis.ties if analysis.index.when(deal)[0] is None)
    note = f"{plural(undated, 'fact')} without a date not considered." if undated else ""
    return table("changes", columns, rows, top=top, title=title).warned(note, few(len(events), "change", 1))


def _known_before(analysis: Analysis, since: str) -> tuple[set[str], set[frozenset[str]]]:
    """Actors and pairs of actors that have a fact before `since`."""
    actors: set[str] = set()
    pairs: set[frozenset[str]] = set()
    for deal in analysis.ties:
        when, _ = analysis.index.when(deal)
        if when and not in_time(when, since, None):
            actors |= {deal.subject, deal.object}
            pairs.add(frozenset((deal.subject, deal.object)))
    return actors, pairs


def _novelty(deal: Deal, known: tuple[set[str], set[frozenset[str]]]) -> str:
    actors, pairs = known
    if not {deal.subject, deal.object} <= actors:
        return _KINDS["actor"]
    return _KINDS["new"] if frozenset((deal.subject, deal.object)) in pairs else _KINDS["tie"]


def _status(deal: Deal) -> str:
    return deal.status.value if deal.status else ""


def _row(day: str, deal: Deal, change: str, status: str, analysis: Analysis) -> tuple[Cell, ...]:
    amount = f"{money(deal.amount.value)} {deal.amount.currency}" if deal.amount else None
    return (
        Cell(day, (deal.id,)), Cell(change), named(deal.subject, analysis.index), Cell(spoken(deal.relation)),
        named(deal.object, analysis.index), Cell(amount, (deal.id,) if amount else ()), Cell(status or None),
        Cell(deal.confidence, (deal.id,)),
    )  # fmt: skip
