"""What is resolved, as RDF. The one place that says which triples an entity, a fact, its evidence and a document get.

The default graph is the graph as it is believed now: everything, with what resolution made of all readings together.
Beside it every document has a named graph, under its own IRI, with what that document alone says: itself, its
evidence, the facts it states and their plain edges. Nothing has a blank node, so equal input gives equal statements
and two exports can be compared line by line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from kg import __version__
from kg.errors import StoreError
from kg.model import Deal, Document, Entity, Fact, Relation, Resolution, Status
from kg.resolve.iris import BASE, concept_iri, document_iri, evidence_iri, extraction_iri, rebased, software_iri
from kg.store import literals
from kg.store.amounts import amount_node
from kg.store.vocabulary import Concept, relation_terms, term, vocabulary

CONTEXT = 32
"""Characters of the text before and after a quotation that its selector keeps."""

_TYPE, _LABEL, _ALT = term("rdf:type"), term("rdfs:label"), term("skos:altLabel")
_SUBJECT, _OBJECT, _PARTY = term("kg:subject"), term("kg:object"), term("kg:party")
_STATED, _AMOUNT, _STATUS, _DATE = term("kg:statedBy"), term("kg:amount"), term("kg:status"), term("kg:date")
_CONFIDENCE, _RULE, _DOMAIN = term("kg:confidence"), term("kg:rule"), term("kg:domain")
_EVIDENCE, _SOURCE, _SELECTOR = term("kg:Evidence"), term("oa:hasSource"), term("oa:hasSelector")
_QUOTE, _EXACT = term("oa:TextQuoteSelector"), term("oa:exact")
_PREFIX, _SUFFIX = term("oa:prefix"), term("oa:suffix")
_POSITION, _START, _END = term("oa:TextPositionSelector"), term("oa:start"), term("oa:end")
_GENERATED, _MENTIONED = term("prov:wasGeneratedBy"), term("kg:mentionedIn")

Triples = Iterator[ox.Triple]


def quads(resolution: Resolution, base: str = BASE, version: str = __version__) -> Iterator[ox.Quad]:
    """Every statement of a resolution. A statement may come more than once; a store keeps it once.

    Args:
        resolution: Entities, deals and documents.
        base: Where all IRIs of the data begin; those that resolution made below the default base are moved.
        version: Version of the extractor.

    Raises:
        StoreError: A reading names a document that is not among `resolution.documents`.
    """
    yield from assemble(resolution.documents, resolution.entities, resolution.deals, base, version)


def assemble(
    documents: Iterable[Document],
    entities: Iterable[Entity],
    deals: Iterable[Deal],
    base: str = BASE,
    version: str = __version__,
) -> Iterator[ox.Quad]:
    """As `quads`, from streams: only the documents and the names of entities are held in memory.

    Raises:
        StoreError: As `quads`; or `base` is no absolute IRI that ends with a slash or a hash sign.
    """
    _check(base)
    texts = {document.name: document for document in documents}
    names: dict[str, str] = {}
    concepts: dict[ox.NamedNode, Concept] = {}
    own: set[Relation] = set()
    for document in texts.values():
        yield from _both(_document(document, base, version), ox.NamedNode(document_iri(document.name, base)))
    for entity in entities:
        names[entity.id] = entity.name
        yield from _entity(entity, base)
    for deal in deals:
        yield from _deal(deal, names, texts, base)
        concepts.update((concept.iri, concept) for concept in _concepts(deal, base))
        if deal.relation.own:
            own.add(deal.relation)
    for concept in concepts.values():
        yield from _default(_concept(concept))
    for relation in sorted(own):
        yield from _default(_own_relation(relation, base))


def _check(base: str) -> None:
    try:
        valid = ox.NamedNode(base).value.endswith(("/", "#"))
    except ValueError:
        valid = False
    if not valid:
        raise StoreError(f"{base!r} cannot be the base: give an absolute IRI that ends with / or #.")


def _node(iri: str, base: str) -> ox.NamedNode:
    return ox.NamedNode(rebased(iri, base))


def _default(triples: Triples) -> Iterator[ox.Quad]:
    return (ox.Quad(*triple) for triple in triples)


def _both(triples: Iterable[ox.Triple], graph: ox.NamedNode) -> Iterator[ox.Quad]:
    """Each triple in the default graph and in a document's graph."""
    for subject, predicate, object_ in triples:
        yield ox.Quad(subject, predicate, object_)
        yield ox.Quad(subject, predicate, object_, graph)


def _document(document: Document, base: str, version: str) -> Triples:
    node = ox.NamedNode(document_iri(document.name, base))
    run, software = ox.NamedNode(extraction_iri(document.name, base)), ox.NamedNode(software_iri(version, base))
    yield ox.Triple(node, _TYPE, term("kg:Document"))
    yield ox.Triple(node, term("dct:identifier"), ox.Literal(document.name))
    yield ox.Triple(node, term("dct:language"), ox.Literal(document.language))
    yield ox.Triple(node, term("dct:title"), ox.Literal(document.title or document.name))
    yield ox.Triple(node, term("kg:sha256"), ox.Literal(document.sha256))
    if document.published:
        yield ox.Triple(node, term("dct:issued"), literals.date(document.published))
    if document.publisher:
        yield ox.Triple(node, term("dc:publisher"), ox.Literal(document.publisher))
    if document.url:
        yield ox.Triple(node, term("schema:url"), _link(document.url))
    yield ox.Triple(run, _TYPE, term("kg:Extraction"))
    yield ox.Triple(run, term("prov:used"), node)
    yield ox.Triple(run, term("prov:wasAssociatedWith"), software)
    yield ox.Triple(software, _TYPE, term("prov:SoftwareAgent"))
    yield ox.Triple(software, _LABEL, ox.Literal(f"kg {version}"))
    yield ox.Triple(software, term("schema:softwareVersion"), ox.Literal(version))


def _link(url: str) -> ox.NamedNode | ox.Literal:
    """A web address as an IRI; anything else, `javascript:` among it, stays text."""
    if url.lower().startswith(("https://", "http://")):
        try:
            return ox.NamedNode(url)
        except ValueError:
            pass
    return ox.Literal(url)


def _entity(entity: Entity, base: str) -> Iterator[ox.Quad]:
    node = _node(entity.id, base)
    yield from _default(_description(entity, node, base))
    for name in entity.documents:
        graph = ox.NamedNode(document_iri(name, base))
        yield from _both([ox.Triple(node, _MENTIONED, graph)], graph)
        yield ox.Quad(node, _TYPE, term(f"kg:{entity.type}"), graph)
        yield ox.Quad(node, _LABEL, ox.Literal(entity.name), graph)


def _description(entity: Entity, node: ox.NamedNode, base: str) -> Triples:
    yield ox.Triple(node, _TYPE, term(f"kg:{entity.type}"))
    if entity.governs == entity.id:  # a territory that acts is its own government
        yield ox.Triple(node, _TYPE, term("kg:GovernmentBody"))
    yield ox.Triple(node, _LABEL, ox.Literal(entity.name))
    for name in entity.names:
        if name != entity.name:
            yield ox.Triple(node, _ALT, ox.Literal(name))
    for same in entity.same_as:
        yield ox.Triple(node, term("skos:exactMatch"), _link(same))
    for scheme, value in entity.identifiers:
        yield ox.Triple(node, term("schema:identifier"), ox.Literal(f"{scheme}:{value}"))
    if entity.country:
        yield ox.Triple(node, term("schema:addressCountry"), ox.Literal(entity.country))
    for predicate, place in ((term("kg:within"), entity.within), (term("kg:governs"), entity.governs)):
        if place:
            yield ox.Triple(node, predicate, _node(place, base))
    if entity.latitude is not None and entity.longitude is not None:
        yield ox.Triple(node, term("schema:latitude"), literals.decimal(entity.latitude))
        yield ox.Triple(node, term("schema:longitude"), literals.decimal(entity.longitude))


def _deal(deal: Deal, names: Mapping[str, str], texts: Mapping[str, Document], base: str) -> Iterator[ox.Quad]:
    node = _node(deal.id, base)
    core = list(_core(deal, node, names, base))
    edges = list(_edges(deal, base))
    yield from (ox.Quad(*triple) for triple in core)
    if _asserted(deal.status):
        yield from (ox.Quad(*triple) for triple in edges)
    yield from _default(_qualifiers(deal, node, base))
    by_document: dict[str, list[Fact]] = {}
    for reading in deal.readings:
        by_document.setdefault(reading.doc, []).append(reading)
    for name, readings in by_document.items():
        if name not in texts:
            raise StoreError(f"The fact {deal.id} cites the document {name!r}, which is not in the graph: build again.")
        graph = ox.NamedNode(document_iri(name, base))
        stated = core + (edges if any(_asserted(reading.status) for reading in readings) else [])
        yield from (ox.Quad(t.subject, t.predicate, t.object, graph) for t in stated)
        for reading in {reading.id: reading for reading in readings}.values():
            yield from _both(_evidence(reading, node, texts[name], base), graph)


def _asserted(status: Status | None) -> bool:
    return status is None or status in vocabulary().asserting


def _core(deal: Deal, node: ox.NamedNode, names: Mapping[str, str], base: str) -> Triples:
    """What makes the fact the fact it is."""
    terms = relation_terms(deal.relation, base)
    subject, object_ = _node(deal.subject, base), _node(deal.object, base)
    label = f"{names.get(deal.subject, deal.subject)} {terms.label} {names.get(deal.object, deal.object)}"
    yield ox.Triple(node, _TYPE, terms.fact_class)
    yield ox.Triple(node, _LABEL, ox.Literal(label))
    yield ox.Triple(node, _SUBJECT, subject)
    yield ox.Triple(node, _OBJECT, object_)
    if terms.symmetric:
        yield ox.Triple(node, _PARTY, subject)
        yield ox.Triple(node, _PARTY, object_)


def _own_relation(relation: Relation, base: str) -> Triples:
    """The terms of a relation that the ontology does not have, so that the graph explains itself and is valid."""
    terms = relation_terms(relation, base)
    label = ox.Literal(terms.label, language="en")
    yield ox.Triple(terms.fact_class, _TYPE, term("owl:Class"))
    yield ox.Triple(terms.fact_class, term("rdfs:subClassOf"), term("kg:Fact"))
    yield ox.Triple(terms.fact_class, _LABEL, label)
    yield ox.Triple(terms.fact_class, term("skos:notation"), ox.Literal(str(relation)))
    yield ox.Triple(terms.fact_class, term("kg:edge"), terms.edge)
    yield ox.Triple(terms.edge, _TYPE, term("owl:ObjectProperty"))
    yield ox.Triple(terms.edge, _LABEL, label)


def _edges(deal: Deal, base: str) -> Triples:
    """The plain edge; of a symmetric relation one in each direction, so that either side finds the other."""
    terms = relation_terms(deal.relation, base)
    subject, object_ = _node(deal.subject, base), _node(deal.object, base)
    yield ox.Triple(subject, terms.edge, object_)
    if terms.symmetric:
        yield ox.Triple(object_, terms.edge, subject)


def _qualifiers(deal: Deal, node: ox.NamedNode, base: str) -> Triples:
    """What resolution made of all readings together."""
    yield ox.Triple(node, _CONFIDENCE, literals.decimal(deal.confidence))
    if deal.amount:
        yield from amount_node(node, deal.amount)
    if deal.status:
        yield ox.Triple(node, _STATUS, vocabulary().statuses[deal.status].iri)
    if deal.date:
        yield ox.Triple(node, _DATE, literals.date(deal.date))
        days = literals.day_range(deal.date)
        if days:
            yield ox.Triple(node, term("kg:earliest"), days[0])
            yield ox.Triple(node, term("kg:latest"), days[1])
    if deal.place:
        yield ox.Triple(node, term("kg:place"), _node(deal.place, base))
    if deal.role:
        yield ox.Triple(node, term("kg:role"), ox.Literal(deal.role))
    for label in dict.fromkeys(deal.domains):
        yield ox.Triple(node, _DOMAIN, _domain(label, base).iri)
    for conflict in deal.conflicts:
        yield ox.Triple(node, term("kg:conflictsOn"), ox.Literal(conflict.field))


def _evidence(reading: Fact, fact: ox.NamedNode, document: Document, base: str) -> Triples:
    """One statement of a fact: where the words stand, and what they alone say."""
    node = ox.NamedNode(evidence_iri(reading.id, base))
    yield ox.Triple(fact, _STATED, node)
    yield ox.Triple(node, _TYPE, _EVIDENCE)
    yield ox.Triple(node, _SOURCE, ox.NamedNode(document_iri(reading.doc, base)))
    yield ox.Triple(node, _GENERATED, ox.NamedNode(extraction_iri(reading.doc, base)))
    yield ox.Triple(node, _CONFIDENCE, literals.decimal(reading.confidence))
    if reading.rule:
        yield ox.Triple(node, _RULE, ox.Literal(reading.rule))
    if reading.status:
        yield ox.Triple(node, _STATUS, vocabulary().statuses[reading.status].iri)
    if reading.date:
        yield ox.Triple(node, _DATE, literals.date(reading.date))
    if reading.amount:
        yield from amount_node(node, reading.amount)
    yield from _selectors(reading, node, document.text)


def _selectors(reading: Fact, node: ox.NamedNode, text: str) -> Triples:
    quote, position = ox.NamedNode(node.value + "_quote"), ox.NamedNode(node.value + "_position")
    start, end = reading.evidence.start, reading.evidence.end
    yield ox.Triple(node, _SELECTOR, quote)
    yield ox.Triple(node, _SELECTOR, position)
    yield ox.Triple(quote, _TYPE, _QUOTE)
    yield ox.Triple(quote, _EXACT, ox.Literal(reading.evidence.text))
    if start > 0:
        yield ox.Triple(quote, _PREFIX, ox.Literal(text[max(0, start - CONTEXT) : start]))
    if end < len(text):
        yield ox.Triple(quote, _SUFFIX, ox.Literal(text[end : end + CONTEXT]))
    yield ox.Triple(position, _TYPE, _POSITION)
    yield ox.Triple(position, _START, literals.number(start))
    yield ox.Triple(position, _END, literals.number(end))


def _domain(label: str, base: str) -> Concept:
    """The ontology's concept of this label; a concept of its own for a label that the ontology does not have."""
    known = vocabulary().domains.get(label.casefold())
    return known or Concept(ox.NamedNode(concept_iri(label, base)), (ox.Literal(label, language="en"),))


def _concepts(deal: Deal, base: str) -> Iterator[Concept]:
    """The concepts that a deal uses, each with all wider ones."""
    for status in (deal.status, *(reading.status for reading in deal.readings)):
        if status:
            yield vocabulary().statuses[status]
    for label in deal.domains:
        concept = _domain(label, base)
        yield concept
        while concept.broader:
            concept = vocabulary().concepts[concept.broader]
            yield concept


def _concept(concept: Concept) -> Triples:
    yield ox.Triple(concept.iri, _TYPE, term("skos:Concept"))
    for label in concept.labels:
        yield ox.Triple(concept.iri, term("skos:prefLabel"), label)
    if concept.broader:
        yield ox.Triple(concept.iri, term("skos:broader"), concept.broader)
