"""Subject matters: labels of `ontology/domains.ttl` found in a text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kg.resources import ontology

_LABELS = ("prefLabel", "altLabel", "hiddenLabel")
_WORD = re.compile(r"\w+")
_SKOS = "http://www.w3.org/2004/02/skos/core#"


@dataclass(frozen=True, slots=True)
class DomainSpan:
    """A label in the text: `label` is the preferred one of its concept, `stated` the one that the text has."""

    start: int
    end: int
    label: str
    stated: str
    concept: str


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Labels by their first word, as (words, concept, preferred label), longest first; acronyms stand in capitals."""

    by_first: dict[str, list[tuple[tuple[str, ...], str, str]]]
    acronyms: frozenset[tuple[str, ...]]


def find_domains(text: str, language: str) -> tuple[DomainSpan, ...]:
    """All subject matters named in a text, the longest label where several begin at one place.

    >>> [d.label for d in find_domains("a contract for cloud computing", "en")]
    ['cloud computing']
    """
    lexicon = _lexicon(language)
    words = [(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]
    found: list[DomainSpan] = []
    free = 0
    for i in [i for i, (word, _, _) in enumerate(words) if word in lexicon.by_first]:
        match = _match(lexicon, words, i, text) if i >= free else None
        if match is not None:
            size, concept, label = match
            start, end = words[i][1], words[i + size - 1][2]
            found.append(DomainSpan(start, end, label, _plain(text[start:end]), concept))
            free = i + size
    return tuple(found)


def labels_of(spans: Iterable[DomainSpan]) -> tuple[str, ...]:
    """Each concept's preferred label and the words that the text has for it, in the order of the text.

    >>> labels_of(find_domains("It ships oil and LNG.", "en"))
    ('oil and gas', 'oil', 'natural gas', 'LNG')
    """
    labels: dict[str, str] = {}
    for span in spans:
        for label in (span.label, span.stated):
            labels.setdefault(label.casefold(), label)
    return tuple(labels.values())


def preferred(label: str) -> str:
    """The preferred label, in the same language, of the concept that has this label; a label of none as it is.

    >>> preferred("LNG"), preferred("knitting")
    ('natural gas', 'knitting')
    """
    words = tuple(_WORD.findall(label.casefold()))
    for language in ("en", "zh"):
        for known, _, name in _lexicon(language).by_first.get(words[0] if words else "", ()):
            if known == words:
                return name
    return label


def _plain(stated: str) -> str:
    """In lower case but for acronyms, on one line."""
    return " ".join(word if sum(map(str.isupper, word)) > 1 else word.lower() for word in stated.split())


def _match(lexicon: _Lexicon, words: list[tuple[str, int, int]], i: int, text: str) -> tuple[int, str, str] | None:
    for label, concept, preferred in lexicon.by_first[words[i][0]]:
        size = len(label)
        here = words[i : i + size]
        if tuple(word for word, _, _ in here) == label and _joined(here, text):
            stated = text[here[0][1] : here[-1][2]]
            if label not in lexicon.acronyms or stated.rstrip("s").isupper():
                return size, concept, preferred
    return None


def _joined(words: list[tuple[str, int, int]], text: str) -> bool:
    """Only spaces, hyphens, dots or ampersands stand between the words of a label."""
    return all(not text[a[2] : b[1]].strip(" \u00a0\n-.&'’/") for a, b in pairwise(words))


@cache
def _lexicon(language: str) -> _Lexicon:
    preferred: dict[str, str] = {}
    labels: dict[tuple[str, ...], str] = {}
    acronyms: set[tuple[str, ...]] = set()
    for concept, kind, text in _labels(language):
        if kind == "prefLabel":
            preferred[concept] = text
        words = tuple(_WORD.findall(text.casefold()))
        labels.setdefault(words, concept)
        if language == "en" and words:
            plural = (*words[:-1], words[-1] + "s")
            labels.setdefault(plural, concept)
            acronyms |= {words, plural} if text.isupper() else set()
    by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = defaultdict(list)
    for words, concept in sorted(labels.items(), key=lambda item: (-len(item[0]), item[0])):
        by_first[words[0]].append((words, concept, preferred.get(concept, " ".join(words))))
    return _Lexicon(dict(by_first), frozenset(acronyms))


def _labels(language: str) -> list[tuple[str, str, str]]:
    """(concept IRI, kind of label, text) for one language, in the order of the file's sorted triples."""
    import pyoxigraph

    found = []
    for triple in pyoxigraph.parse(path=str(ontology("domains.ttl"))):
        name = triple.predicate.value
        if not name.startswith(_SKOS) or not isinstance(triple.object, pyoxigraph.Literal):
            continue
        kind = name.removeprefix(_SKOS)
        if kind in _LABELS and (triple.object.language or "").split("-")[0] == language:
            found.append((str(triple.subject.value), kind, triple.object.value))
    return sorted(found, key=lambda t: (t[0], _LABELS.index(t[1]), t[2]))
