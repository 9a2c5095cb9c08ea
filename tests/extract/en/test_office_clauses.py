"""Who holds which office by the clause around it, and what only looks like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document, Relation


def _pairs(doc: Doc) -> set[str]:
    found = extract_doc(doc, Document("test", doc.text))
    return {f"{f.subject.name} > {f.object.name}" for f in found if f.relation is Relation.LEADS}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Tencent has fired chief economist Jane Doe.", {"Jane Doe > Tencent"}),
        ("At Tencent, chief executive Jane Doe said so.", {"Jane Doe > Tencent"}),
        ("Jane Doe holds the post of finance director at Tencent.", {"Jane Doe > Tencent"}),
        ("Jane Doe was promoted from finance manager to president of Tencent.", {"Jane Doe > Tencent"}),
        ("Jane Doe was re-elected president of Tencent.", {"Jane Doe > Tencent"}),
        ("Jane Doe, global head of fixed income at Tencent, spoke.", {"Jane Doe > Tencent"}),
        ("Jane Doe, Head, Corporate Communications, Tencent, spoke.", {"Jane Doe > Tencent"}),
        ("Jane Doe, MD, MBA, Tencent, spoke.", set()),
        ("The Director, Press and Public Relations, Tencent, Mrs Jane Doe, spoke.", {"Jane Doe > Tencent"}),
        ("Police held Tencent's founder Ann Hill and its vice-president Jane Doe.", {"Jane Doe > Tencent"}),
        ("Among them were Jane Doe (vice chair, Tencent), and Ann Hill.", {"Jane Doe > Tencent"}),
        ("Jane Doe, senior vice president of Industrial Solutions, Tencent, spoke.", {"Jane Doe > Tencent"}),
        ("Tencent executive Jane Doe spoke.", {"Jane Doe > Tencent"}),
        ("An executive Jane Doe knows spoke to Tencent.", set()),
        ("Jane Doe, a partner at Tencent, spoke.", {"Jane Doe > Tencent"}),
        ("Jane Doe and her partner of ten years spoke to Tencent.", set()),
        ("Tencent announced Jane Doe as its brand ambassador.", set()),
    ],
)
def test_clauses_around_an_office(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Jane Doe, ambassador of Japan to India, spoke.", {"Jane Doe > Japan"}),
        ("Kenya's ambassador to India, Jane Doe, spoke.", {"Jane Doe > Kenya"}),
        ("Jane Doe, Kenya's U.S. ambassador, spoke.", {"Jane Doe > Kenya"}),
        ("Jane Doe, ambassador to India, spoke.", set()),
        ("Jane Doe, Japanese consul general in Milan, spoke.", {"Jane Doe > Japan"}),
        ("Kenya's Chief of Army Staff, General Jane Doe, spoke.", {"Jane Doe > Kenya"}),
        ("The Chief of Army Staff, General Jane Doe, spoke.", set()),
        ("The Commissioner of Police in Lagos State, CP Jane Doe, spoke.", {"Jane Doe > Lagos State"}),
        ("The Assistant Commissioner of Police, Jane Doe, spoke.", set()),
        (
            "The Senate Energy Committee met. The panel's chairman, Jane Doe, spoke.",
            {"Jane Doe > Senate Energy Committee"},
        ),
        ("Dane County District Attorney Jane Doe spoke.", {"Jane Doe > Dane County District Attorney"}),
        ("District Attorney Jane Doe of Dane County spoke.", {"Jane Doe > Dane County"}),
        (
            "The Agriculture Department spoke. Iowa's agriculture secretary, Jane Doe, did not.",
            {"Jane Doe > Iowa"},
        ),
        (
            "The Agriculture Department spoke. U.S. Agriculture Secretary Jane Doe did not.",
            {"Jane Doe > Agriculture Department"},
        ),
        ("Jordan's Minister of Transport Pieter de Wit spoke.", {"Pieter de Wit > Jordan"}),
    ],
)
def test_public_offices(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs
