"""Turtle, sorted: the same statements give the same bytes, and `git diff` of two exports reads as what changed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from kg.export.files import written
from kg.export.sorting import END, sorted_statements
from kg.export.sources import Source, as_store, dumped
from kg.resolve.iris import BASE
from kg.store.base import Graph
from kg.store.oxigraph import OxigraphStore
from kg.store.prefixes import prefixes

_NEXT = b" ;\n\t"  # how Oxigraph joins the clauses of a subject
_JOINT = b" ;\n    "  # how we do
_OBJECT = re.compile(rb'"(?:[^"\\]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^[^ ]+)?|[^ ,][^ ]*')
_BATCH = 20_000


def write(source: Source, path: Path | str, base: str = BASE) -> None:
    """Write the default graph of `source` to a file, whole or not at all.

    Raises:
        OutputError: The file cannot be written.
    """
    names = prefixes(base)
    with written(Path(path)) as file:
        file.write(header(names))
        file.writelines(paragraphs(as_store(source, base), ox.DefaultGraph(), names))


def header(names: Mapping[str, str]) -> bytes:
    """The prefixes."""
    return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in names.items()).encode()


def paragraphs(store: OxigraphStore, graph: Graph, names: Mapping[str, str]) -> Iterator[bytes]:
    """One graph, many paragraphs at a time: one a subject, its types first, then its clauses in order."""
    with dumped(store, ox.RdfFormat.TURTLE, graph, names) as file:
        batch: list[bytes] = []
        for subject, pieces in _subjects(sorted_statements(file)):
            batch.append(_paragraph(subject, pieces))
            if len(batch) >= _BATCH:
                yield b"".join(batch)
                batch.clear()
        yield b"".join(batch)


def _subjects(statements: Iterable[bytes]) -> Iterator[tuple[bytes, list[bytes]]]:
    """Subjects with their clauses; a store may give a subject in several places, which sorting has made neighbours."""
    current, pieces = b"", list[bytes]()
    for statement in statements:
        subject, _, text = statement.partition(b" ")
        if subject == current:
            pieces.append(text)
            continue
        if pieces:
            yield current, pieces
        current, pieces = subject, [text]
    if pieces:
        yield current, pieces


def _paragraph(subject: bytes, pieces: list[bytes]) -> bytes:
    text = _NEXT.join(pieces) if len(pieces) > 1 else pieces[0]
    clauses = text.split(_NEXT)
    clauses.sort()
    many = b" , " in text
    if _repeats(clauses):
        clauses, many = _combined(clauses), True
    if many:
        clauses = [_ordered(clause) if b" , " in clause else clause for clause in clauses]
    if not clauses[0].startswith(b"a "):
        clauses.sort(key=lambda clause: not clause.startswith(b"a "))
    return b"\n%b %b%b" % (subject, _JOINT.join(clauses), END)


def _repeats(clauses: list[bytes]) -> bool:
    """Whether a predicate comes twice in sorted clauses: a store lists statements in the order they came to it."""
    last = b""
    for clause in clauses:
        predicate = clause.partition(b" ")[0]
        if predicate == last:
            return True
        last = predicate
    return False


def _combined(clauses: list[bytes]) -> list[bytes]:
    """Sorted clauses with one clause a predicate."""
    grouped = groupby((clause.partition(b" ") for clause in clauses), key=lambda parts: parts[0])
    return [predicate + b" " + b" , ".join(parts[2] for parts in group) for predicate, group in grouped]


def _ordered(clause: bytes) -> bytes:
    """A clause with its objects in order; a comma inside of a text parts nothing."""
    predicate, _, objects = clause.partition(b" ")
    found = _OBJECT.findall(objects) if b'"' in objects else objects.split(b" , ")
    return predicate + b" " + b", ".join(sorted(found))
