"""The word lists of `data/zh/lexicon.yaml`, as sets and regular expressions, built once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.errors import RuleError
from kg.extract.rules import load

CJK = "\u3400-\u9fff"


@cache
def words(key: str) -> frozenset[str]:
    """The words of one list, for example `words("stops")`.

    Raises:
        RuleError: There is no such list.
    """
    data = load("zh/lexicon.yaml")
    node = data
    for part in key.split("."):
        if not isinstance(node, dict) or part not in node:
            raise RuleError(f"zh/lexicon.yaml: there is no list {key!r}.")
        node = node[part]
    return frozenset(str(node).split())


@cache
def characters(key: str) -> frozenset[str]:
    """The characters of one list."""
    return frozenset("".join(words(key)))


def any_of(items: Iterable[str]) -> str:
    """A regular-expression group that matches any of the words, longer ones first."""
    return "(?:" + "|".join(re.escape(item) for item in sorted(items, key=lambda w: (-len(w), w))) + ")"


@cache
def matcher(key: str) -> re.Pattern[str]:
    """A compiled pattern of the words of one list."""
    return re.compile(any_of(words(key)))


@cache
def abbreviations() -> dict[str, str]:
    """One-character names of places → the name in full ("沪" → "上海")."""
    return dict(load("zh/lexicon.yaml")["abbreviations"])


@cache
def anaphor_kinds() -> dict[str, str]:
    """Anaphor → kind ("该公司" → "company")."""
    data = load("zh/lexicon.yaml")["anaphors"]
    return {word: kind for kind, listed in data.items() for word in listed.split()}
