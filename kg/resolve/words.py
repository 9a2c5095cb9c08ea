"""Words that tell names apart, or do not: the lists are data (`data/company_words.csv`)."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "data" / "company_words.csv"


@cache
def _read() -> dict[str, frozenset[str]]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {kind: frozenset(r["word"] for r in rows if r["kind"] == kind) for kind in {r["kind"] for r in rows}}


DESCRIPTIVE = _read()["descriptive"]
"""Words that a firm's name may have or leave out: "Huawei (Technologies)"."""
DIVISION = _read()["division"]
"""Words that name a part of a firm: "Tencent Cloud"."""


def matters(words: Sequence[str]) -> bool:
    """Whether the words could be a name of their own: not all of them describe."""
    return any(word not in DESCRIPTIVE and len(word) > 2 for word in words)


@cache
def is_place_word(word: str) -> bool:
    """Whether the word is the name of a province, a country or a large city, which a slip does not explain."""
    from kg.resolve.atlas import load

    return any(prior >= 5.0 for _, prior in load().find(word)[:1])
