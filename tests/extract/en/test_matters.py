"""What a fact is about: what describes a company counts after all else near by."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document, Relation

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Kolvo won a contract from the Ministry of Transport for cloud computing.", "cloud computing"),
        (
            "TaxHub is a traffic-management system made by Kolvo. Later it was adopted by the Ministry of Transport.",
            "traffic management",
        ),
        ("The car maker Kolvo met. The carmaker won a contract from the Ministry of Health for software.", "software"),
    ],
)
def test_matters_of_the_sentence(parse: Parse, text: str, first: str) -> None:
    facts = extract_doc(parse(text), Document("x", text), min_confidence=0.0)
    domains = [fact.domains for fact in facts if fact.relation is Relation.SUPPLIES]

    assert domains
    assert {found[0] for found in domains} == {first}
