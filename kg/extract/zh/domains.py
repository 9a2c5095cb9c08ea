"""Subject matters: labels of `ontology/domains.ttl` in the words of a fact, or in what surrounds it.

A fact gets, for each concept named, the label that the article uses and the concept's preferred Chinese label:
whoever reads the facts finds the concept by either. Further topics (`topics` of the lexicon) are labels without a
concept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from kg.extract.zh.lexicon import any_of, words
from kg.extract.zh.reading import Reading
from kg.extract.zh.script import simplify
from kg.extract.zh.spans import ORGANIZATIONS
from kg.resources import ontology

MAX_LABELS = 8
MAX_TOPICS = 3
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


@cache
def _topics() -> re.Pattern[str]:
    return re.compile(any_of(words("topics")))


class Subjects:
    """What an article is about, sentence by sentence."""

    def __init__(self, readings: Sequence[Reading], original: str) -> None:
        self._paragraphs = [reading.sentence.paragraph for reading in readings]
        self._named = [_find(reading, original) for reading in readings]
        self._topics = [_named_topics(reading, original) for reading in readings]
        counts = Counter(label for named in self._named for label in named)
        self._common = next((label for label, count in counts.most_common(1) if count > 1), ())

    def of(self, number: int) -> tuple[str, ...]:
        """Labels for a fact of a sentence: its own, else of the next, the paragraph or the title; and the main one."""
        paragraph = self._paragraphs[number]
        beside = [i for i, p in enumerate(self._paragraphs) if p == paragraph and i != number]
        following = [number + 1] if number + 1 < len(self._named) else []
        nearest = next((self._named[i] for i in (number, *following, *beside, 0) if self._named[i]), ())
        topics = next((self._topics[i] for i in (number, *following, *beside, 0) if self._topics[i]), ())
        labels = (label for pair in (*nearest[: MAX_LABELS // 2], self._common, topics[:MAX_TOPICS]) for label in pair)
        return tuple(dict.fromkeys(labels))


def _find(reading: Reading, original: str) -> tuple[tuple[str, str], ...]:
    """(label as written, preferred label) of each concept named: in the names of organizations only if nowhere else."""
    names = [(s.start, s.end) for s in reading.spans if s.type in ORGANIZATIONS]
    outside: list[tuple[str, str]] = []
    inside: list[tuple[str, str]] = []
    for match in _pattern().finditer(reading.text):
        start = reading.sentence.start + match.start()
        topic = (original[start : start + len(match[0])], _labels()[match[0]])
        named = any(start <= match.start() and match.end() <= end for start, end in names)
        (inside if named else outside).append(topic)
    return tuple(dict.fromkeys(outside or inside))


def _named_topics(reading: Reading, original: str) -> tuple[str, ...]:
    """Topics as written, outside of the names of organizations."""
    names = [(s.start, s.end) for s in reading.spans if s.type in ORGANIZATIONS]
    found = []
    for match in _topics().finditer(reading.text):
        if not any(start <= match.start() and match.end() <= end for start, end in names):
            start = reading.sentence.start + match.start()
            found.append(original[start : start + len(match[0])])
    return tuple(dict.fromkeys(found))
