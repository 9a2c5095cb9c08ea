"""Plain tokens say what spaCy's say."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.tokens import plain

Parse = Callable[[str], Doc]
TEXT = (
    "Orbico SE (Gdansk), a maker of trams, won a $2 million order.\nIts boss, Jane Doe, said: “We shall build them "
    "here.”  Nobody knows whether the city's council, which had asked for fifty trams, will pay for all of them."
)
ATTRIBUTES = (
    "i",
    "idx",
    "text",
    "lower_",
    "lemma_",
    "pos_",
    "tag_",
    "dep_",
    "ent_type_",
    "whitespace_",
    "is_punct",
    "like_num",
)


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_attributes(attribute: str, parse: Parse) -> None:
    doc = parse(TEXT)
    assert [getattr(token, attribute) for token in plain(doc)] == [getattr(token, attribute) for token in doc]


@pytest.mark.parametrize("relation", ["head", "left_edge", "right_edge"])
def test_other_tokens(relation: str, parse: Parse) -> None:
    doc = parse(TEXT)
    assert [getattr(token, relation).i for token in plain(doc)] == [getattr(token, relation).i for token in doc]


@pytest.mark.parametrize("relation", ["children", "subtree", "sent"])
def test_groups_of_tokens(relation: str, parse: Parse) -> None:
    for token, original in zip(plain(doc := parse(TEXT)), doc, strict=True):
        assert [t.i for t in getattr(token, relation)] == [t.i for t in getattr(original, relation)]


def test_spans(parse: Parse) -> None:
    doc = parse(TEXT)
    for start, end in ((0, 3), (4, 4), (3, 9), (10, 30), (12, len(doc))):
        span, original = plain(doc)[start:end], doc[start:end]
        assert (span.text, len(span)) == (original.text, len(original))
        if len(span):
            assert (span.start_char, span.end_char) == (original.start_char, original.end_char)
            assert (span.root.i, span[-1].i, span[1:3].text) == (original.root.i, original[-1].i, original[1:3].text)


@pytest.mark.parametrize("size", [1, 2, 9, 40])
def test_the_tokens_around_characters(size: int, parse: Parse) -> None:
    doc = parse(TEXT)
    for start in range(len(TEXT)):
        found = plain(doc).around(start, start + size)
        expected = doc.char_span(start, start + size, alignment_mode="expand")
        assert (found is None) == (expected is None)
        if found is not None and expected is not None:
            assert (found.start, found.end) == (expected.start, expected.end)


def test_a_plain_document_stays_what_it_is(parse: Parse) -> None:
    doc = plain(parse(TEXT))
    assert plain(doc) is doc
    assert doc.text == TEXT
