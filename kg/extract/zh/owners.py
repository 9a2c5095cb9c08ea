"""Whose a facility is: who owns it, who builds it, and what its name begins with."""

from __future__ import annotations

import re

from kg.extract.zh.frames import Role
from kg.extract.zh.lexicon import matcher
from kg.extract.zh.spans import Span
from kg.extract.zh.subjects import Found, Site, fitting, marked, subject_group
from kg.model import EntityType


def owner(site: Site, role: Role) -> Found:
    """The company that a facility's name begins with, or that owns it by 的 or 其."""
    for clause in (site.clause, site.clause - 1):
        for group in reversed([g for g in site.clauses.within(clause) if g.end <= site.start]):
            for span in group.members:
                owners = _owners(site, clause, span, role) if span.type is EntityType.FACILITY else ()
                if owners:
                    return Found(owners, "owner", site.clause - clause)
    return _founder(site, role)


_FOUNDS = re.compile(
    r"建厂|设厂|投建|兴建|建造|投资建|(?:建设|设立|新建)[^，。；]{0,14}(?:工厂|基地|产线|生产线|园区?|中心)"
)


def _founder(site: Site, role: Role) -> Found:
    """Who builds in the clauses before: "|远图|在匈牙利建厂，匈牙利工厂将于10月投产"."""
    before = (n for n in (site.clause - 1, site.clause - 2) if n >= 0)
    last = next((n for n in before if _FOUNDS.search(site.clauses.words(n))), None)
    if last is None:
        return Found(())
    group = subject_group(site.clauses, last, site.clauses.bounds[last][1], role)
    if group is None or not any(_sited(s) for g in site.clauses.within(site.clause) for s in g.members):
        return Found(())
    return Found(fitting(group, role), "owner", 1)


def _sited(facility: Span) -> bool:
    """Whether a facility is named by where it is, or as the new one: "匈牙利工厂", "新工厂"."""
    if facility.type is not EntityType.FACILITY or facility.owner:
        return False
    return bool(facility.place and facility.place.end - facility.start <= 6) or facility.text.startswith(("新", "该"))


_OWNED = re.compile(
    r"(?:（[^）]{0,20}）|）)?(?:旗下|(?:位于|坐落于|设于|设在|在)[^，。；]{2,16})?的?(?:年产\d[^，。；的]{1,8})?(?:\d{1,3}个|[一二两三四五六七八九十]个)?“?"
)


def _owners(site: Site, clause: int, facility: Span, role: Role) -> tuple[Span, ...]:
    if facility.owner and facility.owner.type in role.types:
        return (facility.owner,)
    before = [g for g in site.clauses.within(clause) if g.end <= facility.start and fitting(g, role)]
    if before and _OWNED.fullmatch(site.clauses.text[before[-1].end : facility.start]):
        return fitting(before[-1], role)
    return ()


def its(site: Site, role: Role) -> Found:
    """Whose facility is built: "建设为|远图集团|总部大楼"."""
    for group in site.clauses.within(site.clause):
        owners = tuple(s.owner for s in group.members if s.owner and s.owner.type in role.types)
        if group.start >= site.end and owners:
            return Found(owners, "its")
    return Found(())


def project(site: Site, role: Role) -> Found:
    """The body or the place that a project's name begins with."""
    near = [g for g in site.clauses.groups if -2 <= g.clause - site.clause <= 1]
    for facility in (s for g in near for s in g.members if s.type is EntityType.FACILITY):
        named = _named_by(facility, role)
        if named and named.type is EntityType.PLACE and _built_at(site, facility):
            continue  # "投资3亿元，在湖州建设|绍兴|基地项目"
        if named and site.clauses.text[facility.start - 1 : facility.start] not in set("至到—-"):
            return Found((named,), "project")
    return Found(())


_SETS_UP = re.compile(r"[^，。；]{0,4}?(?:建设|新建|投建|兴建|扩建|打造|设立|建立)")


def _built_at(site: Site, facility: Span) -> bool:
    groups = [g for g in site.clauses.within(site.clauses.at(facility.start)) if g.end < facility.start]
    places = [g for g in groups if marked(g, "at") and g.members[0].type is EntityType.PLACE]
    return any(_SETS_UP.match(site.clauses.text, g.end) for g in places)


def _named_by(facility: Span, role: Role) -> Span | None:
    body, place = facility.owner, facility.place
    if body and body.type in role.types and body.type is not EntityType.COMPANY:
        return body
    route = set(facility.text) & set("至到—-") or matcher("works").search(facility.text)
    if place is None or route or place.start - facility.start > 4:
        return None
    return place if place.type in role.types else None


def builder(site: Site, role: Role) -> Found:
    """Who is said to build the facility of the sentence, here or before."""
    for group in reversed([g for g in site.clauses.groups if g.start < site.start]):
        for span in group.members:
            for key, builder in reversed(site.memory.builders):
                if span.key == key and builder.type in role.types:
                    return Found((builder,), "builder", 1)
            alike = (s for g in site.clauses.groups for s in g.members if s.key == span.key and s is not span)
            if span.source == "anaphor" and (whole := next((s for s in alike if s.owner), None)):
                owners = (whole.owner,) if whole.owner and whole.owner.type in role.types else ()
                return Found(owners, "builder", 1)
    return Found(())
