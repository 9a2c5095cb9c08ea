"""Names that thousands of people bear: they are one person only where the organization is the same too."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from kg.model import EntityType
from kg.resolve.names import is_chinese, normal

_FILE = Path(__file__).parent / "data" / "surnames.txt"
_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|a|o|e|i|u)"
)


def is_common(name: str) -> bool:
    """Whether a full name is plain pinyin with a frequent surname ("Zhang Wei"), or two Chinese characters ("张伟").

    >>> is_common("Zhang Wei"), is_common("Elon Musk"), is_common("Daniel Zhang")
    (True, False, False)
    """
    text = normal(name, EntityType.PERSON)
    if is_chinese(text):
        return len(text) <= 2
    words = text.split()
    if len(words) != 2:
        return False
    surname, given = (words[0], words[1]) if words[0] in _surnames() else (words[1], words[0])
    return surname in _surnames() and _syllables(given) in (1, 2)


def _syllables(word: str) -> int:
    """Number of pinyin syllables that the word is made of; 0 when it is not."""
    rest, count = word, 0
    while rest:
        match = _SYLLABLE.match(rest)
        if not match:
            return 0
        rest, count = rest[match.end() :], count + 1
    return count


@cache
def _surnames() -> frozenset[str]:
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
