"""Roles are the same whatever the voice and clause."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.arguments import arguments
from kg.extract.en.syntax import conjuncts
from kg.extract.en.tokens import Token, plain

Parse = Callable[[str], Doc]


def _token(doc: Doc, word: str) -> Token:
    return next(token for token in plain(doc) if token.text == word)


def _role(doc: Doc, trigger: str, role: str) -> list[str]:
    return [argument.token.text for argument in arguments(_token(doc, trigger)).get(role, ())]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Siemens built the plant in Cairo.", "built"),
        ("The plant was built by Siemens in Cairo.", "built"),
        ("The plant that Siemens built in Cairo is large.", "built"),
        ("The plant built by Siemens in Cairo is large.", "built"),
        ("Siemens plans to build the plant in Cairo.", "build"),
        ("Siemens, which built the plant in Cairo, is large.", "built"),
    ],
)
def test_voice_and_clause_do_not_matter(text: str, trigger: str, parse: Parse) -> None:
    doc = parse(text)
    assert "Siemens" in _role(doc, trigger, "agent")
    assert _role(doc, trigger, "patient") == ["plant"]


def test_a_controlled_infinitive_has_the_object_as_agent(parse: Parse) -> None:
    assert _role(parse("The court ordered Siemens to stop the work."), "stop", "agent") == ["Siemens"]


def test_who_is_kept_from_something_is_its_agent(parse: Parse) -> None:
    assert _role(parse("The court blocked Siemens from building the plant."), "building", "agent") == ["Siemens"]


def test_a_pledge_is_its_owners_where_its_infinitive_hangs_on_the_verb(parse: Parse) -> None:
    doc = parse("It follows Kenya's commitment earlier this year to invest $2 billion in the port.")
    assert _role(doc, "invest", "agent") == ["Kenya"]


def test_a_noun_has_its_own_prepositions(parse: Parse) -> None:
    doc = parse("An investment by Samsung in Vietnam was approved.")
    assert _role(doc, "investment", "by") == ["Samsung"]
    assert _role(doc, "investment", "in") == ["Vietnam"]


def test_prepositions_of_an_adverb_are_the_verbs(parse: Parse) -> None:
    assert _role(parse("Tencent cooperates closely with Wuhan."), "cooperates", "with") == ["Wuhan"]


def test_conjuncts_are_in_text_order(parse: Parse) -> None:
    doc = parse("Bosch, Infineon and Siemens signed.")
    assert [t.text for t in conjuncts(_token(doc, "Bosch"))] == ["Bosch", "Infineon", "Siemens"]


@pytest.mark.parametrize(
    "text",
    [
        "Permission was given to Siemens to build a plant.",
        "The ministry granted Siemens a licence to build a plant.",
        "Siemens landed a deal to build a plant.",
        "Siemens to build a plant",
    ],
)
def test_who_may_do_what_an_infinitive_says(text: str, parse: Parse) -> None:
    assert _role(parse(text), "build", "agent") == ["Siemens"]


@pytest.mark.parametrize(
    "text", ["Siemens is one of the firms that built it.", "Siemens was among the firms that built it."]
)
def test_one_of_many_is_who_acts(text: str, parse: Parse) -> None:
    assert _role(parse(text), "built", "agent") == ["Siemens"]


def test_a_plan_that_is_a_subject_has_no_other_subjects_as_holders(parse: Parse) -> None:
    assert "Siemens" not in _role(parse("A plan to build a plant has failed, and Siemens is sad."), "build", "agent")


def test_an_apposition_with_a_clause_of_its_own_names_who_acts(parse: Parse) -> None:
    doc = parse("Orbico, a Croatian firm that built the plant, has sold it.")
    assert _role(doc, "built", "agent") == ["Orbico"]
