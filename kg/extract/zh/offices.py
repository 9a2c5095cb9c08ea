"""Persons whose office a clause states: "任命李明为…总裁", "李明，…总裁，", "作为…总裁，李明", "李明辞去…总裁职务"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.zh.employers import organization_before, title_edge
from kg.extract.zh.lexicon import characters
from kg.extract.zh.person_names import is_name, name_before, name_end
from kg.extract.zh.spans import ORGANIZATIONS, Span
from kg.model import EntityType

_ADVERBS = re.compile(
    r"(?:[在自从于]?(?:\d{4}年|[今明去本下上]年|[下本上]月|[下本]周)?(?:\d{1,2}月)?(?:\d{1,2}日)?起?)?(?:先后|历|近[日期]|日前|此前|[昨今][日天]|[在曾将已拟并还又也亦正现已经则]|继续|仍|仍将|新)*"
    r"(?:于(?:\d{4}年|[今明去本下上]年|[下本上]月|[下本]周)?(?:\d{1,2}月)?(?:\d{1,2}日)?起?)?$"
)

_APPOINTED = re.compile(
    r"(?:任命|委任|聘任|聘请|选举|推选|推举|提名|选聘)(?:(?:公司)?(?:执行|非执行|独立)?(?:董事|监事|副总裁|副总经理|总经理))?"
    r"(?P<name>[一-鿿·]{2,8}?)(?:先生|女士|同志|博士)?(?:为|担任|出任|任)"
)
_SUCCEEDS = re.compile(
    r"(?P<name>[一-鿿]{2,3})(?:将)?(?:接替|接棒|取代)[一-鿿·]{2,8}?(?:担任|出任|任(?!期|职|命)|成为)"
)
_DISMISSED = re.compile(
    r"(?:免去|免除|解除|罢免|免)(?P<name>[一-鿿]{2,3}?)(?:同志的?|的)(?=[^，。；]{2,40}?(?:职务|职位|一职)|[^，。；]{4,40}，[^；。]{2,40}?职务)"
)
_TAKES = re.compile(
    r"(?:留任|续任|获委任为|获任命为|被任命为|获聘为|获聘任为|调任|转任|改任|出任|担任|接任|兼任|当选为|当选|升任|就任|现任|时任|曾任|获任|(?<![主责委信重上卸离后在历])任(?=[^，。；务命期何]{2}))"
)


def appointments(
    text: str, mentions: Sequence[Span], found: Sequence[Span], places: Sequence[tuple[int, int]]
) -> list[Span]:
    """As in "任命李明为…总裁" and "李明出任…总裁"."""
    people = []
    for match in (m for p in (_APPOINTED, _SUCCEEDS) for m in p.finditer(text)):
        name = match["name"]
        if name[0] in characters("surnames") or "·" in name or set(name) <= characters("foreign_chars"):
            people.append((match.start("name"), match.end("name"), match.end()))
    for match in _TAKES.finditer(text):
        end = _end_of_name(text, match.start())
        start = name_before(text, end)
        if start is None:
            start = _introduced(text, end)
        life = _LIFE.match(text) if start is None and match[0] == "现任" else None
        if start is not None:
            people.append((start, end, match.end()))
        elif life and is_name(life["name"]):
            people.append((*life.span("name"), match.end()))
    result = [*_dismissals(text, mentions, places)]
    for start, end, after in people:
        title = next((t for t in places if t[0] >= after and "，" not in text[after : t[0]]), None)
        firms = (m for m in mentions if m.type in ORGANIZATIONS and m.start == start and m.end == end)
        taken = any(p.start < end and start < p.end for p in (*found, *firms))
        if title and not taken:
            others = [m for m in mentions if m.end <= start or end <= m.start]  # "任命李建|华为"
            edge = title_edge(text, title[0], others)
            party = (
                organization_before(text, edge, others)
                or _headed_one(text, title[1], others)
                or _appointer(text, start, after, title[0], others)
            )
            titles = ((party, text[title[0] : title[1]]),)
            result.append(Span(start, end, EntityType.PERSON, text[start:end], "title", titles=titles))
    return result


def _headed_one(text: str, end: int, mentions: Sequence[Span]) -> Span | None:
    """The organization behind the office that somebody holds in it: "李明出任董事长的|远图集团|"."""
    if text[end : end + 1] != "的":
        return None
    return next((m for m in mentions if m.start == end + 1 and m.type in ORGANIZATIONS), None)


# "李明，男，1968年生，现任…"
_LIFE = re.compile(r"(?P<name>[一-鿿]{2,3})，(?:男|女|汉族|(?:19|20)\d\d年|出生于|生于|\d\d岁)")
_SPELT = re.compile(r"（[A-Za-zÀ-ÿ .·•'-]{3,40}）$")
_HONORIFIC = re.compile(r"(?:同志|先生|女士|博士)$")
_INTRODUCES = re.compile(r"(?:分别是|分别为|(?<![作成])[是为由]|其中|决定|同意|宣布|聘任|推选|委派|选派)$")


def _end_of_name(text: str, end: int) -> int:
    """Where a name ends in front of "李明先生已于2020年|任": without adverbs, address and bracket."""
    return len(_HONORIFIC.sub("", _SPELT.sub("", _ADVERBS.sub("", text[:end]))))


def _introduced(text: str, end: int) -> int | None:
    """Where a name of Chinese shape begins that a verb introduces: "分别是|李明任…", "由|李明|担任"."""
    for length in (3, 2):
        start = end - length
        if start > 0 and is_name(text[start:end]) and _INTRODUCES.search(text[:start]):
            return start
    return None


def promoted(
    text: str, mentions: Sequence[Span], found: Sequence[Span], places: Sequence[tuple[int, int]]
) -> list[Span]:
    """Give a person with an office the one to come: "现任财政部司长的|李明|将出任世界银行副行长"."""
    result = []
    for person in found:
        takes = _TAKES_NOW.match(text, person.end)
        if takes is None and _APPOINTING.search(text[: person.start]):
            takes = _AS.match(text, person.end)
        title = _office_taken(places, takes) if takes else None
        party = organization_before(text, title_edge(text, title[0], mentions), mentions) if title else None
        if takes and title and party is None:
            office = person.start - len(person.titles[-1][1])
            party = _appointer(text, office, takes.end(), title[0], mentions)
        bare = takes and title and takes.end() == title[0]  # "副总经理|李明|代理董事长"
        region = party is not None and party.type is EntityType.PLACE and title and _OF_A_FIRM.search(text, *title)
        if title and (party or bare) and not region and "，" not in text[person.end : title[0]]:
            before = tuple((p, "原" + role if person.former else role) for p, role in person.titles)
            person = replace(person, titles=(*before, (party, text[slice(*title)])), former=False)
        result.append(person)
    return result


_OF_A_FIRM = re.compile(r"(?:总裁|总经理|董事长|CEO|副总|总监)$")


def _office_taken(places: Sequence[tuple[int, int]], takes: re.Match[str]) -> tuple[int, int] | None:
    """The office that a verb of taking one has; "代理" is part of it and a verb of its own: "代理|董事长"."""
    behind = ((max(a, takes.end()), b) for a, b in places if takes.start() <= a and takes.end() < b)
    return next((t for t in behind if t[0] <= takes.end() + 40), None)


_APPOINTING = re.compile(r"(?:任命|委任|聘任|聘请|选举|推选|推举|提名|选聘)[^，。；为任]{0,12}$")
_AS = re.compile(r"(?:先生|女士|同志|博士)?(?:为|担任|出任|任)")
_TAKES_NOW = re.compile(
    r"(?:先生|女士|同志|博士)?(?:（[^）]{1,30}）)?(?:于[^，。；]{2,14}?)?(?:已|将|拟|日前|近日|立即|正式)*"
    r"(?:出任|担任|接任|获任|升任|就任|代理|暂代|代任|接掌|接棒|兼任|转任|调任|改任|续任|留任|获聘为|获(?:任命|委任)为|升为|晋升为?|成为)"
)


def _dismissals(text: str, mentions: Sequence[Span], places: Sequence[tuple[int, int]]) -> list[Span]:
    """As in "免去|李明|同志的远图集团副总经理，海岳集团董事长职务"."""
    people = []
    for match in _DISMISSED.finditer(text):
        until = min((at for word in ("职务", "职位", "一职") if (at := text.find(word, match.end())) >= 0), default=-1)
        within = [t for t in places if match.end() <= t[0] and t[1] <= until]
        titles = tuple((organization_before(text, a, mentions), "原" + text[a:b]) for a, b in within)
        if titles and is_name(match["name"]):
            start, end = match.span("name")
            people.append(Span(start, end, EntityType.PERSON, match["name"], "title", titles=titles, former=True))
    return people


_APPOINTS = re.compile(r"[^，。；、与和及被由]{0,24}?(?:任命|委任|聘任|聘请|选举|推选)(?:现任|原任?|前任?|时任)?$")


_TERM = re.compile(r"第[一二三四五六七八九十\d]{1,3}届(?:董事会|监事会)?$")


def _appointer(text: str, start: int, after: int, title: int, mentions: Sequence[Span]) -> Span | None:
    """Who appoints somebody to an office of its own: "|远图科技|任命李明为总裁"."""
    if _TERM.sub("", text[after:title]).strip("其公司新任的"):
        return None
    named = (m for m in mentions if m.end <= start and m.type in ORGANIZATIONS)
    return next((m for m in named if _APPOINTS.fullmatch(text, m.end, start)), None)


_BEHIND = re.compile(
    r"[，。；）]|、(?=[^，。；]{2,24}(?:院长|主任|所长|教授|董事长|总裁|会长|理事长))|[、及和][^，。；]{1,40}?职务|一职|之?职务|的职务|职位|等职|$"
)
_IS = re.compile(r"(?:目前|现)?(?:是|为|系)$")
_DESCRIBES = re.compile(r"(?:作者|记者|学者|专家|嘉宾|创始人|创办人|受访者)$")
_WAS = re.compile(r"(?:曾|曾经|一度|此前|原本|之前)(?:是|为)$")
_RESIGNS = re.compile(
    r"(?:[已将也又]|宣布|突然|正式|申请|请求|拟|主动|于\d{1,2}月\d{1,2}日|\d{1,2}日|(?:因|通过|透过|以)[^，。；]{2,12})*"
    r"(?:辞去|辞任|卸任|不再担任|辞掉)(?:其?(?:在|所任)?)?$"
)


def stated(
    text: str, mentions: Sequence[Span], found: Sequence[Span], places: Sequence[tuple[int, int]]
) -> Iterator[Span]:
    """Persons whose office stands in apposition, in a bracket, or as a predicate, each with its organization."""
    for begin, end in places:
        if not _BEHIND.match(text, end) or any(p.start < end and begin < p.end for p in found):
            continue
        party = organization_before(text, title_edge(text, begin, mentions), mentions)
        if party is None:
            yield from _resigned(text, begin, end, mentions)
        if party is None or party.start >= begin or party.source == "shared":
            continue
        name, former = _holder(text, party.start, end)
        if party.source == "anaphor" and not former:
            continue
        if name and not any(p.start < name[1] and name[0] < p.end for p in found):
            titles = ((party, ("原" if former else "") + text[begin:end]),)
            yield Span(*name, EntityType.PERSON, text[slice(*name)], "title", titles=titles, former=former)


def _described(text: str, end: int) -> int | None:
    """Where a name begins behind what its bearer is: "作者|王文"."""
    starts = (end - n for n in (3, 2) if is_name(text[end - n : end]))
    return next((start for start in starts if _DESCRIBES.search(text, 0, start)), None)


_TOLD = re.compile(
    r"(?:（[^）]{1,20}）)?[^，。；、与和及被由]{0,16}?(?:宣布|公告|表示|披露|确认|证实|通报)(?:称|，|：)*(?:其|公司)?"
)


def _resigned(text: str, begin: int, end: int, mentions: Sequence[Span]) -> Iterator[Span]:
    """Who gives up an office of the company that says so: "|远图集团|宣布，李明已辞任总裁职务"."""
    name, former = _holder(text, begin, end)
    told = (m for m in mentions if name and former and m.end <= name[0] and m.type in ORGANIZATIONS)
    party = next((m for m in told if name and _TOLD.fullmatch(text, m.end, name[0])), None)
    if name and party:
        titles = ((party, "原" + text[begin:end]),)
        yield Span(*name, EntityType.PERSON, text[slice(*name)], "title", titles=titles, former=True)


def _holder(text: str, start: int, end: int) -> tuple[tuple[int, int] | None, bool]:
    """Where the holder of an office is named, which begins at `start` and ends at `end`; whether it is a former one."""
    before, behind = text[:start], text[end : end + 1]
    if before.endswith("作为") and behind == "，":
        last = name_end(text, end + 1)
        return ((end + 1, last) if last else None), False
    for pattern, former in ((_RESIGNS, True), (_WAS, True), (_IS, False)):
        verb = pattern.search(before)
        if verb:
            last = _end_of_name(text, verb.start())
            first = name_before(text, last)
            first = _described(text, last) if first is None else first
            return ((first, last) if first is not None else None), former
    aside = before[-1:] == "，" == behind or (before[-1:] == "（" and behind == "）")
    first = name_before(text, start - 1) if aside else None
    return ((first, start - 1) if first is not None else None), False
