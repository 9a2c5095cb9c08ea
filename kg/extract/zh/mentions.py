"""Names of one sentence: places, organizations, facilities and events, none overlapping."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from kg.extract.zh.bodies import find_bodies
from kg.extract.zh.compounds import branches
from kg.extract.zh.gazetteer import Hit, Known, gazetteer
from kg.extract.zh.lexicon import words
from kg.extract.zh.places import find_places, foreign_countries
from kg.extract.zh.spans import Span, longest
from kg.extract.zh.works import find_events, find_facilities
from kg.model import EntityType


def find_mentions(text: str, aliases: Mapping[str, EntityType] | None = None) -> list[Span]:
    """Organizations, places, facilities and events of a sentence, from left to right, none overlapping.

    Args:
        text: A simplified sentence.
        aliases: Short names that the article gives to organizations.
    """
    listed = [hit for hit in gazetteer().scan(text) if not _DAY.search(text, max(0, hit.start - 1), hit.start + 2)]
    known = _with_aliases(text, _with_branches(text, listed), aliases or {})
    hits = {hit.end: hit for hit in known}
    places = find_places(text, known, hits)
    for place in (part for whole in places for part in whole.chain or (whole,)):
        entry = gazetteer().names.get(place.text) or Known(EntityType.PLACE, "")
        hits.setdefault(place.end, Hit(place.start, place.end, entry))
    bodies = list(find_bodies(text, known, hits))
    for body in bodies:
        if body.source == "suffix" and not _park(text, body):
            hits.setdefault(body.end, Hit(body.start, body.end, Known(body.type, "")))
    bodies = [
        replace(b, source="suffix") if _division(text, b, bodies) else b for b in bodies if not _goods(text, b, bodies)
    ]
    begun = {b.start for b in bodies if b.type is EntityType.COMPANY}
    bodies = [b for b in bodies if b.end not in begun or not _trade(b.text)]
    acting = {(b.start, b.end) for b in bodies if b.type is EntityType.ORGANIZATION and _acts(text, b)}
    firms = {(b.start, b.end) for b in bodies if b.source == "context"}  # "|赣粤高速|（600269）"
    firms |= {(h.start, h.end) for h in known if h.known.type is EntityType.COMPANY}
    facilities = [_institution(text, f) for f in find_facilities(text, hits) if (f.start, f.end) not in acting | firms]
    others = [*bodies, *facilities, *find_events(text, hits)]
    laws = [(m.start(), m.end()) for m in _LAW.finditer(text)]
    found = [span for span in longest([*places, *others]) if not _in_quoted_name(text, span)]
    return [_seated(span, places) for span in found if not any(a < span.start and span.end < b for a, b in laws)]


_TRADE = ("公司", "企业", "集团")


def _trade(name: str) -> bool:
    """Whether words only say of what kind the company is that is named behind them: "|美国石油公司|海岳能源"."""
    stem = next((name.removesuffix(head) for head in _TRADE if name.endswith(head)), "")
    place = next((n for n in (2, 3, 4) if stem[:n] in foreign_countries()), 0)
    return bool(stem) and stem[place:] in words("topics") | words("generic_modifiers") | words("attributes")


_FIELD = ("科技", "文化", "农业", "健康", "生物", "物流", "电子", "新能源", "医疗", "智能", "数字", "环保", "材料")


def _park(text: str, body: Span) -> bool:
    """Whether words that seem a company's name only say what a park is for: "|绍兴绿色科技|产业园"."""
    placed = gazetteer().names.get(body.text[:2])
    local = placed is not None and placed.type is EntityType.PLACE
    return (
        local
        and body.text.endswith(_FIELD)
        and bool(re.match(r"产业|园|城(?!市|投|建)|港(?!口)|小镇", text[body.end :]))
    )


_DAY = re.compile(r"\d日本")  # "11月17|日本|公司"
_INSTITUTION = re.compile(r"(?:中国|国家|全国)[一-鿿]{2,10}中心")


def _institution(text: str, facility: Span) -> Span:
    """A centre of the country is an organization: "与|中国对外贸易中心|举办", but not one that is built."""
    named = facility.source == "head" and _INSTITUTION.fullmatch(facility.text)
    if not named or _BUILT.search(text[: facility.start]):
        return facility
    return replace(facility, type=EntityType.ORGANIZATION, source="suffix", owner=None, place=None)


def _seated(body: Span, places: Sequence[Span]) -> Span:
    """An authority with the places that its name begins with: "|江苏省南京市浦口区|人民政府"."""
    if body.type is not EntityType.GOVERNMENT:
        return body
    chains = (p for p in places if p.chain and p.start == body.start and p.end <= body.end)
    return replace(body, place=next(chains, None))


# "依据《中华人民共和国保险法》": who is named in a law's title is no party.
_LAW = re.compile(r"《[^《》]{1,40}(?:法|法典|法案|条例|规定|办法|细则|准则|规则|规范|守则)(?:（[^）]{1,20}）)?》")


_PRODUCT = re.compile(r"汽车|车|产品|设备|技术|业务|领域|产业|补贴|市场|项目|基地|工厂|园|平台|系统")


def _extends(body: Span, bodies: Sequence[Span]) -> bool:
    """Whether a weak name only adds its suffix to a listed company."""
    listed = (b for b in bodies if b.source == "list" and b.type is EntityType.COMPANY)
    return body.source == "short" and any(b.start == body.start and b.end < body.end for b in listed)


def _goods(text: str, body: Span, bodies: Sequence[Span]) -> bool:
    """As in "比亚迪|新能源汽车": what a company makes, not a company."""
    return _extends(body, bodies) and bool(_PRODUCT.match(text, body.end))


def _division(text: str, body: Span, bodies: Sequence[Span]) -> bool:
    return _extends(body, bodies) and not _PRODUCT.match(text, body.end)


_BUILT = re.compile(r"(?:建设|设立|成立|打造|共建|新建|建立|组建|建成|筹建|兴建)(?:了|一座|一所|一家|一个)?$")


def _acts(text: str, body: Span) -> bool:
    """Whether an institute or a hospital is one that acts, not one that is built."""
    confirmed = (
        text.startswith(tuple(words("confirming")), body.end) and text[body.end : body.end + 1] not in "，。、）的"
    )
    return confirmed and not _BUILT.search(text[: body.start])


def _with_branches(text: str, listed: list[Hit]) -> list[Hit]:
    own = list(branches(text, listed))
    apart = [h for h in listed if not any(b.start <= h.start < b.end for b in own)]
    return sorted([*apart, *own], key=lambda h: h.start)


def _with_aliases(text: str, known: list[Hit], aliases: Mapping[str, EntityType]) -> list[Hit]:
    found = [
        Hit(match.start(), match.end(), Known(kind, ""))
        for name, kind in aliases.items()
        for match in re.finditer(_whole(name), text)
    ]
    if not found:
        return known
    chosen: list[Hit] = []
    for hit in sorted([*found, *known], key=lambda h: (-(h.end - h.start), h.start)):
        if all(hit.end <= other.start or hit.start >= other.end for other in chosen):
            chosen.append(hit)
    return sorted(chosen, key=lambda h: h.start)


def _whole(name: str) -> str:
    """The expression that finds a name, one of Latin letters only where it is a word: not "Arm" in "Armour"."""
    before = "(?<![A-Za-z0-9])" if name[0].isascii() else ""
    return before + re.escape(name) + ("(?![A-Za-z0-9])" if name[-1].isascii() else "")


def _in_quoted_name(text: str, span: Span) -> bool:
    """Whether a place is only a word of a quoted name: "“诗词|中国|”"."""
    if span.type is not EntityType.PLACE:
        return False
    opening, closing = text.rfind("“", 0, span.start), text.find("”", span.end)
    inner = text[opening + 1 : closing] if 0 <= opening < closing else ""
    return span.text != inner and 0 < len(inner) <= 12 and not re.search(r"[，。；：、“”]", inner)
