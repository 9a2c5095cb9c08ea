"""How much of a facility's noun phrase is its name, and which phrases name one facility.

The sentences are test material with invented facts.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.mentions import annotate
from kg.model import EntityType

Parse = Callable[[str], Doc]


def _facilities(parse: Parse, text: str) -> list[str]:
    entities = annotate(parse(text)).entities
    return [e.name for e in entities if e.type is EntityType.FACILITY]


@pytest.mark.parametrize(
    "name",
    [
        "research and development centre",
        "natural gas liquefaction and export facility",
        "maintenance, repair and overhaul facility",
        "food and beverage processing plant",
        "semiconductor packaging and testing facility",
        "waste-to-energy plant",
        "state-of-the-art vaccine plant",
        "428,000-square-foot warehouse",
        "400-kV transmission line",
        "50 megawatt gas-fired power station",
        "2.6 gigawatt offshore wind farm",
        "two-storey shopping centre",
        "lithium hydroxide processing plant",
        "irrigation scheme",
        "sawmill",
    ],
)
def test_a_facility_is_named_with_all_that_describes_it(name: str, parse: Parse) -> None:
    assert _facilities(parse, f"Orbico Systems said on Tuesday it will build a {name} in Zambia.") == [name]


def test_two_facilities_joined_by_and_are_two(parse: Parse) -> None:
    text = "Orbico Systems will build a hospital and medical school in Zambia."
    assert _facilities(parse, text) == ["hospital", "medical school"]


@pytest.mark.parametrize("price", ["2-billion-euro", "€2 billion", "$40-million"])
def test_a_price_is_no_part_of_the_name(price: str, parse: Parse) -> None:
    assert _facilities(parse, f"Orbico Systems is building a {price} car plant in Zambia.") == ["car plant"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zelmar Ltd will run Kilima, its new lithium mine in Zambia.", "Kilima"),
        ("Orvane Holdings has completed the Lindal project, a 300-bed hospital in Zambia.", "Lindal project"),
        ("Orvane Holdings opened the Kilima road. The two-lane road is 40 km long.", "Kilima road"),
    ],
)
def test_a_name_and_what_describes_it_are_one(text: str, name: str, parse: Parse) -> None:
    assert _facilities(parse, text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Orvane Holdings opened the Lindal plant, a hospital and a school in Zambia.",
        "Orvane Holdings opened a battery plant. The solar plant is in Zambia.",
    ],
)
def test_other_facilities_stay_others(text: str, parse: Parse) -> None:
    assert len(_facilities(parse, text)) > 1


def test_a_firm_described_behind_its_owner_s_name_is_what_the_noun_says(parse: Parse) -> None:
    text = "Credits will come from Kestrel, Orbico's first large-scale carbon capture facility in Texas."
    types = {e.name: e.type for e in annotate(parse(text)).entities}
    assert types["Kestrel"] is EntityType.FACILITY


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Orbico is working on two plants – the 28-MW Kilima plant in Porto and the Lindal plant.",
            {"Kilima plant", "Lindal plant"},
        ),
        (
            "Orbico will build two hotels in Porto: a beach hotel near the airport and a mountain hotel.",
            {"beach hotel", "mountain hotel"},
        ),
        ("Orbico will build three hotels in Porto: a beach hotel and a mountain hotel.", {"hotels"}),
        ("Orbico will build two hotels in Porto - it opened a beach hotel and a mountain hotel last year.", {"hotels"}),
    ],
)
def test_what_is_counted_stands_for_what_is_listed_behind_it(text: str, names: set[str], parse: Parse) -> None:
    annotation = annotate(parse(text))
    facilities = [s for s in annotation.spans if annotation.entities[s.entities[0]].type is EntityType.FACILITY]
    assert {annotation.entities[i].name for i in facilities[0].entities} == names


def test_a_site_is_named_by_what_stands_before_its_kind(parse: Parse) -> None:
    text = "Orbico Systems meets its engineers at the Kilima geothermal site in May."
    assert _facilities(parse, text) == ["Kilima geothermal site"]
    assert _facilities(parse, "Orbico Systems will start a European geothermal site survey in May.") == []
