"""A user's own names: known to the extractors of both languages while they read, and to nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.extract.en.gazetteer import longest_known, organizations
from kg.extract.own_names import current, using
from kg.extract.pipeline import extract
from kg.extract.zh.gazetteer import gazetteer
from kg.model import Document, EntityType
from kg.resolve.gazetteer import own_names

_NAMES = """name,type,aliases
Maria Otter,Company,Otter Works|丝绒水獭
Board of Small Ports,GovernmentBody,
Otterville,Place,
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "names.csv"
    path.write_text(_NAMES, encoding="utf-8")
    return path


def test_what_looks_like_a_person_is_a_company_because_the_user_says_so(file: Path) -> None:
    text = Document("a.txt", "On Monday Maria Otter signed an agreement with the Board of Small Ports.")
    assert extract(text) == ()
    (fact,) = extract(text, names=own_names(file))
    assert (fact.subject.name, fact.subject.type) == ("Maria Otter", EntityType.COMPANY)
    assert fact.object.name == "Board of Small Ports"


def test_a_chinese_name_is_known_too(file: Path) -> None:
    text = Document("a.txt", "丝绒水獭与杭州市人民政府签署战略合作协议。", language="zh")
    (fact,) = extract(text, names=own_names(file))
    assert (fact.subject.name, fact.subject.type) == ("丝绒水獭", EntityType.COMPANY)


def test_nothing_of_it_stays_behind(file: Path) -> None:
    with using(own_names(file)):
        assert "maria otter" in organizations()
        assert longest_known()["maria"] == 2
        assert "丝绒水獭" in gazetteer().names
        assert "otterville" not in organizations()
    assert current() is None
    assert "maria otter" not in organizations()
    assert "丝绒水獭" not in gazetteer().names


def test_no_file_is_no_names_and_a_bad_one_is_refused(tmp_path: Path) -> None:
    assert own_names(None) is None
    path = tmp_path / "names.csv"
    path.write_text("name,type\nOtter,Animal\n", encoding="utf-8")
    with pytest.raises(RuleError, match="line 2 has no type that kg knows"):
        own_names(path)
