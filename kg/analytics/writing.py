"""Tables as text: for a terminal, as CSV, JSON and Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from kg.analytics import words
from kg.analytics.tables import Cell, Column, Table, shown
from kg.errors import AnalysisError

_WIDEST = 46
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(tables: Sequence[Table], format_: str = "table") -> str:
    """Tables in a format: "table" (for a terminal), "csv", "json" or "markdown".

    Raises:
        AnalysisError: Several tables as CSV, which holds one.
    """
    return _WRITERS[format_](tables)


def as_terminal(tables: Sequence[Table]) -> str:
    """Columns for a terminal, with what each table means."""
    return "\n".join(_terminal(table) for table in tables)


def as_csv(tables: Sequence[Table]) -> str:
    """The values of one table; a text that a spreadsheet would run as a formula gets an apostrophe before it.

    Raises:
        AnalysisError: There is not one table.
    """
    if len(tables) != 1:
        raise AnalysisError(f"CSV holds one table and these are {len(tables)}: ask one question, or use --format json.")
    (table,) = tables
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow([column.key for column in table.columns])
    writer.writerows([_harmless(cell.value) for cell in row] for row in table.rows)
    return buffer.getvalue()


def as_json(tables: Sequence[Table]) -> str:
    """Everything: rows of values, and "behind" each row, by column, the entities it names and the facts it rests on."""
    return json.dumps([_json(table) for table in tables], ensure_ascii=False, indent=1) + "\n"


def as_markdown(tables: Sequence[Table]) -> str:
    """A section with a pipe table for each table."""
    return "\n".join(_markdown(table) for table in tables)


_WRITERS: dict[str, Callable[[Sequence[Table]], str]] = {
    "table": as_terminal,
    "csv": as_csv,
    "json": as_json,
    "markdown": as_markdown,
}
FORMATS = tuple(_WRITERS)


def _terminal(table: Table) -> str:
    lines = [table.title, "=" * words.width(table.title)]
    cells = [
        [column.label for column in table.columns],
        *([_short(c, k) for c, k in _cells(table, r)] for r in table.rows),
    ]
    widths = [max(words.width(line[n]) for line in cells) for n in range(len(table.columns))]
    for number, line in enumerate(cells):
        padded = (_pad(text, size, column) for text, size, column in zip(line, widths, table.columns, strict=True))
        lines.append("  ".join(padded).rstrip())
        if number == 0:
            lines.append("  ".join("─" * size for size in widths))
    return "\n".join([*lines, *_notes(table)]) + "\n"


def _notes(table: Table) -> list[str]:
    notes = [_size(table)] if not table.rows or table.total > len(table.rows) else []
    notes += [f"Means: {table.meaning}"] if table.meaning else []
    notes += [f"Does not mean: {table.limits}"] if table.limits else []
    notes += [f"Computed: {table.engine}"] if table.engine else []
    return notes + [f"Careful: {warning}" for warning in table.warnings]


def _size(table: Table) -> str:
    if not table.rows:
        return "(nothing found)"
    return f"({len(table.rows):,} of {table.total:,} rows; --top 0 shows all)"


def _cells(table: Table, row: Sequence[Cell]) -> list[tuple[Cell, Column]]:
    return list(zip(row, table.columns, strict=True))


def _short(cell: Cell, column: Column) -> str:
    return words.cut(shown(cell.value, column.kind), _WIDEST)


def _pad(text: str, size: int, column: Column) -> str:
    space = " " * (size - words.width(text))
    return space + text if column.numeric else text + space


def _harmless(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return value


def _json(table: Table) -> dict[str, Any]:
    keys = [column.key for column in table.columns]
    return {
        "question": table.name,
        "title": table.title,
        "meaning": table.meaning,
        "limits": table.limits,
        "warnings": list(table.warnings),
        "engine": table.engine,
        "command": table.command,
        "sparql": table.sparql,
        "total": table.total,
        "columns": [{"key": column.key, "label": column.label, "kind": column.kind} for column in table.columns],
        "rows": table.records(),
        "behind": [
            {
                "entities": {key: cell.entity for key, cell in zip(keys, row, strict=True) if cell.entity},
                "facts": {key: cell.facts for key, cell in zip(keys, row, strict=True) if cell.facts},
            }
            for row in table.rows
        ],
    }


def _markdown(table: Table) -> str:
    lines = [f"## {table.title}", "", _pipes(_escaped(column.label) for column in table.columns)]
    lines.append(_pipes("---:" if column.numeric else "---" for column in table.columns))
    for row in table.rows:
        lines.append(_pipes(_escaped(shown(cell.value, column.kind)) for cell, column in _cells(table, row)))
    return "\n".join([*lines, "", *(f"{_escaped(note)}  " for note in _notes(table))]) + "\n"


def _pipes(texts: Iterable[str]) -> str:
    return f"| {' | '.join(texts)} |"


_MARKDOWN = str.maketrans({"<": "&lt;", ">": "&gt;", **{character: f"\\{character}" for character in "\\`*_[]|#"}})


def _escaped(text: str) -> str:
    return text.translate(_MARKDOWN)
