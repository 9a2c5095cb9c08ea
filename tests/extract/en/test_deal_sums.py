"""Sums told a sentence or two after the fact, and whose dollar a bare "$" is."""

from __future__ import annotations

import pytest

from kg.extract.en.shared_currencies import dollar_of
from kg.extract.pipeline import extract
from kg.model import Document, Fact, Relation

_TAKEOVER = "Ostar Group has agreed to buy Dalen Foods, the firms said."
_CONTRACT = "The city of Lima awarded a tram contract to Ostar Rail."


def _facts(text: str, relation: Relation) -> list[Fact]:
    return [f for f in extract(Document("a.txt", text, published="2025-02-14")) if f.relation is relation]


def _sums(text: str, relation: Relation) -> set[tuple[float, str] | None]:
    return {(f.amount.value, f.amount.currency) if f.amount else None for f in _facts(text, relation)}


@pytest.mark.parametrize(
    ("told", "later", "relation", "value", "currency"),
    [
        (_TAKEOVER, "The deal is worth $6.8bn.", Relation.OWNS, 6.8e9, "USD"),
        (_TAKEOVER, "The transaction is valued at about $6.8bn, including debt.", Relation.OWNS, 6.8e9, "USD"),
        (_TAKEOVER, "The purchase price is 40 million euros.", Relation.OWNS, 4e7, "EUR"),
        (_TAKEOVER, "Under the terms, Ostar will pay $6.8bn in cash and shares.", Relation.OWNS, 6.8e9, "USD"),
        (_TAKEOVER, "The acquisition, worth 6.8 billion euros, is due to close in May.", Relation.OWNS, 6.8e9, "EUR"),
        (
            _CONTRACT,
            "The five-year contract, valued at $120 million, covers 40 trams.",
            Relation.SUPPLIES,
            1.2e8,
            "USD",
        ),
        (_CONTRACT, "The value of the contract is $120 million.", Relation.SUPPLIES, 1.2e8, "USD"),
        (
            "Ostar Group will build a stadium in Leeds.",
            "The stadium is expected to cost £85 million.",
            Relation.BUILDS,
            8.5e7,
            "GBP",
        ),
        (
            "Ostar Group will build a plant in Leeds.",
            "The £85 million project will create 300 jobs.",
            Relation.BUILDS,
            8.5e7,
            "GBP",
        ),
        (
            "Ostar Mining announced a grant from the Ministry of Environment.",
            "The total amount of the grant is EUR 2,027,000.",
            Relation.FUNDS,
            2027000,
            "EUR",
        ),
        (
            "The Federal Trade Commission settled with Ostar Medical.",
            "The company will pay a $40,000 penalty.",
            Relation.SANCTIONS,
            40000,
            "USD",
        ),
    ],
)
def test_a_later_sentence_says_how_much(told: str, later: str, relation: Relation, value: float, currency: str) -> None:
    assert (value, currency) in _sums(f"{told} {later}", relation)


@pytest.mark.parametrize(
    ("told", "later", "relation"),
    [
        (_TAKEOVER, "A deal in May was worth $6.8bn.", Relation.OWNS),
        (_TAKEOVER, "The deal is not worth $6.8bn, analysts say.", Relation.OWNS),
        (_TAKEOVER, "Its revenue was $6.8bn.", Relation.OWNS),
        (_TAKEOVER, "The contract is worth $6.8bn.", Relation.OWNS),
        (_TAKEOVER, "Ostar will pay $2m to its chairman.", Relation.OWNS),
        ("Ostar Group owns Dalen Foods.", "The deal is worth $6.8bn.", Relation.OWNS),
        (_TAKEOVER, "It did not disclose the price. The deal is worth $6.8bn, an analyst said.", Relation.OWNS),
        (_TAKEOVER, "It did not say how much it paid. The deal is worth $6.8bn to its banks.", Relation.OWNS),
        (_TAKEOVER, "The Velm deal is worth $6.8bn.", Relation.OWNS),
        (f"{_TAKEOVER} It also bought Velm Oil.", "The deal is worth $6.8bn.", Relation.OWNS),
        (_CONTRACT, "The fine is worth $120 million.", Relation.SUPPLIES),
    ],
)
def test_a_sum_of_something_else_is_left_aside(told: str, later: str, relation: Relation) -> None:
    takeover = [f for f in _facts(f"{told} {later}", relation) if f.evidence.start == 0]
    assert takeover
    assert [f.amount for f in takeover] == [None] * len(takeover)


def test_the_trace_says_where_the_sum_was_found() -> None:
    (fact,) = _facts(f"{_TAKEOVER} The deal is worth $6.8bn.", Relation.OWNS)
    assert ("amount", "6800000000 USD, of which a later sentence tells") in [(s.kind, s.detail) for s in fact.trace]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Canada's minister said in Ottawa that Canada would lend $5 million.", "CAD"),
        ("Sydney: the Queensland premier said Australia had paid $5m.", "AUD"),
        ("Canada will lend $5 million.", "USD"),
        ("Canada's minister said in Ottawa that Canada and the United States would lend $5 million.", "USD"),
        ("Canada's minister said in Ottawa that Canada would lend $5 million (C$7 million).", "USD"),
        ("Orbico of Ohio will pay $5 million.", "USD"),
    ],
)
def test_a_bare_dollar_is_that_of_the_country_a_text_speaks_of(text: str, code: str) -> None:
    assert dollar_of(text) == code


@pytest.mark.parametrize(
    ("text", "relation", "value"),
    [
        ("Qatar and Ostar in $6bn gas deal", Relation.PARTNERS_WITH, 6e9),
        (
            "It appealed against a fine of €90m imposed on Dalen Media by the Data Protection Commission.",
            Relation.SANCTIONS,
            9e7,
        ),
        ("Last spring Ostar Solar invested a half-million dollars in Toledo.", Relation.INVESTS, 5e5),
    ],
)
def test_a_sum_beside_its_noun_is_the_noun_s(text: str, relation: Relation, value: float) -> None:
    assert value in {given[0] for given in _sums(text, relation) if given}


@pytest.mark.parametrize("said", ["", "The group said on Thursday that "])
def test_a_sum_of_the_verb_before_is_not_what_was_bought_for(said: str) -> None:
    text = f"{said}Ostar Group will invest $300 million in Peru and buy Dalen Foods."
    assert _sums(text, Relation.OWNS) == {None}
    assert _sums(text, Relation.INVESTS) == {(3e8, "USD")}
