"""Subject matters: labels of `ontology/domains.ttl` in the words of a fact, or in what surrounds it.

A fact gets, for each concept named, the label that the article uses and the concept's preferred Chinese label:
whoever reads the facts finds the concept by either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from kg.extract.zh.layout import Sentence
from kg.extract.zh.lexicon import any_of
from kg.extract.zh.script import simplify
from kg.resources import ontology

MAX_LABELS = 8
_CONCEPT = re.compile(r"^domain:[\w-]+ a skos:Concept.*?\.$", re.MULTILINE | re.DOTALL)
_PREFERRED = re.compile(r'skos:prefLabel[^;.]*?"([^"]+)"@zh')
_CHINESE = re.compile(r'"([^"]+)"@zh')
_LATIN = re.compile(r'"([A-Z0-9][A-Za-z0-9]{1,6})"@en')


@cache
def _labels() -> dict[str, str]:
    """Label (simplified, or a Latin short form such as AI) → the concept's preferred Chinese label."""
    text = ontology("domains.ttl").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for concept in _CONCEPT.findall(text):
        preferred = _PREFERRED.search(concept)
        for label in (*_CHINESE.findall(concept), *_LATIN.findall(concept)):
            if preferred:
                found.setdefault(simplify(label), preferred[1])
    return found


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(any_of(_labels()))


class Subjects:
    """What an article is about, sentence by sentence."""

    def __init__(self, sentences: Sequence[Sentence], original: str) -> None:
        self._sentences = sentences
        self._named = [self._find(sentence, original) for sentence in sentences]
        counts = Counter(label for named in self._named for label in named[1::2])
        self._common = tuple(label for label, count in counts.most_common(2) if count > 1)

    @staticmethod
    def _find(sentence: Sentence, original: str) -> tuple[str, ...]:
        """(label as written, preferred label) for each concept named, one behind the other."""
        found: list[str] = []
        for match in _pattern().finditer(sentence.text):
            start = sentence.start + match.start()
            found += [original[start : start + len(match[0])], _labels()[match[0]]]
        return tuple(found)

    def of(self, number: int) -> tuple[str, ...]:
        """Labels for a fact of a sentence: its own, else of the next, the paragraph, the title, the whole article."""
        paragraph = self._sentences[number].paragraph
        beside = [i for i, s in enumerate(self._sentences) if s.paragraph == paragraph and i != number]
        following = [number + 1] if number + 1 < len(self._named) else []
        for other in (number, *following, *beside, 0):
            if self._named[other]:
                return tuple(dict.fromkeys(self._named[other]))[:MAX_LABELS]
        return self._common
