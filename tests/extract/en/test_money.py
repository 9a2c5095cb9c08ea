"""Amounts: every way to write one, with value, currency, range, qualifier and conversion."""

from __future__ import annotations

import pytest

from kg.extract.en.money import find_money, find_sums
from kg.model import Money, Qualifier

_CASES = [
    ("15 billion yuan (US$2.1 billion)", [(15_000_000_000, "CNY")]),
    ("$70bn and $1.4tn USD", [(70_000_000_000, "USD"), (1_400_000_000_000, "USD")]),
    ("Rs 3,000 crore; RMB 6.55bn; €500m", [(30_000_000_000, "INR"), (6_550_000_000, "CNY"), (500_000_000, "EUR")]),
    ("Rs. 1.5 lakh crore", [(1_500_000_000_000, "INR")]),
    ("a quarter of a billion dollars", [(250_000_000, "USD")]),
    ("5 million USD and 3 million US dollars", [(5_000_000, "USD"), (3_000_000, "USD")]),
    (
        "7 million Singapore dollars, AED 2m, 9 million AED",
        [(7_000_000, "SGD"), (2_000_000, "AED"), (9_000_000, "AED")],
    ),
    ("half a billion dollars", [(500_000_000, "USD")]),
    (
        "S$3,500, A$2.1m, HK$40 million, NT$9bn, C$5m",
        [(3500, "SGD"), (2_100_000, "AUD"), (40_000_000, "HKD"), (9_000_000_000, "TWD"), (5_000_000, "CAD")],
    ),
    (
        "KSh 3.5 billion; Dh500 million; R$ 3 bn; R45 million",
        [(3_500_000_000, "KES"), (500_000_000, "AED"), (3_000_000_000, "BRL"), (45_000_000, "ZAR")],
    ),
    ("100 million tenge, three million euros", [(100_000_000, "KZT"), (3_000_000, "EUR")]),
    ("a 500 million-euro plant", [(500_000_000, "EUR")]),
    ("$2 billion and 300 jobs", [(2_000_000_000, "USD")]),
    ("fined $5 Million; A$3 BILLION; Rs 2 Crore", [(5_000_000, "USD"), (3_000_000_000, "AUD"), (20_000_000, "INR")]),
    ("the R2 road, 20 jobs in 2020", []),
    ("at COP27 and COP 28; KES 500, KES 20m", [(500, "KES"), (20_000_000, "KES")]),
    (
        "funding of $450 000, €1 200 000 and 12 500 euros",
        [(450_000, "USD"), (1_200_000, "EUR"), (12_500, "EUR")],
    ),
    ("costs $20 2020 was the year", [(20, "USD")]),
    ("between 5 and 7 billion euros", [(7_000_000_000, "EUR")]),
]


@pytest.mark.parametrize(("text", "expected"), _CASES)
def test_value_and_currency(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(m.money.value, m.money.currency) for m in find_money(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("up to $80 million", Money(80_000_000, "USD", upper=80_000_000, qualifier=Qualifier.UP_TO)),
        ("more than $700 million", Money(700_000_000, "USD", lower=700_000_000, qualifier=Qualifier.AT_LEAST)),
        ("about €2bn", Money(2_000_000_000, "EUR", qualifier=Qualifier.ABOUT)),
        ("$1-2 billion", Money(2_000_000_000, "USD", lower=1_000_000_000, upper=2_000_000_000)),
        ("between $5 million and $10 million", Money(10_000_000, "USD", lower=5_000_000, upper=10_000_000)),
        ("8.026 billion yuan, about US$1.19 billion", Money(8_026_000_000, "CNY", also=((1_190_000_000, "USD"),))),
        ("$5.3 billion (SAR19.88 billion)", Money(5_300_000_000, "USD", also=((19_880_000_000, "SAR"),))),
    ],
)
def test_range_qualifier_and_conversion(text: str, expected: Money) -> None:
    assert [m.money for m in find_money(text)] == [expected]


def test_offsets_are_those_of_the_text() -> None:
    text = "It will spend €500m in 深圳 and 15亿, then $3m."
    assert [text[m.start : m.end] for m in find_money(text)] == ["€500m", "$3m"]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("It poured hundreds of millions of euros into it.", ["hundreds of millions of euros"]),
        ("It paid an undisclosed sum.", ["an undisclosed sum"]),
        ("It paid 5 million euros to thousands of people.", []),
    ],
)
def test_sums_without_a_number(text: str, sums: list[str]) -> None:
    assert [text[start:end] for start, end in find_sums(text)] == sums


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("a USD 49.3 million loan", 49_300_000, "USD"),
        ("EUR 40 m", 40_000_000, "EUR"),
        ("RM11bil", 11_000_000_000, "MYR"),
    ],
)
def test_sums_behind_an_article_and_with_short_scales(text: str, value: int, currency: str) -> None:
    (found,) = find_money(text)
    assert (found.money.value, found.money.currency) == (value, currency)


def test_a_part_of_a_sum_has_the_currency_of_the_whole() -> None:
    spans = find_money("Of the 30 billion euros, 9.9 billion will come from the state. About 5 billion were there.")
    assert [(span.money.value, span.money.currency) for span in spans] == [
        (30_000_000_000, "EUR"),
        (9_900_000_000, "EUR"),
    ]


@pytest.mark.parametrize(
    "text", ["Of the $30 billion, some will reach 25 million people.", "It has $30 billion and 5 billion were there."]
)
def test_a_number_is_no_part_of_a_sum_where_that_is_not_said(text: str) -> None:
    assert [span.money.value for span in find_money(text)] == [30_000_000_000]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mexico's Orbico spent 3 million pesos.", [(3_000_000, "MXN")]),
        ("Chile and the Philippines: Chile paid 3 million pesos.", [(3_000_000, "CLP")]),
        ("Norway gave 2 billion crowns. A 5 million crown grant followed.", [(2e9, "NOK"), (5e6, "NOK")]),
        ("Pakistan lent Rs. 20 billion and 5 million rupees.", [(2e10, "PKR"), (5e6, "PKR")]),
        ("India and Pakistan: 5 million rupees.", [(5e6, "INR")]),
        ("The firm got 5 million rupees.", [(5e6, "INR")]),
        ("The firm got 3 million pesos.", []),
        ("Kenya's Orbico wore three crowns.", []),
    ],
)
def test_a_name_that_currencies_share_is_that_of_the_country_spoken_of(
    text: str, expected: list[tuple[float, str]]
) -> None:
    assert [(m.money.value, m.money.currency) for m in find_money(text)] == expected
