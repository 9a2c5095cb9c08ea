"""Names: where they begin and end, and what they are."""

from __future__ import annotations

import pytest

from kg.extract.zh.mentions import find_mentions
from kg.extract.zh.script import simplify


def _names(text: str) -> list[str]:
    return [f"{mention.type}:{mention.text}" for mention in find_mentions(simplify(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中国新建集团公司原副总经理", "Company:中国新建集团公司"),
        ("该行天津分行向企业发放贷款", "Company:天津分行"),
        ("与东莞泰和沥青有限公司签约", "Company:东莞泰和沥青有限公司"),
        ("南投县农会表示", "Organization:南投县农会"),
        ("大股东深圳创文嘉里投资合伙企业增持", "Company:深圳创文嘉里投资合伙企业"),
        ("确保中橡（鞍阳）化学有限公司如期投产", "Company:中橡（鞍阳）化学有限公司"),
        ("控股的华北运输租赁有限公司", "Company:华北运输租赁有限公司"),
        ("一致行动人惠阳投资控股有限公司提议", "Company:惠阳投资控股有限公司"),
        ("改聘中立众信会计师事务所担任审计机构", "Company:中立众信会计师事务所"),
        ("与宁波同创远图材料有限公司签约", "Company:宁波同创远图材料有限公司"),
        ("由湖州远图公交运营有限公司负责", "Company:湖州远图公交运营有限公司"),
        ("国家药品监督管理局下发通知", "GovernmentBody:国家药品监督管理局"),
        ("天津市和平区人民法院受理", "GovernmentBody:天津市和平区人民法院"),
        ("由中共湖州市南浔区委员会主办", "GovernmentBody:中共湖州市南浔区委员会"),
        ("湖州市公安局南浔分局处罚", "GovernmentBody:湖州市公安局南浔分局"),
        ("湖南省人民检察院怀化铁路运输分院起诉", "GovernmentBody:湖南省人民检察院怀化铁路运输分院"),
        ("湖州市消防救援支队提醒", "GovernmentBody:湖州市消防救援支队"),
        ("与中国奥委会签约", "Organization:中国奥委会"),
        ("向湖州市妇幼保健院捐赠", "Organization:湖州市妇幼保健院"),
        ("浙江大学医学院附属第一医院采购", "Organization:浙江大学医学院附属第一医院"),
        ("记者从国网湖州供电公司获悉", "Company:国网湖州供电公司"),
        ("绍兴市与华测检测、广誉远签约", "Company:华测检测"),
        ("绍兴市与华测检测、广誉远签约", "Company:广誉远"),
        ("绍兴市向飛力達發放補助", "Company:飞力达"),
        ("向子公司湖州腾讯、苏州腾讯增资", "Company:苏州腾讯"),
        ("海梁集团与建设银行河北省分行签约", "Company:建设银行河北省分行"),
        ("该铁路由中国路桥工程有限责任公司承建", "Company:中国路桥工程有限责任公司"),
        ("1月10日，杭州市人民政府与腾讯签署协议", "GovernmentBody:杭州市人民政府"),
        ("肃宁县住房和城乡规划建设局发布公告", "GovernmentBody:肃宁县住房和城乡规划建设局"),
        ("商丘市梁园区人民政府举行仪式", "GovernmentBody:商丘市梁园区人民政府"),
        ("新竹巿政府表示", "GovernmentBody:新竹市政府"),
        ("高新区政府采购管理办公室主任说", "GovernmentBody:高新区政府采购管理办公室"),
        ("经济部产业技术司司长表示", "GovernmentBody:经济部产业技术司"),
        ("收购了Arrow Energy公司", "Company:Arrow Energy公司"),
        ("特斯拉（上海）有限公司揭牌", "Company:特斯拉（上海）有限公司"),
        ("重庆对外建设（集团）有限公司中标", "Company:重庆对外建设（集团）有限公司"),
        ("退伍军人事务部部长表示", "GovernmentBody:退伍军人事务部"),
        ("与小米集团全资子公司小米汽车有限公司", "Company:小米汽车有限公司"),
        ("由安远市科技和信息化局主办", "GovernmentBody:安远市科技和信息化局"),
        ("安遠縣商務和糧食局承辦", "GovernmentBody:安远县商务和粮食局"),
        ("惠州市海洋与渔业局作出决定", "GovernmentBody:惠州市海洋与渔业局"),
        ("中持股份（603903）公告", "Company:中持股份"),
        ("中建七局承建的工程", "Company:中建七局"),
        ("中國銀行馬尼拉分行捐贈口罩", "Company:中国银行马尼拉分行"),
        ("日本盐野义制药株式会社宣布", "Company:日本盐野义制药株式会社"),
        ("还需支付美国司法部罚款", "GovernmentBody:美国司法部"),
        ("被美国运输部罚款", "GovernmentBody:美国运输部"),
        ("英国央行表示", "GovernmentBody:英国央行"),
        ("载有捐赠菲律宾卫生部的口罩", "GovernmentBody:菲律宾卫生部"),
        ("开始向日本医院提供服务", "Organization:日本医院"),
        ("农业农村部组织湖北省农业农村厅召开会议", "GovernmentBody:湖北省农业农村厅"),
        ("共青团贵州省委举行活动", "Organization:共青团贵州省委"),
        ("中交二航局承建的工程", "Company:中交二航局"),
        ("罗尔斯（Rolls）公司宣布", "Company:罗尔斯（Rolls）公司"),
        ("张江高科与复旦大学签约", "Company:张江高科"),
        ("中石化与当地企业共建", "Company:中石化"),
        ("华东第四研究院与武汉市签约", "Organization:华东第四研究院"),
        ("对海岳财险股份有限公司江海分公司罚款", "Company:海岳财险股份有限公司江海分公司"),
        ("被罚的是海岳银行股份有限公司哈尔滨分行", "Company:海岳银行股份有限公司哈尔滨分行"),
        ("雅远化学（300999）公告", "Company:雅远化学"),
        ("同宁夏中远图投资有限公司签约", "Company:宁夏中远图投资有限公司"),
        ("江海市民营企业协会表示", "Organization:江海市民营企业协会"),
        ("全日本华侨华人联合会表示", "Organization:全日本华侨华人联合会"),
        ("由宁波市中级人民法院审理", "GovernmentBody:宁波市中级人民法院"),
        ("乌兹别克斯坦投资和对外贸易部表示", "GovernmentBody:乌兹别克斯坦投资和对外贸易部"),
        ("委员会已受理海岳集团的申请", "Company:海岳集团"),
        ("李明任海岳集团董事长", "Company:海岳集团"),
        ("远图市采购团大海集团签约", "Company:大海集团"),
    ],
)
def test_organization(text: str, expected: str) -> None:
    assert expected in _names(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("坐落于贵州省贵安新区", "Place:贵州省贵安新区"),
        ("甘肃宁县举办展会", "Place:甘肃宁县"),
        ("李明代表岚县签约", "Place:岚县"),
        ("来自潜山县的企业", "Place:潜山县"),
        ("走访张家川回族自治县，", "Place:张家川回族自治县"),
        ("在秭归县投资建厂", "Place:秭归县"),
        ("在合肥经济技术开发区开工", "Place:合肥经济技术开发区"),
        ("宣布在华投资10亿元", "Place:华"),
        ("将在威斯康辛州投资", "Place:威斯康辛州"),
    ],
)
def test_place(text: str, expected: str) -> None:
    assert expected in _names(text)


@pytest.mark.parametrize(
    "text",
    [
        "城市和园区的居民",
        "该县城区",
        "创新县域治理",
        "两家公司",
        "全资子公司",
        "一家游戏公司",
        "中方表示",
        "美国企业",
        "与新能源汽车产业集团合作",
        "环保部门表示",
        "非洲公司和欧洲公司",
        "港股上市公司",
        "某矿业投资有限公司",
        "3家渔业专业合作社",
        "依据《中华人民共和国保险法》",
        "济南市民营企业",
        "工程施工项目",
    ],
)
def test_common_words_are_no_names(text: str) -> None:
    assert _names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("拟在产业园区内建设军民电子创新产业基地项目", "Facility:军民电子创新产业基地项目"),
        ("由远图集团投资建设的远图农产品全球采购中心项目开工", "Facility:远图农产品全球采购中心项目"),
        ("將建設遠圖新型顯示器件及背光模組研發與生產項目", "Facility:远图新型显示器件及背光模组研发与生产项目"),
        ("将建设海外工厂和远图安全运营中心", "Facility:远图安全运营中心"),
        ("由市版权局主办的国际大买家采购计划发布会举行", "Event:国际大买家采购计划发布会"),
        ("兴建一座年产50万辆的超级工厂", "Facility:年产50万辆的超级工厂"),
        ("肯尼亚蒙巴萨至内罗毕铁路通车", "Facility:蒙巴萨至内罗毕铁路"),
        ("腾讯贵安七星数据中心投产", "Facility:腾讯贵安七星数据中心"),
        ("建设“智能终端产品生产基地”", "Facility:智能终端产品生产基地"),
        ("修建抽水蓄能电站", "Facility:抽水蓄能电站"),
        ("出席签约仪式", "Event:签约仪式"),
        ("湖州市召开“十六五”规划编制专家和企业家座谈会", "Event:“十六五”规划编制专家和企业家座谈会"),
        ("双方共同举办2024年儿童友好城市建设交流培训班", "Event:2024年儿童友好城市建设交流培训班"),
        ("嘉宾出席了远图金融资产交易所正式运营启动仪式", "Event:正式运营启动仪式"),
        ("立法会举行第三场行政长官互动答问会", "Event:第三场行政长官互动答问会"),
        ("举办了首届“焊接杯”物理知识竞赛", "Event:首届“焊接杯”物理知识竞赛"),
        ("在出席中英峰会期间", "Event:中英峰会"),
        ("市长出席二十国集团第九次能源会议", "Event:二十国集团第九次能源会议"),
        ("将举办多场配套论坛", "Event:配套论坛"),
    ],
)
def test_facility_or_event(text: str, expected: str) -> None:
    assert expected in _names(text)


def test_chain_has_its_parts() -> None:
    (place,) = find_mentions("江苏省南京市浦口经济开发区")
    assert [part.text for part in place.chain] == ["江苏省", "南京市", "浦口经济开发区"]


def test_facility_knows_its_owner_and_place() -> None:
    (facility,) = find_mentions("腾讯贵安七星数据中心")
    assert facility.owner is not None
    assert facility.place is not None
    assert (facility.owner.text, facility.place.text) == ("腾讯", "贵安")


@pytest.mark.parametrize("text", ["线上线下同步销售", "加快中国新能源汽车出口", "吸引沪股通资金", "公布深证成指"])
def test_ordinary_words_name_no_listed_company(text: str) -> None:
    assert not [name for name in _names(text) if name.startswith("Company")]
