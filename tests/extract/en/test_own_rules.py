"""A user's own frames: read beside the known ones, refused with a clear word when they are not valid."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.extract.pipeline import extract
from kg.model import Document, Relation

_EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "rules" / "teaches.yaml"
_TEXT = Document("a.txt", "Orbico Systems trains 300 nurses for the city of Lagos.")


def test_an_own_frame_states_a_fact() -> None:
    assert extract(_TEXT) == ()
    (fact,) = extract(_TEXT, rules=(_EXAMPLE,))
    assert (fact.relation, fact.rule, fact.domains) == (Relation.SUPPLIES, "supplies.trains-for", ())


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("rule: x", "must be a list of frames"),
        ("- rule: teaches.x", "not a valid Relation"),
        ("- {rule: supplies.x, verb: [train]}", "unknown key 'verb'"),
        ("- {rule: supplies.x, money: maybe}", "money must be one of"),
        ("- {rule: supplies.supply-to}", "have the same name"),
        ("- [", "not valid YAML"),
    ],
)
def test_a_bad_file_is_refused_by_name(content: str, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RuleError, match=complaint) as caught:
        extract(_TEXT, rules=(path,))
    assert "own.yaml" in str(caught.value) or "same name" in complaint
