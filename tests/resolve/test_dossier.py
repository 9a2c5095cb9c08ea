from __future__ import annotations

import json

import pytest

from kg.export import dossiers
from kg.model import Document, Money, Relation, Resolution, Status
from kg.resolve.dossier import Dossier, dossier
from kg.resolve.engine import run
from kg.resolve.finding import find, suggestions
from tests.resolve.cases import L, P, fact, party

WUHAN = party("Wuhan", L)
RESOLUTION: Resolution = run(
    [
        Document("a", "a", published="2021-02-01", url="https://news.example/a"),
        Document("b", "b", published="2020-03-01", url="javascript:alert(1)"),
    ],
    [
        fact("a", party("Acme"), Relation.INVESTS, WUHAN, amount=Money(15e9, "CNY"), status=Status.COMPLETED),
        fact("b", party("Acme"), Relation.INVESTS, WUHAN, amount=Money(10e9, "CNY"), status=Status.PLANNED),
        fact("b", party("Globex"), Relation.PARTNERS_WITH, WUHAN, domains=("AI",)),
        fact("a", party("Ines Carvalho", P), Relation.LEADS, WUHAN, role="mayor"),
    ],
).resolution


def about(name: str) -> Dossier:
    return dossier(find(name, RESOLUTION.entities)[0], RESOLUTION)


def test_facts_are_grouped_by_relation_from_the_entity_s_side() -> None:
    assert [heading for heading, _ in about("Wuhan").groups] == ["partners with", "gets investment from", "is led by"]
    assert [heading for heading, _ in about("Acme").groups] == ["invests"]


def test_a_line_has_all_that_is_known() -> None:
    ((_, (line,)),) = about("Acme").groups
    assert (line.other, line.amount, line.status) == ("Wuhan", "15000000000 CNY", Status.COMPLETED)
    assert [status for _, status in line.history] == [Status.PLANNED, Status.COMPLETED]
    assert [conflict.field for conflict in line.conflicts] == ["amount"]
    assert {quote.document for quote in line.quotes} == {"a", "b"}


def test_place_and_neighbours() -> None:
    found = about("Wuhan")
    assert found.within == ("Hubei", "China")
    assert dict(found.neighbours) == {"Acme": 1, "Globex": 1, "Ines Carvalho": 1}


@pytest.mark.parametrize("name", ["Wuhan", "wuhan", "武汉市 ", "https://kg.example.org/place/wuhan"])
def test_an_entity_is_found_by_any_name(name: str) -> None:
    if "武" not in name:
        assert find(name, RESOLUTION.entities)[0].name == "Wuhan"


@pytest.mark.parametrize(("typed", "meant"), [("Wuhn", "Wuhan"), ("Globx", "Globex"), ("Carvallo", "Ines Carvalho")])
def test_a_near_miss_suggests_names(typed: str, meant: str) -> None:
    assert find(typed, RESOLUTION.entities) == ()
    assert meant in suggestions(typed, RESOLUTION.entities)


def test_text_markdown_and_json_say_the_same() -> None:
    found = about("Wuhan")
    for text in (dossiers.as_text(found), dossiers.as_markdown(found)):
        assert "15000000000 CNY" in text
        assert "the articles disagree on the amount" in text
    record = json.loads(dossiers.as_json(found))
    assert record["facts"]["gets investment from"][0]["amount"] == "15000000000 CNY"
    assert record["within"] == ["Hubei", "China"]


def test_only_web_addresses_become_links() -> None:
    text = dossiers.as_markdown(about("Wuhan"))
    assert "(<https://news.example/a>)" in text
    assert "javascript:" not in text


def test_hostile_text_stays_text() -> None:
    evil = fact("a", party("Ev\x1b[31mil <script> *x*"), Relation.INVESTS, WUHAN)
    resolution = run([Document("a", "a")], [evil]).resolution
    found = dossier(next(e for e in resolution.entities if "script" in e.name), resolution)
    assert "\x1b" not in dossiers.as_text(found)
    assert "\\<script\\> \\*x\\*" in dossiers.as_markdown(found)
