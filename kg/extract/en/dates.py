"""Dates in English text, as precise as stated, relative ones computed from the article's own date.

A `DateSpan` carries two readings where the text leaves the year or week open ("in November", "on Friday"):
`iso` looks back from the article's date, as news does, and `ahead` looks forward, for what is still to happen.
"""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from kg.extract.en.lexicon import word_set
from kg.extract.rules import word_group

_MONTHS = [name.casefold() for name in calendar.month_name[1:]]
_DAYS = [name.casefold() for name in calendar.day_name]
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_NUMBERS |= {"nine": 9, "ten": 10, "eleven": 11, "twelve": 12}

_MONTH = (
    r"(?P<{}>Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?P<{}>(?:19|20)\d\d)"
_DAY = r"(?P<{}>[0-3]?\d)(?:st|nd|rd|th)?"
_WEEKDAY = r"(?P<{}>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_NUMBER = "|".join(_NUMBERS)
_DATED = "|".join(sorted(word_group("en/word_lists.yaml", "dated")))
_DAYS_OFF = {"the day before yesterday": -2, "yesterday": -1, "tomorrow": 1}
_SHIFTS = {"last": -1, "the previous": -1, "next": 1, "the coming": 1}

_FORMS = (
    r"\b(?P<iso_y>(?:19|20)\d\d)[-/.](?P<iso_m>[01]?\d)[-/.](?P<iso_d>[0-3]?\d)\b",
    rf"\b{_MONTH.format('m1')} {_DAY.format('d1')}(?:,? {_YEAR.format('y1')})?\b(?!\s*(?:million|billion|percent|%))",
    rf"\b{_DAY.format('d2')}(?: of)? {_MONTH.format('m2')}(?:,? {_YEAR.format('y2')})?\b",
    r"\b(?:(?P<rel3>(?i:last|this|next|early|late|mid-?|end of|beginning of))[ -])?"
    rf"{_MONTH.format('m3')}(?: of)?,? {_YEAR.format('y3')}\b",
    rf"\b(?:(?:in|since|by|of|until|from) )?{_MONTH.format('m11')},? (?P<rel11>(?i:last|this|next)) year\b",
    r"\b(?P<rel4>(?i:last|this|next|early|late|in|by|since|until|of|for|from|during|back in|mid-?))[ -]"
    rf"{_MONTH.format('m4')}\b(?! \d)",
    r"\b(?:(?:Q[1-4]|(?:first|second|third|fourth) (?:quarter|half)|end|start|beginning|middle|early|late)(?: of)? )"
    rf"(?:the )?(?:year )?{_YEAR.format('y5')}\b",
    r"\b(?P<prep6>(?i:in|by|since|from|until|till|during|for|of|early|late|before|after|around|to|and|between|through"
    rf"|end-|mid-|fiscal|year))[ -]?{_YEAR.format('y6')}s?\b(?![-,.]?\d)",
    rf"(?:\b(?i:a|an|the|its|their|his|her|that) |(?<=['’]s )){_YEAR.format('y13')}(?= (?:{_DATED})s?\b)",
    rf"\b(?i:that) {_MONTH.format('m14')}\b(?! \d)",
    r"\b(?:in |during )?the same (?P<same>month|year)\b",
    r"\b(?P<rel12>(?i:earlier|later)) in the (?P<unit12>year|month|week)\b",
    rf"\b(?:(?P<rel7>(?i:last|next|this|on|earlier)) )?{_WEEKDAY.format('w7')}\b",
    r"\b(?P<word8>(?i:the day before yesterday|yesterday|today|tomorrow|tonight))\b",
    r"\b(?P<rel9>(?i:last|this|next|the current|the coming|the previous|earlier this|later this|the end of the"
    r"|end of this|by year-end|year-end|the end of this)) ?(?P<unit9>year|month|week|quarter)?\b",
    rf"\b(?P<n10>(?i:{_NUMBER})|\d{{1,2}}) (?P<unit10>day|week|month|year)s? (?P<dir10>ago|earlier|before|later)\b",
)
_OPENERS = word_set(
    """last this next early late mid end beginning in since by of until from for during back first second third fourth
    start middle till before after around to and between through fiscal year the earlier later on yesterday today
    tomorrow tonight jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun q1 q2 q3 q4
    its their his her that"""
) | set(_NUMBERS)
"""The words with which a form begins (a new form's must be here too), months and days by their first letters."""


def _first_letters() -> str:
    """What the first two letters of a form can be, which at most places of a text says at once that none is there."""
    following: defaultdict[str, set[str]] = defaultdict(set)
    for word in _OPENERS:
        second = f"{word} "[1]
        following[word[0]] |= {second, second.upper()}
    return "|".join(f"[{a}{a.upper()}][{''.join(sorted(b))}]" for a, b in sorted(following.items()))


_PATTERN = re.compile(rf"\b(?=\d|{_first_letters()})(?:{'|'.join(_FORMS)})")


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date expression in character offsets, with its backward and forward readings."""

    start: int
    end: int
    iso: str
    ahead: str


@lru_cache(maxsize=4)
def find_dates(text: str, published: str | None) -> tuple[DateSpan, ...]:
    """All dates of a text that are stated or computable, in order.

    >>> find_dates("signed on 11 October 2019 in Fuzhou", None)[0].iso
    '2019-10-11'
    """
    anchor = _anchor(published)
    spans: list[DateSpan] = []
    for match in _PATTERN.finditer(text):
        readings = _read(match, anchor, spans[-1].iso if spans else None)
        if readings is not None:
            spans.append(DateSpan(match.start(), match.end(), *readings))
    return tuple(spans)


def _anchor(published: str | None) -> date | None:
    if not published or len(published) < 10:
        return None
    try:
        return date.fromisoformat(published[:10])
    except ValueError:
        return None


def month_number(name: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    prefix = name.casefold().rstrip(".")[:3]
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(prefix))


def _read(match: re.Match[str], anchor: date | None, previous: str | None) -> tuple[str, str] | None:
    g = {k: v.lower() if k[:3] in ("rel", "n10", "wor") else v for k, v in match.groupdict().items() if v}
    if "iso_y" in g:
        return _full(int(g["iso_y"]), int(g["iso_m"]), int(g["iso_d"]))
    for index in ("1", "2"):
        if f"m{index}" in g:
            return _month_day(g.get(f"y{index}"), month_number(g[f"m{index}"]), int(g[f"d{index}"]), anchor)
    if "y3" in g:
        iso = f"{g['y3']}-{month_number(g['m3']):02d}"
        return iso, iso
    if "m11" in g and anchor is not None:
        iso = f"{anchor.year + _SHIFTS.get(g['rel11'], 0)}-{month_number(g['m11']):02d}"
        return iso, iso
    if "m4" in g:
        return _bare_month(month_number(g["m4"]), g["rel4"], anchor)
    if "m14" in g:
        return _month_of(month_number(g["m14"]), previous)
    for key in ("y5", "y6", "y13"):
        if key in g:
            return g[key], g[key]
    return _relative(g, anchor, previous)


def _relative(g: dict[str, str], anchor: date | None, previous: str | None) -> tuple[str, str] | None:
    if "dir10" in g and g["dir10"] != "ago":
        return _from_previous(g, previous)
    if "same" in g:
        iso = (previous or "")[: 7 if g["same"] == "month" else 4]
        return (iso, iso) if len(iso) in (4, 7) and (g["same"] == "year" or len(iso) == 7) else None
    if anchor is None:
        return None
    if "w7" in g:
        return _weekday(_DAYS.index(g["w7"].casefold()), g.get("rel7"), anchor)
    if "word8" in g:
        shift = _DAYS_OFF.get(g["word8"], 0)
        iso = (anchor + timedelta(days=shift)).isoformat()
        return iso, iso
    if "rel12" in g:
        return _unit("this", g["unit12"], anchor)
    if "rel9" in g:
        return _unit(g["rel9"], g.get("unit9"), anchor)
    if "dir10" in g:
        iso = _ago(_number(g["n10"]), g["unit10"], anchor)
        return iso, iso
    return None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]


def _full(year: int, month: int, day: int) -> tuple[str, str] | None:
    try:
        iso = date(year, month, day).isoformat()
    except ValueError:
        return None
    return iso, iso


def _month_day(year: str | None, month: int, day: int, anchor: date | None) -> tuple[str, str] | None:
    if year:
        return _full(int(year), month, day)
    if anchor is None:
        return None
    try:
        here = date(anchor.year, month, day)
        back = here if here <= anchor + timedelta(days=7) else date(anchor.year - 1, month, day)
        ahead = here if here >= anchor - timedelta(days=7) else date(anchor.year + 1, month, day)
    except ValueError:
        return None
    return back.isoformat(), ahead.isoformat()


def _bare_month(month: int, relation: str, anchor: date | None) -> tuple[str, str] | None:
    if anchor is None:
        return None
    back = anchor.year if month <= anchor.month else anchor.year - 1
    ahead = anchor.year if month >= anchor.month else anchor.year + 1
    if relation == "last":
        back = ahead = anchor.year if month < anchor.month else anchor.year - 1
    if relation == "next":
        back = ahead = anchor.year + 1 if month <= anchor.month else anchor.year
    return f"{back}-{month:02d}", f"{ahead}-{month:02d}"


def _weekday(day: int, relation: str | None, anchor: date) -> tuple[str, str]:
    back = anchor - timedelta(days=(anchor.weekday() - day) % 7)
    ahead = anchor + timedelta(days=(day - anchor.weekday()) % 7)
    if relation == "last" and back == anchor:
        back -= timedelta(days=7)
    if relation == "next":
        back = ahead = ahead if ahead > anchor else ahead + timedelta(days=7)
    if relation == "last":
        ahead = back
    return back.isoformat(), ahead.isoformat()


def _unit(relation: str, unit: str | None, anchor: date) -> tuple[str, str] | None:
    if "year-end" in relation or (unit == "year" and "end" in relation):
        return str(anchor.year), str(anchor.year)
    shift = _SHIFTS.get(relation, 0)
    if unit == "year":
        iso = str(anchor.year + shift)
    elif unit == "month":
        iso = _add_months(anchor, shift)
    elif unit == "week":
        iso = (anchor + timedelta(days=7 * shift)).isoformat()[:7]
    elif unit == "quarter":
        iso = str((anchor + timedelta(days=91 * shift)).year)
    else:
        return None
    return iso, iso


def _add_months(anchor: date, months: int) -> str:
    index = anchor.year * 12 + anchor.month - 1 + months
    return f"{index // 12}-{index % 12 + 1:02d}"


def _ago(count: int, unit: str, anchor: date) -> str:
    if unit == "day":
        return (anchor - timedelta(days=count)).isoformat()
    if unit == "week":
        return (anchor - timedelta(days=7 * count)).isoformat()[:7]
    if unit == "month":
        return _add_months(anchor, -count)
    return str(anchor.year - count)


def _month_of(month: int, previous: str | None) -> tuple[str, str] | None:
    """ "that December": of the year mentioned before it."""
    if not previous:
        return None
    iso = f"{previous[:4]}-{month:02d}"
    return iso, iso


def _from_previous(g: dict[str, str], previous: str | None) -> tuple[str, str] | None:
    """ "a day earlier", "two years later": from the date mentioned before it."""
    if previous and g["unit10"] == "year":
        iso = str(int(previous[:4]) + _number(g["n10"]) * (1 if g["dir10"] == "later" else -1))
        return iso, iso
    base = _anchor(previous)
    if base is None or g["unit10"] != "day":
        return None
    shift = _number(g["n10"]) * (1 if g["dir10"] == "later" else -1)
    iso = (base + timedelta(days=shift)).isoformat()
    return iso, iso
