"""Answering a request on a store, in the format that the client takes."""

from __future__ import annotations

from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError
from kg.export.answers import as_csv, as_json, as_tsv, as_xml, turtle
from kg.serve.negotiation import ROWS, STATEMENTS, choose
from kg.serve.protocol import Refused, Request
from kg.store.base import Dataset
from kg.store.oxigraph import OxigraphStore
from kg.store.prefixes import prefixes
from kg.store.query import Answer, Rows, Statements, Truth, collect

_RDF = {"nt": ox.RdfFormat.N_TRIPLES, "rdf": ox.RdfFormat.RDF_XML, "jsonld": ox.RdfFormat.JSON_LD}


@dataclass(frozen=True)
class Response:
    """What goes back to the client; `cut` says that the result limit took something away."""

    status: int
    media_type: str
    body: bytes
    cut: bool = False


def respond(store: OxigraphStore, request: Request, accept: str | None, base: str, limit: int | None) -> Response:
    """Answer a request; what is wrong with it is an answer too."""
    try:
        answer = collect(store.query(request.query, prefixes(base), _dataset(request)), limit)
        kind = choose(accept, tuple(STATEMENTS if isinstance(answer, Statements) else ROWS))
    except QueryError as error:
        return failure(400, str(error))
    except Refused as error:
        return failure(error.status, str(error))
    cut = not isinstance(answer, Truth) and answer.cut
    return Response(200, kind, _body(answer, kind, base), cut)


def failure(status: int, message: str) -> Response:
    """An error as plain text."""
    return Response(status, "text/plain", message.encode() + b"\n")


def _dataset(request: Request) -> Dataset | None:
    """The graphs that the request names; None when it names none."""
    if not request.default_graphs and not request.named_graphs:
        return None
    try:
        default, named = (tuple(map(ox.NamedNode, names)) for names in (request.default_graphs, request.named_graphs))
        return Dataset(default, named)
    except ValueError as error:
        raise Refused(400, f"A graph is named by an IRI: {error}.") from error


def _body(answer: Answer, kind: str, base: str) -> bytes:
    if isinstance(answer, Statements):
        format_ = STATEMENTS[kind]
        if format_ == "turtle":
            return "".join(turtle(answer, base)).encode()
        return ox.serialize(answer.triples, format=_RDF[format_]) or b""
    format_ = ROWS[kind]
    if format_ == "json":
        return as_json(answer).encode()
    if format_ == "xml":
        return "".join(as_xml(answer)).encode()
    if isinstance(answer, Rows):
        return "".join(as_csv(answer) if format_ == "csv" else as_tsv(answer)).encode()
    return b"true\n" if answer else b"false\n"
