"""Offices that name no organization, and the words between an organization, an office and its holder."""

from __future__ import annotations

import pytest

from kg.extract.zh import extract
from kg.model import Document, Relation


def _leads(text: str) -> set[str]:
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    return {f"{f.subject.name}|{f.object.name}" for f in facts if f.relation is Relation.LEADS}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("远图集团昨晚召开会议，主席李文明要求各部门配合。", "李文明|远图集团"),
        ("远图集团宣布，任命张伟文为首席财务官。", "张伟文|远图集团"),
        ("远图集团公告，今日上午收到董事长潘文生的辞职报告。", "潘文生|远图集团"),
        ("远图集团公告，董事会已委任俞文洪为公司新行政总裁。", "俞文洪|远图集团"),
        ("远图集团昨日公布，董事会近日收到公司董事长吴永文先生提交的辞职信。", "吴永文|远图集团"),
        ("俄方的立场是一贯的，俄总统普京对此持开放态度。俄罗斯将继续谈判。", "普京|俄罗斯"),
        ("日本示威者周四集会，反对首相安倍晋三的施政。", "安倍晋三|日本"),
        ("湖州市招商项目签约仪式在上海举行。市委副书记、市长刘建文出席并致辞。", "刘建文|湖州市"),
        ("远图集团董事长李文明辞职，由张伟文接任董事长。", "张伟文|远图集团"),
        ("湖州市商务局昨日召开会议。局长赵明军表示，将加大力度。", "赵明军|湖州市商务局"),
        ("远图集团是当地最大的企业。据公司总经理李春文介绍，公司成立于2003年。", "李春文|远图集团"),
        ("远图集团发布公告称，李文明先生辞任本公司执行董事、总裁职务。", "李文明|远图集团"),
        ("李文明出任董事长的远图集团昨日上市。", "李文明|远图集团"),
        ("远图铝业出口部副部长丁文丹表示忧虑。", "丁文丹|远图铝业"),
        ("锦海公司表示，该公司财务部部长金文根证实停产。", "金文根|锦海公司"),
    ],
)
def test_an_office_without_a_body_is_that_of_the_one_spoken_of(text: str, expected: str) -> None:
    assert expected in _leads(text)


@pytest.mark.parametrize(
    "text",
    [
        "远图集团与海岳集团举行会谈，主席李文明致辞。",
        "远图集团昨晚召开会议，局长李文明致辞。",
        "湖州市商务局昨日召开会议。董事长李文明致辞。",
        "远图集团旗下企业、由李文明担任主席的机构开业。",
        "远图集团发布业绩，基金经理李文明表示看好。",
        "德国与法国达成一致，总理约翰逊随后到场。",
        "德国媒体报道，总理温家宝将出席大会。",
        "人大常委会主任李文明宣布开工。",
    ],
)
def test_an_office_that_another_may_have_is_left_open(text: str) -> None:
    assert _leads(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("工业和信息化部总工程师赵志文出席会议。", "赵志文|工业和信息化部"),
        ("远图集团工程总监黄文铭亦多次被问到。", "黄文铭|远图集团"),
        ("远图集团生产总监胡文冬告诉记者。", "胡文冬|远图集团"),
        ("远图集团、海岳科技董事长李文生表示欢迎。", "李文生|远图集团"),
        ("羊昌镇长张国文出席活动。", "张国文|羊昌镇"),
        ("《新远日报》总编辑罗文光今日到场。", "罗文光|新远日报"),
        ("公务员事务局长聂文权形容反应正面。", "聂文权|公务员事务局"),
        ("远图科技前主席陈文飞，以及前执行董事沈文顺出席。", "沈文顺|远图科技"),
        ("据悉，原海岳科技副总裁周文斌已离开。", "周文斌|海岳科技"),
        ("湖州市长王建文会见了来宾。", "王建文|湖州市"),
        ("李文明被任命为远图集团新任CEO。", "李文明|远图集团"),
        ("李文明将于下月起担任远图集团首席运营官一职。", "李文明|远图集团"),
        ("李文明近日已卸任远图集团董事长职务。", "李文明|远图集团"),
        ("身为远图集团掌门人的李文明一直低调。", "李文明|远图集团"),
    ],
)
def test_words_between_an_organization_and_its_head(text: str, expected: str) -> None:
    assert expected in {fact.replace("湖州市", "湖州").replace("湖州", "湖州市") for fact in _leads(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("伦敦市长萨迪克·汗为工厂揭幕。", "萨迪克·汗|伦敦"),
        ("市长宫镇江到场。宫镇江代表双鸭山市委表示欢迎。双鸭山市将支持。", "宫镇江|双鸭山市"),
        ("远图集团首席财务官刘华亦表示认可。", "刘华|远图集团"),
        ("运输局局长陈帆至少5次被问到。", "陈帆|运输局"),
        ("远图集团总裁张文涛求证此事。张文涛未回复。", "张文涛|远图集团"),
    ],
)
def test_where_a_name_ends(text: str, expected: str) -> None:
    assert expected in _leads(text)
