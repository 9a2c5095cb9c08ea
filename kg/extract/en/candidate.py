"""A proper name at one place, as the finders of names hand it on."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.en.sheet import Sheet
from kg.model import EntityType


@dataclass(slots=True)
class Candidate:
    """A proper name at one place.

    Attributes:
        name: Its words without article and possessive.
        form: The type that its own words show, or None.
        source: "gazetteer", "ner" or "pattern".
        base: For a government named by its place ("Hebei" in "the Hebei provincial government"): the place's name.
        titled: A title in front says that it is a person.
    """

    start: int
    end: int
    name: str
    form: EntityType | None = None
    source: str = "pattern"
    base: str | None = None
    titled: bool = False


def head_of(c: Candidate, sheet: Sheet) -> int:
    """The token of a name that hangs on one outside of it."""
    for i in range(c.start, c.end):
        if not c.start <= sheet.head[i] < c.end:
            return i
    return c.end - 1
