"""Money put in or given and works that are built: what must be found, and what only looks like it."""

from __future__ import annotations

import pytest

from kg.extract.zh import extract
from kg.model import Document


def _read(text: str) -> set[str]:
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    return {f"{f.subject.name}|{f.relation}|{f.object.name}" for f in facts if f.relation in RELATIONS}


RELATIONS = {"builds", "funds", "invests"}
NOTHING = [
    "远图集团稳步发展租赁住房开发与运营、仓储中心服务等业务。",
    "今年1至5月，绍兴市新建商品住宅成交1.3万套。",
    "远图集团已建成共享工厂1500家，计划再建30万套长租公寓。",
    "远图集团决定打造一批精品工程，建设更多高品质项目。",
    "远图集团将在苏宁易购平台开设旗舰店。",
    "2018年教育部提出建设覆盖全体学校的网络。",
    "远图集团收回向海岳科技公司提供的股东贷款3亿元。",
    "远图集团收回向海岳科技公司投入的资金3亿元。",
    "远图集团斥资90亿元拿地，这一数字仅次于海岳集团和华成集团。",
    "看好远图集团投资回报的机构增多。",
    "远图集团将加大非绍兴地区的投资。",
    "入股远图科技公司的股东海岳集团有限公司反对该方案。",
    "绍兴产业园是政府投建的第二个园区。",
    "全省将在船舶制造、石油化工等方面打造三大产业基地。",
]


@pytest.mark.parametrize("text", NOTHING)
def test_nothing_is_built_or_given(text: str) -> None:
    assert _read(text) == set()


STATED = {
    "远图集团提供数据中心服务，并在绍兴建设数据中心。": {"远图集团|builds|数据中心"},
    "远图集团建成两座智能工厂。": {"远图集团|builds|智能工厂"},
    "今年远图集团在绍兴开设首家旗舰店。": {"远图集团|builds|旗舰店"},
    "远图集团致信华成公益基金会，华成公益基金会向绍兴市红十字会捐赠300万元。": {"华成公益基金会|funds|绍兴市红十字会"},
    "绍兴和湖州铁路建设获远图银行支持，远图银行向绍兴市提供2亿元贷款。": {"远图银行|funds|绍兴市"},
    "双方达成协议——远图集团计划投资60亿元建设绍兴医学中心。": {
        "远图集团|builds|绍兴医学中心",
        "远图集团|invests|绍兴医学中心",
    },
    "亚行向老挝提供2亿美元贷款，支持老挝公路项目。亚行还为气候应对项目提供资金5亿美元。": {"亚行|funds|老挝"},
    "一箱箱口罩进入绍兴，并由远图集团捐赠给了绍兴市红十字会。": {"远图集团|funds|绍兴市红十字会"},
    "财政部下达救灾资金3亿元，支持广西、陕西等六省区抗旱。": {"财政部|funds|广西", "财政部|funds|陕西"},
}


@pytest.mark.parametrize(("text", "expected"), STATED.items())
def test_what_is_stated(text: str, expected: set[str]) -> None:
    assert _read(text) == expected
