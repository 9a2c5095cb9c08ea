"""What was bought or adopted, where only a pronoun or a name says it: the product told of before, with its maker."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.products import products_meant


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("RoadEye is a camera system made by Kolvo. It was adopted by Lindal.", "It", ["system"]),
        ("Last month 100 of its buses arrived in Chile, where Enel had bought them.", "them", ["buses"]),
        ("TaxHub, a platform developed by Maltrix, speeds up refunds.", "TaxHub", ["platform"]),
        ("Calder Systems praised the bill. It was adopted by the Senate.", "It", []),
        ("Kolvo makes buses. Lindal adopted it.", "it", []),
        ("Kolvo makes a radar. It rained. It snowed. It froze. Lindal adopted it.", "it", []),
    ],
)
def test_the_product_that_a_word_stands_for(
    text: str, word: str, meant: list[str], parse: Callable[[str], Doc]
) -> None:
    token = next(t for t in reversed(parse(text)) if t.text == word)

    assert [product.text for product in products_meant(token)] == meant
