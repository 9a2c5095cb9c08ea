"""Who leads what by title: "Tencent CEO Ma Huateng", "Dao Feng, vice president of Tencent Cloud", "its chairman, …".

Read off the words and mentions around an office, not off the parse: titles are where parsers err most. The office is
found by `offices`, its organization by `affiliation`; here its holders, behind it, before it or in its clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from kg.extract.en.affiliation import LED, ROLE, Place, courtesy, lead_in, of_person, place_of, the_one
from kg.extract.en.annotation import PARTIES
from kg.extract.en.bind import Candidate
from kg.extract.en.chains import number_of, with_plain_fields
from kg.extract.en.commands import command
from kg.extract.en.factuality import Verdict
from kg.extract.en.frames import Frame, implied_frame
from kg.extract.en.implied_offices import department, implied, of_council, of_head
from kg.extract.en.lines import Line, fillers, fits, slot
from kg.extract.en.nearby import Nearby, kind_of
from kg.extract.en.office_clauses import before_office, behind_office, employs, options
from kg.extract.en.offices import PUBLIC_KINDS, Office, offices, time_of, words
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.tokens import Token
from kg.model import EntityType, Relation, Status

_PERSON = frozenset({EntityType.PERSON})
_STATES = frozenset({EntityType.PLACE})
_PUBLIC = frozenset({EntityType.PLACE, EntityType.GOVERNMENT})
_PAST = frozenset({"was", "served as", "had been", "acted as", "worked as", "who was"})
_EMPLOYERS = frozenset({EntityType.COMPANY, EntityType.ORGANIZATION})
_MAX_BETWEEN = 4
_APPOINTS = frozenset({"named", "appointed", "elected", "made", "chose", "picked"})
_MAX_PAIRED = 14
_LEFT = frozenset({"left", "leaves", "served", "worked for", "worked at"})
Holder = tuple[Filler, Status]


@dataclass(frozen=True, slots=True)
class _Article:
    """What all offices of an article are read with.

    Attributes:
        sentences: The document.
        nearby: What it means where it does not say.
        heads: Countries by the persons who head their governments, as far as it was read.
        told: Who has held which office of something that was named, so far: nothing else is meant by it later on.
    """

    sentences: Sentences
    nearby: Nearby
    heads: dict[int, Filler] = field(default_factory=dict)
    told: set[tuple[int, str]] = field(default_factory=set)


def title_candidates(sentences: Sentences, written: tuple[Line, ...]) -> Iterator[Candidate]:
    """Who leads what by the offices that the lines name, in text order."""
    article = _Article(sentences, Nearby(sentences))
    for line in (with_plain_fields(sentences, line) for line in written):
        placed = [
            (office, place_of(sentences, line, office, before_office()["apposed"]))
            for office in offices(sentences, line)
        ]
        held = [_holders(sentences, line, office, place) for office, place in placed]
        for i, (office, place) in enumerate(placed):
            if i and not held[i] and _goes_on(line, placed[i - 1][1], office):
                held[i] = held[i - 1]
            if (
                0 < i < len(held) - 1
                and held[i]
                and held[i] == held[i + 1]
                and _goes_on(line, placed[i - 1][1], office)
            ):
                held[i] = held[i - 1] or held[i]  # "Ann, mayor of A and chair of B, Tim, chief of C"
            shared = (
                held[i + 1] if i + 1 < len(placed) and _shares_holder(line, office, place, placed[i + 1][0]) else []
            )
            if i and held[i] and not place.led and _are_peers(placed[i - 1][0], office):
                place = replace(place, led=_of_colleague(sentences, held[i - 1], placed[i - 1][1], place))
            yield from _candidates(article, line, office, place, held[i] or shared)


def _are_peers(first: Office, second: Office) -> bool:
    """Not the director of a department and a governor."""
    return PUBLIC_KINDS.isdisjoint(second.kinds) or first.kinds == second.kinds == ("country",)


def _of_colleague(sentences: Sentences, held: list[Holder], before: Place, place: Place) -> tuple[Filler, ...]:
    """What both lead in "Orbico chairman Jane Doe and director Tim Berg"."""
    match = _colleague().search(place.before)
    if match is None or len(held) != 1 or not match.string[: match.start()].startswith(before.before):
        return ()
    person = str(sentences.annotation.spans.index(held[0][0].span))
    return before.led if person == match.group("p") else ()


@cache
def _colleague() -> re.Pattern[str]:
    return re.compile(rf"{slot(_PERSON, 'p', '')} and{lead_in()}$")


def _goes_on(line: Line, before: Place, office: Office) -> bool:
    """As in "Jane Doe, chief executive of Orbico and chairman of Nordbank", who is both."""
    between = [item for item in line.items[before.end : office.start] if item not in words().before]
    between = between[:-1] if between[-1:] and between[-1].startswith("⟨") else between
    return between in (["and"], [",", "and"], [",", "and", "is"], ["and", "is"], ["and", "also"])


def _shares_holder(line: Line, office: Office, place: Place, following: Office) -> bool:
    """As in "Minister of Transport and Orbico Chairman Jane Doe", who is both."""
    between = line.items[place.end : following.start]
    if between[:1] != ("and",) or len(between) > _MAX_BETWEEN or following.head < place.end:
        return False
    apposed = line.items[max(0, office.start - 1) : office.start] == (",",)
    return not apposed and not any(item.startswith("⟨") and "d⟩" in item for item in between)


def _candidates(
    article: _Article, line: Line, office: Office, place: Place, holders: list[Holder]
) -> Iterator[Candidate]:
    """The office's holders with the organization that it belongs to."""
    sentences = article.sentences
    trigger = sentences.doc[line.tokens[office.head]]
    each = _respectively(sentences, line, place, len(holders)) or _in_pairs(sentences, line, office, len(holders))
    shared = of_person(sentences, line, holders[-1][0], office) if office.plural and holders else ()
    for i, (person, status) in enumerate(holders):
        verdict = Verdict(True, office.status or _time_of_place(place) or status)
        led = each[i] if each else place.led or of_person(sentences, line, person, office) or shared
        led = led or _joined(sentences, place)
        member = of_council(sentences, article.nearby, line, office)
        led = led if member is None else member
        explicit = bool(led) or member is not None
        led = _department(article, line, office, led) or led
        if line.items[office.head] == "commissioner" and led and sentences.entity(led[0].entity).name == "Police":
            led = of_person(sentences, line, person, office)
            led = led or command(sentences, article.nearby, line, office, place.role_end)
            if not led:
                continue
        key = (person.entity, line.items[office.head])
        if explicit:
            article.told.add(key)
        elif not office.plural and key not in article.told:
            own = _own_ministry(sentences, trigger)
            long = bool(own) and own[0].span.end - own[0].span.start > 2  # "trade and industry minister"
            led = own if long else _meant(article, line, office, person) or own
        for group in led:
            if person.entity != group.entity and _may_have(sentences, line, office, group):
                if set(office.kinds) <= PUBLIC_KINDS - {"ministry"} and fits(sentences.entity(group.entity), _STATES):
                    article.heads[person.entity] = group
                yield Candidate(_frame(), trigger, None, person, group, verdict, _role(sentences, line, office, place))


def _department(article: _Article, line: Line, office: Office, led: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """The department of a country's secretary, where the article names it."""
    if len(led) != 1 or kind_of(article.sentences.entity(led[0].entity)) != "country":
        return ()
    number = department(article.nearby, line, office)
    return () if number is None else the_one(article.sentences, str(number), LED)


def _respectively(sentences: Sentences, line: Line, place: Place, size: int) -> list[tuple[Filler, ...]]:
    """What each holder leads: of "Ann and Tim, chief executives of Orbico and Nordbank respectively"."""
    behind = line.items[place.role_end : place.role_end + _MAX_PAIRED]
    if size < 2 or "respectively" not in behind:
        return []
    groups = [item for item in behind[: behind.index("respectively")] if item.startswith("⟨")]
    return [the_one(sentences, number_of(item), LED) for item in groups] if len(groups) == size else []


def _in_pairs(sentences: Sentences, line: Line, office: Office, size: int) -> list[tuple[Filler, ...]]:
    """The same of "Ann and Tim, the chief executives of Orbico and Nordbank", of companies only."""
    if size < 2 or not office.plural or "company" not in office.kinds:
        return []
    match = _pairs().match("".join(f" {item}" for item in line.items[office.end :]))
    groups = re.findall(r"⟨(\d+):", match.group(0)) if match else []
    return [the_one(sentences, number, LED) for number in groups] if len(groups) == size else []


@cache
def _pairs() -> re.Pattern[str]:
    group = rf"(?: the)?{slot(PARTIES, marks='')}"
    return re.compile(rf" of{group}(?:(?: ,| and| , and){group})+(?! 's)")


def _time_of_place(place: Place) -> Status | None:
    """What the word before the organization says: "former Orbico boss", "then-Orbico boss"."""
    return time_of(place.before.removesuffix(" -").rpartition(" ")[2])


def _meant(article: _Article, line: Line, office: Office, person: Filler) -> tuple[Filler, ...]:
    """What the article must mean: a ministry that it names, else the country of a minister's head of government."""
    sentences = article.sentences
    led = implied(sentences, article.nearby, line, office, person)
    named = bool(led) and not fits(sentences.entity(led[0].entity), _STATES)
    return led if named else of_head(sentences, line, office, article.heads) or led


def _may_have(sentences: Sentences, line: Line, office: Office, group: Filler) -> bool:
    """Only states have a king: "Diana King of the Family Unit" has another name; a clerk is a county's or town's."""
    entity = sentences.entity(group.entity)
    if office.kinds == ("local",):
        return fits(entity, _PUBLIC)
    return line.items[office.head] not in words().only or fits(entity, _STATES)


def _own_ministry(sentences: Sentences, trigger: Token) -> tuple[Filler, ...]:
    """The ministry that a "trade minister" leads by his very title."""
    span = sentences.span_at(trigger) if trigger.lower_ == "minister" else None
    if span is None or span.is_stand_in or sentences.entity(span.entities[0]).type is not EntityType.GOVERNMENT:
        return ()
    return (Filler(span, span.entities[0], ROLE, 0),)


@cache
def _frame() -> Frame:
    return implied_frame("leads.title", Relation.LEADS)


def _role(sentences: Sentences, line: Line, office: Office, place: Place) -> str:
    first, last = line.tokens[office.start], line.tokens[place.role_end - 1]
    words: str = sentences.doc[first : last + 1].text
    return " ".join(words.split())


def _several(sentences: Sentences, before: str, after: str) -> list[Holder]:
    """Holders of an office of two or more, behind it or before it: "Orbico directors Jane Doe and Tim Berg"."""
    listed, behind = _lists()
    match = behind.match(after) or listed.search(before)
    if match is None:
        return []
    numbers = re.findall(r"⟨(\d+):", match.group("all"))
    return [holder for number in numbers for holder in _holder(sentences, number, Status.ACTIVE)]


@cache
def _one_of() -> re.Pattern[str]:
    """As in "Jane Doe, one of | Orbico's vice presidents"."""
    return re.compile(rf"{slot(_PERSON, 'p', 'nr')}(?: ,| is| was| became)+ (?:one|two) of{lead_in()}$")


@cache
def _lists() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Lists of two persons or more: before an office, and behind it."""
    name = rf"(?: {courtesy()})*{slot(_PERSON, marks='')}"
    one = rf"{name}(?: (?:of|from|at)(?: the)?{slot(LED, marks='')})?"
    return re.compile(
        rf"(?P<all>(?:{name} ,)*{name}(?: ,)? and{name}) ,(?: both| all| two| three| four)?{lead_in()}$"
    ), re.compile(rf"(?: ,)?(?P<all>(?:{one} ,)*{one}(?: ,)? and{name})")


def _joined(sentences: Sentences, place: Place) -> tuple[Filler, ...]:
    """What a holder joins as an officer, or who appoints him: "joined Orbico in 2015 as", "the SEC named Jane Doe"."""
    for pattern in employs():
        if match := pattern.search(place.before):
            return the_one(sentences, match.group("g"), PARTIES)
    match = before_office()["appointed"].search(place.before)
    return the_one(sentences, match.group("g"), _EMPLOYERS) if match else ()


def _holders(sentences: Sentences, line: Line, office: Office, place: Place) -> list[Holder]:
    after = _behind_initials(sentences, place, "".join(f" {item}" for item in line.items[place.end :]))
    one = _one_of().search(place.before) if office.plural else None
    if one:
        return _holder(sentences, one.group("p"), Status.ACTIVE)
    if office.plural:
        return _several(sentences, place.before, after)
    if match := behind_office()["next"].match(after):
        rest = after[match.end() :]
        return _holder(sentences, match.group("p"), _time_around(place, rest)) + _successors(sentences, "next", rest)
    before = _without_credential(sentences, place)
    for name, pattern in before_office().items():
        if match := pattern.search(before):
            rejected = name == "apposed" and (
                before[: match.start()].endswith(" against") or _is_possessive(sentences, match.group("p"))
            )
            number = match.group("p")
            owned = match.groupdict().get("verb") == "'s" and (
                _is_owner(sentences, number) or _is_possessive(sentences, number)
            )
            if name != "apposed" and before[: match.start()].endswith((" if", " unless")):
                return []
            other = name == "gains" and _names_another(match, after)
            if not rejected and not owned and not other:
                return _stated(sentences, name, match) + _successors(sentences, name, after)
            break
    if match := behind_office()["replaces"].match(after):
        return _holder(sentences, match.group("p"), Status.ENDED)
    match = behind_office()["later"].match(after)
    return _holder(sentences, match.group("p"), _time_around(place, after[match.end() :])) if match else []


def _behind_initials(sentences: Sentences, place: Place, after: str) -> str:
    """What follows an organization and its initials: "chairman of the Lindal Roads Board, LRB, | , Jane Doe"."""
    match = _initials().match(after)
    if match is None or sentences.annotation.spans[int(match.group("g"))].entities != tuple(
        f.entity for f in place.led
    ):
        return after
    return after[match.end() :]


@cache
def _initials() -> re.Pattern[str]:
    return re.compile(rf" ,{slot(LED, 'g', '')}(?= ,)")


def _names_another(match: re.Match[str], after: str) -> bool:
    """Whether somebody appoints another: "Ann named the Orbico president, Tim, as chair"."""
    active = not (match.group("aux") or "").strip() and match.group(0).split()[1] in _APPOINTS
    return active and behind_office()["later"].match(after) is not None


def _successors(sentences: Sentences, name: str, after: str) -> list[Holder]:
    """Who follows or leaves: Ann of "replaced as head of Orbico by Ann", Tim of "named its head, succeeding Tim"."""
    if heir := behind_office()["heir"].match(after):
        ahead = "will" in heir.group("aux") or "to" in heir.group("aux")
        return _holder(sentences, heir.group("p"), Status.PLANNED if ahead else Status.ACTIVE)
    match = (behind_office()["by"] if name == "loses" else behind_office()["instead"]).match(after)
    return _holder(sentences, match.group("p"), Status.ACTIVE if name == "loses" else Status.ENDED) if match else []


def _time_around(place: Place, after: str) -> Status:
    """Ended in "fired its chief executive Jane Doe" and "The chairman of Orbico, Jane Doe, resigned"."""
    over = _went().match(after) or _ousts().search(place.before)
    return Status.ENDED if over else Status.ACTIVE


@cache
def _went() -> re.Pattern[str]:
    adverbs = r"(?: ,)?(?: (?:has|had|who|abruptly|suddenly|unexpectedly))*"
    return re.compile(rf"{adverbs} (?:{options('went')})(?! (?:to|as|himself|herself|[a-z]+ing) )")


@cache
def _ousts() -> re.Pattern[str]:
    return re.compile(rf"(?<! was)(?<! were)(?<! been) (?:{options('ousts')}){lead_in()}$")


def _is_owner(sentences: Sentences, number: str) -> bool:
    """The "Hale" of "Hale's attorney general", not of "Hale's chairman now"."""
    end = sentences.annotation.spans[int(number)].end
    return end < len(sentences.doc) and bool(sentences.doc[end].tag_ == "POS")


def _without_credential(sentences: Sentences, place: Place) -> str:
    """What stands before an office without an acronym that was taken for a name: "Jane Doe, CFA, head of Orbico"."""
    match = _credential().search(place.before) if place.led else None
    if match is None:
        return place.before
    span = sentences.annotation.spans[int(match.group("c"))]
    written: str = sentences.doc[span.start : span.end].text
    return place.before[: match.start("c") - len(" , ⟨")] if written.isupper() and len(written) < 6 else place.before


def _is_possessive(sentences: Sentences, number: str) -> bool:
    """The "his" of "his communications manager", who is another person."""
    span = sentences.annotation.spans[int(number)]
    return span.source == "pronoun" and bool(sentences.doc[span.head].tag_ in ("PRP$", "WP$"))


def _stated(sentences: Sentences, name: str, match: re.Match[str]) -> list[Holder]:
    """Holder and status by the clause that stands before an office."""
    groups = match.groupdict()
    ahead = bool({"will", "would", "to"} & set((groups.get("aux") or "").split()))
    status = Status.PLANNED if ahead else Status.ACTIVE
    if name in ("loses", "served") or groups.get("verb") in _PAST | _LEFT:
        status = Status.PLANNED if ahead else Status.ENDED
    elif (groups.get("verb") or "").startswith("will"):
        status = Status.PLANNED
    found = _holder(sentences, groups["p"], status)
    return found + _holder(sentences, groups["q"], Status.ENDED) if name == "succeeds" else found


def _holder(sentences: Sentences, number: str, status: Status) -> list[Holder]:
    found = fillers(sentences, int(number), _PERSON, ROLE)
    return [(found[0], status)] if len(found) == 1 and _is_somebody(sentences, found[0]) else []


def _is_somebody(sentences: Sentences, person: Filler) -> bool:
    """Not "Corporate Affairs", a department that was taken for a person."""
    span = person.span
    return words().no_person.isdisjoint(t.lower_ for t in sentences.doc[span.start : span.end])


@cache
def _credential() -> re.Pattern[str]:
    return re.compile(rf"{slot(_PERSON, marks='')} ,{slot(LED - {EntityType.PERSON}, 'c', '')}(?: ,)?{lead_in()}$")
