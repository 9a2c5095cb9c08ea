"""Whose a subsidiary is: the parent right before the word for one, the child right behind it."""

from __future__ import annotations

import re
from itertools import takewhile

from kg.extract.zh.frames import Role
from kg.extract.zh.gazetteer import is_cjk
from kg.extract.zh.lexicon import words
from kg.extract.zh.objects import BEHIND
from kg.extract.zh.spans import Span
from kg.extract.zh.subjects import Found, Selector, Site, fitting
from kg.extract.zh.topics import BEFORE
from kg.model import EntityType

_NEAR = re.compile(r"(?:（[^（）]{1,30}）)?的?[一-鿿]{0,4}")
_VERBAL = re.compile(
    r"收购|买|卖|投资(?!公司|企业|平台|机构)|签|获|将|已|与|向|对|宣布|表示|称|：|股票|股权|股份|员工|成为|增资|遭|被|赴|准许?了|\d{4}年|分别是"
)


_HAS_A_CHILD = re.compile(r"的?[一-鿿]{0,4}?(?:旗下|下属|全资|控股|参股)*(?:子公司|附属公司|孙公司)“?[一-鿿A-Z]")


def parent(site: Site, role: Role) -> Found:
    """The company right before the word: of a list the last one ("甲、|乙|子公司丙"), else who stands before."""
    for group in reversed(site.clauses.within(site.clause)):
        gap = site.clauses.text[group.end : site.start]
        if group.end <= site.start and _NEAR.fullmatch(gap) and not _VERBAL.search(gap) and fitting(group, role):
            return Found(fitting(group, role)[-1:], "of")
    return BEFORE["before"](site, role)


def child(site: Site, role: Role) -> Found:
    """The companies behind the word, up to one that has a subsidiary of its own; nothing behind a verb."""
    found = BEHIND["after"](site, role)
    text = site.clauses.text
    if not found.spans or _VERBAL.search(text, site.end, found.spans[0].start):
        return Found(())
    own = takewhile(lambda span: not _HAS_A_CHILD.match(text, span.end) and not _goes_on(text, span), found.spans)
    return Found(tuple(own), found.how, found.distance)


def _goes_on(text: str, span: Span) -> bool:
    """Whether a short listed name is only the beginning of another's: "旗下|京东|农牧"."""
    if span.source != "list" or span.end - span.start > 3 or not is_cjk(text[span.end : span.end + 1] or " "):
        return False
    return not text.startswith(tuple(words("confirming") | words("acting")), span.end)


def holder(site: Site, role: Role) -> Found:
    """The company that is called a holder, though something of its own follows: "收到控股股东|远图集团|的通知"."""
    for group in site.clauses.within(site.clause):
        firms = tuple(s for s in fitting(group, role) if s.type is EntityType.COMPANY)
        if site.end == group.start and group.modifies and firms:
            return Found(firms, "next")
    return Found(())


HOLDINGS: dict[str, Selector] = {"parent": parent, "child": child, "holder": holder}
