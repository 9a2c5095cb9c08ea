"""Exchange rates that the user gives; there are none of our own."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import AnalysisError
from kg.model import Money

_HEADER = "currency,rate or currency,year,rate"


@dataclass(frozen=True, slots=True)
class Rates:
    """How many units of `target` one unit of a currency is worth.

    Attributes:
        target: ISO 4217 code to convert to.
        rates: (currency, year) → rate; the year is "" for a rate that holds for every year without its own.
    """

    target: str
    rates: Mapping[tuple[str, str], float] = field(default_factory=dict)

    def convert(self, money: Money, year: str | None) -> float | None:
        """The amount in the target currency; None where nothing says how.

        What the article itself states in the target currency is taken before any rate.
        """
        if money.currency == self.target:
            return float(money.value)
        for value, currency in money.also:
            if currency == self.target:
                return float(value)
        rate = self.rates.get((money.currency, year or ""), self.rates.get((money.currency, "")))
        return None if rate is None else float(money.value) * rate


def read_rates(path: Path, target: str) -> Rates:
    """Read a table of rates: CSV with the columns `currency,rate` and optionally `year`.

    Raises:
        AnalysisError: The file cannot be read or a line is no rate; the message names the line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            if not {"currency", "rate"} <= set(reader.fieldnames or ()):
                raise AnalysisError(f"{path} needs the columns {_HEADER}: its first line is not that.")
            found = {}
            for row in reader:
                key = ((row["currency"] or "").strip().upper(), (row.get("year") or "").strip())
                found[key] = _rate(row["rate"], f"{path}, line {reader.line_num}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise AnalysisError(f"The rates in {path} cannot be read: {error}.") from error
    return Rates(target.upper(), found)


def _rate(text: str | None, where: str) -> float:
    try:
        rate = float(text or "")
    except ValueError:
        rate = 0.0
    if not 0 < rate < float("inf"):
        raise AnalysisError(f"{where}: {text!r} is no rate; write a number above zero with a decimal point.")
    return rate
