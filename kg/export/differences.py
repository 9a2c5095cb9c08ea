"""Differences between two graphs as text, Markdown and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from kg.export.dossiers import escaped
from kg.resolve.differences import Differences
from kg.view.words import visible


def as_text(found: Differences) -> str:
    """A line a difference: `+` new, `-` gone, `~` changed, `>` went into another."""
    return "".join(f"{mark} {visible(line)}\n" for mark, line in _lines(found))


def as_markdown(found: Differences) -> str:
    """Sections of lists."""
    titles = {"+": "New", "-": "Gone", "~": "Changed", ">": "Merged or renamed"}
    out = [f"# {_summary(found)}"]
    lines = list(_lines(found))
    for mark, title in titles.items():
        section = [f"- {escaped(line)}" for sign, line in lines if sign == mark]
        out += ["", f"## {title}", "", *section] if section else []
    return "\n".join(out) + "\n"


def as_json(found: Differences) -> str:
    """One object."""
    return json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n"


def _summary(found: Differences) -> str:
    return f"{len(found.new)} new facts, {len(found.gone)} gone, {len(found.changed)} changed"


def _lines(found: Differences) -> Iterator[tuple[str, str]]:
    yield from (("+", fact) for fact in found.new)
    yield from (("-", fact) for fact in found.gone)
    for one in found.changed:
        details = "; ".join(f"{field}: {before or 'none'} → {after or 'none'}" for field, before, after in one.fields)
        yield "~", f"{one.fact} ({details})"
    yield from ((">", f"{old} → {new}") for old, new in found.merged)
    for label, new, gone in (
        ("entity", found.new_entities, found.gone_entities),
        ("article", found.new_documents, found.gone_documents),
    ):
        yield from (("+", f"{label} {name}") for name in new)
        yield from (("-", f"{label} {name}") for name in gone)
