"""Who acts: agents behind a second "by", parties named beside others, and what is only allowed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document

Parse = Callable[[str], Doc]


def _stated(doc: Doc) -> set[tuple[str, str, str]]:
    facts = extract_doc(doc, Document("a.txt", doc.text), min_confidence=0.0)
    return {(fact.subject.name, str(fact.relation), fact.object.name) for fact in facts}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The permits were handed out by officials in Wuhan and by Yongchuan. Baidu asked. Baidu tests, Baidu pays.",
            ("Yongchuan", "approves", "Baidu"),
        ),
        (
            "Tencent, together with the retailer Walmart, signed an agreement with Kenya.",
            ("Walmart", "partners_with", "Kenya"),
        ),
        (
            "The Bank of Ghana has this year also warned Google for breaking rules.",
            ("Bank of Ghana", "sanctions", "Google"),
        ),
        ("Kenya fined Google as well as Meta.", ("Kenya", "sanctions", "Meta")),
        ("New York Attorney General Letitia Hill sued Google.", ("New York", "sanctions", "Google")),
        ("The UK's media regulator Ofcom fined Google $5 million.", ("Ofcom", "sanctions", "Google")),
        ("The Bank of Ghana ruled that Google must pay a fine.", ("Bank of Ghana", "sanctions", "Google")),
    ],
)
def test_stated(parse: Parse, text: str, fact: tuple[str, str, str]) -> None:
    assert fact in _stated(parse(text))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The Bank of Ghana is allowed to give Google a licence.", ("Bank of Ghana", "approves", "Google")),
        ("The Bank of Ghana is expected to give Google a licence.", ("Bank of Ghana", "approves", "Google")),
        ("Google could face a fine from the Bank of Ghana.", ("Bank of Ghana", "sanctions", "Google")),
        ("The UK's media regulator Ofcom fined Google $5 million.", ("United Kingdom", "sanctions", "Google")),
        ("Norway has blocked Google from buying Fitbit.", ("Norway", "owns", "Fitbit")),
    ],
)
def test_not_stated(parse: Parse, text: str, fact: tuple[str, str, str]) -> None:
    assert fact not in _stated(parse(text))
