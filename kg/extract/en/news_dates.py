"""Dates that a reading does not carry itself: an article dates its news once and then speaks of it again and again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from kg.extract.en.merge import HAPPENED
from kg.model import Fact, Relation, Status, Step

_STATES = frozenset({Relation.LEADS, Relation.LOCATED_IN, Relation.PARTICIPATES_IN})
_NEWS_DAYS = 7
_FRESH_DAYS = 4


def dated(
    facts: Iterable[Fact], published: str | None, lead_end: int, has_date: Callable[[Fact], bool]
) -> tuple[Fact, ...]:
    """Facts with the date of the article's news where they tell of it and their own sentence gives no date.

    Args:
        facts: Readings of one article.
        published: ISO date of the article; without it nothing is known of its news.
        lead_end: Offset of the end of headline and first sentence.
        has_date: Whether the sentence of a fact speaks of a date.
    """
    known = tuple(facts)
    day = _day(published)
    if day is None:
        return known
    news = _news(known, day)
    return tuple(_with_date(fact, news, day, lead_end) if _open(fact, has_date) else fact for fact in known)


def _news(known: Iterable[Fact], day: date) -> dict[tuple[Relation, str], set[str]]:
    """The dates of the days before publication, by the kind of act that happened and each of its parties."""
    news: dict[tuple[Relation, str], set[str]] = defaultdict(set)
    for fact in known:
        if fact.date and fact.status in HAPPENED and _is_news(fact.date, day):
            for party in (fact.subject.name, fact.object.name):
                news[fact.relation, party].add(fact.date)
    return news


def _open(fact: Fact, has_date: Callable[[Fact], bool]) -> bool:
    happened = fact.status in HAPPENED and not (fact.relation is Relation.OWNS and fact.status is Status.ACTIVE)
    return fact.date is None and happened and fact.relation not in _STATES and not has_date(fact)


def _with_date(fact: Fact, news: Mapping[tuple[Relation, str], set[str]], day: date, lead_end: int) -> Fact:
    """With the date of the same kind of act by or on one of the same parties."""
    dates = set().union(*(news.get((fact.relation, party), ()) for party in (fact.subject.name, fact.object.name)))
    if len(dates) == 1:
        found = dates.pop()
        return _stamp(fact, found, f"{found}, of the same news")
    if not dates and fact.evidence.start < lead_end:
        month = _month(day)
        return _stamp(fact, month, f"{month}, when the news appeared")
    return fact


def _is_news(stated: str, day: date) -> bool:
    then = _day(stated)
    return then is not None and timedelta() <= day - then <= timedelta(days=_NEWS_DAYS)


def _month(day: date) -> str:
    """The month of the days before publication; only the year where they lie in two months, as far as it is one.

    >>> _month(date(2020, 4, 8)), _month(date(2020, 4, 1))
    ('2020-04', '2020')
    """
    before = day - timedelta(days=_FRESH_DAYS)
    return f"{day:%Y-%m}" if before.month == day.month else f"{before:%Y}"


def _stamp(fact: Fact, when: str, why: str) -> Fact:
    return replace(fact, date=when, trace=(*fact.trace, Step("date", why)))


def _day(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso and len(iso) == 10 else None
    except ValueError:
        return None
