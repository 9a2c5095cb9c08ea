"""Dates relative to the article's own."""

from __future__ import annotations

import pytest

from kg.extract.zh.dates import find_dates


@pytest.mark.parametrize(
    ("text", "published", "iso"),
    [
        ("2020年3月5日", None, "2020-03-05"),
        ("2020年3月", None, "2020-03"),
        ("去年7月12日", "2018-05-29", "2017-07-12"),
        ("去年底", "2018-05-29", "2017-12"),
        ("今年3月", "2020-04-01", "2020-03"),
        ("28日在南京", "2016-03-29", "2016-03-28"),
        ("31日", "2020-04-01", "2020-03-31"),
        ("12月30日", "2020-01-05", "2019-12-30"),
        ("上周五", "2023-01-11", "2023-01-06"),
        ("昨日", "2020-03-01", "2020-02-29"),
        ("近日", "2020-03-20", "2020-03"),
        ("近日", "2020-03-02", "2020"),
    ],
)
def test_resolved(text: str, published: str | None, iso: str) -> None:
    assert [dated.iso for dated in find_dates(text, published)] == [iso]


def test_month_follows_the_year_spoken_of() -> None:
    assert [d.iso for d in find_dates("2021年4月10日认定，半年后的10月8日", "2022-07-22")] == [
        "2021-04-10",
        "2021-10-08",
    ]


def test_same_day_is_the_day_named_before() -> None:
    assert find_dates("当天签约", "2022-02-14", None, "2018-07-10")[0].iso == "2018-07-10"


@pytest.mark.parametrize("text", ["5月13日", "昨日", "上周五"])
def test_nothing_without_a_publication_date(text: str) -> None:
    assert find_dates(text, None) == ()


def test_impossible_dates_are_none() -> None:
    assert find_dates("2020年13月5日", "2020-03-02") == ()


def test_duration_is_no_date() -> None:
    assert find_dates("历时3个月", "2020-03-02") == ()
