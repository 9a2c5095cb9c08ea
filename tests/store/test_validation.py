"""Every shape lets the good graph pass and catches the one thing it is for."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.model import Resolution
from kg.resources import ontology
from kg.store.mapping import quads
from kg.store.oxigraph import OxigraphStore
from kg.store.prefixes import prefixes
from kg.store.validation import validate

_NAMES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes().items())

# What breaks the good graph → the property shape that says so.
_BREAKS = {
    "Fact-evidence": "DELETE { ?f kg:statedBy ?e } WHERE { ?f a kg:Investment ; kg:statedBy ?e }",
    "Fact-subject": "DELETE { ?f kg:subject ?s } WHERE { ?f a kg:Investment ; kg:subject ?s }",
    "Fact-object": "INSERT { ?f kg:object company:acme } WHERE { ?f a kg:Supply }",
    "Fact-amount": "INSERT { ?f kg:amount 15 } WHERE { ?f a kg:Supply }",
    "Fact-status": "INSERT { ?f kg:status status:maybe } WHERE { ?f a kg:Investment }",
    "Fact-date": "INSERT { ?f kg:date 'soon' } WHERE { ?f a kg:Supply }",
    "Fact-earliest": "INSERT { ?f kg:earliest '2021-01-01'^^xsd:date ; kg:latest '2020-01-01'^^xsd:date } "
    "WHERE { ?f a kg:Supply }",
    "Fact-confidence": "INSERT { ?f kg:confidence 1.5 } WHERE { ?f a kg:Supply }",
    "Fact-place": "INSERT { ?f kg:place <https://kg.example.org/place/nameless> } WHERE { ?f a kg:Supply }",
    "Fact-domain": "INSERT { ?f kg:domain 'AI' } WHERE { ?f a kg:Supply }",
    "Fact-role": "INSERT { ?f kg:role '' } WHERE { ?f a kg:Supply }",
    "Partnership-two": "DELETE { ?f kg:party place:northland } WHERE { ?f a kg:Partnership }",
    "Partnership-different": "INSERT { ?f kg:object company:acme } WHERE { ?f a kg:Partnership }",
    "Leadership-subject": "INSERT { ?f a kg:Leadership } WHERE { ?f a kg:Supply }",
    "Participation-object": "INSERT { ?f a kg:Participation } WHERE { ?f a kg:Supply }",
    "Deal-subject": "INSERT { ?f kg:object company:globex } WHERE { ?f a kg:Supply }",
    "Amount-currency": "DELETE { ?a schema:currency ?c } WHERE { ?a schema:currency ?c }",
    "Amount-value": "DELETE { ?a schema:value ?v } INSERT { ?a schema:value '15 billion' } "
    "WHERE { ?a schema:value ?v }",
    "Amount-lower": "INSERT { ?a schema:minValue 90000000000 } WHERE { ?a schema:maxValue ?v }",
    "Amount-upper": "INSERT { ?a schema:maxValue -1 } WHERE { ?a schema:maxValue ?v }",
    "Amount-qualifier": "INSERT { ?a kg:qualifier 'roughly' } WHERE { ?a a kg:Amount }",
    "Evidence-source": "DELETE { ?e oa:hasSource ?d } WHERE { ?e oa:hasSource ?d }",
    "Evidence-extraction": "INSERT { ?e prov:wasGeneratedBy company:acme } WHERE { ?e a kg:Evidence }",
    "Evidence-selectors": "DELETE { ?e oa:hasSelector ?q } WHERE { ?e oa:hasSelector ?q . ?q a oa:TextQuoteSelector }",
    "Evidence-fact": "DELETE { ?f kg:statedBy ?e } WHERE { ?f kg:statedBy ?e }",
    "Quote-exact": "DELETE { ?q oa:exact ?t } WHERE { ?q oa:exact ?t }",
    "Position-start": "DELETE { ?p oa:start ?n } INSERT { ?p oa:start 100000 } WHERE { ?p oa:start ?n }",
    "Position-end": "DELETE { ?p oa:end ?n } WHERE { ?p oa:end ?n }",
    "Document-identifier": "DELETE { ?d dct:identifier ?n } WHERE { ?d dct:identifier ?n }",
    "Document-title": "INSERT { ?d dct:title 'another' } WHERE { ?d a kg:Document }",
    "Document-sha256": "INSERT { ?d kg:sha256 'abc' } WHERE { ?d a kg:Document }",
    "Document-issued": "INSERT { ?d dct:issued '2021'^^xsd:gYear } WHERE { ?d a kg:Document }",
    "Extraction-used": "DELETE { ?x prov:used ?d } WHERE { ?x prov:used ?d }",
    "Extraction-wasAssociatedWith": "DELETE { ?x prov:wasAssociatedWith ?s } WHERE { ?x prov:wasAssociatedWith ?s }",
    "Named-label": "DELETE { ?x rdfs:label ?n } WHERE { ?x a kg:Company ; rdfs:label ?n }",
    "Entity-within": "INSERT DATA { company:acme kg:within 'Northland' }",
    "Entity-exactMatch": "INSERT DATA { company:acme skos:exactMatch 'Q42' }",
    "Entity-addressCountry": "INSERT DATA { company:acme schema:addressCountry 'China' }",
    "Entity-latitude": "INSERT DATA { company:acme schema:latitude 91.0 }",
    "Entity-longitude": "INSERT DATA { company:acme schema:longitude -181.0 }",
    "Government-governs": "INSERT DATA { <https://kg.example.org/government/g> a kg:GovernmentBody ; rdfs:label 'G' ; "
    "kg:governs company:acme }",
    "Concept-prefLabel": "INSERT { ?c skos:prefLabel 'other'@en } WHERE { ?c a skos:Concept }",
    "Concept-broader": "INSERT { ?c skos:broader company:acme } WHERE { ?c a skos:Concept }",
}


@pytest.fixture(scope="module")
def shapes() -> set[str]:
    data = ox.Dataset(ox.parse(path=str(ontology("shapes.ttl")), format=ox.RdfFormat.TURTLE))
    path = ox.NamedNode("http://www.w3.org/ns/shacl#path")
    return {_local(quad.subject) for quad in data if quad.predicate == path and isinstance(quad.subject, ox.NamedNode)}


def _local(node: object) -> str:
    return str(node).strip("<>").rpartition("/")[2]


@pytest.fixture
def store(resolution: Resolution) -> OxigraphStore:
    made = OxigraphStore()
    made.load(quads(resolution))
    return made


def test_the_good_graph_passes(store: OxigraphStore) -> None:
    assert validate(store) == []


@pytest.mark.parametrize(("shape", "update"), _BREAKS.items(), ids=_BREAKS)
def test_a_shape_catches_what_it_is_for(store: OxigraphStore, shape: str, update: str) -> None:
    before = set(store.quads())
    store._store.update(_NAMES + update)
    assert set(store.quads()) != before, "the update changed nothing"
    found = validate(store)
    assert shape in {_local(finding.shape) for finding in found}
    assert all(": " in finding.message for finding in found if _local(finding.shape) == shape), "it says what to do"


def test_every_shape_is_tested(shapes: set[str]) -> None:
    assert shapes == set(_BREAKS)
