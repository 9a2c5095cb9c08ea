"""What the code needs of the ontology, read from `ontology/kg.ttl` and `ontology/domains.ttl` once a process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kg.errors import RuleError
from kg.model import RELATIONS, Relation, Status
from kg.resolve.iris import BASE, own_class_iri, own_edge_iri
from kg.resources import ontology
from kg.store.prefixes import ONTOLOGY, STATUS, prefixes

_NAMES = prefixes()


def term(curie: str) -> ox.NamedNode:
    """The IRI of a prefixed name: `term("kg:Fact")`."""
    prefix, _, local = curie.partition(":")
    return ox.NamedNode(_NAMES[prefix] + local)


@dataclass(frozen=True)
class RelationTerms:
    """How one relation is written in RDF: the class of its facts, its plain edge, and the edge's label in English."""

    fact_class: ox.NamedNode
    edge: ox.NamedNode
    label: str
    symmetric: bool


@dataclass(frozen=True)
class Concept:
    """A subject matter or a status with its labels; `broader` is the next wider concept."""

    iri: ox.NamedNode
    labels: tuple[ox.Literal, ...]
    broader: ox.NamedNode | None = None


@dataclass(frozen=True)
class Vocabulary:
    """The ontology as the mapping needs it.

    Attributes:
        relations: One entry for each of the eleven relations.
        asserting: Statuses of which a plain edge is written.
        statuses: Concept of each status.
        concepts: Subject matters by IRI.
        domains: Subject matters by casefolded label, preferred or alternative, of any language.
    """

    relations: dict[Relation, RelationTerms]
    asserting: frozenset[Status]
    statuses: dict[Status, Concept]
    concepts: dict[ox.NamedNode, Concept]
    domains: dict[str, Concept]


@cache
def vocabulary() -> Vocabulary:
    """The ontology of this installation.

    Raises:
        RuleError: A relation or status has no class or concept, or an ontology file is not valid Turtle.
    """
    schema, subjects = _load("kg.ttl"), _load("domains.ttl")
    statuses = {status: _concept(schema, ox.NamedNode(STATUS + status)) for status in Status}
    asserting = (s for s, c in statuses.items() if _one(schema, c.iri, term("kg:asserts")).value == "true")
    concepts = {iri: _concept(subjects, iri) for iri in _subjects_of(subjects, "rdf:type", term("skos:Concept"))}
    return Vocabulary(
        relations={relation: _relation(schema, relation) for relation in RELATIONS},
        asserting=frozenset(asserting),
        statuses=statuses,
        concepts=concepts,
        domains=dict(_labels(subjects, concepts)),
    )


def relation_terms(relation: Relation, base: str = BASE) -> RelationTerms:
    """How a relation is written: by the ontology, or for a relation of a user's own by its name, below `base`."""
    known = vocabulary().relations.get(relation)
    if known:
        return known
    fact_class, edge = ox.NamedNode(own_class_iri(relation, base)), ox.NamedNode(own_edge_iri(relation, base))
    return RelationTerms(fact_class, edge, relation.replace("_", " "), symmetric=False)


def _load(name: str) -> ox.Dataset:
    try:
        return ox.Dataset(ox.parse(path=str(ontology(name)), format=ox.RdfFormat.TURTLE))
    except SyntaxError as error:
        raise RuleError(f"ontology/{name} is not valid Turtle ({error.msg}): correct it or reinstall kg.") from error


def _relation(schema: ox.Dataset, relation: Relation) -> RelationTerms:
    classes = _subjects_of(schema, "skos:notation", ox.Literal(str(relation)))
    found = [node for node in classes if node.value.startswith(ONTOLOGY)]
    if len(found) != 1:
        raise RuleError(f"ontology/kg.ttl has {len(found)} classes with skos:notation {relation!s}; it needs one.")
    edge = _one(schema, found[0], term("kg:edge"))
    if not isinstance(edge, ox.NamedNode):
        raise RuleError(f"ontology/kg.ttl: kg:edge of {found[0]} is not a property.")
    labels = [o for o in _objects(schema, edge, term("rdfs:label")) if isinstance(o, ox.Literal) and o.language == "en"]
    symmetric = ox.Quad(edge, term("rdf:type"), term("owl:SymmetricProperty")) in schema
    return RelationTerms(found[0], edge, labels[0].value, symmetric)


def _concept(data: ox.Dataset, iri: ox.NamedNode) -> Concept:
    labels = [o for o in _objects(data, iri, term("skos:prefLabel")) if isinstance(o, ox.Literal)]
    if not labels:
        raise RuleError(f"The ontology has no skos:prefLabel for {iri}: add one.")
    wider = [o for o in _objects(data, iri, term("skos:broader")) if isinstance(o, ox.NamedNode)]
    return Concept(iri, tuple(sorted(labels, key=str)), wider[0] if wider else None)


def _labels(data: ox.Dataset, concepts: dict[ox.NamedNode, Concept]) -> Iterator[tuple[str, Concept]]:
    """Every label with its concept, alternative labels first: a preferred label wins over an equal alternative."""
    for predicate in ("skos:altLabel", "skos:prefLabel"):
        for iri, concept in concepts.items():
            for label in _objects(data, iri, term(predicate)):
                yield label.value.casefold(), concept


def _objects(data: ox.Dataset, subject: ox.NamedNode, predicate: ox.NamedNode) -> list[ox.NamedNode | ox.Literal]:
    found = (quad.object for quad in data.quads_for_subject(subject) if quad.predicate == predicate)
    return [node for node in found if isinstance(node, ox.NamedNode | ox.Literal)]


def _one(data: ox.Dataset, subject: ox.NamedNode, predicate: ox.NamedNode) -> ox.NamedNode | ox.Literal:
    found = _objects(data, subject, predicate)
    if len(found) != 1:
        raise RuleError(f"ontology/kg.ttl has {len(found)} values of {predicate} for {subject}; it needs one.")
    return found[0]


def _subjects_of(data: ox.Dataset, predicate: str, value: ox.NamedNode | ox.Literal) -> list[ox.NamedNode]:
    found = (q.subject for q in data.quads_for_object(value) if q.predicate == term(predicate))
    return sorted((node for node in found if isinstance(node, ox.NamedNode)), key=str)
