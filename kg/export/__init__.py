"""One writer a format. Every writer takes a resolution or a store and gives the same bytes for the same graph."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.errors import OutputError
from kg.export.sources import Source
from kg.resolve.iris import BASE

FORMATS = ("ttl", "trig", "nt", "nq", "jsonld", "csv", "entities.csv", "graphml", "cypher")
"""Formats by their file endings."""

Writer = Callable[[Source, Path | str, str], None]


def writer(format_: str) -> Writer:
    """The function that writes a format.

    Raises:
        OutputError: There is no such format.
    """
    # Imported late: kg --help needs none of them.
    from kg.export import cypher, graphml, jsonld, lines, tables, trig, turtle

    known: dict[str, Writer] = {
        "ttl": turtle.write,
        "trig": trig.write,
        "nt": lines.write_ntriples,
        "nq": lines.write_nquads,
        "jsonld": jsonld.write,
        "csv": tables.write_facts,
        "entities.csv": tables.write_entities,
        "graphml": graphml.write,
        "cypher": cypher.write,
    }
    if format_ not in known:
        raise OutputError(f"There is no export format {format_!r}: use one of {', '.join(FORMATS)}.")
    return known[format_]


def export(source: Source, path: Path | str, format_: str | None = None, base: str = BASE) -> None:
    """Write a graph to a file.

    Args:
        source: A resolution or a store.
        path: The file; its folder is made if need be.
        format_: One of `FORMATS`; by default what the file's name ends with.
        base: Where the IRIs of the graph begin.

    Raises:
        OutputError: The format is unknown or the file cannot be written.
    """
    writer(format_ or _format_of(Path(path)))(source, path, base)


def _format_of(path: Path) -> str:
    matching = [known for known in FORMATS if path.name == known or path.name.endswith(f".{known}")]
    if not matching:
        raise OutputError(f"{path}: the ending says no format; use one of {', '.join(FORMATS)}, or --format.")
    return max(matching, key=len)
