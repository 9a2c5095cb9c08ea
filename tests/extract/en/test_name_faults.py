"""Kinds of names that were once cut, joined or typed wrongly; each with an example of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.mentions import annotate

Parse = Callable[[str], Doc]


def _types(doc: Doc) -> dict[str, str]:
    return {entity.name: entity.type.value for entity in annotate(doc).entities}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Acme will invest in King Abdullah Port.", "King Abdullah Port", "Facility"),
        ("Acme runs Prince Sultan Air Base in the desert.", "Prince Sultan Air Base", "Facility"),
        ("King Salman of Saudi Arabia spoke.", "Salman", "Person"),
        ("Samsung Electronics Executive Chairman Jay Lee met officials.", "Samsung Electronics", "Company"),
        ("Acme agreed. Acme Board Member John Hill spoke.", "Acme", "Company"),
        ("Jaqwun Laerin Dorrit, 33, Hawthorne, was held.", "Jaqwun Laerin Dorrit", "Person"),
        ("The Board of Pharmacy sued Acme.", "Board of Pharmacy", "GovernmentBody"),
        (
            "The Securities and Exchange Board of Kenya barred Acme.",
            "Securities and Exchange Board of Kenya",
            "GovernmentBody",
        ),
        ("Huawei Rotating Chairman Eric Xu agreed.", "Huawei", "Company"),
        ("Deputy District Attorney Michelle Hill filed the charges.", "Michelle Hill", "Person"),
        ("Director General of Customs Jan Hill met Acme.", "Jan Hill", "Person"),
        ("Secretary General of NATO Jane Doe met Acme.", "NATO", "Organization"),
        ("Minister of Digital Affairs Jan Kowalski spoke.", "Ministry of Digital Affairs", "GovernmentBody"),
        ("The deal is good, said Jane Doe, managing director, FedEx Taiwan.", "FedEx Taiwan", "Company"),
        ("Jane Doe, director of the nonprofit Orbico Watch, said so.", "Orbico Watch", "Organization"),
        ("Bureau Veritas won a contract from Kenya.", "Bureau Veritas", "Company"),
        ("China Railway 18th Bureau Group Co. built the road.", "China Railway 18th Bureau Group Co.", "Company"),
        ("The prize went to Fannie Mae FNM.N on Monday.", "Fannie Mae", "Company"),
        ("Kuala Lumpur City Hall awarded the contract to Acme.", "Kuala Lumpur City Hall", "GovernmentBody"),
        ("It was sent to the House Energy Committee.", "House Energy Committee", "GovernmentBody"),
        ("Miami-Dade County Mayor Jane Doe met Lennar.", "Miami-Dade County", "Place"),
        ("The G60 High-tech Corridor signed with Acme.", "G60 High-tech Corridor", "Place"),
        ("Gdansk-based Orbico will build a plant.", "Gdansk", "Place"),
        ("Orvella, which also owns Ferrazza and Tommy Chan, said so.", "Tommy Chan", "Company"),
        ("The rival's brands include Paul Dessin.", "Paul Dessin", "Company"),
        ("Lagard Groupe bought a 30 percent stake in Sifka.", "Sifka", "Company"),
        ("He spoke of Hector Vion parent LMQ Group.", "Hector Vion", "Company"),
        ("Alistar Beck, Sura's CEO, welcomed it.", "Alistar Beck", "Person"),
        ("Lee, whose book is out, is CEO of Orbico.", "Lee", "Person"),
        ("The head of Acme, D K Hotra said so.", "D K Hotra", "Person"),
        ("Johnson and Johnson will build a plant in Leiden.", "Johnson and Johnson", "Company"),
        ("Engines by Pratt and Hill are loud. Pratt and Hill builds them.", "Pratt and Hill", "Company"),
        ("Net Power, a joint venture between bp and Orbico, agreed.", "bp", "Company"),
        ("A deal was reached by M Palonji & Company in Pune.", "M Palonji & Company", "Company"),
        ("Orbico and its subsidiary 1PointWave agreed.", "1PointWave", "Company"),
        (
            "Saudi Arabia said the King Fahd Humanitarian Aid and Relief Center gave aid.",
            "King Fahd Humanitarian Aid and Relief Center",
            "Organization",
        ),
        ("The shares were held by OTP Wells Pte. Ltd in Singapore.", "OTP Wells Pte. Ltd", "Company"),
        (
            "It is operated by Public Establishment for Industrial Estates in Muscat.",
            "Public Establishment for Industrial Estates",
            "GovernmentBody",
        ),
        ("The contract was won by stc. Last year stc signed with Ericsson.", "stc", "Company"),
        ("TSMC will build two 12-inch factories in Dresden.", "12-inch factories", "Facility"),
        ("Acme will build a plant in the northern Jiangsu city of Xuzhou.", "Xuzhou", "Place"),
        ("The Dutch defence ministry agreed.", "Dutch defence ministry", "GovernmentBody"),
        ("Acme opened its Rome office.", "Rome office", "Facility"),
        (
            "King Abdulaziz City for Science and Technology agreed.",
            "King Abdulaziz City for Science and Technology",
            "Organization",
        ),
        ("Half of it belongs to Cable and Wireless Plc.", "Cable and Wireless Plc", "Company"),
        ("Wavelet is owned by Orbico.", "Wavelet", "Company"),
        ("The Indian Supreme Court fined Acme.", "Indian Supreme Court", "GovernmentBody"),
        ("A Paris appeals court ruled.", "Paris appeals court", "GovernmentBody"),
        ("Rebellion Pay was bought by Papara.", "Rebellion Pay", "Company"),
        ("Saudi Global Ports signed with Acme.", "Saudi Global Ports", "Company"),
        ("Jane Doe spoke at the air show in Dubai.", "air show", "Event"),
        ("Acme and Orbico will form a venture.", "venture", "Company"),
        ("BVT-NKR Corporation was closed. BVT-NKR CEO Jane Doe left.", "BVT-NKR Corporation", "Company"),
        ("Airtel-Vodafone was sold. A rival of Airtel-Vodafone said so.", "Airtel-Vodafone", "Company"),
        ("They agreed to create 'Radio Verde', a broadcaster.", "Radio Verde", "Company"),
        ("Titan, a California-based company, agreed. At the time, Titan was small.", "Titan", "Company"),
        ("The US FDA approved the drug.", "FDA", "GovernmentBody"),
        ("Acme went to Trinidad and Tobago.", "Trinidad and Tobago", "Place"),
        ("The Hill family controls Orbico.", "Hill family", "Organization"),
        ("The Office for Nuclear Regulation fined Acme.", "Office for Nuclear Regulation", "GovernmentBody"),
        ("The Serious Fraud Office sued Acme.", "Serious Fraud Office", "GovernmentBody"),
        ("Chinese securities regulators fined Acme.", "China", "GovernmentBody"),
        ("A court in Lagos ordered Acme to pay.", "court in Lagos", "GovernmentBody"),
        ("Germany's cartel office fined Acme.", "Germany's cartel office", "GovernmentBody"),
        ("The Trump administration sued Acme.", "United States", "GovernmentBody"),
        ("Jane Doe, Orbico's chief financial officer, spoke.", "Jane Doe", "Person"),
        ("Capri, which also owns Versace and Jimmy Hill, agreed.", "Jimmy Hill", "Company"),
        ("Orbico's brands include Coach and Michael Hill.", "Michael Hill", "Company"),
        ("Rivals such as Hermes and Michael Hill parent Orbico agreed.", "Michael Hill", "Company"),
        (
            "Orbico Aviation flew. Joby is late. Brian Hill, Orbico's UAE General Manager, spoke.",
            "Brian Hill",
            "Person",
        ),
        ("It is owned by Berg Lain and Contrack Lt, which is a subsidiary of Orbico.", "Contrack Lt", "Company"),
    ],
)
def test_name_and_type(parse: Parse, text: str, name: str, kind: str) -> None:
    assert _types(parse(text)).get(name) == kind


@pytest.mark.parametrize(
    ("text", "junk"),
    [
        ("Samsung Electronics Executive Chairman Jay Lee met officials.", "Samsung Electronics Executive"),
        ("Acme agreed. Acme Board Member John Hill spoke.", "Board Member"),
        ("Deputy District Attorney Michelle Hill filed the charges.", "Deputy District"),
        ("Jane Doe, head of Orbico's legal department, declined.", "legal department"),
        ("Acme will build a plant in the northern Jiangsu city of Xuzhou.", "Jiangsu city"),
        ("He flew to the Sicilian city Palermo on Saturday.", "Sicilian city"),
        ("Frank, a Massachusetts Democrat, met officials.", "Massachusetts Democrat"),
        ("Output rose by 300 twh in a year.", "twh"),
        ("The state will clear aid for the venture.", "venture"),
    ],
)
def test_no_such_name(parse: Parse, text: str, junk: str) -> None:
    assert junk not in _types(parse(text))


@pytest.mark.parametrize(
    ("text", "alias", "name"),
    [
        ("The Saudi Ports Authority (Mawani) agreed. Mawani will pay.", "Mawani", "Saudi Ports Authority"),
        ("Veltran (formerly Lindal Foods Ltd) paid. Veltran grew.", "Veltran", "Lindal Foods Ltd"),
        ("Veltran Power, formerly known as Orbico, grew. Orbico was small.", "Orbico", "Veltran Power"),
        ("The Kenya Bureau of Trade Aid (Invest Kenya) met Orbico.", "Invest Kenya", "Kenya Bureau of Trade Aid"),
        ("The U.S. Forest Trade Agency sued Orbico. The FTA won.", "FTA", "U.S. Forest Trade Agency"),
        ("Orbico Aviation flew. Orbico sells the Orbico Aerial Taxi.", "Orbico", "Orbico Aviation"),
    ],
)
def test_one_entity(parse: Parse, text: str, alias: str, name: str) -> None:
    assert alias in next(entity for entity in annotate(parse(text)).entities if entity.name == name).names


def test_parties_that_stand_alone_are_two_with_a_hyphen_between(parse: Parse) -> None:
    doc = parse("Veltran and Orbico agreed. The Veltran-Orbico plant is in Kenya.")
    assert {"Veltran", "Orbico"} <= {e.name for e in annotate(doc).entities}
    assert "Veltran-Orbico" not in {e.name for e in annotate(doc).entities}


def test_an_office_held_before_is_no_other_name(parse: Parse) -> None:
    doc = parse("Jane Doe, formerly of Orbico, joined Veltran.")
    assert {"Jane Doe", "Orbico", "Veltran"} <= {e.name for e in annotate(doc).entities}


def test_a_hyphen_between_the_parties_of_a_deal_parts_them(parse: Parse) -> None:
    assert {"Shell", "BP"} <= set(_types(parse("The Shell-BP deal failed. The Shell-BP partnership was good.")))


def test_a_newspaper_that_is_told_something_is_no_mention(parse: Parse) -> None:
    doc = parse("We trust China, he told Reuters.")
    assert "Reuters" not in {doc[s.start : s.end].text for s in annotate(doc).spans}


def test_two_companies_that_also_stand_alone_stay_two(parse: Parse) -> None:
    text = "Brumex and Vorzan signed. Brumex and Vorzan will hire. Vorzan declined."
    assert "Brumex and Vorzan" not in _types(parse(text))


def test_a_description_in_front_of_a_city_is_not_the_party(parse: Parse) -> None:
    doc = parse("The case against Apple was brought by the US city of Roseville.")
    annotation = annotate(doc)
    named = {doc[s.start : s.end].text: annotation.entities[s.entities[0]].name for s in annotation.spans}
    assert named["city of Roseville"].endswith("Roseville")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Orbico opened a mine. Berg Group, its largest shareholder, declined.", "Orbico"),
        ("Orbico lost money. Vorzan, its lender, said so.", "Orbico"),
    ],
)
def test_its_in_an_apposition_is_not_the_apposed_name(parse: Parse, text: str, owner: str) -> None:
    doc = parse(text)
    annotation = annotate(doc)
    its = [s for s in annotation.spans if doc[s.start].lower_ == "its"]
    assert [annotation.entities[s.entities[0]].name for s in its] == [owner]


def test_a_short_name_joins_the_company_that_was_introduced(parse: Parse) -> None:
    doc = parse(
        "Jobra Aviation flew its Jobra Aerial Taxi. Jobra hopes to sell the Jobra Aerial Taxi, said Jobra's Jane Doe."
    )
    names = {entity.name: entity.names for entity in annotate(doc).entities}
    assert "Jobra" in names["Jobra Aviation"]
    assert "Jobra" not in names["Jobra Aerial Taxi"]
