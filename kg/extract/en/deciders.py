"""Who decided, where a passive clause names nobody: whose inquiry or court it was, or who announces it.

"Orbico was fined after an investigation by the SEC", "was convicted in the Lindal Crown Court", "has been banned from
tenders, the Ministry of Trade said".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kg.extract.en.argument import Argument, Arguments
from kg.extract.en.end_checks import COURTS
from kg.extract.en.prepositions import objects_of
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.syntax import SUBJECTS, governor, is_passive, lemma_of
from kg.extract.en.tokens import Token
from kg.extract.en.triggers import is_verbal
from kg.extract.rules import word_group
from kg.model import EntityType

DECIDER = "decider"
_words = partial(word_group, "en/word_lists.yaml")
_CONTENT = frozenset({"ccomp", "xcomp", "conj", "parataxis"})
_SPEECH_COST, _INQUIRY_COST = 3, 2
_MAX_CLIMB = 4


def decider(sentences: Sentences, trigger: Token) -> Filler | None:
    """The public body that a passive verb's clause or the one above it names; `trigger` may be its noun."""
    verb = trigger if is_verbal(trigger) else governor(trigger)
    if verb is None or not is_passive(verb):
        return None
    roles = sentences.roles(verb)
    court = next((body for each in _same_subject(verb) for body in _courts(sentences, sentences.roles(each))), None)
    return court or next(_inquirers(sentences, roles), None) or _teller(sentences, verb)


def _same_subject(verb: Token) -> Iterator[Token]:
    """The verb and those before it that its subject is of too: "pleaded guilty in X and was fined"."""
    yield verb
    while verb.dep_ == "conj" and is_verbal(verb.head) and not any(c.dep_ in SUBJECTS for c in verb.children):
        verb = verb.head
        yield verb


def _courts(sentences: Sentences, roles: Arguments) -> Iterator[Filler]:
    """ "Was ordered to pay $5 million in the Federal Court"."""
    for argument in (a for role in ("in", "at", "before") for a in roles.get(role, ())):
        for body in _bodies(sentences, argument.token, _INQUIRY_COST):
            if not COURTS.isdisjoint(sentences.entity(body.entity).name.casefold().split()):
                yield body


def _inquirers(sentences: Sentences, roles: Arguments) -> Iterator[Filler]:
    """ "Was fined after an investigation by X", "following an X hearing"."""
    for argument in (a for role in ("after", "following", "in") for a in roles.get(role, ())):
        if lemma_of(argument.token) in _words("inquiries"):
            own = sentences.roles(argument.token)
            for role in ("by", "poss", "compound", "from", "of", "at", "in"):
                for whose in own.get(role, ()):
                    yield from _bodies(sentences, whose.token, _INQUIRY_COST)


def _teller(sentences: Sentences, verb: Token) -> Filler | None:
    """ "X said that Orbico had been fined", "Orbico was fined, according to X"; not of what happened elsewhere."""
    elsewhere = (f for a in sentences.roles(verb).get("in", ()) for f in sentences.fillers(a, "in"))
    if any(sentences.entity(f.entity).type is EntityType.PLACE for f in elsewhere):
        return None
    clause = verb
    for _ in range(_MAX_CLIMB):
        source = next((f for told in _sources(clause) for f in _bodies(sentences, told, _SPEECH_COST)), None)
        if source is not None:
            return source
        if clause.dep_ not in _CONTENT or clause.head == clause:
            return None
        told = clause.dep_ == "ccomp"
        clause = clause.head
        if told and lemma_of(clause) in _words("telling") and is_verbal(clause):
            speakers = sentences.roles(clause).get("agent", ())
            return next((f for a in speakers for f in _bodies(sentences, a.token, _SPEECH_COST)), None)
    return None


def _sources(clause: Token) -> Iterator[Token]:
    for child in clause.children:
        if child.lower_ == "according":
            yield from (obj for to in child.children if to.lower_ == "to" for obj in objects_of(to))


def _bodies(sentences: Sentences, token: Token, cost: int) -> Iterator[Filler]:
    """The public bodies that a word names or describes."""
    for filler in sentences.fillers(Argument(token, cost), DECIDER):
        if sentences.entity(filler.entity).type is EntityType.GOVERNMENT and not filler.span.is_adjective:
            yield filler
