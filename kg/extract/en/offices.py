"""Offices as a line names them: found by a head word, grown to their full words, joined with those coordinated.

Words are in `data/en/titles.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.extract.en.lines import Line
from kg.extract.en.sentences import Sentences
from kg.extract.rules import load
from kg.model import Status

PUBLIC_KINDS = frozenset({"country", "region", "city", "ministry"})
_GROWS = frozenset({"NOUN", "PROPN", "ADJ"})
_HEADS = frozenset({"NOUN", "PROPN", "ADJ", "X"})
_MAX_GROWTH = 5
_MINISTERS = frozenset({"minister", "secretary", "chancellor"})
_OPPOSING = frozenset({"shadow", "opposition"})
"""Who holds such an office leads no ministry."""
_US = frozenset({"us", "u.s.", "u.s", "states"})
_WANTED_AS = frozenset({"nominee", "candidate", "pick", "choice", "contender", "favourite", "favorite", "applicant"})
"""Words for who does not hold an office yet."""
_BEFORE_NAMES = frozenset({"commissioner", "chair"})
"""These need no more than a name behind them: "Commissioner Jane Doe"."""
_ENVOY = ("extraordinary", "and", "plenipotentiary")
"""Behind "ambassador"."""
_STAFF = frozenset({"executive", "executives"})
_MAX_OFFICER = 6
_MAX_FIELD = 7
_JOINS = ((",", "and"), ("and",), ("&",), ("/",))
_SETS = (
    "chiefs",
    "bare",
    "lesser",
    "ended",
    "planned",
    "elect",
    "plain",
    "modifiers",
    "business",
    "foreign",
    "outside",
    "no_person",
)


@dataclass(frozen=True, slots=True)
class Office:
    """Items `[start, end)` of a line that name an office.

    Attributes:
        head: The item of its (last) head word.
        kinds: Of each head word, what it leads where nothing else is named: a key of `heads` in `titles.yaml`.
        of_business: Its words are those of a company's office ("sales director", "operations chief").
        of_state: A "minister of state", who leads no ministry.
        status: ended ("former"), planned ("incoming") or None.
    """

    start: int
    end: int
    head: int
    kinds: tuple[str, ...]
    status: Status | None
    of_business: bool = False
    of_state: bool = False
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of `titles.yaml`.

    Attributes:
        kind_of: What each head leads.
        plural: The heads of several persons, with their singulars.
        longest: The most items that a head has, by its first one.
        without: Codes of the countries that do not have an office.
        only: Codes of the only countries that have an office.
    """

    kind_of: dict[str, str]
    plural: dict[str, str]
    chiefs: frozenset[str]
    longest: dict[str, int]
    bare: frozenset[str]
    lesser: frozenset[str]
    ended: frozenset[str]
    planned: frozenset[str]
    elect: frozenset[str]
    plain: frozenset[str]
    modifiers: frozenset[str]
    business: frozenset[str]
    foreign: frozenset[str]
    outside: frozenset[str]
    no_person: frozenset[str]
    without: dict[str, frozenset[str]]
    only: dict[str, frozenset[str]]

    @property
    def before(self) -> frozenset[str]:
        """Words that stand before an office and are no part of it."""
        return self.ended | self.planned | self.plain


@cache
def words() -> Words:
    """The lists, loaded once."""
    data = load("en/titles.yaml")
    kind_of = {head: kind for kind, heads in data["heads"].items() for head in heads}
    kind_of.update(dict.fromkeys(data["none"], "none"))
    plural: dict[str, str] = data["plural"]
    kind_of |= {heads: kind_of[head] for heads, head in plural.items()}
    longest: dict[str, int] = {}
    for first, *others in (head.replace("-", " - ").split() for head in kind_of):
        longest[first] = max(longest.get(first, 0), 1 + len(others))
    sets = {key: frozenset(data[key]) for key in _SETS}
    without = {office: frozenset(codes) for office, codes in data["without"].items()}
    only = {office: frozenset(codes) for office, codes in data["only"].items()}
    return Words(
        kind_of, plural, longest=longest, without=without | {"pm": without["prime minister"]}, only=only, **sets
    )


def time_of(word: str) -> Status | None:
    """What a word before an office says of its time."""
    if word in words().ended:
        return Status.ENDED
    return Status.PLANNED if word in words().planned else None


def offices(sentences: Sentences, line: Line) -> list[Office]:
    """The offices of a line that lead something, in order."""
    if "chief" not in line.words and line.words.isdisjoint(words().longest):
        return []
    found: list[Office] = []
    i = 0
    while i < len(line.items):
        size, kind = _head(line.items, i)
        office = _grow(sentences, line, i, i + size, kind) if size else None
        last = found[-1] if found else None
        joined = office and last and last.plural == office.plural and not _is_mere_rank(last, office)
        if office and joined and _coordinated(line.items, found[-1].end, office.start):
            office = _join(found.pop(), office)
        if office and found and office.start < found[-1].end:  # "president director" is one office
            found.pop()
        if office:
            found.append(office)
        i = max(i + 1, office.end if office else 0)
    return [o for o in found if any(kind != "none" for kind in o.kinds)]


def _is_mere_rank(first: Office, second: Office) -> bool:
    """The "Ambassador" of "spokesman, Ambassador Jane Doe", who represents no country here."""
    return second.kinds == ("post",) and "none" in first.kinds


def _join(first: Office, last: Office) -> Office:
    kinds, status = (*first.kinds, *last.kinds), first.status or last.status
    plural = first.plural and last.plural
    return Office(first.start, last.end, last.head, kinds, status, of_state=last.of_state, plural=plural)


def _coordinated(items: tuple[str, ...], end: int, start: int) -> bool:
    between = [word for word in items[end:start] if word not in words().plain]
    return start - end < 4 and between in (["and"], ["&"], [",", "and"], [","], ["/"], ["-"], ["–"], ["cum"])


def _head(items: tuple[str, ...], i: int) -> tuple[int, str]:
    """Words and kind of the longest head that begins at an item."""
    if items[i] == "chief" and (size := _chief_officer(items, i)):
        return size, "any" if items[i + size - 1] == "judge" else "company"
    known = words()
    for size in range(min(known.longest.get(items[i], 0), len(items) - i), 0, -1):
        kind = known.kind_of.get(" ".join(items[i : i + size]).replace(" - ", "-"))
        if kind:
            return size, kind
    return 0, ""


def _chief_officer(items: tuple[str, ...], i: int) -> int:
    """Words of "chief people and culture officer", "chief market strategist"; 0 for another chief."""
    for j in range(i + 1, min(len(items), i + _MAX_OFFICER)):
        if items[j] == "officer" or (items[j] in words().chiefs and j - i < 3):
            return j + 1 - i
        if not items[j].isalpha():
            break
    return 0


def _grow(sentences: Sentences, line: Line, first: int, end: int, kind: str) -> Office | None:
    """The office with the words before its head; None where it is a lesser one, or no office at all."""
    items, start = line.items, first
    in_charge = items[first:end] == ("in", "charge")
    if in_charge and (items[end : end + 1] != ("of",) or not _stands_by_person(items, first)):
        return None
    if _pos(sentences, line, end - 1) not in _HEADS:
        return None
    while not in_charge and start > 0 and first - start < _MAX_GROWTH and _belongs(sentences, line, start - 1):
        start -= 1
    while start < first and items[start] in words().before:
        start += 1
    if items[start:end] == ("executive",) and _is_countys(sentences, line, start):
        return Office(start, end, end - 1, ("any",), _time_before(items, start))
    if set(items[start:first]) & words().lesser or _is_too_bare(items, start, first, end):
        return None
    if kind == "local" and items[end : end + 1] == ("'s",):  # "sheriff's deputy"
        return None
    if _is_not_held(sentences, line, start, first) or not _WANTED_AS.isdisjoint(items[end : end + 1]):
        return None
    if items[end : end + 3] == _ENVOY:
        return Office(start, end + 3, end - 1, (kind,), _time_before(items, start))
    if items[end : end + 1] == ("emeritus",):
        return Office(start, end + 1, end - 1, (kind,), Status.ENDED)
    dash = items[end : end + 1] == ("-",)
    if set(items[end + dash : end + dash + 1]) & words().elect:
        return Office(start, end + dash + 1, end - 1, (kind,), Status.PLANNED)
    of_business = kind == "any" and bool(set(items[start:end]) & words().business)
    of_state = items[first:end] == ("minister", "of", "state")
    plural = " ".join(items[first:end]).replace(" - ", "-") in words().plural
    return Office(start, end, end - 1, (kind,), _time_before(items, start), of_business, of_state, plural)


def _stands_by_person(items: tuple[str, ...], first: int) -> bool:
    """The "in charge" of "Jane Doe , who is in charge of" and "Jane Doe, in charge of"."""
    i = first - 1
    while i > 0 and items[i] in ("is", "was", "be", "will", "been", "has", ","):
        i -= 1
    return i >= 0 and ":P" in items[i]


def _is_not_held(sentences: Sentences, line: Line, start: int, first: int) -> bool:
    """As in "Shadow Minister for Justice", "his nominee for Treasury Secretary", "market leader", "the Burger King"."""
    items, at = line.items, line.tokens[start]
    before = sentences.doc[at - 1].lower_ if at > 0 else ""
    opposing = items[first] in _MINISTERS and not _OPPOSING.isdisjoint((before, *items[start:first]))
    if items[first] == "attorney" and _is_prosecutor(items, start, first, before):
        return True
    if items[first] in words().only and start < first:
        return True
    if items[first] == "sheriff" and "deputy" in items[start:first]:
        return True
    if items[first] == "judge" and not _presides_over_county(sentences, line, first):
        return True
    if items[first] == "superintendent" and start > 0 and items[start - 1] in ("a", "an"):
        return True  # a rank
    k = start - 1
    while k > 1 and (items[k] in ("'s", "the") or items[k].startswith("⟨")):
        k -= 1
    wanted = k > 0 and items[k] in ("for", "as") and items[k - 1] in _WANTED_AS
    return opposing or wanted or (items[first] == "leader" and "market" in items[start:first])


def _presides_over_county(sentences: Sentences, line: Line, first: int) -> bool:
    """As in "Lindby County Judge Jane Doe" where commissioners sit: who heads the county, in no court of law."""
    return _is_countys(sentences, line, first) and any(t.lower_ == "commissioners" for t in sentences.doc)


def _is_countys(sentences: Sentences, line: Line, i: int) -> bool:
    """Whether a county stands right before an item."""
    owner = line.items[i - 1] if i else ""
    if "L" not in owner.partition(":")[2]:
        return False
    entity = sentences.entity(sentences.annotation.spans[int(owner[1:].partition(":")[0])].entities[0])
    return entity.name.endswith(" County")


def _is_prosecutor(items: tuple[str, ...], start: int, first: int, before: str) -> bool:
    """As in "US Attorney", "Deputy District Attorney": who leads neither the country nor the county."""
    ranked = not {"deputy", "assistant"}.isdisjoint((before, *items[start:first]))
    general = items[first + 1 : first + 2] == ("general",)
    return not general and (ranked or (start == first and before in _US))


def _is_too_bare(items: tuple[str, ...], start: int, first: int, end: int) -> bool:
    """ "a head", "the director": too little to be an office, unless an organization stands before it."""
    head = " ".join(items[first:end])
    if head in _STAFF:
        return not _is_of_somebody(items, start, end)
    if head == "partner" and start == first and ":C" in items[start - 1] and ":P⟩" in "".join(items[end : end + 1]):
        return start == 0  # "Orbico partner Jane Doe"
    if head == "partner":  # not of a person
        return items[end : end + 1] not in (("at",), ("with",), ("of",)) or ":P" in "".join(items[end + 1 : end + 2])
    if head == "representative":  # who sits in parliament, unless posted somewhere
        return items[end : end + 1] not in (("in",), ("for",))
    if ":P⟩" in "".join(items[end : end + 1]) and (head in _BEFORE_NAMES or _is_of_group(items, end + 1)):
        return False
    if start < first or words().plural.get(head, head) not in words().bare:
        return False
    if _joins_colleague(items, start, end):
        return False
    of_something = end < len(items) and (items[end] in ("of", "for", "at") or group_behind(items, end))
    of_something = of_something or (
        bool(set("CGO") & marks_at(items, end)) and ":P⟩" in "".join(items[end + 1 : end + 2])
    )
    of_something = of_something or (head == "secretary" and items[end : end + 2] == ("to", "the"))
    while start > 0 and items[start - 1] in words().before:
        start -= 1
    owned = start > 0 and (items[start - 1].startswith("⟨") or items[start - 1] == "'s")
    joined = next((link for link in _JOINS if items[end : end + len(link)] == link), ())
    return not (of_something or owned or (joined and head_behind(items, end + len(joined))))


def _joins_colleague(items: tuple[str, ...], start: int, end: int) -> bool:
    """The "director" of "Orbico chairman Jane Doe and director Tim Berg"."""
    persons = ":P⟩" in "".join(items[end : end + 1]) and ":P⟩" in "".join(items[max(0, start - 2) : start - 1])
    return persons and items[start - 1] == "and"


def marks_at(items: tuple[str, ...], i: int) -> frozenset[str]:
    """Letters and marks of the mention that an item is."""
    return frozenset("".join(items[i : i + 1]).partition(":")[2])


def _is_of_somebody(items: tuple[str, ...], start: int, end: int) -> bool:
    """Whether an organization stands right before the words and a person right behind: "Orbico executive Jane Doe"."""
    owner = items[start - 1].partition(":")[2] if start else ""
    joined = items[end : end + 1] == ("and",) and head_behind(items, end + 1)
    return bool(set("CGO") & set(owner)) and (joined or ":P⟩" in "".join(items[end : end + 1]))


def head_behind(items: tuple[str, ...], i: int) -> bool:
    """Whether another office follows: the "group CEO" of "MD and group CEO"."""
    while i < len(items) and items[i] in words().modifiers and not _head(items, i)[0]:
        i += 1
    return i < len(items) and _head(items, i)[0] > 0


def _is_of_group(items: tuple[str, ...], i: int) -> bool:
    """The "of the Lindby Police Department" behind "Chief Jane Doe"."""
    i += 1 + (items[i + 1 : i + 2] == ("the",)) if items[i : i + 1] == ("of",) else len(items)
    return i < len(items) and bool(set("GO") & set(items[i].partition(":")[2]))


def group_behind(items: tuple[str, ...], end: int) -> bool:
    """As in "Jane Doe, Director, Orbico" and "Head, Corporate Affairs, Orbico"."""
    if items[end : end + 1] != (",",):
        return False
    i = end + 1
    while i < min(len(items), end + _MAX_FIELD) and (items[i].isalpha() or items[i] == "&"):
        i += 1
    fields = i > end + 1
    if fields and (items[i : i + 1] != (",",) or items[end - 1] == "md"):  # "Jane Doe, MD, MBA, Orbico"
        return False
    i += fields
    return i < len(items) and bool(set("CGO") & set(items[i].partition(":")[2]))


def _time_before(items: tuple[str, ...], start: int) -> Status | None:
    i = start - 1
    while i >= 0 and items[i] in words().before:
        if time_of(items[i]):
            return time_of(items[i])
        i -= 1
    return None


def _belongs(sentences: Sentences, line: Line, i: int) -> bool:
    """Whether the word at an item is part of the office behind it."""
    item = line.items[i]
    if item.startswith("⟨") or item in words().outside:
        return False
    if item in words().modifiers:
        return True
    if item in ("and", "&", "-"):
        return _joins_portfolio(sentences, line, i)
    return item[0].isalpha() and _pos(sentences, line, i) in _GROWS


def _joins_portfolio(sentences: Sentences, line: Line, i: int) -> bool:
    """As in "communications and information technology minister", not in "Bill Gates and minister …"."""
    items = line.items
    if not 0 < i < len(items) - 1 or items[i - 1].startswith("⟨"):
        return False
    if items[i] == "-" and items[i - 1] in words().modifiers:
        return True
    before, after = (sentences.doc[line.tokens[j]] for j in (i - 1, i + 1))
    heads = _head(items, i - 1)[0] or _head(items, i + 1)[0]
    return before.pos_ in _GROWS and before.text.istitle() == after.text.istitle() and not heads


def _pos(sentences: Sentences, line: Line, i: int) -> str:
    tag: str = sentences.doc[line.tokens[i]].pos_
    return tag
