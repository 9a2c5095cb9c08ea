"""Who puts money into what, who gives it to whom, who builds what: the ways in which reporters state it.

The sentences are test material with invented facts.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document

Parse = Callable[[str], Doc]
_MILLION = 1_000_000
_UNSURE = 0.4  # the rules are tested here, not how sure they are


def _stated(parse: Parse, text: str) -> set[tuple[str, str, str, int | float | None]]:
    doc = parse(text)
    facts = extract_doc(doc, Document("test", doc.text, published="2024-05-22"), min_confidence=_UNSURE)
    return {(f.subject.name, str(f.relation), f.object.name, f.amount.value if f.amount else None) for f in facts}


@pytest.mark.parametrize(
    ("text", "investor", "target", "millions"),
    [
        ("Glencore has sunk $3 billion into the Koniambo nickel mine.", "Glencore", "Koniambo nickel mine", 3000),
        ("Pfizer has put $20 million into Lucid.", "Pfizer", "Lucid", 20),
        ("Vale said it would invest $40 million in expanding its mine in Zambia.", "Vale", "mine", 40),
        ("Toyota's total investment in the plant will exceed $700 million.", "Toyota", "plant", 700),
        ("The factory represents an investment of $700 million by Honda.", "Honda", "factory", 700),
        ("With an investment of $700 million, Honda is building a plant in Ohio.", "Honda", "plant", 700),
        ("Lucid has raised $400 million from SoftBank.", "SoftBank", "Lucid", 400),
        ("Honda expanded its plant in Swindon as part of a $50 million investment.", "Honda", "Swindon", 50),
        ("It is a plant in Ohio, where Honda is going to invest $60 million.", "Honda", "Ohio", 60),
        ("China's State Council has pledged $2 million to modernise roads.", "State Council", "China", 2),
        ("It follows Kenya's pledge last year to invest $2 billion in Ethiopia.", "Kenya", "Ethiopia", 2000),
    ],
)
def test_who_invests(text: str, investor: str, target: str, millions: int, parse: Parse) -> None:
    assert (investor, "invests", target, millions * _MILLION) in _stated(parse, text)


@pytest.mark.parametrize(
    ("text", "giver", "receiver", "millions"),
    [
        ("Nissan has been offered £80m by the German government.", "Germany", "Nissan", 80),
        ("The German government has provided Nissan with £5m.", "Germany", "Nissan", 5),
        ("Nissan won a share of £5m in funding from the German government.", "Germany", "Nissan", 5),
        ("A donation of $2 million from Nissan went to Kenya.", "Nissan", "Kenya", 2),
        ("Nissan raised $2 million, including a grant of $1 million from Kenya.", "Kenya", "Nissan", 1),
        ("Nissan raised $40 million and won a $3 million grant from Kenya.", "Kenya", "Nissan", 3),
        ("Nissan has donated equipment worth $2 million to Kenya.", "Nissan", "Kenya", 2),
        ("Nissan is eligible for $9 million in incentives from Ohio.", "Ohio", "Nissan", 9),
        ("The World Bank approved $750 million in loans to support reforms in Kenya.", "World Bank", "Kenya", 750),
        ("The railway was financed with a loan of $2 million from the World Bank.", "World Bank", "railway", 2),
    ],
)
def test_who_gives(text: str, giver: str, receiver: str, millions: int, parse: Parse) -> None:
    assert (giver, "funds", receiver, millions * _MILLION) in _stated(parse, text)


@pytest.mark.parametrize(
    ("text", "builder", "facility"),
    [
        ("Google laid the foundation stone of a data centre near Berlin.", "Google", "data centre"),
        ("Google has a data centre under construction near Berlin.", "Google", "data centre"),
        ("Construction of Google's data centre near Berlin began in May.", "Google", "data centre"),
        ("Ford has paused work on a battery plant in Ohio.", "Ford", "battery plant"),
        ("Berlin will be home to Ford's European headquarters.", "Ford", "European headquarters"),
        ("The new factory in Szeged will be Ford's second in Europe.", "Ford", "factory"),
        ("Ford was awarded a contract for the construction of a data centre.", "Ford", "data centre"),
        ("Peru has tasked Ford with building a data centre.", "Ford", "data centre"),
        ("The plant of Nissan is being built by Ford.", "Ford", "plant"),
        ("The groundbreaking for Ford's plant in Ohio took place in May.", "Ford", "plant"),
        ("The permit is for a production line at Ford's plant.", "", ""),
        ("A minister of Peru inaugurated a plant of Ford on Monday.", "Ford", "plant"),
        ("Ford will spend $2 billion on a data centre in Ohio.", "Ford", "data centre"),
        ("Ford will spend $2 billion on the data centre in Ohio.", "", ""),
        ("The hotel belongs to Ford, which plans to have its headquarters there.", "Ford", "headquarters"),
        ("Peru's state signed an agreement with Ford for a data centre in Lima.", "Ford", "data centre"),
        ("Ford has proposed to set up a plant in Peru at an investment of $5 million.", "Ford", "plant"),
        ("Nissan has been selected by Ford to build a plant.", "Nissan", "plant"),
        ("Peru has lent Kenya $5 billion to build a railway.", "Kenya", "railway"),
    ],
)
def test_who_builds(text: str, builder: str, facility: str, parse: Parse) -> None:
    stated = {(s, o) for s, relation, o, _ in _stated(parse, text) if relation == "builds"}
    assert stated == ({(builder, facility)} if builder else set())


def test_who_was_kept_from_building_builds_nothing(parse: Parse) -> None:
    stated = _stated(parse, "Sweden has blocked Huawei from building 5G networks.")
    assert "builds" not in {relation for _, relation, _, _ in stated}


@pytest.mark.parametrize(
    "text",
    [
        "The round of talks, led by Egypt, ended without a deal between Toyota and Honda.",
        "The US Air Force awarded Boeing a $500 million contract.",
        "Poland will pay Boeing $500 million for helicopters.",
        "Ford has its headquarters in Dearborn.",
        "Nissan will close its plant in Barcelona.",
        "Oracle participated in the summit in Riyadh.",
        "Toyota opened a case against Honda.",
    ],
)
def test_what_is_no_money_given_and_no_facility_built(text: str, parse: Parse) -> None:
    assert not {relation for _, relation, _, _ in _stated(parse, text)} & {"invests", "funds", "builds"}


def test_the_first_one_takes_up_the_plant_that_was_called_first(parse: Parse) -> None:
    text = "Ford opened its first Polish factory. It plans a second plant. Poland gave $9 million for the first one."
    stated = {(s, o) for s, relation, o, _ in _stated(parse, text) if relation == "funds"}
    assert stated == {("Poland", "first Polish factory")}
