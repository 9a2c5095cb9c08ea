"""Roles in front of the trigger: the topic, whose thing the subject is, what the clauses before speak of."""

from __future__ import annotations

import re

from kg.extract.zh.clauses import UNDER
from kg.extract.zh.frames import Role
from kg.extract.zh.subjects import MAX_BACK, Found, Selector, Site, find_subject, fitting, marked, with_linked
from kg.model import EntityType


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
        gap = site.clauses.text[group.end : site.start]
        if group.end <= site.start and (len(gap) <= 1 or _CODE.fullmatch(gap)) and fitting(group, role):
            return Found(fitting(group, role), "of")
    return Found(())


# "腾讯|（00700）|旗下"
_CODE = re.compile(r"（[^（）]{1,30}）的?")


_WHOSE = re.compile(
    r"(?:（[^）]{0,20}）)?的?(?:[一-鿿A-Za-z0-9]{0,12})?(?:的?(?:主要|核心|重要|独家|最大|一级|长期|指定|关键|优质|唯一|第[一二三]大))*的?"
)
_NOT_WHOSE = re.compile(
    r"[是为与和向对由从在及等，、]|作为|成为|包括|持有|拥有|表示|公告|收购|宣布|投资|全球|国内|领先"
)


def _served(site: Site, role: Role) -> Found:
    """Whose supplier or customer is spoken of: "|远图和|华成|电池零件供应商", "|远图|的主要客户包括"."""
    groups = [g for g in site.clauses.within(site.clause) if g.end <= site.start and fitting(g, role)]
    gap = site.clauses.text[groups[-1].end : site.start] if groups else ""
    if not groups or not _WHOSE.fullmatch(gap) or _NOT_WHOSE.search(gap) or groups[-1].mark in {"为", "向", "由", "被"}:
        return Found(())
    spans = list(fitting(groups[-1], role))
    if groups[-1].linked and marked(groups[-1], "joint") and len(groups) > 1:
        spans = [*fitting(groups[-2], role), *spans]
    return Found(tuple(spans), "served")


_AND_ANOTHER = re.compile(r"^[和与及、][一-鿿A-Za-z]{2,12}$")


def _before(site: Site, role: Role) -> Found:
    for group in reversed([g for g in site.clauses.within(site.clause) if g.end <= site.start]):
        if _AND_ANOTHER.search(site.clauses.text[group.end : site.start]):
            break
        if fitting(group, role) and not marked(group, "oblique") and not group.modifies:
            return Found(fitting(group, role), "before")
    return Found(())


def _possessor(site: Site, role: Role) -> Found:
    """Whose thing the subject is: "万泰生物|的疫苗获得…批准"."""
    groups = [g for g in site.clauses.within(site.clause) if g.end <= site.start and fitting(g, role)]
    if not groups or marked(groups[0], "oblique"):
        return Found(())
    if len(groups) > 1 and UNDER.fullmatch(site.clauses.text, groups[0].end, groups[1].start):
        groups = groups[1:]  # "远图集团旗下|海岳制药|的疫苗"
    listed = [groups[0]]
    for group in groups[1:]:
        if listed[-1].modifies or not group.linked:
            break
        listed.append(group)  # "远图|与海岳|的申请"
    spans = tuple(s for g in listed for s in fitting(g, role))
    return Found(spans, "possessor", 1) if listed[-1].modifies else Found(())


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


def _outer(site: Site, role: Role) -> Found:
    """The name before the bracket that the trigger stands in: "|凯山置业|（恒大全资子公司）"."""
    opening = site.clauses.text.rfind("（", 0, site.start)
    if site.clauses.text[opening - 1 : opening] == "）":  # "远图集团（简称“远图”）|（持股5%）"
        opening = site.clauses.text.rfind("（", 0, opening)
    for group in site.clauses.groups:
        if group.end == opening and group.members[-1].type in role.types:
            return Found(group.members[-1:], "outer")
    return Found(())


_SHARE = re.compile(r"(?:各|分别|合计|共同|直接|间接)?(?:持股|占股|占比|持有)")
_ITS_PROJECT = re.compile(
    r"(?:的)?(?:(?:计划)?(?:总?投资)?(?:约|超|逾)?\d[^，。；、]{0,8}元的?)?(?:（[^（）]{1,30}）)?[一-鿿A-Za-z0-9·“”]{0,16}?"
)
_NOT_ITS_PROJECT = re.compile(r"与|和|及|等|是|将|为|向|推动|宣布|表示|签署|助力|牵手|投资方|负责|承建|中标|供应")


def _lead(site: Site, role: Role) -> Found:
    """Whose project is the subject: "|远图集团|20亿元投资项目落户绍兴"."""
    begin = site.clauses.bounds[site.clause][0]
    for group in site.clauses.within(site.clause):
        gap = site.clauses.text[group.end : site.start]
        own = group.members[0].owner if len(group.members) == 1 else None
        if own and group.start <= site.start < group.end + 3 and own.type in role.types and not group.mark:
            return Found((own,), "lead")
        lone = group.end <= site.start and not group.mark and len(group.members) == 1 and fitting(group, role)
        if lone and _ITS_PROJECT.fullmatch(gap) and not _NOT_ITS_PROJECT.search(gap) and group.start - begin <= 24:
            return Found(fitting(group, role), "lead")
    return Found(())


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
    carried, holding = site.memory.carried, site.memory.holding
    spans = fitting(carried, role)[:1] if carried else ()
    if holding and spans and spans[0].key == holding[0].key:
        return Found((holding[1],), "carried", 2)  # "|宝能|持有|万科|股份。其中，前海人寿持股6%"
    return Found(spans, "carried", 2) if spans else Found(())


def _blamed(site: Site, role: Role) -> Found:
    """Whose fault it is, in the clauses before: "因|远图和海岳|违反规定，分别遭罚"."""
    for clause in range(site.clause - 1, max(-1, site.clause - 3), -1):
        for group in site.clauses.within(clause):
            if group.mark == "因" and fitting(group, role):
                return Found(with_linked(site.clauses, group, role), "blamed", site.clause - clause)
    return Found(())


def _partner(site: Site, role: Role) -> Found:
    """With whom the subject agreed, in the clauses before: "远图与|商务部|达成协议，将获得补助"."""
    for clause in range(site.clause - 1, max(-1, site.clause - 3), -1):
        for group in site.clauses.within(clause):
            if marked(group, "with") and fitting(group, role):
                return Found(fitting(group, role), "partner", site.clause - clause)
    return Found(())


_FOUNDS = re.compile(r"(?:设立|成立|组建|发起|合资)(?:设立|成立)?(?:了|一家|一只|一支|合资公司|子公司|“)*$")


def _founded(site: Site, role: Role) -> Found:
    """What is founded in the clauses before: "共同设立|绍兴产业基金|，其中远图集团认缴出资4亿元"."""
    for clause in range(site.clause - 1, max(-1, site.clause - MAX_BACK - 1), -1):
        for group in site.clauses.within(clause):
            if fitting(group, role) and _FOUNDS.search(site.clauses.text[: group.start]):
                return Found(fitting(group, role), "founded", site.clause - clause)
    return Found(())


_EACH = re.compile(r"(?:分别|均|都|双双|同时|一并)(?:于[^，。；]{2,14})?(?:被[^，。；]{0,20})?$")


_GETS = re.compile(r"项?(?:获得?|得到|取得)(?:批|了|约|近|逾|共)?(?=\d)")


def _financed(site: Site, role: Role) -> Found:
    """What gets the money, right before: "|滨海铁路|获2亿美元，由…联合融资"; all of a list with 均 or 都."""
    clauses, spans = site.clauses, []
    several = re.search(r"都|均|两者", clauses.words(site.clause))
    for number in range(site.clause - 1, max(-1, site.clause - MAX_BACK - 1), -1):
        groups = [g for g in clauses.within(number) if fitting(g, role) and _GETS.match(clauses.text, g.end)]
        spans += [s for g in groups for s in fitting(g, role)]
        if not groups or not several:
            break
    return Found(tuple(spans), "financed", 1)


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


BEFORE: dict[str, Selector] = {
    "here": _here,
    "topic": _topic,
    "before": _before,
    "past": _past,
    "works": _works,
    "job": _job,
    "possessor": _possessor,
    "of": _of,
    "served": _served,
    "outer": _outer,
    "held": _held,
    "each": _each,
    "crowd": _crowd,
    "founded": _founded,
    "financed": _financed,
    "blamed": _blamed,
    "partner": _partner,
    "lead": _lead,
}
