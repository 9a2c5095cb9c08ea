"""A dossier as text for the terminal, as Markdown and as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from kg.resolve.dossier import Dossier, Line, Quote
from kg.view.words import visible

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|!~])")


def as_text(dossier: Dossier) -> str:
    """Plain text; control characters of the articles are taken out."""
    return "".join(f"{'  ' * depth}{visible(line)}\n" for depth, line in _text_lines(dossier))


def as_markdown(dossier: Dossier) -> str:
    """Markdown; what comes from articles is escaped, so that it stays text."""
    return "\n".join(_markdown_lines(dossier)) + "\n"


def as_json(dossier: Dossier) -> str:
    """JSON with everything, one object."""
    return json.dumps(_record(dossier), ensure_ascii=False, indent=2) + "\n"


def _text_lines(dossier: Dossier) -> Iterator[tuple[int, str]]:
    """(depth, line) of the plain text."""
    entity = dossier.entity
    yield 0, f"{entity.name} ({entity.type})"
    yield from ((1, f"{label}: {value}") for label, value in _particulars(dossier))
    for heading, lines in dossier.groups:
        yield 0, ""
        yield 0, f"{heading} ({len(lines)})"
        for line in lines:
            yield 1, _headline(line)
            yield from ((3, note) for note in _notes(line))
            yield from ((3, f'"{quote.text}" ({_source(quote)})') for quote in line.quotes)
    if dossier.neighbours:
        yield 0, ""
        yield 0, "Neighbours: " + ", ".join(f"{name} ({count})" for name, count in dossier.neighbours[:20])


def _markdown_lines(dossier: Dossier) -> Iterator[str]:
    entity = dossier.entity
    yield f"# {escaped(entity.name)}"
    yield ""
    for label, value in (("type", str(entity.type)), *_particulars(dossier)):
        yield f"- {label}: {escaped(value)}"
    for heading, lines in dossier.groups:
        yield ""
        yield f"## {heading.capitalize()}"
        for line in lines:
            yield ""
            yield f"- **{escaped(_headline(line))}**"
            yield from (f"  - {escaped(note)}" for note in _notes(line))
            yield from (f"  - “{escaped(quote.text)}” ({_link(quote)})" for quote in line.quotes)
    if dossier.neighbours:
        yield ""
        yield "## Neighbours"
        yield ""
        yield from (f"- {escaped(name)} ({count})" for name, count in dossier.neighbours)


def _particulars(dossier: Dossier) -> list[tuple[str, str]]:
    entity = dossier.entity
    others = [name for name in entity.names if name != entity.name]
    rows = [
        ("id", entity.id),
        ("also called", ", ".join(others)),
        ("identifiers", ", ".join(f"{scheme} {value}" for scheme, value in entity.identifiers)),
        ("same as", ", ".join(entity.same_as)),
        ("in", ", ".join(dossier.within)),
        ("facts", f"{dossier.facts} in {len(entity.documents)} articles"),
    ]
    return [(label, value) for label, value in rows if value]


def _headline(line: Line) -> str:
    status = str(line.status) if line.status else None
    parts = [
        line.when or "no date",
        line.other,
        line.role,
        line.amount,
        status,
        f"at {line.place}" if line.place else None,
    ]
    return " · ".join(part for part in parts if part)


def _notes(line: Line) -> Iterator[str]:
    if line.domains:
        yield f"about: {', '.join(line.domains)}"
    if line.history:
        yield "course: " + ", ".join(f"{status} {date}".strip() for date, status in line.history)
    for conflict in line.conflicts:
        values = "; ".join(f"{value} ({len(ids)} readings)" for value, ids in conflict.values)
        yield f"the articles disagree on the {conflict.field}: {values}; the first leads"


def _source(quote: Quote) -> str:
    return f"{quote.document}, {quote.published}" if quote.published else quote.document


def _link(quote: Quote) -> str:
    """The source, linked only to a web address."""
    url = quote.url or ""
    text = escaped(_source(quote))
    return f"[{text}](<{url}>)" if re.fullmatch(r"https?://[^\s<>\\]+", url) else text


def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    return _MARKUP.sub(r"\\\1", visible(text))


def _record(dossier: Dossier) -> dict[str, Any]:
    record = asdict(dossier.entity)
    record["within"] = list(dossier.within)
    record["facts"] = {heading: [asdict(line) for line in lines] for heading, lines in dossier.groups}
    record["neighbours"] = [{"name": name, "facts": count} for name, count in dossier.neighbours]
    return record
