"""Bans, licences and lawsuits whose parties only the sentences behind name."""

from __future__ import annotations

import pytest

from kg.extract.zh import extract
from kg.model import Document

STATED = {
    "美国商务部周五更新出口管制清单。远图微电子集团及海岳公司亦被列入名单。": {
        "美国商务部 sanctions 远图微电子集团",
        "美国商务部 sanctions 海岳公司",
    },
    "印度政府再度封杀43款应用程序。远图公司有多款产品中招。": {"印度政府 sanctions 远图公司"},
    "澳大利亚政府宣布，将12家公司列入制裁名单，远图集团、海岳集团榜上有名。": {
        "澳大利亚政府 sanctions 远图集团",
        "澳大利亚政府 sanctions 海岳集团",
    },
    "印度政府禁用54款应用。远图公司的相机、海岳公司的地图都被列入清单。": {
        "印度政府 sanctions 远图公司",
        "印度政府 sanctions 海岳公司",
    },
    "杂志公布年度创新名单。远图公司、海岳公司榜上有名。": set(),
    "印度政府禁用54款应用。远图公司的相机未被列入清单。": set(),
    "绍兴市交通局颁发首批路测牌照。远图公司获得2张，海岳公司拿到1张。": {
        "绍兴市交通局 approves 远图公司",
        "绍兴市交通局 approves 海岳公司",
    },
    "绍兴市交通局颁发首批路测牌照。远图公司也申请了1张。": set(),
    "绍兴市交通局召开会议。远图公司获得2张奖状。": set(),
    "海岳公司将远图公司告上湖州市中级人民法院。湖州市中级人民法院判令被告赔偿50万元。": {
        "湖州市中级人民法院 sanctions 远图公司"
    },
    "海岳公司认为远图公司和华成集团侵权，到湖州市中级人民法院起诉两家公司。湖州市中级人民法院一审判决被告停止销售。": {
        "湖州市中级人民法院 sanctions 远图公司",
        "湖州市中级人民法院 sanctions 华成集团",
    },
    "海岳公司状告远图公司。湖州市中级人民法院驳回原告要求判令被告赔偿的请求。": set(),
}


@pytest.mark.parametrize(("text", "stated"), STATED.items())
def test_parties_that_the_sentences_before_leave_open(text: str, stated: set[str]) -> None:
    found = {f"{f.subject.name} {f.relation} {f.object.name}" for f in extract(Document("text", text, language="zh"))}
    assert {f for f in found if "sanctions" in f or "approves" in f} == stated
