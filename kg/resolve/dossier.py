"""Everything that the graph knows about one entity."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.model import Conflict, Deal, Document, Entity, Fact, Relation, Resolution, Status, relation_order
from kg.resolve.amounts import shown

_PASSIVE = {
    Relation.INVESTS: "gets investment from",
    Relation.BUILDS: "is built by",
    Relation.SUPPLIES: "is supplied by",
    Relation.FUNDS: "is funded by",
    Relation.SANCTIONS: "is sanctioned by",
    Relation.APPROVES: "is approved by",
    Relation.OWNS: "is owned by",
    Relation.LEADS: "is led by",
    Relation.LOCATED_IN: "is the place of",
    Relation.PARTICIPATES_IN: "is attended by",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of one article for a fact."""

    document: str
    published: str | None
    url: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One fact from the entity's side.

    Attributes:
        id: IRI of the deal.
        other: Name of the other party; `other_id` its IRI.
        amount: For example "up to 15000000000 CNY".
        when: The fact's date, else that of its first article, else "".
    """

    id: str
    other: str
    other_id: str
    amount: str | None
    status: Status | None
    date: str | None
    when: str
    place: str | None
    role: str | None
    domains: tuple[str, ...]
    confidence: float
    quotes: tuple[Quote, ...]
    conflicts: tuple[Conflict, ...]
    history: tuple[tuple[str, Status], ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """An entity with its facts.

    Attributes:
        within: Names of the places that contain it, innermost first.
        groups: (heading, facts in time order), in the order of the relations.
        neighbours: (name, number of facts shared), most first.
    """

    entity: Entity
    within: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Line, ...]], ...]
    neighbours: tuple[tuple[str, int], ...]

    @property
    def facts(self) -> int:
        """Number of facts."""
        return sum(len(lines) for _, lines in self.groups)


def dossier(entity: Entity, resolution: Resolution) -> Dossier:
    """The dossier of an entity of the resolution."""
    entities = {one.id: one for one in resolution.entities}
    documents = {document.name: document for document in resolution.documents}
    groups: dict[tuple[Relation, bool], list[Line]] = {}
    shared: Counter[str] = Counter()
    for deal in resolution.deals:
        if entity.id not in (deal.subject, deal.object):
            continue
        acts = deal.subject == entity.id or deal.relation is Relation.PARTNERS_WITH
        other = deal.object if deal.subject == entity.id else deal.subject
        groups.setdefault((deal.relation, acts), []).append(_line(deal, entities[other], entities, documents))
        shared[entities[other].name] += 1
    return Dossier(
        entity,
        _above(entity, entities),
        tuple((_heading(*group), _in_time(lines)) for group, lines in sorted(groups.items(), key=_order)),
        tuple(sorted(shared.items(), key=lambda item: (-item[1], item[0]))),
    )


def _heading(relation: Relation, acts: bool) -> str:
    return _words(relation) if acts else _PASSIVE.get(relation) or f"{_words(relation)} (by others)"


def _words(relation: Relation) -> str:
    return relation.replace("_", " ")


def _in_time(lines: Sequence[Line]) -> tuple[Line, ...]:
    return tuple(sorted(lines, key=lambda line: (line.when, line.other, line.id)))


def _order(group: tuple[tuple[Relation, bool], object]) -> tuple[int, str, bool]:
    relation, acts = group[0]
    return *relation_order(relation), not acts


def _line(deal: Deal, other: Entity, entities: Mapping[str, Entity], documents: Mapping[str, Document]) -> Line:
    published = [documents[f.doc].published or "" for f in deal.readings if f.doc in documents]
    return Line(
        id=deal.id,
        other=other.name,
        other_id=other.id,
        amount=shown(deal.amount) if deal.amount else None,
        status=deal.status,
        date=deal.date,
        when=deal.date or min((date for date in published if date), default=""),
        place=entities[deal.place].name if deal.place and deal.place in entities else None,
        role=deal.role,
        domains=deal.domains,
        confidence=deal.confidence,
        quotes=_quotes(deal.readings, documents),
        conflicts=deal.conflicts,
        history=deal.history,
    )


def _quotes(facts: Sequence[Fact], documents: Mapping[str, Document]) -> tuple[Quote, ...]:
    said = dict.fromkeys((fact.doc, " ".join(fact.evidence.text.split())) for fact in facts)
    return tuple(_quote(doc, text, documents.get(doc)) for doc, text in said)


def _quote(doc: str, text: str, document: Document | None) -> Quote:
    return Quote(doc, document.published if document else None, document.url if document else None, text)


def _above(entity: Entity, entities: Mapping[str, Entity]) -> tuple[str, ...]:
    names: list[str] = []
    above = entity.within
    while above and above in entities and len(names) < 10:
        names.append(entities[above].name)
        above = entities[above].within
    return tuple(names)
