"""English text to facts: annotate, bind frames, attach qualifiers, merge what is said twice in one place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc, Token

from kg.extract.domains import DomainSpan, find_domains
from kg.extract.en.annotation import Annotation
from kg.extract.en.bind import Candidate, Filler, Sentences, candidates
from kg.extract.en.dates import DateSpan, find_dates
from kg.extract.en.frames import FrameSet, frames
from kg.extract.en.mentions import annotate
from kg.extract.en.money import MoneySpan, find_money
from kg.extract.en.qualifiers import amount, date, heads, place
from kg.model import SYMMETRIC, Document, Evidence, Fact, Mention, Money, Relation, Status, Step

_TIMELESS = frozenset({Relation.LEADS, Relation.OWNS, Relation.LOCATED_IN, Relation.PARTICIPATES_IN})


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What a document offers to qualify facts: amounts and dates with their tokens, subject matters."""

    amounts: tuple[tuple[MoneySpan, Token], ...]
    dates: tuple[tuple[DateSpan, Token], ...]
    domains: tuple[DomainSpan, ...]


def extract_doc(doc: Doc, document: Document, rules: tuple[Path, ...] = ()) -> tuple[Fact, ...]:
    """Facts of a parsed English document, in text order."""
    annotation = annotate(doc, document.published)
    return facts_of(doc, document, annotation, frames(rules))


def facts_of(doc: Doc, document: Document, annotation: Annotation, frame_set: FrameSet) -> tuple[Fact, ...]:
    """Facts of a document whose mentions are known."""
    qualifiers = _qualifiers(doc, annotation)
    money_tokens = frozenset(t.i for span, _ in qualifiers.amounts for t in _tokens(doc, span.start, span.end))
    sentences = Sentences(doc, annotation, money_tokens)
    found = [
        _fact(c, document, sentences, qualifiers)
        for c in candidates(sentences, frame_set)
        if c.verdict.asserted and _money_fits(c, qualifiers)
    ]
    return _best(found)


def _qualifiers(doc: Doc, annotation: Annotation) -> Qualifiers:
    text = doc.text
    return Qualifiers(
        amounts=tuple(heads(doc, find_money(text))),
        dates=tuple(heads(doc, find_dates(text, annotation.published))),
        domains=find_domains(text, "en"),
    )


def _tokens(doc: Doc, start: int, end: int) -> Iterable[Token]:
    return doc.char_span(start, end, alignment_mode="expand") or ()


def _money_fits(candidate: Candidate, qualifiers: Qualifiers) -> bool:
    return candidate.frame.money != "need" or amount(candidate, qualifiers.amounts) is not None


def _fact(candidate: Candidate, document: Document, sentences: Sentences, qualifiers: Qualifiers) -> Fact:
    sentence = candidate.trigger.sent
    text = sentences.doc.text[sentence.start_char : sentence.end_char]
    stripped = text.strip()
    start = sentence.start_char + text.index(stripped)
    relation = candidate.frame.relation
    return Fact(
        doc=document.name,
        subject=_mention(candidate.subject, sentences),
        relation=relation,
        object=_mention(candidate.object, sentences),
        evidence=Evidence(stripped, start, start + len(stripped)),
        amount=_amount(candidate, qualifiers),
        place=place(candidate, sentences) if relation not in _TIMELESS else None,
        role=_role(candidate) if relation is Relation.LEADS else None,
        date=date(candidate, qualifiers.dates),
        status=_status(candidate),
        domains=_domains(start, start + len(stripped), qualifiers.domains),
        confidence=_confidence(candidate),
        rule=candidate.frame.rule,
        trace=_trace(candidate, sentences),
    )


def _mention(filler: Filler, sentences: Sentences) -> Mention:
    entity = sentences.entity(filler.entity)
    span = sentences.doc[filler.span.start : filler.span.end]
    return Mention(entity.name, span.text, entity.type, span.start_char, span.end_char, tuple(sorted(entity.names)))


def _amount(candidate: Candidate, qualifiers: Qualifiers) -> Money | None:
    return None if candidate.frame.money == "no" else amount(candidate, qualifiers.amounts)


def _role(candidate: Candidate) -> str | None:
    trigger = candidate.trigger
    words = [
        t for t in trigger.children if t.dep_ in ("compound", "amod", "nmod") and t.i < trigger.i and not t.ent_type_
    ]
    return " ".join(t.text for t in [*words, trigger])


def _status(candidate: Candidate) -> Status | None:
    status = candidate.verdict.status
    if status is Status.COMPLETED and candidate.frame.status is not None:
        return candidate.frame.status
    if status is Status.ACTIVE and candidate.frame.status is Status.AGREED:
        return Status.AGREED
    if status is Status.COMPLETED and candidate.frame.relation in _TIMELESS:
        return Status.ACTIVE if candidate.frame.relation is not Relation.OWNS else status
    return status


def _domains(start: int, end: int, spans: tuple[DomainSpan, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.label for s in spans if start <= s.start < end))


def _confidence(candidate: Candidate) -> float:
    cost = candidate.subject.cost + candidate.object.cost
    sure = candidate.subject.span.certainty * candidate.object.span.certainty
    return round(max(0.05, 0.9 * sure - 0.08 * cost), 4)


def _trace(candidate: Candidate, sentences: Sentences) -> tuple[Step, ...]:
    steps = [Step("trigger", candidate.trigger.text)]
    if candidate.verb is not None and candidate.verb is not candidate.trigger:
        steps.append(Step("verb", candidate.verb.text))
    for side, filler in (("subject", candidate.subject), ("object", candidate.object)):
        words = sentences.doc[filler.span.start : filler.span.end].text
        steps.append(Step(side, f"{filler.role}: {words} (cost {filler.cost}, {filler.span.source})"))
        steps.extend(Step("coreference", via) for via in filler.span.via)
    steps.extend(Step("factuality", reason) for reason in candidate.verdict.reasons)
    return tuple(steps)


def _key(fact: Fact) -> tuple[object, ...]:
    ends: tuple[str, ...] = (fact.subject.name, fact.object.name)
    if fact.relation in SYMMETRIC:
        ends = tuple(sorted(ends))
    return (fact.relation, ends, fact.amount.value if fact.amount else None, fact.evidence.start)


def _best(found: list[Fact]) -> tuple[Fact, ...]:
    """One reading for each (relation, parties, amount) of a sentence: the surest; without an amount only if none has one."""
    best: dict[tuple[object, ...], Fact] = {}
    for fact in found:
        key = _key(fact)
        if key not in best or fact.confidence > best[key].confidence:
            best[key] = fact
    with_amount = {(k[0], k[1], k[3]) for k in best if k[2] is not None}
    kept = [f for k, f in best.items() if k[2] is not None or (k[0], k[1], k[3]) not in with_amount]
    return tuple(
        sorted(kept, key=lambda f: (f.evidence.start, f.relation, f.subject.start, f.object.start, f.object.name))
    )
