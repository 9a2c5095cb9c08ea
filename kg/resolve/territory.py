"""Names of governments read as names of places: "Hebei provincial government" is Hebei at province level.

The words are data: `data/government_words.csv`. Patterns apply to the folded name (`kg.resolve.names.fold`).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.resolve.names import fold, is_chinese, is_generic

_FILE = Path(__file__).parent / "data" / "government_words.csv"
_LEVEL_WORDS = frozenset({"municipality", "province", "city", "state", "county", "district", "prefecture"}) | {
    "region",
    "republic",
}
_CHINESE_PARTS = re.compile(r"^(.{2,}?(?:省|自治区|市))(.{2,})$")


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name as a place.

    Attributes:
        place: The bare name to look up.
        level: "country", "province", "city", "county", "district", or "" when the name does not say.
        government: Whether the name spoke of a government or an authority, not of the place alone.
        parent: The name of a containing place that the name itself gives ("Arlington, Va.", "重庆市永川区").
    """

    place: str
    level: str = ""
    government: bool = False
    parent: str = ""


def readings(name: str) -> tuple[Reading, ...]:
    """Ways to read `name` as a place, the most literal first; empty for a common noun ("the city")."""
    if is_generic(name):
        return ()
    if is_chinese(name):
        return _chinese(fold(name))
    head, comma, tail = name.partition(",")
    if comma and fold(head) and fold(tail):
        return tuple(
            Reading(reading.place, reading.level, reading.government, tail.strip()) for reading in _english(fold(head))
        )
    return _english(fold(name))


def _english(text: str) -> tuple[Reading, ...]:
    found = [Reading(text)]
    for words, level in _table("head"):
        match = re.match(rf"{words} (?:the )?(.+)$", text)
        if match:
            inner = _english(match.group(1))
            government = "government" in words or "authorities" in words
            found += [Reading(i.place, i.level or level, government or i.government, i.parent) for i in inner]
            break
    for words, level in _table("tail"):
        if text.endswith(" " + words):
            government = not _is_level_only(words)
            place = text[: -len(words)].strip()
            found += [Reading(i.place, i.level or level, government or i.government) for i in _english(place)]
            break
    return tuple(dict.fromkeys(found))


def _chinese(text: str) -> tuple[Reading, ...]:
    found = [Reading(text)]
    body, government = text, False
    for ending, _ in _table("tail-zh"):
        if body.endswith(ending) and len(body) > len(ending) + 1:
            body, government = body[: -len(ending)], True
            found.append(Reading(body, government=True))
            break
    parent = ""
    parts = _CHINESE_PARTS.match(body)
    if parts:
        parent, body = parts.group(1), parts.group(2)
        found.append(Reading(body, "", government, parent))
    for ending, level in _table("level-zh"):
        if body.endswith(ending):
            found += [Reading(found[-1].place, level, government, parent)]
            if len(body) - len(ending) >= 2:
                found.append(Reading(body[: -len(ending)], level, government, parent))
            break
    return tuple(dict.fromkeys(found))


def _is_level_only(words: str) -> bool:
    return words in {
        "municipality",
        "province",
        "city",
        "state",
        "county",
        "district",
        "prefecture",
        "region",
        "republic",
    }


@cache
def _table(kind: str) -> tuple[tuple[str, str], ...]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = [(row["pattern"], row["level"]) for row in csv.DictReader(file) if row["kind"] == kind]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))
