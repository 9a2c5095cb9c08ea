from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import EntityType
from kg.resolve import names as module
from kg.resolve.gazetteer import Gazetteer, load
from kg.resolve.names import fold, folded, initials, is_acronym, is_generic, joined, normal


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("The Camaçari’s Plant (BYD)", "camacari plant"),
        ("Tencent Holdings (00700.HK)", "tencent holdings"),
        ("U.S. Commerce Department", "us commerce department"),
        ("Gui'an New Area", "guian new area"),
        ("AT&T", "at and t"),
        ("寧德時代", "宁德时代"),
        ("Tesla (Shanghai) Co., Ltd.", "tesla shanghai co ltd"),
        ("特斯拉（上海）有限公司", "特斯拉上海有限公司"),
        ("Vestas A/S", "vestas as"),
    ],
)
def test_fold_takes_accidents_away(name: str, expected: str) -> None:
    assert fold(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tencent Holdings Ltd.", "tencent"),
        ("Contemporary Amperex Technology Co., Limited", "contemporary amperex technology"),
        ("Siemens AG", "siemens"),
        ("Digital Nasional Bhd", "digital nasional"),
        ("PT Telkom Indonesia (Persero) Tbk", "telkom indonesia"),
        ("OAO Gazprom", "gazprom"),
        ("Telefónica, S.A.", "telefonica"),
        ("宁德时代新能源科技股份有限公司", "宁德时代新能源科技"),
        ("株式会社日立製作所", "日立制作所"),
        ("Group", "group"),
    ],
)
def test_normal_form_of_a_company_has_no_legal_form(name: str, expected: str) -> None:
    assert normal(name) == expected


def test_normal_form_keeps_legal_words_of_places_and_titles_away_from_people() -> None:
    assert normal("Limited", EntityType.PLACE) == "limited"
    assert normal("Sheikh Tahnoon bin Zayed", EntityType.PERSON) == "tahnoon bin zayed"


@pytest.mark.parametrize("name", ["the city", "子公司", "semiconductor joint venture", "Government"])
def test_common_nouns_are_generic(name: str) -> None:
    assert is_generic(name)


@pytest.mark.parametrize("name", ["Tencent", "Joint Venture Partners Ltd", "New York City", "小米集团"])
def test_names_are_not_generic(name: str) -> None:
    assert not is_generic(name)


def test_acronyms() -> None:
    assert initials("Taiwan Semiconductor Manufacturing Co") == "tsmc"
    assert is_acronym("TSMC")
    assert not is_acronym("Tesla")


@given(st.text(min_size=1, max_size=40))
def test_folding_twice_changes_nothing_more(name: str) -> None:
    once = fold(name)
    assert fold(once) in (once, fold(once))
    assert joined(name) == joined(name)


@given(st.text(min_size=1, max_size=40).filter(str.strip))
def test_no_name_folds_to_nothing(name: str) -> None:
    assert fold(name)


def test_names_are_folded_as_far_as_they_can_equal_others() -> None:
    names = ("Tencent Holdings", "騰訊")
    assert folded(names, ["Tencent", "腾讯"]) == {"tencent holdings", "腾讯"}
    assert folded(names, ["Tencent"]) == {"tencent holdings"}


def test_a_name_in_latin_script_is_found_without_converting_chinese_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> None:
        raise AssertionError("OpenCC is slow to import, and no English corpus needs it.")

    monkeypatch.setattr(module, "_converter", refuse)
    for cached in (module.fold, module.normal, module.simplified):
        cached.cache_clear()
    known = Gazetteer(load().entries)
    assert known.find("Tencent Holdings Ltd") == known.find("TENCENT")
    assert known.find("Tencent")[0].chinese
