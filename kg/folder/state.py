"""What a built folder was made from, in `kg-build.json`: with it, building again does only what has changed."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path

from kg import __version__
from kg.documents import SkippedDocument, Source
from kg.errors import StoreError
from kg.export.files import written
from kg.folder.names import STATE
from kg.resources import data_dir

_PACKAGE = Path(__file__).resolve().parent.parent
_EXTRACTING = ("documents", "extract", "facts.py", "model.py")


@dataclass(frozen=True, slots=True)
class Reading:
    """One file as it was read: a hash of its bytes and metadata, its documents, what of it was skipped."""

    key: str
    documents: tuple[str, ...] = ()
    skipped: tuple[SkippedDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class State:
    """What a folder was made from.

    Attributes:
        extractor: Fingerprint of program, rules, model and options that made the readings.
        graph: Fingerprint of everything else that the graph depends on: program, ontology, decisions, base.
        decisions: Decisions file given by the user; empty for the folder's own.
        names: Names file given by the user; empty for none.
        sources: Each file as it was read.
    """

    extractor: str
    graph: str
    decisions: str = ""
    names: str = ""
    sources: dict[str, Reading] = field(default_factory=dict)

    @staticmethod
    def read(folder: Path) -> State | None:
        """The state of a folder; None when it has none that can be used."""
        try:
            record = json.loads((folder / STATE).read_text(encoding="utf-8"))
            sources = {path: _reading(**reading) for path, reading in record.pop("sources").items()}
            return State(**record, sources=sources)
        except (OSError, ValueError, TypeError, AttributeError, KeyError):
            return None

    def write(self, folder: Path) -> None:
        """Write it, whole or not at all.

        Raises:
            OutputError: The folder cannot be written.
        """
        with written(folder / STATE) as file:
            file.write(json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n")


def _reading(key: str, documents: list[str], skipped: list[dict[str, str]]) -> Reading:
    return Reading(key, tuple(documents), tuple(SkippedDocument(**record) for record in skipped))


def source_key(source: Source) -> str | None:
    """Hash of a file's bytes, name and metadata; None when it cannot be read."""
    try:
        if not source.path.is_file():
            return None
        with source.path.open("rb") as stream:
            content = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None
    return _hash(content, source.name, repr(source.metadata))


def extractor_fingerprint(model: str, *options: object) -> str:
    """Hash of everything that decides what a document's readings are."""
    return _hash(__version__, _code(), model, repr(options))


def graph_fingerprint(decisions: Path, names: Path | None, *options: object) -> str:
    """Hash of everything, but for the readings, that decides what the graph is.

    Raises:
        StoreError: The decisions or the names file cannot be read.
    """
    judged, known = _content(decisions), _content(names) if names else ""
    return _hash(__version__, _all_code(), judged, known, repr(options))


def _content(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""
    except OSError as error:
        raise StoreError(f"{path} cannot be read ({error.strerror}).") from error


@cache
def _code() -> str:
    return _hash(*_contents(*(_PACKAGE / name for name in _EXTRACTING), data_dir("ontology")))


@cache
def _all_code() -> str:
    return _hash(*_contents(_PACKAGE, data_dir("ontology")))


def _contents(*places: Path) -> Iterator[str]:
    """Names and hashes of the program's files and data, in order."""
    for place in places:
        for path in sorted(place.rglob("*")) if place.is_dir() else (place,):
            if path.is_file() and path.parent.name != "__pycache__":
                yield path.name
                yield hashlib.sha256(path.read_bytes()).hexdigest()


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:32]
