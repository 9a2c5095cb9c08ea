"""Facilities and events of a sentence, by their last words (工厂, 数据中心, 铁路, 签约仪式, …)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.zh.gazetteer import Hit, Hits
from kg.extract.zh.lexicon import any_of, matcher, words
from kg.extract.zh.names import left_edge
from kg.extract.zh.spans import Span
from kg.model import EntityType

_LINE = re.compile(r"(?<![一-鿿])[一-鿿]{2}$|(?<=[的条在和与该])[一-鿿]{2}$")
_VERBAL = re.compile(r"(?:(?:生产|研发|运营|服务|制造|示范|试验|培训)与?)+$")
_OVERSEAS = ("海外", "境外", "国内", "全球", "国际")
_SEAT = re.compile(r"(?:就|也|均)?(?:位于|设在|设于|坐落)")
_TO_HONG_KONG = tuple("赴来抵离返在访留驻涉")
_OPENED = re.compile(
    r"(?:开设|设立|增设|设置|(?<![建开])设|开立)(?:了|其|新的?|首[个间家]|[一二两三四五几数\d]+[个间家处]|全球|区域|地区|海外|常设|中国|亚洲|亚太)*$"
)
_NUMBER = re.compile(r"(?:[一二两三四五六七八九十百多几数各]+|\d+)[个大座家处类批项条所]")
_CLAUSE = re.compile(r"进一步|部门要|单位要|必须|应当|着力")
_NO_FACILITY_BEHIND = (
    "(?!城市|城区|元|币|商|业|股|化|家|长|房产|经理|总监|负责人|建设(?:集团|有限|投资)|有限|公司|集团|规划|方案|负责|经济|产业|技术|大学|局|银行|委"
    "|管理)"
)


@cache
def _pattern() -> re.Pattern[str]:
    head = any_of(words("facility_heads"))
    return re.compile(f"{head}(?:(?:运营|研发|生产|制造|创新|产业|物流|服务|示范|建设)?{head})*{_NO_FACILITY_BEHIND}")


_LINES = frozenset({"铁路", "高铁", "地铁", "轻轨", "公路"})
_RUNS = (
    "客车",
    "车辆",
    "列车",
    "机车",
    "货车",
    "动车",
    "乘客",
    "客运",
    "货运",
    "运输",
    "部门",
    "警",
    "系统",
    "设备",
    "装备",
)


def find_facilities(text: str, hits: Hits) -> Iterator[Span]:
    """Facilities: named ones ("储能超级工厂"), quoted ones, and bare ones ("一座工厂", source "bare")."""
    inside = {i for hit in hits.values() for i in range(hit.start, hit.end)}
    for match in _pattern().finditer(text):
        if match.start() in inside and len(match[0]) == 1:
            continue  # the last character of a place: 香港
        if match[0] == "港" and text[: match.start()].endswith(_TO_HONG_KONG):
            continue  # "海岳租赁公司赴|港|上市"
        if match[0] == "厂" and text[: match.start()].endswith(
            ("设", "建", "扩", "办", "迁", "开", "回", "投", "入", "出", "进", "本", "原")
        ):
            continue  # "在亚利桑那州设厂"
        if match[0] == "厂" and text[match.end() : match.end() + 1] in set("区房内商家"):
            continue  # "远图矿业有限公司|厂区"
        if match[0] in _LINES and text.startswith(_RUNS, match.end()):
            continue  # "|铁路|客车": what runs there
        if match[0] in words("opened_heads") and not _OPENED.search(text[: match.start()]):
            continue  # "市政府|办公室|"
        if match[0] == "工程" and text.startswith(("师", "总监", "部", "处"), match.end()):
            continue  # "|工业和信息化部|总工程师", "工程总监"
        if match[0] == "总部" and _SEAT.match(text, match.end()):
            continue  # "总部位于": where a company sits
        if not text[: match.start()].endswith(("该", "这座", "这条", "这个", "本")):
            span = _quoted(text, match, hits) or _named(text, match, hits)
            if span:
                yield span


def _quoted(text: str, match: re.Match[str], hits: Hits) -> Span | None:
    """The whole of a quoted name that ends in a facility's word."""
    if _NUMBER.fullmatch(text[text.rfind("“", 0, match.start()) + 1 : match.start()]):
        return None  # "“五个|中心|”"
    quote = text.rfind("“", max(0, match.start() - 48), match.start())
    if quote < 0 or text[match.end() : match.end() + 1] != "”" or "”" in text[quote : match.end()]:
        return None
    return _facility(text, quote + 1, match.end(), hits, "head")


def _named(text: str, match: re.Match[str], hits: Hits) -> Span | None:
    inner = _VERBAL.search(text[: match.start()])  # "柔性显示|生产|基地"
    start = _route(text, left_edge(text, inner.start() if inner else match.start(), hits, joins=False), hits)
    if text[:start].endswith(_OVERSEAS) and start - 2 in hits:
        start = hits[start - 2].start  # "长青国际|海外|生产基地"
    quote = text.rfind("“", max(0, match.start() - 24), match.start())
    if quote >= 0 and text[match.start() - 1] == "”" and "”" not in text[quote : match.start() - 1]:
        start = left_edge(text, quote, hits, joins=False)  # “因材施教”…项目
    start = _set_up(text, _built(text, start, match.start(), hits), match.start(), hits)
    stem, head = text[start : match.start()].strip("“”"), match[0]
    if head in words("line_heads") and not stem and (short := _LINE.search(text[: match.start()])):
        start, stem = short.start(), short[0]
    if text[start] == "（":
        return None  # "智慧绍兴|（PPP）项目|"
    if _names_facility(stem, head):
        return _facility(text, start, match.end(), hits, "head")
    bare = head in words("bare_facilities") and (not stem or stem in words("generic_modifiers"))
    return _facility(text, start, match.end(), hits, "bare") if bare or stem == "新" else None


_BUILT = re.compile(
    r"(?:建设|建置|投建|新建|兴建|建造|打造|建立|设立|组建|扩建|筹建|开建|修建|建成|建起)(?:的|了)?"
    r"(?:(?:第?[一二两三四五六七八九十百多几数\d]+|首|这|某)[座个家条处所栋幢间批])?(?:该公司|公司|其|自己|集团|在[^的，。；、]{2,10}?的|首[座个家条]){0,3}"
    r"(?=(?P<name>[一-鿿A-Za-z0-9./·\-]{2,32}$))"
)
_NO_NAME = re.compile(
    r"[了在将以并向由是从把被这该各其您我]|(?:对|与|为|等)(?=[^，。]{3})|的[^的]*的|的(?:时候|同时|基础|过程)|[万亿]美?元|(?:体系|平台|产业链|网络|系统|队伍|生态|集群|机制|中心|基地|园区?|工厂|[行部室所站馆店线厂])[与和及]"
    r"|^(?:[一二两三四五六七八九十\d]+[个座家]|一批|多|公司|集团|项目|方案|规划|运营|管理|和|与|及|标准|规模|单位)|[与和及]$|投资|用于|推动|推进|促进|提升|完善|建设|加快|支持|服务于|成为|成立|设立|公司的|联系的"
)
_YEARLY = ("年产", "日产", "年处理", "日处理", "月产")


def _built(text: str, start: int, head: int, hits: Hits) -> int:
    """Where a name begins that stands behind the verb of building: "建设|显示器件及背光模组研发|项目"."""
    for match in _BUILT.finditer(text, max(0, head - 44), head):
        name, begin = match["name"], match.start("name")
        party = any(h.known.type is not EntityType.PLACE and begin < h.start and h.end <= start for h in hits.values())
        sums = "亿" in name and not name.startswith(_YEARLY)
        if begin < start and len(name) >= 3 and not (party or sums or _NO_NAME.search(name)):
            return begin
    return start


def _set_up(text: str, start: int, head: int, hits: Hits) -> int:
    """Where a name begins that stands behind 设 and the place where: "在熊本县|设|晶圆厂"."""
    ends = (end for end in range(start, head) if end in hits and text[end] == "设" and text[end + 1] not in "备计施")
    place = next((end for end in ends if hits[end].known.type is EntityType.PLACE), None)
    return start if place is None else place + (2 if text[place + 1] in "立置有" else 1)


def _names_facility(stem: str, head: str) -> bool:
    least = 1 if len(head) >= 3 and head in words("facility_heads") else 2
    if _NUMBER.fullmatch(stem) or _CLAUSE.search(stem):
        return False  # "五个|中心", "部门要进一步完善工程"
    new_one = stem.endswith("创新") or (stem.endswith("新") and len(stem) > 2)  # "越南新|工厂"
    modifier = stem.endswith(tuple(words("not_facility"))) and not new_one and len(stem) < 8
    if len(stem) < least or modifier or (any(c in stem for c in "亿%") and not stem.startswith(_YEARLY)):
        return False
    return stem not in words("generic_modifiers") or (
        stem in words("facility_modifiers") and head not in {"项目", "工程", "平台"}
    )


def _route(text: str, start: int, hits: Hits) -> int:
    """Take in the other end of a line: "蒙巴萨至|内罗毕铁路"."""
    far = hits.get(start - 1)
    return far.start if far and text[start - 1] in "至到-—" and far.known.type is EntityType.PLACE else start


def _facility(text: str, start: int, end: int, hits: Hits, source: str) -> Span:
    inner = [hit for hit in hits.values() if start <= hit.start and hit.end <= end]
    places = [h for h in inner if h.known.type is EntityType.PLACE]
    site = next((h.end for h in places if h.start == start), start)  # "|绍兴|远图产业园"
    owners = [h for h in inner if h.known.type is not EntityType.PLACE and h.start in {start, site}]
    owner = _span(text, max(owners, key=lambda h: h.end)) if owners else None
    place = _span(text, _innermost(places)) if places else None
    return Span(start, end, EntityType.FACILITY, text[start:end], source, owner=owner, place=place)


def _innermost(places: list[Hit]) -> Hit:
    """The last place of the chain that comes first: "美国|波士顿|红线项目"."""
    chosen = places[0]
    for place in places[1:]:
        if place.start == chosen.end:
            chosen = place
    return chosen


def _span(text: str, hit: Hit) -> Span:
    return Span(hit.start, hit.end, hit.known.type, text[hit.start : hit.end], "list")


_HOSTED = re.compile(r"(?:主办|承办|协办)的(?P<name>[一-鿿A-Za-z0-9]{2,28})$")
_EDITION = re.compile(
    r"(?:第[一二三四五六七八九十百\d]+[届次]|首[届次]|(?:(?:19|20)\d\d年?(?:[—–~至-]|——)?)?(?:19|20)\d\d年?度?|世界|全球|国际|全国|中国|企业|企业家|负责人|品牌|产品|采购计划)+$"
)


def find_events(text: str, hits: Hits) -> Iterator[Span]:
    """Ceremonies, conferences, fairs."""
    for match in matcher("event_heads").finditer(text):
        start = _event_start(text, match, hits)
        if text.startswith(("堂", "员"), match.end()):
            continue  # "人民大会|堂", "立法会议|员"
        if _ORGAN.search(text, max(0, match.start() - 3), match.end()):
            continue  # "经湖州市纪委|常委会会议|研究": the body decides
        if len(match[0]) > 2 or start < match.start():
            yield Span(start, match.end(), EntityType.EVENT, text[start : match.end()], "head")


_ORGAN = re.compile(r"(?:常委会|党组|董事会|监事会|审委会)(?:会议|扩大会议)$")


_HELD = re.compile(
    r".*(?:举行|举办|召开|出席|参加|主持)(?:过|了|的)*(?P<name>(?:[^，。；：、“”\s]|“[^“”]{1,20}”){2,32})$"
)
_NO_EVENT = re.compile(
    r"^(?:[在于了与和同及的由并其此该这]|本次|[一二三四五六七八九十两多数几\d]+[场次个]|一?系列|有关|相关)|[签并]|表示|会见|宣布|期间|的|[后前时]$"
)


def _held(text: str, end: int, hits: Hits) -> int:
    """Where the words begin that stand between the verb of holding and an event's last word, or that last word."""
    held = _HELD.match(text, max(0, end - 40), end)
    if not held:
        return end
    begin = held.start("name")
    kinds = {EntityType.COMPANY, EntityType.GOVERNMENT}
    parties = [h.end for h in hits.values() if begin <= h.start and h.end <= end and h.known.type in kinds]
    begin = max([begin, *parties])  # "举行|海岳银行|周年庆祝活动"
    return end if _NO_EVENT.search(text[begin:end]) else begin


def _event_start(text: str, match: re.Match[str], hits: Hits) -> int:
    """Where an event's name begins: its quotation mark, or before its edition and what kind it is."""
    quote = text.rfind("“", max(0, match.start() - 40), match.start())
    if quote >= 0 and text[match.end() : match.end() + 1] == "”" and "”" not in text[quote : match.end()]:
        return quote + 1
    hosted = _HOSTED.search(text, max(0, match.start() - 34), match.start())
    if hosted:
        return hosted.start("name")
    start = min(_held(text, match.start(), hits), left_edge(text, match.start(), hits))
    if text[start - 1 : start] == "中" and text[start] in "美英德法日韩俄欧非阿":
        start -= 1  # "|中英|峰会"
    for _ in range(3):
        edition = _EDITION.search(text, 0, start)
        if not edition:
            break
        start = left_edge(text, edition.start(), hits)
    opening = text.rfind("“", max(0, start - 20), start) if text[start - 1 : start] == "”" else -1
    return opening if opening >= 0 else start  # “海图2030”技术论坛
