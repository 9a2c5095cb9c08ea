"""From a built folder back to a resolution: what every command on a graph starts from."""

from __future__ import annotations

from pathlib import Path

from kg.folder.names import DECISIONS
from kg.folder.readings import read_documents, read_facts
from kg.folder.state import State
from kg.model import Resolution


def load(folder: Path, decisions: Path | None = None) -> Resolution:
    """Resolve the readings of a built folder with its decisions, or with those of another file.

    Raises:
        StoreError: The folder was not made by `kg build`.
        DecisionError: The decisions are not valid.
    """
    from kg.resolve import resolve
    from kg.resolve.decisions import read

    state = State.read(folder)
    chosen = decisions or (Path(state.decisions) if state and state.decisions else folder / DECISIONS)
    return resolve(read_documents(folder), read_facts(folder), read(chosen))
