from __future__ import annotations

from kg.folder.table import table
from kg.model import Resolution
from kg.view.words import cells


def test_a_deal_is_a_line(resolution: Resolution) -> None:
    lines = list(table(resolution))
    assert lines[0].split() == ["FACT", "STATUS", "DATE", "SOURCE"]
    assert [line.split("  ")[0] for line in lines[1:]] == [
        "Acme –partners_with– Northland",
        "Acme –invests– up to 15B CNY –Northland",
        "Globex –supplies– Northland",
    ]
    assert "planned" in lines[2]
    assert "2020-03" in lines[2]
    assert lines[1].endswith("north.txt +2")


def test_columns_stand_below_each_other(resolution: Resolution) -> None:
    header, *rows = table(resolution)
    column = header.index("STATUS")
    assert {
        cells(row[: row.index(status)]) for row, status in zip(rows, ("active", "planned", "proposed"), strict=True)
    } == {column}


def test_a_long_table_is_cut_and_says_so(resolution: Resolution) -> None:
    assert list(table(resolution, 1))[-1] == "… and 2 more"


def test_nothing_gives_nothing() -> None:
    assert list(table(Resolution((), (), ()))) == []
