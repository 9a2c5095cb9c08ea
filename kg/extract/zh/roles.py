"""Finding a frame's parties: each selector is one way in which Chinese marks a role."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.extract.zh.clauses import Group
from kg.extract.zh.frames import Role
from kg.extract.zh.gazetteer import is_cjk
from kg.extract.zh.owners import builder, its, owner, project
from kg.extract.zh.spans import Span
from kg.extract.zh.subjects import MAX_BACK, Found, Site, find_subject, fitting, marked, verbs, with_linked
from kg.model import EntityType


def find(site: Site, role: Role) -> Found:
    """The first selector of a role that finds spans of its types."""
    for selector in role.selectors:
        found = _SELECTORS[selector](site, role)
        if found.spans:
            return found
    return Found(())


def _marked(kind: str, site: Site, role: Role, how: str) -> Found:
    inside = [g for g in site.clauses.within(site.clause) if marked(g, kind) and fitting(g, role)]
    nearest = sorted(inside, key=lambda g: abs(g.start - site.start))
    for group in nearest:
        if not group.modifies or group.start > site.start:
            return Found(with_linked(site.clauses, group, role), how)
    return Found(())


def _by(site: Site, role: Role) -> Found:
    return _marked("agent", site, role, "by")


def _doer(site: Site, role: Role) -> Found:
    """Who does it by 由 before the trigger: "由|腾讯|代为采购并捐赠"."""
    doers = [g for g in site.clauses.within(site.clause) if g.mark == "由" and g.end <= site.start and fitting(g, role)]
    return Found(with_linked(site.clauses, doers[-1], role), "by") if doers else Found(())


def _agent(site: Site, role: Role) -> Found:
    """Who did it in the clauses before: "园区由蔚来建设，|投资500亿元"."""
    for clause in range(site.clause - 1, max(-1, site.clause - MAX_BACK - 1), -1):
        for group in site.clauses.within(clause):
            if marked(group, "agent"):
                spans = with_linked(site.clauses, group, role)
                if spans:
                    return Found(spans, "agent", site.clause - clause)
    return Found(())


def _with(site: Site, role: Role) -> Found:
    return _marked("with", site, role, "with")


def _to(site: Site, role: Role) -> Found:
    found = _marked("to", site, role, "to")
    if found.spans or site.clause == 0:
        return found
    earlier = [g for g in site.clauses.within(site.clause - 1) if marked(g, "to") and fitting(g, role)]
    return Found(fitting(earlier[-1], role), "to", 1) if earlier else found


def _at(site: Site, role: Role) -> Found:
    return _marked("at", site, role, "at")


def _from(site: Site, role: Role) -> Found:
    return _marked("from", site, role, "from")


def _give(site: Site, role: Role) -> Found:
    found = _marked("give", site, role, "give")
    if found.spans or site.clause == 0:
        return found
    earlier = [g for g in site.clauses.within(site.clause - 1) if marked(g, "give") and fitting(g, role)]
    return Found(fitting(earlier[-1], role), "give", 1) if earlier else found


def _object(site: Site, role: Role) -> Found:
    stop = _next_verb(site)
    for group in site.clauses.within(site.clause):
        if marked(group, "at") and group.start - len(group.mark) >= site.end:
            continue  # "获批|在湖州|筹建": where, not what
        if (
            group.members[0].text != "其"
            and site.end - 1 <= group.start < stop
            and fitting(group, role)
            and not (marked(group, "oblique") and group.start > site.end + 1)
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
    return with_linked(site.clauses, group, role, "listing")


def _next_verb(site: Site) -> int:
    _, end = site.clauses.bounds[site.clause]
    later = [a for a, _ in verbs(site.clauses) if a > site.end + 1 and a < end]
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
    if "的" not in tail[:26]:
        return Found(())
    offset = site.end + tail.index("的")
    for group in site.clauses.within(site.clause):
        if offset <= group.start <= offset + 8 and fitting(group, role):
            if set(site.clauses.text[offset + 1 : group.start]) & set("与和同向对"):
                return Found(())  # "位于首尔的|公司与|罗马尼亚"
            return Found(fitting(group, role), "rel")
    return Found(())


def _topic(site: Site, role: Role) -> Found:
    for clause in range(site.clause, -1, -1):
        limit = site.start if clause == site.clause else len(site.clauses.text)
        groups = [g for g in site.clauses.within(clause) if g.end <= limit and fitting(g, role)]
        groups = [g for g in groups if not marked(g, "oblique") or marked(g, "agent")] or groups[:0]
        if groups:
            return Found(fitting(groups[0], role), "topic", site.clause - clause)
    return Found(())


def _of(site: Site, role: Role) -> Found:
    for group in reversed(site.clauses.within(site.clause)):
        if group.end <= site.start and site.start - group.end <= 1 and fitting(group, role):
            return Found(fitting(group, role), "of")
    return Found(())


def _before(site: Site, role: Role) -> Found:
    for group in reversed([g for g in site.clauses.within(site.clause) if g.end <= site.start]):
        if fitting(group, role) and not marked(group, "oblique") and not group.modifies:
            return Found(fitting(group, role), "before")
    return Found(())


def _possessor(site: Site, role: Role) -> Found:
    """Whose thing the subject is: "万泰生物|的疫苗获得…批准"."""
    groups = [g for g in site.clauses.within(site.clause) if g.end <= site.start and fitting(g, role)]
    if groups and groups[0].modifies and not marked(groups[0], "oblique"):
        return Found(fitting(groups[0], role), "possessor", 1)
    return Found(())


def _inner(site: Site, role: Role) -> Found:
    """A name within the trigger's own words: "获得|北京市|境外投资试点资格"."""
    for group in site.clauses.within(site.clause):
        if site.start < group.start and group.end <= site.end and fitting(group, role):
            later = [g for g in site.clauses.within(site.clause) if group.end <= g.start and g.end <= site.end]
            linked = [s for g in later if g.linked and marked(g, "joint") for s in fitting(g, role)]
            return Found((*fitting(group, role), *linked), "inner")
        owners = [s.owner for s in group.members if s.owner and s.owner.type in role.types]
        buys = EntityType.COMPANY in role.types and EntityType.FACILITY not in role.types
        if owners and buys and site.start < group.start < site.end:
            return Found((owners[0],), "inner")  # "中标|中国移动|集采项目"
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
            if g.end <= site.end and not marked(g, "oblique")
            for s in fitting(g, role)
            if bool(re.search(r"行$|银行|基金组织|开发基金", s.text)) == lender
        ]
        if spans:
            return Found(tuple(spans), "parties", site.clause - clause)
    return Found(())


_OFFICER = re.compile(
    r"(?:副|荣誉|前|执行|联席)*(?:主席|董事长|董事会主席|总裁|创办人|创始人|总经理|行政总裁|CEO|老板)(?=[一-鿿]{2})"
)


def _after(site: Site, role: Role) -> Found:
    for group in site.clauses.within(site.clause):
        if any(s.type is EntityType.PERSON for s in group.members) and EntityType.PERSON not in role.types:
            continue  # "大股东是|新世界发展主席郑家纯"
        if group.start >= site.end - 1 and fitting(group, role) and not _OFFICER.match(site.clauses.text, group.end):
            return Found(with_linked(site.clauses, group, role, "listing"), "after")
    return Found(())


def _past(site: Site, role: Role) -> Found:
    for clause in range(site.clause - 1, max(-1, site.clause - MAX_BACK - 1), -1):
        for group in reversed(site.clauses.within(clause)):
            if fitting(group, role):
                return Found(fitting(group, role), "past", site.clause - clause)
    return Found(())


def _works(site: Site, role: Role) -> Found:
    """A facility in the clauses before."""
    found = _past(site, Role(role.selectors, role.types & {EntityType.FACILITY}))
    acts = _here(site, Role(("subject",), frozenset({EntityType.COMPANY}))).spans
    own = [s for s in found.spans if s.owner and acts and s.owner.key == acts[0].key]
    return found if own or not acts else Found(())  # where another company acts, the facility is not its own


def _job(site: Site, role: Role) -> Found:
    """The project in front of the trigger: "…项目|的中标人"."""
    return _before(site, Role(role.selectors, role.types & {EntityType.FACILITY}))


def _here(site: Site, role: Role) -> Found:
    """The subject, if it stands in the trigger's own clause."""
    found = find_subject(site, role)
    return found if found.distance == 0 else Found(())


def _next(site: Site, role: Role) -> Found:
    """What stands right behind the trigger: "捐赠|菲律宾卫生部"."""
    for group in site.clauses.within(site.clause):
        gap = site.clauses.text[site.end : group.start]
        person = group.members[0].type is EntityType.PERSON and EntityType.PERSON not in role.types
        if (
            len(gap) <= 1
            and site.end <= group.start
            and gap not in {"遭", "被"}
            and fitting(group, role)
            and not (person or _runs_on(site, group))
        ):
            return Found(with_linked(site.clauses, group, role, "listing"), "next")
    return Found(())


def _runs_on(site: Site, group: Group) -> bool:
    """Whether a name is only part of a longer noun: "捐赠|陕西|回归儿童村"."""
    behind = site.clauses.text[group.end : group.end + 1]
    place = group.members[-1].type is EntityType.PLACE
    return group.modifies or (place and is_cjk(behind or " ") and behind not in _MAY_FOLLOW)


_MAY_FOLLOW = frozenset("等和与及抗灾人政医各用防一前近第共首多超约建开创试打设")


def _goal(site: Site, role: Role) -> Found:
    """Whom it is for, in the clause behind: "…，以帮助|加拿大|抗击疫情"."""
    behind = site.clauses.within(site.clause + 1)
    later = [g for g in behind if marked(g, "to") and fitting(g, role) and g.members[0].source != "anaphor"]
    return Found(fitting(later[0], role), "goal", 1) if later else Found(())


def _use(site: Site, role: Role) -> Found:
    """What money is for: "…，用于|康宁医院|的网络覆盖"."""
    for group in site.clauses.groups:
        if site.clause <= group.clause <= site.clause + 1 and group.mark == "用于" and fitting(group, role):
            return Found(fitting(group, role), "use", group.clause - site.clause)
    return Found(())


def _source(site: Site, role: Role) -> Found:
    """The authority that the report comes from, where nobody else is said to have acted."""
    source = site.memory.source
    return Found((source,), "carried", 2) if source and source.type in role.types else Found(())


def _ahead(site: Site, role: Role) -> Found:
    """Who acts in the second half of a headline: "美团被罚 |市场监管总局|责令整改"."""
    for group in site.clauses.groups if site.clauses.reading.sentence.title else ():
        if group.clause > site.clause and fitting(group, role) and not group.mark:
            return Found(fitting(group, role), "ahead", 1)
    return Found(())


def _then(site: Site, role: Role) -> Found:
    """The subject of the clause behind: "经证监会批准，|中金公司|将上市"."""
    for group in site.clauses.within(site.clause + 1):
        if not group.mark and not group.modifies and fitting(group, role):
            return Found(with_linked(site.clauses, group, role), "then", 1)
    return Found(())


def _outer(site: Site, role: Role) -> Found:
    """The name before the bracket that the trigger stands in: "|凯山置业|（恒大全资子公司）"."""
    opening = site.clauses.text.rfind("（", 0, site.start)
    for group in site.clauses.groups:
        if group.end == opening and group.members[-1].type in role.types:
            return Found(group.members[-1:], "outer")
    return Found(())


_SHARE = re.compile(r"(?:各|分别|合计|共同|直接|间接)?(?:持股|占股|占比|持有)")
_ITS_HOLDER = re.compile(r"的?(?:直接|间接)?(?:控股股东|第[一二三]大股东|最大股东|股东|母公司|投资人)")


def _held(site: Site, role: Role) -> Found:
    """The company that the clauses before speak of: "|蔚来中国|由…设立，蔚来持股76%", "|云从|的股东为…，实控人为…"."""
    before = [g for g in site.clauses.groups if g.clause < site.clause and fitting(g, role)]
    owned = [g for g in before if _ITS_HOLDER.match(site.clauses.text, g.end)]
    topics = [g for g in before if not (g.modifies or g.linked or _SHARE.match(site.clauses.text, g.end))]
    named = [
        g for g in topics if not marked(g, "oblique") and (len(g.members) == 1 or g.members[0].source != "anaphor")
    ]
    for group in [*owned[-1:], *named[:1]]:
        return Found(fitting(group, role)[:1], "held", 1)
    carried = site.memory.carried
    return Found(fitting(carried, role)[:1], "carried", 2) if carried and fitting(carried, role) else Found(())


_EACH = re.compile(r"(?:分别|均|都|双双|同时|一并)(?:于[^，。；]{2,14})?(?:被[^，。；]{0,20})?$")


def _each(site: Site, role: Role) -> Found:
    """Every party of a list that 分别 sums up: "|公司|、控股股东|海川集团|、董事|丁明|近日分别收到…"."""
    begin = site.clauses.bounds[site.clause][0]
    if not _EACH.search(site.clauses.text[begin : site.start]):
        return Found(())
    named = [g for g in site.clauses.within(site.clause) if g.end <= site.start and not marked(g, "oblique")]
    spans = {s.key: s for g in named for s in g.members if s.type in role.types}
    return Found(tuple(spans.values()), "each")


def _crowd(site: Site, role: Role) -> Found:
    """Every person of a list in front of the trigger, whatever their offices leave between them."""
    begin = site.clauses.bounds[site.clause][0]
    spans = [s for s in site.clauses.reading.spans if begin <= s.start and s.end <= site.start]
    persons = [s for s in spans if s.type is EntityType.PERSON and s.type in role.types]
    listed = [p for p in persons[:-1] if site.clauses.text[p.end : p.end + 1] in set("、，（及和与")]
    if len(persons) < 3 or len(listed) < len(persons) - 1 or site.start - persons[-1].end > 30:
        return Found(())
    return Found(tuple(persons), "crowd")


_DISASTER = re.compile(
    r"(?:特大|强|大|“?\d[^，。；]{0,8})?(?:地震|洪水|洪灾|洪涝|暴雨|强降雨|台风|泥石流|灾区|山火|水灾|雪灾|旱灾)"
)


def _struck(site: Site, role: Role) -> Found:
    """The place that a disaster has hit, here or in the clause before: "|四川雅安|地震，…"."""
    for group in site.clauses.groups:
        near = site.clause - 2 <= group.clause <= site.clause
        if near and fitting(group, role) and _DISASTER.match(site.clauses.text, group.end):
            return Found(fitting(group, role), "struck", site.clause - group.clause)
    return Found(())


_NAMELY = re.compile(r"(?:包括|包含|分别为|分别是)(?:了)?(?:[^，。；、]{0,10}的)?“?$")


def _namely(site: Site, role: Role) -> Found:
    """Those that are named behind a number: "将10家企业列入清单，包括|商汤科技|"."""
    begin = site.clauses.bounds[site.clause][0]
    if not re.search(r"[\d一二三四五六七八九十数多几]+(?:家|名|个)", site.clauses.text[begin : site.end + 20]):
        return Found(())
    for group in site.clauses.within(site.clause + 1):
        if fitting(group, role) and _NAMELY.search(site.clauses.text[: group.start]):
            return Found(with_linked(site.clauses, group, role, "listing"), "namely", 1)
    return Found(())


def _event(site: Site, role: Role) -> Found:
    return Found((site.memory.event,), "carried", 2) if site.memory.event else Found(())


def _place(site: Site, role: Role) -> Found:
    for group in site.clauses.groups:
        for span in group.members:
            if span.place and span.place.type in role.types and group.clause <= site.clause:
                return Found((span.place,), "place")
    near = [g for g in site.clauses.groups if marked(g, "at") and fitting(g, role) and g.clause <= site.clause + 1]
    return Found(fitting(near[-1], role), "place", 1) if near else Found(())


_SELECTORS: dict[str, Callable[[Site, Role], Found]] = {
    "subject": find_subject,
    "here": _here,
    "topic": _topic,
    "before": _before,
    "past": _past,
    "works": _works,
    "job": _job,
    "possessor": _possessor,
    "owner": owner,
    "builder": builder,
    "agent": _agent,
    "of": _of,
    "by": _by,
    "with": _with,
    "to": _to,
    "from": _from,
    "give": _give,
    "at": _at,
    "place": _place,
    "project": project,
    "object": _object,
    "inner": _inner,
    "rel": _rel,
    "after": _after,
    "bank": _bank,
    "borrower": _borrower,
    "event": _event,
    "next": _next,
    "goal": _goal,
    "use": _use,
    "source": _source,
    "outer": _outer,
    "its": its,
    "ahead": _ahead,
    "then": _then,
    "doer": _doer,
    "held": _held,
    "each": _each,
    "crowd": _crowd,
    "struck": _struck,
    "namely": _namely,
}
