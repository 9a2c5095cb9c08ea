"""What the text is read into: name spans, and the entities that they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kg.model import EntityType


@dataclass(frozen=True, slots=True)
class Span:
    """Words of one sentence that name something; offsets count from the sentence's start.

    Attributes:
        key: The entity it stands for (set by `linking`); equal keys are one entity.
        source: How it was found: "list", "suffix", "context", "alias", "anaphor", "head".
        owner: For a facility, the organization that its name begins with.
        place: For a facility or organization, the place within its name.
        titles: For a person: (organization span or None, role) pairs, nearest to the name last.
        chain: For a place, the places that its words contain from the largest to the smallest.
    """

    start: int
    end: int
    type: EntityType
    text: str
    source: str
    key: str = ""
    owner: Span | None = None
    place: Span | None = None
    titles: tuple[tuple[Span | None, str], ...] = ()
    chain: tuple[Span, ...] = ()
    former: bool = False

    def keyed(self, key: str) -> Span:
        """The span with its entity."""
        return replace(self, key=key)


@dataclass(slots=True)
class Entity:
    """An entity of one article: every name it goes by there."""

    key: str
    type: EntityType
    names: dict[str, int] = field(default_factory=dict)

    def add(self, name: str) -> None:
        """Count one more use of a name."""
        self.names[name] = self.names.get(name, 0) + 1

    @property
    def name(self) -> str:
        """The fullest name; a Chinese one before one in Latin letters."""
        return max(self.names, key=lambda n: (not n.isascii(), len(n), n))


def governed(party: Span) -> Span:
    """The place of a party committee: its head leads the place ("杭州市委" → 杭州市); any other body as it is."""
    if party.type is not EntityType.GOVERNMENT or len(party.text) <= 2 or party.text[-2:] not in _COMMITTEES:
        return party
    cut = 2 if party.text[-3:-2] == party.text[-2] else 1  # "道县县委" → 道县
    return replace(party, end=party.end - cut, type=EntityType.PLACE, text=party.text[:-cut], key="")


_COMMITTEES = frozenset({"省委", "市委", "区委", "县委", "州委", "党委"})
ORGANIZATIONS = frozenset({EntityType.COMPANY, EntityType.GOVERNMENT, EntityType.ORGANIZATION})
PARTIES = ORGANIZATIONS | {EntityType.PLACE}


def longest(found: Iterable[Span]) -> list[Span]:
    """The longest of overlapping spans, from left to right."""
    kept: list[Span] = []
    for span in sorted(found, key=lambda s: (-(s.end - s.start), s.start, s.type != EntityType.FACILITY)):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)
