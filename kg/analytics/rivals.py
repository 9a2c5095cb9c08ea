"""Rivals in the same place: what two companies both do there, what only one does, and who meets whom most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from kg.analytics.analysis import Analysis
from kg.analytics.dimensions import NOT_STATED
from kg.analytics.selection import at_level
from kg.analytics.tables import Cell, Column, Kind, Table, count, few, listed, named, sparql, table
from kg.errors import AnalysisError
from kg.model import Deal, EntityType

Ground = tuple[str, str]
"""A place and a subject matter."""


def rivals(analysis: Analysis, one: str, two: str, top: int = 20) -> Table:
    """Shared and distinct subject matters of two actors; select places to look there only.

    Args:
        analysis: What to look at.
        one: Name or IRI of an actor.
        two: Name or IRI of another.
        top: How many rows; 0 for all.

    Raises:
        AnalysisError: A name is not known, or both are the same actor.
    """
    first, second = analysis.find(one), analysis.find(two)
    if first.id == second.id:
        raise AnalysisError(f"{one!r} and {two!r} are the same actor ({first.name}): name two.")
    facts = [[deal for deal in analysis.moves if actor.id in (deal.subject, deal.object)] for actor in (first, second)]
    sides = (_by_subject(facts[0]), _by_subject(facts[1]))
    subjects = sorted({*sides[0], *sides[1]}, key=lambda subject: _order(subject, *sides))
    columns = (
        Column("subject", "Subject matter"), Column("who", "Who"),
        Column("one", first.name, Kind.COUNT), Column("two", second.name, Kind.COUNT),
        Column("one_since", f"{first.name} since"), Column("two_since", f"{second.name} since"),
        Column("places", "Places"),
    )  # fmt: skip
    rows = [_row(subject, (first.name, second.name), sides, analysis) for subject in subjects]
    places = [analysis.find(place, (EntityType.PLACE,)) for place in analysis.selection.places]
    where = f" in {listed(place.name for place in places)}" if places else ""
    query = sparql("rivals", one=first.id, two=second.id)
    if len(places) == 1:
        query = sparql("rivals-in", one=first.id, two=second.id, place=places[0].id)
    made = table("rivals", columns, rows, top=top, title=f"{first.name} and {second.name}{where}", sparql=query)
    return made.warned(few(min(map(len, facts)), "fact of the actor with fewer", 3))


def rivalries(analysis: Analysis, actor: str | None = None, level: str = "province", top: int = 20) -> Table:
    """Pairs of companies that deal in the same places about the same subject matters, of one actor or of all.

    Raises:
        AnalysisError: The actor's name is not known.
    """
    grounds = _grounds(analysis, level)
    wanted = analysis.find(actor).id if actor else None
    shared: dict[tuple[str, str], list[Ground]] = defaultdict(list)
    for ground, companies in sorted(grounds.items()):
        for pair in combinations(sorted(companies), 2):
            if wanted is None or wanted in pair:
                shared[pair].append(ground)
    held: dict[str, int] = defaultdict(int)
    for companies in grounds.values():
        for company in companies:
            held[company] += 1
    columns = (
        Column("one", "Company"), Column("two", "and"), Column("shared", "Shared grounds", Kind.COUNT),
        Column("overlap", "Of all of theirs", Kind.SHARE), Column("where", "Where and about what"),
    )  # fmt: skip
    rows = []
    for (one, two), common in sorted(shared.items(), key=lambda item: (-len(item[1]), item[0])):
        deals = (deal for ground in common for side in (one, two) for deal in grounds[ground][side])
        facts = tuple(dict.fromkeys(deal.id for deal in deals))
        words = listed((f"{subject} in {analysis.index.name(place)}" for place, subject in common), 3)
        names = (named(one, analysis.index), named(two, analysis.index))
        share = len(common) / (held[one] + held[two] - len(common))
        rows.append((*names, Cell(len(common), facts), Cell(share, facts), Cell(words)))
    made = table("rivalries", columns, rows, top=top, engine=f"places at the level of {level}")
    return made.warned(few(len(rows), "pair of companies with a shared ground", 1))


def _by_subject(deals: Iterable[Deal]) -> dict[str, list[Deal]]:
    found: dict[str, list[Deal]] = defaultdict(list)
    for deal in deals:
        for subject in deal.domains or (NOT_STATED,):
            found[subject].append(deal)
    return dict(found)


def _order(subject: str, one: dict[str, list[Deal]], two: dict[str, list[Deal]]) -> tuple[int, bool, int, str]:
    kind = 0 if subject in one and subject in two else 1 if subject in one else 2
    return (kind, subject == NOT_STATED, -len(one.get(subject, ())) - len(two.get(subject, ())), subject)


def _row(
    subject: str, names: tuple[str, str], sides: tuple[dict[str, list[Deal]], ...], analysis: Analysis
) -> tuple[Cell, ...]:
    one, two = (side.get(subject, []) for side in sides)
    who = "both" if one and two else f"only {names[0] if one else names[1]}"
    places = dict.fromkeys(place for deal in (*one, *two) for place in analysis.index.places(deal))
    return (
        Cell(subject), Cell(who), count(one), count(two), _since(one, analysis), _since(two, analysis),
        Cell(listed(analysis.index.name(place) for place in places)),
    )  # fmt: skip


def _since(deals: list[Deal], analysis: Analysis) -> Cell:
    dated = sorted((when, deal.id) for deal in deals if (when := analysis.index.when(deal)[0]))
    return Cell(dated[0][0], (dated[0][1],)) if dated else Cell(None)


def _grounds(analysis: Analysis, level: str) -> dict[Ground, dict[str, list[Deal]]]:
    """Which companies deal on each ground, by which facts."""
    found: dict[Ground, dict[str, list[Deal]]] = defaultdict(lambda: defaultdict(list))
    index = analysis.index
    for deal in analysis.moves:
        places = dict.fromkeys(at_level(index, place, level) for place in index.places(deal))
        for place in places:
            for subject in deal.domains:
                for company in index.companies(deal):
                    found[place, subject][company].append(deal)
    return found
