from __future__ import annotations

import pytest

from kg.errors import ViewError
from kg.model import Relation
from kg.view.options import ViewOptions
from kg.view.selection import cut, day_of, find_entity, ranked
from tests.view.samples import SECOND, small


def test_nothing_is_cut_without_a_wish() -> None:
    assert cut(small(), ViewOptions()) == small()


def test_a_relation_keeps_its_deals_and_their_ends() -> None:
    part = cut(small(), ViewOptions(relations=(Relation.INVESTS,)))
    assert {deal.relation for deal in part.deals} == {Relation.INVESTS}
    assert sorted(entity.name for entity in part.entities) == ["Haicheng", "Norrland Kraft"]


def test_the_places_of_what_is_kept_are_kept() -> None:
    part = cut(small(), ViewOptions(relations=(Relation.SUPPLIES,)))
    assert sorted(entity.name for entity in part.entities) == ["Haicheng", "Rotterdam", "Südwind AG", "海城市政府"]


@pytest.mark.parametrize(
    ("since", "until", "years"),
    [
        ("2021", None, ["2021", "2021", "2021", "2022", "2023"]),
        ("2021-06", None, ["2021", "2021", "2022", "2023"]),  # 2021-05 is over before June
        (None, "2018", ["2018"]),
        ("2018-07", "2018-08", ["2018"]),  # "2018" may be July
        ("2022", "2022-12-31", ["2022"]),
        ("2030", None, []),
    ],
)
def test_time_cuts_by_what_the_date_covers(since: str | None, until: str | None, years: list[str]) -> None:
    part = cut(small(), ViewOptions(since=since, until=until))
    published = {SECOND.name: SECOND.published}
    assert sorted(str(day_of(deal, published)[0])[:4] for deal in part.deals) == years


def test_a_deal_without_a_date_has_the_day_of_its_first_article() -> None:
    undated = next(deal for deal in small().deals if deal.relation == Relation.LEADS)
    assert day_of(undated, {SECOND.name: "2021-06-10"}) == ("2021-06-10", True)
    assert day_of(undated, {}) == (None, False)


def test_the_strongest_entity_is_first() -> None:
    assert [entity.name for entity in ranked(small())][:2] == ["Norrland Kraft", "海城市政府"]


@pytest.mark.parametrize(
    "name", ["Norrland Kraft", "norrland", "诺兰电力", "https://kg.example.org/company/norrland-kraft"]
)
def test_an_entity_is_found_by_any_name(name: str) -> None:
    assert find_entity(name, ranked(small())).name == "Norrland Kraft"


def test_an_unknown_name_is_told_with_a_near_one() -> None:
    with pytest.raises(ViewError, match=r"'Norland Kraft'.*Did you mean 'Norrland Kraft'"):
        find_entity("Norland Kraft", ranked(small()))
