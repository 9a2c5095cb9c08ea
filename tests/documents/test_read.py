from __future__ import annotations

import io
from pathlib import Path

import pytest

from kg.documents import SkippedDocument, read_paths
from kg.documents import read as read_module
from kg.model import Document


def _read(*paths: Path) -> tuple[list[Document], list[SkippedDocument]]:
    found = list(read_paths(paths))
    documents = [one for one in found if isinstance(one, Document)]
    return documents, [one for one in found if isinstance(one, SkippedDocument)]


def test_every_format_gives_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Tencent turns to Wuhan\n\nIt will invest.", encoding="utf-8")
    (tmp_path / "b.md").write_text("# Alibaba in Hebei\n\nIt signed.", encoding="utf-8")
    (tmp_path / "c.jsonl").write_text(
        '{"text": "腾讯与武汉签署协议。"}\n{"id": "x", "text": "Baidu."}\n', encoding="utf-8"
    )
    documents, skipped = _read(tmp_path)
    assert [document.name for document in documents] == ["a.txt", "b.md", "c.jsonl#1", "x"]
    assert [document.title for document in documents] == ["Tencent turns to Wuhan", "Alibaba in Hebei", None, None]
    assert [document.language for document in documents] == ["en", "en", "zh", "en"]
    assert skipped == []


def test_bad_files_are_reported_and_the_others_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text.", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\0\1\2")
    (tmp_path / "c.txt").write_bytes(b"")
    documents, skipped = _read(tmp_path, tmp_path / "none.txt", Path(__file__))
    assert [document.name for document in documents] == ["a.txt"]
    assert [one.name for one in skipped] == ["b.txt", "c.txt", "none.txt", "test_read.py"]
    assert all(one.reason.endswith(".") for one in skipped)


def test_records_with_one_id_get_names_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "x", "text": "One."}\n{"id": "x", "text": "Two."}\n', encoding="utf-8")
    assert [document.name for document in _read(tmp_path)[0]] == ["x", "x~2"]


def test_a_text_that_is_too_long_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_module, "MAX_CHARACTERS", 3)
    (tmp_path / "a.txt").write_text("Text.", encoding="utf-8")
    assert "5 characters are more than 3" in _read(tmp_path)[1][0].reason


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("武汉 text.".encode())))
    assert [(d.name, d.text) for d in _read(Path("-"))[0]] == [("-", "武汉 text.")]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert _read(Path("-"))[1] == [SkippedDocument("-", "standard input: is empty.")]
