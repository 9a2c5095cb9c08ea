"""Names of one sentence: known names, and organizations, places, facilities and events by their last words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from kg.extract.zh.gazetteer import Hit, Known, gazetteer, is_cjk
from kg.extract.zh.lexicon import any_of, words
from kg.extract.zh.names import left_edge
from kg.extract.zh.spans import Span
from kg.model import EntityType

Hits = dict[int, Hit]
_NOT_AFTER_PLACE = re.compile(
    r"[长委](?!期|达|江|安|城|沙|春|远|线|治)|籍|民(?!生|营|政|航|用|企)|值|场(?!馆)|直|属|内|外|级|政(?:协|府)|人大"
)
_LEGAL = re.compile(r"股份有限公司|有限责任公司|有限公司|集团公司|总公司|分公司")
_LOCAL = re.compile(r"局[0-9一二三四五六七八九十]*$")
_BUILDER = re.compile(
    r"中(?:国)?(?:建|铁|交|电建|核|冶|煤|水电)[一二三四五六七八九十]{1,3}局(?:集团)?(?:有限公司)?|中(?:铁|建)[一二三四五六七八九十]{1,3}局"
)
_TICKER = re.compile(
    r"(?<=[一-鿿A-Za-z])（\s*(?:[A-Z]{2,6}[.:：])?\d{4,6}(?:[.\-][A-Z]{2})?\s*）|（[A-Z]{1,5}(?:\.[A-Z]+)?）"
)
_BRANCH = re.compile(
    r"(?:（中国）|（集团）)?(?:中国(?!总部|区|市场|业务|首|最|第|大陆|内地|研发)|集团|公司|控股集团|股份|汽车(?!总部|工厂|基地|产)|科技(?!园)|云)?(?:股份有限公司|有限责任公司|有限公司|公司)?"
)
_PLACE_TAIL = re.compile(r"(?P<stem>[一-鿿]{2,3}?)(?P<suffix>市|县|区|镇|省|州)")
_BUREAU = re.compile(
    r"(?P<stem>[^\W\da-zA-Z的和与在是为将对向由被]{2,9}?)(?:总局|(?<![布格结邮大全时当赛骗])局(?!面|部|势|限|域)|厅(?!级)|(?<![签部])署(?!名)|管理处|运输处|工程处)"
)
_ABBREVIATED = re.compile(
    r"(?<=[在赴驻来对于])[华美英德法日韩印俄京沪津渝港澳台穗深蓉汉宁杭](?=投资|设|建|开|成立|办|布局|生产|落|签|举行|兴|新|增|扩|打造|的|收|推|发|正|召|会|与|，)"
)
_OFFICE = re.compile(r"[一-鿿]{2,8}?(?:分行|支行)")
_LINE = re.compile(r"(?<![一-鿿])[一-鿿]{2}$|(?<=[的条在和与该])[一-鿿]{2}$")
_NOT_PLACE_TAIL = re.compile(
    r"(?:城|都|地|园|社|景|校|小|片|辖|灾|郊|街|港|矿|厂|库|牧|专|特|分|大|战|选|新|跨|全|该|本|我|上|超|门|股|楼|夜|房|车|债|集|县|同|各|外|开|管|试|高|经|山|林|老|老城|中心|示范|开发|保税|合作|功能|商务|住宅|工业|旅游|核心|自贸|度假|服务|海|水|东|西|南|北|一|二|三|两|多|个|些|产|广|周边|直辖|自治|主城|中|内|沿|江|省|城|乡|村|贵|何|美|亚|欧|神|非|年|间|行|街|后|入|进|退)$"
)


def find_mentions(text: str, aliases: Mapping[str, EntityType] | None = None) -> list[Span]:
    """Organizations, places, facilities and events of a sentence, from left to right, none overlapping.

    Args:
        text: A simplified sentence.
        aliases: Short names that the article gives to organizations.
    """
    known = _with_aliases(text, list(gazetteer().scan(text)), aliases or {})
    hits = {hit.end: hit for hit in known}
    places = _places(text, known, hits)
    for place in places:
        hits.setdefault(
            place.end, Hit(place.start, place.end, gazetteer().names.get(place.text) or Known(EntityType.PLACE, ""))
        )
    found = [
        *places,
        *_known_organizations(text, known, hits),
        *_organizations(text, hits),
        *_facilities(text, hits),
        *_events(text, hits),
    ]
    return [span for span in _longest(found) if not _in_quoted_name(text, span)]


def _with_aliases(text: str, known: list[Hit], aliases: Mapping[str, EntityType]) -> list[Hit]:
    found = [
        Hit(match.start(), match.end(), Known(kind, ""))
        for name, kind in aliases.items()
        for match in re.finditer(re.escape(name), text)
    ]
    if not found:
        return known
    chosen: list[Hit] = []
    for hit in sorted([*found, *known], key=lambda h: (-(h.end - h.start), h.start)):
        if all(hit.end <= other.start or hit.start >= other.end for other in chosen):
            chosen.append(hit)
    return sorted(chosen, key=lambda h: h.start)


def _in_quoted_name(text: str, span: Span) -> bool:
    """Whether a place is only a word of a quoted name: "“诗词|中国|”"."""
    if span.type is not EntityType.PLACE:
        return False
    opening, closing = text.rfind("“", 0, span.start), text.find("”", span.end)
    inner = text[opening + 1 : closing] if 0 <= opening < closing else ""
    return span.text != inner and 0 < len(inner) <= 12 and not re.search(r"[，。；：、“”]", inner)


def _longest(found: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(found, key=lambda s: (-(s.end - s.start), s.start, s.type != EntityType.FACILITY)):
        if all(span.end <= other.start or span.start >= other.end for other in kept):
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)


# -- places ------------------------------------------------------------------------------------------------------------


def _places(text: str, known: list[Hit], hits: Hits) -> list[Span]:
    parts = [Span(h.start, h.end, EntityType.PLACE, text[h.start : h.end], "list") for h in known if _is_place(h, text)]
    parts += _suffixed_places(text, hits, parts)
    parts += _abbreviated_places(text)
    parts = _longest(parts)
    chains: list[list[Span]] = []
    for part in parts:
        if chains and chains[-1][-1].end == part.start:
            chains[-1].append(part)
        else:
            chains.append([part])
    return [_chain(text, chain) for chain in chains]


def _abbreviated_places(text: str) -> Iterator[Span]:
    """ "在华投资", "赴美建厂", "驻沪"."""
    for match in _ABBREVIATED.finditer(text):
        yield Span(match.start(), match.end(), EntityType.PLACE, match[0], "abbreviation")


def _is_place(hit: Hit, text: str) -> bool:
    if hit.known.type is not EntityType.PLACE:
        return False
    rest = text[hit.end : hit.end + 2]
    if rest[:1] in "方式人籍军语裔史商企资产货" and hit.known.canonical == text[hit.start : hit.end]:
        return False  # 中方, 美式, 日本人, 日资, 国产: of a country, not the country
    return rest[:1] not in set("队社") and not text[hit.end :].startswith(tuple(words("nationals")))


def _chain(text: str, chain: list[Span]) -> Span:
    last = chain[-1]
    whole = text[chain[0].start : last.end]
    generic = last.text in words("generic_zones")
    parts = tuple(chain[:-1]) + (last,) if not generic else tuple(chain[:-1])
    if generic and len(chain) > 1:
        joined = Span(chain[-2].start, last.end, EntityType.PLACE, chain[-2].text + last.text, "suffix")
        parts = (*chain[:-1], joined)
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
        body = text[start : match.end()]
        if (start < match.start() and len(body) <= 16) or match.start() in ends:
            yield Span(start, match.end(), EntityType.PLACE, body, "suffix")
    for match in _PLACE_TAIL.finditer(text):
        if match.end() in ends:
            continue
        span = _small_place(text, match, ends)
        if span:
            yield span


@cache
def _zone_pattern() -> re.Pattern[str]:
    zones = [w for w in words("place_suffixes") if len(w) > 1 and w not in {"街道", "片区"}]
    return re.compile(any_of(zones) + r"(?!域|间|分)")


def _small_place(text: str, match: re.Match[str], ends: set[int]) -> Span | None:
    """A county, district or town that no list has: "秭归县" at the start of a clause, or behind a known place."""
    rest = text[match.end() : match.end() + 2]
    if rest[:1] in set("长域民场间值级内外籍政属直"):
        if rest not in {"民政", "政府", "直属", "长江", "外经"} and not rest.startswith("政府"):
            return None
    for length in (2, 3):
        start = match.end() - 1 - length
        stem = text[max(start, 0) : match.end() - 1]
        if (
            start in ends
            and stem[:1] not in "市省县区等"
            and all(is_cjk(c) for c in stem)
            and not _verbal(stem)
            and stem[-1] != "城"
        ):
            return Span(start, match.end(), EntityType.PLACE, text[start : match.end()], "suffix")
        bounded = (
            start == 0
            or start in ends
            or not is_cjk(text[start - 1])
            or text[start - 1] in "与和在向由对为于从到赴及的是至获给将同"
        )
        if (
            start >= 0
            and bounded
            and all(is_cjk(c) for c in stem)
            and not _NOT_PLACE_TAIL.search(stem)
            and not _verbal(stem)
        ):
            return Span(start, match.end(), EntityType.PLACE, text[start : match.end()], "suffix")
    return None


def _verbal(stem: str) -> bool:
    return (
        any(stem.startswith(w) or stem.endswith(w) for w in words("stops") if len(w) > 1)
        or stem[0] in "的了在与和是为将该本各全这那某每与于从到"
    )


# -- organizations -----------------------------------------------------------------------------------------------------


def _known_organizations(text: str, known: list[Hit], hits: Hits) -> Iterator[Span]:
    for hit in known:
        if hit.known.type is EntityType.PLACE:
            continue
        word = text[hit.start : hit.end]
        if word in words("ambiguous") and not _confirmed(text, hit):
            continue
        branch = _BRANCH.match(text, hit.end) if hit.known.type is EntityType.COMPANY else None
        end = branch.end() if branch else hit.end
        office = _OFFICE.match(text, end) if word.endswith(("行", "银行")) else None
        end = office.end() if office else end
        yield Span(hit.start, end, hit.known.type, text[hit.start : end], "list")


def _confirmed(text: str, hit: Hit) -> bool:
    """Whether a name that is also a common word is the name here: it acts, or stands among names."""
    rest, before = text[hit.end : hit.end + 4], text[hit.start - 1 : hit.start]
    acts = rest.startswith(tuple(words("confirming"))) and before not in set("的广了")
    return acts or before in set("将把对向与由被")


@cache
def _suffix_pattern() -> re.Pattern[str]:
    bureaus = any_of(words("bureaus")) + "(?:总局|局|厅|委员会|委|署)"
    ministries = any_of(words("ministries")) + "部(?!门|分|长|署|件|队|级|落|位)"
    suffixes = any_of(words("company_suffixes") | words("government_suffixes") | words("organization_suffixes"))
    return re.compile(f"{bureaus}|{ministries}|{suffixes}|{any_of(words('short_company_suffixes'))}")


def _organizations(text: str, hits: Hits) -> Iterator[Span]:
    for match in _BUILDER.finditer(text):
        yield Span(match.start(), match.end(), EntityType.COMPANY, match[0], "suffix")
    for match in _TICKER.finditer(text):
        start = left_edge(text, match.start(), hits)
        if 2 <= match.start() - start <= 12:
            yield Span(start, match.start(), EntityType.COMPANY, text[start : match.start()], "context")
    for place in [h for h in hits.values() if h.known.type is EntityType.PLACE]:
        office = _BUREAU.match(text, place.end)
        if office and not _verbal(office["stem"]):
            yield Span(place.start, office.end(), EntityType.GOVERNMENT, text[place.start : office.end()], "suffix")
    for match in _suffix_pattern().finditer(text):
        span = _organization(text, match, hits)
        if span:
            yield span


def _organization(text: str, match: re.Match[str], hits: Hits) -> Span | None:
    suffix = match[0]
    start = left_edge(text, match.start(), hits)
    stem = text[start : match.start()]
    body = text[start : match.end()]
    kind = _type(suffix)
    if suffix in words("short_company_suffixes"):
        source = (
            "suffix" if any(h.start == start and h.known.type is EntityType.PLACE for h in hits.values()) else "short"
        )
        return (
            Span(start, match.end(), kind, body, source)
            if _short_company(text, stem, suffix, match.end(), hits)
            else None
        )
    if kind is EntityType.COMPANY and not _company_stem(text, stem, suffix, match.end()):
        return None
    if kind is EntityType.GOVERNMENT and not _government_stem(stem, suffix):
        return None
    if kind is EntityType.ORGANIZATION and (len(stem) < 2 or stem in words("generic_modifiers")):
        return None
    return Span(start, match.end(), kind, body, "suffix")


def _company_stem(text: str, stem: str, suffix: str, end: int) -> bool:
    if len(stem) < 2 or stem in words("generic_modifiers"):
        return False
    if suffix == "银行" and text[end : end + 1] in set("业卡账"):
        return False
    begin = end - len(suffix) - len(stem)
    if suffix in {"公司", "集团"} and re.search(r"(?:[一两三四多几数某]|\d)家$", text[max(0, begin - 3) : begin]):
        return False
    if suffix == "公司" and stem[-1] in "子分母总该某一两三孙":
        return False
    if suffix == "公司" and re.search(
        r"(?:是|为|家|的|型)$|性", text[max(0, end - len(stem) - 4) : end - len(stem) - 2] + stem[:3]
    ):
        return False
    return not (
        suffix in {"公司", "集团"}
        and stem.endswith(tuple(w for w in words("generic_modifiers") if len(w) > 1))
        and len(stem) <= 4
    )


def _government_stem(stem: str, suffix: str) -> bool:
    if not stem:
        return len(suffix) > 3 and suffix.endswith(("局", "部", "厅")) and suffix not in words("government_suffixes")
    if suffix.endswith("机构") and re.search(r"投资|金融|融资|评级|研究|咨询|医疗", stem):
        return False
    if suffix.endswith("机构") and not any(stem.startswith(p) for p in _place_names(stem)):
        return False
    if suffix in {"委员会", "办公室", "当局", "联盟", "组委会"} and len(stem) < 2:
        return False
    return stem not in words("generic_modifiers") and not (
        suffix == "政府" and stem in {"地方", "各级", "各地", "中央"}
    )


def _place_names(stem: str) -> list[str]:
    return [
        stem[:n]
        for n in range(2, min(len(stem), 8) + 1)
        if (known := gazetteer().names.get(stem[:n])) and known.type is EntityType.PLACE
    ]


def _short_company(text: str, stem: str, suffix: str, end: int, hits: Hits) -> bool:
    """ "海梁科技": two to four characters that say nothing else, and nothing behind that makes it a noun phrase."""
    if suffix in words("verbal_suffixes") and (hits.get(end - len(suffix)) or len(stem) > 3):
        return False
    if not 2 <= len(stem) <= 8 or stem in words("generic_modifiers") or not is_cjk(stem[0]):
        return False
    place = next((p for p in _place_names(stem) if len(stem) - len(p) >= 2), "")
    if (
        place
        and stem[len(place) :] not in words("generic_modifiers")
        and len(suffix) == 2
        and suffix in {"科技", "股份", "集团", "药业", "控股", "基金", "生物", "资本"}
    ):
        return True
    if stem.endswith(tuple(words("generic_modifiers"))) or stem.startswith(tuple(words("generic_modifiers"))):
        return False
    hit = hits.get(end - len(suffix))
    if not place and len(stem) > 5:
        return False
    if hit and hit.known.type is EntityType.PLACE and hit.end - hit.start == len(stem):
        return suffix in words("local_company_suffixes")
    rest = text[end : end + 4]
    return not rest or rest[0] in "，。、；：（）”《 " or rest.startswith(tuple(words("confirming")))


@cache
def _type(suffix: str) -> EntityType:
    if suffix in words("organization_suffixes"):
        return EntityType.ORGANIZATION
    if suffix in words("company_suffixes") or suffix in words("short_company_suffixes"):
        return EntityType.COMPANY
    return EntityType.GOVERNMENT


# -- facilities and events ---------------------------------------------------------------------------------------------


@cache
def _facility_pattern() -> re.Pattern[str]:
    return re.compile(
        f"{any_of(words('facility_heads'))}+"
        + r"(?!元|币|商|业|股|化|家|长|房产|经理|建设(?:集团|有限|投资)|有限|公司|集团|规划|方案|负责|经济|产业|技术|大学|局|银行|委|管理)"
    )


def _facilities(text: str, hits: Hits) -> Iterator[Span]:
    inside = {i for hit in hits.values() for i in range(hit.start, hit.end)}
    for match in _facility_pattern().finditer(text):
        if match.start() in inside and len(match[0]) == 1:
            continue
        start = _route(text, left_edge(text, match.start(), hits, joins=False), hits)
        quote = text.rfind("“", max(0, match.start() - 24), match.start())
        if quote >= 0 and text[match.start() - 1] == "”" and "”" not in text[quote : match.start() - 1]:
            start = left_edge(text, quote, hits, joins=False)
        if match[0] == "总部" and re.match(r"(?:就|也|均)?(?:位于|设在|设于|坐落)", text[match.end() :]):
            continue
        if text[match.end() : match.end() + 1] == "”" and quote >= 0 and "”" not in text[quote : match.end()]:
            yield _facility(text, quote + 1, match.end(), hits, "head")  # the whole of a quoted name
            continue
        if text[: match.start()].endswith(("该", "这座", "这条", "这个", "本")):
            continue
        stem = text[start : match.start()].strip("“”")
        if match[0] in words("line_heads") and not stem and (short := _LINE.search(text[: match.start()])):
            start, stem = short.start(), short[0]
        if _names_facility(stem, match[0]):
            yield _facility(text, start, match.end(), hits, "head")
        elif (
            match[0] in words("bare_facilities") and (not stem or stem in words("generic_modifiers"))
        ) or stem == "新":
            yield _facility(text, start, match.end(), hits, "bare")


def _names_facility(stem: str, head: str) -> bool:
    if len(stem) < 2 or stem.endswith(tuple(words("not_facility"))) or any(c in stem for c in "亿%"):
        return False
    return stem not in words("generic_modifiers") or (
        stem in words("facility_modifiers") and head not in {"项目", "工程", "平台"}
    )


def _route(text: str, start: int, hits: Hits) -> int:
    """Take in the other end of a line: "蒙巴萨至|内罗毕铁路"."""
    far = hits.get(start - 1)
    return far.start if far and text[start - 1] in "至到-—" and far.known.type is EntityType.PLACE else start


def _facility(text: str, start: int, end: int, hits: Hits, source: str) -> Span:
    inner = [hit for hit in hits.values() if start <= hit.start and hit.end <= end]
    owners = [h for h in inner if h.known.type is not EntityType.PLACE and h.start == start]
    places = [h for h in inner if h.known.type is EntityType.PLACE]
    owner = (
        Span(owners[0].start, owners[0].end, owners[0].known.type, text[owners[0].start : owners[0].end], "list")
        if owners
        else None
    )
    place = (
        Span(places[0].start, places[0].end, EntityType.PLACE, text[places[0].start : places[0].end], "list")
        if places
        else None
    )
    return Span(start, end, EntityType.FACILITY, text[start:end], source, owner=owner, place=place)


def _events(text: str, hits: Hits) -> Iterator[Span]:
    for match in re.finditer(any_of(words("event_heads")), text):
        start = left_edge(text, match.start(), hits)
        if len(match[0]) > 2 or start < match.start():
            yield Span(start, match.end(), EntityType.EVENT, text[start : match.end()], "head")
