"""The prefixes that queries may use without declaring them, and that every export writes."""

from __future__ import annotations

from kg.resolve.iris import BASE, SEGMENTS

ONTOLOGY = "https://kg.example.org/ontology#"
DOMAIN = "https://kg.example.org/domain/"
STATUS = "https://kg.example.org/status/"

_VOCABULARIES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dct": "http://purl.org/dc/terms/",
    "domain": DOMAIN,
    "kg": ONTOLOGY,
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "status": STATUS,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def prefixes(base: str = BASE) -> dict[str, str]:
    """Prefix → IRI, sorted: the vocabularies in use, and one prefix a kind of node below `base` (`company:tencent`)."""
    own = {segment: f"{base}{segment}/" for segment in SEGMENTS}
    return dict(sorted((_VOCABULARIES | own).items()))
