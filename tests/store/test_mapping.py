from __future__ import annotations

import re

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.model import Resolution
from kg.resolve.iris import document_iri
from kg.store.mapping import quads
from kg.store.oxigraph import OxigraphStore
from kg.store.prefixes import prefixes


def answer(store: OxigraphStore, sparql: str) -> list[tuple[str, ...]]:
    found = store.query(sparql, prefixes())
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple("" if cell is None else str(getattr(cell, "value", cell)) for cell in row) for row in found)


@pytest.fixture
def store(resolution: Resolution) -> OxigraphStore:
    made = OxigraphStore()
    made.load(quads(resolution))
    return made


@pytest.mark.parametrize(
    ("sparql", "expected"),
    [
        pytest.param(
            "SELECT ?a ?b { [] a kg:Investment ; kg:subject/rdfs:label ?a ; kg:object/rdfs:label ?b }",
            [("Acme", "Northland")],
            id="parties",
        ),
        pytest.param(
            "SELECT ?v ?c ?max ?q ?v2 ?c2 { [] a kg:Investment ; kg:amount ?m . ?m schema:value ?v ; "
            "schema:currency ?c ; schema:maxValue ?max ; kg:qualifier ?q ; kg:alsoStatedAs [ schema:value ?v2 ; "
            "schema:currency ?c2 ] }",
            [("15000000000", "CNY", "15000000000", "up to", "2100000000", "USD")],
            id="amount with its bound, qualifier and other currency",
        ),
        pytest.param(
            "SELECT ?d (DATATYPE(?d) AS ?t) ?first ?last { [] a kg:Investment ; kg:date ?d ; kg:earliest ?first ; "
            "kg:latest ?last }",
            [("2020-03", "http://www.w3.org/2001/XMLSchema#gYearMonth", "2020-03-01", "2020-03-31")],
            id="date with its precision",
        ),
        pytest.param(
            "SELECT ?label { [] a kg:Partnership ; kg:domain/skos:prefLabel ?label FILTER(LANG(?label) = 'en') }",
            [("AI",), ("cloud computing",), ("toy trains",)],
            id="subject matters, known and unknown",
        ),
        pytest.param(
            "SELECT ?wide { [] a kg:Supply ; kg:domain/skos:broader*/skos:prefLabel ?wide FILTER(LANG(?wide) = 'zh') }",
            [("半导体",)],
            id="labels in Chinese",
        ),
        pytest.param(
            "SELECT ?exact ?before ?start { [] a kg:Investment ; kg:statedBy/oa:hasSelector ?q, ?p . "
            "?q oa:exact ?exact ; oa:prefix ?before . ?p oa:start ?start }",
            [("Acme will invest up to 15 billion yuan in Northland in March 2020.",
              "Acme signed a pact with Northland. "[-32:], "35")],
            id="evidence",
        ),
        pytest.param(
            "SELECT ?status { [] a kg:Partnership ; kg:statedBy/kg:status/skos:prefLabel ?status "
            "FILTER(LANG(?status) = 'en') }",
            [("active",), ("agreed",), ("agreed",)],
            id="each evidence has its own status",
        ),
        pytest.param(
            "SELECT ?field { [] kg:conflictsOn ?field }", [("status",)], id="conflict",
        ),
        pytest.param(
            "SELECT ?rule ?version { [] a kg:Supply ; kg:statedBy ?e . ?e kg:rule ?rule ; "
            "prov:wasGeneratedBy/prov:wasAssociatedWith/schema:softwareVersion ?version }",
            [("test", "0.1.0")],
            id="rule and version",
        ),
        pytest.param(
            "SELECT ?x ?y { ?x kg:partnersWith ?y }",
            [("https://kg.example.org/company/acme", "https://kg.example.org/place/northland"),
             ("https://kg.example.org/place/northland", "https://kg.example.org/company/acme")],
            id="a symmetric edge in both directions",
        ),
        pytest.param("SELECT ?x { ?x kg:supplies ?y }", [], id="no edge for what is only proposed"),
        pytest.param("SELECT ?x { ?x kg:invests ?y }", [("https://kg.example.org/company/acme",)], id="planned: edge"),
        pytest.param(
            "SELECT ?party { [] a kg:Partnership ; kg:party/rdfs:label ?party }",
            [("Acme",), ("Northland",)],
            id="either side of a partnership is a party",
        ),
        pytest.param(
            "SELECT ?u { ?d dct:identifier 'south.txt' ; schema:url ?u FILTER(!ISIRI(?u)) }",
            [("https://news.example/a b",)],
            id="an address that is no IRI stays text",
        ),
        pytest.param(
            "SELECT ?lat ?lon { place:northland schema:latitude ?lat ; schema:longitude ?lon }",
            [("12.5", "-3")],
            id="coordinates",
        ),
    ],
)  # fmt: skip
def test_statements(store: OxigraphStore, sparql: str, expected: list[tuple[str, ...]]) -> None:
    assert answer(store, sparql) == expected


def test_a_document_graph_has_what_the_document_says(store: OxigraphStore) -> None:
    south, north = document_iri("south.txt"), document_iri("north.txt")
    classes = "SELECT ?class {{ GRAPH <{}> {{ ?f kg:statedBy ?e ; a ?class }} }}"
    assert [row[0].rpartition("#")[2] for row in answer(store, classes.format(south))] == ["Partnership", "Supply"]
    assert [row[0].rpartition("#")[2] for row in answer(store, classes.format(north))] == ["Investment", "Partnership"]
    edges = f"SELECT ?p {{ GRAPH <{south}> {{ ?x ?p ?y . FILTER(?p IN (kg:partnersWith, kg:supplies)) }} }}"
    assert len(answer(store, edges)) == 2


def test_every_statement_of_a_document_graph_on_nodes_is_in_the_default_graph(store: OxigraphStore) -> None:
    default = {quad.triple for quad in store.quads(ox.DefaultGraph())}
    for graph in store.graphs():
        assert {quad.triple for quad in store.quads(graph)} <= default


def test_no_blank_nodes_and_no_clock(resolution: Resolution) -> None:
    found = list(quads(resolution))
    assert not [q for q in found if isinstance(q.subject, ox.BlankNode) or isinstance(q.object, ox.BlankNode)]
    assert not [q for q in found if isinstance(q.object, ox.Literal) and q.object.datatype.value.endswith("dateTime")]


def test_the_base_changes_the_data_and_not_the_vocabulary(resolution: Resolution) -> None:
    own = {str(q) for q in quads(resolution)}
    moved = {str(q) for q in quads(resolution, "https://data.example.com/")}
    kinds = "company|place|fact|document|evidence|extraction|software"
    back = {re.sub(f"https://data.example.com/({kinds})/", r"https://kg.example.org/\1/", line) for line in moved}
    assert {line for line in back if "toy-trains" not in line} == {line for line in own if "toy-trains" not in line}
    assert not [line for line in moved if re.search(f"https://kg.example.org/({kinds})/", line)]


@pytest.mark.parametrize("base", ["", "data", "https://example.com", "https://exa mple.com/", "https://a/<b>/"])
def test_what_cannot_be_a_base_is_refused(resolution: Resolution, base: str) -> None:
    with pytest.raises(StoreError, match="cannot be the base"):
        list(quads(resolution, base))


def test_a_reading_of_an_unknown_document_is_refused(resolution: Resolution) -> None:
    broken = Resolution(resolution.documents[1:], resolution.entities, resolution.deals)
    with pytest.raises(StoreError, match=r"north\.txt"):
        list(quads(broken))
