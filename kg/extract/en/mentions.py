"""All mentions of an article: names, facilities, events, and what refers back to them."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from kg.extract.en.annotation import Annotation, DocEntity, Span
from kg.extract.en.boilerplate import read_layout
from kg.extract.en.candidates import find_names
from kg.extract.en.entity_types import decide
from kg.extract.en.gazetteer import fold, outlets, places
from kg.extract.en.names import Cluster, cluster, fullest
from kg.extract.en.sheet import Sheet, read
from kg.model import EntityType


def annotate(doc: Doc, published: str | None = None) -> Annotation:
    """Mentions and entities of a parsed article.

    Args:
        doc: Output of an English spaCy pipeline with tagger, parser and NER.
        published: ISO date of the article, if it is known from elsewhere.
    """
    sheet = read(doc)
    layout = read_layout(sheet)
    groups = cluster(find_names(sheet, layout), sheet)
    entities: list[DocEntity] = []
    spans: list[Span] = []
    for group in groups:
        kind = decide(group, sheet)
        if kind is None:
            continue
        spans.extend(_spans(group, len(entities), sheet))
        entities.append(_entity(group, kind))
    spans.sort(key=lambda s: s.start)
    return Annotation(tuple(spans), tuple(entities), published or layout.published, layout.skipped, frozenset())


def _entity(group: Cluster, kind: EntityType) -> DocEntity:
    table = places()
    names = group.names
    if group.key.startswith("place:"):
        bare = [n for n in names if fold(n) not in table.demonyms and not any(c.form for c in group.candidates if c.name == n)]
        lead = table.countries.get(group.key[len("place:"):])
        name = lead or (bare[0] if bare else fullest(names))
        return DocEntity(name, kind, tuple(names))
    return DocEntity(fullest(names), kind, tuple(names))


def _spans(group: Cluster, index: int, sheet: Sheet) -> list[Span]:
    table = places()
    spans = []
    for c in group.candidates:
        head = next((i for i in range(c.start, c.end) if not c.start <= sheet.head[i] < c.end), c.end - 1)
        demonym = fold(c.name) in table.demonyms
        spans.append(Span(c.start, c.end, head, (index,), c.source, (f"adjective of {table.demonyms[fold(c.name)]}",) if demonym else (), 0.3 if demonym else 0.9))
    return spans
