from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.documents.text import decode, decode_bytes, headline, read_bytes
from kg.errors import DocumentError


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Wuhan 武汉".encode(), "Wuhan 武汉"),
        ("\ufeffWuhan".encode(), " Wuhan"),
        ("腾讯与武汉市政府签署协议。".encode("gb18030"), "腾讯与武汉市政府签署协议。"),
        ("Tencent’s plan".encode("cp1252"), "Tencent’s plan"),
        ("Wuhan 武汉".encode("utf-16"), "Wuhan 武汉"),
        (b"one\r\ntwo\rthree", "one\ntwo\nthree"),
    ],
)
def test_decoding(data: bytes, text: str) -> None:
    assert decode_bytes(data, "it") == text


def test_offsets_are_those_of_the_file_read_in_text_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeffFirst line.\r\nTencent invests.\r\n".encode())
    assert decode(path).index("Tencent") == path.read_text(encoding="utf-8").index("Tencent")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\n", "is empty"),
        (b"\x7fELF\x00\x01\x02", "is a binary file"),
        (b"\x01\x02\x03\x04abc", "is a binary file"),
    ],
)
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes, reason: str) -> None:
    with pytest.raises(DocumentError, match=rf"^it: {reason}[^.]*\.$"):
        decode_bytes(data, "it")


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 11)
    with pytest.raises(DocumentError, match="11 bytes are more than the limit of 10"):
        read_bytes(path, limit=10)


def test_missing_pipe_and_loop_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name, reason in (
        ("none.txt", "there is no such file"),
        ("pipe.txt", "is not a file"),
        ("loop.txt", "cannot be"),
    ):
        with pytest.raises(DocumentError, match=reason):
            decode(tmp_path / name)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Tencent turns to Wuhan\n\nIt will invest.", "Tencent turns to Wuhan"),
        ("腾讯与武汉深化合作\n\n腾讯将投资。", "腾讯与武汉深化合作"),
        ("Tencent turned to Wuhan.\n\nIt will invest.", None),
        ("Tencent turns to Wuhan", None),
        ("Monday, October 14, 2019\n\nvia somebody", None),
        ("https://news.example/a b c.jpg\nText", None),
        ("By Ada Byron in London\nText", None),
        ("Untitled\nText", None),
        ("word " * 60 + "\nText", None),
    ],
)
def test_a_headline_is_told_from_a_first_sentence(text: str, title: str | None) -> None:
    assert headline(text) == title
