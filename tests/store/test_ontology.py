"""The ontology loads, is complete, and a reasoner finds neither a contradiction nor a type that was not meant."""

from __future__ import annotations

import owlrl
import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SKOS

from kg.model import RELATIONS, EntityType, Resolution, Status
from kg.resources import ontology
from kg.store.mapping import quads
from kg.store.oxigraph import OxigraphStore
from kg.store.prefixes import ONTOLOGY, STATUS
from kg.store.vocabulary import vocabulary

KG = rdflib.Namespace(ONTOLOGY)


@pytest.fixture(scope="module")
def schema() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology("kg.ttl"))


@pytest.fixture(scope="module")
def domains() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology("domains.ttl"))


def test_every_relation_status_and_type_is_in_the_ontology(schema: rdflib.Graph) -> None:
    known = vocabulary()
    assert set(known.relations) == set(RELATIONS)
    assert set(known.statuses) == set(Status)
    assert all((KG[kind], RDF.type, OWL.Class) in schema for kind in EntityType)
    assert {s for s in Status if s in known.asserting} == set(Status) - {Status.PROPOSED, Status.ENDED}


def test_every_term_has_labels_and_comments_in_both_languages(schema: rdflib.Graph) -> None:
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, RDFS.Datatype)
    terms = {term for kind in kinds for term in schema.subjects(RDF.type, kind) if isinstance(term, rdflib.URIRef)}
    assert len(terms) > 50
    for term in sorted(terms):
        for predicate in (RDFS.label, RDFS.comment):
            languages = {getattr(value, "language", None) for value in schema.objects(term, predicate)}
            assert {"en", "zh"} <= languages, f"{term} lacks {predicate}"


def test_every_property_says_where_it_leads(schema: rdflib.Graph) -> None:
    for term in schema.subjects(RDF.type, OWL.ObjectProperty):
        said = {RDFS.range, RDFS.subPropertyOf, OWL.inverseOf}
        assert said & set(schema.predicates(term)), f"{term} has no range"


def test_an_edge_has_an_inverse_or_is_symmetric(schema: rdflib.Graph) -> None:
    for terms in vocabulary().relations.values():
        edge = rdflib.URIRef(terms.edge.value)
        assert terms.symmetric or len(list(schema.subjects(OWL.inverseOf, edge))) == 1


def test_it_has_a_version(schema: rdflib.Graph) -> None:
    subject = next(iter(schema.subjects(RDF.type, OWL.Ontology)))
    assert str(schema.value(subject, OWL.versionIRI)).startswith(str(subject))


def test_subject_matters_are_a_tree_with_one_meaning_a_label(domains: rdflib.Graph) -> None:
    seen: dict[str, rdflib.term.Node] = {}
    for concept in domains.subjects(RDF.type, SKOS.Concept):
        path = list(domains.transitive_objects(concept, SKOS.broader))
        assert len(path) == len(set(path)) <= 4, f"{concept} is deep, or wider than itself"
        assert all((wider, RDF.type, SKOS.Concept) in domains for wider in path)
        assert concept not in [domains.value(wider, SKOS.broader) for wider in path]
        for label in (*domains.objects(concept, SKOS.prefLabel), *domains.objects(concept, SKOS.altLabel)):
            folded = str(label).casefold()
            assert seen.setdefault(folded, concept) == concept, f"{label} means two things"
        languages = [getattr(label, "language", None) for label in domains.objects(concept, SKOS.prefLabel)]
        assert sorted(map(str, languages)) == ["en", "zh"]


def _closed(resolution: Resolution | None) -> rdflib.Graph:
    """The ontology, with a graph if there is one, closed under OWL 2 RL."""
    graph = rdflib.Graph().parse(ontology("kg.ttl"))
    if resolution is not None:
        store = OxigraphStore()
        store.load(quads(resolution))
        for quad in store.quads():
            graph.parse(data=f"{quad.triple} .", format="nt")
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    return graph


def _errors(graph: rdflib.Graph) -> list[str]:
    message = rdflib.URIRef("http://www.daml.org/2002/03/agents/agent-ont#error")
    return sorted(str(value) for value in graph.objects(None, message))


def test_the_reasoner_finds_no_contradiction(resolution: Resolution) -> None:
    assert _errors(_closed(None)) == []
    assert _errors(_closed(resolution)) == []


def test_the_reasoner_would_find_a_contradiction(resolution: Resolution) -> None:
    graph = rdflib.Graph().parse(ontology("kg.ttl"))
    acme = rdflib.URIRef("https://kg.example.org/company/acme")
    graph.add((acme, RDF.type, KG.Company))
    graph.add((acme, RDF.type, KG.Place))
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(graph)
    assert _errors(graph)


def test_nothing_unwanted_is_inferred(resolution: Resolution) -> None:
    """Every inferred type is a superclass of a stated one; no two nodes become one."""
    schema = rdflib.Graph().parse(ontology("kg.ttl"))
    stated = rdflib.Graph()
    store = OxigraphStore()
    store.load(quads(resolution))
    stated.parse(data="".join(f"{quad.triple} .\n" for quad in store.quads()), format="nt")
    closed = _closed(resolution)
    nodes: set[rdflib.term.Node | None] = {*stated.subjects(), *stated.objects()}
    for node in nodes:
        if not isinstance(node, rdflib.URIRef) or str(node).startswith((STATUS, ONTOLOGY)):
            continue
        allowed: set[rdflib.term.Node | None] = {OWL.Thing, RDFS.Resource}
        for kind in stated.objects(node, RDF.type):
            allowed.update(schema.transitive_objects(kind, RDFS.subClassOf))
        inferred = {kind for kind in closed.objects(node, RDF.type) if isinstance(kind, rdflib.URIRef)}
        if (node, RDF.type, None) in stated:
            assert inferred <= allowed, f"{node}: {inferred - allowed}"
        assert all(other == node for other in closed.objects(node, OWL.sameAs))
