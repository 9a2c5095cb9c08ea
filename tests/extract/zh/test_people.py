"""Persons, their titles and what they lead."""

from __future__ import annotations

import pytest

from kg.extract.zh import extract
from kg.model import Document, Relation


def _leads(text: str) -> set[str]:
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    return {f"{f.subject.name}|{f.role}|{f.object.name}" for f in facts if f.relation is Relation.LEADS}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("阿里巴巴集团董事会主席兼首席执行官张勇出席。", "张勇|董事会主席兼首席执行官|阿里巴巴集团"),
        ("科大讯飞董事长为刘庆峰。", "刘庆峰|董事长|科大讯飞"),
        ("杭州市委书记刘捷会见来宾。", "刘捷|市委书记|杭州市"),
        ("南京市長繆瑞林出席。", "繆瑞林|市長|南京市"),
        ("通用电气首席执行官杰夫·伊梅尔特说。", "杰夫·伊梅尔特|首席执行官|通用电气"),
        ("斐济总理姆拜尼马拉马表示感谢。", "姆拜尼马拉马|总理|斐济"),
        ("台北市交通局長羅孝賢表示支持。", "羅孝賢|局長|台北市交通局"),
        ("高盛集团亚洲区主席施南德认为前景良好。", "施南德|亚洲区主席|高盛集团"),
        ("深蓝动力董事长李明表示欢迎。", "李明|董事长|深蓝动力"),
        ("美的集团任命方洪波为美的集团总裁。", "方洪波|总裁|美的集团"),
        ("台北客运总经理李建国说，路线不变。", "李建国|总经理|台北客运"),
        ("英国央行行长默文·金施加了压力。", "默文·金|行长|英国央行"),
        ("腾讯执行董事兼京东物流总裁李明表示欢迎。", "李明|总裁|京东物流"),
        ("京东集团副总裁、京东健康首席执行官辛明表示欢迎。", "辛明|首席执行官|京东健康"),
        ("共青团贵州省委书记王丽颁发聘书。", "王丽|省委书记|共青团贵州省委"),
        ("安徽省人民政府与华为签约，省委书记李明、省长王清出席。", "李明|省委书记|安徽省人民政府"),
        ("贵州省大数据管理局与华为签约，副省长李再勇出席。", "李再勇|副省长|贵州省"),
    ],
)
def test_leads(text: str, expected: str) -> None:
    assert expected in _leads(text)


def test_second_person_shares_the_organization() -> None:
    assert _leads("小米集团董事长雷军、总裁王翔出席仪式。") == {"雷军|董事长|小米集团", "王翔|总裁|小米集团"}


def test_officials_without_a_body_are_those_of_the_place_spoken_of() -> None:
    assert _leads("中山市人民政府与华为在广州签署协议。市长肖展欣见证。") == {"肖展欣|市长|中山市人民政府"}


@pytest.mark.parametrize(
    "text", ["浙江省委常委李明出席。", "腾讯发言人李明表示。", "腾讯原总裁李明表示。", "腾讯创始人李明表示。"]
)
def test_members_spokesmen_and_former_heads_lead_nothing(text: str) -> None:
    assert _leads(text) == set()


@pytest.mark.parametrize("text", ["这是科尔总理曾多次谈到的访问。", "亚洲总裁李明表示欢迎。", "经济大臣李明表示欢迎。"])
def test_titles_without_a_body_lead_nothing(text: str) -> None:
    assert _leads(text) == set()
