"""Which place a name means: every case with the words that decide it."""

from __future__ import annotations

import pytest

from kg.model import Document
from kg.resolve.atlas import load
from kg.resolve.places import Context, choose, containing, named_places, stated_parents


def context(text: str, *names: str, language: str = "en") -> Context:
    document = Document("a", text, language=language)
    return Context(named=named_places(document), stated=stated_parents(document, names))


def chain(name: str, text: str, language: str = "en") -> str:
    spot = choose(name, (), context(text, name, language=language)).spot
    return " < ".join(s.name for s in load().chain(spot.code)) if spot else ""


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Suzhou", "Suzhou signed with Siemens.", "Suzhou < Jiangsu < China"),
        ("Suzhou", "Suzhou, in the north of Anhui province, signed with Siemens.", "Suzhou < Anhui < China"),
        ("Springfield", "A plant in Springfield, Illinois.", "Springfield < Illinois < United States"),
        ("Springfield", "The governor of Massachusetts opened the plant in Springfield.",
         "Springfield < Massachusetts < United States"),
        ("Arlington", "Its office is in Arlington, Va.", "Arlington < Virginia < United States"),
        ("Georgia", "Tbilisi is the capital of Georgia.", "Georgia"),
        ("Birmingham", "Birmingham, England, wants trams.", "Birmingham < England < United Kingdom"),
        ("Birmingham", "Birmingham, Alabama, wants trams.", "Birmingham < Alabama < United States"),
        ("Cambridge", "The lab in Cambridge, Massachusetts.", "Cambridge < Massachusetts < United States"),
        ("Santiago", "Chile's capital Santiago bought buses.", "Santiago < Chile"),
        ("Valencia", "The plant in Valencia will be Spain's largest.", "Valencia < Valencia < Spain"),
        ("Hyderabad", "Telangana courts chip makers to Hyderabad.", "Hyderabad < Telangana < India"),
        ("Hyderabad", "Pakistan's Hyderabad was flooded.", "Hyderabad < Pakistan"),
        ("San Jose", "San Jose, California, licensed the taxis.", "San Jose < California < United States"),
        ("San Jose", "Costa Rica's capital San Jose licensed the taxis.", "San José < Costa Rica"),
        ("Jilin", "FAW is the largest employer of Jilin.", "Jilin < China"),
        ("Osaka", "Osaka hosts the expo.", "Osaka < Osaka < Japan"),
        ("Monte-Carlo", "The casino of Monte-Carlo, Monaco.", "Monte-Carlo < Monaco"),
        ("Jilin Province", "FAW is the largest employer of Jilin Province.", "Jilin < China"),
        ("Columbus", "Intel builds two factories near Columbus in Ohio.", "Columbus < Ohio < United States"),
        ("Songjiang", "Songjiang, a district of Shanghai.", "Songjiang < Shanghai < China"),
        ("Washington", "Washington and the United States Congress.", "Washington < United States"),
        ("Washington State", "Boeing is at home in Washington State.", "Washington < United States"),
        ("Naples", "Italy restores the port of Naples.", "Naples < Campania < Italy"),
        ("Naples", "Naples, Florida, is rebuilding.", "Naples < Florida < United States"),
    ],
)  # fmt: skip
def test_context_decides(name: str, text: str, expected: str) -> None:
    assert chain(name, text) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("苏州市", "苏州市与西门子签约。", "Suzhou < Jiangsu < China"),
        ("宿州", "安徽省宿州签约。", "Suzhou < Anhui < China"),
        ("重庆市永川区", "重庆市永川区发放牌照。", "Yongchuan < Chongqing < China"),
        ("上海市人民政府", "上海市人民政府签约。", "Shanghai < China"),
        ("贵州省政府", "贵州省政府支持。", "Guizhou < China"),
    ],
)
def test_chinese_names(name: str, text: str, expected: str) -> None:
    assert chain(name, text, "zh") == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Springfield", "Springfield bought buses."),
        ("Zzyzxville", "Zzyzxville, a town."),
        ("Liberal government", "The Liberal government of Canada and the United States."),
        ("Norfolk County Council", "Norfolk County Council in Britain sued."),
        ("Orange County", "Orange County in California sued."),
        ("Edo state", "Edo state in Nigeria pays farmers."),
        ("Sokoto State Government", "Sokoto State Government in Nigeria pays farmers."),
    ],
)
def test_what_the_article_does_not_tell_stays_open(name: str, text: str) -> None:
    assert choose(name, (), context(text)).spot is None


def test_an_open_place_has_its_candidates() -> None:
    assert len(choose("Springfield", (), context("Springfield bought buses.")).rivals) > 1


def test_a_capital_is_its_country_where_the_article_calls_it_so() -> None:
    bare = choose("Berlin", (), context("Berlin is a city."))
    state = choose("Berlin", ("German government", "Germany"), context("Germany pays."))
    assert (bare.spot and bare.spot.name, state.spot and state.spot.name) == ("Berlin", "Germany")
    assert state.government


@pytest.mark.regression
def test_an_acronym_is_no_small_town() -> None:
    """MOST, the ministry, was taken for Most in Czechia."""
    assert choose("MOST", (), context("MOST gave grants.")).spot is None
    assert choose("US", (), context("The US banned it.")).spot is not None


@pytest.mark.regression
def test_a_name_inside_of_an_organization_counts_little() -> None:
    """An Egyptian article was thought to play in China for its China Railway Group and Bank of China."""
    text = "Egypt signed with China Railway Group and AVIC. The Export-Import Bank of China pays. " + "x " * 200
    assert context(text).country == "EG"


def test_an_unknown_place_lies_where_the_article_puts_it() -> None:
    spot = containing("Olkaria", context("At Olkaria, in the Rift Valley, steam rises.", "Olkaria", "Rift Valley"))
    assert spot is not None
    assert spot.name == "Rift Valley"


def test_a_possessor_contains() -> None:
    spot = containing("Foreshore", context("A centre on Cape Town's Foreshore.", "Foreshore", "Cape Town"))
    assert spot is not None
    assert spot.name == "Cape Town"
