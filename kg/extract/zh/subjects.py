"""Who acts: the subject of a clause, of the clause before, or of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.extract.zh.clauses import Clauses, Group
from kg.extract.zh.entities import entity_key
from kg.extract.zh.frames import Role
from kg.extract.zh.lexicon import any_of, words
from kg.extract.zh.openings import Opening
from kg.extract.zh.spans import Span, governed
from kg.model import EntityType

MAX_BACK = 3


@dataclass(frozen=True, slots=True)
class Found:
    """The spans of a role and how they were found."""

    spans: tuple[Span, ...]
    how: str = ""
    distance: int = 0


@dataclass(frozen=True, slots=True)
class Memory:
    """What the sentences before leave for this one.

    Attributes:
        carried: The subject of the sentence before, for a sentence without one.
        builders: Facility keys with the companies said to build them.
        event: The last event that was named.
        source: The authority that the report comes from ("记者从…获悉").
        buyer: Who buys by a label of the tender notice ("采购人：").
        person: The person with an office who was named last.
        speakers: Names of persons with the organizations that the article has them speak for.
        holding: Who holds what by the sentence before, for "其中，甲持股6%".
        opening: Who banned, licensed or sued whom they do not name yet.
    """

    carried: Group | None = None
    builders: tuple[tuple[str, Span], ...] = ()
    event: Span | None = None
    source: Span | None = None
    person: Span | None = None
    buyer: Span | None = None
    speakers: Mapping[str, Span] = field(default_factory=dict)
    holding: tuple[Span, Span] | None = None
    opening: Opening = field(default_factory=Opening)


@dataclass(frozen=True, slots=True)
class Site:
    """A trigger at its place: the sentence, where it begins and ends, its clause, and the sentences before."""

    clauses: Clauses
    start: int
    end: int
    clause: int
    memory: Memory


Selector = Callable[[Site, Role], Found]
"""One way in which Chinese marks a role."""


def marked(group: Group, kind: str) -> bool:
    """Whether a group has a mark of one kind ("with", "oblique", … of the lexicon's `marks`)."""
    return group.mark in words(f"marks.{kind}")


def fitting(group: Group, role: Role) -> tuple[Span, ...]:
    """The members of a group that a role takes; a person stands for the organization it speaks for."""
    direct = tuple(s for s in group.members if s.type in role.types)
    if direct or EntityType.PERSON in role.types:
        return direct
    return tuple(
        party
        for s in group.members
        if s.type is EntityType.PERSON
        for party in [affiliation(s)]
        if party and party.type in role.types
    )


def affiliation(person: Span) -> Span | None:
    """The organization that a person speaks for: that of the title next to the name."""
    for party, role in reversed(person.titles):
        if party is not None and not _SHAREHOLDER.search(role):
            place = governed(party)
            return place if place.key else place.keyed(entity_key(place))
    return None


def holds_shares(person: Span) -> bool:
    """Whether a person is named as a shareholder, who acts for himself."""
    return any(_SHAREHOLDER.search(role) for _, role in person.titles)


_SHAREHOLDER = re.compile(r"股东|控制人|实控人|被告人|嫌疑人")


def subject_group(
    clauses: Clauses, clause: int, before: int, role: Role, skip: Sequence[tuple[int, int]] = ()
) -> Group | None:
    """The subject of a clause: its first unmarked name that is no object of an earlier verb.

    Args:
        clauses: The sentence.
        clause: Number of the clause.
        before: The subject stands before this offset.
        role: What types it may have.
        skip: Places of verbs whose objects are no subjects.
    """
    chosen: Group | None = None
    for group in clauses.within(clause):
        lead = clauses.text[chosen.end if chosen else clauses.bounds[clause][0] : group.start]
        if chosen and group.end <= before and _PIVOT.search(lead) and not fitting(group, role):
            behind = any(g.start == group.end and fitting(g, role) for g in clauses.within(clause))
            if behind or _KIND.match(clauses.text, group.end):
                continue  # "批准美国芯片商…", "核准中国|远图集团": where the company is from
            return None  # "批准上海建设": the place builds, not the ministry
        if group.end > before or not fitting(group, role) or group.modifies or aside(clauses, group):
            continue
        if _PIVOT.search(lead):
            chosen = group
        elif marked(group, "oblique") or marked(group, "give") or (marked(group, "with") and not group.linked):
            continue
        elif chosen is None and group.linked:
            continue  # joined to a name that is no subject
        elif chosen is None:
            chosen = None if _object_of_earlier(clauses, group, skip) else group
        elif not group.linked and not _follows_verb(clauses, group, chosen, skip):
            chosen = group
    return chosen


def aside(clauses: Clauses, group: Group) -> bool:
    """Whether words beside a name make it another's attribute or a time: "|公司|控股股东", "|腾讯|入股之后"."""
    counted = group.members[0].type is EntityType.PLACE and _COUNTED.search(clauses.text, 0, group.start)
    return bool(counted or _HOLDER.match(clauses.text, group.end) or _ASIDE.match(clauses.text, group.end))


def _follows_verb(clauses: Clauses, group: Group, chosen: Group, skip: Sequence[tuple[int, int]]) -> bool:
    between = clauses.text[chosen.end : group.start]
    if _SPEECH.search(between):
        return False
    return bool(between.strip("，、“”（） ")) or any(chosen.end <= a < group.start for a, _ in skip)


_COUNTED = re.compile(r"[\d一二三四五六七八九十多数几两]余?[家名间]$")  # "将远图等15家|美国|企业列入清单"
_HOLDER = re.compile(r"的?(?:原|第一大|主要)?(?:控股)?股东(?!大会|会)|的?实际控制人")
_ASIDE = re.compile(
    r"(?:[^，。；、]{0,10}?(?:独家|主要|唯一|核心|一级)(?:供应商|供货商|代工厂|经销商|代理商|服务商)(?!之一|是|为|，|。|[^，。]{0,6}$)|"
    r"(?:之?后|之?前|期间|以来|的时候)(?=，|$)|时(?!代|间|尚|报|空|任|装))"
)
_KIND = re.compile(r"[^，。；的]{1,8}?(?:商|企业|巨头|车企|药企)")
_PIVOT = re.compile(
    r"(?:(?:会议|审议|审查|会)通过|核准|责令|敦促|命令|批复|支持|帮助|推动|邀请|吸引|引进|委托|授权|批准|允许|准许|同意|要求|协助|助力|(?<![受转出])让|促使|感谢|欢迎)(?:了)?(?:[^，。；]{1,10}(?:商|企业|巨头|集团))?(?:中国|美国|德国|日本|法国|英国|韩国|印度|台湾|香港)?$"
)
_SOMEBODY = re.compile(
    r"(?:险资|公募基金|社保基金|北向资金|游资|外资)[^，。；]{0,10}$|"
    r"(?:\d{1,2}月|\d{4}年)(?:\d{1,2}日)?[一-鿿]{3,8}(?:斥资|以|出资|耗资|成功|拟)[^，。；]{0,16}$|"
    r"(?:中国|美国|德国|日本|法国|英国|韩国|印度|瑞士|瑞典|荷兰)[一-鿿]{1,8}(?:公司|集团|银行)(?:[将已拟]|计划)?(?:(?:投资|斥资|出资|增资|耗资|在)[^，。；]{0,16})?$|"
    r"(?:^|如|其中)(?:美国|德国|日本|法国|英国|韩国|印度|瑞士|瑞典|荷兰)(?!市场|工厂|分公司|子公司)[一-鿿]{2,8}(?:[将拟]|计划)?在[^，。；]{1,8}$|"
    r"(?<!该)(?<!这家)(?<!两家)(?<!多家)(?:企业|厂商|车企|药企|业者|民间资本|社会资本|投资者|团队)(?:[将已拟可能会应]|(?:在|到|从|向|赴)[^，。；]{1,10})?$|(?:是|由)(?:当地)?政府(?:出资|全额)?$"
)
_SPEECH = re.compile(
    r"(?:宣布|表示|称|说|指出|透露|介绍|公告|公布|证实|显示|通知|同意|决定|认为|强调|报道|获悉|确认)(?:，|：|“|，“|：“|）)?$"
)


_WORTH = re.compile(r"(?:总?投资|投入|耗资|斥资|造价)[^，。；的]{0,4}\d[^，。；的]{0,8}元的")


def _object_of_earlier(clauses: Clauses, group: Group, skip: Sequence[tuple[int, int]]) -> bool:
    start, _ = clauses.bounds[group.clause]
    text = clauses.text
    before = [(a, b) for a, b in skip if start <= a and b <= group.start and group.start - b <= 8]
    if text[group.start - 1 : group.start] == "的":  # "位于绍兴的|远图集团"
        before = [(a, b) for a, b in before if text[a:b] not in {"位于", "坐落", "坐落于"}]
        before = [(a, b) for a, b in before if not _WORTH.fullmatch(text, a, group.start)]
        makers = [g for g in clauses.within(group.clause) if g.mark == "由" and g.end <= group.start]
        before = [] if makers else before  # "由|远图|投资的|海岳公司|去年获得…"
    return bool(before)


def _buyer(site: Site, role: Role) -> Group | None:
    """Who buys in "监管总局对|海岳集团|收购远图股权案作出决定": the name right before the verb, whatever marks it."""
    if not _BUYS.match(site.clauses.text, site.start):
        return None
    text = site.clauses.text
    near = [g for g in site.clauses.within(site.clause) if g.end <= site.start and fitting(g, role)]
    if not near or near[-1].modifies or not (near[-1].mark in _ABOUT or _TAKES.search(text[: near[-1].start])):
        return None
    return near[-1] if _PRICE.fullmatch(text[near[-1].end : site.start]) else None


_BUYS = re.compile(r"收购|并购|入股|控股|吸收合并")
_TAKES = re.compile(r"(?:收到|接到|受理|批准|审查|审理|叫停|否决|阻止|禁止|通过|涉及)(?:了)?$")
_PRICE = re.compile(
    r"(?:以|拟以|斥资|出资|拟|计划)?(?:约|逾)?[\d.,]*[百千万亿]*(?:美元|欧元|英镑|日元|港元|人民币|元)?(?:的价格)?"
)
_ABOUT = frozenset({"对", "对于", "针对", "关于", "因"})


def find_subject(site: Site, role: Role) -> Found:
    """The subject of the trigger's clause, else of a clause before it, else of the sentence before."""
    acts = verbs(site.clauses)
    for clause in range(site.clause, max(-1, site.clause - MAX_BACK - 1), -1):
        limit = site.start if clause == site.clause else len(site.clauses.text)
        group = _buyer(site, role) if clause == site.clause else None
        group = group or subject_group(site.clauses, clause, limit, role, [v for v in acts if v[0] < site.start])
        if group:
            spans = with_linked(site.clauses, group, role)
            if clause < site.clause:
                spans = tuple(s for s in spans if s.type is EntityType.COMPANY) or spans
            return Found(spans, "subject", site.clause - clause)
        if _anew(site.clauses, clause) or (clause == site.clause and _unnamed_acts(site)):
            return Found(())  # "中国电池企业在北美|投建": nobody by name
        if any(_HOLDER.match(site.clauses.text, g.end) for g in site.clauses.within(clause) if g.end <= limit):
            return Found(())  # its shareholder acts
    if site.memory.carried and fitting(site.memory.carried, role) and _continues(site):
        return Found(fitting(site.memory.carried, role), "carried", 4)
    return Found(())


def _unnamed_acts(site: Site) -> bool:
    """Whether a firm without a name acts; not in "将|远图|等15家企业列入清单"."""
    given = any(marked(g, "give") for g in site.clauses.within(site.clause))
    begin = site.clauses.bounds[site.clause][0]
    return not given and bool(_SOMEBODY.search(site.clauses.text[begin : site.start]))


_NEW = re.compile(
    r"(?!并|还|同时|其中|此外|另|预计|计划|目前|未来|随后|之后|届时|公司|集团|该|其|本|今年|去年|近年|截至|自|从|在|于|以|为|对|向|与|和|双方|项目|最终|同年|当年|仅)"
    r"[一-鿿]{2,6}?(?:(?:去年|今年|明年|前年|上月|本月|日前|近日)[\d月底初]*[在于将拟]|则[在将拟以])"
)


def _anew(clauses: Clauses, clause: int) -> bool:
    """Whether a clause behind a semicolon begins with another's name that is not read: "；|某某|去年在…建厂"."""
    begin = clauses.bounds[clause][0]
    return clauses.text[begin - 1 : begin] == "；" and bool(_NEW.match(clauses.text, begin))


def _continues(site: Site) -> bool:
    """Whether a sentence without a subject goes on about the one before: nothing stands before its first verb."""
    lead = site.clauses.text[: site.start]
    return (
        not site.clauses.groups
        or site.clauses.groups[0].start > site.start
        or bool(re.match(r"(?:根据|按照|据|其中|目前|此外|同时|未来|今后|随后|此次|本次|另外|为此|届时)", lead))
    )


def verbs(clauses: Clauses) -> list[tuple[int, int]]:
    """Where the triggers of all frames stand."""
    text = clauses.text
    return sorted({(m.start(), m.end()) for m in _actions().finditer(text)})


@cache
def _actions() -> re.Pattern[str]:
    """Verbs whose objects are no subjects of what follows; not where they are part of a noun ("投资|基金")."""
    return re.compile(f"{any_of(words('actions'))}(?!{any_of(words('action_nouns'))})")


def with_linked(clauses: Clauses, group: Group, role: Role, joints: str = "joint") -> tuple[Span, ...]:
    """A group with those that conjunctions join to it ("合肥市|与|蔚来")."""
    spans = list(fitting(group, role))
    groups = list(clauses.groups)
    for other in groups[groups.index(group) + 1 :]:
        works = other.members[0].type is EntityType.FACILITY and marked(other, "joint")
        if not other.linked or other.modifies or not (works or marked(other, joints)):
            break
        spans += fitting(other, role)
    return tuple(spans)
