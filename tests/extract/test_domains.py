"""Subject matters by their labels."""

from __future__ import annotations

import pytest

from kg.extract.domains import find_domains, labels_of, preferred


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("a contract for cloud computing and big data", ["cloud computing", "big data"]),
        ("Artificial  intelligence for schools", ["AI"]),
        ("the paid maid said", []),
    ],
)
def test_labels_are_whole_words_and_give_the_preferred_one(text: str, labels: list[str]) -> None:
    assert [d.label for d in find_domains(text, "en")][: len(labels)] == labels
    assert bool(find_domains(text, "en")) == bool(labels)


def test_acronyms_stand_in_capitals() -> None:
    assert not find_domains("it is its own iv", "en")
    assert labels_of(find_domains("EVs and VAT", "en")) == ("electric vehicles", "EVs", "taxation", "VAT")


def test_the_articles_words_stand_beside_the_preferred_label() -> None:
    assert labels_of(find_domains("Chips, semiconductors and Liquefied Natural\nGas", "en")) == (
        "semiconductors",
        "chips",
        "natural gas",
        "liquefied natural gas",
    )


def test_any_label_leads_to_the_preferred_one_of_its_language() -> None:
    assert [preferred(label) for label in ("chips", "AI", "人工智慧", "knitting", "")] == [
        "semiconductors", "AI", preferred("人工智慧"), "knitting", "",
    ]  # fmt: skip


def test_offsets() -> None:
    text = "They build data centres."
    assert [text[d.start : d.end] for d in find_domains(text, "en")] == ["data centres"]
