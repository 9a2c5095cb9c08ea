"""Files and folders to documents, one bad file never stopping the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.documents.language import detect
from kg.documents.text import decode
from kg.errors import DocumentError
from kg.model import Document

SUFFIXES = frozenset({".txt", ".md", ".markdown"})


@dataclass(frozen=True, slots=True)
class SkippedDocument:
    """A document that was not read, and why."""

    name: str
    reason: str


def read_paths(paths: Iterable[Path]) -> Iterator[Document | SkippedDocument]:
    """Read every document of files and folders, in sorted order."""
    for path in _files(paths):
        try:
            text = decode(path)
        except DocumentError as error:
            yield SkippedDocument(path.name, str(error))
        else:
            yield Document(name=path.name, text=text, language=detect(text))


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES)
        else:
            yield path
