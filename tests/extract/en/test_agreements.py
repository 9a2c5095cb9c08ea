"""Who has an agreement with whom where several words, persons or sentences say it. All parties are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.model import Document, Relation

Parse = Callable[[str], Doc]
Pairs = set[tuple[str, str]]

_HEALTH = ("Orbico Systems", "Ministry of Health")


def _partners(parse: Parse, text: str) -> Pairs:
    doc = parse(text)
    facts = extract_doc(doc, Document("a", doc.text))
    return {(f.subject.name, f.object.name) for f in facts if f.relation is Relation.PARTNERS_WITH}


@pytest.mark.parametrize(
    "text",
    [
        "A pact was signed by Director (Research) of Orbico Systems, Ravi Sharma, and Secretary of the Ministry of "
        "Health, Anita Das.",
        "Ravi Sharma, Managing Director of Orbico Systems, and Anita Das, Secretary of the Ministry of Health, signed "
        "the MoU.",
        "Signing on behalf of Orbico Systems was its managing director, Ravi Sharma, while Anita Das signed for the "
        "Ministry of Health.",
        "Secretary of the Ministry of Health Mr Ravi Kombo and Orbico Systems chairman Mr Jan Hill signed the pact.",
        "Ministry of Health secretary Ravi Kombo and Jan Hill of a Danish firm Orbico Systems signed the MoU.",
    ],
)
def test_parties_are_those_whom_the_signatories_sign_for(text: str, parse: Parse) -> None:
    assert _partners(parse, text) == {_HEALTH}


@pytest.mark.parametrize(
    "text",
    [
        "The agreement was signed by Nordbank chief executive Jane Doe and its chairman Tim Berg.",
        "The Ministry of Health met several firms on Monday. They include no lender. Nordbank and Orbico Systems sued.",
        "The agreement was signed by Nordbank CEO Jane Doe in the presence of Orbico Systems chairman Tim Berg.",
        "In a statement released by Nordbank, Jane Doe and Tim Berg of Orbico Systems signed off the agreement.",
    ],
)
def test_one_signatory_or_a_witness_makes_no_partners(text: str, parse: Parse) -> None:
    assert _partners(parse, text) == set()


def test_three_signatories_are_paired_across_public_and_private(parse: Parse) -> None:
    text = "The project was signed on Monday by the Ministry of Health, Orbico Systems and Halvorsen Wind."
    assert _partners(parse, text) == {_HEALTH, ("Halvorsen Wind", "Ministry of Health")}


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Health signed deals with three firms. These are Orbico Systems, Nordbank and Halvorsen Wind.",
        "The Ministry of Health signed an agreement with three companies: Orbico Systems, Nordbank and Halvorsen Wind.",
        "The Ministry of Health signed a pact with several firms, namely Orbico Systems, Nordbank and Halvorsen Wind.",
        "The Ministry of Health signed deals with four partners. They include Orbico Systems, Nordbank and Halvorsen "
        "Wind.",
    ],
)
def test_counted_parties_are_those_that_are_named_then(text: str, parse: Parse) -> None:
    expected = {_HEALTH, ("Nordbank", "Ministry of Health"), ("Halvorsen Wind", "Ministry of Health")}
    assert _partners(parse, text) >= expected


@pytest.mark.parametrize(
    "text",
    [
        "A partnership between Kenya’s Ministry of Health and Orbico Systems was announced yesterday.",
        "The two parties, Orbico Systems and the Ministry of Health, have agreed to jointly run a clinic.",
        "The agreement will see Orbico Systems and the Ministry of Health train nurses.",
        "Orbico Systems and the Ministry of Health have launched a screening programme.",
        "Orbico Systems and the Ministry of Health have come together to train nurses.",
        "The minister attended an MoU signing between Orbico Systems and the Ministry of Health.",
        "A wind PPA was signed in May between the Danish firm Orbico Systems and the Ministry of Health.",
        "Orbico Systems signed a memorandum in Tokyo, Japan with the Ministry of Health.",
        "Orbico Systems and the Ministry of Health opened the continent's only free night ferry service.",
        "The Danish firm Orbico Systems has formed a joint venture in Turkey along with the Ministry of Health.",
        "Orbico Systems, the Oman and Chile-based firm, and the Ministry of Health have signed a pact.",
        "A pact in the field of vaccines, inked by Denmark's Orbico Systems and Peru's Ministry of Health, is new.",
        "Cooperation between Orbico Systems in Qatar and the Ministry of Health covers nurses.",
        "A treaty on the upkeep of wards, signed by Orbico Systems (Qatar) and the Ministry of Health, was welcomed.",
        "In the Northern Province, Orbico Systems and Nordbank have teamed up with the Ministry of Health.",
        "An agreement for the upkeep of two wards was signed between the Ministry of Health and Orbico Systems.",
    ],
)
def test_the_two_sides_of_an_agreement(text: str, parse: Parse) -> None:
    found = _partners(parse, text)
    assert _HEALTH in found
    assert not any(set(target.split()) & {"Northern", "Oman", "Qatar"} for _, target in found)


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("The state government signed a deal with Orbico Systems in Kullu district, Himachal Pradesh.", "Himachal"),
        ("Pacts signed between the Province and Orbico Systems will help the north of British Columbia.", "British"),
        ("The Government signed a pact with Orbico Systems. Its drone port in Rwanda opens in May.", "Rwanda"),
        ("The Benue State government has signed a pact with Orbico Systems to grow sesame.", "Benue"),
    ],
)
def test_a_government_of_the_only_region_signs(text: str, region: str, parse: Parse) -> None:
    found = _partners(parse, text)
    assert len(found) == 1
    assert next(iter(found))[1].startswith(region)


@pytest.mark.parametrize(
    "text",
    [
        "Orbico Systems and Halvorsen Wind each launched a loyalty programme.",
        "The Ministry of Health and Orbico Systems launched appeals.",
        "The provincial government met Nordbank. Orbico Systems has offices in Hubei and Hunan.",
    ],
)
def test_near_misses_name_no_partners(text: str, parse: Parse) -> None:
    assert _partners(parse, text) == set()


def test_a_body_is_no_partner_of_its_own_country(parse: Parse) -> None:
    text = "Jane Doe, Kenya Minister of Industry, and Lars Holm, Norwegian Industry Minister, inked a pact."
    assert ("Kenya", "Ministry of Industry") not in _partners(parse, text)


def test_the_city_of_an_agency_dateline_signs_nothing(parse: Parse) -> None:
    text = "Jaipur [India], June 3 (ANI): The Punjab government inked a memorandum with Orbico Systems."
    assert _partners(parse, text) == {("Orbico Systems", "Punjab government")}


def test_a_lapsed_agreement_has_ended(parse: Parse) -> None:
    doc = parse("A cooperation agreement with Orbico Systems expired in March, the Ministry of Health said.")
    facts = [f for f in extract_doc(doc, Document("a", doc.text)) if f.relation is Relation.PARTNERS_WITH]
    assert [(f.subject.name, f.object.name, str(f.status)) for f in facts] == [(*_HEALTH, "ended")]


def test_the_country_of_a_firm_signs_nothing(parse: Parse) -> None:
    text = "France's Orbico International and Japan's Nordbank, a Japanese gas trading company, have signed a pact."
    assert _partners(parse, text) == {("Orbico International", "Nordbank")}


def test_parties_of_a_list_are_followed_by_who_represents_them(parse: Parse) -> None:
    text = (
        "Orbico Systems signed agreements with the Ministry of Health, represented by Ali Karim, Director-General, "
        "Chairman of the Board; Nordbank, represented by Tim Berg, CEO and Managing Director of Nordbank; and "
        "Halvorsen Wind, represented by Jane Doe, CEO of Halvorsen Wind."
    )
    assert _partners(parse, text) == {_HEALTH, ("Orbico Systems", "Nordbank"), ("Orbico Systems", "Halvorsen Wind")}


def test_signatories_of_one_firm_share_it(parse: Parse) -> None:
    text = "The pact was signed by Tim Berg and Ann Noy from Nordbank and Jane Doe, chairman of Orbico Systems."
    assert _partners(parse, text) == {("Nordbank", "Orbico Systems")}


def test_one_side_may_have_an_agreement_with_two(parse: Parse) -> None:
    text = "An agreement was signed between Nordbank and Orbico Systems and Halvorsen Wind on a hydrogen plant."
    assert _partners(parse, text) == {("Nordbank", "Orbico Systems"), ("Nordbank", "Halvorsen Wind")}


def test_signatories_of_two_sides(parse: Parse) -> None:
    text = "The papers were signed by Nordbank chairman Tim Berg on the Danish side and Jane Doe on the Orbico side."
    assert _partners(parse, text.replace("papers", "documents")) == {("Nordbank", "Orbico")}


@pytest.mark.parametrize(
    ("text", "builders"),
    [
        ("Orbico Systems and the Ministry of Health have signed an agreement to build a clinic.", {"Orbico Systems"}),
        ("The Ministry of Health signed a deal with a Danish company to build a clinic.", set()),
        ("The Ministry of Health will build a clinic.", {"Ministry of Health"}),
    ],
)
def test_of_those_who_agree_to_build_the_firm_does(text: str, builders: set[str], parse: Parse) -> None:
    doc = parse(text)
    facts = extract_doc(doc, Document("a", doc.text))
    assert {f.subject.name for f in facts if f.relation is Relation.BUILDS} == builders
