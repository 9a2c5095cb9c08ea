"""Agreements between those whom their signatories sign for: "signed by Orbico's chief Ann Berg and Tim Noy of Wavelet".

A sentence that speaks of signing names persons and organizations in any order and number. Each person stands for the
organization that the person leads or represents, else for the one named beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from kg.extract.en.annotation import PARTIES
from kg.extract.en.bind import Candidate
from kg.extract.en.chains import number_of
from kg.extract.en.frames import Frame
from kg.extract.en.lexicon import lexicon, word_set
from kg.extract.en.lines import Line, fillers
from kg.extract.en.partners import company_first, peers
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.surface import WORDS
from kg.extract.en.verdicts import verdict_of
from kg.model import EntityType

_RULE = "partners_with.signed-by-persons"
_SIGNED = word_set("signed inked initialled initialed exchanged penned exchanging exchange exchanges")
_SIGNING = _SIGNED | {"signing", "sign", "signs", "signatories", "signatory"}
_SIGNS_FOR = _SIGNED | {"signing"}
_NAME_OF_PERSON = ":P⟩"
"""How the item of a person's name ends."""
_PAPERS = word_set(
    """agreement agreements mou mous mou. memorandum memoranda memorandums document documents pact pacts accord contract
    contracts deal deals protocol protocols letter letters loi framework treaty project partnership concession
    arrangement declaration undertaking charter"""
)
_SENTENCE_ENDS = frozenset(".!?")
_STANDS_FOR = word_set("representing represented acting signing")
"""Participles that may stand between signatories; any other verb ends their list."""
_ENDS_LIST = word_set("presence witnessed attended watched")
_MAY_END_LIST = word_set("at in on during here after for to as with under before following today yesterday")
"""Words behind the second signatory that tell of something else."""
_REPORTS = word_set("by statement according")
"""Words of a clause that tells who said it, not who signed."""
_TO_BY, _TO_PAPER, _TO_SIGNING = 12, 8, 8
_PAIR = 2
_PERSONS = range(2, 7)
_SIDES = range(2, 5)
_PERSON = frozenset({EntityType.PERSON})
_ACTING = PARTIES | {EntityType.PLACE}


class _Named(NamedTuple):
    """A person or party among signatories: the number of its item, who it is, and whether it is a person."""

    item: int
    filler: Filler
    is_person: bool


def signing_candidates(sentences: Sentences, written: Iterable[Line], frames: tuple[Frame, ...]) -> Iterator[Candidate]:
    """The pairs of parties whose signatories a sentence names."""
    frame = _frame(frames)
    if frame is None:
        return
    for line in written:
        if not _SIGNING.isdisjoint(line.words):
            for start, end in _sentences(line):
                yield from _pairs(sentences, line, frame, start, end)


@cache
def _frame(frames: tuple[Frame, ...]) -> Frame | None:
    return next((frame for frame in frames if frame.rule == _RULE), None)


def _sentences(line: Line) -> Iterator[tuple[int, int]]:
    ends = [i for i, item in enumerate(line.items) if item in _SENTENCE_ENDS]
    starts = [0, *(i + 1 for i in ends)]
    return ((start, end) for start, end in zip(starts, [*ends, len(line.items)], strict=True) if start < end)


def _pairs(sentences: Sentences, line: Line, frame: Frame, start: int, end: int) -> Iterator[Candidate]:
    sign, sides = _by_persons(sentences, line, start, end)
    if len(sides) not in _SIDES:
        sign, sides = _on_behalf(sentences, line, start, end)
    sides = [side for side in sides if sentences.entity(side.entity).named]
    if len(sides) not in _SIDES:
        return
    trigger = sentences.doc[line.tokens[sign]]
    verdict = verdict_of(frame, trigger, " ".join(("", *line.items[start:end])))
    for a, b in peers(sentences, sides):
        yield Candidate(frame, trigger, None, *company_first(sentences, a, b), verdict)


# --- signatories ------------------------------------------------------------------------------------------------------


def _by_persons(sentences: Sentences, line: Line, start: int, end: int) -> tuple[int, list[Filler]]:
    """The item that says that it was signed, and for whom those did who signed."""
    items = line.items
    for sign in (i for i in range(start, end) if items[i] in _SIGNED):
        by = next((i for i in range(sign + 1, min(end, sign + _TO_BY)) if items[i] in ("by", "between")), None)
        if by is not None and not _PAPERS.isdisjoint(items[start:sign]):
            return sign, _signers(sentences, line, by + 1, end)
        first = _first_verb(sentences, line, start, sign)
        near = sign - first <= _TO_SIGNING and _REPORTS.isdisjoint(items[start:first])
        if near and not _PAPERS.isdisjoint(items[sign : sign + _TO_PAPER]):
            return sign, _represented(sentences, _listed(sentences, line, start, first))
    return start, []


def _signers(sentences: Sentences, line: Line, start: int, end: int) -> list[Filler]:
    """For whom those sign who are named behind "signed by": organizations too, if there are three and no person."""
    listed = _listed(sentences, line, start, end)
    if any(named.is_person for named in listed):
        return _represented(sentences, listed)
    last = next((i for i in range(start, end) if line.items[i] in _MAY_END_LIST), end)
    parties = {named.filler.entity: named.filler for named in listed if named.item < last}
    plain = lexicon()["titles"].isdisjoint(line.items[start:last]) and "," in line.items[start:last]
    return list(parties.values()) if plain and len(parties) > _PAIR else []


def _first_verb(sentences: Sentences, line: Line, start: int, sign: int) -> int:
    return next((i for i in range(start, sign) if _is_verb(sentences, line, i)), sign)


def _is_verb(sentences: Sentences, line: Line, item: int) -> bool:
    token = sentences.doc[line.tokens[item]]
    plain = token.pos_ in ("VERB", "AUX") and token.tag_ != "VBN"
    return plain and line.items[item][0] != "⟨" and line.items[item] not in _STANDS_FOR


def _listed(sentences: Sentences, line: Line, start: int, end: int) -> list[_Named]:
    """The persons and parties of a list, up to what ends it."""
    found: list[_Named] = []
    for i in range(start, end):
        item = line.items[i]
        persons = sum(named.is_person for named in found)
        over = item in _MAY_END_LIST and persons > 1
        if item in _ENDS_LIST or over or (i > start and _is_verb(sentences, line, i)):
            break
        if item[0] == "⟨":
            found.extend(_named(sentences, item, i))
    return found


def _named(sentences: Sentences, item: str, at: int) -> Iterator[_Named]:
    number = int(number_of(item))
    if item.endswith(_NAME_OF_PERSON):
        yield from (_Named(at, f, True) for f in fillers(sentences, number, _PERSON, WORDS))
    elif "r" not in item.partition(":")[2]:
        yield from (_Named(at, f, False) for f in fillers(sentences, number, PARTIES, WORDS))


def _represented(sentences: Sentences, listed: list[_Named]) -> list[Filler]:
    """For whom the persons of a list sign, each once; nobody where one of them stands for nobody known."""
    persons = [named for named in listed if named.is_person]
    if len(persons) not in _PERSONS:
        return []
    known = {p.item: sentences.represented.get(p.filler.entity) for p in persons}
    for person, following in pairwise(listed):  # "Jane Doe and Tim Noy of Orbico"
        if person.is_person and following.is_person and known[person.item] is None:
            known[person.item] = known[following.item]
    claimed = set(known.values())
    step = -1 if listed and not listed[0].is_person else 1
    sides: dict[int, Filler] = {}
    for person in persons:
        body = known[person.item]
        if body is None:
            beside = listed.index(person) + step
            named = listed[beside] if 0 <= beside < len(listed) else person
            if named.is_person or named.filler.entity in claimed:
                return []
            sides.setdefault(named.filler.entity, named.filler)
        else:
            sides.setdefault(body, _mentioned(listed, body) or Filler(person.filler.span, body, WORDS, 1))
    return list(sides.values())


def _mentioned(listed: list[_Named], entity: int) -> Filler | None:
    return next((named.filler for named in listed if named.filler.entity == entity), None)


# --- "on behalf of" ---------------------------------------------------------------------------------------------------


def _on_behalf(sentences: Sentences, line: Line, start: int, end: int) -> tuple[int, list[Filler]]:
    """Those for whom a sentence says that somebody signed."""
    sides: dict[int, Filler] = {}
    sign = start
    for i in range(start, end):
        sign = i if line.items[i] in _SIGNED else sign
        number = _signed_for(line.items, i)
        for filler in fillers(sentences, number, _ACTING, WORDS) if number is not None else ():
            sides.setdefault(filler.entity, filler)
    return (sign, list(sides.values())) if line.items[sign] in _SIGNED else (start, [])


def _signed_for(items: tuple[str, ...], at: int) -> int | None:
    """Number of the mention for which "on behalf of" or "signed for" right before it says that somebody signs."""
    item = items[at]
    if item[0] != "⟨" or item.endswith(_NAME_OF_PERSON):
        return None
    before = [word for word in items[max(0, at - 4) : at] if word != "the"]
    behalf = before[-3:] in (["on", "behalf", "of"],)
    signed = before[-2:-1] and before[-2] in _SIGNS_FOR and before[-1] == "for"
    return int(number_of(item)) if behalf or signed else None
