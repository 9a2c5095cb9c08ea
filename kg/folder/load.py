"""From a built folder back to a resolution: what every command on a graph starts from."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from kg.folder.names import DECISIONS
from kg.folder.readings import read_documents, read_facts
from kg.folder.state import State
from kg.model import Resolution


def load(folder: Path, decisions: Path | None = None, without: Collection[str] = ()) -> Resolution:
    """Resolve the readings of a built folder with its decisions, or with those of another file.

    Args:
        folder: A folder that `kg build` made.
        decisions: Decisions to take instead of the folder's own.
        without: Names of documents to leave out.

    Raises:
        StoreError: The folder was not made by `kg build`.
        DecisionError: The decisions are not valid.
    """
    from kg.resolve import resolve
    from kg.resolve.decisions import read

    state = State.read(folder)
    chosen = decisions or (Path(state.decisions) if state and state.decisions else folder / DECISIONS)
    documents = (document for document in read_documents(folder) if document.name not in without)
    facts = (fact for fact in read_facts(folder) if fact.doc not in without)
    return resolve(documents, facts, read(chosen))
