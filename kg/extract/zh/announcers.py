"""Who makes the announcement that an article reports: "公司" in it is that company."""

from __future__ import annotations

import re

from kg.extract.zh.reading import Reading
from kg.extract.zh.spans import Span
from kg.model import EntityType

ANNOUNCES = re.compile(r"(?:（[^）]{1,20}）)?[^，。；：、的]{0,12}?(?:公告|披露)(?:称|，|：|显示|，称)")


def headline(reading: Reading) -> Span | None:
    """The company that a headline begins with."""
    companies = (s for s in reading.spans if s.type is EntityType.COMPANY and s.start < 3)
    return next(companies, None) if reading.sentence.title else None


_BARELY_ANNOUNCES = re.compile(r"(?:公告|披露)(?:称|，|：|显示)[^，]{0,8}公司")


def announcer(reading: Reading, headed: Span | None) -> Span | None:
    """Who makes the announcement that is reported: "|远图股份|8日晚间公告，公司…", else whom the headline names."""
    companies = [s for s in reading.spans if s.type is EntityType.COMPANY]
    first = headed if reading.sentence.title else None
    if first and _HEADS.match(reading.text, first.end):
        return first
    named = next((s for s in companies if ANNOUNCES.match(reading.text, s.end)), None)
    barely = None if named else _BARELY_ANNOUNCES.search(reading.text)
    return headed if barely and all(s.start > barely.start() for s in companies) else named


_HEADS = re.compile(r"(?:（[^）]{1,20}）)?(?:[：:]|关于[^，。；]{2,80}公告)")
