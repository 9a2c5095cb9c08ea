"""How commands name a graph: `-g DIR`, a store, an RDF file or the address of a SPARQL endpoint."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from kg.resolve.iris import BASE
from kg.store.base import Store

graph_option = click.option(
    "-g",
    "--graph",
    default="out",
    show_default=True,
    metavar="WHERE",
    help="Folder of `kg build`, a store, an RDF file, or the address of a SPARQL endpoint.",
)
base_option = click.option(
    "--base", default=BASE, show_default=True, metavar="IRI", help="Where the IRIs of the graph begin."
)


@contextmanager
def opened(where: str) -> Iterator[Store]:
    """The graph for reading.

    Raises:
        StoreError: There is no graph at `where`, or it cannot be read.
    """
    from kg.store.locate import locate

    store = locate(where)
    try:
        yield store
    finally:
        store.close()
