"""What we write, read by programs that are not ours (Virtuoso: `tests/store`)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.export import export
from kg.model import Resolution
from kg.store.mapping import quads


@pytest.fixture
def size(resolution: Resolution) -> int:
    """Statements of the default graph."""
    return len({quad for quad in quads(resolution) if isinstance(quad.graph_name, ox.DefaultGraph)})


def _run(*command: str) -> str:
    if not shutil.which(command[0]):
        pytest.skip(f"no {command[0]}: apt-get install raptor2-utils serdi")
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "error" not in done.stderr.lower()
    assert "warning" not in done.stderr.lower()
    return done.stdout


@pytest.mark.parametrize(("format_", "name"), [("ttl", "turtle"), ("nt", "ntriples")])
def test_rapper(resolution: Resolution, tmp_path: Path, size: int, format_: str, name: str) -> None:
    export(resolution, tmp_path / f"graph.{format_}")
    read = _run("rapper", "-q", "-i", name, "-o", "ntriples", str(tmp_path / f"graph.{format_}"))
    assert len(set(read.splitlines())) == size


@pytest.mark.parametrize("format_", ["ttl", "nt", "trig", "nq"])
def test_serdi(resolution: Resolution, tmp_path: Path, size: int, format_: str) -> None:
    export(resolution, tmp_path / f"graph.{format_}")
    name = {"ttl": "turtle", "nt": "ntriples", "trig": "trig", "nq": "nquads"}[format_]
    read = _run("serdi", "-i", name, "-o", "nquads", str(tmp_path / f"graph.{format_}"))
    wanted = size if format_ in ("ttl", "nt") else len(set(quads(resolution)))
    assert len(set(read.splitlines())) == wanted
