"""The page: one HTML file that asks nothing of any network and takes nothing from outside as markup."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from kg.errors import ViewError
from kg.model import Entity, Resolution
from kg.view import network, payload, words
from kg.view.assets import read_json, read_text
from kg.view.options import MANY, STRONGEST, ViewOptions
from kg.view.selection import cut, find_entity, ranked

_VIS = Path("templates", "lib", "vis-9.1.2", "vis-network.min.js")
_STYLES = ("theme.css", "frame.css", "parts.css", "narrow.css")
_SCRIPTS = (
    "data.js",
    "dom.js",
    "state.js",
    "filter.js",
    "geometry.js",
    "network.js",
    "labels.js",
    "keys.js",
    "ego.js",
    "panel.js",
    "timeline.js",
    "map.js",
    "table.js",
    "search.js",
    "controls.js",
    "histogram.js",
    "export.js",
    "main.js",
)


def render(resolution: Resolution, options: ViewOptions | None = None) -> str:
    """The whole page as text (write it as UTF-8).

    Raises:
        ViewError: `options.focus` names nothing in the graph, or pyvis lacks its vis-network.
    """
    options = options or ViewOptions()
    shown = cut(resolution, options)
    ordered = ranked(shown)
    data = _json(_data(shown, ordered, options))
    style, script = _style(), _script()
    return _fill(
        read_text("page.html"),
        {
            "policy": html.escape(_policy([_vis(), script], [style])),
            "title": html.escape(words.visible(options.title)),
            "style": style,
            "vis": _vis(),
            "data": data,
            "script": script,
        },
    )


def _data(resolution: Resolution, ordered: tuple[Entity, ...], options: ViewOptions) -> dict[str, Any]:
    entities = payload.entities(ordered, resolution)
    data = {
        "title": words.visible(options.title),
        "documents": payload.documents(resolution),
        "entities": entities,
        "deals": payload.deals(ordered, resolution),
        "nodes": network.nodes(ordered, resolution.deals),
        "edges": network.edges(ordered, resolution.deals),
        "columns": network.column_points(ordered, resolution.deals),
        "options": read_json("options.json"),
        "looks": read_json("looks.json"),
        "opening": _opening(ordered, options),
    }
    if any("at" in entity for entity in entities):
        data["outline"] = read_json("outline.json")
    return data


def _opening(ordered: tuple[Entity, ...], options: ViewOptions) -> dict[str, Any]:
    """What the page shows first."""
    everything = len(ordered) if len(ordered) <= MANY else STRONGEST
    limit = everything if options.top is None else options.top
    opening: dict[str, Any] = {"limit": max(limit, 1), "hops": max(options.hops, 1)}
    if options.focus:
        opening["focus"] = ordered.index(find_entity(options.focus, ordered))
    return opening


def _style() -> str:
    return "".join(read_text(name) for name in _STYLES) + _type_style()


def _type_style() -> str:
    """The colours of the types, for both themes, as `looks.json` has them."""
    rules = []
    for kind, look in read_json("looks.json")["types"].items():
        light, dark = (f".type-{kind} path {{ fill: {look[theme]}; }}" for theme in ("light", "dark"))
        system = f'@media (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {dark} }}'
        rules += [light, system, f':root[data-theme="dark"] {dark}']
    return "\n".join(rules) + "\n"


def _script() -> str:
    """All scripts in one scope of their own."""
    return '(() => {\n"use strict";\n' + "\n".join(read_text(name) for name in _SCRIPTS) + "\n})();"


def _vis() -> str:
    """The vis-network that travels with pyvis.

    Raises:
        ViewError: This pyvis does not have it.
    """
    found = find_spec("pyvis")  # not imported: that takes longer than making the page
    folder = Path((found.submodule_search_locations or [""])[0]) if found else Path()
    try:
        return (folder / _VIS).read_text(encoding="utf-8")
    except OSError as error:
        raise ViewError(f"The installed pyvis has no {_VIS}: install pyvis 0.3.2.") from error


def _policy(scripts: Iterable[str], styles: Iterable[str]) -> str:
    """A content-security policy that runs exactly these scripts and styles and lets no request out."""
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(_hash(text) for text in scripts)}",
            f"style-src {' '.join(_hash(text) for text in styles)}",
            "img-src data: blob:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def _json(value: object) -> str:
    """JSON that can stand in a script element: no character in it can end the element or start a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate becomes "?"


def _fill(template: str, values: dict[str, str]) -> str:
    """Put each value in the place of its `{{name}}`, once; what a value holds is not looked at again."""
    parts = template.split("{{")
    filled = [parts[0]]
    for part in parts[1:]:
        name, rest = part.split("}}", 1)
        filled += [values[name], rest]
    return "".join(filled)
