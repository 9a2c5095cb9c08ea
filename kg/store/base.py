"""The interface of every store: what can be asked of it and what can be done to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

import pyoxigraph as ox

Graph = ox.NamedNode | ox.DefaultGraph
RawAnswer = ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples


@dataclass(frozen=True)
class Dataset:
    """The graphs that a query is asked of (SPARQL 1.1 protocol, section 2.1.4).

    Attributes:
        default: Their union is the default graph; the default of the store when both are empty.
        named: The graphs that GRAPH can reach.
    """

    default: tuple[ox.NamedNode, ...] = ()
    named: tuple[ox.NamedNode, ...] = ()


@dataclass(frozen=True)
class Change:
    """Statements to take away and to add, in one transaction.

    Attributes:
        dropped: Graphs that `removed` empties.
    """

    removed: frozenset[ox.Quad] = field(default_factory=frozenset)
    added: frozenset[ox.Quad] = field(default_factory=frozenset)
    dropped: frozenset[ox.NamedNode] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        return bool(self.removed or self.added)


class Reader(Protocol):
    """Asking a store. The default graph is everything; each document's statements stand in a graph of its own."""

    def query(self, sparql: str, prefixes: dict[str, str]) -> RawAnswer:
        """Answer a SPARQL 1.1 query.

        Raises:
            QueryError: The query is not valid or an endpoint refused it.
        """

    def graphs(self) -> list[ox.NamedNode]:
        """Names of all named graphs, sorted."""

    def quads(self, graph: Graph | None = None) -> Iterator[ox.Quad]:
        """The statements of one graph, or of all graphs."""

    def __len__(self) -> int:
        """How many statements all graphs hold."""


class Store(Reader, Protocol):
    """Reading and writing."""

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """Add many statements as fast as the store can; not one transaction."""

    def apply(self, change: Change) -> None:
        """Take away and add statements: all of it, or nothing when it fails.

        Raises:
            StoreError: It failed.
        """

    def close(self) -> None:
        """Write everything to disk and let go of it."""


def difference(store: Reader, quads: Iterable[ox.Quad]) -> Change:
    """What has to change for `store` to hold just `quads`."""
    wanted, present = frozenset(quads), frozenset(store.quads())
    dropped = {q.graph_name for q in present} - {q.graph_name for q in wanted}
    return Change(
        removed=present - wanted,
        added=wanted - present,
        dropped=frozenset(graph for graph in dropped if isinstance(graph, ox.NamedNode)),
    )


def synchronize(store: Store, quads: Iterable[ox.Quad]) -> Change:
    """Make `store` hold just `quads`, in one transaction; what is equal already is not touched."""
    change = difference(store, quads)
    if change:
        store.apply(change)
    return change
