"""Who decided where a passive names nobody, and whose goods others are kept from. All of it is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document, Relation

_RULINGS = frozenset({Relation.SANCTIONS, Relation.APPROVES})


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "The Bank of Ghana said on Friday that Veltano Shipping had been fined over its fees.",
            {"Bank of Ghana sanctions Veltano Shipping"},
        ),
        (
            "Veltano Shipping has been banned from tenders, according to the Bank of Ghana.",
            {"Bank of Ghana sanctions Veltano Shipping"},
        ),
        ("The Bank of Ghana said Veltano Shipping had been fined by a court.", set()),
        ("The Bank of Ghana opened an inquiry, and Veltano Shipping was disqualified.", set()),
        ("Nordbank said on Friday that Veltano Shipping had been fined.", set()),
        (
            "Veltano Shipping was fined after an inquiry by the Bank of Ghana.",
            {"Bank of Ghana sanctions Veltano Shipping"},
        ),
        (
            "Veltano Shipping was convicted of fraud in the Lindal High Court.",
            {"Lindal High Court sanctions Veltano Shipping"},
        ),
        (
            "Veltano Shipping was ordered to stop sales of the drug by the Bank of Ghana.",
            {"Bank of Ghana sanctions Veltano Shipping"},
        ),
        (
            "The Bank of Ghana barred its staff from using apps made by Veltano Shipping.",
            {"Bank of Ghana sanctions Veltano Shipping"},
        ),
        (
            "The Bank of Ghana charged Tim Berg. Berg was charged alongside Jane Doe and Lindal Cargo.",
            {
                "Bank of Ghana sanctions Tim Berg",
                "Bank of Ghana sanctions Jane Doe",
                "Bank of Ghana sanctions Lindal Cargo",
            },
        ),
        (
            "The Bank of Ghana charged Tim Berg. He spoke alongside Jane Doe and Lindal Cargo.",
            {"Bank of Ghana sanctions Tim Berg"},
        ),
        (
            "Veltano Shipping is fighting the Bank of Ghana's decision to revoke its licence.",
            {"Bank of Ghana sanctions Veltano Shipping"},
        ),
        ("Veltano Shipping hopes that the Bank of Ghana will refuse to revoke its licence.", set()),
        (
            "A ban imposed by the Bank of Ghana on Veltano Shipping was lifted.",
            {"Bank of Ghana sanctions Veltano Shipping"},
        ),
        ("Veltano Shipping has never been fined or banned by the Bank of Ghana.", set()),
        ("Veltano Shipping is not licensed or accredited by the Bank of Ghana.", set()),
        (
            "Veltano Shipping did not pay and was fined by the Bank of Ghana.",
            {"Bank of Ghana sanctions Veltano Shipping"},
        ),
        ("If Veltano Shipping had lied and the Bank of Ghana had banned it, it would have closed.", set()),
        ("The Bank of Ghana stopped its staff from buying shares of Veltano Shipping.", set()),
    ],
)
def test_a_ruling_is_of_who_gave_it(text: str, facts: set[str], parse: Callable[[str], Doc]) -> None:
    doc = parse(text)
    found = (f for f in extract_doc(doc, Document("test", doc.text)) if f.relation in _RULINGS)
    assert {f"{fact.subject.name} {fact.relation} {fact.object.name}" for fact in found} == facts
