from __future__ import annotations

import csv
from collections import Counter

import pytest

from kg.model import EntityType
from kg.resolve import gazetteer
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.scoring import Outcome, compare
from tests.resolve.gold import DATA

C, P = EntityType.COMPANY, EntityType.PERSON
NONE = Gazetteer()


@pytest.mark.parametrize(
    ("left", "right", "kind", "outcome", "reason"),
    [
        ("Norrland Battery AB", "Norrland Battery", C, Outcome.MERGE, "without legal form"),
        ("Oakhurst Technologies", "Oakhurst", C, Outcome.MERGE, "only describes"),
        ("Oakhurst", "Oakhurst Cloud", C, Outcome.APART, "division"),
        ("Trans Baltic Rail Company", "TBRC", C, Outcome.MERGE, "first letters"),
        ("Oslo Brightwater Systems", "Brightwater", C, Outcome.ASK, "left out"),
        ("Eastland Steel", "Westland Steel", C, Outcome.APART, "different"),
        ("Hebei Mining Machinery", "Hubei Mining Machinery", C, Outcome.APART, "different"),
        ("Brightwatter Desalination", "Brightwater Desalination", C, Outcome.MERGE, "spelling differs"),
        ("Line 3 Holdings Metro", "Line 4 Holdings Metro", C, Outcome.APART, "different"),
        ("远山科技", "远山", C, Outcome.MERGE, "only describes"),
        ("远山科技", "远山能源", C, Outcome.APART, "different"),
        ("Ines Carvalho", "Dr Ines Carvalho", P, Outcome.MERGE, "full name"),
        ("Zhang Zhantao", "Zhantao Zhang", P, Outcome.MERGE, "another order"),
        ("I. Carvalho", "Ines Carvalho", P, Outcome.ASK, "initial"),
        ("Ines Carvalho", "Ivo Carvalho", P, Outcome.APART, "different"),
        ("曾毓群", "Zeng Yuqun", P, Outcome.ASK, "pinyin"),
    ],
)
def test_outcomes_and_their_reasons(left: str, right: str, kind: EntityType, outcome: Outcome, reason: str) -> None:
    score = compare(left, right, kind, NONE)
    assert (score.outcome, reason in " ".join(score.reasons)) == (outcome, True), score


def test_the_order_does_not_matter() -> None:
    for left, right in (("Oakhurst", "Oakhurst Cloud"), ("TBRC", "Trans Baltic Rail Company")):
        assert compare(left, right, C, NONE).value == compare(right, left, C, NONE).value


def test_a_person_is_no_company() -> None:
    assert compare("Ford", "Ford", P, NONE, C).outcome is Outcome.APART


def test_name_pairs() -> None:
    """The labelled pairs: the floors are those promised to users."""
    counts: Counter[tuple[bool, bool]] = Counter()
    with (DATA / "name_pairs.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            score = compare(row["left"], row["right"], EntityType(row["type"]), gazetteer.load())
            counts[score.outcome is Outcome.MERGE, row["same"] == "yes"] += 1
    right, wrong, missed = counts[True, True], counts[True, False], counts[False, True]
    precision, recall = right / (right + wrong), right / (right + missed)
    assert sum(counts.values()) >= 300
    assert precision >= 0.98
    assert 2 * precision * recall / (precision + recall) >= 0.97
