"""Plain text and Markdown: the decoded file is the text."""

from __future__ import annotations

from pathlib import Path

from kg.errors import DocumentError

MAX_BYTES = 50_000_000
"""Larger files are refused: an article is a few kilobytes."""


def decode(path: Path) -> str:
    """The text of a file: UTF-8 (with or without a byte order mark), else GB 18030 for Chinese files.

    Raises:
        DocumentError: Missing, unreadable, too large, binary or empty.
    """
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise DocumentError(f"{path}: {size:,} bytes is more than the limit of {MAX_BYTES:,}; split it first.")
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror}).") from error
    if b"\0" in data[:8192]:
        raise DocumentError(f"{path}: is a binary file; only text can be read.")
    text = _decode_bytes(data, path)
    if not text.strip():
        raise DocumentError(f"{path}: is empty.")
    return text


def _decode_bytes(data: bytes, path: Path) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DocumentError(f"{path}: is neither UTF-8 nor GB 18030 text.")
