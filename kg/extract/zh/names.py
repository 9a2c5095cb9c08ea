"""How far a name reaches to the left of its suffix ("…与|中国路桥工程有限责任公司")."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.zh.gazetteer import Hit, is_cjk
from kg.extract.zh.lexicon import any_of, characters, words
from kg.model import EntityType

MAX_NAME = 28
_NUMBERED = re.compile(r"360|58同|\d{1,2}(?:[DGKk](?![A-Za-z])|[奈纳]米|英?寸|吋|号|期|代)")
_MEASURE = re.compile(r"(?:\d+(?:\.\d+)?)?(?:GWh|MWh|GW|MW|kW|KW|MWp|kV)(?=[一-鿿])")
_MEASURED = re.compile(r"(?:\d+|[我该本全]|(?<=在)一|(?<=了)一)$")
_LATIN = re.compile(r"(?<![A-Za-z])[A-Z][A-Za-z]+ $")
_COUNTING = frozenset("吨剂辆艘枚-·.’'+&个家座项条次位名届所间批余多第一二三四五六七八九十亿万元%")
_FIRST = frozenset("中上内外本有会")
_LEGAL = ("有限公司", "有限责任公司", "股份有限公司", "集团有限公司", "集团公司", "会计师事务所", "律师事务所")
_JOINTS = frozenset("与和同跟及")
_SAME = frozenset({"同创", "同方", "同兴", "同益", "同德", "同泰", "同仁", "同济", "同策", "同程"})
_EXTRA = frozenset("·-&.’'+")


@cache
def _inside() -> frozenset[str]:
    """The pairs of characters within which a boundary character is none."""
    return frozenset(word[i : i + 2] for word in words("inside") for i in range(len(word) - 1))


@cache
def _stop_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(w) for w in words("stops")}, reverse=True))


def left_edge(text: str, end: int, hits: dict[int, Hit], *, joins: bool = True, placed: bool = False) -> int:
    """Where the name that ends at `end` begins.

    Args:
        text: A simplified sentence.
        end: Offset of the suffix; the result is `end` itself when nothing belongs to it.
        hits: Known names by their end, which are taken whole.
        joins: Whether a verb may be part of the name before some words ("建设" in "建设集团").
        placed: Whether nothing but a place stands before a place in the name ("支付|美国司法部").
    """
    start = end
    floor = max(0, end - MAX_NAME)
    whole = False
    while start > floor:
        hit = hits.get(start) or (hits.get(start + 1) if placed and start == end else None)  # "贵州省|委"
        if hit and hit.start >= floor:
            start, whole = hit.start, True
            if placed and hit.known.type is EntityType.PLACE and start not in hits and not _abroad(text, start):
                return start - (text[start - 1 : start] == "全")  # "全日本华侨联合会"
            continue
        bracket = _bracket(text, start, floor)
        if bracket is not None:
            start = bracket
            continue
        latin = _LATIN.search(text, floor, start) if text[start : start + 1].isascii() else None
        if latin:
            start = latin.start()  # "Arrow |Energy公司"
            continue
        joint = text[start - 1] in _JOINTS and start - 1 in hits  # "中石化|与|地方政府"
        joint = joint and text[start - 1 : start + 1] not in _SAME  # "宁波|同创材料有限公司"
        if joint or not _belongs(text, start, end, hits, joins=joins and not whole, whole=whole):
            break
        start, whole = start - 1, False
    if text[start - 1 : start + 1] == "该国" and not is_cjk(text[start + 1]):
        start += 1  # "授予该国|CIO公司"
    return _trim(text, start, end)


def first_field(text: str, start: int) -> int:
    """Where the fields begin that a ministry has before its last one: "|国际贸易及|工业部", "|数码、文化及|体育部"."""
    fields = _fields().search(text, max(0, start - MAX_NAME), start) if text[start - 1 : start] in _JOINTS else None
    return fields.start() if fields else start


@cache
def _fields() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('ministries') | words('portfolios'))}[、与和及])+$")


def _abroad(text: str, start: int) -> bool:
    """Whether a mission's country stands before its host's: "中国驻|菲律宾大使馆"."""
    return text[start - 1 : start] == "驻"


def _bracket(text: str, start: int, floor: int) -> int | None:
    """Step over a short bracket within a name: "特斯拉（上海）有限公司"."""
    if text[start - 1] not in "）〉":
        return None
    opening = text.rfind("（", max(floor, start - 14), start)
    inner = text[opening + 1 : start - 1]
    if (
        opening > floor
        and inner
        and ((all(is_cjk(c) for c in inner) and len(inner) <= 6) or (inner.isascii() and inner[0].isalpha()))
        and (is_cjk(text[opening - 1]) or text[opening - 1].isalnum())
    ):
        return opening
    return None


def _belongs(text: str, start: int, end: int, hits: dict[int, Hit], *, joins: bool, whole: bool) -> bool:
    """Whether the character before `start` can be part of the name; `whole` when a known name begins at `start`."""
    char = text[start - 1]
    if char in "—–" and start - 1 in hits and text[start] != char:
        return True  # "中国|—|东盟信息港"
    if not (is_cjk(char) or char in _EXTRA or (char.isascii() and char.isalnum())):
        return False
    if char == "份" and text[start - 2 : start - 1] == "月":
        return False  # "2月份|远图控股有限公司"
    if char in "年月日号时点周期" and text[start - 2 : start - 1].isdigit():
        return False
    if char in "中上首" and start - end <= -2 and not is_cjk(text[start - 2 : start - 1] or " "):
        return True
    if (char in characters("hard") or char in characters("soft")) and not _within_word(text, start, whole):
        return char in _FIRST and not whole and _opens(text, start - 1, hits) and text.startswith(_LEGAL, end)
    return not _stops(text, start, end, joins, whole)


def _opens(text: str, start: int, hits: dict[int, Hit]) -> bool:
    """Whether a name can begin here: behind a place, at the beginning or, with 中, behind a preposition or a verb."""
    before = text[start - 1 : start]
    if start in hits or not is_cjk(before or " "):
        return True
    verb = text[start - 2 : start] in words("stops") - words("joined")  # "确保|中橡有限公司"
    return text[start] == "中" and (verb or before in "与和同跟及向由对被为是给将据及")


def _stops(text: str, start: int, end: int, joins: bool, whole: bool) -> bool:
    registered = text.startswith("（", start) and text.startswith(_LEGAL, text.find("）", start, end) + 1)
    for length in () if registered else _stop_lengths():
        word = text[start - length : start] if start >= length else ""
        if word == "融资" and text[start - 3 : start + 1] == "金融资产":
            continue
        if word in words("stops") and not (length == 1 and _within_word(text, start, whole)):
            project = text[start:].startswith("项目") and word not in words("project_verbs")
            return not (_joined(text, word, start, end) if joins else project)
    return False


def _within_word(text: str, start: int, whole: bool) -> bool:
    """Whether a boundary character is part of a word: not with the first of a known name ("向|日本")."""
    if whole and text[start - 1] in "与和同跟向对由把被给将在从":
        return False
    return text[start - 2 : start] in _inside() or (not whole and text[start - 1 : start + 1] in _inside())


def _joined(text: str, word: str, start: int, end: int) -> bool:
    """Whether a stop is none here: "投资" ends a name to its left in "…投资腾讯", and is part of one in "投资集团"."""
    if word in words("joined_registered") and text.startswith(_LEGAL, start):
        return True
    if word not in words("joined"):
        return False
    rest = text[start : end + 4].lstrip("（")
    return any(rest.startswith(after) for after in words("joined_before"))


def _trim(text: str, start: int, end: int) -> int:
    """Drop digits, measure words and dashes that a name cannot begin with."""
    previous = -1
    while previous != start:
        previous = start
        while start < end and text[start] in _COUNTING and not _number_name(text, start):
            start += 1
        start += text[start - 1 : start + 1] == "其中"
        while start < end and text[start].isdigit() and not _NUMBERED.match(text, start):
            start += 1
        if start < end and text[start] in "强市省区县场校院" and _MEASURED.search(text[:start]):
            start += 1  # "世界500|强|美国礼来公司", "我|市|贝达公司", "我|校|海洋学院"
        if start < end and text[start] == "场" and text[start - 1] in "多几两三四五六七八九十":
            start += 1  # "多场|配套论坛"
        measured = _MEASURE.match(text, start, end)
        start = measured.end() if measured else start
    return start


def _number_name(text: str, start: int) -> bool:
    return any(text[start : start + n] in words("number_names") for n in (2, 3))
