"""What "该公司", "双方", "该市" and a bare "市长" stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from kg.extract.rules import load
from kg.extract.zh.announcers import ANNOUNCES, announcer, headline
from kg.extract.zh.entities import at_level, entity_key, governing, place_prefix
from kg.extract.zh.gazetteer import is_cjk
from kg.extract.zh.lexicon import anaphor_kinds, any_of, words
from kg.extract.zh.reading import Reading
from kg.extract.zh.schools import own_school, speaks_of_own
from kg.extract.zh.spans import ORGANIZATIONS, Span
from kg.extract.zh.titles import holds, title_pattern
from kg.extract.zh.vacancies import BOARD, headed_state, of_a_state, ruled, same_seat, vacant_seat
from kg.model import EntityType

_COUNTED = frozenset({"两地", "两市", "两国", "三地"})
_BODIES = frozenset({EntityType.GOVERNMENT, EntityType.ORGANIZATION})
_AGREES = re.compile(r"签|协议|备忘录|合作|合同")


@dataclass(slots=True)
class _Focus:
    """What a later "该公司" or "双方" can mean.

    `announcer` made the announcement reported; `named` are all places of the article, for "我省" in its headline.
    """

    company: Span | None = None
    announcer: Span | None = None
    body: Span | None = None
    bank: Span | None = None
    places: list[Span] = field(default_factory=list)
    zone: Span | None = None
    facility: Span | None = None
    recent: list[Span] = field(default_factory=list)
    pair: tuple[Span, ...] = ()
    named: list[Span] = field(default_factory=list)
    only: Span | None = None
    school: Span | None = None
    ours: bool = False
    paragraph: int = -1

    def subject(self, reading: Reading) -> Span | None:
        """The only organization of which the sentence before speaks, in the same paragraph; else whose board meets."""
        if reading.sentence.paragraph == self.paragraph:
            return self.only
        return self.announcer if BOARD.search(reading.text) else None


def resolve_anaphors(readings: Sequence[Reading]) -> None:
    """Add to each sentence the spans that its anaphors stand for, and fill in the bodies that titles leave out."""
    named = [place for r in readings for s in r.spans for place in _places_of(s)]
    focus = _Focus(named=named, school=own_school(readings), ours=speaks_of_own(readings))
    headed: Span | None = None
    for reading in readings:
        extra: list[Span] = []
        headed = headed or headline(reading)
        focus.announcer = focus.announcer or announcer(reading, headed)
        for match in _places_of_anaphors(reading):
            for target in _target(match, focus, reading.spans):
                bare = replace(target, source="anaphor", chain=(), owner=None)
                extra.append(replace(bare, start=match.start(), end=match.end(), text=match[0]))
                reading.coreference[match.start()] = f"{match[0]} → {target.text}"
        found = {s.start: s for s in extra}
        spans = [_official(span, focus, reading, found) for span in reading.spans]
        reading.spans = sorted([*spans, *extra], key=lambda s: (s.start, s.end))
        _update(focus, reading)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(any_of(anaphor_kinds()))


def _places_of_anaphors(reading: Reading) -> Iterator[re.Match[str]]:
    for match in _pattern().finditer(reading.text):
        inside = any(s.start < match.end() and match.start() < s.end for s in reading.spans)
        apposed = match[0] in _COUNTED and any(s.end == match.start() for s in reading.spans)  # "武汉、重庆|两市"
        if not inside and not apposed and _is_anaphor(reading.text, match):
            yield match


_OFFICE = re.compile(
    r"^(?:[^，]*、)?(?:副|常务副|代)?(?:(?P<level>[省市区县州])(?:委|长)|(?P<region>自治区)(?:党委|主席))"
)


_OF_SCHOOL = re.compile(r"(?:党委副?书记、)?(?:常务)?副?校长")


def _opens(lead: str, role: str) -> bool:
    """Whether a title, with peers of its bearer behind it, stands at the beginning of a clause."""
    plain = re.escape(role.removeprefix("原"))
    return bool(re.search(rf"[，。：；、 ]原?{plain}(?:[一-鿿]{{2,4}}[、和])*$", lead))


def _official(span: Span, focus: _Focus, reading: Reading, found: dict[int, Span]) -> Span:
    """A person with the bodies that titles leave out: "市长肖展欣" is mayor of the city that was named last."""
    titles: list[tuple[Span | None, str]] = []
    for party, role in span.titles:
        office = _OFFICE.match(role)
        level = office and (office["level"] or "省")
        if level and (party is None or (party.source == "shared" and not at_level(party, level))):
            before = [s for s in reading.spans if s.start < span.start]
            seats = [place for s in before if s.type is EntityType.GOVERNMENT for place in _seat(s)]
            here = [s for s in before if s.key.startswith("地:")]
            sites = [s for s in here if _is_site(reading.text, s)]
            places = [*sites, *focus.places, *seats, *(s for s in here if s not in sites)]
            places = [p for p in places if p.source != "anaphor"]
            places.sort(key=lambda p: p.type is EntityType.GOVERNMENT)
            party = next((replace(p, source="context") for p in reversed(places) if at_level(p, level)), None)
            party = party or _only(focus, level)
        if _OF_SCHOOL.match(role) and focus.ours and (party is None or party.source == "shared"):
            party = replace(focus.school, source="context") if focus.school else None
        if party is None and holds(role) and focus.announcer and _opens(reading.text[: span.start], role):
            party = replace(focus.announcer, source="anaphor")  # "|海岳科技|公告，控股股东李明拟减持"
        whole = "国家" + role if party is None and of_a_state(reading.text, span, role, reading.spans) else role
        party = _antecedent(ruled(whole, party, focus.named) or _of_state(span, role, reading, focus), found)
        if party is None:
            seat = vacant_seat(span, role.removeprefix("原"), reading.text, reading.spans, focus.subject(reading))
            party = replace(seat, source="anaphor") if seat else same_seat(role, titles)
        titles.append((party, role))
    return replace(span, titles=tuple(titles))


def _of_state(person: Span, role: str, reading: Reading, focus: _Focus) -> Span | None:
    """The state of a bare "总理": the only country that the sentence names before it, else the article."""
    if person.titles[-1][0] is not None:
        return None
    spans = [s for s in reading.spans if s.end < person.start]
    seats = [place for s in spans if s.type in ORGANIZATIONS for place in _seat(s)]
    return headed_state(person, role, reading.text, (*spans, *seats), focus.named)


def _antecedent(party: Span | None, found: dict[int, Span]) -> Span | None:
    if party is None or party.key:
        return party
    target = found.get(party.start)
    return replace(target, source=party.source) if target else None


def _is_anaphor(text: str, match: re.Match[str]) -> bool:
    word, before, after = match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    kind = anaphor_kinds()[word]
    if kind in {"bare_company", "facility", "zone", "city"} and not word.startswith(("该", "这", "本", "我", "当")):
        if word == "公司" and _HOLDING.search(text[: match.start()]) and after in "股0123456789":
            return True
        if word == "公司" and _CLAUSE.search(text[: match.start()]):
            return True
        told = text[: match.start()].endswith(("见证", "代表", "委托", "受")) or _of_office(text, match)
        if before and is_cjk(before) and not told and before not in "与和向对由被为在的给于将，是从同至任据":
            return False
        if text[: match.start()].endswith(_FACES):
            return False  # "气候变化应对|项目"
        if before == "的" and kind in {"bare_company", "facility"}:
            return False
        return not (after and after in "化型界圈法制债券级类名市")
    if word == "双方" and _NOT_BOTH.match(text, match.end()):
        return False
    if word == "当地":
        return after not in set("一的有时居媒企市民百村人群")  # "当地一家…企业": no authority
    if word == "其":
        if text.startswith("实际控制人", match.end()):
            return True
        return after not in set("中他它余实次间后时") and not re.match(r"一[，是、]|二", text[match.end() :])
    return True


_FACES = ("应对", "面对", "反对", "核对")


# "见证|双方|业者签约": those of both sides, not the sides
_NOT_BOTH = re.compile(r"业者|部门|相关部门|有关部门|高校|院校|人民|民众|关系|贸易|员工|人员|专家|学者|学生")


def _target(match: re.Match[str], focus: _Focus, spans: Sequence[Span]) -> tuple[Span, ...]:
    """What an anaphor stands for: nothing where it is unsure."""
    word, kind = match[0], anaphor_kinds()[match[0]]
    before = [s for s in spans if s.end <= match.start()]
    if kind in {"pair", "several"}:
        return _several(2 if kind == "pair" else 3, focus, before, word)
    if kind in {"former", "latter"}:
        pair = _several(2, focus, before, "双方")
        found = pair[kind == "latter"] if pair else None
    elif kind == "speaker":
        found = _speaker(match, focus, spans)
    elif kind == "school":
        found = None if any(s.start == match.end() for s in spans) else focus.school  # "我校|海洋学院"
    elif kind == "city":
        found = _place(word, focus, before)
    elif kind == "zone":
        found = _last([s for s in before if _is_zone(s)], focus.zone)
    elif kind == "body":
        found = _last([s for s in before if s.type in _BODIES and _matches_body(s, word)], focus.body)
    elif kind == "facility":
        found = _facility(word, focus, before)
    else:
        found = _company(match, focus, before)
    return (found,) if found else ()


def _company(match: re.Match[str], focus: _Focus, before: Sequence[Span]) -> Span | None:
    """Which company "公司", "该行" or "其" is."""
    word, kind = match[0], anaphor_kinds()[match[0]]
    if word in {"公司", "本公司", "上市公司"}:
        firms = [s for s in before if s.type is EntityType.COMPANY]
        told = next((s for s in firms if ANNOUNCES.match(match.string, s.end)), None)
        speaker = told or next((s for s in firms if _SPEAKS.match(match.string, s.end)), focus.announcer)
        if told or focus.announcer:
            return speaker
    if word in {"该行", "本行"}:
        return next((s for s in before if _BANK.search(s.text)), focus.bank)
    found = next((s for s in before if s.type is EntityType.COMPANY and not _introduced(match, s)), None)
    if found and word == "公司" and focus.company and _HOLDING.search(match.string[: match.start()]):
        return focus.company  # "海川投资持有|公司|股份": not of itself
    if found is None and kind == "own":
        found = next((s for s in before if s.type in _BODIES), None)
    return found or focus.company


def _of_office(text: str, match: re.Match[str]) -> bool:
    """Whether a bare 公司 in front of an office stands behind a verb: "收到|公司|董事长…", "称|公司|总经理…"."""
    return bool(_VERB.search(text, 0, match.start()) and title_pattern().match(text, match.end()))


_VERB = re.compile(r"(?:收到|接到|经|称|担任|出任|聘任|辞去|申请辞去|免去|解除|委任|推举|选举|授权|聘请|近日)$")
_BANK = re.compile(r"(?:银行|[分支]行)(?:股份)?(?:有限公司)?$")
_AS_HOLDER = re.compile(r"(?:第[一二三四五六七八九十\d]+大|控股|主要|最大)股东(?:为|是|系)?$|实际控制人(?:为|是|系)?$")
_UNDER = re.compile(r"公司[^，。；]{0,8}(?:子公司|孙公司|参股公司|附属公司|下属公司|客户|供应商|股东)“?$")


def _introduced(match: re.Match[str], span: Span) -> bool:
    """Whether a company is only named as another's: "公司与|子公司海梁|签订，|公司|将…"."""
    return match[0] in {"公司", "本公司"} and bool(_UNDER.search(match.string[: span.start]))


_CLAUSE = re.compile(r"(?:同意|要求|授权|显示|强调|表示|认为|披露|承诺|委托|作为|成为|包括)$")
_HOLDING = re.compile(r"(?:持有|增持|减持|受让|认购|买入|收购|转让|出售|质押)(?:了)?$")
_SPEAKS = re.compile(
    r"(?:方面|有关负责人|相关负责人|人士)?(?:也|则|同时|昨日|今日)?(?:表示|称|回应|宣布|透露|指出|认为)"
)


def _last(spans: Sequence[Span], default: Span | None) -> Span | None:
    return spans[-1] if spans else default


def _speaker(match: re.Match[str], focus: _Focus, spans: Sequence[Span]) -> Span | None:
    """Who "我们" is in a quotation: the only company of the sentence, or that of the sentence before."""
    text = match.string
    if text.count("“", 0, match.start()) <= text.count("”", 0, match.start()):
        return None
    companies = {s.key: s for s in spans if s.type is EntityType.COMPANY}
    if len(companies) > 1:
        return None
    return next(iter(companies.values()), focus.company)


def _is_site(text: str, place: Span) -> bool:
    """Whether a place is only where one meets: "签约仪式在|上海|举行"."""
    return place.type is EntityType.PLACE and text[place.start - 1 : place.start] in {"在", "赴", "抵", "到", "来"}


def _place(word: str, focus: _Focus, before: Sequence[Span]) -> Span | None:
    placed = [*focus.places]
    for span in before:
        if span.type is EntityType.PLACE or span.key.startswith("地:"):
            placed.append(span)
        elif span.type is EntityType.GOVERNMENT:
            placed += _seat(span)  # "|安徽省|委书记见证省政府与…签署"
    level = next((c for c in word if c in "省市区县州国邦"), "")
    found = next((s for s in reversed(placed) if at_level(s, level)), None)
    if found or not level or level == "国":
        return found
    return _only(focus, level)


def _only(focus: _Focus, level: str) -> Span | None:
    """The only place of a level that the article names."""
    alike = {s.key: s for s in focus.named if at_level(s, level)}
    if level == "市" and not alike:
        minor = load("zh/places.yaml")["county_cities"].split()
        alike = {s.key: s for s in focus.named if s.text in minor}
    return next(iter(alike.values())) if len(alike) == 1 else None


def _seat(body: Span) -> list[Span]:
    """The place that a body's name begins with: a later "副省长" is that of "|贵州省|大数据局"."""
    name = place_prefix(body.text)
    place = replace(body, end=body.start + len(name), type=EntityType.PLACE, text=name, chain=(), owner=None)
    return [place.keyed(entity_key(replace(place, key="")))] if name else []


def _places_of(span: Span) -> list[Span]:
    """The place that a name is, or the region of a body there: "|香港|金融管理局"."""
    if _placed(span):
        return [span]
    regional = span.type in ORGANIZATIONS and span.text.startswith(("香港", "澳门"))
    return _seat(span) if regional else []


def _placed(span: Span) -> bool:
    return bool(span.key) and (span.type is EntityType.PLACE or span.key.startswith("地:"))


def _facility(word: str, focus: _Focus, before: Sequence[Span]) -> Span | None:
    head = word.lstrip("该这座新")[-1:]
    facilities = [s for s in before if s.type is EntityType.FACILITY] or ([focus.facility] if focus.facility else [])
    alike = [s for s in facilities if s.text.endswith(head)]
    return _last(alike, _last(facilities, None) if head in "目园心程台" else None)


def _several(wanted: int, focus: _Focus, before: Sequence[Span], word: str) -> tuple[Span, ...]:
    places = word in {"两地", "两市", "两国", "三地"}

    def fits(s: Span) -> bool:
        if places:
            return s.type is EntityType.PLACE or s.key.startswith("地:")
        if _OFFICE_OF_PARTY.search(s.text):
            return False
        return (s.type in ORGANIZATIONS or s in focus.pair) and (
            ("公司" not in word and "企业" not in word) or s.type is EntityType.COMPANY
        )

    unnamed = focus.ours and focus.school is None  # "我校与远图集团签约。…代表双方": one side has no name
    for pool in [list(before), list(focus.pair), focus.recent, [*before, *focus.recent]][: 1 if unnamed else 4]:
        distinct: dict[str, Span] = {}
        for span in map(governing, filter(fits, pool)):
            distinct.setdefault(span.key, span)
        if len(distinct) == wanted:
            return tuple(distinct.values())
    return ()


_OFFICE_OF_PARTY = re.compile(r"(?:组织|宣传|统战)部$")


def _is_zone(span: Span) -> bool:
    return span.type in {EntityType.PLACE, EntityType.GOVERNMENT} and any(
        w in span.text for w in words("generic_zones")
    )


def _matches_body(span: Span, word: str) -> bool:
    head = word.lstrip("该").strip()
    return head in {"机构", "部门", "会"} or span.text.endswith(head[-1]) or head[-1] in {"院", "校"}


def _locate(focus: _Focus, text: str, span: Span) -> None:
    """Keep the place of which a name speaks; where one only meets comes last."""
    if span.type is EntityType.PLACE or span.key.startswith("地:"):
        aside = _is_site(text, span) or text[span.start - 1 : span.start] in set("与同跟")
        focus.places.insert(0 if aside else len(focus.places), span)
    elif span.type in {EntityType.GOVERNMENT, EntityType.EVENT}:
        focus.places += _seat(span)
    elif span.type is EntityType.FACILITY and span.place:
        focus.places.append(span.place)


_WITH = re.compile(r"[与和同][^，。；、]{2,30}(?:签|达成|共建|合作协议|战略合作)")


def _agrees(text: str, place: Span) -> bool:
    """Whether a place is itself a side of an agreement: "|我市|与远图集团签署"."""
    return place.type is EntityType.PLACE and bool(_WITH.match(text, place.end))


def _update(focus: _Focus, reading: Reading) -> None:
    named = [s for s in reading.spans if s.source != "anaphor" or s.text != "其"]
    companies = [s for s in named if s.type is EntityType.COMPANY]
    organizations = [governing(s) for s in named if s.type in ORGANIZATIONS or _agrees(reading.text, s)]
    spoken = [s for s in companies if not _AS_HOLDER.search(reading.text, 0, s.start)]
    if spoken:
        focus.company = spoken[0]
    bodies = {s.key: s for s in named if s.type in ORGANIZATIONS and s.key}
    if bodies or focus.paragraph != reading.sentence.paragraph:
        focus.only = next(iter(bodies.values())) if len(bodies) == 1 else None
    focus.paragraph = reading.sentence.paragraph
    focus.bank = next((s for s in companies if _BANK.search(s.text)), focus.bank)
    for span in named:
        _locate(focus, reading.text, span)
        if _is_zone(span):
            focus.zone = span
        if span.type is EntityType.FACILITY:
            focus.facility = span
        if span.type in {EntityType.GOVERNMENT, EntityType.ORGANIZATION}:
            focus.body = span
    if organizations:
        focus.recent = [*organizations, *[s for s in named if s.type is EntityType.PLACE]]
        if len({s.key for s in organizations}) in {2, 3} and (not focus.pair or _AGREES.search(reading.text)):
            focus.pair = tuple(organizations)
    elif any(s.type is EntityType.PLACE for s in named):
        focus.recent = [s for s in named if s.type is EntityType.PLACE] + focus.recent[:3]
