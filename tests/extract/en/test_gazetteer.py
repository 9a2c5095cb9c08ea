"""The name lists: that they load, agree with each other and can be searched as the modules do."""

from __future__ import annotations

import pytest

from kg.extract.en.gazetteer import first_names, fold, is_big_place, longest_known, organizations, outlets, places
from kg.model import EntityType


@pytest.mark.parametrize(
    ("demonym", "country"), [("chinese", "China"), ("south african", "South Africa"), ("dutch", "Netherlands")]
)
def test_demonyms(demonym: str, country: str) -> None:
    assert places().demonyms[demonym] == country
    assert country in places().codes


def test_every_seat_of_government_is_a_place_and_its_country_has_a_code() -> None:
    table = places()
    assert table.capitals.keys() <= table.country_of.keys()
    assert set(table.capitals.values()) <= table.codes.keys()


@pytest.mark.parametrize("name", ["Kenya", "Uttar Pradesh", "São Paulo", "Wroclaw", "Shenzhen"])
def test_big_places_are_known_with_and_without_accents(name: str) -> None:
    assert is_big_place(fold(name))


def test_a_village_is_no_big_place() -> None:
    assert not is_big_place("mount pleasant")


def test_aliases_share_one_entry() -> None:
    table = organizations()
    assert table["foxconn"] is table["hon hai"]
    assert table["foxconn"].type is EntityType.COMPANY
    assert table["imf"].name == "International Monetary Fund"


def test_no_country_is_listed_as_an_organization() -> None:
    assert not organizations().keys() & places().countries.keys()


def test_lists_are_folded() -> None:
    for names in (organizations(), outlets(), first_names(), longest_known(), places().population):
        assert all(name == fold(name).strip() and name for name in names)
