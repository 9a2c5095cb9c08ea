"""Sums whose giver or receiver only the sentences around them name."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document, Fact, Relation, Status

_PLANT = "Orbico Systems will build a battery plant in Gdansk."


def _investments(text: str, parse: Callable[[str], Doc], relation: Relation = Relation.INVESTS) -> list[Fact]:
    facts = extract_doc(parse(text), Document("x.txt", text))
    return [fact for fact in facts if fact.relation is relation]


def _told(facts: list[Fact]) -> list[tuple[str, str, float | None]]:
    return [(f.subject.name, f.object.name, f.amount.value if f.amount else None) for f in facts]


@pytest.mark.parametrize(
    "sentence",
    [
        "The total investment is estimated at 400 million euros.",
        "The investment, put at 400 million euros, is the largest in the town.",
        "Capital expenditure on the project is expected to reach 400 million euros.",
        "Investment in the first phase of the project amounts to 400 million euros.",
        "More than 400 million euros will be invested in the project.",
        "The project involves a 400 million euro investment and will create 400 jobs.",
        "The project, with a total investment of 400 million euros, will be finished in 2027.",
        "The plant represents an investment of 400 million euros.",
        "The plant, an investment of 400 million euros, will employ 200.",
    ],
)
def test_a_sum_goes_to_the_project_told_of_before(sentence: str, parse: Callable[[str], Doc]) -> None:
    found = _told(_investments(f"{_PLANT} {sentence}", parse))
    assert found == [("Orbico Systems", "battery plant", 400_000_000)]


def test_the_partner_of_an_agreement_gets_the_investment(parse: Callable[[str], Doc]) -> None:
    text = "Orbico Systems signed a deal with the Kenyan government. The project involves an investment of $40 million."
    [fact] = _investments(text, parse)
    assert fact.subject.name == "Orbico Systems"
    assert "Kenya" in (fact.object.name, *fact.object.names)


@pytest.mark.parametrize(
    "text",
    [
        "The project will require an investment of $40 million.",
        f"{_PLANT} How much it will invest in the project was not disclosed.",
        "Orbico Systems and Corvane Group signed an agreement. The project will require an investment of $40 million.",
        f"{_PLANT} Corvane Group plans a shipyard in Split. The total investment is unknown.",
        f"{_PLANT} The weather was bad. It rained. It snowed. It hailed. The total investment is 400 million euros.",
    ],
)
def test_nobody_invests_where_it_is_not_said(text: str, parse: Callable[[str], Doc]) -> None:
    assert _investments(text, parse) == []


def test_a_sum_without_a_place_goes_to_where_the_article_is_set(parse: Callable[[str], Doc]) -> None:
    text = "Gujarat wants factories. Orbico Systems has pledged 400 million euros. Gujarat has offered land."
    assert _told(_investments(text, parse)) == [("Orbico Systems", "Gujarat", 400_000_000)]


@pytest.mark.parametrize(
    "text",
    [
        "Gujarat and Kerala want factories. Orbico Systems has pledged 400 million euros.",
        "Gujarat wants factories. Orbico Systems has pledged 400 million euros to its pension fund.",
    ],
)
def test_a_sum_without_a_place_is_left_where_the_article_has_no_clear_setting(
    text: str, parse: Callable[[str], Doc]
) -> None:
    assert _investments(text, parse) == []


def test_a_sum_for_a_countrys_infrastructure_goes_to_the_country(parse: Callable[[str], Doc]) -> None:
    text = "Orbico Systems will invest 400 million euros in Kenya's digital infrastructure."
    assert _told(_investments(text, parse)) == [("Orbico Systems", "Kenya", 400_000_000)]


@pytest.mark.parametrize(
    "text",
    [
        "Orbico Systems is going to spend 400 million euros on a plant in Gdansk.",
        "Orbico Systems announced an investment of 400 million euros in Gdansk.",
    ],
)
def test_announced_money_is_still_to_come(text: str, parse: Callable[[str], Doc]) -> None:
    assert [fact.status for fact in _investments(text, parse)] == [Status.PLANNED]


def test_shares_of_the_cost_of_a_project(parse: Callable[[str], Doc]) -> None:
    text = f"{_PLANT} Orbico's own share of the cost comes to 40 million euros; Poland will bear half of the total."
    assert _told(_investments(text, parse)) == [("Orbico Systems", "battery plant", 40_000_000)]
    assert _told(_investments(text, parse, Relation.FUNDS)) == [("Poland", "battery plant", None)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Poland's contribution, aid of 40 million euros, has received the green light of Brussels.",
        "Subsidies of 40 million euros from Poland were approved in May.",
        "A loan of 40 million euros from Poland will cover most of the cost.",
        "Poland's 40 million euro support package is the largest in the region.",
        "Poland is putting up 40 million euros.",
    ],
)
def test_aid_without_a_receiver_goes_to_the_main_company(sentence: str, parse: Callable[[str], Doc]) -> None:
    assert _told(_investments(f"{_PLANT} {sentence}", parse, Relation.FUNDS)) == [
        ("Poland", "Orbico Systems", 40_000_000)
    ]


def test_aid_without_a_receiver_is_left_where_no_company_is_the_main_one(parse: Callable[[str], Doc]) -> None:
    text = "Corvane Group, Tandem Motors and Nordbank met. Poland is putting up 40 million euros."
    assert _investments(text, parse, Relation.FUNDS) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The 40 million euros that Orbico Systems is to invest in Gdansk are not enough.", 40_000_000),
        ("Orbico Systems disclosed the $5 million it has invested in Gdansk, and a loan of $7 million.", 5_000_000),
    ],
)
def test_the_sum_that_a_relative_clause_describes(text: str, amount: float, parse: Callable[[str], Doc]) -> None:
    assert _told(_investments(text, parse)) == [("Orbico Systems", "Gdansk", amount)]


def test_a_second_condition_is_no_act_under_way(parse: Callable[[str], Doc]) -> None:
    text = "Orbico Systems will get tax credits if it hires 900 people and invests $6 million in Gdansk."
    assert [fact.status for fact in _investments(text, parse)] == [Status.PLANNED]
