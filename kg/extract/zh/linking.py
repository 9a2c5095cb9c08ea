"""Which names are one entity, short names of long ones, and what "该公司", "双方", "该市" stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.extract.rules import load
from kg.extract.zh.dates import Dated, find_dates
from kg.extract.zh.discovery import discover
from kg.extract.zh.gazetteer import gazetteer, is_cjk, place_stem
from kg.extract.zh.layout import Layout, Sentence
from kg.extract.zh.lexicon import abbreviations, anaphor_kinds, any_of, words
from kg.extract.zh.mentions import find_mentions
from kg.extract.zh.money import Amount, find_amounts
from kg.extract.zh.people import find_people
from kg.extract.zh.spans import ORGANIZATIONS, Entity, Span, governed
from kg.model import EntityType

_LEGAL = re.compile(
    r"(?:股份有限公司|有限责任公司|有限公司|集团公司|控股集团|集团控股|集团股份|控股公司|总公司|分公司|（集团）|集团|控股|公司|股份)$"
)
_GOVERNMENT = re.compile(r"(?:人民政府|特区政府|特别行政区政府|管理委员会|管委会|市政府|政府|当局)$")
_SHORT_FOR = re.compile(
    r"（(?:以下|下)?(?:简称|合称|称|统称)(?:为)?[：:]?[“”\"]?(?P<name>[^“”\"）（，]{2,14})[”\"]?[^）]{0,12}）"
)


@dataclass(slots=True)
class Reading:
    """A sentence with everything found in it."""

    sentence: Sentence
    spans: list[Span]
    amounts: tuple[Amount, ...] = ()
    dates: tuple[Dated, ...] = ()
    coreference: dict[int, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The simplified words."""
        return self.sentence.text


def read(layout: Layout, original: str, currency: str) -> tuple[list[Reading], dict[str, Entity]]:
    """Find and link every name of an article.

    Args:
        layout: Its sentences.
        original: The text as written, for names in its own script.
        currency: What "元" means here.
    """
    aliases = _aliases(layout)
    readings: list[Reading] = []
    people: frozenset[str] = frozenset()
    context: tuple[int, str | None] = (-1, None)
    day: str | None = None
    for sentence in layout.sentences:
        mentions = find_mentions(sentence.text, aliases)
        mentions = [m for m in mentions if _credible(m, mentions, layout.text)]
        persons = find_people(sentence.text, mentions, people)
        people |= {p.text for p in persons if len(p.text) >= 2}
        last = context[1] if context[0] == sentence.paragraph else None
        dates = find_dates(sentence.text, layout.published, last, day)
        day = next((d.iso for d in reversed(dates) if len(d.iso) == 10), day)
        exact = [d.iso for d in dates if len(d.iso) > 4] or [d.iso for d in dates]
        context = (sentence.paragraph, exact[-1] if exact else last)
        spans = _without_overlaps([*persons, *mentions])
        readings.append(Reading(sentence, spans, find_amounts(sentence.text, currency), dates))
    entities = _entities(readings, original)
    _resolve_anaphors(readings)
    return readings, entities


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if all(span.end <= k.start or span.start >= k.end for k in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


def _credible(span: Span, beside: Sequence[Span], text: str) -> bool:
    """A company by a weak suffix must be named twice, stand among other companies, or act at once."""
    if span.source != "short":
        return True
    near = any(
        (
            other is not span
            and other.type is EntityType.COMPANY
            and other.source != "short"
            and abs(other.start - span.end) <= 1
        )
        or abs(span.start - other.end) == 1
        for other in beside
    )
    return near or text.count(span.text) >= 2


# -- short names -------------------------------------------------------------------------------------------------------


def _aliases(layout: Layout) -> dict[str, EntityType]:
    """Names that the article itself introduces: "（以下简称“中国路桥”）" and the openings of full company names."""
    found: dict[str, EntityType] = {}
    found |= _confirmed_by_long_names(layout.text)
    for sentence in layout.sentences:
        mentions = find_mentions(sentence.text)
        hits = {hit.end: hit for hit in gazetteer().scan(sentence.text)}
        for name in discover(sentence.text, mentions, hits):
            found.setdefault(name, EntityType.COMPANY)
        for match in _SHORT_FOR.finditer(sentence.text):
            before = next((m for m in mentions if m.end == match.start()), None)
            if before and before.type in ORGANIZATIONS:
                found[match["name"]] = before.type
        for mention in mentions:
            if mention.type is EntityType.COMPANY and mention.source == "suffix":
                short = _short_name(mention.text, layout.text)
                if short:
                    found[short] = EntityType.COMPANY
                    longer = place_stem(place_prefix(mention.text)) + short
                    found |= {longer: EntityType.COMPANY} if longer in layout.text else {}
    return found


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
    for start in sorted({0, len(stem)}):
        least = len(stem) + 2 if start == 0 and stem else 2
        for length in range(len(core) - start, max(least, 2) - 1, -1):
            name = core[start : start + length]
            if name in gazetteer().names and gazetteer().names[name].type is EntityType.PLACE:
                continue
            if name in words("generic_modifiers") or name in words("common_words") or (start and len(name) < 3):
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


def company_core(name: str) -> str:
    """A company's name without its legal form.

    >>> company_core("中国路桥工程有限责任公司")
    '中国路桥工程'
    """
    previous = None
    while previous != name:
        previous = name
        name = _LEGAL.sub("", name) or previous
    return name


def place_prefix(name: str) -> str:
    """The place that a name begins with, or ""."""
    for length in range(min(len(name), 8), 1, -1):
        known = gazetteer().names.get(name[:length])
        if known and known.type is EntityType.PLACE:
            return name[:length]
    return ""


# -- entities ----------------------------------------------------------------------------------------------------------


def entity_key(span: Span) -> str:
    """What makes two names one: the place for a government, the listed name or the core for a company."""
    text = span.chain[-1].text if span.chain else span.text
    if span.source == "anaphor":
        return ""
    if span.type is EntityType.PERSON:
        return "人:" + text
    if span.type is EntityType.PLACE:
        return "地:" + (abbreviations()[text] if span.source == "abbreviation" else place_stem(text))
    if span.type is EntityType.GOVERNMENT:
        governed = _GOVERNMENT.sub("", text)
        if governed and governed != text:
            return "地:" + place_stem(_last_place(governed))
    if span.type in ORGANIZATIONS:
        core = company_core(text) if span.type is EntityType.COMPANY else text
        known = gazetteer().names.get(text) or gazetteer().names.get(core)
        if known and known.type in ORGANIZATIONS:
            return "名:" + known.canonical
        return "名:" + core
    return "物:" + text.strip("“”")


def _last_place(name: str) -> str:
    """ "商丘市梁园区" → "梁园区"."""
    prefix = place_prefix(name)
    while prefix and prefix != name and len(name) - len(prefix) >= 2:
        name = name[len(prefix) :]
        prefix = place_prefix(name)
    return name


def _entities(readings: Sequence[Reading], original: str) -> dict[str, Entity]:
    merged = _merge({entity_key(s) for r in readings for s in r.spans} - {""})
    entities: dict[str, Entity] = {}
    for reading in readings:
        reading.spans = [_key(span, merged, reading.sentence.start, original, entities) for span in reading.spans]
    return entities


def _key(span: Span, merged: dict[str, str], offset: int, original: str, entities: dict[str, Entity]) -> Span:
    def inner(part: Span | None) -> Span | None:
        return _key(part, merged, offset, original, entities) if part else None

    key = entity_key(span)
    if not key:
        return span
    key = merged.get(key, key)
    named = span.chain[-1] if span.chain else span
    name = original[offset + named.start : offset + named.end].strip("“”「」『』")
    if span.source == "abbreviation":
        name = abbreviations()[span.text]
    entities.setdefault(key + _side(span), Entity(key, span.type)).add(name)
    place = governed(span)
    if place is not span:  # "上海市委" names 上海市 as well
        entities.setdefault(entity_key(place) + "#Place", Entity(entity_key(place), EntityType.PLACE)).add(name[:-1])
    return replace(
        span.keyed(key),
        owner=inner(span.owner),
        place=inner(span.place),
        titles=tuple((inner(party), role) for party, role in span.titles),
        chain=tuple(_key(part, merged, offset, original, entities) for part in span.chain),
    )


def _side(span: Span) -> str:
    return "#" + str(span.type) if span.key.startswith("地:") or entity_key(span).startswith("地:") else ""


def _merge(keys: set[str]) -> dict[str, str]:
    """Map a short company name to the long one that it abbreviates, when there is just one."""
    cores = sorted((k for k in keys if k.startswith("名:")), key=len)
    merged: dict[str, str] = {}
    for i, short in enumerate(cores):
        longer = [long for long in cores[i + 1 :] if _abbreviates(short[2:], long[2:])]
        if len(longer) == 1:
            merged[short] = longer[0]
    for short, long in list(merged.items()):
        merged[short] = merged.get(long, long)
    return merged


def _abbreviates(short: str, long: str) -> bool:
    if long in gazetteer().names or len(short) < 2 or len(short) == len(long):
        return False
    if short in gazetteer().names and not long.startswith(short):
        return False
    rest = long[len(short) :]
    if long.startswith(short):
        return (
            not re.match(
                r"（|中国|上海|北京|香港|云|汽车|金融|子公司|研究院|大学|分|银行|基金|投资|第|置业|地产|物业|财务|保险|人寿|资本|证券|租赁",
                rest,
            )
            and place_prefix(short) != short
        )
    stripped = long[len(place_prefix(long)) :]
    if stripped != long and len(short) >= 2 and stripped.startswith(short):
        return True
    return len(short) >= 4 and short[:2] == long[:2] and _subsequence(short, long)


def _subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(char in rest for char in short)


# -- anaphors ----------------------------------------------------------------------------------------------------------


_AGREES = re.compile(r"签|协议|备忘录|合作|合同")


@dataclass(slots=True)
class _Focus:
    """What a later "该公司" or "双方" can mean."""

    company: Span | None = None
    body: Span | None = None
    places: list[Span] = field(default_factory=list)
    zone: Span | None = None
    facility: Span | None = None
    recent: list[Span] = field(default_factory=list)
    pair: tuple[Span, ...] = ()


def _resolve_anaphors(readings: Sequence[Reading]) -> None:
    pattern = re.compile(any_of(anaphor_kinds()))
    focus = _Focus()
    for reading in readings:
        extra: list[Span] = []
        for match in pattern.finditer(reading.text):
            if any(s.start < match.end() and match.start() < s.end for s in reading.spans):
                continue
            if match[0] in {"两地", "两市", "两国", "三地"} and any(s.end == match.start() for s in reading.spans):
                continue
            if not _is_anaphor(reading.text, match):
                continue
            before = [s for s in reading.spans if s.end <= match.start()]
            for target in _target(anaphor_kinds()[match[0]], focus, before, match[0]):
                extra.append(
                    replace(
                        target,
                        start=match.start(),
                        end=match.end(),
                        text=match[0],
                        source="anaphor",
                        chain=(),
                        owner=None,
                    )
                )
                reading.coreference[match.start()] = f"{match[0]} → {target.text}"
        found = {s.start: s for s in extra}
        spans = [_official(span, focus, reading.spans, found) for span in reading.spans]
        reading.spans = sorted([*spans, *extra], key=lambda s: (s.start, s.end))
        _update(focus, reading)


_OFFICE = re.compile(r"^(?:[^，]*、)?(?:副|常务副|代)?(?P<level>[省市区县州])(?:委|长)")


def _official(span: Span, focus: _Focus, spans: Sequence[Span], found: dict[int, Span]) -> Span:
    """A person with the bodies that titles leave out: "市长肖展欣" is the mayor of the city that the article is about."""
    titles = []
    for party, role in span.titles:
        office = _OFFICE.match(role)
        if office and (party is None or (party.source == "shared" and not at_level(party, office["level"]))):
            places = [*focus.places, *(s for s in spans if s.start < span.start and s.key.startswith("地:"))]
            places.sort(key=lambda p: p.type is EntityType.GOVERNMENT)
            party = next((replace(p, source="context") for p in reversed(places) if at_level(p, office["level"])), None)
        titles.append((_antecedent(party, found), role))
    return replace(span, titles=tuple(titles))


def _antecedent(party: Span | None, found: dict[int, Span]) -> Span | None:
    if party is None or party.key:
        return party
    target = found.get(party.start)
    return replace(target, source=party.source) if target else None


def _is_anaphor(text: str, match: re.Match[str]) -> bool:
    word, before, after = match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    kind = anaphor_kinds()[word]
    if kind in {"bare_company", "facility", "zone", "city"} and not word.startswith(("该", "这", "本", "我", "当")):
        if before and is_cjk(before) and before not in "与和向对由被为在的给于将，是从同至":
            return False
        if before == "的" and kind in {"bare_company", "facility"}:
            return False
        return not (after and after in "化型界圈法制债券级类名市")
    if word == "其":
        return after not in set("中他它余实次一间后时")
    return True


def _target(kind: str, focus: _Focus, before: Sequence[Span], word: str) -> tuple[Span, ...]:
    companies = [s for s in before if s.type is EntityType.COMPANY]
    if kind in {"company", "bare_company", "own"}:
        found = companies[0] if companies else focus.company
        return (found,) if found else ()
    if kind == "city":
        placed = [*focus.places, *(s for s in before if s.type is EntityType.PLACE or s.key.startswith("地:"))]
        level = next((c for c in word if c in "省市区县州国邦"), "")
        found = next((s for s in reversed(placed) if at_level(s, level)), None)
        return (found,) if found else ()
    if kind == "zone":
        zones = [s for s in before if _is_zone(s)]
        found = zones[-1] if zones else focus.zone
        return (found,) if found else ()
    if kind == "body":
        bodies = [
            s for s in before if s.type in {EntityType.GOVERNMENT, EntityType.ORGANIZATION} and _matches_body(s, word)
        ]
        found = bodies[-1] if bodies else focus.body
        return (found,) if found else ()
    if kind == "facility":
        facilities = [s for s in before if s.type is EntityType.FACILITY]
        head = word.lstrip("该这座新")[-1:]
        alike = [s for s in facilities if s.text.endswith(head)] or ([focus.facility] if focus.facility else [])
        generic = head in "目园心程台" or not alike or alike[-1].text.endswith(("项目", head))
        return (alike[-1],) if alike and generic else ()
    wanted = 2 if kind == "pair" else 3
    return _several(wanted, focus, before, word)


def _several(wanted: int, focus: _Focus, before: Sequence[Span], word: str) -> tuple[Span, ...]:
    places = word in {"两地", "两市", "两国", "三地"}

    def fits(s: Span) -> bool:
        if places:
            return s.type is EntityType.PLACE or s.key.startswith("地:")
        return s.type in ORGANIZATIONS and (("公司" not in word and "企业" not in word) or s.type is EntityType.COMPANY)

    for pool in (list(before), list(focus.pair), focus.recent, [*before, *focus.recent]):
        distinct: dict[str, Span] = {}
        for span in pool:
            if fits(span):
                distinct.setdefault(span.key, span)
        if len(distinct) == wanted:
            return tuple(distinct.values())
    return ()


def at_level(span: Span, level: str) -> bool:
    """Whether a place or its government is a province (省), a city (市), a county (县), … or any when level is ""."""
    text = (span.chain[-1].text if span.chain else span.text).removesuffix("委")
    stem = _GOVERNMENT.sub("", text)
    if level in stem[-1:] or (level == "省" and stem.endswith("自治区")):
        return True
    kinds = load("zh/places.yaml")
    listed = {"省": "provinces", "市": "cities", "国": "countries", "州": "foreign"}.get(level)
    names = (
        set(kinds[listed].split()) | (set(kinds["municipalities"].split()) if level == "市" else set())
        if listed
        else set()
    )
    return stem in names


def _is_zone(span: Span) -> bool:
    return span.type in {EntityType.PLACE, EntityType.GOVERNMENT} and any(
        w in span.text for w in words("generic_zones")
    )


def _matches_body(span: Span, word: str) -> bool:
    head = word.lstrip("该").strip()
    return head in {"机构", "部门", "会"} or span.text.endswith(head[-1]) or head[-1] in {"院", "校"}


def _update(focus: _Focus, reading: Reading) -> None:
    named = [s for s in reading.spans if s.source != "anaphor" or s.text != "其"]
    companies = [s for s in named if s.type is EntityType.COMPANY]
    organizations = [s for s in named if s.type in ORGANIZATIONS]
    if companies:
        focus.company = companies[0]
    for span in named:
        if span.type is EntityType.PLACE or span.key.startswith("地:"):
            focus.places.append(span)
        if _is_zone(span):
            focus.zone = span
        if span.type is EntityType.FACILITY:
            focus.facility = span
            focus.places += [span.place] if span.place else []
        if span.type in {EntityType.GOVERNMENT, EntityType.ORGANIZATION}:
            focus.body = span
    if organizations:
        focus.recent = [*organizations, *[s for s in named if s.type is EntityType.PLACE]]
        if len({s.key for s in organizations}) in {2, 3} and (not focus.pair or _AGREES.search(reading.text)):
            focus.pair = tuple(organizations)
    elif any(s.type is EntityType.PLACE for s in named):
        focus.recent = [s for s in named if s.type is EntityType.PLACE] + focus.recent[:3]
