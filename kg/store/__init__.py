"""Facts log, RDF mapping, and stores: in memory, Oxigraph on disk, any SPARQL 1.1 endpoint."""

from __future__ import annotations

from pathlib import Path

from kg.store.base import Change, Reader, Store, difference, synchronize
from kg.store.oxigraph import OxigraphStore, rebuild, renew

__all__ = ["Change", "OxigraphStore", "Reader", "Store", "difference", "open_store", "rebuild", "renew", "synchronize"]


def open_store(where: Path | str | None = None, *, read_only: bool = False) -> Store:
    """A store: None for one in memory, a folder for Oxigraph on disk, an http(s) address for a SPARQL endpoint.

    Raises:
        StoreError: The folder is not a store, is locked by another process, or (read only) is not there.
    """
    if isinstance(where, str) and where.startswith(("http://", "https://")):
        from kg.store.endpoint import EndpointStore  # imported late: most commands never speak to a server

        return EndpointStore(where)
    return OxigraphStore(Path(where) if where is not None else None, read_only=read_only)
