"""Groups of names in a sentence with their case marks, and who is the subject of a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.zh.lexicon import any_of, words
from kg.extract.zh.reading import Reading
from kg.extract.zh.spans import ORGANIZATIONS, Span
from kg.model import EntityType

_BREAK = re.compile(
    r"[，；：。！？]|(?<=协议|合作|共识|消息|举措|决定)——|(?<=[一-鿿”）%])\s+(?=[一-鿿“])"
    r"|(?<=[亿万]元)、(?=[^、，。；]{2,20}(?:增资|出资|投资|认购|认缴|捐赠|捐款))"
    r"|(?<=贷款|资金|融资|援助)、(?=[^、，。；]{2,20}(?:承建|施工|建设|修建))"
    r"|、(?=(?:19|20)\d\d年[^，。；、]{2,24}(?:收购|入股|控股|并购))"
)
_SHARE = r"(?:的?(?:约)?\d+(?:\.\d+)?%的?(?:股权|股份)?|(?:各|约)?\d+(?:\.\d+)?[万亿]*(?:元|美元|欧元|港元))?"
_BRACKET = re.compile(r"（[^（）。]{1,60}）|《[^《》]{1,60}》")
_BEHIND_LIST = rf"(?:（[^）]{{0,30}}）)?{_SHARE}(?:、|，)?"
_OF = re.compile(
    r"^(?:（[^）]{0,30}）)?(?:等\S{0,6})?(?:方面)?(?:等[^，。；、]{0,22}(?:国家|地区|省份|城市|省市|区县|市州)(?:和地区)?的|的|[东西南北中]{1,2}部(?=[一-鿿]{2,10}(?:政府|省|州|邦|市|县))|某|的?(?:控股)?母公司|旗下|下属|辖下|所属|全资(?!收购|拥有|持有|控股|投资|设立)|控股子|子公司|参股|(?:自主)?(?:出版|生产|制造|研发|研制|编辑|主办|开发|设计|发行)的)"
)


@cache
def _and() -> re.Pattern[str]:
    """What stands between two names that a conjunction joins, and nothing else."""
    return re.compile(rf"{_BEHIND_LIST}(?:{any_of(words('marks.joint'))}|并与)$")


@cache
def _mark() -> re.Pattern[str]:
    lists = (
        words(f"marks.{kind}") for kind in ("with", "joint", "give", "agent", "to", "at", "from", "oblique", "other")
    )
    return re.compile(f"(?<!参)(?P<mark>{any_of(frozenset[str]().union(*lists))})$")


@dataclass(frozen=True, slots=True)
class Group:
    """Coordinated names ("A、B") with what marks them.

    Attributes:
        mark: The coverb or conjunction right before ("与", "向", "在"), or "".
        linked: Whether a conjunction alone stands between this group and the one before.
        modifies: Whether 的, 旗下, … follows: the names belong to a later noun.
        clause: Number of the clause in its sentence.
    """

    start: int
    end: int
    members: tuple[Span, ...]
    mark: str
    linked: bool
    modifies: bool
    clause: int


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence divided into clauses and groups of names."""

    reading: Reading
    bounds: tuple[tuple[int, int], ...]
    groups: tuple[Group, ...]

    @property
    def text(self) -> str:
        """The simplified words."""
        return self.reading.text

    def at(self, offset: int) -> int:
        """Number of the clause that an offset is in."""
        for number, (start, end) in enumerate(self.bounds):
            if start <= offset < end:
                return number
        return len(self.bounds) - 1

    def words(self, clause: int) -> str:
        """The words of a clause."""
        start, end = self.bounds[clause]
        return self.text[start:end]

    def within(self, clause: int) -> list[Group]:
        """The groups of a clause."""
        return [g for g in self.groups if g.clause == clause]


def divide(reading: Reading) -> Clauses:
    """Divide a sentence into clauses, and its names into groups."""
    text, spans = reading.text, _top(reading.text, reading.spans)
    covered = [(s.start, s.end) for s in reading.spans]
    covered += [m.span() for m in _BRACKET.finditer(text)]
    bounds, start = [], 0
    for match in _BREAK.finditer(text):
        if _in_list(text, match, spans) or any(a < match.start() < b for a, b in covered):
            continue
        bounds.append((start, match.end()))
        start = match.end()
    if start < len(text):
        bounds.append((start, len(text)))
    clauses = Clauses(reading, tuple(bounds or [(0, len(text))]), ())
    return Clauses(reading, clauses.bounds, tuple(_groups(clauses, spans)))


def _in_list(text: str, match: re.Match[str], spans: Sequence[Span]) -> bool:
    """Whether a comma only separates persons of one list: "…市长李明，…董事长王刚出席"."""
    if match[0] != "，":
        return False
    if text.startswith("以及", match.end()):  # "与|甲市|，以及|远图集团|签署"
        beside = {s.end for s in spans if s.type is not EntityType.PERSON}
        return match.start() in beside and any(
            s.start - match.end() == 2 or _DESCRIBED.fullmatch(text, match.end() + 2, s.start) for s in spans
        )
    before = [s for s in spans if s.end == match.start() and s.type is EntityType.PERSON]
    after = [s for s in spans if s.type is EntityType.PERSON and s.titles and _begin(s) == match.end()]
    return bool(before and after)


def beside(role: str) -> bool:
    """Whether a title only refers to the organization named before: "…有限公司|及其前总经理|徐健"."""
    return role.removeprefix("原").startswith(("及其", "和其", "与其"))


def _begin(span: Span) -> int:
    starts = [
        party.start
        for party, role in span.titles
        if party and party.start < span.start and party.source != "shared" and not beside(role)
    ]
    title = len(span.titles[0][1]) if span.titles else 0
    return min([*starts, span.start - title])


_SHORT_FOR = re.compile(r"（(?:以下|下)?(?:简称|合称|统称|称|又称|英文)[^（）]{1,40}）")


_KIND = re.compile(
    r"[一-鿿]{0,10}(?:公司|企业|巨头|厂商|车企|药企|车商|大厂|业者|新秀|新势力|独角兽|品牌|[制承零设运开供建生][造包售备营发应筑产]商)"
)


def _whence(text: str, place: Span, behind: Sequence[Span]) -> bool:
    """Whether a place only says where the company or city behind is: "与|瑞士|投资公司远图资本"."""
    if (
        behind
        and behind[0].type is place.type is EntityType.PLACE
        and _CITY_OF.fullmatch(text, place.end, behind[0].start)
    ):
        return True  # "|青海省|第二大城市海东市"
    follows = behind and behind[0].type is EntityType.COMPANY and place.type is EntityType.PLACE
    return bool(follows) and bool(_KIND.fullmatch(text, place.end, behind[0].start))


_CITY_OF = re.compile(r"的?(?:首都|首府|省会|(?:第[一二三四五]大|最大的?|港口|工业)城市|重镇)")


def _bracketed(text: str, span: Span) -> bool:
    return text[span.start - 1 : span.start] == "（" and text[span.end : span.end + 1] == "）"


def _top(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans that are no part of a person's title, and no short name in a bracket behind the full one."""
    short = [m.span() for m in _SHORT_FOR.finditer(text)]
    keys = {s.end: s.key for s in spans}
    spans = [s for s in spans if not any(a < s.start and s.end < b for a, b in short)]
    spans = [s for s in spans if not (_bracketed(text, s) and keys.get(s.start - 1) == s.key)]
    spans = [s for i, s in enumerate(spans) if not _whence(text, s, spans[i + 1 : i + 2])]
    starts = {s.start for s in spans if s.type is EntityType.COMPANY and text[s.start].isascii()}
    firms = {s.start for s in spans if s.type is EntityType.COMPANY}
    spans = [s for s in spans if not (s.end in firms and s.type is EntityType.FACILITY and s.text.endswith("平台"))]
    spans = [s for s in spans if s.type is not EntityType.PLACE or not starts & {s.end, s.end + 1}]
    persons = [(_begin(s), s.start) for s in spans if s.type is EntityType.PERSON and s.titles]
    return [s for s in spans if not any(a <= s.start and s.end <= b for a, b in persons)]


def _groups(clauses: Clauses, spans: Sequence[Span]) -> Iterable[Group]:
    text = clauses.text
    pending: list[Span] = []
    result: list[Group] = []
    for span in spans:
        near = pending and clauses.at(pending[-1].start) == clauses.at(span.start)
        if near and _same_group(text, pending[-1], span):
            pending.append(span)
            continue
        if pending:
            result.append(_group(clauses, pending, result))
        pending = [span]
    if pending:
        result.append(_group(clauses, pending, result))
    return result


# "兴建一座工厂、|两座|仓库"
_PIECES = re.compile(r"(?<=[、与和及])(?:\d{1,3}|[一二两三四五六七八九十百多数几]+)[座间个家条处所幢栋]$")


def _same_group(text: str, last: Span, span: Span) -> bool:
    if last.start == span.start and last.end == span.end:
        return True
    first = _begin(span) if span.type is EntityType.PERSON else span.start
    gap = text[last.end : first]
    if span.type is EntityType.FACILITY:
        gap = _PIECES.sub("", gap)
    if not re.fullmatch(rf"(?:（[^）]{{0,40}}）)?{_SHARE}(?:、|，以及|，|以及|、以及)", gap):
        return False
    if "，" in gap and "以及" not in gap:
        return last.type is span.type is EntityType.PERSON
    return _broad(last) == _broad(span)


def _broad(span: Span) -> str:
    if span.type in ORGANIZATIONS or span.type is EntityType.PLACE:
        return "party"
    return str(span.type)


_PASSED_ON = frozenset({"与", "和", "同", "跟", "由", "被", "携手", "联合", "对", "向", "给"})
# What stands between a parent and its subsidiary: "|海岳集团|下属企业|海岳鹏龙|".
UNDER = re.compile(
    r"的?(?:旗下|下属|辖下|所属|全资|控股|参股)+的?(?:项目公司|子公司|孙公司|企业|公司|机构|单位|附属公司)?“?"
)


def _group(clauses: Clauses, members: list[Span], before: Sequence[Group]) -> Group:
    text = clauses.text
    start = _begin(members[0]) if members[0].type is EntityType.PERSON else members[0].start
    end = members[-1].end
    floor = clauses.bounds[clauses.at(start)][0]
    if before:
        floor = max(floor, before[-1].end) if before[-1].end <= start else floor
    lead = text[floor:start]
    if members[0].type is EntityType.FACILITY:
        lead = _PIECES.sub("", lead)
    mark = None if lead.endswith("图为") else _mark().search(_plain(lead))
    gap = text[before[-1].end : start] if before and before[-1].end <= start else ""
    if members[0].type is EntityType.FACILITY:
        gap = _PIECES.sub("", gap)
    if before and before[-1].mark in _PASSED_ON and before[-1].modifies and UNDER.fullmatch(gap):
        parent = before[-1]
        modifies = _modifies(text, members[-1])
        return Group(start, end, tuple(members), parent.mark, parent.linked, modifies, clauses.at(start))
    gap = gap.strip("“”")
    linked = bool(_and().fullmatch(gap) or (gap and _and().fullmatch(_plain(gap))))
    return Group(
        start,
        end,
        tuple(members),
        mark["mark"] if mark else "",
        linked,
        _modifies(text, members[-1]),
        clauses.at(start),
    )


_NUMBER_OF = re.compile(r"(?:[一两三四五六七八九十多几]|\d{1,3})(?:家|艘|名)")


def _modifies(text: str, last: Span) -> bool:
    """Whether a noun follows that the name only describes: "腾讯|旗下…", "伊朗|三家航运公司"."""
    counted = last.type is EntityType.PLACE and _NUMBER_OF.match(text, last.end)
    return bool(counted or _OF.match(text[last.end :]))


def _plain(lead: str) -> str:
    """The words before a name without quotation marks and attributes ("与|总部位于深圳的|腾讯")."""
    lead = _MEASURED.sub("", lead)
    described = _DESCRIBED.sub("", lead)
    if described != lead:
        return described
    return _DESCRIBED.sub("", _attributes().sub("", lead.rstrip("“（《 ")))


# "和|全长1344公里的|远图铁路"
_MEASURED = re.compile(r"(?:全长|总长|长|年产|总投资|总装机|装机容量|占地|面积)约?[\d.,]+[万亿]?[一-鿿]{1,4}的$")
_DESCRIBED = re.compile(
    r"(?<=[与和同跟及向对由被为])(?![^，。；]*(?:签|达成|合作|携手|宣布|提供|收购))[^，。；、与和同跟向对由被为在]{2,18}?"
    r"(?:公司|企业|平台|巨头|厂商|[制承零设运开供建生][造包售备营发应筑产]商|车企|药企|车商|大厂|业者|新秀|新势力|所在地的?)$"
    r"|(?<=[向对])[^，。；、与和同跟向对由被为在将]{2,10}的$"  # "向|连年亏损的|腾讯"
)


@cache
def _attributes() -> re.Pattern[str]:
    return re.compile(f"{any_of(words('attributes'))}+$")
