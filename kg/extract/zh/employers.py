"""Whose a title is: the organization in front of it, "浙江省委常委、杭州市委书记", or one that only the title shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.zh.gazetteer import Hit, Known, is_cjk
from kg.extract.zh.lexicon import words
from kg.extract.zh.names import first_field, left_edge
from kg.extract.zh.person_names import is_name
from kg.extract.zh.spans import ORGANIZATIONS, Span
from kg.extract.zh.titles import title_pattern
from kg.model import EntityType

_BRACKET = re.compile(r"（[^（）]{1,12}）$")
_FIRM_HEAD = re.compile(
    r"(?:副|常务|执行|代|区域|大区|片区|城市)*(?:董事长|董事会|董事局|董事|总裁|总经理|首席(?!部长)|行长|执行长|执行董事|CEO|董座|创始人|掌门)"
)
_ANAPHOR = re.compile(
    r"(?:该公司|本公司|公司|该集团|集团|该企业|该行|该市|该省|该区|该县|该局|该部|该校|该院|该协会|该机构|该委员会|该基金会|该厅|该署|该处|该会|该所|该办|省政府|市政府|区政府|县政府|州政府|其)$"
)


def titles_of(
    text: str, start: int, role: str, mentions: Sequence[Span], before: Sequence[Span]
) -> tuple[tuple[Span | None, str], ...]:
    """(organization, role) pairs of one person, walking left over "浙江省委常委、杭州市委书记"."""
    pairs: list[tuple[Span | None, str]] = []
    for _ in range(4):
        unit: re.Match[str] | None = None
        at = title_edge(text, start, mentions)
        span = organization_before(text, at, mentions)
        if span is None and not pairs:
            span = _shared(text, start, before) or _spoken_for(text, start, role, mentions)
        if span is not None and span.end < at and text[span.end : at].strip("的》") and span.source != "shared":
            role = text[span.end : at].lstrip("的、》") + role
        if FORMER.search(text[:start]):
            role = "原" + role
        if span is None and (unit := _UNIT_TITLE.search(text[:at])):
            start = unit.start("unit")
            role = text[start:at] + role
        if span is not None and span.source == "context" and _is_person(span.text):
            break  # "|李显龙|总理和马来西亚总理安瓦尔": of somebody else
        pairs.insert(0, (span, role))
        edge = span.start if span and span.start <= start else start
        if span is None and unit:
            edge = start
        earlier = re.search(rf"({title_pattern().pattern})(?:[、，,\s]|兼任?|暨|及|和)原?$", text[:edge])
        if not earlier or (span is None and not (unit or _ZONE_OFFICE.match(role))) or earlier.start() >= edge:
            break
        start = max(
            (m.end for m in mentions if m.start < earlier.start() < m.end < earlier.end(1)), default=earlier.start()
        )
        role = text[start : earlier.end(1)]  # "工商联|副主席、": 联 belongs to the name
    pairs = [*_joint(text, pairs, mentions), *pairs]
    return tuple(_of_group(pair, start) for pair in pairs)


def _joint(
    text: str, pairs: Sequence[tuple[Span | None, str]], mentions: Sequence[Span]
) -> list[tuple[Span | None, str]]:
    """The company that shares a head with the one behind it: "|远图集团|、海岳科技董事长李明"."""
    last, role = pairs[0] if len(pairs) == 1 else (None, "")
    if last is None or last.type is not EntityType.COMPANY or text[last.start - 1 : last.start] != "、":
        return []
    first = next((m for m in mentions if m.end == last.start - 1 and m.type is EntityType.COMPANY), None)
    opens = first is not None and (first.start == 0 or text[first.start - 1] in "，。；：”")
    return [(first, role)] if opens else []


def _of_group(pair: tuple[Span | None, str], start: int) -> tuple[Span | None, str]:
    """Read 集团 in front of a title as the company spoken of, where no other is named: "|集团|董事长"."""
    party, role = pair
    if party is not None or not role.startswith("集团") or role == "集团":
        return pair
    return Span(start, start + 2, EntityType.COMPANY, "集团", "anaphor"), role[2:]


FORMER = re.compile(r"(?:原|前任|时任|曾任|历任|(?<![目此之日年从以当天月先向往])前)$")
_NOW = re.compile(
    r"(?:原任?|前任|时任|现任|新任|新一任|首任|候任|下一任|(?<=[司团])新|(?<![目此之日年从以当天月先向往])前)$"
)


def _is_person(words_: str) -> bool:
    """Whether what stands before a title is a person whose own title it is: "习近平|主席"."""
    return words_[:4] in words("known_people") or words_[:3] in words("known_people")


# "华为技术有限公司副总裁、|数字政府业务部|总裁": of a unit of the same company
_UNIT_TITLE = re.compile(
    r"(?:裁|理|官|长|监|师|记|席|任|管)、(?P<unit>[一-鿿A-Za-z]{2,14}(?:部|事业群|事业部|中心|研究院|BG|区域|分公司|办公室|代表处|产品线|军团|公司业务))$"
)
_ZONE_OFFICE = re.compile(r"(?:高新|经开|开发)区")
_TERM = re.compile(r"(?:新一届|第[一二三四五六七八九十\d]{1,3}届)(?:董事会)?$")  # "远图集团|第六届|董事会董事长"


_SPELT = re.compile(r"（[A-Z][A-Za-z]+(?:[ &.-]+[A-Za-z]+){0,4}）")  # "远图能源|（Yuantu Energy）|总裁"


def title_edge(text: str, start: int, mentions: Sequence[Span]) -> int:
    """Where the organization in front of a title ends: before 原, a space, or a bracket with its short name."""
    edge = len(text[:start].rstrip())
    now = _NOW.search(text[:edge])
    edge = now.start() if now else edge
    term = _TERM.search(text[:edge])
    edge = term.start() if term else edge
    opening = text.rfind("（", 0, edge) if text[edge - 1 : edge] == "）" else -1
    named = opening > 0 and any(m.end == opening for m in mentions)
    return opening if named or (opening > 1 and _SPELT.fullmatch(text, opening, edge)) else edge


def organization_before(text: str, start: int, mentions: Sequence[Span]) -> Span | None:
    """The organization that a title belongs to: the name before it, what "该公司" stands for, or words in its place."""
    edge = start - 1 if text[start - 1 : start] == "的" else start
    charge = _IN_CHARGE.search(text[:edge])
    edge = charge.start() if charge and any(m.end == charge.start() for m in mentions) else edge
    return _mission(text, edge, mentions) or _employer(text, edge, mentions)


_IN_CHARGE = re.compile(r"”?(?:专门)?(?:负责|分管|主管)[^，。；、的]{2,14}$")  # "美联储|负责银行监管|的副主席"


def _mission(text: str, edge: int, mentions: Sequence[Span]) -> Span | None:
    """The embassy of an envoy: "|中国驻加纳|大使"."""
    mission = _MISSION.search(text[:edge]) if _ENVOY.match(text, edge) else None
    if mission is None:
        return None
    home = next((m for m in mentions if m.start <= mission.start() < m.end), None)
    return Span(mission.start(), edge, EntityType.GOVERNMENT, mission["seat"], "mission", place=home)


def _employer(text: str, edge: int, mentions: Sequence[Span]) -> Span | None:
    bracket = _BRACKET.search(text[:edge])
    if bracket and (whole := next((m for m in mentions if m.end == bracket.start() and m.type in ORGANIZATIONS), None)):
        return whole  # "福建同乡总会|（槟城）|会长"
    named = [m for m in mentions if m.type is not EntityType.PERSON]
    for mention in reversed(named):
        if mention.end == edge + 1 and text[edge] in "省市区县州局厅部署处委会院":
            return mention  # "交通局|长"
        if mention.end <= edge:
            if mention.type is EntityType.PLACE:  # "高盛集团|亚洲|区主席"
                before = _BRACKET.sub("", text[: mention.start])
                firm = next((m for m in named if m.end == len(before) and m.type in ORGANIZATIONS), None)
                if firm and firm.end < mention.start and mention.end == edge:
                    return firm  # "远图集团|（00123）海南|区域总裁"
                mention = firm or mention
            if mention.type is EntityType.PLACE and mention.end == edge and _FIRM_HEAD.match(text, edge):
                return None  # "大中华区|总裁": of a region, not of its government
            if mention.text.endswith("党") and _RULER.match(text, edge):
                return next((m for m in named if m.end == mention.start), None)  # "密歇根州|民主党|州长"
            gap = text[mention.end : edge]
            if gap in {"特区", "特别行政区", "联邦", "国家"} or _ministers(text, edge, mention):
                return mention  # "澳门|特区|行政长官", "中国|国家|主席"
            if mention.type is EntityType.GOVERNMENT and _WING.fullmatch(gap) and not title_pattern().search(gap):
                return replace(mention, end=edge, text=mention.text + gap)  # "财政部|国际财金合作司"
            if _reaches(gap, mention) or _divides(gap, mention):
                placed = gap and mention.type is EntityType.PLACE
                return _firm_of(text, mention, named) or (_placed(text, mention, edge) if placed else _seat(mention))
            break
    return _unnamed(text, edge, named)


def _unnamed(text: str, edge: int, named: Sequence[Span]) -> Span | None:
    """What no list and no form has found in front of a title: a newspaper, what an anaphor means, a short name."""
    paper = _PAPER.search(text[:edge])
    if paper:
        return Span(paper.start(1), paper.end(1), EntityType.COMPANY, paper[1], "context")
    referring = _ANAPHOR.search(text[:edge])
    if referring:
        return Span(referring.start(), edge, EntityType.COMPANY, referring[0], "anaphor")
    return _group(text, edge, named) or _unlisted(text, edge, named)


def _group(text: str, edge: int, named: Sequence[Span]) -> Span | None:
    """A company by its （集团）: "|上海远图（集团）|董事长"."""
    stem = edge - len("（集团）")
    if not text.endswith("（集团）", 0, edge):
        return None
    start = left_edge(text, stem, {m.end: Hit(m.start, m.end, Known(m.type, "")) for m in named})
    return Span(start, edge, EntityType.COMPANY, text[start:edge], "context") if stem - start >= 2 else None


_PAPER = re.compile(
    r"《([^《》]{2,12}(?:报|刊|网|志|新闻|周刊|评论))》(?:中文版|英文版|集团|杂志社?)?$"
)  # "《新远日报》|社长"
_DEPARTMENT = re.compile(
    r"(?P<firm>[^的与和及、]{2,16}(?:集团|公司|银行|[一-鿿]业|科技|股份|汽车))?"
    r"(?:出口|进口|市场|销售|营销|财务|人事|人力资源|技术|研发|生产|采购|公关|法务|投资|国际|海外|战略|品牌|运营|客服|产品|企划|行政|工程|项目|业务|发展){1,3}部"
)


def _firm_of(text: str, unit: Span, named: Sequence[Span]) -> Span | None:
    """The company of which a department is: "|远图铝业|出口部", "|该公司|企划财务部"."""
    match = _DEPARTMENT.fullmatch(unit.text) if unit.type is EntityType.GOVERNMENT else None
    if match is None:
        return None
    if match["firm"]:
        return Span(unit.start, unit.start + len(match["firm"]), EntityType.COMPANY, match["firm"], "context")
    referring = _ANAPHOR.search(text[: unit.start])
    if referring:
        return Span(referring.start(), unit.start, EntityType.COMPANY, referring[0], "anaphor")
    return next((m for m in named if m.end == unit.start and m.type is EntityType.COMPANY), None)


_ENVOY = re.compile(r"(?:副|代理|候任|特命全权|经济?商务?|商务|文化|公使衔)*(?:大使|公使|参赞|总领事)")
_MISSION = re.compile(r"(?P<seat>(?:中国|[一-鿿]{2,5}?(?:国)?|[美英法德日韩俄])驻[一-鿿]{1,9}?)(?:特命全权)?$")

_INSTITUTES = ("研究中心", "研究院", "研究所", "实验室", "医院", "学院", "大学", "博物馆", "图书馆", "中心", "办事处")


def _seat(mention: Span) -> Span:
    """A research centre or a hospital that somebody heads is an organization."""
    if mention.type is EntityType.FACILITY and mention.text.endswith(_INSTITUTES):
        return replace(mention, type=EntityType.ORGANIZATION, source="suffix", owner=None, place=None)
    return mention


_SEATED = re.compile(
    r"[一-鿿]{2,8}(?:联谊会|商会|协会|学会|总会|促进会|基金会|慈善会|工商联|侨办|领导小组)|"
    r"政协|人大(?:常委会)?|总工会|团委|妇联|工商联|侨联|科协|文联|残联|党校|军区|街道"
    r"|[一-鿿]{2,12}(?:中心|街道|医院|学校|总队|支队|管委会|交易所|电视台|博物馆|图书馆|开发区)"
)
_VERBAL = re.compile(
    r"宣布|表示|出席|签|参加|举行|会见|任命|聘|邀请|访问|担任|出任|成立|收购|建设的|位于|前往|来到|落户|召开"
)


def _placed(text: str, place: Span, edge: int) -> Span | None:
    """What a place and a few words more name in front of a title: "台北客运|总经理", "佛山市交通委|主任"."""
    name = text[place.start : edge]
    if _SEATED.fullmatch(text, place.end, edge):
        return Span(place.start, edge, EntityType.GOVERNMENT, name, "context")
    if title_pattern().match(text, edge) and _FIRM_HEAD.match(text, edge):
        return Span(place.start, edge, EntityType.COMPANY, name, "context")
    if name.endswith(tuple("委办局厅署院会校所部处")):
        return Span(place.start, edge, EntityType.GOVERNMENT, name, "context")
    return None


def _reaches(gap: str, mention: Span) -> bool:
    """Whether only words of a unit stand between an organization and a title ("亚行|私营部门业务局|局长")."""
    if not gap or gap.removeprefix("的") in words("title_areas"):
        return True
    if any(is_name(gap[m.end() : m.end() + n]) for m in title_pattern().finditer(gap) for n in (2, 3)):
        return False  # "支联会|主席李文人及多名|常委": of somebody else
    if mention.type is EntityType.GOVERNMENT and _OFFICE.fullmatch(gap):
        return True
    plain = all(is_cjk(c) or c.isalnum() for c in gap)
    return 1 < len(gap) <= 12 and mention.end - mention.start > 1 and plain and not _breaks(_UNIT.sub("", gap))


_OFFICE = re.compile(r"[^的和与由被对向，、在是将为\s]{2,8}[司处局](?:首任|新任)?")


def _divides(gap: str, mention: Span) -> bool:
    """Whether a long gap names a division ("渣打银行|、大中华及北亚区金融市场|主管"), or what sits in a place."""
    listed = re.match(r"(.{2,3})[、和及]", gap)  # "新民党|陈家文及民建联中西区|区议员"
    if _VERBAL.search(gap) or "等" in gap or title_pattern().search(gap) or (listed and is_name(listed[1])):
        return False
    pattern = _SEATED if mention.type is EntityType.PLACE else _DIVISION
    return bool(pattern.fullmatch(gap))


_WING = re.compile(r"[^的由被对向，、在是将为\s]{2,10}[司局厅]")
_DIVISION = re.compile(
    r"(?:[^的由被对向，。；：在是将为与“”（）\s]|（[^（）]{1,10}）|(?<=品牌)与){2,26}"
    r"(?:部|区|处|室|组|中心|业务|研究|产品|市场|客户|事务|拓展|营销|投资|金融|地区|策略|战略|条线|板块|事业群|分部|品牌|公关|人力|财务|运营|中国|香港|台湾|顾问)"
)
_UNIT = re.compile(
    r"^(?:全球|国际|大中华区?|中国区|亚太区?|北美区?|北亚区?|欧洲区?|客户)|(?:机构|总部|平台|合作|投资|业务|服务)(?:部|中心)?$"
)


def _unlisted(text: str, edge: int, named: Sequence[Span]) -> Span | None:
    """An organization that only its title shows: "|海王生物|董事长"."""
    hits = {m.end: Hit(m.start, m.end, Known(m.type, "")) for m in named}
    start = left_edge(text, edge, hits)
    name = text[start:edge]
    if name in words("ministries") and text.startswith("部长", edge):
        start = first_field(text, start)  # "人力|部长", "农业及粮食|部长"
        return Span(start, edge + 1, EntityType.GOVERNMENT, text[start : edge + 1], "context")
    if (
        name in words("ministries")
        or name in words("title_areas")
        or name.endswith(("业务", "市场", "项目"))
        or name in words("stops")
    ):
        return None  # "经济|大臣"
    if 2 <= len(name) <= 12 and name not in words("generic_modifiers") and _nameable(text, start, name):
        headed = text[edge : edge + 1] in "局厅署处镇乡部" and not name.endswith((text[edge], "署"))
        whole = edge + headed  # "公务员事务局|长"
        start = first_field(text, start) if text.startswith("部长", edge) else start
        return Span(start, whole, _headed(text, edge), text[start:whole], "context")
    return None


_RULER = re.compile(
    r"(?:副|代|前|候任)?(?:总统|总理|首相|国王|女王|王储|首席部长|州务大臣|省长|市长|州长|县长|区长|镇长|特首)"
)
_MINISTER = re.compile(r"(?:副|前|代理?)?(?:部长|大臣|国务大臣)")


def _ministers(text: str, edge: int, place: Span) -> bool:
    """Whether a minister is one of a place's government: "德国|经济和气候保护|部长", "英国|数码、文化及体育|大臣"."""
    words_ = text[place.end : edge]
    if place.type is not EntityType.PLACE or not _MINISTER.match(text, edge):
        return False
    words_ = re.sub(rf"^的?(?:{title_pattern().pattern}(?:兼任?|、|暨))?", "", words_)
    fields = [f for f in re.split(r"[、和与及]", words_) if f]
    return bool(fields) and (words_ in words("ministries") or set(fields) <= words("ministries") | words("portfolios"))


_OFFICIAL = re.compile(
    r"(?:副|代|常务副|党组)*(?:书记|部长|局长|厅长|司长|署长|处长|大臣|委员长|司令员?|政委|庭长|检察长|院长)"
)


def _headed(text: str, edge: int) -> EntityType:
    """What an organization is that only its head's title shows."""
    if _RULER.match(text, edge):
        return EntityType.PLACE
    return EntityType.GOVERNMENT if _OFFICIAL.match(text, edge) else EntityType.COMPANY


def _nameable(text: str, start: int, name: str) -> bool:
    lead = FORMER.sub("", text[:start])
    before = lead[-1:]
    clean = not before or not is_cjk(before) or before in set("与和在由向对为被是同及的而但") or _cleft(lead)
    wrong = any(w in name for w in words("not_company")) or title_pattern().fullmatch(name)
    return clean and (is_cjk(name[0]) or name[0].isalpha()) and not wrong


def _cleft(before: str) -> bool:
    """Whether a verb ends right before a name: "控告|支联会|主席"."""
    return before[-2:] in words("stops")


def _breaks(gap: str) -> bool:
    return bool(set(gap) & set("的和与由被对向，、在是将为")) or any(w in gap for w in words("stops") if len(w) > 1)


_OF_REGION = re.compile(r"(?:前|署理|候任)?(?:行政长官|特首)")
_OF_STATE = re.compile(r"(?:副|代)?(?:财长|外长|防长|总理|总统|首相|国务卿)")


_SPEAKS = re.compile(
    r"(?:（[^（）]{1,20}）)?(?:方面|官方|今日|昨日|\d{1,2}日)?(?:也|则|并|还)?"
    r"(?:表示|称|说|指出|宣布|公告|公布|介绍|强调|透露|披露)(?:称)?，(?:公司|集团|其)?"
)
_HEADED_BY = re.compile(
    r"(?:公司)?(?:法定代表人|董事长|总经理|实际控制人|总裁|首席执行官|CEO)(?:兼[^，。；为是]{2,10})?(?:为|是|：)"
)
_OF_COMPANY = re.compile(r"(?:副|常务副|执行|联席)*(?:董事长|总裁|总经理|执行长|首席执行官|CEO|行长)")
_OF_BODY = re.compile(r"(?:副|常务副)?(?P<head>部长|局长|署长|厅长|会长)")


def _spoken_for(text: str, start: int, role: str, mentions: Sequence[Span]) -> Span | None:
    """Whose a bare office is that opens a clause: "|经济部|表示，部长李明…", "|远图公司|成立，法定代表人为李明"."""
    if text[start - 1 : start] != "，":
        return None
    bodies = [m for m in mentions if m.end < start and m.type in ORGANIZATIONS]
    if bodies and _HEADED_BY.match(text, start) and bodies[0].type is EntityType.COMPANY and len(bodies) == 1:
        return replace(bodies[0], source="shared")
    speaker = next((m for m in bodies if _SPEAKS.fullmatch(text, m.end, start)), None)
    if speaker is None:
        return None
    official = _OF_BODY.fullmatch(role)
    fits = speaker.text[-1] in official["head"] if official else bool(_OF_COMPANY.match(role))
    suits = fits and (official is None) == (speaker.type is EntityType.COMPANY)
    return replace(speaker, source="shared") if suits else None


_BESIDE = re.compile(
    r"(?:（[^）]*）)?(?:[、和及，与]|以及|[、，]以及)(?:原|前|时任|现任)?"
    r"|(?:主持|出席|参加|致辞|讲话|见证|列席|作报告)(?:了|并)?[^，。；：、与和同及]{0,12}，"
)
"""What may stand between two who share an office: "…主任|李明|主持会议，|副主任王刚"."""


def _shared(text: str, start: int, before: Sequence[Span]) -> Span | None:
    """As in "…董事长雷军、|总裁王翔": the organization of the person named just before."""
    if before and _BESIDE.fullmatch(text[before[-1].end : start]):
        for span, _ in reversed(before[-1].titles):
            elsewhere = _OF_STATE.match(text, start) and span is not None and span.text.endswith("部")
            region = _OF_REGION.match(text, start) and span is not None and span.type is not EntityType.PLACE
            if span is not None and not (elsewhere or region):
                return Span(span.start, span.end, span.type, span.text, "shared")
    return None
