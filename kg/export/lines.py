"""N-Triples and N-Quads, sorted: one statement a line."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kg.export.files import written
from kg.export.sorting import END, sorted_statements
from kg.export.sources import Source, as_store, dumped
from kg.resolve.iris import BASE
from kg.store.base import Graph


def write_ntriples(source: Source, path: Path | str, base: str = BASE) -> None:
    """Write the default graph of `source` as N-Triples.

    Raises:
        OutputError: The file cannot be written.
    """
    _write(source, path, base, ox.RdfFormat.N_TRIPLES)


def write_nquads(source: Source, path: Path | str, base: str = BASE) -> None:
    """Write all graphs of `source` as N-Quads.

    Raises:
        OutputError: The file cannot be written.
    """
    _write(source, path, base, ox.RdfFormat.N_QUADS)


def _write(source: Source, path: Path | str, base: str, format_: ox.RdfFormat) -> None:
    graph: Graph | None = ox.DefaultGraph() if format_ == ox.RdfFormat.N_TRIPLES else None
    with written(Path(path)) as file, dumped(as_store(source, base), format_, graph) as dump:
        file.writelines(statement + END for statement in sorted_statements(dump))
