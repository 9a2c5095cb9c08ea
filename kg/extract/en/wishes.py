"""Whether a reading is only wanted, feared, foreseen or told wrongly by others: nothing of it has happened.

"The union urged Lindal to bid for Orbico", "fears of new tariffs", "Orbico should build its plant in Lindal", "an
wrongly said that …". What a party wants itself ("Orbico hopes to build a plant") is judged in `factuality`. The words
are in `wishes.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from kg.extract.en.bind import Candidate
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.syntax import OBJECTS, governor, is_infinitive, lemma_of
from kg.extract.en.tokens import Token
from kg.extract.rules import word_group

_MAX_CLIMB = 10
_ABOUT = frozenset({"of", "about", "over", "for", "that", "on"})
_CONTENT = frozenset({"xcomp", "ccomp", "acl", "relcl", "advcl", "dobj", "dative", "prep", "pobj", "pcomp"})
_OF_NOUNS = frozenset({"prep", "acl", "relcl", "ccomp", "advcl"})
_DUE = frozenset({"by", "in", "before", "from", "within"})
_OUGHT = frozenset({"should", "ought"})
_PREDICATES = frozenset({"VERB", "AUX", "ADJ"})
_PRESIDENT = "the president mentioned before"
"""How `nearby` resolves "the president" to a country: an act of his is seldom one of the country."""
_words = partial(word_group, "en/wishes.yaml")


def is_wished(candidate: Candidate, sentences: Sentences) -> bool:
    """A reading that others only want, fear or foresee, or that is taken back."""
    if any(_PRESIDENT in end.span.via for end in (candidate.subject, candidate.object)):
        return True
    start = candidate.verb or candidate.trigger
    if start.pos_ == "ADP" and start.head.pos_ == "NOUN":
        start = start.head
    if start.pos_ in ("NOUN", "PROPN") and not is_infinitive(start):
        if _is_dreaded(start, candidate, sentences):
            return True
        verb = start.head if start.dep_ in OBJECTS else None
        if verb is None or not (_ought(verb) or (is_infinitive(verb) and _is_unheard_of(start))):
            return False
        start = verb
    if _ought(start):
        return True
    return any(_takes_away(lower, upper, candidate, sentences) for lower, upper in _steps(start))


def _is_dreaded(noun: Token, candidate: Candidate, sentences: Sentences) -> bool:
    """ "Fears of tariffs", "calls for a ban"; whose it is exists: "worries about Lindal's tariffs"."""
    above = noun.head
    if noun.dep_ != "pobj" or not _is_unheard_of(noun):
        return False
    if above.head.pos_ == "NOUN" and lemma_of(above.head) == "way":
        return above.lower_ in ("to", "for")
    return above.head.pos_ == "NOUN" and _noun_takes_away(above, above.head, candidate, sentences)


def _is_unheard_of(noun: Token) -> bool:
    """ "A deal", "new tariffs"; of "their deal" and "the deal" the words say that it is there."""
    return not any(c.dep_ == "poss" or c.lower_ == "the" for c in noun.children)


def _steps(start: Token) -> Iterator[tuple[Token, Token]]:
    """(lower, upper) from a verb or preposition up to where a clause stands alone."""
    lower = start
    for _ in range(_MAX_CLIMB):
        upper = lower.head
        if upper == lower or lower.dep_ in ("appos", "poss", "nsubj", "nsubjpass") or _ends_climb(lower):
            return
        yield lower, upper
        lower = upper


def _ends_climb(lower: Token) -> bool:
    """A relative clause, a participle behind its noun, or a coordinated clause with a subject of its own."""
    if lower.dep_ == "relcl":
        return not any(c.dep_ == "mark" and c.lower_ == "that" for c in lower.children)
    if lower.dep_ == "acl":
        return not (is_infinitive(lower) or any(c.dep_ == "mark" for c in lower.children))
    if lower.dep_ == "conj":
        own = lower.pos_ in ("VERB", "AUX") and any(c.dep_ in ("nsubj", "nsubjpass") for c in lower.children)
        return own and lower.head.dep_ != "ccomp"
    return False


def _takes_away(lower: Token, upper: Token, candidate: Candidate, sentences: Sentences) -> bool:
    if lower.dep_ == "conj":
        return _ought(upper) and not any(c.dep_ in ("aux", "nsubj") for c in lower.children)
    if lower.dep_ not in _CONTENT:
        return False
    if upper.pos_ in ("NOUN", "PROPN"):
        return _noun_takes_away(lower, upper, candidate, sentences)
    if upper.pos_ not in _PREDICATES:
        return False
    if (lower.dep_ != "advcl" or is_infinitive(lower)) and _ought(upper):
        return True
    if is_infinitive(lower) and any(c.lower_ == "enough" for c in (upper, *upper.children)):
        return True
    if lower.dep_ == "ccomp" and any(c.lower_ in _words("wrongly") for c in upper.children):
        return True
    if lower.dep_ in ("ccomp", "xcomp") and lemma_of(upper) in _words("dreads"):
        return True
    return _is_wanted(lower, upper, candidate, sentences)


def _noun_takes_away(lower: Token, upper: Token, candidate: Candidate, sentences: Sentences) -> bool:
    lemma = lemma_of(upper)
    if lower.dep_ not in _OF_NOUNS or (lower.dep_ == "prep" and lower.lower_ not in _ABOUT):
        return False
    if lemma in _words("dreaded"):
        return True
    verb = governor(upper)
    if lemma in _words("statements") and verb is not None and lemma_of(verb) in _words("retracts"):
        return True
    if lemma not in _words("wanted_nouns"):
        return False
    own = [c for c in upper.children if c.dep_ == "poss"]
    holders = own or ([a.token for a in sentences.roles(verb).get("agent", ())] if verb is not None else [])
    if not holders and verb is not None and lemma_of(verb) == "be":  # "there were calls for Orbico to leave"
        return any(c.lower_ == "there" for c in verb.children)
    return bool(holders) and not _is_end(holders, candidate, sentences)


def _is_wanted(lower: Token, upper: Token, candidate: Candidate, sentences: Sentences) -> bool:
    """ "Critics want Orbico to leave", "analysts expect that …", "Lindal urged Orbico to build"."""
    if _with_preposition(upper) in _words("leans") and is_infinitive(lower):
        return _is_subject([a.token for a in sentences.roles(upper).get("agent", ())], candidate, sentences)
    if not {lemma_of(upper), _with_preposition(upper)} & (_words("wants") | _words("foresees")):
        return False
    holders = [a.token for a in sentences.roles(upper).get("agent", ())]
    if lemma_of(upper) in _words("foresees"):
        return any(t.lower_ in _words("bystanders") for t in holders)
    if {lemma_of(upper), _with_preposition(upper)} & _words("demands") and _asks_another(lower, upper):
        return not _is_subject(holders, candidate, sentences)
    return bool(holders) and not _is_end(holders, candidate, sentences)


def _with_preposition(verb: Token) -> str:
    """ "call for", "appeal to"."""
    found = next((c.lower_ for c in verb.children if c.dep_ in ("prep", "prt", "dative") and c.i > verb.i), "")
    return f"{lemma_of(verb)} {found}"


def _asks_another(lower: Token, upper: Token) -> bool:
    """Whether somebody else is to do it: "wants Orbico to invest", not "wants to invest"."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in lower.children)
    return own or any(c.dep_ in (*OBJECTS, "prep") and upper.i < c.i < lower.i for c in upper.children)


def _is_end(tokens: list[Token], candidate: Candidate, sentences: Sentences) -> bool:
    """Whether one of them is a party of the reading."""
    return _are_among(tokens, (candidate.subject, candidate.object), sentences)


def _is_subject(tokens: list[Token], candidate: Candidate, sentences: Sentences) -> bool:
    return _are_among(tokens, (candidate.subject,), sentences)


def _are_among(tokens: list[Token], ends: tuple[Filler, ...], sentences: Sentences) -> bool:
    """Whether one of the tokens stands in a mention of one of the ends."""
    entities = {entity for end in ends for entity in end.span.entities}
    spans = (sentences.span_at(t) for t in tokens)
    return any(span is not None and not entities.isdisjoint(span.entities) for span in spans)


def _ought(verb: Token) -> bool:
    """ "Should build its plant in Lindal", not "should open by June"."""
    if not any(c.dep_ == "aux" and c.lower_ in _OUGHT for c in verb.children):
        return False
    doer = any(c.dep_ == "nsubj" for c in verb.children)
    times = (t for c in verb.children if c.dep_ == "prep" and c.lower_ in _DUE for t in c.children)
    return doer and not any(t.ent_type_ == "DATE" for t in times)
