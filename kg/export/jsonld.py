"""JSON-LD, sorted, with a context of short names; for graphs that fit into memory."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.export.files import written
from kg.export.sources import Source, as_store, dumped
from kg.resolve.iris import BASE
from kg.store.prefixes import prefixes

_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_SCHEME = re.compile(r"[^:/]*(?=:)")
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")  # what every reader of JSON holds exactly
_TRUTH = {"true": True, "false": False}

Json = dict[str, Any]
Shorten = Callable[[str], str]


def write(source: Source, path: Path | str, base: str = BASE) -> None:
    """Write the default graph of `source` as compacted JSON-LD.

    Raises:
        OutputError: The file cannot be written.
    """
    with dumped(as_store(source, base), ox.RdfFormat.JSON_LD, ox.DefaultGraph()) as dump:
        nodes = _merged(json.load(dump))
    names = _usable(prefixes(base), nodes)
    shorten = _shortener(names)
    graph = [_compacted(node, nodes[node], shorten) for node in sorted(nodes)]
    with written(Path(path)) as file:
        text = json.dumps({"@context": names, "@graph": graph}, ensure_ascii=False, indent=1, sort_keys=True)
        file.write(text.encode() + b"\n")


def _merged(found: list[Json]) -> dict[str, dict[str, list[Json]]]:
    """Subject → predicate → values; a store may give a subject in several places."""
    nodes: dict[str, dict[str, list[Json]]] = defaultdict(lambda: defaultdict(list))
    for part in found:
        for predicate, values in part.items():
            if predicate != "@id":
                nodes[part["@id"]][predicate] += values
    return nodes


def _usable(names: Mapping[str, str], nodes: Mapping[str, Mapping[str, list[Json]]]) -> dict[str, str]:
    """The prefixes that no IRI of the graph has as its scheme: `org:x` would be read as a short name."""
    schemes = set()
    for node, clauses in nodes.items():
        for predicate, values in clauses.items():
            iris = (node, predicate, *(value.get("@id") or value.get("@type", "") for value in values))
            schemes |= {found[0] for found in map(_SCHEME.match, iris) if found}
    return {name: iri for name, iri in names.items() if name not in schemes}


def _shortener(names: Mapping[str, str]) -> Shorten:
    """A function from an IRI to its short name; an IRI that no prefix begins stays as it is."""
    longest_first = sorted(((iri, name) for name, iri in names.items()), key=lambda pair: (-len(pair[0]), pair[1]))

    def shorten(iri: str) -> str:
        for start, name in longest_first:
            if iri.startswith(start) and not iri.startswith("//", len(start)):
                return f"{name}:{iri[len(start) :]}"
        return iri

    return shorten


def _compacted(node: str, clauses: Mapping[str, list[Json]], shorten: Shorten) -> Json:
    """A subject with short names; what is one value stands without a list."""
    compact: Json = {"@id": shorten(node)}
    for predicate, values in clauses.items():
        if predicate == _TYPE and all("@id" in value for value in values):
            compact["@type"] = _set([shorten(value["@id"]) for value in values])
        else:
            compact[shorten(predicate)] = _set([_value(value, shorten) for value in values])
    return compact


def _set(values: list[Any]) -> Any:  # noqa: ANN401 - any JSON
    ordered = sorted(values, key=lambda value: json.dumps(value, sort_keys=True))
    return ordered[0] if len(ordered) == 1 else ordered


def _value(value: Json, shorten: Shorten) -> Any:  # noqa: ANN401 - any JSON
    """An object: a text, an integer or a truth value as JSON has them, else with its type, language or name."""
    if "@id" in value:
        return {"@id": shorten(value["@id"])}
    text, kind = value["@value"], value.get("@type")
    if kind == f"{_XSD}integer" and _INTEGER.fullmatch(text):
        return int(text)
    if kind == f"{_XSD}boolean" and text in _TRUTH:
        return _TRUTH[text]
    if kind:
        return {"@type": shorten(kind), "@value": text}
    return value if "@language" in value else text
