"""Plain text: the decoded file is the text, character for character, and all offsets refer to it."""

from __future__ import annotations

import re
from pathlib import Path

from kg.documents.language import detect
from kg.errors import DocumentError

MAX_BYTES = 50_000_000
"""Larger files are refused: an article has some kilobytes."""

_SENTENCE_END = tuple('.。!！;；:：,，…"”»')
_NO_HEADLINE = re.compile(
    r"https?://|www\.|\w+@\w"  # addresses
    r"|^(by|via|source|photo|image|©)\b"
    r"|^(mon|tues|wednes|thurs|fri|satur|sun)day\b|^\d{1,4}[-./年 ]",
    re.IGNORECASE,
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(path: Path) -> str:
    """The text of a file; see `decode_bytes`.

    Raises:
        DocumentError: Missing, no regular file, unreadable, too large, binary or empty.
    """
    return decode_bytes(read_bytes(path), str(path))


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Content of a regular file.

    Raises:
        DocumentError: Missing, no regular file, unreadable or larger than `limit`.
    """
    check_file(path)
    try:
        size = path.stat().st_size
        if size > limit:
            raise DocumentError(f"{path}: {size:,} bytes are more than the limit of {limit:,}; split the file.")
        return path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror}).") from error


def check_file(path: Path) -> None:
    """Refuse what is no regular file.

    Raises:
        DocumentError: Missing, a device, a pipe, or a link that leads nowhere.
    """
    try:
        if path.is_file():
            return
        path.stat()
    except OSError as error:
        missing = "there is no such file" if error.errno == 2 else f"cannot be read ({error.strerror})"
        raise DocumentError(f"{path}: {missing}.") from error
    raise DocumentError(f"{path}: is not a file.")


def decode_bytes(data: bytes, where: str) -> str:
    """Decode as a text editor would: UTF-8, UTF-16 with its mark, GB 18030 for Chinese, else Windows-1252.

    Line ends become single line feeds, as Python's text mode has them. A byte order mark becomes a space, so that
    offsets are those of the file decoded as UTF-8.

    Raises:
        DocumentError: Too long, binary or empty.
    """
    if len(data) > MAX_BYTES:
        raise DocumentError(f"{where}: is longer than the limit of {MAX_BYTES:,} bytes; split it.")
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not wide and b"\0" in data[:8192]:
        raise DocumentError(f"{where}: is a binary file; only text can be read.")
    text = _decoded(data, wide).replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith("\ufeff"):
        text = " " + text[1:]
    if not text.strip():
        raise DocumentError(f"{where}: is empty.")
    if len(_CONTROL.findall(text)) * 50 > len(text):
        raise DocumentError(f"{where}: is a binary file; only text can be read.")
    return text


def _decoded(data: bytes, wide: bool) -> str:
    encodings = ("utf-16",) if wide else ("utf-8",)
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    chinese = data.decode("gb18030", "replace")
    if "\ufffd" not in chinese and detect(chinese) == "zh":
        return chinese
    return data.decode("cp1252", "replace")


def headline(text: str) -> str | None:
    """The first line, when it looks like a headline: short, no sentence, address, date or byline; text after it."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    if not rest.strip() or not 4 <= len(first) <= 200 or first.endswith(_SENTENCE_END) or _NO_HEADLINE.search(first):
        return None
    return first if len(first.split()) >= 3 or detect(first) == "zh" else None
