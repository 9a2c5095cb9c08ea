"""Addresses of links and codes of shares are not read; facts stand where the article states them."""

import pytest

from kg.extract.links import unlink
from kg.extract.pipeline import extract
from kg.model import Document, Relation

LINKED = (
    'Oslo, May 3, 2021. [Orbico Systems](https://example.org/orbico_(firm) "About it") has signed an agreement with '
    "the [Ministry of Transport](/ministry), said Jane Doe, chief executive of [Orbico Systems](#top).\n"
    "![Nokia pours $3 billion into Lagos](https://example.org/a.jpg)\n"
)


def test_the_words_of_links_are_kept() -> None:
    assert unlink("See [a](https://x.example) and ![b](/b.png)[c](#c).").text == "See a and c."


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Orbico (NYSE:ORB) and Nordwind (Nasdaq: NWD; TSX: NW.A) met", "Orbico and Nordwind met"),
        ("Orbico Inc. (ORBC.PA) bought Nordwind NWDG.DE shares", "Orbico Inc. bought Nordwind shares"),
        ("Orbico Corp <ORB.N> rose", "Orbico Corp rose"),
        ("Orbico(7203.T) rose", "Orbico rose"),
    ],
)
def test_codes_of_shares_are_not_read(text: str, read: str) -> None:
    assert unlink(text).text == read


@pytest.mark.parametrize(
    "text",
    [
        "the United Nations (U.N) said",
        "(Photo: AP)",
        "Works (NSE) and",
        "by Acme Ltd. BA is",
        "at NASA.IN short",
        "in D.C. now",
    ],
)
def test_other_brackets_and_full_stops_are_read(text: str) -> None:
    assert unlink(text).text == text


def test_a_code_parts_no_firm_from_its_verb() -> None:
    text = "Orbico ORBG.DE has bought a 60 percent stake in Danish toy maker Lindal Brix (LBRX.CO)."
    (fact,) = [f for f in extract(Document("a.txt", text)) if f.relation is Relation.OWNS]
    assert (fact.subject.name, fact.object.name) == ("Orbico", "Lindal Brix")
    assert fact.evidence.text == text


@pytest.mark.parametrize("text", ["[1] (see above)", "a[0](1)", "[Nokia] (Finland)", "[open](", "", "[x](javascript)"])
def test_what_is_no_link_stays(text: str) -> None:
    assert unlink(text).text == text


def test_each_character_is_found_again() -> None:
    unlinked = unlink(LINKED)
    assert all(LINKED[unlinked.original(i)] == c for i, c in enumerate(unlinked.text))


def test_many_open_brackets_take_no_time() -> None:
    text = "[a](https://x" * 50_000
    assert unlink(text).text == text


def test_facts_stand_in_the_article() -> None:
    facts = extract(Document("a.txt", LINKED))
    assert {f.relation for f in facts if f.relation is not Relation.LOCATED_IN} == {
        Relation.PARTNERS_WITH,
        Relation.LEADS,
    }
    for fact in facts:
        assert LINKED[fact.evidence.start : fact.evidence.end] == fact.evidence.text
        assert fact.evidence.text.startswith("[Orbico Systems](https://example.org/orbico_(firm)")
        assert fact.evidence.text.endswith("[Orbico Systems](#top).")
        assert LINKED[fact.subject.start : fact.subject.end] == fact.subject.text
        assert "example.org" not in fact.subject.name + fact.object.name


def test_evidence_that_ends_in_a_link_holds_it_whole() -> None:
    text = "Orbico Systems has signed an agreement with the [Ministry of Transport](/ministry)"
    (fact,) = extract(Document("a.txt", text))
    assert fact.evidence.text == text


def test_a_chinese_article_is_read_without_addresses() -> None:
    text = "[华为](https://example.org/h)与[武汉市政府](https://example.org/w)签署战略合作协议。"
    facts = extract(Document("a.txt", text, language="zh"))
    assert [(f.subject.name, f.relation) for f in facts] == [("华为", Relation.PARTNERS_WITH)]
    assert text[facts[0].evidence.start : facts[0].evidence.end] == facts[0].evidence.text


def test_codes_of_shares_are_read_where_they_tell_companies() -> None:
    text = "雅本海岳(300299.SZ)公告，将建厂。见[海梁](https://example.org/a)。"
    assert unlink(text, codes=False).text == "雅本海岳(300299.SZ)公告，将建厂。见海梁。"
    assert unlink(text).text == "雅本海岳公告，将建厂。见海梁。"
