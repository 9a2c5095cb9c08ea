"""Chinese articles to facts: layout, names, links, clauses, frames, qualifiers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.zh.candidates import Candidate, candidates
from kg.extract.zh.clauses import Clauses, Group, divide
from kg.extract.zh.confidence import confidence
from kg.extract.zh.dates import Dated
from kg.extract.zh.domains import labels_of
from kg.extract.zh.factuality import denies, status_of
from kg.extract.zh.frames import Role
from kg.extract.zh.layout import read_layout
from kg.extract.zh.linking import Reading, read
from kg.extract.zh.qualify import amount_of, date_of, found_features, place_of
from kg.extract.zh.roles import fitting
from kg.extract.zh.script import is_traditional, simplify
from kg.extract.zh.spans import ORGANIZATIONS, Entity, Span
from kg.model import Document, EntityType, Evidence, Fact, Mention, Relation, Step

MIN_CONFIDENCE = 0.5
_ANY_PARTY = Role(("subject",), ORGANIZATIONS | {EntityType.PLACE})
_NO_DOMAINS = frozenset({Relation.LEADS, Relation.LOCATED_IN, Relation.PARTICIPATES_IN})


def extract(document: Document) -> tuple[Fact, ...]:
    """The facts that a Chinese article states, in the order of the text."""
    layout = read_layout(document)
    readings, entities = read(layout, document.text, _currency(document.text))
    everything = [divide(reading) for reading in readings]
    facts: list[Fact] = []
    carried: Group | None = None
    builders: list[tuple[str, Span]] = []
    event: Span | None = None
    for number, clauses in enumerate(everything):
        if number + 1 < len(everything) and denies(everything[number + 1].text):
            continue
        sentence = clauses.reading.sentence
        before = everything[number - 1] if number else None
        same = before is not None and before.reading.sentence.paragraph == sentence.paragraph
        found = list(candidates(clauses, carried if same else None, tuple(builders), event))
        dates = before.reading.dates if same and before else ()
        later = everything[number + 1].text if number + 1 < len(everything) else ""
        facts += [
            _fact(document, c, entities, dates, later, layout.sentences[0].text if layout.sentences else "")
            for c in found
            if _allowed(c)
        ]
        event = next((s for s in reversed(clauses.reading.spans) if s.type is EntityType.EVENT), event)
        builders += [(c.object.key, c.subject) for c in found if c.relation is Relation.BUILDS]
        carried = _main_subject(clauses) or (carried if same else None)
    return merge(facts)


def _allowed(candidate: Candidate) -> bool:
    return not (candidate.money == "needed" and amount_of(candidate) is None)


def _currency(text: str) -> str:
    """What a bare "元" means: yuan, or the dollar of Hong Kong or Taiwan in traditional script."""
    if not is_traditional(text) or "人民币" in simplify(text[:3000]):
        return "CNY"
    plain = simplify(text[:3000])
    return "HKD" if plain.count("港") > plain.count("台") else "TWD"


def _main_subject(clauses: Clauses) -> Group | None:
    for group in clauses.groups:
        if group.mark in {"", "由"} and not group.modifies and fitting(group, _ANY_PARTY):
            return group
    return None


def _fact(
    document: Document,
    candidate: Candidate,
    entities: dict[str, Entity],
    before: Sequence[Dated],
    later: str,
    title: str,
) -> Fact:
    clauses = candidate.clauses
    sentence = clauses.reading.sentence
    features = found_features(candidate)
    amount = amount_of(candidate)
    place = place_of(candidate)
    span = (candidate.start, candidate.end)
    return Fact(
        doc=document.name,
        subject=_mention(candidate.subject, sentence.start, document.text, entities),
        relation=candidate.relation,
        object=_mention(candidate.object, sentence.start, document.text, entities),
        evidence=Evidence(document.text[sentence.start : sentence.end], sentence.start, sentence.end),
        amount=amount.money if amount else None,
        place=_name(place, entities) if place else None,
        role=candidate.role and _original(candidate, document.text),
        date=date_of(candidate, before),
        status=status_of(clauses, candidate.clause, span, candidate.relation, candidate.status),
        domains=() if candidate.relation in _NO_DOMAINS else labels_of(sentence.text, later, title),
        confidence=confidence(features),
        rule=candidate.rule,
        trace=_trace(candidate, features),
    )


def _original(candidate: Candidate, text: str) -> str:
    """The role in the article's own script."""
    sentence = candidate.clauses.reading.sentence
    lead = text[sentence.start : sentence.start + candidate.start]
    plain = simplify(lead)
    role = candidate.role or ""
    at = plain.rfind(role)
    return lead[at : at + len(role)] if at >= 0 else role


def _mention(span: Span, offset: int, text: str, entities: dict[str, Entity]) -> Mention:
    start, end = offset + span.start, offset + span.end
    entity = _entity(span, entities)
    kind = span.type if span.source == "anaphor" or entity is None else entity.type
    names = tuple(sorted(entity.names)) if entity else ()
    return Mention(_name(span, entities), text[start:end], kind, start, end, names)


def _entity(span: Span, entities: dict[str, Entity]) -> Entity | None:
    if span.key.startswith("地:"):
        return entities.get(f"{span.key}#{span.type}") or next(
            (e for e in entities.values() if e.key == span.key), None
        )
    return entities.get(span.key)


def _name(span: Span, entities: dict[str, Entity]) -> str:
    entity = _entity(span, entities)
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


def merge(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """One reading a (subject, relation, object, amount): the surest, with what the others know besides."""
    best: dict[tuple[object, ...], Fact] = {}
    for fact in facts:
        if fact.confidence < MIN_CONFIDENCE:
            continue
        key = _merge_key(fact)
        best[key] = _joined(best[key], fact) if key in best else fact
    with_amount = {key[:3] for key in best if key[3] is not None}
    kept = [fact for key, fact in best.items() if key[3] is not None or key[:3] not in with_amount]
    return tuple(sorted(kept, key=lambda f: (f.evidence.start, str(f.relation), f.subject.name, f.object.name)))


def _merge_key(fact: Fact) -> tuple[object, ...]:
    parties = [fact.subject.name, fact.object.name]
    if fact.relation is Relation.PARTNERS_WITH:
        parties.sort()
    amount = (fact.amount.value, fact.amount.currency) if fact.amount else None
    return (fact.relation, parties[0], parties[1], amount)


def _joined(one: Fact, other: Fact) -> Fact:
    first, second = (
        (other, one)
        if (other.confidence, -other.evidence.start) > (one.confidence, -one.evidence.start)
        else (one, other)
    )
    return replace(
        first,
        date=first.date or second.date,
        place=first.place or second.place,
        status=first.status or second.status,
        domains=first.domains or second.domains,
    )


__all__ = ["Reading", "extract", "merge"]
