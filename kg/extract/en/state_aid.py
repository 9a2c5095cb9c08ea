"""Aid of a state that another authority only clears: "The Commission approved German aid for Orbico" is no EU aid."""

from __future__ import annotations

from functools import partial

from kg.extract.en.bind import Candidate
from kg.extract.en.sentences import PUBLIC, Sentences
from kg.extract.en.syntax import lemma_of
from kg.extract.rules import word_group
from kg.model import Relation

_words = partial(word_group, "en/state_aid.yaml")


def is_cleared_aid(candidate: Candidate, sentences: Sentences) -> bool:
    """A `funds` reading whose giver, an authority over states, only clears what a state gives."""
    if candidate.frame.relation is not Relation.FUNDS:
        return False
    overseer = sentences.entity(candidate.subject.entity)
    if _words("overseers").isdisjoint(name.casefold() for name in overseer.names):
        return False
    if not {lemma_of(t) for t in (candidate.trigger, candidate.verb) if t is not None} & _words("clears"):
        return False
    return _is_of_state(candidate, sentences)


def _is_of_state(candidate: Candidate, sentences: Sentences) -> bool:
    """Whether the sentence speaks of aid that states give, or names a state before the receiver."""
    sentence = candidate.trigger.sent
    if not {t.lower_ for t in sentence}.isdisjoint(_words("aid")):
        return True
    named = sentences.spans_in(sentence.start, candidate.object.span.start)
    states = {e for span in named for e in span.entities if sentences.entity(e).type in PUBLIC}
    return bool(states - {candidate.subject.entity, candidate.object.entity})
