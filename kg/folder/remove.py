"""`kg remove`: take documents out of a built folder, with all that only they support."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import DocumentError
from kg.folder.build import write
from kg.folder.load import load
from kg.folder.names import STORE
from kg.folder.readings import read_facts
from kg.folder.state import State
from kg.model import Resolution
from kg.resolve.iris import document_iri
from kg.store.locate import base_of, locate


@dataclass(frozen=True, slots=True)
class Removal:
    """What went with the documents.

    Attributes:
        documents: Names of the documents.
        readings: How many of their readings.
        deals: How many deals that nothing else states.
        entities: How many entities that nothing else names.
    """

    documents: tuple[str, ...]
    readings: int
    deals: int
    entities: int


def remove(folder: Path, wanted: Iterable[str]) -> Removal:
    """Take documents, by name or IRI, out of a folder; the store changes in one transaction.

    Building again does not bring them back, unless their files have changed.

    Raises:
        DocumentError: A document is not in the folder, or none would be left; the folder is as it was before.
        StoreError: The folder was not made by `kg build`.
    """
    before = load(folder)
    base = _base(folder)
    names = _named(before, set(wanted), base, folder)
    if len(names) == len(before.documents):
        raise DocumentError(f"{folder} would have no document left: delete the folder instead.")
    readings = list(read_facts(folder))
    facts = [fact for fact in readings if fact.doc not in names]
    after = load(folder, without=names)
    write(after, facts, folder, base)
    _forget(folder, names)
    return Removal(
        documents=tuple(sorted(names)),
        readings=len(readings) - len(facts),
        deals=len({deal.id for deal in before.deals} - {deal.id for deal in after.deals}),
        entities=len({entity.id for entity in before.entities} - {entity.id for entity in after.entities}),
    )


def _base(folder: Path) -> str:
    store = locate(str(folder / STORE))
    try:
        return base_of(store)
    finally:
        store.close()


def _named(resolution: Resolution, wanted: set[str], base: str, folder: Path) -> frozenset[str]:
    known = {document.name: document.name for document in resolution.documents}
    known |= {document_iri(name, base): name for name in tuple(known)}
    missing = sorted(wanted - set(known))
    if missing:
        raise DocumentError(f"{folder} has no document {missing[0]!r}: `kg stats --documents -g {folder}` lists them.")
    return frozenset(known[name] for name in wanted)


def _forget(folder: Path, names: frozenset[str]) -> None:
    state = State.read(folder)
    if state:
        sources = {
            where: replace(reading, documents=tuple(name for name in reading.documents if name not in names))
            for where, reading in state.sources.items()
        }
        replace(state, sources=sources).write(folder)
