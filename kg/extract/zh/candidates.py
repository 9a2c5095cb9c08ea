"""Facts of one sentence before they are qualified: what frames, titles and place chains state."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.zh.buildings import unbuilt
from kg.extract.zh.clauses import Clauses
from kg.extract.zh.entities import at_level, governing
from kg.extract.zh.factuality import asserted, foreseen
from kg.extract.zh.frames import Frame
from kg.extract.zh.modifiers import among, to_no_name, whole
from kg.extract.zh.roles import find
from kg.extract.zh.sides import adjoining, pairs
from kg.extract.zh.spans import ORGANIZATIONS, Span
from kg.extract.zh.subjects import Found, Memory, Site
from kg.extract.zh.tenders import nobody_buys, who_ordered
from kg.extract.zh.titles import holds, leads, party_of, title_pattern
from kg.model import EntityType, Relation, Status


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement found: its parties, what found it, and where."""

    relation: Relation
    subject: Span
    object: Span
    rule: str
    clauses: Clauses
    clause: int
    start: int
    end: int
    score: float
    how: tuple[Found, Found]
    money: str = ""
    status: Status | None = None
    role: str | None = None


def candidates(clauses: Clauses, memory: Memory, known: Sequence[Frame]) -> Iterator[Candidate]:
    """Everything that a sentence states by the known frames, given what the sentences before leave for it."""
    found = [*_framed(clauses, memory, known)]
    contracts = {(c.start, c.subject.key, c.object.key) for c in found if c.rule == "contract-supply"}
    built = {(c.clause, c.subject.key, c.object.start) for c in found if c.relation is Relation.BUILDS}
    buyers = {(c.clause, c.subject.key) for c in found if c.relation is Relation.SUPPLIES and _sells_to_firm(c)}
    for candidate in found:  # a contract of supply is no agreement besides, and works that are built are not supplied
        same = (candidate.start, candidate.subject.key, candidate.object.key) in contracts
        works = (candidate.clause, candidate.subject.key, candidate.object.start) in built
        tender = candidate.object.type is EntityType.FACILITY and (candidate.clause, candidate.subject.key) in buyers
        if not (same and candidate.relation is Relation.PARTNERS_WITH) and not (
            (works or tender) and candidate.relation is Relation.SUPPLIES
        ):
            yield candidate
    yield from _titles(clauses)
    yield from _career(clauses, memory.person)
    if found:
        yield from _chains(clauses, {key for c in found for key in (c.subject.key, c.object.key)})


def _sells_to_firm(candidate: Candidate) -> bool:
    return candidate.object.type is EntityType.COMPANY


def _framed(clauses: Clauses, memory: Memory, known: Sequence[Frame]) -> Iterator[Candidate]:
    for frame in known:
        if not frame.trigger.search(clauses.text):
            continue
        for number, (begin, end) in enumerate(clauses.bounds):
            text = clauses.text[begin:end]
            if frame.near and not frame.near.search(text):
                continue
            if frame.unless and _unsaid(frame, clauses, begin, text):
                continue
            for match in frame.trigger.finditer(text):
                site = Site(clauses, begin + match.start(), begin + match.end(), number, memory)
                if not _inside_name(frame, site) and asserted(clauses, number, site.start, site.end):
                    yield from _apply(frame, site)


def _unsaid(frame: Frame, clauses: Clauses, begin: int, text: str) -> bool:
    """Whether words of a clause say that it does not state this; those in an event's name do not ("…洽谈会")."""
    found = [m.span() for m in frame.unless.finditer(text)] if frame.unless else []
    if frame.relation is not Relation.PARTNERS_WITH or not found:
        return bool(found)
    events = [s for s in clauses.reading.spans if s.type is EntityType.EVENT and s.end - s.start >= 8]
    return any(not any(s.start <= begin + a and begin + b <= s.end for s in events) for a, b in found)


def _inside_name(frame: Frame, site: Site) -> bool:
    """Whether the trigger is only part of a name; but an "开工仪式" says that building begins."""
    begins = frame.id == "facility-begins"
    return any(
        s.start <= site.start and site.end <= s.end and s.source != "anaphor"
        for s in site.clauses.reading.spans
        if not (begins and s.type is EntityType.EVENT and s.text.endswith(("仪式", "典礼")))
    )


_SIDED = frozenset({"sides", "beside"})


def _apply(frame: Frame, site: Site) -> Iterator[Candidate]:
    if frame.subject.selectors[0] in _SIDED:
        beside = frame.subject.selectors == ("beside",)
        found, how = pairs(site, frame.subject) if not beside or adjoining(site, frame.subject) else ([], Found(()))
        if frame.strict and how.how == "carried":
            return
        for a, b in found:
            if frame.relation is Relation.SUPPLIES and (
                (how.distance and b.type is not EntityType.GOVERNMENT) or not _sells(a, b)
            ):
                continue
            yield _candidate(frame, site, a, b, (how, how))
        return
    subjects, objects = _found(frame, site)
    if not objects.spans or _doubtful(frame, site, subjects, objects) or _elsewhere(frame, site, subjects, objects):
        return
    keys = {a.key for a in subjects.spans}
    for a in subjects.spans:
        for b in objects.spans:
            if b.key in keys or (a.start, a.end, a.text) == (b.start, b.end, b.text) or _for_others(frame, b):
                continue
            if frame.relation is Relation.PARTNERS_WITH and b.type is EntityType.COMPANY is not a.type:
                yield _candidate(frame, site, b, a, (objects, subjects))  # the company first
            else:
                yield _candidate(frame, site, a, b, (subjects, objects))


def _for_others(frame: Frame, buyer: Span) -> bool:
    """Whether a buyer is one that calls for tenders in the name of others ("陕西远图|招标|有限公司")."""
    return frame.relation is Relation.SUPPLIES and buyer.type is EntityType.COMPANY and "招标" in buyer.text


_DEALS = frozenset({Relation.SUPPLIES, Relation.FUNDS, Relation.BUILDS, Relation.INVESTS})


def _found(frame: Frame, site: Site) -> tuple[Found, Found]:
    """Who does it and what it is done to; nothing where one of them is only part of another."""
    objects = find(site, frame.object)
    if not objects.spans or (frame.relation is Relation.LOCATED_IN and objects.spans[0].start - site.end > 6):
        return Found(()), Found(())
    subjects = find(site, frame.subject)
    if frame.relation not in _DEALS:
        return subjects, objects
    if among(site, subjects, objects):
        return Found(()), Found(())
    if frame.relation is Relation.SUPPLIES:
        objects = who_ordered(site, frame.object, objects)
    return whole(site, subjects), whole(site, objects)


# What an authority says is to be built, others may build.
_SPEAKS = re.compile(r"召开|举行|表示|说|称|强调|指出|介绍|透露|要求|协调|落实|贯彻|推动|努力|支持|鼓励")


def _ungranted(site: Site, subjects: Found, objects: Found) -> bool:
    """Whether a place is only where a permit counts ("|欧洲|首家获得认证"), or both parties stand before."""
    first = subjects.spans[:1]
    if first and first[0].type is EntityType.PLACE and subjects.how != "from":
        text, end = site.clauses.text, first[0].end
        return not (_GRANTS.match(text, end) or _FIRST_ONES.match(text, end))
    return subjects.how == objects.how == "carried"


_RULES = re.compile(
    r"(?:特区|联邦|中央|地方|州)?(?:政府|当局|方面|官方|检方|警方|公安|军方|检察机关|法院|(?:金融|市场|证券|反垄断|反托拉斯|竞争|数据保护|隐私|药品|卫生|电信)(?:监管|管理|执法|保护)?(?:机构|部门|当局)|监管(?:机构|部门|当局)|工商|税务|海关|药监|环保部门|总统[一-鿿·]{2,10})?"
    r"(?:（[^（）]*）)?(?:[\d，：上下今昨近去前本周]|$|将|已|也|正|宣布|以|对|于|在(?!线)|当|曾|再|首|继|因|自|拟|计划|又|还|亦|则|全面|禁|下令|责令|要求|起诉"
    r"|制裁|先后|长期|一直|把|就|向|随|并|更|可|均|都|针对|发|签|实施|决定|处|罚|裁|叫停|吊销|撤销|取缔|封|列入|展开|立案|调查|开出)"
)
_FINES = re.compile(r"\d[^，。；]{0,8}元|予以|作出|责令")


def _by_nobody(frame: Frame, site: Site, subjects: Found) -> bool:
    """Whether a place is only where, or an authority only named before: "南宁|业主王某起诉", "|美国|科技公司禁止"."""
    first = subjects.spans[:1]
    if not first or foreseen(site.clauses, site.clause, site.start):
        return bool(first)
    text, words_ = site.clauses.text, site.clauses.words(site.clause)
    if frame.id == "fine-active" and subjects.how == "carried":
        return not _FINES.search(words_)
    if first[0].type is not EntityType.PLACE or first[0].text == "欧盟":
        return False
    guessed = subjects.how in {"topic", "past", "carried"}
    return guessed or (subjects.how == "subject" and not _RULES.match(text, first[0].end))


_GRANTS = re.compile(
    r"(?:政府|当局|方面|监管(?:机构|部门|当局)|药监(?:局|部门))?(?:共同|正式)?的?(?:批准|核准|批复|许可|准许|同意|认可|颁发|颁授|发出|核发|签发|发放|授予)"
)
_FIRST_ONES = re.compile(r"的?(?:首[批张个份]|第[一二三四]批|第一张)")
_OF_A_NAMED_ONE = frozenset({Relation.APPROVES, Relation.OWNS})


_NO_HOLDERS = ("法院", "检察院", "深交所", "上交所", "港交所", "证监会")


def _doubtful(frame: Frame, site: Site, subjects: Found, objects: Found) -> bool:
    """Whether the way in which two parties were found does not join them."""
    first = subjects.spans[:1]
    quoted = bool(first) and frame.relation is Relation.OWNS and first[0].type is EntityType.PERSON
    court = bool(first) and frame.relation is Relation.OWNS and first[0].text.endswith(_NO_HOLDERS)
    if court or (subjects.how == "carried" and (objects.how == "before" or quoted)):
        return True  # where the facility itself is the subject, nobody else is carried over
    if frame.relation in _OF_A_NAMED_ONE and all(o.source == "bare" for o in objects.spans):
        return True  # "核准铁路、核电项目": a kind of project
    if frame.id == "at-event" and objects.spans[0].end - objects.spans[0].start <= 5:
        return bool(first) and first[0].type is not EntityType.PERSON  # "在签约仪式上，": no event by name
    if frame.relation is Relation.INVESTS and to_no_name(site, objects):
        return True
    if frame.relation is Relation.BUILDS and ((subjects.how == "topic" and objects.distance) or unbuilt(site, objects)):
        return True
    if frame.relation is Relation.SUPPLIES and nobody_buys(site, objects):
        return True
    if subjects.how == "rel" and first and _rank(first[0]) < _rank(objects.spans[0]):
        return True  # "位于科学城核心区的|浦东新区|…项目": the place is only part of a longer name
    body = bool(first) and first[0].type is not EntityType.COMPANY
    if frame.relation is Relation.BUILDS and subjects.how == "carried" and body:
        return True  # what the sentence after an authority's speaks of, others may build
    if frame.id in {"get-permit", "get-these-permits"} and _ungranted(site, subjects, objects):
        return True
    if frame.relation is Relation.SANCTIONS and _by_nobody(frame, site, subjects):
        return True
    planned = bool(first) and first[0].type is EntityType.GOVERNMENT and bool(subjects.distance)
    if frame.relation is Relation.BUILDS and planned:
        return bool(_SPEAKS.search(site.clauses.text[first[0].end : site.start]))
    return (
        frame.relation is Relation.INVESTS and planned and objects.how != "to"
    )  # what an authority's plan costs, another may pay


_ANOTHER = re.compile(r"这[家座个]|一[家座个]|该|其")
_OTHER_NOUN = re.compile(r"项目|工程|地块|投资|产品|技术|系统|业务|基金|工厂|园区?|基地|中心|用地|厂区|大楼")


def _elsewhere(frame: Frame, site: Site, subjects: Found, objects: Found) -> bool:
    """Whether something else of the company lies there: "|项目|位于", "首钢50亿|投资|落户", "华成位于印度的|园区"."""
    if frame.relation is not Relation.LOCATED_IN or not subjects.spans or subjects.how == "rel":
        return False
    if subjects.spans[0].type is EntityType.EVENT and len(objects.spans) > 1:
        return True  # "在武汉、广州两地举办视频会议"
    text, begin = site.clauses.text, site.clauses.bounds[site.clause][0]
    if subjects.how == "carried" and _ANOTHER.search(text[begin : site.start]):
        return True  # "这家总部位于首尔的公司"
    if subjects.spans[0].type is not EntityType.COMPANY:
        return False
    between = (
        text[max(subjects.spans[-1].end, begin) : site.start] if not subjects.distance else text[begin : site.start]
    )
    behind = text[objects.spans[-1].end : objects.spans[-1].end + 16]
    return bool(_OTHER_NOUN.search(between)) or bool(
        re.match(r"[^，。；]{0,8}的[^，。；]{0,8}(?:园区|工厂|基地|项目)", behind)
    )


def _sells(a: Span, b: Span) -> bool:
    """Whether a contract says by its parties who supplies: not one between two companies or two bodies."""
    return a.type is EntityType.COMPANY is not b.type


def _candidate(frame: Frame, site: Site, a: Span, b: Span, how: tuple[Found, Found]) -> Candidate:
    if (
        frame.relation is Relation.LOCATED_IN
        and a.owner
        and a.text.removeprefix(a.owner.text) in {"总部", "全球总部", "集团总部"}
    ):
        a = a.owner
    return Candidate(
        frame.relation,
        a,
        b,
        frame.id,
        site.clauses,
        site.clause,
        site.start,
        site.end,
        frame.score,
        how,
        frame.money,
        frame.status,
    )


_UNPLACED = re.compile(r"[省市区县州](?:人大|政协|委|纪|政府)|(?:政法委|纪委|监委|组织部|宣传部|统战部|人大|政协)$")


def _titles(clauses: Clauses) -> Iterator[Candidate]:
    """Who leads and who owns what, by titles."""
    for person in clauses.reading.spans:
        for party, title in person.titles if person.type is EntityType.PERSON else ():
            if party is None or not party.key or _unnamed(party) or party.type is EntityType.FACILITY:
                continue
            ended = Status.ENDED if person.former or title.startswith("原") else None
            role = re.sub("^(?:及其|和其|与其)", "", title.removeprefix("原"))
            if holds(role) and party.type is EntityType.COMPANY:
                yield _titled(clauses, person, party, Relation.OWNS, None, ended or Status.ACTIVE)
            if leads(role) or (role.endswith("特派员") and party.text.endswith("公署")):
                if party_of(party) and role.startswith(("书记", "副书记", "常委")):
                    role = party.text[-2:] + role
                yield _titled(clauses, person, party, Relation.LEADS, role, ended)


_ONCE = re.compile(r"历任|曾任|先后(?:担)?任|(?:19|20)\d\d年(?:\d{1,2}月)?(?:至|起|—|-)")
_HOLDS_OFFICE = re.compile(r"(?:历任|曾任|任|担任)[^。；]*$")


def _career(clauses: Clauses, carried: Span | None) -> Iterator[Candidate]:
    """Offices of a curriculum vitae: "1996年至1998年，历任|湖州市农业局|副局长、|湖州市财政局|局长；…"."""
    text, spans = clauses.text, clauses.reading.spans
    person = next((s for s in spans if s.type is EntityType.PERSON), carried)
    if person is None or not _ONCE.search(text):
        return
    for party in spans:
        office = title_pattern().match(text, party.end) if party.type in ORGANIZATIONS and party.key else None
        ends = office is not None and (text[office.end() : office.end() + 1] or "。") in "，。；、（）"
        if office and ends and leads(office[0]) and _HOLDS_OFFICE.search(text[: party.start]):
            yield _titled(clauses, person, party, Relation.LEADS, office[0], Status.ENDED)


def _unnamed(party: Span) -> bool:
    """Whether what stands in an organization's place is only the office's own level ("市委", "省人大")."""
    unplaced = party.source != "anaphor" and _UNPLACED.match(party.text)
    bare = party.text.startswith(("人大", "机关工委")) or party.text in _WINGS
    return bare or (party.source == "context" and party.text[:1] in "省市区县州党") or bool(unplaced)


_WINGS = frozenset({"宣传部", "组织部", "统战部", "政法委", "纪委", "监委"})


def _titled(
    clauses: Clauses, person: Span, party: Span, relation: Relation, role: str | None, status: Status | None
) -> Candidate:
    how = Found((), "shared title" if party.source == "shared" else "title")
    return Candidate(
        relation,
        person,
        governing(party),
        "title" if relation is Relation.LEADS else "title-holder",
        clauses,
        clauses.at(person.start),
        person.start,
        person.end,
        0.82 if party.source in {"context", "shared", "anaphor"} else 0.93,
        (how, how),
        status=status,
        role=role,
    )


def _rank(place: Span) -> int:
    """Level of a place: country, province, city, district or county, zone, town."""
    if place.text.endswith(("镇", "乡", "街道")):
        return 5
    for rank, level in enumerate(("国", "省", "市", "区县")):
        if any(at_level(place, char) for char in level):
            return rank
    return 4


def _lies_in(smaller: Span, larger: Span) -> bool:
    """Whether a place can lie in a country: no Chinese province lies in another ("日本四川同乡会")."""
    return not at_level(larger, "国") or not at_level(smaller, "省")


def _chains(clauses: Clauses, parties: Set[str]) -> Iterator[Candidate]:
    """As in "江苏省南京市浦口经济开发区", or in the name of an authority that takes part."""
    for span in clauses.reading.spans:
        seated = span.type is EntityType.GOVERNMENT and span.key in parties and span.place
        chain = seated.chain if seated else span.chain
        for larger, smaller in pairwise(chain):
            if (
                larger.key not in {smaller.key, "地:中国"}
                and _rank(larger) < _rank(smaller)
                and _lies_in(smaller, larger)
            ):
                how = Found((), "chain")
                yield Candidate(
                    Relation.LOCATED_IN,
                    smaller,
                    larger,
                    "place-chain",
                    clauses,
                    clauses.at(span.start),
                    span.start,
                    span.end,
                    0.85,
                    (how, how),
                )
