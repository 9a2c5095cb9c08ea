"""Subject matters: labels of `ontology/domains.ttl` found in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.resources import ontology

_LABELS = ("prefLabel", "altLabel", "hiddenLabel")
_SKOS = "http://www.w3.org/2004/02/skos/core#"


@dataclass(frozen=True, slots=True)
class DomainSpan:
    """A label in the text, with the preferred label of its concept in the text's language."""

    start: int
    end: int
    label: str
    concept: str


@dataclass(frozen=True, slots=True)
class _Lexicon:
    pattern: re.Pattern[str]
    concepts: dict[str, tuple[str, str]]


def find_domains(text: str, language: str) -> tuple[DomainSpan, ...]:
    """All subject matters named in a text, longest label first where they overlap."""
    lexicon = _lexicon(language)
    found = []
    for match in lexicon.pattern.finditer(text):
        concept, label = lexicon.concepts[_key(match.group())]
        found.append(DomainSpan(match.start(), match.end(), label, concept))
    return tuple(found)


def _key(label: str) -> str:
    return re.sub(r"[\s-]+", " ", label.casefold())


@cache
def _lexicon(language: str) -> _Lexicon:
    preferred: dict[str, str] = {}
    labels: dict[str, str] = {}
    for concept, kind, text in _labels(language):
        if kind == "prefLabel":
            preferred[concept] = text
        labels.setdefault(_key(text), concept)
        if language == "en":
            labels.setdefault(_key(text) + "s", concept)
    words = sorted(labels, key=lambda w: (-len(w), w))
    body = "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in words)
    pattern = rf"(?<![\w])(?:{body})(?![\w])" if language == "en" else body
    return _Lexicon(re.compile(pattern, re.IGNORECASE), {w: (c, preferred.get(c, w)) for w, c in labels.items()})


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
