"""Facilities that are counted first and named then: "two plants – the Lindal plant in Porto and the Kilima plant"."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.en.annotation import DocEntity, Span
from kg.extract.en.lexicon import singular
from kg.extract.en.sheet import Sheet
from kg.model import EntityType

_BREAKS = frozenset({"-", "–", "—", "--", ":"})
_CLAUSES = frozenset({"VERB", "AUX", "PRON"})
_REACH = 8
"""Words that may stand between what is counted and the dash: "in the north of Zambia"."""
_NUMBERS = {word: number for number, word in enumerate(("two", "three", "four", "five", "six", "seven"), start=2)}


def spread(spans: list[Span], entities: list[DocEntity], sheet: Sheet) -> None:
    """Lets a plural phrase stand for the facilities that are listed behind it, where they are as many as it says."""
    found = sorted((s for s in spans if _is_facility(s, entities)), key=lambda s: s.start)
    for number, span in enumerate(found):
        if span.source != "chunk" or singular(sheet.lower[span.head]) == sheet.lower[span.head]:
            continue
        listed = _listed(span, found[number + 1 :], sheet)
        if len(listed) > 1 and _counted(span, sheet) in (0, len(listed)):
            members = tuple(dict.fromkeys(i for s in listed for i in s.entities))
            via = (f"“{sheet.words(span.start, span.end)}” are listed behind it",)
            spans[spans.index(span)] = replace(span, entities=members, source="nominal", via=via)


def _is_facility(span: Span, entities: list[DocEntity]) -> bool:
    return entities[span.entities[0]].type is EntityType.FACILITY


def _listed(span: Span, behind: list[Span], sheet: Sheet) -> list[Span]:
    """Facilities named behind the dash of a phrase, up to the first verb."""
    dash = next((i for i in range(span.end, min(span.end + _REACH, len(sheet))) if sheet.text[i] in _BREAKS), None)
    if dash is None or sheet.sent[dash] != sheet.sent[span.head] or _has_clause(span.end, dash, sheet):
        return []
    listed: list[Span] = []
    for member in (s for s in behind if sheet.dep[s.head] != "pobj"):
        same = sheet.sent[member.head] == sheet.sent[dash] and member.start > dash
        alone = singular(sheet.lower[member.head]) == sheet.lower[member.head]
        if not same or not alone or _has_clause(listed[-1].end if listed else dash, member.start, sheet):
            break
        listed.append(member)
    return listed


def _has_clause(start: int, end: int, sheet: Sheet) -> bool:
    return any(sheet.pos[i] in _CLAUSES or sheet.text[i] in ".;" for i in range(start, end))


def _counted(span: Span, sheet: Sheet) -> int:
    """The number in front of a phrase, 0 where there is none."""
    for i in range(max(0, span.start - 4), span.start):
        if sheet.lower[i] in _NUMBERS:
            return _NUMBERS[sheet.lower[i]]
    return 0
