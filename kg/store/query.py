"""Asking a store on behalf of a person: known prefixes, bound values, a time limit and a row limit."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import pyoxigraph as ox

from kg.errors import KgError, QueryError, QueryTimeout
from kg.resolve.iris import BASE
from kg.store.base import RawAnswer, Reader
from kg.store.prefixes import prefixes
from kg.store.syntax import Term, bind

if TYPE_CHECKING:
    import pandas

Value = str | int | float | bool | date | None
Cell = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None
_T = TypeVar("_T")
_PYTHON: dict[str, Callable[[str], Value]] = {
    "integer": int,
    "decimal": float,
    "double": float,
    "float": float,
    "boolean": lambda text: text in ("true", "1"),
    "date": date.fromisoformat,
}


@dataclass(frozen=True)
class Rows:
    """Answer of a SELECT. `cut` says that there were more rows than the limit allowed."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: bool = False

    def __iter__(self) -> Iterator[tuple[Cell, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def records(self) -> list[dict[str, Value]]:
        """The rows as dictionaries of Python values: numbers, dates and booleans as such, all else as text."""
        return [dict(zip(self.variables, map(python_value, row), strict=True)) for row in self.rows]

    def to_frame(self) -> pandas.DataFrame:
        """The rows as a pandas DataFrame, one column a variable.

        Raises:
            KgError: pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise KgError("pandas is not installed: pip install 'kg[pandas]'.") from error
        return pandas.DataFrame(self.records(), columns=list(self.variables))


@dataclass(frozen=True)
class Truth:
    """Answer of an ASK."""

    value: bool

    def __bool__(self) -> bool:
        return self.value


@dataclass(frozen=True)
class Statements:
    """Answer of a CONSTRUCT or DESCRIBE: distinct, sorted."""

    triples: tuple[ox.Triple, ...]
    cut: bool = False

    def __iter__(self) -> Iterator[ox.Triple]:
        return iter(self.triples)

    def __len__(self) -> int:
        return len(self.triples)


Answer = Rows | Truth | Statements


@dataclass(frozen=True)
class Limits:
    """Bounds of one query.

    Attributes:
        seconds: Time after which the caller gets a `QueryTimeout`; None for no limit.
        rows: Rows or statements after which the answer is cut; None for no limit.
    """

    seconds: float | None = None
    rows: int | None = None


@dataclass(frozen=True)
class Options:
    """How to ask: values for variables of the query, the base of the short prefixes, and limits."""

    values: Mapping[str, Term] = field(default_factory=dict)
    base: str = BASE
    limits: Limits = field(default_factory=Limits)


def python_value(cell: Cell) -> Value:
    """A term as a Python value; text where its datatype has none, or its text is not of its datatype."""
    if cell is None:
        return None
    if isinstance(cell, ox.Triple):
        return str(cell)
    if isinstance(cell, ox.Literal):
        convert = _PYTHON.get(cell.datatype.value.removeprefix("http://www.w3.org/2001/XMLSchema#"))
        if convert:
            with suppress(ValueError):
                return convert(cell.value)
    return cell.value


def ask(store: Reader, sparql: str, options: Options | None = None) -> Answer:
    """Answer a query.

    A query that runs out of time is given up, not stopped: its thread ends with the process or when it is done.

    Raises:
        QueryError: The query is not valid or is an update.
        QueryTimeout: It took too long.
    """
    chosen = options or Options()
    text = bind(sparql, chosen.values)
    names = prefixes(chosen.base)
    return within(chosen.limits.seconds, lambda: collect(store.query(text, names), chosen.limits.rows))


def collect(raw: RawAnswer, limit: int | None) -> Answer:
    """A store's answer as a value, cut at a number of rows or statements.

    Raises:
        QueryError: The query failed while it ran.
    """
    if isinstance(raw, ox.QueryBoolean):
        return Truth(bool(raw))
    try:
        if isinstance(raw, ox.QuerySolutions):
            variables = tuple(variable.value for variable in raw.variables)
            found = [tuple(solution) for solution in _first(raw, limit)]
            return Rows(variables, tuple(found[:limit]), _more(found, limit))
        triples = sorted(set(_first(raw, limit)), key=str)
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"The query failed while it ran: {error}.") from error
    return Statements(tuple(triples[:limit]), _more(triples, limit))


def _first(items: Iterator[_T], limit: int | None) -> Iterator[_T]:
    """One more than the limit, so that a cut shows."""
    return items if limit is None else islice(items, limit + 1)


def _more(found: list[_T], limit: int | None) -> bool:
    return limit is not None and len(found) > limit


def within(seconds: float | None, work: Callable[[], _T]) -> _T:
    """The result of `work`, or a `QueryTimeout` when it takes longer than `seconds`."""
    if seconds is None:
        return work()
    done: list[_T] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            done.append(work())
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not done:
        raise QueryTimeout(f"The query took longer than {seconds:g} s: narrow it, or allow more with --timeout.")
    return done[0]
