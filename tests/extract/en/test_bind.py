"""Roles of frames are filled with mentions of the right type."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import extract_doc
from kg.extract.pipeline import parse as parse_text
from kg.model import Document, Fact, Relation

Parse = Callable[[str], Doc]


def _facts(parse: Parse, text: str) -> tuple[Fact, ...]:
    doc = parse(text)
    return extract_doc(doc, Document("test", doc.text, published="2024-05-22"))


def _stated(parse: Parse, text: str) -> set[tuple[str, str, str, int | float | None]]:
    return {
        (f.subject.name, str(f.relation), f.object.name, f.amount.value if f.amount else None)
        for f in _facts(parse, text)
    }


def test_the_day_of_a_report_is_not_the_day_of_a_plan(parse: Parse) -> None:
    found = _facts(parse, "Orbico Systems said on Thursday it will invest $5 million in Malaysia.")
    assert [fact.date for fact in found] == ["2024-05-16"]


def test_a_country_that_acts_elsewhere_is_still_a_place(parse: Parse) -> None:
    text = (
        "China has sued Orbico Systems, and China will ban its phones. "
        "China's State Council pledged $1.4 billion to boost infrastructure."
    )
    assert ("State Council", "invests", "China", 1_400_000_000) in _stated(parse, text)


def _pairs(doc: Doc, relation: Relation) -> list[tuple[str, str]]:
    facts = extract_doc(doc, Document("a", doc.text))
    return [(fact.subject.name, fact.object.name) for fact in facts if fact.relation is relation]


def test_a_deal_to_supply_is_its_holders_to_fulfil(parse: Parse) -> None:
    doc = parse("Hitachi Rail landed a deal to supply 40 trains to the city of Turin.")
    assert _pairs(doc, Relation.SUPPLIES) == [("Hitachi Rail", "city of Turin")]


def test_the_two_companies_are_each_others_partners(parse: Parse) -> None:
    doc = parse("Toyota and Panasonic make batteries. The two companies signed an agreement on Monday.")
    assert _pairs(doc, Relation.PARTNERS_WITH) == [("Toyota", "Panasonic")]


def test_who_brings_two_parties_together_is_no_party(parse: Parse) -> None:
    doc = parse("France formalised a cooperation deal between Siemens and a local miner.")
    assert _pairs(doc, Relation.PARTNERS_WITH) == []


def test_the_subject_of_an_unknown_verb_keeps_others_from_being_guessed(parse: Parse) -> None:
    doc = parse(
        "Siemens builds trains. New rules forced her to abandon an agreement with China, she told the Financial Times."
    )
    assert _pairs(doc, Relation.PARTNERS_WITH) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nokia has cooperated with the authorities in the matter.", []),
        ("Nokia has cooperated with the Port Authority of Valencia.", [("Nokia", "Port Authority of Valencia")]),
    ],
)
def test_a_word_that_rules_a_frame_out_may_stand_in_a_name(
    text: str, found: list[tuple[str, str]], parse: Parse
) -> None:
    assert _pairs(parse(text), Relation.PARTNERS_WITH) == found


def test_a_party_hung_on_a_word_of_the_one_before_counts(parse: Parse) -> None:
    doc = parse("Nokia supplies radios to the Ministry of Defence and Siemens.")
    assert _pairs(doc, Relation.SUPPLIES) == [("Nokia", "Ministry of Defence"), ("Nokia", "Siemens")]


def test_a_word_of_a_name_is_no_trigger(parse: Parse) -> None:
    stated = _stated(parse, "Lucid received an investment of $1 billion from the Public Investment Fund.")
    assert stated == {("Public Investment Fund", "invests", "Lucid", 1_000_000_000)}


def test_a_share_stands_in_the_place_of_the_whole(parse: Parse) -> None:
    stated = _stated(parse, "Ericsson has won a share of £5m in funding from the UK government.")
    assert {fact[:3] for fact in stated} == {("United Kingdom", "funds", "Ericsson")}


def test_a_frame_may_want_a_status(parse: Parse) -> None:
    assert _stated(parse, "Ericsson will have its European headquarters in Munich.") & {
        ("Ericsson", "builds", "European headquarters", None)
    }
    assert not {r for _, r, _, _ in _stated(parse, "Ericsson has its European headquarters in Munich.")} & {"builds"}


def test_an_object_hung_on_the_verb_counts(parse: Parse) -> None:
    stated = _stated(parse, "Tencent will erect an AI lab, and cybersecurity academy and build a school.")
    assert {("Tencent", "builds", name, None) for name in ("AI lab", "cybersecurity academy", "school")} == stated


@pytest.mark.parametrize("customer", ["the government of Ghana", "the city of Porto", "the state of Bahia"])
def test_a_place_named_as_its_government_is_one(customer: str, parse: Parse) -> None:
    found = _pairs(parse(f"Siemens has installed 400 smart meters for {customer}."), Relation.SUPPLIES)
    assert [(subject, target.split()[-1]) for subject, target in found] == [("Siemens", customer.split()[-1])]


def test_their_partnership_is_of_both(parse: Parse) -> None:
    doc = parse("Toyota and Panasonic have activated their partnership.")
    assert _pairs(doc, Relation.PARTNERS_WITH) == [("Toyota", "Panasonic")]


def test_who_stands_behind_of_a_preposition_may_own(parse: Parse) -> None:
    stated = _stated(parse, "Officials looked at Italy's provision of a 400 million euro loan to Alitalia.")
    assert ("Italy", "funds", "Alitalia", 400_000_000) in stated


def test_a_demonym_before_a_company_is_no_party(parse: Parse) -> None:
    doc = parse("They are the fruit of a partnership between Toyota and Scottish bus builder Alexander Dennis.")
    assert _pairs(doc, Relation.PARTNERS_WITH) == [("Toyota", "Alexander Dennis")]


@pytest.mark.parametrize(
    "text",
    [
        "Siemens sold its hearing aid unit to Nokia.",
        "Siemens' sale of its hearing aid unit to Nokia was completed.",
        "Nokia bought the hearing aid unit from Siemens.",
        "Nokia is considering the purchase of the mine from Siemens.",
    ],
)
def test_what_a_company_is_made_of_is_no_supply(text: str, parse: Parse) -> None:
    assert _pairs(parse(text), Relation.SUPPLIES) == []


def test_a_contract_with_a_public_body_is_no_partnership_besides(parse: Parse) -> None:
    found = _stated(parse, "The Pentagon on Tuesday announced a $34 billion contract with Orbico Systems.")
    assert found == {("Orbico Systems", "supplies", "Pentagon", 34_000_000_000)}


def test_words_that_a_web_page_ran_together_are_parted() -> None:
    words = [token.text for token in parse_text("the Finance Corporation(IFC), (it says)Paid last year.The rest")]
    assert words[3:6] == ["(", "IFC", ")"]
    assert ("Paid" in words, "year" in words, "The" in words) == (True, True, True)


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose by half, according to a report by Siemens and Nokia.",
        "Power is exported to Kenya in cooperation with Egypt.",
        "Investors compared it with Siemens' Nokia deal.",
        "Siemens agreed to pay a fine under a deferred prosecution agreement with the Ministry of Justice.",
        "Engineers asked how Siemens can work with the Ministry of Transport.",
        "Siemens is hiring. The memorandum was signed with Nokia.",
        "Lawyers said there was no treaty between Kenya and Uganda.",
    ],
)
def test_what_only_looks_like_a_partnership_is_none(parse: Parse, text: str) -> None:
    assert _pairs(parse(text), Relation.PARTNERS_WITH) == []


def test_who_builds_the_school_cooperates_on_its_subject(parse: Parse) -> None:
    doc = parse("Siemens opened a school focusing on smart mobility in collaboration with Nokia.")
    assert _pairs(doc, Relation.PARTNERS_WITH) == [("Siemens", "Nokia")]


@pytest.mark.parametrize(
    "text",
    [
        "The minister named Siemens and Nokia as offenders.",
        "A court decided to provide Siemens with protection from its lenders.",
    ],
)
def test_what_only_looks_like_a_supply_is_none(parse: Parse, text: str) -> None:
    assert _pairs(parse(text), Relation.SUPPLIES) == []


def test_a_text_may_end_with_the_first_word_of_a_ministrys_field(parse: Parse) -> None:
    doc = parse("Siemens lands $30m deal with Ministry of Defence")
    assert _pairs(doc, Relation.SUPPLIES) == [("Siemens", "Ministry of Defence")]


def test_parties_behind_a_ministry_are_no_part_of_its_name(parse: Parse) -> None:
    doc = parse("A memorandum was signed between the Ministry of Health, Siemens and the University of Porto.")
    assert ("Siemens", "Ministry of Health") in _pairs(doc, Relation.PARTNERS_WITH)


def test_the_state_of_a_town_is_no_further_party(parse: Parse) -> None:
    doc = parse("Siemens has signed an agreement with the city of Dallas, Texas to test its meters.")
    assert _pairs(doc, Relation.PARTNERS_WITH) == [("Siemens", "city of Dallas")]


def test_the_place_of_a_dateline_before_a_colon_is_no_party(parse: Parse) -> None:
    doc = parse(
        "Doha, Qatar: Siemens has signed an agreement for its new headquarters on the boulevard, "
        "in collaboration with Nokia and its many partners."
    )
    assert _pairs(doc, Relation.PARTNERS_WITH) == [("Siemens", "Nokia")]


def test_a_country_supplies_another_one(parse: Parse) -> None:
    doc = parse("Jordan has been supplying Syria with natural gas since January.")
    assert _pairs(doc, Relation.SUPPLIES) == [("Jordan", "Syria")]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "The accord was signed by the Energy Ministers of Kenya, Uganda and Rwanda in Kigali.",
            {("Kenya", "Uganda"), ("Kenya", "Rwanda"), ("Uganda", "Rwanda")},
        ),
        (
            "The agreement was signed by Dr Anna Berg, head of services in Porto, representing the Ministry of Health; "
            "Saud bin Hamad al Harbi, director of Siemens (SIE); and others.",
            {("Siemens", "Ministry of Health")},
        ),
        (
            "The Lagos Task Force is comprised of members from the Ministry of Health; Siemens; and Nokia.",
            {
                ("Lagos Task Force", "Siemens"),
                ("Lagos Task Force", "Ministry of Health"),
                ("Lagos Task Force", "Nokia"),
            },
        ),
        ("Orbico Systems (OS) Limited and Nokia signed a memorandum for a network.", {("Orbico Systems", "Nokia")}),
        (
            "The pact is a partnership between Siemens, Nokia, Toyota, Google, Samsung and Ericsson.",
            set(),
        ),
    ],
)
def test_several_parties(parse: Parse, text: str, pairs: set[tuple[str, str]]) -> None:
    assert set(_pairs(parse(text), Relation.PARTNERS_WITH)) == pairs


def test_advisers_behind_a_remark_are_hired(parse: Parse) -> None:
    doc = parse("Engie, which runs a grid in Lisbon, on Monday appointed UBS and Siemens as further advisors.")
    assert _pairs(doc, Relation.SUPPLIES) == [("UBS", "Engie"), ("Siemens", "Engie")]


def test_who_awards_a_contract_does_not_do_its_work(parse: Parse) -> None:
    doc = parse("Siemens was awarded a contract by Nokia to supply brakes to Toyota.")
    assert set(_pairs(doc, Relation.SUPPLIES)) == {("Siemens", "Nokia"), ("Siemens", "Toyota")}
    doc = parse("Siemens has been awarded a contract by the Ministry of Transport to build a bridge in Lagos.")
    assert _pairs(doc, Relation.BUILDS) == [("Siemens", "bridge")]
