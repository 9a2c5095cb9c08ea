from __future__ import annotations

import random

import pytest

from kg.model import EntityType, Fact, Relation
from kg.resolve import resolve
from kg.resolve.engine import run
from tests.resolve import gold
from tests.resolve.cases import C, F, G, L, P, article, fact, meet, outcome, party, same, where


@pytest.mark.parametrize("parts", [gold.ENGLISH, gold.ALL])
def test_annotated_articles(parts: tuple[str, ...]) -> None:
    annotated = gold.load(parts)
    clusters = gold.units(annotated, run(annotated.documents, annotated.facts))
    assert set(clusters) == set(annotated.entities)
    assert gold.pair_scores(clusters, gold.truth())[2] >= 0.99
    assert len(gold.wrong_merges(clusters, gold.truth())) <= (0 if parts == gold.ENGLISH else 1)


def test_annotated_articles_without_any_coreference() -> None:
    annotated = gold.load(gold.ENGLISH, apart=True)
    precision, recall, f1 = gold.pair_scores(*gold.single_names(annotated, run(annotated.documents, annotated.facts)))
    assert precision >= 0.95
    assert recall >= 0.79
    assert f1 >= 0.86


def test_annotated_places() -> None:
    annotated = gold.load(gold.ALL)
    linked, above, total = gold.place_scores(annotated, run(annotated.documents, annotated.facts))
    assert total > 200
    assert linked / total >= 0.97
    assert above / total >= 0.97


def test_the_order_of_facts_does_not_matter() -> None:
    annotated = gold.load()
    facts = list(annotated.facts)
    random.Random(3).shuffle(facts)
    assert resolve(annotated.documents[::-1], facts) == resolve(annotated.documents, annotated.facts)


def test_ids_are_unique_and_every_reference_resolves() -> None:
    annotated = gold.load(gold.ALL)
    found = resolve(annotated.documents, annotated.facts)
    ids = [entity.id for entity in found.entities]
    assert len(ids) == len(set(ids))
    assert len({deal.id for deal in found.deals}) == len(found.deals)
    used = {i for d in found.deals for i in (d.subject, d.object, d.place) if i}
    used |= {i for e in found.entities for i in (e.within, e.governs) if i}
    assert used <= set(ids)


def test_nothing_gives_nothing() -> None:
    found = resolve((), ())
    assert (found.entities, found.deals) == ((), ())


def test_names_of_one_company_across_articles_and_scripts() -> None:
    names = ("Tencent Holdings", "腾讯", "Tencent Ltd")
    found = outcome([one for doc, name in zip("abc", names, strict=True) for one in meet(doc, party(name))])
    assert same(found, *names)


def test_a_division_is_not_its_parent() -> None:
    found = outcome([*meet("a", party("Oakhurst"), party("Oakhurst Cloud")), *meet("b", party("Oakhurst Cloud Ltd"))])
    assert not same(found, "Oakhurst", "Oakhurst Cloud")
    assert same(found, "Oakhurst Cloud", "Oakhurst Cloud Ltd")


def test_an_acronym_that_one_article_defines_holds_in_the_others() -> None:
    defined = party("Northland Infrastructure Bank", C, "NIB")
    found = outcome([*meet("a", defined), *meet("b", party("NIB"))])
    assert same(found, "Northland Infrastructure Bank", "NIB")


def test_a_name_in_two_scripts_that_one_article_gives_holds_in_the_others() -> None:
    found = outcome([*meet("a", party("Haylion Technologies", C, "海梁科技")), *meet("b", party("海梁科技"))])
    assert same(found, "Haylion Technologies", "海梁科技")


def test_people_with_one_surname_are_two() -> None:
    found = outcome(meet("a", party("Jack Ma", P), party("Pony Ma", P), party("Ma", P)))
    assert not same(found, "Jack Ma", "Pony Ma")
    assert not same(found, "Ma", "Jack Ma")
    assert not same(found, "Ma", "Pony Ma")


def test_a_surname_is_the_one_person_of_its_article_that_has_it() -> None:
    found = outcome([*meet("a", party("Ines Carvalho", P), party("Carvalho", P)), *meet("b", party("Carvalho", P))])
    assert same(found, "Ines Carvalho", "Carvalho @ a")
    assert not same(found, "Ines Carvalho", "Carvalho @ b")


def test_a_frequent_name_needs_the_organization_too() -> None:
    leads = Relation.LEADS
    found = outcome(
        [
            fact("a", party("Zhang Wei", P), leads, party("Acme")),
            fact("b", party("Zhang Wei", P), leads, party("Acme")),
            fact("c", party("Zhang Wei", P), leads, party("Globex")),
        ]
    )
    assert same(found, "Zhang Wei @ a", "Zhang Wei @ b")
    assert not same(found, "Zhang Wei @ a", "Zhang Wei @ c")


def test_one_name_that_fits_two_is_asked_and_not_merged() -> None:
    names = ("Zeta Motors", "Zeta Electronics", "Zeta")
    found = outcome([one for doc, name in zip("abc", names, strict=True) for one in meet(doc, party(name))])
    assert not same(found, "Zeta", "Zeta Motors")
    assert {where(found, "Zeta")} <= {i for link in found.open_links for i in (link.left, link.right)}


def test_ministries_of_two_countries_are_two() -> None:
    found = outcome(
        [*meet("a", party("Finance Ministry", G)), *meet("b", party("Ministry of Finance", G)),
         *meet("c", party("Finance Ministry", G))],
        article("a", "Kenya's Finance Ministry in Kenya."), article("b", "The Ministry of Finance of Kenya, in Kenya."),
        article("c", "Egypt pays, says the Finance Ministry of Egypt."),
    )  # fmt: skip
    assert same(found, "Finance Ministry @ a", "Ministry of Finance")
    assert not same(found, "Finance Ministry @ a", "Finance Ministry @ c")


def test_a_government_is_its_territory_and_governs_it() -> None:
    found = outcome([*meet("a", party("Hebei provincial government", G)), *meet("b", party("Hebei", L))])
    assert same(found, "Hebei provincial government", "Hebei")
    (hebei,) = (e for e in found.resolution.entities if e.name == "Hebei")
    assert hebei.governs == hebei.id
    assert hebei.type is EntityType.PLACE
    assert hebei.same_as == ("https://sws.geonames.org/1808773/",)


def test_an_agency_is_not_its_country() -> None:
    found = outcome(meet("a", party("Cyberspace Administration of China", G, "China", "CAC"), party("China", L)),
                    article("a", "China's regulator, the Cyberspace Administration of China."))  # fmt: skip
    assert not same(found, "Cyberspace Administration of China", "China")


def test_a_capital_that_bans_is_its_country() -> None:
    ban = fact("a", party("Washington", G), Relation.SANCTIONS, party("Huawei"))
    found = outcome([ban, *meet("b", party("United States", G))])
    assert same(found, "Washington", "United States")


def test_partners_roll_up_to_the_province_and_the_country() -> None:
    found = outcome([fact("a", party("Acme"), Relation.PARTNERS_WITH, party("Songjiang", L))])
    entities = {entity.id: entity for entity in found.resolution.entities}
    assert gold.chain(where(found, "Songjiang"), entities) == ["Shanghai", "China"]


def test_one_headquarters_in_two_articles() -> None:
    facts: list[Fact] = [
        fact(doc, party("Acme"), Relation.BUILDS, party(name, F), place=place)
        for doc, name, place in (
            ("a", "headquarters", "Wuhan"), ("b", "new headquarters", "Wuhan"), ("c", "headquarters", "Hefei"),
        )
    ]  # fmt: skip
    found = outcome(facts)
    assert same(found, "headquarters @ a", "new headquarters")
    assert not same(found, "headquarters @ a", "headquarters @ c")


def test_a_joint_venture_of_one_article_is_not_that_of_another() -> None:
    found = outcome([*meet("a", party("joint venture")), *meet("b", party("joint venture"))])
    assert not same(found, "joint venture @ a", "joint venture @ b")


@pytest.mark.regression
def test_the_subsidiary_in_brackets_is_not_its_parent() -> None:
    found = outcome(meet("a", party("特斯拉"), party("特斯拉（上海）有限公司"), party("Tesla (Shanghai) Co., Ltd.")))
    assert not same(found, "特斯拉", "特斯拉（上海）有限公司")
    assert not same(found, "特斯拉", "Tesla (Shanghai) Co., Ltd.")


@pytest.mark.regression
def test_a_division_that_goes_by_the_short_name_too_is_not_the_parent() -> None:
    """通用电气医疗集团 was taken for General Electric because its article also calls it 通用电气."""
    found = outcome([*meet("a", party("通用电气医疗集团", C, "通用电气")), *meet("b", party("General Electric"))])
    assert not same(found, "通用电气医疗集团", "General Electric")


@pytest.mark.regression
def test_an_acronym_has_no_letter_for_plc() -> None:
    """OCP, the fertilizer maker, was taken for Orascom Construction PLC."""
    found = outcome(meet("a", party("OCP"), party("Orascom Construction PLC")))
    assert not same(found, "OCP", "Orascom Construction PLC")


@pytest.mark.regression
def test_a_group_of_the_same_name_is_not_the_firm() -> None:
    found = outcome(meet("a", party("Reliance Group"), party("Reliance Industries")))
    assert not same(found, "Reliance Group", "Reliance Industries")


def test_descriptions_in_front_do_not_make_another_name() -> None:
    found = outcome([*meet("a", party("Russian energy giant Rosneft")), *meet("b", party("Rosneft"))])
    assert same(found, "Russian energy giant Rosneft", "Rosneft")


def test_the_european_union_is_one_whatever_its_type() -> None:
    facts = [*meet("a", party("European Union", EntityType.ORGANIZATION)), *meet("b", party("EU", G))]
    assert same(outcome(facts), "European Union", "EU")
