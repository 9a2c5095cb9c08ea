"""Former and other names: "Orbico (formerly Lindal Foods)", "Orbico, doing business as Lindal Foods"."""

from __future__ import annotations

from kg.extract.en.lexicon import word_set
from kg.extract.en.sheet import Sheet

_TIMES = word_set("formerly previously originally now also better commonly then")
_KNOWN = (["known", "as"], ["trading", "as"], ["doing", "business", "as"], ["d", "/", "b", "/", "a"])
_RENAMED: tuple[list[str], ...] = ([], ["called"], ["named"], ["renamed"])
_BARE = word_set("formerly previously originally dba")
"""What needs no "known as"."""
_BEFORE_OTHER = _TIMES | _BARE


def is_other_name(sheet: Sheet, end: int, start: int) -> bool:
    """Whether the words between two names say that both are one's.

    Args:
        sheet: The document.
        end: The end of the first name.
        start: The start of the second name.
    """
    words = sheet.lower[end:start]
    if words[:1] in ([","], ["("]):
        words = words[1:]
    if words[-1:] == ["the"]:
        words = words[:-1]
    if words and words[0] in _BEFORE_OTHER:
        rest = words[1:]
        return rest in _KNOWN or (rest in _RENAMED and words[0] in _BARE)
    return words in _KNOWN[1:]
