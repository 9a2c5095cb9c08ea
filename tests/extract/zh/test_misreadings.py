"""Whole sentences that were easily misread: names cut or made up, lists that go on, nouns of building, other sides."""

from __future__ import annotations

import pytest

from kg.extract.zh import extract
from kg.model import Document


def _read(text: str) -> set[str]:
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    return {f"{f.subject.name}|{f.relation}|{f.object.name}" for f in facts}


@pytest.mark.parametrize(
    "text",
    [
        "宁波分行向丁川集团有限公司发放5000万元贷款。",
        "恒川银行将为宁波打造现代产业体系提供综合服务。",
        "证监会、财政部联合印发《关于规范职工持股的通知》。",
        "海梁集团将建设与发展项目列为重点。",
        "强化“四大功能”、建设“五个中心”，海梁集团将继续努力。",
        "在揭牌仪式上，海梁集团、远图科技有限公司、丁川有限公司等与宁波的合作伙伴签订协议。",
        "海梁集团向美国、法国、泰国等15个国家和地区的医院捐赠口罩20万只。",
        "相关阅读：《海梁集团捐赠1亿元，驰援北京》《远图科技捐款2000万元，驰援北京暴雨灾区》",
        "远图科技将携手德国的工程师，与德国丁姆勒制药企业签署协议。",
        "海梁集团表示，将为德国手机用户提供人工智能服务。",
        "海梁集团将打造更便捷的零售平台。",
        "海梁集团与德国技术合作取得进展。",
        "2月份英国制造业采购经理人指数上升至54.1。",
        "海梁集团、远图科技有限公司联合制定管理办法，定期公布目录。",
        "中国联合网络通信股份有限公司公告称，对章程部分条款进行修改。",
        "两家公司联合收购了丁川集团有限公司的说法不实。",
        "各方支持南非主席国工作，愿共同努力。",
    ],
)
def test_nothing_is_stated(text: str) -> None:
    assert _read(text) == set()


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("世界500强美国康罗公司与我市丁川药业有限公司签署合作协议。", "美国康罗公司|partners_with|丁川药业有限公司"),
        ("恒川银行披露情况。该行已向丁河发展集团有限公司发放2亿元贷款。", "恒川银行|funds|丁河发展集团有限公司"),
        ("海梁集团昨日在宁波与德国签署协议。", "海梁集团|partners_with|德国"),
        ("海梁软件园与远图科技有限公司签署合作协议。", "远图科技有限公司|partners_with|海梁软件园"),
        ("海梁集团将为宁波提供200辆客车。", "海梁集团|supplies|宁波"),
        ("杨立方同志任海梁集团有限公司总经理。", "杨立方|leads|海梁集团有限公司"),
        (
            "海梁股份12月3日晚间公告，公司与子公司宁波鼎石签订备忘录，公司将在宁波市建设显示器件项目。",
            "海梁股份|builds|显示器件项目",
        ),
        (
            "由远图集团投资建设的海梁冷链物流中心项目，在嵊州市开工建设，计划总投资12亿元。",
            "远图集团|invests|海梁冷链物流中心项目",
        ),
        ("海梁集团宣布，将和腾讯合作，建造一家工厂。", "海梁集团|partners_with|腾讯"),
        ("海梁集团支持该决定，并将继续与宁波市政府合作，提供出行服务。", "海梁集团|partners_with|宁波市政府"),
        (
            "由安徽省商务厅和国内知名的网络游戏公司腾讯共同承办的论坛举行。",
            "腾讯|partners_with|安徽省商务厅",
        ),
        ("安徽省委书记王强出席会谈，共同见证省政府与腾讯签署战略合作协议。", "腾讯|partners_with|安徽省"),
        ("浙粤高速（600299）公告，湖州市政府与浙粤高速签署补偿协议。", "浙粤高速|partners_with|湖州市政府"),
        ("宁波市女企业家协会与腾讯签署战略合作协议。", "腾讯|partners_with|宁波市女企业家协会"),
        ("湖州市外经贸局与中国国际电商中心签署合作协议。", "中国国际电商中心|partners_with|湖州市外经贸局"),
        ("海岳集团获得广州市黄埔区颁发的建筑企业资质证书。", "黄埔区|approves|海岳集团"),
        ("据该区管委会主任王立明介绍，远图科技将在宁波建设研发总部。", "远图科技|builds|研发总部"),
    ],
)
def test_names_are_whole_and_parties_right(text: str, fact: str) -> None:
    assert fact in _read(text)


def test_a_list_that_goes_on_pairs_nobody() -> None:
    assert _read("会上，海梁软件有限公司、远图科技有限公司及丁川股份有限公司等签约。") == set()


def test_persons_who_hold_as_such_are_found_by_what_they_hold() -> None:
    text = "款项用于李文源个人控制的深圳市海润投资有限公司偿还债务。"
    assert "李文源|owns|深圳市海润投资有限公司" in _read(text)


def test_what_a_subsidiary_applies_for_is_not_its_parents() -> None:
    assert _read("海梁集团全资子公司丁利向恒川银行申请15亿元贷款。") == {"海梁集团|owns|丁利", "恒川银行|funds|丁利"}


def test_where_a_place_lies_counts_only_beside_another_fact() -> None:
    assert "湖州市|located_in|浙江省" in _read("海梁集团与浙江省湖州市签署战略合作协议。")
    assert _read("两人在浙江省湖州市度假。") == set()
