"""Export, import, export again: the same bytes; and what strict parsers read is what was written."""

from __future__ import annotations

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import OutputError
from kg.export import FORMATS, export, sorting
from kg.model import Resolution
from kg.store.locate import read_file
from kg.store.mapping import quads
from kg.store.oxigraph import OxigraphStore

RDF_FORMATS = ("ttl", "trig", "nt", "nq", "jsonld")
DATASETS = ("trig", "nq")

_IRIS = st.sampled_from(
    ["https://kg.example.org/company/a", "https://kg.example.org/company/a_amount", "https://kg.example.org/x/y#z",
     "https://kg.example.org/company/阿里", "https://kg.example.org/company/a.b", "urn:x:1", "https://kg.example.org/fact/",
     "https://kg.example.org/ontology#-a", "https://kg.example.org/company/a'(b)!", "https://kg.example.org/status/a%20b",
     "status:x", "https://kg.example.org/company///b"]
)  # fmt: skip
_XSD = "http://www.w3.org/2001/XMLSchema#"
_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    [" .\n", " ;\n\t", " , ", '"', "\\", "a\r\nb", "1", "true", "@prefix x: <y> .\n", "'''", '"""']
)
_LITERALS = st.one_of(
    _TEXTS.map(ox.Literal),
    _TEXTS.map(lambda text: ox.Literal(text, language="zh-hant")),
    st.integers(-(10**12), 10**12).map(ox.Literal),
    st.decimals(-1000, 1000, places=3).map(lambda d: ox.Literal(f"{d:f}", datatype=ox.NamedNode(_XSD + "decimal"))),
    st.sampled_from(["2020-03", "soon", "+5"]).map(lambda t: ox.Literal(t, datatype=ox.NamedNode(_XSD + "gYearMonth"))),
    st.booleans().map(ox.Literal),
)
_NODES = _IRIS.map(ox.NamedNode)
_QUADS = st.builds(
    ox.Quad,
    _NODES,
    _NODES | st.just(ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")),
    _NODES | _LITERALS,
    st.just(ox.DefaultGraph()) | _NODES,
)


@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_twice_around_is_the_same_bytes(resolution: Resolution, tmp_path: Path, format_: str) -> None:
    first, second = tmp_path / f"first.{format_}", tmp_path / f"second.{format_}"
    export(resolution, first)
    export(read_file(first), second)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_nothing_is_lost(resolution: Resolution, tmp_path: Path, format_: str) -> None:
    path = tmp_path / f"graph.{format_}"
    export(resolution, path)
    wanted = {q for q in quads(resolution) if format_ in DATASETS or isinstance(q.graph_name, ox.DefaultGraph)}
    assert set(read_file(path).quads()) == wanted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(statements=st.lists(_QUADS, max_size=12))
@pytest.mark.parametrize("format_", RDF_FORMATS)
def test_any_statements_come_back(statements: list[ox.Quad], tmp_path: Path, format_: str) -> None:
    store = OxigraphStore()
    store.load(statements)
    kept = {q for q in store.quads() if format_ in DATASETS or isinstance(q.graph_name, ox.DefaultGraph)}
    first, second = tmp_path / f"first.{format_}", tmp_path / f"second.{format_}"
    export(store, first)
    back = read_file(first)
    assert set(back.quads()) == kept
    export(back, second)
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.regression
def test_a_predicate_is_one_clause_however_its_statements_came(tmp_path: Path) -> None:
    a, b, own = (ox.NamedNode(f"https://kg.example.org/company/{name}") for name in ("a", "b", "own"))
    found = [ox.Quad(b, own, a), ox.Quad(b, ox.NamedNode(_XSD + "x"), a), ox.Quad(b, own, b)]
    for number, statements in enumerate((found, found[::-1], [found[0], found[2], found[1]])):
        store = OxigraphStore()
        for statement in statements:
            store.load([statement])
        export(store, tmp_path / f"{number}.ttl")
        assert b"company:own company:a, company:b" in (tmp_path / f"{number}.ttl").read_bytes()


@pytest.mark.parametrize("format_", [f for f in RDF_FORMATS if f != "jsonld"])
def test_the_order_of_loading_does_not_show(resolution: Resolution, tmp_path: Path, format_: str) -> None:
    found = list(quads(resolution))
    one, other = OxigraphStore(), OxigraphStore()
    one.load(found)
    for quad in reversed(found):
        other.load([quad])
    export(one, tmp_path / f"one.{format_}")
    export(other, tmp_path / f"other.{format_}")
    assert (tmp_path / f"one.{format_}").read_bytes() == (tmp_path / f"other.{format_}").read_bytes()


@pytest.mark.parametrize(("format_", "name"), [("ttl", "turtle"), ("nt", "nt"), ("trig", "trig"), ("nq", "nquads"),
                                               ("jsonld", "json-ld")])  # fmt: skip
def test_rdflib_reads_the_same(resolution: Resolution, tmp_path: Path, format_: str, name: str) -> None:
    path = tmp_path / f"graph.{format_}"
    export(resolution, path)
    found = rdflib.Dataset()
    found.parse(path, format=name)
    wanted = [q for q in set(quads(resolution)) if format_ in DATASETS or isinstance(q.graph_name, ox.DefaultGraph)]
    assert sum(len(graph) for graph in found.graphs()) == len(wanted)


def test_a_subject_is_one_paragraph(resolution: Resolution, tmp_path: Path) -> None:
    export(resolution, tmp_path / "graph.ttl")
    paragraphs = (tmp_path / "graph.ttl").read_text("utf-8").split("\n\n")[1:]
    subjects = [paragraph.split()[0] for paragraph in paragraphs]
    assert len(subjects) == len(set(subjects)) > 10
    assert all(paragraph.split()[1] == "a" for paragraph in paragraphs), "the type comes first"


def test_merging_from_temporary_files_changes_nothing(resolution: Resolution, tmp_path: Path) -> None:
    whole = tmp_path / "graph.nt"
    export(resolution, whole)
    with whole.open("rb") as file:
        assert list(sorting.sorted_statements(file, chunk=500)) == whole.read_bytes().split(sorting.END)[:-1]


def test_json_ld_has_a_context(resolution: Resolution, tmp_path: Path) -> None:
    export(resolution, tmp_path / "graph.jsonld")
    assert json.loads((tmp_path / "graph.jsonld").read_text("utf-8"))["@context"]["kg"].endswith("ontology#")


def test_a_cell_is_no_formula(tmp_path: Path, resolution: Resolution) -> None:
    entity = resolution.entities[0]
    from dataclasses import replace

    hostile = replace(entity, name='=HYPERLINK("http://x","y")')
    export(Resolution(resolution.documents, (hostile, *resolution.entities[1:]), resolution.deals), tmp_path / "f.csv")
    text = (tmp_path / "f.csv").read_text("utf-8")
    assert "'=HYPERLINK" in text
    assert ',"=HYPERLINK' not in text


def test_the_table_of_facts(tmp_path: Path, resolution: Resolution) -> None:
    export(resolution, tmp_path / "f.csv")
    rows = [line.split(",") for line in (tmp_path / "f.csv").read_text("utf-8").splitlines()]
    shown = [row[1:5] + row[7:9] for row in rows[1:]]
    assert shown == [
        ["Investment", "Acme", "Northland", "15000000000", "planned", "2020-03"],
        ["Partnership", "Acme", "Northland", "", "active", ""],
        ["Supply", "Globex", "Northland", "", "proposed", ""],
    ]


def test_an_unknown_ending_is_refused(resolution: Resolution, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="xlsx"):
        export(resolution, tmp_path / "graph.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_failing_export_leaves_the_old_file(resolution: Resolution, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("old")
    broken = Resolution((), resolution.entities, resolution.deals)
    with pytest.raises(Exception, match="cites the document"):
        export(broken, path)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["graph.ttl"]


def test_every_format_is_tested() -> None:
    assert set(FORMATS) == {*RDF_FORMATS, "csv", "entities.csv", "graphml", "cypher"}
