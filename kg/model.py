"""The nouns of the product. Frozen values; every other room speaks them and none of them does any work.

A `Fact` is a *reading*: what one article says, in its own words. A `Deal` is what several readings say together
after resolution. `Entity` is a resolved party, place, facility or event.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Self


class EntityType(StrEnum):
    """What kind of thing an entity is."""

    COMPANY = "Company"
    GOVERNMENT = "GovernmentBody"
    ORGANIZATION = "Organization"
    PERSON = "Person"
    PLACE = "Place"
    FACILITY = "Facility"
    EVENT = "Event"


class Relation(str):
    """A relation, subject first: one of the eleven below, or one that a user's own rules state.

    The name is lower-case words joined by underscores. Equal names are the same object, so that `is` compares.

    >>> Relation("invests") is Relation.INVESTS, Relation("trains").own
    (True, True)

    Raises:
        ValueError: The name is not of that form.
    """

    __slots__ = ()

    PARTNERS_WITH: ClassVar[Relation]
    INVESTS: ClassVar[Relation]
    BUILDS: ClassVar[Relation]
    SUPPLIES: ClassVar[Relation]
    FUNDS: ClassVar[Relation]
    SANCTIONS: ClassVar[Relation]
    APPROVES: ClassVar[Relation]
    OWNS: ClassVar[Relation]
    LEADS: ClassVar[Relation]
    LOCATED_IN: ClassVar[Relation]
    PARTICIPATES_IN: ClassVar[Relation]

    def __new__(cls, name: str) -> Self:
        """The relation of this name, the one object there is of it."""
        if not _RELATION_NAME.fullmatch(name):
            raise ValueError(f"{name!r} is no name of a relation: use lower-case words joined by underscores")
        return _interned.setdefault(name, super().__new__(cls, name))  # type: ignore[return-value]

    @property
    def own(self) -> bool:
        """Whether it is none of the eleven."""
        return self not in RELATIONS


_RELATION_NAME = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_interned: dict[str, Relation] = {}
RELATIONS = tuple(
    Relation(name)
    for name in (
        "partners_with",
        "invests",
        "builds",
        "supplies",
        "funds",
        "sanctions",
        "approves",
        "owns",
        "leads",
        "located_in",
        "participates_in",
    )
)
"""The eleven relations, in the order in which tables show them."""
for _relation in RELATIONS:
    setattr(Relation, _relation.upper(), _relation)


def relation_order(relation: Relation) -> tuple[int, str]:
    """Sort key: the eleven in their order, then a user's own by name."""
    return (RELATIONS.index(relation) if relation in RELATIONS else len(RELATIONS)), relation


SYMMETRIC = frozenset({Relation.PARTNERS_WITH})


class Status(StrEnum):
    """How far a fact has come, in the order in which a deal lives."""

    PROPOSED = "proposed"
    PLANNED = "planned"
    AGREED = "agreed"
    ACTIVE = "active"
    COMPLETED = "completed"
    ENDED = "ended"


class Qualifier(StrEnum):
    """How exact an amount is."""

    ABOUT = "about"
    UP_TO = "up to"
    AT_LEAST = "at least"


@dataclass(frozen=True, slots=True)
class Document:
    """One article as read, before any annotation.

    Attributes:
        name: The source's file name (for JSON Lines: `FILE#LINE` or the record's own id); unique in a batch.
        text: The decoded text that all character offsets refer to.
        published: ISO 8601 date, as precise as known ("2020-04-08", "2020-04"), or None.
        language: "en" or "zh".
        sha256: Hex digest of the text's UTF-8 bytes.
    """

    name: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str = "en"
    sha256: str = ""

    def __post_init__(self) -> None:
        if not self.sha256:
            object.__setattr__(self, "sha256", hashlib.sha256(self.text.encode("utf-8")).hexdigest())


@dataclass(frozen=True, slots=True)
class Money:
    """An amount: `value` in full units of `currency` (ISO 4217), with bounds where the text gives a range."""

    value: int | float
    currency: str
    lower: int | float | None = None
    upper: int | float | None = None
    qualifier: Qualifier | None = None
    also: tuple[tuple[int | float, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A party as one article names it.

    Attributes:
        name: Canonical (fullest) name within the article.
        text: The words at this place ("the company", "Tencent").
        start: Character offset of `text` in the document; -1 when the words stand outside of the evidence.
        names: Every name that the article uses for the same entity, sorted.
    """

    name: str
    text: str
    type: EntityType
    start: int = -1
    end: int = -1
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The very words that state a fact: `document.text[start:end] == text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Step:
    """One step of how a fact was found, for `kg explain`."""

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A reading: one fact as one article states it.

    Attributes:
        doc: `Document.name`.
        domains: Subject matters in the order of the text: of each the preferred label (`ontology/domains.ttl`) and the
            one that the text has.
        confidence: Estimated probability that the reading is right, 0 to 1.
        rule: Name of the frame or pattern that found it.
        trace: How it was found: trigger, roles, coreference steps, features.
    """

    doc: str
    subject: Mention
    relation: Relation
    object: Mention
    evidence: Evidence
    amount: Money | None = None
    place: str | None = None
    role: str | None = None
    date: str | None = None
    status: Status | None = None
    domains: tuple[str, ...] = ()
    confidence: float = 0.5
    rule: str = ""
    trace: tuple[Step, ...] = field(default=(), compare=False)

    @property
    def id(self) -> str:
        """Stable id: a hash of document, parties, relation, amount and evidence position (16 hex digits)."""
        amount = (self.amount.value, self.amount.currency) if self.amount else None
        key = (self.doc, self.subject.name, str(self.relation), self.object.name, amount, self.evidence.start)
        return hashlib.sha256(repr(key).encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Entity:
    """A resolved entity.

    Attributes:
        id: Full IRI, made by `kg.resolve.iris` only.
        name: Preferred name; `names` has every name and alias seen or known, sorted.
        same_as: IRIs of the same thing elsewhere (GeoNames, Wikidata) where checked.
        within: Id of the place that contains this one, or that this body or company is in.
        governs: Id of the place that this government governs.
        documents: Names of the documents that mention it, sorted.
    """

    id: str
    name: str
    type: EntityType
    names: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    country: str | None = None
    within: str | None = None
    governs: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Readings of one deal that disagree: the field, and each value with the fact ids that state it."""

    field: str
    values: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Deal:
    """A resolved fact: what all readings of one deal say together.

    Attributes:
        id: Full IRI.
        subject: `Entity.id`; so `object` and `place`.
        readings: The facts that state it, ordered by (date published, document, position).
        history: (date, status) pairs in time order, where several readings show a course.
    """

    id: str
    subject: str
    relation: Relation
    object: str
    readings: tuple[Fact, ...]
    amount: Money | None = None
    date: str | None = None
    place: str | None = None
    role: str | None = None
    status: Status | None = None
    domains: tuple[str, ...] = ()
    confidence: float = 0.5
    conflicts: tuple[Conflict, ...] = ()
    history: tuple[tuple[str, Status], ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """All entities and deals of a set of readings: the input of every assembly, view and analysis."""

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    deals: tuple[Deal, ...]
