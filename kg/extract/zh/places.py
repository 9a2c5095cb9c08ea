"""Places of a sentence: listed names, counties and zones by their last character, chains of both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.rules import load
from kg.extract.zh.gazetteer import Hit, Hits, is_cjk
from kg.extract.zh.lexicon import any_of, characters, words
from kg.extract.zh.names import left_edge
from kg.extract.zh.spans import Span, longest
from kg.model import EntityType

_PLACE_TAIL = re.compile(
    r"(?P<stem>[一-鿿]{2,3}?)(?P<suffix>市|县|区|镇|省|州|乡(?!村|镇|土|亲|贤|愁|间|下|音|情|邻|民|里|野|试|党|长))"
)
_ABBREVIATED = re.compile(
    r"(?<=[在赴驻来对于])[华美英德法日韩印俄京沪津渝港澳台穗深蓉汉宁杭](?=投资|设|建|开|成立|办|布局|生产|落|签|举行|兴|新|增|扩|打造|的|收|推|发|正|召|会|与|，)"
    r"|(?<=[在赴来对])[马泰越菲柬匈墨](?=投资|设[立厂]|建[设厂立]|开设|成立|布局|生产|的投资|追加|加码|增资|扩[建产])|(?<=[在赴来对])新(?=投资|设厂|的投资)"
)
_ROAD = re.compile(r"[东西南北中]?(?:大道|路(?!透|桥|易|由|演|线|径))")
_BRANCH = re.compile(r"(?:分行|支行|分公司|支公司|子公司|分部|代表处)")
_OF_A_COUNTRY = frozenset("方式人籍军语裔史商企资产货")
_NO_NAME_BEHIND = frozenset("份长域民场间值级内外籍政属直")


@cache
def foreign_countries() -> frozenset[str]:
    """The names of all countries but China."""
    return frozenset(load("zh/places.yaml")["countries"].split()) - {"中国"}


def find_places(text: str, known: Iterable[Hit], hits: Hits) -> list[Span]:
    """Places from left to right; "江苏省南京市浦口经济开发区" is one, with its parts as `chain`.

    Args:
        text: A simplified sentence.
        known: Listed names.
        hits: The same by their end.
    """
    parts = [Span(h.start, h.end, EntityType.PLACE, text[h.start : h.end], "list") for h in known if _is_place(h, text)]
    parts += _suffixed_places(text, hits, parts)
    parts += _abbreviated_places(text)
    parts = longest(parts)
    chains: list[list[Span]] = []
    for part in parts:
        if chains and chains[-1][-1].end == part.start:
            chains[-1].append(part)
        else:
            chains.append([part])
    return [_chain(text, chain) for chain in chains]


def _abbreviated_places(text: str) -> Iterator[Span]:
    """Countries and cities by one character: "在华投资", "赴美建厂", "驻沪"."""
    for match in _ABBREVIATED.finditer(text):
        yield Span(match.start(), match.end(), EntityType.PLACE, match[0], "abbreviation")


def _is_place(hit: Hit, text: str) -> bool:
    if hit.known.type is not EntityType.PLACE:
        return False
    rest = text[hit.end : hit.end + 2]
    if rest[:1] in _OF_A_COUNTRY and hit.known.canonical == text[hit.start : hit.end]:
        return False  # 中方, 美式, 日本人, 日资, 国产: of a country, not the country
    return (
        rest[:1] not in set("队社")
        and not _ROAD.match(text, hit.end)
        and not _BRANCH.match(text, hit.end)
        and not text[hit.end :].startswith(tuple(words("nationals")))
    )


def _chain(text: str, chain: list[Span]) -> Span:
    last = chain[-1]
    whole = text[chain[0].start : last.end]
    generic = last.text in words("generic_zones")
    parts = tuple(chain[:-1]) if generic else tuple(chain)
    if generic and len(chain) > 1:
        joined = Span(chain[-2].start, last.end, EntityType.PLACE, chain[-2].text + last.text, "suffix")
        parts = (*chain[:-2], joined)
    return Span(
        chain[0].start, last.end, EntityType.PLACE, whole, chain[0].source, chain=parts if len(parts) > 1 else ()
    )


def _suffixed_places(text: str, hits: Hits, parts: list[Span]) -> Iterator[Span]:
    ends = {p.end for p in parts}
    for match in _zone_pattern().finditer(text):
        start = left_edge(text, match.start(), hits)
        if match.start() in ends:
            start = match.start()  # the zone's own part of a chain
        start = max([end for end in ends if start < end < match.start()], default=start)
        start += start in ends and text[start] in "市县区"  # "南昌|县|小蓝经济开发区"
        body = text[start : match.end()]
        if (start < match.start() and len(body) <= 16) or match.start() in ends:
            yield Span(start, match.end(), EntityType.PLACE, body, "suffix")
    for match in _foreign_pattern().finditer(text):
        if match.end() not in ends:
            yield Span(match.start(), match.end(), EntityType.PLACE, match[0], "suffix")
    for match in _brief_pattern().finditer(text):
        before = text[match.start() - 1 : match.start()]
        bounded = not is_cjk(before or " ") or match.start() in ends or before in characters("before_place")
        bounded = bounded or text[match.start() - 2 : match.start()] in words("stops")  # "代表|岚县"
        if match.end() not in ends and bounded:
            yield Span(match.start(), match.end(), EntityType.PLACE, match[0], "list")
    for match in _PLACE_TAIL.finditer(text):
        known = hits.get(match.end())
        if match.end() in ends or (known and known.known.type is not EntityType.PLACE):
            continue  # "日本|经产省" is a ministry
        span = _small_place(text, match, ends)
        if span:
            yield span


@cache
def _foreign_pattern() -> re.Pattern[str]:
    """Foreign provinces and cities by the characters that transcribe their names: "威斯康辛州"."""
    sounds = "".join(sorted(characters("foreign_chars")))
    return re.compile(
        rf"(?<![{sounds}])[{sounds}]{{3,7}}(?:州|省|邦|郡)(?!长)|(?<![{sounds}])[{sounds}]{{3,7}}州(?=长)"
    )


@cache
def _brief_pattern() -> re.Pattern[str]:
    """Counties of one character: "甘肃|宁县"."""
    return re.compile(f"{any_of(load('zh/places.yaml')['brief_divisions'].split())}县(?![域长级城])")


@cache
def _zone_pattern() -> re.Pattern[str]:
    zones = [w for w in words("place_suffixes") if len(w) > 1 and w not in {"街道", "片区"}]
    return re.compile(any_of(zones) + r"(?!域|间|分)")


def _small_place(text: str, match: re.Match[str], ends: set[int]) -> Span | None:
    """A county, district or town that no list has: "秭归县" at the start of a clause, or behind a known place."""
    rest = text[match.end() : match.end() + 2]
    if rest[:1] in _NO_NAME_BEHIND and rest not in words("behind_place"):
        return None
    for length in (2, 3):
        start = match.end() - 1 - length
        stem = text[max(start, 0) : match.end() - 1]
        whole = start in ends and stem[0] == "全" and stem[1] not in "省市县区"  # "安徽省|全椒|县"
        plain = whole or not verbal(stem)
        if start >= 0 and all(is_cjk(c) for c in stem) and plain and _is_stem(text, start, stem, ends):
            return Span(start, match.end(), EntityType.PLACE, text[start : match.end()], "suffix")
    return None


def _is_stem(text: str, start: int, stem: str, ends: set[int]) -> bool:
    """Whether characters before 市, 县, … are a name: behind a known place, or bounded and no common word."""
    if start in ends and stem[0] not in "市省县区等" and stem[-1] not in "城地股楼车债":
        return True
    bounded = (
        start == 0 or start in ends or not is_cjk(text[start - 1]) or text[start - 1] in characters("before_place")
    )
    return bounded and not stem.endswith(tuple(words("not_place_stems")))


def verbal(stem: str) -> bool:
    """Whether a verb or a function word shows that characters are no name."""
    if stem[0] in "的了在与和是为将该本各全这那某每于从到让使令被把给由等":
        return True
    return any(stem[:n] in words("stops") or stem[-n:] in words("stops") for n in range(2, len(stem) + 1))
