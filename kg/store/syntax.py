"""SPARQL text: bound values, where they go, and what is wrong with a query and where."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyoxigraph as ox

from kg.errors import QueryError

Term = ox.NamedNode | ox.Literal

_VARIABLE = re.compile(r"[A-Za-z_]\w*")
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.S)
_TOKEN = re.compile(
    r"""(?P<skip>\#[^\n]*
      | <[^<>"{}|^`\\\x00-\x20]*>
      | \"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\" | '''(?:[^'\\]|\\.|'(?!''))*'''
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
      | (?P<brace>[{}]) | [?$]\w+ | (?P<prefix>[\w.-]*:)[\w.%-]* | (?P<word>\w+)""",
    re.X | re.S,
)


def parse_value(text: str, prefixes: Mapping[str, str]) -> Term:
    """A value given on the command line as one RDF term; it can never be more than one.

    `<IRI>`, a prefixed name, a number, `true`, `"text"@en` and `"2020-01-01"^^xsd:date` are read as in Turtle;
    everything else is a plain text.

    >>> parse_value("Hebei", {})
    <Literal value=Hebei datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#string>>
    """
    header = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())
    try:
        found = list(ox.parse(f"{header}<s:> <p:> {text} .", format=ox.RdfFormat.TURTLE))
    except (SyntaxError, ValueError):
        return ox.Literal(text)
    term = found[0].object if len(found) == 1 else None
    return term if isinstance(term, ox.NamedNode | ox.Literal) else ox.Literal(text)


def bind(sparql: str, values: Mapping[str, Term]) -> str:
    """The query with its variables bound: one VALUES block at the start of its WHERE part.

    The values are terms and are written as terms, so no value can become a part of the query.

    Raises:
        QueryError: A name is no variable of the query, or there is no WHERE part to bind it in.
    """
    if not values:
        return sparql
    for name in values:
        if not _VARIABLE.fullmatch(name) or not re.search(rf"[?$]{name}\b", sparql):
            raise QueryError(f"The query has no variable ?{name}: look at the name after --bind.")
    at = _where(sparql)
    names = " ".join(f"?{name}" for name in values)
    return f"{sparql[:at]} VALUES ({names}) {{ ({' '.join(map(str, values.values()))}) }} {sparql[at:]}"


def _where(sparql: str) -> int:
    """Offset just after the brace that opens the outermost WHERE part."""
    depth, template = 0, False
    for match in _TOKEN.finditer(sparql):
        if match["word"] and depth == 0:
            template = (template or match["word"].upper() == "CONSTRUCT") and match["word"].upper() != "WHERE"
        elif match["brace"] == "{":
            if depth == 0 and not template:
                return match.end()
            depth += 1
        elif match["brace"] == "}":
            depth -= 1
            template = template and depth > 0
    raise QueryError("The query has no WHERE part with braces in which a value could be bound.")


def explain(sparql: str, message: str, prefixes: Mapping[str, str]) -> str:
    """A parser's complaint as: line, column, what is wrong, and the line with a mark below the place."""
    match = _PLACE.search(message)
    if not match:
        return f"The query is not valid: {message.strip()}"
    unknown = _undeclared(sparql, prefixes)
    if unknown:
        before = sparql[: unknown.start("prefix")]
        row, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        reason = f"the prefix {unknown['prefix']} is not declared; `kg query --prefixes` lists those that are."
    else:
        row, column = int(match[1]), int(match[2])
        reason = _reason(match[3], _line(sparql, row), column)
    line = _line(sparql, row)
    return f"The query is not valid at line {row}, column {column}: {reason}\n  {line}\n  {' ' * (column - 1)}^"


def _line(sparql: str, row: int) -> str:
    lines = sparql.split("\n")
    return lines[min(row, len(lines)) - 1].rstrip("\r")


def _undeclared(sparql: str, prefixes: Mapping[str, str]) -> re.Match[str] | None:
    """The first prefixed name whose prefix nobody has declared."""
    known = {f"{name}:" for name in prefixes} | {"_:"}
    declaring = False
    for match in _TOKEN.finditer(sparql):
        if match["prefix"]:
            if declaring:
                known.add(match["prefix"])
            elif match["prefix"] not in known:
                return match
        declaring = bool(match["word"]) and match["word"].upper() == "PREFIX"
    return None


def _reason(detail: str, line: str, column: int) -> str:
    if len(detail) < 200 and "'..='" not in detail:
        return detail.strip()
    rest = line[column - 1 :].split()
    return f"{rest[0]!r} cannot stand here." if rest else "the line ends too early."
