"""Persons with their titles: "阿里巴巴集团董事会主席兼首席执行官张勇", "总裁王翔", "科大讯飞董事长为刘庆峰"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.zh.employers import FORMER, titles_of
from kg.extract.zh.offices import appointments, promoted, stated
from kg.extract.zh.person_names import is_name, name_end, recurring_end, spelt_end, transcribed_end
from kg.extract.zh.places import foreign_countries
from kg.extract.zh.spans import ORGANIZATIONS, Span
from kg.extract.zh.titles import holds, title_pattern, title_places
from kg.model import EntityType


def find_people(
    text: str, mentions: Sequence[Span], names: frozenset[str] = frozenset(), article: str = ""
) -> list[Span]:
    """Persons of a sentence: each title with the name behind it, and the names that the article has already used.

    Args:
        text: A simplified sentence.
        mentions: Its organizations and places.
        names: Persons known from the sentences before.
        article: The whole text, in which a name may stand again.
    """
    found: list[Span] = []
    places = title_places(text, mentions)
    for start, end in places:
        if _part_of_name(start, end, mentions, text):
            continue
        linked = _LINKED.match(text, end)
        name = linked.end() if linked else end
        if _NOW_OFFICE.match(text, end) and _INCUMBENT.search(text[:start]):
            name = end + 1  # "现任财政部司长|的李明"
        stop = spelt_end(text, name) or name_end(text, name) or recurring_end(text, name, article)
        if stop is None and (_HONOURED.search(text, 0, name) or _of_a_country(text, start, end, mentions)):
            stop = transcribed_end(text, name)
        if (
            stop is None
            or title_pattern().search(text, name, stop)
            or _is_body(name, stop, holds(text[start:end]), mentions)
            or _is_seat(name, stop, mentions)
        ):
            continue
        titles = titles_of(text, start, text[start:end], mentions, found)
        former = bool(FORMER.search(text[: _phrase_start(titles, start)]))
        found.append(Span(name, stop, EntityType.PERSON, text[name:stop], "title", titles=titles, former=former))
        found += _peers(text, found[-1], mentions)
    found = promoted(text, mentions, found, places)
    found += _addressed(text, mentions, found, places)
    found += appointments(text, mentions, found, places)
    found += stated(text, mentions, found, places)
    found += _treated(text, [*mentions, *found])
    return found + _bare_names(text, names, [*mentions, *found])


_MANY = re.compile(r"(?:^|、)(?:原)?(?:副|常务副)[^、]*$|(?:股东|实控人|实际控制人|合伙人|创始人|常委)$")


def _peers(text: str, first: Span, mentions: Sequence[Span]) -> list[Span]:
    """Those who share a title that several have: "副市长|李明|、|王刚|出席"."""
    role = first.titles[-1][1] if len(first.titles) == 1 else ""
    peers: list[Span] = []
    start = first.end + 1
    while _MANY.search(role) and text[start - 1 : start] in {"、", "和"}:
        stop = name_end(text, start)
        taken = stop is None or any(m.start < stop and start < m.end for m in mentions)
        if stop is None or taken or title_pattern().match(text, start) or not is_name(text[start:stop]):
            break
        peers.append(replace(first, start=start, end=stop, text=text[start:stop]))
        start = stop + 1
    return peers


_LINKED = re.compile(
    r"(?:（[A-Z]{2,5}）)?(?:、[一-鿿]{2,8}(?:专家|学者|企业家|经济学家|作家|教授))?(?:是|为|由|——|：|名叫|叫)?\s?(?:(?:共和党|民主党|工党|保守党|自民党)(?:人|籍))?"
    r"(?:(?:敦|丹斯里|拿督斯里|拿督威拉|拿督巴鲁卡|拿督|拿汀|拿丁)(?=[一-鿿A-Z]{2}))?"
)
_HONOURED = re.compile(r"(?:敦|丹斯里|拿督[一-鿿]{0,3}|拿[汀丁])$")
_STATE_OFFICE = re.compile(r"(?:副|前|代|候任|国务|首席)*(?:总统|总理|首相|外长|财长|防长|部长|大臣|国务卿|国王|议长)")


def _of_a_country(text: str, start: int, end: int, mentions: Sequence[Span]) -> bool:
    """Whether an office is one of state right behind a foreign country: "|东帝汶|外长"."""
    country = next((m for m in mentions if m.end == start and m.type is EntityType.PLACE), None)
    return country is not None and country.text in foreign_countries() and bool(_STATE_OFFICE.search(text, start, end))


_NOW_OFFICE = re.compile(r"的(?=[一-鿿])")
_INCUMBENT = re.compile(r"(?:现任|时任|新任|曾任|曾担任|刚卸任|正担任|身为|作为|身兼|兼任|出任|担任)[^，。；]{0,24}$")


def _is_body(start: int, end: int, holder: bool, mentions: Sequence[Span]) -> bool:
    """Whether what stands behind a title begins, or for a shareholder is, an organization's name."""
    named = (m for m in mentions if m.start == start and m.type in ORGANIZATIONS)
    return any(m.end > end or (holder and m.end == end) for m in named)


def _is_seat(start: int, end: int, mentions: Sequence[Span]) -> bool:
    """Whether what stands behind a title is a place: "李明代表|乐清市|签约"."""
    return any(m.start == start and m.end >= end and m.text[-1] in "省市县区州镇旗" for m in mentions)


_HEADS = re.compile(
    r"(?:部长|市长|省长|区长|县长|州长|书记|总理|总统|主席|董事长|总裁|总经理|局长|厅长|主任|行长|校长|院长|会长|署长|司长)$"
)


def _addressed(
    text: str, mentions: Sequence[Span], found: Sequence[Span], places: Sequence[tuple[int, int]]
) -> list[Span]:
    """Persons with their title behind the name: "住房城乡建设部|倪文远|部长"."""
    ends = {m.end: m for m in mentions if m.type in ORGANIZATIONS or m.type is EntityType.PLACE}
    people = []
    for start, end in places:
        for name in (start - 3, start - 2):
            party = ends.get(name)
            if not (_HEADS.fullmatch(text, start, end) and name >= 0 and is_name(text[name:start])):
                continue
            alone = party is None and _opens(text, name) and bool(_ACTS.match(text, end))
            if alone or (party and _suits(party, text[start])):
                party = party or next(
                    (m for m in mentions if text.startswith("代表", end) and m.start == end + 2), None
                )
                if not any(p.start < end and name < p.end for p in [*found, *mentions]):
                    titles = ((party, text[start:end]),)
                    people.append(Span(name, start, EntityType.PERSON, text[name:start], "title", titles=titles))
                break
    return people


def _opens(text: str, name: int) -> bool:
    return name == 0 or text[name - 1] in "，。；、：”"


_ACTS = re.compile(
    r"代表|一行|说|表示|介绍|指出|强调|主持|致辞|出席|在(?:讲话|致辞|会上)|(?:与|和)[^，。；]{2,30}(?:签|共同|代表)"
)


def _suits(party: Span, title: str) -> bool:
    """Whether a place has the level of a title: "南京市李强市长", not "南京|江宁|区长"."""
    return party.type is not EntityType.PLACE or party.text[-1] == title


def _phrase_start(titles: tuple[tuple[Span | None, str], ...], default: int) -> int:
    return min((span.start for span, _ in titles if span), default=default)


def _part_of_name(start: int, end: int, mentions: Sequence[Span], text: str) -> bool:
    return any(m.start < start and end <= m.end for m in mentions) or bool(_RUNS_ON.match(text, end))


_RUNS_ON = re.compile(
    r"[办会团室级制]|(?<=席)国|国(?![一-鿿]{2}(?:[，、。出表先女]|一行))"
)  # "主席国", not "总经理|国文清"
_TREATED = re.compile(
    r"(?:对(?:当事人|责任人|被告人|自然人)?|判处(?:被告人)?|(?:决定)?给予|责令)(?P<name>[一-鿿]{2,3}?)"
    r"(?=给予|处以|予以|罚款|作出|采取|提起|处\d|处[一二三四五六七八九十]|并处|警告|立案|进行行政处罚|改正|有期徒刑|无期徒刑|死刑"
    r"|开除|党内|严重警告|政务|实施|执行|出具|处罚|终身|决定逮捕|批准逮捕|作出逮捕|以涉嫌|涉嫌)"
    r"|将(?P<tried>[一-鿿]{2,3}?)(?=涉嫌)"
)
_IN_PERSON = re.compile(
    r"(?:^|[，。；、“]|用于|由|与|和|及|向)(?P<name>[一-鿿]{2,3}?)(?=个人(?:控制|持有|出资|捐|独资|名下)|夫妇(?:控制|持有|合计)|实际控制的"
    r"|(?:先生|女士)?(?:分别|直接|间接|合计|共同|目前|仍|共|则)*(?:持股(?:比例)?(?:为|约|达)?\d|持有[^，。；]{0,14}?\d[\d.]*%)|(?:系|为|是)(?:公司|该公司)?的?(?:实际控制人|实控人|控股股东|第[一二三]大股东))"
    r"|(?:控股股东|实控人|实际控制人)(?:将|均|已)?(?:由[^，。；]{2,20}?)?变更为(?P<tried>[一-鿿]{2,3}?)(?=[，。；、（]|及|和|先生|女士|$)"
)


def _treated(text: str, taken: Sequence[Span]) -> list[Span]:
    """Persons whom an authority punishes, or who hold as such: "对|黄国强|给予警告", "|李明|个人控制的公司"."""
    return [
        Span(m.start(group), m.end(group), EntityType.PERSON, m[group], "context")
        for m in (*_TREATED.finditer(text), *_IN_PERSON.finditer(text))
        for group in ["name" if m["name"] else "tried"]
        if is_name(m[group]) and not any(s.start < m.end(group) and m.start(group) < s.end for s in taken)
    ]


def _within(place: Span, name: re.Match[str]) -> bool:
    """Whether a place is only part of a known name: "宫|镇江|"."""
    return name.start() <= place.start and place.end <= name.end() and place.end - place.start < len(name[0])


def _bare_names(text: str, names: frozenset[str], taken: Sequence[Span]) -> list[Span]:
    found = []
    for name in sorted(names):
        for match in re.finditer(re.escape(name), text):
            whole = [s for s in taken if not (s.type is EntityType.PLACE and _within(s, match))]
            if not any(s.start < match.end() and match.start() < s.end for s in whole):
                found.append(Span(match.start(), match.end(), EntityType.PERSON, name, "alias"))
    return found
