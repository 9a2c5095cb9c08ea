"""Phrases that only say when: word patterns read a line as if "on Monday" or "in March 2020" were not there."""

from __future__ import annotations

import re

from kg.extract.en.lexicon import word_set
from kg.extract.en.tokens import Doc

OPENERS = frozenset({"on", "in"})
_LINKS = frozenset({",", ";", "and", "but", "or", "while"})
_WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
_MONTHS = word_set(
    """january february march april may june july august september october november december jan. feb. mar. apr. aug.
    sept. sep. oct. nov. dec. jan feb mar apr aug sept sep oct nov dec"""
)
_DAY = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:19|20)\d\d")


def time_phrase(doc: Doc, i: int) -> int:
    """Number of tokens of a phrase of time with "on" or "in" that begins at a token, and of a comma that closes it.

    None of one that opens a clause: "sold it to Kenya, and in March Orbico bought …" lists no two parties.
    """
    end = _on_day(doc, i + 1) if doc[i].lower_ == "on" else _in_month(doc, i + 1)
    if end == 0:
        return 0
    first = i == 0 or doc[i].sent.start == i
    closed, behind = _text(doc, end) == ",", "" if first else doc[i - 1].lower_
    if behind in _LINKS and not (closed and behind == ","):
        return 0
    return end + (closed and (first or behind == ",")) - i


def _on_day(doc: Doc, i: int) -> int:
    """Where "Monday", "Monday evening", "March 5, 2021" or "5 March 2021" ends, 0 if there is no such thing."""
    if _text(doc, i) in _WEEKDAYS:
        i += 1 + (_text(doc, i + 1) in _PARTS)
        comma = _text(doc, i) == ","
        return _dated(doc, i + comma) or i
    return _dated(doc, i)


def _dated(doc: Doc, i: int) -> int:
    first, second = _text(doc, i), _text(doc, i + 1)
    month_first = first in _MONTHS and _DAY.fullmatch(second)
    if not (month_first or (_DAY.fullmatch(first) and second in _MONTHS)):
        return 0
    i += 2
    comma = _text(doc, i) == ","
    return i + 1 + comma if _YEAR.fullmatch(_text(doc, i + comma)) else i


def _in_month(doc: Doc, i: int) -> int:
    """Where "March", "March 2020" or "2020" ends, 0 if there is no such thing; not the number of "in 2000 homes"."""
    i += _text(doc, i) in ("early", "late")
    if _text(doc, i) in _MONTHS:
        i += 1
        comma = _text(doc, i) == ","
        return i + 1 + comma if _YEAR.fullmatch(_text(doc, i + comma)) else i
    counted = i + 1 < len(doc) and doc[i + 1].tag_.startswith(("NN", "JJ"))
    return i + 1 if _YEAR.fullmatch(_text(doc, i)) and not counted else 0


def _text(doc: Doc, i: int) -> str:
    return doc[i].lower_ if i < len(doc) else ""
