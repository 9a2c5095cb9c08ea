"""Whose school "我校" is: a school's own report seldom says, but may name it once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.zh.reading import Reading
from kg.extract.zh.spans import Span
from kg.model import EntityType

_OWN = re.compile(r"我校|我院|本校")
_SCHOOL = re.compile(r"(?:大学|学院|学校|中学)$")
_CLAUSE = re.compile(r"[，。；：]")


def speaks_of_own(readings: Sequence[Reading]) -> bool:
    """Whether an article is a school's own report."""
    return any(_OWN.search(r.text) for r in readings)


def own_school(readings: Sequence[Reading]) -> Span | None:
    """The only school that an article names, apart from those that "我校" deals with ("我校与绍兴大学签约")."""
    if not speaks_of_own(readings):
        return None
    schools: dict[str, Span] = {}
    others: set[str] = set()
    for reading in readings:
        beside = [(_bounds(reading.text, m.start())) for m in _OWN.finditer(reading.text)]
        for span in _schools(reading):
            schools.setdefault(span.key, span)
            others |= {span.key for begin, end in beside if begin <= span.start < end}
    alone = [span for key, span in schools.items() if key not in others]
    return alone[0] if len(alone) == 1 else None


def _schools(reading: Reading) -> Iterator[Span]:
    for span in reading.spans:
        if span.type is EntityType.ORGANIZATION and len(span.text) > 3 and _SCHOOL.search(span.text):
            yield span


def _bounds(text: str, offset: int) -> tuple[int, int]:
    """Where the clause of an offset begins and ends."""
    begin = max((m.end() for m in _CLAUSE.finditer(text, 0, offset)), default=0)
    after = _CLAUSE.search(text, offset)
    return begin, after.start() if after else len(text)
