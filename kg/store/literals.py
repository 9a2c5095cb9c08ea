"""Typed literals: numbers and dates of the model as XSD has them."""

from __future__ import annotations

import calendar
import re
from decimal import Decimal

import pyoxigraph as ox

from kg.store.vocabulary import term

_DECIMAL, _INTEGER, _DATE = term("xsd:decimal"), term("xsd:integer"), term("xsd:date")
_YEAR, _MONTH = term("xsd:gYear"), term("xsd:gYearMonth")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def number(value: int | float) -> ox.Literal:
    """An xsd:integer or xsd:decimal without exponent: 2.5e9 is `2500000000`."""
    if value == int(value):
        return ox.Literal(str(int(value)), datatype=_INTEGER)
    return ox.Literal(format(Decimal(repr(value)), "f"), datatype=_DECIMAL)


def decimal(value: float) -> ox.Literal:
    """An xsd:decimal of at most six places in the canonical form that Oxigraph keeps: `0.93`, `1`."""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return ox.Literal("0" if text == "-0" else text, datatype=_DECIMAL)


def date(text: str) -> ox.Literal:
    """A date as precise as it is written: xsd:gYear, xsd:gYearMonth or xsd:date; any other text as a plain string."""
    days = day_range(text)
    if days is None:
        return ox.Literal(text)
    return ox.Literal(text, datatype={4: _YEAR, 7: _MONTH, 10: _DATE}[len(text)])


def day_range(text: str) -> tuple[ox.Literal, ox.Literal] | None:
    """First and last day that an ISO date of any precision covers; None when it is not such a date."""
    match = _ISO.fullmatch(text)
    if not match or match[1] == "0000":
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    last_month = month or 12
    if not 1 <= last_month <= 12:
        return None
    last_day = calendar.monthrange(int(match[1]), last_month)[1]
    if day is not None and not 1 <= day <= last_day:
        return None
    first = f"{year:04d}-{month or 1:02d}-{day or 1:02d}"
    last = f"{year:04d}-{last_month:02d}-{day or last_day:02d}"
    return ox.Literal(first, datatype=_DATE), ox.Literal(last, datatype=_DATE)
