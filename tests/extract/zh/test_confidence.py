"""How sure Chinese readings are: every relation is measured, and each trouble lowers a reading."""

from __future__ import annotations

import pytest

from kg.extract.zh import extract
from kg.extract.zh.confidence import confidence, measured
from kg.model import RELATIONS, Document, Relation


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


def test_the_limit_can_be_raised_and_lowered() -> None:
    article = Document(
        "a.txt",
        "华星公司昨日公告称，其董事长表示，公司与有关方面签署协议，将在江城市建设数据中心。",
        language="zh",
    )
    (unsure,) = extract(article, min_confidence=0.0)
    assert extract(article, min_confidence=unsure.confidence) == (unsure,)
    assert extract(article, min_confidence=unsure.confidence + 0.01) == ()
