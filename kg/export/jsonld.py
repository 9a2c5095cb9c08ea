"""JSON-LD, sorted, with a context of short names; written by rdflib, so for graphs that fit into memory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.export.files import written
from kg.export.sources import Source, as_store, dumped
from kg.resolve.iris import BASE
from kg.store.prefixes import prefixes


def write(source: Source, path: Path | str, base: str = BASE) -> None:
    """Write the default graph of `source` as compacted JSON-LD.

    Raises:
        OutputError: The file cannot be written.
    """
    import rdflib  # imported late: no other export needs it

    graph = rdflib.Graph()
    with dumped(as_store(source, base), ox.RdfFormat.N_TRIPLES, ox.DefaultGraph()) as dump:
        graph.parse(data=dump.read(), format="nt")
    text = graph.serialize(format="json-ld", context=prefixes(base), auto_compact=False, use_native_types=False)
    with written(Path(path)) as file:
        ordered = json.dumps(_ordered(json.loads(text)), ensure_ascii=False, indent=1, sort_keys=True)
        file.write(ordered.encode() + b"\n")


def _ordered(value: Any) -> Any:  # noqa: ANN401 - any JSON
    """The same JSON with every list in order: lists of JSON-LD are sets here, for the graph has no RDF lists."""
    if isinstance(value, dict):
        return {key: _ordered(item) for key, item in value.items()}
    if isinstance(value, list):
        return sorted((_ordered(item) for item in value), key=lambda item: json.dumps(item, sort_keys=True))
    return value
