"""Traditional to simplified and full-width to half-width, character by character: offsets stay those of the text."""

from __future__ import annotations

import re
from functools import cache

from kg.errors import RuleError
from kg.extract.rules import DATA

_SAME = {
    "「": "“",
    "」": "”",
    "『": "“",
    "』": "”",
    "•": "·",
    "・": "·",
    "‧": "·",
    "【": "（",
    "】": "）",
    "\u3000": " ",
    "\xa0": " ",
    "\t": " ",
    "\r": " ",
}
_FULL_WIDTH = {chr(c + 0xFEE0): chr(c) for c in range(0x21, 0x7F) if chr(c).isalnum() or chr(c) in "%.-+&"}
_ASCII_MARKS = {",": "，", ":": "：", ";": "；", "?": "？", "!": "！", "(": "（", ")": "）"}
_ASCII_MARK = re.compile(r"(?<!\d)[,:](?=[^\x00-\x7f])|(?<=[^\x00-\x7f])[,:]|[;?!()]")
_STRAIGHT_QUOTES = re.compile(r'"([^"\n]{1,60})"')


@cache
def _table() -> dict[int, str]:
    pairs: dict[str, str] = {}
    path = DATA / "zh" / "script.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        for word in () if line.startswith("#") else line.split():
            if len(word) != 2:
                raise RuleError(f"{path}: {word!r} is not a pair of characters.")
            pairs[word[0]] = word[1]
    return str.maketrans(pairs | _SAME | _FULL_WIDTH)


def simplify(text: str) -> str:
    """The text for matching: simplified characters, half-width letters, Chinese punctuation; of the same length.

    >>> simplify("寧德時代（３００）")
    '宁德时代（300）'
    """
    plain = text.translate(_table()).replace("计画", "计划")
    plain = _STRAIGHT_QUOTES.sub(lambda m: f"“{m[1]}”", plain)
    return _ASCII_MARK.sub(lambda m: _ASCII_MARKS[m[0]], plain)


def is_traditional(text: str) -> bool:
    """Whether the text is written in traditional characters, by its first 2,000."""
    sample = text[:2000]
    changed = sum(ord(a) in _table() and "\u4e00" <= a <= "\u9fff" for a in sample)
    return changed > len(sample) * 0.04
