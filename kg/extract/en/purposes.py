"""What a trigger is for: its infinitives ("$2 billion to build"), and whom they help ("a grant to support X")."""

from __future__ import annotations

from functools import partial

from kg.extract.en.argument import Argument, Arguments
from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import OBJECTS, conjuncts, is_infinitive, lemma_of
from kg.extract.en.tokens import Token
from kg.extract.en.triggers import is_verbal
from kg.extract.rules import word_group

_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})
_INNER = frozenset({"xcomp", "ccomp", "conj"})
_OF_GOODS = ("by", "from", "of", "poss", "including", "like")
_words = partial(word_group, "en/word_lists.yaml")


def purposes(trigger: Token) -> list[Token]:
    """Infinitives and participles that say what a trigger is for ("a contract to supply", "$2 billion to build")."""
    own = [c for c in trigger.children if c.dep_ in _CLAUSES and is_verbal(c)]
    amounts = [c for c in trigger.children if c.dep_ in OBJECTS and c.pos_ in ("NUM", "SYM")]
    return own + [
        c for t in (trigger, *amounts) for c in t.children if is_infinitive(c) and _modifies(c) and c not in own
    ]


def _modifies(clause: Token) -> bool:
    return clause.dep_ in ("acl", "relcl")


def helped(sentences: Sentences, trigger: Token) -> list[Argument]:
    """Whom aid is to help: "a loan to support X", "to help X build a dam", "to finance the expansion of X"."""
    clauses = (c for c in purposes(trigger) if is_infinitive(c) and lemma_of(c) in _words("helping"))
    return [found for clause in clauses for found in _helped_by(sentences, clause)]


def _helped_by(sentences: Sentences, clause: Token) -> list[Argument]:
    inner = [c for c in clause.children if c.dep_ in _INNER and is_verbal(c)]
    whom = [Argument(t, 1) for c in inner for t in c.children if t.dep_ == "nsubj"]
    if whom:
        return whom
    own = sentences.roles(clause).get("patient", [])
    if not own:
        helping = [c for c in inner if lemma_of(c) in _words("helping")]
        return [found for c in helping for found in _helped_by(sentences, c)]
    return [found for a in own for found in _whole(sentences, a)]


def _whole(sentences: Sentences, argument: Argument) -> list[Argument]:
    """A party or facility itself, else whose it is: "the expansion of X", "X's recovery"."""
    if sentences.span_at(argument.token) is not None:
        return [Argument(argument.token, argument.cost + 1)]
    roles = sentences.roles(argument.token)
    works = lemma_of(argument.token) in _words("building_works")
    return [Argument(a.token, a.cost + (1 if works else 2)) for a in (*roles.get("poss", []), *roles.get("of", []))]


def improved(sentences: Sentences, roles: Arguments) -> list[Argument]:
    """What money is to build or improve: "for the expansion of X", "towards the construction of X"."""
    works = (a for role in ("for", "towards", "toward", "on", "into") for a in roles.get(role, ()))
    named = (a for a in works if lemma_of(a.token) in _words("building_works"))
    return [Argument(b.token, a.cost + 1) for a in named for b in sentences.roles(a.token).get("of", ())]


def builders(sentences: Sentences, noun: Token) -> list[Argument]:
    """Who builds, runs or sells what a noun names: "the plant that X wants to open", "a mine Y is digging"."""
    clauses = [c for c in noun.children if c.dep_ == "relcl" and is_verbal(c)]
    return [found for clause in clauses if _is_making(clause) for found in _makers(sentences, clause)]


def _makers(sentences: Sentences, clause: Token) -> list[Argument]:
    """Who acts in a relative clause, where its pronoun or nothing stands for what is made."""
    agents = sentences.roles(clause).get("agent", [])
    return [] if any(a.token.tag_ in ("WDT", "WP") for a in agents) else agents


def _is_making(clause: Token) -> bool:
    verbs = [clause, *(c for c in clause.children if c.dep_ in ("xcomp", "ccomp"))]
    return any(lemma_of(verb) in _words("making") for verb in verbs)


def avoided(sentences: Sentences, roles: Arguments) -> list[Argument]:
    """Whose goods others are kept from: "barred officials from using apps made by X", "from dealing with X"."""
    clauses = [a.token for role in ("from", "against") for a in roles.get(role, ()) if a.token.dep_ == "pcomp"]
    return [found for clause in clauses if lemma_of(clause) in _words("using") for found in _used(sentences, clause)]


def _used(sentences: Sentences, clause: Token) -> list[Argument]:
    own = sentences.roles(clause)
    patients = own.get("patient", [])
    goods = [t for a in patients for t in conjuncts(a.token)]
    made = [a for t in goods for role in _OF_GOODS for a in sentences.roles(t).get(role, [])]
    made += [a for t in goods for c in t.children if c.dep_ == "acl" for a in sentences.roles(c).get("agent", [])]
    dealt = [a for role in ("with", "from", "in", "to") for a in own.get(role, [])]
    bought = lemma_of(clause) in _words("purchasing")  # "stopped Nordbank from buying Orbico": no goods
    if bought and any(lemma_of(t) in _words("holdings") for t in goods):
        return []
    return [Argument(a.token, a.cost + 1) for a in (*([] if bought else patients), *made, *dealt)]
