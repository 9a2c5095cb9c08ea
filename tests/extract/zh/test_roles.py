"""Where parties stand: lists, brackets, numbers that are named behind, disasters, what clauses before speak of."""

from __future__ import annotations

import pytest

from kg.extract.zh import extract
from kg.model import Document


def _lines(text: str) -> set[str]:
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    return {f"{fact.subject.name}|{fact.relation}|{fact.object.name}" for fact in facts}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "远图科技公告，公司、控股股东海川集团有限公司、董事丁明近日分别收到证监会调查通知书。",
            {"证监会|sanctions|远图科技", "证监会|sanctions|海川集团有限公司", "证监会|sanctions|丁明"},
        ),
        (
            "美国商务部将2家中国企业列入实体清单，包括远图科技有限公司、海川电子集团。",
            {"美国商务部|sanctions|远图科技有限公司", "美国商务部|sanctions|海川电子集团"},
        ),
        (
            "远图集团与云鹭航空集团（以下简称“云鹭”）、兴业银行杭州分行分别签订战略合作协议。",
            {"远图集团|partners_with|云鹭航空集团", "远图集团|partners_with|兴业银行杭州分行"},
        ),
        (
            "海川集团拟收购远图科技有限公司51%股权、湖州物流有限公司47%股权。",
            {"海川集团|owns|远图科技有限公司", "海川集团|owns|湖州物流有限公司"},
        ),
        ("云从科技的控股股东为万科，实控人为深圳市政府。", {"深圳市政府|owns|云从科技"}),
        ("2019年青海玉树地震，吉利向灾区捐赠价值60万元的帐篷。", {"吉利|funds|玉树"}),
        ("海川集团获批在湖州筹建财务公司。", set()),
    ],
)
def test_parties(text: str, expected: set[str]) -> None:
    lines = _lines(text)
    assert expected <= lines
    assert expected or not lines


def test_each_receiver_of_a_list_has_its_own_amount() -> None:
    text = "奇瑞集团捐赠北京市500万元、河北省1000万元。"
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    assert {(f.object.name, f.amount.value if f.amount else None) for f in facts} == {
        ("北京市", 5_000_000),
        ("河北省", 10_000_000),
    }


@pytest.mark.parametrize(
    "text",
    [
        "远图科技公告，公司未收到中国证监会的立案告知书。",
        "远图科技公告，公司收到深圳证券交易所问询函。",
        "远图科技公告，公司不存在被证监会立案调查的情形。",
        "海川集团否认持有远图科技股份。",
        "远图集团员工持股计划持有公司3%股份。",
        "海川集团希望成为远图科技的合作伙伴。",
        "在全球市场上，远图科技与海川科技竞争激烈。",
        "远图集团为客户提供贷款咨询服务，提供融资支持。",
    ],
)
def test_nothing_is_read_into(text: str) -> None:
    assert _lines(text) == set()
