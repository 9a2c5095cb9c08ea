"""Sums of a project that was told of before: "Investment in the project is put at $2 billion" names neither end.

Frames with `implied: project` say in patterns how such a sum is stated; who invests, in what or where, is taken from
the last sentences that told of somebody's building, investing, contract or agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from kg.extract.en.bind import Candidate
from kg.extract.en.frames import PROJECT, Frame, FrameSet
from kg.extract.en.lines import Line, fillers, fits
from kg.extract.en.patterns import Pattern, compile_patterns
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.surface import WORDS, verdict_of
from kg.model import EntityType, Relation

ROLE = "project"
_COST = 3
_BACK = 4
"""Sentences back to which a project may have been told of."""
_TELLING = (Relation.BUILDS, Relation.INVESTS, Relation.SUPPLIES, Relation.PARTNERS_WITH)
"""Relations that tell of a company's project, the surest first."""


def project_sums(
    sentences: Sentences, written: tuple[Line, ...], frame_set: FrameSet, found: Iterable[Candidate]
) -> Iterator[Candidate]:
    """The candidates of the frames whose ends a project told of before gives; `found` are all other candidates."""
    patterns = _patterns(frame_set.frames)
    told: list[Candidate] | None = None
    for line in written if patterns else ():
        words = frozenset(line.text.split())
        for pattern in patterns:
            for match in pattern.matches(line.text, words):
                told = _told(sentences, found) if told is None else told
                yield from _bind(sentences, line, pattern.frame, match, told)


@cache
def _patterns(found: tuple[Frame, ...]) -> tuple[Pattern, ...]:
    return tuple(p for frame in found if frame.implied == PROJECT for p in compile_patterns(frame))


def _told(sentences: Sentences, found: Iterable[Candidate]) -> list[Candidate]:
    telling = (c for c in found if c.verdict.asserted and c.frame.relation in _TELLING)
    return [c for c in telling if _says_who_invests(sentences, c)]


def _says_who_invests(sentences: Sentences, told: Candidate) -> bool:
    """Of two firms that have an agreement either may."""
    partners = told.frame.relation is Relation.PARTNERS_WITH
    return not partners or sentences.entity(told.object.entity).type is not EntityType.COMPANY


def _bind(
    sentences: Sentences, line: Line, frame: Frame, match: re.Match[str], told: list[Candidate]
) -> Iterator[Candidate]:
    start = match.start("t") + 1 if "t" in match.groupdict() else match.start() + 1
    trigger = sentences.doc[line.token_at(start)]
    named = {
        side: fillers(sentences, int(match.group(name)), types, WORDS)
        for side, types in (("s", frame.subject_types), ("o", frame.object_types))
        if (name := f"{side}0") in match.groupdict()
    }
    subject, target = _ends(sentences, frame, trigger, told, {f.entity for f in named.get("o", ())})
    subjects = named.get("s") or ([subject] if subject else [])
    objects = named.get("o") or ([target] if target else [])
    verdict = verdict_of(frame, trigger, match.group(0))
    for one in subjects:
        for other in objects:
            if one.entity != other.entity:
                yield Candidate(frame, trigger, None, one, other, verdict)


def _ends(
    sentences: Sentences, frame: Frame, trigger: Token, told: list[Candidate], named: set[int]
) -> tuple[Filler | None, Filler | None]:
    """Both ends of the project meant at a token, the last told of; where an end is named, its own."""
    before = [c for c in told if c.trigger.i < trigger.i and _fits(sentences, frame, c)]
    own = [c for c in before if c.object.entity in named]
    fitting = own if named else [c for c in before if _sentences_between(sentences, c.trigger, trigger) <= _BACK]
    if not fitting:
        return None, None
    last = max(c.trigger.sent.start for c in fitting)
    same = [c for c in fitting if c.trigger.sent.start == last]
    best = min(same, key=lambda c: (_TELLING.index(c.frame.relation), -c.trigger.i))
    if len({c.subject.entity for c in same if c.frame.relation is best.frame.relation}) > 1:
        return None, None
    return _filler(best.subject), _filler(best.object)


def _fits(sentences: Sentences, frame: Frame, told: Candidate) -> bool:
    ends = ((told.subject, frame.subject_types), (told.object, frame.object_types))
    return all(fits(sentences.entity(end.entity), types) for end, types in ends)


def _filler(end: Filler) -> Filler:
    return Filler(end.span, end.entity, ROLE, end.cost + _COST)


def _sentences_between(sentences: Sentences, first: Token, second: Token) -> int:
    return sum(1 for s in sentences.doc[first.sent.start : second.sent.end].sents) - 1
