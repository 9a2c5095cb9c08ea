"""How commands name a graph: `-g DIR`, a store, an RDF file or the address of a SPARQL endpoint."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from kg.store.base import Store

graph_option = click.option(
    "-g",
    "--graph",
    default="out",
    show_default=True,
    metavar="WHERE",
    help="Folder of `kg build`, a store, an RDF file, or the address of a SPARQL endpoint.",
)


@contextmanager
def opened(where: str) -> Iterator[tuple[Store, str]]:
    """The graph for reading, and where its IRIs begin.

    Raises:
        StoreError: There is no graph at `where`, or it cannot be read.
    """
    from kg.store.locate import base_of, locate  # imported late: `--help` stays fast

    store = locate(where)
    try:
        yield store, base_of(store)
    finally:
        store.close()
