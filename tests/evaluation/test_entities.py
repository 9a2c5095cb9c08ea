"""The entity layer's own score on an article and annotation made for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.evaluation.entities import evaluate_entities

_TEXT = (
    "Tencent will build a data centre in Kenya. The company signed an agreement with Kenya's Ministry of Health. "
    "Apple did not comment."
)
_GOLD = {
    "doc": "one.txt",
    "published": None,
    "language": "en",
    "entities": {
        "t": {"type": "Company", "names": ["Tencent"]},
        "d": {"type": "Facility", "names": ["data centre"]},
        "m": {"type": "GovernmentBody", "names": ["Ministry of Health"]},
        "z": {"type": "Company", "names": ["Zorax"]},
    },
    "facts": [
        {"s": "t", "r": "builds", "o": "d", "evidence": "will build a data centre"},
        {"s": "t", "r": "partners_with", "o": "m", "evidence": "signed an agreement"},
        {"s": "z", "r": "partners_with", "o": "m", "evidence": "signed an agreement"},
        {"s": "z", "r": "owns", "o": "t", "optional": True, "evidence": "did not comment"},
    ],
}


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    gold, docs = tmp_path / "gold", tmp_path / "docs"
    gold.mkdir()
    docs.mkdir()
    (gold / "one.json").write_text(json.dumps(_GOLD), encoding="utf-8")
    (docs / "one.txt").write_text(_TEXT, encoding="utf-8")
    return gold, docs


def test_counts(folders: tuple[Path, Path]) -> None:
    score = evaluate_entities(*folders)
    assert (score.gold, score.found, score.typed) == (4, 3, 3)
    assert (score.facts, score.in_reach) == (3, 2)
    assert score.missed == [("one.txt", "Zorax", "Company")]
    assert [name for _, name, _ in score.junk_names] == ["Apple"]
    assert [missing for _, missing, _ in score.out_of_reach] == ["Zorax"]


def test_shares(folders: tuple[Path, Path]) -> None:
    assert evaluate_entities(*folders).shares() == {
        "found": 0.75,
        "typed": 0.75,
        "facts_in_reach": 0.6667,
        "junk": 0.3333,
    }


def test_articles_without_text_and_in_other_languages_are_left_out(folders: tuple[Path, Path]) -> None:
    gold, docs = folders
    for name, language in (("gone.txt", "en"), ("zh.txt", "zh")):
        record = {**_GOLD, "doc": name, "language": language}
        (gold / f"{name}.json").write_text(json.dumps(record), encoding="utf-8")
    (docs / "zh.txt").write_text(_TEXT, encoding="utf-8")
    assert evaluate_entities(gold, docs).gold == 4
