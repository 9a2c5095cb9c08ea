"""Frames meet sentences: triggers are found, roles filled with mentions, and each fitting pair is a candidate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kg.extract.en.argument import Arguments
from kg.extract.en.arguments import arguments
from kg.extract.en.conditions import ANY, NAMES, Told
from kg.extract.en.factuality import Verdict, judge
from kg.extract.en.frames import Frame, FrameSet
from kg.extract.en.implied import implied
from kg.extract.en.logical_subjects import AGREEMENTS
from kg.extract.en.noun_uses import uses_of
from kg.extract.en.parties import first_fillers
from kg.extract.en.partners import CORE, combinations, firms_of
from kg.extract.en.sentences import Ends, Filler, Sentences
from kg.extract.en.syntax import OBJECTS, conj_head, governor, lemma_of
from kg.extract.en.tokens import Token
from kg.extract.en.trigger_roles import Lookup, noun_lookup, reaches_further, verb_lookup
from kg.extract.en.triggers import is_verbal, trigger_keys
from kg.model import Relation

_PAIR = 2
_OF_BOTH = frozenset({"agent", "v:agent", "n:poss"})
_NO_TRIGGERS = frozenset({"according"})
"""Words that look like a form of a trigger: "according to A and B" is no accord."""
_PARTY_TAGS = frozenset({"NNS", "NNP", "NNPS"})
_NO_PARTIES = frozenset(
    {"terms", "conditions", "options", "plans", "goals", "aims", "results", "details", "provisions", "strings"}
    | {"guarantees", "hopes", "effects", "benefits", "opportunities", "implications", "clauses"}
)
"""What an agreement comes with, and not whom it is with."""
_DEEDS = frozenset({"cooperation", "co-operation", "collaboration"})
_TOLD = (*CORE, "n:for", "n:on", "n:against", "v:to", "n:to")
"""Roles in which any noun says who is meant: "a ban on diesel cars" is not one on the company of the article."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame with both ends filled, and whether it is asserted."""

    frame: Frame
    trigger: Token
    verb: Token | None
    subject: Filler
    object: Filler
    verdict: Verdict
    role: str | None = None


def candidates(sentences: Sentences, frame_set: FrameSet) -> Iterator[Candidate]:
    """Every pair of mentions that a frame relates, asserted or not, in text order."""
    for sentence in sentences.with_mentions():
        for token in sentence:
            if (
                lemma_of(token) in frame_set.anchors
                and token.lower_ not in _NO_TRIGGERS
                and not sentences.is_skipped(token)
            ):
                yield from _bind(sentences, frame_set, token)


def _bind(sentences: Sentences, frame_set: FrameSet, token: Token) -> Iterator[Candidate]:
    keys = trigger_keys(token)
    verbal = _frames(frame_set.by_verb, keys) if is_verbal(token) else ()
    is_noun = (token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") or token.text == "%") and not _is_past(token)
    nominal = _frames(frame_set.by_noun, keys) if is_noun and not _in_name(sentences, token) else ()
    ends = sentences.ends_near(token) if verbal or nominal else None
    if ends is not None:
        verbal, nominal = ([f for f in found if _may_be_filled(f, ends)] for found in (verbal, nominal))
    yield from _bind_verb(sentences, verbal, token) if verbal else ()
    yield from _bind_noun(sentences, nominal, token) if nominal else ()


def _is_past(token: Token) -> bool:
    """The "granted" of "was granted", which is no grant, however it is tagged."""
    return token.pos_ == "VERB" and token.tag_ in ("VBN", "VBD") and token.lower_.endswith("ed")


def _may_be_filled(frame: Frame, ends: Ends) -> bool:
    """Whether the trigger's sentence has somebody for both ends, or the frame may take them from elsewhere."""
    subject = bool(frame.open_subject) or not frame.subject_types.isdisjoint(ends.types)
    target = bool(frame.open_object) or not frame.object_types.isdisjoint(ends.types)
    fits = subject or target if frame.symmetric else subject and target
    return (fits and (ends.several or bool(frame.open_subject or frame.open_object))) or _reaches_further(frame)


@cache
def _reaches_further(frame: Frame) -> bool:
    return any(map(reaches_further, (*frame.subject, *frame.object)))


def _in_name(sentences: Sentences, token: Token) -> bool:
    """The "Fund" of "Public Investment Fund" is no money."""
    span = sentences.span_at(token)
    return span is not None and span.source in NAMES and span.end - span.start > 1


def _frames(index: Mapping[str, tuple[Frame, ...]], keys: Iterable[str]) -> Iterable[Frame]:
    """The frames under some of the keys, each once."""
    hits = [index[key] for key in keys if key in index]
    if len(hits) < _PAIR:
        return hits[0] if hits else ()
    return list({frame.rule: frame for frames in hits for frame in frames}.values())


def _bind_verb(sentences: Sentences, found: Iterable[Frame], verb: Token) -> Iterator[Candidate]:
    roles = sentences.roles(verb)
    told, lookup = Told(sentences, roles, verb), verb_lookup(sentences, roles, verb)
    for frame in found:
        if told.meets(frame):
            yield from _pairs(sentences, frame, verb, verb, lookup)


def _bind_noun(sentences: Sentences, found: Iterable[Frame], noun: Token) -> Iterator[Candidate]:
    own = sentences.roles(noun)
    told, alone = Told(sentences, own, noun), noun_lookup(sentences, own, {}, noun, None)
    uses: list[_Use] | None = None
    for frame in found:
        if (frame.with_ and not told.has(frame.with_)) or (frame.without and told.has(frame.without)):
            continue
        if not frame.under:
            yield from _pairs(sentences, frame, noun, None, alone)
            continue
        uses = _uses(sentences, own, noun) if uses is None else uses
        for use in uses:
            fits = use.role in frame.as_roles or (use.role == "object" and "patient" in frame.as_roles)
            if fits and (ANY in frame.under or not frame.under.isdisjoint(trigger_keys(use.verb))):
                yield from _pairs(sentences, frame, noun, use.verb, use.lookup)


class _Use(NamedTuple):
    """A verb that a noun is an argument of, in which role, and who stands in the roles of both."""

    verb: Token
    role: str
    lookup: Lookup


def _uses(sentences: Sentences, own: Arguments, noun: Token) -> list[_Use]:
    lookups: dict[Token, Lookup] = {}
    found: list[_Use] = []
    for verb, role in uses_of(sentences, noun):
        if verb not in lookups:
            lookups[verb] = noun_lookup(sentences, own, sentences.roles(verb), noun, verb)
        found.append(_Use(verb, role, lookups[verb]))
    return found


def _is_said(sentences: Sentences, roles: tuple[str, ...], lookup: Lookup) -> bool:
    """An end is there in words, only none that is known: nothing to guess."""
    found = [(role, a.token) for role in roles for a in lookup(role)]
    if any(sentences.span_at(token) is not None or token.tag_ == "PRP" for _, token in found):
        return True
    return any(token.pos_ in ("NOUN", "PROPN") for role, token in found if role.endswith(_TOLD))


def _has_actor(frame: Frame, trigger: Token, verb: Token | None) -> bool:
    """ "he reached a deal with X": a verb that the frame does not know has the noun, and says who acts."""
    if not frame.symmetric or verb is not None:
        return False
    noun = conj_head(trigger)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":  # "a memorandum of understanding"
        noun = conj_head(noun.head.head)
    above = governor(noun) if noun.dep_ in OBJECTS else None
    return above is not None and any(
        a.token.pos_ in ("NOUN", "PROPN", "PRON") for a in arguments(above).get("agent", ())
    )


def _of_any(trigger: Token, verb: Token | None) -> bool:
    """ "Licences granted by the ministry": whoever has one, and not the company of the article."""
    return verb is not None and verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.head == trigger


def _with_others(frame: Frame, lookup: Lookup) -> bool:
    """ "A and B signed deals with banks": who signed with them is said, and it is neither of them."""
    others = (a.token for role in frame.object if role.endswith("with") for a in lookup(role))
    return any(t.tag_ in _PARTY_TAGS and t.lower_ not in _NO_PARTIES for t in others)


def _pairs(
    sentences: Sentences, frame: Frame, trigger: Token, verb: Token | None, lookup: Lookup
) -> Iterator[Candidate]:
    subjects = first_fillers(sentences, frame, frame.subject, frame.subject_types, lookup)
    if not subjects and not frame.open_subject and not frame.symmetric:
        return
    if frame.relation is Relation.BUILDS and _is_agreed_on(trigger):
        subjects = firms_of(sentences, subjects)
    objects = first_fillers(sentences, frame, frame.object, frame.object_types, lookup)
    if bool(subjects) != bool(objects) and not (frame.alone and len(subjects or objects) > 1):
        if not subjects and not _is_said(sentences, frame.subject, lookup) and not _has_actor(frame, trigger, verb):
            subjects = implied(sentences, trigger, frame.subject_types, objects, frame.open_subject)
        if not objects and not _is_said(sentences, frame.object, lookup) and not _of_any(trigger, verb):
            objects = implied(sentences, trigger, frame.object_types, subjects, frame.open_object)
    if frame.alone and not objects and (_with_others(frame, lookup) or _is_asked_of(trigger, subjects)):
        return
    if frame.symmetric and any(_is_alternative(sentences, filler) for filler in objects):
        return
    pairs = [
        (a, b)
        for a, b in combinations(sentences, frame, subjects, objects)
        if a.entity != b.entity
        and not (frame.new and not sentences.is_new(b.span))
        and not (frame.named and sentences.entity(b.entity).name.islower())
        and (_both_sides(frame, a, b) or not {a.entity, *a.span.entities} & {b.entity, *b.span.entities})
    ]
    if pairs:
        verdict = judge(trigger, verb)
        if frame.when and not _is_in_time(frame, verdict, trigger, verb):
            return
        yield from (Candidate(frame, trigger, verb, a, b, verdict) for a, b in pairs)


def _is_agreed_on(verb: Token) -> bool:
    """The "build" of "signed an agreement to build"."""
    return verb.dep_ in ("acl", "relcl", "xcomp", "advcl") and lemma_of(verb.head) in AGREEMENTS


def _is_in_time(frame: Frame, verdict: Verdict, trigger: Token, verb: Token | None) -> bool:
    """ "Plans to open after approval from X": what a noun says has not come before the verb above it has."""
    above = {judge(verb, verb).status} if verb is not None and verb != trigger else set()
    return {verdict.status, *above} <= frame.when


def _is_asked_of(noun: Token, parties: list[Filler]) -> bool:
    """ "A needed B's cooperation", "discussed B's project": what somebody would do is wanted of them."""
    owned = {party.entity for party in parties if party.role == "n:poss"}
    others = {party.entity for party in parties if party.role != "n:poss"}
    return bool(owned and others) and (lemma_of(noun) in _DEEDS or owned.isdisjoint(others))


def _is_alternative(sentences: Sentences, party: Filler) -> bool:
    """ "With A or B": neither is said to be the partner."""
    head = sentences.doc[party.span.head]
    return any(c.dep_ == "cc" and c.lower_ == "or" for token in {head, conj_head(head)} for c in token.children)


def _both_sides(frame: Frame, a: Filler, b: Filler) -> bool:
    """ "The two companies signed": each is the other's partner."""
    return (
        frame.alone and a.span is b.span and len(a.span.entities) == _PAIR and a.role == b.role and a.role in _OF_BOTH
    )
