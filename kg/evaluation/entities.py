"""How well the entity layer finds the entities of a gold annotation, measured before any relation is.

Only entities that are ends of required primary facts count: they are what the facts can be built from. An entity is
*found* when one of its names matches by the scorer's test, *typed* when the type is right too (`Place` and
`GovernmentBody` count as one), and *in reach* when some mention of it, of any kind, stands in or next to the sentence of
the fact's evidence. *Junk* is what was predicted as a party and matches no entity of the annotation.
"""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kg.extract.en.annotation import Annotation, DocEntity

SECONDARY = frozenset({"located_in", "participates_in"})
_PLACEISH = frozenset({"Place", "GovernmentBody"})
_PARTIES = frozenset({"Company", "GovernmentBody", "Organization", "Person"})

SameEntity = Callable[[dict[str, str], dict[str, Any]], bool]


@dataclass(slots=True)
class EntityScore:
    """Counts over a set of articles.

    Attributes:
        gold: Entities that are ends of required primary facts.
        found: Of them, with a matching name.
        typed: Of them, with a matching name and type.
        ends: Fact ends with evidence whose sentence could be located.
        reached: Of them, with a mention in the sentence of the evidence.
        facts: Facts both of whose ends were looked for.
        both: Of them, with both ends reached.
        parties: Predicted companies, government bodies, organizations and persons with a name.
        junk: Of them, matching no gold entity.
        misses: (document, gold names, type, what was found instead).
    """

    gold: int = 0
    found: int = 0
    typed: int = 0
    ends: int = 0
    reached: int = 0
    facts: int = 0
    both: int = 0
    parties: int = 0
    junk: int = 0
    by_type: dict[str, list[int]] = field(default_factory=dict)
    misses: list[tuple[str, str, str, str]] = field(default_factory=list)
    junk_names: list[tuple[str, str, str]] = field(default_factory=list)
    unreached: list[tuple[str, str, str]] = field(default_factory=list)

    def shares(self) -> dict[str, float]:
        """Found, typed, reached, both and junk as shares."""
        return {
            "found": _share(self.found, self.gold),
            "typed": _share(self.typed, self.gold),
            "reached": _share(self.reached, self.ends),
            "facts_in_reach": _share(self.both, self.facts),
            "junk": _share(self.junk, self.parties),
        }


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def score(
    gold: dict[str, Any], text: str, annotation: Annotation, offsets: list[int], same: SameEntity, total: EntityScore
) -> None:
    """Add one article to `total`.

    Args:
        gold: The annotation, as in GUIDELINES.md.
        text: The article.
        annotation: The entity layer's output.
        offsets: Character offset of each token, and of the end of the text.
        same: The scorer's test: (predicted names, gold entity) → whether they are one.
        total: Counts to add to.
    """
    facts = [f for f in gold["facts"] if f["r"] not in SECONDARY and not f.get("optional")]
    keys = list(dict.fromkeys(key for f in facts for key in (f["s"], f["o"])))
    named = [e for e in annotation.entities if e.type.value in _PARTIES and e.named and _asserted(e, annotation)]
    named = [e for e in named if not any(name.casefold() in annotation.outlets for name in e.names)]
    for key in keys:
        _score_entity(gold["doc"], gold["entities"][key], annotation.entities, same, total)
    for entity in named:
        total.parties += 1
        if not any(_matches(entity, g, same) for g in gold["entities"].values()):
            total.junk += 1
            total.junk_names.append((gold["doc"], entity.name, entity.type.value))
    for fact in facts:
        _score_reach(gold, fact, text, annotation, offsets, same, total)


def _asserted(entity: DocEntity, annotation: Annotation) -> bool:
    """Whether some mention of the entity is more than an adjective."""
    index = annotation.entities.index(entity)
    return any(index in s.entities and s.certainty > 0.35 for s in annotation.spans)


def _matches(entity: DocEntity, gold: dict[str, Any], same: SameEntity) -> bool:
    return any(same({"name": name}, gold) for name in (entity.name, *entity.names))


def _type_fits(entity: DocEntity, gold: dict[str, Any]) -> bool:
    return entity.type.value == gold["type"] or {entity.type.value, gold["type"]} <= _PLACEISH


def _score_entity(
    doc: str, gold: dict[str, Any], entities: Iterable[DocEntity], same: SameEntity, total: EntityScore
) -> None:
    matching = [e for e in entities if _matches(e, gold, same)]
    typed = any(_type_fits(e, gold) for e in matching)
    counts = total.by_type.setdefault(gold["type"], [0, 0, 0])
    total.gold += 1
    total.found += bool(matching)
    total.typed += typed
    counts[0] += 1
    counts[1] += bool(matching)
    counts[2] += typed
    if not typed:
        total.misses.append(
            (doc, " / ".join(gold["names"]), gold["type"], ", ".join(f"{e.name}:{e.type.value}" for e in matching))
        )


def _score_reach(
    gold: dict[str, Any],
    fact: dict[str, Any],
    text: str,
    annotation: Annotation,
    offsets: list[int],
    same: SameEntity,
    total: EntityScore,
) -> None:
    where = _evidence(fact.get("evidence", ""), text)
    if where is None:
        return
    low, high = _sentence(text, *where)
    hits = []
    for ends in ((fact["s"], *fact.get("also_s", ())), (fact["o"], *fact.get("also_o", ()))):
        golds = [gold["entities"][key] for key in ends]
        hit = any(
            offsets[s.start] < high
            and offsets[s.end] > low
            and any(_matches(annotation.entities[e], g, same) for e in s.entities for g in golds)
            for s in annotation.spans
        )
        hits.append(hit)
        total.ends += 1
        total.reached += hit
        if not hit:
            total.unreached.append(
                (gold["doc"], f"{ends[0]} ({fact['s']} {fact['r']} {fact['o']})", " ".join(text[low:high].split()))
            )
    total.facts += 1
    total.both += all(hits)


def _evidence(words: str, text: str) -> tuple[int, int] | None:
    pattern = r"\s+".join(re.escape(w) for w in words.split())
    found = re.search(pattern, text) if pattern else None
    return found.span() if found else None


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The evidence widened to whole sentences."""
    before = [m.end() for m in re.finditer(r"[.!?][”\"’')]*\s+(?=[A-Z“\"‘])|\n", text[:start])]
    after = re.search(r"[.!?][”\"’')]*(?=\s+[A-Z“\"‘]|\s*$|\n)|\n", text[end - 1 :])
    return (before[-1] if before else 0, end - 1 + after.end() if after else len(text))


def read_gold(folder: Path) -> list[dict[str, Any]]:
    """All gold files of a folder, by name."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


def scorer_test(path: Path) -> SameEntity:
    """`same_entity` of a scorer script."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python script")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    same: SameEntity = module.same_entity
    return same
