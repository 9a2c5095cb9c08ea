from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.analytics import Selection
from kg.api import Graph
from kg.errors import DocumentError, OutputError, QueryError, StoreError
from kg.folder import BuildOptions
from kg.model import Document, Relation, Resolution
from kg.store.query import Rows, Statements, Truth
from tests.folder.conftest import Extractor


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("kg.extract.pipeline.extract", Extractor())
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Acme signed with Wuhan. Maybe signed with Hebei.", encoding="utf-8")
    return folder


def test_a_graph_answers_measures_and_writes(resolution: Resolution, tmp_path: Path) -> None:
    graph = Graph(resolution)
    rows = graph.query("SELECT ?name WHERE { ?company a kg:Company ; rdfs:label ?name } ORDER BY ?name")
    assert isinstance(rows, Rows)
    assert [str(getattr(cell, "value", cell)) for (cell,) in rows] == ["Acme", "Globex"]
    assert isinstance(graph.query("ASK { ?fact a kg:Investment }"), Truth)
    assert isinstance(graph.query("CONSTRUCT WHERE { ?a kg:invests ?b }"), Statements)
    with pytest.raises(QueryError):
        graph.query("DELETE WHERE { ?a ?b ?c }")
    assert graph.network().number_of_edges() == 3
    assert graph.network(Selection(relations=(Relation.INVESTS,))).number_of_edges() == 1
    assert graph.ask("totals").records()
    graph.to_turtle(tmp_path / "new" / "graph.ttl")
    assert "kg:invests" in (tmp_path / "new" / "graph.ttl").read_text(encoding="utf-8")
    graph.view(tmp_path / "graph.html")
    assert "Northland" in (tmp_path / "graph.html").read_text(encoding="utf-8")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError):
        graph.view(tmp_path / "file" / "graph.html")


def test_building_in_memory_and_in_a_folder_is_the_same(articles: Path, tmp_path: Path) -> None:
    in_memory, in_folder = kg.build(articles), kg.build([str(articles)], tmp_path / "out")
    assert in_memory.resolution == in_folder.resolution == Graph.open(tmp_path / "out").resolution
    assert len(in_memory.resolution.deals) == 1
    assert len(kg.build(articles, options=BuildOptions(min_confidence=0.0)).resolution.deals) == 2


def test_a_file_that_cannot_be_read_is_an_error(articles: Path, tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="there is no such file"):
        kg.build([articles, tmp_path / "none.txt"])
    with pytest.raises(StoreError, match="kg build"):
        Graph.open(tmp_path)


def test_a_text_or_a_document_is_read(articles: Path) -> None:
    [fact] = kg.extract("Acme signed with Wuhan.", name="it")
    assert fact.doc == "it"
    [fact] = kg.extract(Document("that", "Acme signed with Wuhan."))
    assert fact.doc == "that"


@pytest.mark.slow
@pytest.mark.regression
def test_the_operation_and_the_room_of_one_name_get_on() -> None:
    """`kg.extract` is called and is the package too, whichever is used first."""
    call = "assert kg.extract('Tencent signed an agreement with Wuhan.')"
    for lines in (
        ["import kg", call, call],
        ["import kg.extract.pipeline", call, "kg.extract.pipeline.extract"],
        ["from kg import extract", "assert extract('腾讯与武汉市政府签署战略合作协议。')", "import kg", call],
    ):
        subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True)


def test_importing_kg_is_cheap() -> None:
    code = "import sys, kg; print([m for m in ('spacy', 'rdflib', 'networkx', 'kg.api') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = kg.nonsense


def test_names_and_decisions_count_in_memory_as_in_a_folder(articles: Path, tmp_path: Path) -> None:
    names, decisions = tmp_path / "names.csv", tmp_path / "decisions.csv"
    names.write_text("name,type,aliases\nAcme Global,Company,Acme\n", encoding="utf-8")
    decisions.write_text("kind,a,b,verdict\nrename,Wuhan,City of Wuhan,yes\n", encoding="utf-8")
    options = BuildOptions(names=names, decisions=decisions)
    in_memory, in_folder = kg.build(articles, options=options), kg.build(articles, tmp_path / "out", options)
    assert in_memory.resolution == in_folder.resolution
    assert {"Acme Global", "City of Wuhan"} <= {entity.name for entity in in_memory.resolution.entities}
