"""English text to facts: annotate, bind frames, attach qualifiers, merge what is said twice in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kg.extract.domains import DomainSpan, find_domains
from kg.extract.en.annotation import Annotation, Span
from kg.extract.en.bind import Candidate, candidates
from kg.extract.en.built import is_unbuilt, unless_built_by_firms
from kg.extract.en.confidence import features, probability
from kg.extract.en.dates import DateSpan, find_dates
from kg.extract.en.deal_sums import with_sums
from kg.extract.en.factuality import is_headline
from kg.extract.en.frames import FrameSet, frames
from kg.extract.en.givers import given_before
from kg.extract.en.goods import is_no_supply
from kg.extract.en.lines import lines
from kg.extract.en.listed import is_one_list
from kg.extract.en.matters import Matters
from kg.extract.en.mentions import annotate
from kg.extract.en.merge import merge
from kg.extract.en.money import MoneySpan, find_money, find_sums
from kg.extract.en.negation import is_conditional
from kg.extract.en.news_dates import Lead, dated
from kg.extract.en.openings import with_openings
from kg.extract.en.parties import RULINGS
from kg.extract.en.permits import is_no_permit
from kg.extract.en.projects import project_sums
from kg.extract.en.qualifiers import amount, beside, date, heads, place
from kg.extract.en.scenes import has_region_of_city, is_where
from kg.extract.en.sentences import PUBLIC, Filler, Sentences
from kg.extract.en.signatories import represented
from kg.extract.en.signings import signing_candidates
from kg.extract.en.speakers import AUTHOR
from kg.extract.en.state_aid import is_cleared_aid
from kg.extract.en.statuses import TIMELESS, status_of
from kg.extract.en.surface import surface_candidates
from kg.extract.en.titles import title_candidates
from kg.extract.en.tokens import Doc, ParsedDoc, Token, plain
from kg.extract.en.unreal import is_unreal
from kg.extract.en.wishes import is_wished
from kg.extract.garbage import collected_later
from kg.extract.pipeline import MIN_CONFIDENCE
from kg.extract.rules import word_group
from kg.model import Document, EntityType, Evidence, Fact, Mention, Money, Relation, Status, Step

_SHORT = 8

_HEADS_OF_GOVERNMENT = frozenset(
    {"president", "premier", "minister", "governor", "mayor", "chancellor", "gov.", "attorney", "prosecutor", "justice"}
)
_SHARED_OUT = frozenset({"owns.the-rest", "owns.gapped"})
_FEARED = frozenset({"fear", "not: fear"})
_NO_FACTS = (is_one_list, is_unbuilt, is_cleared_aid, is_no_supply, is_no_permit, is_wished, is_unreal)


@dataclass(frozen=True, slots=True)
class Qualifiers:
    """What a document offers to qualify facts: amounts and dates with their tokens, subject matters, tokens of sums."""

    amounts: tuple[tuple[MoneySpan, Token], ...]
    dates: tuple[tuple[DateSpan, Token], ...]
    domains: tuple[DomainSpan, ...]
    sums: frozenset[int]


def extract_doc(
    doc: ParsedDoc, document: Document, rules: tuple[Path, ...] = (), min_confidence: float = MIN_CONFIDENCE
) -> tuple[Fact, ...]:
    """Facts of a parsed English document, in text order."""
    with collected_later():
        read = plain(doc)
        annotation = annotate(read, document.published)
        facts = facts_of(read, document, annotation, frames(rules), min_confidence)
        if read is not doc:
            read.release()
        return facts


def facts_of(
    doc: ParsedDoc,
    document: Document,
    annotation: Annotation,
    frame_set: FrameSet,
    min_confidence: float = MIN_CONFIDENCE,
) -> tuple[Fact, ...]:
    """Facts of a document whose mentions are known: at least `min_confidence`, each once."""
    doc = plain(doc)
    qualifiers = _qualifiers(doc, annotation)
    article = _Article(document, qualifiers, _sentences(doc, annotation, qualifiers))
    facts = merge(article.fact(r) for r in article.readings(frame_set) if r.confidence >= min_confidence)
    facts = with_sums(facts, article.sentences, qualifiers.amounts)
    facts = with_openings(facts, article.sentences, qualifiers.dates)
    if not facts or annotation.published is None:
        return facts
    spans = [span for span, _ in qualifiers.dates]
    end = _lead_end(doc)
    taken_up = Lead.of(doc.text, end, spans, annotation.published)
    return dated(facts, annotation.published, end, lambda fact: _speaks_of_a_date(fact, spans), taken_up.date_of)


def _lead_end(doc: Doc) -> int:
    """Offset behind the first sentence that is no headline, byline or date."""
    sentences = (s for s in doc.sents if len(s) > _SHORT and not is_headline(s.root))
    return next((sentence.end_char for sentence in sentences), 0)


def _speaks_of_a_date(fact: Fact, spans: Iterable[DateSpan]) -> bool:
    return any(fact.evidence.start <= span.start < fact.evidence.end for span in spans)


def readings(
    doc: ParsedDoc, document: Document, annotation: Annotation, frame_set: FrameSet
) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    """Every asserted candidate as a fact, with the features that its confidence was computed from."""
    doc = plain(doc)
    qualifiers = _qualifiers(doc, annotation)
    article = _Article(document, qualifiers, _sentences(doc, annotation, qualifiers))
    return ((article.fact(reading), reading.features) for reading in article.readings(frame_set))


def _sentences(doc: Doc, annotation: Annotation, qualifiers: Qualifiers) -> Sentences:
    told = [_range(doc, span.start, span.end) for span, _ in qualifiers.amounts]
    amounts = frozenset(i for tokens in told for i in tokens)
    ends = {tokens.start: tokens.stop for tokens in told if tokens}
    return Sentences(doc, annotation, amounts | qualifiers.sums, ends)


@dataclass(frozen=True, slots=True)
class _Reading:
    """An asserted candidate with its amount, and how sure it is by which features."""

    candidate: Candidate
    amount: Money | None
    features: tuple[str, ...]
    confidence: float


class _Article:
    """A document with its sentences and what qualifies its facts."""

    def __init__(self, document: Document, qualifiers: Qualifiers, sentences: Sentences) -> None:
        self.document = document
        self.qualifiers = qualifiers
        self.sentences = sentences
        self.matters = Matters(sentences, qualifiers.domains)

    def readings(self, frame_set: FrameSet) -> Iterator[_Reading]:
        """Every asserted candidate."""
        for candidate in _candidates(self.sentences, frame_set):
            if not _is_told(candidate) or has_region_of_city(candidate, self.sentences):
                continue
            money = _amount(candidate, self.qualifiers)
            if money is not None or _needs_no_amount(candidate, self.qualifiers.sums):
                names = features(candidate, self.sentences, has_amount=money is not None)
                yield _Reading(candidate, money, names, round(probability(names), 4))

    def fact(self, reading: _Reading) -> Fact:
        """A reading as a fact."""
        candidate, sentences = reading.candidate, self.sentences
        sentence = candidate.trigger.sent
        text = sentences.text[sentence.start_char : sentence.end_char]
        stripped = text.strip()
        start = sentence.start_char + text.index(stripped)
        relation = candidate.frame.relation
        return Fact(
            doc=self.document.name,
            subject=_mention(candidate.subject, sentences),
            relation=relation,
            object=_mention(candidate.object, sentences),
            evidence=Evidence(stripped, start, start + len(stripped)),
            amount=reading.amount,
            place=place(candidate, sentences) if relation not in TIMELESS else None,
            role=candidate.role,
            date=date(candidate, beside(candidate, self.qualifiers.dates)),
            status=status_of(candidate),
            domains=self.matters.of(candidate),
            rule=candidate.frame.rule,
            confidence=reading.confidence,
            trace=_trace(candidate, sentences),
        )


def _is_told(candidate: Candidate) -> bool:
    """Asserted, and no mere chance of a penalty or permit ("could face a fine", "is expected to give a licence")."""
    verdict = candidate.verdict
    if candidate.frame.relation not in RULINGS:
        return verdict.asserted
    open_ = "expect" in verdict.reasons or is_conditional(candidate.verb or candidate.trigger)
    hangs = verdict.status is Status.PLANNED and open_
    return verdict.asserted and verdict.status is not Status.PROPOSED and not hangs


def _needs_no_amount(candidate: Candidate, sums: frozenset[int]) -> bool:
    """Whether the frame asks for no money, or its sentence speaks of money without saying how much."""
    return candidate.frame.money != "need" or any(t.i in sums for t in candidate.trigger.sent)


def _candidates(sentences: Sentences, frame_set: FrameSet) -> Iterator[Candidate]:
    """What the parse, the words of each line and the offices in it relate."""
    written = lines(sentences)
    titles = list(title_candidates(sentences, written))
    sentences.led = {t.subject.entity: t.object.entity for t in titles if _acts_for(t, sentences)}
    sentences.represented = represented(sentences, written, titles)
    worded = chain(
        surface_candidates(sentences, written, frame_set), signing_candidates(sentences, written, frame_set.frames)
    )
    by_words = [c for c in worded if not _is_misplaced(c, sentences)]
    parsed = list(_unless_contradicted(candidates(sentences, frame_set), by_words, sentences))
    read = [*parsed, *_unless_denied(by_words, parsed)]
    found = [c for c in read if not any(no_fact(c, sentences) for no_fact in _NO_FACTS)]
    found = list(unless_built_by_firms(found, sentences))
    yield from _unless_owned(found, sentences)
    sums = project_sums(sentences, written, frame_set, tuple(found))
    given = given_before(sentences, written, frame_set, found)
    yield from (c for c in (*sums, *given) if not _is_misplaced(c, sentences))
    yield from titles


def _unless_owned(found: list[Candidate], sentences: Sentences) -> Iterator[Candidate]:
    """Without the supplies of a sentence in which a company is what is sold, and without nameless units as owners."""
    company, facts = EntityType.COMPANY, (c for c in found if c.frame.relation is Relation.OWNS)
    sold = {c.trigger.i for c in facts if sentences.entity(c.object.entity).type is company}
    units = word_group("en/word_lists.yaml", "unit")
    for candidate in found:
        relation = candidate.frame.relation
        supply = relation is Relation.SUPPLIES and candidate.trigger.i in sold
        nameless = relation is Relation.OWNS and sentences.entity(candidate.subject.entity).name in units
        ours = relation is Relation.OWNS and AUTHOR in candidate.subject.span.via  # "Our affiliate" of who reports
        if not supply and not nameless and not ours:
            yield candidate


def _is_misplaced(candidate: Candidate, sentences: Sentences) -> bool:
    headline = candidate.frame.where == "headline" and not is_headline(candidate.trigger)
    return headline or is_where(candidate, sentences)


def _unless_contradicted(
    parsed: Iterable[Candidate], by_words: list[Candidate], sentences: Sentences
) -> Iterator[Candidate]:
    """Without the owners and units that the parser attaches elsewhere than the words around "unit of" say."""
    owners = {c.trigger.i: (c.subject.entity, c.object.entity) for c in by_words if c.frame.relation is Relation.OWNS}
    others = {(c.trigger.sent.start, c.subject.entity) for c in by_words if c.frame.rule in _SHARED_OUT}
    between = {i: pair for i, pair in owners.items() if i in _between(by_words)}
    parents = _parents(by_words, sentences)
    for candidate in parsed:
        owns = candidate.frame.relation is Relation.OWNS
        person = owns and candidate.subject.role == "n:self" and _is_person(candidate, sentences)
        if person and (candidate.trigger.i, candidate.object.entity) in parents:
            continue  # "Jane Doe, president of Orbico, the parent company of Wavelet"
        if owns and (candidate.trigger.sent.start, candidate.object.entity) in others:
            continue  # "Orbico owns 30% of Wavelet and Nordbank 20%"
        said = owners.get(candidate.trigger.i) if candidate.object.role == "n:self" else None
        pair = (candidate.subject.entity, candidate.object.entity)
        other = between.get(candidate.trigger.i, pair)
        if owns and other != pair and set(other) & set(pair):
            continue  # "Wavelet parent Orbico and Tandem owner Nordbank"
        if said is None or said == pair or not set(said) & set(pair):
            yield candidate


def _unless_denied(by_words: list[Candidate], parsed: list[Candidate]) -> Iterator[Candidate]:
    """Without what the words of a sentence say of two parties and its parse only denies of them, ends left aside."""
    said: dict[tuple[Relation, int, int, int], bool] = {}
    for c in parsed:
        feared = any(reason in _FEARED for reason in c.verdict.reasons)  # "fear the deal between …", which is there
        said[_statement(c)] = said.get(_statement(c), False) or c.verdict.asserted or feared
    return (c for c in by_words if c.frame.status is Status.ENDED or said.get(_statement(c), True))


def _statement(c: Candidate) -> tuple[Relation, int, int, int]:
    return c.frame.relation, c.trigger.sent.start, c.subject.entity, c.object.entity


def _parents(by_words: list[Candidate], sentences: Sentences) -> frozenset[tuple[int, int]]:
    """Triggers with whom they say to be owned by a firm; a trigger of two words may be named by either of them."""
    owns = (c for c in by_words if c.frame.relation is Relation.OWNS and not _is_person(c, sentences))
    return frozenset((c.trigger.i + step, c.object.entity) for c in owns for step in (0, 1))


def _is_person(candidate: Candidate, sentences: Sentences) -> bool:
    return sentences.entity(candidate.subject.entity).type is EntityType.PERSON


def _between(by_words: list[Candidate]) -> frozenset[int]:
    """Triggers right between what is owned and its owner, as in "Wavelet owner Orbico"."""
    return frozenset(c.trigger.i for c in by_words if c.object.span.end == c.trigger.i == c.subject.span.start - 1)


def _acts_for(title: Candidate, sentences: Sentences) -> bool:
    """Heads of states, cities and ministries sign for them."""
    office = set((title.role or "").casefold().split())
    public = sentences.entity(title.object.entity).type in PUBLIC
    return public and title.verdict.status is not Status.ENDED and bool(office & _HEADS_OF_GOVERNMENT)


def _qualifiers(doc: Doc, annotation: Annotation) -> Qualifiers:
    text = doc.text
    named = [(doc[s.start].idx, doc[s.end - 1].idx + len(doc[s.end - 1]), s) for s in annotation.spans]
    return Qualifiers(
        amounts=tuple(heads(doc, find_money(text))),
        dates=tuple(heads(doc, find_dates(text, annotation.published))),
        domains=tuple(d for d in find_domains(text, "en") if not _says_nothing(doc, annotation, named, d)),
        sums=frozenset(i for start, end in find_sums(text) for i in _range(doc, start, end)),
    )


def _says_nothing(doc: Doc, annotation: Annotation, named: list[tuple[int, int, Span]], found: DomainSpan) -> bool:
    """ "Sydney Harbour Casino" says nothing of harbours, and "trains nurses" nothing of trains."""
    words = doc.around(found.start, found.end)
    if words is not None and len(words) == 1 and words[0].pos_ == "VERB":
        return True
    for start, end, span in named:
        if start <= found.start and found.end <= end:
            types = {annotation.entities[e].type for e in span.entities}
            return span.source not in ("nominal", "chunk") and not types & {EntityType.FACILITY, EntityType.EVENT}
    return False


def _range(doc: Doc, start: int, end: int) -> range:
    """The tokens of a character range."""
    tokens = doc.around(start, end)
    return range(0) if tokens is None else range(tokens.start, tokens.end)


def _mention(filler: Filler, sentences: Sentences) -> Mention:
    entity = sentences.entity(filler.entity)
    span = sentences.doc[filler.span.start : filler.span.end]
    return Mention(entity.name, span.text, entity.type, span.start_char, span.end_char, tuple(sorted(entity.names)))


def _amount(candidate: Candidate, qualifiers: Qualifiers) -> Money | None:
    return None if candidate.frame.money == "no" else amount(candidate, beside(candidate, qualifiers.amounts))


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
