"""The ontology as a page to read, made from the ontology itself: `python -m kg.store.reference > docs/ontology.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pyoxigraph as ox

from kg.resources import ontology
from kg.store.prefixes import prefixes
from kg.store.vocabulary import Concept, term, vocabulary

_INTRODUCTION = """# Ontology

*Made from `ontology/kg.ttl` and `ontology/domains.ttl` by `python -m kg.store.reference`; change those.*

Namespace `https://kg.example.org/ontology#`, prefix `kg:`. The vocabulary keeps its namespace; `--base` moves the data.

A **fact** is a node: its class is the relation, `kg:subject` and `kg:object` are its parties, and amount, date, place,
status, subject matters and confidence hang on it. Each statement of it in a document is an **evidence** node with the
exact words and their place. Beside every asserted fact stands one plain **edge**:

```turtle
fact:8b1f a kg:Investment ;                    company:tencent kg:invests place:songjiang .
    kg:subject company:tencent ;
    kg:object place:songjiang ;
    kg:amount fact:8b1f_amount ;
    kg:status status:planned ;
    kg:statedBy evidence:03c2 .
```

The default graph is what is believed now, from all documents together. Every document has a named graph under its own
IRI with what it alone says. Nothing is a blank node, and nothing has a clock time.
"""
Value = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def page() -> str:
    """The whole page as Markdown."""
    schema = ox.Dataset(ox.parse(path=str(ontology("kg.ttl")), format=ox.RdfFormat.TURTLE))
    parts = [_INTRODUCTION, *_relations(schema), *_classes(schema), *_properties(schema), *_statuses(), *_domains()]
    return "\n".join(parts) + "\n"


def _relations(schema: ox.Dataset) -> Iterator[str]:
    yield "## Relations\n"
    yield "| relation | class of its facts | plain edge | inverse | from → to | what it states |"
    yield "|---|---|---|---|---|---|"
    inverse_of = {q.object: q.subject for q in schema if q.predicate == term("owl:inverseOf")}
    for relation, terms in vocabulary().relations.items():
        inverse = inverse_of.get(terms.edge)
        roles = [_text(schema, terms.fact_class, f"kg:{side}Role") for side in ("subject", "object")]
        yield _row(
            f"`{relation}`", _name(terms.fact_class), _name(terms.edge),
            _name(inverse) if isinstance(inverse, ox.NamedNode) else "symmetric",
            " → ".join(roles), _text(schema, terms.fact_class, "rdfs:comment"),
        )  # fmt: skip
    yield ""


def _classes(schema: ox.Dataset) -> Iterator[str]:
    yield "## Classes\n"
    yield "| class | is a | 中文 | meaning |"
    yield "|---|---|---|---|"
    facts = {terms.fact_class for terms in vocabulary().relations.values()}
    for node in _terms(schema, "owl:Class"):
        if node not in facts:
            wider = ", ".join(sorted(_name(o) for o in _values(schema, node, "rdfs:subClassOf")))
            yield _row(_name(node), wider, _text(schema, node, "rdfs:label", "zh"), _text(schema, node, "rdfs:comment"))
    yield ""


def _properties(schema: ox.Dataset) -> Iterator[str]:
    yield "## Properties\n"
    yield "| property | on | value | meaning |"
    yield "|---|---|---|---|"
    shown = {terms.edge for terms in vocabulary().relations.values()}
    for node in (*_terms(schema, "owl:ObjectProperty"), *_terms(schema, "owl:DatatypeProperty")):
        if node not in shown and not _values(schema, node, "owl:inverseOf"):
            on, value = (_either(schema, node, end) for end in ("rdfs:domain", "rdfs:range"))
            yield _row(_name(node), on, value, _text(schema, node, "rdfs:comment"))
    yield ""


def _statuses() -> Iterator[str]:
    yield "## Status\n"
    yield "In the order in which a deal lives; a plain edge stands for the asserted ones.\n"
    yield "| status | 中文 | plain edge |"
    yield "|---|---|---|"
    for status, concept in vocabulary().statuses.items():
        labels = {label.language: label.value for label in concept.labels}
        yield _row(f"`status:{status}`", labels["zh"], "yes" if status in vocabulary().asserting else "no")
    yield ""


def _domains() -> Iterator[str]:
    yield "## Subject matters\n"
    concepts = sorted(vocabulary().concepts.values(), key=lambda concept: concept.iri.value)
    yield from _narrower(None, concepts, 0)


def _narrower(wider: ox.NamedNode | None, concepts: list[Concept], depth: int) -> Iterator[str]:
    for concept in concepts:
        if concept.broader == wider:
            labels = {label.language: label.value for label in concept.labels}
            yield f"{'  ' * depth}- {labels['en']} · {labels['zh']}"
            yield from _narrower(concept.iri, concepts, depth + 1)


def _terms(schema: ox.Dataset, kind: str) -> list[ox.NamedNode]:
    """Classes or properties of the ontology, by name."""
    found = (q.subject for q in schema.quads_for_object(term(kind)) if q.predicate == term("rdf:type"))
    return sorted((node for node in found if isinstance(node, ox.NamedNode)), key=str)


def _values(schema: ox.Dataset, node: ox.NamedNode | ox.BlankNode, predicate: str) -> list[Value]:
    return [q.object for q in schema.quads_for_subject(node) if q.predicate == term(predicate)]


def _text(schema: ox.Dataset, node: ox.NamedNode, predicate: str, language: str = "en") -> str:
    found = (v for v in _values(schema, node, predicate) if isinstance(v, ox.Literal) and v.language == language)
    return next((value.value for value in found), "")


def _either(schema: ox.Dataset, node: ox.NamedNode, end: str) -> str:
    """The classes of a domain or range: its own, those of a union, or those of the wider property."""
    found = _values(schema, node, end)
    if not found:
        wider = _values(schema, node, "rdfs:subPropertyOf")
        return next((_either(schema, one, end) for one in wider if isinstance(one, ox.NamedNode)), "")
    named = [_name(value) for value in found if isinstance(value, ox.NamedNode)]
    for union in (value for value in found if isinstance(value, ox.BlankNode)):
        named += (_name(member) for member in _members(schema, _values(schema, union, "owl:unionOf")[0]))
    return ", ".join(named)


def _members(schema: ox.Dataset, rest: Value) -> Iterator[Value]:
    """The members of an RDF list."""
    while isinstance(rest, ox.BlankNode):
        yield _values(schema, rest, "rdf:first")[0]
        rest = _values(schema, rest, "rdf:rest")[0]


def _name(node: Value) -> str:
    """A prefixed name in code letters."""
    iri = getattr(node, "value", str(node))
    known = (f"`{name}:{iri[len(start) :]}`" for name, start in prefixes().items() if iri.startswith(start))
    return next(known, f"`{iri}`")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


if __name__ == "__main__":
    sys.stdout.write(page())
