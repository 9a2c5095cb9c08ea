"""One entity by several names; anaphors."""

from __future__ import annotations

import pytest

from kg.extract.zh import extract
from kg.extract.zh.entities import company_core, merged_keys
from kg.extract.zh.gazetteer import place_stem
from kg.model import Document


def _lines(text: str) -> set[str]:
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    return {f"{fact.subject.name}|{fact.relation}|{fact.object.name}" for fact in facts}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "宁德时代新能源科技股份有限公司与福州市签约。宁德时代将在福州市建设电池工厂。",
            "宁德时代新能源科技股份有限公司|builds|电池工厂",
        ),
        (
            "山东海明重工有限公司（以下简称“海明”）与济南市签约。海明收购了徐工集团。",
            "山东海明重工有限公司|owns|徐工集团",
        ),
        ("腾讯总部位于深圳。该公司将向武汉市捐赠3亿元。", "腾讯|funds|武汉市"),
        ("长沙市与三一重工签约。双方将共同打造机器人产业园。", "三一重工|partners_with|长沙市"),
        ("美团因垄断受到调查。国家市场监管总局表示，该局对美团处以罚款34亿元。", "国家市场监管总局|sanctions|美团"),
        ("蔚来汽车与合肥建投签约，后者将向蔚来中国投资70亿元。", "合肥建投|invests|蔚来中国"),
        ("我市与腾讯公司签约\n昨日，绵阳市与腾讯公司签署协议。", "腾讯公司|partners_with|绵阳市"),
        ("省政府与中国移动签约\n昨日，四川省人民政府与中国移动签署协议。", "中国移动|partners_with|四川省人民政府"),
        ("3月3日，中央电视台公布，腾讯为其智慧项目的中标单位。", "腾讯|supplies|中央电视台"),
        ("威斯康星州与富士康在密尔沃基签约，富士康将投资100亿美元在该州建设面板厂。", "富士康|invests|威斯康星州"),
    ],
)
def test_same_entity(text: str, expected: str) -> None:
    assert expected in _lines(text)


def test_subsidiary_keeps_its_own_name() -> None:
    merged = merged_keys({"名:特斯拉", "名:特斯拉（上海）", "名:阿里巴巴", "名:阿里云"})
    assert merged == {}


def test_short_name_is_merged_with_its_only_long_one() -> None:
    assert merged_keys({"名:海明", "名:海明重工"}) == {"名:海明": "名:海明重工"}


@pytest.mark.parametrize(
    ("name", "core"), [("中国路桥工程有限责任公司", "中国路桥工程"), ("阿里巴巴集团", "阿里巴巴"), ("公司", "公司")]
)
def test_company_core(name: str, core: str) -> None:
    assert company_core(name) == core


@pytest.mark.parametrize(
    ("name", "stem"), [("杭州市", "杭州"), ("广西壮族自治区", "广西"), ("永川区", "永川"), ("道县", "道县")]
)
def test_place_stem(name: str, stem: str) -> None:
    assert place_stem(name) == stem


def test_a_parent_is_not_short_for_its_subsidiary() -> None:
    text = "远图股份全资子公司远图吉成拟收购湖南新海科技有限公司67%股权。"
    assert _lines(text) == {"远图股份|owns|远图吉成", "远图吉成|owns|湖南新海科技有限公司"}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("海梁动力的控股股东为海梁动力集团，前景良好。", "海梁动力集团|owns|海梁动力"),
        (
            "丁尔食品公告，公司收到控股股东新疆丁尔食品集团有限责任公司（以下简称“丁尔食品集团”）通知。",
            "新疆丁尔食品集团有限责任公司|owns|丁尔食品",
        ),
        ("海梁集团下属企业海梁鹏图与远图科技有限公司签署协议。", "海梁集团|owns|海梁鹏图"),
        ("比亚迪公告，拟对全资子公司海梁新药有限公司增资2亿元。", "比亚迪|owns|海梁新药有限公司"),
        (
            "海梁公司（以下简称“公司”）是远图集团全资子公司深圳市丁川电子有限公司供应商。",
            "远图集团|owns|深圳市丁川电子有限公司",
        ),
    ],
)
def test_a_shareholder_is_not_the_company_that_it_holds(text: str, fact: str) -> None:
    assert fact in _lines(text)


def test_a_holding_name_may_be_short_for_the_shareholder() -> None:
    keys = {"名:海梁投资", "名:安徽海梁投资"}
    assert merged_keys(keys, held={"名:安徽海梁投资"}) == {}
    assert merged_keys(keys, held={"名:安徽海梁投资"}, likely={"名:海梁投资"}) == {"名:海梁投资": "名:安徽海梁投资"}


def test_two_registered_names_are_two_companies() -> None:
    keys = {"名:海川生物技术", "名:玉河海川生物技术"}
    assert merged_keys(keys, registered=keys) == {}


def test_a_short_name_in_brackets_is_the_full_one() -> None:
    text = "中国电子科技集团有限公司（下称“中国电科”）与海南省签约。中国电科将在海南省建设数据中心。"
    assert "中国电子科技集团有限公司|builds|数据中心" in _lines(text)


def test_a_zone_and_its_committee_are_one() -> None:
    text = "昆山开发区与腾讯签约\n腾讯与昆山经济技术开发区管委会签署协议。"
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    assert {name for fact in facts for name in fact.object.names} >= {"昆山开发区"}
    assert merged_keys({"地:昆山开发区", "地:昆山经开区"}) == {"地:昆山开发区": "地:昆山经开区"}
