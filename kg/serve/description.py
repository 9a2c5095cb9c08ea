"""What the service says of itself (SPARQL 1.1 Service Description)."""

from __future__ import annotations

import pyoxigraph as ox

from kg.serve.negotiation import choose
from kg.store.vocabulary import term

_SD = "http://www.w3.org/ns/sparql-service-description#"
_FORMATS = "http://www.w3.org/ns/formats/"
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle",
            "N-Triples", "RDF_XML", "JSON-LD")  # fmt: skip
_TYPES = {"text/turtle": ox.RdfFormat.TURTLE, "application/n-triples": ox.RdfFormat.N_TRIPLES}


def describe(endpoint: str, accept: str | None) -> tuple[str, bytes]:
    """Media type and text of the description.

    Raises:
        Refused: The client takes neither Turtle nor N-Triples.
    """
    kind = choose(accept, tuple(_TYPES))
    service = ox.NamedNode(endpoint)
    said = [
        ox.Triple(service, term("rdf:type"), _sd("Service")),
        ox.Triple(service, _sd("endpoint"), service),
        ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
    ]
    said += [ox.Triple(service, _sd("resultFormat"), ox.NamedNode(_FORMATS + name)) for name in _RESULTS]
    return kind, ox.serialize(said, format=_TYPES[kind], prefixes={"sd": _SD}) or b""


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(_SD + name)
