"""Precision, recall and F1 of predicted facts against annotations, by relation, by rule, and of their qualifiers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.evaluation.gold import SECONDARY, GoldDocument, GoldFact
from kg.evaluation.matching import Match, match
from kg.model import RELATIONS, Fact, Relation


@dataclass(slots=True)
class Count:
    """Annotated facts and how many were found; predicted facts and how many are right.

    Optional facts count as neither, found or not.
    """

    gold: int = 0
    found: int = 0
    predicted: int = 0
    right: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(
            self.gold + other.gold,
            self.found + other.found,
            self.predicted + other.predicted,
            self.right + other.right,
        )

    @property
    def precision(self) -> float:
        """Share of predictions that are right; 0 when there are none."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of annotated facts that were found; 0 when there are none."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Share:
    """How many of how many."""

    right: int = 0
    of: int = 0

    def add(self, right: bool) -> None:
        """Count one more."""
        self.of += 1
        self.right += right

    @property
    def value(self) -> float:
        """The share; 0 of nothing."""
        return self.right / self.of if self.of else 0.0


QUALIFIERS = ("amount", "date", "domains", "status")


@dataclass(slots=True)
class Score:
    """Counts over a set of articles.

    Attributes:
        relations: By relation: of the annotation for what was found, of the prediction for what is right.
        rules: Predictions by the rule that made them: right, of all that count.
        qualifiers: Of matched facts that have one in the annotation.
        grounded: Predictions whose evidence stands in the text at its offsets.
        document_f1: F1 of primary facts in each article that has any.
        missed: (document, fact) annotated and not found; `wrong` predicted and not annotated; `forbidden` asserted.
    """

    documents: int = 0
    relations: dict[Relation, Count] = field(default_factory=lambda: {relation: Count() for relation in RELATIONS})
    rules: dict[str, Share] = field(default_factory=dict)
    qualifiers: dict[str, Share] = field(default_factory=lambda: {name: Share() for name in QUALIFIERS})
    grounded: Share = field(default_factory=Share)
    document_f1: list[float] = field(default_factory=list)
    missed: list[tuple[str, GoldFact]] = field(default_factory=list)
    wrong: list[tuple[str, Fact]] = field(default_factory=list)
    forbidden: list[tuple[str, Fact, GoldFact]] = field(default_factory=list)

    def total(self, secondary: bool = False) -> Count:
        """All primary relations together, or both secondary ones."""
        chosen = (count for relation, count in self.relations.items() if (relation in SECONDARY) == secondary)
        return sum(chosen, Count())

    @property
    def mean_document_f1(self) -> float:
        """Mean F1 of the articles; 0 without any."""
        return sum(self.document_f1) / len(self.document_f1) if self.document_f1 else 0.0


def score(gold: Iterable[GoldDocument], facts: Iterable[Fact], texts: Mapping[str, str] | None = None) -> Score:
    """Compare predictions with annotations.

    Args:
        gold: Annotated articles.
        facts: Predictions; those of other documents do not count.
        texts: Decoded texts by document, to see whether the evidence stands there.
    """
    by_document: dict[str, list[Fact]] = {}
    for fact in facts:
        by_document.setdefault(fact.doc, []).append(fact)
    result = Score()
    for document in gold:
        matched = match(document, by_document.get(document.name, ()))
        _add(result, document, matched)
        if texts is not None:
            for fact in matched.facts:
                evidence = fact.evidence
                quoted = texts.get(document.name, "")[evidence.start : evidence.end]
                result.grounded.add(bool(evidence.text) and quoted == evidence.text)
    return result


def _add(result: Score, document: GoldDocument, matched: Match) -> None:
    result.documents += 1
    result.forbidden += ((document.name, fact, bad) for fact, bad in matched.forbidden)
    before = result.total()
    for index, fact in enumerate(document.facts):
        if not fact.optional:
            _add_wanted(result, document.name, fact, index in matched.pairs)
    wanted_of = {prediction: document.facts[index] for index, prediction in matched.pairs.items()}
    for index, prediction in enumerate(matched.facts):
        wanted = wanted_of.get(index)
        if index not in matched.again and not (wanted and wanted.optional):
            _add_prediction(result, document.name, prediction, wanted is not None)
    for index, chosen in matched.pairs.items():
        _add_qualifiers(result, document.facts[index], matched.facts[chosen])
    after = result.total()
    involved = after.gold - before.gold + after.predicted - before.predicted
    if involved:
        result.document_f1.append((after.found - before.found + after.right - before.right) / involved)


def _add_wanted(result: Score, document: str, fact: GoldFact, found: bool) -> None:
    count = result.relations.setdefault(fact.relation, Count())
    count.gold += 1
    count.found += found
    if not found:
        result.missed.append((document, fact))


def _add_prediction(result: Score, document: str, fact: Fact, right: bool) -> None:
    count = result.relations.setdefault(fact.relation, Count())
    count.predicted += 1
    count.right += right
    result.rules.setdefault(fact.rule or "(none)", Share()).add(right)
    if not right:
        result.wrong.append((document, fact))


def _add_qualifiers(result: Score, wanted: GoldFact, fact: Fact) -> None:
    if wanted.amounts:
        result.qualifiers["amount"].add(wanted.amount_fits(fact))
    if wanted.dates:
        result.qualifiers["date"].add(wanted.date_fits(fact))
    if wanted.statuses:
        result.qualifiers["status"].add(fact.status in wanted.statuses)
    if wanted.domains:
        result.qualifiers["domains"].add(wanted.domains_fit(fact))
