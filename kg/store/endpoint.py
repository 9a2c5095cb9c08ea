"""A store behind a SPARQL 1.1 endpoint: query, update and the graph store protocol over HTTP."""

from __future__ import annotations

import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.resolve.iris import BASE
from kg.store.base import Change, Graph, RawAnswer
from kg.store.syntax import explain
from kg.store.updates import update_text

EVERYTHING = f"{BASE}graph"
"""Name of the graph that holds everything on a server that has no default graph to write to, such as Virtuoso."""

_FORM = "application/x-www-form-urlencoded"
_ROWS, _TRIPLES = "application/sparql-results+json", "application/n-triples"
_GRAPH = re.compile(r"\bgraph\b", re.IGNORECASE)
_BATCH = 20_000


@dataclass(frozen=True)
class EndpointStore:
    """Any SPARQL 1.1 endpoint. Other people's graphs on the server are neither seen nor touched.

    Attributes:
        url: Where queries go.
        update_url: Where updates go; by default where queries go.
        graph_store_url: Where the graph store protocol is spoken; without it, loading is done by updates.
        everything: Name of the graph that stands for the default graph; None to use the server's own, which then
            must be for this graph alone.
        base: Named graphs that begin with this are ours.
        seconds: Time after which a request is given up.
    """

    url: str
    update_url: str | None = None
    graph_store_url: str | None = None
    everything: str | None = None
    base: str = BASE
    seconds: float = 60.0

    def query(self, sparql: str, prefixes: dict[str, str]) -> RawAnswer:
        """See `Reader.query`."""
        kind = _kind(sparql, prefixes)
        header = " ".join(f"PREFIX {name}: <{iri}>" for name, iri in prefixes.items())
        form = [("query", f"{header} {sparql}")]
        if self.everything:
            form.append(("default-graph-uri", self.everything))
            if _GRAPH.search(sparql):
                form += [("named-graph-uri", graph.value) for graph in self.graphs()]
        answer = self._answer(form, _TRIPLES if kind is ox.QueryTriples else _ROWS)
        if kind is ox.QueryBoolean and isinstance(answer, ox.QuerySolutions):
            return _truth(answer)
        return answer

    def graphs(self) -> list[ox.NamedNode]:
        """See `Reader.graphs`."""
        found = self._select(f"SELECT DISTINCT ?g WHERE {{ {self._ours()} }}")
        names = (row[0] for row in found if isinstance(row[0], ox.NamedNode))
        return sorted((name for name in names if name.value != self.everything), key=str)

    def quads(self, graph: Graph | None = None) -> Iterator[ox.Quad]:
        """See `Reader.quads`."""
        if graph is None:
            yield from self.quads(ox.DefaultGraph())
            for name in self.graphs():
                yield from self.quads(name)
            return
        query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {self._pattern(graph)} }}"
        answer = self._answer([("query", query)], _TRIPLES)
        if not isinstance(answer, ox.QueryTriples):
            raise StoreError(f"The endpoint {self.url} answered a CONSTRUCT query with something else.")
        yield from (ox.Quad(t.subject, t.predicate, t.object, graph) for t in answer)

    def __len__(self) -> int:
        patterns = [self._ours()] if self.everything else ["?s ?p ?o", self._ours()]
        counts = (self._select(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}") for pattern in patterns)
        return sum(int(row[0].value) for count in counts for row in count if isinstance(row[0], ox.Literal))

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """See `Store.load`: by the graph store protocol, or by updates where the server has none."""
        source = iter(quads)
        while batch := list(islice(source, _BATCH)):
            if self.graph_store_url:
                self._upload(batch)
            else:
                self.apply(Change(added=frozenset(batch)))

    def apply(self, change: Change) -> None:
        """See `Store.apply`. One request; that it is one transaction is the server's to keep."""
        if not change:
            return
        body = update_text(change, ox.NamedNode(self.everything) if self.everything else None).encode()
        try:
            self._post(self.update_url or self.url, body, "application/sparql-update", "*/*")
        except _RefusedError as error:
            raise StoreError(f"The endpoint {self.update_url or self.url} refused the change: {error}") from error

    def close(self) -> None:
        """See `Store.close`. There is nothing to close."""

    def _upload(self, batch: list[ox.Quad]) -> None:
        ordered = sorted(batch, key=lambda quad: self._name(quad.graph_name))
        for name, quads in groupby(ordered, key=lambda quad: self._name(quad.graph_name)):
            body = ox.serialize((quad.triple for quad in quads), format=ox.RdfFormat.N_TRIPLES) or b""
            address = f"{self.graph_store_url}?{urllib.parse.urlencode({'graph': name}) if name else 'default'}"
            try:
                self._post(address, body, "application/n-triples", "*/*")
            except _RefusedError as error:
                raise StoreError(f"The endpoint {self.graph_store_url} refused the statements: {error}") from error

    def _select(self, sparql: str) -> ox.QuerySolutions:
        answer = self._answer([("query", sparql)], _ROWS)
        if not isinstance(answer, ox.QuerySolutions):
            raise StoreError(f"The endpoint {self.url} answered a SELECT query with something else.")
        return answer

    def _answer(self, form: list[tuple[str, str]], accept: str) -> RawAnswer:
        try:
            kind, body = self._post(self.url, urllib.parse.urlencode(form).encode(), _FORM, accept)
        except _RefusedError as error:
            raise QueryError(f"The endpoint {self.url} refused the query: {error}") from error
        return _parsed(body, kind, self.url)

    def _ours(self) -> str:
        """A pattern for the statements in graphs of ours."""
        return f"GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), {ox.Literal(self.base)}))"

    def _name(self, graph: object) -> str:
        """IRI of a graph on the server; empty for its default graph."""
        return graph.value if isinstance(graph, ox.NamedNode) else self.everything or ""

    def _pattern(self, graph: Graph) -> str:
        name = self._name(graph)
        return f"GRAPH <{name}> {{ ?s ?p ?o }}" if name else "?s ?p ?o"

    def _post(self, address: str, body: bytes, kind: str, accept: str) -> tuple[str, bytes]:
        headers = {"Content-Type": kind, "Accept": accept, "User-Agent": "kg"}
        request = urllib.request.Request(address, data=body, headers=headers, method="POST")
        try:
            with urllib.request.urlopen(request, timeout=self.seconds) as response:
                return response.headers.get_content_type(), response.read()
        except urllib.error.HTTPError as error:
            detail = error.read(500).decode("utf-8", "replace").strip()
            raise _RefusedError(f"{error.code} {error.reason} {detail}".strip()) from error
        except (OSError, ValueError) as error:
            raise StoreError(f"The endpoint {address} cannot be reached: {error}.") from error


class _RefusedError(Exception):
    """The server answered with an error."""


def _kind(sparql: str, prefixes: dict[str, str]) -> type[RawAnswer]:
    """What the query answers with. What is wrong with it is found here, with its place, as for any other store."""
    try:
        return type(ox.Store().query(sparql, prefixes=prefixes))
    except SyntaxError as error:
        raise QueryError(explain(sparql, str(error), prefixes)) from error


def _truth(rows: ox.QuerySolutions) -> RawAnswer:
    """Virtuoso 7 answers ASK with one row that holds 1, or none."""
    yes = any(isinstance(row[0], ox.Literal) and row[0].value == "1" for row in rows)
    return ox.Store().query("ASK { }" if yes else "ASK { FILTER(false) }")


def _parsed(body: bytes, kind: str, url: str) -> RawAnswer:
    """An answer as pyoxigraph gives its own: the content type says what it is."""
    try:
        if kind == _ROWS:
            return ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)
        triples = ox.Store()
        triples.bulk_load(body, format=ox.RdfFormat.from_media_type(kind) or ox.RdfFormat.N_TRIPLES)
        answer = triples.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"The endpoint {url} sent an answer that cannot be read ({kind}): {error}.") from error
    return answer
