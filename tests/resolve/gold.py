"""The annotated articles of `tests/data` as documents and facts, and measures over a resolution of them."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

from kg.model import Document, Entity, EntityType, Evidence, Fact, Mention, Money, Relation, Status
from kg.resolve.engine import Outcome
from kg.resolve.names import fold, is_generic

DATA = Path(__file__).parent / "data"
_ROOT = Path(__file__).parent.parent.parent
_ARTICLES = _ROOT / "tests" / "data"
ENGLISH = ("seeds", "dev")
ALL = ("seeds", "dev", "dev-zh")
Key = tuple[str, str]
"""(article, key of the entity in it)."""


@dataclass(frozen=True)
class Gold:
    """Articles with their annotation."""

    documents: tuple[Document, ...]
    facts: tuple[Fact, ...]
    entities: Mapping[Key, Mapping[str, Any]]


@cache
def load(parts: tuple[str, ...] = ENGLISH, apart: bool = False) -> Gold:
    """The articles of some parts.

    Args:
        parts: Of "seeds", "dev", "dev-zh".
        apart: Give every name of an entity as a mention of its own, as if nothing had been understood in the article.
    """
    chosen = [record for part in parts for record in _records(part)]
    documents = tuple(Document(r["name"], r["text"], published=r["published"], language=r["language"]) for r in chosen)
    facts = [fact for record in chosen for fact in (_all_names(record) if apart else _facts(record))]
    entities = {(r["name"], key): entity for r in chosen for key, entity in r["entities"].items()}
    return Gold(documents, tuple(facts), entities)


def _records(part: str) -> Iterable[dict[str, Any]]:
    """Annotations of a part, each with its article's name and text."""
    texts = _ROOT / "seeds" if part == "seeds" else _ARTICLES / part / "docs"
    for path in sorted((_ARTICLES / part / "gold").glob("*.json")):
        record = json.loads(path.read_text(encoding="utf-8"))
        yield record | {"name": record["doc"], "text": (texts / record["doc"]).read_text(encoding="utf-8")}


def units(gold: Gold, outcome: Outcome) -> dict[Key, str]:
    """For every annotated entity the id of the resolved one."""
    where = {(p.doc, fold(p.name)): iri for iri, found in outcome.units.items() for u in found for p in u.parties}
    found = {}
    for (doc, key), entity in gold.entities.items():
        iri = where.get((doc, fold(entity["names"][0])))
        if iri:
            found[doc, key] = iri
    return found


def truth() -> dict[Key, str]:
    """The thing that an entity of an article is, for those in several articles."""
    with (DATA / "same.csv").open(encoding="utf-8", newline="") as file:
        return {(row["article"], row["key"]): row["thing"] for row in csv.DictReader(file)}


def pair_scores(clusters: Mapping[Key, str], things: Mapping[Key, str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of annotated entities; 1 where there is nothing to find."""
    said = _pairs(clusters)
    right = _pairs({key: things.get(key, f"{key[0]}#{key[1]}") for key in clusters})
    hit = len(said & right)
    precision = hit / len(said) if said else 1.0
    recall = hit / len(right) if right else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall) if hit else 0.0


def wrong_merges(clusters: Mapping[Key, str], things: Mapping[Key, str]) -> list[tuple[Key, Key]]:
    """Pairs of different entities of one article that were made one."""
    return [
        (one, two)
        for one, two in combinations(sorted(clusters), 2)
        if one[0] == two[0] and clusters[one] == clusters[two] and (things.get(one, one) != things.get(two, two))
    ]


def _pairs(labels: Mapping[Key, str]) -> set[tuple[Key, Key]]:
    groups: dict[str, list[Key]] = {}
    for key, label in labels.items():
        groups.setdefault(label, []).append(key)
    return {pair for members in groups.values() for pair in combinations(sorted(members), 2)}


def _mention(entity: Mapping[str, Any], name: str | None = None) -> Mention:
    names = () if name else tuple(sorted(entity["names"]))
    name = name or entity["names"][0]
    return Mention(name, name, EntityType(entity["type"]), names=names)


def _facts(record: Mapping[str, Any]) -> Iterable[Fact]:
    entities = record["entities"]
    used = Counter(fact[side] for fact in record["facts"] for side in ("s", "o"))
    for number, fact in enumerate(record["facts"]):
        place, amount, status = fact.get("place"), fact.get("amount"), fact.get("status")
        yield Fact(
            doc=record["name"],
            subject=_mention(entities[fact["s"]]),
            relation=Relation(fact["r"]),
            object=_mention(entities[fact["o"]]),
            evidence=Evidence("", number, number),
            amount=Money(amount[0], amount[1]) if amount else None,
            place=entities[place]["names"][0] if place in entities else place,
            role=fact.get("role"),
            date=fact.get("date"),
            status=Status(status) if status else None,
            domains=tuple(fact.get("domains", ())),
        )
    for number, (key, entity) in enumerate(sorted(entities.items()), start=1000):
        if key not in used:
            yield _bare(record["name"], _mention(entity), number)


def _all_names(record: Mapping[str, Any]) -> Iterable[Fact]:
    mentions = [_mention(entity, name) for _, entity in sorted(record["entities"].items()) for name in entity["names"]]
    for number, mention in enumerate(mentions):
        yield _bare(record["name"], mention, number)


def _bare(doc: str, mention: Mention, number: int) -> Fact:
    """A fact that says nothing but that there is such a party."""
    witness = Mention(f"Witness to {doc}", "witness", EntityType.EVENT)
    return Fact(doc, mention, Relation.PARTICIPATES_IN, witness, Evidence("", number, number))


def single_names(gold: Gold, outcome: Outcome) -> tuple[dict[Key, str], dict[Key, str]]:
    """For `load(…, apart=True)`: resolved and true labels of every name that is more than a common noun."""
    where = {(p.doc, fold(p.name)): iri for iri, found in outcome.units.items() for u in found for p in u.parties}
    known, labels, things = truth(), {}, {}
    for (doc, key), entity in gold.entities.items():
        for name in entity["names"]:
            if entity["type"] in ("Facility", "Event") or is_generic(name):
                continue
            labels[doc, f"{key} {name}"] = where[doc, fold(name)]
            things[doc, f"{key} {name}"] = known.get((doc, key), f"{doc}#{key}")
    return labels, things


def place_scores(gold: Gold, outcome: Outcome) -> tuple[int, int, int]:
    """Annotated places linked right, with the right chain above, and all of them."""
    entities = {entity.id: entity for entity in outcome.resolution.entities}
    where = units(gold, outcome)
    linked = above = total = 0
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            entity = entities[where[row["article"], row["key"]]]
            ids = [iri.rstrip("/").rsplit("/", 1)[-1] for iri in entity.same_as]
            total += 1
            linked += row["geonames"] in ids if row["geonames"] else not ids
            above += row["above"] == " < ".join(chain(entity.id, entities))
    return linked, above, total


def chain(iri: str, entities: Mapping[str, Entity]) -> list[str]:
    """Names of the places that contain an entity, innermost first."""
    names: list[str] = []
    above = entities[iri].within
    while above:
        names.append(entities[above].name)
        above = entities[above].within
    return names
