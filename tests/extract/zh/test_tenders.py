"""Who buys from whom, and whom an authority acts against: what must be found and what must not."""

from __future__ import annotations

import pytest

from kg.extract.zh import extract
from kg.model import Document

FOUND = [
    (
        "湖州市第一医院CT采购项目中标结果公布，海岳医疗设备有限公司以980万元中标。",
        "海岳医疗设备有限公司|supplies|湖州市第一医院",
    ),
    ("台北市政府标案由远传电信得标。", "远传电信|supplies|台北市政府"),
    ("港铁公司把信号系统更换工程批予海岳交通公司。", "海岳交通公司|supplies|港铁公司"),
    ("首批50辆比亚迪纯电动巴士近日交付墨西哥城。", "比亚迪|supplies|墨西哥城"),
    ("中国东方航空向中国商飞公司增订100架客机。", "中国商飞公司|supplies|中国东方航空"),
    ("海岳机器人有限公司研发的消毒机器人已在湖州市中心医院投入使用。", "海岳机器人有限公司|supplies|湖州市中心医院"),
    ("湖州市医保局上线由海岳软件公司开发的结算系统。", "海岳软件公司|supplies|湖州市医保局"),
    ("海岳云计算有限公司助力长沙市搭建政务平台。", "海岳云计算有限公司|supplies|长沙市"),
    ("亚马逊遭美国联邦贸易委员会起诉。", "美国联邦贸易委员会|sanctions|亚马逊"),
    ("自2019年被美国商务部列入“实体清单”以来，华为加大了研发投入。", "美国商务部|sanctions|华为"),
    ("远图建设有限公司被绍兴市住建局取消投标资格一年。", "绍兴市住建局|sanctions|远图建设有限公司"),
    ("意大利反垄断机构对亚马逊处以11亿欧元的罚款。", "意大利反垄断机构|sanctions|亚马逊"),
    (
        "湖州公交有限公司发布客车采购项目招标公告。\n这一大单已由海岳客车有限公司中标。",
        "海岳客车有限公司|supplies|湖州公交有限公司",
    ),
    ("绍兴市公安局上虞区分局对远图公司立案侦查。", "绍兴市公安局上虞区分局|sanctions|远图公司"),
    ("江苏检察机关依法对湖州市体育局原局长陈刚涉嫌受贿案提起公诉。", "江苏检察机关|sanctions|陈刚"),
    ("路政署委聘奥雅纳工程顾问公司，协助管理相关工程合约。", "奥雅纳工程顾问公司|supplies|路政署"),
    (
        "绍兴市智慧教育项目公布中标结果，海岳软件股份有限公司以980万元中标该项目。",
        "海岳软件股份有限公司|supplies|绍兴市",
    ),
    (
        "远图科技股份有限公司公告，公司收到招标人中国铁塔股份有限公司的中标通知书。",
        "远图科技股份有限公司|supplies|中国铁塔股份有限公司",
    ),
    ("绍兴市交通局授标远图客车股份有限公司一份列车合同。", "远图客车股份有限公司|supplies|绍兴市交通局"),
    (
        "绍兴市公布政务云采购结果。一包中标的是远图数智科技，成交金额1亿元。",
        "远图数智科技|supplies|绍兴市",
    ),
    (
        "浙江证监局近日连开三张罚单。海岳证券股份有限公司因内控缺失被处以80万元的罚款。",
        "浙江证监局|sanctions|海岳证券股份有限公司",
    ),
    ("银保监会就远图银行违规放贷予以行政处罚。", "银保监会|sanctions|远图银行"),
    ("今年3月，*ST远图因涉嫌信披违规被证监会立案调查。", "证监会|sanctions|*ST远图"),
    ("受累的是因海岳股份造假而被证监会立案调查的远图会计师事务所。", "证监会|sanctions|远图会计师事务所"),
    ("远图辉因涉嫌信息披露违规，近日被上交所监管警示。", "上交所|sanctions|远图辉"),
]
NOTHING = [
    "经评标委员会评定，海岳软件有限公司中标。",
    "欧盟预计对谷歌罚款5亿欧元。",
    "若谷歌拒不整改，欧盟将对谷歌处以罚款。",
    "据内蒙古政府采购网公布的项目结果，海岳软件有限公司中标。",
    "海岳软件有限公司中标打印耗材集中采购项目。",
    "海岳科技有限公司为湖州市提供了大量就业岗位。",
    "海岳科技有限公司的设备已在湖州工厂投入使用。",
    "海岳科技有限公司试图与欧盟委员会达成和解，但遭到拒绝。",
    "公安部通报打击违法犯罪成效，涉及海岳科技有限公司等3家报案单位。",
]


def _lines(text: str) -> set[str]:
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    return {f"{f.subject.name}|{f.relation}|{f.object.name}" for f in facts if f.relation in {"supplies", "sanctions"}}


@pytest.mark.parametrize(("text", "expected"), FOUND, ids=[line for _, line in FOUND])
def test_is_found(text: str, expected: str) -> None:
    assert _lines(text) == {expected}


@pytest.mark.parametrize("text", NOTHING)
def test_states_nothing(text: str) -> None:
    assert _lines(text) == set()
