"""From a built folder back to a resolution: what every command on a graph starts from."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from kg.folder.names import DECISIONS
from kg.folder.readings import read_documents, read_facts
from kg.folder.state import State
from kg.model import Resolution

if TYPE_CHECKING:
    from kg.resolve.engine import Outcome


def load(folder: Path, decisions: Path | None = None, without: Collection[str] = ()) -> Resolution:
    """Resolve the readings of a built folder with its decisions, or with those of another file.

    Args:
        folder: A folder that `kg build` made.
        decisions: Decisions to take instead of the folder's own.
        without: Names of documents to leave out.

    Raises:
        StoreError: The folder was not made by `kg build`.
        DecisionError: The decisions are not valid.
        RuleError: The names file that the folder was built with is not valid any more.
    """
    return outcome(folder, decisions, without).resolution


def outcome(folder: Path, decisions: Path | None = None, without: Collection[str] = ()) -> Outcome:
    """The same with everything about how it came about: open questions, decisions that no longer apply.

    Raises:
        StoreError: The folder was not made by `kg build`.
        DecisionError: The decisions are not valid.
        RuleError: The names file that the folder was built with is not valid any more.
    """
    from kg.resolve import gazetteer
    from kg.resolve.decisions import read
    from kg.resolve.engine import run

    state = State.read(folder)
    known = gazetteer.load(Path(state.names) if state and state.names else None)
    documents = (document for document in read_documents(folder) if document.name not in without)
    facts = (fact for fact in read_facts(folder) if fact.doc not in without)
    return run(documents, facts, read(decisions or decisions_file(folder)), known)


def decisions_file(folder: Path) -> Path:
    """The decisions file of a built folder: the one it was built with, else its own."""
    state = State.read(folder)
    return Path(state.decisions) if state and state.decisions else folder / DECISIONS
