"""Persons who sign stand for their organizations."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document, Relation

Parse = Callable[[str], Doc]


def _partners(doc: Doc) -> list[tuple[str, str]]:
    facts = extract_doc(doc, Document("a", doc.text))
    return [(f.subject.name, f.object.name) for f in facts if f.relation is Relation.PARTNERS_WITH]


@pytest.mark.parametrize(
    "text",
    [
        "The MoU was signed by Karim Haddad, CEO of Siemens, and Anna Berg, head of Nokia.",
        "The agreement was signed by chief executive Karim Haddad of Siemens and Anna Berg, chairman of Nokia.",
        "The agreement was signed by Karim Haddad, an engineer representing Siemens, and Anna Berg, head of Nokia.",
        "Siemens chairman Karim Haddad signed a memorandum with Nokia chief executive Anna Berg.",
        "Karim Haddad of Siemens and Anna Berg of Nokia signed the memorandum.",
    ],
)
def test_signatories_stand_for_their_organizations(text: str, parse: Parse) -> None:
    assert _partners(parse(text)) == [("Siemens", "Nokia")]


def test_whoever_works_with_a_person_is_no_partner_of_the_company(parse: Parse) -> None:
    assert _partners(parse("Siemens works closely with Nokia chairman Anna Berg.")) == []
