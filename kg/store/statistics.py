"""How much there is in a graph, counted by queries, so for every store."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from kg.store.base import Reader
from kg.store.query import Rows, ask

_COUNTS = {
    "documents": "SELECT (COUNT(?x) AS ?n) WHERE { ?x a kg:Document }",
    "evidence": "SELECT (COUNT(?x) AS ?n) WHERE { ?x a kg:Evidence }",
    "facts": "SELECT (COUNT(?x) AS ?n) WHERE { ?x kg:subject ?y }",
    "conflicts": "SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE { ?x kg:conflictsOn ?y }",
}
_BY_CLASS = """
SELECT ?name (COUNT(?x) AS ?n) WHERE {
  ?x a ?class ; rdfs:label ?label .
  FILTER(STRSTARTS(STR(?class), STR(kg:)) || EXISTS { ?class rdfs:subClassOf kg:Fact })
  FILTER %s EXISTS { ?x kg:subject ?s }
  FILTER(?class != kg:GovernmentBody || NOT EXISTS { ?x a kg:Place })
  BIND(REPLACE(STR(?class), "^.*[#/]", "") AS ?name)
} GROUP BY ?name ORDER BY DESC(?n) ?name
"""
_BY_STATUS = """
SELECT ?name (COUNT(?x) AS ?n) WHERE {
  ?x kg:subject ?s ; kg:status/skos:prefLabel ?name FILTER(LANG(?name) = "en")
} GROUP BY ?name ORDER BY DESC(?n) ?name
"""


@dataclass(frozen=True)
class Statistics:
    """Counts of a graph.

    Attributes:
        statements: In the default graph and all documents' graphs.
        entities: By class; a territory that governs itself counts as a place.
        relations: Facts by class.
        statuses: Facts by status; facts without one are not counted.
    """

    statements: int
    documents: int
    evidence: int
    facts: int
    conflicts: int
    entities: dict[str, int]
    relations: dict[str, int]
    statuses: dict[str, int]

    def as_json(self) -> dict[str, object]:
        """The counts as a record."""
        return asdict(self)


def statistics(store: Reader) -> Statistics:
    """Count what a graph holds."""
    totals = {name: next(iter(_counts(store, query, 0).values()), 0) for name, query in _COUNTS.items()}
    return Statistics(
        statements=len(store),
        **totals,
        entities=_counts(store, _BY_CLASS % "NOT", 1),
        relations=_counts(store, _BY_CLASS % "", 1),
        statuses=_counts(store, _BY_STATUS, 1),
    )


def documents(store: Reader) -> list[str]:
    """Names of the documents, sorted."""
    return list(_counts(store, "SELECT ?n (1 AS ?one) WHERE { ?d a kg:Document ; dct:identifier ?n } ORDER BY ?n", 1))


def _counts(store: Reader, query: str, column: int) -> dict[str, int]:
    answer = ask(store, query)
    found = answer.rows if isinstance(answer, Rows) else ()
    return {_text(row[0]): int(_text(row[column])) for row in found}


def _text(cell: object) -> str:
    return str(getattr(cell, "value", cell))
