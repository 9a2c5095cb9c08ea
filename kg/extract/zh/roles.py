"""Finding a frame's parties: each selector is one way in which Chinese marks a role."""

from __future__ import annotations

import re

from kg.extract.zh.frames import Role
from kg.extract.zh.holdings import HOLDINGS
from kg.extract.zh.marks import MARKED
from kg.extract.zh.objects import BEHIND
from kg.extract.zh.openings import opened
from kg.extract.zh.owners import builder, its, owner, project
from kg.extract.zh.spans import Span
from kg.extract.zh.subjects import Found, Selector, Site, find_subject, fitting, marked
from kg.extract.zh.tenders import TENDERS
from kg.extract.zh.topics import BEFORE
from kg.model import EntityType


def find(site: Site, role: Role) -> Found:
    """The first selector of a role that finds spans of its types."""
    for selector in role.selectors:
        found = _SELECTORS[selector](site, role)
        if found.spans:
            return found
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


def _source(site: Site, role: Role) -> Found:
    """The authority that the report comes from, where nobody else is said to have acted."""
    source = site.memory.source
    return Found((source,), "carried", 2) if source and source.type in role.types else Found(())


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


def _buyer(site: Site, role: Role) -> Found:
    """Who buys by a label of the tender notice."""
    buyer = site.memory.buyer
    return Found((buyer,), "buyer", 1) if buyer and buyer.type in role.types else Found(())


def _banner(site: Site, role: Role) -> Found:
    """Who banned, by the clauses or sentences before, those that this one names."""
    return _left_open(opened(site.clauses, site.memory.opening).banner, role)


def _licenser(site: Site, role: Role) -> Found:
    return _left_open(opened(site.clauses, site.memory.opening).licenser, role)


def _left_open(authority: Span | None, role: Role) -> Found:
    return Found((authority,), "open", 2) if authority and authority.type in role.types else Found(())


def _accused(site: Site, role: Role) -> Found:
    return Found(opened(site.clauses, site.memory.opening).accused, "open", 2)


_HEADS_ITEM = re.compile(r"(?:^|[，、；：]|和|及|与|以及|其中|包括|还有|连同)$")


def _listed(site: Site, role: Role) -> Found:
    """Each name that begins an item of the list before the trigger: "|百度|的两款应用、|网易|的游戏也…"."""
    text = site.clauses.text
    groups = (g for g in site.clauses.within(site.clause) if g.end <= site.start)
    heads = (s for g in groups for s in fitting(g, role) if _HEADS_ITEM.search(text, 0, s.start))
    return Found(tuple(heads), "listed")


def _event(site: Site, role: Role) -> Found:
    return Found((site.memory.event,), "carried", 2) if site.memory.event else Found(())


def _place(site: Site, role: Role) -> Found:
    for group in site.clauses.groups:
        for span in group.members:
            facility = span.type is not EntityType.GOVERNMENT
            if facility and span.place and span.place.type in role.types and group.clause <= site.clause:
                return Found((span.place,), "place")
    near = [g for g in site.clauses.groups if marked(g, "at") and fitting(g, role) and g.clause <= site.clause + 1]
    return Found(fitting(near[-1], role), "place", 1) if near else Found(())


_SELECTORS: dict[str, Selector] = {
    **MARKED,
    **BEHIND,
    **BEFORE,
    **TENDERS,
    **HOLDINGS,
    "subject": find_subject,
    "owner": owner,
    "builder": builder,
    "place": _place,
    "project": project,
    "bank": _bank,
    "borrower": _borrower,
    "event": _event,
    "source": _source,
    "buyer": _buyer,
    "its": its,
    "banner": _banner,
    "licenser": _licenser,
    "accused": _accused,
    "listed": _listed,
    "struck": _struck,
}
