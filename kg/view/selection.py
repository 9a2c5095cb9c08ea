"""Which deals and entities a page holds, and how strong each entity is."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Mapping

from kg.errors import ViewError
from kg.model import Deal, Document, Entity, Resolution
from kg.view.options import ViewOptions


def cut(resolution: Resolution, options: ViewOptions) -> Resolution:
    """The part of `resolution` that belongs to the relations and the time of `options`.

    Entities without a deal in that part leave too, but not the places that say where the others are.
    """
    if not (options.relations or options.since or options.until):
        return resolution
    published = {document.name: document.published for document in resolution.documents}
    deals = tuple(deal for deal in resolution.deals if _wanted(deal, options, published))
    used = _with_places({end for deal in deals for end in (deal.subject, deal.object, deal.place) if end}, resolution)
    entities = tuple(entity for entity in resolution.entities if entity.id in used)
    return Resolution(resolution.documents, entities, deals)


def ranked(resolution: Resolution) -> tuple[Entity, ...]:
    """Entities by number of deals, the strongest first; equals by name, then by IRI."""
    strength = degrees(resolution.deals)
    return tuple(sorted(resolution.entities, key=lambda entity: (-strength[entity.id], entity.name, entity.id)))


def degrees(deals: tuple[Deal, ...]) -> Counter[str]:
    """Number of deals that each entity is a party of."""
    counts: Counter[str] = Counter()
    for deal in deals:
        counts.update({deal.subject, deal.object})
    return counts


def day_of(deal: Deal, published: Mapping[str, str | None]) -> tuple[str | None, bool]:
    """ISO date of a deal, and whether it is only the day on which it was first reported.

    >>> day_of(Deal("d", "a", Relation.INVESTS, "b", (), date="2020-03"), {})
    ('2020-03', False)
    """
    if deal.date:
        return deal.date, False
    days = sorted(day for fact in deal.readings if (day := published.get(fact.doc)))
    return (days[0], True) if days else (None, False)


def publication_days(documents: tuple[Document, ...]) -> dict[str, str | None]:
    """Document name → day of publication."""
    return {document.name: document.published for document in documents}


def find_entity(name: str, entities: tuple[Entity, ...]) -> Entity:
    """The entity called `name`: by IRI, by preferred name, then by any name; the strongest of equals.

    Args:
        name: What the user typed.
        entities: In the order of strength.

    Raises:
        ViewError: Nothing is called so.
    """
    wanted = name.casefold().strip()
    for names_of in (lambda e: (e.id,), lambda e: (e.name,), lambda e: e.names):
        for entity in entities:
            if wanted in (known.casefold() for known in names_of(entity)):
                return entity
    known_names = sorted({known for entity in entities for known in (entity.name, *entity.names)})
    near = difflib.get_close_matches(name, known_names, n=3)
    hint = f" Did you mean {' or '.join(repr(one) for one in near)}?" if near else ""
    raise ViewError(f"Nothing in this graph is called {name!r}.{hint}")


def _with_places(used: set[str], resolution: Resolution) -> set[str]:
    """The entities and all that they lie in or govern."""
    upward = {entity.id: (entity.within, entity.governs) for entity in resolution.entities}
    found = sorted(used)
    for one in found:  # grows while it is walked
        fresh = [place for place in upward.get(one, ()) if place and place not in used]
        used = used | set(fresh)
        found.extend(fresh)
    return used


def _wanted(deal: Deal, options: ViewOptions, published: Mapping[str, str | None]) -> bool:
    if options.relations and deal.relation not in options.relations:
        return False
    if not (options.since or options.until):
        return True
    day, _ = day_of(deal, published)
    if day is None:
        return False
    # A date as precise as "2019" covers the whole year: it is in when any part of it is.
    after = not options.since or day >= options.since[: len(day)]
    before = not options.until or day[: len(options.until)] <= options.until
    return after and before
