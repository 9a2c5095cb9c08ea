"""What takes more than one sentence or rule: datelines, appositions, who builds under an agreement. All invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document, Relation

Parse = Callable[[str], Doc]


def _facts(parse: Parse, text: str) -> set[str]:
    doc = parse(text)
    facts = (f for f in extract_doc(doc, Document("test", doc.text)) if f.relation is not Relation.LOCATED_IN)
    return {f"{fact.subject.name} {fact.relation} {fact.object.name}" for fact in facts}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "TALLAHASSEE, Fla. - Gov. Jane Doe said Wednesday that the state will give Orbico Systems $75 million.",
            "Florida funds Orbico Systems",
        ),
        (
            "TALLAHASSEE, Fla. - Gov. Jane Doe said Wednesday that the state will give Orbico Systems $75 million.",
            "Jane Doe leads Florida",
        ),
        (
            "TALLAHASSEE, Fla. - Gov. Jane Doe said the state will give it money to move from Long Beach, California.",
            "Jane Doe leads Florida",
        ),
        (
            "Velta Infra won a tender. Velta's order book grew. Last week, its unit Orbico Metro lost one.",
            "Velta Infra owns Orbico Metro",
        ),
        (
            "Tarmex, a unit of France's Lindal Group, was ordered to pay 96 million euros by the European Commission.",
            "European Commission sanctions Tarmex",
        ),
        (
            "The Ohio Attorney General's office on Monday sued Orbico Systems.",
            "Ohio Attorney General's office sanctions Orbico Systems",
        ),
        (
            "Ghana's energy ministry has signed a $1.2 billion agreement with Orbico Power to build a power station.",
            "Orbico Power builds power station",
        ),
        (
            "Orbico Power signed an agreement with the Kenyan government to build a port in Lamu.",
            "Orbico Power builds port",
        ),
    ],
)
def test_found(parse: Parse, text: str, fact: str) -> None:
    assert fact in _facts(parse, text)


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "Tarmex, a unit of France's Lindal Group, was ordered to pay 96 million euros by the European Commission.",
            "European Commission sanctions Lindal Group",
        ),
        (
            "Ghana's energy ministry has signed a $1.2 billion agreement with Orbico Power to build a power station.",
            "energy ministry builds power station",
        ),
        (
            "OTTAWA, Ont. - Innovation Minister Jane Doe praised Orbico Systems, a U.S.-based firm.",
            "Jane Doe leads United States",
        ),
        (
            "TALLAHASSEE, Fla. - Texas is generous. The state will give Orbico Systems $75 million.",
            "Florida funds Orbico Systems",
        ),
    ],
)
def test_not_found(parse: Parse, text: str, fact: str) -> None:
    assert fact not in _facts(parse, text)


_CONSORTIUM = (
    "The utility PLN has picked a consortium of Japan's Marubeni and local firm Adaro to build a power plant. "
)


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (_CONSORTIUM, {"Marubeni supplies PLN", "Adaro supplies PLN", "Adaro builds power plant"}),
        (
            _CONSORTIUM + "The government of North Kalimantan granted the consortium a permit last month.",
            {"North Kalimantan approves Marubeni", "North Kalimantan approves Adaro"},
        ),
        (
            "Lindal Auto will build cars in Rayong. Thailand gave the company import tax breaks worth $20 million.",
            {"Thailand funds Lindal Auto"},
        ),
        (
            "Orbico has similar agreements with Ghana and Nigeria's Kaduna State.",
            {"Orbico partners_with Ghana", "Orbico partners_with Kaduna State"},
        ),
        (
            "Nigeria's National Fuel Authority has fined Lindal Oil over prices, its chief executive Jane Doe said.",
            {"National Fuel Authority sanctions Lindal Oil", "Jane Doe leads National Fuel Authority"},
        ),
    ],
)
def test_members_receivers_and_owners(parse: Parse, text: str, facts: set[str]) -> None:
    assert facts <= _facts(parse, text)


def test_who_chooses_does_not_build(parse: Parse) -> None:
    assert "PLN builds power plant" not in _facts(parse, _CONSORTIUM)
