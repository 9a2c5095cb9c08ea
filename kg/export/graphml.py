"""GraphML, for Gephi, yEd, Cytoscape, igraph and networkx. networkx holds all of it in memory, and writes it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from kg.export.files import written
from kg.export.property_graph import Plain, edges, nodes
from kg.export.sources import Source, as_store
from kg.resolve.iris import BASE

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold, not even escaped."""


def write(source: Source, path: Path | str, base: str = BASE) -> None:
    """Write entities and facts as one directed graph; several facts between two entities are several edges.

    Raises:
        OutputError: The file cannot be written.
    """
    import networkx  # imported late: no other export needs it

    store = as_store(source, base)
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in nodes(store, base):
        graph.add_node(node.id, type=node.type, **_written(node.properties))
    for edge in edges(store, base):
        graph.add_edge(edge.source, edge.target, edge.id, relation=edge.relation, **_written(edge.properties))
    with written(Path(path)) as file:
        networkx.write_graphml_xml(graph, file, named_key_ids=True)  # not lxml's, which writes other bytes


def _written(properties: Mapping[str, Plain]) -> dict[str, Plain]:
    return {
        name: _NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value for name, value in properties.items()
    }
