"""Money whose giver an earlier sentence names, as in "The ministry awarded ten grants. Orbico will get $20 million".

Frames with `implied: giver` have two kinds of patterns: those with an S tell who gives money out, those with an O who
gets some of it. The giver is the last one told of, unless more than a few sentences lie between; then it is the only
one of the article, told of more than once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from kg.extract.en.bind import Candidate
from kg.extract.en.frames import GIVER, PROJECT, Frame, FrameSet
from kg.extract.en.lines import Line
from kg.extract.en.patterns import Patterns, compile_patterns
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.surface import slotted, trigger_of
from kg.extract.en.tokens import Token
from kg.extract.en.verdicts import verdict_of
from kg.model import EntityType, Relation, Status

_COST = 3
_BACK = 3
"""Sentences back to which the giver, or the receiver before, may have been told of."""
_SOURCES = frozenset({"from", "by"})


class _Match(NamedTuple):
    """A pattern found in a line, with its trigger."""

    line: Line
    frame: Frame
    match: re.Match[str]
    trigger: Token


def given_before(
    sentences: Sentences, written: tuple[Line, ...], frame_set: FrameSet, found: Iterable[Candidate]
) -> Iterator[Candidate]:
    """The candidates of receivers whose sentence names no giver; `found` are all other candidates."""
    tellers, takers = _patterns(frame_set.frames)
    taken = [m for m in _matches(sentences, written, takers) if not _is_told_here(m)]
    if not taken:
        return
    starts = [s.start for s in sentences.doc.sents]
    given = _givers(sentences, written, tellers, found)
    again = len({bisect_right(starts, i) for i, _ in given}) > 1
    only = given[0][1] if again and len({filler.entity for _, filler in given}) == 1 else None
    last: tuple[int, Filler] | None = None
    for taker in sorted(taken, key=lambda m: m.trigger.i):
        here = bisect_right(starts, taker.trigger.i)
        told = [(bisect_right(starts, i), filler) for i, filler in given if i < taker.trigger.i]
        before = max([*told[-1:], *([last] if last else [])], key=lambda item: item[0], default=None)
        gapped = taker.trigger.pos_ != "VERB"
        if gapped and (last is None or last[0] != here):
            continue
        near = before is not None and here - before[0] <= _BACK
        giver = before[1] if before is not None and near else only
        if giver is None:
            continue
        receivers = slotted(sentences, taker.line, taker.match, "o", taker.frame.object_types)
        verdict = verdict_of(taker.frame, taker.trigger, taker.line.said(taker.match))
        for receiver in receivers:
            if receiver.entity != giver.entity:
                last = (here, giver)
                yield Candidate(taker.frame, taker.trigger, None, giver, receiver, verdict)


@cache
def _patterns(found: tuple[Frame, ...]) -> tuple[Patterns, Patterns]:
    """Patterns of givers, and of receivers."""
    every = [p for frame in found if frame.implied == GIVER for p in compile_patterns(frame)]
    takers = [p for p in every if "O" in p.text.split()]
    return Patterns(p for p in every if p not in takers), Patterns(takers)


def _matches(sentences: Sentences, written: tuple[Line, ...], patterns: Patterns) -> Iterator[_Match]:
    for line in written:
        for pattern in patterns.fitting(line):
            for match in pattern.matches(line):
                yield _Match(line, pattern.frame, match, trigger_of(sentences, line, match))


def _is_told_here(taker: _Match) -> bool:
    """Whether the sentence itself says where the money is from, or that it is no aid ("$5 million in damages")."""
    no_aid = taker.frame.without.get("words", frozenset())
    words = [t.lower_ for t in taker.trigger.sent]
    after = words[taker.trigger.i - taker.trigger.sent.start :]
    return not no_aid.isdisjoint(words) or not _SOURCES.isdisjoint(after)


def _givers(
    sentences: Sentences, written: tuple[Line, ...], tellers: Patterns, found: Iterable[Candidate]
) -> list[tuple[int, Filler]]:
    """Where somebody is told to give money, and who, in text order."""
    told = [
        (m.trigger.i, filler)
        for m in _matches(sentences, written, tellers)
        for filler in slotted(sentences, m.line, m.match, "s", m.frame.subject_types)[:1]
    ]
    funds = [c for c in found if c.frame.relation is Relation.FUNDS and c.verdict.asserted]
    told += [(c.trigger.i, c.subject) for c in funds if c.verdict.status is not Status.ENDED]
    public = [(i, f) for i, f in told if sentences.entity(f.entity).type is not EntityType.COMPANY]
    return sorted(((i, Filler(f.span, f.entity, PROJECT, f.cost + _COST)) for i, f in public), key=lambda item: item[0])
