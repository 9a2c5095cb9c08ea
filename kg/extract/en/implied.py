"""Ends that a frame's own roles leave open: the nearest fitting party of the sentence, or what the article is about.

"The fine of $5 million is the third" does not name who imposed it. Which frames may guess, and how, is in their data
(`open`); the roles "near" and "topic" are features of the confidence model, which decides whether a guess is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.en.deciders import DECIDER, decider
from kg.extract.en.lines import fits
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.syntax import MODIFIERS
from kg.extract.en.tokens import Token
from kg.model import EntityType

NEAR = "near"
TOPIC = "topic"
MOST = "most"
PLACE = "place"
AUTHORITY = "authority"
MAIN = "main"
SOLE = "sole"
_NEAR_COST = 4
_TOPIC_COST = 5
_MOST = 0.5
"""Share of the mentions of its kind that a topic has at least, for the way `most`."""
_CLEAR = 1.5
"""An article's setting is named this many times as often as any other place."""
_OFTEN = 3
"""Mentions from which an article is about a body or company."""
_FAR_AHEAD = 2
"""Mentions that the main company has for each of the next one."""
_VAGUE = frozenset({EntityType.PLACE, EntityType.PERSON, EntityType.FACILITY, EntityType.EVENT})


def implied(
    sentences: Sentences, trigger: Token, types: frozenset[EntityType], others: list[Filler], ways: Sequence[str]
) -> list[Filler]:
    """One guess for a missing end, by the first of the allowed ways that gives one; `others` are the other end."""
    for way in ways:
        found = _guess(sentences, trigger, types, others, way)
        if found is not None:
            return [found]
    return []


def _guess(
    sentences: Sentences, trigger: Token, types: frozenset[EntityType], others: list[Filler], way: str
) -> Filler | None:
    if way == NEAR:
        return _nearest(sentences, trigger, types - _VAGUE, others)
    if way == AUTHORITY:
        return _authority(sentences, trigger, others)
    taken = {other.entity for other in others}
    if way == DECIDER:
        found = decider(sentences, trigger)
        return None if found is None or found.entity in taken else found
    if way == MAIN:
        return _main(sentences, taken)
    if way == PLACE:
        return _setting(sentences, taken)
    if way == SOLE:
        return _sole(sentences, trigger, types - _VAGUE, taken)
    return _topic(sentences, types - _VAGUE, taken, _MOST if way == MOST else 0.0)


def _setting(sentences: Sentences, taken: set[int]) -> Filler | None:
    """The place that the article is set in: the one it names most, if that is clear."""
    places = frozenset({EntityType.PLACE})
    counts = {e: n for e, n in sentences.counts.items() if fits(sentences.entity(e), places)}
    first = _clearly_first(counts, _CLEAR)
    if first is None or first in taken:
        return None
    span = next(s for s in sentences.annotation.spans if first in s.entities and not s.is_adjective)
    return Filler(span, first, PLACE, _TOPIC_COST)


def _authority(sentences: Sentences, trigger: Token, others: list[Filler]) -> Filler | None:
    """The public body that an article speaks of again and again, one of the same sentence before others.

    Who charged or fined anybody but a company is left open: of a person's case an article names many bodies.
    """
    if any(sentences.entity(other.entity).type is not EntityType.COMPANY for other in others):
        return None
    taken = {other.entity for other in others}
    often = {
        entity: n
        for entity, n in sentences.counts.items()
        if n >= _OFTEN and entity not in taken and sentences.entity(entity).type is EntityType.GOVERNMENT
    }
    sentence = trigger.sent
    here = [
        Filler(span, entity, NEAR, _NEAR_COST)
        for span in sentences.spans_in(sentence.start, sentence.end)
        for entity in span.entities
        if entity in often and not span.is_adjective
    ]
    if here:
        return min(here, key=lambda f: (abs(f.span.head - trigger.i), f.span.start, f.entity))
    best = min(often, key=lambda e: (-often[e], e), default=None)
    return None if best is None else _told_of(sentences, best)


def _main(sentences: Sentences, taken: set[int]) -> Filler | None:
    """The company that an article names clearly most."""
    counts = {e: n for e, n in sentences.counts.items() if sentences.entity(e).type is EntityType.COMPANY}
    first = _clearly_first(counts, _FAR_AHEAD)
    return None if first is None or first in taken or counts[first] < _OFTEN else _told_of(sentences, first)


def _clearly_first(counts: dict[int, int], ahead: float) -> int | None:
    """The entity with the most mentions, if those are this many times as many as any other one's."""
    ranked = sorted(counts, key=lambda e: (-counts[e], e))
    clear = ranked and all(counts[ranked[0]] >= ahead * counts[e] for e in ranked[1:2])
    return ranked[0] if clear else None


def _sole(sentences: Sentences, trigger: Token, types: frozenset[EntityType], taken: set[int]) -> Filler | None:
    """The topic, if it is a company or group and the sentence names nobody else who may be meant up to the trigger."""
    topic = _topic(sentences, types, taken, 0.0)
    if topic is None or sentences.entity(topic.entity).type is EntityType.GOVERNMENT:
        return None
    spans = sentences.spans_in(trigger.sent.start, trigger.i)
    named = {entity for span in spans for entity in span.entities if sentences.entity(entity).type in types}
    return topic if named <= taken | {topic.entity} else None


def _told_of(sentences: Sentences, entity: int) -> Filler:
    span = next(s for s in sentences.annotation.spans if entity in s.entities)
    return Filler(span, entity, TOPIC, _TOPIC_COST)


def _topic(sentences: Sentences, types: frozenset[EntityType], taken: set[int], least: float) -> Filler | None:
    topic = sentences.topic(types)
    if topic is None or topic[0] in taken or topic[1] < least:
        return None
    return _told_of(sentences, topic[0])


def _nearest(sentences: Sentences, trigger: Token, types: frozenset[EntityType], others: list[Filler]) -> Filler | None:
    sentence = trigger.sent
    taken = {other.entity for other in others}
    fitting = [
        Filler(span, entity, NEAR, _NEAR_COST)
        for span in sentences.spans_in(sentence.start, sentence.end)
        for entity in span.entities
        if entity not in taken
        and sentences.entity(entity).type in types
        and not (EntityType.COMPANY in types and sentences.doc[span.head].dep_ in MODIFIERS)
        and not any(_within(sentences.doc[span.head], other) for other in others)
    ]
    return min(fitting, key=lambda f: (abs(f.span.head - trigger.i), f.span.start, f.entity), default=None)


def _within(token: Token, other: Filler) -> bool:
    """A word that only describes the other party ("Dubai" in "Dubai's transport authority")."""
    return bool(other.span.start <= token.head.i < other.span.end)
