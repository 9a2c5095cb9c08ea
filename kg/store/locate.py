"""From what a person names to a store that can be asked."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.errors import StoreError
from kg.store import open_store
from kg.store.base import Store
from kg.store.oxigraph import OxigraphStore

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


def read_file(path: Path) -> OxigraphStore:
    """An RDF file in memory; its format is known by its ending.

    Raises:
        StoreError: The ending is unknown or the file is not valid.
    """
    format_ = ox.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if format_ is None:
        raise StoreError(f"{path}: the ending {path.suffix or '(none)'} is not one of .ttl .trig .nt .nq .jsonld .rdf.")
    store = OxigraphStore()
    try:
        store.load(ox.parse(path=str(path), format=format_))
    except SyntaxError as error:
        raise StoreError(f"{path} is not valid {format_.name}: {error.msg}.") from error
    except (OSError, ValueError) as error:
        raise StoreError(f"{path} cannot be read: {error}.") from error
    return store
