"""The example queries on the graph of the seeds: never empty, and right."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.folder import build
from kg.resources import data_dir, queries
from kg.store.examples import examples
from kg.store.locate import locate
from kg.store.query import Rows, ask
from kg.store.validation import validate

pytestmark = pytest.mark.slow

# What the articles say beyond doubt, as pairs of column and value that stand in one row of the answer.
_RIGHT = {
    "partners-of-hebei": [{"partner": "Alibaba", "status": "agreed"}, {"partner": "Tencent", "status": "agreed"}],
    "partners-of": [{"name": "Wuhan", "partner": "Tencent"}, {"name": "Chongqing", "partner": "Alibaba"}],
    "investments-by-company": [
        {"company": "Tencent", "where": "Songjiang", "currency": "CNY", "total": "15000000000"},
    ],
    "sums-by-currency": [{"relation": "Investment", "currency": "CNY", "largest": "15000000000"}],
    "who-leads": [{"person": "Pony Ma", "organization": "Tencent"}, {"person": "Xi Jinping", "organization": "China"}],
    "facilities": [{"builder": "Tencent", "status": "planned"}],
    "by-date": [{"from": "2020-03-01", "to": "2020-03-31", "deal": "Tencent invests in Songjiang"}],
    "still-planned": [{"status": "planned"}],
    "subject-matters": [{"subject": "cloud computing", "chinese": "云计算"}, {"subject": "AI", "chinese": "人工智能"}],
    "digital-technology": [{"subject": "AI"}],
    "evidence-of-partnerships": [{"fact": "Alibaba partners with Hebei"}],
    "what-an-article-says": [{"subject": "Tencent", "relation": "Investment", "object": "Songjiang"}],
}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("seeds")
    build([data_dir("seeds")], folder)
    return str(folder)


def _answer(graph: str, name: str) -> list[dict[str, str]]:
    found = ask(locate(graph), next(example.sparql for example in examples() if example.name == name))
    assert isinstance(found, Rows)
    return [
        {key: str(getattr(cell, "value", "")) for key, cell in zip(found.variables, row, strict=True)} for row in found
    ]


@pytest.mark.parametrize("name", _RIGHT)
def test_an_example_is_answered(graph: str, name: str) -> None:
    rows = _answer(graph, name)
    missing = [want for want in _RIGHT[name] if not any(want.items() <= row.items() for row in rows)]
    assert not missing, rows


def test_every_example_is_asked() -> None:
    assert {path.stem for path in queries().glob("*.rq")} == {*_RIGHT, "plain-edges"}


def test_the_plain_edges_are_there(graph: str) -> None:
    query = next(example.sparql for example in examples() if example.name == "plain-edges")
    found = {str(triple) for triple in ask(locate(graph), query)}  # type: ignore[union-attr]
    base = "https://kg.example.org"
    assert f"<{base}/company/tencent> <{base}/ontology#invests> <{base}/place/songjiang>" in found


def test_the_graph_of_the_seeds_is_valid(graph: str) -> None:
    assert [finding for finding in validate(locate(graph)) if finding.severity == "Violation"] == []
