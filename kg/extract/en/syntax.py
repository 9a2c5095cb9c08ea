"""What spaCy's dependency parse says of a token: its coordination, its voice, its governor, its sentence.

Labels are those of spaCy's English pipelines (ClearNLP): nsubj, nsubjpass, dobj, agent, prep/pobj, acl, relcl, xcomp,
ccomp, advcl, appos, poss.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from kg.extract.en.tokens import Token
from kg.extract.rules import load

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
MODIFIERS = frozenset({"compound", "amod", "nmod"})
"""How a name hangs on the noun that it stands in front of."""


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it, in text order."""
    found = [token]
    for item in found:
        found.extend(child for child in item.children if child.dep_ == "conj" and child not in found)
    return sorted(found, key=lambda t: t.i) if len(found) > 1 else found


def conj_head(token: Token) -> Token:
    """The first conjunct of the coordination that the token is in."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def is_passive(verb: Token) -> bool:
    """A passive clause, or a past participle that modifies a noun ("the plant built by …")."""
    if any(child.dep_ in ("nsubjpass", "auxpass", "csubjpass", "agent") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ in ("aux", "nsubj") for child in verb.children):
        return False
    if verb.dep_ in ("acl", "relcl", "amod"):
        return True
    return verb.dep_ == "conj" and is_passive(verb.head) and not any(c.dep_ in OBJECTS for c in verb.children)


def is_infinitive(verb: Token) -> bool:
    """ "to build": what a noun before it is for, even where the parser calls it a relative clause."""
    return (verb.tag_ == "VB" and any(_is_to(c) for c in verb.children)) or has_to(verb)


def has_to(noun: Token) -> bool:
    """The "partner" of "proud to partner with X", which the tagger calls a noun."""
    return noun.tag_ == "NN" and any(_is_to(child) for child in noun.children)


def _is_to(token: Token) -> bool:
    return bool(token.dep_ == "aux" and token.lower_ == "to")


def governor(noun: Token) -> Token | None:
    """The verb whose subject, object or prepositional object a noun is ("signed an agreement")."""
    top = conj_head(noun)
    if top.dep_ in ("dobj", "obj", "nsubj", "nsubjpass", "attr", "oprd") and top.head.pos_ in ("VERB", "AUX"):
        return top.head
    if top.dep_ in ("acl", "relcl"):
        return None
    if top.dep_ == "pobj" and top.head.dep_ in ("prep", "agent"):
        above = top.head.head
        return above if above.pos_ in ("VERB", "AUX") else None
    return None


def lemma_of(token: Token) -> str:
    """The lemma in lower case, with the lemmatizer's known mistakes mended ("fined" is not from "fin")."""
    return _mended(token.lemma_)


@lru_cache(maxsize=1 << 16)
def _mended(lemma: str) -> str:
    lemma = lemma.lower()
    mended: str = load("en/lemmas.yaml").get(lemma, lemma)
    return mended


def clause_ancestors(token: Token) -> Iterator[Token]:
    """The token and everything above it in the tree."""
    yield token
    while token.head != token:
        token = token.head
        yield token
