"""The readings on disk: `documents.jsonl` and `facts.jsonl`, sorted by document, then by place in the text."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kg.errors import StoreError
from kg.export.files import written
from kg.facts import dumps, from_log, to_log
from kg.folder.names import DOCUMENTS, FACTS
from kg.model import Document, Fact


def write_readings(folder: Path, documents: Iterable[Document], facts: Iterable[Fact]) -> None:
    """Write both files, each whole or not at all.

    Raises:
        OutputError: The folder cannot be written.
    """
    _write(folder / DOCUMENTS, (asdict(document) for document in sorted(documents, key=lambda d: d.name)))
    _write(folder / FACTS, (to_log(fact) for fact in sorted(facts, key=_place)))


def read_documents(folder: Path) -> Iterator[Document]:
    """The documents of a built folder.

    Raises:
        StoreError: The file is missing or not as `kg build` writes it.
    """
    for number, record in _read(folder / DOCUMENTS):
        try:
            yield Document(**record)
        except TypeError as error:
            raise _bad(folder / DOCUMENTS, number) from error


def read_facts(folder: Path) -> Iterator[Fact]:
    """The readings of a built folder.

    Raises:
        StoreError: The file is missing or not as `kg build` writes it.
    """
    return (from_log(record) for _, record in _read(folder / FACTS))


def _place(fact: Fact) -> tuple[str, int, str, int, int, str]:
    return fact.doc, fact.evidence.start, fact.relation, fact.subject.start, fact.object.start, fact.id


def _write(path: Path, records: Iterable[dict[str, Any]]) -> None:
    with written(path) as file:
        file.writelines((dumps(record) + "\n").encode("utf-8", "replace") for record in records)


def _read(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    record = json.loads(line)
                except ValueError as error:
                    raise _bad(path, number) from error
                if not isinstance(record, dict):
                    raise _bad(path, number)
                yield number, record
    except FileNotFoundError as error:
        raise StoreError(f"{path} is missing: make it with `kg build PATH… -o {path.parent}`.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path} cannot be read ({error}).") from error


def _bad(path: Path, number: int) -> StoreError:
    return StoreError(f"{path}, line {number}: is not as `kg build` writes it; remove the file and build again.")
