"""Readings of one article side by side."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.en.merge import merge
from kg.extract.pipeline import extract
from kg.model import Document, EntityType, Evidence, Fact, Mention, Money, Relation, Status, Step

_FIRST, _SECOND = Evidence("Tencent invests.", 0, 16), Evidence("Tencent invested in Wuhan.", 17, 43)
_FACT = Fact(
    doc="a.txt",
    subject=Mention("Tencent", "Tencent", EntityType.COMPANY, 0, 7),
    relation=Relation.INVESTS,
    object=Mention("Wuhan", "Wuhan", EntityType.PLACE, 37, 42),
    evidence=_FIRST,
    status=Status.COMPLETED,
    confidence=0.6,
)


def test_the_surer_of_two_readings_of_a_sentence_stays() -> None:
    surer = replace(_FACT, confidence=0.9, rule="b")
    assert merge([_FACT, surer]) == (surer,)


def test_a_reading_without_amount_yields_to_one_with_it() -> None:
    with_amount = replace(_FACT, amount=Money(5, "USD"), confidence=0.5)
    assert merge([_FACT, with_amount]) == (with_amount,)


def test_a_date_is_shared_between_sentences() -> None:
    dated = replace(_FACT, evidence=_SECOND, date="2020-03")
    first, second = merge([_FACT, dated])
    assert (first.date, second.date) == ("2020-03", "2020-03")
    assert first.trace[-1].detail == "2020-03, from another sentence"


def test_a_date_is_not_shared_where_status_or_amounts_differ() -> None:
    other = replace(_FACT, evidence=_SECOND, date="2020-03", status=Status.PLANNED)
    assert merge([_FACT, other])[0].date is None
    rich, poor = (
        replace(_FACT, amount=Money(5, "USD")),
        replace(_FACT, evidence=_SECOND, date="2019", amount=Money(9, "USD")),
    )
    assert merge([rich, poor])[0].date is None


def test_symmetric_parties_are_one_whichever_comes_first() -> None:
    one = replace(_FACT, relation=Relation.PARTNERS_WITH)
    other = replace(one, subject=one.object, object=one.subject, confidence=0.7)
    assert merge([one, other]) == (other,)


def test_a_sum_told_twice_goes_to_what_is_named_more_fully() -> None:
    bare = replace(
        _FACT, object=Mention("infrastructure", "infrastructure", EntityType.FACILITY), amount=Money(7, "USD")
    )
    full = replace(
        bare, object=Mention("IT infrastructure", "IT infrastructure", EntityType.FACILITY), evidence=_SECOND
    )
    assert merge([bare, full]) == (full,)
    assert len(merge([bare, replace(full, amount=Money(8, "USD"))])) == 2


def test_a_guessed_place_yields_to_what_is_said_to_get_the_same_money() -> None:
    said = replace(_FACT, evidence=_SECOND, amount=Money(30_400_000_000, "USD"))
    guess = replace(_FACT, object=replace(_FACT.object, name="Hubei"), amount=Money(30_000_000_000, "USD"))
    guess = replace(guess, trace=(Step("object", "place: Hubei (cost 5, gazetteer)"),))
    assert merge([guess, said]) == (said,)
    other = replace(guess, amount=Money(5_000_000_000, "USD"))
    assert merge([other, said]) == (other, said)


def test_a_sum_for_a_factory_is_not_its_town_s_too() -> None:
    text = "Orbico announced it will invest $4 million to develop a factory in Shreveport."
    facts = extract(Document("a.txt", text, published="2024-05-22"))
    assert [f.object.name for f in facts if f.relation is Relation.INVESTS] == ["factory"]


def test_a_sum_for_a_town_stays_its_own() -> None:
    facts = extract(Document("a.txt", "Orbico will invest $4 million in Shreveport.", published="2024-05-22"))
    assert [f.object.name for f in facts if f.relation is Relation.INVESTS] == ["Shreveport"]
