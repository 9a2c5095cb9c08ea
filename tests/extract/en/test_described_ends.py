"""Ends that a sentence only describes: nationality and names inside of a description, "it is a unit", "they"."""

from __future__ import annotations

from collections.abc import Callable

import pytest

References = Callable[[str], dict[str, list[str]]]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "The Indian rupee fell. China met India. The South Asian nation banned the app.",
            "The South Asian nation",
            "India",
        ),
        (
            "Dubai's Emirates Norbank holds shares of Vorzan Bank. Vorzan Bank and Rublan fell. The Dubai lender sold.",
            "lender",
            "Emirates Norbank",
        ),
        ("The Senate Banking Committee met. The committee left.", "The committee", "Senate Banking Committee"),
    ],
)
def test_a_description_is_of_who_is_known_to_be_so(references: References, text: str, words: str, names: str) -> None:
    assert references(text)[words] == [names]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The head of the Ruritanian Labour Party spoke. Jan Hill, the head of the Meretta party, was angry.", "party"),
        ("The National Guard Unit was set up. The Azov unit left the city.", "unit"),
        ("Germany met the European Union. The Nordic nation was absent.", "The Nordic nation"),
    ],
)
def test_another_name_inside_is_another_party(references: References, text: str, words: str) -> None:
    assert words not in references(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Qwello, a builder of networks, is based in Denver. It is a subsidiary of Anders Co.", ["Qwello"]),
        ("Orbico specializes in mining. It is part of Sinarta, one of the largest groups.", ["Orbico"]),
        ("Danish pump maker Orbico said on Friday that it was considering a plant in Kenya.", ["Orbico"]),
        ("And while Google is moving production to Kenya, it will continue to hire in Texas.", ["Google"]),
        ("As Orbico grew, it bought Vorzan.", ["Orbico"]),
        ("Orbico opened in Oslo. It is the company's duty to report.", None),
        ("Orbico opened in Oslo. It was the lender that had called the meeting.", None),
        ("Orbico opened in Oslo. It is a holiday.", None),
        ("As rain fell, it was clear that Orbico would lose.", None),
    ],
)
def test_it(references: References, text: str, names: list[str] | None) -> None:
    found = references(text)
    assert found.get("It", found.get("it")) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prosecutors sued Orbico, its unit Nordlease, and Vorzan.", ["Orbico"]),
        ("Orbico, one of the largest makers, and its Kenya-based division, Vorzan East, signed.", ["Orbico"]),
        ("Tensions rose after the use of force against Venezuela to seize its president, Jan Hill.", ["Venezuela"]),
        ("The strikes on Venezuela and the seizure of its president Jan Hill changed the market.", ["Venezuela"]),
        ("Orbico bought a plant in Venezuela and named its president, Jan Hill.", ["Orbico"]),
        ("Orbico signed with Nordbank, its lender.", ["Orbico"]),
    ],
)
def test_its(references: References, text: str, names: list[str]) -> None:
    assert references(text)["its"] == names


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Kenyan Governor Jan Hill and Orbico said they would cancel the deal.", "they", ["Orbico"]),
        ("Nordbank issued a statement saying that they had given a loan to Vorzan.", "they", ["Nordbank"]),
        ("Orbico and Vorzan said they would work with Kenya.", "they", ["Orbico", "Vorzan"]),
        ("Mastercard is opening a lab at their headquarters.", "their", ["Mastercard"]),
        ("Mastercard gives customers access to their accounts.", "their", None),
        ("Makers found Mastercard deaf to their pleas.", "their", None),
        ("Kenya will license them.", "them", None),
        ('"We feel that they should pay," Google said.', "they", None),
        ("Officials said they would sue Orbico.", "they", None),
    ],
)
def test_they(references: References, text: str, words: str, names: list[str] | None) -> None:
    assert references(text).get(words) == names


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Rebels stood at the embassy in the capital, Caracas, on Monday. Madrid spoke.", "the capital", ["Caracas"]),
        (
            "Orbico sells gas to Europe. Russia is large. The state has a stake of 40% in Orbico.",
            "The state",
            ["Russia"],
        ),
        ("Vietnam's economy grew. Orbico is owned by the state.", "the state", ["Vietnam"]),
        ("Vietnam's economy grew. Orbico opened a plant in the state.", "the state", None),
        ("Orbico sells gas to Europe. Orbico told the state so.", "the state", None),
        ("Texas is large. Europe met Texas. The state sued Orbico.", "The state", ["Texas"]),
    ],
)
def test_states_and_capitals(references: References, text: str, words: str, names: list[str] | None) -> None:
    assert references(text).get(words) == names


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (
            "The Association of Grant Universities spoke. The organization's president said so.",
            "The organization",
            ["Association of Grant Universities"],
        ),
        ("Orbico met the Association of Grant Universities. The organization left.", "The organization", None),
        ("Orbico has struck a deal with a carrier company, Vorzan. The company said so.", "The company", ["Orbico"]),
        ("Orbico Inc. met Vorzan. Vorzan left. Leaks named the Nord Mosca firm.", "firm", None),
        ("BBC Verify's search of Orbico found nothing. Its chief executive was silent.", "Its", None),
        ("Orbico's order book grew. Its chief executive was glad.", "Its", ["Orbico"]),
        (
            "Orbico grew. Orbico Systems hired. Orbico paid. Costs rose. Rates raised royalties to its parent, Vorzan.",
            "its",
            ["Orbico Systems"],
        ),
    ],
)
def test_firms_and_organizations(references: References, text: str, words: str, names: list[str] | None) -> None:
    assert references(text).get(words) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ('"We have written a letter," a Renault spokeswoman said.', ["Renault"]),
        ('"We have lent 500 million yuan," said an official of the Nordbank Group.', ["Nordbank Group"]),
        ('"We do research," Jan Hill, a Lufthansa spokesman, told reporters.', ["Lufthansa"]),
        ('"We do research," said Jan Hill, President, Orbico Systems.', ["Orbico Systems"]),
        ('"We do research," said Jan Hill, head of India at Orbico Systems.', ["Orbico Systems"]),
        ('"We do research," said Jan Hill, president of the consulting firm Isdo Shaw.', ["Isdo Shaw"]),
        ('"We hope so," White House spokesman Jan Hill told reporters.', ["White House"]),
        ('"We will not pay," a company spokesman said. Orbico met Vorzan.', None),
        ('Orbico said it would pay. "We should be working," Senator Jan Hill wrote.', None),
        ('"We love it," said Jan Hill, a Danish minister, a guest of Orbico.', None),
    ],
)
def test_we_of_a_spokesman(references: References, text: str, names: list[str] | None) -> None:
    assert references(text).get("We") == names


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Orbico Airlines met Vorzan. Vorzan left. A fault was found by the chipmaker.", "the chipmaker", ["Vorzan"]),
        ("Orbico Airlines spoke. A fault was found by the chipmaker.", "the chipmaker", None),
        ("Orbico sued Jan Hill. Vorzan came. Fans saw the champion.", "the champion", None),
        ("Vorzan, a supplier of pumps, came. Orbico came. The supplier left.", "The supplier", ["Vorzan"]),
        ("Orbico blocked the site. The pressure group was angry.", "group", None),
        (
            "Orbico blocked the site of the Union of Readers. The rights group was angry.",
            "The rights group",
            ["Union of Readers"],
        ),
        ("Orbico met Vorzan. Orbico is said to be watching events at the company.", "the company", ["Vorzan"]),
    ],
)
def test_what_a_firm_is_called(references: References, text: str, words: str, names: list[str] | None) -> None:
    assert references(text).get(words) == names
