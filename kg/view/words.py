"""Short texts for people: amounts, labels, hover texts. Plain text only, never markup."""

from __future__ import annotations

import re
import unicodedata

from kg.model import Deal, Entity, EntityType, Money, Relation

_SCALES = ((1_000_000_000_000, "T"), (1_000_000_000, "B"), (1_000_000, "M"), (1_000, "K"))
_LABEL_CELLS = 26
_EDGE_CELLS = 44
_QUOTE_CHARACTERS = 240
_SPACE = re.compile(r"\s+")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def amount_text(money: Money) -> str:
    """An amount in short.

    >>> amount_text(Money(15_000_000_000, "CNY", qualifier=Qualifier.UP_TO))
    'up to 15B CNY'
    """
    if money.lower is not None and money.upper is not None:
        number = f"{_short(money.lower)}–{_short(money.upper)}"
    else:
        number = _short(money.value)
    return f"{money.qualifier} {number} {money.currency}" if money.qualifier else f"{number} {money.currency}"


def relation_text(relation: Relation) -> str:
    """`partners_with` → "partners with"."""
    return relation.replace("_", " ")


def type_text(kind: EntityType) -> str:
    """`GovernmentBody` → "Government body"."""
    first, *rest = re.findall(r"[A-Z][a-z]*", kind)
    return " ".join([first, *(word.lower() for word in rest)])


def visible(text: str) -> str:
    """`text` on one line, without control and bidirectional-override characters (they can disguise a name)."""
    return _UNSEEN.sub("", _SPACE.sub(" ", text)).strip()


def cells(text: str) -> int:
    """Width of `text` in half-width cells: a Chinese character takes two.

    >>> cells("AI 实验室")
    9
    """
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def label(name: str, limit: int = _LABEL_CELLS) -> str:
    """`name` cut to `limit` cells, with an ellipsis when something was cut."""
    text = visible(name)
    if cells(text) <= limit:
        return text
    kept = ""
    for character in text:
        if cells(kept + character) > limit - 1:
            break
        kept += character
    return kept.rstrip() + "…"


def deal_label(deal: Deal) -> str:
    """What stands on an edge: the relation, and the amount when there is one."""
    words = relation_text(deal.relation)
    return label(f"{words} {amount_text(deal.amount)}", _EDGE_CELLS) if deal.amount else words


def entity_hover(entity: Entity, strength: int) -> str:
    """Hover text of a node: full name, type, number of facts."""
    count = "1 fact" if strength == 1 else f"{strength} facts"
    return f"{visible(entity.name)}\n{type_text(entity.type)} · {count}"


def deal_hover(deal: Deal, subject: str, object_: str) -> str:
    """Hover text of an edge: who does what with whom, amount, status, date, confidence, and the first quote."""
    amount = amount_text(deal.amount) if deal.amount else None
    details = [amount, deal.status, deal.date, f"confidence {deal.confidence:.2f}"]
    lines = [f"{visible(subject)} {relation_text(deal.relation)} {visible(object_)}"]
    lines.append(" · ".join(str(detail) for detail in details if detail))
    if deal.readings:
        first = deal.readings[0]
        lines.append(f"“{_quote(first.evidence.text)}” ({visible(first.doc)})")
    return "\n".join(lines)


def _quote(text: str) -> str:
    words = visible(text)
    return words if len(words) <= _QUOTE_CHARACTERS else words[:_QUOTE_CHARACTERS].rstrip() + "…"


def _short(value: int | float) -> str:
    for size, letter in _SCALES:
        if abs(value) >= size:
            return f"{value / size:.4g}{letter}"
    return f"{value:.4g}"
