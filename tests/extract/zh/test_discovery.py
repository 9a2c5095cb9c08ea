"""Companies that no list and no legal form gives away."""

from __future__ import annotations

import pytest

from kg.extract.zh import extract
from kg.extract.zh.aliases import find_aliases
from kg.extract.zh.discovery import plausible
from kg.extract.zh.layout import read_layout
from kg.model import Document, Relation


def _found(text: str) -> set[str]:
    return set(find_aliases(read_layout(Document("a.txt", text, published="2023-05-10", language="zh"))))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("中标单位为远图数字科技，成交金额300万元。", "远图数字科技"),
        ("ST远川（600000）今日跌停。", "ST远川"),
        ("远图医药旗下川一生物自主研发的注射液上市。", "川一生物"),
        ("远图视科再度中标总台项目", "远图视科"),
        ("海兴商城和欧尚集团合资的“高盈商城”今天挂牌。", "高盈商城"),
        ("公司全资子公司上海凯应决定与腾讯签署协议。", "上海凯应"),
        ("公司是中兴通讯全资子公司中兴康文供应商之一。", "中兴康文"),
        ("自筹资金为远图燃气全资子公司四川海明向银行申请的贷款。", "四川海明"),
        ("公司购买远图国际旗下海克石油的51%股权。", "海克石油"),
        ("远图丹奴大股東周海福去年要求召開股東特別大會。", "远图丹奴"),
        ("通用汽车子公司Cruse和Alphabex子公司Wayno部署了汽车。", "Alphabex"),
        ("其中，参股公司海梁证券IPO被迫中止。", "海梁证券"),
        ("锦海技术：拟15亿投建新型显示器件项目\n(300128)10日晚间公告，公司预计投资15亿元。", "锦海技术"),
        ("广达旗下矽远与新竹县政府签署合作意向书。", "矽远"),
        ("日本医疗科技机构JBQ近日开始向医院提供服务。", "JBQ"),
        ("海岳科技公告，公司持股5%以上股东创合海川与浦江悦文于2018年8月31日签署协议。", "创合海川"),
        ("海岳科技公告，公司控股子公司尚文申报的新药获得批准。", "尚文"),
        ("深圳经济特区房产股份有限公司（深特房）公告称，交易终止。", "深特房"),
        ("持股5%以上股东川和投资与上海悦文于2018年8月31日签署协议。", "川和投资"),
        ("韩远味完成4500万元A轮融资。", "韩远味"),
        ("公司通过收购“远商在线”进入中国市场。", "远商在线"),
        ("目前我市已有申立达、明海水暖等15家企业的产品进入目录。", "明海水暖"),
        ("会议要求中粮集团以及九川油脂等企业稳定价格。", "九川油脂"),
        ("红景食用油、龙门面粉等大型应急企业恢复生产。", "龙门面粉"),
        ("芬兰零售业巨头斯托曼（Stokman）参加了采购会。", "斯托曼"),
        ("世界500强企业“欧远办公”赴杭州采购。", "欧远办公"),
        ("全球著名的时装零售品牌Cortana与湖州市签约。", "Cortana"),
        ("计划将以色列芯片制造商 Dover 作为技术合作伙伴。", "Dover"),
    ],
)
def test_found(text: str, name: str) -> None:
    assert name in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "水泥、玻璃等10家企业被责令停产。",
        "湖州、宁波等地的20家企业参加。",
        "张明、李红等企业家出席会议。",
        "专精特新企业“小巨人”获得补贴。",
        "制造商拟在明年扩大投资。",
    ],
)
def test_what_names_no_company(text: str) -> None:
    assert not _found(text)


def test_weak_evidence_needs_a_second_mention() -> None:
    assert "趣谷多" not in _found("趣谷多被罚款3万元。")
    assert "趣谷多" in _found("趣谷多被罚款3万元\n市监局称，趣谷多违反规定。")


@pytest.mark.parametrize(
    "name", ["两家企业", "网友", "消费者", "上海", "门店", "上海代表", "特朗普使", "远图会会长李明", "筹划"]
)
def test_common_words_are_none(name: str) -> None:
    assert not plausible(name) or name not in _found(f"{name}被罚款3万元。")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("国机集团所属恒文嘉华通过改造生产线转产。", {"恒文嘉华"}),
        ("腾讯旗下的万文开发接手全部股权。", {"万文开发"}),
        ("腾讯旗下品牌“极文”正式发布。", {"极文"}),
        ("奇瑞汽车旗下奇瑞、星文、捷文等各品牌全力配合。", {"星文", "捷文"}),
        ("腾讯旗下微信受欢迎。", {"微信"}),
        ("腾讯所属行业为互联网，旗下产品通过测试。", set()),
    ],
)
def test_what_belongs_to_a_group_is_a_company(text: str, names: set[str]) -> None:
    owned = {f.object.name for f in extract(Document("a.txt", text, language="zh")) if f.relation is Relation.OWNS}
    assert owned == names
