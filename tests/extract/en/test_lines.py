"""Lines as items, as word patterns see them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.lines import lines
from kg.extract.en.mentions import annotate
from kg.extract.en.money import find_money
from kg.extract.en.sentences import Sentences


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("It signed a $3.5 billion contract.", "it signed a ¤$_3.5_billion contract ."),
        ("They get between 2 and 3 million euros.", "they get between ¤2_and_3_million_euros ."),
        ("Orbico is building a 2-billion-euro car plant.", "⟨0:C⟩ is building a ¤2_-_billion_-_euro ⟨1:F⟩ ."),
    ],
)
def test_an_amount_is_one_item_unless_a_mention_begins_in_it(
    text: str, items: str, parse: Callable[[str], Doc]
) -> None:
    doc = parse(text)
    tokens = (doc.char_span(span.start, span.end, alignment_mode="expand") for span in find_money(text))
    amounts = {found.start: found.end for found in tokens}
    (line,) = lines(Sentences(doc, annotate(doc), frozenset(), amounts))
    assert line.text.split() == items.split()


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
