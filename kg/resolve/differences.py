"""What is new, gone and changed between two graphs, in facts and not in triples.

A deal of one graph is the deal of the other that shares readings with it, or else its id: so a party that got another
name or was merged changes its facts, and does not replace them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Deal, Entity, Resolution
from kg.resolve.amounts import shown


@dataclass(frozen=True, slots=True)
class Changed:
    """One fact that is in both graphs: (field, before, after) of what differs; "" for nothing."""

    fact: str
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """All differences; facts as sentences, sorted."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    changed: tuple[Changed, ...]
    new_entities: tuple[str, ...]
    gone_entities: tuple[str, ...]
    merged: tuple[tuple[str, str], ...]
    new_documents: tuple[str, ...]
    gone_documents: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether there is any."""
        return any(getattr(self, name) for name in self.__slots__)


def differences(before: Resolution, after: Resolution) -> Differences:
    """What has to happen to `before` to become `after`."""
    old, new = _Graph(before), _Graph(after)
    partners = _partners(before, after)
    taken = set(partners.values())
    changed = [_changed(old, new, deal, new.deals[partners[i]]) for i, deal in old.deals.items() if i in partners]
    gone = sorted(old.entities.keys() - new.entities.keys())
    merged = {iri: heir for iri in gone if (heir := _heir(old.entities[iri], new))}
    return Differences(
        new=tuple(sorted(new.sentence(deal) for i, deal in new.deals.items() if i not in taken)),
        gone=tuple(sorted(old.sentence(deal) for i, deal in old.deals.items() if i not in partners)),
        changed=tuple(sorted((one for one in changed if one.fields), key=lambda one: one.fact)),
        new_entities=tuple(sorted(new.name(i) for i in new.entities.keys() - old.entities.keys())),
        gone_entities=tuple(sorted(old.name(iri) for iri in gone if iri not in merged)),
        merged=tuple(sorted((old.name(iri), new.name(heir)) for iri, heir in merged.items())),
        new_documents=tuple(sorted(new.documents - old.documents)),
        gone_documents=tuple(sorted(old.documents - new.documents)),
    )


class _Graph:
    """A resolution with look-ups."""

    def __init__(self, resolution: Resolution) -> None:
        self.entities = {entity.id: entity for entity in resolution.entities if entity.documents}
        self.all = {entity.id: entity for entity in resolution.entities}
        self.deals = {deal.id: deal for deal in resolution.deals}
        self.documents = {document.name for document in resolution.documents}

    def name(self, iri: str) -> str:
        entity = self.all.get(iri)
        return entity.name if entity else iri

    def sentence(self, deal: Deal) -> str:
        parts = [f"{self.name(deal.subject)} –{deal.relation}– {self.name(deal.object)}"]
        parts += [shown(deal.amount)] if deal.amount else []
        parts += [str(deal.status)] if deal.status else []
        parts += [deal.date] if deal.date else []
        return ", ".join(parts)

    def values(self, deal: Deal) -> Mapping[str, str]:
        return {
            "subject": self.name(deal.subject),
            "object": self.name(deal.object),
            "amount": shown(deal.amount) if deal.amount else "",
            "status": str(deal.status or ""),
            "date": deal.date or "",
            "place": self.name(deal.place) if deal.place else "",
            "role": deal.role or "",
            "domains": ", ".join(deal.domains),
            "conflicts": ", ".join(conflict.field for conflict in deal.conflicts),
            "articles": ", ".join(sorted({fact.doc for fact in deal.readings})),
        }


def _partners(before: Resolution, after: Resolution) -> dict[str, str]:
    """Deal of `before` → deal of `after`: by shared readings, most first, then by id; each once."""
    holder = {(fact.doc, fact.id): deal.id for deal in after.deals for fact in deal.readings}
    ids = {deal.id for deal in after.deals}
    shared: dict[tuple[str, str], int] = {}
    for deal in before.deals:
        for fact in deal.readings:
            if (fact.doc, fact.id) in holder:
                pair = (deal.id, holder[fact.doc, fact.id])
                shared[pair] = shared.get(pair, 0) + 1
        if deal.id in ids:
            shared.setdefault((deal.id, deal.id), 0)
    partners: dict[str, str] = {}
    taken: set[str] = set()
    for old, new in sorted(shared, key=lambda pair: (-shared[pair], pair[0] != pair[1], pair)):
        if old not in partners and new not in taken:
            partners[old] = new
            taken.add(new)
    return partners


def _changed(old: _Graph, new: _Graph, left: Deal, right: Deal) -> Changed:
    before, after = old.values(left), new.values(right)
    fields = tuple((key, before[key], after[key]) for key in before if before[key] != after[key])
    return Changed(new.sentence(right), fields)


def _heir(entity: Entity, new: _Graph) -> str | None:
    """The entity of the new graph that an old one went into: one of its type that has its name."""
    heirs = [other.id for other in new.entities.values() if entity.name in other.names and other.type is entity.type]
    return min(heirs) if heirs else None
