"""Dates: stated ones as precise as stated, relative ones from the article's own date."""

from __future__ import annotations

import re

import pytest

from kg.extract.en import dates
from kg.extract.en.dates import find_dates

_MONDAY = "2019-10-14"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("signed on 11 October 2019", "2019-10-11"),
        ("signed on January 11, 2018", "2018-01-11"),
        ("in March 2020", "2020-03"),
        ("Sept. 3, 2021", "2021-09-03"),
        ("2020-04-08", "2020-04-08"),
        ("by 2025", "2025"),
        ("by the end of 2030", "2030"),
        ("torn up a 2019 accord", "2019"),
    ],
)
def test_stated_dates_need_no_anchor(text: str, iso: str) -> None:
    assert [d.iso for d in find_dates(text, None)] == [iso]


@pytest.mark.parametrize(
    ("text", "back", "ahead"),
    [
        ("on Friday", "2019-10-11", "2019-10-18"),
        ("last Monday", "2019-10-07", "2019-10-07"),
        ("yesterday", "2019-10-13", "2019-10-13"),
        ("in November", "2018-11", "2019-11"),
        ("Last July", "2019-07", "2019-07"),
        ("last year", "2018", "2018"),
        ("next month", "2019-11", "2019-11"),
        ("five weeks ago", "2019-09", "2019-09"),
        ("two years ago", "2017", "2017"),
        ("May 18", "2019-05-18", "2020-05-18"),
        ("the end of the year", "2019", "2019"),
        ("in July last year", "2018-07", "2018-07"),
        ("earlier in the month", "2019-10", "2019-10"),
    ],
)
def test_relative_dates_look_back_and_ahead(text: str, back: str, ahead: str) -> None:
    assert [(d.iso, d.ahead) for d in find_dates(text, _MONDAY)] == [(back, ahead)]


def test_that_month_and_years_later_count_from_the_date_before() -> None:
    text = "It began in March 2020. An extension followed that December. Two years later it ended."
    assert [d.iso for d in find_dates(text, None)] == ["2020-03", "2020-12", "2022"]


def test_a_day_earlier_counts_from_the_date_before() -> None:
    assert [d.iso for d in find_dates("signed on Friday; a day earlier it met them", _MONDAY)] == [
        "2019-10-11",
        "2019-10-10",
    ]


@pytest.mark.parametrize("text", ["It may sign.", "2,019 jobs", "31 February 2020", "on Friday"])
def test_what_is_no_date_or_not_computable(text: str) -> None:
    assert find_dates(text, None) == ()


def test_the_same_month_is_that_of_the_date_before() -> None:
    assert [d.iso for d in find_dates("signed on 11 May 2019; in the same month it met them", None)][1] == "2019-05"
    assert [d.iso for d in find_dates("signed in 2019; in the same month it met them", None)] == ["2019"]


@pytest.mark.parametrize(
    "text",
    [
        "2020-04-08",
        "Jan. 5, 2021",
        "5 of October 2021",
        "LATE March 2020",
        "until May next year",
        "Back in June",
        "the start; start of 2021",
        "Q3 of the year 2022",
        "End-2024, fiscal 2023 and 1999",
        "its 2019 accord, that 2018 deal",
        "by that December",
        "the same month",
        "Later in the year",
        "On Tuesday; Wednesday",
        "Tonight",
        "The current quarter, year-end, by year-end, end of this year, the end of the year",
        "Twelve days ago, 10 months later, an year before",
    ],
)
def test_looking_at_first_letters_loses_no_form(text: str) -> None:
    every = re.compile("|".join(dates._FORMS))
    assert [m.span() for m in dates._PATTERN.finditer(text)] == [m.span() for m in every.finditer(text)] != []
