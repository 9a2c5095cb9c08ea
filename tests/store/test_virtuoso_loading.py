from __future__ import annotations

import shutil
from pathlib import Path
from typing import Protocol

import pyoxigraph as ox
import pytest

from kg.export import export
from kg.model import Resolution
from kg.store.endpoint import EndpointStore
from kg.store.mapping import quads

pytestmark = pytest.mark.server


class Server(Protocol):
    endpoint: str
    folder: Path

    def run(self, statement: str) -> str: ...


@pytest.mark.parametrize(("format_", "procedure"), [("ttl", "DB.DBA.TTLP_MT"), ("nt", "DB.DBA.TTLP")])
def test_virtuoso_loads_the_export(
    virtuoso: Server, resolution: Resolution, tmp_path: Path, format_: str, procedure: str
) -> None:
    graph = ox.NamedNode(f"https://kg.example.org/loaded/{format_}")
    export(resolution, tmp_path / f"graph.{format_}")
    shutil.copy(tmp_path / f"graph.{format_}", virtuoso.folder)
    path = virtuoso.folder / f"graph.{format_}"
    virtuoso.run(f"{procedure}(file_to_string_output('{path}'), '', '{graph.value}', 0); checkpoint;")
    found = EndpointStore(virtuoso.endpoint, everything=graph.value).quads(graph)
    wanted = (quad for quad in quads(resolution) if isinstance(quad.graph_name, ox.DefaultGraph))
    assert {_plain(quad) for quad in found} == {_plain(quad) for quad in wanted}


def _plain(quad: ox.Quad) -> tuple[str, str, str]:
    """A statement without datatype: of N-Triples, Virtuoso 7 keeps integers beyond 32 bits as decimals."""
    value = quad.object.value if isinstance(quad.object, ox.Literal) else str(quad.object)
    return str(quad.subject), str(quad.predicate), value
