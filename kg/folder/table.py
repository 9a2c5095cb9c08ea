"""The table that `kg build` ends with: a line a deal, such as `Tencent –invests– 15B CNY –Songjiang`."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Deal, Resolution, relation_order
from kg.view.words import amount_text, cells, label

HEADER = ("FACT", "STATUS", "DATE", "SOURCE")
_NAME_CELLS = 36
_SOURCE_CELLS = 28


def table(resolution: Resolution, limit: int | None = None) -> Iterator[str]:
    """Lines of the table without line ends: deals by relation, then by names; at most `limit` of them."""
    names = {entity.id: entity.name for entity in resolution.entities}
    deals = sorted(resolution.deals, key=lambda deal: (relation_order(deal.relation), *_ends(deal, names), deal.id))
    rows = [_row(deal, names) for deal in deals[:limit]]
    if not rows:
        return
    widths = [max(cells(row[column]) for row in (HEADER, *rows)) for column in range(len(HEADER))]
    for row in (HEADER, *rows):
        padded = (cell + " " * (width - cells(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()
    if len(deals) > len(rows):
        yield f"… and {len(deals) - len(rows):,} more"


def deal_line(subject: str, deal: Deal, object_: str) -> str:
    """One deal in a line: `Tencent –partners_with– Wuhan`, `Tencent –invests– 15B CNY –Songjiang`."""
    amount = f"{amount_text(deal.amount)} –" if deal.amount else ""
    return f"{label(subject, _NAME_CELLS)} –{deal.relation}– {amount}{label(object_, _NAME_CELLS)}"


def _ends(deal: Deal, names: dict[str, str]) -> tuple[str, str]:
    return names.get(deal.subject, deal.subject), names.get(deal.object, deal.object)


def _row(deal: Deal, names: dict[str, str]) -> tuple[str, str, str, str]:
    subject, object_ = _ends(deal, names)
    documents = list(dict.fromkeys(reading.doc for reading in deal.readings))
    source = label(documents[0], _SOURCE_CELLS) if documents else ""
    if len(documents) > 1:
        source += f" +{len(documents) - 1}"
    return deal_line(subject, deal, object_), str(deal.status or ""), deal.date or "", source
