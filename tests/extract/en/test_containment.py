"""Which place can lie in which, by name alone."""

from __future__ import annotations

import pytest

from kg.extract.en.annotation import DocEntity
from kg.extract.en.containment import is_region_or_country, may_lie_in
from kg.model import EntityType


def _place(name: str) -> DocEntity:
    return DocEntity(name, EntityType.PLACE, (name,))


@pytest.mark.parametrize(
    ("inner", "outer", "can"),
    [
        ("Hefei", "Anhui", True),
        ("Hamburg", "Germany", True),
        ("Peoria", "Illinois", True),
        ("Nowhereville", "Ohio", True),
        ("Germany", "Hamburg", False),
        ("Hamburg", "France", False),
        ("Jiangsu Province", "Anhui Province", False),
    ],
)
def test_a_place_in_another(inner: str, outer: str, can: bool) -> None:
    assert may_lie_in(_place(inner), _place(outer)) is can


def test_a_company_may_lie_anywhere() -> None:
    assert may_lie_in(DocEntity("Orbico", EntityType.COMPANY, ("Orbico",)), _place("France"))


@pytest.mark.parametrize(
    ("name", "large"), [("Texas", True), ("Poland", True), ("Hamburg", False), ("Nowhereville", False)]
)
def test_what_stands_behind_a_comma(name: str, large: bool) -> None:
    assert is_region_or_country(_place(name)) is large
