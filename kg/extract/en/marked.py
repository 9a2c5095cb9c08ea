"""A line as word patterns read it: as long as its text, but each separator says what kind of item follows.

So a pattern sees by one character what it would else look up in a list of words at every item: ` ` an ordinary word,
tab a word or sign that filler words never cross, vertical tab a mention, form feed a mention that a preposition of
place stands before ("in ⟨1:L⟩", "from the ⟨1:L⟩").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.en.lexicon import word_set

STOPS = word_set(
    """not n't never no nor without neither than and or but of in for by with from to at on as into about after before
    while alongside via"""
)
"""Negations, conjunctions, prepositions."""
SIGNS = frozenset(",;:.!?()–—")
_BEFORE_PLACES = frozenset({"in", "of", "from", "at", "for", "with", "to", "by", "on", "against", "near", "across"})
"""Before a place that only says where somebody acts."""
_BEFORE_NAMES = frozenset({"the", "northern", "southern", "eastern", "western", "central", "nearby", "neighbouring"})
WORD, STOP, MENTION, PLACED = " \t\v\f"


def marked(items: Iterable[str]) -> str:
    r"""The items, each behind its separator.

    >>> marked(["⟨0:C⟩", "bought", "land", "from", "the", "⟨1:L⟩"])
    '\x0b⟨0:C⟩ bought land\tfrom the\x0c⟨1:L⟩'
    """
    return "".join(_separated(items))


def _separated(items: Iterable[str]) -> Iterator[str]:
    before, first = "", ""
    for item in items:
        if item[0] == "⟨":
            placed = before in _BEFORE_PLACES or (before in _BEFORE_NAMES and first in _BEFORE_PLACES)
            yield (PLACED if placed else MENTION) + item
        else:
            yield (STOP if is_stop(item) else WORD) + item
        first, before = before, item


def is_stop(item: str) -> bool:
    """A word or sign that filler words never cross."""
    return item in STOPS or item[0] in SIGNS
