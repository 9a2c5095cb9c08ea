"""From statements to facts: mentions with their full names, evidence, qualifiers, how each was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.extract.zh.candidates import Candidate
from kg.extract.zh.confidence import confidence
from kg.extract.zh.dates import Dated
from kg.extract.zh.domains import Subjects
from kg.extract.zh.factuality import status_of
from kg.extract.zh.qualify import amount_of, date_of, found_features, place_of
from kg.extract.zh.script import simplify
from kg.extract.zh.spans import Entity, Span
from kg.model import Document, Evidence, Fact, Mention, Relation, Status, Step

_NO_DOMAINS = frozenset({Relation.LEADS, Relation.LOCATED_IN, Relation.PARTICIPATES_IN})


@dataclass(frozen=True, slots=True)
class Article:
    """What the facts of one article share."""

    document: Document
    entities: dict[str, Entity]
    subjects: Subjects


def fact_of(article: Article, candidate: Candidate, number: int, before: Sequence[Dated]) -> Fact:
    """The fact that a statement makes.

    Args:
        article: Its article.
        candidate: The statement.
        number: Which sentence it stands in.
        before: Dates of the sentence before, in the same paragraph.
    """
    clauses, text = candidate.clauses, article.document.text
    sentence = clauses.reading.sentence
    features = found_features(candidate)
    amount = amount_of(candidate)
    place = place_of(candidate)
    span = (candidate.start, candidate.end)
    return Fact(
        doc=article.document.name,
        subject=_mention(article, candidate.subject, sentence.start),
        relation=candidate.relation,
        object=_mention(article, candidate.object, sentence.start),
        evidence=Evidence(text[sentence.start : sentence.end], sentence.start, sentence.end),
        amount=amount.money if amount else None,
        place=_name(article, place) if place else None,
        role=candidate.role and _original(candidate, text),
        date=date_of(candidate, before),
        status=status_of(clauses, candidate.clause, span, candidate.relation, candidate.status),
        domains=() if candidate.relation in _NO_DOMAINS else article.subjects.of(number),
        confidence=confidence(features, candidate.relation),
        rule=candidate.rule,
        trace=_trace(candidate, features),
    )


def _original(candidate: Candidate, text: str) -> str:
    """The role in the article's own script."""
    sentence = candidate.clauses.reading.sentence
    lead = text[sentence.start : sentence.start + candidate.start]
    role = candidate.role or ""
    at = simplify(lead).rfind(role)
    return lead[at : at + len(role)] if at >= 0 else role


def _mention(article: Article, span: Span, offset: int) -> Mention:
    start, end = offset + span.start, offset + span.end
    entity = _entity(article, span)
    kind = entity.type if entity and span.source != "anaphor" else span.type
    names = tuple(sorted(entity.names)) if entity else ()
    return Mention(_name(article, span), article.document.text[start:end], kind, start, end, names)


def _entity(article: Article, span: Span) -> Entity | None:
    entities = article.entities
    if span.key.startswith("地:"):
        return entities.get(f"{span.key}#{span.type}") or next(
            (e for e in entities.values() if e.key == span.key), None
        )
    return entities.get(span.key)


def _name(article: Article, span: Span) -> str:
    entity = _entity(article, span)
    return entity.name if entity else span.text


def _trace(candidate: Candidate, features: dict[str, float]) -> tuple[Step, ...]:
    text = candidate.clauses.text
    steps = [Step("trigger", text[candidate.start : candidate.end])]
    for side, span, how in zip(
        ("subject", "object"), (candidate.subject, candidate.object), candidate.how, strict=True
    ):
        steps.append(Step(side, f"{span.text} ({how.how}, {span.source})"))
    steps += [Step("coreference", note) for _, note in sorted(candidate.clauses.reading.coreference.items())]
    steps.append(Step("features", ", ".join(f"{name} {value:g}" for name, value in features.items() if value)))
    return tuple(steps)


def merge(facts: Iterable[Fact], min_confidence: float) -> tuple[Fact, ...]:
    """One reading a (subject, relation, object, amount): the surest, with what the others know besides.

    Readings below `min_confidence` are left out.
    """
    best: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        if fact.confidence >= min_confidence:
            key = _key(fact)
            best[key] = _joined(best[key], fact) if key in best else fact
    with_amount = {key[:3] for key in best if key[3] is not None}
    kept = [fact for key, fact in best.items() if key[3] is not None or key[:3] not in with_amount]
    kept = _one_facility(kept)
    return tuple(sorted(kept, key=lambda f: (f.evidence.start, str(f.relation), f.subject.name, f.object.name)))


def _one_facility(facts: list[Fact]) -> list[Fact]:
    """Facts with one name a facility: "台积电12吋晶圆厂" and "12吋晶圆厂" of one builder become one."""
    kept: list[Fact] = []
    for fact in sorted(facts, key=lambda f: (-len(f.object.name), f.evidence.start)):
        same = next((k for k in kept if _same_facility(k, fact)), None)
        if same is None:
            kept.append(fact)
        else:
            kept[kept.index(same)] = replace(_joined(same, fact), object=same.object)
    return kept


def _same_facility(one: Fact, other: Fact) -> bool:
    builds = one.relation is other.relation is Relation.BUILDS
    return builds and one.subject.name == other.subject.name and one.object.name.endswith(other.object.name)


def _key(fact: Fact) -> tuple[object, ...]:
    parties = [fact.subject.name, fact.object.name]
    if fact.relation is Relation.PARTNERS_WITH:
        parties.sort()
    amount = (fact.amount.value, fact.amount.currency) if fact.amount else None
    return (fact.relation, parties[0], parties[1], amount)


def _further(first: Fact, second: Fact) -> Status | None:
    """The status of two readings: of one sentence, what has happened rather than what was planned."""
    one_sentence = first.evidence == second.evidence
    if one_sentence and first.status is Status.PLANNED and second.status in {Status.ACTIVE, Status.COMPLETED}:
        return second.status
    return first.status or second.status


def _joined(one: Fact, other: Fact) -> Fact:
    """The surer of two readings of one statement, with what it leaves open from the other."""
    first, second = (
        (other, one)
        if (other.confidence, -other.evidence.start) > (one.confidence, -one.evidence.start)
        else (one, other)
    )
    return replace(
        first,
        date=first.date or second.date,
        place=first.place or second.place,
        status=_further(first, second),
        domains=first.domains or second.domains,
    )
