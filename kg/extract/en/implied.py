"""Ends that a frame's own roles leave open: the nearest fitting party of the sentence, or what the article is about.

"The fine of $5 million is the third" does not name who imposed it. Which frames may guess, and how, is in their data
(`open`); the roles "near" and "topic" are features of the confidence model, which decides whether a guess is kept.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.en.lines import fits
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.syntax import sentence_of
from kg.model import EntityType

NEAR = "near"
TOPIC = "topic"
PLACE = "place"
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_NEAR_COST = 4
_TOPIC_COST = 5
_CLEAR = 1.5
"""An article's setting is named this many times as often as any other place."""
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
    taken = {other.entity for other in others}
    return _setting(sentences, taken) if way == PLACE else _topic(sentences, types - _VAGUE, taken)


def _setting(sentences: Sentences, taken: set[int]) -> Filler | None:
    """The place that the article is set in: the one it names most, if that is clear."""
    places = frozenset({EntityType.PLACE})
    named = [
        (span, entity)
        for span in sentences.annotation.spans
        for entity in span.entities
        if fits(sentences.entity(entity), places) and not any(step.startswith("adjective of") for step in span.via)
    ]
    counts = Counter(entity for _, entity in named)
    ranked = sorted(counts, key=lambda e: (-counts[e], e))
    if not ranked or ranked[0] in taken or any(counts[ranked[0]] < _CLEAR * counts[e] for e in ranked[1:2]):
        return None
    span = next(span for span, entity in named if entity == ranked[0])
    return Filler(span, ranked[0], PLACE, _TOPIC_COST)


def _topic(sentences: Sentences, types: frozenset[EntityType], taken: set[int]) -> Filler | None:
    topic = sentences.topic(types)
    if topic is None or topic[0] in taken:
        return None
    span = next(s for s in sentences.annotation.spans if topic[0] in s.entities)
    return Filler(span, topic[0], TOPIC, _TOPIC_COST)


def _nearest(sentences: Sentences, trigger: Token, types: frozenset[EntityType], others: list[Filler]) -> Filler | None:
    sentence = sentence_of(trigger)
    taken = {other.entity for other in others}
    fitting = [
        Filler(span, entity, NEAR, _NEAR_COST)
        for span in sentences.spans_in(sentence.start, sentence.end)
        for entity in span.entities
        if entity not in taken
        and sentences.entity(entity).type in types
        and not (EntityType.COMPANY in types and sentences.doc[span.head].dep_ in _MODIFIERS)
        and not any(_within(sentences.doc[span.head], other) for other in others)
    ]
    return min(fitting, key=lambda f: (abs(f.span.head - trigger.i), f.span.start, f.entity), default=None)


def _within(token: Token, other: Filler) -> bool:
    """A word that only describes the other party ("Dubai" in "Dubai's transport authority")."""
    return bool(other.span.start <= token.head.i < other.span.end)
