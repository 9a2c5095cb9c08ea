"""HTML and SVG from plain values: nothing from outside gets in as markup, and no attribute needs a style."""

from __future__ import annotations

import html
from collections.abc import Iterable

from kg.analytics.words import visible


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


def text(value: object) -> Markup:
    """A value as text of an element."""
    return value if isinstance(value, Markup) else Markup(html.escape(visible(str(value)), quote=False))


def element(tag: str, content: object = "", **attributes: object) -> Markup:
    """An element; an underscore at the end of an attribute's name is left out, others become hyphens.

    >>> element("a", "5 < 6", href="#x", class_="n", data_set=3)
    '<a href="#x" class="n" data-set="3">5 &lt; 6</a>'
    """
    named = ((name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items() if value is not None)
    written = "".join(f' {name}="{_attribute(value)}"' for name, value in named)
    return Markup(f"<{tag}{written}>{text(content)}</{tag}>")


def join(parts: Iterable[object], between: str = "") -> Markup:
    """Parts one after the other."""
    return Markup(between.join(text(part) for part in parts))


def svg(content: Iterable[object], label: str, width: float, height: float) -> Markup:
    """A picture that scales with the page, with its name for screen readers."""
    box = f"0 0 {number(width)} {number(height)}"
    parts = join((element("title", label), *content))
    return element("svg", parts, viewBox=box, role="img", aria_label=label, width=number(width), height=number(height))


def number(value: float) -> str:
    """A coordinate with one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")


def _attribute(value: object) -> str:
    return html.escape(visible(number(value) if isinstance(value, float) else str(value)), quote=True)
