"""Amounts as Chinese reporters write them."""

from __future__ import annotations

import pytest

from kg.extract.zh.money import find_amounts, number
from kg.model import Qualifier


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("料投资逾12亿港元", 1_200_000_000, "HKD"),
        ("中标金额158617.69万元", 1_586_176_900, "CNY"),
        ("总投资四十五亿元人民币", 4_500_000_000, "CNY"),
        ("投资50亿至60亿元", 6_000_000_000, "CNY"),
        ("总投资50亿，年产20万吨", 5_000_000_000, "CNY"),
        ("融资US$10亿", 1_000_000_000, "USD"),
        ("斥資 5000 亿元新台币", 500_000_000_000, "TWD"),
        ("作价2,489,078,698.29元", 2_489_078_698.29, "CNY"),
        ("约1.2兆日元", 1_200_000_000_000, "JPY"),
        ("补助一亿九千二百万元", 192_000_000, "CNY"),
        ("罚款3亿5000万元", 350_000_000, "CNY"),
    ],
)
def test_value(text: str, value: float, currency: str) -> None:
    (amount,) = find_amounts(text)
    assert (amount.money.value, amount.money.currency) == (value, currency)


def test_range_keeps_both_ends() -> None:
    (amount,) = find_amounts("投资10-15亿元")
    assert (amount.money.lower, amount.money.upper) == (1_000_000_000, 1_500_000_000)


def test_conversion_is_kept_beside() -> None:
    (amount,) = find_amounts("斥资30亿美元（约合新台币975亿元）")
    assert amount.money.also == ((97_500_000_000, "TWD"),)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("超12亿元", Qualifier.AT_LEAST),
        ("约12亿元", Qualifier.ABOUT),
        ("最高12亿元", Qualifier.UP_TO),
        ("12亿余元", Qualifier.AT_LEAST),
    ],
)
def test_qualifier(text: str, qualifier: Qualifier) -> None:
    assert find_amounts(text)[0].money.qualifier is qualifier


@pytest.mark.parametrize("text", ["年产20万吨", "3.5万余所学校", "5月10日100余人", "2018年", "覆盖1亿用户"])
def test_no_money(text: str) -> None:
    assert find_amounts(text) == ()


def test_turnover_is_no_investment() -> None:
    assert [amount.other for amount in find_amounts("年产值13亿元，投资5亿元")] == [True, False]


def test_bare_yuan_is_the_article_s_own() -> None:
    assert find_amounts("投资1650亿元", "TWD")[0].money.currency == "TWD"


@pytest.mark.parametrize(("text", "value"), [("四十五", 45), ("一百二十", 120), ("3.5", 3.5), ("1,200", 1200)])
def test_number(text: str, value: float) -> None:
    assert number(text) == value
