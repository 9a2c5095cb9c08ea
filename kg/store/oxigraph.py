"""Stores on Oxigraph: in memory, or in a folder on disk."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.store.base import Change, Dataset, Graph, RawAnswer, difference
from kg.store.syntax import explain
from kg.store.updates import update_text

COMPARED = 2_000_000
"""Statements up to which a store is compared with its renewal: about 1 GB of memory."""


class OxigraphStore:
    """An Oxigraph store. Its default graph is real, not a union, so queries read each statement once.

    Args:
        path: Folder of the store; None for a store in memory.
        read_only: Open it without a lock, beside other readers. It must exist.
    """

    def __init__(self, path: Path | None = None, *, read_only: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._store = _open(path, read_only)

    def query(self, sparql: str, prefixes: dict[str, str], dataset: Dataset | None = None) -> RawAnswer:
        """See `Reader.query`. A dataset that is given replaces the graphs that the query names."""
        store = self._store if dataset is None else self._merged(dataset)
        used = {name: iri for name, iri in prefixes.items() if f"{name}:" in sparql}  # each costs as much as a look-up
        try:
            return store.query(sparql, prefixes=used)
        except SyntaxError as error:
            raise QueryError(explain(sparql, str(error), prefixes)) from error
        except (OSError, ValueError) as error:
            raise QueryError(f"The query failed: {error}.") from error

    def _merged(self, dataset: Dataset) -> ox.Store:
        """The graphs of a dataset, copied: Oxigraph would read a statement that two of them share twice."""
        store = ox.Store()
        for graph in dataset.default:
            store.extend(ox.Quad(*quad.triple) for quad in self.quads(graph))
        for graph in dataset.named:
            store.extend(self.quads(graph))
        return store

    def graphs(self) -> list[ox.NamedNode]:
        """See `Reader.graphs`."""
        return sorted((g for g in self._store.named_graphs() if isinstance(g, ox.NamedNode)), key=str)

    def quads(self, graph: Graph | None = None) -> Iterator[ox.Quad]:
        """See `Reader.quads`."""
        return iter(self._store.quads_for_pattern(None, None, None, graph))

    def __len__(self) -> int:
        return len(self._store)

    def load(self, quads: Iterable[ox.Quad]) -> None:
        """See `Store.load`. Statements go to disk as they come, so memory is bounded."""
        self._store.bulk_extend(quads)

    def load_file(self, path: Path, format_: ox.RdfFormat) -> None:
        """Add all statements of a file, without a Python value for any of them.

        Raises:
            StoreError: The file cannot be read or is not valid.
        """
        try:
            self._store.bulk_load(path=str(path), format=format_)
        except SyntaxError as error:
            raise StoreError(f"{path} is not valid {format_.name}: {error.msg}.") from error
        except (OSError, ValueError) as error:
            raise StoreError(f"{path} cannot be read: {error}.") from error

    def apply(self, change: Change) -> None:
        """See `Store.apply`."""
        if not change:
            return
        try:
            self._store.update(update_text(change))
        except (SyntaxError, OSError) as error:
            raise StoreError(f"The store could not be changed and is as it was: {error}.") from error

    def close(self) -> None:
        """See `Store.close`. The store cannot be used afterwards."""
        if self.path is not None and not self.read_only:
            self._store.flush()
        self._store = ox.Store()

    def dump(
        self, file: BinaryIO, format_: ox.RdfFormat, graph: Graph | None, names: Mapping[str, str] | None = None
    ) -> None:
        """Write one graph, or all of them, in the store's own order."""
        self._store.dump(file, format_, from_graph=graph, prefixes=dict(names) if names else None)


def renew(path: Path, quads: Iterable[ox.Quad]) -> None:
    """Make the store at `path` hold just `quads`.

    What differs is changed in one transaction. A new store, one of which most would change, and one too large to be
    compared in memory, is built beside the old one and takes its place at once.

    Raises:
        StoreError: The folder cannot be written, or another process has the store open for writing.
    """
    if not (path / "CURRENT").is_file():
        rebuild(path, quads)
        return
    store = OxigraphStore(path)
    size = len(store)
    if size > COMPARED:
        store.close()
        rebuild(path, quads)
        return
    wanted = frozenset(quads)
    change = difference(store, wanted)
    small = len(change.removed) + len(change.added) <= size
    try:
        if small:
            store.apply(change)
    finally:
        store.close()
    if not small:
        rebuild(path, wanted)


def rebuild(path: Path, quads: Iterable[ox.Quad]) -> None:
    """Put a new store in the place of the one at `path`; when it fails, the old one stays as it was.

    Raises:
        StoreError: The folder cannot be written, or is there and is no store.
    """
    check_replaceable(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
    except OSError as error:
        raise StoreError(f"The store {path} cannot be written ({error.strerror}).") from error
    try:
        store = OxigraphStore(fresh / "new")
        store.load(quads)
        store.close()
        if path.exists():
            path.rename(fresh / "old")
        (fresh / "new").rename(path)
    except OSError as error:
        raise StoreError(f"The store {path} cannot be written ({error}).") from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def check_replaceable(path: Path) -> None:
    """Refuse to put a store in the place of something that is no store.

    Raises:
        StoreError: `path` is a file, or a folder with other things in it.
    """
    if path.is_dir():
        if any(path.iterdir()) and not (path / "CURRENT").is_file():
            raise StoreError(f"{path} is a folder with other things in it, not a store: choose another place.")
    elif path.exists():
        raise StoreError(f"{path} is a file, not a store: choose another place.")


def _open(path: Path | None, read_only: bool) -> ox.Store:
    if path is None:
        return ox.Store()
    if read_only and not (path / "CURRENT").is_file():
        raise StoreError(f"There is no store at {path}: make one with `kg build`.")
    if not read_only:
        check_replaceable(path)
    try:
        return ox.Store.read_only(str(path)) if read_only else ox.Store(str(path))
    except OSError as error:
        hint = "another process has it open" if "lock" in str(error).lower() else str(error)
        raise StoreError(f"The store {path} cannot be opened: {hint}.") from error
