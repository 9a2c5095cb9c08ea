"""How a fact was found: its words in the article, the rule, the steps, and what other articles say of the same deal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import StoreError
from kg.folder.load import load
from kg.folder.readings import read_documents, read_facts
from kg.model import Deal, Document, Fact
from kg.view.words import amount_text, visible

_CONTEXT = 80


def explain(folder: Path, wanted: str) -> Iterator[str]:
    """Lines about a reading (by its id or the beginning of it) or about a deal (by its IRI or the end of it).

    Raises:
        StoreError: The folder was not made by `kg build`, or it has no such fact, or several.
    """
    documents = {document.name: document for document in read_documents(folder)}
    found = [fact for fact in read_facts(folder) if fact.id.startswith(wanted)] if wanted else []
    if len(found) > 1:
        raise StoreError(f"{len(found)} facts have an id that begins with {wanted!r}: give more of it.")
    if found:
        yield from _reading(found[0], documents)
        return
    deals = [deal for deal in load(folder).deals if deal.id == wanted or deal.id.rsplit("/", 1)[-1] == wanted]
    if not deals:
        raise StoreError(f"{folder} has no fact {wanted!r}: ids stand in facts.jsonl and in the graph.")
    yield from _deal(deals[0], documents)


def _deal(deal: Deal, documents: dict[str, Document]) -> Iterator[str]:
    count = len(deal.readings)
    yield f"{deal.id}: {count} reading{'' if count == 1 else 's'}, confidence {deal.confidence:.2f}"
    for conflict in deal.conflicts:
        values = "; ".join(f"{visible(value)} ({', '.join(facts)})" for value, facts in conflict.values)
        yield f"The readings disagree on {conflict.field}: {values}"
    for fact in deal.readings:
        yield ""
        yield from _reading(fact, documents)


def _reading(fact: Fact, documents: dict[str, Document]) -> Iterator[str]:
    amount = f" {amount_text(fact.amount)} –" if fact.amount else ""
    yield f"{visible(fact.subject.name)} –{fact.relation}–{amount} {visible(fact.object.name)}"
    yield from _fields(
        ("id", fact.id),
        ("types", f"{fact.subject.type} → {fact.object.type}"),
        ("status", fact.status),
        ("date", fact.date),
        ("place", fact.place),
        ("role", fact.role),
        ("about", ", ".join(fact.domains)),
        ("confidence", f"{fact.confidence:.2f}"),
        ("rule", fact.rule),
    )
    yield from _fields(*((step.kind, step.detail) for step in fact.trace))
    yield from _source(fact, documents.get(fact.doc))


def _source(fact: Fact, document: Document | None) -> Iterator[str]:
    start, end = fact.evidence.start, fact.evidence.end
    about = (document.title, document.publisher, document.published, document.url) if document else ()
    yield from _fields(
        ("source", ", ".join(part for part in (fact.doc, *about) if part)), ("characters", f"{start}–{end}")
    )
    before = after = ""
    if document:
        before = document.text[max(0, start - _CONTEXT) : start]
        after = document.text[end : end + _CONTEXT]
    yield f"  …{visible(before)} «{visible(fact.evidence.text)}» {visible(after)}…"


def _fields(*fields: tuple[str, object]) -> Iterable[str]:
    return [f"  {name + ':':12} {visible(str(value))}" for name, value in fields if value]
