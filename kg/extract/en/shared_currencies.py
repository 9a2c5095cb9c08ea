"""Names that several currencies share ("pesos", "crowns"): the countries that a text speaks of tell which is meant."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.extract.rules import load, word_group

_OFTEN = 3
"""How often a text speaks of a country at least whose dollar its bare "$" is."""
_OFTENER = 6
"""How much oftener than of the United States."""


def shared_names() -> frozenset[str]:
    """All such names, in small letters."""
    return word_group("en/money.yaml", "shared")


def currency_of(name: str, text: str, position: int, default: str | None) -> str | None:
    """Which currency a shared name before or behind an amount at `position` stands for; None where nothing tells.

    The currency of the country named most often in the text; of two named as often, of the one named last before the
    amount. With a `default` ("rupees" are India's) another must be named more often than the default's own country.

    >>> currency_of("pesos", "Mexico will lend it 3 million pesos", 21, None)
    'MXN'
    """
    found: dict[str, tuple[int, int]] = {}
    for match in _countries(name).finditer(text):
        code = str(match.lastgroup)
        last = match.start() if match.start() < position else -1
        count, before = found.get(code, (0, -1))
        found[code] = (count + 1, max(before, last))
    if not found:
        return default
    best = max(found, key=lambda code: found[code])
    if default is not None and found[best][0] <= found.get(default, (0, -1))[0]:
        return default
    return best


@lru_cache(maxsize=4)
def dollar_of(text: str) -> str:
    """Whose dollar the "$" of a text is: that of the country it speaks of, else the United States'.

    >>> dollar_of("Australia's minister said in Sydney that Australia will provide $300,000.")
    'AUD'
    """
    told = {code: sum(map(text.count, words)) for code, words in load("en/money.yaml")["dollars"].items()}
    united_states = told.pop("USD")
    best = max(told, key=lambda code: told[code])
    own = told[best] >= max(_OFTEN, _OFTENER * united_states) and not any(sign in text for sign in _signs(best))
    return best if own else "USD"


def _signs(code: str) -> list[str]:
    """The signs that mark whose dollar it is: "A$", "AU$"."""
    return [form for form in load("en/money.yaml")["currencies"][code]["before"] if form.endswith("$")]


@cache
def _countries(name: str) -> re.Pattern[str]:
    countries = load("en/money.yaml")["shared"][name]
    return re.compile("|".join(rf"(?P<{code}>\b(?:{'|'.join(words)}))" for code, words in countries.items()))
