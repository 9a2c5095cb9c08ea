"""TriG, sorted: the default graph, then every named graph by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pyoxigraph as ox

from kg.export.files import written
from kg.export.sources import Source, as_store
from kg.export.turtle import header, paragraphs
from kg.resolve.iris import BASE
from kg.store.oxigraph import OxigraphStore
from kg.store.prefixes import prefixes


def write(source: Source, path: Path | str, base: str = BASE) -> None:
    """Write all graphs of `source` to a file, whole or not at all.

    Raises:
        OutputError: The file cannot be written.
    """
    with written(Path(path)) as file:
        file.writelines(render(as_store(source, base), prefixes(base)))


def render(store: OxigraphStore, names: Mapping[str, str]) -> Iterator[bytes]:
    """TriG of a store."""
    yield header(names)
    yield from paragraphs(store, ox.DefaultGraph(), names)
    for graph in store.graphs():
        yield f"\n{graph} {{\n".encode()
        yield from paragraphs(store, graph, names)
        yield b"\n}\n"
