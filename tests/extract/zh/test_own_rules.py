"""A user's own Chinese frames: read beside the known ones, refused with a clear word when they are not valid."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.extract.pipeline import extract
from kg.extract.zh.frames import frames
from kg.model import Document, Relation

_RULES = Path(__file__).resolve().parents[3] / "examples" / "rules"
_OWN, _ENGLISH = _RULES / "teaches-zh.yaml", _RULES / "teaches.yaml"
_TEXT = Document("a.txt", "远图科技有限公司为绍兴市培训三百名护士。", language="zh")
_FRAME = "id: x, relation: supplies, trigger: 培训, subject: 'subject: company', object: 'to: gov'"


def test_an_own_frame_states_a_fact() -> None:
    assert extract(_TEXT) == ()
    (fact,) = extract(_TEXT, rules=(_OWN,))
    assert (fact.subject.name, fact.relation, fact.object.name) == ("远图科技有限公司", Relation.SUPPLIES, "绍兴市")
    assert fact.rule == "supplies-trains-for"


def test_files_of_the_other_language_are_passed_over() -> None:
    assert len(extract(_TEXT, rules=(_ENGLISH, _OWN))) == 1
    english = Document("a.txt", "Orbico Systems trains 300 nurses for the city of Lagos.")
    assert len(extract(english, rules=(_ENGLISH, _OWN))) == 1


def test_every_example_of_the_shipped_file_holds() -> None:
    own = [frame for frame in frames((_OWN,)) if frame not in frames()]
    assert own
    for text, expected in (pair for frame in own for pair in frame.examples):
        found = {f"{f.subject.name}|{f.relation}|{f.object.name}" for f in extract(_document(text), rules=(_OWN,))}
        assert found == set(expected)


def test_a_relation_of_ones_own(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(f"language: zh\nframes: [{{{_FRAME.replace('supplies', 'trains')}}}]", encoding="utf-8")
    (fact,) = extract(_TEXT, rules=(path,))
    assert fact.relation == "trains"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("language: zh", "must be a list of frames, or for Chinese"),
        ("language: zh\nframes: [x]", "'x' is no frame"),
        ("language: zh\nframes: [{id: x}]", "is not valid"),
        (f"language: zh\nframes: [{{{_FRAME}, verb: y}}]", "unknown key 'verb'"),
        (f"language: zh\nframes: [{{{_FRAME.replace('to: gov', 'elsewhere: gov')}}}]", "no selector 'elsewhere'"),
        (f"language: zh\nframes: [{{{_FRAME.replace('to: gov', 'to: ship')}}}]", "no type 'ship'"),
        (f"language: zh\nframes: [{{{_FRAME.replace('id: x', 'id: build')}}}]", "same name: build"),
        (f"language: zh\nframes: [{{{_FRAME.replace('培训', '(')}}}]", "is not valid"),
    ],
)
def test_a_bad_file_is_refused_by_name(content: str, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RuleError, match=complaint) as caught:
        extract(_TEXT, rules=(path,))
    assert "own.yaml" in str(caught.value) or "same name" in complaint


def _document(text: str) -> Document:
    return Document("a.txt", text, published="2023-05-10", language="zh")
