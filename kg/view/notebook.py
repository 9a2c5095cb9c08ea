"""The page inside a Jupyter notebook."""

from __future__ import annotations

import html
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inline:
    """A page that a notebook shows in a frame of its own, which can run its scripts and save files, and nothing else.

    Attributes:
        page: Text of `kg.view.render`.
        height: Height of the frame in pixels.
    """

    page: str
    height: int = 720

    def _repr_html_(self) -> str:
        return (
            '<iframe sandbox="allow-scripts allow-downloads allow-popups" title="Knowledge graph" '
            f'width="100%" height="{int(self.height)}" style="border: 1px solid #999" '
            f'srcdoc="{html.escape(self.page)}"></iframe>'
        )
