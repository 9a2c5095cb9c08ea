"""Files and folders to documents, one bad file never stopping the others."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.documents import markdown, records, text
from kg.documents.files import SUFFIXES, SkippedDocument, Source, find_sources
from kg.documents.language import detect
from kg.documents.metadata import NOTHING, Metadata
from kg.errors import DocumentError
from kg.model import Document

MAX_CHARACTERS = 1_000_000
"""Longer texts are refused: an article has some thousand characters, a parser needs memory for each."""

STDIN = Path("-")


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader finds: a text and what the file says of it; `id` tells several articles of one file apart."""

    text: str
    metadata: Metadata = NOTHING
    id: str | None = None


Reader = Callable[[Path], Iterator[Article | SkippedDocument]]


def read_paths(paths: Iterable[Path]) -> Iterator[Document | SkippedDocument]:
    """Read every document of files and folders in sorted order; `-` is standard input, as plain text.

    Raises:
        DocumentError: A `sources.csv` is not valid.
    """
    given = list(paths)
    if STDIN in given:
        yield _standard_input()
    names: set[str] = set()
    for source in find_sources(path for path in given if path != STDIN):
        if isinstance(source, SkippedDocument):
            yield source
        else:
            yield from read_source(source, names)


def read_source(source: Source, names: set[str]) -> Iterator[Document | SkippedDocument]:
    """The documents of one file; `names` are those already taken in the batch, and gets theirs."""
    try:
        for article in _reader(source.path)(source.path):
            if isinstance(article, SkippedDocument):
                yield article
            else:
                yield _document(article, source, names)
    except DocumentError as error:
        yield SkippedDocument(source.name, str(error))


def _reader(path: Path) -> Reader:
    suffix = path.suffix.lower()
    if suffix in (".html", ".htm", ".xhtml"):
        return _html
    if suffix in (".jsonl", ".ndjson"):
        return _jsonl
    if suffix in (".md", ".markdown"):
        return _markdown
    if suffix in SUFFIXES or not suffix:
        return _text
    if not path.exists():
        raise DocumentError(f"{path}: there is no such file.")
    raise DocumentError(f"{path}: files of the kind {suffix} cannot be read; give .txt, .md, .html or .jsonl.")


def _text(path: Path) -> Iterator[Article]:
    decoded = text.decode(path)
    yield Article(decoded, Metadata(title=text.headline(decoded)))


def _markdown(path: Path) -> Iterator[Article]:
    decoded, metadata = markdown.split(text.decode(path))
    yield Article(decoded, metadata)


def _html(path: Path) -> Iterator[Article]:
    from kg.documents import html  # imported late: most folders hold no HTML, and its reader takes long to load

    yield Article(*html.read(path))


def _jsonl(path: Path) -> Iterator[Article | SkippedDocument]:
    for record in records.read(path):
        if isinstance(record, records.BadRecord):
            yield SkippedDocument(f"{path.name}#{record.line}", record.reason)
        else:
            yield Article(record.text, record.metadata, record.id)


def _document(article: Article, source: Source, names: set[str]) -> Document | SkippedDocument:
    name = _free(article.id or source.name, names)
    if len(article.text) > MAX_CHARACTERS:
        reason = f"{source.path}: {len(article.text):,} characters are more than {MAX_CHARACTERS:,}; split the text."
        return SkippedDocument(name, reason)
    known = source.metadata.over(article.metadata)
    return Document(
        name=name,
        text=article.text,
        title=known.title,
        url=known.url,
        publisher=known.publisher,
        published=known.published,
        language=detect(article.text),
    )


def _free(name: str, names: set[str]) -> str:
    free, number = name, 1
    while free in names:
        number += 1
        free = f"{name}~{number}"
    names.add(free)
    return free


def _standard_input() -> Document | SkippedDocument:
    try:
        decoded = text.decode_bytes(sys.stdin.buffer.read(text.MAX_BYTES + 1), "standard input")
    except DocumentError as error:
        return SkippedDocument("-", str(error))
    return _document(Article(decoded, Metadata(title=text.headline(decoded))), Source(STDIN, "-"), set())
