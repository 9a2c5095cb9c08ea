"""Names of governments read as names of places: "Hebei provincial government" is Hebei at province level.

The words are data: `data/government_words.csv`. Patterns apply to the folded name (`kg.resolve.names.fold`).
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
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
        office: Whether the name is of an office there ("… management committee"), which need not be the government.
        parent: The name of a containing place that the name itself gives ("Arlington, Va.", "重庆市永川区").
    """

    place: str
    level: str = ""
    government: bool = False
    parent: str = ""
    office: bool = False


def readings(name: str) -> tuple[Reading, ...]:
    """Ways to read `name` as a place, the most literal first; empty for a common noun ("the city")."""
    if is_generic(name):
        return ()
    if is_chinese(name):
        return _chinese(fold(name))
    head, comma, tail = name.partition(",")
    if comma and fold(head) and fold(tail):
        return tuple(replace(reading, parent=tail.strip()) for reading in _english(fold(head)))
    return _english(fold(name))


def _english(text: str) -> tuple[Reading, ...]:
    found = [Reading(text)]
    for words, level, office in _table("head"):
        match = re.match(rf"{words} (?:the )?(.+)$", text)
        if match:
            inner = _english(match.group(1))
            government = office or "government" in words or "authorities" in words
            found += [
                replace(i, level=i.level or level, government=government or i.government, office=office or i.office)
                for i in inner
            ]
            break
    for words, level, office in _table("tail"):
        if text.endswith(" " + words):
            government = not _is_level_only(words)
            place = text[: -len(words)].strip()
            found += [
                Reading(i.place, i.level or level, government or i.government, office=office or i.office)
                for i in _english(place)
            ]
            break
    return tuple(dict.fromkeys(found))


def _chinese(text: str) -> tuple[Reading, ...]:
    found = [Reading(text)]
    base = found[0]
    for ending, _, office in _table("tail-zh"):
        if text.endswith(ending) and len(text) > len(ending) + 1:
            base = Reading(text[: -len(ending)], government=True, office=office)
            found.append(base)
            break
    parts = _CHINESE_PARTS.match(base.place)
    if parts:
        base = replace(base, place=parts.group(2), parent=parts.group(1))
        found.append(base)
    for ending, level, _ in _table("level-zh"):
        if base.place.endswith(ending):
            found.append(replace(base, level=level))
            if len(base.place) - len(ending) >= 2:
                found.append(replace(base, place=base.place[: -len(ending)], level=level))
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
def _table(kind: str) -> tuple[tuple[str, str, bool], ...]:
    """(words, level, whether an office) of a kind of rows, the longest words first."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = [
            (row["pattern"], row["level"], row["office"] == "yes")
            for row in csv.DictReader(file)
            if row["kind"] == kind
        ]
    return tuple(sorted(rows, key=lambda row: -len(row[0])))
