"""Fit the confidence of English readings on annotated articles.

    python -m kg.evaluation.fit OUT.json GOLD:DOCS [GOLD:DOCS …] [--unseen GOLD:DOCS …]

A reading is right when it fits an annotated fact, optional ones included. The model is a logistic regression with a
quadratic penalty, solved by Newton's method (C. M. Bishop, Pattern Recognition and Machine Learning, 2006, 4.3.3); the
same input gives the same weights. Printed: precision, recall and F1 of primary facts in five folds by article, where
each fold is judged with weights that have not seen it, and a reliability table.

The rules were written with the fitted articles in sight, so they are right more often there than elsewhere. Articles
that no rule was written from, given as unseen, set the scale: the scores are stretched and shifted to fit them
(J. Platt, Probabilistic outputs for support vector machines, 1999), which keeps their order.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kg.documents import SkippedDocument, read_paths
from kg.evaluation.gold import GoldDocument, read_gold
from kg.evaluation.score import Score, score
from kg.extract.en.confidence import BIAS, probability
from kg.extract.en.extract import readings
from kg.extract.en.frames import frames
from kg.extract.en.mentions import annotate
from kg.extract.en.merge import merge
from kg.extract.pipeline import MIN_CONFIDENCE, parse
from kg.model import Document, Fact

FOLDS = 5
PENALTY = 4.0
MIN_COUNT = 3
_STEPS = 30
_BINS = 10
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """A candidate fact with its features, and whether it fits the annotation."""

    fact: Fact
    features: tuple[str, ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Article:
    """An annotated article with all readings of it."""

    gold: GoldDocument
    text: str
    readings: tuple[Reading, ...]


def read_articles(gold: Path, docs: Path) -> list[Article]:
    """Annotated English articles with their readings, in the order of the annotations."""
    documents = {d.name: d for d in read_paths([docs]) if not isinstance(d, SkippedDocument)}
    return [_article(g, documents[g.name]) for g in read_gold(gold) if g.name in documents]


def _article(gold: GoldDocument, document: Document) -> Article:
    doc = parse(document.text)
    found = readings(doc, document, annotate(doc, document.published), frames())
    rows = (Reading(fact, names, any(wanted.fits(fact) for wanted in gold.facts)) for fact, names in found)
    return Article(gold, document.text, tuple(rows))


def fit(rows: Sequence[Reading]) -> Weights:
    """Weights of the features that occur at least `MIN_COUNT` times, rounded to four places."""
    counts = Counter(name for row in rows for name in row.features)
    vocabulary = sorted(name for name, count in counts.items() if count >= MIN_COUNT)
    column = {name: i for i, name in enumerate(vocabulary)}
    x: NDArray[np.float64] = np.zeros((len(rows), len(vocabulary)))
    for i, row in enumerate(rows):
        x[i, [column[name] for name in row.features if name in column]] = 1.0
    y = np.array([row.right for row in rows], dtype=np.float64)
    penalty = np.array([0.01 if name == BIAS else PENALTY for name in vocabulary])
    beta = _newton(x, y, penalty)
    return {name: round(float(weight), 4) for name, weight in zip(vocabulary, beta, strict=True)}


def rescaled(weights: Weights, rows: Sequence[Reading]) -> Weights:
    """The weights on the scale of other readings: each times one factor, and another bias."""
    scores = [sum(weights.get(name, 0.0) for name in row.features) for row in rows]
    x = np.array([[value, 1.0] for value in scores])
    y = np.array([row.right for row in rows], dtype=np.float64)
    factor, shift = _newton(x, y, np.array([1.0, 0.01]))
    return {n: round(float(w * factor + (shift if n == BIAS else 0.0)), 4) for n, w in weights.items()}


def _newton(x: NDArray[np.float64], y: NDArray[np.float64], penalty: NDArray[np.float64]) -> NDArray[np.float64]:
    beta = np.zeros(x.shape[1])
    for _ in range(_STEPS):
        p = 1.0 / (1.0 + np.exp(-x @ beta))
        gradient = x.T @ (p - y) + penalty * beta
        hessian = (x * (p * (1.0 - p) + 1e-9)[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if float(np.abs(step).max()) < 1e-6:
            break
    return beta


def cross_validated(articles: Sequence[Article]) -> list[Article]:
    """The articles with each reading's confidence from weights fitted on the other folds."""
    judged: list[Article] = []
    for fold in range(FOLDS):
        weights = fit([r for i, a in enumerate(articles) if i % FOLDS != fold for r in a.readings])
        judged.extend(with_weights(a, weights) for i, a in enumerate(articles) if i % FOLDS == fold)
    return judged


def with_weights(article: Article, weights: Weights) -> Article:
    """The article with the confidence of its readings by some weights."""
    rows = (replace(r, fact=replace(r.fact, confidence=probability(r.features, weights))) for r in article.readings)
    return replace(article, readings=tuple(rows))


def scored(articles: Iterable[Article], keep: Callable[[Fact], bool]) -> Score:
    """The score of the facts that are kept, merged as extraction merges them."""
    chosen = list(articles)
    facts = [f for a in chosen for f in merge(r.fact for r in a.readings if keep(r.fact))]
    return score([a.gold for a in chosen], facts, {a.gold.name: a.text for a in chosen})


def reliability(articles: Iterable[Article]) -> list[tuple[str, int, float, float]]:
    """(range, readings, mean confidence, share right) for each range of confidence that occurs."""
    rows = [r for a in articles for r in a.readings]
    table = []
    for i in range(_BINS):
        low, high = i / _BINS, (i + 1) / _BINS
        inside = [r for r in rows if low <= r.fact.confidence < high or (high == 1.0 and r.fact.confidence == 1.0)]
        if inside:
            mean = sum(r.fact.confidence for r in inside) / len(inside)
            table.append((f"{low:.1f} to {high:.1f}", len(inside), mean, sum(r.right for r in inside) / len(inside)))
    return table


def main(arguments: Sequence[str]) -> None:
    """Fit on all articles, print how well it does on folds and on unseen ones, and write the weights."""
    out, *sets = arguments
    at = sets.index("--unseen") if "--unseen" in sets else len(sets)
    articles, unseen = _read(sets[:at]), _read(sets[at + 1 :])
    judged = cross_validated(articles)
    for threshold in (0.3, MIN_CONFIDENCE, 0.7, 0.9):
        _print_score(judged, threshold)
    _print_reliability(judged)
    weights = fit([r for a in articles for r in a.readings])
    if unseen:
        halves = [[r for a in unseen[i::2] for r in a.readings] for i in range(2)]
        crossed = [with_weights(a, rescaled(weights, halves[1 - i % 2])) for i, a in enumerate(unseen)]
        sys.stdout.write("Unseen articles, each half on the scale of the other:\n")
        for threshold in (MIN_CONFIDENCE, 0.6, 0.7, 0.8):
            _print_score(crossed, threshold)
        _print_reliability(crossed)
        weights = rescaled(weights, [r for half in halves for r in half])
    Path(out).write_text(json.dumps({"weights": weights}, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def _read(sets: Sequence[str]) -> list[Article]:
    return [a for pair in sets for a in read_articles(*(Path(part) for part in pair.split(":")))]


def _print_score(articles: Sequence[Article], threshold: float) -> None:
    total = scored(articles, lambda fact: fact.confidence >= threshold).total()
    sys.stdout.write(f"confidence >= {threshold:.1f}: P {total.precision:.3f} R {total.recall:.3f} F1 {total.f1:.3f}\n")


def _print_reliability(articles: Sequence[Article]) -> None:
    for row, count, mean, right in reliability(articles):
        sys.stdout.write(f"{row}: {count} readings, mean {mean:.2f}, right {right:.2f}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
