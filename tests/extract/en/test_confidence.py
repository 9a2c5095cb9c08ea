"""The confidence model: probabilities from weights that a person can read."""

from __future__ import annotations

import pytest

from kg.evaluation.fit import Reading, fit
from kg.extract.en.confidence import BIAS, load_weights, probability
from kg.model import EntityType, Evidence, Fact, Mention, Relation

_FACT = Fact(
    doc="a.txt",
    subject=Mention("A", "A", EntityType.COMPANY),
    relation=Relation.INVESTS,
    object=Mention("B", "B", EntityType.PLACE),
    evidence=Evidence("A B", 0, 3),
)


def test_probability_is_the_logistic_of_the_sum() -> None:
    assert probability(["a", "b", "unknown"], {"a": 1.0, "b": -1.0}) == pytest.approx(0.5)
    assert probability(["a"], {"a": 2.0}) == pytest.approx(0.8808, abs=1e-4)


def test_the_weights_of_the_package_are_there() -> None:
    assert load_weights()[BIAS] != 0.0


def test_fitting_finds_what_separates_right_from_wrong() -> None:
    rows = [Reading(_FACT, (BIAS, "good"), True)] * 20 + [Reading(_FACT, (BIAS, "bad"), False)] * 20
    weights = fit(rows)
    assert probability([BIAS, "good"], weights) > 0.7
    assert probability([BIAS, "bad"], weights) < 0.3
    assert weights == fit(rows)


def test_rare_features_get_no_weight() -> None:
    rows = [Reading(_FACT, (BIAS, "twice"), True)] * 2 + [Reading(_FACT, (BIAS,), False)] * 4
    assert set(fit(rows)) == {BIAS}
