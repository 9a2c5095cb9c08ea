"""Parts of a resolution, as a resolution: by relation, status, subject matter, time, place and confidence."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace

from kg.analytics.index import DATE, Index
from kg.errors import AnalysisError
from kg.model import Deal, EntityType, Relation, Resolution, Status

NOT_YET = frozenset({Status.PROPOSED, Status.PLANNED})
"""Statuses of what is only announced."""
FIRM_CONFIDENCE = 0.6
LEVELS = ("country", "province", "city", "district")
"""Depths of the chain of places, the widest first. A municipality such as Shanghai is at the level of a province."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which facts to look at; what is not given does not restrict.

    Attributes:
        domains: Labels of subject matters; each with all narrower ones.
        since, until: ISO dates, as precise as you like, both included. A fact dated "2019" lies in all of 2019: it is
            in when any part of it is. A fact without a date is dated by its first report.
        places: Names or ids of places; a fact in a place inside of one counts.
        confidence: Least confidence.
    """

    relations: tuple[Relation, ...] = ()
    statuses: tuple[Status, ...] = ()
    domains: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    places: tuple[str, ...] = ()
    confidence: float = 0.0

    @property
    def restricts(self) -> bool:
        """Whether anything is left out at all."""
        return self != Selection()


def select(resolution: Resolution, selection: Selection) -> Resolution:
    """The facts of a selection, with their parties and all places that contain them.

    Raises:
        AnalysisError: A place or a subject matter is not known, or a date is none.
    """
    if not selection.restricts:
        return resolution
    index = Index(resolution)
    domains = _with_narrower(selection.domains, resolution)
    for date in (selection.since, selection.until):
        check_date(date)
    places = tuple(index.find(place, (EntityType.PLACE,)).id for place in selection.places)
    selection = replace(selection, places=places)
    deals = tuple(deal for deal in resolution.deals if _wanted(deal, selection, domains, index))
    return keep(resolution, deals)


def keep(resolution: Resolution, deals: tuple[Deal, ...]) -> Resolution:
    """Some deals of a resolution, with their parties and all places that contain those."""
    parents = {entity.id: (entity.within, entity.governs) for entity in resolution.entities}
    used: set[str] = set()
    waiting = [end for deal in deals for end in (deal.subject, deal.object, deal.place) if end]
    while waiting:
        end = waiting.pop()
        if end not in used:
            used.add(end)
            waiting += [above for above in parents.get(end, ()) if above]
    return replace(resolution, entities=tuple(e for e in resolution.entities if e.id in used), deals=deals)


def firm(resolution: Resolution) -> Resolution:
    """The part of a resolution that is firm (see `is_firm`)."""
    return keep(resolution, tuple(deal for deal in resolution.deals if is_firm(deal)))


def is_firm(deal: Deal) -> bool:
    """Whether a fact is more than announced, as far as known, and read with a confidence of 0.6 or more."""
    return deal.confidence >= FIRM_CONFIDENCE and deal.status not in NOT_YET


def roll_up(resolution: Resolution, level: str) -> Resolution:
    """The same facts between wider places: each place becomes what contains it at `level`.

    Territories and the places of facts move up; ministries and agencies stay themselves. Facts inside of one place
    (Songjiang is located in Shanghai, at the level of provinces) leave.

    Args:
        resolution: What to roll up.
        level: One of `LEVELS`. A place that is wider than the level, or in no known country, stays.
    """
    index = Index(resolution)
    depth = LEVELS.index(level)
    top = {e.id: _at_depth(index, e.id, depth) for e in resolution.entities if e.type is EntityType.PLACE}
    moved = (
        replace(
            deal,
            subject=top.get(deal.subject, deal.subject),
            object=top.get(deal.object, deal.object),
            place=top.get(deal.place, deal.place) if deal.place else None,
        )
        for deal in resolution.deals
    )
    return keep(resolution, tuple(deal for deal in moved if deal.subject != deal.object))


def at_level(index: Index, place: str, level: str) -> str:
    """What contains `place` at a level of `LEVELS`; the place itself where it is wider or in no known country."""
    return _at_depth(index, place, LEVELS.index(level))


def _at_depth(index: Index, place: str, depth: int) -> str:
    chain = index.chain(place)
    if not chain or index.entities[chain[-1]].country is None:
        return place
    return chain[max(len(chain) - 1 - depth, 0)]


def _wanted(deal: Deal, selection: Selection, domains: frozenset[str], index: Index) -> bool:
    if selection.relations and deal.relation not in selection.relations:
        return False
    if selection.statuses and deal.status not in selection.statuses:
        return False
    if domains and not domains & {domain.casefold() for domain in deal.domains}:
        return False
    if deal.confidence < selection.confidence:
        return False
    if selection.places and not in_places(deal, selection.places, index):
        return False
    return in_time(index.when(deal)[0], selection.since, selection.until)


def check_date(date: str | None) -> None:
    """See that a date is an ISO date, as precise as you like.

    Raises:
        AnalysisError: It is none.
    """
    if date is not None and not DATE.fullmatch(date):
        raise AnalysisError(f"{date!r} is no date: write 2019, 2019-10 or 2019-10-11.")


def in_time(when: str | None, since: str | None, until: str | None) -> bool:
    """Whether a date, as precise as it is, has a part in a window.

    >>> in_time("2019", "2019-06", None), in_time("2019-03", "2019-06", None), in_time(None, "2019", None)
    (True, False, False)
    """
    if not (since or until):
        return True
    if when is None:
        return False
    after = not since or when >= since[: len(when)]
    before = not until or when[: len(until)] <= until
    return after and before


def in_places(deal: Deal, places: tuple[str, ...], index: Index) -> bool:
    """Whether a deal plays in one of the places or inside of one."""
    return any(above in places for place in index.places(deal) for above in index.chain(place))


def _with_narrower(labels: tuple[str, ...], resolution: Resolution) -> frozenset[str]:
    """The labels and those of all narrower concepts of the ontology, casefolded."""
    if not labels:
        return frozenset()
    from kg.store.vocabulary import vocabulary  # imported late: it parses the ontology

    known = vocabulary()
    found = {label.casefold() for label in labels}
    used = {domain.casefold() for deal in resolution.deals for domain in deal.domains}
    unknown = sorted(found - used - known.domains.keys())
    if unknown:
        near = difflib.get_close_matches(unknown[0], sorted(used | known.domains.keys()), n=3)
        hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
        raise AnalysisError(f"No subject matter is called {unknown[0]!r}.{hint}")
    wider = {known.domains[label].iri for label in found if label in known.domains}
    grown = True
    while grown:
        more = {c.iri for c in known.concepts.values() if c.broader in wider} - wider
        wider |= more
        grown = bool(more)
    return frozenset(found | {label for label, concept in known.domains.items() if concept.iri in wider})
