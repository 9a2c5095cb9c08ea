"""What a sentence only pictures, calls untrue or takes back is no fact. All is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document, Fact, Relation, Status

Parse = Callable[[str], Doc]


def _facts(parse: Parse, text: str, relation: Relation) -> list[Fact]:
    doc = parse(text)
    return [f for f in extract_doc(doc, Document("test", doc.text)) if f.relation is relation]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            '"The council apologises and wishes to withdraw the statement that Orbico UK Limited supplies military '
            'equipment to the Kenyan Defence Forces."',
            Relation.SUPPLIES,
        ),
        ("The paper apologised for saying that the Ministry of Trade fined Orbico.", Relation.SANCTIONS),
        ("The Ministry of Trade would have fined Orbico had the talks failed.", Relation.SANCTIONS),
        ("Orbico could have bought Lindal Telecom, but chose not to.", Relation.OWNS),
        ("Orbico could have bought a 20 percent stake in Lindal Telecom.", Relation.OWNS),
        ("Imagine that Orbico owned Lindal Telecom.", Relation.OWNS),
        ("Orbico is too small to acquire Lindal Telecom.", Relation.OWNS),
        ("It would be a mistake for Orbico to build a battery factory in Kenya.", Relation.BUILDS),
        ("It is illegal for Orbico to sell vaccines to the Ministry of Health.", Relation.SUPPLIES),
        ("There is no evidence that Orbico signed an agreement with Lindal Telecom.", Relation.PARTNERS_WITH),
        ("Far from fining Orbico, the Ministry of Trade has pulled out.", Relation.SANCTIONS),
        ("A fake letter claimed that Orbico had acquired Lindal Telecom.", Relation.OWNS),
        ("A hoax press release said Jane Doe had headed Orbico.", Relation.LEADS),
        ("There were calls for Orbico to sign an agreement with Lindal Telecom.", Relation.PARTNERS_WITH),
        ("Orbico denied partnering with the Ministry of Health.", Relation.PARTNERS_WITH),
        ("Orbico is not licensed or accredited by the Ministry of Health.", Relation.APPROVES),
        ("The City Congress approved the resignation of mayor Jane Doe.", Relation.APPROVES),
        ("Norway hands over to China at midnight.", Relation.SUPPLIES),
        ("Tandem will go on making most of its cars at Lindal works.", Relation.SUPPLIES),
        ("Orbico would acquire Lindal Telecom only if the law changed.", Relation.OWNS),
        ("Orbico dismissed the claim that it had bought a 20 percent stake in Lindal Telecom.", Relation.OWNS),
    ],
)
def test_what_is_pictured_untrue_or_taken_back_is_no_fact(parse: Parse, text: str, relation: Relation) -> None:
    assert _facts(parse, text, relation) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "The mayor would like to apologise, and Orbico supplies drones to the Kenyan army.",
            Relation.SUPPLIES,
        ),
        ("Orbico would like to acquire Lindal Telecom.", Relation.OWNS),
        ("There is no doubt that Orbico signed an agreement with Lindal Telecom.", Relation.PARTNERS_WITH),
        ("A letter showed that Orbico had acquired Lindal Telecom.", Relation.OWNS),
        ("It was easy for Orbico to build a battery factory in Kenya.", Relation.BUILDS),
        ("Orbico was licensed and accredited by the Ministry of Health.", Relation.APPROVES),
        ("Norway handed over 20 tanks to Ukraine.", Relation.SUPPLIES),
        ("Orbico is large enough, and it has acquired Lindal Telecom.", Relation.OWNS),
    ],
)
def test_what_is_told_is_a_fact(parse: Parse, text: str, relation: Relation) -> None:
    assert _facts(parse, text, relation)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Ministry of Health pledged to award a $5 million grant to Orbico.", Status.PLANNED),
        ("The Ministry of Health has offered to award a $5 million grant to Orbico.", Status.PROPOSED),
        ("The Ministry of Health awarded a $5 million grant to Orbico.", Status.COMPLETED),
    ],
)
def test_a_pledge_to_give_has_not_given(parse: Parse, text: str, status: Status) -> None:
    assert [f.status for f in _facts(parse, text, Relation.FUNDS)] == [status]


def test_a_venture_that_describes_a_name_is_that_name(parse: Parse) -> None:
    text = (
        "Orbico got a contract from the Northern Lindal Partnership (NLP), an incorporated joint venture between "
        "Nordbank and Tandem Energy."
    )
    owned = {(f.subject.name, f.object.name) for f in _facts(parse, text, Relation.OWNS)}
    assert owned == {("Nordbank", "Northern Lindal Partnership"), ("Tandem Energy", "Northern Lindal Partnership")}


@pytest.mark.parametrize(
    ("text", "relation", "wrong"),
    [
        (
            "The judge of the US district court said agents took papers from the company's founder Victor Pell and "
            "its vice-president James Vale.",
            Relation.LEADS,
            "US district court",
        ),
        ("The Lions are owned by Orbico board members William Pell and his son.", Relation.OWNS, "Orbico"),
    ],
)
def test_who_is_only_named_beside_is_no_party(parse: Parse, text: str, relation: Relation, wrong: str) -> None:
    assert all(wrong not in (f.subject.name, f.object.name) for f in _facts(parse, text, relation))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("The Ministry of Trade sued Orbico for 5 million dollars in damages.", None),
        ("The Ministry of Trade sued Orbico, demanding 5 million dollars in damages.", None),
        ("The Ministry of Trade fined Orbico $5 million.", 5_000_000),
    ],
)
def test_damages_that_are_only_sought_are_no_amount(parse: Parse, text: str, amount: int | None) -> None:
    assert [f.amount and f.amount.value for f in _facts(parse, text, Relation.SANCTIONS)] == [amount]
