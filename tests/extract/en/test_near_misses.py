"""Sentences that only look as if they stated a fact, each beside one that does. All of it is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document, Relation

Parse = Callable[[str], Doc]
_SECONDARY = frozenset({Relation.LOCATED_IN, Relation.PARTICIPATES_IN})
_MAIN = "Orbico Systems grows. Orbico Systems is large, and Orbico Systems is old. "


def _facts(parse: Parse, text: str) -> set[str]:
    doc = parse(text)
    found = extract_doc(doc, Document("test", doc.text))
    facts = (f for f in found if f.relation not in _SECONDARY)
    return {f"{fact.subject.name} {fact.relation} {fact.object.name}" for fact in facts}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("Nordbank chairman Jane Doe spoke.", {"Jane Doe leads Nordbank"}),
        ("Shadow Minister for Justice and Customs, Jane Doe, spoke.", set()),
        ("Jane Doe, the opposition minister for justice in Kenya, spoke.", set()),
        ("Jane Doe, Kenya's shadow finance minister, spoke.", set()),
        ("Kenya's nominee for finance minister, Jane Doe, spoke.", set()),
        ("Kenya's candidate for prime minister, Jane Doe, spoke.", set()),
        ("Nordbank and its rival, market leader Jane Doe Foods, fell.", set()),
    ],
)
def test_who_holds_no_such_office(parse: Parse, text: str, facts: set[str]) -> None:
    assert _facts(parse, text) == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("The dispute is over aid received by Nokia and its rival Ericsson.", set()),
        ("The grants obtained by Nokia and Ericsson are under review.", set()),
        ("Nokia received aid granted by Kenya.", {"Kenya funds Nokia"}),
    ],
)
def test_who_gets_aid_does_not_give_it(parse: Parse, text: str, facts: set[str]) -> None:
    assert _facts(parse, text) == facts


@pytest.mark.parametrize(
    "text",
    [
        "The contract was won by Alstom, in partnership with Hansa College.",
        "Alstom won the contract in collaboration with Hansa College.",
        "Alstom secured a contract in association with Hansa College.",
    ],
)
def test_who_wins_a_contract_with_another_one_does_not_supply_it(parse: Parse, text: str) -> None:
    assert not any(" supplies " in fact for fact in _facts(parse, text))


def test_a_contract_with_a_customer_is_a_supply(parse: Parse) -> None:
    assert _facts(parse, "Alstom won a contract with the Kenyan government.") == {"Alstom supplies Kenya"}


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ('"It hurts Apple\'s commercial partners," Nordbank said.', set()),
        ("Apple's partner, the Nordbank group, agreed.", {"Apple partners_with Nordbank group"}),
        ("Apple's long-time partners Nordbank and Nokia agreed.", {"Apple partners_with Nordbank"}),
    ],
)
def test_partners_without_a_name(parse: Parse, text: str, facts: set[str]) -> None:
    found = _facts(parse, text)
    assert (facts <= found) if facts else not found


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "The plant was built in partnership with Aalto University.",
            {"Orbico Systems partners_with Aalto University"},
        ),
        ("The study was published by Nordbank, in collaboration with Aalto University.", set()),
        ("A report by Nordbank was made in partnership with Aalto University.", set()),
    ],
)
def test_the_topic_is_a_partner_only_where_nobody_else_is_named(parse: Parse, text: str, facts: set[str]) -> None:
    found = {fact for fact in _facts(parse, _MAIN + text) if "Orbico" in fact}
    assert found == facts
