"""JSON Lines: one article a line, read line by line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.documents.metadata import Metadata, clean, iso_date, line
from kg.documents.text import check_file
from kg.errors import DocumentError

MAX_LINE = 20_000_000
"""Longer lines are refused, in bytes."""

_TEXT = ("text", "body", "content")
_ID = ("id", "name")
_PUBLISHED = ("published", "date")
_PUBLISHER = ("publisher", "outlet", "source")


@dataclass(frozen=True, slots=True)
class Record:
    """One article; `id` is the record's own, else `FILE#LINE`."""

    id: str
    text: str
    metadata: Metadata


@dataclass(frozen=True, slots=True)
class BadRecord:
    """A line that is no article, and why."""

    line: int
    reason: str


def read(path: Path) -> Iterator[Record | BadRecord]:
    """The records of a file.

    A line is an object with `text` (or body, content) and, where known, `id` (name), `title`, `url`, `publisher`
    (outlet, source) and `published` (date).

    Raises:
        DocumentError: The file cannot be read or holds no line.
    """
    check_file(path)
    number = 0
    try:
        with path.open("rb") as stream:
            while data := stream.readline(MAX_LINE + 1):
                number += 1
                if len(data) > MAX_LINE:
                    yield BadRecord(number, f"{path}, line {number}: is longer than {MAX_LINE:,} bytes; left off here.")
                    return
                if data.strip():
                    yield _record(data, path, number)
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror}).") from error
    if not number:
        raise DocumentError(f"{path}: is empty.")


def _record(data: bytes, path: Path, number: int) -> Record | BadRecord:
    try:
        fields = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return BadRecord(number, f"{path}, line {number}: is not JSON in UTF-8.")
    text = _first(fields, _TEXT) if isinstance(fields, dict) else None
    if not isinstance(text, str) or not text.strip():
        return BadRecord(number, f"{path}, line {number}: has no text; give an object with a field 'text'.")
    own = _first(fields, _ID)
    return Record(
        id=line(str(own) if isinstance(own, int) else own) or clean(f"{path.name}#{number}"),
        text=clean(text.replace("\r\n", "\n").replace("\0", " ")),
        metadata=Metadata(
            title=line(fields.get("title")),
            publisher=line(_first(fields, _PUBLISHER)),
            published=iso_date(_first(fields, _PUBLISHED)),
            url=line(fields.get("url")),
        ),
    )


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> object:
    return next((fields[name] for name in names if fields.get(name)), None)
