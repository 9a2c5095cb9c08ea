"""Persons, their titles and what they lead."""

from __future__ import annotations

import pytest

from kg.extract.zh import extract
from kg.model import Document, Relation, Status


def _leads(text: str) -> set[str]:
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    return {f"{f.subject.name}|{f.role}|{f.object.name}" for f in facts if f.relation is Relation.LEADS}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("阿里巴巴集团董事会主席兼首席执行官张勇出席。", "张勇|董事会主席兼首席执行官|阿里巴巴集团"),
        ("科大讯飞董事长为刘庆峰。", "刘庆峰|董事长|科大讯飞"),
        ("杭州市委书记刘捷会见来宾。", "刘捷|市委书记|杭州市"),
        ("美联储负责银行监管的副主席Michael Barr将离职。", "Michael Barr|负责银行监管的副主席|美联储"),
        ("美国众议院拨款委员会主席共和党人贾森·史密文要求回答。", "贾森·史密文|主席|美国众议院拨款委员会"),
        ("四川省发展改革委副主任陶文锋主持并讲话，总经济师徐文莉参加会议。", "徐文莉|总经济师|四川省发展改革委"),
        ("經濟部次長林正文表示，平台已建立。", "林正文|次長|經濟部"),
        ("商务部外贸司二级巡视员周长表示欢迎。", "周长|二级巡视员|商务部外贸司"),
        ("HTC法務長林憶文昨日表示，公司將上訴。", "林憶文|法務長|HTC"),
        ("市场关注美国总统特朗普加征关税的消息。", "特朗普|总统|美国"),
        ("三菱重工董事长桥本英文的讲话引人关注。", "桥本英文|董事长|三菱重工"),
        ("东京都知事小池百合子宣布引入新系统。", "小池百合子|知事|东京都"),
        ("比亚迪任命李建华为董事长。", "李建华|董事长|比亚迪"),
        ("李建华获任比亚迪副总裁。", "李建华|副总裁|比亚迪"),
        ("李建华辞去比亚迪副总裁职务。", "李建华|副总裁|比亚迪"),
        ("李建华，比亚迪副总裁，出席了论坛。", "李建华|副总裁|比亚迪"),
        ("李建华（比亚迪副总裁）表示看好。", "李建华|副总裁|比亚迪"),
        ("Peter Holm是比亚迪首席财务官。", "Peter Holm|首席财务官|比亚迪"),
        ("作为比亚迪副总裁，李建华认为市场向好。", "李建华|副总裁|比亚迪"),
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
        ("住房城乡建设部倪文远部长召开座谈会。", "倪文远|部长|住房城乡建设部"),
        ("远图慈善总会（远图会）副主席Selva出席了捐赠仪式。", "Selva|副主席|远图慈善总会"),
        ("澳门特区行政长官陈一诚参加了启动仪式。", "陈一诚|特区行政长官|澳门"),
        ("软银集团 CEO 孙正义宣布将开发新模型。", "孙正义|CEO|软银集团"),
        ("湖州市中级人民法院行政庭副庭长陈刚独任审判。", "陈刚|行政庭副庭长|湖州市中级人民法院"),
        ("近日，王建国任湖州市副市长。", "王建国|副市长|湖州市"),
        ("英国央行行长卡尼当天表示，可能降息。", "卡尼|行长|英国央行"),
        ("中国人民大学银行业研究中心主任郭田明表示，风险可控。", "郭田明|主任|中国人民大学银行业研究中心"),
        ("中信银行宁波分行行长吴学明受贿案开庭。", "吴学明|行长|中信银行宁波分行"),
        ("远图地产（01999）非执行董事陈志文昨日现身。", "陈志文|非执行董事|远图地产"),
        ("安远县工商联副主席、远图焊工董事长张中文先生捐款。", "张中文|副主席|安远县工商联"),
        ("新任远图电商控股公司首席执行官（CEO）吴宵文此前曾表示欢迎。", "吴宵文|首席执行官|远图电商控股公司"),
        ("应俄罗斯联邦总理米舒斯京邀请，代表团到访。", "米舒斯京|联邦总理|俄罗斯"),
        ("法国总统马克龙举行会谈。", "马克龙|总统|法国"),
        ("中国驻加纳大使馆商务参赞邬国文出席见证。", "邬国文|商务参赞|中国驻加纳大使馆"),
        ("外交部驻澳门特区特派员公署特派员刘明文出席。", "刘明文|特派员|外交部驻澳门特区特派员公署"),
        ("雅培全球设备部高级副总裁马克·海姆上午表示欢迎。", "马克·海姆|全球设备部高级副总裁|雅培"),
        ("吴立源同志任远图能源石化集团有限责任公司副董事长。", "吴立源|副董事长|远图能源石化集团有限责任公司"),
        ("现任财政部国际财金司司长的杨文林将出任世界银行首任副行长。", "杨文林|司长|财政部国际财金司"),
        ("现任财政部国际财金司司长的杨文林将出任世界银行首任副行长。", "杨文林|副行长|世界银行"),
        ("行政長官李嘉文在香港出席峰會時表示歡迎。", "李嘉文|行政長官|香港"),
        ("新竹巿政府表示，巿長林志堅今(26)日進行現勘。", "林志堅|巿長|新竹巿政府"),
        ("海岳新材董事长周建雄明确表示，可以完成订单。", "周建雄|董事长|海岳新材"),
        (
            "渣打银行香港、大中华及北亚区零售业务及客户主管林文志表示欢迎。",
            "林文志|大中华及北亚区零售业务及客户主管|渣打银行香港",
        ),
        ("中国国家主席习近平表示，大门不会关上。", "习近平|国家主席|中国"),
        ("新民党主席叶刘淑文表示，会争取支持。", "叶刘淑文|主席|新民党"),
        ("湖南省综合招投标中心主任李龙文介绍，已经开标。", "李龙文|主任|湖南省综合招投标中心"),
        ("财政部国际财金合作司副司长李权在会上说，进展顺利。", "李权|副司长|财政部国际财金合作司"),
        ("商务部外资司副司长黄文峰说，总体稳定。", "黄文峰|副司长|商务部外资司"),
        ("远图集团首席执行官IanReed表示，业绩不错。", "IanReed|首席执行官|远图集团"),
        ("日本央行行长植田和男周五提醒说，物价走高。", "植田和男|行长|日本央行"),
        ("中国驻加纳大使卢文坤表示欢迎。", "卢文坤|大使|中国"),
        ("中国驻加纳大使馆举行仪式。中国驻加纳大使卢文坤出席仪式。", "卢文坤|大使|中国驻加纳大使馆"),
        ("广东省政协副秘书长赵福文等参加考察。", "赵福文|副秘书长|广东省政协"),
        ("广州市花都区委书记杨雁文出席。", "杨雁文|区委书记|广州市花都区"),
        ("南非总统拉马福萨通电话时表示欢迎。", "拉马福萨|总统|南非"),
        ("美国服装与鞋业协会执行副总裁拉马尔表示欢迎。", "拉马尔|执行副总裁|美国服装与鞋业协会"),
        ("斯里兰卡高教与研究部部长阿努拉出席仪式。", "阿努拉|部长|斯里兰卡高教与研究部"),
        ("印度总理莫迪访美期间，双方签约。", "莫迪|总理|印度"),
        ("海岳公司发言人李明表示，没有更多消息。", "李明|发言人|海岳公司"),
        ("2011年，杨丙明在担任中金公司总经理期间买入股票。", "杨丙明|总经理|中金公司"),
    ],
)
def test_leads(text: str, expected: str) -> None:
    assert expected in _leads(text)


def test_second_person_shares_the_organization() -> None:
    assert _leads("小米集团董事长雷军、总裁王翔出席仪式。") == {"雷军|董事长|小米集团", "王翔|总裁|小米集团"}


def test_titles_of_several_are_shared_and_others_are_not() -> None:
    assert _leads("湖州市副市长李明、王刚出席仪式。") == {"李明|副市长|湖州市", "王刚|副市长|湖州市"}
    assert _leads("湖州市市长李明、王刚出席仪式。") == {"李明|市长|湖州市"}


def test_holders_without_a_company_hold_the_one_that_announces() -> None:
    text = "海岳科技（300299）晚间公告，控股股东、实控人李文卫、李文强拟转让股份。"
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    held = {f"{f.subject.name}|{f.object.name}" for f in facts if f.relation is Relation.OWNS}
    assert held == {"李文卫|海岳科技", "李文强|海岳科技"}


def test_officials_without_a_body_are_those_of_the_place_spoken_of() -> None:
    assert _leads("中山市人民政府与华为在广州签署协议。市长肖展欣见证。") == {"肖展欣|市长|中山市人民政府"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("腾讯原总裁李明表示。", "腾讯"),
        ("湖州市原副市长李明被开除党籍。", "湖州市"),
        ("免去李明同志的远图能源集团有限公司副总经理职务，退休。", "远图能源集团有限公司"),
        ("免去李明的遠圖市港務局局長職務。", "遠圖市港務局"),
        ("远图集团原党委书记、董事长李明接受审查。", "远图集团"),
        ("李明因个人原因辞去远图集团总裁职务。", "远图集团"),
        ("李明曾是远图集团董事长。", "远图集团"),
    ],
)
def test_former_heads_have_led(text: str, expected: str) -> None:
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    assert [(f.subject.name, f.object.name, f.status) for f in facts] == [("李明", expected, Status.ENDED)]


@pytest.mark.parametrize(
    "text",
    [
        "公司总裁的李姓朋友表示不满。",
        "国家主席习近平表示欢迎。",
        "李建华不是比亚迪副总裁。",
        "公共政策总监李建华在会上表示欢迎。",
        "李建华是否是比亚迪副总裁，不得而知。",
        "李建华的朋友是比亚迪副总裁。",
        "作为比亚迪副总裁，压力很大。",
        "行政长官李嘉文表示欢迎。",
        "远图集团董事长的任期是三年。",
        "论坛由海岳集团担任主席单位。",
        "免去一切职务和待遇的公告称，远图集团总裁将另行任命。",
    ],
)
def test_who_leads_nothing_by_name(text: str) -> None:
    assert _leads(text) == set()


def test_a_curriculum_vitae_tells_former_offices() -> None:
    text = "远图集团副总经理李明接受调查。1996年至1998年，历任湖州市财政局副局长、局长；2001年任远图银行行长。"
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    led = {(f.subject.name, f.object.name, f.status) for f in facts if f.relation is Relation.LEADS}
    assert led == {
        ("李明", "远图集团", Status.ACTIVE),
        ("李明", "湖州市财政局", Status.ENDED),
        ("李明", "远图银行", Status.ENDED),
    }


def test_controlling_persons_own_their_company() -> None:
    text = "远图科技公告，公司控股股东、实际控制人李明收到通知，对黄正国给予警告。"
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    assert ("李明", Relation.OWNS, "远图科技") in {(f.subject.name, f.relation, f.object.name) for f in facts}


@pytest.mark.parametrize("text", ["浙江省委常委李明出席。", "腾讯创始人李明表示。"])
def test_members_and_founders_lead_nothing(text: str) -> None:
    assert _leads(text) == set()


@pytest.mark.parametrize("text", ["这是科尔总理曾多次谈到的访问。", "亚洲总裁李明表示欢迎。", "经济大臣李明表示欢迎。"])
def test_titles_without_a_body_lead_nothing(text: str) -> None:
    assert _leads(text) == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("远图集团董事长李文明表示欢迎。", Status.ACTIVE),
        ("公告称，李文明将出任远图集团总经理。", Status.PLANNED),
        ("远图集团原董事长李文明接受调查。", Status.ENDED),
    ],
)
def test_who_leads_is_in_office_is_to_be_or_was(text: str, status: Status) -> None:
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    assert [f.status for f in facts if f.relation is Relation.LEADS] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("远图集团董事长李文明出席嵊州产业合作大会。", Status.COMPLETED),
        ("远图集团董事长李文明将出席嵊州产业合作大会。", Status.PLANNED),
    ],
)
def test_who_attends_has_attended_or_is_to(text: str, status: Status) -> None:
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    assert [f.status for f in facts if f.relation is Relation.PARTICIPATES_IN] == [status]


@pytest.mark.parametrize(
    "text",
    [
        "我外交部发言人此前指出，中方反对。",
        "何文珊的发言人周一说，内阁已达成一致。",
        "远图公司表示，新闻总监李明没有回应。",
    ],
)
def test_a_day_is_no_name_and_a_field_no_organization(text: str) -> None:
    assert _leads(text) == set()


def test_a_title_between_an_organization_and_another_persons_breaks_them() -> None:
    text = "支联会主席李卓文及多名常委、海岳集团董事长黎明英等人到场。"
    assert _leads(text) == {"李卓文|主席|支联会", "黎明英|董事长|海岳集团"}
