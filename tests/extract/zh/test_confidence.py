"""How sure Chinese readings are: every relation is measured, and each trouble lowers a reading."""

from __future__ import annotations

import pytest

from kg.extract.zh.confidence import confidence, measured
from kg.model import RELATIONS, Relation


@pytest.mark.parametrize("relation", [*RELATIONS, Relation("trains")])
def test_every_relation_has_a_share(relation: Relation) -> None:
    assert 0 < measured(relation) < 1


@pytest.mark.parametrize("trouble", ["distance", "carried", "coreference", "weak name", "title"])
def test_trouble_lowers_a_reading(trouble: str) -> None:
    plain = confidence({"frame": 0.9}, Relation.PARTNERS_WITH)
    assert confidence({"frame": 0.9, trouble: 1.0}, Relation.PARTNERS_WITH) < plain


def test_what_is_often_misread_is_less_sure() -> None:
    assert confidence({"frame": 0.9}, Relation.BUILDS) < confidence({"frame": 0.9}, Relation.LEADS)


def test_it_stays_within_its_bounds() -> None:
    assert confidence({"frame": 0.1, "distance": 9.0, "carried": 1.0}, Relation.FUNDS) == pytest.approx(0.05)
