"""What a page shows and how it opens."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.errors import ViewError
from kg.model import Relation

MANY = 500
"""Up to so many entities a page opens with everything in sight."""

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

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

    Raises:
        ViewError: `since` or `until` is no ISO date.
    """

    title: str = "Companies and governments: who does what with whom"
    focus: str | None = None
    hops: int = 1
    top: int | None = None
    relations: tuple[Relation, ...] = ()
    since: str | None = None
    until: str | None = None

    def __post_init__(self) -> None:
        for date in (self.since, self.until):
            if date is not None and not _DATE.fullmatch(date):
                raise ViewError(f"{date!r} is not a date: write it as 2019, 2019-10 or 2019-10-11.")
