"""Which lines of an article hold no news, which one is a headline, and what its dateline says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.en.sheet import Sheet

_SKIP = re.compile(
    r"""^\W*(?:
      https?://\S+ | www\.\S+
    | (?:by|from)\s+(?-i:(?:our\s+)?[A-Z])[^.!?]{0,60} | by\s+(?:our|staff)\b.{0,60} | by | via\s+.{1,80}
    | .{0,60}\b(?:business|news|web|live)\s+desk
    | (?:©|\(c\)|copyright\b).*
    | (?:photo|image|picture|file\s+photo|photograph|caption|credit|video)s?\s*(?:[:/|(]|by\b|credit|courtesy).*
    | (?:getty\s+images|afp|reuters|ap|epa|xinhua|shutterstock|bloomberg)(?:\s*[/|].{0,50})?
    | (?:leave|post)\s+a\s+(?:comment|reply).* | (?:no\s+)?comments?\s*(?:\(\d+\)|:|\(|off|$).* | \d+\s+comments?
    | (?:share|tweet|print|email|like)\b(?:\s+(?:this|on|via|article|story|it)\b.*)?
    | (?:subscribe|sign\s+up|log\s+in|register|join\s+our|follow\s+us|download\s+our|click\s+here|support\s+(?:independent|our))\b.*
    | (?:read|see|watch|listen|learn|find\s+out)\s+(?:more|also|next|now|on)\b(?:\s*[:|>-].*|.{0,60})
    | (?:related|also\s+read|read|more\s+(?:on|from|about|stories|news)|recommended|most\s+(?:read|popular)|trending|editor'?s'?\s+picks?|our\s+picks|you\s+may\s+(?:also\s+)?like|don't\s+miss|in\s+case\s+you\s+missed\s+it|next\s+week|tags?|topics?|filed\s+under|categor(?:y|ies)|keywords?|sources?|source\s+link|advertisement|sponsored|about\s+the\s+author|contact|media\s+contacts?)\b\s*(?::.*|\|.*|(?:in|on|from|this|the|articles?|stories|content|links?|posts?|topic|\s)*)
    | .*\b(?:all\s+rights\s+reserved|reproduction\s+(?:only|without|in\s+whole)|cookie\s+(?:policy|settings|notice)|uses?\s+cookies|akismet|privacy\s+policy|terms\s+(?:of\s+(?:use|service)|and\s+conditions)|newsletter|telegram\s+channel|whatsapp\s+channel|views\s+expressed|opinions\s+expressed|unsubscribe|your\s+inbox|follow\s+us\s+on|get\s+the\s+app)\b.*
    | liked\s+this\s+story.* | enjoyed\s+this.* | all\s+prices\s+as\s+of.* | data\s+may\s+be\s+delayed.*
    | \(?(?:reporting|writing|editing|additional\s+reporting|compiled|with\s+inputs?)\s+(?:by|from)\b.*
    | \(?\$?\d+\s*(?:=|\w{3}\s*=)\s*.{0,60}\)?
    | (?:date|published|updated|posted|last\s+(?:updated|modified)|time|first\s+published)\b\s*:?\s*(?:on\s+)?.{0,60}\d{4}.{0,40}
    | .{2,80}\bis\s+(?:an?|the)\s+(?:[\w-]+\s+){0,5}(?:reporter|journalist|correspondent|columnist|writer|contributor|freelancer)\b.*
    | about\s+(?-i:[A-Z])[\w&.\ -]{1,40}:?
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_LIST_OPENER = re.compile(
    r"^\W*(?:more\s+on\s+this|related|read\s+(?:more|also)|most\s+(?:read|popular)|recommended|trending|more\s+stories|"
    r"see\s+also|you\s+may\s+(?:also\s+)?like|further\s+reading)\b[^.]{0,40}$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*[-*•–·▪>]")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\.?,?\s+)?"
_DATE = re.compile(
    rf"\b(?:{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})"
    rf"|{_WEEKDAY}{_MONTH.replace('month', 'month2')}\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})"
    rf"|(?P<year3>\d{{4}})[-/](?P<month3>\d{{1,2}})[-/](?P<day3>\d{{1,2}}))(?!\d)",
    re.IGNORECASE,
)
_CITY = r"(?:[A-Z][\w.'’-]+(?:\s+(?:de|of|al|da|do)\b)?\s*(?:,|/)?\s*){1,6}"
_MONTH_WORD = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
_WHEN = rf"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*)?(?:{_MONTH_WORD}\s+\d{{1,2}}\b|\d{{1,2}}\s+{_MONTH_WORD})(?:,?\s+\d{{4}})?"
_DATELINE = re.compile(
    rf"""^\s*(?:
      (?-i:{_CITY})(?:\([^)]{{2,25}}\)\s*)?(?:,|\(|(?<=,)|\s)\s*\(?(?i:{_WHEN})\)?(?:\s*\([^)]{{2,30}}\)|\s*/\s*\w+\s*/)?\s*(?:--|[-–—:|.])\s*
    | \((?-i:{_CITY})(?i:{_WHEN})\)\s*(?:--|[-–—:|])?\s*
    | (?-i:[A-Z][A-Z.'’-]+(?:[\s/,]+[A-Z][A-Z.'’-]*\b|,\s+[A-Z][a-z.]+)*)\s*(?:\([^)]{{2,25}}\)\s*)?(?:--|[–—:]|\s-)\s+
    | (?-i:[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+)?)\s*\([^)]{{2,25}}\)\s*(?:--|[-–—:])\s+
    )(?=\S)""",
    re.VERBOSE,
)
_ENDS_SENTENCE = re.compile(r"[.!?…][\"”’')\]]*\s*$")


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


def read_layout(sheet: Sheet) -> Layout:
    """Classify all lines."""
    skipped: list[tuple[int, int]] = []
    title_case: set[int] = set()
    headlines: set[int] = set()
    published: str | None = None
    in_list = False
    for number, (start, end) in enumerate(sheet.lines):
        text = sheet.doc[start:end].text
        in_list = bool(_LIST_OPENER.match(text)) or (in_list and bool(_BULLET.match(text)))
        date_line = len(text) < 80 and _is_date_line(text)
        if in_list or date_line or (len(text) < 400 and _SKIP.match(text)):
            skipped.append((start, end))
            published = published or (_date(text) if number < 8 else None)
            continue
        if number < 8 or len(text) > 120:
            dateline = _DATELINE.match(text[:140])
            if dateline and number < 12:
                stop = _token_at(sheet, start, end, dateline.end())
                skipped.append((start, stop))
                published = published or _date(dateline.group())
        if not _ENDS_SENTENCE.search(text) and end - start <= 30:
            headlines.add(number)
            if _is_title_case(sheet, start, end):
                title_case.add(number)
    return Layout(tuple(skipped), frozenset(title_case), frozenset(headlines), published)


def _token_at(sheet: Sheet, start: int, end: int, offset: int) -> int:
    base = sheet.doc[start].idx
    for i in range(start, end):
        if sheet.doc[i].idx - base >= offset:
            return i
    return end


def _is_date_line(text: str) -> bool:
    """A line with a date and hardly anything else."""
    found = _DATE.search(text)
    return bool(found) and len(re.sub(r"\W+", " ", _DATE.sub("", text)).split()) <= 7 and not _ENDS_SENTENCE.search(text)


def _date(text: str) -> str | None:
    found = _DATE.search(text)
    if not found:
        return None
    groups = found.groupdict()
    year = groups["year"] or groups["year2"] or groups["year3"]
    day = groups["day"] or groups["day2"] or groups["day3"]
    month = groups["month"] or groups["month2"]
    number = _MONTHS.index(month[:3].lower()) + 1 if month else int(groups["month3"])
    if not (1990 <= int(year) <= 2100 and 1 <= number <= 12 and 1 <= int(day) <= 31):
        return None
    return f"{year}-{number:02}-{int(day):02}"


def _is_title_case(sheet: Sheet, start: int, end: int) -> bool:
    """Whether a line capitalizes nearly all of its longer words."""
    words = [sheet.text[i] for i in range(start, end) if len(sheet.text[i]) > 3 and sheet.text[i][0].isalpha()]
    capitals = sum(1 for word in words if word[0].isupper())
    return len(words) >= 3 and capitals >= 0.8 * len(words)
