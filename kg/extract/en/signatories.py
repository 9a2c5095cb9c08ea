"""Whom persons sign for: "signed by Ann Berg, head of Orbico", "Ann Berg of Orbico", "… representing Orbico"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.en.annotation import PARTIES
from kg.extract.en.bind import Candidate
from kg.extract.en.lines import Line, fillers, slot
from kg.extract.en.sentences import Sentences
from kg.model import EntityType, Status

_PERSON = frozenset({EntityType.PERSON})
_WHAT = r"(?: [a-z]+| ⟨\d+:[A-Z]+d⟩)"
_NO_PERSON = r"(?: (?!;|⟨\d+:[A-Z]*P)[^ ]+)"


def represented(sentences: Sentences, written: tuple[Line, ...], titles: Iterable[Candidate]) -> dict[int, int]:
    """Person → organization, by entity: the one that the person leads, or is said to be of or to represent."""
    found = {t.subject.entity: t.object.entity for t in titles if t.verdict.status is not Status.ENDED}
    for line in written:
        found.update(_said(sentences, line))
    return found


def _said(sentences: Sentences, line: Line) -> Iterator[tuple[int, int]]:
    for pattern in _patterns():
        for match in pattern.finditer(line.text):
            persons = fillers(sentences, int(match.group("p")), _PERSON, "")
            parties = fillers(sentences, int(match.group("g")), PARTIES, "")
            if len(persons) == len(parties) == 1:
                yield persons[0].entity, parties[0].entity


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The last one counts most."""
    person, party = slot(_PERSON, "p", ""), slot(PARTIES, "g", "n")
    return (
        re.compile(rf"{person} (?:of|from|at)(?: the)?{slot(PARTIES, 'g', '')}"),
        re.compile(rf"{person} (?:of|from) (?:the|an?){_WHAT}{{1,4}}{slot(PARTIES, 'g', '')}"),
        re.compile(rf"{person} ,{_NO_PERSON}{{0,14}}? (?:representing|on behalf of|who represented)(?: the)?{party}"),
        re.compile(rf"{person} (?:on|from|for)(?: the)?{slot(PARTIES, 'g', 'nd')} side"),
    )
