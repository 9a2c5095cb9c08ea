"""Who leads no more: "Jane Doe, chairman of Orbico, has resigned", "Jane Doe ran Orbico for ten years"."""

from __future__ import annotations

from functools import partial

from kg.extract.en.bind import Candidate
from kg.extract.en.syntax import clause_ancestors, lemma_of
from kg.extract.en.tokens import Token
from kg.extract.rules import word_group

_words = partial(word_group, "en/departures.yaml")
_HELPERS = frozenset({"aux", "auxpass"})
_TO_COME = frozenset({"will", "'ll", "’ll", "to", "would", "could", "should", "may", "might", "must", "can"})


def has_left(candidate: Candidate) -> bool:
    """Whether the sentence tells of a leader that he or she led until then."""
    trigger = candidate.trigger
    if trigger.tag_ == "VBD" and lemma_of(trigger) in _words("led"):
        return any(_says_how_long(child) for child in trigger.children)
    verb = _verb_of(trigger.doc[candidate.subject.span.head])
    return verb is not None and _is_departure(verb, candidate) and not _is_from_elsewhere(verb, candidate)


def _says_how_long(child: Token) -> bool:
    """ "For ten years", "until 2019", "from 2010 to 2014", "through the crisis"; not "for the city"."""
    if child.dep_ != "prep" or child.lower_ not in _words("long"):
        return False
    below = " ".join(t.lower_ for t in child.subtree)
    return child.lower_ != "for" or any(word in below for word in ("year", "decade", "month"))


def _verb_of(person: Token) -> Token | None:
    """The verb of which a person, or one listed with him or her, is the subject."""
    for token in clause_ancestors(person):
        if token.dep_ in ("nsubj", "nsubjpass"):
            return token.head if token.head.pos_ in ("VERB", "AUX") else None
        if token.dep_ not in ("conj", "appos", "compound", "nmod"):
            return None
    return None


def _is_departure(verb: Token, candidate: Candidate) -> bool:
    """Has gone: "resigned", "stepped down", "has left the firm", "was fired"; nothing denied or to come."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in _HELPERS}
    if helpers & _TO_COME or any(child.dep_ == "neg" for child in verb.children) or verb.tag_ not in ("VBD", "VBN"):
        return False
    lemma, below = lemma_of(verb), {child.lower_ for child in verb.children if child.dep_ in ("prt", "advmod")}
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return lemma in _words("ousted")
    objects = [child for child in verb.children if child.dep_ == "dobj"]
    span = candidate.object.span
    posts = [o for o in objects if lemma_of(o) in _words("posts") or span.start <= o.i < span.end]
    if lemma in _words("left"):
        return bool(posts) or (not objects and lemma != "leave")
    return (lemma == "step" and bool(below & {"down", "aside"})) or any(
        lemma == "take" and o.lower_ == "retirement" for o in objects
    )


def _is_from_elsewhere(verb: Token, candidate: Candidate) -> bool:
    """The Velm of "Jane Doe, chairman of Orbico, resigned from the board of Velm"."""
    span = candidate.object.span
    named = {t.text for t in verb.doc[span.start : span.end]}
    roles = (child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("as", "from", "at"))
    return any(t.pos_ == "PROPN" and t.text not in named for role in roles for t in role.subtree)
