"""What others only want, fear or foresee is no fact, and what was lifted or fell through is over. All is invented."""

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
        ("The union urged Lindal Air to make a bid for Orbico Systems.", Relation.OWNS),
        ("Protesters demanded that Lindal University cut ties with Norway.", Relation.PARTNERS_WITH),
        ("We hope Kenya and Norway will make joint efforts to promote trade.", Relation.PARTNERS_WITH),
        ("The minister hopes Kenya and Norway would sign an agreement on fish.", Relation.PARTNERS_WITH),
        ("Mediators renewed a push to reach a trade deal between Kenya and Norway.", Relation.PARTNERS_WITH),
        ("It paves the way to a trade deal between Kenya and Norway.", Relation.PARTNERS_WITH),
        ("He is fearful that Kenya and Norway could cut a deal.", Relation.PARTNERS_WITH),
        ("The government wants Orbico Systems to invest $20 million in Kenya.", Relation.INVESTS),
        ("Tandem Motors should build a car factory in Kenya, the president told the paper.", Relation.BUILDS),
        ("The Kenyan government has been loath to provide Norway with weapons.", Relation.SUPPLIES),
        (
            "The council withdrew the statement that Nokia supplies radios to the Ministry of Defence.",
            Relation.SUPPLIES,
        ),
        ("An earlier version of this story incorrectly stated that Nokia was banned in Kenya.", Relation.SANCTIONS),
        ("Analysts expect Orbico Systems to buy Nordbank.", Relation.OWNS),
        ("The fortune is big enough to buy Orbico Systems, and Nordbank knows.", Relation.OWNS),
        ("The minister turned to Nordbank to pay for the Lindal bridge.", Relation.FUNDS),
        ("Nordbank bought shares, allowing Orbico Systems to grow, and Kenya sold them.", Relation.APPROVES),
        ("They stressed the need to invest $3 billion in Nokia, and Kenya heard them.", Relation.INVESTS),
        ("Jane Doe should use her trip to agree to pour $10 million into Nokia.", Relation.INVESTS),
        ("Nordbank, a non-shareholder of Nokia, was paid.", Relation.OWNS),
        ("Nokia was granted a licence for a site in Takora.", Relation.APPROVES),
        ("US adds Nokia to list of approved radio vendors", Relation.SANCTIONS),
        ("Nokia made the highest bid for Nordbank.", Relation.SUPPLIES),
        ("The Court of Appeal cleared Jane Doe of the charge.", Relation.APPROVES),
    ],
)
def test_what_is_only_wished_or_taken_back_is_no_fact(parse: Parse, text: str, relation: Relation) -> None:
    assert _facts(parse, text, relation) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Lindal Air made a bid for Orbico Systems.", Relation.OWNS),
        ("Orbico Systems hopes to build a car factory in Kenya.", Relation.BUILDS),
        ("Kenya and Norway hope to sign an agreement on fish.", Relation.PARTNERS_WITH),
        ("Nokia said that it should open its plant in Lindal by June 2027.", Relation.BUILDS),
        ("Critics fear the trade deal between Kenya and Norway, which was signed in May.", Relation.PARTNERS_WITH),
        (
            "The council published the statement that Nokia supplies radios to the Ministry of Defence.",
            Relation.SUPPLIES,
        ),
        ("Nokia makes chips for Toyota.", Relation.SUPPLIES),
        ("Nokia was put on the Commerce Department's entity list.", Relation.SANCTIONS),
        ("Nokia was granted a licence to explore in Kenya.", Relation.APPROVES),
        ("The European Commission cleared Orbico Systems to buy Nordbank.", Relation.APPROVES),
        ("It was praised for letting Nokia build a plant in Kenya.", Relation.BUILDS),
    ],
)
def test_what_a_party_hopes_or_does_itself_stays(parse: Parse, text: str, relation: Relation) -> None:
    assert _facts(parse, text, relation)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Kenya has lifted export restrictions on software to Norway.", Relation.SANCTIONS),
        ("Kenya lifts ban on five Norwegian beef exporters", Relation.SANCTIONS),
        ("The agreement between Kenya and Norway appears to have broken down.", Relation.PARTNERS_WITH),
        ("Last week Nokia cancelled a planned $1.6 billion investment in Kenya.", Relation.INVESTS),
        ("In June, Nordbank abandoned a planned $1.3 billion acquisition of Orbico Systems.", Relation.OWNS),
        ("They had signed a pact for Nordbank to buy Orbico Systems, but the deal collapsed.", Relation.OWNS),
    ],
)
def test_what_was_lifted_or_fell_through_is_over(parse: Parse, text: str, relation: Relation) -> None:
    assert [f.status for f in _facts(parse, text, relation)] == [Status.ENDED]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Kenya has revoked the licence of Orbico Systems.", Status.COMPLETED),
        ("Orbico Systems had its licence revoked by Kenya.", Status.COMPLETED),
        ("Orbico Systems and Nordbank just had their licences taken back by Kenya.", Status.COMPLETED),
        ("Orbico Systems will have its licence revoked by Kenya.", Status.PLANNED),
    ],
)
def test_a_licence_that_is_taken_is_no_sanction_lifted(parse: Parse, text: str, status: Status) -> None:
    assert {f.status for f in _facts(parse, text, Relation.SANCTIONS)} == {status}
    assert not _facts(parse, text, Relation.APPROVES)


def test_who_is_praised_for_a_deed_did_it(parse: Parse) -> None:
    facts = _facts(parse, "Kenya praised Nokia for announcing an investment in Norway.", Relation.INVESTS)
    assert [(f.subject.name, f.object.name) for f in facts] == [("Nokia", "Norway")]


def test_before_a_relative_pronoun_only_its_noun_owns(parse: Parse) -> None:
    facts = _facts(parse, "Nokia, Toyota, and Alphabet, which owns Google, are looked into.", Relation.OWNS)
    assert {f.subject.name for f in facts} == {"Alphabet"}


def test_a_nameless_venture_is_the_firm_founded_as_one(parse: Parse) -> None:
    text = "Orbico Systems was founded in 2001 as a joint venture between Nokia and Toyota."
    facts = _facts(parse, text, Relation.OWNS)
    assert {(f.subject.name, f.object.name) for f in facts} == {
        ("Nokia", "Orbico Systems"),
        ("Toyota", "Orbico Systems"),
    }
