from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.documents import records
from kg.errors import DocumentError


def _read(path: Path, *lines: str | bytes) -> list[records.Record | records.BadRecord]:
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines))
    return list(records.read(path))


def test_a_record_has_text_and_metadata(tmp_path: Path) -> None:
    one = {"id": 7, "text": "Tencent invests.", "title": " A \n b", "outlet": "O", "date": "2020-04-08T00:00"}
    two = {"body": "Wuhan.", "url": "https://x.example"}
    found = _read(tmp_path / "a.jsonl", json.dumps(one), "", json.dumps(two))
    assert all(isinstance(record, records.Record) for record in found)
    first, second = (record for record in found if isinstance(record, records.Record))
    assert (first.id, first.text, first.metadata.title, first.metadata.published) == (
        "7",
        "Tencent invests.",
        "A b",
        "2020-04-08",
    )
    assert (second.id, second.metadata.url) == ("a.jsonl#3", "https://x.example")


def test_a_bad_line_costs_only_itself(tmp_path: Path) -> None:
    bad: list[str | bytes] = ["{", "[]", '{"text": ""}', '{"text": 3}', b"\xff\xfe", "[" * 100_000]
    found = _read(tmp_path / "a.jsonl", *bad, '{"text": "Wuhan."}')
    assert [type(record).__name__ for record in found] == ["BadRecord"] * 6 + ["Record"]


def test_half_a_surrogate_pair_and_nul_become_harmless(tmp_path: Path) -> None:
    [record] = _read(tmp_path / "a.jsonl", '{"text": "a\\ud800b\\u0000c"}')
    assert isinstance(record, records.Record)
    assert record.text == "a?b c"


def test_a_line_beyond_the_limit_ends_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "MAX_LINE", 30)
    found = _read(tmp_path / "a.jsonl", '{"text": "Wuhan."}', '{"text": "' + "x" * 50 + '"}', '{"text": "Wuhan."}')
    assert [type(record).__name__ for record in found] == ["Record", "BadRecord"]


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="is empty"):
        _read(tmp_path / "a.jsonl")
