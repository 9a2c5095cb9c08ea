"""Changes as SPARQL Update, which is one transaction in every store that is asked to run it as one request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

import pyoxigraph as ox

from kg.store.base import Change, Graph


def update_text(change: Change, everything: ox.NamedNode | None = None) -> str:
    """`DROP`, `DELETE DATA` and `INSERT DATA` of a change, sorted.

    Args:
        change: The statements; none may have a blank node.
        everything: Name to write for the default graph, for a server that has none.
    """
    drops = [f"DROP SILENT GRAPH {graph}" for graph in sorted(change.dropped, key=str)]
    removed = [quad for quad in change.removed if quad.graph_name not in change.dropped]
    blocks = (("DELETE DATA", removed), ("INSERT DATA", change.added))
    data = [f"{verb} {{\n{''.join(_body(quads, everything))}}}" for verb, quads in blocks if quads]
    return " ;\n".join(drops + data)


def _body(quads: Iterable[ox.Quad], everything: ox.NamedNode | None) -> Iterator[str]:
    """The statements by graph. Terms are written by pyoxigraph, which escapes them."""
    ordered = sorted((str(_graph(q, everything)), str(q.triple)) for q in quads)
    for graph, pairs in groupby(ordered, key=lambda pair: pair[0]):
        lines = "".join(f"{triple} .\n" for _, triple in pairs)
        yield lines if graph == "DEFAULT" else f"GRAPH {graph} {{\n{lines}}}\n"


def _graph(quad: ox.Quad, everything: ox.NamedNode | None) -> Graph | str:
    if isinstance(quad.graph_name, ox.NamedNode):
        return quad.graph_name
    return everything or "DEFAULT"
