"""The body whose officer a line names by no more than an office and a name: "Director General Jane Doe said"."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.en.affiliation import courtesy
from kg.extract.en.annotation import PARTIES
from kg.extract.en.lines import Line, slot
from kg.extract.en.nearby import kind_of
from kg.extract.en.offices import Office, words
from kg.extract.en.sentences import Sentences
from kg.extract.rules import word_group
from kg.model import EntityType

_SENTENCES = 3
"""The body is named in the sentence of the office or in the ones right before."""
_SCHOOL = re.compile(r"\b(?:University|College|Institute|School|Foundation|Federation|Association|Society)\b")


def body_of(sentences: Sentences, line: Line, office: Office) -> int | None:
    """Number of a mention of the only organization told of right before an office that a name follows; None elsewhere.

    A mere "President Jane Doe" is that of a university or an association, never of a ministry.
    """
    name = " ".join(line.items[office.start : office.end])
    president = name == "president"
    listed = name in word_group("en/titles.yaml", "of_bodies") or (
        name.startswith("chief ") and name.endswith(" officer")
    )
    if not president and not listed:
        return None
    if not _is_bare(line, office):
        return None
    found = _last_told(sentences, line.tokens[office.start])
    if len(found) != 1:
        return None
    ((entity, number),) = found.items()
    known = sentences.entity(entity)
    return number if not president or any(_SCHOOL.search(n) for n in known.names) else None


def _is_bare(line: Line, office: Office) -> bool:
    """Whether nothing owns the office and a person's name follows."""
    i = office.start - 1
    while i >= 0 and line.items[i] in words().before:
        i -= 1
    owned = i >= 0 and (line.items[i].startswith("⟨") or line.items[i] == "'s")
    return not owned and _person().match("".join(f" {item}" for item in line.items[office.end :])) is not None


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"(?: {courtesy()})*{slot(frozenset({EntityType.PERSON}), marks='')}")


def _last_told(sentences: Sentences, at: int) -> dict[int, int]:
    """Entities of the organizations named last, in the sentence of a token or one right before, with a mention each."""
    sentence, stop = sentences.doc[at].sent, at
    for _ in range(_SENTENCES):
        found = _parties(sentences, sentence.start, stop)
        if found or sentence.start == 0:
            return found
        stop = sentence.start
        sentence = sentences.doc[stop - 1].sent
    return {}


def _parties(sentences: Sentences, start: int, end: int) -> dict[int, int]:
    spans = enumerate(sentences.annotation.spans)
    here = ((n, s.entities[0]) for n, s in spans if start <= s.start < end and len(s.entities) == 1)
    return {
        e: n
        for n, e in here
        if sentences.entity(e).type in PARTIES and sentences.entity(e).named and kind_of(sentences.entity(e)) is None
    }
