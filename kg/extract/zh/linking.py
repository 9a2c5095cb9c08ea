"""Sentences read in order: names found, linked to entities, anaphors resolved, amounts and dates beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from kg.extract.zh.aliases import find_aliases, introduced
from kg.extract.zh.anaphors import resolve_anaphors
from kg.extract.zh.dates import find_dates
from kg.extract.zh.entities import Registry, entity_key, merged_keys
from kg.extract.zh.layout import Layout
from kg.extract.zh.mentions import find_mentions
from kg.extract.zh.money import find_amounts
from kg.extract.zh.people import find_people
from kg.extract.zh.reading import Reading
from kg.extract.zh.spans import Entity, Span
from kg.model import EntityType


def read(layout: Layout, original: str, currency: str) -> tuple[list[Reading], dict[str, Entity]]:
    """Find and link every name of an article.

    Args:
        layout: Its sentences.
        original: The text as written, for names in its own script.
        currency: What "元" means here.
    """
    aliases = find_aliases(layout)
    readings: list[Reading] = []
    people: frozenset[str] = frozenset()
    context: tuple[int, str | None] = (-1, None)
    day: str | None = None
    for sentence in layout.sentences:
        mentions = find_mentions(sentence.text, aliases)
        mentions = [m for m in mentions if _credible(m, mentions, layout.text, sentence.text)]
        persons = find_people(sentence.text, mentions, people, layout.text)
        people |= {p.text for p in persons if len(p.text) >= 2}
        last = context[1] if context[0] == sentence.paragraph else None
        dates = find_dates(sentence.text, layout.written, last, day)
        day = next((d.iso for d in reversed(dates) if len(d.iso) == 10), day)
        exact = [d.iso for d in dates if len(d.iso) > 4] or [d.iso for d in dates]
        context = (sentence.paragraph, exact[-1] if exact else last)
        spans = _without_overlaps([*persons, *mentions])
        readings.append(Reading(sentence, spans, find_amounts(sentence.text, currency), dates))
    keys = {entity_key(span) for reading in readings for span in reading.spans}
    keys |= {entity_key(p) for r in readings for s in r.spans for p, _ in s.titles if p and p.source == "mission"}
    full = {entity_key(s) for reading in readings for s in reading.spans if s.text.endswith(_LEGAL)}
    holders = [(r, s) for r in readings for s in r.spans if _HOLDER.search(r.text[: s.start])]
    held = {entity_key(s) for _, s in holders}
    apart = {pair for reading in readings for pair in _subsidiaries(reading)}
    likely = _group_names(readings)
    merged = merged_keys(keys - {""}, full, held, apart, likely)
    merged |= _shortened_events(keys)
    own_names = {s.text: "名:" + s.text for r, s in holders if _namesake(r, s)}
    placed = [(reading.sentence.start, span) for reading in readings for span in reading.spans]
    for short, span in introduced(layout, placed):
        key, own = entity_key(span), entity_key(replace(span, text=short, chain=()))
        if key in held and short.endswith(_GROUPS) and own not in likely:
            own_names[short] = key  # "…（简称“远图集团”）" holds the company 远图
        elif key and own not in {"", key}:
            merged[own] = merged.get(key, key)
    registry = Registry(merged, original, own_names)
    for reading in readings:
        reading.spans = [registry.keyed(span, reading.sentence.start) for span in reading.spans]
    resolve_anaphors(readings)
    return readings, registry.entities


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if all(span.end <= k.start or span.start >= k.end for k in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


_EVENT = re.compile(r"(?:会|坛|周|节|展|赛)$")
_CLAUSE = re.compile(r"[出缺]席|参加|举[行办]|召开|亮相|进行|[在将与对惟。，]")


def _shortened_events(keys: Set[str]) -> dict[str, str]:
    """The keys of events that an article names in full once: "|论坛|" for "|绍兴数字经济论坛|", its only one."""
    events = {k for k in keys if k.startswith("物:") and _EVENT.search(k) and not _CLAUSE.search(k)}
    fuller = {k: [e for e in events if len(e) >= len(k) + 4 and e.endswith(k.removeprefix("物:"))] for k in events}
    return {key: longer[0] for key, longer in fuller.items() if len(longer) == 1}


_GROUPS = ("集团", "控股", "投资", "资本", "创投", "实业")


def _group_names(readings: Sequence[Reading]) -> set[str]:
    """The keys of companies that an article calls by nothing but a group's or an investor's name."""
    texts: dict[str, set[str]] = {}
    for span in (s for r in readings for s in r.spans if s.type is EntityType.COMPANY):
        texts.setdefault(entity_key(span), set()).add(span.text)
    return {key for key, names in texts.items() if all(name.endswith(_GROUPS) for name in names)}


def _namesake(reading: Reading, holder: Span) -> bool:
    """Whether a shareholder has the name of the company it holds: "|广州远图|的控股股东为|广州远图集团|"."""
    before = (s for s in reading.spans if s.end < holder.start and s.type is EntityType.COMPANY)
    return any(entity_key(s) == entity_key(holder) and s.text != holder.text for s in before)


def _subsidiaries(reading: Reading) -> Iterator[tuple[str, str]]:
    """The keys of each parent and subsidiary that stand side by side."""
    for parent, child in zip(reading.spans, reading.spans[1:], strict=False):
        if _SUBSIDIARY.fullmatch(reading.text, parent.end, child.start):
            yield entity_key(parent), entity_key(child)


_SUBSIDIARY = re.compile(r"的?(?:旗下|全资|控股|参股|下属|间接|所属)*(?:子公司|孙公司|附属公司|企业|公司|机构|单位)?“?")
_HOLDER = re.compile(r"(?:控股股东|大股东|母公司|实控人|实际控制人|直接投资人|出资人)(?:仍|均|分别)?(?:为|是|系)?$")
_HEADS = re.compile(
    r"：|隶属|系|是|由|宣布|今[天日]|昨[天日晚]?|近日|日前|将|计划|斥资|投资|因|被|遭|拟|控股|子公司|中标|签|获|收到|与|以\d"
)
_DOES = re.compile(
    r"因[^，。；]{2,24}(?:被|遭|，)|也?[被遭][^，。；]{0,16}[罚责]|则?(?:宣布|公告|中标|收到)|已?获(?!奖|得奖|悉)|(?:近日|日前|昨日|今日)(?:与|宣布)|将?斥资|拟"
)
_LEGAL = ("有限公司", "有限责任公司", "股份公司")
_SLOT = re.compile(
    r"(?:约谈|受理|(?:审议|审核)通过|批准|核准|收购|入股|控股|增持|处罚|查处|重罚|开罚|起诉|授予|携手|联手|牵手|子公司|供应商|供货商|代工厂|业者|巨头|厂商|(?:初创|上市|龙头|科技|民营|互联网)企业|被"
    r"|参股|入主|旗下的?|下属的?|隶属于|吸收合并|并入|剥离|认购|领投|引入|引进|受让|买下|所持|母公司"
    r"|(?<![面转方导走趋取流倾志应针核反绝理缘])[向对由])(?:了)?$"
)


_LISTED = re.compile(r"（(?:[A-Z]{2,6}[.:：])?\d{3,6}(?:[.\-][A-Z]{2})?）")


def _credible(span: Span, beside: Sequence[Span], text: str, sentence: str) -> bool:
    """A company by a weak suffix must be named twice, stand among other companies, or act at once."""
    if span.source != "short" or (span.start == 0 and _HEADS.match(sentence, span.end)):
        return True
    if sentence[span.start - 1] in "，：；" and _DOES.match(sentence, span.end):
        return True
    if _LISTED.match(sentence, span.end):
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
    return near or text.count(span.text) >= 2 or bool(_SLOT.search(sentence[: span.start]))
