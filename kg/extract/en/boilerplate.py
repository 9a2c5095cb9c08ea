"""Which lines of an article hold no news, which are headlines, and when the article appeared."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from kg.extract.en.dateline import dateline_end, ends_sentence, find_date, is_date_line
from kg.extract.en.sheet import Sheet
from kg.extract.rules import load

_BULLET = re.compile(r"^\s*[-*•–·▪>]")
_LONGEST_SKIPPED = 400
_LONGEST_DATE_LINE = 80
_DATELINE_LINES = 12
_DATE_LINES = 8
_LONGEST_HEADLINE = 30


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lines of a document are.

    Attributes:
        skipped: Token ranges without news, sorted.
        title_case: Numbers of the lines that capitalize every word, so that capitals tell nothing.
        headlines: Numbers of the lines that are headlines or headings.
        published: ISO date of a dateline or date line, or None.
    """

    skipped: tuple[tuple[int, int], ...]
    title_case: frozenset[int]
    headlines: frozenset[int]
    published: str | None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """(a line without news, a heading that opens a list of links)."""
    data = load("en/boilerplate.yaml")
    lines = "|".join(entry["pattern"] for entry in data["lines"])
    flags = re.IGNORECASE | re.VERBOSE
    return re.compile(rf"\W*(?:{lines})\W*", flags), re.compile(data["list_openers"], flags)


def is_boilerplate(line: str) -> bool:
    """Whether a line holds no news: a byline, caption, link, notice or form.

    >>> is_boilerplate("Read more: The best family SUVs of the year")
    True
    """
    return len(line) < _LONGEST_SKIPPED and _patterns()[0].fullmatch(line) is not None


def read_layout(sheet: Sheet) -> Layout:
    """Classify all lines."""
    skipped: list[tuple[int, int]] = []
    title_case: set[int] = set()
    headlines: set[int] = set()
    published: str | None = None
    in_list = False
    whole, offsets = sheet.doc.text, sheet.doc.offsets
    for number, (start, end) in enumerate(sheet.lines):
        text = whole[offsets[start] : offsets[end - 1] + len(sheet.text[end - 1])]
        in_list = bool(_patterns()[1].fullmatch(text)) or (in_list and bool(_BULLET.match(text)))
        if in_list or (len(text) < _LONGEST_DATE_LINE and is_date_line(text)) or is_boilerplate(text):
            skipped.append((start, end))
            published = published or (find_date(text) if number < _DATE_LINES else None)
            continue
        length = dateline_end(text) if number < _DATELINE_LINES else 0
        if length:
            skipped.append((start, _token_at(sheet, start, end, length)))
            published = published or find_date(text[:length])
        if end - start <= _LONGEST_HEADLINE and not ends_sentence(text):
            headlines.add(number)
            if _is_title_case(sheet, start, end):
                title_case.add(number)
    return Layout(tuple(skipped), frozenset(title_case), frozenset(headlines), published)


def _token_at(sheet: Sheet, start: int, end: int, offset: int) -> int:
    """First token of a line at or behind a character offset within the line."""
    return min(end, bisect_left(sheet.doc.offsets, sheet.doc.offsets[start] + offset, start))


def _is_title_case(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a line capitalizes nearly all of its longer words."""
    words = [sheet.text[i] for i in range(start, end) if len(sheet.text[i]) > 3 and sheet.text[i][0].isalpha()]
    capitals = sum(1 for word in words if word[0].isupper())
    return len(words) >= 3 and capitals >= 0.8 * len(words)
