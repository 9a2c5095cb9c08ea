"""Which files the given files and folders stand for, in sorted order, each with a name of its own."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.documents.metadata import NOTHING, Metadata, clean, read_sidecar

SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"})
MARKER = "kg-build.json"
"""A folder that holds this file was written by `kg build`: what stands in it is not read as articles."""


@dataclass(frozen=True, slots=True)
class SkippedDocument:
    """A document that was not read, and why (one sentence that names it)."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read.

    Attributes:
        name: The file's name; where two files of a batch share it, the later one's path within its folder.
        metadata: What the `sources.csv` beside the file says of it.
    """

    path: Path
    name: str
    metadata: Metadata = NOTHING


def find_sources(paths: Iterable[Path]) -> Iterator[Source | SkippedDocument]:
    """Files of PATHS, each once; folders are searched to the bottom without following links to folders.

    In folders, hidden files and a README are no articles.

    Raises:
        DocumentError: A `sources.csv` is not valid.
    """
    names: set[str] = set()
    seen: set[str] = set()
    known: dict[Path, dict[str, Metadata]] = {}
    for path in paths:
        found = [path] if not path.is_dir() else list(_walk(path))
        if not found:
            yield SkippedDocument(clean(path.name), f"{path}: holds no .txt, .md, .html or .jsonl file.")
        for file in found:
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                if file.parent not in known:
                    known[file.parent] = read_sidecar(file.parent)
                yield Source(file, _unique(file, path, names), known[file.parent].get(file.name, NOTHING))


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        if MARKER in files:
            folders.clear()
            continue
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if Path(name).suffix.lower() in SUFFIXES and not name.lower().startswith((".", "readme.")):
                yield Path(root, name)


def _unique(file: Path, given: Path, taken: set[str]) -> str:
    name = clean(file.name)
    if name in taken and file != given:
        name = clean(file.relative_to(given).as_posix())
    base, number = name, 1
    while name in taken:
        number += 1
        name = f"{base}~{number}"
    taken.add(name)
    return name
