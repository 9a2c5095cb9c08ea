"""Subject matters: labels of `ontology/domains.ttl` in the words of a fact, or of what surrounds it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.zh.lexicon import any_of
from kg.extract.zh.script import simplify
from kg.resources import ontology

_CONCEPT = re.compile(r"^domain:[\w-]+ a skos:Concept.*?\.$", re.MULTILINE | re.DOTALL)
_PREFERRED = re.compile(r'skos:prefLabel[^;.]*?"([^"]+)"@en')
_CHINESE = re.compile(r'"([^"]+)"@zh')
_LATIN = re.compile(r'"([A-Z0-9][A-Za-z0-9]{1,6})"@en')


@dataclass(frozen=True, slots=True)
class Topic:
    """A concept named at a place of a text."""

    start: int
    label: str


@cache
def _labels() -> dict[str, str]:
    """Chinese label (simplified) → the concept's English preferred label."""
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


def find_topics(text: str) -> tuple[Topic, ...]:
    """Concepts that a simplified text names, in its order."""
    return tuple(Topic(m.start(), _labels()[m[0]]) for m in _pattern().finditer(text))


def labels_of(*texts: str) -> tuple[str, ...]:
    """Labels of the first of the texts that names any concept, without repetition."""
    for text in texts:
        found = tuple(dict.fromkeys(topic.label for topic in find_topics(text)))
        if found:
            return found
    return ()
