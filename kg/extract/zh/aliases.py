"""Short names that an article gives to organizations: "（以下简称“中国路桥”）", and the openings of full names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.extract.zh.discovery import discover, plausible
from kg.extract.zh.entities import company_core, is_subsequence, place_prefix
from kg.extract.zh.gazetteer import gazetteer, is_cjk, place_stem
from kg.extract.zh.latin import latin_names
from kg.extract.zh.layout import Layout
from kg.extract.zh.lexicon import anaphor_kinds, words
from kg.extract.zh.mentions import find_mentions
from kg.extract.zh.people import find_people
from kg.extract.zh.places import foreign_countries
from kg.extract.zh.spans import ORGANIZATIONS, Span
from kg.model import EntityType

_SHORT_FOR = re.compile(
    r"（(?:以下|下)?(?:简称|合称|称|统称)(?:为)?[：:，]?[“”\"]?(?P<name>[^“”\"）（，]{2,14})[”\"]?[^）]{0,12}）"
)

_IN_BRACKETS = re.compile(r"（(?P<name>[一-鿿]{2,6})）")

_CAPITALS = re.compile(r"（(?P<name>[A-Z]{2,6})）")
_LATIN = re.compile(r"（(?P<name>[A-Z][a-z][A-Za-z0-9.&' -]{1,28})）")


def find_aliases(layout: Layout) -> dict[str, EntityType]:
    """Names that the article itself introduces: "（以下简称“中国路桥”）" and the openings of full company names."""
    found: dict[str, EntityType] = {}
    found |= _confirmed_by_long_names(layout.text) | _headed(layout)
    found |= {m["name"].lstrip("*ST"): EntityType.COMPANY for m in _LABELLED.finditer(layout.text[:600])}
    found |= {m[0]: EntityType.COMPANY for m in _SPECIAL.finditer(layout.text)}
    for sentence in layout.sentences:
        mentions = find_mentions(sentence.text)
        hits = {hit.end: hit for hit in gazetteer().scan(sentence.text)}
        for name in (*discover(sentence.text, mentions, hits, layout.text), *_titled(sentence.text, mentions)):
            found.setdefault(name, EntityType.COMPANY)
        for name in latin_names(sentence.text, layout.text):
            if name not in gazetteer().names and not any(name in m.text for m in mentions):
                found.setdefault(name, EntityType.COMPANY)
        for match in (m for p in (_SHORT_FOR, _IN_BRACKETS, _CAPITALS) for m in p.finditer(sentence.text)):
            before = next((m for m in mentions if m.end == match.start()), None)
            if match["name"] in anaphor_kinds():
                continue  # "（以下简称“公司”）" is no name
            said = match.re is not _IN_BRACKETS and match["name"] not in words("technologies")
            if before and before.type in ORGANIZATIONS and (said or is_subsequence(match["name"], before.text)):
                found[match["name"]] = before.type
        for mention in mentions:
            if mention.type is EntityType.COMPANY and mention.source == "context" and len(mention.text) == 4:
                found.setdefault(mention.text, EntityType.COMPANY)
            if mention.type is EntityType.COMPANY and mention.source == "suffix":
                short = _short_name(mention.text, layout.text)
                if short:
                    found[short] = EntityType.COMPANY
                    longer = place_stem(place_prefix(mention.text)) + short
                    found |= {longer: EntityType.COMPANY} if longer in layout.text else {}
    return found


_HEADED = re.compile(r"(?:【|[*]?ST)?(?P<name>[一-鿿]{3,5})：")
_LABELLED = re.compile(r"(?:证券|股票|公司)简称\s*：\s*(?P<name>[A-Z*]{0,3}[一-鿿]{2,6})(?=[\sA-Z]|$)", re.M)
# A listed company under special treatment: "|*ST远图|因违规", "|ST海岳|（600000）".
_SPECIAL = re.compile(
    r"(?<![A-Za-z])S?\*?ST[一-鿿]{2,3}?(?=[，、。；：（）”因被的与和及将已拟股发公收于在从自等又再也时曾未\d\s]|证监会|近日|日前|晚间|$)"
)
_LISTED = re.compile(r"公告|（\d{6}|停牌|复牌|股东")


def _headed(layout: Layout) -> dict[str, EntityType]:
    """The listed company that the headline of its announcement begins with: "|万图发展|：子公司中标…"."""
    first = next((s for s in layout.sentences if s.title), None)
    headed = _HEADED.match(first.text) if first else None
    if not headed or not _LISTED.search(layout.text) or "公司" not in layout.text:
        return {}
    name = headed["name"]
    return (
        {name: EntityType.COMPANY}
        if plausible(name.removesuffix("发展").removesuffix("技术")) and name not in words("headline_labels")
        else {}
    )


def introduced(layout: Layout, spans: Iterable[tuple[int, Span]]) -> Iterator[tuple[str, Span]]:
    """Short names that stand in brackets behind the full ones, with these.

    Args:
        layout: The article.
        spans: Its names, each with the offset of its sentence.
    """
    ends = {offset + span.end: span for offset, span in spans if span.type in ORGANIZATIONS}
    for match in (m for p in (_SHORT_FOR, _CAPITALS, _LATIN) for m in p.finditer(layout.text)):
        named = ends.get(match.start())
        if named and (match.re is not _LATIN or named.type is EntityType.COMPANY):
            yield match["name"], named


def _titled(text: str, mentions: Sequence[Span]) -> Iterator[str]:
    """Names that only a title shows to be companies: "|大润发|董事长黄明端"."""
    for person in find_people(text, mentions):
        for party, _ in person.titles:
            titled = party is not None and party.source == "context" and party.type is EntityType.COMPANY
            if party is not None and titled and plausible(party.text):
                yield party.text


def _confirmed_by_long_names(text: str) -> dict[str, EntityType]:
    """Names that are common words as well, where the article has an unmistakable name of the same company."""
    names = gazetteer().names
    found: dict[str, EntityType] = {}
    for name in words("ambiguous"):
        known = names.get(name)
        if known and known.type is EntityType.COMPANY and name in text:
            others = [n for n, k in names.items() if k == known and n not in words("ambiguous")]
            if any(other in text for other in (*others, name + "公司", name + "集团")):
                found[name] = EntityType.COMPANY
    return found


def _short_name(full: str, text: str) -> str | None:
    """The opening of a full name that the article uses alone."""
    core = company_core(full)
    stem = place_prefix(core)
    rest = text.replace(full, "")
    foreign = stem in foreign_countries()
    for start in sorted({0, len(stem)}):
        least = len(stem) + 2 if start == 0 and stem else 2
        for length in range(len(core) - start, max(least, 2) - 1, -1):
            name = core[start : start + length]
            if name in gazetteer().names and gazetteer().names[name].type is EntityType.PLACE:
                continue
            if (
                name in words("generic_modifiers")
                or name in words("common_words")
                or (start and len(name) < 3 and not foreign)
            ):
                continue
            if len(name) >= 2 and _stands_alone(name, rest):
                return name
    return None


def _stands_alone(name: str, text: str) -> bool:
    return any(
        text[m.end() : m.end() + 1]
        and (not is_cjk(text[m.end()]) or text[m.end() : m.end() + 3].startswith(tuple(words("confirming"))))
        for m in re.finditer(re.escape(name), text)
    )
