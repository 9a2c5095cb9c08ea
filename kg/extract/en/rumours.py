"""Whether a sentence tells of a rumour, or of what unnamed sources say; the words are in `factuality.yaml`."""

from __future__ import annotations

from functools import lru_cache, partial

from kg.extract.en.syntax import clause_ancestors
from kg.extract.en.tokens import Span, Token
from kg.extract.rules import word_group

_CHARGED = frozenset({"for", "of", "with", "over", "after"})
_words = partial(word_group, "en/factuality.yaml")


def is_rumoured(token: Token) -> bool:
    """Whether the sentence names rumour or unnamed sources."""
    everywhere, aside = _rumours(token.sent)
    return everywhere or not aside.isdisjoint(clause_ancestors(token))


@lru_cache(maxsize=64)
def _rumours(sentence: Span) -> tuple[bool, frozenset[Token]]:
    """Whether all of a sentence is rumour, else the heads of the clauses that are."""
    text = sentence.text.lower()
    words = [t for t in sentence if t.lower_ in _words("rumours") and not _only_of_a_charge(t)]
    aside = frozenset(t.head for t in words if _is_aside(t))
    by_word = any(not _is_aside(t) for t in words)
    return by_word or any(phrase in text for phrase in _words("rumour_phrases")), aside


def _is_aside(word: Token) -> bool:
    """The "allegedly" of "sued Orbico, which allegedly copied it": only what stands in its clause is alleged."""
    return word.lower_ == "allegedly" and word.head.dep_ in ("relcl", "acl", "amod") and word.head.head.pos_ != "VERB"


def _only_of_a_charge(word: Token) -> bool:
    """The "allegedly" of "arrested him for allegedly taking bribes": the arrest is no rumour."""
    above = word.head
    return above.tag_ == "VBG" and above.dep_ == "pcomp" and above.head.lower_ in _CHARGED
