"""What a page shows and how it opens."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import Relation

MANY = 500
"""Up to so many entities a page opens with everything in sight."""

STRONGEST = 200
"""A larger graph opens on its strongest entities, so many of them; the rest is a click away."""


@dataclass(frozen=True, slots=True)
class ViewOptions:
    """Options of `kg.view.render`.

    Attributes:
        title: Heading of the page.
        focus: Name (or IRI) of the entity that the page opens on; the rest stays in the page.
        hops: How many steps around `focus` are shown at first.
        top: Open with so many of the strongest entities; None decides by the size of the graph.
        relations: Put only facts of these relations into the page; empty for all.
        since: Put only facts from this ISO date on into the page ("2019", "2019-10").
        until: Put only facts up to the end of this ISO date into the page.
    """

    title: str = "Companies and governments: who does what with whom"
    focus: str | None = None
    hops: int = 1
    top: int | None = None
    relations: tuple[Relation, ...] = ()
    since: str | None = None
    until: str | None = None
