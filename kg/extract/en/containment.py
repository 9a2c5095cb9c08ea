"""Whether one place can lie in another, as far as their names tell."""

from __future__ import annotations

from kg.extract.en.annotation import DocEntity
from kg.extract.en.gazetteer import fold, places
from kg.extract.en.nearby import kind_of
from kg.model import EntityType

_RANK = {"city": 1, "region": 2, "country": 3}


def may_lie_in(inner: DocEntity, outer: DocEntity) -> bool:
    """False where the names show that `inner` is a country or lies in another one; anything else may be."""
    if inner.type not in (EntityType.PLACE, EntityType.GOVERNMENT):
        return True
    if _rank(inner) == _RANK["country"] or all(_is_province(e) for e in (inner, outer)):
        return False
    table = places()
    codes = [{table.country_of[fold(n)] for n in e.names if fold(n) in table.country_of} for e in (inner, outer)]
    sure = any(table.population.get(fold(n), 0) > _WELL_KNOWN or fold(n) in table.regions for n in inner.names)
    return not (sure and all(codes) and not codes[0] & codes[1])


def _is_province(entity: DocEntity) -> bool:
    return any(fold(name).endswith((" province", " state")) for name in entity.names)


_WELL_KNOWN = 300_000
"""A city of this size is meant by its name, and no small namesake in another country."""


def is_region_or_country(entity: DocEntity) -> bool:
    """A place that stands behind a comma after what lies in it: "El Paso, Texas"."""
    return _rank(entity) >= _RANK["region"]


def is_city_in(inner: DocEntity, outer: DocEntity) -> bool:
    """Whether a comma between two places tells where the first one lies: "El Paso, Texas", not "Texas, Ohio"."""
    return is_region_or_country(outer) and not is_region_or_country(inner) and may_lie_in(inner, outer)


def is_region_in_country(inner: DocEntity, outer: DocEntity) -> bool:
    """Whether a comma between a region and a country tells where the region lies: "Alsace, France"."""
    return _rank(inner) == _RANK["region"] and _rank(outer) == _RANK["country"] and may_lie_in(inner, outer)


def _rank(entity: DocEntity) -> int:
    return _RANK.get(kind_of(entity) or "", 0)
