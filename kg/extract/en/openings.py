"""When what is being built is to be ready, as a later sentence tells: "The plant is expected to open in 2027"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.en.dates import DateSpan
from kg.extract.en.deal_sums import is_its_noun, is_taken_up, subjects_of
from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import clause_ancestors, lemma_of
from kg.extract.en.tokens import Token
from kg.extract.rules import word_group
from kg.model import Fact, Relation, Status, Step

_FORWARD = 3
"""Sentences ahead in which an opening may be told."""
_TO_COME = frozenset({Status.PLANNED, Status.PROPOSED, Status.AGREED, Status.ACTIVE})
_BELOW = frozenset({"xcomp", "acomp", "attr", "prep", "pobj", "oprd", "advmod"})
_BARE = 3
"""Steps down from the verb to the word that says what will be."""

Day = tuple[DateSpan, Token]


def with_openings(facts: tuple[Fact, ...], sentences: Sentences, days: Sequence[Day]) -> tuple[Fact, ...]:
    """The facts of an article, in text order, with the day of completion or start where a later sentence gives it."""
    works = [f for f in facts if f.relation is Relation.BUILDS]
    if not days or not any(_is_open(f) for f in works):
        return facts
    told = {f.object.name for f in works}
    return tuple(_opened(f, sentences, days) if _is_open(f) and len(told) == 1 else f for f in facts)


def _is_open(fact: Fact) -> bool:
    return fact.relation is Relation.BUILDS and fact.date is None and fact.status in _TO_COME


def _opened(fact: Fact, sentences: Sentences, days: Sequence[Day]) -> Fact:
    ahead = [s for s in sentences.doc.sents if s.start_char >= fact.evidence.end][:_FORWARD]
    for span, token in days:
        if any(s.start <= token.i < s.end for s in ahead) and _is_of(fact, token):
            return replace(fact, date=span.ahead, trace=(*fact.trace, Step("date", f"{span.ahead}, told later")))
    return fact


def _is_of(fact: Fact, day: Token) -> bool:
    """Whether the clause of a day says that the work begins or ends."""
    verb = next((t for t in clause_ancestors(day) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return False
    subjects = list(subjects_of(verb))
    said = {lemma_of(t) for t in (*_said(verb, 0), *subjects)} | {t.lower_ for t in subjects}
    opens = word_group("en/deals.yaml", "opens")
    return not said.isdisjoint(opens) and any(_stands_for(noun, fact) for noun in subjects)


def _said(verb: Token, depth: int) -> Iterator[Token]:
    """The verb and what it leads to: "is slated for completion", "should be ready", "is expected to open"."""
    yield verb
    if depth < _BARE:
        for child in verb.children:
            if child.dep_ in _BELOW:
                yield from _said(child, depth + 1)


def _stands_for(noun: Token, fact: Fact) -> bool:
    """The work or building that a sentence goes on to speak of: "construction", "the plant", the "it" that opens."""
    if noun.lower_ == "it":
        return not any(child.dep_ == "dobj" for said in _said(noun.head, 0) for child in said.children)
    if is_its_noun(noun, fact):
        return is_taken_up(noun)
    work = {lemma_of(noun), noun.lower_} & word_group("en/deals.yaml", "works")
    return bool(work) and (is_taken_up(noun) or not any(child.dep_ == "det" for child in noun.children))
