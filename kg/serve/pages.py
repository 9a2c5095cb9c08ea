"""The files that the server hands out: YASGUI, the page around it, the picture of the graph."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.store.examples import examples
from kg.store.prefixes import prefixes

_HERE = Path(__file__).resolve().parent
_VENDOR, _OWN = _HERE / "vendor" / "yasgui", _HERE / "assets"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""Content security policy of the page: nothing from elsewhere. YASGUI sets styles on its elements."""


@dataclass(frozen=True)
class Page:
    """A file to hand out."""

    media_type: str
    body: bytes
    policy: str | None = POLICY


def pages(base: str, picture: Path | None) -> Mapping[str, Page]:
    """Path → page. The picture, made by `kg build`, brings a policy of its own."""
    found = {
        "/": Page("text/html; charset=utf-8", (_OWN / "ask.html").read_bytes()),
        "/ask.js": Page("text/javascript; charset=utf-8", (_OWN / "ask.js").read_bytes()),
        "/ask.css": Page("text/css; charset=utf-8", (_OWN / "ask.css").read_bytes()),
        "/examples.json": Page("application/json", _examples(base)),
        "/yasgui.min.js": Page("text/javascript; charset=utf-8", (_VENDOR / "yasgui.min.js").read_bytes()),
        "/yasgui.min.css": Page("text/css; charset=utf-8", (_VENDOR / "yasgui.min.css").read_bytes()),
    }
    if picture and picture.is_file():
        found["/graph"] = Page("text/html; charset=utf-8", picture.read_bytes(), policy=None)
    return found


def _examples(base: str) -> bytes:
    """The prefixes and the example queries, for the page."""
    known = [{"name": one.name, "question": one.question, "sparql": one.sparql} for one in examples()]
    return json.dumps({"prefixes": prefixes(base), "examples": known}, ensure_ascii=False).encode()
