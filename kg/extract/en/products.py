"""Products that a pronoun or a name stands for: who makes them was told where they were spoken of before.

"City Brain, a system from Orbico, was unveiled in May. It was adopted by Lindal": what was adopted is Orbico's system.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.en.syntax import lemma_of
from kg.extract.en.tokens import Token
from kg.extract.rules import word_group

_PRONOUNS = {"it": "NN", "they": "NNS", "them": "NNS"}
"""Pronouns for products, and the tag of the nouns that they may stand for."""
_BACK = 2
"""Sentences before its own in which a pronoun's product is looked for."""


def products_meant(token: Token) -> Iterator[Token]:
    """The product noun in a name's apposition ("City Brain, a system from X"), or the one a pronoun stands for."""
    products = word_group("en/word_lists.yaml", "product")
    yield from (c for c in token.children if c.dep_ == "appos" and lemma_of(c) in products)
    tag = _PRONOUNS.get(token.lower_) if token.tag_ == "PRP" else None
    if tag is not None:
        before = next((t for t in _nouns_before(token) if t.tag_ == tag and lemma_of(t) in products), None)
        if before is not None:
            yield before


def _nouns_before(token: Token) -> Iterator[Token]:
    """Nouns before a token, the nearest first, from its sentence and the two before."""
    start = token.sent.start
    for _ in range(_BACK):
        start = token.doc[start - 1].sent.start if start > 0 else 0
    yield from (t for t in reversed(token.doc[start : token.i]) if t.pos_ == "NOUN" and t.dep_ != "compound")
