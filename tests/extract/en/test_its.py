"""Whose "its" is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.mentions import annotate

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The agency sued Orbico Systems, its chief executive Jan Hill and two others.", "Orbico Systems"),
        ("The judge heard Orbico's founder Victor Hill and its vice-president Jane Doe.", "Orbico"),
        ("Nordbank sold shares to Orbico and its subsidiary Vorzan.", "Orbico"),
        ("Orbico signed a deal with Vorzan, its largest rival.", "Orbico"),
    ],
)
def test_its_is_of_the_name_it_is_joined_to(parse: Parse, text: str, owner: str) -> None:
    doc = parse(text)
    annotation = annotate(doc)
    found = [annotation.entities[s.entities[0]].name for s in annotation.spans if doc[s.start].lower_ == "its"]
    assert found == [owner]


def test_it_is_the_named_maker_that_speaks(parse: Parse) -> None:
    doc = parse("South Korean battery maker Vorzan said on Monday it would invest $2.6 billion in Tennessee.")
    annotation = annotate(doc, "2024-05-22")
    (span,) = (s for s in annotation.spans if doc[s.start].lower_ == "it")
    assert annotation.entities[span.entities[0]].name == "Vorzan"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Vorzan was founded in 2021. Orbico and the lender Nordbank have been its shareholders ever since.", "Vorzan"),
        ("The aid was granted by the Swedish government by way of its export credit agency.", "Sweden"),
    ],
)
def test_its_is_neither_the_holders_own_nor_that_of_a_thing(parse: Parse, text: str, owner: str) -> None:
    doc = parse(text)
    annotation = annotate(doc)
    found = [annotation.entities[s.entities[0]].name for s in annotation.spans if doc[s.start].lower_ == "its"]
    assert found == [owner]


def test_a_public_body_pays_no_fines(parse: Parse) -> None:
    doc = parse("The Communications Authority let Orbico Systems return once it had paid $12 million in fines.")
    annotation = annotate(doc)
    (span,) = (s for s in annotation.spans if doc[s.start].lower_ == "it")
    assert annotation.entities[span.entities[0]].name == "Orbico Systems"


def test_what_is_given_is_no_party(parse: Parse) -> None:
    doc = parse("Orbico bid for it. Approval was needed, and the Bank of Ghana was the last to give it.")
    assert not [s for s in annotate(doc).spans if doc[s.start].lower_ == "it" and doc[s.start].i > 5]


def test_who_is_sentenced_is_not_the_prosecutor(parse: Parse) -> None:
    doc = parse("District Attorney Paul Hill said so. He was sentenced today to 75 years in prison.")
    assert not [s for s in annotate(doc).spans if doc[s.start].lower_ == "he"]
