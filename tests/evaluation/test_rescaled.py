from __future__ import annotations

import pytest

from kg.evaluation.fit import Reading, rescaled
from kg.extract.en.confidence import BIAS, probability
from kg.model import EntityType, Evidence, Fact, Mention, Relation

_ORBICO, _GDANSK = (Mention(name, name, EntityType.COMPANY) for name in ("Orbico", "Gdansk"))
_FACT = Fact("a.txt", _ORBICO, Relation.OWNS, _GDANSK, Evidence("Orbico owns Gdansk.", 0, 19))
_SURE, _UNSURE = (BIAS, "verb"), (BIAS, "guess")
_WEIGHTS = {BIAS: 2.0, "verb": 1.0, "guess": -1.0}


def _readings(features: tuple[str, ...], right: int, wrong: int) -> list[Reading]:
    return [Reading(_FACT, features, i < right) for i in range(right + wrong)]


def test_confidence_is_as_often_right_as_it_says_on_other_articles() -> None:
    weights = rescaled(_WEIGHTS, _readings(_SURE, 700, 300) + _readings(_UNSURE, 500, 500))
    assert probability(_SURE, weights) == pytest.approx(0.7, abs=0.02)
    assert probability(_UNSURE, weights) == pytest.approx(0.5, abs=0.02)


def test_what_was_surer_stays_surer() -> None:
    weights = rescaled(_WEIGHTS, _readings(_SURE, 6, 4) + _readings(_UNSURE, 5, 5))
    assert probability(_SURE, weights) > probability((BIAS,), weights) > probability(_UNSURE, weights)
