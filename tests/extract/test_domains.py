"""Subject matters by their labels."""

from __future__ import annotations

import pytest

from kg.extract.domains import find_domains


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


def test_offsets() -> None:
    text = "They build data centres."
    assert [text[d.start : d.end] for d in find_domains(text, "en")] == ["data centres"]
