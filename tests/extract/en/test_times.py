"""Phrases of time, which word patterns read over."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.times import time_phrase

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "word", "tokens"),
    [
        ("Nordbank on Monday said so.", "on", 2),
        ("Nordbank on Monday evening said so.", "on", 3),
        ("Nordbank on Friday, May 3, 2024 said so.", "on", 7),
        ("Nordbank on 5 March 2021 said so.", "on", 4),
        ("Nordbank, on Monday, said so.", "on", 3),
        ("Nordbank was fined in early March by Kenya.", "in", 3),
        ("Nordbank was fined in 2020 by Kenya.", "in", 2),
        ("Nordbank put turbines in 2000 homes.", "in", 0),
        ("Nordbank relies on Kenya.", "on", 0),
        ("Wavelet sold it to Kenya, and in March Nordbank bought it.", "in", 0),
    ],
)
def test_a_phrase_of_time_has_so_many_tokens(parse: Parse, text: str, word: str, tokens: int) -> None:
    doc = parse(text)
    at = next(token.i for token in doc if token.text == word)
    assert time_phrase(doc, at) == tokens


def test_the_first_word_of_a_sentence_opens_it(parse: Parse) -> None:
    assert time_phrase(parse("Kenya slept. On Monday, Nordbank said so."), 3) == 3
