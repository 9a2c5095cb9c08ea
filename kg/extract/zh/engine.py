"""Chinese articles to facts: layout, names, links, clauses, frames, qualifiers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kg.extract.pipeline import MIN_CONFIDENCE
from kg.extract.zh.assemble import Article, fact_of, merge
from kg.extract.zh.candidates import Candidate, candidates
from kg.extract.zh.clauses import Clauses, Group, divide
from kg.extract.zh.dates import Dated
from kg.extract.zh.domains import Subjects
from kg.extract.zh.factuality import denies
from kg.extract.zh.frames import Frame, Role, frames
from kg.extract.zh.layout import read_layout
from kg.extract.zh.linking import read
from kg.extract.zh.openings import Opening, opened
from kg.extract.zh.qualify import amount_of, sited_in
from kg.extract.zh.script import is_traditional, simplify
from kg.extract.zh.spans import ORGANIZATIONS, Span
from kg.extract.zh.subjects import Memory, affiliation, fitting
from kg.extract.zh.tenders import caller
from kg.model import Document, EntityType, Fact, Relation

_ANY_PARTY = Role(("subject",), ORGANIZATIONS | {EntityType.PLACE})


def extract(
    document: Document, rules: tuple[Path, ...] = (), min_confidence: float = MIN_CONFIDENCE
) -> tuple[Fact, ...]:
    """The facts that a Chinese article states, in the order of the text.

    Args:
        document: An article in simplified or traditional script.
        rules: Files with frames of the user's own; those for English are passed over.
        min_confidence: Readings below are left out.

    Raises:
        RuleError: A rules file is not valid.
    """
    known = frames(rules)
    layout = read_layout(document)
    readings, entities = read(layout, document.text, _currency(document.text))
    article = Article(document, entities, Subjects(readings, document.text))
    sentences = [divide(reading) for reading in readings]
    lead = _lead_date(sentences, layout.published)
    state = _State(event=_first_event(sentences), source=_first_source(sentences))
    state.buyer = next((buyer for clauses in sentences if (buyer := _buyer(clauses))), None)
    facts: list[Fact] = []
    for number, clauses in enumerate(sentences):
        denied = number + 1 < len(sentences) and denies(sentences[number + 1].text)
        found = [] if denied else state.read(clauses, known)
        dates = state.dates or (lead if not clauses.reading.dates else ())
        sited = [site for candidate in found if (site := sited_in(candidate))]
        facts += [fact_of(article, candidate, number, dates) for candidate in (*found, *sited)]
        state.remember(clauses, found)
    return merge(facts, min_confidence)


def _lead_date(sentences: list[Clauses], published: str | None) -> tuple[Dated, ...]:
    """The day that the article's opening reports, where it lies within a fortnight before publication."""
    body = [s for s in sentences if not s.reading.sentence.title]
    for dated in (d for s in body[:3] for d in s.reading.dates):
        if len(dated.iso) == 10 and not dated.vague:
            recent = published is None or _days_between(dated.iso, published) in range(15)
            return (dated,) if recent else ()
    return ()


def _first_event(sentences: list[Clauses]) -> Span | None:
    """The event that an article is about: a headline's or opening's "出席" may come before its name."""
    return next((s for c in sentences for s in c.reading.spans if s.type is EntityType.EVENT), None)


def _first_source(sentences: list[Clauses]) -> Span | None:
    """The authority that an article's headline may leave out: "…被罚1亿元"."""
    return next((source for clauses in sentences if (source := _source(clauses))), None)


def _days_between(earlier: str, later: str) -> int:
    try:
        return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
    except ValueError:
        return -1


def _currency(text: str) -> str:
    """What a bare "元" means: yuan, or the dollar of Hong Kong or Taiwan in traditional script."""
    plain = simplify(text[:3000])
    if not is_traditional(text) or "人民币" in plain:
        return "CNY"
    return "HKD" if plain.count("港") > plain.count("台") else "TWD"


@dataclass(slots=True)
class _State:
    """What earlier sentences leave for later ones."""

    paragraph: int = -1
    carried: Group | None = None
    dates: tuple[Dated, ...] = ()
    builders: list[tuple[str, Span]] = field(default_factory=list)
    event: Span | None = None
    source: Span | None = None
    person: Span | None = None
    buyer: Span | None = None
    speakers: dict[str, Span] = field(default_factory=dict)
    holding: tuple[Span, Span] | None = None
    opening: Opening = field(default_factory=Opening)

    def read(self, clauses: Clauses, known: Sequence[Frame]) -> list[Candidate]:
        """What a sentence states, in the light of those before it."""
        if clauses.reading.sentence.paragraph != self.paragraph:
            self.carried, self.dates, self.holding = None, (), None
        self.source = _source(clauses) or self.source
        self.buyer = _buyer(clauses) or caller(clauses) or self.buyer
        memory = Memory(
            self.carried,
            tuple(self.builders),
            self.event,
            self.source,
            self.person,
            self.buyer,
            self.speakers,
            self.holding,
            self.opening,
        )
        return [c for c in candidates(clauses, memory, known) if c.money != "needed" or amount_of(c) is not None]

    def remember(self, clauses: Clauses, found: list[Candidate]) -> None:
        """Keep a sentence's subject, dates, builders and event for those that follow."""
        self.paragraph = clauses.reading.sentence.paragraph
        for span in clauses.reading.spans:
            party = affiliation(span) if span.type is EntityType.PERSON else None
            self.speakers |= {span.text: party} if party else {}
        self.carried = _main_subject(clauses) or self.carried
        self.opening = opened(clauses, self.opening)
        self.holding = next(((c.subject, c.object) for c in found if c.relation is Relation.OWNS), None)
        self.dates = clauses.reading.dates
        self.builders += [(c.object.key, c.subject) for c in found if c.relation is Relation.BUILDS]
        self.person = next((s for s in clauses.reading.spans if s.type is EntityType.PERSON and s.titles), self.person)
        events = [s for s in clauses.reading.spans if s.type is EntityType.EVENT]
        self.event = events[-1] if events else self.event


_RULING = re.compile(r"(?:交易所|[上深北]交所|交易商协会|基金业协会|证券业协会)$")
_LEARNT = re.compile(
    r"(?:处|方面|官网|网站)?(?:[今昨前][天日]|\d{1,2}日|近日|日前|周[一二三四五六日])?(?:对外)?(?:获悉|了解到|得知|消息|通报|介绍|公告|公布|披露|发布|通告|公示)"
    r"|(?:官方)?(?:官网|网站|公示|批复)(?:[^，。；]{0,10}?)?显示"
    r"|[^，。；]{0,12}?(?:公布|发布|披露|公示|开出|开具|连开|下发|通报)[^，。；]{0,24}?(?:罚单|处罚|警示函|监管措施|违规)"
)


def _source(clauses: Clauses) -> Span | None:
    """The authority that a report comes from: "记者从|银保监会|获悉", "据|市场监管总局|消息"."""
    for group in clauses.groups:
        body = group.members[-1]
        if (body.type is EntityType.GOVERNMENT or _RULING.search(body.text)) and _LEARNT.match(clauses.text, group.end):
            return body
    return None


_BUYS = re.compile(r"(?:采购|招标|建设|发包)(?:人|单位|方)(?:名称)?(?:（[^（）]{1,8}）)?：$|业主(?:单位)?：$")


def _buyer(clauses: Clauses) -> Span | None:
    """Who buys by a label of a tender notice: "采购人：|绍兴市公安局|"."""
    labelled = (g for g in clauses.groups if _BUYS.search(clauses.text, 0, g.start))
    return next((g.members[0] for g in labelled if fitting(g, _ANY_PARTY)), None)


def _main_subject(clauses: Clauses) -> Group | None:
    for group in clauses.groups:
        if group.mark in {"", "由"} and not group.modifies and fitting(group, _ANY_PARTY):
            return group
    return None
