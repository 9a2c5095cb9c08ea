from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.folder import build, load
from kg.folder.explain import explain
from kg.folder.readings import read_facts
from tests.folder.conftest import Extractor


@pytest.fixture
def out(extractor: Extractor, articles: Path, tmp_path: Path) -> Path:
    build([articles], tmp_path / "out")
    return tmp_path / "out"


def test_a_reading_is_explained_by_its_words_and_rule(out: Path) -> None:
    fact = next(read_facts(out))
    text = "\n".join(explain(out, fact.id[:10]))
    assert text.startswith("Acme –partners_with– Wuhan")
    assert "«Acme signed with Wuhan.» Acme signed with Hebei." in text
    assert "rule:        test" in text
    assert "source:      a.txt" in text


def test_a_deal_is_explained_by_its_readings(out: Path) -> None:
    deal = load(out).deals[0]
    for wanted in (deal.id, deal.id.rsplit("/", 1)[-1]):
        lines = list(explain(out, wanted))
        assert lines[0] == f"{deal.id}: 1 reading, confidence {deal.confidence:.2f}"
        assert "Wuhan" in "\n".join(lines) or "Hebei" in "\n".join(lines)


def test_an_unknown_or_doubtful_id_is_refused(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(StoreError, match="no fact 'zzz'"):
        list(explain(out, "zzz"))
    with pytest.raises(StoreError, match="no fact ''"):
        list(explain(out, ""))
    monkeypatch.setattr("kg.model.Fact.id", "same0000")
    with pytest.raises(StoreError, match="give more of it"):
        list(explain(out, "same"))
