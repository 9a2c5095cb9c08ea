"""Dates in Chinese text, relative to the article's own: "今年3月", "上周五", "28日", "去年底", "当天"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
_PATTERN = re.compile(
    r"(?P<y>(?:19|20)\d\d)年(?:(?P<ym>\d{1,2})月(?:(?P<yd>\d{1,2})[日号])?|(?P<yend>底|末|初))?"
    r"|(?P<iy>20\d\d)[-/.](?P<im>\d{1,2})[-/.](?P<id>\d{1,2})"
    r"|(?P<rel>今年|本年|去年|前年|明年|同年|当年|次年|翌年)的?(?:(?P<rm>\d{1,2})月(?:(?P<rd>\d{1,2})[日号])?|(?P<rend>底|末|年底|初|年初))?"
    r"|(?<![\d.])(?P<m>\d{1,2})月(?P<d>\d{1,2})[日号]"
    r"|(?<![\d.个])(?P<om>\d{1,2})月(?:份|底|初|中旬|上旬|下旬|末)?(?![\d个])"
    r"|(?<![\d.月第])(?P<od>[1-3]?\d)日(?!元|圆|本|均|产|游|历)"
    r"|(?P<week>上周|本周|这周|上星期|本星期|周|星期|上个?星期)(?P<wd>[一二三四五六日天])(?!年|期)"
    r"|(?P<near>今日|今天|昨日|昨天|昨晚|前天|前日|今晨|今早|明天|当天|当日|同日|同一天|本月|上月|上个月|下月|年初|年底)"
    r"|(?P<vague>日前|近日|近期|最近)"
)
_SAME_DAY = frozenset({"当天", "当日", "同日", "同一天"})
_DAYS = {
    "今日": 0,
    "今天": 0,
    "今晨": 0,
    "今早": 0,
    "昨日": -1,
    "昨天": -1,
    "昨晚": -1,
    "前天": -2,
    "前日": -2,
    "明天": 1,
}
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date at its place in a sentence, ISO 8601 as precise as the words allow; `vague` for "recently"."""

    start: int
    end: int
    iso: str
    vague: bool = False


def find_dates(
    text: str, published: str | None, context: str | None = None, day: str | None = None
) -> tuple[Dated, ...]:
    """Every date of a sentence that can be computed.

    Args:
        text: A simplified sentence.
        published: The article's date, or None when it is not known.
        context: The last date before this sentence in its paragraph: a month without a year may refer to it.
        day: The last day named in the article: "当天" refers to it where the paragraph names none.
    """
    found: list[Dated] = []
    for match in _PATTERN.finditer(text):
        last = found[-1].iso if found else context
        if match["near"] in _SAME_DAY and (last is None or len(last) < 10):
            last = day or last
        iso = _resolve(match, published, last)
        if iso:
            found.append(Dated(match.start(), match.end(), iso, bool(match["vague"])))
    return tuple(found)


def _resolve(match: re.Match[str], published: str | None, last: str | None) -> str | None:
    if match["y"] or match["iy"]:
        end = {"底": 12, "末": 12, "初": 1}.get(match["yend"] or "")
        return _iso(match["y"] or match["iy"], match["ym"] or match["im"] or end, match["yd"] or match["id"])
    if match["rel"]:
        year = _relative_year(match["rel"], published, last)
        end = {"底": 12, "末": 12, "年底": 12, "初": 1, "年初": 1}.get(match["rend"] or "")
        return _iso(year, match["rm"] or end, match["rd"]) if year else None
    if match["near"] in _SAME_DAY:
        return last
    if published is None:
        return None
    return _from_publication(match, published, last)


def _from_publication(match: re.Match[str], published: str, last: str | None) -> str | None:
    day = _day(published)
    if match["m"] or match["om"]:
        return _month_of(int(match["m"] or match["om"]), match["d"], published, last)
    if match["od"] and len(published) >= 7:
        return _day_of(int(match["od"]), published, last)
    if match["week"] and day:
        return _weekday(match["week"], _WEEKDAYS[match["wd"]], day).isoformat()
    if match["vague"]:
        return published[:7] if day and day.day >= 10 else published[:4]
    return _near(match["near"], day, published) if match["near"] else None


def _month_of(number: int, day: str | None, published: str, last: str | None) -> str | None:
    """A month without a year: of the year spoken of, else the one that makes it past or near."""
    year = int(published[:4])
    if last and last[:4] != published[:4] and int(last[:4]) <= year and number >= int(last[5:7] or 0):
        year = int(last[:4])
    elif len(published) >= 7 and number > int(published[5:7]) + 1:
        year -= 1
    return _iso(year, number, day)


def _day_of(wanted: int, published: str, last: str | None) -> str | None:
    """A day without a month: of the month spoken of, else the one that makes it past."""
    if last and len(last) >= 7 and last[:7] < published[:7]:
        return _iso(last[:4], last[5:7], wanted)
    day = _day(published)
    if day and wanted > day.day:
        before = day.replace(day=1) - timedelta(days=1)
        return _iso(before.year, before.month, wanted)
    return _iso(published[:4], published[5:7], wanted)


def _near(word: str, day: date | None, published: str) -> str | None:
    if word in _DAYS:
        return (day + timedelta(days=_DAYS[word])).isoformat() if day else None
    if word == "本月":
        return published[:7]
    if word in {"上月", "上个月"} and day:
        return (day.replace(day=1) - timedelta(days=1)).isoformat()[:7]
    return {"年初": f"{published[:4]}-01", "年底": f"{published[:4]}-12"}.get(word)


def _weekday(word: str, wanted: int, day: date) -> date:
    if word.startswith("上"):
        return day - timedelta(days=day.weekday() + 7 - wanted)
    if word.startswith(("本", "这")):
        return day + timedelta(days=wanted - day.weekday())
    return day - timedelta(days=(day.weekday() - wanted) % 7)


def _relative_year(word: str, published: str | None, last: str | None) -> int | None:
    if word in _YEARS:
        return int(published[:4]) + _YEARS[word] if published else None
    if not last:
        return None
    return int(last[:4]) + (1 if word in {"次年", "翌年"} else 0)


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _iso(year: str | int, month: str | int | None, day: str | int | None) -> str | None:
    if not month:
        return f"{int(year):04d}"
    if not 1 <= int(month) <= 12:
        return None
    if not day:
        return f"{int(year):04d}-{int(month):02d}"
    return f"{int(year):04d}-{int(month):02d}-{int(day):02d}" if 1 <= int(day) <= 31 else None
