"""From what a person names to a store that can be asked."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.resolve.iris import BASE
from kg.store import open_store
from kg.store.base import Reader, Store
from kg.store.oxigraph import OxigraphStore
from kg.store.prefixes import prefixes

STORE_FOLDER = "store"
"""The store's folder within the folder of a built graph."""


def locate(where: str) -> Store:
    """The store of a built folder, a store's own folder, an RDF file (read into memory), or a SPARQL endpoint.

    Raises:
        StoreError: Nothing readable is there.
    """
    if where.startswith(("http://", "https://")):
        return open_store(where)
    path = Path(where)
    if path.is_file():
        return read_file(path)
    if (path / STORE_FOLDER).is_dir():
        return open_store(path / STORE_FOLDER, read_only=True)
    if path.is_dir():
        return open_store(path, read_only=True)
    raise StoreError(f"There is no graph at {where}: make one with `kg build PATH… -o {where}`.")


def base_of(store: Reader) -> str:
    """Where the IRIs of a graph begin, told by its documents; the default for a graph without any."""
    document = store.query("SELECT ?d WHERE { ?d a kg:Document } LIMIT 1", prefixes())
    if isinstance(document, ox.QuerySolutions):
        for row in document:
            iri = row[0].value if isinstance(row[0], ox.NamedNode) else ""
            base, found, _ = iri.rpartition("document/")
            return base if found else BASE
    return BASE


def read_file(path: Path) -> OxigraphStore:
    """An RDF file in memory; its format is known by its ending.

    Raises:
        StoreError: The ending is unknown or the file is not valid.
    """
    format_ = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if format_ is None:
        raise StoreError(f"{path}: the ending {path.suffix or '(none)'} is not one of .ttl .trig .nt .nq .jsonld .rdf.")
    store = OxigraphStore()
    store.load_file(path, format_)
    return store
