"""Markdown: the decoded file is the text; front matter and the first heading tell what it is."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml

from kg.documents.metadata import Metadata, iso_date, line
from kg.documents.text import headline

_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^(?:#{1,2}[ \t]+(.+?)[ \t]*#*|(\S.*)\n=+[ \t]*)$", re.MULTILINE)
_MAX_FRONT = 20_000
_NOT_LINE_END = re.compile(r"[^\n]")


def split(text: str) -> tuple[str, Metadata]:
    """The text with its front matter blanked out, so that offsets stay those of the file, and what that said."""
    front = _FRONT.match(text)
    fields = _fields(front.group(1)) if front else {}
    body = _NOT_LINE_END.sub(" ", front.group()) + text[front.end() :] if front else text
    heading = _HEADING.search(body)
    title = line(fields.get("title")) or (line(heading.group(1) or heading.group(2)) if heading else headline(body))
    published = fields.get("date") or fields.get("published")
    if isinstance(published, date):
        published = published.isoformat()
    return body, Metadata(
        title=title,
        publisher=line(fields.get("publisher") or fields.get("outlet") or fields.get("source")),
        published=iso_date(published),
        url=line(fields.get("url")),
    )


def _fields(front: str) -> dict[str, Any]:
    if len(front) > _MAX_FRONT or "&" in front:  # an anchor in front matter is no metadata but a way to blow it up
        return {}
    try:
        fields = yaml.safe_load(front)
    except (yaml.YAMLError, ValueError):
        return {}
    return fields if isinstance(fields, dict) else {}
