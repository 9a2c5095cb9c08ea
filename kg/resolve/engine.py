"""From readings to a graph's content: parties, units, clusters, entities, deals; decisions last.

Pure: the same documents, facts, decisions and names give the same resolution.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Deal, Document, Entity, Fact, Resolution
from kg.resolve import gazetteer as names
from kg.resolve.applying import FactEdits, Unapplied, apply_to_clusters, fact_edits, overrides
from kg.resolve.atlas import load as load_atlas
from kg.resolve.deals import Reading, deals
from kg.resolve.decisions import Decision, in_force
from kg.resolve.entities import build
from kg.resolve.facilities import Setting, matches, settings
from kg.resolve.identify import Unit, contexts, identify
from kg.resolve.linking import Clusters, Link, merge, score_units
from kg.resolve.parties import PartyKey, collect, party_key, place_key
from kg.resolve.places import label


@dataclass(frozen=True, slots=True)
class Outcome:
    """A resolution and how it came about.

    Attributes:
        units: Each cluster's units, by entity id.
        open_links: Pairs of entities (by id) that a person should judge, best score first.
        places_open: Entity ids of places that could be several: id → (number in GeoNames, description) of each.
        unapplied: Decisions that no longer apply, with why.
    """

    resolution: Resolution
    units: Mapping[str, tuple[Unit, ...]]
    open_links: tuple[Link, ...]
    places_open: Mapping[str, tuple[tuple[str, str], ...]]
    unapplied: tuple[Unapplied, ...]


def run(
    documents: Iterable[Document],
    facts: Iterable[Fact],
    decisions: Iterable[Decision] = (),
    known: names.Gazetteer | None = None,
) -> Outcome:
    """Resolve readings into entities and deals.

    Args:
        documents: The articles; their texts are context, so facts of an article that is not there resolve less well.
        facts: The readings, in any order.
        decisions: Rows of `decisions.csv`, in the order of the file.
        known: Known names; the product's own when not given.
    """
    articles = tuple(sorted(documents, key=lambda document: document.name))
    readings = sorted(dict.fromkeys(facts), key=lambda fact: (fact.doc, fact.evidence.start, fact.id))
    holding = in_force(decisions)
    edits, lost_facts = fact_edits(holding, readings)
    parties = collect(readings)
    units = identify(parties, contexts(articles, readings, parties), known or names.load())
    units, clusters, open_links, lost = _cluster(units, readings, holding, known or names.load())
    cluster_of = {key: clusters.find(unit.id) for key, unit in units.items()}
    by_cluster = _group(units, cluster_of)
    where = _cluster_settings(settings(readings, cluster_of), cluster_of)
    changed, lost_names = overrides(holding, units, clusters)
    entities = build(by_cluster, where, changed)
    found = _deals(readings, articles, cluster_of, entities, edits)
    resolution = Resolution(articles, _sorted(entities.values()), found)
    return Outcome(
        resolution,
        {entities[cluster].id: tuple(members) for cluster, members in sorted(by_cluster.items())},
        tuple(_by_entity(link, clusters, entities) for link in open_links),
        _doubtful_places(by_cluster, entities),
        (*lost_facts, *lost, *lost_names),
    )


def _cluster(
    units: dict[PartyKey, Unit], facts: Sequence[Fact], decisions: Sequence[Decision], known: names.Gazetteer
) -> tuple[dict[PartyKey, Unit], Clusters, list[Link], list[Unapplied]]:
    units, forced, apart, lost = apply_to_clusters(decisions, units)
    distinct = sorted({unit.id: unit for unit in units.values()}.values(), key=lambda unit: unit.id)
    clusters = Clusters(distinct)
    for left, right in forced:
        clusters.join(left, right)
    for left, right in apart:
        clusters.keep_apart(left, right)
    links = score_units(distinct, known, _neighbours(facts, units))
    open_links = merge(clusters, links)
    cluster_of = {key: clusters.find(unit.id) for key, unit in units.items()}
    for left, right in matches(distinct, settings(facts, cluster_of)):
        if clusters.may_join(left, right):
            clusters.join(left, right)
    return units, clusters, open_links, lost


def _neighbours(facts: Sequence[Fact], units: Mapping[PartyKey, Unit]) -> dict[str, frozenset[tuple[str, str]]]:
    found: dict[str, set[tuple[str, str]]] = {}
    for fact in facts:
        subject = units[party_key(fact.doc, fact.subject)].id
        other = units[party_key(fact.doc, fact.object)].id
        found.setdefault(subject, set()).add((str(fact.relation), other))
        found.setdefault(other, set()).add((str(fact.relation), subject))
    return {unit: frozenset(pairs) for unit, pairs in found.items()}


def _group(units: Mapping[PartyKey, Unit], cluster_of: Mapping[PartyKey, str]) -> dict[str, list[Unit]]:
    groups: dict[str, dict[str, Unit]] = {}
    for key, unit in units.items():
        groups.setdefault(cluster_of[key], {})[unit.id] = unit
    return {cluster: [members[i] for i in sorted(members)] for cluster, members in sorted(groups.items())}


def _cluster_settings(by_party: Mapping[PartyKey, Setting], cluster_of: Mapping[PartyKey, str]) -> dict[str, Setting]:
    found: dict[str, Setting] = {}
    for key, setting in by_party.items():
        known = found.get(cluster_of[key], Setting())
        found[cluster_of[key]] = Setting(
            tuple(sorted({*known.owners, *setting.owners})), tuple(sorted({*known.places, *setting.places}))
        )
    return found


def _deals(
    facts: Sequence[Fact],
    articles: Sequence[Document],
    cluster_of: Mapping[PartyKey, str],
    entities: Mapping[str, Entity],
    edits: FactEdits,
) -> tuple[Deal, ...]:
    published = {document.name: document.published or "" for document in articles}
    parents = {entity.id: entity.within for entity in entities.values()}
    readings = [
        Reading(
            fact=fact,
            subject=entities[cluster_of[party_key(fact.doc, fact.subject)]].id,
            object=entities[cluster_of[party_key(fact.doc, fact.object)]].id,
            amount=edits.amount(fact),
            confidence=edits.confidence(fact),
            published=published.get(fact.doc, ""),
            places=_chain(entities[cluster_of[place_key(fact.doc, fact.place)]].id, parents) if fact.place else (),
        )
        for fact in facts
        if fact.id not in edits.rejected
    ]
    return deals(reading for reading in readings if reading.subject != reading.object)


def _chain(place: str, parents: Mapping[str, str | None]) -> tuple[str, ...]:
    chain = [place]
    while (above := parents.get(chain[-1])) and above not in chain:
        chain.append(above)
    return tuple(chain)


def _by_entity(link: Link, clusters: Clusters, entities: Mapping[str, Entity]) -> Link:
    return Link(entities[clusters.find(link.left)].id, entities[clusters.find(link.right)].id, link.score)


def _doubtful_places(
    by_cluster: Mapping[str, Sequence[Unit]], entities: Mapping[str, Entity]
) -> dict[str, tuple[tuple[str, str], ...]]:
    atlas = load_atlas()
    return {
        entities[cluster].id: tuple((atlas.spots[c].geonames[0], label(c, atlas)) for c in unit.choice.rivals)
        for cluster, units in by_cluster.items()
        for unit in units
        if unit.choice and unit.choice.rivals and not unit.choice.spot
    }


def _sorted(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(entities, key=lambda entity: entity.id))
