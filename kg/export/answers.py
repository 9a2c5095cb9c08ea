"""Answers of queries as text: a table to read, the W3C formats CSV, TSV and JSON, and Turtle."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kg.errors import QueryError
from kg.export.turtle import header, paragraphs
from kg.resolve.iris import BASE
from kg.store.oxigraph import OxigraphStore
from kg.store.prefixes import prefixes
from kg.store.query import Answer, Cell, Rows, Statements, Truth

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_WIDEST = 60  # columns of the terminal that one cell may take


def render(answer: Answer, format_: str | None = None, base: str = BASE) -> Iterator[str]:
    """The answer in a format: "table", "csv", "tsv", "json" or "turtle"; by default the one to read.

    Raises:
        QueryError: The format does not fit the kind of answer.
    """
    chosen = format_ or ("turtle" if isinstance(answer, Statements) else "table")
    if isinstance(answer, Statements):
        if chosen != "turtle":
            raise QueryError(f"CONSTRUCT and DESCRIBE answer with statements: use the format turtle, not {chosen}.")
        return turtle(answer, base)
    if chosen == "turtle":
        raise QueryError("Only CONSTRUCT and DESCRIBE answer with statements: use table, csv, tsv or json.")
    if chosen == "json":
        return iter([as_json(answer)])
    rows = answer if isinstance(answer, Rows) else _truth_rows(answer)
    return {"csv": as_csv, "tsv": as_tsv}[chosen](rows) if chosen != "table" else table(rows, base)


def as_csv(rows: Rows) -> Iterator[str]:
    """SPARQL 1.1 Query Results CSV: bare values, lines end with CR LF."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    for line in (rows.variables, *rows):
        writer.writerow(["" if cell is None else cell if isinstance(cell, str) else _bare(cell) for cell in line])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def as_tsv(rows: Rows) -> Iterator[str]:
    """SPARQL 1.1 Query Results TSV: terms as in Turtle."""
    yield "\t".join(f"?{name}" for name in rows.variables) + "\n"
    for row in rows:
        yield "\t".join("" if cell is None else str(cell).replace("\t", "\\t") for cell in row) + "\n"


def as_json(answer: Rows | Truth) -> str:
    """SPARQL 1.1 Query Results JSON."""
    document: dict[str, Any] = {"head": {}, "boolean": answer.value} if isinstance(answer, Truth) else _bindings(answer)
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def as_xml(answer: Rows | Truth) -> Iterator[str]:
    """SPARQL Query Results XML."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">\n<head>'
    if isinstance(answer, Truth):
        yield f"</head>\n<boolean>{'true' if answer else 'false'}</boolean>\n</sparql>\n"
        return
    yield "".join(f"<variable name={quoteattr(name)}/>" for name in answer.variables) + "</head>\n<results>\n"
    for row in answer:
        cells = zip(answer.variables, row, strict=True)
        bound = (f"<binding name={quoteattr(name)}>{_xml_term(cell)}</binding>" for name, cell in cells if cell)
        yield f"<result>{''.join(bound)}</result>\n"
    yield "</results>\n</sparql>\n"


def turtle(statements: Iterable[ox.Triple], base: str = BASE) -> Iterator[str]:
    """Statements as sorted Turtle."""
    store, names = OxigraphStore(), prefixes(base)
    store.load(ox.Quad(*triple) for triple in statements)
    yield header(names).decode()
    yield from (block.decode() for block in paragraphs(store, ox.DefaultGraph(), names))


def table(rows: Rows, base: str = BASE) -> Iterator[str]:
    """Columns for a terminal: short names for IRIs, bare values, no control characters."""
    names = prefixes(base)
    cells = [list(rows.variables), *([_shown(cell, names) for cell in row] for row in rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    for index, line in enumerate(cells):
        padded = (text + " " * (width - _width(text)) for text, width in zip(line, widths, strict=True))
        yield "  ".join(padded).rstrip() + "\n"
        if index == 0:
            yield "  ".join("─" * width for width in widths) + "\n"
    yield f"({len(rows)} row{'' if len(rows) == 1 else 's'})\n"


def _truth_rows(answer: Truth) -> Rows:
    return Rows(("answer",), ((ox.Literal(answer.value),),))


def _bindings(rows: Rows) -> dict[str, Any]:
    found = [
        {name: _json_term(cell) for name, cell in zip(rows.variables, row, strict=True) if cell is not None}
        for row in rows
    ]
    return {"head": {"vars": list(rows.variables)}, "results": {"bindings": found}}


def _json_term(term: Cell) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, ox.Literal):
        return {"type": "literal", "value": str(term)}
    found = {"type": "literal", "value": term.value}
    if term.language:
        return found | {"xml:lang": term.language}
    plain = term.datatype.value.endswith("XMLSchema#string")
    return found if plain else found | {"datatype": term.datatype.value}


def _xml_term(term: Cell) -> str:
    record = _json_term(term)
    text = escape(_NOT_XML.sub("\ufffd", record["value"]), {"\r": "&#13;"})
    if record["type"] in ("uri", "bnode"):
        return f"<{record['type']}>{text}</{record['type']}>"
    attributes = {"xml:lang": record.get("xml:lang"), "datatype": record.get("datatype")}
    written = "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items() if value)
    return f"<literal{written}>{text}</literal>"


def _bare(term: Cell) -> str:
    return str(term) if isinstance(term, ox.BlankNode | ox.Triple) or term is None else term.value


def _shown(term: Cell, names: dict[str, str]) -> str:
    if term is None:
        return ""
    text = _short(term.value, names) if isinstance(term, ox.NamedNode) else _bare(term)
    clean = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text)
    if _width(clean) <= _WIDEST:
        return clean
    while _width(clean) >= _WIDEST:
        clean = clean[: min(len(clean) - 1, _WIDEST)]
    return clean + "…"


def _short(iri: str, names: dict[str, str]) -> str:
    for name, start in names.items():
        if iri.startswith(start) and "/" not in iri[len(start) :]:
            return f"{name}:{iri[len(start) :]}"
    return iri


def _width(text: str) -> int:
    """Columns of a terminal: wide characters take two."""
    return len(text) + sum(unicodedata.east_asian_width(c) in "WF" for c in text)
