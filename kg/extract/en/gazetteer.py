"""Names that are known beforehand: countries and their demonyms, regions, cities, organizations, outlets."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract.own_names import OwnNames, current
from kg.extract.rules import DATA
from kg.model import EntityType

_LETTER_TYPES = {
    "C": EntityType.COMPANY,
    "G": EntityType.GOVERNMENT,
    "O": EntityType.ORGANIZATION,
    "P": EntityType.PERSON,
    "E": EntityType.EVENT,
}
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_BIG_CITY = 300_000


@dataclass(frozen=True, slots=True)
class Known:
    """A known organization, person or event: its type, home country and leading name."""

    type: EntityType
    country: str
    name: str


@dataclass(frozen=True, slots=True)
class Places:
    """What is known of places, by folded name.

    Attributes:
        country_of: Country code of every country, alias, region and city.
        countries: Folded names and aliases of countries → leading name.
        demonyms: "chinese" → "China".
        capitals: Folded name of a seat of government → its country's leading name.
        codes: Leading name of a country → ISO code.
        population: Of cities.
        regions: Folded names of regions.
        short: Folded abbreviation → folded full name ("va." → "virginia").
    """

    country_of: dict[str, str]
    countries: dict[str, str]
    demonyms: dict[str, str]
    capitals: dict[str, str]
    codes: dict[str, str]
    population: dict[str, int]
    regions: frozenset[str]
    short: dict[str, str]


def fold(name: str) -> str:
    """Lower case without accents, apostrophes made alike: the key of every name table."""
    name = name.lower().replace("’", "'").replace("‘", "'")
    if name.isascii():
        return name
    return "".join(c for c in unicodedata.normalize("NFKD", name.translate(_PLAIN)) if not unicodedata.combining(c))


@cache
def places() -> Places:
    """All known places; loaded once."""
    country_of: dict[str, str] = {}
    population: dict[str, int] = {}
    for code, names, people in (line.split("\t") for line in _rows("places.tsv")):
        cities = names.split("|")  # folded
        country_of.update(dict.fromkeys(cities, code))
        population.update(zip(cities, map(int, people.split("|")), strict=True))
    regions = _regions(country_of)
    countries: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    capitals: dict[str, str] = {}
    codes: dict[str, str] = {}
    for code, names, adjectives, seats in (line.split("|") for line in _rows("countries.txt")):
        lead = names.split(",")[0]
        codes[lead] = code
        for name in names.split(","):
            countries[fold(name)] = lead
            country_of[fold(name)] = code
        demonyms.update((fold(word), lead) for word in adjectives.split(",") if word)
        capitals.update((fold(seat), lead) for seat in seats.split(",") if seat)
        for seat in filter(None, seats.split(",")):
            country_of.setdefault(fold(seat), code)
    short = {
        fold(a.strip()): fold(b.strip()) for a, _, b in (line.partition("=") for line in _rows("abbreviations.txt"))
    }
    return Places(country_of, countries, demonyms, capitals, codes, population, regions, short)


def _regions(country_of: dict[str, str]) -> frozenset[str]:
    found: set[str] = set()
    for line in _rows("regions.txt"):
        code, _, names = line.partition(":")
        for name in names.split(","):
            key = fold(name.strip())
            found.add(key)
            country_of[key] = code.partition("-")[0]
    return frozenset(found)


NO_COUNTRY = "XX"
"""The code of continents and the like."""


def organizations() -> dict[str, Known]:
    """Known organizations, persons and events by folded name, the user's own among them; aliases share one `Known`."""
    return _organizations(current())


@lru_cache(maxsize=4)
def _organizations(own: OwnNames | None) -> dict[str, Known]:
    if own is None:
        return _listed()
    added = {
        fold(name): Known(entry.type, entry.country or "", entry.name)
        for entry in own.entries
        for name in entry.english
    }
    return _listed() | added


@cache
def _listed() -> dict[str, Known]:
    table: dict[str, Known] = {}
    for line in _rows("organizations.txt"):
        kind, _, groups = line.partition(":")
        letter, _, country = kind.partition(" ")
        for group in groups.split(";"):
            names = [name.strip() for name in group.split("=") if name.strip()]
            if not names:
                continue
            known = Known(_LETTER_TYPES[letter], country, names[0])
            for name in names:
                table.setdefault(fold(name), known)
    return table


def national_body(key: str) -> Known | None:
    """The known public body that stands behind its own country's name ("U.S. Federal Reserve")."""
    table, words = places(), key.split()
    for size in (1, 2):
        lead = " ".join(words[:size])
        country = table.countries.get(lead) or table.demonyms.get(lead)
        known = organizations().get(" ".join(words[size:])) if country else None
        if known and country and known.type is EntityType.GOVERNMENT and known.country == table.codes.get(country):
            return known
    return None


@cache
def outlets() -> frozenset[str]:
    """Folded names of newspapers, agencies and sites that serve as sources."""
    return frozenset(fold(name.strip()) for line in _rows("outlets.txt") for name in line.split(","))


@cache
def first_names() -> frozenset[str]:
    """Common given names, folded; loaded once."""
    return frozenset(fold(name) for line in _rows("given_names.txt") for name in line.split())


def has_given_name(name: str) -> bool:
    """Whether a name of several words begins with a given name ("Jane Doe", "Jean-Luc Doe")."""
    first, _, rest = fold(name).partition(" ")
    return bool(rest) and (first in first_names() or first.partition("-")[0] in first_names())


def longest_known() -> dict[str, int]:
    """First word of a known name of several words → the most words that a name with that start has."""
    return _longest(current())


@lru_cache(maxsize=4)
def _longest(own: OwnNames | None) -> dict[str, int]:
    longest: dict[str, int] = {}
    for name in (*_organizations(own), *outlets(), *places().countries):
        words = name.split()
        if len(words) > 1:
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


def is_big_place(key: str) -> bool:
    """A country, region or city that a reader knows without explanation."""
    table = places()
    return key in table.countries or key in table.regions or table.population.get(key, 0) >= _BIG_CITY


def _rows(name: str) -> Iterable[str]:
    lines = (DATA / "en" / name).read_text(encoding="utf-8").splitlines()
    return (line for line in lines if line and not line.startswith("#"))
