"""Whose a title is: the organization in front of it, "浙江省委常委、杭州市委书记", or one that only the title shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.zh.gazetteer import Hit, Known, is_cjk
from kg.extract.zh.lexicon import words
from kg.extract.zh.names import left_edge
from kg.extract.zh.spans import ORGANIZATIONS, Span
from kg.extract.zh.titles import title_pattern
from kg.model import EntityType

_BRACKET = re.compile(r"（[^（）]{1,12}）$")
_FIRM_HEAD = re.compile(
    r"(?:副|常务|执行|代)*(?:董事长|董事会|董事局|董事|总裁|总经理|首席|行长|执行长|执行董事|CEO|董座|创始人|掌门)"
)
_ANAPHOR = re.compile(r"(?:该公司|本公司|公司|该集团|集团|该企业|该行|该市|该省|该区|该县|该局|该部|该校|该院|其)$")


def titles_of(
    text: str, start: int, role: str, mentions: Sequence[Span], before: Sequence[Span]
) -> tuple[tuple[Span | None, str], ...]:
    """(organization, role) pairs of one person, walking left over "浙江省委常委、杭州市委书记"."""
    pairs: list[tuple[Span | None, str]] = []
    for _ in range(4):
        at = _edge(text, start, mentions)
        span = organization_before(text, at, mentions)
        if span is None and not pairs:
            span = _shared(text, start, before)
        if span is not None and span.end < at and text[span.end : at].strip("的") and span.source != "shared":
            role = text[span.end : at].lstrip("的") + role
        if FORMER.search(text[:start]):
            role = "原" + role
        pairs.insert(0, (span, role))
        edge = span.start if span and span.start <= start else start
        earlier = re.search(rf"({title_pattern().pattern})(?:[、，,\s]|兼任?|暨|及|和)原?$", text[:edge])
        if not earlier or span is None or earlier.start() >= edge:
            break
        start = max(
            (m.end for m in mentions if m.start < earlier.start() < m.end < earlier.end(1)), default=earlier.start()
        )
        role = text[start : earlier.end(1)]  # "工商联|副主席、": 联 belongs to the name
    return tuple(pairs)


FORMER = re.compile(r"(?:原|前任|时任|曾任|历任|(?<![目此之日年从以当天月先向往])前)$")
_NOW = re.compile(r"(?:原任?|前任|时任|现任|新任|首任|候任|(?<![目此之日年从以当天月先向往])前)$")


def _edge(text: str, start: int, mentions: Sequence[Span]) -> int:
    """Where the organization in front of a title ends: before 原, a space, or a bracket with its short name."""
    edge = len(text[:start].rstrip())
    now = _NOW.search(text[:edge])
    edge = now.start() if now else edge
    opening = text.rfind("（", 0, edge) if text[edge - 1 : edge] == "）" else -1
    return opening if opening > 0 and any(m.end == opening for m in mentions) else edge


def organization_before(text: str, start: int, mentions: Sequence[Span]) -> Span | None:
    """The organization that a title belongs to: the name before it, what "该公司" stands for, or words in its place."""
    edge = start - 1 if text[start - 1 : start] == "的" else start
    bracket = _BRACKET.search(text[:edge])
    if bracket and (whole := next((m for m in mentions if m.end == bracket.start() and m.type in ORGANIZATIONS), None)):
        return whole  # "福建同乡总会|（槟城）|会长"
    named = [m for m in mentions if m.type is not EntityType.PERSON]
    for mention in reversed(named):
        if mention.end == edge + 1 and text[edge] in "省市区县州局厅部署处委会院":
            return mention  # "交通局|长"
        if mention.end <= edge:
            if mention.type is EntityType.PLACE:  # "高盛集团|亚洲|区主席"
                mention = next((m for m in named if m.end == mention.start and m.type in ORGANIZATIONS), mention)
            if mention.type is EntityType.PLACE and mention.end == edge and _FIRM_HEAD.match(text, edge):
                return None  # "大中华区|总裁": of a region, not of its government
            if mention.text.endswith("党") and _RULER.match(text, edge):
                return next((m for m in named if m.end == mention.start), None)  # "密歇根州|民主党|州长"
            gap = text[mention.end : edge]
            if gap in {"特区", "特别行政区", "联邦"}:
                return mention  # "澳门|特区|行政长官"
            if _reaches(gap, mention):
                return _placed(text, mention, edge) if gap and mention.type is EntityType.PLACE else _seat(mention)
            break
    referring = _ANAPHOR.search(text[:edge])
    if referring:
        return Span(referring.start(), edge, EntityType.COMPANY, referring[0], "anaphor")
    return _unlisted(text, edge, named)


_INSTITUTES = ("研究中心", "研究院", "研究所", "实验室", "医院", "学院", "大学", "博物馆", "图书馆", "中心")


def _seat(mention: Span) -> Span:
    """A research centre or a hospital that somebody heads is an organization."""
    if mention.type is EntityType.FACILITY and mention.text.endswith(_INSTITUTES):
        return replace(mention, type=EntityType.ORGANIZATION, source="suffix", owner=None, place=None)
    return mention


def _placed(text: str, place: Span, edge: int) -> Span | None:
    """What a place and a few words more name in front of a title: "台北客运|总经理", "佛山市交通委|主任"."""
    name = text[place.start : edge]
    if title_pattern().match(text, edge) and _FIRM_HEAD.match(text, edge):
        return Span(place.start, edge, EntityType.COMPANY, name, "context")
    if name.endswith(tuple("委办局厅署院会校所部处")):
        return Span(place.start, edge, EntityType.GOVERNMENT, name, "context")
    return None


def _reaches(gap: str, mention: Span) -> bool:
    """Whether only words of a unit stand between an organization and a title ("亚行|私营部门业务局|局长")."""
    if not gap:
        return True
    if mention.type is EntityType.GOVERNMENT and _OFFICE.fullmatch(gap):
        return True
    plain = all(is_cjk(c) or c.isalnum() for c in gap)
    return 1 < len(gap) <= 12 and mention.end - mention.start > 1 and plain and not _breaks(_UNIT.sub("", gap))


_OFFICE = re.compile(r"[^的和与由被对向，、在是将为\s]{2,8}[司处局](?:首任|新任)?")
_UNIT = re.compile(
    r"^(?:全球|国际|大中华区?|中国区|亚太区?|北美区?|北亚区?|欧洲区?|客户)|(?:机构|总部|平台|合作|投资|业务|服务)(?:部|中心)?$"
)


def _unlisted(text: str, edge: int, named: Sequence[Span]) -> Span | None:
    """An organization that only its title shows: "|海王生物|董事长"."""
    hits = {m.end: Hit(m.start, m.end, Known(m.type, "")) for m in named}
    start = left_edge(text, edge, hits)
    name = text[start:edge]
    if name in words("ministries") or name.endswith(("业务", "市场", "项目")):
        return None  # "经济|大臣"
    if 2 <= len(name) <= 12 and name not in words("generic_modifiers") and _nameable(text, start, name):
        return Span(start, edge, _headed(text, edge), name, "context")
    return None


_RULER = re.compile(r"(?:副|代|前|候任)?(?:总统|总理|首相|国王|女王|王储|省长|市长|州长|县长|区长|镇长|特首)")
_OFFICIAL = re.compile(
    r"(?:副|代|常务副|党组)*(?:书记|部长|局长|厅长|司长|署长|处长|大臣|委员长|司令员?|政委|庭长|检察长|院长)"
)


def _headed(text: str, edge: int) -> EntityType:
    """What an organization is that only its head's title shows."""
    if _RULER.match(text, edge):
        return EntityType.PLACE
    return EntityType.GOVERNMENT if _OFFICIAL.match(text, edge) else EntityType.COMPANY


def _nameable(text: str, start: int, name: str) -> bool:
    before = text[start - 1 : start]
    clean = not before or not is_cjk(before) or before in set("与和在由向对为被是同及的")
    wrong = any(w in name for w in words("not_company")) or title_pattern().fullmatch(name)
    return clean and (is_cjk(name[0]) or name[0].isalpha()) and not wrong


def _breaks(gap: str) -> bool:
    return bool(set(gap) & set("的和与由被对向，、在是将为")) or any(w in gap for w in words("stops") if len(w) > 1)


def _shared(text: str, start: int, before: Sequence[Span]) -> Span | None:
    """As in "…董事长雷军、|总裁王翔": the organization of the person named just before."""
    if before and re.fullmatch(r"(?:（[^）]*）)?[、和及，与]|以及|、以及", text[before[-1].end : start]):
        for span, _ in reversed(before[-1].titles):
            if span is not None:
                return Span(span.start, span.end, span.type, span.text, "shared")
    return None
