"""What a person could settle, the most valuable first, each question with the evidence of both sides.

The value of a question is how much of the graph hangs on it (readings touched) times how open it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kg.model import Conflict, Deal, Entity, Fact, Resolution
from kg.resolve.applying import reference
from kg.resolve.decisions import Decision, Kind
from kg.resolve.engine import Outcome
from kg.resolve.linking import Link

UNSURE = 0.6
"""Deals below this confidence are asked about."""
_QUOTES = 3


class Topic(StrEnum):
    """What a question is about."""

    SAME = "same"
    PLACE = "place"
    FACT = "fact"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a question: what it is, and the quotes that speak for it as (article, words)."""

    name: str
    detail: str
    quotes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """One possible answer: the key to press, what it says, and the decisions that it makes."""

    key: str
    text: str
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """An open question."""

    topic: Topic
    value: float
    text: str
    reason: str
    sides: tuple[Side, ...]
    answers: tuple[Answer, ...]


def questions(outcome: Outcome, settled: Iterable[Decision] = ()) -> tuple[Question, ...]:
    """All open questions, the most valuable first.

    Args:
        outcome: What resolution found, with the decisions that hold already applied.
        settled: The decisions that hold: nothing is asked that they answer.
    """
    answered = {decision.subject for decision in settled}
    desk = _Desk(outcome)
    found = [*desk.same(), *desk.places(), *desk.amounts(), *desk.facts()]
    fresh = [q for q in found if not _answered(q, answered)]
    return tuple(sorted(fresh, key=lambda q: (-q.value, q.topic, q.text)))


def _answered(question: Question, settled: set[tuple[str, ...]]) -> bool:
    subjects = [decision.subject for answer in question.answers for decision in answer.decisions]
    return bool(subjects) and all(subject in settled for subject in subjects)


class _Desk:
    """The outcome with the look-ups that questions need."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.entities = {entity.id: entity for entity in outcome.resolution.entities}
        self.deals = _by_party(outcome.resolution)

    def same(self) -> list[Question]:
        return [self._same(link) for link in self.outcome.open_links]

    def places(self) -> list[Question]:
        return [self._place(iri, rivals) for iri, rivals in sorted(self.outcome.places_open.items())]

    def amounts(self) -> list[Question]:
        found = []
        for deal in self.outcome.resolution.deals:
            conflict = next((c for c in deal.conflicts if c.field == "amount"), None)
            if conflict:
                found.append(self._amount(deal, conflict))
        return found

    def facts(self) -> list[Question]:
        return [self._fact(deal) for deal in self.outcome.resolution.deals if deal.confidence < UNSURE]

    def _same(self, link: Link) -> Question:
        left, right = self.entities[link.left], self.entities[link.right]
        touched = len(self.deals.get(left.id, ())) + len(self.deals.get(right.id, ()))
        one, two = self._reference(left), self._reference(right)
        return Question(
            Topic.SAME,
            round(touched * (1 - abs(link.score.value - 0.7)), 3),
            f"Is {left.name!r} the same as {right.name!r}?",
            "; ".join(link.score.reasons),
            (self._side(left), self._side(right)),
            (
                Answer("y", "yes, one and the same", (Decision(Kind.MERGE, one, two),)),
                Answer("n", "no, keep them apart", (Decision(Kind.SPLIT, one, two),)),
            ),
        )

    def _place(self, iri: str, rivals: Sequence[tuple[str, str]]) -> Question:
        entity = self.entities[iri]
        answers = tuple(
            Answer(str(number), label, (Decision(Kind.PLACE, self._reference(entity), geonames),))
            for number, (geonames, label) in enumerate(rivals, start=1)
        )
        touched = len(self.deals.get(iri, ()))
        reason = "the article says too little to tell"
        text = f"Which {entity.name} is meant?"
        return Question(Topic.PLACE, float(touched), text, reason, (self._side(entity),), answers)

    def _amount(self, deal: Deal, conflict: Conflict) -> Question:
        readings = {fact.id: fact for fact in deal.readings}
        sides, answers = [], []
        for number, (value, ids) in enumerate(conflict.values, start=1):
            facts = [readings[i] for i in ids]
            sides.append(Side(value, _sources(facts), _quotes(facts)))
            plain = " ".join(value.split()[-2:])
            wrong = [i for other, others in conflict.values for i in others if other != value]
            answers.append(Answer(str(number), value, tuple(Decision(Kind.AMOUNT, i, plain) for i in wrong)))
        text = f"{self._sentence(deal)}: which amount is right?"
        reason = "the articles disagree; the first leads until you decide"
        return Question(Topic.AMOUNT, 1.5 * len(deal.readings), text, reason, tuple(sides), tuple(answers))

    def _fact(self, deal: Deal) -> Question:
        side = Side(self._sentence(deal), _sources(deal.readings), _quotes(deal.readings))
        value = round(2 * min(deal.confidence, 1 - deal.confidence) * (2 if deal.amount else 1), 3)
        answers = (
            Answer("y", "yes, accept it", tuple(Decision(Kind.ACCEPT, fact.id) for fact in deal.readings)),
            Answer("n", "no, reject it", tuple(Decision(Kind.REJECT, fact.id) for fact in deal.readings)),
        )
        text, reason = f"Is it so: {self._sentence(deal)}?", f"confidence {deal.confidence:.2f}"
        return Question(Topic.FACT, value, text, reason, (side,), answers)

    def _reference(self, entity: Entity) -> str:
        return reference(entity.id, self.outcome.units.get(entity.id, ()))

    def _side(self, entity: Entity) -> Side:
        deals = self.deals.get(entity.id, ())
        facts = [fact for deal in deals for fact in deal.readings]
        detail = f"{entity.type}, {len(deals)} facts in {len(entity.documents)} articles: {', '.join(entity.names[:6])}"
        return Side(entity.name, detail, _quotes(facts))

    def _sentence(self, deal: Deal) -> str:
        relation = str(deal.relation).replace("_", " ")
        return f"{self.entities[deal.subject].name} {relation} {self.entities[deal.object].name}"


def _by_party(resolution: Resolution) -> Mapping[str, Sequence[Deal]]:
    found: dict[str, list[Deal]] = {}
    for deal in resolution.deals:
        for party in {deal.subject, deal.object}:
            found.setdefault(party, []).append(deal)
    return found


def _quotes(facts: Sequence[Fact]) -> tuple[tuple[str, str], ...]:
    said = dict.fromkeys((fact.doc, " ".join(fact.evidence.text.split())) for fact in facts)
    return tuple(said)[:_QUOTES]


def _sources(facts: Sequence[Fact]) -> str:
    docs = sorted({fact.doc for fact in facts})
    more = f" and {len(docs) - 3} more" if len(docs) > 3 else ""
    return ", ".join(docs[:3]) + more
