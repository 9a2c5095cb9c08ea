"""The HTML page.

`render(resolution, options)` gives it as text, `Inline(page)` shows it in a notebook, and `network(resolution)` gives
the same graph as a pyvis `Network` to those who want to go on with that library.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Resolution
from kg.view.notebook import Inline
from kg.view.options import ViewOptions
from kg.view.page import render
from kg.view.selection import cut, ranked

if TYPE_CHECKING:
    from kg.view.pyvis_network import LinearNetwork

__all__ = ["Inline", "ViewOptions", "network", "render"]


def network(resolution: Resolution, options: ViewOptions | None = None) -> LinearNetwork:
    """The graph as a pyvis network with fixed positions."""
    from kg.view.pyvis_network import build  # imported late: the page needs no pyvis, which is slow to import

    shown = cut(resolution, options or ViewOptions())
    return build(ranked(shown), shown.deals)
