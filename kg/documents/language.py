"""Which of the two languages a text is written in."""

from __future__ import annotations

import re

_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTER = re.compile(r"[^\W\d_]")
_SAMPLE = 4000


def detect(text: str) -> str:
    """Give "zh" when at least a fifth of the letters of the first 4,000 characters are Han characters, else "en"."""
    sample = text[:_SAMPLE]
    letters = len(_LETTER.findall(sample))
    return "zh" if letters and len(_HAN.findall(sample)) / letters >= 0.2 else "en"
