"""The organization that an office belongs to: before it, behind it, or beside its holder."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.en.annotation import PARTIES
from kg.extract.en.lines import Line, fillers, slot
from kg.extract.en.nearby import CONTINENTS
from kg.extract.en.offices import PUBLIC_KINDS, Office, words
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.rules import load
from kg.model import EntityType

ROLE = "title"
LED = PARTIES | {EntityType.PLACE, EntityType.FACILITY}
_PERSON = frozenset({EntityType.PERSON})
PREPOSITIONS = frozenset({"of", "at", "for", "with", "from", "in", "within"})
_GOVERNS = frozenset({"of", "for", "in"})
_CHAIN_WORDS = frozenset({"'s", "the", "and", "&", "its", "their", "a", "an", "-", "start", "up", "most", "now"})
_OF_COMPANIES = frozenset({"based", "owned", "run", "listed", "backed", "controlled", "headquartered", "focused"})
_CHAIN_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})
_WITH_CHIEF_EXECUTIVES = ("Hong Kong", "Macau", "Macao")
_DEPARTMENTS = frozenset(
    {"office", "department", "division", "team", "desk", "practice", "contracts", "services", "unit"}
)
_CALLED = (("company",), ("group",), ("firm",), ("bank",))
"""Words behind a name that are no part of it: "head of the Orbico company, Jane Doe"."""
MAX_CHAIN = 14


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
    return re.compile(rf"{slot(LED, 'g', 'drn')}(?P<of> 's?)?{lead_in()}$")


@cache
def _group_beside() -> re.Pattern[str]:
    """Behind the office of a person: ", FedEx Taiwan", " Boeing", ", Cloud Platforms, Orbico"."""
    segment = r"(?: ,(?: [a-z&][^ ⟨,.]*){1,5})?"
    end = rf"(?= [,.;:]| said| says| told| and(?: the| its)?(?: {courtesy()})?{slot(_PERSON, marks='')}|$)"
    further = rf"(?: ,(?: of(?: the)?)?{slot(PARTIES, 'h', '')})?"
    return re.compile(rf"{segment}(?: ,)?(?: the)?{slot(PARTIES, 'g', '')}{further}{end}")


@cache
def _group_between() -> re.Pattern[str]:
    """Between an office and its holder: ", Orbico," in "the Chairman, Orbico, Mr Tim Berg"."""
    segment = rf"(?: ,(?:(?: [a-z&][^ ⟨,.]*){{1,5}}|{slot(PARTIES, marks='')}))?"
    holder = rf"(?: ,)?(?: {courtesy()})*{slot(_PERSON, marks='')}"
    return re.compile(rf"{segment}(?: ,)?(?: the)?{slot(PARTIES, 'g', '')}(?={holder})")


@cache
def _named_beside() -> re.Pattern[str]:
    return re.compile(rf"(?:^| \S*[^⟩ ]){slot(PARTIES, 'g', '')} (?:,|and|, and)$")


@cache
def courtesy() -> str:
    """Regular expression of one form of address."""
    forms: list[str] = load("en/titles.yaml")["courtesy"]
    return f"(?:{'|'.join(re.escape(form) for form in sorted(forms, key=len, reverse=True))})"


def place_of(sentences: Sentences, line: Line, office: Office, person_before: re.Pattern[str]) -> Place:
    """The organization named around an office; `led` is empty where none is.

    `person_before` says what a holder before the office looks like: only then may an organization stand beside it.
    """
    before = _text(line.items[: office.start])
    behind = _behind(sentences, line, office, before)
    match = neighbour = _group_before().search(before)
    if match is not None and not _is_led(sentences, office, match.group(0).split(" ")[1]):
        further = _group_before().search(before[: match.start()])
        stated = match if match.group("of") and set(office.kinds) - {"none"} == {"company"} else None
        match = further if further and _is_group(further.group(0).split(" ")[1]) else stated
    if match is None or _says_more(sentences, line, office, behind, match) or not _may_lead(office, match):
        if not behind.led:
            held = person_before.search(before)
            return _beside(sentences, line, office, behind) if held else _between(sentences, line, office, behind)
        if neighbour is not None and _is_place(neighbour.group(0).split(" ")[1]):
            return replace(behind, before=before[: neighbour.start()])  # "Jane Doe, Asia director of Orbico"
        return behind
    match = _owner_beside(before, match) or _beyond_region(office, before, match)
    return Place(the_one(sentences, match.group("g"), LED), before[: match.start()], behind.end, behind.role_end)


def _owner_beside(before: str, match: re.Match[str]) -> re.Match[str] | None:
    """As in "sued Orbico, its chairman Jane Doe and …", whose "its" is Orbico's and not the plaintiff's."""
    if not match.group(0).split(" ")[1].endswith("n⟩") or not match.group("of"):
        return None
    return _named_beside().search(before[: match.start()])


def _says_more(sentences: Sentences, line: Line, office: Office, behind: Place, match: re.Match[str]) -> bool:
    """An organization behind the office says more than a place or a mere neighbour before it.

    But "Saudi Arabia's minister of health" names whose government he is in.
    """
    if ":L" in match.group(0) and "ministry" in office.kinds and line.items[office.head] == "minister":
        return False
    groups = [f for f in behind.led if sentences.entity(f.entity).type in PARTIES]
    return bool(groups) and (":L" in match.group(0) or not match.group("of"))


def _may_lead(office: Office, match: re.Match[str]) -> bool:
    """Not "which chairman", and not "the Chinese chief executive"."""
    marks = match.group(0).split(" ")[1].partition(":")[2]
    if "L" in marks and match.group(0).split(" ")[2:3] == ["-"]:  # a dateline
        return False
    if "r" in marks and not match.group("of"):
        return False
    return not ("d" in marks and set(office.kinds) - {"none"} == {"company"})


def _beyond_region(office: Office, before: str, match: re.Match[str]) -> re.Match[str]:
    """As in "Orbico's Asia head", who leads at Orbico."""
    if ":L" not in match.group(0) or match.group("of") or set(office.kinds) & PUBLIC_KINDS:
        return match
    further = _group_before().search(before[: match.start()])
    return further if further and _is_group(further.group(0).split(" ")[1]) else match


def _behind(sentences: Sentences, line: Line, office: Office, before: str) -> Place:
    """As in "of X", "for Asia at X": the first organization of a chain of phrases, else a place that it governs."""
    groups: list[tuple[str, int, int]] = []
    owners: list[tuple[str, int, int]] = []
    places: list[tuple[str, int, int]] = []
    preposition, since, last, last_place = "", office.end, office.end, 0
    for i in range(office.end, min(len(line.items), office.end + MAX_CHAIN)):
        item = line.items[i]
        if item in PREPOSITIONS:
            preposition, since = item, i
        elif item == "," and places and i == last_place + 1 and _is_place("".join(line.items[i + 1 : i + 2])):
            continue
        elif preposition and not groups and _names_company(line.items, i):
            last = i + 1
        elif not preposition or _ends_chain(sentences, line, i, named=bool(groups or places)):
            break
        elif not item.startswith("⟨"):
            last = i + 1
        elif _is_department(sentences, item) or (office.of_state and preposition == "for" and _is_group(item)):
            last = i + 1
            if line.items[last : last + 1] == ("and",):
                break
        elif _is_group(item) or (item.endswith(":F⟩") and line.items[i - 1] != "'s"):
            (groups if _ends_there(line.items, i) else owners).append((preposition, since, i))
        elif (_is_place(item) or ":Ln⟩" in item) and preposition in _GOVERNS and _ends_there(line.items, i):
            places.append((preposition, office.end, i))
            last_place = i
    chosen = _first(line.items, groups) or next(iter([*owners, *places]), None)
    if chosen is None or (chosen in places and not _is_led(sentences, office, line.items[chosen[2]])):
        return Place((), before, last, last)
    _, role_end, at = chosen
    end = at + 1 + (line.items[at + 1 : at + 2] in _CALLED and line.items[at + 2 : at + 3] == (",",))
    return Place(the_one(sentences, _number(line.items[at]), LED), before, end, role_end)


def _names_company(items: tuple[str, ...], i: int) -> bool:
    """The comma of "of Sweden's biggest lender, Nordbank," and of "of the trading firm Orbico"."""
    return (
        items[i] == ","
        and items[i - 1] in _firms()
        and _is_group("".join(items[i + 1 : i + 2]))
        and ("".join(items[i + 2 : i + 3]) in (",", ".", ""))
    )


@cache
def _firms() -> frozenset[str]:
    """Nouns for a company."""
    firms: list[str] = load("en/word_lists.yaml")["firm"]
    return frozenset(firms)


def _ends_chain(sentences: Sentences, line: Line, i: int, *, named: bool) -> bool:
    """Whether an item is no part of what an office is of; `named` says that an organization or place was."""
    item = line.items[i]
    if item.startswith("⟨"):
        return named and ":P" in item
    return not _in_chain(sentences, line, i)


def _is_department(sentences: Sentences, item: str) -> bool:
    """A part of the organization that is named behind it ("head of Egypt Office")."""
    if not _is_group(item):
        return False
    entity = sentences.entity(sentences.annotation.spans[int(_number(item))].entities[0])
    return entity.type is EntityType.COMPANY and entity.name.split()[-1].lower() in _DEPARTMENTS


def _is_led(sentences: Sentences, office: Office, item: str) -> bool:
    """Not the Asia of a "president for Asia", nor the Poland of a "general manager in Poland"."""
    if not _is_place(item):
        return True
    entity = sentences.entity(sentences.annotation.spans[int(_number(item))].entities[0])
    if entity.name.startswith(_WITH_CHIEF_EXECUTIVES) and office.kinds == ("company",):
        return True
    return entity.name not in CONTINENTS and set(office.kinds) - {"none"} != {"company"} and not office.of_business


def _first(items: tuple[str, ...], groups: list[tuple[str, int, int]]) -> tuple[str, int, int] | None:
    """The first organization; but "president of Avionics at Orbico" leads at Orbico."""
    if len(groups) > 1 and groups[1][0] == "at" and all(":C" in items[i] for _, _, i in groups[:2]):
        return groups[1]
    return groups[0] if groups else None


def _ends_there(items: tuple[str, ...], i: int) -> bool:
    """Whether nothing that the mention owns follows: not "Alibaba" in "head of Alibaba's cloud unit"."""
    following = "".join(items[i + 1 : i + 2])
    if _is_group(following) and following.endswith("n⟩"):  # "head of the Senate | energy panel"
        return False
    if following != "'s" or i + 2 >= len(items):
        return True
    return not (items[i + 2][0].isalpha() or items[i + 2].startswith("⟨"))


def _in_chain(sentences: Sentences, line: Line, i: int) -> bool:
    word = sentences.doc[line.tokens[i]]
    of_company = line.items[i] in _OF_COMPANIES and line.items[i - 1] == "-"
    return of_company or line.items[i] in _CHAIN_WORDS or word.pos_ in _CHAIN_TAGS or word.tag_ == "VBG"


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
    types = LED if set(office.kinds) & PUBLIC_KINDS else PARTIES
    match = re.search(rf"{mention} (?:of|at|from|with)(?: the)?{slot(types, 'g', '')}", line.text)
    match = match or re.search(rf"{slot(PARTIES, 'g', '')}(?: 's)?{mention}", line.text)
    return the_one(sentences, match.group("g"), types) if match else ()


def the_one(sentences: Sentences, number: str, types: frozenset[EntityType]) -> tuple[Filler, ...]:
    """What a slot of a line holds, where it is one only."""
    found = fillers(sentences, int(number), types, ROLE)
    return tuple(found) if len(found) == 1 else ()


def _number(item: str) -> str:
    return item[1:].partition(":")[0]


def _is_place(item: str) -> bool:
    return "L" in item.partition(":")[2]


def _is_group(item: str) -> bool:
    return bool(set(item.partition(":")[2]) & set("CGO"))


def _text(items: tuple[str, ...]) -> str:
    return "".join(f" {item}" for item in items)
