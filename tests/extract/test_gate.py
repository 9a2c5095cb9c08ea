"""The gate itself: it must bite, and its floors must not go down."""

from __future__ import annotations

import json
import math

import pytest

from kg.evaluation.entities import EntityScore
from kg.evaluation.score import Score
from tests.extract import gate


def test_a_number_below_its_floor_is_told() -> None:
    reached = {"primary F1": 0.79, "primary recall": 0.5}
    assert gate.below(reached, {"primary F1": 0.79}) == []
    assert gate.below(reached, {"primary F1": 0.8}) == ["primary F1 is 0.790, below its floor of 0.800"]


def test_a_number_that_is_gone_is_told() -> None:
    assert gate.below({}, {"owns recall": 0.1}) == ["owns recall is not measured"]


def test_floors_only_rise() -> None:
    floors = gate.raised({"a": 0.9876, "b": 0.3, "c": 1.0}, {"a": 0.5, "b": 0.4})
    assert floors == {"a": 0.987, "b": 0.4, "c": 1.0}


def test_forbidden_facts_fail() -> None:
    score = Score()
    score.forbidden = [("a.txt", None, None)] * 2  # type: ignore[list-item]
    assert list(gate.failures("dev", score, {}, 2)) == []
    assert list(gate.failures("dev", score, {}, 1)) == ["dev: 2 forbidden facts are asserted, more than 1"]


def test_every_set_has_floors_for_every_relation_it_annotates() -> None:
    floors = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
    assert set(floors) == set(gate.SETS)
    for name, (gold, docs) in gate.SETS.items():
        assert docs.is_dir()
        records = [json.loads(path.read_text(encoding="utf-8")) for path in gold.glob("*.json")]
        relations = {fact["r"] for record in records for fact in record["facts"] if not fact.get("optional")}
        least = floors[name]["at least"]
        assert {f"{relation} F1" for relation in relations} <= set(least)
        assert least["evidence grounded"] == 1.0
        assert all(0 <= value <= 1 and math.isfinite(value) for value in least.values())


def test_the_entity_layer_has_floors() -> None:
    floors = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
    measures = set(gate.entity_numbers(EntityScore()))
    for name in gate.ENTITY_SETS:
        least = floors[name]["entities at least"]
        assert set(least) == measures
        assert all(0.5 < value <= 1 for value in least.values())


def test_a_lost_entity_fails(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(gate, "evaluate_entities", lambda gold, docs: EntityScore(gold=4, found=3, typed=2))
    wrong, higher = gate.check_entities("dev", {"entities at least": {"entities found": 0.8, "entities typed": 0.4}})
    assert wrong == ["dev: entities found is 0.750, below its floor of 0.800"]
    assert higher == {"entities at least": {"entities found": 0.8, "entities typed": 0.5}}
    assert capsys.readouterr().out == "dev     entities: found 0.750  typed 0.500\n"


@pytest.mark.slow
def test_the_gate_fails_when_a_floor_is_too_high(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(gate, "SETS", {"dev-zh": gate.SETS["dev-zh"]})
    monkeypatch.setattr(gate, "below", lambda reached, floors: ["primary F1 is 0.500, below its floor of 0.900"])
    assert gate.main([]) == 1
    assert "gate: dev-zh: primary F1 is 0.500, below its floor of 0.900" in capsys.readouterr().out
