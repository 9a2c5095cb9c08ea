"""Whether a deal is asserted, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.factuality import is_headline, judge
from kg.model import Status

Parse = Callable[[str], Doc]


def _verdict(doc: Doc, word: str) -> tuple[bool, Status | None]:
    token = next(t for t in doc if t.text == word)
    verdict = judge(token, token)
    return verdict.asserted, verdict.status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("Siemens built a plant.", "built", Status.COMPLETED),
        ("Siemens is building a plant.", "building", Status.ACTIVE),
        ("A plant is being built by Siemens.", "built", Status.ACTIVE),
        ("Siemens will build a plant.", "build", Status.PLANNED),
        ("Siemens plans to build a plant.", "build", Status.PLANNED),
        ("Siemens agreed to build a plant.", "build", Status.PLANNED),
        ("Siemens may build a plant.", "build", Status.PROPOSED),
        ("Siemens is considering building a plant.", "building", Status.PROPOSED),
        ("Siemens hopes to build a plant.", "build", Status.PROPOSED),
        ("Siemens scrapped its plan to build a plant.", "build", Status.ENDED),
        ("Siemens no longer plans to build a plant.", "build", Status.ENDED),
        ("Siemens tore up the agreement under which it was to build a plant.", "build", Status.ENDED),
        ("Siemens signed the agreement under which it was to build a plant.", "build", Status.PLANNED),
        ("Siemens said it would build a plant.", "build", Status.PLANNED),
        ("Siemens managed to build a plant.", "build", Status.COMPLETED),
        ("Siemens went on to build a plant.", "build", Status.COMPLETED),
        ("Siemens will open a lab, erect a plant and hire nurses.", "erect", Status.PLANNED),
        ("China To Build 700 Labs", "Build", Status.PLANNED),
        ("Siemens opens plant in Cairo", "opens", Status.COMPLETED),
    ],
)
def test_status(text: str, word: str, status: Status, parse: Parse) -> None:
    assert _verdict(parse(text), word) == (True, status)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Siemens did not build a plant.", "build"),
        ("Siemens never built a plant.", "built"),
        ("Siemens denied that it built a plant.", "built"),
        ("Siemens refused to build a plant.", "build"),
        ("Siemens was barred from building a plant.", "building"),
        ("Siemens failed to build a plant.", "build"),
        ("Siemens made the part without building a plant.", "building"),
        ("Siemens is no longer building a plant.", "building"),
        ("Will Siemens build a plant?", "build"),
        ("It is unclear whether Siemens builds a plant.", "builds"),
        ("Reports that Siemens built a plant came to nothing.", "built"),
        ("Siemens reportedly built a plant.", "built"),
        ("Siemens built a plant, people familiar with the matter said.", "built"),
    ],
)
def test_what_is_not_asserted(text: str, word: str, parse: Parse) -> None:
    assert not _verdict(parse(text), word)[0]


@pytest.mark.parametrize(
    ("text", "noun", "asserted", "status"),
    [
        ("Siemens signed a deal with Cairo.", "deal", True, Status.COMPLETED),
        ("Siemens scrapped a deal with Cairo.", "deal", True, Status.ENDED),
        ("Siemens signed no deal with Cairo.", "deal", False, None),
        ("Siemens is discussing a deal with Cairo.", "deal", True, Status.PROPOSED),
        ("Siemens plans a deal with Cairo.", "deal", True, Status.PLANNED),
    ],
)
def test_a_noun_is_judged_with_its_verb(
    text: str, noun: str, asserted: bool, status: Status | None, parse: Parse
) -> None:
    token = next(t for t in parse(text) if t.text == noun)
    verdict = judge(token, token.head)
    assert (verdict.asserted, verdict.status) == (asserted, status)


def test_a_headline_does_not_end_like_a_sentence(parse: Parse) -> None:
    assert is_headline(parse("Siemens opens plant in Cairo")[0])
    assert not is_headline(parse("Siemens opens a plant in Cairo.")[0])


def test_an_arrest_for_an_alleged_deed_is_no_rumour(parse: Parse) -> None:
    asserted, _ = _verdict(parse("Kenyan police arrested Ahmet Kaya for allegedly taking bribes."), "arrested")
    assert asserted


def test_what_allegedly_happened_is_a_rumour(parse: Parse) -> None:
    asserted, _ = _verdict(parse("Kenyan police allegedly arrested Ahmet Kaya."), "arrested")
    assert not asserted


def test_what_is_waited_for_has_not_happened(parse: Parse) -> None:
    doc = parse("Orbico Systems is waiting for the Bank of Ghana to approve its licence.")
    assert _verdict(doc, "approve") == (True, Status.PROPOSED)


def test_what_is_alleged_of_the_other_party_leaves_the_fact(parse: Parse) -> None:
    assert _verdict(parse("Kenya sued Siemens, which allegedly copied its maps."), "sued") == (True, Status.COMPLETED)
    assert _verdict(parse("Siemens, which Kenya allegedly sued, grows."), "sued")[0] is False
