"""Dates that a reading does not carry itself: an article dates its news once and then speaks of it again and again."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.extract.en.dates import DateSpan
from kg.extract.en.merge import HAPPENED
from kg.model import Fact, Relation, Status, Step

_STATES = frozenset({Relation.LEADS, Relation.LOCATED_IN, Relation.PARTICIPATES_IN})
_NEWS_DAYS = 7
_FRESH_DAYS = 4
_OPENING = 4
"""Words at the beginning of a sentence that name what it takes up."""
_NEXT = 400
"""Characters behind the lead in which a sentence still speaks of its news."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Lead:
    """The first sentences of an article as far as they date what they tell of.

    Attributes:
        words: Their words, in lower case and without the plural's s.
        day: The one day that they name of those before publication.
        end: Offset of their end.
    """

    words: frozenset[str]
    day: str | None
    end: int

    @classmethod
    def of(cls, text: str, end: int, dates: Iterable[DateSpan], published: str | None) -> Lead:
        """The lead of a text that ends at `end`, with the day of its news."""
        day = _day(published)
        days = {span.iso for span in dates if span.start < end and day is not None and _is_news(span.iso, day)}
        return cls(frozenset(_singular(w) for w in _words(text[:end])), days.pop() if len(days) == 1 else None, end)

    def date_of(self, fact: Fact) -> str | None:
        """The day of a fact whose sentence begins with what the lead told of: "The permits were issued by …"."""
        trigger = next((step.detail for step in fact.trace if step.kind == "trigger"), "")
        opening = _words(fact.evidence.text)[:_OPENING]
        if self.day is None or _singular(trigger.casefold()) not in self.words or fact.evidence.start < self.end:
            return None
        if fact.evidence.start - self.end > _NEXT or opening[:1] not in (["the"], ["this"], ["these"]):
            return None
        return self.day if trigger.casefold() in opening else None


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _singular(word: str) -> str:
    return word.removesuffix("s")


def dated(
    facts: Iterable[Fact],
    published: str | None,
    lead_end: int,
    has_date: Callable[[Fact], bool],
    taken_up: Callable[[Fact], str | None] = lambda fact: None,
) -> tuple[Fact, ...]:
    """Facts with the date of the article's news where they tell of it and their own sentence gives no date.

    Args:
        facts: Readings of one article.
        published: ISO date of the article; without it nothing is known of its news.
        lead_end: Offset of the end of headline and first sentence.
        has_date: Whether the sentence of a fact speaks of a date.
        taken_up: The day of the lead's news where a fact takes up what happened there.
    """
    known = tuple(facts)
    day = _day(published)
    if day is None:
        return known
    news = _news(known, day)
    found = (_with_date(fact, news, day, lead_end) if _open(fact, has_date) else fact for fact in known)
    return tuple(_of_lead(fact, taken_up(fact)) if _open(fact, has_date) else fact for fact in found)


def _of_lead(fact: Fact, day: str | None) -> Fact:
    return fact if day is None else _stamp(fact, day, f"{day}, of what the lead tells")


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
