"""Which names are one entity: the key of a name, and short names merged with the long ones they abbreviate."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.rules import load
from kg.extract.zh.gazetteer import gazetteer, place_stem
from kg.extract.zh.lexicon import abbreviations, anaphor_kinds, words
from kg.extract.zh.spans import ORGANIZATIONS, Entity, Span, governed
from kg.model import EntityType

_LEGAL = re.compile(
    r"(?:股份有限公司|有限责任公司|有限公司|集团公司|控股集团|集团控股|集团股份|控股公司|总公司|（集团）|集团|控股|公司|股份)$"
)
_GOVERNMENT = re.compile(r"(?:人民政府|特区政府|特别行政区政府|管理委员会|管委会|市政府|政府|当局)$")


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


def entity_key(span: Span) -> str:
    """What makes two names one: the place for a government, the listed name or the core for a company."""
    text = span.chain[-1].text if span.chain else span.text
    if span.source == "anaphor" or (span.source == "shared" and text in anaphor_kinds()):
        return ""
    if span.type is EntityType.PERSON:
        return "人:" + text
    if span.type is EntityType.PLACE:
        return "地:" + (abbreviations()[text] if span.source == "abbreviation" else place_stem(text))
    if span.type in ORGANIZATIONS:
        return _organization_key(span.type, text)
    return "物:" + text.strip("“”")


def governing(span: Span) -> Span:
    """The place of a party committee: who agrees by its secretary is the place."""
    place = governed(span)
    return place if place.key else place.keyed(entity_key(place))


def _organization_key(kind: EntityType, text: str) -> str:
    territory = _GOVERNMENT.sub("", text) if kind is EntityType.GOVERNMENT else text
    if territory and territory != text:
        return "地:" + place_stem(_last_place(territory))
    if kind is EntityType.GOVERNMENT and text.startswith("中国") and text[2:] in gazetteer().names:
        text = text[2:]  # "中国|商务部"
    core = company_core(text) if kind is EntityType.COMPANY else text
    branch = _BRANCH.match(text) if kind is EntityType.COMPANY else None
    if branch and branch["bank"] in gazetteer().names:
        return "名:" + gazetteer().names[branch["bank"]].canonical + branch["rest"]
    known = gazetteer().names.get(text) or gazetteer().names.get(core)
    other = kind is EntityType.COMPANY and known and known.type is EntityType.ORGANIZATION and core != text
    return "名:" + (known.canonical if known and known.type in ORGANIZATIONS and not other else core)


_BRANCH = re.compile(r"(?P<bank>.{1,6}?行)(?P<rest>[^行]{2,6}[分支]行)$")


def _last_place(name: str) -> str:
    """The last part of a chain: "商丘市梁园区" → "梁园区"."""
    prefix = place_prefix(name)
    while prefix and len(name) - len(prefix) >= 2 and name[len(prefix) :] not in words("generic_zones"):
        name = name[len(prefix) :]
        prefix = place_prefix(name)
    return name


def merged_keys(
    keys: Iterable[str],
    registered: Iterable[str] = (),
    held: Iterable[str] = (),
    apart: Iterable[tuple[str, str]] = (),
    likely: Iterable[str] = (),
) -> dict[str, str]:
    """Map the key of a short company name to that of the long one it abbreviates, when there is just one.

    Args:
        keys: All keys of an article.
        registered: Those of names with their legal form: two of them are two companies.
        held: Those of shareholders and parents: none is short for the company that it holds.
        likely: Those of names that a shareholder is called by ("远图控股"), not the company it holds ("远图股份").
        apart: Those of a parent with its subsidiary: "|远图股份|全资子公司|远图吉成|" are two companies.
    """
    keys, full, parents, two = frozenset(keys), frozenset(registered), frozenset(held), frozenset(apart)
    groups = parents | frozenset(likely)
    cores = sorted((k for k in set(keys) if k.startswith("名:")), key=lambda k: (len(k), k))
    merged: dict[str, str] = {}
    for i, short in enumerate(cores):
        longer = [long for long in cores[i + 1 :] if _abbreviates(short[2:], long[2:]) and not {short, long} <= full]
        longer = [long for long in longer if short not in parents or long in parents]
        longer = [long for long in longer if long not in parents or short in groups]
        longer = [long for long in longer if (short, long) not in two]
        if len(longer) == 1:
            merged[short] = longer[0]
    merged |= _zones(keys)
    for short, long in list(merged.items()):
        merged[short] = merged.get(long, long)
    return merged


def _zones(keys: Iterable[str]) -> dict[str, str]:
    """ "昆山开发区" is the only zone of 昆山 that an article names in full ("昆山经济技术开发区")."""
    merged = {}
    for short in (k for k in keys if k.startswith("地:") and k.endswith("开发区")):
        stem = short.removesuffix("开发区")
        longer = [k for k in keys if k in {stem + "经开区", stem + "高新区"}]
        if len(longer) == 1:
            merged[short] = longer[0]
    return merged


class Registry:
    """The entities of one article, filled by giving each span its key.

    Attributes:
        entities: Entity by key; of a place and its government, by key and type.
    """

    def __init__(self, merged: dict[str, str], original: str, names: dict[str, str] | None = None) -> None:
        self.entities: dict[str, Entity] = {}
        self._merged = merged
        self._original = original
        self._names = names or {}

    def keyed(self, span: Span, offset: int) -> Span:
        """The span and the spans within it with their keys; their names are counted.

        Args:
            span: A span of a sentence.
            offset: Where the sentence begins.
        """
        key = entity_key(span)
        if not key:
            return span
        key = self._names.get(span.text, key) if span.type in ORGANIZATIONS else key
        key = self._merged.get(key, key)
        self._add(span, key, offset)
        return replace(
            span.keyed(key),
            owner=self._inner(span.owner, offset),
            place=self._inner(span.place, offset),
            titles=tuple((self._inner(self._home(party), offset), role) for party, role in span.titles),
            chain=tuple(self.keyed(part, offset) for part in span.chain),
        )

    def _inner(self, span: Span | None, offset: int) -> Span | None:
        return self.keyed(span, offset) if span else None

    def _home(self, party: Span | None) -> Span | None:
        """The country of an envoy whose embassy the article does not name: "|中国|驻加纳大使"."""
        absent = party is not None and party.source == "mission" and entity_key(party) not in self._merged
        return party.place if party is not None and absent else party

    def _add(self, span: Span, key: str, offset: int) -> None:
        named = span.chain[-1] if span.chain else span
        name = self._original[offset + named.start : offset + named.end]
        bare = name.strip("“”「」『』")
        name = name if set(bare) & set("“”「」『』") else bare  # “数字广东”平台
        if span.source == "abbreviation":
            name = abbreviations()[span.text]
        side = f"{key}#{span.type}" if key.startswith("地:") else key
        self.entities.setdefault(side, Entity(key, span.type)).add(name)
        place = governed(span)
        if place is not span:  # "上海市委" names 上海市 as well
            key = entity_key(place)
            self.entities.setdefault(f"{key}#{EntityType.PLACE}", Entity(key, EntityType.PLACE)).add(
                name[: len(place.text)]
            )


def _abbreviates(short: str, long: str) -> bool:
    if long in gazetteer().names or len(short) < 2 or len(short) == len(long):
        return False
    if short in gazetteer().names and not long.startswith(short):
        return False
    rest = long[len(short) :]
    if long.startswith(short) and _WHOLE.search(short) and _PART.search(rest):
        return False  # "绍兴大学|医学院" is not the university
    rest = _FORM.sub("", rest)
    if _OFFICE.search(long) and not _OFFICE.search(short):
        return False  # a branch is not the bank
    if re.search(r"第[一二三四五六七八九十]", rest):
        return False  # a numbered subsidiary
    if long.startswith(short) and short in gazetteer().names and _ORGAN.fullmatch(rest):
        return False  # "全国政协|港澳台侨委员会"
    if long.startswith(short) and short in gazetteer().names and rest in words("own_branches"):
        return False  # "中集|海工": a company beside the listed one
    if long.startswith(short):
        return (
            not re.match(
                r"（|中国|上海|北京|香港|云|汽车|金融|子公司|研究院|大学|分|银行|基金|投资|第|置业|地产|物业|财务|保险|人寿|资本|证券|租赁|健康|数科|物流|影业|文娱|智能云|数字能源|金服|电器|信托|电子|智联|智行|出行|音乐|视频|外卖|支付|医疗|五菱|大众|通用",
                rest,
            )
            and place_prefix(short) != short
            and not place_prefix(rest)  # a branch: "中国联通|陕西省分公司"
        )
    stripped = long[len(place_prefix(long)) :]
    if stripped != long and len(short) >= 2 and stripped.startswith(short):
        return not _SISTER.match(stripped[len(short) :])
    return len(short) >= 4 and short[:2] == long[:2] and is_subsequence(short, long)


_ORGAN = re.compile(r"[一-鿿]{2,12}(?:委员会|办公室|[局司厅部处署])")
_FORM = re.compile(r"^(?:集团|股份|有限|责任|控股)*公司")
_WHOLE = re.compile(r"(?:大学|学院|研究院|医院|学会|协会|商会)$")
_PART = re.compile(
    r"(?:学院|系|学部|医院|中心|研究[院所]|实验室|分会|委员会|基金会|校友会|公司|集团|出版社|[处部办]|中学|小学)$"
)
_OFFICE = re.compile(r"(?:分行|支行|分公司|支公司)$")
_SISTER = re.compile(r"股权|创业投资|投资(?:中心|合伙|基金|企业)|资产管理|资本|置业|物业|小额贷款|融资租赁")


def is_subsequence(short: str, long: str) -> bool:
    """Whether the characters of a short name stand in a long one, in order."""
    rest = iter(long)
    return all(char in rest for char in short)


def at_level(span: Span, level: str) -> bool:
    """Whether a place or its government is a province (省), a city (市), a county (县), … or any when level is ""."""
    text = (span.chain[-1].text if span.chain else span.text).removesuffix("委")
    stem = _GOVERNMENT.sub("", text)
    if stem.endswith("自治区"):
        return level in {"", "省"}
    if level in stem[-1:]:
        return True
    kinds = load("zh/places.yaml")
    return any(stem in kinds[key].split() for key in _KINDS.get(level, ()))


_KINDS = {"省": ("provinces",), "市": ("cities", "municipalities"), "国": ("countries",), "州": ("foreign",)}
