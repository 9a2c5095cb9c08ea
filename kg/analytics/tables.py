"""The answer to a question: a table whose every number knows its facts, with what it means and what it does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from kg.analytics import words
from kg.analytics.index import Index
from kg.model import Deal

Value = str | int | float | None

_TEXTS = Path(__file__).parent / "data" / "questions.yaml"
_QUERIES = Path(__file__).parent / "data" / "queries"
_NO_IRI = re.compile(r"[^:/?#\[\]@!$&'()*+,;=%\w.~-]")


class Kind(StrEnum):
    """How a column is written and aligned."""

    TEXT = "text"
    COUNT = "count"
    SHARE = "share"
    SCORE = "score"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in JSON and CSV, its heading for people, how its values are written."""

    key: str
    label: str
    kind: Kind = Kind.TEXT

    @property
    def numeric(self) -> bool:
        """Whether the values are numbers."""
        return self.kind is not Kind.TEXT


@dataclass(frozen=True, slots=True)
class Cell:
    """A value, the ids of the deals that it rests on, and the entity that it names, if any."""

    value: Value
    facts: tuple[str, ...] = ()
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One answer.

    Attributes:
        name: The question's name, as in `kg analyze NAME`.
        meaning: What it says, in a line; `limits` what it does not.
        warnings: What to know about these very numbers (few facts, sampled, unstable).
        engine: What computed it, where there is a choice.
        command: The command line that gives this table again.
        sparql: The query that gives its facts, where there is one.
        total: Rows there would be without a limit.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    meaning: str = ""
    limits: str = ""
    warnings: tuple[str, ...] = ()
    engine: str = ""
    command: str = ""
    sparql: str = ""
    total: int = 0

    def records(self) -> list[dict[str, Value]]:
        """Rows as dictionaries, for example for `pandas.DataFrame(table.records())`."""
        keys = [column.key for column in self.columns]
        return [dict(zip(keys, (cell.value for cell in row), strict=True)) for row in self.rows]

    def column(self, key: str) -> list[Value]:
        """All values of one column."""
        place = [column.key for column in self.columns].index(key)
        return [row[place].value for row in self.rows]

    def facts(self) -> tuple[str, ...]:
        """Ids of all deals that the table rests on, each once, in the order of their appearance."""
        return tuple(dict.fromkeys(fact for row in self.rows for cell in row for fact in cell.facts))

    def warned(self, *more: str) -> Table:
        """The table with further warnings; empty ones are left out."""
        return replace(self, warnings=(*self.warnings, *(warning for warning in more if warning)))


@dataclass(frozen=True, slots=True)
class Text:
    """What the data file says about a question; `query` names a file of `data/queries`."""

    title: str
    meaning: str
    limits: str
    query: str = ""


@cache
def texts() -> dict[str, Text]:
    """Title, meaning and limits of every question, by name."""
    raw: dict[str, dict[str, str]] = yaml.safe_load(_TEXTS.read_text(encoding="utf-8"))
    return {name: Text(**{key: " ".join(value.split()) for key, value in text.items()}) for name, text in raw.items()}


def sparql(name: str, **entities: str) -> str:
    """A query of `data/queries`, with IRIs in the places of its {{names}}; "" when an IRI is not fit for SPARQL."""
    query = (_QUERIES / f"{name}.rq").read_text(encoding="utf-8")
    for key, iri in entities.items():
        if _NO_IRI.search(iri):
            return ""
        query = query.replace("{{" + key + "}}", f"<{iri}>")
    return query


def table(
    name: str,
    columns: Iterable[Column],
    rows: Iterable[tuple[Cell, ...]],
    *,
    top: int = 0,
    **more: Any,  # noqa: ANN401
) -> Table:
    """A table with the texts of its question, cut to its first rows.

    Args:
        name: The question's name.
        columns: Its columns.
        rows: Its rows, the most important first.
        top: How many rows to keep; 0 for all.
        more: Further attributes of `Table`; with `total` no more rows are made than are kept.
    """
    text = texts()[name]
    every = tuple(islice(rows, top or None) if "total" in more else rows)
    values: dict[str, Any] = {"title": text.title, "meaning": text.meaning, "limits": text.limits}
    values["sparql"] = sparql(text.query) if text.query else ""
    values |= {"total": len(every)} | more
    return Table(name, columns=tuple(columns), rows=every[:top] if top else every, **values)


def count(deals: Iterable[Deal | str]) -> Cell:
    """How many facts, and which."""
    ids = tuple(deal if isinstance(deal, str) else deal.id for deal in deals)
    return Cell(len(ids), ids)


def named(identifier: str, index: Index) -> Cell:
    """An entity by its preferred name."""
    return Cell(index.name(identifier), entity=identifier)


def listed(values: Iterable[str], limit: int = 6) -> str:
    """Some texts in one line, with how many more there are.

    >>> listed(["a", "b", "c"], 2)
    'a, b and 1 more'
    """
    found = [words.visible(value) for value in values]
    more = len(found) - limit
    return ", ".join(found) if more <= 0 else f"{', '.join(found[:limit])} and {more} more"


def shown(value: Value, kind: Kind) -> str:
    """A value as people read it; an en dash for nothing.

    >>> shown(0.256, Kind.SHARE), shown(0.0123456, Kind.SCORE), shown(None, Kind.COUNT)
    ('26%', '0.0123', '–')
    """
    if value is None:
        return "–"
    if isinstance(value, str):
        return words.visible(value)
    if kind is Kind.MONEY:
        return words.money(value)
    if kind is Kind.SHARE:
        return f"{value:.0%}"
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:.3g}"


def few(number: int, what: str, least: int = 5) -> str:
    """A warning when a number rests on too little; "" otherwise."""
    if number >= least:
        return ""
    return f"Only {words.plural(number, what)}: too few for more than a list; read the rows, not the ranks."
