"""The organization that an office belongs to: before it, behind it, or beside its holder."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.en.annotation import PARTIES
from kg.extract.en.chains import chain, is_group, is_led, is_place, number_of
from kg.extract.en.lines import Line, fillers, slot
from kg.extract.en.offices import PUBLIC_KINDS, Office, words
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.rules import load
from kg.model import EntityType

ROLE = "title"
LED = PARTIES | {EntityType.PLACE, EntityType.FACILITY}
_PERSON = frozenset({EntityType.PERSON})
_BEHIND = r" (?:by|in|on|among|alongside|with|who|which|that|at|during|after|as|when|while|since|before) "
_OF_PLACES = frozenset({"commissioner", "superintendent", "treasurer", "supervisor"})
"""Offices that a city or county has too: "Police Commissioner Jane Doe of New York"."""
_OF_FEDERATION = ("of", "the", "federation")
"""Behind an office of the state: no neighbour has it."""
_FORCES = ("Police", "Staff")
_OF_GROUPS = frozenset({"leader", "commander"})
"""Not of the nation before them: "Australian Greens leader", "Australian wing commander"."""
_HYPHENED = r" (?:(?:[a-z]+|\d+) - (?:[a-z]+|\d+)|[a-z]+-\d+)"
"""One word between an owner and an office: "Orbico's F-35 program manager"."""
_VERBS = (
    r" (?:said|says|told|also|spoke|noted|added|explained|expressed|stated|has|had|was|will|commented|signed|gave|"
    r"presented|welcomed|announced|attended|confirmed|called|joined|thanked|praised|represented)"
)


@dataclass(frozen=True, slots=True)
class Place:
    """An office in its line: what stands before it, where it ends with all that belongs to it, and whom it leads.

    Attributes:
        before: Text of the line up to the office and the organization that stands before it.
        end: Item behind the office and the organization that stands behind it.
        role_end: Item behind the words of the role ("executive vice president for Asia").
    """

    led: tuple[Filler, ...]
    before: str
    end: int
    role_end: int


@cache
def lead_in() -> str:
    """Regular expression of the words that may stand before an office and are no part of it."""
    options = "|".join(re.escape(word) for word in sorted(words().before, key=len, reverse=True))
    return rf"(?: (?:{options})| \d+ - year - old)*"


@cache
def _group_before() -> re.Pattern[str]:
    side = "(?:north|south|east|west|central)(?:ern)?"
    sides = rf"(?: {side}(?: ,)?(?: and)?)*"
    return re.compile(rf"{slot(LED, 'g', 'drn')}(?P<of> 's?(?:{_HYPHENED})?)?{sides}{lead_in()}$")


@cache
def _group_beside() -> re.Pattern[str]:
    """Behind the office of a person: ", FedEx Taiwan", " Boeing", ", Cloud Platforms, Orbico"."""
    word = r" (?!(?:said|says|told|has|had|was|is|will|who|and) )[a-z&][^ ⟨,.]*"
    place = slot(frozenset({EntityType.PLACE}), marks="d")
    fields = rf"(?: ,(?: and)?(?:{word}|{place}){{1,4}}(?: and(?:{word}){{1,3}})?){{2,3}}"
    segment = rf"(?: ,(?: [a-z&][^ ⟨,.]*){{1,5}}|{fields}| ,{slot(frozenset({EntityType.COMPANY}), marks='')} at)?"
    end = rf"(?= [,.;:]|{_VERBS}| and(?: the| its)?(?: {courtesy()})?{slot(_PERSON, marks='')}|{_BEHIND}|$)"
    further = rf"(?: ,(?: of(?: the)?)?{slot(PARTIES, 'h', '')})?"
    return re.compile(rf"{segment}(?: ,)?(?: the)?{slot(PARTIES, 'g', '')}{further}{end}")


@cache
def _group_between() -> re.Pattern[str]:
    """Between an office and its holder: ", Orbico," in "the Chairman, Orbico, Mr Tim Berg"."""
    segment = (
        rf"(?: (?:of|for)(?: [a-z&][^ ⟨,.]*){{1,6}}(?= ,))?"
        rf"(?: ,(?:(?: [a-z&][^ ⟨,.]*){{1,5}}|{slot(PARTIES, marks='')})){{0,2}}"
    )
    holder = rf"(?: ,)?(?: {courtesy()})*{slot(_PERSON, marks='')}"
    return re.compile(rf"{segment}(?: ,)?(?: the)?{slot(PARTIES, 'g', '')}(?={holder})")


@cache
def _named_beside() -> re.Pattern[str]:
    founder = rf"(?: 's(?: [a-z-]+){{1,4}}(?: ,)?{slot(_PERSON, marks='')})?"
    return re.compile(rf"(?:^| \S*[^⟩ ]){slot(PARTIES, 'g', '')}{founder} (?:,|and|, and)$")


@cache
def courtesy() -> str:
    """Regular expression of one form of address."""
    forms: list[str] = load("en/titles.yaml")["courtesy"]
    named = "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
    return rf"(?:(?:his|her) excellency ,|(?:{named})(?: \.)?)"


def place_of(sentences: Sentences, line: Line, office: Office, person_before: re.Pattern[str]) -> Place:
    """The organization named around an office; `led` is empty where none is.

    `person_before` says what a holder before the office looks like: only then may an organization stand beside it.
    """
    before = _text(line.items[: office.start])
    behind = _behind(sentences, line, office, before)
    match = neighbour = _group_before().search(before)
    if match is not None and not is_led(sentences, line, office, match.group(0).split(" ")[1]):
        further = _group_before().search(before[: match.start()])
        stated = match if match.group("of") and set(office.kinds) - {"none"} == {"company"} else None
        match = further if further and is_group(further.group(0).split(" ")[1]) else stated
    if match is None or _says_more(sentences, line, office, behind, match) or not _may_lead(line, office, match):
        if line.items[office.end : office.end + 3] == _OF_FEDERATION:
            return behind
        if not behind.led:
            held = person_before.search(before)
            return _beside(sentences, line, office, behind) if held else _between(sentences, line, office, behind)
        if neighbour is not None and is_place(neighbour.group(0).split(" ")[1]):
            return replace(behind, before=before[: neighbour.start()])  # "Jane Doe, Asia director of Orbico"
        return behind
    match = _owner_beside(before, match) or _beyond_region(office, before, match)
    led, start = the_one(sentences, match.group("g"), LED), match.start()
    if listed := None if match.groupdict().get("of") else _listed_before().search(before[:start]):
        others = (the_one(sentences, number_of(item), PARTIES) for item in listed.group("all").split() if item != ",")
        led, start = (*(other for each in others for other in each), *led), listed.start("all")
    return Place(led, before[:start], behind.end, behind.role_end)


@cache
def _listed_before() -> re.Pattern[str]:
    """The Orbico of "a former Orbico and Nordbank executive"."""
    group = slot(PARTIES, marks="")
    return re.compile(
        rf" (?:a|an|former|ex -)(?: (?:senior|top|veteran|longtime))*(?P<all>(?:{group} ,)*{group})(?: ,)? and$"
    )


def _owner_beside(before: str, match: re.Match[str]) -> re.Match[str] | None:
    """As in "sued Orbico, its chairman Jane Doe and …", whose "its" is Orbico's and not the plaintiff's."""
    if not match.group(0).split(" ")[1].endswith("n⟩") or not match.group("of"):
        return None
    return _named_beside().search(before[: match.start()])


def _says_more(sentences: Sentences, line: Line, office: Office, behind: Place, match: re.Match[str]) -> bool:
    """An organization behind the office says more than a place or a mere neighbour before it.

    But "Saudi Arabia's minister of health" names whose government he is in.
    """
    if ":L" in match.group(0) and "post" in office.kinds:
        return not match.group("of") and bool(behind.led)
    if _is_states_commissioner(line, office, match):
        return False
    if ":L" in match.group(0) and "ministry" in office.kinds and line.items[office.head] == "minister":
        return False
    groups = [f for f in behind.led if sentences.entity(f.entity).type in PARTIES]
    if ":L" in match.group(0) and any(sentences.entity(f.entity).name.endswith(_FORCES) for f in groups):
        return False  # "Kogi State Commissioner of Police", "Nigeria's Chief of Army Staff"
    return bool(groups) and (":L" in match.group(0) or not match.group("of"))


def _is_states_commissioner(line: Line, office: Office, match: re.Match[str]) -> bool:
    """As in "Kano State Commissioner for Works", who is a minister of the state."""
    of_field = line.items[office.end : office.end + 1] == ("for",)
    return ":L" in match.group(0) and line.items[office.head] == "commissioner" and of_field


def _may_lead(line: Line, office: Office, match: re.Match[str]) -> bool:
    """Not "which chairman", and not "the Chinese chief executive"."""
    marks = match.group(0).split(" ")[1].partition(":")[2]
    if "L" in marks and match.group(0).split(" ")[2:3] in (["-"], ["–"]):  # a dateline
        return False
    if "r" in marks and not match.group("of"):
        return False
    if match.string[: match.start()].endswith((" pro -", " anti -", " pro", " anti")):
        return False
    if "n" in marks and " - " in (match.groupdict().get("of") or ""):  # "its high-flying former chairman"
        return False
    if "d" in marks and office.start < office.head and line.items[office.head] in _OF_GROUPS:
        return False
    return not ("d" in marks and set(office.kinds) - {"none"} == {"company"})


def _beyond_region(office: Office, before: str, match: re.Match[str]) -> re.Match[str]:
    """As in "Orbico's Asia head", who leads at Orbico."""
    if ":L" not in match.group(0) or match.group("of") or set(office.kinds) & PUBLIC_KINDS:
        return match
    if "post" in office.kinds:  # "Moscow's | U.S. ambassador"
        sender = _group_before().search(before[: match.start()])
        return sender if sender and sender.group("of") and is_place(sender.group(0).split(" ")[1]) else match
    further = _group_before().search(before[: match.start()])
    return further if further and is_group(further.group(0).split(" ")[1]) else match


def _behind(sentences: Sentences, line: Line, office: Office, before: str) -> Place:
    """The organization or place behind an office, where one is."""
    found = chain(sentences, line, office)
    end = _behind_host(line, found.end) if "post" in office.kinds else found.end
    if found.at is None:
        return Place((), before, end, end)
    return Place(the_one(sentences, number_of(line.items[found.at]), LED), before, end, found.role_end)


def _behind_host(line: Line, end: int) -> int:
    """Item behind where somebody is sent: "ambassador | to Ghana and Togo"."""
    match = _host().match(_text(line.items[end:]))
    return end + match.group(0).count(" ") if match else end


@cache
def _host() -> re.Pattern[str]:
    host = slot(LED, marks="dn")
    return re.compile(rf" (?:to|in)(?: the)?{host}(?:(?: ,)?(?: and)?(?: the)?{host})*")


def _beside(sentences: Sentences, line: Line, office: Office, behind: Place) -> Place:
    for start in dict.fromkeys((office.end, behind.end)):
        if match := _group_beside().match(_text(line.items[start:])):
            led = the_one(sentences, match.group("h") or match.group("g"), PARTIES)
            return Place(led, behind.before, start + match.group(0).count(" "), start)
    return behind


def _between(sentences: Sentences, line: Line, office: Office, behind: Place) -> Place:
    match = _group_between().match(_text(line.items[office.end :]))
    if match is None:
        return behind
    led = the_one(sentences, match.group("g"), PARTIES)
    return Place(led, behind.before, office.end + match.group(0).count(" "), office.end)


def of_person(sentences: Sentences, line: Line, person: Filler, office: Office) -> tuple[Filler, ...]:
    """As in "chief executive Tim Berg of Orbico", "President Hill of Poland" and "Orbico's Tim Berg, vice chair"."""
    mention = rf" ⟨{sentences.annotation.spans.index(person.span)}:P[nr]*⟩"
    public = set(office.kinds) & PUBLIC_KINDS or line.items[office.head] in _OF_PLACES
    types = LED if public else PARTIES
    described = r"(?: (?!(?:of|in|at|to|for|from|with|on|by|and) )[a-z-]+){0,3}"
    match = re.search(rf"{mention} (?:of|at|from|with)(?: the{described})?{slot(types, 'g', '')}", line.text)
    match = match or re.search(rf"{slot(PARTIES, 'g', '')}(?: 's)?{mention}", line.text)
    return the_one(sentences, match.group("g"), types) if match else ()


def the_one(sentences: Sentences, number: str, types: frozenset[EntityType]) -> tuple[Filler, ...]:
    """What a slot of a line holds, where it is one only."""
    found = fillers(sentences, int(number), types, ROLE)
    return tuple(found) if len(found) == 1 else ()


def _text(items: tuple[str, ...]) -> str:
    return "".join(f" {item}" for item in items)
