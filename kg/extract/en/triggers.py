"""Words that may trigger a frame, and the names under which they do."""

from __future__ import annotations

from functools import lru_cache

from kg.extract.en.syntax import has_to, lemma_of
from kg.extract.en.tokens import Token

_PARTICLES = frozenset({"up", "out", "off", "over", "down", "aside", "away", "back", "together"})

_APART = frozenset({"online", "ahead", "forward"})
"""Particles that the parser takes for adverbs: "brought the plant online", "pressed ahead with it"."""


def is_verbal(token: Token) -> bool:
    """A verb, or a word tagged or used as one."""
    return bool(token.pos_ == "VERB" or token.tag_.startswith("VB") or has_to(token))


@lru_cache(maxsize=4096)
def trigger_keys(token: Token) -> tuple[str, ...]:
    """Names under which a token may trigger: lemma, with its particle, compound or of-phrase; longest first."""
    doc, i, lemma = token.doc, token.i, lemma_of(token)
    keys = [f"{lemma} {c.lower_}" for c in token.children if c.dep_ == "prt" or c.lower_ in _APART]
    following = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    if following in _PARTICLES:
        keys.append(f"{lemma} {following}")
    if following == "of" and i + 2 < len(doc):
        keys.append(f"{lemma} of {doc[i + 2].lower_}")
    if i > 0:
        before = doc[i - 1].lower_
        keys += (f"{before} {lemma}", f"{before}-{lemma}")
        if before == "-" and i > 1:
            keys.append(f"{doc[i - 2].lower_}-{lemma}")
    return tuple(dict.fromkeys([*keys, lemma]))
