"""Offices and who holds them where: "Tencent CEO Ma Huateng", "Dao Feng, vice president of Tencent Cloud", "its chairman".

Read off the words and mentions around a title, not off the parse: titles are where parsers err most. Each office is
found by its head word, grown to its full words, joined with offices coordinated with it, and then looks for an
organization (before it, behind it, or the one that the article must mean) and for a person (behind, before, or in the
clause). Words are in `data/en/titles.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.extract.en.bind import Candidate
from kg.extract.en.factuality import Verdict
from kg.extract.en.frames import Frame, implied_frame
from kg.extract.en.nearby import Nearby
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.surface import Line, fillers, slot
from kg.extract.rules import load
from kg.model import EntityType, Relation, Status

_PERSON = frozenset({EntityType.PERSON})
_GROUP = frozenset({EntityType.COMPANY, EntityType.ORGANIZATION, EntityType.GOVERNMENT})
_PUBLIC = frozenset({EntityType.GOVERNMENT, EntityType.PLACE})
_LED = _GROUP | _PUBLIC
_GROWS = frozenset({"NOUN", "PROPN", "ADJ"})
_MAX_GROWTH = 5
_MAX_CHAIN = 14
_PREPOSITIONS = frozenset({"of", "at", "for", "with", "from", "in"})


@dataclass(frozen=True, slots=True)
class _Words:
    kind_of: dict[str, str]
    longest: int
    bare: frozenset[str]
    lesser: frozenset[str]
    ended: frozenset[str]
    planned: frozenset[str]
    plain: frozenset[str]
    modifiers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Office:
    """Items `[start, end)` of a line that name an office; `kinds` of its head words, `full` where more than one word."""

    start: int
    end: int
    head: int
    kinds: tuple[str, ...]
    status: Status | None


@cache
def _words() -> _Words:
    data = load("en/titles.yaml")
    kind_of = {head: kind for kind, heads in data["heads"].items() for head in heads}
    kind_of.update(dict.fromkeys(data["none"], "none"))
    sets = {key: frozenset(data[key]) for key in ("bare", "lesser", "ended", "planned", "plain", "modifiers")}
    return _Words(kind_of, max(len(h.replace('-', ' - ').split()) for h in kind_of), **sets)


def title_candidates(sentences: Sentences, written: tuple[Line, ...]) -> Iterator[Candidate]:
    """Who leads what by the offices that the lines name, in text order."""
    nearby = Nearby(sentences)
    for line in written:
        items = line.text.split(" ")[1:]
        for office in _offices(sentences, line, items):
            yield from _Reading(sentences, nearby, line, items, office).candidates()


# --- offices -----------------------------------------------------------------------------------------------------------


def _offices(sentences: Sentences, line: Line, items: list[str]) -> list[Office]:
    found: list[Office] = []
    i = 0
    while i < len(items):
        size, kind = _head(items, i)
        office = _grow(sentences, line, items, i, i + size, kind) if size else None
        if office:
            found.append(office)
        i = max(i + 1, office.end if office else 0)
    joined: list[Office] = []
    for office in found:
        if joined and _coordinated(items, joined[-1].end, office.start):
            last = joined.pop()
            office = Office(last.start, office.end, office.head, (*last.kinds, *office.kinds), last.status or office.status)
        joined.append(office)
    return [o for o in joined if any(kind != "none" for kind in o.kinds)]


def _head(items: list[str], i: int) -> tuple[int, str]:
    """Words and kind of the longest head that begins at an item."""
    words = _words()
    if items[i] == "chief" and (size := _chief_officer(items, i)):
        return size, "company"
    for size in range(min(words.longest, len(items) - i), 0, -1):
        kind = words.kind_of.get(" ".join(items[i : i + size]).replace(" - ", "-"))
        if kind:
            return size, kind
    return 0, ""


def _chief_officer(items: list[str], i: int) -> int:
    """ "chief operating officer", "chief people and culture officer"."""
    for j in range(i + 2, min(len(items), i + 6)):
        if items[j] == "officer":
            return j + 1 - i
        if items[j].startswith("⟨") or not items[j].isalpha():
            break
    return 0


def _grow(sentences: Sentences, line: Line, items: list[str], start: int, end: int, kind: str) -> Office | None:
    """The office with the words before its head; None where it is a lesser one, or no office at all."""
    words, head, first = _words(), end - 1, start
    if sentences.doc[line.tokens[head]].pos_ not in ("NOUN", "PROPN", "ADJ", "X"):
        return None
    while start > 0 and first - start < _MAX_GROWTH and _belongs(sentences, line, items, start - 1):
        start -= 1
    status = None
    while start < first and items[start] in words.ended | words.planned | words.plain:
        status = status or _time(items[start])
        start += 1
    if set(items[start:first]) & words.lesser:
        return None
    if " ".join(items[first:end]) in words.bare and start == first and not _of_follows(items, end):
        if start == 0 or not (items[start - 1].startswith("⟨") or items[start - 1] == "'s"):
            return None
    i = start - 1
    while i >= 0 and items[i] in words.ended | words.planned | words.plain:
        status = status or _time(items[i])
        i -= 1
    if end + 1 < len(items) and items[end] == "-" and items[end + 1] in words.planned:
        return Office(start, end + 2, head, (kind,), Status.PLANNED)
    return Office(start, end, head, (kind,), status)


def _belongs(sentences: Sentences, line: Line, items: list[str], i: int) -> bool:
    if items[i].startswith("⟨") or items[i] in ("old", "year"):
        return False
    if items[i] in _words().modifiers:
        return True
    if items[i] in ("and", "&", "-"):
        return _portfolio_and(sentences, line, items, i)
    return items[i][0].isalpha() and sentences.doc[line.tokens[i]].pos_ in _GROWS


def _portfolio_and(sentences: Sentences, line: Line, items: list[str], i: int) -> bool:
    """ "communications and information technology minister", not "Bill Gates and minister …"."""
    if items[i] == "-" and i and items[i - 1] in _words().modifiers:
        return True
    before = sentences.doc[line.tokens[i - 1]] if i else None
    after = sentences.doc[line.tokens[i + 1]]
    if before is None or items[i - 1].startswith("⟨") or _head(items, i - 1)[0] or i + 1 >= len(items):
        return False
    return before.pos_ in _GROWS and before.is_title == after.is_title and not _head(items, i + 1)[0]


def _of_follows(items: list[str], end: int) -> bool:
    return end < len(items) and items[end] in ("of", "for", "at")


def _time(word: str) -> Status | None:
    words = _words()
    return Status.ENDED if word in words.ended else Status.PLANNED if word in words.planned else None


def _coordinated(items: list[str], end: int, start: int) -> bool:
    between = [w for w in items[end:start] if w not in _words().plain]
    return start - end < 4 and between in (["and"], ["&"], [",", "and"], [","], ["/"], ["-"], ["cum"])


# --- who and where -----------------------------------------------------------------------------------------------------


def _options(key: str) -> str:
    return "|".join(re.escape(option) for option in sorted(load("en/titles.yaml")[key], key=len, reverse=True))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Contexts of an office: those that end before it (`$`) and those that begin behind it (`^`)."""
    words = _words()
    plain = "|".join(re.escape(w) for w in sorted(words.plain | words.ended | words.planned, key=len, reverse=True))
    lead_in = rf"(?: (?:{plain})| \d+ - year - old)*"
    person = slot(_PERSON, "p", "nr")
    adverbs = r"(?: (?:also|both|currently|now|once|still|previously|who|it))*"
    age = r"(?: , \d+)?"
    auxiliary = r"(?P<aux>(?: (?:is|was|has|had|been|be|will|to|would|who))*)"
    return {
        "org before": re.compile(rf"{slot(_LED, 'g', 'drn')}(?P<of> 's?)?{lead_in}$"),
        "apposed": re.compile(rf"{person}{age}(?: ,| -| –| —| as)?{adverbs}{lead_in}$"),
        "holds": re.compile(rf"{person}{age}(?: ,)?{adverbs} (?P<verb>{_options('holds')}){adverbs}{lead_in}$"),
        "gains": re.compile(rf"{person}{age}(?: ,)?{adverbs}{auxiliary}{adverbs} (?:{_options('gains')}){lead_in}$"),
        "loses": re.compile(rf"{person}{age}(?: ,)?{adverbs}{auxiliary}{adverbs} (?:{_options('loses')}){lead_in}$"),
        "succeeds": re.compile(
            rf"{person}(?: ,)?{adverbs}{auxiliary} (?:{_options('succeeds')}){slot(_PERSON, 'q', 'nr')} as{lead_in}$"
        ),
        "appointed": re.compile(
            rf"{slot(_LED, 'g', 'rn')}(?P<aux>(?: (?!⟨|[,.;])\S+){{0,3}}?) (?:{_options('appoints')}){lead_in}{person}"
            rf"(?: as| to be| to| ,)?{lead_in}$"
        ),
        "person next": re.compile(rf"^{person}"),
        "person after": re.compile(rf"^ (?:,|is|was|remains){slot(_PERSON, 'p', '')}"),
    }


def _number(item: str) -> str:
    return item[1:].partition(":")[0]


def _is_group(item: str) -> bool:
    return bool(set(item.partition(":")[2]) & set("CGO"))


def _choose(items: list[str], groups: list[tuple[str, int]]) -> tuple[str, int] | None:
    """The first organization, but "president of Avionics at Orbico" leads at Orbico."""
    if len(groups) > 1 and groups[1][0] == "at" and all(":C" in items[i] for _, i in groups[:2]):
        return groups[1]
    return groups[0] if groups else None


class _Reading:
    """One office in its line."""

    def __init__(self, sentences: Sentences, nearby: Nearby, line: Line, items: list[str], office: Office) -> None:
        self.sentences = sentences
        self.nearby = nearby
        self.line = line
        self.items = items
        self.office = office
        self.end = office.end
        self.status = office.status

    def candidates(self) -> Iterator[Candidate]:
        """The office's holder with each organization that it belongs to."""
        trigger = self.sentences.doc[self.line.tokens[self.office.head]]
        led = self._organizations()
        for person, status in self._holders():
            for group in led or self._of_person(person) or self._implied():
                verdict = Verdict(True, self.office.status or status)
                if person.entity != group.entity:
                    yield Candidate(_frame(), trigger, None, person, group, verdict, self._role())

    # --- organization

    def _organizations(self) -> list[Filler]:
        self.before = self._text(0, self.office.start)
        match = _patterns()["org before"].search(self.before)
        behind = self._behind()
        if match and not self._better(behind, match) and self._fits_before(match):
            match = self._beyond_region(match)
            self.before = self.before[: match.start()]
            return self._fillers(match.group("g"), _LED)
        return behind

    def _beyond_region(self, match: re.Match[str]) -> re.Match[str]:
        """ "Orbico's Asia head" leads at Orbico."""
        if ":L" not in match.group(0) or match.group("of") or set(self.office.kinds) & {"country", "region", "city", "ministry"}:
            return match
        further = _patterns()["org before"].search(self.before[: match.start()])
        return further if further and _is_group(further.group(0).split(" ")[1]) else match

    def _better(self, behind: list[Filler], match: re.Match[str]) -> bool:
        """Whether an organization behind the office says more than what stands before it."""
        mention = match.group(0).split(" ")[1]
        groups = [f for f in behind if self.sentences.entity(f.entity).type in _GROUP]
        return bool(groups) and (":L" in mention or not match.group("of"))

    def _fits_before(self, match: re.Match[str]) -> bool:
        mention = match.group(0).split(" ")[1]
        demonym = "d⟩" in mention
        place = mention.rstrip("dnr⟩").endswith(":L")
        if "r" in mention.partition(":")[2] and not match.group("of"):
            return False
        kinds = set(self.office.kinds) - {"none"}
        return not (demonym and kinds == {"company"}) and not (place and not match.group("of") and kinds == {"company"} and demonym)

    def _behind(self) -> list[Filler]:
        """ "of X", "for Asia at X", ", X": the first organization of the chain of phrases, else a place that it governs."""
        groups: list[tuple[str, int]] = []
        owners: list[tuple[str, int]] = []
        place: tuple[str, int] | None = None
        preposition = ""
        last = self.office.end
        for i in range(self.office.end, min(len(self.items), self.office.end + _MAX_CHAIN)):
            item = self.items[i]
            if item in _PREPOSITIONS:
                preposition = item
            elif not item.startswith("⟨"):
                if not preposition or not self._in_chain(i):
                    break
                last = i + 1
            elif not preposition:
                break
            elif _is_group(item):
                (groups if self._ends_there(i) else owners).append((preposition, i))
            elif ":L⟩" in item and preposition in ("of", "for", "in") and self._ends_there(i):
                place = place or (preposition, i)
        chosen = _choose(self.items, groups) or (owners[0] if owners else place)
        if chosen is None:
            self.end = last
            return self._adjacent()
        self.end = chosen[1] + 1
        return self._fillers(_number(self.items[chosen[1]]), _LED)

    def _ends_there(self, i: int) -> bool:
        """Not "head of Alibaba's cloud unit", but "adviser to Rothschild's."."""
        if i + 1 >= len(self.items) or self.items[i + 1] != "'s":
            return True
        return i + 2 >= len(self.items) or not self.items[i + 2][0].isalpha() and not self.items[i + 2].startswith("⟨")

    def _in_chain(self, i: int) -> bool:
        item = self.items[i]
        if item in ("'s", "the", "and", "&", "its", "their", "a", "an", "-"):
            return True
        return sentences_pos(self.sentences, self.line, i) in ("NOUN", "PROPN", "ADJ", "NUM", "DET")

    def _adjacent(self) -> list[Filler]:
        """ "Paul Sousa, managing director, FedEx Taiwan" and "senior vice president Boeing": only behind a person."""
        after = self._text(self.office.end, len(self.items))
        match = re.match(rf"(?: ,(?: [a-z&][^ ⟨,.]*){{1,5}})?( ,)?(?: the)?{slot(_GROUP, 'g', '')}(?: ,{slot(_GROUP, 'h', '')})?(?= [,.;:)]| said| says| told|$)", after)
        if match is None or not _patterns()["apposed"].search(self.before):
            return []
        self.end = self.office.end + match.group(0).count(" ")
        return self._fillers(match.group("h") or match.group("g"), _GROUP)

    def _of_person(self, person: Filler) -> list[Filler]:
        """ "chief executive Tim Cook of Apple", "Microsoft's Brad Smith, vice chair"."""
        number = self.sentences.annotation.spans.index(person.span)
        mention = rf" ⟨{number}:P[nr]*⟩"
        after = re.search(rf"{mention} (?:of|at|from|with)(?: the)?{slot(_GROUP, 'g', '')}", self.line.text)
        before = re.search(rf"{slot(_GROUP, 'g', '')}(?: 's)?{mention}", self.line.text)
        match = after or before
        return self._fillers(match.group("g"), _GROUP) if match else []

    def _implied(self) -> list[Filler]:
        """The country, region, city, ministry or company that the article must mean."""
        kind = next((k for k in self.office.kinds if k != "none"), "any")
        if self.items[self.office.head : self.office.head + 3] == ["secretary", "of", "state"]:
            kind = "country"
        at = self.line.tokens[self.office.start]
        number = None
        if kind in ("country", "region", "city") and self._alone():
            number = self.nearby.find(kind, at)
        elif kind == "ministry":
            portfolio = self._portfolio()
            number = self.nearby.ministry(portfolio, at) if portfolio else None
            if number is None:
                number = self.nearby.find("country", at) if portfolio else None
        elif kind == "any" and self.items[self.office.head] == "commissioner":
            number = self.nearby.commission(at)
        elif kind == "company" and self._next_item() not in _PREPOSITIONS:
            number = self.nearby.company(at)
        return [] if number is None else self._fillers(str(number), _LED)

    def _next_item(self) -> str:
        return self.items[self.office.end] if self.office.end < len(self.items) else ""

    def _portfolio(self) -> frozenset[str]:
        """The field of a minister: "communications" of "communications minister" and "minister of communications"."""
        words = self.items[self.office.start : self.office.end]
        for item in self.items[self.office.end : self.office.end + _MAX_CHAIN]:
            if item in (",", "who") or item.startswith("⟨"):
                break
            words.append(item)
        small = {"minister", "secretary", "deputy", "vice", "prime", "of", "for", "and", "the", "state", "general"}
        return frozenset(words) - small

    def _alone(self) -> bool:
        """ "President", "Prime Minister", "Lt. Gov." without a word that would make it a company's office."""
        extra = set(self.items[self.office.start : self.office.head]) - {"prime", "deputy", "vice", "chief", "state", "us", "u.s.", "lt.", "lieutenant", "first"}
        return not extra and len(self.office.kinds) == 1

    # --- person

    def _holders(self) -> list[tuple[Filler, Status]]:
        patterns = _patterns()
        after = self._text(self.end, len(self.items))
        match = patterns["person next"].search(after)
        if match and not match.group(0).split(" ")[1].endswith(("r⟩", "n⟩")):
            return self._holder(match.group("p"), Status.ACTIVE)
        return self._before() or self._after(after)

    def _before(self) -> list[tuple[Filler, Status]]:
        patterns = _patterns()
        if match := patterns["succeeds"].search(self.before):
            status = _future(match.group("aux"))
            return self._holder(match.group("p"), status) + self._holder(match.group("q"), Status.ENDED)
        if match := patterns["loses"].search(self.before):
            return self._holder(match.group("p"), Status.PLANNED if "will" in match.group("aux") else Status.ENDED)
        if match := patterns["gains"].search(self.before):
            return self._holder(match.group("p"), _future(match.group("aux")))
        if match := patterns["holds"].search(self.before):
            past = match.group("verb") in ("was", "served as", "had been", "acted as", "worked as")
            return self._holder(match.group("p"), Status.ENDED if past else Status.ACTIVE)
        if match := patterns["appointed"].search(self.before):
            return self._holder(match.group("p"), _future(match.group("aux")))
        if match := patterns["apposed"].search(self.before):
            return self._holder(match.group("p"), Status.ACTIVE)
        return []

    def _after(self, after: str) -> list[tuple[Filler, Status]]:
        match = _patterns()["person after"].search(after)
        return self._holder(match.group("p"), Status.ACTIVE) if match else []

    def _holder(self, number: str, status: Status) -> list[tuple[Filler, Status]]:
        found = self._fillers(number, _PERSON)
        return [(found[0], status)] if len(found) == 1 else []

    # --- text

    def _text(self, start: int, end: int) -> str:
        return "".join(f" {item}" for item in self.items[start:end])

    def _fillers(self, number: str, types: frozenset[EntityType]) -> list[Filler]:
        found = list(fillers(self.sentences, int(number), types, "title"))
        return found if len(found) == 1 else []

    def _role(self) -> str:
        tokens = self.line.tokens
        first, last = tokens[self.office.start], tokens[self.office.end - 1]
        return " ".join(self.sentences.doc[first : last + 1].text.split())


def sentences_pos(sentences: Sentences, line: Line, i: int) -> str:
    """Part of speech of an item that is a word."""
    return sentences.doc[line.tokens[i]].pos_


def _future(auxiliaries: str) -> Status:
    return Status.PLANNED if {"will", "would", "to"} & set(auxiliaries.split()) else Status.ACTIVE


@cache
def _frame() -> Frame:
    return implied_frame("leads.title", Relation.LEADS)
