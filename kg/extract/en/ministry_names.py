"""Which names are one ministry: "Minister of Works", "Federal Ministry of Works", "Works Ministry"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.en.candidate import Candidate
from kg.extract.en.sheet import Sheet

_OFFICES = frozenset({"minister", "secretary"})
_MINISTRY = re.compile(r"name:(?:federal )?(?:ministry|department) (?:of|for) (?:the )?(?P<field>.+)$")
_ITS_MINISTRY = re.compile(r"name:(?:federal )?(?P<field>(?!of |for ).+) ministry$")


def same_ministries(keys: Iterable[str]) -> list[list[str]]:
    """The keys of ministries and departments, those of one field together."""
    by_field: dict[str, list[str]] = {}
    for key in keys:
        match = _MINISTRY.match(key) or _ITS_MINISTRY.match(key)
        if match:
            by_field.setdefault(match.group("field").replace("&", "and"), []).append(key)
    return list(by_field.values())


def named_as_written(mentions: list[Candidate], sheet: Sheet) -> list[Candidate]:
    """The mentions with what the article calls the ministry, rather than what its minister's title makes of it."""
    titles = [c for c in mentions if not _OFFICES.isdisjoint((sheet.lower[c.start], sheet.lower[c.end - 1]))]
    named = next((c.name for c in mentions if c not in titles), None)
    return [replace(c, name=named) if named and c in titles else c for c in mentions]
