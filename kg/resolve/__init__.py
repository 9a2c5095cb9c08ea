"""Who is who: mentions become entities, readings become deals, and a person's decisions come last."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.model import Document, Fact, Resolution

if TYPE_CHECKING:
    from kg.resolve.decisions import Decision
    from kg.resolve.gazetteer import Gazetteer


def resolve(
    documents: Iterable[Document],
    facts: Iterable[Fact],
    decisions: Iterable[Decision] = (),
    known: Gazetteer | None = None,
) -> Resolution:
    """Resolve readings into entities and deals; pure and deterministic.

    Args:
        documents: The articles; their texts are context.
        facts: The readings, in any order.
        decisions: Rows of `decisions.csv` (`kg.resolve.decisions.read`), in the order of the file.
        known: Known names (`kg.resolve.gazetteer.load`); the product's own when not given.
    """
    from kg.resolve.engine import run  # imported late: `kg.resolve.iris` is needed by every room, this is not

    return run(documents, facts, decisions, known).resolution
