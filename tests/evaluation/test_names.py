from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluation.names import normal, same_facility, tokens


@pytest.mark.parametrize(
    ("name", "place", "form"),
    [
        ("Tencent Holdings Ltd.", False, "tencent"),
        ("The Alibaba Group (BABA)", False, "alibaba"),
        ("Alibaba’s", False, "alibaba"),
        ("Hebei Provincial Government", True, "hebei"),
        ("Wuhan city authorities", True, "wuhan"),
        ("City of Austin", True, "austin"),
        ("Government of the Republic of Kenya", True, "kenya"),
        ("Group", False, "group"),
        ("腾讯控股有限公司", False, "腾讯"),
        ("武汉市人民政府", True, "武汉"),
        ("成都", True, "成都"),
        ("", False, ""),
    ],
)
def test_normal_forms(name: str, place: bool, form: str) -> None:
    assert normal(name, place) == form


@given(st.text(max_size=40), st.booleans())
def test_a_normal_form_is_its_own(name: str, place: bool) -> None:
    once = normal(name, place)
    assert once == once.strip()
    assert normal(name, place) == once


def test_tokens_of_chinese_are_pairs() -> None:
    assert tokens("数据中心") == {"数据", "据中", "中心"}
    assert tokens("Data Centre") == tokens("data center") == {"data", "center"}


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("new data center", True),
        ("center", True),
        ("academy", False),
        ("large cloud data center in Wuhan", True),
        ("", False),
    ],
)
def test_facilities(name: str, same: bool) -> None:
    assert same_facility(name, ["data center"]) is same
