from __future__ import annotations

from collections import Counter

import pytest

from kg.resolve.atlas import LEVELS, load
from kg.resolve.entities import place_iri


def test_every_place_has_a_country_or_is_a_region_of_the_world() -> None:
    atlas = load()
    without = [spot.name for spot in atlas.spots.values() if not atlas.country(spot.code) and spot.kind != "region"]
    assert without == []


def test_kinds_are_known_and_chains_end() -> None:
    atlas = load()
    assert {spot.kind for spot in atlas.spots.values()} <= set(LEVELS)
    assert all(len(atlas.chain(code)) <= 5 for code in atlas.spots)


def test_no_number_of_geonames_stands_for_two_places() -> None:
    numbers = Counter(number for spot in load().spots.values() for number in spot.geonames)
    assert [number for number, count in numbers.items() if count > 1] == []


def test_seats_lie_in_what_they_are_the_seat_of() -> None:
    atlas = load()
    for spot in atlas.spots.values():
        seat = atlas.by_geonames(spot.seat) if spot.seat else None
        assert seat is None or spot.code in {s.code for s in atlas.chain(seat.code)}, spot


@pytest.mark.slow
def test_no_two_places_share_an_iri() -> None:
    atlas = load()
    big = [spot for spot in atlas.spots.values() if spot.prior >= 4.7]
    iris = Counter(place_iri(spot, atlas) for spot in big)
    assert [iri for iri, count in iris.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "iri"),
    [("Suzhou", "suzhou"), ("Hebei", "hebei"), ("Kumamoto", "kumamoto"), ("China", "china"), ("上海", "shanghai")],
)
def test_the_likeliest_bearer_of_a_name_has_the_bare_iri(name: str, iri: str) -> None:
    spot, _ = load().find(name)[0]
    assert place_iri(spot, load()) == f"https://kg.example.org/place/{iri}"


def test_the_other_suzhou_says_where_it_is() -> None:
    spot = load().by_geonames("1793743")
    assert spot is not None
    assert place_iri(spot, load()).endswith("place/suzhou-anhui")
