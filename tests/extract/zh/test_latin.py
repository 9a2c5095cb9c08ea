"""Companies whose names are in Latin letters."""

from __future__ import annotations

import pytest

from kg.extract.zh import extract
from kg.extract.zh.latin import latin_names
from kg.model import Document


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("强生同意收购美国制药商SpringArbor Therapeutics，作价10亿美元。", ["SpringArbor Therapeutics"]),
        ("腾讯旗下Nimbora Games宣布裁员。", ["Nimbora Games"]),
        ("Caldera与一家车企洽谈。Caldera首席执行官表示乐观。", ["Caldera"]),
        ("该公司子公司BelleVüe获得订单。", ["BelleVüe"]),
        ("公司AI技术领先，CEO表示欢迎。", []),
        ("药企CRO业务增长，企业SaaS平台上线。", []),
        ("家乐福（CRRFZ）表示欢迎。", []),
    ],
)
def test_what_is_bought_or_acts_is_a_company(text: str, names: list[str]) -> None:
    assert list(latin_names(text, text)) == names


def test_a_name_is_found_only_as_a_word() -> None:
    text = "高通收购芯片公司Arma Labs。Armageddon游戏由美国Arma Labs推出，Arma Labs公司表示满意。"
    facts = extract(Document("a.txt", text, language="zh"))
    assert {f"{f.subject.name}|{f.relation}|{f.object.name}" for f in facts} == {"高通|owns|Arma Labs公司"}
