"""A store behind a SPARQL 1.1 endpoint: query, update and the graph store protocol over HTTP."""

from __future__ import annotations

import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store.base import Change, Graph, RawAnswer
from kg.store.syntax import explain
from kg.store.updates import update_text

EVERYTHING = "https://kg.example.org/graph"
"""Name of the graph that holds everything on a server: not every server lets clients write a default graph."""

_ACCEPT_QUERY = "application/sparql-results+json, application/n-triples;q=0.9"
_RESULTS = {"application/sparql-results+json": ox.QueryResultsFormat.JSON}
_BATCH = 20_000


@dataclass(frozen=True)
class EndpointStore:
    """Any SPARQL 1.1 endpoint.

    Attributes:
        url: Where queries go.
        update_url: Where updates go; by default where queries go.
        graph_store_url: Where the graph store protocol is spoken; without it, loading is done by updates.
        everything: The named graph that stands for the default graph of other stores.
        seconds: Time after which a request is given up.
    """

    url: str
    update_url: str | None = None
    graph_store_url: str | None = None
    everything: str = EVERYTHING
    seconds: float = 60.0

    def query(self, sparql: str, prefixes: dict[str, str]) -> RawAnswer:
        """See `Reader.query`. `everything` is the default graph."""
        header = " ".join(f"PREFIX {name}: <{iri}>" for name, iri in prefixes.items())
        form = {"query": f"{header} {sparql}", "default-graph-uri": self.everything}
        try:
            kind, body = self._post(self.url, urllib.parse.urlencode(form).encode(), _FORM, _ACCEPT_QUERY)
        except _RefusedError as error:
            self._point_at(sparql, prefixes)
            raise QueryError(f"The endpoint {self.url} refused the query: {error}") from error
        return _parsed(body, kind, self.url)

    def graphs(self) -> list[ox.NamedNode]:
        """See `Reader.graphs`."""
        found = self._select("SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o } }")
        names = (row[0] for row in found if isinstance(row[0], ox.NamedNode))
        return sorted((name for name in names if name.value != self.everything), key=str)

    def quads(self, graph: Graph | None = None) -> Iterator[ox.Quad]:
        """See `Reader.quads`."""
        if graph is None:
            yield from self.quads(ox.DefaultGraph())
            for name in self.graphs():
                yield from self.quads(name)
            return
        answer = self.query(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {self._name(graph)} {{ ?s ?p ?o }} }}", {})
        if not isinstance(answer, ox.QueryTriples):
            raise StoreError(f"The endpoint {self.url} answered a CONSTRUCT query with something else.")
        yield from (ox.Quad(t.subject, t.predicate, t.object, graph) for t in answer)

    def __len__(self) -> int:
        names = [self._name(graph) for graph in (ox.DefaultGraph(), *self.graphs())]
        counts = f"SELECT (COUNT(*) AS ?n) WHERE {{ VALUES ?g {{ {' '.join(names)} }} GRAPH ?g {{ ?s ?p ?o }} }}"
        row = next(iter(self._select(counts)))
        return int(row[0].value) if isinstance(row[0], ox.Literal) else 0

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
        body = update_text(change, ox.NamedNode(self.everything)).encode()
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
            address = f"{self.graph_store_url}?{urllib.parse.urlencode({'graph': name[1:-1]})}"
            try:
                self._post(address, body, "application/n-triples", "*/*")
            except _RefusedError as error:
                raise StoreError(f"The endpoint {self.graph_store_url} refused the statements: {error}") from error

    def _select(self, sparql: str) -> ox.QuerySolutions:
        answer = self.query(sparql, {})
        if not isinstance(answer, ox.QuerySolutions):
            raise StoreError(f"The endpoint {self.url} answered a SELECT query with something else.")
        return answer

    def _name(self, graph: object) -> str:
        return str(graph) if isinstance(graph, ox.NamedNode) else f"<{self.everything}>"

    def _point_at(self, sparql: str, prefixes: dict[str, str]) -> None:
        """Where the query itself is wrong, say where, as for any other store."""
        try:
            ox.Store().query(sparql, prefixes=prefixes)
        except SyntaxError as error:
            raise QueryError(explain(sparql, str(error))) from error

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


_FORM = "application/x-www-form-urlencoded"


class _RefusedError(Exception):
    """The server answered with an error."""


def _parsed(body: bytes, kind: str, url: str) -> RawAnswer:
    """An answer as pyoxigraph gives its own: the content type says what it is."""
    try:
        if kind in _RESULTS:
            return ox.parse_query_results(body, format=_RESULTS[kind])
        triples = ox.Store()
        triples.bulk_load(body, format=ox.RdfFormat.from_media_type(kind) or ox.RdfFormat.N_TRIPLES)
        answer = triples.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"The endpoint {url} sent an answer that cannot be read ({kind}): {error}.") from error
    return answer
