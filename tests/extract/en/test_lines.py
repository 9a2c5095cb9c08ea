"""Lines as items, as word patterns see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.lines import lines
from kg.extract.en.mentions import annotate
from kg.extract.en.sentences import Sentences


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("It signed a 3 trillion won contract.", "it signed a 3 trillion krw contract ."),
        ("It has won a contract.", "it has won a contract ."),
    ],
)
def test_the_currency_is_no_verb(text: str, items: str, parse: Callable[[str], Doc]) -> None:
    doc = parse(text)
    (line,) = lines(Sentences(doc, annotate(doc), frozenset()))
    assert line.text.split() == items.split()
