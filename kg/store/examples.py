"""The example queries that travel with the package."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import QueryError
from kg.resources import queries


@dataclass(frozen=True)
class Example:
    """A query with the question it answers: the comment that its file begins with."""

    name: str
    question: str
    sparql: str


def examples() -> list[Example]:
    """All examples, by name."""
    return [_example(path) for path in sorted(queries().glob("*.rq"))]


def query_text(given: str) -> str:
    """The text of a query that is given as a file, as the name of an example, or itself.

    Raises:
        QueryError: It is none of these, or the file cannot be read.
    """
    path = Path(given) if len(given) < 256 and "\n" not in given else None
    if path and (path.is_file() or path.suffix in (".rq", ".sparql")):
        try:
            return path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise QueryError(f"The query file {path} cannot be read: {error}.") from error
    known = queries() / f"{given}.rq"
    if given.replace("-", "").isalnum() and known.is_file():
        return known.read_text("utf-8")
    if "{" not in given and "describe" not in given.lower():
        raise QueryError(f"{given!r} is no query, no file and no example: `kg query --examples` lists the examples.")
    return given


def _example(path: Path) -> Example:
    text = path.read_text("utf-8")
    first, _, rest = text.partition("\n")
    return Example(path.stem, first.removeprefix("#").strip(), rest)
