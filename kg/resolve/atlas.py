"""What is where: countries, provinces, zones and cities with their names, coordinates and what contains them.

Cities come from GeoNames (`kg/resolve/cities.py`), the levels above and special zones from `ontology/places.csv`.
A city becomes a `Spot` when somebody asks for it: most texts name a handful of the 34,000.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import takewhile
from pathlib import Path

from kg.errors import RuleError
from kg.resolve.cities import Cities, City
from kg.resolve.cities import load as load_cities
from kg.resolve.names import fold, is_chinese, simplified
from kg.resources import ontology

GEONAMES = "https://sws.geonames.org/{}/"
LEVELS = ("country", "region", "province", "municipality", "city", "zone")
"""Kinds of places. A municipality is a city that is its own province (Shanghai)."""
_COLUMNS = ("kind", "code", "name", "zh", "aliases", "adjectives", "within", "geonames", "seat")
_PRIOR = {"country": 9.0, "region": 8.0, "municipality": 7.5, "province": 6.4, "zone": 6.0, "city": 6.9}
_LAST_RESORT = 2
"""Number of the way to look a name up that ignores spaces: "Montecarlo" is not Monte-Carlo where there is one."""
_CHINESE_KINDS = frozenset("省市区县州盟")
_BIG_CITY = 5.5
_OTHER_NAME = 1.0
"""What a name counts less, as powers of ten of population, when it is not the place's main name."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place.

    Attributes:
        code: Own key: an ISO country code, "CN.02" for a province, "@1808926" for a city of GeoNames, or a zone's name.
        names: Other names, in English and Chinese.
        listed: Those of them that the product's own data gives; they count as much as the main name.
        adjectives: "Chinese" and the like, which name the place only before a word such as "government".
        within: Code of the place that contains it.
        geonames: Ids in GeoNames; two for a city that is its own province.
        seat: Id in GeoNames of a country's capital.
        prior: How likely a bare name means this place: log10 of the population for a city.
    """

    code: str
    kind: str
    name: str
    names: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    within: str | None = None
    geonames: tuple[str, ...] = ()
    seat: str = ""
    latitude: float | None = None
    longitude: float | None = None
    prior: float = 0.0


_Index = dict[str, list[tuple[str, float]]]
"""Name → (code, prior) of the places that bear it."""


class Spots(Mapping[str, Spot]):
    """All places by code: first those of `ontology/places.csv`, then the cities, the largest first.

    Args:
        listed: The places of the file.
        cities: All cities.
    """

    def __init__(self, listed: dict[str, Spot], cities: Cities) -> None:
        self.listed = listed
        self.cities = cities
        self._seats = {spot.seat for spot in listed.values() if spot.kind == "municipality"}
        self._made: dict[str, Spot] = {}

    def __getitem__(self, code: str) -> Spot:
        if code in self.listed:
            return self.listed[code]
        if code not in self._made:
            city = self.cities.get(code.removeprefix("@")) if code in self else None
            if city is None:
                raise KeyError(code)
            self._made[code] = _from_city(city, self.listed)
        return self._made[code]

    def __contains__(self, code: object) -> bool:
        return code in self.listed or (isinstance(code, str) and code[:1] == "@" and self.has_city(code[1:]))

    def __iter__(self) -> Iterator[str]:
        yield from self.listed
        yield from (f"@{number}" for number in self.cities.ids() if self.has_city(number))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def has_city(self, number: str) -> bool:
        """Whether a city of GeoNames is a place of its own here: not when the file has it, or as a municipality."""
        return number in self.cities and number not in self._seats and f"@{number}" not in self.listed


class Atlas:
    """All places, by code and by name. Read-only."""

    def __init__(self, spots: Spots) -> None:
        self.spots = spots

    def find(self, name: str) -> tuple[tuple[Spot, float], ...]:
        """Places that bear `name`, each with its prior, the likeliest first."""
        found: dict[str, float] = {}
        if is_chinese(name):
            look_up, keys = self._in_chinese, [fold(name)]
        else:
            look_up, keys = (
                self._in_english,
                [name.casefold().replace("’", "'"), fold(name), fold(name).replace(" ", "")],
            )
        for number, key in enumerate(dict.fromkeys(keys)):
            if number == _LAST_RESORT and found:
                break
            for code, weight in look_up(key):
                found[code] = max(weight, found.get(code, -1.0))
        return tuple(sorted(((self.spots[c], w) for c, w in found.items()), key=lambda p: (-p[1], p[0].code)))

    def _in_chinese(self, key: str) -> Iterator[tuple[str, float]]:
        yield from self._by_chinese.get(key, ())

    def _in_english(self, key: str) -> Iterator[tuple[str, float]]:
        yield from self._by_name.get(key, ())
        for numbers, less in ((self.spots.cities.named(key), 0.0), (self.spots.cities.also_named(key), _OTHER_NAME)):
            for code in (f"@{number}" for number in numbers if self.spots.has_city(number)):
                yield code, self.spots[code].prior - less

    def by_adjective(self, word: str) -> Spot | None:
        """The country that an adjective such as "Kenyan" belongs to."""
        code = self._by_adjective.get(fold(word))
        return self.spots[code] if code else None

    def chain(self, code: str | None) -> tuple[Spot, ...]:
        """The place and what contains it, innermost first: Songjiang, Shanghai, China."""
        chain: list[Spot] = []
        while code and code in self.spots and self.spots[code] not in chain:
            chain.append(self.spots[code])
            code = chain[-1].within
        return tuple(chain)

    def country(self, code: str | None) -> str | None:
        """ISO code of the country that a place is in; Hong Kong and Macao are their own."""
        return next((spot.code for spot in self.chain(code) if spot.kind == "country"), None)

    def governed_from(self, spot: Spot) -> Spot | None:
        """The country whose capital the place is."""
        country = self.country(spot.code)
        return self.spots[country] if country and self.spots[country].seat in spot.geonames else None

    def by_geonames(self, number: str) -> Spot | None:
        """The place with this number in GeoNames."""
        code = self._by_geonames.get(number, f"@{number}")
        return self.spots.get(code)

    @cached_property
    def _by_geonames(self) -> dict[str, str]:
        """Numbers of the listed places; a city's code is its number."""
        return {number: spot.code for spot in self.spots.listed.values() for number in spot.geonames}

    @cached_property
    def countries(self) -> tuple[Spot, ...]:
        """All countries, ordered by code."""
        return tuple(spot for _, spot in sorted(self.spots.listed.items()) if spot.kind == "country")

    @cached_property
    def _by_name(self) -> _Index:
        """Listed places by name in Latin script; cities have an index of their own."""
        index: _Index = {}
        for code, spot in self.spots.listed.items():
            plain = [name for name in (spot.name, *spot.listed) if not is_chinese(name)]
            main = {form for name in plain for form in (name.casefold(), fold(name))}
            for key in main:
                index.setdefault(key, []).append((code, spot.prior))
            for key in {name.casefold() for name in spot.names if not is_chinese(name)} - main:
                index.setdefault(key, []).append((code, spot.prior - _OTHER_NAME))
        return index

    @cached_property
    def _by_chinese(self) -> _Index:
        """By simplified Chinese names, with and without what kind of place it is (宿州市, 宿州)."""
        named = [(name, code) for code, spot in self.spots.items() for name in spot.names if is_chinese(name)]
        plain = simplified("\n".join(name for name, _ in named)).split("\n")
        index: _Index = {}
        for name, (_, code) in zip(plain, named, strict=True):
            for key in {name, name[:-1] if len(name) > 2 and name[-1] in _CHINESE_KINDS else name}:
                if (code, self.spots[code].prior) not in index.setdefault(key, []):
                    index[key].append((code, self.spots[code].prior))
        return index

    @cached_property
    def _by_adjective(self) -> dict[str, str]:
        return {fold(word): spot.code for spot in self.spots.listed.values() for word in spot.adjectives}


@cache
def load() -> Atlas:
    """The atlas of the product's data.

    Raises:
        RuleError: `ontology/places.csv` is not valid.
    """
    cities = load_cities()
    listed = {row["code"]: _from_row(row, cities) for row in _rows(ontology("places.csv"))}
    spots = Spots(listed, cities)
    for spot in listed.values():
        if spot.within and spot.within not in spots:
            raise RuleError(f"ontology/places.csv: {spot.name} lies within {spot.within!r}, which is not there.")
    return Atlas(Spots(listed | _behind_their_cities(spots), cities))


def _behind_their_cities(spots: Spots) -> dict[str, Spot]:
    """Provinces that share the name of a large city in them: the bare name means the city (Osaka, Valencia).

    Not in China, where the one case, Jilin, is the other way round.
    """
    provinces = {spot.name for spot in spots.listed.values() if spot.kind == "province"}
    big = takewhile(lambda city: math.log10(city.population + 10) > _BIG_CITY, spots.cities)
    cities = {(spot.within, spot.name): spot for spot in spots.listed.values() if spot.kind == "city"}
    for city in big:
        if city.name in provinces and spots.has_city(city.id):
            spot = spots[f"@{city.id}"]
            cities[spot.within, spot.name] = spot
    found = {}
    for code, spot in spots.listed.items():
        namesake = cities.get((code, spot.name))
        if spot.kind == "province" and namesake and spot.within != "CN":
            found[code] = replace(spot, prior=min(spot.prior, namesake.prior - 0.1))
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != _COLUMNS:
            raise RuleError(f"{path} must have the columns {', '.join(_COLUMNS)}.")
        rows = list(reader)
    for row in rows:
        if row["kind"] not in LEVELS or not row["code"] or not row["name"]:
            raise RuleError(f"{path}: the row {row['code'] or row['name']!r} has no code, no name or an unknown kind.")
    return rows


def _from_row(row: dict[str, str], cities: Cities) -> Spot:
    seat = cities.get(row["seat"])
    listed = [name for name in (*row["aliases"].split("|"), row["zh"]) if name]
    municipality = row["kind"] == "municipality"
    others = seat.names if seat and (municipality or row["kind"] == "city") else ()
    return Spot(
        code=row["code"],
        kind=row["kind"],
        name=row["name"],
        names=tuple(sorted({*listed, *others} - {row["name"]})),
        listed=tuple(listed),
        adjectives=tuple(word for word in row["adjectives"].split("|") if word),
        within=row["within"] or None,
        geonames=tuple(x for x in ((row["seat"] if municipality else ""), row["geonames"]) if x),
        seat=row["seat"],
        latitude=seat.latitude if seat else None,
        longitude=seat.longitude if seat else None,
        prior=_PRIOR[row["kind"]],
    )


def _from_city(city: City, listed: Mapping[str, Spot]) -> Spot:
    return Spot(
        code=f"@{city.id}",
        kind="city",
        name=city.name,
        names=city.names,
        within=city.province if city.province in listed else city.country,
        geonames=(city.id,),
        latitude=city.latitude,
        longitude=city.longitude,
        prior=math.log10(city.population + 10),
    )
