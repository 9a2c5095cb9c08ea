"""What the entity layer tells the frames: who and what is mentioned where, and who is the same."""

from __future__ import annotations

from dataclasses import dataclass

from kg.model import EntityType

PARTIES = frozenset({EntityType.COMPANY, EntityType.GOVERNMENT, EntityType.ORGANIZATION})
"""What can act for itself without being a person."""


@dataclass(frozen=True, slots=True)
class DocEntity:
    """One entity of one article.

    Attributes:
        name: Its fullest name in the article, without "the" ("Tencent Holdings").
        type: Decided from all of its mentions.
        names: Every name the article uses for it, `name` included, in order of appearance.
        named: False for what has no proper name (a facility such as "data centre", an unnamed "local company").
    """

    name: str
    type: EntityType
    names: tuple[str, ...]
    named: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """A mention: tokens `[start, end)` that refer to one entity, or to several ("the two sides").

    Attributes:
        head: Index of the syntactic head token within the span.
        entities: Indices into `Annotation.entities`.
        source: "gazetteer", "ner", "pattern", "chunk" (facility and event noun phrases), "nominal" ("the company"),
            "pronoun", "speaker" ("we" in a quotation).
        via: How a nominal or pronoun was resolved, one clause a step, for `kg explain`.
        certainty: 0 to 1, how sure span, type and reference are.
    """

    start: int
    end: int
    head: int
    entities: tuple[int, ...]
    source: str
    via: tuple[str, ...] = ()
    certainty: float = 1.0

    @property
    def is_adjective(self) -> bool:
        """An adjective that stands for a place ("Polish")."""
        return any(step.startswith("adjective of") for step in self.via)

    @property
    def is_stand_in(self) -> bool:
        """A noun phrase or pronoun that stands for a name."""
        return self.source in ("nominal", "pronoun", "speaker")


@dataclass(frozen=True, slots=True)
class Annotation:
    """All mentions of a document: sorted by `start`, not overlapping.

    Attributes:
        published: ISO date of the article: the document's own or that of its dateline.
        skipped: Token ranges that hold no news: bylines, captions, link lists, newsletters.
        outlets: Lower-case names that occur as sources only ("the South China Morning Post reported").
    """

    spans: tuple[Span, ...]
    entities: tuple[DocEntity, ...]
    published: str | None = None
    skipped: tuple[tuple[int, int], ...] = ()
    outlets: frozenset[str] = frozenset()
