from __future__ import annotations

import pytest

from kg.model import EntityType, Money, Qualifier, Relation
from kg.view import words


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money(15_000_000_000, "CNY"), "15B CNY"),
        (Money(1_250_000, "USD"), "1.25M USD"),
        (Money(1_500_000_000_000, "JPY"), "1.5T JPY"),
        (Money(999, "EUR"), "999 EUR"),
        (Money(5_000_000, "EUR", qualifier=Qualifier.AT_LEAST), "at least 5M EUR"),
        (Money(3_000_000, "GBP", lower=2_000_000, upper=4_000_000), "2M–4M GBP"),
    ],
)
def test_an_amount_is_short(money: Money, text: str) -> None:
    assert words.amount_text(money) == text


def test_names_of_the_model_become_words() -> None:
    assert words.relation_text(Relation.PARTICIPATES_IN) == "participates in"
    assert words.type_text(EntityType.GOVERNMENT) == "Government body"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Tencent", "Tencent"),
        ("a" * 40, "a" * 25 + "…"),
        ("寧德時代新能源科技股份有限公司", "寧德時代新能源科技股份有…"),
        ("two\nlines\tand  spaces", "two lines and spaces"),
        ("safe\u202egpj.exe", "safegpj.exe"),
        ("nul\x00bell\x07", "nulbell"),
    ],
)
def test_a_label_is_one_short_honest_line(name: str, shown: str) -> None:
    assert words.label(name) == shown
    assert words.cells(words.label(name)) <= 26
