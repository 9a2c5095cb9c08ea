"""One test body for every store: in memory, on disk, and two real servers on loopback."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError, StoreError
from kg.model import Resolution
from kg.resolve.iris import document_iri
from kg.store import Change, Store, difference, open_store, synchronize
from kg.store.endpoint import EndpointStore
from kg.store.mapping import quads
from kg.store.query import Limits, Options, Rows, Statements, Truth, ask
from kg.store.syntax import parse_value

KINDS = [
    "memory",
    "disk",
    pytest.param("oxigraph", marks=pytest.mark.server),
    pytest.param("oxigraph-updates", marks=pytest.mark.server),
    pytest.param("virtuoso", marks=pytest.mark.server),
]


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    kind: str = request.param
    made = (
        open_store(tmp_path / "store" if kind == "disk" else None) if kind in ("memory", "disk") else _remote(request)
    )
    yield made
    made.close()


def _remote(request: pytest.FixtureRequest) -> EndpointStore:
    kind: str = request.param
    start: Callable[[], EndpointStore] = request.getfixturevalue(f"{kind.partition('-')[0]}_server")
    made = start()
    if kind.endswith("updates"):
        made = EndpointStore(made.url, made.update_url)
    synchronize(made, [])
    return made


def names(store: Store, sparql: str, options: Options | None = None) -> list[str]:
    found = ask(store, sparql, options)
    assert isinstance(found, Rows)
    return sorted(str(getattr(row[0], "value", row[0])) for row in found)


def test_what_is_loaded_is_there(store: Store, resolution: Resolution) -> None:
    wanted = set(quads(resolution))
    store.load(wanted)
    assert set(store.quads()) == wanted
    assert len(store) == len(wanted)
    assert [graph.value for graph in store.graphs()] == sorted(document_iri(d.name) for d in resolution.documents)


def test_one_graph_alone(store: Store, resolution: Resolution) -> None:
    wanted = set(quads(resolution))
    store.load(wanted)
    graph = ox.NamedNode(document_iri("云.txt"))
    assert set(store.quads(graph)) == {quad for quad in wanted if quad.graph_name == graph}
    default = ox.DefaultGraph()
    assert set(store.quads(default)) == {quad for quad in wanted if quad.graph_name == default}


def test_synchronizing_twice_changes_nothing(store: Store, resolution: Resolution) -> None:
    assert synchronize(store, quads(resolution))
    assert not synchronize(store, quads(resolution))


def test_a_document_goes_with_all_that_only_it_supports(
    store: Store, resolution: Resolution, smaller: Resolution
) -> None:
    store.load(quads(resolution))
    change = synchronize(store, quads(smaller))
    assert change.removed
    assert set(store.quads()) == set(quads(smaller))
    assert names(store, "SELECT ?n { ?c a kg:Company ; rdfs:label ?n }") == ["Acme"]
    assert document_iri("south.txt") not in [graph.value for graph in store.graphs()]
    assert synchronize(store, quads(resolution)).added
    assert names(store, "SELECT ?n { ?c a kg:Company ; rdfs:label ?n }") == ["Acme", "Globex"]


def test_queries_see_each_statement_once(store: Store, resolution: Resolution) -> None:
    store.load(quads(resolution))
    found = ask(store, "SELECT (COUNT(*) AS ?n) { ?fact a kg:Partnership }")
    assert isinstance(found, Rows)
    assert [str(getattr(cell, "value", "")) for row in found for cell in row] == ["1"]


def test_a_graph_can_be_asked(store: Store, resolution: Resolution) -> None:
    store.load(quads(resolution))
    query = "SELECT ?g { GRAPH ?g { company:acme kg:invests ?x } FILTER(STRSTARTS(STR(?g), STR(document:))) }"
    assert names(store, query) == [document_iri("north.txt")]


def test_ask_and_construct(store: Store, resolution: Resolution) -> None:
    store.load(quads(resolution))
    assert ask(store, "ASK { company:acme kg:invests place:northland }") == Truth(True)
    assert ask(store, "ASK { company:globex kg:invests place:northland }") == Truth(False)
    found = ask(store, "CONSTRUCT { ?a kg:invests ?b } WHERE { ?a kg:invests ?b }")
    assert isinstance(found, Statements)
    assert [triple.object for triple in found] == [parse_value("<https://kg.example.org/place/northland>", {})]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Northland", ["Acme"]),
        ("Nowhere", []),
        ('" } INSERT DATA { <x:a> <x:b> <x:c> } #', []),
        ('Northland") } UNION { ?company rdfs:label ?x } #', []),
        ("\\", []),
    ],
)
def test_a_bound_value_is_only_a_value(store: Store, resolution: Resolution, value: str, expected: list[str]) -> None:
    store.load(quads(resolution))
    size = len(store)
    query = "SELECT ?name WHERE { ?c kg:invests/rdfs:label ?place ; rdfs:label ?name }"
    assert names(store, query, Options(values={"place": parse_value(value, {})})) == expected
    assert len(store) == size


def test_texts_come_back_as_they_went(store: Store) -> None:
    texts = ['a "quote" and \\', "line\nbreak\r\ttab", "{ } <http://x> ?x", "云\U0001f600é", "'''\"\"\"", " "]
    sent = {ox.Quad(ox.NamedNode("https://kg.example.org/s"), ox.NamedNode("x:p"), ox.Literal(text)) for text in texts}
    synchronize(store, sent)
    assert set(store.quads()) == sent
    tagged = {ox.Quad(ox.NamedNode("https://kg.example.org/s"), ox.NamedNode("x:p"), ox.Literal("云", language="zh"))}
    synchronize(store, tagged)
    assert set(store.quads()) == tagged


def test_a_wrong_query_says_where(store: Store) -> None:
    with pytest.raises(QueryError, match="line 2, column 5"):
        ask(store, "SELECT ?x {\n ?x nope:nope ?y }")


def test_an_update_is_no_query(store: Store) -> None:
    with pytest.raises(QueryError):
        ask(store, "INSERT DATA { <x:a> <x:b> <x:c> }")
    assert len(store) == 0


def test_more_rows_than_the_limit_are_cut(store: Store, resolution: Resolution) -> None:
    store.load(quads(resolution))
    cut = ask(store, "SELECT * { ?s ?p ?o }", Options(limits=Limits(rows=3)))
    assert isinstance(cut, Rows)
    assert (len(cut), cut.cut) == (3, True)
    whole = ask(store, "SELECT * { ?s kg:invests ?o }", Options(limits=Limits(rows=1)))
    assert isinstance(whole, Rows)
    assert (len(whole), whole.cut) == (1, False)


def test_a_change_that_fails_changes_nothing(store: Store, resolution: Resolution) -> None:
    store.load(quads(resolution))
    before = set(store.quads())
    blank = ox.Quad(ox.BlankNode("b"), ox.NamedNode("https://kg.example.org/p"), ox.Literal("x"))
    with pytest.raises(StoreError):
        store.apply(Change(removed=frozenset([*list(before)[:10], blank])))
    assert set(store.quads()) == before


def test_the_difference_is_what_has_to_change(store: Store) -> None:
    first, second = (
        ox.Quad(ox.NamedNode("https://kg.example.org/s"), ox.NamedNode("x:p"), ox.Literal(text)) for text in "ab"
    )
    synchronize(store, [first])
    change = difference(store, [second])
    assert (set(change.removed), set(change.added)) == ({first}, {second})
