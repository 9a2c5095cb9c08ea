"""Whether a sentence only pictures what it says, or says that it is not so.

"Orbico would have bought Lindal", "no evidence that …", "a fake letter said that …", "apologised for saying that …",
"imagine that …", "too small to buy …", "it would be a mistake for Orbico to buy …". The words are in `wishes.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kg.extract.en.bind import Candidate
from kg.extract.en.negation import auxiliaries, is_negated_noun
from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import OBJECTS, is_infinitive, lemma_of
from kg.extract.en.tokens import Token
from kg.extract.rules import word_group

_MAX_CLIMB = 10
_WOULD = frozenset({"would", "could", "might", "'d"})
_TO_CLAUSE = frozenset({"dobj", "obj", "attr", "pobj", "prep", "pcomp", "agent", "conj", "compound", "nummod"})
_CONTENT = frozenset({"xcomp", "ccomp", "acl", "relcl", "advcl", "conj", "prep", "pobj", "pcomp", "dobj", "csubj"})
_words = partial(word_group, "en/wishes.yaml")


def is_unreal(candidate: Candidate, _: Sentences) -> bool:
    """A reading that its sentence only pictures, or calls untrue."""
    verb = _clause(candidate.verb or candidate.trigger)
    if verb is None:
        return False
    if _is_counterfactual(verb) or _hangs_on(verb) or verb.pos_ == "NOUN":
        return True
    told = False
    for lower, upper in _steps(verb):
        told = told or lemma_of(lower) in _words("tells")
        if _takes_back(lower, upper, told=told) or _is_pictured(lower, upper) or _is_judged(lower, upper):
            return True
    return False


def _clause(trigger: Token) -> Token | None:
    """The verb of the clause that tells of it; none where a subject or an owner presupposes it ("Orbico's stake")."""
    token = trigger
    for _ in range(_MAX_CLIMB):
        if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"):
            return token
        owned = any(c.dep_ == "poss" for c in token.children)
        if token.dep_ == "dobj" and token.lower_.endswith("ing") and lemma_of(token.head) == "deny":
            return token
        if token.dep_ not in _TO_CLAUSE or token.head == token or owned:
            return None
        token = token.head
    return None


def _is_counterfactual(verb: Token) -> bool:
    """ "Would have bought", "could have bought"; not "may have bought"."""
    helpers = [a.lower_ for a in auxiliaries(verb)]
    return verb.tag_ == "VBN" and bool(_WOULD & set(helpers)) and bool({"have", "'ve", "of"} & set(helpers))


def _hangs_on(verb: Token) -> bool:
    """ "Would buy Lindal only if the law changed"."""
    marks = (c for clause in verb.children if clause.dep_ == "advcl" for c in clause.children if c.dep_ == "mark")
    return any(c.lower_ == "if" and c.i and c.nbor(-1).lower_ == "only" for c in marks)


def _steps(verb: Token) -> Iterator[tuple[Token, Token]]:
    """(lower, upper) up from a clause as far as it is the content of what stands over it."""
    lower = verb
    for _ in range(_MAX_CLIMB):
        upper = lower.head
        if upper == lower or lower.dep_ not in _CONTENT or _stands_alone(lower):
            return
        yield lower, upper
        lower = upper


def _stands_alone(lower: Token) -> bool:
    """A relative clause, a participle behind its noun, a clause of time, or one of two that are joined."""
    if lower.dep_ == "relcl":
        return not (is_infinitive(lower) or is_content(lower))
    if lower.dep_ == "acl":
        return not (is_infinitive(lower) or any(c.dep_ == "mark" for c in lower.children))
    if lower.dep_ == "advcl":
        return not is_infinitive(lower)
    return lower.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in lower.children)


def is_content(verb: Token) -> bool:
    """As in "the statement that Orbico sold arms to Lindal": "that" takes the place of nothing in its clause."""
    marked = [c for c in verb.children if c.lower_ == "that" and c.i < verb.i]
    if not marked:
        return False
    if marked[0].dep_ == "mark":
        return True
    whole = any(c.dep_ in OBJECTS and c.lower_ != "that" for c in verb.children)
    return marked[0].dep_ in OBJECTS and whole


def _takes_back(lower: Token, upper: Token, *, told: bool) -> bool:
    """Retracted, or called untrue, or not known to be so."""
    lemma = lemma_of(upper)
    if upper.pos_ in ("NOUN", "PROPN") and lower.dep_ in ("acl", "relcl", "ccomp", "prep", "advcl"):
        unknown = lemma in _words("proofs") and (is_negated_noun(upper) or upper.head.lower_ == "without")
        return unknown or (lemma in _words("statements") and (_is_untrue(upper) or _is_retracted(upper)))
    if lemma in _words("regrets") and lower.dep_ == "prep":
        return told
    if lemma in _words("tells") and lower.dep_ == "ccomp":
        return any(c.dep_ == "nsubj" and _is_untrue(c) for c in upper.children)
    return False


def _is_untrue(noun: Token) -> bool:
    return noun.lower_ in _words("untrue") or any(
        c.dep_ in ("amod", "compound", "nmod") and c.lower_ in _words("untrue") for c in noun.children
    )


def _is_retracted(noun: Token) -> bool:
    """ "Withdrew the statement that …"."""
    return noun.dep_ in (*OBJECTS, "nsubjpass") and lemma_of(noun.head) in _words("retracts")


def _is_pictured(lower: Token, upper: Token) -> bool:
    """ "Imagine that Orbico owned Lindal", "far from paying"."""
    if lower.dep_ in ("ccomp", "xcomp") and lemma_of(upper) in _words("imagines"):
        return True
    return lower.dep_ == "pcomp" and upper.lower_ == "from" and upper.head.lower_ == "far"


def _is_judged(lower: Token, upper: Token) -> bool:
    """ "It would be wise for Orbico to buy …", "Orbico is too small to buy …"."""
    if not is_infinitive(lower):
        return False
    about = [upper, *(c for c in upper.children if c.dep_ in ("attr", "acomp"))]
    if any(c.lower_ == "too" and t.pos_ in ("ADJ", "ADV") for t in about for c in t.children):
        return True
    be = upper if upper.pos_ in ("AUX", "VERB") else upper.head
    if lemma_of(be) != "be" or be.tag_ in ("VBD", "VBN"):
        return False
    it = any(c.dep_ in ("nsubj", "expl") and c.lower_ == "it" for c in be.children)
    return it and any(lemma_of(t) in _words("judges") or t.lower_ in _words("judges") for t in about)
