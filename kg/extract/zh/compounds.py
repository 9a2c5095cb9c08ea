"""Names that are made of two: "浙江大学医学院|附属第一医院", "国网|绍兴供电公司", "中共|北京市通州区委员会"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from kg.extract.zh.gazetteer import Hit, Hits, gazetteer
from kg.extract.zh.names import left_edge
from kg.extract.zh.spans import Span
from kg.model import EntityType

_AFFILIATED = re.compile(
    r"(?:大学|学院)(?:第[一二三四]|[^与和及、，在为是等由将的附，。；（]{2,8}?)医院|(?:大学|学院)(?:[一-鿿]{0,4}学院)?附属(?:[一-鿿]{0,8}?医院|[一-鿿]{0,6}?(?:中学|小学|学校|幼儿园))"
)
_GRID = re.compile(
    r"(?:国网|南网)[一-鿿]{2,6}?(?:省|市|县|区)?(?:电力|供电)(?:公司|有限公司|股份有限公司|有限责任公司|(?!系统|设备|市场|行业|人员|员工|供应|建设|工程|线))"
)
_OFFICE = re.compile(r"(?:(?!将|[开增]设|设立|成立|获批|于)[一-鿿]){2,8}?(?:分行|支行)(?:[一-鿿]{2,6}?支行)?")
_LOCAL = re.compile(r"[^与和及的在为是由将，]{2,6}?(?:分局|监管局|办事处|专员办|特派办)")
_CHAMBER = re.compile(r"[一-鿿]{2,8}?(?:分院|派出检察院)")
_BRIEF = re.compile(r"(?<=有限公司)[^与和及的在为对是由将]{2,3}(?:中心)?(?:分公司|支公司)")
_BANK = re.compile(r"行(?:股份|有限责任|有限|公司)*$")
_REGIONAL = re.compile(r"[一-鿿]{2,8}?(?:分公司|支公司|营业部)")
_ALONE = re.compile(r"省?市?分行(?![长业])")
_PARTY = ("委员会", "宣传部", "组织部", "统战部", "政法委")


def find_compounds(text: str, hits: Hits) -> Iterator[Span]:
    """Hospitals and schools of universities, the grid's companies of a place, and "该行"'s branches.

    Args:
        text: A simplified sentence.
        hits: Listed names and places by their end.
    """
    for match in _AFFILIATED.finditer(text):
        start = left_edge(text, match.start(), hits, placed=True)
        if start < match.start():
            yield Span(start, match.end(), EntityType.ORGANIZATION, text[start : match.end()], "suffix")
    for place in [h for h in hits.values() if h.known.type is EntityType.PLACE]:
        office = _ALONE.match(text, place.end)
        if office and text.endswith("该行", 0, place.start):
            yield Span(place.start, office.end(), EntityType.COMPANY, text[place.start : office.end()], "suffix")
    for match in _GRID.finditer(text):
        yield Span(match.start(), match.end(), EntityType.COMPANY, match[0], "suffix")


def with_party(text: str, body: Span) -> Span:
    """A committee with the party's name before it: "中共|北京市通州区委员会"."""
    named = body.type is EntityType.GOVERNMENT and body.text.endswith(_PARTY)
    if not named or not text.endswith("中共", 0, body.start):
        return body
    return replace(body, start=body.start - 2, text="中共" + body.text)


_OF_A_GROUP = re.compile(r"(?:旗下的?|子公司|附属公司)“?$")


def branches(text: str, known: Iterable[Hit]) -> Iterator[Hit]:
    """A group's companies told apart by their places, "|苏州远图|、|天津远图|", or named as its own, "旗下|苏州远图|".

    Args:
        text: A simplified sentence.
        known: Listed names from left to right.
    """
    hits = list(known)
    pairs = [(a, b) for a, b in pairwise(hits) if _of_a_place(a, b)]
    for place, firm in pairs:
        several = len({p.known.canonical for p, f in pairs if f.known == firm.known}) > 1
        if several or _OF_A_GROUP.search(text, 0, place.start):
            yield Hit(place.start, firm.end, replace(firm.known, canonical=""))


def _of_a_place(place: Hit, firm: Hit) -> bool:
    kinds = place.known.type is EntityType.PLACE and firm.known.type is EntityType.COMPANY
    return kinds and place.end == firm.start and firm.end - firm.start == 2


WITH_OFFICES = ("银行", "公司", "农商行", "公安局", "工商局", "税务局", "检察院")


def office_end(text: str, end: int) -> int:
    """Where a bank or a company ends with the branch that follows it: "…银行|宁波分行", "…有限公司|四川分公司"."""
    if text[:end].endswith("检察院"):
        part = _CHAMBER.match(text, end)
        return part.end() if part else end
    if text[:end].endswith(("局", "总署", "海关", "税务")):
        local = _LOCAL.match(text, end)
        return local.end() if local else end
    bank = bool(_BANK.search(text[:end]))
    branch = (_OFFICE if bank else _REGIONAL).match(text, end)
    placed = branch and (
        bank or _BRIEF.match(text, end) or any(text[end : end + n] in gazetteer().names for n in (2, 3, 4))
    )
    return branch.end() if branch and placed else end
