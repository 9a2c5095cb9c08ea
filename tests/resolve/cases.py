"""Hand-made articles and facts for tests of resolution. Everything in them is invented."""

from __future__ import annotations

from kg.model import Document, EntityType, Evidence, Fact, Mention, Relation, Resolution
from kg.resolve.engine import Outcome, run

C, G, P, L, F = EntityType.COMPANY, EntityType.GOVERNMENT, EntityType.PERSON, EntityType.PLACE, EntityType.FACILITY


def party(name: str, kind: EntityType = C, *aliases: str) -> Mention:
    return Mention(name, name, kind, names=tuple(sorted({name, *aliases})))


def fact(doc: str, subject: Mention, relation: Relation, thing: Mention, **rest: object) -> Fact:
    """A fact with evidence of its own: each call stands 50 characters further on in its article."""
    start = rest.pop("at", None)
    number = int(str(start)) if start is not None else 50 * (sum(map(ord, subject.name + thing.name + relation)) % 997)
    words = f"{subject.name} {relation} {thing.name}."
    evidence = Evidence(words, number, number + len(words))
    return Fact(doc, subject, relation, thing, evidence, **rest)  # type: ignore[arg-type]


def meet(doc: str, *parties: Mention) -> list[Fact]:
    """Facts that do nothing but mention parties in an article: each takes part in a meeting of its own."""
    meeting = Mention(f"Meeting of {doc}", "meeting", EntityType.EVENT)
    return [fact(doc, one, Relation.PARTICIPATES_IN, meeting, at=number * 50) for number, one in enumerate(parties)]


def article(name: str, text: str = "", published: str | None = None) -> Document:
    return Document(name, text or name, published=published)


def outcome(facts: list[Fact], *documents: Document) -> Outcome:
    named = {document.name for document in documents}
    return run([*documents, *(article(doc) for doc in sorted({f.doc for f in facts} - named))], facts)


def same(found: Outcome, *names: str) -> bool:
    """Whether all names (optionally `NAME @ DOC`) are of one entity."""
    return len({where(found, name) for name in names}) == 1


def where(found: Outcome, reference: str) -> str:
    """Id of the entity that has a party of this name (optionally `NAME @ DOC`)."""
    name, _, doc = reference.partition(" @ ")
    for iri, units in found.units.items():
        for unit in units:
            if any(one.name == name and (not doc or one.doc == doc) for one in unit.parties):
                return iri
    raise LookupError(reference)


def entity_named(resolution: Resolution, name: str) -> str:
    return next(entity.id for entity in resolution.entities if entity.name == name)
