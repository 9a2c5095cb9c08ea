"""What the page's scripts read: entities, deals, documents and quotes as plain JSON values.

Entities, deals and documents refer to one another by position. Empty fields are left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kg.model import Deal, Document, Entity, Fact, Resolution
from kg.view import words
from kg.view.selection import day_of, publication_days

Json = dict[str, Any]


def documents(resolution: Resolution) -> list[Json]:
    """Documents, in the order of the resolution."""
    return [_document(document) for document in resolution.documents]


def entities(ordered: Sequence[Entity], resolution: Resolution) -> list[Json]:
    """Entities, the strongest first."""
    index = {entity.id: place for place, entity in enumerate(ordered)}
    sources = _document_index(resolution)
    return [_entity(entity, index, sources) for entity in ordered]


def deals(ordered: Sequence[Entity], resolution: Resolution) -> list[Json]:
    """Deals with their readings, in the order of the resolution."""
    index = {entity.id: place for place, entity in enumerate(ordered)}
    sources = _document_index(resolution)
    published = publication_days(resolution.documents)
    return [_deal(deal, index, sources, published) for deal in resolution.deals]


def _document_index(resolution: Resolution) -> dict[str, int]:
    return {document.name: place for place, document in enumerate(resolution.documents)}


def _document(document: Document) -> Json:
    return _filled(
        name=document.name,
        title=document.title,
        url=document.url,
        publisher=document.publisher,
        published=document.published,
        language=document.language,
    )


def _entity(entity: Entity, index: Mapping[str, int], sources: Mapping[str, int]) -> Json:
    return _filled(
        id=entity.id,
        name=entity.name,
        type=str(entity.type),
        names=[name for name in entity.names if name != entity.name],
        same_as=list(entity.same_as),
        identifiers=[list(pair) for pair in entity.identifiers],
        country=entity.country,
        within=index.get(entity.within or ""),
        governs=index.get(entity.governs or ""),
        at=_place(entity),
        documents=[sources[name] for name in entity.documents if name in sources],
    )


def _place(entity: Entity) -> list[float] | None:
    if entity.latitude is None or entity.longitude is None:
        return None
    return [round(entity.longitude, 3), round(entity.latitude, 3)]


def _deal(
    deal: Deal, index: Mapping[str, int], sources: Mapping[str, int], published: Mapping[str, str | None]
) -> Json:
    day, reported = day_of(deal, published)
    position = {fact.id: place for place, fact in enumerate(deal.readings)}
    return _filled(
        id=deal.id,
        s=index[deal.subject],
        o=index[deal.object],
        relation=str(deal.relation),
        amount=_amount(deal),
        date=day,
        reported=reported or None,
        place=index.get(deal.place or ""),
        role=deal.role,
        status=str(deal.status) if deal.status else None,
        domains=list(deal.domains),
        confidence=round(deal.confidence, 3),
        readings=[_reading(fact, sources) for fact in deal.readings],
        conflicts=[
            [
                conflict.field,
                [[value, [position[one] for one in ids if one in position]] for value, ids in conflict.values],
            ]
            for conflict in deal.conflicts
        ],
        history=[[day, str(status)] for day, status in deal.history],
    )


def _amount(deal: Deal) -> Json | None:
    if deal.amount is None:
        return None
    return {"text": words.amount_text(deal.amount), "value": deal.amount.value, "currency": deal.amount.currency}


def _reading(fact: Fact, sources: Mapping[str, int]) -> Json:
    return _filled(
        doc=sources.get(fact.doc),
        text=fact.evidence.text,
        at=[fact.evidence.start, fact.evidence.end],
        subject=fact.subject.text,
        object=fact.object.text,
        amount=words.amount_text(fact.amount) if fact.amount else None,
        date=fact.date,
        place=fact.place,
        status=str(fact.status) if fact.status else None,
        confidence=round(fact.confidence, 3),
    )


def _filled(**fields: object) -> Json:
    """The fields that hold something; 0 counts as something, the empty list and the empty text do not."""
    return {name: value for name, value in fields.items() if value is not None and value not in ([], "")}
