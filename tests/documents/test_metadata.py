from __future__ import annotations

from pathlib import Path

import pytest

from kg.documents.metadata import Metadata, iso_date, line, read_sidecar
from kg.errors import DocumentError


@pytest.mark.parametrize(
    ("given", "date"),
    [
        ("2020-04-08", "2020-04-08"),
        ("2020-04-08T10:00:00Z", "2020-04-08"),
        ("2020-04", "2020-04"),
        ("2020", "2020"),
        ("2020-13", None),
        ("20200408", None),
        ("8 April 2020", None),
        ("", None),
        (20200408, None),
        (None, None),
    ],
)
def test_dates(given: object, date: str | None) -> None:
    assert iso_date(given) == date


def test_a_line_is_one_line_of_bounded_length() -> None:
    assert line(" a\n b\t\ud800 ") == "a b ?"
    assert line("x" * 900) == "x" * 500
    assert line("  ") is None
    assert line(7) is None


def test_what_is_missing_is_taken_from_the_other() -> None:
    assert Metadata("T", None, "2020").over(Metadata("U", "O", "2021", "u")) == Metadata("T", "O", "2020", "u")


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("name,title\na.txt,T\n", "has no column 'file'"),
        ("file,date\na.txt,8 April 2020\n", "line 2: the date '8 April 2020' is not an ISO date"),
        ('file,title\na.txt,"T\n', "is not a UTF-8 CSV table"),
        (b"file,title\na.txt,\xff\xfe\n", "is not a UTF-8 CSV table"),
    ],
)
def test_a_table_that_is_wrong_is_refused(tmp_path: Path, table: str | bytes, reason: str) -> None:
    (tmp_path / "sources.csv").write_bytes(table if isinstance(table, bytes) else table.encode())
    with pytest.raises(DocumentError, match=reason):
        read_sidecar(tmp_path)


def test_a_folder_without_a_table_says_nothing(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path) == {}
