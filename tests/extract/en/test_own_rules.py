"""A user's own frames: read beside the known ones, refused with a clear word when they are not valid."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.extract.en.frames import frames
from kg.extract.pipeline import extract
from kg.model import RELATIONS, Document, Relation

_EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "rules" / "teaches.yaml"
_TRAINS = _EXAMPLE.with_name("trains.yaml")
_TEXT = Document("a.txt", "Orbico Systems trains 300 nurses for the city of Lagos.")


def test_an_own_frame_states_a_fact() -> None:
    assert extract(_TEXT) == ()
    (fact,) = extract(_TEXT, rules=(_EXAMPLE,))
    assert (fact.relation, fact.rule, fact.domains) == (Relation.SUPPLIES, "supplies.trains-for", ())


def test_every_frame_of_an_own_relation_gives_what_its_example_says() -> None:
    for frame in frames((_TRAINS,)).frames:
        if frame.relation.own:
            found = extract(Document("a.txt", frame.example), rules=(_TRAINS,))
            ends = [f"{fact.subject.name} > {fact.object.name}" for fact in found if fact.relation is frame.relation]
            assert ends == list(frame.gives), frame.rule


def test_the_package_has_frames_of_the_eleven_only() -> None:
    assert not {frame.relation for frame in frames().frames} - set(RELATIONS)


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("rule: x", "must be a list of frames"),
        ("- rule: Teaches.x", "no name of a relation"),
        ("- rule: partner_with.x", "none of the eleven relations"),
        ("- {rule: trains.x, subject_types: [Company]}", "needs subject_types and object_types"),
        (
            "- {rule: trains.x, sides: {a: [agent], b: [with]}, subject_types: [Company], object_types: [Company]}",
            "not sides",
        ),
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
