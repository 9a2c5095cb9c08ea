"""What an office is of by the phrases behind it: "of X", "for Asia at X", "of Sweden's biggest lender, X"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kg.extract.en.annotation import PARTIES, DocEntity
from kg.extract.en.dictionary import is_invented
from kg.extract.en.lexicon import field_words, lexicon, portfolio_words
from kg.extract.en.lines import Line, line_of, slot
from kg.extract.en.local_offices import is_civic, is_local
from kg.extract.en.nearby import CONTINENTS
from kg.extract.en.offices import Office, head_behind
from kg.extract.en.sentences import Sentences
from kg.extract.en.tokens import Token
from kg.extract.rules import load, word_group
from kg.model import EntityType

PREPOSITIONS = frozenset({"of", "at", "for", "with", "from", "in", "within"})
MAX_CHAIN = 14
_MAX_UNIT = 7
_MAX_BRANCH = 5
_BRANCHES = frozenset({"chapter", "branch", "wing"})
_GOVERNS = frozenset({"of", "for", "in"})
_JOINS = frozenset({"and", "&", ","})
_CHAIN_WORDS = frozenset({"'s", "the", "and", "&", "its", "their", "a", "an", "-", "start", "up", "most", "now"})
_OF_COMPANIES = frozenset(
    {"based", "owned", "run", "listed", "backed", "controlled", "headquartered", "focused", "led"}
)
_CHAIN_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET"})
_WITH_CHIEF_EXECUTIVES = ("Hong Kong", "Macau", "Macao")
_DEPARTMENTS = frozenset(
    {"office", "department", "division", "team", "desk", "practice", "contracts", "services", "unit"}
)
_OF_FIELDS = frozenset({"president", "director", "head", "manager", "chief"})
"""Offices that may be of a field: "vice president of Industrial Solutions"."""
_UNITS = frozenset({"subsidiary", "unit", "affiliate", "arm", "offshoot"})
_SCHOOLS = frozenset({"University", "College", "School", "Institute"})
_OF_FIELD = frozenset({"secretary", "undersecretary"})
_CALLED = (("company",), ("group",), ("firm",), ("bank",))
"""Words behind a name that are no part of it: "head of the Orbico company, Jane Doe"."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Where the phrases behind an office lead.

    Attributes:
        at: Item of the organization or place; None where there is none.
        end: Item behind all that belongs to it.
        role_end: Item behind the words of the role.
    """

    at: int | None
    end: int
    role_end: int


@dataclass(slots=True)
class _Found:
    """Items of mentions behind an office, each with its preposition and the item where its phrase begins."""

    groups: list[tuple[str, int, int]] = field(default_factory=list)
    owners: list[tuple[str, int, int]] = field(default_factory=list)
    places: list[tuple[str, int, int]] = field(default_factory=list)
    departments: list[tuple[str, int, int]] = field(default_factory=list)


def chain(sentences: Sentences, line: Line, office: Office) -> Chain:
    """The first organization of a chain of phrases, else a place that it governs."""
    items = line.items
    found, last = _read(sentences, line, office)
    rest = (*found.owners, *found.departments, *found.places)
    chosen = _own_place(office, found) or _first(sentences, items, found.groups) or next(iter(rest), None)
    if chosen is None:
        return Chain(None, last, last)
    if chosen in found.places and not is_led(sentences, line, office, items[chosen[2]]):
        last = max(last, chosen[2] + 1)  # "country director for Uganda | Jane Doe"
        return Chain(None, last, last)
    if chosen in found.groups and found.owners and _is_office(sentences, items[chosen[2]]):
        chosen = found.owners[0]  # "head of Orbico's London office"
        last_item = found.groups[0][2]
        return Chain(chosen[2], last_item + 1, last_item + 1)
    preposition, role_end, at = chosen
    if preposition == "of" and _is_field_of(sentences, line, office, at):
        role_end, at = at + 1, at + 2
    end = at + 1 + (items[at + 1 : at + 2] in _CALLED and items[at + 2 : at + 3] == (",",))
    end += _behind_command(sentences, items, at, end) or _behind_branch(items, end) or _behind_owner(items, end)
    end += next((len(board) for board in _boards() if items[end : end + len(board)] == board), 0)
    if items[end : end + 1] == ("in",) and is_place("".join(items[end + 1 : end + 2])):
        end += 2  # "Commissioner of Police in Lagos, Mr Berg"
    while items[end : end + 1] == (",",) and is_place("".join(items[end + 1 : end + 2])):
        end += 2  # "governor of Leon, Mexico, Mr Berg"
    return Chain(at, end, role_end)


def _behind_command(sentences: Sentences, items: tuple[str, ...], at: int, end: int) -> int:
    """Items of the ", Lindal State Command" of "Commissioner of Police, Lindal State Command"."""
    if not is_group(items[at]) or _entity(sentences, items[at]).name != "Police":
        return 0
    comma = items[end : end + 1] == (",",)
    behind = "".join(items[end + comma : end + comma + 1])
    return 1 + comma if is_group(behind) and _entity(sentences, behind).name.endswith("Command") else 0


def _behind_branch(items: tuple[str, ...], end: int) -> int:
    """Items of the ", Lindal State chapter" of "chairman of the Nurses' Union, Lindal State chapter, Jane Doe"."""
    comma = items[end : end + 1] == (",",)
    for i in range(end + comma, min(len(items), end + _MAX_BRANCH)):
        if items[i] in _BRANCHES:
            return i + 1 - end
        if not items[i].isalpha() and not is_place(items[i]):
            break
    return 0


def _behind_owner(items: tuple[str, ...], end: int) -> int:
    """Items of the "'s retail arm" of "head of Orbico's retail arm, Jane Doe"."""
    if items[end : end + 1] != ("'s",):
        return 0
    units = word_group("en/titles.yaml", "units")
    unit = next((i for i in range(end + 1, min(len(items), end + _MAX_UNIT)) if not items[i].isalpha()), end)
    return unit - end if unit > end + 1 and items[unit - 1] in units else 0


@cache
def _boards() -> tuple[tuple[str, ...], ...]:
    """The "'s board of directors" of "chairman of Orbico's board of directors", the longer ones first."""
    kinds = ((), ("supervisory",), ("management",), ("executive",), ("advisory",), ("governing",))
    of = (("of", "directors"), ("of", "trustees"), ("of", "governors"), ())
    return tuple(("'s", *kind, "board", *whom) for whom in of for kind in kinds)


def _is_office(sentences: Sentences, item: str) -> bool:
    """The "London office" of whoever owns it."""
    if not item.endswith("n⟩"):
        return False
    span = sentences.annotation.spans[int(number_of(item))]
    return sentences.doc[span.head].lower_ in ("office", "department", "branch")


def _own_place(office: Office, found: _Found) -> tuple[str, int, int] | None:
    """The Lindal of "mayor of Lindal at the group's headquarters"."""
    if not found.places or not set(office.kinds) & {"city", "region"}:
        return None
    first = found.places[0]
    return first if first[0] == "of" and all(first[2] < at for _, _, at in found.groups) else None


def _is_field_of(sentences: Sentences, line: Line, office: Office, at: int) -> bool:
    """The first of "vice president of Industrial Solutions, Orbico.": plain words, and a company behind them."""
    behind = line.items[at + 1 : at + 4]
    if line.items[office.head] not in _OF_FIELDS or office.start == office.head or behind[:1] != (",",):
        return False
    ended = len(behind) == 2 or (len(behind) == 3 and behind[2] in (".", ",", ";", ":"))
    if not ended or ":C" not in behind[1] or ":C" not in line.items[at]:
        return False
    span = sentences.annotation.spans[int(number_of(line.items[at]))]
    words = sentences.doc[span.start : span.end]
    return len(words) > 1 and not any(is_invented(word.text, sentences.doc.vocab) for word in words)


def _read(sentences: Sentences, line: Line, office: Office) -> tuple[_Found, int]:
    items, found = line.items, _Found()
    governs = {"of"} if "post" in office.kinds else _GOVERNS
    preposition, since, last, last_place = "", office.end, office.end, 0
    for i in range(office.end, min(len(items), office.end + MAX_CHAIN)):
        item = items[i]
        if item in PREPOSITIONS or (item == "to" and i == office.end and items[office.head] == "secretary"):
            preposition, since = item, i
        elif item in _JOINS and (found.groups or found.places) and head_behind(items, i + 1):
            break  # "Crown Prince of Lindal and | chairman of Orbico"
        elif item == "," and found.places and i == last_place + 1 and is_place("".join(items[i + 1 : i + 2])):
            continue
        elif preposition and not found.groups and (_names_company(items, i) or _goes_on(line, i)):
            last = i + 1
        elif not preposition or _ends_chain(sentences, line, i, named=bool(found.groups or found.places)):
            break
        elif not item.startswith("⟨") or is_function(sentences, item):
            last = i + 1
        elif _is_department(sentences, item) or (office.of_state and preposition == "for" and is_group(item)):
            last = i + 1
            found.departments.extend([(preposition, since, i)] if not office.of_state else [])
            if items[last : last + 1] == ("and",):
                break
        elif is_group(item) or (item.endswith(":F⟩") and items[i - 1] != "'s"):
            (found.groups if _ends_there(items, i) else found.owners).append((preposition, since, i))
        elif (is_place(item) or ":Ln⟩" in item) and preposition in governs and _ends_there(items, i):
            found.places.append((preposition, office.end, i))
            last_place = i
    return found, last


def _names_company(items: tuple[str, ...], i: int) -> bool:
    """The comma of "of Sweden's biggest lender, Nordbank," and of "of the trading firm Orbico"."""
    return (
        items[i] == ","
        and items[i - 1] in _firms() | _UNITS
        and is_group("".join(items[i + 1 : i + 2]))
        and ("".join(items[i + 2 : i + 3]) in (",", ".", ""))
    )


def _goes_on(line: Line, i: int) -> bool:
    """The comma of "head of sales, training and services at Orbico"."""
    return line.items[i] == "," and _listed().match(line.text, max(0, line.starts[i] - 1)) is not None


@cache
def _listed() -> re.Pattern[str]:
    word = r" (?!and )[a-z][a-z-]*"
    person = slot(frozenset({EntityType.PERSON}), marks="")
    named = rf"(?: (?:at|for|with|of)(?: the)?{slot(PARTIES)}|(?: ,)?{person})"
    return re.compile(rf" ,(?:{word}| -| ,){{1,6}} (?:and|&)(?:{word}){{1,3}}{named}")


@cache
def _firms() -> frozenset[str]:
    """Nouns for a company."""
    firms: list[str] = load("en/word_lists.yaml")["firm"]
    return frozenset(firms)


def _ends_chain(sentences: Sentences, line: Line, i: int, *, named: bool) -> bool:
    """Whether an item is no part of what an office is of; `named` says that an organization or place was."""
    item = line.items[i]
    if item.startswith("⟨"):
        holder = line.items[i - 1] not in ("&", "and", "of", ",") and line.items[i + 1 : i + 2] != ("'s",)
        return ":P" in item and (named or holder)
    return not _in_chain(sentences, line, i)


def _is_department(sentences: Sentences, item: str) -> bool:
    """A part of the organization that is named behind it ("head of Egypt Office")."""
    if not is_group(item):
        return False
    entity = _entity(sentences, item)
    return entity.type is EntityType.COMPANY and entity.name.split()[-1].lower() in _DEPARTMENTS


def is_function(sentences: Sentences, item: str) -> bool:
    """What an office is in charge of, taken for a company: the "Business Development" of its director."""
    if not is_group(item):
        return False
    span = sentences.annotation.spans[int(number_of(item))]
    if span.source not in ("ner", "pattern") or sentences.entity(span.entities[0]).type is not EntityType.COMPANY:
        return False
    return all(t.lower_ in word_group("en/titles.yaml", "functions") for t in sentences.doc[span.start : span.end])


def with_plain_fields(sentences: Sentences, line: Line) -> Line:
    """The line with the words of departments that were taken for companies: "Director, Press and Public Relations"."""
    spans = sentences.annotation.spans
    fields = {
        spans[int(number_of(item))].entities
        for i, item in enumerate(line.items)
        if is_function(sentences, item) or _is_portfolio(sentences, item) or _is_field_of_minister(sentences, line, i)
    }
    if not fields:
        return line
    pairs: list[tuple[str, int]] = []
    for item, token in zip(line.items, line.tokens, strict=True):
        span = spans[int(number_of(item))] if item.startswith("⟨") else None
        if span is None or span.entities not in fields:
            pairs.append((item, token))
        else:
            pairs += [(sentences.doc[i].lower_, i) for i in range(span.start, span.end)]
    return line_of(pairs)


def _is_portfolio(sentences: Sentences, item: str) -> bool:
    """What a minister is in charge of, taken for a person: the "Transport" of "Works and Transport"."""
    if ":P⟩" not in item:
        return False
    span = sentences.annotation.spans[int(number_of(item))]
    fields = field_words()
    return all(t.lower_ in fields for t in sentences.doc[span.start : span.end])


def _is_field_of_minister(sentences: Sentences, line: Line, i: int) -> bool:
    """As in "Civil Aviation Secretary", "Secretary of Economic Development": words taken for a company."""
    items, item = line.items, line.items[i]
    if ":C" not in item or item.endswith("n⟩"):
        return False
    before = items[i - 1] in ("of", "for") and items[max(0, i - 2)] in _OF_FIELD
    if not before and items[i + 1 : i + 2] != ("secretary",):
        return False
    span = sentences.annotation.spans[int(number_of(item))]
    fields = portfolio_words() | {"civil", "&"}
    words = sentences.doc[span.start : span.end]
    company = words[-1].lower_ in lexicon()["company_suffixes"] - fields
    return not company and all(t.lower_ in fields and not t.text.isupper() for t in words)


def is_led(sentences: Sentences, line: Line, office: Office, item: str) -> bool:
    """Not the Asia of a "president for Asia", nor the Poland of a "general manager in Poland"."""
    if not is_place(item):
        return not is_function(sentences, item)
    entity = _entity(sentences, item)
    if office.of_business and is_civic(line, office) and is_local(entity):
        return True
    if entity.name.startswith(_WITH_CHIEF_EXECUTIVES) and office.kinds == ("company",):
        return True
    return entity.name not in CONTINENTS and set(office.kinds) - {"none"} != {"company"} and not office.of_business


def _first(
    sentences: Sentences, items: tuple[str, ...], groups: list[tuple[str, int, int]]
) -> tuple[str, int, int] | None:
    """The first organization; but "president of Avionics at Orbico" leads at Orbico."""
    if len(groups) > 1 and "charge" in items[groups[0][2] : groups[1][2]]:
        return groups[1]
    if employer := _behind_fields(items, groups):
        return employer
    if len(groups) > 1 and groups[1][0] == "at" and ":C" in items[groups[0][2]]:
        (_, _, first), (_, _, second) = groups[:2]
        at_school = not _SCHOOLS.isdisjoint(_entity(sentences, items[second]).name.split())
        if "and" not in items[first:second] and not at_school:
            return groups[1]
    return groups[0] if groups else None


def _behind_fields(items: tuple[str, ...], groups: list[tuple[str, int, int]]) -> tuple[str, int, int] | None:
    """The last of "undersecretary for Real Estate and Documents at the Ministry of Justice": the others are fields."""
    if len(groups) < 3 or groups[-1][0] != "at" or any(":C" not in items[at] for _, _, at in groups[:-1]):
        return None
    between = (item for item in items[groups[0][2] : groups[-1][2]] if not item.startswith("⟨"))
    return groups[-1] if set(between) <= {"and", "&", "at", "the"} else None


def _entity(sentences: Sentences, item: str) -> DocEntity:
    return sentences.entity(sentences.annotation.spans[int(number_of(item))].entities[0])


def _ends_there(items: tuple[str, ...], i: int) -> bool:
    """Whether nothing that the mention owns follows: not "Alibaba" in "head of Alibaba's cloud unit"."""
    following = "".join(items[i + 1 : i + 2])
    if is_group(following) and following.endswith("n⟩"):  # "head of the Senate | energy panel"
        return False
    if following != "'s" or i + 2 >= len(items):
        return True
    return not (items[i + 2][0].isalpha() or items[i + 2].startswith("⟨"))


def _in_chain(sentences: Sentences, line: Line, i: int) -> bool:
    word = sentences.doc[line.tokens[i]]
    of_company = line.items[i] in _OF_COMPANIES and line.items[i - 1] == "-"
    return of_company or line.items[i] in _CHAIN_WORDS or word.pos_ in _CHAIN_TAGS or _is_field_verb(word)


def _is_field_verb(word: Token) -> bool:
    """The "trading" of "head of trading", the "fixed" of "head of fixed income"."""
    return word.tag_ == "VBG" or (word.tag_ in ("VBN", "JJ") and word.nbor().tag_ in ("NN", "NNS"))


def number_of(item: str) -> str:
    """Number of the mention that an item is."""
    return item[1:].partition(":")[0]


def is_place(item: str) -> bool:
    """Whether an item is a mention of a place, or of a government that is named as its place."""
    return "L" in item.partition(":")[2]


def is_group(item: str) -> bool:
    """Whether an item is a mention of an organization of any kind."""
    return bool(set(item.partition(":")[2]) & set("CGO"))
