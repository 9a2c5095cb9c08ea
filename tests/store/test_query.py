from __future__ import annotations

import datetime
import sys
import threading
import time

import pyoxigraph as ox
import pytest

from kg.errors import KgError, QueryError, QueryTimeout
from kg.model import Resolution
from kg.store.mapping import quads
from kg.store.oxigraph import OxigraphStore
from kg.store.prefixes import prefixes
from kg.store.query import Limits, Options, Rows, ask, within
from kg.store.syntax import bind, explain, parse_value

VALUES = (
    "SELECT * WHERE { VALUES (?i ?d ?b ?t ?s ?l ?x ?w) { "
    "(15 0.93 true '2020-03-01'^^xsd:date 'text' '云'@zh <x:iri> 'no'^^xsd:integer) } }"
)


def rows(query: str) -> Rows:
    found = ask(OxigraphStore(), query)
    assert isinstance(found, Rows)
    return found


def test_records_are_python_values() -> None:
    day = datetime.date(2020, 3, 1)
    wanted = {"i": 15, "d": 0.93, "b": True, "t": day, "s": "text", "l": "云", "x": "x:iri", "w": "no"}
    assert rows(VALUES).records() == [wanted]
    assert rows("SELECT ?a ?b WHERE { BIND(1 AS ?a) }").records() == [{"a": 1, "b": None}]


def test_a_data_frame() -> None:
    pytest.importorskip("pandas", reason="the extra pandas is not installed")
    frame = rows("SELECT ?a ?b WHERE { VALUES (?a ?b) { (1 'x') (2 'y') } } ORDER BY ?a").to_frame()
    assert list(frame.columns) == ["a", "b"]
    assert frame["a"].sum() == 3
    assert list(rows("SELECT ?a WHERE { FILTER(false) }").to_frame().columns) == ["a"]


def test_without_pandas_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(KgError, match=r"kg\[pandas\]"):
        rows(VALUES).to_frame()


def test_a_query_that_takes_too_long_is_given_up(resolution: Resolution) -> None:
    store = OxigraphStore()
    store.load(quads(resolution))
    slow = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i) }"
    start = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"0\.2 s"):
        ask(store, slow, Options(limits=Limits(seconds=0.2)))
    assert time.monotonic() - start < 5


def test_what_goes_wrong_in_time_is_passed_on() -> None:
    def fail() -> None:
        raise QueryError("wrong")

    with pytest.raises(QueryError, match="wrong"):
        within(5, fail)
    assert within(5, threading.current_thread) is not threading.current_thread()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hebei", ox.Literal("Hebei")),
        ("", ox.Literal("")),
        ("15", ox.Literal("15", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer"))),
        ("<x:a>", ox.NamedNode("x:a")),
        ("kg:Fact", ox.NamedNode("https://kg.example.org/ontology#Fact")),
        ('"河北"@zh', ox.Literal("河北", language="zh")),
        ("<x:a> . <x:b> <x:c> <x:d>", ox.Literal("<x:a> . <x:b> <x:c> <x:d>")),
        ("<x:a>, <x:b>", ox.Literal("<x:a>, <x:b>")),
        ("[]", ox.Literal("[]")),
        ("nope:name", ox.Literal("nope:name")),
        ('" . <x:s> <x:p> "', ox.Literal(" . <x:s> <x:p> ")),
    ],
)
def test_a_value_is_one_term(text: str, expected: ox.NamedNode | ox.Literal) -> None:
    assert parse_value(text, prefixes()) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?x WHERE { ?x ?p ?o }", "SELECT ?x WHERE { VALUES (?x) { (<x:a>) }  ?x ?p ?o }"),
        ("SELECT ?x { ?x ?p ?o }", "SELECT ?x { VALUES (?x) { (<x:a>) }  ?x ?p ?o }"),
        ("# {\nASK { ?x ?p '}{' }", "# {\nASK { VALUES (?x) { (<x:a>) }  ?x ?p '}{' }"),
        (
            "CONSTRUCT { ?x ?p 1 } WHERE { ?x ?p ?o }",
            "CONSTRUCT { ?x ?p 1 } WHERE { VALUES (?x) { (<x:a>) }  ?x ?p ?o }",
        ),
        ("CONSTRUCT { ?x ?p 1 } { ?x ?p ?o }", "CONSTRUCT { ?x ?p 1 } { VALUES (?x) { (<x:a>) }  ?x ?p ?o }"),
        ("PREFIX a: <x:#> SELECT * { ?x a:b 1 }", "PREFIX a: <x:#> SELECT * { VALUES (?x) { (<x:a>) }  ?x a:b 1 }"),
    ],
)
def test_where_a_value_is_bound(query: str, expected: str) -> None:
    assert bind(query, {"x": ox.NamedNode("x:a")}) == expected


@pytest.mark.parametrize("name", ["y", "x } #", "", "x y"])
def test_a_name_that_is_no_variable_is_refused(name: str) -> None:
    with pytest.raises(QueryError, match="no variable"):
        bind("SELECT ?x { ?x ?p ?o }", {name: ox.Literal("1")})


def test_a_query_without_a_where_part_cannot_be_bound() -> None:
    with pytest.raises(QueryError, match="no WHERE part"):
        bind("DESCRIBE ?x", {"x": ox.NamedNode("x:a")})


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT ?x {\n  ?x a nope:Thing }", "line 2, column 8: the prefix nope: is not declared"),
        ("SELECT ?x {\n  nope:x ?p ?x }", "line 2, column 3: the prefix nope: is not declared"),
        ("PREFIX a: <x:>\nSELECT ?x {\n  ?x a: b:c }", "line 3, column 9: the prefix b: is not declared"),
        ("SELECT ?x {\n  ?x ?y \n  FILTER( }", "line 3, column "),
        ("", "line 1, column 1"),
        ("SELECT ?x { ?x ?p 'a:b' # c:d\n", "line 2, column 1"),
    ],
)
def test_an_error_points_at_its_place(query: str, place: str) -> None:
    with pytest.raises(QueryError) as wrong:
        ask(OxigraphStore(), query)
    message = str(wrong.value)
    assert place in message
    assert message.splitlines()[-1].strip() == "^"
    assert len(message) < 400


def test_a_message_without_a_place_is_passed_on() -> None:
    assert explain("x", "something else", {}) == "The query is not valid: something else"
