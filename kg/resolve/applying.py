"""Decisions applied: which units they mean, what they force, and which of them mean nothing any more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.model import EntityType, Fact, Money
from kg.resolve.atlas import Spot
from kg.resolve.atlas import load as load_atlas
from kg.resolve.decisions import Decision, Kind, amount_of
from kg.resolve.entities import Override, place_iri
from kg.resolve.identify import Unit
from kg.resolve.iris import entity_iri
from kg.resolve.linking import Clusters
from kg.resolve.names import fold, joined
from kg.resolve.parties import PartyKey
from kg.resolve.places import Choice


@dataclass(frozen=True, slots=True)
class Unapplied:
    """A decision that could not be applied, and why."""

    decision: Decision
    why: str

    def __str__(self) -> str:
        """One sentence for the user."""
        decision = f"{self.decision.kind} {self.decision.a} {self.decision.b}".strip()
        return f"the decision {decision!r} no longer applies: {self.why}."


@dataclass(frozen=True, slots=True)
class FactEdits:
    """What was decided about readings, by fact id. A reading is never changed: its deal takes the decision instead."""

    rejected: frozenset[str] = frozenset()
    accepted: frozenset[str] = frozenset()
    amounts: Mapping[str, Money | None] = field(default_factory=dict)

    def amount(self, fact: Fact) -> Money | None:
        """The amount that counts for a reading."""
        return self.amounts.get(fact.id, fact.amount)

    def confidence(self, fact: Fact) -> float:
        """The confidence that counts for a reading."""
        return 1.0 if fact.id in self.accepted else fact.confidence


def fact_edits(decisions: Iterable[Decision], facts: Iterable[Fact]) -> tuple[FactEdits, list[Unapplied]]:
    """The decisions about facts, and those about facts that are gone."""
    ids = {fact.id for fact in facts}
    about = [d for d in decisions if d.kind in (Kind.REJECT, Kind.ACCEPT, Kind.AMOUNT)]
    lost = [Unapplied(d, f"no fact has the id {d.a}") for d in about if d.a not in ids]
    edits = FactEdits(
        rejected=frozenset(d.a for d in about if d.kind is Kind.REJECT),
        accepted=frozenset(d.a for d in about if d.kind is Kind.ACCEPT),
        amounts={d.a: _money(d) for d in about if d.kind is Kind.AMOUNT},
    )
    return edits, lost


def apply_to_clusters(
    decisions: Sequence[Decision], units: Mapping[PartyKey, Unit]
) -> tuple[dict[PartyKey, Unit], list[tuple[str, str]], list[tuple[str, str]], list[Unapplied]]:
    """Units with those carved out that a split needs; pairs to join, pairs to keep apart, and what is lost."""
    current, lost = _placed(decisions, dict(units))
    pairs = [d for d in decisions if d.kind in (Kind.MERGE, Kind.SPLIT)]
    for decision in pairs:
        if decision.kind is Kind.SPLIT:
            current = _carved(decision, current)
    joins: list[tuple[str, str]] = []
    apart: list[tuple[str, str]] = []
    for decision in pairs:
        left, right = find(decision.a, current), find(decision.b, current)
        if not left or not right:
            missing = decision.a if not left else decision.b
            lost.append(Unapplied(decision, f"nothing in the articles is called {missing!r}"))
        elif decision.kind is Kind.MERGE:
            joins += [(left[0], other) for other in (*left[1:], *right)]
        else:
            apart += [(one, two) for one in left for two in right if one != two]
    return current, joins, apart, lost


def _placed(decisions: Iterable[Decision], units: dict[PartyKey, Unit]) -> tuple[dict[PartyKey, Unit], list[Unapplied]]:
    """The units with those that a person said which place they are."""
    lost: list[Unapplied] = []
    for decision in decisions:
        if decision.kind is not Kind.PLACE:
            continue
        spot, meant = load_atlas().by_geonames(decision.b), find(decision.a, units)
        if spot is None or not meant:
            why = f"nothing in the articles is called {decision.a!r}" if spot else f"no place has number {decision.b}"
            lost.append(Unapplied(decision, why))
            continue
        units = _moved(units, set(meant), spot)
    return units, lost


def _moved(units: dict[PartyKey, Unit], meant: set[str], spot: Spot) -> dict[PartyKey, Unit]:
    target = f"place:{spot.code}"
    keys = [key for key, unit in units.items() if unit.id in meant or unit.id == target]
    parties = tuple(dict.fromkeys(party for key in keys for party in units[key].parties))
    placed = Unit(target, EntityType.PLACE, parties, choice=Choice(spot, reasons=("a person decided",)))
    return units | dict.fromkeys(keys, placed)


def overrides(
    decisions: Iterable[Decision], units: Mapping[PartyKey, Unit], clusters: Clusters
) -> tuple[dict[str, Override], list[Unapplied]]:
    """Decided names and types by cluster id, and the decisions about entities that are gone."""
    found: dict[str, Override] = {}
    lost: list[Unapplied] = []
    for decision in decisions:
        if decision.kind not in (Kind.RENAME, Kind.RETYPE):
            continue
        meant = find(decision.a, units)
        if not meant:
            lost.append(Unapplied(decision, f"nothing in the articles is called {decision.a!r}"))
        for cluster in {clusters.find(unit) for unit in meant}:
            known = found.get(cluster, Override())
            if decision.kind is Kind.RENAME:
                found[cluster] = replace(known, name=decision.b)
            else:
                found[cluster] = replace(known, type=EntityType(decision.b))
    return found, lost


def find(reference: str, units: Mapping[PartyKey, Unit]) -> list[str]:
    """Ids of the units that an IRI, a name or `NAME @ DOCUMENT` means: by main name, else by any name."""
    distinct = sorted({unit.id: unit for unit in units.values()}.items())
    if reference.startswith(("http://", "https://")):
        return [i for i, unit in distinct if reference in iris(unit)]
    name, doc = _parts(reference)
    in_doc = [(i, unit) for i, unit in distinct if not doc or doc in unit.docs]
    main = [i for i, unit in in_doc if any(fold(p.name) == fold(name) for p in unit.parties)]
    return main or [i for i, unit in in_doc if any(joined(n, unit.type) == joined(name, unit.type) for n in unit.names)]


def iris(unit: Unit) -> set[str]:
    """The IRIs that a unit's entity may have been given."""
    found = {entity_iri(party.name, party.type) for party in unit.parties} | {
        entity_iri(party.name, unit.type) for party in unit.parties
    }
    if unit.known:
        found.add(unit.known.id)
    if unit.choice and unit.choice.spot:
        found.add(place_iri(unit.choice.spot, load_atlas()))
    return found


def reference(iri: str, units: Sequence[Unit]) -> str:
    """How a decision names an entity so that the next build finds it: its IRI, or `NAME @ DOCUMENT`."""
    if any(iri in iris(unit) and not unit.id.rsplit(":", 1)[-1].count("@") for unit in units):
        return iri
    party = min((party for unit in units for party in unit.parties), key=lambda p: (p.doc, p.name))
    return f"{party.name} @ {party.doc}"


def _carved(decision: Decision, units: dict[PartyKey, Unit]) -> dict[PartyKey, Unit]:
    """When both sides of a split are one unit so far, the parties that `b` means become a unit of their own."""
    left, right = find(decision.a, units), find(decision.b, units)
    if not set(left) & set(right):
        return units
    name, doc = _parts(decision.b)
    keys = [
        key
        for key, unit in units.items()
        if unit.id in right
        and (not doc or key[0] == doc)
        and any(fold(party.name) == fold(name) for party in unit.parties if party.key == key)
    ]
    if not keys:
        return units
    carved = {key: units[key] for key in keys}
    parties = tuple(party for unit in carved.values() for party in unit.parties if party.key in carved)
    own = Unit(f"name:split:{fold(decision.b)}", parties[0].type, tuple(dict.fromkeys(parties)))
    result = dict(units)
    for key, unit in units.items():
        if key in carved:
            result[key] = own
        elif unit.id in right:
            result[key] = replace(unit, parties=tuple(p for p in unit.parties if p.key not in carved))
    return result


def _parts(reference: str) -> tuple[str, str]:
    name, marker, doc = reference.rpartition(" @ ")
    return (name.strip(), doc.strip()) if marker else (reference.strip(), "")


def _money(decision: Decision) -> Money | None:
    amount = amount_of(decision)
    return Money(amount[0], amount[1]) if amount else None
