"""Which country, region, city or company an article means where it does not say: the only one, or clearly the main one."""

from __future__ import annotations

from collections import Counter
from functools import cache

from kg.extract.en.annotation import DocEntity
from kg.extract.en.gazetteer import fold, places
from kg.extract.en.sentences import Sentences
from kg.model import EntityType

_BLOCS = frozenset({"European Union", "Europe", "Africa", "Asia", "Latin America", "Middle East"})
_LEAD = 3
"""A main country is mentioned this many times as often as the next."""
_NEAR = 60
"""Tokens back to which the nearest place still counts."""


class Nearby:
    """Looks back from a place in the text for what an office without an organization belongs to."""

    def __init__(self, sentences: Sentences) -> None:
        self._annotation = sentences.annotation
        self._doc = sentences.doc
        self._kinds = {i: kind_of(entity) for i, entity in enumerate(self._annotation.entities)}

    def find(self, kind: str, at: int) -> int | None:
        """Number of the mention whose entity of the kind ("country", "region", "city") is meant at a token."""
        seen = [(n, s) for n, s in enumerate(self._annotation.spans) if len(s.entities) == 1]
        fitting = [(n, s.start, s.entities[0]) for n, s in seen if self._kinds[s.entities[0]] == kind]
        counts = Counter(entity for _, _, entity in fitting)
        if not counts:
            return None
        entity = self._main(counts) if kind == "country" else self._nearest(fitting, at) or self._only(counts)
        if entity is None:
            return None
        return min((abs(start - at), n) for n, start, e in fitting if e == entity)[1]

    def ministry(self, words: frozenset[str], at: int) -> int | None:
        """Number of a mention of the only body whose name has a word of the portfolio: "Commerce Department"."""
        bodies = {
            i
            for i, e in enumerate(self._annotation.entities)
            if e.type is EntityType.GOVERNMENT and any(_is_portfolio(fold(name), words) for name in e.names)
        }
        near = [(abs(s.start - at), n) for n, s in enumerate(self._annotation.spans) if set(s.entities) & bodies]
        return min(near)[1] if len(bodies) == 1 and near else None

    def company(self, at: int) -> int | None:
        """Number of the mention of the only company named before a token in its sentence, else in the line before."""
        sentence = self._doc[at].sent
        found: dict[int, int] = {}
        for n, span in enumerate(self._annotation.spans):
            if sentence.start <= span.start < at and len(span.entities) == 1:
                if self._annotation.entities[span.entities[0]].type is EntityType.COMPANY:
                    found[span.entities[0]] = n
        return next(iter(found.values())) if len(found) == 1 else None

    def _main(self, counts: Counter[int]) -> int | None:
        first, *rest = counts.most_common()
        return first[0] if not rest or first[1] >= _LEAD * rest[0][1] else None

    def _only(self, counts: Counter[int]) -> int | None:
        return next(iter(counts)) if len(counts) == 1 else None

    def _nearest(self, fitting: list[tuple[int, int, int]], at: int) -> int | None:
        before = [(at - start, entity) for _, start, entity in fitting if 0 < at - start <= _NEAR]
        return min(before)[1] if before else None


def _is_portfolio(name: str, words: frozenset[str]) -> bool:
    parts = frozenset(name.split())
    return bool(parts & words) and bool(parts & {"ministry", "department", "bureau", "office"})


def kind_of(entity: DocEntity) -> str | None:
    """ "country", "region" or "city" where the entity's names say so."""
    if entity.type not in (EntityType.PLACE, EntityType.GOVERNMENT):
        return None
    return _kind(entity.names)


@cache
def _kind(names: tuple[str, ...]) -> str | None:
    table = places()
    keys = [fold(name) for name in names]
    if any(k in table.countries or k in table.demonyms for k in keys):
        lead = next(table.countries.get(k) or table.demonyms[k] for k in keys if k in table.countries or k in table.demonyms)
        return None if lead in _BLOCS else "country"
    if any(k.endswith(" city") or k.startswith("city of ") for k in keys):
        return "city"
    if any(k in table.regions or k.startswith(("state of ", "province of ")) or k.endswith((" state", " province")) for k in keys):
        return "region"
    return "city" if any(k in table.population for k in keys) else None
