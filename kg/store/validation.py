"""Checking a graph against the SHACL shapes of the ontology."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

import pyoxigraph as ox

from kg.errors import StoreError
from kg.resources import ontology
from kg.store.base import Reader


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong.

    Attributes:
        node: The node that is wrong.
        shape: The shape that it does not fit.
        message: What is wrong and what to do.
        path: The property concerned, if it is one.
        value: The offending value, if there is one.
        severity: "Violation", "Warning" or "Info".
    """

    node: str
    shape: str
    message: str
    path: str = ""
    value: str = ""
    severity: str = "Violation"

    def as_json(self) -> dict[str, str]:
        """The finding as a record."""
        return asdict(self)


def validate(store: Reader) -> list[Finding]:
    """Everything in the default graph that does not fit the shapes, by node; empty when all is well."""
    import rdflib  # imported late, with pySHACL: no other command needs them
    from pyshacl import validate as check
    from pyshacl.errors import ReportableRuntimeError

    data = rdflib.Graph()
    text = ox.serialize((quad.triple for quad in store.quads(ox.DefaultGraph())), format=ox.RdfFormat.N_TRIPLES)
    data.parse(data=text or b"", format="nt")
    shapes = rdflib.Graph().parse(ontology("shapes.ttl"), format="turtle")
    classes = rdflib.Graph().parse(ontology("kg.ttl"), format="turtle")
    try:
        _, report, _ = check(data, shacl_graph=shapes, ont_graph=classes, inference="none", advanced=False)
    except ReportableRuntimeError as error:
        raise StoreError(f"The shapes cannot be checked on this graph: {error.message}") from error
    return sorted(set(_findings(report.serialize(format="nt", encoding="utf-8"))))


def _findings(report: bytes) -> Iterator[Finding]:
    found = ox.Dataset(ox.parse(report, format=ox.RdfFormat.N_TRIPLES))
    result = ox.NamedNode("http://www.w3.org/ns/shacl#ValidationResult")
    for quad in list(found.quads_for_object(result)):
        values = {q.predicate.value.rpartition("#")[2]: q.object for q in found.quads_for_subject(quad.subject)}
        yield Finding(
            node=_text(values.get("focusNode")),
            shape=_text(values.get("sourceShape")),
            message=_text(values.get("resultMessage")),
            path=_text(values.get("resultPath")),
            value=_text(values.get("value")),
            severity=_text(values.get("resultSeverity")).rpartition("#")[2],
        )


def _text(node: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None) -> str:
    return "" if node is None else str(node) if isinstance(node, ox.Triple) else node.value
