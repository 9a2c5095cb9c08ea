"""The scorer on small hand-made annotations, and against the program that it was written after."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kg.errors import DocumentError
from kg.evaluation.gold import GoldDocument, read_gold
from kg.evaluation.matching import match, once
from kg.evaluation.report import as_json, lines
from kg.evaluation.score import Score, score
from kg.facts import from_log, read_log
from kg.model import Fact

DATA = Path(__file__).resolve().parent.parent / "data"
ORIGINAL = DATA.parent.parent.parent / "shared" / "eval" / "score.py"
PREDICTED = Path(__file__).resolve().parent / "predicted.jsonl"

GOLD: dict[str, Any] = {
    "doc": "a.txt",
    "entities": {
        "acme": {"type": "Company", "names": ["Acme"]},
        "beta": {"type": "Company", "names": ["Beta"]},
        "wuhan": {"type": "Place", "names": ["Wuhan"]},
        "plant": {"type": "Facility", "names": ["battery plant"]},
        "expo": {"type": "Event", "names": ["Expo"]},
    },
    "facts": [
        {"s": "acme", "r": "invests", "o": "wuhan", "amount": [100, "CNY"], "amounts_also": [[14, "USD"]],
         "date": "2020-03", "status": "planned", "status_also": ["agreed"], "domains": ["AI"]},
        {"s": "acme", "r": "partners_with", "o": "wuhan", "or": ["supplies"]},
        {"s": "acme", "r": "builds", "o": "plant", "also_s": ["beta"], "optional": True},
        {"s": "acme", "r": "participates_in", "o": "expo"},
    ],
    "forbidden": [
        {"s": "acme", "r": "owns", "o": "beta", "why": "denied"},
        {"s": "beta", "r": "invests", "o": "wuhan", "amount": "any", "why": "no sum"},
        {"s": "beta", "r": "supplies", "o": "wuhan", "status": "agreed", "why": "only offered"},
    ],
}  # fmt: skip
_TYPES = {"Acme": "Company", "Beta": "Company", "Wuhan": "Place", "new battery plant": "Facility", "Expo": "Event"}


def _fact(subject: str, relation: str, object_: str, **rest: Any) -> Fact:  # noqa: ANN401 - fields of the format
    parties = {"subject": subject, "object": object_}
    named = {side: {"name": name, "type": _TYPES[name]} for side, name in parties.items()}
    evidence = {"text": "Acme", "start": 0, "end": 4}
    return from_log({"doc": "a.txt", "relation": relation, "evidence": evidence, **named, **rest})


@pytest.fixture
def gold(tmp_path: Path) -> GoldDocument:
    (tmp_path / "a.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return read_gold(tmp_path)[0]


def _score(gold: GoldDocument, *facts: Fact) -> Score:
    return score([gold], facts, {"a.txt": "Acme and Beta"})


def test_all_right(gold: GoldDocument) -> None:
    invests = _fact("Acme", "invests", "Wuhan", amount={"value": 14, "currency": "USD"}, date="2020-03-05",
                    status="agreed", domains=["ai"])  # fmt: skip
    found = _score(gold, invests, _fact("Wuhan", "partners_with", "Acme"), _fact("Acme", "participates_in", "Expo"))
    assert (found.total().precision, found.total().recall, found.total().f1) == (1, 1, 1)
    assert (found.total(secondary=True).gold, found.total(secondary=True).found) == (1, 1)
    assert {name: (share.right, share.of) for name, share in found.qualifiers.items()} == {
        "amount": (1, 1),
        "date": (1, 1),
        "domains": (1, 1),
        "status": (1, 1),
    }
    assert (found.mean_document_f1, found.grounded.value) == (1, 1)


def test_nothing_found(gold: GoldDocument) -> None:
    found = _score(gold)
    assert (found.total().precision, found.total().recall, found.total().f1) == (0, 0, 0)
    assert [fact.label for _, fact in found.missed] == [
        "acme invests wuhan",
        "acme partners_with wuhan",
        "acme participates_in expo",
    ]


def test_an_optional_fact_is_neither_gain_nor_loss(gold: GoldDocument) -> None:
    found = _score(gold, _fact("Beta", "builds", "new battery plant"))
    assert (found.total().predicted, found.total().gold) == (0, 2)
    assert found.wrong == []


def test_a_fact_said_twice_is_one(gold: GoldDocument) -> None:
    twice = [
        _fact("Acme", "invests", "Wuhan"),
        _fact("Acme", "invests", "Wuhan", amount={"value": 100, "currency": "CNY"}),
    ]
    assert len(once(twice)) == 1
    assert _score(gold, *twice).total().predicted == 1


def test_another_relation_that_is_allowed_is_right_once(gold: GoldDocument) -> None:
    found = _score(gold, _fact("Acme", "supplies", "Wuhan"), _fact("Acme", "partners_with", "Wuhan"))
    assert (found.total().found, found.total().predicted, found.total().right) == (1, 1, 1)


def test_wrong_facts_count_against_precision_and_their_rule(gold: GoldDocument) -> None:
    found = _score(gold, _fact("Wuhan", "invests", "Acme", rule="bad"), _fact("Acme", "invests", "Wuhan", rule="good"))
    assert found.total().precision == 0.5
    assert {name: (share.right, share.of) for name, share in found.rules.items()} == {"bad": (0, 1), "good": (1, 1)}


@pytest.mark.parametrize(
    ("fact", "forbidden"),
    [
        (_fact("Acme", "owns", "Beta"), 1),
        (_fact("Beta", "owns", "Acme"), 0),
        (_fact("Beta", "invests", "Wuhan"), 0),
        (_fact("Beta", "invests", "Wuhan", amount={"value": 3, "currency": "CNY"}), 1),
        (_fact("Beta", "supplies", "Wuhan", status="proposed"), 0),
        (_fact("Beta", "supplies", "Wuhan", status="agreed"), 1),
    ],
)
def test_forbidden_facts(gold: GoldDocument, fact: Fact, forbidden: int) -> None:
    assert len(match(gold, [fact]).forbidden) == forbidden


def test_evidence_must_stand_at_its_place(gold: GoldDocument) -> None:
    moved = _fact("Acme", "invests", "Wuhan", evidence={"text": "Acme", "start": 1, "end": 5})
    assert _score(gold, moved).grounded.value == 0


def test_the_report_has_every_number(gold: GoldDocument) -> None:
    found = _score(gold, _fact("Acme", "invests", "Wuhan", rule="good"), _fact("Acme", "owns", "Beta", rule="bad"))
    text = "\n".join(lines(found, rules=True, details=True))
    assert "primary    P 0.500  R 0.500  F1 0.500   (2 predicted, 2 annotated)" in text
    assert "FORBIDDEN  a.txt  Acme owns Beta: denied" in text
    assert "0/1    bad" in text
    assert as_json(found)["by_rule"] == {"bad": {"right": 0, "of": 1}, "good": {"right": 1, "of": 1}}


@pytest.mark.parametrize("damage", ["{", "[]", '{"doc": "a", "entities": {}, "facts": [{"s": "x"}]}'])
def test_a_damaged_annotation_is_named(tmp_path: Path, damage: str) -> None:
    (tmp_path / "a.json").write_text(damage, encoding="utf-8")
    with pytest.raises(DocumentError, match=r"a\.json: is not a valid annotation"):
        read_gold(tmp_path)


def test_a_folder_without_annotations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="holds no annotations"):
        read_gold(tmp_path)


def _pinned() -> Score:
    with PREDICTED.open(encoding="utf-8") as rows:
        facts = list(read_log(rows, str(PREDICTED)))
    texts = {path.name: path.read_text(encoding="utf-8") for path in (DATA / "dev" / "docs").glob("*.txt")}
    return score(read_gold(DATA / "dev" / "gold"), facts, texts)


def test_the_numbers_of_fixed_predictions_stay() -> None:
    """`predicted.jsonl` is what an early extractor found in tests/data/dev; the original computed its numbers."""
    pinned = json.loads(PREDICTED.with_name("predicted.score.json").read_text(encoding="utf-8"))
    assert _comparable(as_json(_pinned())) == pinned


@pytest.mark.skipif(not ORIGINAL.is_file(), reason="the original scorer lies outside of the project and is not here")
def test_the_numbers_are_those_of_the_original() -> None:
    command = [sys.executable, str(ORIGINAL), "--gold", str(DATA / "dev" / "gold"), "--pred", str(PREDICTED)]
    done = subprocess.run(
        [*command, "--docs", str(DATA / "dev" / "docs"), "--json"], capture_output=True, text=True, check=True
    )
    assert _comparable(as_json(_pinned())) == _comparable(json.loads(done.stdout))


@pytest.mark.skipif(not ORIGINAL.is_file(), reason="the original scorer lies outside of the project and is not here")
def test_names_are_normalized_as_by_the_original() -> None:
    from kg.evaluation.names import normal

    spec = importlib.util.spec_from_file_location("original", ORIGINAL)
    assert spec
    assert spec.loader
    original = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(original)
    names = {
        name
        for folder in ("dev", "dev-zh", "seeds")
        for path in (DATA / folder / "gold").glob("*.json")
        for entity in json.loads(path.read_text(encoding="utf-8"))["entities"].values()
        for name in entity["names"]
    }
    assert len(names) > 500
    for name in names:
        for place in (True, False):
            assert normal(name, place) == original.norm(name, place), name


def _comparable(numbers: dict[str, Any]) -> dict[str, Any]:
    relations = {
        relation: (
            counts.get("gold", 0),
            counts.get("found", counts.get("hit", 0)),
            counts.get("predicted", counts.get("pred", 0)),
            counts.get("right", counts.get("true", 0)),
        )
        for relation, counts in numbers["by_relation"].items()
    }
    kept = ("docs", "primary", "secondary", "forbidden_asserted", "mean_document_f1", "grounded", "qualifiers")
    found = {key: numbers[key] for key in kept} | {"by_relation": relations}
    back: dict[str, Any] = json.loads(json.dumps(found))
    return back
