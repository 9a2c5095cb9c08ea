"""Annotated articles: what a careful reader finds in them, what may be found, what must not be."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import DocumentError
from kg.evaluation.names import normal, same_facility
from kg.model import SYMMETRIC, EntityType, Fact, Mention, Relation

Sum = tuple[float, str]
SECONDARY = frozenset({Relation.LOCATED_IN, Relation.PARTICIPATES_IN})
_PLACEISH = frozenset({EntityType.PLACE, EntityType.GOVERNMENT})


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An entity of the annotation, with every name that is right for it."""

    type: EntityType
    names: tuple[str, ...]

    def is_named(self, mention: Mention) -> bool:
        """Whether a party's name, or its words in the text, mean this entity."""
        given = [name for name in (mention.name, mention.text) if name]
        if self.type is EntityType.FACILITY:
            return any(same_facility(name, self.names) for name in given)
        place = self.type in _PLACEISH
        return not {normal(name, place) for name in given}.isdisjoint(normal(name, place) for name in self.names)


@dataclass(frozen=True, slots=True)
class GoldFact:
    """A fact of the annotation; each tuple holds all that is right, the best first.

    Attributes:
        amounts: (value, currency); empty when it has none. For a forbidden fact, the amount that makes it so.
        any_amount: A forbidden fact: any amount makes it so.
        optional: Right if found, no loss if not.
    """

    relations: tuple[Relation, ...]
    subjects: tuple[GoldEntity, ...]
    objects: tuple[GoldEntity, ...]
    amounts: tuple[Sum, ...] = ()
    dates: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    any_amount: bool = False
    optional: bool = False
    evidence: str = ""
    why: str = ""
    label: str = ""

    @property
    def relation(self) -> Relation:
        """The relation that the annotator chose."""
        return self.relations[0]

    def fits(self, fact: Fact) -> bool:
        """Whether relation and parties of a prediction are right for this fact."""
        if fact.relation not in self.relations:
            return False
        forward = self._ends(fact.subject, fact.object)
        return forward or (fact.relation in SYMMETRIC and self._ends(fact.object, fact.subject))

    def _ends(self, subject: Mention, object_: Mention) -> bool:
        return any(e.is_named(subject) for e in self.subjects) and any(e.is_named(object_) for e in self.objects)

    def amount_fits(self, fact: Fact) -> bool:
        """Whether the prediction has one of the amounts, to half a percent."""
        if fact.amount is None:
            return False
        value, currency = fact.amount.value, fact.amount.currency
        return any(currency == c and abs(value - v) <= 0.005 * abs(v) for v, c in self.amounts)

    def date_fits(self, fact: Fact) -> bool:
        """Whether the prediction's date is one of the dates, or the one is a less precise form of the other."""
        given = (fact.date or "")[:10]
        return any(given and (given.startswith(d) or (d.startswith(given) and len(given) >= 4)) for d in self.dates)

    def domains_fit(self, fact: Fact) -> bool:
        """Whether one of the subject matters is the same."""
        return not {normal(d) for d in self.domains}.isdisjoint(normal(d) for d in fact.domains)

    def forbids(self, fact: Fact) -> bool:
        """Whether the prediction asserts this fact, which the article does not state."""
        if not self.fits(fact) or (self.any_amount and fact.amount is None):
            return False
        if self.amounts and not self.amount_fits(fact):
            return False
        return not self.statuses or fact.status in self.statuses


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated article."""

    name: str
    facts: tuple[GoldFact, ...]
    forbidden: tuple[GoldFact, ...]


def read_gold(folder: Path) -> tuple[GoldDocument, ...]:
    """The annotations of a folder: one JSON file an article.

    Raises:
        DocumentError: There are none, or one is not valid.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise DocumentError(f"{folder}: holds no annotations; give a folder with one .json file an article.")
    return tuple(map(_read, paths))


def _read(path: Path) -> GoldDocument:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        entities = {
            key: GoldEntity(EntityType(entity["type"]), tuple(entity["names"]))
            for key, entity in record["entities"].items()
        }
        return GoldDocument(
            name=record["doc"],
            facts=tuple(_fact(fact, entities) for fact in record["facts"]),
            forbidden=tuple(_fact(fact, entities) for fact in record.get("forbidden", ())),
        )
    except OSError as error:
        raise DocumentError(f"{path}: cannot be read ({error.strerror}).") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DocumentError(f"{path}: is not a valid annotation ({error!r}).") from error


def _fact(record: Mapping[str, Any], entities: Mapping[str, GoldEntity]) -> GoldFact:
    amount = record.get("amount")
    sums = [amount, *record.get("amounts_also", ())] if isinstance(amount, list) else []
    return GoldFact(
        relations=tuple(Relation(name) for name in (record["r"], *record.get("or", ()))),
        subjects=tuple(entities[key] for key in (record["s"], *record.get("also_s", ()))),
        objects=tuple(entities[key] for key in (record["o"], *record.get("also_o", ()))),
        amounts=tuple((value, currency) for value, currency in sums),
        dates=_with(record.get("date"), record.get("dates_also", ())),
        statuses=_with(record.get("status"), record.get("status_also", ())),
        domains=tuple(record.get("domains") or ()),
        any_amount=amount == "any",
        optional=bool(record.get("optional")),
        evidence=record.get("evidence", ""),
        why=record.get("why", ""),
        label=f"{record['s']} {record['r']} {record['o']}",
    )


def _with(first: str | None, others: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (first, *others) if first else ()
