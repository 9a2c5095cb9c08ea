"""Whose a bare office is: "远图集团召开年会，|主席|李明表示", "绍兴市商务局通报情况。|局长|王刚说"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.zh.entities import at_level
from kg.extract.zh.lexicon import abbreviations
from kg.extract.zh.person_names import is_name
from kg.extract.zh.places import foreign_countries
from kg.extract.zh.spans import ORGANIZATIONS, Span
from kg.model import EntityType

BOARD = re.compile(
    r"公司[^，。；]{0,8}(?:召开|举行)[^，。；]{0,16}(?:董事会|股东大?会|监事会)"
    r"|(?:董事会|股东大?会)[^。；]{0,12}(?:审议|选举|同意)"
)
"""A company's board that meets or decides."""

_FIRM_OFFICE = re.compile(
    r"(?:原|新任|现任|集团|公司|董事会(?=董事长|副董事长)|联席|联合|执行|副|常务副|高级|行政|轮值)*"
    r"(?:董事长|董事会主席|董事局主席|主席|总裁|总经理|执行长|首席[一-鿿]{1,4}官|CEO|CFO|COO|CTO|财务总监|法定代表人|董座|营运长|财务长|董事会秘书|(?:独立)?(?:非)?(?:执行)?董事)"
    r"(?:$|兼|、|及|和|暨)"
)
_BODY_OFFICE = re.compile(
    r"(?:副|常务副)*(?P<head>局|部|署|厅|会|院|校|委|台|行|所)长$|(?:副|常务副)*(?P<desk>主任|理事长)$"
)
_DESKS = {"主任": ("委", "委员会", "办公室", "中心", "办"), "理事长": ("会", "联盟")}
_OPENS = re.compile(
    r"(?:^|[，；：”])(?:据|而|其|并|同时)?(?:公司|集团)?(?:其)?(?:原|新任|现任|时任|前)?$"
    r"|(?:^|[，；：”])[^，。；]{0,10}(?:任命|聘任|聘请|委任|选举|推选|选聘)(?:了)?$"
    r"|(?:由|收到|接到|接受|批准|同意|解除|罢免|免去|免除)(?:了)?$"
)
_APPOINTS = re.compile(r"(?:由[^，。；、的]{0,14}|解除|罢免|免去|免除|任命|聘任|委任|选举|推选|选聘|由|，|、|；|^)$")
_UNDER = re.compile(r"的?(?:旗下|下属|属下|所属|子公司|孙公司|附属|股东|母公司|供应商|客户|竞争对手)")


def vacant_seat(person: Span, role: str, text: str, spans: Sequence[Span], carried: Span | None) -> Span | None:
    """The organization of an office that names none: the only fitting one before it, else the carried one.

    Args:
        person: Who holds the office.
        role: The office.
        text: The sentence.
        spans: Its names.
        carried: The organization of which the sentence before speaks.
    """
    start = person.start - len(role) if text.endswith(role, 0, person.start) else person.start
    led = _under(person, role, text, spans)
    if led:
        return led
    before = [s for s in spans if s.end <= start and s.type is not EntityType.PERSON]
    bodies = [s for s in before if s.type in ORGANIZATIONS and text[s.start - 1 : s.start] not in {"在", "向", "据"}]
    if not _opens(text, start, person):
        return _announcing(role, bodies, text)
    fitting = {s.key: s for s in bodies if s.key and suits(role, s)}
    if bodies:
        alone = len({s.key for s in bodies}) == 1
        return next(iter(fitting.values())) if fitting and alone and not _UNDER.match(text, bodies[-1].end) else None
    near = start <= 4 or BOARD.search(text, 0, start)
    return carried if carried and suits(role, carried) and near else None


_LED = re.compile(r"的?(?:[一-鿿]{0,4}的)?领导下，?(?:我们|全体)?")
_REGIONAL = re.compile(r"(?:代理?)?(?:首席部长|首长|州务大臣|总理|首相|总统|省长|市长|州长|县长|特首|行政长官)")


def _under(person: Span, role: str, text: str, spans: Sequence[Span]) -> Span | None:
    """The state that acts under its head: "在首席部长|李明|领导下，|沙巴州政府|…"."""
    led = _LED.match(text, person.end) if _REGIONAL.fullmatch(role) else None
    opening = text.rfind("在", max(0, person.start - 16), person.start)
    if led is None or opening < 0:
        return None
    state = next((s for s in spans if s.end == opening or s.start == led.end()), None)
    return state if state and state.type in {EntityType.PLACE, EntityType.GOVERNMENT} else None


_ANNOUNCES = re.compile(
    r"(?:（[^（）]{1,20}）)?(?:[今昨]?[日晚天]间?|\d{1,2}日(?:晚间?)?)?(?:发布公告|公布|公告|宣布|披露)(?:称|，|：|指)"
)


def _announcing(role: str, bodies: Sequence[Span], text: str) -> Span | None:
    """The company that a sentence begins with as the one that announces, where it names no other."""
    keys = {s.key for s in bodies}
    first = bodies[0] if len(keys) == 1 and bodies[0].start <= 6 else None
    told = first and _ANNOUNCES.match(text, first.end) and first.type is EntityType.COMPANY
    return first if first and told and suits(role, first) else None


def _opens(text: str, start: int, person: Span) -> bool:
    """Whether an office opens a clause, or its bearer stands behind a verb of appointing."""
    if start < person.start:
        return bool(_OPENS.search(text, 0, start))
    return bool(_APPOINTS.search(text, 0, start))


def suits(role: str, body: Span) -> bool:
    """Whether an organization can have an office: a company a chairman, a bureau a 局长."""
    if body.type is EntityType.COMPANY:
        bank = body.text.endswith(("银行", "行"))
        return bool(_FIRM_OFFICE.match(role)) or (bank and role in {"行长", "副行长"})
    office = _BODY_OFFICE.fullmatch(role)
    if office is None:
        return False
    return body.text.endswith(office["head"] or _DESKS[office["desk"]])


_STATE_HEAD = re.compile(r"(?:副|前|代|候任)*(?:总统|总理|首相|外长|财长|防长|外交大臣|财政大臣)")
_MALAY = re.compile(r"(?:丹斯里|拿督[一-鿿]{0,3})$")
_CHINESE_NAMED = frozenset(f"地:{name}" for name in ("中国", "韩国", "南韩", "朝鲜", "北韩", "越南", "新加坡"))


def headed_state(person: Span, role: str, text: str, before: Sequence[Span], named: Sequence[Span]) -> Span | None:
    """The state of a bare "总理" or "首相": the only country named before it, else the only one of the article.

    Args:
        person: Who holds the office.
        role: The office.
        text: The sentence.
        before: What the sentence names before the office.
        named: The places of the article.
    """
    if not _STATE_HEAD.fullmatch(role):
        return None
    short = abbreviations().get(text[person.start - len(role) - 1 : person.start - len(role)])
    countries = {s.key: s for s in named if _is_country(s)}
    if short is not None:
        state = countries.get("地:" + short)  # "俄|总统"
    elif _MALAY.search(text, 0, person.start) and "地:马来西亚" in countries:
        return replace(countries["地:马来西亚"], source="context")  # "首相|丹斯里|阿旺沙里"
    else:
        alike = {s.key: s for s in before if _is_country(s)} or countries
        state = next(iter(alike.values())) if len(alike) == 1 else None
    native = state is not None and (len(person.text) > 3 or not is_name(person.text) or state.key in _CHINESE_NAMED)
    return replace(state, source="context") if state is not None and native else None


def _is_country(span: Span) -> bool:
    return span.key.startswith("地:") and at_level(span, "国")


def same_seat(role: str, titles: Sequence[tuple[Span | None, str]]) -> Span | None:
    """Where somebody takes a second office of the same company: "副总经理李明代理|董事长|"."""
    party = titles[-1][0] if titles else None
    return party if party and party.key and suits(role, party) else None


_REGION_HEAD = re.compile(r"(?:原|前|候任|署理|代理)*(?:行政长官|特首)")
_RULED = {"国家": ("地:中国",), "特区": ("地:香港", "地:澳门")}


_OTHER_RULERS = re.compile(r"越共|越方|老方|古共|人民革命党|劳动党|共产党中央第一书记")


def of_a_state(text: str, person: Span, role: str, spans: Sequence[Span]) -> bool:
    """Whether 国家 stands in front of a chair, and no other state in its clause: "|国家|副主席"."""
    bare = role in {"主席", "副主席"} and text.endswith("国家" + role, 0, person.start)
    clause = max(text.rfind(mark, 0, person.start) for mark in "，。；：")
    foreign = _OTHER_RULERS.search(text, 0, person.start)
    return (
        bare
        and not foreign
        and not any(clause < s.start < person.start and s.text in foreign_countries() for s in spans)
    )


def ruled(role: str, party: Span | None, named: Sequence[Span]) -> Span | None:
    """The state or the region that a bare "国家主席" or "行政长官" heads: the only such that the article names."""
    stated = party is None or party.text == "国家"
    if stated and ("国家" + role if party else role).startswith("国家") and role.endswith("主席"):
        keys = _RULED["国家"]
    elif party is None and _REGION_HEAD.fullmatch(role):
        keys = _RULED["特区"]
    else:
        return party
    alike = {s.key: s for s in named if s.key in keys}
    return replace(next(iter(alike.values())), source="context") if len(alike) == 1 else None
