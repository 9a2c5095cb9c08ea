"""kg analyze on a folder of readings."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.analytics.questions import QUESTIONS
from kg.cli import group
from kg.errors import AnalysisError, StoreError
from kg.folder.readings import write_readings
from tests.analytics.cases import ten


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = ten()
    write_readings(tmp_path, content.documents, (reading for deal in content.deals for reading in deal.readings))
    return tmp_path


def analyze(folder: Path, *arguments: str | Path) -> Result:
    return CliRunner().invoke(group, ["analyze", "-g", str(folder), *map(str, arguments)])


def test_everything_is_answered_when_no_question_is_given(folder: Path) -> None:
    result = analyze(folder)
    assert result.exit_code == 0
    for title in ("The network at a glance", "Central actors", "Rivals on the same ground", "Sums of money", "Gaps"):
        assert title in result.stdout


def test_one_question_as_csv(folder: Path) -> None:
    result = analyze(folder, "timeline", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert {row["period"]: row["facts"] for row in rows}["2018"] == "3"


def test_rivals_in_a_place_as_json(folder: Path) -> None:
    result = analyze(folder, "rivals", "Tencent", "Alibaba", "--place", "Hebei", "--format", "json")
    (table,) = json.loads(result.stdout)
    assert table["title"].startswith("Tencent and Alibaba")
    assert table["command"] == "kg analyze rivals Tencent Alibaba --place=Hebei"
    assert any(row["who"] != "both" for row in table["rows"])


def test_changes_take_the_window(folder: Path) -> None:
    result = analyze(folder, "changes", "--since", "2020", "--until", "2021")
    assert result.exit_code == 0
    assert "What changed from 2020 to 2021" in result.stdout


def test_totals_are_converted_by_the_rates_given(folder: Path, tmp_path: Path) -> None:
    rates = tmp_path / "rates.csv"
    rates.write_text("currency,rate\nCNY,0.125\n", encoding="utf-8")
    result = analyze(folder, "totals", "--rates", rates, "--to", "EUR", "--format", "json")
    (table,) = json.loads(result.stdout)
    done = {row["currency"]: row["done"] for row in table["rows"] if row["investor"].startswith("Tencent")}
    assert done["EUR"] == 15_000_000_000 / 8


def test_a_report_is_written(folder: Path, tmp_path: Path) -> None:
    result = analyze(folder, "--report", tmp_path / "report.html")
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "<svg" in (tmp_path / "report.html").read_text("utf-8")
    assert "Wrote" in result.stderr


def test_a_report_of_one_question(folder: Path, tmp_path: Path) -> None:
    analyze(folder, "paths", "Alibaba", "Songjiang", "--report", tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text("utf-8").count("<section") == 1


def test_the_questions_are_listed() -> None:
    result = CliRunner().invoke(group, ["analyze", "--questions"])
    for name in QUESTIONS:
        assert name in result.stdout
    assert "--by year, quarter, month" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["fate"], "There is no question 'fate'"),
        (["rivals", "Tencent", "Nobody"], "No entity of this graph is called 'Nobody'"),
        (["actors", "--since", "soon"], "'soon' is no date"),
        (["overview", "--engine", "rustworkx", "extra"], "takes no name"),
    ],
)
def test_mistakes_are_one_sentence(folder: Path, arguments: list[str], message: str) -> None:
    result = analyze(folder, *arguments)
    assert isinstance(result.exception, AnalysisError)
    assert message in str(result.exception)


@pytest.mark.parametrize("arguments", [["--by", "year"], ["totals", "--rates", __file__], ["--format", "xml"]])
def test_options_that_do_not_fit_are_refused(folder: Path, arguments: list[str]) -> None:
    assert analyze(folder, *arguments).exit_code == 2


def test_a_folder_that_is_no_graph(tmp_path: Path) -> None:
    assert isinstance(analyze(tmp_path / "nothing").exception, StoreError)
