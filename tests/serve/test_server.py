"""The SPARQL 1.1 protocol over the wire, each behaviour that the documentation claims."""

from __future__ import annotations

import http.client
import json
import socket
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import pyoxigraph as ox
import pytest
from SPARQLWrapper import CSV, JSON, TURTLE, XML, SPARQLWrapper

from kg.resolve.iris import document_iri
from kg.store.endpoint import EndpointStore
from kg.store.query import Rows, ask

pytestmark = [pytest.mark.server, pytest.mark.slow]

SELECT = "SELECT ?name WHERE { ?c a kg:Company ; rdfs:label ?name } ORDER BY ?name"
CONSTRUCT = "CONSTRUCT { ?a kg:invests ?b } WHERE { ?a kg:invests ?b }"
Start = Callable[..., AbstractContextManager[str]]


def call(
    server: str, method: str, path: str, body: bytes | None = None, **headers: str
) -> tuple[int, dict[str, str], str]:
    """Status, headers by their names in small letters, text."""
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=20)
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, body, sent)
    response = connection.getresponse()
    text = response.read().decode()
    connection.close()
    return response.status, {name.lower(): value for name, value in response.getheaders()}, text


def get(server: str, query: str, **headers: str) -> tuple[int, dict[str, str], str]:
    return call(server, "GET", f"/sparql?query={quote(query)}", None, **headers)


@pytest.mark.parametrize(
    ("accept", "kind", "contains"),
    [
        ("*/*", "application/sparql-results+json", '"value": "Acme"'),
        ("application/sparql-results+xml", "application/sparql-results+xml", "<literal>Acme</literal>"),
        ("text/csv", "text/csv", "name\r\nAcme\r\nGlobex\r\n"),
        ("text/tab-separated-values", "text/tab-separated-values", '?name\n"Acme"\n"Globex"\n'),
    ],
)
def test_select_in_every_format(server: str, accept: str, kind: str, contains: str) -> None:
    status, headers, text = get(server, SELECT, Accept=accept)
    assert (status, headers["content-type"], headers["vary"]) == (200, kind, "Accept")
    assert contains in text
    format_ = ox.QueryResultsFormat.from_media_type(kind)
    if format_ and kind != "text/csv":
        parsed = ox.parse_query_results(text.encode(), format=format_)
        assert isinstance(parsed, ox.QuerySolutions)
        assert [str(row["name"]) for row in parsed] == ['"Acme"', '"Globex"']


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_construct_in_every_format(server: str, accept: str) -> None:
    status, headers, text = get(server, CONSTRUCT, Accept=accept)
    assert (status, headers["content-type"]) == (200, accept)
    format_ = ox.RdfFormat.from_media_type(accept)
    assert format_
    assert len(list(ox.parse(text.encode(), format=format_))) == 1


def test_post_as_a_form_and_directly(server: str) -> None:
    wanted = get(server, SELECT)[2]
    form = urlencode({"query": SELECT}).encode()
    kind = "application/x-www-form-urlencoded"
    assert call(server, "POST", "/sparql", form, Content_Type=kind)[2] == wanted
    assert call(server, "POST", "/sparql", SELECT.encode(), Content_Type="application/sparql-query")[2] == wanted


def test_the_dataset_of_the_request(server: str) -> None:
    one, other = quote(document_iri("north.txt")), quote(document_iri("south.txt"))
    count = quote("SELECT (COUNT(*) AS ?n) WHERE { ?f a kg:Partnership }")
    named = quote("SELECT ?g WHERE { GRAPH ?g { ?f a kg:Partnership } }")
    path = f"/sparql?query={count}&default-graph-uri={one}&default-graph-uri={other}"
    assert call(server, "GET", path, Accept="text/csv")[2] == "n\r\n1\r\n", "their union, each statement once"
    path = f"/sparql?query={named}&named-graph-uri={one}"
    assert call(server, "GET", path, Accept="text/csv")[2] == f"g\r\n{document_iri('north.txt')}\r\n"
    assert call(server, "GET", f"/sparql?query={count}&named-graph-uri={one}", Accept="text/csv")[2] == "n\r\n0\r\n"
    assert call(server, "GET", f"/sparql?query={count}&default-graph-uri=a%20b")[0] == 400


@pytest.mark.parametrize(
    ("method", "path", "kind", "body", "status"),
    [
        ("GET", "/sparql?query=SELECT", "", b"", 400),
        ("GET", "/sparql?other=1", "", b"", 400),
        ("GET", "/sparql?update=CLEAR+ALL", "", b"", 403),
        ("POST", "/sparql", "application/sparql-update", b"CLEAR ALL", 403),
        ("POST", "/sparql", "application/sparql-query", b"INSERT DATA { <x:a> <x:b> <x:c> }", 400),
        ("POST", "/sparql", "text/plain", b"ASK {}", 415),
        ("POST", "/", "text/plain", b"", 405),
        ("PUT", "/sparql", "text/turtle", b"", 405),
        ("DELETE", "/sparql", "", b"", 405),
        ("GET", "/nowhere", "", b"", 404),
        ("GET", "/../../etc/passwd", "", b"", 404),
    ],
)
def test_what_is_refused(server: str, method: str, path: str, kind: str, body: bytes, status: int) -> None:
    found, headers, text = call(server, method, path, body, Content_Type=kind)
    assert found == status
    assert headers["content-type"] == "text/plain"
    assert text.strip()


def test_nothing_can_be_written(server: str) -> None:
    before = get(server, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[2]
    call(server, "POST", "/sparql", b"update=CLEAR+ALL", Content_Type="application/x-www-form-urlencoded")
    assert get(server, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[2] == before


def test_an_error_says_where(server: str) -> None:
    assert "line 2, column 3: the prefix no: is not declared" in get(server, "SELECT ?x {\n  no:x ?p ?x }")[2]


def test_formats_that_do_not_fit_are_refused(server: str) -> None:
    assert get(server, SELECT, Accept="text/turtle")[0] == 406


def test_a_request_that_is_too_long_is_refused(server: str) -> None:
    with socket.create_connection(("127.0.0.1", urlsplit(server).port or 0), timeout=5) as connection:
        head = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        connection.sendall(f"{head}Content-Length: 99999999\r\n\r\n".encode())
        assert b" 413 " in connection.recv(100)


def test_the_description_of_the_service(server: str) -> None:
    status, headers, text = call(server, "GET", "/sparql")
    assert (status, headers["content-type"]) == (200, "text/turtle")
    found = {str(triple.predicate) for triple in ox.parse(text.encode(), format=ox.RdfFormat.TURTLE)}
    assert "<http://www.w3.org/ns/sparql-service-description#endpoint>" in found


def test_head_options_and_health(server: str) -> None:
    status, headers, text = call(server, "HEAD", f"/sparql?query={quote(SELECT)}")
    assert (status, text) == (200, "")
    assert int(headers["content-length"]) > 0
    assert call(server, "OPTIONS", "/sparql")[0] == 204
    assert json.loads(call(server, "GET", "/health")[2]) == {"status": "ok"}


def test_other_web_pages_may_not_ask_unless_told(server: str, start: Start) -> None:
    assert "access-control-allow-origin" not in get(server, SELECT, Origin="https://evil.example")[1]
    with start("--cors", "https://good.example") as open_server:
        assert get(open_server, SELECT)[1]["access-control-allow-origin"] == "https://good.example"


def test_another_name_for_this_machine_is_refused(server: str) -> None:
    assert call(server, "GET", "/health", Host="evil.example")[0] == 421
    assert call(server, "GET", "/health", Host="localhost:1")[0] == 200


def test_a_slow_query_is_ended_and_the_next_is_answered(start: Start) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c != ?f && ?f != ?i) }"
    with start("--timeout", "0.5") as server:
        status, _, text = get(server, slow)
        assert (status, text) == (503, "The query took longer than 0.5 s: narrow it.\n")
        for _ in range(3):
            get(server, slow)
        assert get(server, "ASK { }")[0] == 200


def test_the_result_limit(start: Start) -> None:
    with start("--limit", "1") as server:
        _, headers, text = get(server, SELECT, Accept="text/csv")
        assert (text, headers["x-kg-cut"]) == ("name\r\nAcme\r\n", "1")
        assert "x-kg-cut" not in get(server, "ASK { }")[1]


def test_texts_arrive_unharmed_in_every_format(server: str) -> None:
    text = 'a<b>&"c"\r\n\t云\U0001f600'
    query = f"SELECT ?x WHERE {{ VALUES ?x {{ {ox.Literal(text)} }} }}"
    for kind in ("application/sparql-results+json", "application/sparql-results+xml", "text/tab-separated-values"):
        format_ = ox.QueryResultsFormat.from_media_type(kind)
        assert format_
        found = ox.parse_query_results(get(server, query, Accept=kind)[2].encode(), format=format_)
        assert isinstance(found, ox.QuerySolutions)
        assert next(found)[0] == ox.Literal(text), kind


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("format_", [JSON, XML, CSV])
def test_sparqlwrapper_is_served(server: str, method: str, format_: str) -> None:
    client = SPARQLWrapper(f"{server}/sparql")
    client.setMethod(method)
    client.setQuery("PREFIX kg: <https://kg.example.org/ontology#> " + SELECT.replace("rdfs:", "kg:x|rdfs:"))
    client.setReturnFormat(format_)
    found = client.query().convert()
    assert "Globex" in str(found.toxml() if format_ == XML else found)


def test_sparqlwrapper_is_served_statements(server: str) -> None:
    client = SPARQLWrapper(f"{server}/sparql")
    client.setQuery(CONSTRUCT)
    client.setReturnFormat(TURTLE)
    assert b"kg:invests" in client.query().convert()


def test_our_own_client_is_served(server: str) -> None:
    found = ask(EndpointStore(f"{server}/sparql"), SELECT)
    assert isinstance(found, Rows)
    assert len(found) == 2


def test_a_port_in_use_is_said(server: str, folder: Path) -> None:
    from kg.cli.serve import command
    from kg.errors import StoreError

    with pytest.raises(StoreError, match="cannot be used"):
        command.main(["-g", str(folder), "--port", str(urlsplit(server).port)], standalone_mode=False)
