"""What facts can be grouped by. An "investor" is the acting side of a fact, whatever its type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product

from kg.analytics.index import Index
from kg.analytics.selection import LEVELS, at_level
from kg.analytics.tables import Cell, named
from kg.analytics.words import spoken
from kg.errors import AnalysisError
from kg.model import SYMMETRIC, Deal

NOT_STATED = "(not stated)"


@dataclass(frozen=True, slots=True)
class Grouping:
    """Facts by the values of some dimensions.

    Attributes:
        dimensions: Names out of `DIMENSIONS`.
        level: At which level to take places: one of `kg.analytics.selection.LEVELS`.
    """

    dimensions: tuple[str, ...]
    level: str = "district"

    def __post_init__(self) -> None:
        unknown = [name for name in self.dimensions if name not in _VALUES]
        if unknown:
            raise AnalysisError(f"Facts cannot be grouped by {unknown[0]!r}: choose from {', '.join(DIMENSIONS)}.")
        if self.level not in LEVELS:
            raise AnalysisError(f"There is no level {self.level!r}: choose one of {', '.join(LEVELS)}.")

    def of(self, deal: Deal, index: Index) -> Iterable[tuple[str, ...]]:
        """The groups that a fact belongs to: every combination of its values; none when it lacks a company."""
        values = (dict.fromkeys(_VALUES[name](deal, index, self.level)) for name in self.dimensions)
        return product(*values)

    def gather(self, deals: Iterable[Deal], index: Index) -> dict[tuple[str, ...], list[Deal]]:
        """The facts of every group, the largest group first."""
        groups: dict[tuple[str, ...], list[Deal]] = defaultdict(list)
        for deal in deals:
            for key in self.of(deal, index):
                groups[key].append(deal)
        return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))


def cell(dimension: str, value: str, index: Index) -> Cell:
    """A value of a dimension for people."""
    if dimension in ("company", "government", "investor", "place") and value != NOT_STATED:
        return named(value, index)
    return Cell(spoken(value) if dimension in ("relation", "status") and value != NOT_STATED else value)


def _governments(deal: Deal, index: Index, _level: str) -> Iterable[str]:
    return [party for party in (deal.subject, deal.object) if index.is_public(party)]


def _places(deal: Deal, index: Index, level: str) -> Iterable[str]:
    return [at_level(index, place, level) for place in index.places(deal)] or [NOT_STATED]


def _investors(deal: Deal, index: Index, _level: str) -> Iterable[str]:
    return (deal.subject, deal.object) if deal.relation in SYMMETRIC else (deal.subject,)


_VALUES: dict[str, Callable[[Deal, Index, str], Iterable[str]]] = {
    "company": lambda deal, index, _: index.companies(deal),
    "government": _governments,
    "investor": _investors,
    "subject": lambda deal, _index, _level: deal.domains or (NOT_STATED,),
    "place": _places,
    "relation": lambda deal, _index, _level: (str(deal.relation),),
    "status": lambda deal, _index, _level: (deal.status.value if deal.status else NOT_STATED,),
    "year": lambda deal, index, _: (index.year(deal) or NOT_STATED,),
}
DIMENSIONS = tuple(_VALUES)
LABELS = {"subject": "Subject matter"} | {name: name.capitalize() for name in DIMENSIONS if name != "subject"}
