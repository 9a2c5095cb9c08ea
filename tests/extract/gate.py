"""The extraction gate: fails when precision, recall or F1 falls below the floors in floors.json.

    python tests/extract/gate.py            compare with the floors
    python tests/extract/gate.py --raise    raise floors to what is reached now; it never lowers one

To lower a floor, edit floors.json by hand: that is a change for a reviewer to see.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.evaluation.entities import EntityScore, evaluate_entities
from kg.evaluation.run import evaluate
from kg.evaluation.score import Score

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.json"
ROOT = HERE.parent.parent
DATA = ROOT / "tests" / "data"
SETS = {
    "seeds": (DATA / "seeds" / "gold", ROOT / "seeds"),
    "dev": (DATA / "dev" / "gold", DATA / "dev" / "docs"),
    "dev-zh": (DATA / "dev-zh" / "gold", DATA / "dev-zh" / "docs"),
}
ENTITY_SETS = ("seeds", "dev")
"""Sets whose entity layer has floors of its own; it is English only."""
Numbers = dict[str, float]
"""Measure → value, all between 0 and 1, higher is better; `forbidden` is apart: lower is better."""
Floors = dict[str, Any]
"""Of one set: the floors of its facts ("at least", "forbidden at most") and of its entities ("entities at least")."""


def numbers(score: Score) -> Numbers:
    """What the floors are about."""
    found: Numbers = {"evidence grounded": score.grounded.value, "mean F1 of an article": score.mean_document_f1}
    for name, count in (("primary", score.total()), ("secondary", score.total(secondary=True))):
        found |= {f"{name} precision": count.precision, f"{name} recall": count.recall, f"{name} F1": count.f1}
    for relation, count in score.relations.items():
        if count.gold:
            found[f"{relation} F1"] = count.f1
    for name, share in score.qualifiers.items():
        if share.of:
            found[f"{name} right"] = share.value
    return found


def entity_numbers(score: EntityScore) -> Numbers:
    """What the floors of the entity layer are about."""
    shares = score.shares()
    return {"entities found": shares["found"], "entities typed": shares["typed"]}


def below(reached: Numbers, floors: Numbers) -> list[str]:
    """The measures that have fallen below their floor, or are gone, in words."""
    return [
        f"{name} is {reached[name]:.3f}, below its floor of {floor:.3f}"
        if name in reached
        else f"{name} is not measured"
        for name, floor in sorted(floors.items())
        if reached.get(name, -1.0) < floor
    ]


def raised(reached: Numbers, floors: Numbers) -> Numbers:
    """Floors at what is reached (to three places, down), where that is higher than before."""
    return {
        name: max(math.floor(value * 1000) / 1000, floors.get(name, 0.0)) for name, value in sorted(reached.items())
    }


def failures(name: str, score: Score, floors: Numbers, most_forbidden: int) -> Iterator[str]:
    """What is wrong with one set."""
    for words in below(numbers(score), floors):
        yield f"{name}: {words}"
    if len(score.forbidden) > most_forbidden:
        yield f"{name}: {len(score.forbidden)} forbidden facts are asserted, more than {most_forbidden}"


def check_facts(name: str, old: Floors) -> tuple[list[str], Floors]:
    """Measure the facts of one set: (what is wrong, its floors if raised)."""
    gold, docs = SETS[name]
    score = evaluate(gold, docs)
    least, most = old.get("at least", {}), old.get("forbidden at most", 0 if old else len(score.forbidden))
    count = score.total()
    print(
        f"{name:7} precision {count.precision:.3f}  recall {count.recall:.3f}  F1 {count.f1:.3f}  "
        f"forbidden {len(score.forbidden)}  grounded {score.grounded.value:.3f}"
    )
    higher = {"forbidden at most": min(most, len(score.forbidden)), "at least": raised(numbers(score), least)}
    return list(failures(name, score, least, most)), higher


def check_entities(name: str, old: Floors) -> tuple[list[str], Floors]:
    """Measure the entities of one set: (what is wrong, its floors if raised)."""
    gold, docs = SETS[name]
    reached, least = entity_numbers(evaluate_entities(gold, docs)), old.get("entities at least", {})
    print(f"{name:7} entities: found {reached['entities found']:.3f}  typed {reached['entities typed']:.3f}")
    wrong = [f"{name}: {words}" for words in below(reached, least)]
    return wrong, {"entities at least": raised(reached, least)}


def main(arguments: list[str]) -> int:
    """Measure every set; 1 when one is below its floors."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    wrong: list[str] = []
    higher: dict[str, Floors] = {name: {} for name in SETS}
    for check, names in ((check_facts, tuple(SETS)), (check_entities, tuple(n for n in SETS if n in ENTITY_SETS))):
        for name in names:
            failed, best = check(name, floors.get(name, {}))
            wrong += failed
            higher[name] |= best
    if "--raise" in arguments:
        FLOORS.write_text(json.dumps(floors | higher, indent=1) + "\n", encoding="utf-8")
    for words in wrong:
        print(f"gate: {words}")
    print("gate: failed" if wrong else "gate: no measure is below its floor")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
