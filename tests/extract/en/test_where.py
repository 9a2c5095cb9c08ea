"""What is said to lie somewhere or to take part in something, and what is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import facts_of
from kg.extract.en.frames import frames
from kg.extract.en.mentions import annotate
from kg.model import Document

Parse = Callable[[str], Doc]
SECONDARY = frozenset({"located_in", "participates_in"})


def _secondary(doc: Doc) -> set[str]:
    found = facts_of(doc, Document("a.txt", doc.text), annotate(doc), frames())
    return {f"{f.subject.name} {f.relation!s} {f.object.name}" for f in found if str(f.relation) in SECONDARY}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Orbico Systems bought a data centre in Gdansk.", "data centre located_in Gdansk"),
        ("Calgary, Alberta-based Orbico Systems grew.", "Orbico Systems located_in Calgary"),
        ("Gdansk-based Orbico Systems grew.", "Orbico Systems located_in Gdansk"),
        ("Gdansk-based Orbico's shares rose.", "Orbico located_in Gdansk"),
        ("Richmond, Va.-based Orbico Systems owns a mill.", "Orbico Systems located_in Richmond"),
        ("Seattle-based companies such as Orbico and Acme hired more.", "Orbico located_in Seattle"),
        ("They bought Myanmar-based telecoms provider, Orbico, last year.", "Orbico located_in Myanmar"),
        ("US based consultancy firm Orbico Systems Inc won the tender.", "Orbico Systems Inc located_in United States"),
        ("Orbico, whose headquarters are in Cupertino, reported a profit.", "Orbico located_in Cupertino"),
        ("Orbico has offices in Gdansk, Berlin and London.", "Orbico located_in Berlin"),
        ("Orbico's Gdansk headquarters were searched.", "Orbico located_in Gdansk"),
        ("The Ministry of Energy headquarters in Lusaka was closed.", "Ministry of Energy located_in Lusaka"),
        (
            "Shares may fall, said Per Olsen, analyst at Orbico Securities in Gdansk.",
            "Orbico Securities located_in Gdansk",
        ),
        ("The map was given to Lindal University in Gdansk.", "Lindal University located_in Gdansk"),
        ("The Federal High Court, Abuja, ruled on Monday.", "Federal High Court located_in Abuja"),
        ("The Houston company Orbico Systems grew.", "Orbico Systems located_in Houston"),
        ("Orbico Systems of Gdansk, its largest shareholder, did not comment.", "Orbico Systems located_in Gdansk"),
        ("They landed at Gdansk's Lindal International Airport.", "Lindal International Airport located_in Gdansk"),
        (
            "Orbico Systems laid off workers at its Detroit, Michigan, assembly plant.",
            "assembly plant located_in Detroit",
        ),
        ("Orbico Systems will build a new cement plant in Gdansk.", "cement plant located_in Gdansk"),
        (
            "He works in a geothermal well being drilled in the town of Lindby.",
            "geothermal well located_in town of Lindby",
        ),
        ("The meeting was held at Lindal Hotel, Gdansk, on Monday.", "Lindal Hotel located_in Gdansk"),
        ("Orbico Systems launched a project in Alsace, France.", "Alsace located_in France"),
        ("The paper will be printed by Orbico Systems in Gdansk.", "Orbico Systems located_in Gdansk"),
        ("They sold them to Orbico Systems - a company in Newport Beach.", "Orbico Systems located_in Newport Beach"),
        ("Orbico, a company that builds networks, is based in Denver, Colo.", "Orbico located_in Denver"),
        ("He lives in the Pilbara region of Western Australia.", "Pilbara located_in Western Australia"),
        (
            "Anna Lindqvist said so on Monday at the Digital Cities Summit in Gdansk.",
            "Digital Cities Summit located_in Gdansk",
        ),
    ],
)
def test_said(parse: Parse, text: str, fact: str) -> None:
    assert fact in _secondary(parse(text))


@pytest.mark.parametrize(
    "text",
    [
        "The flood washed away bridges in Gdansk.",
        "Per Olsen was sentenced to two years in prison in Poland.",
        "Anna Lindqvist of Orbico told a news conference in Gdansk that the plan was ready.",
        "Orbico Systems will lay off workers, the US company said.",
        "Gdansk-based Orbico users may see the change.",
        "Orbico grew in Poland, said Per Olsen, who works at Orbico in Poland.",
        "The US company Orbico Systems grew.",
        "Lindal University and Gdansk agreed.",
        "Orbico sold its shares in Gdansk.",
        "Orbico Systems will open its headquarters in Gdansk.",
        "Orbico Systems did not build a plant in Gdansk.",
        "Orbico Systems met Tandem Motors in Gdansk.",
        "The mayor criticised Orbico Systems in Gdansk on Monday.",
        "They praised the partnership with Orbico Systems in Gdansk.",
        "He travelled to Texas, Ontario and Bavaria.",
    ],
)
def test_not_said(parse: Parse, text: str) -> None:
    assert not _secondary(parse(text))


def test_seat_is_the_city(parse: Parse) -> None:
    assert "Orbico Systems located_in Alberta" not in _secondary(parse("Calgary, Alberta-based Orbico Systems grew."))


def _primary(doc: Doc) -> set[str]:
    found = facts_of(doc, Document("a.txt", doc.text), annotate(doc), frames())
    return {f"{f.subject.name} {f.relation!s} {f.object.name}" for f in found if str(f.relation) not in SECONDARY}


def test_region_behind_a_city_is_no_party(parse: Parse) -> None:
    found = _primary(parse("Orbico Systems has signed an agreement with the city of Austin, Texas to build a plant."))
    assert any("Austin" in fact for fact in found)
    assert not any("Texas" in fact for fact in found)


def test_country_before_a_noun_is_an_adjective(parse: Parse) -> None:
    found = _primary(parse("A US judge banned Orbico Systems from taking part in the auction."))
    assert not any(fact.startswith("United States sanctions") for fact in found)
