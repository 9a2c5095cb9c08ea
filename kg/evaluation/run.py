"""Scoring from files: annotations and articles, with facts extracted now or read from a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.documents import SkippedDocument, read_paths
from kg.errors import DocumentError, StoreError
from kg.evaluation.gold import read_gold
from kg.evaluation.score import Score, score
from kg.extract.pipeline import extract
from kg.facts import read_log
from kg.model import Document, Fact


def evaluate(gold: Path, docs: Path, *, log: Path | None = None, model: str | None = None) -> Score:
    """Score extraction, or the facts in `log`, on annotated articles.

    Raises:
        DocumentError: An annotated article is not in `docs`, or an annotation is not valid.
        StoreError: `log` is not a facts file.
    """
    wanted = read_gold(gold)
    names = {document.name for document in wanted}
    documents = [d for d in read_paths([docs]) if not isinstance(d, SkippedDocument) and d.name in names]
    missing = sorted(names - {document.name for document in documents})
    if missing:
        raise DocumentError(f"{docs}: has no {missing[0]}, which is annotated in {gold}.")
    facts = _logged(log) if log else _extracted(documents, model)
    return score(wanted, facts, {document.name: document.text for document in documents})


def _extracted(documents: Iterable[Document], model: str | None) -> Iterator[Fact]:
    for document in documents:
        yield from extract(document, model)


def _logged(path: Path) -> Iterator[Fact]:
    try:
        with path.open(encoding="utf-8") as lines:
            yield from read_log(lines, str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path} cannot be read ({error}).") from error
