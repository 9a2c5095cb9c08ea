"""Ministries by what they are for: "the Finance Ministry", "Ministry of Finance of Malaysia" have one topic.

Every country has a finance ministry, so a topic names a body only together with a country.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.resolve.names import fold, is_chinese

_BODY = re.compile(r"\b(?:ministry|minister|ministries|department)\b")
_SMALL = frozenset({"of", "the", "for", "and", "federal", "national", "government", "state", "s", "union"})


@lru_cache(maxsize=20_000)
def topic(name: str) -> str:
    """The topic of a ministry's or department's name, its words sorted; "" for anything else.

    >>> topic("Ministry of Trade and Industry"), topic("China's Commerce Ministry"), topic("Tencent")
    ('industry trade', 'commerce', '')
    """
    if is_chinese(name):
        return ""
    text = fold(name)
    if not _BODY.search(text):
        return ""
    words = [word for word in _without_country(_BODY.sub(" ", text)).split() if word not in _SMALL]
    return " ".join(sorted({_SAME.get(word, word) for word in words}))


_SAME = {"economic": "economy", "affairs": "affairs", "technologies": "technology", "communication": "communications"}


def _without_country(text: str) -> str:
    words = text.split()
    kept: list[str] = []
    index = 0
    while index < len(words):
        size = next((n for n in (3, 2, 1) if _is_country(" ".join(words[index : index + n]))), 0)
        if size == 0:
            kept.append(words[index])
        index += size or 1
    return " ".join(kept)


def _is_country(text: str) -> bool:
    from kg.resolve.atlas import load  # imported late: a gazetteer without ministries needs no atlas

    return bool(load().by_adjective(text)) or any(spot.kind == "country" for spot, _ in load().find(text)[:1])
