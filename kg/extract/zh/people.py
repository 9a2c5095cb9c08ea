"""Persons with their titles: "阿里巴巴集团董事会主席兼首席执行官张勇", "总裁王翔", "科大讯飞董事长为刘庆峰"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from kg.extract.zh.gazetteer import Hit, Known, is_cjk
from kg.extract.zh.lexicon import any_of, characters, words
from kg.extract.zh.names import left_edge
from kg.extract.zh.spans import ORGANIZATIONS, Span
from kg.model import EntityType

_GAP = r"(?:、|兼|暨|及|和|/|，)"
_FOREIGN = re.compile(
    r"[一-鿿]{1,7}(?:[·•・．‧∙﹒\-][一-鿿A-Za-z.]{1,8}){1,3}|[A-Z][a-z]+(?: [A-Z][a-z.]+){1,3}"
    r"|[A-Z][a-z]{2,12}(?=[、，）表说指等出参称在])"
)
_PARTY = re.compile(r"(?:省|市|区|县|州|自治区|党)委$")


_BRACKET = re.compile(r"（[^（）]{1,12}）$")
_FIRM_HEAD = re.compile(
    r"(?:副|常务|执行|代)*(?:董事长|董事会|董事局|董事|总裁|总经理|首席|行长|执行长|执行董事|CEO|董座|创始人|掌门)"
)
_ANAPHOR = re.compile(r"(?:该公司|本公司|公司|该集团|集团|该企业|该行|该市|该省|该区|该县|该局|该部|该校|该院|其)$")


@cache
def title_pattern() -> re.Pattern[str]:
    """One title or several of one person: "党委书记、董事长"."""
    prefixes = any_of(words("title_prefixes"))
    one = rf"{prefixes}{{0,3}}{any_of(words('title_cores'))}"
    return re.compile(rf"{one}(?:{_GAP}{one})*")


def find_people(text: str, mentions: Sequence[Span], names: frozenset[str] = frozenset()) -> list[Span]:
    """Persons of a sentence: each title with the name behind it, and the names that the article has already used.

    Args:
        text: A simplified sentence.
        mentions: Its organizations and places.
        names: Persons known from the sentences before.
    """
    found: list[Span] = []
    for start, end in _title_places(text, mentions):
        if _part_of_name(start, end, mentions, text):
            continue
        linked = re.match(r"(?:是|为|由|——|：|名叫|叫)?\s?", text[end:])
        name = end + (linked.end() if linked else 0)
        name_end = _name_end(text, name)
        if name_end is None or _is_body(name, name_end, holds(text[start:end]), mentions):
            continue
        titles = _titles(text, start, text[start:end], mentions, found)
        former = bool(_FORMER.search(text[: _phrase_start(titles, start)]))
        found.append(
            Span(name, name_end, EntityType.PERSON, text[name:name_end], "title", titles=titles, former=former)
        )
    found += _addressed(text, mentions, found)
    found += _appointments(text, mentions, found)
    found += _treated(text, [*mentions, *found])
    return found + _bare_names(text, names, [*mentions, *found])


def _is_body(start: int, end: int, holder: bool, mentions: Sequence[Span]) -> bool:
    """Whether what stands behind a title begins, or for a shareholder is, an organization's name."""
    named = (m for m in mentions if m.start == start and m.type in ORGANIZATIONS)
    return any(m.end > end or (holder and m.end == end) for m in named)


_HEADS = re.compile(
    r"(?:部长|市长|省长|区长|县长|州长|书记|总理|总统|主席|董事长|总裁|总经理|局长|厅长|主任|行长|校长|院长|会长|署长|司长)$"
)


def _addressed(text: str, mentions: Sequence[Span], found: Sequence[Span]) -> list[Span]:
    """Persons with their title behind the name: "住房城乡建设部|倪文远|部长"."""
    ends = {m.end: m for m in mentions if m.type in ORGANIZATIONS or m.type is EntityType.PLACE}
    people = []
    for start, end in _title_places(text, mentions):
        for name in (start - 3, start - 2):
            party = ends.get(name)
            if (
                party
                and _HEADS.fullmatch(text, start, end)
                and _is_name(text[name:start])
                and _suits(party, text[start])
            ):
                if not any(p.start < end and name < p.end for p in found):
                    titles = ((party, text[start:end]),)
                    people.append(Span(name, start, EntityType.PERSON, text[name:start], "title", titles=titles))
                break
    return people


def _is_name(words_: str) -> bool:
    """Whether two or three characters can be a Chinese person's name and nothing of an office."""
    surname = not words_.startswith("公司") and words_[:1] in characters("surnames") and all(is_cjk(c) for c in words_)
    return surname and not set(words_[1:]) & set("委会部局办组室处院党省市区县州镇") and not _no_person(words_)


def _suits(party: Span, title: str) -> bool:
    """Whether a place has the level of a title: "南京市李强市长", not "南京|江宁|区长"."""
    return party.type is not EntityType.PLACE or party.text[-1] == title


def _title_places(text: str, mentions: Sequence[Span]) -> list[tuple[int, int]]:
    """Where titles stand; what belongs to the name of an organization ("…集团|董事长") is cut off."""
    places = []
    for match in title_pattern().finditer(text):
        cut = [m.end for m in mentions if m.start < match.start() < m.end < match.end()]
        start = max(cut, default=match.start())
        inner = title_pattern().match(text, start)
        if inner:
            places.append((start, inner.end()))
        else:
            places.append((match.start(), match.end()))
    return places


def _phrase_start(titles: tuple[tuple[Span | None, str], ...], default: int) -> int:
    return min((span.start for span, _ in titles if span), default=default)


def _part_of_name(start: int, end: int, mentions: Sequence[Span], text: str) -> bool:
    return any(m.start < start and end <= m.end for m in mentions) or text[end : end + 1] in set("办会团室级制")


def _name_end(text: str, start: int) -> int | None:
    foreign = _FOREIGN.match(text, start)
    if foreign:
        return _foreign_end(foreign)
    for length in _lengths(text, start):
        end = start + length
        name = text[start:end]
        if length == 3 and _runs_on(text, end - 1):
            continue
        if len(name) == length and all(is_cjk(c) for c in name) and _ends(text, end) and not _no_person(name):
            return end
    return None


def _no_person(name: str) -> bool:
    return any(name.endswith(word) or name.startswith(word) for word in words("not_persons"))


def _foreign_end(match: re.Match[str]) -> int:
    """Cut the verb off a foreign name: "迈克·巴罗|说"."""
    last = max(match[0].rfind(mark) for mark in "·•・．‧∙﹒- ")
    for length in range(1, len(match[0]) - last - 1):
        rest = match[0][last + 1 + length :]
        if rest[:1] in {"说", "称"} or rest.startswith(
            tuple(w for w in words("after_name") if len(w) > 1 or length >= 2)
        ):
            return match.start() + last + 1 + length
    return match.end()


def _runs_on(text: str, last: int) -> bool:
    """Whether the third character begins the next word: "柳青|也", "李明|表示"."""
    rest = text[last : last + 4]
    return rest[:1] in characters("name_enders") or rest.startswith(tuple(w for w in words("after_name") if len(w) > 1))


def _lengths(text: str, start: int) -> tuple[int, ...]:
    """Lengths that a name may have, likelier ones first: three characters before two, foreign ones by their sounds."""
    if text[start : start + 2] in words("double_surnames"):
        return (4, 3)
    run = 0
    while start + run < len(text) and text[start + run] in characters("foreign_chars"):
        run += 1
    foreign = tuple(n for n in range(min(run, 7), 1, -1) if n >= 3 or n == run)
    if text[start : start + 1] in characters("surnames"):
        native = (3, 2)
        return (*foreign, *native) if run >= 4 else (*native, *foreign)
    speaks = tuple(n for n in (2, 3) if text[start + n :].startswith(tuple(words("name_verbs"))))
    return foreign or speaks


_FIRM = re.compile(r"(?:投资|控股|创投|资本|科技|实业|置业|证券)(?=[与和及、，。（将拟持所签等])")


def _ends(text: str, end: int) -> bool:
    if _FIRM.match(text, end):
        return False  # "控股股东江海|投资|与…签署"
    rest = text[end : end + 4]
    return not rest or not is_cjk(rest[0]) or rest.startswith(tuple(words("after_name")))


def _titles(
    text: str, start: int, role: str, mentions: Sequence[Span], before: Sequence[Span]
) -> tuple[tuple[Span | None, str], ...]:
    """(organization, role) pairs of one person, walking left over "浙江省委常委、杭州市委书记"."""
    pairs: list[tuple[Span | None, str]] = []
    for _ in range(4):
        at = _edge(text, start, mentions)
        span = _organization_before(text, at, mentions)
        if span is None and not pairs:
            span = _shared(text, start, before)
        if span is not None and span.end < at and text[span.end : at].strip("的") and span.source != "shared":
            role = text[span.end : at].lstrip("的") + role
        if _FORMER.search(text[:start]):
            role = "原" + role
        pairs.insert(0, (span, role))
        edge = span.start if span and span.start <= start else start
        earlier = re.search(rf"({title_pattern().pattern})(?:[、，,\s]|兼任?|暨|及|和)$", text[:edge])
        if not earlier or span is None or earlier.start() >= edge:
            break
        start, role = earlier.start(1), earlier[1]
    return tuple(pairs)


_FORMER = re.compile(r"(?:原|前任|时任|曾任|历任|(?<![目此之日年从以当天月先向往])前)$")
_NOW = re.compile(r"(?:原任?|前任|时任|现任|新任|首任|候任|(?<![目此之日年从以当天月先向往])前)$")


def _edge(text: str, start: int, mentions: Sequence[Span]) -> int:
    """Where the organization in front of a title ends: before 原, a space, or a bracket with its short name."""
    edge = len(text[:start].rstrip())
    now = _NOW.search(text[:edge])
    edge = now.start() if now else edge
    opening = text.rfind("（", 0, edge) if text[edge - 1 : edge] == "）" else -1
    return opening if opening > 0 and any(m.end == opening for m in mentions) else edge


def _organization_before(text: str, start: int, mentions: Sequence[Span]) -> Span | None:
    """The organization that a title belongs to: the name before it, what "该公司" stands for, or words in its place."""
    edge = start - 1 if text[start - 1 : start] == "的" else start
    bracket = _BRACKET.search(text[:edge])
    if bracket and (whole := next((m for m in mentions if m.end == bracket.start() and m.type in ORGANIZATIONS), None)):
        return whole  # "福建同乡总会|（槟城）|会长"
    named = [m for m in mentions if m.type is not EntityType.PERSON]
    for mention in reversed(named):
        if mention.end == edge + 1 and text[edge] in "省市区县州局厅部署处委会院":
            return mention  # "交通局|长"
        if mention.end <= edge:
            if mention.type is EntityType.PLACE:  # "高盛集团|亚洲|区主席"
                mention = next((m for m in named if m.end == mention.start and m.type in ORGANIZATIONS), mention)
            if mention.type is EntityType.PLACE and mention.end == edge and _FIRM_HEAD.match(text, edge):
                return None  # "大中华区|总裁": of a region, not of its government
            if mention.text.endswith("党") and _RULER.match(text, edge):
                return next((m for m in named if m.end == mention.start), None)  # "密歇根州|民主党|州长"
            gap = text[mention.end : edge]
            if gap in {"特区", "特别行政区", "联邦"}:
                return mention  # "澳门|特区|行政长官"
            if _reaches(gap, mention):
                return _placed(text, mention, edge) if gap and mention.type is EntityType.PLACE else _seat(mention)
            break
    referring = _ANAPHOR.search(text[:edge])
    if referring:
        return Span(referring.start(), edge, EntityType.COMPANY, referring[0], "anaphor")
    return _unlisted(text, edge, named)


_INSTITUTES = ("研究中心", "研究院", "研究所", "实验室", "医院", "学院", "大学", "博物馆", "图书馆", "中心")


def _seat(mention: Span) -> Span:
    """A research centre or a hospital that somebody heads is an organization."""
    if mention.type is EntityType.FACILITY and mention.text.endswith(_INSTITUTES):
        return replace(mention, type=EntityType.ORGANIZATION, source="suffix", owner=None, place=None)
    return mention


def _placed(text: str, place: Span, edge: int) -> Span | None:
    """What a place and a few words more name in front of a title: "台北客运|总经理", "佛山市交通委|主任"."""
    name = text[place.start : edge]
    if title_pattern().match(text, edge) and _FIRM_HEAD.match(text, edge):
        return Span(place.start, edge, EntityType.COMPANY, name, "context")
    if name.endswith(tuple("委办局厅署院会校所部处")):
        return Span(place.start, edge, EntityType.GOVERNMENT, name, "context")
    return None


def _reaches(gap: str, mention: Span) -> bool:
    """Whether only words of a unit stand between an organization and a title ("亚行|私营部门业务局|局长")."""
    if not gap:
        return True
    plain = all(is_cjk(c) or c.isalnum() for c in gap)
    return 1 < len(gap) <= 12 and mention.end - mention.start > 1 and plain and not _breaks(_UNIT.sub("", gap))


_UNIT = re.compile(r"(?:机构|总部|平台|合作|投资|业务|服务)(?:部|中心)?$")


def _unlisted(text: str, edge: int, named: Sequence[Span]) -> Span | None:
    """An organization that only its title shows: "|海王生物|董事长"."""
    hits = {m.end: Hit(m.start, m.end, Known(m.type, "")) for m in named}
    start = left_edge(text, edge, hits)
    name = text[start:edge]
    if name in words("ministries"):
        return None  # "经济|大臣"
    if 2 <= len(name) <= 12 and name not in words("generic_modifiers") and _nameable(text, start, name):
        return Span(start, edge, _headed(text, edge), name, "context")
    return None


_RULER = re.compile(r"(?:副|代|前|候任)?(?:总统|总理|首相|国王|女王|王储|省长|市长|州长|县长|区长|镇长|特首)")
_OFFICIAL = re.compile(
    r"(?:副|代|常务副|党组)*(?:书记|部长|局长|厅长|司长|署长|处长|大臣|委员长|司令员?|政委|庭长|检察长|院长)"
)


def _headed(text: str, edge: int) -> EntityType:
    """What an organization is that only its head's title shows."""
    if _RULER.match(text, edge):
        return EntityType.PLACE
    return EntityType.GOVERNMENT if _OFFICIAL.match(text, edge) else EntityType.COMPANY


def _nameable(text: str, start: int, name: str) -> bool:
    before = text[start - 1 : start]
    clean = not before or not is_cjk(before) or before in set("与和在由向对为被是同及的")
    wrong = any(w in name for w in words("not_company")) or title_pattern().fullmatch(name)
    return clean and (is_cjk(name[0]) or name[0].isalpha()) and not wrong


def _breaks(gap: str) -> bool:
    return bool(set(gap) & set("的和与由被对向，、在是将为")) or any(w in gap for w in words("stops") if len(w) > 1)


def _shared(text: str, start: int, before: Sequence[Span]) -> Span | None:
    """As in "…董事长雷军、|总裁王翔": the organization of the person named just before."""
    if before and re.fullmatch(r"(?:（[^）]*）)?[、和及，与]|以及|、以及", text[before[-1].end : start]):
        for span, _ in reversed(before[-1].titles):
            if span is not None:
                return Span(span.start, span.end, span.type, span.text, "shared")
    return None


_APPOINTED = re.compile(r"(?:任命|委任|聘任|聘请|选举)(?P<name>[一-鿿·]{2,8}?)(?:先生|女士)?(?:为|担任|出任)")
_SUCCEEDS = re.compile(
    r"(?P<name>[一-鿿]{2,3})(?:将)?(?:接替|接棒|取代)[一-鿿·]{2,8}?(?:担任|出任|任(?!期|职|命)|成为)"
)
_TAKES = re.compile(
    r"(?:出任|担任|接任|兼任|当选为|当选|升任|就任|现任|时任|曾任|获任|(?<![主责委信重上卸离后在历])任(?=[^，。；务命期何]{2}))"
)


def _appointments(text: str, mentions: Sequence[Span], found: Sequence[Span]) -> list[Span]:
    """As in "任命李明为…总裁" and "李明出任…总裁"."""
    people = []
    for match in (m for p in (_APPOINTED, _SUCCEEDS) for m in p.finditer(text)):
        name = match["name"]
        if name[0] in characters("surnames") or "·" in name:
            people.append((match.start("name"), match.end("name"), match.end()))
    for match in _TAKES.finditer(text):
        end = len(text[: match.start()].rstrip("在曾将已拟并"))
        for length in (3, 2, 4):
            start = end - length
            if start >= 0 and text[start] in characters("surnames") and (start == 0 or not is_cjk(text[start - 1])):
                people.append((start, end, match.end()))
                break
    result = []
    for start, end, after in people:
        title = next(
            (t for t in _title_places(text, mentions) if t[0] >= after and "，" not in text[after : t[0]]), None
        )
        taken = any(p.start < end and start < p.end for p in found)
        if title and not taken:
            party = _organization_before(text, title[0], mentions)
            titles = ((party, text[title[0] : title[1]]),)
            result.append(Span(start, end, EntityType.PERSON, text[start:end], "title", titles=titles))
    return result


_TREATED = re.compile(
    r"(?:对(?:当事人|责任人|被告人|自然人)?|判处(?:被告人)?|(?:决定)?给予|责令)(?P<name>[一-鿿]{2,3}?)"
    r"(?=给予|处以|予以|罚款|作出|采取|提起|处\d|处[一二三四五六七八九十]|并处|警告|立案|进行行政处罚|改正|有期徒刑|无期徒刑|死刑"
    r"|开除|党内|严重警告|政务|实施|执行|出具|处罚|终身)"
)


def _treated(text: str, taken: Sequence[Span]) -> list[Span]:
    """Persons whom an authority punishes: "对|黄国强|给予警告"."""
    return [
        Span(m.start("name"), m.end("name"), EntityType.PERSON, m["name"], "context")
        for m in _TREATED.finditer(text)
        if _is_name(m["name"]) and not any(s.start < m.end("name") and m.start("name") < s.end for s in taken)
    ]


def _bare_names(text: str, names: frozenset[str], taken: Sequence[Span]) -> list[Span]:
    found = []
    for name in sorted(names):
        for match in re.finditer(re.escape(name), text):
            if not any(s.start < match.end() and match.start() < s.end for s in taken):
                found.append(Span(match.start(), match.end(), EntityType.PERSON, name, "alias"))
    return found


def leads(role: str) -> bool:
    """Whether a role heads its organization (a member or a founder does not)."""
    return any(not _is_member(part) for part in re.split(_GAP, role) if part)


def _is_member(part: str) -> bool:
    return part.endswith(tuple(words("title_not_leads"))) and not part.endswith(("总经理", "首席代表"))


_HOLDS = re.compile(r"(?:控股|大)?股东$|(?:实际控制|实控)人$")


def holds(role: str) -> bool:
    """Whether a title says that its bearer owns the company: "控股股东、实际控制人"."""
    return any(_HOLDS.search(part) for part in re.split(_GAP, role) if part)


def party_of(span: Span) -> bool:
    """Whether an organization is a party committee ("杭州市委"), whose head leads the place."""
    return bool(_PARTY.search(span.text))
