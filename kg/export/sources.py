"""What an export can be made of: a resolution that is still in memory, or any store."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO

import pyoxigraph as ox

from kg.model import Resolution
from kg.resolve.iris import BASE
from kg.store.base import Graph, Reader
from kg.store.mapping import quads
from kg.store.oxigraph import OxigraphStore

Source = Resolution | Reader


def as_store(source: Source, base: str = BASE) -> OxigraphStore:
    """The source as an Oxigraph store, itself or a copy in memory: it serializes without a Python value a statement."""
    if isinstance(source, OxigraphStore):
        return source
    store = OxigraphStore()
    store.load(quads(source, base) if isinstance(source, Resolution) else source.quads())
    return store


@contextmanager
def dumped(
    store: OxigraphStore, format_: ox.RdfFormat, graph: Graph | None, names: Mapping[str, str] | None = None
) -> Iterator[BinaryIO]:
    """The store's own serialization of one graph (of all of them: None), in a temporary file, after its prefixes."""
    with tempfile.TemporaryFile() as file:
        store.dump(file, format_, graph, names)
        file.seek(0)
        start = 0
        while file.readline().startswith(b"@prefix"):
            start = file.tell()
        file.seek(start)
        yield file
