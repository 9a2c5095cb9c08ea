"""What a dateline says: where it ends and on which day the article appeared."""

from __future__ import annotations

import re

from kg.extract.en.gazetteer import fold, places

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\.?,?\s+)?"
_FULL_DATE = (
    rf"\b(?:{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH}),?\s+(?P<year>\d{{4}})"
    rf"|{_WEEKDAY}(?P<month2>{_MONTH})\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
    r"|(?P<year3>\d{4})[-/](?P<month3>\d{1,2})[-/](?P<day3>\d{1,2}))(?!\d)"
)
_DATE = re.compile(_FULL_DATE, re.IGNORECASE)
_CITY = r"(?-i:(?:[A-Z][\w.'’-]+(?:\s+(?:de|of|al|da|do)\b)?\s*(?:,|/)?\s*){1,6})"
_CAPITALS = r"(?-i:(?:[A-Z]{3}\s[A-Z]{4,}|[A-Z][A-Z.'’-]{3,})(?:[\s/,]+[A-Z][A-Z.'’-]*\b|,\s+[A-Z][a-z.]+)*)"
_PLAIN_CITY = r"(?-i:[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+)?)"
_WHEN = rf"{_WEEKDAY}(?:{_MONTH}\s+\d{{1,2}}\b|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_CLOCK = r"(?:\s*@?\s*\d{1,2}:\d{2}\s*[ap]\.?m\.?(?:\s\w+){0,2})?"
_AGENCY = r"\([^)]{2,30}\)"
_COUNTRY = r"\[[^\]]{2,30}\]"
_WIRE = r"/\s*\w[\w.& -]{1,24}/"
_DASH = r"(?:--|[-–—:|])"
_DATELINE = re.compile(
    rf"\s*(?:{_CITY}(?:{_AGENCY}\s*)?(?:{_COUNTRY}\s*)?(?:,|\(|\s)\s*\(?{_WHEN}\)?{_CLOCK}(?:\s*{_AGENCY}|\s*{_WIRE})?\s*(?:{_DASH}|\.)"
    rf"|\({_CITY}{_WHEN}\)\s*{_DASH}?"
    rf"|\((?-i:[A-Z])[\w.& ]{{2,24}}\)\s*(?:--|[-–—])\s"
    rf"|{_CAPITALS}\s*(?:{_AGENCY}\s*)?(?:--|[–—:]|\s-)\s"
    rf"|{_CAPITALS}\s*{_AGENCY}\s*-\s"
    rf"|{_PLAIN_CITY},\s*{_WHEN}\s+(?=(?-i:[A-Z]))"
    rf"|{_PLAIN_CITY}\s*{_AGENCY}\s*{_DASH})\s*(?=\S)",
    re.IGNORECASE,
)
_CITY_ONLY = re.compile(r"[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+)?\s+[–—]\s+(?=[A-Z])")
"""A city and a dash with spaces around, in front of a long line that is a sentence."""
_WORDS = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}"
_PLACED = re.compile(
    rf"\s*(?P<city>{_WORDS})(?:\s*[,\[(]\s*(?P<country>{_WORDS})[\])]?)?(?:\s*[,;]\s*(?i:{_WHEN}))?"
    r"\s*(?::|;|\s--?|\s?[–—])\s+(?=\S)"
)
"""A city, perhaps with its country and a day, before a colon or dash: "Doha, Qatar: "."""
_SHORT = 80
_STAMP = re.compile(
    r"\s*(?:\(\s*[\w. ]{2,20}\)\s*)?"
    rf"(?:(?:date|published|updated|posted)\b:?\s*)?(?:\d{{1,2}}:\d{{2}},?\s*)?{_FULL_DATE}"
    r"(?:,?\s*(?:at\s+)?\d{1,2}:\d{2}(?:\s*[ap]\.?m\b\.?)?)?(?:\s*[-–—|:]+)?\s+(?=\S)",
    re.IGNORECASE,
)
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*\s*$")
_WINDOW = 140


def dateline_end(line: str) -> int:
    """Length of the dateline that a line begins with, 0 if there is none.

    >>> dateline_end("BEIJING, Aug 8, 2022 - Baidu said")
    23
    >>> dateline_end("(Agency) 10:21, March 19, 2020 OSLO, March 18 (Agency) -- The city")
    58
    """
    stamp = _STAMP.match(line)
    start = stamp.end() if stamp else 0
    found = _DATELINE.match(line[start : start + _WINDOW])
    if not found and ends_sentence(line) and len(line) > _SHORT:
        found = _CITY_ONLY.match(line) or _placed(line)
    return start + (found.end() if found else 0)


def _placed(line: str) -> re.Match[str] | None:
    """A dateline in ordinary letters, told by its places: a city, and a country or region if a second name follows."""
    found = _PLACED.match(line)
    if not found:
        return None
    table, city = places(), fold(found.group("city"))
    country = fold(found.group("country") or "")
    is_city = city in table.country_of and city not in table.countries
    return found if is_city and (not country or country in table.countries or country in table.regions) else None


def find_date(text: str) -> str | None:
    """The first full date of a text as ISO 8601.

    >>> find_date("MADISON, Wis. (April 20, 2021) —")
    '2021-04-20'
    """
    found = _DATE.search(text)
    if not found:
        return None
    groups = found.groupdict()
    year = groups["year"] or groups["year2"] or groups["year3"]
    day = groups["day"] or groups["day2"] or groups["day3"]
    name = groups["month"] or groups["month2"]
    month = _MONTHS.index(name[:3].lower()) + 1 if name else int(groups["month3"])
    if not (1990 <= int(year) <= 2100 and 1 <= month <= 12 and 1 <= int(day) <= 31):
        return None
    return f"{year}-{month:02}-{int(day):02}"


def is_date_line(line: str) -> bool:
    """Whether a line holds a date and hardly anything else."""
    if not _DATE.search(line) or ends_sentence(line):
        return False
    return len(re.sub(r"\W+", " ", _DATE.sub("", line)).split()) <= 7


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(_ENDS_SENTENCE.search(line))
