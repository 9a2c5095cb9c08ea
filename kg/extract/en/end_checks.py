"""Checks of a frame's `where` that look at the two ends of a candidate alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.units import TRADE
from kg.extract.rules import word_group

COURTS = frozenset({"court", "courts", "tribunal", "magistrates"})
"""Words of the names of courts."""


def _is_works(sentences: Sentences, _: Filler, target: Filler) -> bool:
    """ "Lindal refinery", not "first European factory"."""
    span, head = target.span, sentences.doc[target.span.head]
    words = sentences.doc[max(0, span.start - 1) : span.end]
    named = any(word.tag_ in ("NNP", "NNPS") and word != head for word in words)
    return named and head.lower_ in word_group("en/word_lists.yaml", "works")


def _is_lender(sentences: Sentences, subject: Filler, _: Filler) -> bool:
    """As "Lindal Bank" and "Proparco" are by their names."""
    words = sentences.entity(subject.entity).name.casefold().split()
    return not word_group("en/word_lists.yaml", "lender").isdisjoint(words)


def _is_court(sentences: Sentences, subject: Filler, _: Filler) -> bool:
    """As "Leeds Crown Court" and "Lindal Tribunal" are by their names."""
    return not COURTS.isdisjoint(sentences.entity(subject.entity).name.casefold().split())


def _is_whole_group(sentences: Sentences, subject: Filler, _: Filler) -> bool:
    """As "Lindal Group" and "Orbico Holding" are by their names."""
    last = sentences.entity(subject.entity).name.casefold().split()[-1]
    return last in word_group("en/word_lists.yaml", "whole_group")


def _is_unit(sentences: Sentences, _: Filler, target: Filler) -> bool:
    """The "cloud unit" of "Orbico's cloud unit", which is Orbico Cloud."""
    return TRADE in target.span.via


CHECKS: Mapping[str, Callable[[Sentences, Filler, Filler], bool]] = {
    "works": _is_works,
    "lender": _is_lender,
    "court": _is_court,
    "group": _is_whole_group,
    "unit": _is_unit,
}
"""Checks of a frame's `where` that look at the two ends alone."""
