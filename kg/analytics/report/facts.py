"""What the page knows of facts: each once, with its words; numbers refer to sets of them by number."""

from __future__ import annotations

from typing import Any

from kg.analytics.index import Index
from kg.analytics.words import money, spoken, visible
from kg.model import Deal, Document, Money

EVERY = 5_000
"""Up to so many facts in all, every number has all of its facts in the page."""
MOST = 300
"""In a larger graph a number has its first facts in the page; the query behind the table gives all."""
_QUOTE = 700


class FactSets:
    """Collects the facts that numbers rest on, in the order in which they are asked for."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._sets: dict[tuple[str, ...], int] = {}
        self._facts: dict[str, int] = {}
        self._documents: dict[str, int] = {}
        self._most = None if len(index.deals) <= EVERY else MOST

    def number(self, facts: tuple[str, ...]) -> int:
        """Number of the set of these facts."""
        if facts not in self._sets:
            self._sets[facts] = len(self._sets)
        return self._sets[facts]

    def data(self) -> dict[str, Any]:
        """Sets, facts and articles as JSON values; they refer to one another by position."""
        sets = []
        for facts in self._sets:
            kept = facts[: self._most]
            places = [self._facts.setdefault(fact, len(self._facts)) for fact in kept]
            sets.append({"facts": places, "total": len(facts)} if len(kept) < len(facts) else places)
        found = [self._fact(self._index.deals[fact]) for fact in self._facts]
        documents = {document.name: document for document in self._index.resolution.documents}
        return {
            "sets": sets,
            "facts": found,
            "articles": [_article(name, documents.get(name)) for name in self._documents],
        }

    def _fact(self, deal: Deal) -> dict[str, Any]:
        when, reported = self._index.when(deal)
        values = {
            "id": deal.id,
            "s": visible(self._index.name(deal.subject)),
            "r": spoken(deal.relation),
            "o": visible(self._index.name(deal.object)),
            "amount": amount_text(deal.amount) if deal.amount else None,
            "status": deal.status.value if deal.status else None,
            "when": f"{'reported ' if reported else ''}{when}" if when else None,
            "place": visible(self._index.name(deal.place)) if deal.place else None,
            "about": visible(", ".join(deal.domains)),
            "p": round(deal.confidence, 2),
            "q": [self._quote(fact.doc, fact.evidence.text) for fact in deal.readings],
        }
        return {key: value for key, value in values.items() if value not in (None, "", [])}

    def _quote(self, document: str, words: str) -> list[Any]:
        clean = visible(words)
        number = self._documents.setdefault(document, len(self._documents))
        return [number, clean if len(clean) <= _QUOTE else clean[:_QUOTE] + "…"]


def amount_text(amount: Money) -> str:
    """An amount with its range and how exact it is: "up to 15B CNY"."""
    figure = money(amount.value)
    if amount.lower is not None and amount.upper is not None:
        figure = f"{money(amount.lower)}–{money(amount.upper)}"
    return visible(" ".join(filter(None, (amount.qualifier, figure, amount.currency))))


def _article(name: str, document: Document | None) -> dict[str, str]:
    if document is None:
        return {"name": visible(name)}
    values = {
        "name": visible(document.title or name),
        "by": visible(document.publisher or ""),
        "on": visible(document.published or ""),
        "url": document.url if document.url and document.url.lower().startswith(("https://", "http://")) else "",
    }
    return {key: visible(value) for key, value in values.items() if value}
