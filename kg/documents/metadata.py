"""What is known of an article beside its text: title, outlet, date and address, from the file or a `sources.csv`."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from kg.errors import DocumentError

SIDECAR = "sources.csv"
_COLUMNS = ("title", "outlet", "date", "url")
_MAX_BYTES = 20_000_000
_DATE = re.compile(r"((?:1[5-9]|20|21)\d\d)(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?![\d-])")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Title, publisher, ISO date of publication and address, each None where not known."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None

    def over(self, other: Metadata) -> Metadata:
        """This, with what is missing taken from `other`."""
        return Metadata(
            self.title or other.title,
            self.publisher or other.publisher,
            self.published or other.published,
            self.url or other.url,
        )


NOTHING = Metadata()
"""Nothing is known."""


def clean(text: str) -> str:
    """Text that can be written as UTF-8: half a surrogate pair becomes "?", one character for one."""
    return text.encode("utf-8", "replace").decode("utf-8")


def line(value: object, limit: int = 500) -> str | None:
    """A value from outside as one line of text; None when it is not text or empty."""
    if not isinstance(value, str):
        return None
    return _SPACE.sub(" ", clean(value)).strip()[:limit] or None


def iso_date(value: object) -> str | None:
    """The ISO 8601 date (year, month or day) that a value begins with; None when it begins with none.

    >>> iso_date("2020-04-08T10:00:00Z"), iso_date("2020-04"), iso_date("8 April")
    ('2020-04-08', '2020-04', None)
    """
    if not isinstance(value, str):
        return None
    found = _DATE.match(value.strip())
    return found.group() if found else None


def read_sidecar(folder: Path) -> dict[str, Metadata]:
    """What `sources.csv` (columns file, title, outlet, date, url) says of files of its folder; {} when there is none.

    Raises:
        DocumentError: The file is there and is not such a table.
    """
    path = folder / SIDECAR
    try:
        if not path.is_file():
            return {}
        if path.stat().st_size > _MAX_BYTES:
            raise DocumentError(f"{path}: is larger than {_MAX_BYTES // 1_000_000} MB; split the folder.")
        rows = list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines(), strict=True))
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror}).") from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise DocumentError(f"{path}: is not a UTF-8 CSV table ({error}).") from error
    if rows and "file" not in rows[0]:
        raise DocumentError(f"{path}: has no column 'file'; its first line should be file,{','.join(_COLUMNS)}.")
    return {row["file"]: _row(row, f"{path}, line {number}") for number, row in enumerate(rows, start=2)}


def _row(row: dict[str, str], where: str) -> Metadata:
    title, outlet, date, url = (line(row.get(column)) for column in _COLUMNS)
    if date and iso_date(date) != date:
        raise DocumentError(f"{where}: the date {date!r} is not an ISO date such as 2020-04-08 or 2020-04.")
    return Metadata(title, outlet, date, url)
