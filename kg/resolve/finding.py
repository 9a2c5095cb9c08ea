"""Entities by a name that a person types, with suggestions for a near miss."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from kg.model import Entity
from kg.resolve.names import fold, joined

_NEAR = 60
_SUGGESTIONS = 5


def find(name: str, entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Entities with this IRI; else with this name; else with a name that is the same in normal form.

    Several when the name is ambiguous; the one that most articles mention comes first.
    """
    known = list(entities)
    tests = (
        [entity for entity in known if entity.id == name],
        [entity for entity in known if fold(entity.name) == fold(name)],
        [entity for entity in known if any(fold(other) == fold(name) for other in entity.names)],
        [entity for entity in known if any(joined(n, entity.type) == joined(name, entity.type) for n in entity.names)],
    )
    found = next((hits for hits in tests if hits), [])
    return tuple(sorted(found, key=lambda entity: (-len(entity.documents), entity.id)))


def suggestions(name: str, entities: Sequence[Entity]) -> tuple[str, ...]:
    """Preferred names of entities whose names come near, the nearest first."""
    names = sorted({(other, entity.name) for entity in entities for other in (*entity.names, entity.name)})
    forms = [fold(other) for other, _ in names]
    hits = process.extract(fold(name), forms, scorer=fuzz.WRatio, limit=4 * _SUGGESTIONS, score_cutoff=_NEAR)
    near = [names[index][1] for _, _, index in sorted(hits, key=lambda hit: (-hit[1], hit[2]))]
    return tuple(dict.fromkeys(near))[:_SUGGESTIONS]
