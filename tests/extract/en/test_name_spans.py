"""Where names begin and end: titles, fields, "and", possessives, brands in lower case."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.mentions import annotate

Parse = Callable[[str], Doc]
TypesOf = Callable[[str], dict[str, str]]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Orbico joined the Schools of Excellence Company in a course.", "Schools of Excellence Company", "Company"),
        (
            "The state Board of Clinical Medicine and Surgery also fined Orbico.",
            "Board of Clinical Medicine and Surgery",
            "GovernmentBody",
        ),
        (
            "It was paid by the National Fund for Coastal Protection and Water Management.",
            "National Fund for Coastal Protection and Water Management",
            "Organization",
        ),
        ("The Department for Families and the Ellis Beck Trust paid.", "Department for Families", "GovernmentBody"),
        ("Tandem Energy and Nord Energy will provide the power.", "Tandem Energy", "Company"),
        (
            "The grant came from the Ministry for the Environment, Energy, and Climate Protection.",
            "Ministry for the Environment, Energy, and Climate Protection",
            "GovernmentBody",
        ),
        (
            "He is chair of the Senate Health, Education, Labor and Pensions Committee.",
            "Senate Health, Education, Labor and Pensions Committee",
            "GovernmentBody",
        ),
        ("The report is by the Regional Panel on Coastal Change.", "Regional Panel on Coastal Change", None),
        (
            "It gave money to the United Nations High Commissioner for Refugees.",
            "United Nations High Commissioner for Refugees",
            None,
        ),
        (
            "It paid the Office of the United Nations High Commissioner for Refugees.",
            "Office of the United Nations High Commissioner for Refugees",
            None,
        ),
        ("Senate Majority Leader Per Olsen said so.", "Per Olsen", "Person"),
        ("Justice Department Special Counsel Per Olsen said so.", "Justice Department", "GovernmentBody"),
        ("Minister of State for Rural Affairs Temba Oduyavu spoke.", "Temba Oduyavu", "Person"),
        ("The Minister of Health, Senator Kate Brandt, agreed.", "Ministry of Health", "GovernmentBody"),
        ("The minister met Chris Brandt MP in Lagos.", "Chris Brandt", "Person"),
        ("The chairman, Mr Ada Lund Brandt KC OBE, said so.", "Ada Lund Brandt", "Person"),
        (
            "The Lindby County Sheriff's Department bought drones.",
            "Lindby County Sheriff's Department",
            "GovernmentBody",
        ),
        ("The Transport & General Worker's Union agreed.", "Transport & General Worker's Union", "Organization"),
        ("It was signed by Judy Obira–Gamma in Kampala.", "Judy Obira–Gamma", "Person"),
        ("New EU tariffs hit Orbico.", "European Union", "Place"),
        ("The Scottish firm pureLamp is set to grow.", "pureLamp", "Company"),
        ("The lamps are made by the startup ovarviewo. It grew.", "ovarviewo", "Company"),
        ("Drilling is done by state-owned Rotavka kft.", "Rotavka kft", "Company"),
        ("Orbico is based in the British Virgin Islands.", "British Virgin Islands", "Place"),
    ],
)
def test_span(parse: Parse, text: str, name: str, kind: str | None) -> None:
    annotation = annotate(parse(text))
    found = {n: e.type.value for e in annotation.entities for n in (e.name, *e.names)}
    assert name in found
    assert kind in (None, found[name])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Minister for Trade, Lindby Province, Ms. Jane Doe, agreed.", "Ministry for Trade, Lindby Province"),
        ("The Prime Minister of Samoa, the Honourable Jane Doe, agreed.", "Ministry of Samoa"),
        ("Venture capital (VC) and private equity (PE) deals grew.", "VC"),
        ("Internal Affairs Minister Jane Doe wrote to Orbico.", "Internal Affairs"),
        ("The eCommerce firm Orbico grew.", "eCommerce"),
        ("The National Recovery and Resilience Plan pays for it.", "National Recovery"),
        ("His Highness the Emir agreed.", "His Highness"),
    ],
)
def test_no_such_name(types_of: TypesOf, text: str, wrong: str) -> None:
    assert wrong not in types_of(text)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Rex Tillmann spoke. The plan of Tillmann is new, and Tillmann signed.", "Rex Tillmann", "Person"),
        ("Meral Ivaks, 53, Lindby, was charged.", "Meral Ivaks", "Person"),
        ("Orbico opened a plant in Lindbyhavn.", "Lindbyhavn", "Place"),
        ("The Lindby County Child Safety Task Force met.", "Lindby County Child Safety Task Force", "Organization"),
        ("The Nordic Venture Association, a lobbying group, agreed.", "Nordic Venture Association", "Organization"),
        ("It was approved by the Board of Investment of Samoa.", "Board of Investment of Samoa", "GovernmentBody"),
        ("The company runs Lindby Correctional Center.", "Lindby Correctional Center", "Facility"),
        ("A loan came from the Caribbean Development Bank.", "Caribbean Development Bank", "Organization"),
        ("The bill passed in the U.S. House of Representatives.", "U.S. House of Representatives", "GovernmentBody"),
    ],
)
def test_type(types_of: TypesOf, text: str, name: str, kind: str) -> None:
    assert types_of(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Kenyan ministry of health signed the deal.", "Kenyan ministry of health", "GovernmentBody"),
        (
            "The Dutch ministry of infrastructure and water management hired Orbico.",
            "Dutch ministry of infrastructure and water management",
            "GovernmentBody",
        ),
        ("The Indonesian air force bought the planes.", "Indonesian air force", "GovernmentBody"),
        ("The Lagos Pollution Control Board fined Orbico.", "Lagos Pollution Control Board", "GovernmentBody"),
        ("The Lindby Municipal Corporation hired Orbico.", "Lindby Municipal Corporation", "GovernmentBody"),
        ("The South African Revenue Service sued Orbico.", "South African Revenue Service", "GovernmentBody"),
        (
            "The Prince Albert County Board of Supervisors approved it.",
            "Prince Albert County Board of Supervisors",
            "GovernmentBody",
        ),
        ("Poland's Office of Consumer Protection fined Orbico.", "Office of Consumer Protection", "GovernmentBody"),
        ("The antitrust authority of Turkey fined Hepsiburada.", "antitrust authority", "GovernmentBody"),
        ("The Sultanate of Oman and Orbico signed.", "Sultanate of Oman", "Place"),
        ("The University of Cape Town hired Orbico.", "University of Cape Town", "Organization"),
        ("Lithuania's Ignitis will pay for it.", "Ignitis", "Company"),
        ("Orbico Security will guard the port.", "Orbico Security", "Company"),
        ("Taiwan's economics ministry and Wiron NeWeb met.", "Wiron NeWeb", "Company"),
        ("The province and Kakao Mobility signed.", "Kakao Mobility", "Company"),
        (
            "Contemporary Batteries Co., Limited hired her.",
            "Contemporary Batteries Co., Limited",
            "Company",
        ),
    ],
)
def test_bodies_and_firms_told_by_their_words(types_of: TypesOf, text: str, name: str, kind: str) -> None:
    assert types_of(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Its investments include Nvidia, Runwell Peak, and Intel.", ["Runwell Peak"]),
        ("It owns such brands as Cartier, Rothmandy and Siemens.", ["Rothmandy"]),
        ("PT Medca Cahaya Tarna started work on the plant.", ["PT Medca Cahaya Tarna"]),
        ("KU Children's Services has been awarded the contract.", ["KU Children's Services"]),
    ],
)
def test_firms_told_by_their_neighbours(types_of: TypesOf, text: str, names: list[str]) -> None:
    types = types_of(text)
    assert [types.get(name) for name in names] == ["Company"] * len(names)


def test_half_a_name_is_that_of_whom_the_article_began_with(parse: Parse) -> None:
    annotation = annotate(parse("Velta Infra grew. Its unit Velta Metro lost money. Velta hired nobody."))
    assert next(e for e in annotation.entities if "Velta" in e.names).name == "Velta Infra"


def test_a_kenyan_secretary_is_a_person(types_of: TypesOf) -> None:
    assert types_of("It was opened by Education CS Ezekia Machoga in July.")["Ezekia Machoga"] == "Person"
