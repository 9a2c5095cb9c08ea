"""What is an ordinary word and what only a name."""

from __future__ import annotations

import pytest
from spacy.vocab import Vocab

from kg.extract.en.dictionary import is_invented
from kg.extract.pipeline import load_model


@pytest.mark.parametrize("word", ["Zentrix", "Fjordlaks", "Pesaflow", "4iG4"])
def test_words_of_no_dictionary_are_invented(word: str) -> None:
    assert is_invented(word, load_model().vocab)


@pytest.mark.parametrize(
    "word", ["Shell", "Regulators", "Officials", "Labour", "Privatisation", "Digitising", "Unveiling", "5G", "2024"]
)
def test_ordinary_words_and_what_is_derived_from_them_are_not(word: str) -> None:
    assert not is_invented(word, load_model().vocab)


def test_without_a_dictionary_nothing_is_invented() -> None:
    assert not is_invented("Zentrix", Vocab())
