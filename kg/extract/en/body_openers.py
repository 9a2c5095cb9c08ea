"""Where a sentence begins with the name of a public body that is made of plain words."""

from __future__ import annotations

from kg.extract.en.lexicon import word_set
from kg.extract.en.sheet import Sheet

_LONGEST = 8
_HEADS = word_set("ministry department authority commission board agency bureau")
_LINKS = frozenset({"and", "&", ","})


def opens_body(sheet: Sheet, i: int) -> bool:
    """As in "Roads and Ports Authority said": capitals with "and" between, the last one what bodies end with.

    Args:
        sheet: The document.
        i: The first token of a sentence.
    """
    lower, j = sheet.lower, i + 1
    if lower[j : j + 1] not in (["and"], ["&"], [","]):
        return False
    while j < min(len(lower), i + _LONGEST) and (sheet.text[j].istitle() or lower[j] in _LINKS):
        if lower[j] in _HEADS:
            return lower[j - 1] not in _LINKS and not {"and", "&"}.isdisjoint(lower[i:j])
        j += 1
    return False
