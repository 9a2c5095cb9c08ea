"""Finding a frame's parties: each selector is one way in which Chinese marks a role."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.extract.zh.clauses import Clauses, Group
from kg.extract.zh.frames import Role
from kg.extract.zh.linking import entity_key
from kg.extract.zh.spans import Span, governed
from kg.model import EntityType

_AGENT = frozenset({"由", "被", "遭", "遭到", "受", "获", "获得", "经"})
_WITH = frozenset({"与", "和", "同", "跟", "携手", "联合", "牵手", "会同", "联手"})
_TO = frozenset({"向", "给", "为", "对", "面向", "帮助", "助力", "支持"})
_AT = frozenset({"在", "于"})
_FROM = frozenset({"从", "获", "获得", "来自"})
_GIVE = frozenset({"把", "将"})
_OBLIQUE = frozenset(
    [
        "在",
        "于",
        "从",
        "把",
        "向",
        "对",
        "为",
        "给",
        "由",
        "被",
        "遭",
        "遭到",
        "受",
        "据",
        "按照",
        "根据",
        "比",
        "除",
        "因",
        "至",
        "到",
        "赴",
        "面向",
        "随着",
        "经",
        "授予",
        "批准",
        "核准",
        "帮助",
        "助力",
        "支持",
        "委托",
        "通过",
        "透过",
        "针对",
        "围绕",
        "依托",
        "包括",
        "含",
        "例如",
        "如",
        "像",
        "作为",
        "代表",
    ]
)
_JOINTS = frozenset({"与", "和", "同", "跟", "及", "以及", "暨", "携手", "联合", "牵手"})
_LISTING = frozenset({"和", "及", "以及", "暨"})
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
    """

    carried: Group | None = None
    builders: tuple[tuple[str, Span], ...] = ()
    event: Span | None = None


@dataclass(frozen=True, slots=True)
class Site:
    """A trigger at its place: the sentence, where it begins and ends, its clause, and the sentences before."""

    clauses: Clauses
    start: int
    end: int
    clause: int
    memory: Memory


def find(site: Site, role: Role) -> Found:
    """The first selector of a role that finds spans of its types."""
    for selector in role.selectors:
        found = _SELECTORS[selector](site, role)
        if found.spans:
            return found
    return Found(())


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
    for party, _ in reversed(person.titles):
        if party is not None:
            place = governed(party)
            return place if place.key else place.keyed(entity_key(place))
    return None


# -- the subject -------------------------------------------------------------------------------------------------------


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
            return None  # "批准上海建设": the place builds, not the ministry
        if group.end > before or not fitting(group, role) or group.modifies:
            continue
        if _PIVOT.search(lead):
            chosen = group
        elif group.mark in _OBLIQUE or group.mark in _GIVE or (group.mark in _WITH and not group.linked):
            continue
        elif chosen is None:
            chosen = None if _object_of_earlier(clauses, group, skip) else group
        elif not group.linked and not _follows_verb(clauses, group, chosen, skip):
            chosen = group
    return chosen


def _follows_verb(clauses: Clauses, group: Group, chosen: Group, skip: Sequence[tuple[int, int]]) -> bool:
    between = clauses.text[chosen.end : group.start]
    if _SPEECH.search(between):
        return False
    return bool(between.strip("，、“”（） ")) or any(chosen.end <= a < group.start for a, _ in skip)


_PIVOT = re.compile(r"(?:支持|帮助|推动|邀请|吸引|引进|委托|授权|批准|允许|准许|同意|要求|协助|助力|让|促使)(?:了)?$")
_SPEECH = re.compile(
    r"(?:宣布|表示|称|说|指出|透露|介绍|公告|公布|证实|显示|通知|同意|决定|认为|强调|报道|获悉|确认)(?:，|：|“|，“|：“|）)?$"
)


def _object_of_earlier(clauses: Clauses, group: Group, skip: Sequence[tuple[int, int]]) -> bool:
    start, _ = clauses.bounds[group.clause]
    return any(start <= a and b <= group.start and group.start - b <= 8 for a, b in skip)


def _subject(site: Site, role: Role) -> Found:
    verbs = _verbs(site.clauses)
    for clause in range(site.clause, max(-1, site.clause - MAX_BACK - 1), -1):
        limit = site.start if clause == site.clause else len(site.clauses.text)
        group = subject_group(site.clauses, clause, limit, role, [v for v in verbs if v[0] < site.start])
        if group:
            spans = _with_linked(site.clauses, group, role)
            if clause < site.clause:
                spans = tuple(s for s in spans if s.type is EntityType.COMPANY) or spans
            return Found(spans, "subject", site.clause - clause)
    if site.memory.carried and fitting(site.memory.carried, role) and _continues(site):
        return Found(fitting(site.memory.carried, role), "carried", 4)
    return Found(())


def _continues(site: Site) -> bool:
    """Whether a sentence without a subject goes on about the one before: nothing stands before its first verb."""
    lead = site.clauses.text[: site.start]
    return (
        not site.clauses.groups
        or site.clauses.groups[0].start > site.start
        or bool(re.match(r"(?:根据|按照|据|目前|此外|同时|未来|今后|随后|此次|本次|另外|为此|届时)", lead))
    )


def _verbs(clauses: Clauses) -> list[tuple[int, int]]:
    """Where the triggers of all frames stand."""
    text = clauses.text
    return sorted({(m.start(), m.end()) for m in _ACTIONS.finditer(text)})


_ACTIONS = re.compile(
    r"(?:签署|签订|签约|投资|斥资|注资|收购|并购|入股|建设|兴建|建造|设立|成立|打造|建成|承建|中标|提供|供应|采购|采用|启用|批准|核准|颁发|发放|处以|罚款|责令|禁止|制裁|起诉|捐赠|资助|控股|持有|支持|推动|邀请|会见|吸引|引进|携手|联合|进驻|落户|位于|走访|考察|感谢|授予|委托|帮助|助力)"
    r"(?!管理|机构|者|方|集团|公司|银行|局|促进|基金|控股|有限|协议|项目|额|总|平台|基地|人|商|伙伴|单位|部门|委|厅|仪式|规模|金额|合同)"
)


def _with_linked(clauses: Clauses, group: Group, role: Role, joints: frozenset[str] = _JOINTS) -> tuple[Span, ...]:
    """A group with those that conjunctions join to it ("合肥市|与|蔚来")."""
    spans = list(fitting(group, role))
    groups = list(clauses.groups)
    for other in groups[groups.index(group) + 1 :]:
        if not other.linked or other.modifies or other.mark not in joints:
            break
        spans += fitting(other, role)
    return tuple(spans)


# -- marked roles ------------------------------------------------------------------------------------------------------


def _marked(marks: frozenset[str], site: Site, role: Role, how: str) -> Found:
    inside = [g for g in site.clauses.within(site.clause) if g.mark in marks and fitting(g, role)]
    nearest = sorted(inside, key=lambda g: abs(g.start - site.start))
    for group in nearest:
        if not group.modifies or group.start > site.start:
            return Found(_with_linked(site.clauses, group, role), how)
    return Found(())


def _by(site: Site, role: Role) -> Found:
    return _marked(_AGENT, site, role, "by")


def _with(site: Site, role: Role) -> Found:
    return _marked(_WITH, site, role, "with")


def _to(site: Site, role: Role) -> Found:
    found = _marked(_TO, site, role, "to")
    if found.spans or site.clause == 0:
        return found
    earlier = [g for g in site.clauses.within(site.clause - 1) if g.mark in _TO and fitting(g, role)]
    return Found(fitting(earlier[-1], role), "to", 1) if earlier else found


def _at(site: Site, role: Role) -> Found:
    return _marked(_AT, site, role, "at")


def _from(site: Site, role: Role) -> Found:
    return _marked(_FROM, site, role, "from")


def _give(site: Site, role: Role) -> Found:
    return _marked(_GIVE, site, role, "give")


def _object(site: Site, role: Role) -> Found:
    stop = _next_verb(site)
    for group in site.clauses.within(site.clause):
        if (
            group.members[0].text != "其"
            and site.end - 1 <= group.start < stop
            and fitting(group, role)
            and not (group.mark in _OBLIQUE and group.start > site.end + 1)
        ):
            if group.modifies and _possesses(site, group, role):
                continue
            return Found(_objects(site, group, role), "object")
    return Found(())


def _possesses(site: Site, group: Group, role: Role) -> bool:
    """Whether another name that fits follows 的: the object is that one."""
    return any(
        g.start >= group.end and g.start - group.end <= 12 and fitting(g, role)
        for g in site.clauses.within(group.clause)
    )


def _objects(site: Site, group: Group, role: Role) -> tuple[Span, ...]:
    return _with_linked(site.clauses, group, role, _LISTING)


def _next_verb(site: Site) -> int:
    _, end = site.clauses.bounds[site.clause]
    later = [a for a, _ in _verbs(site.clauses) if a > site.end + 1 and a < end]
    for start in later:
        if not re.match(
            r"[^，。；]{0,4}(?:的|项目|协议|合同|基地|中心|集团|公司|银行|局|委)", site.clauses.text[start + 2 :]
        ):
            return start
    return end


def _rel(site: Site, role: Role) -> Found:
    """The head of a relative clause: "中国中铁承建|的|轻轨"."""
    _, end = site.clauses.bounds[site.clause]
    tail = site.clauses.text[site.end : end]
    if "的" not in tail[:16]:
        return Found(())
    offset = site.end + tail.index("的")
    for group in site.clauses.within(site.clause):
        if offset <= group.start <= offset + 8 and fitting(group, role):
            return Found(fitting(group, role), "rel")
    return Found(())


def _topic(site: Site, role: Role) -> Found:
    for clause in range(site.clause, -1, -1):
        limit = site.start if clause == site.clause else len(site.clauses.text)
        groups = [g for g in site.clauses.within(clause) if g.end <= limit and fitting(g, role)]
        groups = [g for g in groups if g.mark not in _OBLIQUE or g.mark in _AGENT] or groups[:0]
        if groups:
            return Found(fitting(groups[0], role), "topic", site.clause - clause)
    return Found(())


def _owner(site: Site, role: Role) -> Found:
    """The company that a facility's name begins with, or that owns it by 的 or 其."""
    for group in reversed([g for g in site.clauses.within(site.clause) if g.end <= site.start]):
        for span in group.members:
            if span.type is not EntityType.FACILITY:
                continue
            if span.owner and span.owner.type in role.types:
                return Found((span.owner,), "owner")
            before = [g for g in site.clauses.within(site.clause) if g.end <= span.start and fitting(g, role)]
            if before and site.clauses.text[before[-1].end : span.start] in {"的", "", "旗下的", "旗下", "“", "的“"}:
                return Found(fitting(before[-1], role), "owner")
    return Found(())


def _of(site: Site, role: Role) -> Found:
    for group in reversed(site.clauses.within(site.clause)):
        if group.end <= site.start and site.start - group.end <= 1 and fitting(group, role):
            return Found(fitting(group, role), "of")
    return Found(())


def _before(site: Site, role: Role) -> Found:
    for group in reversed([g for g in site.clauses.within(site.clause) if g.end <= site.start]):
        if fitting(group, role) and group.mark not in _OBLIQUE and not group.modifies:
            return Found(fitting(group, role), "before")
    return Found(())


def _possessor(site: Site, role: Role) -> Found:
    """Whose thing the subject is: "万泰生物|的疫苗获得…批准"."""
    groups = [g for g in site.clauses.within(site.clause) if g.end <= site.start and fitting(g, role)]
    if groups and groups[0].modifies and groups[0].mark not in _OBLIQUE:
        return Found(fitting(groups[0], role), "possessor", 1)
    return Found(())


def _inner(site: Site, role: Role) -> Found:
    """A name within the trigger's own words: "获得|北京市|境外投资试点资格"."""
    for group in site.clauses.within(site.clause):
        if site.start < group.start and group.end <= site.end and fitting(group, role):
            return Found(fitting(group, role), "inner")
    return Found(())


def _bank(site: Site, role: Role) -> Found:
    """The lender among the parties of a loan."""
    return _parties(site, role, lender=True)


def _borrower(site: Site, role: Role) -> Found:
    return _parties(site, role, lender=False)


def _parties(site: Site, role: Role, lender: bool) -> Found:
    for clause in range(site.clause, max(-1, site.clause - 2), -1):
        spans = [
            s
            for g in site.clauses.within(clause)
            if g.end <= site.end and g.mark not in _OBLIQUE
            for s in fitting(g, role)
            if bool(re.search(r"行$|银行|基金组织|开发基金", s.text)) == lender
        ]
        if spans:
            return Found(tuple(spans), "parties", site.clause - clause)
    return Found(())


def _after(site: Site, role: Role) -> Found:
    for group in site.clauses.within(site.clause):
        if group.start >= site.end - 1 and fitting(group, role):
            return Found(_with_linked(site.clauses, group, role, _LISTING), "after")
    return Found(())


def _past(site: Site, role: Role) -> Found:
    for clause in range(site.clause - 1, max(-1, site.clause - MAX_BACK - 1), -1):
        for group in reversed(site.clauses.within(clause)):
            if fitting(group, role):
                return Found(fitting(group, role), "past", site.clause - clause)
    return Found(())


def _works(site: Site, role: Role) -> Found:
    """A facility in the clauses before."""
    return _past(site, Role(role.selectors, role.types & {EntityType.FACILITY}))


def _here(site: Site, role: Role) -> Found:
    """The subject, if it stands in the trigger's own clause."""
    found = _subject(site, role)
    return found if found.distance == 0 else Found(())


def _event(site: Site, role: Role) -> Found:
    return Found((site.memory.event,), "carried", 2) if site.memory.event else Found(())


def _place(site: Site, role: Role) -> Found:
    for group in site.clauses.groups:
        for span in group.members:
            if span.place and span.place.type in role.types and group.clause <= site.clause:
                return Found((span.place,), "place")
    near = [g for g in site.clauses.groups if g.mark in _AT and fitting(g, role) and g.clause <= site.clause + 1]
    return Found(fitting(near[-1], role), "place", 1) if near else Found(())


def _project(site: Site, role: Role) -> Found:
    """The place that a project's name begins with."""
    for group in site.clauses.groups:
        if abs(group.clause - site.clause) > 1:
            continue
        for span in group.members:
            if (
                span.type is EntityType.FACILITY
                and span.place
                and span.place.start == span.start
                and not set(span.text) & set("至到—-")
                and span.place.type in role.types
            ):
                return Found((span.place,), "project")
    return Found(())


def _builder(site: Site, role: Role) -> Found:
    for group in reversed([g for g in site.clauses.groups if g.start < site.start]):
        for span in group.members:
            for key, builder in reversed(site.memory.builders):
                if span.key == key and builder.type in role.types:
                    return Found((builder,), "builder", 1)
    return Found(())


_SELECTORS: dict[str, Callable[[Site, Role], Found]] = {
    "subject": _subject, "object": _object, "by": _by, "with": _with, "to": _to, "at": _at, "from": _from, "give": _give,
    "of": _of, "rel": _rel, "topic": _topic, "owner": _owner, "place": _place, "project": _project, "before": _before,
    "after": _after, "possessor": _possessor, "inner": _inner, "bank": _bank, "borrower": _borrower, "past": _past, "here": _here, "event": _event, "works": _works, "builder": _builder,
}  # fmt: skip
