"""Requests and content negotiation, without a server."""

from __future__ import annotations

import pytest

from kg.serve.negotiation import ROWS, STATEMENTS, choose
from kg.serve.protocol import FORM, QUERY, UPDATE, Refused, Request, from_get, from_post


def test_a_query_via_get() -> None:
    found = from_get("query=ASK%20%7B%7D&default-graph-uri=x%3Aa&default-graph-uri=x%3Ab&named-graph-uri=x%3Ac")
    assert found == Request("ASK {}", ("x:a", "x:b"), ("x:c",))


def test_no_query_string_asks_for_the_description() -> None:
    assert from_get("") is None


def test_a_query_via_post() -> None:
    assert from_post("", FORM, b"query=ASK+%7B%7D") == Request("ASK {}")
    assert from_post("", f"{FORM}; charset=UTF-8", b"query=ASK+%7B%7D") == Request("ASK {}")
    assert from_post("named-graph-uri=x%3Ac", QUERY, "ASK { '云' }".encode()) == Request("ASK { '云' }", (), ("x:c",))


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        (FORM, b"", 400),
        (FORM, b"query=ASK&query=ASK", 400),
        (FORM, b"other=1", 400),
        (FORM, b"update=CLEAR+ALL", 403),
        (FORM, b"query=%FF", 400),
        (UPDATE, b"CLEAR ALL", 403),
        (QUERY, b"\xff", 400),
        ("", b"ASK {}", 415),
        ("text/plain", b"ASK {}", 415),
        ("application/sparql-query; charset=latin-1", b"ASK {}", 415),
    ],
)
def test_what_is_refused(kind: str, body: bytes, status: int) -> None:
    with pytest.raises(Refused) as refused:
        from_post("", kind, body)
    assert refused.value.status == status


@pytest.mark.parametrize(
    ("accept", "offered", "expected"),
    [
        (None, ROWS, "application/sparql-results+json"),
        ("*/*", ROWS, "application/sparql-results+json"),
        ("text/csv", ROWS, "text/csv"),
        ("text/*", ROWS, "text/csv"),
        ("text/csv;q=0.5, application/sparql-results+xml", ROWS, "application/sparql-results+xml"),
        ("text/csv;q=0.5, */*;q=0.1", ROWS, "text/csv"),
        ("*/*, text/csv;q=0", ROWS, "application/sparql-results+json"),
        ("application/sparql-results+json;q=0, */*", ROWS, "application/sparql-results+xml"),
        ("application/json", ROWS, "application/json"),
        ("application/n-triples", STATEMENTS, "application/n-triples"),
        ("application/rdf+xml, text/turtle;q=0.9", STATEMENTS, "application/rdf+xml"),
    ],
)
def test_negotiation(accept: str | None, offered: dict[str, str], expected: str) -> None:
    assert choose(accept, tuple(offered)) == expected


def test_what_cannot_be_had_is_refused() -> None:
    with pytest.raises(Refused, match="text/turtle") as refused:
        choose("text/turtle", tuple(ROWS))
    assert refused.value.status == 406
