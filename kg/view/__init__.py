"""The HTML page: `render(resolution, options)` gives it whole; `network` gives the same graph to pyvis' users."""

from __future__ import annotations

from kg.view.options import ViewOptions
from kg.view.page import render

__all__ = ["ViewOptions", "render"]
