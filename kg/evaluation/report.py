"""A score as text to read and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from kg.evaluation.score import Count, Score
from kg.view.words import visible

_WORDS = 90


def as_json(score: Score) -> dict[str, Any]:
    """All numbers, rounded to four places."""
    return {
        "docs": score.documents,
        "primary": _total(score.total()),
        "secondary": _total(score.total(secondary=True)),
        "forbidden_asserted": len(score.forbidden),
        "mean_document_f1": round(score.mean_document_f1, 4),
        "grounded": round(score.grounded.value, 4) if score.grounded.of else None,
        "qualifiers": {
            name: {"right": share.right, "of": share.of, "share": round(share.value, 4)}
            for name, share in score.qualifiers.items()
            if share.of
        },
        "by_relation": {
            str(relation): {"gold": c.gold, "found": c.found, "predicted": c.predicted, "right": c.right}
            for relation, c in sorted(score.relations.items())
            if c.gold or c.predicted
        },
        "by_rule": {name: {"right": s.right, "of": s.of} for name, s in sorted(score.rules.items())},
    }


def lines(score: Score, rules: bool = False, details: bool = False) -> Iterator[str]:
    """The score as lines of text, with a table of the rules and every mistake where asked for."""
    if details:
        yield from _mistakes(score)
    for name, count in (("primary", score.total()), ("secondary", score.total(secondary=True))):
        yield (
            f"{name:9}  P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}   "
            f"({count.predicted} predicted, {count.gold} annotated)"
        )
    for relation, count in sorted(score.relations.items()):
        if count.gold or count.predicted:
            yield f"  {relation:16} found {count.found}/{count.gold}   right {count.right}/{count.predicted}"
    for name, share in score.qualifiers.items():
        if share.of:
            yield f"  {name:16} {share.right}/{share.of}"
    yield f"mean F1 of an article: {score.mean_document_f1:.3f}"
    grounded = f"   evidence grounded: {score.grounded.value:.3f}" if score.grounded.of else ""
    yield f"forbidden facts asserted: {len(score.forbidden)}{grounded}"
    if rules:
        yield "right by rule:"
        for name, share in sorted(score.rules.items(), key=lambda item: (item[1].value, -item[1].of, item[0])):
            yield f"  {share.right:4}/{share.of:<4} {name}"


def _mistakes(score: Score) -> Iterator[str]:
    for document, wanted in score.missed:
        yield f"MISSED     {document}  {wanted.label}  «{wanted.evidence}»"
    for document, fact in score.wrong:
        words = visible(fact.evidence.text)[:_WORDS]
        yield f"WRONG      {document}  {fact.subject.name} {fact.relation} {fact.object.name}  «{words}»  [{fact.rule}]"
    for document, fact, bad in score.forbidden:
        yield f"FORBIDDEN  {document}  {fact.subject.name} {fact.relation} {fact.object.name}: {bad.why}"


def _total(count: Count) -> dict[str, Any]:
    return {
        "precision": round(count.precision, 4),
        "recall": round(count.recall, 4),
        "f1": round(count.f1, 4),
        "predicted": count.predicted,
        "gold": count.gold,
    }
