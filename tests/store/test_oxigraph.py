from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import StoreError
from kg.model import Resolution
from kg.store import oxigraph
from kg.store.base import Dataset
from kg.store.locate import base_of, locate, read_file
from kg.store.mapping import quads
from kg.store.oxigraph import OxigraphStore, rebuild, renew


def content(path: Path) -> set[ox.Quad]:
    return set(OxigraphStore(path, read_only=True).quads())


def identity(path: Path) -> int:
    """It changes when another store takes the place of the old one."""
    return path.stat().st_ino


def test_renewing_makes_a_store_where_there_is_none(tmp_path: Path, resolution: Resolution) -> None:
    renew(tmp_path / "a" / "store", quads(resolution))
    assert content(tmp_path / "a" / "store") == set(quads(resolution))


def test_a_small_change_is_made_in_the_store(tmp_path: Path, resolution: Resolution, smaller: Resolution) -> None:
    rebuild(tmp_path / "store", quads(resolution))
    before = identity(tmp_path / "store")
    renew(tmp_path / "store", quads(smaller))
    assert content(tmp_path / "store") == set(quads(smaller))
    assert identity(tmp_path / "store") == before


def test_a_large_change_is_a_new_store(tmp_path: Path, resolution: Resolution) -> None:
    rebuild(tmp_path / "store", quads(resolution))
    before = identity(tmp_path / "store")
    renew(tmp_path / "store", quads(resolution, "https://data.example.com/"))
    assert content(tmp_path / "store") == set(quads(resolution, "https://data.example.com/"))
    assert identity(tmp_path / "store") != before


def test_a_store_too_large_to_compare_is_built_anew(
    tmp_path: Path, resolution: Resolution, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(tmp_path / "store", quads(resolution))
    before = identity(tmp_path / "store")
    monkeypatch.setattr(oxigraph, "COMPARED", 10)
    renew(tmp_path / "store", quads(resolution))
    assert content(tmp_path / "store") == set(quads(resolution))
    assert identity(tmp_path / "store") != before


def test_a_rebuild_that_fails_leaves_the_old_store(tmp_path: Path, resolution: Resolution) -> None:
    rebuild(tmp_path / "store", quads(resolution))
    broken = Resolution((), resolution.entities, resolution.deals)
    with pytest.raises(StoreError, match="cites the document"):
        rebuild(tmp_path / "store", quads(broken))
    assert content(tmp_path / "store") == set(quads(resolution))
    assert [path.name for path in tmp_path.iterdir()] == ["store"]


def test_what_is_no_store_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "letter.txt").write_text("dear")
    (tmp_path / "file").write_text("x")
    for name in ("folder", "file"):
        with pytest.raises(StoreError, match="choose another place"):
            rebuild(tmp_path / name, [])
    assert (tmp_path / "folder" / "letter.txt").read_text() == "dear"


def test_a_store_in_use_is_said(tmp_path: Path) -> None:
    store = OxigraphStore(tmp_path / "store")
    with pytest.raises(StoreError, match="another process has it open"):
        OxigraphStore(tmp_path / "store")
    store.close()
    OxigraphStore(tmp_path / "store").close()


@pytest.mark.parametrize("where", ["nowhere", "empty", "letter.txt"])
def test_where_there_is_no_graph(tmp_path: Path, where: str) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(StoreError, match=where):
        locate(str(tmp_path / where))


def test_a_broken_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "x.ttl").write_text("<a> <b")
    with pytest.raises(StoreError, match=r"x\.ttl is not valid Turtle"):
        read_file(tmp_path / "x.ttl")


@pytest.mark.parametrize("base", ["https://kg.example.org/", "https://data.example.com/"])
def test_a_graph_tells_its_base(resolution: Resolution, base: str) -> None:
    store = OxigraphStore()
    store.load(quads(resolution, base))
    assert base_of(store) == base
    assert base_of(OxigraphStore()) == "https://kg.example.org/"


def test_a_dataset_of_several_graphs_has_each_statement_once() -> None:
    store, names = OxigraphStore(), [ox.NamedNode(f"x:{letter}") for letter in "abc"]
    store.load(ox.Quad(names[0], names[1], names[2], graph) for graph in names)
    count = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
    found = store.query(count, {}, Dataset(default=tuple(names)))
    assert isinstance(found, ox.QuerySolutions)
    assert str(next(found)[0]).startswith('"1"')
