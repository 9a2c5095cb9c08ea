"""CSV for spreadsheets and pandas: one table of facts, one of entities."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.export.files import written
from kg.export.sources import Source, as_store
from kg.resolve.iris import BASE
from kg.store.base import Reader
from kg.store.query import Cell, Options, Rows, ask

FACTS = """
SELECT ?id ?relation ?subject ?object ?value ?currency ?qualifier ?status ?date ?place ?role ?confidence ?domains
  ?documents ?subject_id ?object_id WHERE {
  ?id a ?class ; kg:subject ?subject_id ; kg:object ?object_id .
  ?subject_id rdfs:label ?subject .
  ?object_id rdfs:label ?object .
  BIND(REPLACE(STR(?class), "^.*[#/]", "") AS ?relation)
  OPTIONAL { ?id kg:amount ?a . ?a schema:value ?value ; schema:currency ?currency
             OPTIONAL { ?a kg:qualifier ?qualifier } }
  OPTIONAL { ?id kg:status/skos:prefLabel ?status FILTER(LANG(?status) = "en") }
  OPTIONAL { ?id kg:date ?date }
  OPTIONAL { ?id kg:place/rdfs:label ?place }
  OPTIONAL { ?id kg:role ?role }
  OPTIONAL { ?id kg:confidence ?confidence }
  OPTIONAL { SELECT ?id (GROUP_CONCAT(?label; SEPARATOR="; ") AS ?domains) WHERE {
    { SELECT DISTINCT ?id ?label WHERE { ?id kg:domain/skos:prefLabel ?label FILTER(LANG(?label) = "en") }
      ORDER BY ?label } } GROUP BY ?id }
  OPTIONAL { SELECT ?id (GROUP_CONCAT(?name; SEPARATOR="; ") AS ?documents) WHERE {
    { SELECT DISTINCT ?id ?name WHERE { ?id kg:statedBy/oa:hasSource/dct:identifier ?name } ORDER BY ?name }
    } GROUP BY ?id }
} ORDER BY ?subject ?relation ?object ?id
"""
ENTITIES = """
SELECT ?id ?type ?name ?country ?within ?latitude ?longitude ?names WHERE {
  VALUES ?class { kg:Company kg:GovernmentBody kg:Organization kg:Person kg:Place kg:Facility kg:Event }
  ?id a ?class ; rdfs:label ?name .
  FILTER(?class != kg:GovernmentBody || NOT EXISTS { ?id a kg:Place })
  BIND(STRAFTER(STR(?class), "#") AS ?type)
  OPTIONAL { ?id schema:addressCountry ?country }
  OPTIONAL { ?id kg:within ?within }
  OPTIONAL { ?id schema:latitude ?latitude ; schema:longitude ?longitude }
  OPTIONAL { SELECT ?id (GROUP_CONCAT(?label; SEPARATOR="; ") AS ?names) WHERE {
    { SELECT ?id ?label WHERE { ?id skos:altLabel ?label } ORDER BY ?label } } GROUP BY ?id }
} ORDER BY ?type ?name ?id
"""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_facts(source: Source, path: Path | str, base: str = BASE) -> None:
    """Write a line a fact.

    Raises:
        OutputError: The file cannot be written.
    """
    _write(source, path, base, FACTS)


def write_entities(source: Source, path: Path | str, base: str = BASE) -> None:
    """Write a line an entity.

    Raises:
        OutputError: The file cannot be written.
    """
    _write(source, path, base, ENTITIES)


def _write(source: Source, path: Path | str, base: str, query: str) -> None:
    answer = rows(as_store(source, base), query, base)
    with written(Path(path)) as file:
        file.writelines(line.encode() for line in lines(answer.variables, answer))


def rows(store: Reader, query: str, base: str = BASE) -> Rows:
    """The answer of `FACTS` or `ENTITIES`."""
    answer = ask(store, query, Options(base=base))
    assert isinstance(answer, Rows)  # both are SELECTs
    return answer


def lines(header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> Iterator[str]:
    """CSV of which no cell is a formula to a spreadsheet: a text that could be one begins with an apostrophe."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([_safe(cell) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def _safe(cell: Cell) -> str:
    text = "" if cell is None else str(getattr(cell, "value", cell))
    if not text.startswith(_FORMULA) or _is_number(text):
        return text
    return "'" + text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
