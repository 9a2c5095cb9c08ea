"""Ends that a sentence does not say are guessed only from what the article speaks of again and again."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document, Relation

Parse = Callable[[str], Doc]
_OFTEN = "Ofgem watches energy. Ofgem has rules, and Ofgem has staff. "


def _sanctions(parse: Parse, text: str) -> list[tuple[str, str]]:
    doc = parse(text)
    facts = extract_doc(doc, Document("a", doc.text))
    return [(fact.subject.name, fact.object.name) for fact in facts if fact.relation is Relation.SANCTIONS]


def test_a_company_is_fined_by_the_authority_of_the_article(parse: Parse) -> None:
    assert _sanctions(parse, _OFTEN + "Shell has been fined over its meters.") == [("Ofgem", "Shell")]


def test_who_fined_a_company_is_not_guessed_where_it_is_said(parse: Parse) -> None:
    assert _sanctions(parse, _OFTEN + "Shell was fined over its meters by an unnamed office.") == []


def test_who_banned_or_charged_a_company_is_not_guessed(parse: Parse) -> None:
    assert _sanctions(parse, _OFTEN + "Shell was banned in May, and Shell was prosecuted over its meters.") == []


def test_an_authority_named_once_is_not_guessed(parse: Parse) -> None:
    assert _sanctions(parse, "Ofgem watches energy. Shell has been charged over its meters.") == []


def test_by_whom_a_person_is_charged_is_not_guessed(parse: Parse) -> None:
    assert _sanctions(parse, _OFTEN + "Jane Dorrit has been charged over her meters.") == []


def test_who_is_charged_with_a_task_is_not_prosecuted(parse: Parse) -> None:
    assert _sanctions(parse, "The Kenyan government charged Orbico Systems with the task of building roads.") == []


def test_a_ban_on_goods_is_not_one_on_the_main_company(parse: Parse) -> None:
    text = "Toyota sells cars. Toyota is large, and Toyota grows. The Kenyan ban on old lorries took effect."
    assert _sanctions(parse, text) == []


def test_a_ban_that_names_nobody_is_not_one_on_the_main_company(parse: Parse) -> None:
    text = "Kenya looked at Toyota. Toyota is large, and Toyota grows. The Kenyan ban took effect in May."
    assert _sanctions(parse, text) == []


def test_a_country_jails_and_a_city_is_only_where(parse: Parse) -> None:
    assert _sanctions(parse, "Ahmet Kaya was jailed in Nigeria in May.") == [("Nigeria", "Ahmet Kaya")]
    assert _sanctions(parse, "Ahmet Kaya was jailed in Lagos in May.") == []


def test_a_judge_of_a_country_is_not_the_country(parse: Parse) -> None:
    assert _sanctions(parse, "A US judge banned Gazprom from the auction.") == [("US judge", "Gazprom")]


def test_a_fine_on_a_condition_is_none(parse: Parse) -> None:
    assert _sanctions(parse, "If Toyota fails to pay, the Bank of Ghana will fine Toyota.") == []
    assert _sanctions(parse, "The Bank of Ghana will fine Toyota.") == [("Bank of Ghana", "Toyota")]
