"""An article dates its news once; its other readings of the same news get that date, and background gets none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.extract.en.dates import DateSpan
from kg.extract.en.news_dates import Lead, dated
from kg.model import EntityType, Evidence, Fact, Mention, Relation, Status, Step

_LEAD_END = 100
_FACT = Fact(
    doc="a.txt",
    subject=Mention("Ministry of Ports", "ministry", EntityType.GOVERNMENT),
    relation=Relation.SANCTIONS,
    object=Mention("Orbico Systems", "Orbico", EntityType.COMPANY),
    evidence=Evidence("The ministry fined Orbico.", 200, 226),
    status=Status.COMPLETED,
)
_NEWS = replace(_FACT, object=Mention("Velm", "Velm", EntityType.COMPANY), date="2024-05-21")


def _date(fact: Fact, *others: Fact, published: str | None = "2024-05-22", has_date: bool = False) -> str | None:
    return dated([fact, *others], published, _LEAD_END, lambda _: has_date)[0].date


def test_news_of_the_same_kind_with_a_shared_party_has_the_same_date() -> None:
    assert _date(_FACT, _NEWS) == "2024-05-21"


@pytest.mark.parametrize(
    "other",
    [
        replace(_NEWS, relation=Relation.FUNDS),
        replace(_NEWS, status=Status.PLANNED),
        replace(_NEWS, date="2019-05"),
        replace(_NEWS, date="2024-01-02"),
        replace(_NEWS, subject=Mention("City of Velm", "city", EntityType.GOVERNMENT)),
    ],
    ids=["another relation", "not yet", "vague", "long ago", "no shared party"],
)
def test_other_acts_lend_no_date(other: Fact) -> None:
    assert _date(_FACT, other) is None


def test_two_dates_are_no_date() -> None:
    assert _date(_FACT, _NEWS, replace(_NEWS, date="2024-05-20")) is None


def test_the_lead_tells_of_the_month_in_which_it_appeared() -> None:
    lead = replace(_FACT, evidence=Evidence("Orbico fined", 0, 12))
    assert _date(lead) == "2024-05"
    assert _date(lead, published="2024-05-02") == "2024"
    assert _date(lead, published="2024") is None
    assert _date(lead, published=None) is None


@pytest.mark.parametrize(
    "lead",
    [
        replace(_FACT, status=Status.PLANNED),
        replace(_FACT, relation=Relation.LEADS, status=Status.ACTIVE),
        replace(_FACT, relation=Relation.OWNS, status=Status.ACTIVE),
    ],
    ids=["planned", "an office", "ownership"],
)
def test_what_is_to_come_and_what_lasts_gets_none(lead: Fact) -> None:
    assert _date(replace(lead, evidence=Evidence("x", 0, 1))) is None


def test_a_sentence_with_a_date_of_its_own_keeps_to_it() -> None:
    assert _date(_FACT, _NEWS, has_date=True) is None


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("The permits were handed out by the Ministry of Transport", "2022-08-08"),
        ("Older permits were issued by", None),
    ],
)
def test_what_takes_up_the_news_of_the_lead_has_its_day(opening: str, day: str | None) -> None:
    lead = "Orbico said on Monday it had been granted permits to sell rides."
    span = DateSpan(12, 21, "2022-08-08", "2022-08-08")
    fact = replace(_FACT, evidence=Evidence(opening, len(lead) + 1, len(lead) + 1 + len(opening)))
    fact = replace(fact, trace=(Step("trigger", "permits"),))
    assert Lead.of(lead, len(lead), [span], "2022-08-08").date_of(fact) == day
