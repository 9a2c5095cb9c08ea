"""Numbers and names as short texts for people. Plain text only, never markup."""

from __future__ import annotations

import re
import unicodedata

_SCALES = ((1_000_000_000_000, "T"), (1_000_000_000, "B"), (1_000_000, "M"))
_DISGUISES = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def visible(text: str) -> str:
    """`text` on one line without characters that are not seen: control, surrogates, marks that turn the direction."""
    one_line = re.sub(r"\s+", " ", text)
    return "".join(c for c in one_line if c not in _DISGUISES and unicodedata.category(c) not in ("Cc", "Cs")).strip()


def width(text: str) -> int:
    """Columns of a terminal that `text` takes: wide characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def cut(text: str, limit: int) -> str:
    """`text` cut to `limit` columns, with an ellipsis when something was cut.

    >>> cut("Hebei provincial government", 12)
    'Hebei provi…'
    """
    if width(text) <= limit:
        return text
    while text and width(text) > limit - 1:
        text = text[:-1]
    return text.rstrip() + "…"


def money(value: float) -> str:
    """An amount in short, four digits at most.

    >>> money(15_000_000_000), money(1234), money(0.5)
    ('15B', '1,234', '0.5')
    """
    for size, letter in _SCALES:
        if abs(value) >= size:
            return f"{value / size:.4g}{letter}"
    return f"{value:,.0f}" if value == int(value) or abs(value) >= 1000 else f"{value:.4g}"


def plural(count: int, noun: str, nouns: str = "") -> str:
    """A count with its noun.

    >>> plural(1, "fact"), plural(3, "company", "companies"), plural(12000, "fact")
    ('1 fact', '3 companies', '12,000 facts')
    """
    return f"{count:,} {noun if count == 1 else nouns or noun + 's'}"


def spoken(name: str) -> str:
    """A name of the code as words.

    >>> spoken("partners_with"), spoken("GovernmentBody")
    ('partners with', 'government body')
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()
