"""IRIs of entities, deals and documents: made here only, from stable fields, never from a clock or a counter."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from kg.model import EntityType

BASE = "https://kg.example.org/"
"""Default base. `example.org` is reserved for documentation: set your own with `--base` before publishing."""

_SEGMENT = {
    EntityType.COMPANY: "company",
    EntityType.GOVERNMENT: "government",
    EntityType.ORGANIZATION: "organization",
    EntityType.PERSON: "person",
    EntityType.PLACE: "place",
    EntityType.FACILITY: "facility",
    EntityType.EVENT: "event",
}
SEGMENTS = (*_SEGMENT.values(), "document", "evidence", "extraction", "fact", "own", "software")
"""First path segment of every IRI that is made here."""

_NOT_WORD = re.compile(r"[^\w]+")


def slug(name: str) -> str:
    """Lower-case letters and digits of any script, joined by hyphens; a hash when nothing is left.

    >>> slug("Tencent Holdings (00700.HK)")
    'tencent-holdings-00700-hk'
    """
    folded = unicodedata.normalize("NFKC", name).casefold()
    words = _NOT_WORD.sub("-", folded).replace("_", "-").strip("-")
    return words or hashlib.sha256(name.encode("utf-8")).hexdigest()[:12]


def entity_iri(name: str, kind: EntityType, base: str = BASE) -> str:
    """IRI of an entity, for example `https://kg.example.org/company/tencent`."""
    return f"{base}{_SEGMENT[kind]}/{slug(name)}"


def document_iri(name: str, base: str = BASE) -> str:
    """IRI of a document, from its name."""
    return f"{base}document/{_document(name)}"


def _document(name: str) -> str:
    return f"{slug(name)}-{hashlib.sha256(name.encode('utf-8')).hexdigest()[:8]}"


def deal_iri(key: tuple[str, ...], base: str = BASE) -> str:
    """IRI of a deal, from the fields that make it the deal it is (relation, parties, distinguishing amount)."""
    return f"{base}fact/{hashlib.sha256(chr(31).join(key).encode('utf-8')).hexdigest()[:16]}"


def rebased(iri: str, base: str) -> str:
    """An IRI that was made below the default base, below another one; any other IRI as it is."""
    return base + iri.removeprefix(BASE) if iri.startswith(BASE) else iri


def evidence_iri(reading: str, base: str = BASE) -> str:
    """IRI of the evidence node of a reading, from the reading's id."""
    return f"{base}evidence/{reading}"


def extraction_iri(document: str, base: str = BASE) -> str:
    """IRI of the extraction of a document, from the document's name."""
    return f"{base}extraction/{_document(document)}"


def concept_iri(label: str, base: str = BASE) -> str:
    """IRI of a subject matter that is not in the ontology, from its label."""
    return f"{base}domain/{slug(label)}"


def own_class_iri(relation: str, base: str = BASE) -> str:
    """IRI of the class of facts of a relation of a user's own.

    >>> own_class_iri("lends_staff_to")
    'https://kg.example.org/own/LendsStaffTo'
    """
    return f"{base}own/{''.join(word.capitalize() for word in relation.split('_'))}"


def own_edge_iri(relation: str, base: str = BASE) -> str:
    """IRI of the plain edge of a relation of a user's own.

    >>> own_edge_iri("lends_staff_to")
    'https://kg.example.org/own/lendsStaffTo'
    """
    first, *rest = relation.split("_")
    return f"{base}own/{first}{''.join(word.capitalize() for word in rest)}"


def software_iri(version: str, base: str = BASE) -> str:
    """IRI of a version of the extractor."""
    return f"{base}software/kg-{slug(version)}"
