"""Whole articles: what is asserted, what is not, evidence, script, limits."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.zh import extract
from kg.model import Document, Fact, Relation, Status

DEV = Path(__file__).resolve().parents[2] / "data" / "dev-zh" / "docs"
ARTICLES = sorted(DEV.glob("*.txt"))


def _facts(text: str, published: str = "2023-05-10") -> tuple[Fact, ...]:
    return extract(Document("a.txt", text, published=published, language="zh"))


@pytest.mark.parametrize(
    "text",
    [
        "华为否认将在岳阳投资50亿元建厂。",
        "网传比亚迪将收购蔚来汽车，知情人士称谈判已近尾声。",
        "腾讯并未与长沙市签署任何协议。",
        "腾讯尚未与远图（苏州）半导体设备有限公司签署任何协议。",
        "如果宁德时代在福州投资100亿元，当地将受益。",
        "特斯拉会在沈阳建设工厂吗？",
        "有传闻称特斯拉将落户沈阳。特斯拉对此予以否认。",
        "富士康拒绝在该市投资10亿元建设工厂。",
        "记者张三，责任编辑李四",
        "账本上只有眼前几年的数字，恐怕算不明白。",
        "外国公司必须先获得美国许可才能向华为供应芯片。",
        "世界银行决定停止向印度提供贷款。",
        "美国支持多边金融机构向俄罗斯提供贷款。",
        "双方以组建汽车集团为契机深化改革。",
        "欧盟应首先建立汽车联盟。",
        "总统乘专机飞往上海访问。",
        "他离开中国时把书捐给清华大学。",
        "卖掉一部三菱吉普车后，他组建了车队。",
        "南京市财政局会同南京市发改委研究制定了补贴办法。",
        "引进远图重科将加快推动江阴经济转型。",
        "远图证券有限公司收到证监会的结案通知书。",
        "腾讯向上海市提供融资融券业务。",
        "联华公司签约三大音乐公司。",
        "南京市财政局补助8大发电公司。",
        "永升有限公司的大股东是新世界发展主席郑家明。",
        "苏州市为推进治理，规划方案包含生态园区建设，总投资约40亿元。",
        "活动在位于远图科学城核心区的浦东新区举行。",
        "《中华人民共和国反垄断法》第五十八条规定，对其处一万元以上十万元以下的罚款。",
        "被告人挪用海岳集团收购滨江酒店项目的资金2亿元。",
        "多家民营企业在越南投资建设了远图产业园。",
        "远图生物公司收到中国证监会出具的《行政许可项目审查一次反馈意见通知书》。",
        "国务院要求，对需报国家核准的铁路项目鼓励民间资本参与。",
        "海岳集团的产品销往东南亚、欧洲等地。",
        "全国人大代表、海岳集团董事长李明建议，加快建设氢能产业园。",
        "市长希望海岳集团支持远图市建设，双方携手打造产业集群。",
        "深圳市海岳公司收到消息，当地一家企业负责人李伟被起诉。",
        "项目由非洲开发银行主导，远图公路通车。",
        "海岳集团与河北省签约的30亿元项目尚未落地。",
        "海岳集团董事长说，希望与远图市携手打造产业集群。",
    ],
)
def test_nothing_is_asserted(text: str) -> None:
    assert [f for f in _facts(text) if f.relation is not Relation.LEADS] == []


@pytest.mark.parametrize(
    ("text", "relation", "status"),
    [
        ("京东方拟在成都投资10亿元。", Relation.INVESTS, Status.PLANNED),
        ("京东方已在成都投资10亿元。", Relation.INVESTS, Status.COMPLETED),
        ("华为正在东莞建设研发中心。", Relation.BUILDS, Status.ACTIVE),
        ("华为与东莞市签署战略合作协议。", Relation.PARTNERS_WITH, Status.AGREED),
        ("华为与东莞市签署合作协议，但该协议已于去年终止。", Relation.PARTNERS_WITH, Status.ENDED),
        ("科大讯飞预中标蚌埠市智慧学校项目，目前仍在公示期内。", Relation.SUPPLIES, Status.PROPOSED),
    ],
)
def test_status(text: str, relation: Relation, status: Status) -> None:
    assert [f.status for f in _facts(text) if f.relation is relation] == [status]


def test_qualifiers() -> None:
    (fact,) = [
        f for f in _facts("5月8日，比亚迪宣布将投资150亿元在襄阳建设动力电池产业园。") if f.relation is Relation.INVESTS
    ]
    assert fact.amount is not None
    assert (fact.amount.value, fact.amount.currency) == (15_000_000_000, "CNY")
    assert (fact.date, fact.place, fact.status) == ("2023-05-08", "襄阳", Status.PLANNED)
    assert "动力电池" in fact.domains


def test_names_keep_the_article_s_script() -> None:
    facts = _facts("寧德時代與香港科技園公司簽署合作備忘錄。")
    assert {(f.subject.name, f.object.name) for f in facts} == {("寧德時代", "香港科技園公司")}


def test_two_companies_and_a_government_are_two_partnerships() -> None:
    facts = _facts("腾讯、华为与长沙市人民政府签署合作协议。")
    assert {(f.subject.name, f.object.name) for f in facts} == {("腾讯", "长沙市人民政府"), ("华为", "长沙市人民政府")}


def test_how_it_was_found_is_told() -> None:
    (fact,) = _facts("华为与东莞市签署战略合作协议。")
    assert fact.rule == "sign-agreement"
    assert [step.kind for step in fact.trace] == ["trigger", "subject", "object", "features"]


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_evidence_stands_in_the_article(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for fact in extract(Document(path.name, text, language="zh")):
        assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.text
        for mention in (fact.subject, fact.object):
            assert mention.start < 0 or text[mention.start : mention.end] == mention.text


def test_same_article_same_facts() -> None:
    text = ARTICLES[0].read_text(encoding="utf-8")
    assert extract(Document("a", text)) == extract(Document("a", text))


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="公司与的在投资亿元签署，。董事长张“”（）市区县01月日 \n将已未A", max_size=300))
def test_any_text_is_read(text: str) -> None:
    for fact in _facts(text):
        assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.text
        assert 0 < fact.confidence < 1


@pytest.mark.parametrize("text", ["的" * 50_000, "公司" * 20_000, "“（" * 20_000, "1,111亿" * 10_000])
def test_hostile_text_ends_soon(text: str) -> None:
    assert _facts(text) == ()


def test_hearsay_ends_where_something_is_announced() -> None:
    (fact,) = _facts("先前传出LINE有意进军市场，中华电信宣布携手台湾银行合组联盟。")
    assert (fact.subject.name, fact.object.name) == ("中华电信", "台湾银行")


def test_a_fine_without_an_agent_is_that_of_the_authority_that_reports_it() -> None:
    facts = _facts("漳州古雷电厂被罚3000万元\n记者从福建省海洋综合执法总队获悉，漳州古雷电厂被罚3000万元。")
    assert [f.subject.name for f in facts if f.relation is Relation.SANCTIONS] == ["福建省海洋综合执法总队"]


def test_the_second_half_of_a_headline_may_name_the_authority() -> None:
    (fact,) = _facts("美团被罚34亿元 市场监管总局责令整改")
    assert (fact.subject.name, fact.amount and fact.amount.value) == ("市场监管总局", 3_400_000_000)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("美国商务部将大疆列入实体清单。", Status.COMPLETED),
        ("美国联邦通信委员会撤销中国电信牌照。", Status.COMPLETED),
        ("由比亚迪建设的罗勇工厂竣工投产。", Status.COMPLETED),
        ("三星电子决定在西安投资80亿美元。", Status.PLANNED),
        ("英国石油公司同意向美国政府支付45亿美元罚金。", Status.COMPLETED),
        ("印度政府取消了与中国中车的合同。", Status.ENDED),
    ],
)
def test_status_by_the_words_around(text: str, status: Status) -> None:
    assert [fact.status for fact in _facts(text)] == [status]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("阿里巴巴被市场监管总局处以2019年度销售额4%的罚款。", None),
        ("载有腾讯捐给塞尔维亚的口罩的航班，5月8日抵达。", "2023-05-08"),
    ],
)
def test_dates_of_other_things(text: str, date: str | None) -> None:
    (fact,) = _facts(text)
    assert fact.date == date


def test_topics_stand_beside_the_labels_of_the_ontology() -> None:
    (fact,) = _facts("腾讯向武汉市捐赠医用口罩。")
    assert "医用口罩" in fact.domains


def test_a_contract_of_supply_is_no_agreement_besides() -> None:
    assert [f.relation for f in _facts("中国中车与泰国交通部签署动车采购合同。")] == [Relation.SUPPLIES]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("腾讯2010年收购了Arrow Energy公司。", "腾讯 owns Arrow Energy公司"),
        ("自治区主席王明远致辞。宁夏将支持该项目。", "王明远 leads 宁夏"),
        ("远图股份：与深圳市政府签署协议\n公司9日与深圳市政府签署合作协议。", "远图股份 partners_with 深圳市政府"),
        (
            "商务部附条件批准美国芯片商远图科技有限公司吸收合并海梁科技有限公司。",
            "远图科技有限公司 owns 海梁科技有限公司",
        ),
        ("远图集团成为万科控股股东，其实际控制人上海市国资委表示满意。", "上海市国资委 owns 远图集团"),
        ("他說，除了美國對華為的制裁，還有其他原因。", "美國 sanctions 華為"),
        ("江西省环保厅对于远图集团制药总厂处以105万元罚款。", "江西省环保厅 sanctions 远图集团制药总厂"),
    ],
)
def test_names_are_whole_and_offices_have_their_place(text: str, fact: str) -> None:
    assert fact in [f"{f.subject.name} {f.relation} {f.object.name}" for f in _facts(text)]


def test_what_a_shareholder_gets_is_not_the_company_s() -> None:
    facts = _facts("远图科技有限公司公告，公司控股股东曹明如近日收到中国证监会下发的《行政处罚决定书》。")
    assert [f for f in facts if f.relation is Relation.SANCTIONS and f.object.name == "远图科技有限公司"] == []


def test_capitals_in_brackets_stand_for_the_name_before_them() -> None:
    facts = _facts("远图科技有限公司遭调查。美国远图工业安全局（BIQ）介入。远图科技有限公司被BIQ罚款3万元。")
    assert [f.subject.name for f in facts if f.relation is Relation.SANCTIONS] == ["美国远图工业安全局"]


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("海梁科技有限公司获得补助后，公司已与温州市政府签署合作协议。", "远图科技有限公司"),
        ("海梁科技有限公司表示，公司已与温州市政府签署合作协议。", "海梁科技有限公司"),
    ],
)
def test_the_company_of_an_announcement_is_who_announces_or_speaks(sentence: str, party: str) -> None:
    text = f"远图科技有限公司8日晚间公告，海梁科技有限公司完成注册。\n{sentence}"
    assert [f.subject.name for f in _facts(text) if f.relation is Relation.PARTNERS_WITH] == [party]


def test_a_settlement_is_no_partnership() -> None:
    facts = _facts("远图科技有限公司与美国财政部签署和解协议。")
    assert [f for f in facts if f.relation is Relation.PARTNERS_WITH] == []


@pytest.mark.parametrize(
    "text", ["远图产业园由远图资本出资、海梁集团建设。", "远图工厂由国家开发银行出资10亿元支持建设。"]
)
def test_who_pays_does_not_build(text: str) -> None:
    assert [f for f in _facts(text) if f.relation is Relation.BUILDS and f.subject.name != "海梁集团"] == []


_ANNOUNCED = "（300999）12日晚间公告，公司"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"远图科技：拟建基地\n{_ANNOUNCED}拟在黄冈市投资3亿元。", "远图科技|invests|黄冈市"),
        (f"海岳科技{_ANNOUNCED}控股子公司海岳电气中标青岛市档案馆项目。", "海岳电气|supplies|青岛市"),
        (f"海岳科技{_ANNOUNCED}持股5%以上股东江海投资有限公司拟减持。", "江海投资有限公司|owns|海岳科技"),
        ("市场监管总局对海岳集团收购远图公司股权案作出决定。", "海岳集团|owns|远图公司"),
        ("商务部还没有收到海岳集团125亿美元收购远图公司的申请。", "海岳集团|owns|远图公司"),
        ("李明和王刚分别代表远图市政府和海岳集团签署协议。", "海岳集团|partners_with|远图市政府"),
        ("海岳集团中标马来西亚吉隆坡轻轨三号线项目。", "海岳集团|builds|马来西亚吉隆坡轻轨三号线项目"),
        ("远图银行与深圳市签约。远图银行深圳分行参加了活动。", "远图银行|partners_with|深圳市"),
        (
            "国家外汇管理局江海市分局对海岳贸易有限公司罚款35万元。",
            "国家外汇管理局江海市分局|sanctions|海岳贸易有限公司",
        ),
        ("海岳股份公告，江海远图投资中心（有限合伙）持有公司8%股份。", "江海远图投资中心（有限合伙）|owns|海岳股份"),
        ("远图科技控股股东为北京江海投资有限公司。", "北京江海投资有限公司|owns|远图科技"),
        ("印度南部泰米尔纳德邦政府与海岳集团签署备忘录。", "海岳集团|partners_with|泰米尔纳德邦政府"),
    ],
)
def test_who_acts(text: str, expected: str) -> None:
    assert expected in {f"{f.subject.name}|{f.relation}|{f.object.name}" for f in _facts(text)}


@pytest.mark.parametrize(
    "text",
    [
        f"海岳科技{_ANNOUNCED}控股股东陈海明与远图投资有限公司签署协议。",
        f"海岳科技{_ANNOUNCED}参股子公司与远图投资有限公司签署协议。",
        "远图资本合伙人姚海、海岳集团总裁杨立及江海市科委、签约各方代表见证了签约活动。",
    ],
)
def test_who_signs_nothing(text: str) -> None:
    assert [f for f in _facts(text) if f.relation is Relation.PARTNERS_WITH] == []


def test_a_parent_is_not_the_company_that_it_holds() -> None:
    names = {f.subject.name for f in _facts(f"海岳集团公告\n深圳海岳{_ANNOUNCED}控股股东海岳集团拟在河北省投资5亿元。")}
    assert "深圳海岳" not in names


def test_no_chinese_province_lies_abroad() -> None:
    facts = _facts("日本四川同乡会会长李明表示感谢。")
    assert [f for f in facts if f.relation is Relation.LOCATED_IN] == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("特斯拉计划在泰国建造一座电动汽车工厂。", "电动汽车工厂|泰国"),
        ("3月20日，远图新能源大会在武汉市召开。", "远图新能源大会|武汉市"),
        ("远图集团在武汉市举办智能网联大会。", "智能网联大会|武汉市"),
        ("远图公司与江苏省无锡市惠山区人民政府签署协议。", "惠山区|无锡市"),
    ],
)
def test_what_is_built_or_held_somewhere_lies_there(text: str, place: str) -> None:
    located = [f for f in _facts(text) if f.relation is Relation.LOCATED_IN]
    assert place in {f"{f.subject.name}|{f.object.name}" for f in located}


@pytest.mark.parametrize(
    "text",
    [
        "远图集团在武汉、广州两地举办视频会议。",
        "江苏省常州市金坛区人民政府网站昨日改版。",
        "远图集团在中国建设数据中心。",
    ],
)
def test_what_is_held_in_two_cities_or_built_in_china_lies_nowhere(text: str) -> None:
    assert not [f for f in _facts(text) if f.relation is Relation.LOCATED_IN]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "证券代码：300999 证券简称：海岳环保\n海岳环保股份有限公司关于收到中标通知书的公告\n近日，公司"
            "收到丁川市城市管理局发来的《中标通知书》。公司全资子公司海岳固废处理（安徽）有限公司将负责运营。",
            {
                "海岳环保股份有限公司|supplies|丁川市城市管理局",
                "海岳环保股份有限公司|owns|海岳固废处理（安徽）有限公司",
            },
        ),
        (
            "金管會今天公布裁罰案，永泰銀行遭處新台幣1200萬元罰鍰。另外，信海人壽因未依規定揭露資訊，也被罰300萬元。",
            {"金管會|sanctions|永泰銀行", "金管會|sanctions|信海人壽"},
        ),
        (
            "香港數碼港管理公司宣布，與本地初創企業海岳科技簽署合作備忘錄。",
            {"香港數碼港管理公司|partners_with|海岳科技"},
        ),
        ("海岳数码是上市公司鲁川控股的全资子公司。", {"鲁川控股|owns|海岳数码"}),
        ("华域科技公告称，公司参股的宁波海岳已取得浙江省生态环境厅核发的排污许可证。", {"华域科技|owns|宁波海岳"}),
        ("中国—东盟海岳股份有限公司将在南宁兴建数据中心。", {"中国—东盟海岳股份有限公司|builds|数据中心"}),
        (
            "丁川市市场监管局宣布，康海食品有限公司因销售不合格奶粉被罚款420万元。",
            {"丁川市市场监管局|sanctions|康海食品有限公司"},
        ),
        (
            "印度中央调查局对手机制造商海岳印度公司展开调查。",
            {"印度中央调查局|sanctions|海岳印度公司"},
        ),
        (
            "高雄市政府今天與日商富岳化學簽署投資意向書。富岳化學社長中村健一說，將擴建。",
            {"富岳化學|partners_with|高雄市政府", "中村健一|leads|富岳化學"},
        ),
        ("江苏省经信厅公布名单。该厅副厅长李文波表示，将支持。", {"李文波|leads|江苏省经信厅"}),
        ("海岳集团将在漳州台商投资区新建烘焙工厂。", {"烘焙工厂|located_in|漳州台商投资区"}),
        ("溧阳与海岳集团签署合作协议。", {"海岳集团|partners_with|溧阳"}),
        (
            "海岳集团将捐赠200万美元，支持埃塞俄比亚和马里的农村供水。",
            {"海岳集团|funds|埃塞俄比亚"},
        ),
        ("三江新区管委会主任周立平介绍了情况。", {"周立平|leads|三江新区管委会"}),
        ("交通局長謝銘宏說，將改善。經濟部長王振海指出，政府將補助。", {"謝銘宏|leads|交通局", "王振海|leads|經濟部"}),
        ("绿川客运有限公司董事长吴定发表示，将改善。", {"吴定发|leads|绿川客运有限公司"}),
        (
            "采购单位：丁川州医疗保障局。成交供应商：云南海岳软件有限公司。代理机构：昆明海诚招标有限公司。",
            {"云南海岳软件有限公司|supplies|丁川州医疗保障局"},
        ),
    ],
)
def test_ordinary_announcements(text: str, stated: set[str]) -> None:
    assert stated <= {f"{f.subject.name}|{f.relation}|{f.object.name}" for f in _facts(text)}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("法国政府将斥资15亿欧元收购远图集团旗下先进计算业务。", "owns"),
        ("4个法国在线广告行业组织对远图集团提起诉讼。", "sanctions"),
        ("国家发展改革委批复新建丁川至海岳铁路。", "builds"),
        ("康海食品有限公司没有因该事件被证监会处罚。", "sanctions"),
        ("恒通银行将在利雅得开设分行。", "owns"),
        ("远图科技旗下拥有两家企业，丁川市考虑选定海岳公司提供客车。", "owns"),
    ],
)
def test_what_only_looks_like_it_is_not_stated(text: str, wrong: str) -> None:
    assert wrong not in {str(f.relation) for f in _facts(text)}
