"""Readings become deals: one agreement is one fact, and what disagrees is shown."""

from __future__ import annotations

import pytest

from kg.model import Deal, Evidence, Fact, Mention, Money, Qualifier, Relation, Status
from kg.resolve.deals import Reading, deals
from tests.resolve.cases import C, L

A, B, Z = "http://x/acme", "http://x/north", "http://x/zeta"


def reading(doc: str, amount: Money | None = None, **rest: object) -> Reading:
    """Acme invests in North, as one article says."""
    published, places = str(rest.pop("published", "")), rest.pop("places", ())
    at = int(str(rest.pop("at", 0)))
    relation = rest.pop("relation", Relation.INVESTS)
    subject, thing = str(rest.pop("subject", A)), str(rest.pop("object", B))
    confidence = float(str(rest.pop("confidence", 0.8)))
    fact = Fact(doc, Mention(subject, subject, C), relation, Mention(thing, thing, L), Evidence("x", at, at + 1),  # type: ignore[arg-type]
                amount=amount, confidence=confidence, **rest)  # type: ignore[arg-type]  # fmt: skip
    return Reading(fact, subject, thing, amount, confidence, published, places)  # type: ignore[arg-type]


def yuan(value: float, qualifier: Qualifier | None = None, also: tuple[tuple[float, str], ...] = ()) -> Money:
    return Money(value, "CNY", qualifier=qualifier, also=also)


def only(*readings: Reading) -> Deal:
    (deal,) = deals(readings)
    return deal


def test_one_agreement_in_five_articles_is_one_fact_with_five_pieces_of_evidence() -> None:
    deal = only(*(reading(doc, yuan(15e9)) for doc in "abcde"))
    assert len(deal.readings) == 5
    assert deal.amount == yuan(15e9)
    assert deal.conflicts == ()


def test_headline_lead_and_body_are_one_fact_and_amounts_are_not_added_up() -> None:
    deal = only(reading("a", yuan(15e9), at=0), reading("a", at=100), reading("a", yuan(15e9), at=900))
    assert len(deal.readings) == 3
    assert deal.amount == yuan(15e9)


def test_partners_have_no_direction() -> None:
    deal = only(
        reading("a", relation=Relation.PARTNERS_WITH),
        reading("b", relation=Relation.PARTNERS_WITH, subject=B, object=A),
    )
    assert len(deal.readings) == 2


def test_two_directions_of_another_relation_are_two_facts() -> None:
    assert len(deals([reading("a"), reading("b", subject=B, object=A)])) == 2


def test_amounts_that_disagree_are_kept_and_the_one_of_most_articles_leads() -> None:
    deal = only(reading("a", yuan(10e9)), reading("b", yuan(15e9)), reading("c", yuan(15e9)))
    (conflict,) = deal.conflicts
    assert deal.amount == yuan(15e9)
    assert (conflict.field, [value for value, _ in conflict.values]) == (
        "amount", ["15000000000 CNY", "10000000000 CNY"],
    )  # fmt: skip
    assert [len(ids) for _, ids in conflict.values] == [2, 1]


def test_among_equals_the_later_article_leads() -> None:
    early, late = reading("a", yuan(15e9), published="2020-03-01"), reading("b", yuan(10e9), published="2020-03-09")
    assert only(early, late).amount == yuan(10e9)


def test_among_equals_the_more_specific_leads() -> None:
    exact, vague = reading("a", yuan(10e9)), reading("b", yuan(15e9, Qualifier.UP_TO))
    assert only(exact, vague).amount == yuan(10e9)


@pytest.mark.parametrize(
    "other",
    [yuan(15.1e9, Qualifier.ABOUT), Money(2.1e9, "USD"), Money(15e9, "CNY", also=((2.1e9, "USD"),)),
     Money(15e9, "CNY", lower=14e9, upper=16e9)],
)  # fmt: skip
def test_one_amount_said_in_two_ways_is_no_conflict(other: Money) -> None:
    assert only(reading("a", yuan(15e9)), reading("b", other)).conflicts == ()


def test_another_currency_that_cannot_be_the_same_is_a_conflict() -> None:
    assert [c.field for c in only(reading("a", yuan(15e9)), reading("b", Money(9e9, "USD"))).conflicts] == ["amount"]


def test_two_amounts_of_one_article_are_two_deals() -> None:
    first, second = deals([reading("a", yuan(15e9), at=0), reading("a", yuan(3e9), at=100)])
    assert {first.amount, second.amount} == {yuan(15e9), yuan(3e9)}
    assert first.id != second.id


def test_deals_with_dates_years_apart_are_two() -> None:
    assert len(deals([reading("a", date="2018-03"), reading("b", date="2023-05")])) == 2
    done = Status.COMPLETED
    assert len(deals([reading("a", date="2018-03", status=done), reading("b", date="2023-05", status=done)])) == 2


def test_years_later_the_same_deal_may_have_gone_on() -> None:
    deal = only(
        reading("a", yuan(15e9), date="2018-03", published="2018-03-02", status=Status.AGREED),
        reading("b", yuan(15e9), date="2021-05", published="2021-05-02", status=Status.COMPLETED),
    )
    assert [str(status) for _, status in deal.history] == ["agreed", "completed"]


def test_an_article_of_years_later_may_speak_of_the_old_deal_but_not_with_another_amount() -> None:
    old = reading("a", yuan(15e9), published="2018-03-02")
    assert len(deals([old, reading("b", published="2022-03-02")])) == 1
    assert len(deals([old, reading("b", yuan(15e9), published="2022-03-02")])) == 1
    assert len(deals([old, reading("b", yuan(3e9), published="2022-03-02")])) == 2


def test_different_places_are_two_deals_and_a_district_of_one_is_the_same() -> None:
    wuhan, hefei, district = ("w", "hubei"), ("h", "anhui"), ("d", "w", "hubei")
    assert len(deals([reading("a", places=wuhan), reading("b", places=hefei)])) == 2
    deal = only(reading("a", places=wuhan), reading("b", places=district))
    assert deal.place == "d"


def test_a_deal_has_a_history() -> None:
    deal = only(
        reading("c", published="2021-05-01", status=Status.COMPLETED),
        reading("a", published="2020-03-01", status=Status.PROPOSED, date="2021"),
        reading("b", published="2020-09-01", status=Status.AGREED, date="2021"),
    )
    assert [str(status) for _, status in deal.history] == ["proposed", "agreed", "completed"]
    assert deal.status is Status.COMPLETED
    assert deal.conflicts == ()


def test_signed_and_in_talks_on_one_day_is_a_conflict() -> None:
    deal = only(
        reading("a", published="2020-03-01", status=Status.AGREED),
        reading("b", published="2020-03-01", status=Status.PROPOSED),
        reading("c", published="2020-03-01", status=Status.AGREED),
    )
    assert deal.status is Status.AGREED
    assert [(c.field, c.values[0][0]) for c in deal.conflicts] == [("status", "agreed")]


def test_signed_and_under_way_on_one_day_is_none() -> None:
    assert only(reading("a", status=Status.AGREED), reading("b", status=Status.ACTIVE)).conflicts == ()


def test_a_cancelled_deal_has_ended_and_that_is_its_history() -> None:
    deal = only(
        reading("a", published="2020-03-01", status=Status.AGREED),
        reading("b", published="2020-09-01", status=Status.ENDED),
    )
    assert (deal.status, deal.conflicts) == (Status.ENDED, ())


def test_the_more_precise_date_leads_without_conflict() -> None:
    deal = only(reading("a", date="2020"), reading("b", date="2020-03-09"))
    assert (deal.date, deal.conflicts) == ("2020-03-09", ())


def test_confidence_grows_with_articles_not_with_repetition() -> None:
    assert only(reading("a", confidence=0.5), reading("a", confidence=0.5, at=9)).confidence == 0.5
    assert only(reading("a", confidence=0.5), reading("b", confidence=0.5)).confidence == 0.75


def test_a_further_deal_does_not_change_the_id_of_the_first() -> None:
    first = reading("a", yuan(15e9), published="2018-01-01", date="2018-01")
    later = reading("b", yuan(3e9), published="2023-01-01", date="2023-01")
    assert only(first).id in {deal.id for deal in deals([first, later])}


def test_readings_are_in_the_order_of_publication() -> None:
    deal = only(reading("b", published="2020-02-01"), reading("c"), reading("a", published="2020-03-01"))
    assert [fact.doc for fact in deal.readings] == ["b", "a", "c"]
