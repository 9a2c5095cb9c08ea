from __future__ import annotations

import csv
import io
import json

import pytest

from kg.analytics.analysis import Analysis
from kg.analytics.questions import ask
from kg.analytics.tables import Cell, Column, Kind, Table, few, shown, sparql
from kg.analytics.writing import FORMATS, write
from kg.errors import AnalysisError
from tests.analytics.cases import ten

_HOSTILE = "=cmd|' /C calc'!A0\u202e\x00 <script>|*x*"


def hostile() -> Table:
    """A table with a name that wants to be more than text."""
    columns = (Column("name", "Name"), Column("n", "Number", Kind.COUNT))
    return Table("overview", "Title", columns, ((Cell(_HOSTILE), Cell(1200)), (Cell("腾讯"), Cell(-3))), total=2)


def test_terminal_columns_line_up_and_hold_no_control_characters() -> None:
    lines = write([hostile()]).splitlines()
    assert lines[4].endswith(" 1,200")
    assert "\x00" not in lines[4]
    assert "\u202e" not in lines[4]
    assert len(lines[4]) == len(lines[5]) + 2, "two wide characters take the room of four"


def test_csv_runs_no_formula_and_keeps_numbers() -> None:
    rows = list(csv.reader(io.StringIO(write([hostile()], "csv"))))
    assert rows[0] == ["name", "n"]
    assert rows[1][0].startswith("'=")
    assert rows[1][1] == "1200"
    assert rows[2] == ["腾讯", "-3"]


def test_csv_holds_one_table() -> None:
    with pytest.raises(AnalysisError, match="CSV holds one table"):
        write([hostile(), hostile()], "csv")


def test_markdown_is_escaped() -> None:
    text = write([hostile()], "markdown")
    assert "&lt;script&gt;" in text
    assert "\\|" in text
    assert "| 1,200 |" in text


def test_json_has_the_facts_of_every_number() -> None:
    (table,) = json.loads(write([ask(Analysis(ten()), "actors")], "json"))
    row = table["rows"][0]
    assert row["actor"] == "Alibaba"
    assert len(table["behind"][0]["facts"]["partners"]) == 5
    assert table["behind"][0]["entities"]["actor"].startswith("https://")
    assert table["command"] == "kg analyze actors"


@pytest.mark.parametrize("format_", FORMATS)
def test_the_same_input_gives_the_same_bytes(format_: str) -> None:
    one, two = (write([ask(Analysis(ten()), "actors")], format_) for _ in range(2))
    assert one == two


def test_nothing_found_is_said() -> None:
    assert "(nothing found)" in write([Table("overview", "T", (Column("a", "A"),), ())])


def test_a_cut_table_says_so() -> None:
    assert "(2 of 8 rows; --top 0 shows all)" in write([_cut()])


def _cut() -> Table:
    from kg.analytics.questions import Asked

    return ask(Analysis(ten()), "actors", Asked(top=2))


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (None, Kind.COUNT, "–"),
        (12_000, Kind.COUNT, "12,000"),
        (0.256, Kind.SHARE, "26%"),
        (0.123456, Kind.SCORE, "0.123"),
        (20_000, Kind.SCORE, "20,000"),
        (15_000_000_000, Kind.MONEY, "15B"),
        ("a\nb", Kind.TEXT, "a b"),
    ],
)
def test_values_for_people(value: str | int | float | None, kind: Kind, text: str) -> None:
    assert shown(value, kind) == text


def test_few() -> None:
    assert few(5, "fact") == ""
    assert few(1, "fact").startswith("Only 1 fact:")


def test_an_iri_that_is_none_gets_no_query() -> None:
    assert sparql("rivals", one="https://x.example/a", two="https://x.example/b> } DROP ALL #") == ""
    assert "<https://x.example/b>" in sparql("rivals", one="https://x.example/a", two="https://x.example/b")
