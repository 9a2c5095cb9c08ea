"""Matching text: simplified, half-width, of the same length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.zh.script import is_traditional, simplify


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("寧德時代進駐香港科學園", "宁德时代进驻香港科学园"),
        ("「城市大腦」", "“城市大脑”"),
        ("ＡＢＣ１２３", "ABC123"),
        ("近日,商丘市与公司(简称“甲”)签约:", "近日，商丘市与公司（简称“甲”）签约："),
        ("1,234元", "1,234元"),
        ('推出"城市大脑"系统', "推出“城市大脑”系统"),
    ],
)
def test_simplify(text: str, plain: str) -> None:
    assert simplify(text) == plain


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_length_is_kept(text: str) -> None:
    assert len(simplify(text)) == len(text)


def test_traditional_is_told_from_simplified() -> None:
    assert is_traditional("台積電宣布將在南京興建晶圓廠")
    assert not is_traditional("台积电宣布将在南京兴建晶圆厂")
