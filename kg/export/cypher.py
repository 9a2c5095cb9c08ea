"""A Cypher script, one statement a line: `cypher-shell -f graph.cypher` makes the graph in Neo4j.

Whatever comes from outside stands in string literals, never in names of labels, properties or relationships.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.export.files import written
from kg.export.property_graph import Edge, Node, Plain, edges, nodes
from kg.export.sources import Source, as_store
from kg.resolve.iris import BASE

_HEADER = (
    "// Entities are nodes, facts relationships. Neo4j 4.4 or later; elsewhere replace the constraint by your own.\n"
    "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE;\n"
)
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_ESCAPED = re.compile(r"\\u|\\U|[\\'\x00-\x1f\x7f-\x9f]")
_NAME = re.compile(r"\W", re.ASCII)


def write(source: Source, path: Path | str, base: str = BASE) -> None:
    """Write entities and facts as statements that can be run again without doubling anything.

    Raises:
        OutputError: The file cannot be written.
    """
    store = as_store(source, base)
    known = nodes(store, base)
    with written(Path(path)) as file:
        file.write(_HEADER.encode())
        file.writelines(line.encode() for line in _lines(known, edges(store, base)))


def _lines(known: list[Node], facts: list[Edge]) -> Iterator[str]:
    ids = {node.id for node in known}
    for node in known:
        yield f"MERGE (e:Entity {{id: {text(node.id)}}}) SET e:{_name(node.type)}, e += {_map(node.properties)};\n"
    for node in known:
        within = str(node.properties.get("within", ""))
        if within in ids:
            yield f"{_match(node.id, within)} MERGE (a)-[:WITHIN]->(b);\n"
    for fact in facts:
        if fact.source in ids and fact.target in ids:
            relation = f"[r:{_name(fact.relation).upper()} {{id: {text(fact.id)}}}]"
            made = f"MERGE (a)-{relation}->(b) SET r += {_map(fact.properties)}"
            yield f"{_match(fact.source, fact.target)} {made};\n"


def _match(first: str, second: str) -> str:
    return f"MATCH (a:Entity {{id: {text(first)}}}), (b:Entity {{id: {text(second)}}})"


def _map(properties: Mapping[str, Plain]) -> str:
    pairs = (f"{_name(name)}: {text(value) if isinstance(value, str) else _number(value)}"
             for name, value in properties.items())  # fmt: skip
    return "{" + ", ".join(pairs) + "}"


def text(value: str) -> str:
    r"""A string literal of Cypher.

    Neo4j reads `\uXXXX` before anything else, whatever stands in front of it, so that a `u` behind a backslash of the
    text is written as such an escape itself. Control characters but for line ends and tabs are replaced.

    >>> print(text("O'Neill \\ Sons"))
    'O\'Neill \\ Sons'
    """
    return f"'{_ESCAPED.sub(_escape, value)}'"


def _escape(match: re.Match[str]) -> str:
    found = match.group()
    if len(found) == 2:
        return f"\\\\\\u{ord(found[1]):04x}"
    return _ESCAPES.get(found, "\ufffd")


def _number(value: float) -> str:
    return repr(value).replace("e+", "e")


def _name(name: str) -> str:
    """A name of letters, digits and underscores, as labels, types and properties have it."""
    plain = _NAME.sub("_", name)
    return plain if plain[:1].isalpha() else f"_{plain}"
