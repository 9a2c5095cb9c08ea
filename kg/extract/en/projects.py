"""Sums of a project that was told of before: "Investment in the project is put at $2 billion" names neither end.

Frames with `implied: project` say in patterns how such a sum is stated; who invests, in what or where, is taken from
the last sentences that told of somebody's building, investing, contract or agreement. So is the company of which
somebody "holds a further 10 percent" from those that told who owns what.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.en.bind import Candidate
from kg.extract.en.factuality import Verdict
from kg.extract.en.frames import PROJECT, Frame, FrameSet
from kg.extract.en.lines import Line, fits
from kg.extract.en.patterns import Patterns, compile_patterns
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.surface import slotted, trigger_of
from kg.extract.en.tokens import Token
from kg.extract.en.verdicts import verdict_of
from kg.model import EntityType, Relation

_COST = 3
_BACK = 4
"""Sentences back to which a project may have been told of."""
_TELLING = (Relation.BUILDS, Relation.INVESTS, Relation.SUPPLIES, Relation.PARTNERS_WITH)
"""Relations that tell of a company's project, the surest first."""
_OWNED_BACK = 1
"""Sentences back to which it may have been told whose owners these are."""

_CONTRACTS = frozenset({Relation.SUPPLIES, Relation.PARTNERS_WITH})
"""Relations that tell between whom a contract is."""


def project_sums(
    sentences: Sentences, written: tuple[Line, ...], frame_set: FrameSet, found: Iterable[Candidate]
) -> Iterator[Candidate]:
    """The candidates of the frames whose ends a project told of before gives; `found` are all other candidates."""
    patterns = _patterns(frame_set.frames)
    told: list[Candidate] | None = None
    for line in written:
        for pattern in patterns.fitting(line):
            for match in pattern.matches(line):
                told = _told(sentences, found) if told is None else told
                yield from _bind(sentences, line, pattern.frame, match, told)


@cache
def _patterns(found: tuple[Frame, ...]) -> Patterns:
    return Patterns(p for frame in found if frame.implied == PROJECT for p in compile_patterns(frame))


def _told(sentences: Sentences, found: Iterable[Candidate]) -> list[Candidate]:
    telling = (c for c in found if c.verdict.asserted and c.frame.relation in (*_TELLING, Relation.OWNS))
    return [c for c in telling if c.frame.relation is Relation.OWNS or _says_who_invests(sentences, c)]


def _says_who_invests(sentences: Sentences, told: Candidate) -> bool:
    """Of two firms that have an agreement either may."""
    subject, target = (sentences.entity(end.entity).type for end in (told.subject, told.object))
    partners = told.frame.relation is Relation.PARTNERS_WITH
    return subject is EntityType.COMPANY and not (partners and target is EntityType.COMPANY)


def _bind(
    sentences: Sentences, line: Line, frame: Frame, match: re.Match[str], told: list[Candidate]
) -> Iterator[Candidate]:
    trigger = trigger_of(sentences, line, match)
    subjects = _named(sentences, line, match, "s", frame.subject_types)
    if frame.relation is Relation.OWNS:
        yield from _owners(
            sentences, frame, trigger, subjects or [], told, verdict_of(frame, trigger, line.said(match))
        )
        return
    told = [c for c in told if c.frame.relation is not Relation.OWNS]
    objects = _named(sentences, line, match, "o", frame.object_types)
    contract = frame.relation is Relation.SUPPLIES
    before = [c for c in told if c.trigger.i < trigger.i and (not contract or c.frame.relation in _CONTRACTS)]
    if objects is not None and frame.relation is not Relation.BUILDS:  # what is built is told of for the first time
        targets = {filler.entity for filler in objects}
        before = [c for c in before if c.object.entity in targets]
    else:
        before = [c for c in before if _sentences_between(sentences, c.trigger, trigger) <= _BACK]
    project = _last(before, shared=subjects is not None and contract)
    if project is None:
        return
    givers = [_filler(project.subject)] if subjects is None else subjects
    receivers = objects or [_filler(end) for end in (project.object, project.subject)]
    receivers = [r for r in receivers if fits(sentences.entity(r.entity), frame.object_types)]
    verdict = verdict_of(frame, trigger, line.said(match))
    for giver in givers:
        for receiver in [r for r in receivers if r.entity != giver.entity][:1]:
            if fits(sentences.entity(giver.entity), frame.subject_types):
                yield Candidate(frame, trigger, None, giver, receiver, verdict)


def _owners(
    sentences: Sentences, frame: Frame, trigger: Token, owners: list[Filler], told: list[Candidate], verdict: Verdict
) -> Iterator[Candidate]:
    """Further owners of the one company whose owners the last words told of."""
    before = [c for c in told if c.frame.relation is Relation.OWNS and c.trigger.i < trigger.i]
    last = max((c.trigger.sent.start for c in before), default=-1)
    owned = {c.object.entity: c.object for c in before if c.trigger.sent.start == last}
    if len(owned) != 1:
        return
    near = _sentences_between(sentences, sentences.doc[last], trigger) <= _OWNED_BACK
    for entity, end in owned.items():
        if near and fits(sentences.entity(entity), frame.object_types):
            others = [owner for owner in owners if owner.entity != entity]
            yield from (Candidate(frame, trigger, None, owner, _filler(end), verdict) for owner in others)


def _named(
    sentences: Sentences, line: Line, match: re.Match[str], side: str, types: frozenset[EntityType]
) -> list[Filler] | None:
    """The ends that a pattern names on one side, None where it names none."""
    named = any(name.startswith(side) for name in match.groupdict())
    return slotted(sentences, line, match, side, types) if named else None


def _last(told: list[Candidate], *, shared: bool) -> Candidate | None:
    """What the last sentence tells of a project: of several firms that share it the first named.

    For a `shared` sum one customer of several firms.
    """
    last = max((c.trigger.sent.start for c in told), default=-1)
    same = [c for c in told if c.trigger.sent.start == last]
    best = min(same, key=lambda c: (_TELLING.index(c.frame.relation), -c.trigger.i), default=None)
    alike = [c for c in same if best and c.frame.relation is best.frame.relation]
    if shared:
        return best if len({c.object.entity for c in alike}) == 1 else None
    together = {(c.trigger.i, c.object.entity) for c in alike}
    if len({c.subject.entity for c in alike}) > 1 and len(together) > 1:
        return None
    return min(alike, key=lambda c: c.subject.span.start, default=None)


def _filler(end: Filler) -> Filler:
    return Filler(end.span, end.entity, PROJECT, end.cost + _COST)


def _sentences_between(sentences: Sentences, first: Token, second: Token) -> int:
    return sum(1 for s in sentences.doc.sents if first.sent.start < s.start <= second.sent.start)
