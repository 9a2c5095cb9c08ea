"""How well the entity layer finds what the facts are made of, measured before any relation is.

Entities that are ends of required primary facts count. One is *found* when one of its names fits by the scorer's
test, *typed* when its type fits too (a place and its government count as one type). A fact is *in reach* when each end
has some mention, pronouns included, in the sentence of the fact's evidence. *Junk* is a named party that is no
entity of the annotation; an annotation does not list all bystanders, so that it never falls to nothing.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from kg.evaluation.gold import SECONDARY, GoldDocument, GoldEntity, GoldFact, read_gold
from kg.extract.en.annotation import Annotation, DocEntity
from kg.extract.en.mentions import annotate
from kg.extract.pipeline import parse
from kg.model import EntityType, Mention

_PLACEISH = frozenset({EntityType.PLACE, EntityType.GOVERNMENT})
_PARTIES = frozenset({EntityType.COMPANY, EntityType.GOVERNMENT, EntityType.ORGANIZATION, EntityType.PERSON})
_ADJECTIVE = 0.35
_SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘])|\n")


@dataclass(slots=True)
class EntityScore:
    """Counts over a set of articles; the lists hold (document, name, what it is) of each failure.

    Attributes:
        gold: Entities that are ends of required primary facts.
        facts: Such facts whose evidence stands in the text word for word.
        parties: Predicted parties with a name, sources left out.
    """

    gold: int = 0
    found: int = 0
    typed: int = 0
    facts: int = 0
    in_reach: int = 0
    parties: int = 0
    junk: int = 0
    missed: list[tuple[str, str, str]] = field(default_factory=list)
    mistyped: list[tuple[str, str, str]] = field(default_factory=list)
    junk_names: list[tuple[str, str, str]] = field(default_factory=list)
    out_of_reach: list[tuple[str, str, str]] = field(default_factory=list)

    def shares(self) -> dict[str, float]:
        """The four figures of the gate."""
        return {
            "found": _share(self.found, self.gold),
            "typed": _share(self.typed, self.gold),
            "facts_in_reach": _share(self.in_reach, self.facts),
            "junk": _share(self.junk, self.parties),
        }


def evaluate_entities(gold: Path, docs: Path, model: str | None = None) -> EntityScore:
    """Score the entity layer on a folder of annotated English articles.

    Args:
        gold: Folder of annotations (JSON).
        docs: Folder of the articles that they name.
        model: Name of a spaCy pipeline with tagger, parser and NER; None for the installed one.
    """
    documents = {document.name: document for document in read_gold(gold)}
    known = {record["doc"]: _entities(record) for record in _records(gold) if record.get("language", "en") == "en"}
    names = [name for name in known if (docs / name).is_file()]
    total = EntityScore()
    for name in names:
        doc = parse((docs / name).read_text(encoding="utf-8"), model)
        add_article(documents[name], known[name], doc, annotate(doc), total)
    return total


def _records(gold: Path) -> Iterable[dict[str, Any]]:
    return (json.loads(path.read_text(encoding="utf-8")) for path in sorted(gold.glob("*.json")))


def _entities(record: dict[str, Any]) -> tuple[GoldEntity, ...]:
    rows = record["entities"].values()
    return tuple(GoldEntity(EntityType(row["type"]), tuple(row["names"])) for row in rows)


def add_article(
    gold: GoldDocument, known: Sequence[GoldEntity], doc: Doc, annotation: Annotation, total: EntityScore
) -> None:
    """Add one article to the counts.

    Args:
        gold: Its annotated facts.
        known: All entities of its annotation.
        doc: The parsed article that `annotation` is of.
        annotation: What the entity layer says.
        total: Counts to add to.
    """
    facts = [f for f in gold.facts if f.relation not in SECONDARY and not f.optional]
    for entity in dict.fromkeys(end for f in facts for end in (f.subjects[0], f.objects[0])):
        _add_entity(gold.name, entity, annotation, total)
    for entity_found in _named_parties(annotation):
        total.parties += 1
        if not any(_fits(entity_found, wanted) for wanted in known):
            total.junk += 1
            total.junk_names.append((gold.name, entity_found.name, entity_found.type))
    for fact in facts:
        _add_reach(gold.name, fact, doc, annotation, total)


def _fits(entity: DocEntity, gold: GoldEntity) -> bool:
    return any(gold.is_named(Mention(name, name, entity.type)) for name in (entity.name, *entity.names))


def _same_type(entity: DocEntity, gold: GoldEntity) -> bool:
    return entity.type is gold.type or {entity.type, gold.type} <= _PLACEISH


def _add_entity(document: str, gold: GoldEntity, annotation: Annotation, total: EntityScore) -> None:
    fitting = [entity for entity in annotation.entities if _fits(entity, gold)]
    typed = any(_same_type(entity, gold) for entity in fitting)
    total.gold += 1
    total.found += bool(fitting)
    total.typed += typed
    if not fitting:
        total.missed.append((document, gold.names[0], gold.type))
    elif not typed:
        total.mistyped.append((document, gold.names[0], f"{gold.type}, not {fitting[0].type}"))


def _named_parties(annotation: Annotation) -> list[DocEntity]:
    """Parties by name, without adjectives ("Chinese") and without sources ("Reuters")."""
    asserted = {index for span in annotation.spans if span.certainty > _ADJECTIVE for index in span.entities}
    return [
        entity
        for index, entity in enumerate(annotation.entities)
        if index in asserted
        and entity.named
        and entity.type in _PARTIES
        and annotation.outlets.isdisjoint(name.casefold() for name in entity.names)
    ]


def _add_reach(document: str, fact: GoldFact, doc: Doc, annotation: Annotation, total: EntityScore) -> None:
    found = re.search(r"\s+".join(map(re.escape, fact.evidence.split())), doc.text) if fact.evidence else None
    if not found:
        return
    low, high = _sentence(doc.text, *found.span())
    near = {
        index
        for span in annotation.spans
        if doc[span.start].idx < high and doc[span.end - 1].idx >= low
        for index in span.entities
    }
    entities = [annotation.entities[index] for index in near]
    reached = [any(_fits(e, end) for e in entities for end in ends) for ends in (fact.subjects, fact.objects)]
    total.facts += 1
    total.in_reach += all(reached)
    if not all(reached):
        missing = (fact.objects if reached[0] else fact.subjects)[0]
        total.out_of_reach.append((document, missing.names[0], " ".join(doc.text[low:high].split())))


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The evidence widened to whole sentences."""
    low = max((m.end() for m in _SENTENCE_END.finditer(text, 0, start)), default=0)
    after = _SENTENCE_END.search(text, max(end - 1, 0))
    return low, after.start() + 1 if after else len(text)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0
