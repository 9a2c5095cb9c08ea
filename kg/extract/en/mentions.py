"""All mentions of an article: names, facilities, events, and what refers back to them."""

from __future__ import annotations

from kg.extract.en.annotation import Annotation, DocEntity, Span
from kg.extract.en.boilerplate import Layout, read_layout
from kg.extract.en.candidate import Candidate
from kg.extract.en.candidates import find_names
from kg.extract.en.context import Context, Reference
from kg.extract.en.coref import Resolver
from kg.extract.en.discourse import Discourse, Mentioned, describe, role_of
from kg.extract.en.entity_types import decided
from kg.extract.en.facility_lists import spread
from kg.extract.en.gazetteer import fold, places
from kg.extract.en.lexicon import word_set
from kg.extract.en.names import Cluster, cluster, fullest
from kg.extract.en.outlets import is_source_only
from kg.extract.en.phrases import find_phrases
from kg.extract.en.same_facility import Facilities
from kg.extract.en.sheet import Sheet, read
from kg.extract.en.speakers import affiliations, quotations
from kg.extract.en.tokens import ParsedDoc
from kg.model import EntityType

_LONGEST_DATELINE = 20
_MESSAGES = word_set("""post posted statement message account tweet letter blog page said wrote interview published""")


def annotate(doc: ParsedDoc, published: str | None = None) -> Annotation:
    """Mentions and entities of a parsed article.

    Args:
        doc: Output of an English spaCy pipeline with tagger, parser and NER.
        published: ISO date of the article, if it is known from elsewhere.
    """
    sheet = read(doc)
    layout = read_layout(sheet)
    builder = _Builder(sheet, layout)
    builder.names()
    builder.phrases()
    builder.references()
    return Annotation(
        spans=tuple(sorted(builder.spans, key=lambda s: s.start)),
        entities=tuple(builder.entities),
        published=published or layout.published,
        skipped=layout.skipped,
        outlets=builder.outlets,
    )


class _Builder:
    """Collects entities and spans; each step adds its own."""

    def __init__(self, sheet: Sheet, layout: Layout) -> None:
        self.sheet = sheet
        self.layout = layout
        self.entities: list[DocEntity] = []
        self.spans: list[Span] = []
        self.outlets: frozenset[str] = frozenset()
        self.taken = [0] * len(sheet)
        for start, end in layout.skipped:
            self.taken[start:end] = [2] * (end - start)

    def names(self) -> None:
        """Proper names, grouped and typed."""
        sources: set[str] = set()
        groups = cluster(find_names(self.sheet, self.layout), self.sheet)
        for group, kind in decided(groups, self.sheet):
            index = len(self.entities)
            self.entities.append(_entity(group, kind))
            if is_source_only(group, self.sheet):
                sources.update(name.casefold() for name in group.names)
                for candidate in group.candidates:
                    self._take(candidate.start, candidate.end)
                continue
            for candidate in group.candidates:
                self._add(_named_span(candidate, index, self.sheet))
        self.outlets = frozenset(sources)

    def phrases(self) -> None:
        """Facilities and events without a proper name."""
        facilities = Facilities(self.sheet, self.entities, self.spans)
        for phrase in find_phrases(self.sheet, self.taken):
            placed = facilities.place(phrase)
            if placed is None:
                continue
            index, via = placed
            source = "chunk" if not via else "nominal"
            self._add(Span(phrase.start, phrase.end, phrase.head, (index,), source, via, 0.8 if not via else 0.7))
        spread(self.spans, self.entities, self.sheet)

    def references(self) -> None:
        """Nominals and pronouns, left to right, each with all that stands before it."""
        discourse = Discourse(self.sheet, self.entities)
        named = sorted(self.spans, key=lambda s: s.start)
        for span in named:
            if not _is_channel(span, self.sheet):
                discourse.add(_mentioned(span, self.sheet))
        describe(discourse)
        fresh = Discourse(self.sheet, self.entities)
        fresh.profiles = discourse.profiles
        context = Context(
            discourse=fresh,
            taken=self.taken,
            affiliations=affiliations(discourse),
            named_at={s.start: s.entities[0] for s in named},
            entity_at={i: s.entities[0] for s in named for i in range(s.start, s.end)},
            quotes=quotations(self.sheet),
            dateline=_dateline(self.sheet, self.layout),
        )
        resolver = Resolver(context)
        waiting = iter(named)
        upcoming = next(waiting, None)
        for i in range(len(self.sheet)):
            while upcoming is not None and upcoming.start <= i:
                if not _is_channel(upcoming, self.sheet):
                    fresh.add(_mentioned(upcoming, self.sheet))
                upcoming = next(waiting, None)
            if self.taken[i]:
                continue
            reference = resolver.at(i)
            if reference and not any(self.taken[reference.start : reference.end]):
                self._add(_reference_span(reference))
                for entity in reference.entities:
                    fresh.add(Mentioned(reference.start, reference.end, i, entity, role_of(i, self.sheet), False))

    def _add(self, span: Span) -> None:
        if not any(self.taken[span.start : span.end]):
            self.spans.append(span)
            self._take(span.start, span.end)

    def _take(self, start: int, end: int) -> None:
        self.taken[start:end] = [1] * (end - start)


def _dateline(sheet: Sheet, layout: Layout) -> tuple[str, ...]:
    """Words of the skipped ranges that a line of text follows, at the head of an article."""
    starts = {start: end for start, end in sheet.lines}
    lines = [(a, b) for a, b in layout.skipped if a in starts and b < starts[a] and b - a <= _LONGEST_DATELINE]
    return tuple(sheet.text[lines[0][0] : lines[0][1]]) if lines else ()


def _entity(group: Cluster, kind: EntityType) -> DocEntity:
    table = places()
    names = group.names
    if group.key.startswith("place:"):
        formed = {c.name for c in group.candidates if c.form}
        bare = [n for n in names if fold(n) not in table.demonyms and n not in formed]
        lead = table.countries.get(group.key[len("place:") :])
        bare.sort(key=lambda name: name.isupper())
        return DocEntity(lead or (bare[0] if bare else fullest(names)), kind, tuple(names))
    return DocEntity(fullest(names), kind, tuple(names))


def _named_span(c: Candidate, index: int, sheet: Sheet) -> Span:
    head = next((i for i in range(c.start, c.end) if not c.start <= sheet.head[i] < c.end), c.end - 1)
    country = places().demonyms.get(fold(c.name))
    via = (f"adjective of {country}",) if country else ()
    return Span(c.start, c.end, head, (index,), c.source, via, 0.3 if country else 0.9)


def _mentioned(span: Span, sheet: Sheet) -> Mentioned:
    adjective = span.certainty < 0.35
    return Mentioned(
        span.start, span.end, span.head, span.entities[0], "adjective" if adjective else role_of(span.head, sheet)
    )


def _is_channel(span: Span, sheet: Sheet) -> bool:
    """A platform as the way something was said ("in a post on Weibo"), not as a party."""
    above = sheet.head[span.head]
    return sheet.lower[above] in ("on", "via") and sheet.lower[sheet.head[above]] in _MESSAGES


def _reference_span(r: Reference) -> Span:
    return Span(r.start, r.end, r.head, r.entities, r.source, r.via, r.certainty)
