"""Who agrees with whom: "A、B 与 G 签署", "三方签约", signers who stand for their organizations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kg.extract.zh.clauses import UNDER, Group
from kg.extract.zh.frames import Role
from kg.extract.zh.modifiers import alone
from kg.extract.zh.spans import Span
from kg.extract.zh.subjects import Found, Site, aside, fitting, holds_shares, marked
from kg.model import EntityType

_WITNESS = re.compile(
    r"^(?:[^，。；]{0,14}(?:见证|出席|参加|陪同|会见|致辞|主持|介绍|表示)|(?:牵头)?(?:指导|支持|监制)(?=、|，|下))"
)
_GOVERNMENTS = frozenset({EntityType.GOVERNMENT, EntityType.PLACE})
Pair = tuple[Span, Span]


def pairs(site: Site, role: Role) -> tuple[list[Pair], Found]:
    """Every (company, partner) pair that an agreement joins, and how the sides were found."""
    crossed = _crosswise(site, role)
    if crossed:
        return _ordered(crossed, True), Found((), "sides")
    for clause in range(site.clause, max(-1, site.clause - 3), -1):
        if _private(site, clause):
            return [], Found(())
        left, right = _sides(site, clause, role)
        if left and right:
            named = not any(s.source == "anaphor" for s in (*left, *right))  # "两国" agree on what is not said
            return _ordered([(a, b) for a in left for b in right], named), Found((), "sides", site.clause - clause)
        if clause == site.clause and (_witnesses(site, role) or (right and not left and _stranger(site))):
            return [], Found(())
        if left and clause == site.clause and _nameless(site, left):
            return [], Found(())  # "A、B|与香港的合作伙伴": the other side has no name
        if len({s.key for s in left}) >= 2 and not _everybody(left) and not _summed_up(site, clause, left):
            two = len({s.key for s in left}) == 2 and site.clauses.text.startswith("签", site.start)
            return _ordered(_by_kind(left), two), Found((), "members", site.clause - clause)
        if left or right:
            other = _other_side(site, clause, role)
            mine = left or right
            if other and not right:
                continue
            if other:
                how = "sides" if _goes_on(site, clause, other) else "carried"
                return _ordered([(a, b) for a in other for b in mine]), Found((), how, 2)
    return [], Found(())


def _crosswise(site: Site, role: Role) -> list[Pair]:
    """Pairs that sign each for itself: "|甲|与|乙|、|丙|与|丁|分别签约", "|甲、乙|分别与|丙、丁|签约"."""
    text = site.clauses.text
    spans = [s for g in site.clauses.within(site.clause) if g.end <= site.start for s in fitting(g, role)]
    if not _ONE_BY_ONE.match(text, site.start):
        return []
    for first in range(len(spans) % 2, len(spans) - 3, 2):  # what stands before may be other persons
        run = spans[first:]
        between = [text[a.end : b.start] for a, b in pairwise(run)]
        if all(words_ in _JOINTS if i % 2 == 0 else words_ in _COMMAS for i, words_ in enumerate(between)):
            return list(zip(run[::2], run[1::2], strict=True))
        half = len(run) // 2
        lists = all(words_ in _COMMAS | _JOINTS for words_ in between[: half - 1] + between[half:])
        if lists and _RESPECTIVELY.fullmatch(between[half - 1]):
            return list(zip(run[:half], run[half:], strict=True))
    return []


_SOMEBODY = re.compile(
    r"(?:与|和|同|跟)(?=[^，。；]{2,30}$)[^，。；]*(?:[家个所名位]|等|企业|公司|集团|机构|单位|高校|部门|政府|业者|伙伴|客户|代表|厂商|商家)"
)


def _nameless(site: Site, left: Sequence[Span]) -> bool:
    """Whether the other side has no name: "A、B|与多家企业|签约"."""
    text = site.clauses.text
    return text[site.start] in "与和同跟" or bool(_SOMEBODY.search(text[left[-1].end : site.start]))


def _stranger(site: Site) -> bool:
    """Whether an officer of what has no name signs: "|副校长王刚|与海岳医院院长陈华签约"."""
    first = next(iter(site.clauses.within(site.clause)), _NOBODY)
    return any(s.titles and all(party is None for party, _ in s.titles) for s in first.members)


def _witnesses(site: Site, role: Role) -> bool:
    """Whether those named only look on while others sign: "|甲|，并见证双方业者签约"."""
    begin, _ = site.clauses.bounds[site.clause]
    seen = site.clauses.text.rfind("见证", begin, site.start)
    groups = site.clauses.within(site.clause)
    return seen >= 0 and not any(seen < g.start < site.start and fitting(g, role) for g in groups)


_WITNESSED = re.compile(r"(?:见证|陪同|倡议|支持|推动|关心)之?下(?:，|$)")
_JOINTS = frozenset({"与", "和", "同"})
_COMMAS = frozenset({"、", "以及", "，", "，以及"})
_RESPECTIVELY = re.compile(r"(?:[^，。；]{0,4})?(?:分别|各自)(?:与|和|同)")
_ONE_BY_ONE = re.compile(r"签|达成|(?:战略|项目|框架)?(?:合作|协议|项目)|建立|结成|缔结|交换")
_BETWEEN = re.compile(
    r"(?:（[^）]{0,30}）)*(?:等[^，。；]{0,8}?)?(?:将|已|也|还|亦|曾|均|正|仍|双方|此前|近日|昨日|今日|早前|日前|同时|一直|一起|一道|正在|将会|正式|分别|长期"
    r"|通过|首次|再次|再度|率先|持续|开始|多年|以[^，。；]{2,10}?方式|[于在][^，。；]{2,14}?的?|去年|今年|前年|上月|早年|成立|设立|组建|合资成立|(?:19|20)?\d{2}年(?:\d{1,2}月)?|\d{1,2}[月日])*"
)


def adjoining(site: Site, role: Role) -> bool:
    """Whether the partner stands right before the trigger: "与|远图|近日合作", not "与|远图|的竞争者合作"."""
    before = [g for g in site.clauses.within(site.clause) if g.end <= site.start and fitting(g, role)]
    return bool(before) and any(
        _with(g) and _BETWEEN.fullmatch(site.clauses.text, g.end, site.start) for g in before[-2:]
    )


_UNNAMED = re.compile(r"(?:子公司|孙公司|参股公司|关联公司|附属公司)(?:拟|将|已|近日|日前)*(?:与|和|同)")


def _private(site: Site, clause: int) -> bool:
    """Whether a shareholder or an unnamed subsidiary signs: "公司控股股东|何明|与…签署", "|子公司|与…签署"."""
    begin, end = site.clauses.bounds[clause]
    if _UNNAMED.search(site.clauses.text[begin:end]):
        return True
    signers = (s for g in site.clauses.within(clause) if g.end <= site.start for s in g.members)
    return any(s.type is EntityType.PERSON and holds_shares(s) for s in signers)


def _sides(site: Site, clause: int, role: Role) -> tuple[list[Span], list[Span]]:
    text = site.clauses.text
    limit = site.end if clause == site.clause else len(text)
    left: list[Span] = []
    right: list[Span] = []
    groups = site.clauses.within(clause)
    groups = _represented(site, groups, role)
    agent = next((g.start for g in groups if g.mark == "由"), 0)  # "文化周|由|A和B|联合举办": the topic is no side
    for group in groups:
        if group.start < agent:
            continue
        spans = tuple(s for s in fitting(group, role) if s not in group.members or alone(text, s))
        spans = spans or tuple(s for s in group.members if _houses(s)) or _signers(site, group, role)
        if group.start >= limit or not spans or group.members[0].text == "其" or _passive(site, group):
            continue
        joined = (_ends_list(text, group, left) or _before_with(group, groups)) if left else False
        if (_with(group) and not joined) or _lists_on(text, group, right):
            right += spans
        elif not right or group.linked:
            if left and not group.linked and _is_place(group):
                continue
            left = [*([] if _starts_over(text, left, group) else left), *spans]
    return left, right


_SIGNING = re.compile(r"签|代表|达成|交换")


def _signers(site: Site, group: Group, role: Role) -> tuple[Span, ...]:
    """Whom persons stand for who sign under their bare names: "|李明|与|王刚|代表双方签约", named before."""
    if not _SIGNING.match(site.clauses.text, site.start) or group.clause != site.clause:
        return ()
    named = (s for s in group.members if s.type is EntityType.PERSON and not s.titles)
    found = (site.memory.speakers.get(s.text) for s in named)
    return tuple(replace(p, start=group.start, end=group.end) for p in found if p and p.type in role.types)


_OTHER_TALK = re.compile(
    r"(?:是|为|系|由|批准|核准|使用|采用|称|说|指出?|表示|宣布|公告|披露|透露|证实|确认|获悉|报道|消息|认为|显示|介绍)(?:了|，|：|“)?$"
)


def _starts_over(text: str, left: Sequence[Span], group: Group) -> bool:
    """Whether a name begins what is said by or about those before: "|海岳|是|远图|与华成的合资公司"."""
    return bool(left) and not group.linked and bool(_OTHER_TALK.search(text[left[-1].end : group.start]))


_HOUSE = re.compile(
    r"(?<!数据)中心$|(?:软件|科技|产业|创意|科学|创新|创业|工业|物流)园区?$|医院$|实验室$|办事处$|博物馆$|图书馆$|陈列馆$|纪念馆$|国际机场$"
    r"|学院$|高速$|研究[院所]$|设计院$|科学院$|(?<!建)(?<!设)(?<!办)(?<!工)厂$"
)


def _houses(span: Span) -> bool:
    """Whether a facility is an organization as well, which signs: "天地软件园", "…检测中心"."""
    named = span.type is EntityType.FACILITY and span.source not in {"bare", "anaphor"}
    return named and len(span.text) >= 5 and bool(_HOUSE.search(span.text))


def _represented(site: Site, groups: list[Group], role: Role) -> list[Group]:
    """Those behind 代表 where it names both sides: "李明和王刚分别代表|远图市政府和海岳集团|签署"."""
    stand = site.clauses.text.rfind("代表", groups[0].start if groups else 0, site.start)
    behind = [g for g in groups if stand >= 0 and stand < g.start < site.start and fitting(g, role)]
    before = {s.key for g in groups if g.end <= stand for s in fitting(g, role)}
    if len(before) >= 2 and all(s.source == "anaphor" for g in behind for s in g.members):
        return groups  # "李明与王刚代表|双方|签署"
    return behind if len({s.key for g in behind for s in fitting(g, role)}) >= 2 else groups


def _with(group: Group) -> bool:
    return marked(group, "with") or marked(group, "joint")


def _stands_by(group: Group) -> bool:
    return marked(group, "oblique") and not marked(group, "takes_part")


_HELD = re.compile(r"的[^，。；]{2,40}?(?:上|中|期间|现场|之际|[赛会动台业目牌])(?=，|$)")
# "由|远图集团|组建的联盟与腾讯签约": the alliance signs, not who set it up.
_FOUNDED = re.compile(
    r"(?:牵头|共同|联合|独家)?(?:组建|发起|成立|设立|创办|主导|管理|运营|控股|投资)[^，。；与和同]{0,4}的"
)


def _hosts(site: Site, group: Group) -> bool:
    """Whether 在 or 根据 belongs to what those behind it do: "在|绍兴市与远图集团|联合举办的论坛上"."""
    if not any(_with(g) and 0 < g.start - group.end <= 2 for g in site.clauses.within(group.clause)):
        return False
    held = group.mark in {"在", "作为"} and bool(_HELD.match(site.clauses.text, site.end))
    return held or group.mark in {"根据", "依据", "按照", "据"}


def _passive(site: Site, group: Group) -> bool:
    """Whether a name takes no part: a place where, a topic about which, a witness."""
    text = site.clauses.text
    if (_stands_by(group) and not _hosts(site, group)) or (
        group.modifies and not _with(group) and not _signed_of(text, group)
    ):
        return True
    if _is_place(group) and text.startswith("的", group.end) and not _signed_of(text, group):
        return True  # "携手|德国|的工程师"
    if _COUNTED.search(text, 0, group.start) and all(s.source == "suffix" for s in group.members):
        return True  # "与6间|博彩公司|签约": so many without a name
    founded = _FOUNDED.match(text, group.end) if group.mark == "由" else None
    if founded and any(_with(g) and founded.end() < g.start <= site.start for g in site.clauses.within(group.clause)):
        return True
    if any(UNDER.fullmatch(text, group.end, g.start) for g in site.clauses.within(group.clause) if g.start > group.end):
        return True  # "与|海岳集团|下属企业海岳鹏龙": its subsidiary signs
    if aside(site.clauses, group):
        return True  # "|公司|控股股东何明": its shareholder signs
    return bool(_WITNESS.match(text[group.end : site.start if site.start > group.end else group.end]))


_COUNTED = re.compile(r"[\d一二两三四五六七八九十多数几]余?[家间]$")


def _signed_of(text: str, group: Group) -> bool:
    return bool(re.match(r"的?(?:战略)?合作", text[group.end :]))


def _is_place(group: Group) -> bool:
    return all(s.type is EntityType.PLACE for s in group.members)


def _other_side(site: Site, clause: int, role: Role) -> list[Span]:
    """The side that stands in the clauses before, or in the sentence before."""
    reach = 4
    for earlier in range(clause - 1, -1, -1):
        reach -= not _parallel(site, earlier)
        if not reach:
            break
        groups = [
            g
            for g in site.clauses.within(earlier)
            if fitting(g, role) and not _passive(site, g) and (not _is_place(g) or _signs(site, g))
        ]
        witnesses = _WITNESSED.search(site.clauses.words(earlier))
        if groups and not _parallel(site, earlier) and not witnesses:
            return list(fitting(groups[0], role))
    if site.memory.carried and clause == 0:
        return [s for s in fitting(site.memory.carried, role) if s.type is not EntityType.PLACE]
    return []


def _parallel(site: Site, clause: int) -> bool:
    """Whether a clause only goes on with more partners: "甲与乙签约；|与丙签约|；与丁签约"."""
    begin, _ = site.clauses.bounds[clause]
    return (
        clause > 0 and site.clauses.text[begin] in "与和同" and _with(next(iter(site.clauses.within(clause)), _NOBODY))
    )


_NOBODY = Group(0, 0, (), "", False, False, 0)


def _signs(site: Site, group: Group) -> bool:
    """Whether a place is itself a side in the clause before: "|绍兴市|与腾讯签约后，又与美团签约"."""
    text = site.clauses.text
    behind = (g for g in site.clauses.within(group.clause) if g.start > group.end and _with(g))
    return not group.mark and any(_SIGNED.match(text, g.end) for g in behind if g.linked)


_SIGNED = re.compile(r"[^，。；]{0,6}(?:签|达成|建立|合作)")


_SAYS = re.compile(
    r"(?:（[^（）]{1,30}）)?[^，。；]{0,12}?(?:宣布|表示|称|公告|公布|透露|披露|证实|指出|介绍|说)(?:称|，|：|“)*"
)
_TELLS = re.compile(
    r"(?:\d{1,2}日|[一二三四五六七八九十]{1,3}日|今[天日]|昨[天日]|日前|近日)?"
    r"(?:正式)?宣布(?:将|已)?(?:携手|联手|与|和)"
)
_ALSO = re.compile(
    r"(?:并|并且|还|同时|也|又|将|已|拟|计划|未来|随后|目前|此前|正|日前|近日|会)+(?:继续)?[^，。；]{0,12}?(?:与|和|同|跟)"
)


def _goes_on(site: Site, clause: int, other: Sequence[Span]) -> bool:
    """Whether a clause goes on about the side named in this sentence: "|远图|宣布，将和腾讯合作", "…，并与腾讯合作"."""
    text, (begin, _) = site.clauses.text, site.clauses.bounds[clause]
    last = other[-1].end
    if clause == 0 or not site.clauses.bounds[clause - 1][0] <= other[0].start < begin:
        return False
    return bool(_ALSO.match(text, begin) or _SAYS.fullmatch(text, last, begin) or _TELLS.match(text, begin))


def _everybody(spans: Sequence[Span]) -> bool:
    """Whether "各方" or "三方" stands for companies alone: who of them agrees with whom is not said."""
    several = all(s.source == "anaphor" and s.start == spans[0].start for s in spans)
    return several and len({s.key for s in spans}) > 2 and not any(s.type in _GOVERNMENTS for s in spans)


def _before_with(group: Group, groups: Sequence[Group]) -> bool:
    """Whether 和 only joins a name to the first side: "甲|和乙|在丙同丁签署"."""
    behind = (g for g in groups if g.start > group.end + 1)
    return group.mark == "和" and group.linked and any(g.mark in {"与", "同", "跟"} for g in behind)


def _lists_on(text: str, group: Group, side: Sequence[Span]) -> bool:
    """Whether a name goes on with the list that a side is: "与绍兴大学|、|绍兴研究院|签署"."""
    return bool(side) and not group.mark and side[-1].end + 1 == group.start and text[group.start - 1] == "、"


def _ends_list(text: str, group: Group, left: Sequence[Span]) -> bool:
    """Whether a name behind 和 or 及 is but the last of a list: "A、B|和C三方", "A、B|及C等"."""
    if len(left) < 2 or left[-1].end < group.start - len(group.mark) - 2:
        return False
    more = _AND_MORE if group.mark in _AND else _LAST if group.mark == "和" else None
    return bool(more and more.match(text, group.end))


_LAST = re.compile(r"(?:等)?(?:三|四|五|六|多|各)[方家]")
_AND = frozenset({"及", "以及"})
_AND_MORE = re.compile(r"等(?!三方|双方|各方|四方|两家|三家)[^，。；]{0,12}")


def _summed_up(site: Site, clause: int, spans: Sequence[Span]) -> bool:
    """Whether a list of companies goes on ("A、B、C|等签约"): with whom each of them signs is not said."""
    open_list = clause == site.clause and any(_AND_MORE.match(site.clauses.text, s.end) for s in spans)
    return open_list and len({s.key for s in spans}) > 2 and not any(s.type in _GOVERNMENTS for s in spans)


def _by_kind(spans: Sequence[Span]) -> list[Pair]:
    """Companies with governments; where all are of one kind, each with each."""
    governments = [s for s in spans if s.type in _GOVERNMENTS]
    others = [s for s in spans if s.type not in _GOVERNMENTS]
    if governments and others:
        return [(a, b) for a in others for b in governments]
    return [(a, b) for i, a in enumerate(spans) for b in spans[i + 1 :]]


def _governs(span: Span) -> bool:
    """Whether a side is a place or its government, not one of its bodies."""
    return span.type is EntityType.PLACE or span.key.startswith("地:")


def _ordered(found: Sequence[Pair], governments: bool = False) -> list[Pair]:
    """Company first; nothing with itself, and no government with a government unless both sides are marked."""
    result: list[Pair] = []
    for a, b in found:
        if a.key == b.key or (_governs(a) and _governs(b) and not governments):
            continue
        pair = (
            (b, a)
            if a.type in _GOVERNMENTS or (b.type is EntityType.COMPANY and a.type is not EntityType.COMPANY)
            else (a, b)
        )
        if all((pair[0].key, pair[1].key) != (c.key, d.key) for c, d in result):
            result.append(pair)
    return result
