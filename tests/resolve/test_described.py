from __future__ import annotations

import pytest

from kg.resolve.described import undressed


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Russian energy giant Rosneft", "Rosneft"),
        ("phosphates and fertilizer giant OCP", "OCP"),
        ("Thailand's BAY", "BAY"),
        ("Paris-based ICC", "ICC"),
        ("carmaker Toyota Motor", "Toyota Motor"),
        ("McDonald's", "McDonald's"),
        ("Moody's Investors Service", "Moody's Investors Service"),
        ("Bank of China", "Bank of China"),
        ("Group 42", "Group 42"),
        ("company", "company"),
        ("华为公司", "华为公司"),
    ],
)
def test_descriptions_go_and_names_stay(name: str, bare: str) -> None:
    assert undressed(name) == bare
