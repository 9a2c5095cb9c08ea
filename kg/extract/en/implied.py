"""Ends that a frame's own roles leave open: the nearest fitting party of the sentence, or what the article is about.

"The fine of $5 million is the third" does not name who imposed it. Which frames may guess, and how, is in their data
(`open`); the roles "near" and "topic" are features of the confidence model, which decides whether a guess is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.syntax import sentence_of
from kg.model import EntityType

NEAR = "near"
TOPIC = "topic"
_MODIFIERS = frozenset({"compound", "amod", "nmod"})
_NEAR_COST = 4
_TOPIC_COST = 5
_VAGUE = frozenset({EntityType.PLACE, EntityType.PERSON, EntityType.FACILITY, EntityType.EVENT})


def implied(
    sentences: Sentences, trigger: Token, types: frozenset[EntityType], others: list[Filler], ways: Sequence[str]
) -> list[Filler]:
    """One guess for a missing end, by the first of the allowed ways that gives one; `others` are the other end."""
    taken = {other.entity for other in others}
    for way in ways:
        found = (
            _nearest(sentences, trigger, types - _VAGUE, others)
            if way == NEAR
            else _topic(sentences, types - _VAGUE, taken)
        )
        if found is not None:
            return [found]
    return []


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
