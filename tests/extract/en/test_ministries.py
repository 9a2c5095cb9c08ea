"""Names that begin in lower case or with an office."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.mentions import annotate

Parse = Callable[[str], Doc]


def _names(doc: Doc) -> set[str]:
    return {name for entity in annotate(doc).entities for name in entity.names}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The state of Bahia will pay Acme.", "state of Bahia"),
        ("Kenya's ministry of communications met Acme.", "ministry of communications"),
        ("Kenya's finance ministry met Acme.", "finance ministry"),
        ("Jane Doe, Minister of Transport and Roads, met Acme.", "Ministry of Transport and Roads"),
    ],
)
def test_found(parse: Parse, text: str, name: str) -> None:
    assert name in _names(parse(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Acme is in a district of Guangzhou.", "district of Guangzhou"),
        ("Jane Doe runs Orbico's legal department.", "legal department"),
    ],
)
def test_not_found(parse: Parse, text: str, name: str) -> None:
    assert name not in _names(parse(text))
