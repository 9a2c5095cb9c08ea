"""Docs for tests of the English entity layer: made by hand where a rule is meant, parsed where the whole is."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.extract.en.mentions import annotate
from kg.extract.pipeline import load_model

if TYPE_CHECKING:
    from spacy.language import Language

_POS = {"NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "JJ": "ADJ", "IN": "ADP", "DT": "DET"}
_POS |= {"CC": "CCONJ", "PRP": "PRON", "PRP$": "PRON", "CD": "NUM", "POS": "PART", "TO": "PART", "RB": "ADV"}
_POS |= {"VBD": "VERB", "VBZ": "VERB", "VB": "VERB", "VBN": "VERB", "VBG": "VERB", "MD": "AUX", "_SP": "SPACE"}


def _hand_made(text: str) -> Doc:
    """A Doc from "word|tag|dep|head|label" items; head counts from 0, label is "" or "ORG" (first) or "+" (goes on)."""
    rows = [item.split("|") for item in text.split()]
    labels = ["O"] * len(rows)
    for i, row in enumerate(rows):
        if len(row) > 4 and row[4] == "+":
            labels[i] = "I-" + labels[i - 1][2:]
        elif len(row) > 4 and row[4]:
            labels[i] = "B-" + row[4]
    words = [row[0] for row in rows]
    return Doc(
        Vocab(),
        words=words,
        spaces=[_spaced(word, following) for word, following in zip(words, [*words[1:], "."], strict=True)],
        tags=[row[1] for row in rows],
        pos=[_POS.get(row[1], "PUNCT") for row in rows],
        deps=[row[2] for row in rows],
        heads=[int(row[3]) for row in rows],
        ents=labels,
    )


def _spaced(word: str, following: str) -> bool:
    return following not in (",", ".", "'s", ")", ":", "-") and word not in ("(", "-")


@pytest.fixture
def hand_made() -> Callable[[str], Doc]:
    """Builds a Doc from "word|tag|dep|head|label" items."""
    return _hand_made


@cache
def _model() -> Language:
    return load_model()


@pytest.fixture
def parse() -> Callable[[str], Doc]:
    """Parses a text with the bundled pipeline, loaded once."""
    return lambda text: _model()(text)


@pytest.fixture
def types_of(parse: Callable[[str], Doc]) -> Callable[[str], dict[str, str]]:
    """Types of the entities that are mentioned in a text, by name."""

    def types(text: str) -> dict[str, str]:
        annotation = annotate(parse(text))
        used = {entity for span in annotation.spans for entity in span.entities}
        return {e.name: e.type.value for i, e in enumerate(annotation.entities) if i in used}

    return types


@pytest.fixture
def references(parse: Callable[[str], Doc]) -> Callable[[str], dict[str, list[str]]]:
    """Words of each reference → names of its entities (the last one, where the words occur again)."""

    def names(text: str) -> dict[str, list[str]]:
        doc = parse(text)
        annotation = annotate(doc)
        return {
            doc[span.start : span.end].text: [annotation.entities[index].name for index in span.entities]
            for span in annotation.spans
            if span.source in ("nominal", "pronoun", "speaker")
        }

    return names
