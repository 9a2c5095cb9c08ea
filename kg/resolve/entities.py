"""Clusters become entities: preferred names, IRIs that no two share, and places with what contains them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Entity, EntityType
from kg.resolve.atlas import GEONAMES, Atlas, Spot, load
from kg.resolve.described import undressed
from kg.resolve.facilities import Setting
from kg.resolve.identify import Unit, acts_as_government, is_proper, named_country
from kg.resolve.iris import entity_iri
from kg.resolve.names import fold, folded, is_chinese, is_generic, normal

_LOCAL = (EntityType.FACILITY, EntityType.EVENT)
_BODIES = (EntityType.COMPANY, EntityType.ORGANIZATION, EntityType.GOVERNMENT)


@dataclass(frozen=True, slots=True)
class Override:
    """What a person decided about an entity."""

    name: str | None = None
    type: EntityType | None = None


def build(
    clusters: Mapping[str, Sequence[Unit]],
    settings: Mapping[str, Setting],
    overrides: Mapping[str, Override],
) -> dict[str, Entity]:
    """An entity for every cluster, by cluster id, with the places that contain them added under "place:CODE".

    Args:
        clusters: Units by cluster id.
        settings: Setting of clusters that are facilities or events without a proper name.
        overrides: Decided names and types by cluster id.
    """
    ordered = sorted(clusters, key=lambda cluster: (clusters[cluster][0].type in _LOCAL, cluster))
    made: dict[str, Entity] = {}
    taken: dict[str, str] = {}
    for cluster in ordered:
        override = overrides.get(cluster, Override())
        entity = _entity(clusters[cluster], settings.get(cluster, Setting()), made, override)
        made[cluster] = _unique(entity, clusters[cluster], taken)
        taken[made[cluster].id] = cluster
    return _with_places(clusters, made)


def place_entity(spot: Spot, atlas: Atlas) -> Entity:
    """A place as the atlas knows it."""
    return Entity(
        id=place_iri(spot, atlas),
        name=spot.name,
        type=EntityType.PLACE,
        names=tuple(sorted({spot.name, *spot.listed})),
        same_as=tuple(GEONAMES.format(identifier) for identifier in spot.geonames),
        country=atlas.country(spot.code),
        latitude=spot.latitude,
        longitude=spot.longitude,
    )


def place_iri(spot: Spot, atlas: Atlas) -> str:
    """The IRI of a place of the atlas."""
    return entity_iri(place_slug(spot, atlas), EntityType.PLACE)


def place_slug(spot: Spot, atlas: Atlas) -> str:
    """The name in a place's IRI: bare for the likeliest bearer, with what contains it for the others.

    It depends on the atlas alone, so that a place has one IRI whatever the articles.
    """
    bearers = [other for other, _ in atlas.find(spot.name) if fold(other.name) == fold(spot.name)]
    if not bearers or bearers[0].code == spot.code:
        return spot.name
    above = atlas.chain(spot.code)[1:]
    twins = [b for b in bearers if b.code != spot.code and _names(atlas.chain(b.code)[1:2]) == _names(above[:1])]
    parts = [spot.name, *(_names(above[:1]) if not twins else _names(above))]
    if spot.kind != "city" and above and spot.kind != "zone":
        parts = [spot.name, spot.kind, *_names(above[:1])]
    elif twins:
        parts.append(spot.code.lstrip("@"))
    return " ".join(parts)


def _entity(units: Sequence[Unit], setting: Setting, made: Mapping[str, Entity], override: Override) -> Entity:
    anchor = next((unit for unit in units if unit.anchored), None)
    if anchor and anchor.choice and anchor.choice.spot:
        entity = _place(anchor.choice.spot, units)
    elif anchor and anchor.known:
        known = anchor.known
        entity = Entity(
            id=known.id, name=known.name, type=known.type, names=known.names, same_as=known.same_as,
            identifiers=known.identifiers, country=known.country,
        )  # fmt: skip
    else:
        entity = _unknown(units, setting, made)
    names = {name for unit in units for name in unit.names if not is_generic(name)} | {*entity.names, entity.name}
    documents = tuple(sorted({doc for unit in units for doc in unit.docs}))
    entity = replace(entity, names=tuple(sorted(names)), documents=documents)
    return _overridden(entity, override)


def _overridden(entity: Entity, override: Override) -> Entity:
    if not (override.name or override.type):
        return entity
    name, kind = override.name or entity.name, override.type or entity.type
    return replace(entity, id=entity_iri(name, kind), name=name, type=kind, names=tuple(sorted({*entity.names, name})))


def _place(spot: Spot, units: Sequence[Unit]) -> Entity:
    entity = place_entity(spot, load())
    governs = entity.id if any(acts_as_government(unit) for unit in units) else None
    return replace(entity, name=_local_name(spot, units), governs=governs)


def _local_name(spot: Spot, units: Sequence[Unit]) -> str:
    """For a city, the spelling that most articles use, if it is one of its names: "Wroclaw", "Sanand"."""
    if spot.kind != "city":
        return spot.name
    names = [party.name for unit in units for party in unit.parties]
    own = folded((spot.name, *spot.names), names)
    said = Counter(name for name in names if fold(name) in own)
    latin = [name for name in said if not is_chinese(name)]
    latin = [name for name in latin if fold(name) == fold(spot.name)] or latin
    return min(latin, key=lambda name: (-said[name], name), default=spot.name)


def _unknown(units: Sequence[Unit], setting: Setting, made: Mapping[str, Entity]) -> Entity:
    kinds = Counter(party.type for unit in units for party in unit.parties)
    kind = min(kinds, key=lambda k: (-kinds[k], k.value))
    name = _preferred(units)
    label = name
    if kind in _LOCAL and not is_proper(name):
        label = _qualified(name, setting, made, units)
    elif is_generic(name):
        label = f"{name} ({units[0].parties[0].doc})"
    country = named_country({n for unit in units for n in unit.names}) if kind is EntityType.GOVERNMENT else None
    within = next((made[p].id for p in setting.places if p in made), None)
    above = next((unit.choice.within for unit in units if unit.choice and unit.choice.within), None)
    if above:
        within, country = place_iri(above, load()), load().country(above.code)
    return Entity(id=entity_iri(label, kind), name=label, type=kind, names=(name,), country=country, within=within)


def _preferred(units: Sequence[Unit]) -> str:
    """The name that most articles use first; among equals the shortest."""
    counts: Counter[str] = Counter()
    for unit in units:
        for party in unit.parties:
            counts[undressed(party.name) if party.type in _BODIES else party.name] += 1
    return min(counts, key=lambda name: (is_generic(name), -counts[name], is_chinese(name), len(name), name))


def _qualified(name: str, setting: Setting, made: Mapping[str, Entity], units: Sequence[Unit]) -> str:
    parts = [made[cluster].name for cluster in (*setting.owners, *setting.places) if cluster in made]
    return f"{name} ({', '.join(parts)})" if parts else f"{name} ({units[0].parties[0].doc})"


def _unique(entity: Entity, units: Sequence[Unit], taken: Mapping[str, str]) -> Entity:
    """The entity with an IRI of its own: namesakes that were kept apart get their country or first article added."""
    if entity.id not in taken:
        return entity
    marks = [entity.country] if entity.country and entity.type is not EntityType.PLACE else []
    for mark in (*marks, units[0].parties[0].doc, f"{units[0].parties[0].doc} {normal(units[0].parties[0].name)}"):
        iri = entity_iri(f"{entity.name} {mark}", entity.type)
        if iri not in taken:
            return replace(entity, id=iri)
    number = sum(iri.startswith(entity.id) for iri in taken)
    return replace(entity, id=f"{entity.id}-{number}")


def _with_places(clusters: Mapping[str, Sequence[Unit]], made: dict[str, Entity]) -> dict[str, Entity]:
    """Every place with the places that contain it, up to the country, linked by `within`."""
    spots = {
        cluster: unit.choice.spot
        for cluster, units in clusters.items()
        for unit in units
        if unit.choice and unit.choice.spot
    }
    above = [unit.choice.within for units in clusters.values() for unit in units if unit.choice and unit.choice.within]
    if not spots and not above and not any(entity.country for entity in made.values()):
        return made
    atlas = load()
    ids = {spot.code: made[cluster].id for cluster, spot in spots.items()}
    result = dict(made)
    wanted = [*spots.values(), *above, *_countries(made.values(), atlas)]
    for spot in wanted:
        for higher in atlas.chain(spot.code):
            if higher.code not in ids:
                entity = place_entity(higher, atlas)
                ids[higher.code] = entity.id
                result[f"place:{higher.code}"] = entity
    for cluster, spot in (*spots.items(), *_added(result, made, atlas)):
        result[cluster] = replace(result[cluster], within=ids.get(spot.within or ""))
    return {cluster: _in_country(entity, ids) for cluster, entity in result.items()}


def _added(result: Mapping[str, Entity], made: Mapping[str, Entity], atlas: Atlas) -> list[tuple[str, Spot]]:
    return [(key, atlas.spots[key.removeprefix("place:")]) for key in result if key not in made]


def _countries(entities: Iterable[Entity], atlas: Atlas) -> list[Spot]:
    """The countries of public bodies: they are in it."""
    codes = {entity.country for entity in entities if entity.country and entity.type is EntityType.GOVERNMENT}
    return [atlas.spots[code] for code in sorted(codes) if code in atlas.spots]


def _in_country(entity: Entity, ids: Mapping[str, str]) -> Entity:
    if entity.within is None and entity.country and entity.type in (EntityType.GOVERNMENT, EntityType.PLACE):
        country = ids.get(entity.country)
        if country and country != entity.id:
            return replace(entity, within=country)
    return entity


def _names(spots: Iterable[Spot]) -> list[str]:
    return [spot.name for spot in spots]
