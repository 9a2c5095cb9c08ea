from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DecisionError
from kg.model import Money, Relation
from kg.resolve import sheets
from kg.resolve.decisions import in_force
from kg.resolve.engine import run
from kg.resolve.questions import Question, Topic, questions
from tests.resolve.cases import L, article, fact, outcome, party

INVESTS, BUILDS = Relation.INVESTS, Relation.BUILDS
FACTS = [
    fact("a", party("Zeta Motors"), INVESTS, party("Hefei", L), amount=Money(15e9, "CNY"), confidence=0.9),
    fact("b", party("Zeta Motors"), INVESTS, party("Hefei", L), amount=Money(10e9, "CNY"), confidence=0.9),
    fact("c", party("Zeta Electronics"), INVESTS, party("Springfield", L), confidence=0.9),
    fact("d", party("Zeta"), INVESTS, party("Wuhan", L), confidence=0.3),
]


def asked() -> tuple[Question, ...]:
    return questions(outcome(FACTS))


def test_every_kind_of_question_is_asked_most_valuable_first() -> None:
    found = asked()
    assert {question.topic for question in found} == set(Topic)
    assert [q.value for q in found] == sorted((q.value for q in found), reverse=True)


def test_both_sides_have_their_evidence() -> None:
    for question in asked():
        assert question.sides
        assert all(side.quotes for side in question.sides), question


@pytest.mark.parametrize("topic", list(Topic))
def test_each_answer_ends_its_question(topic: Topic) -> None:
    for question in (q for q in asked() if q.topic is topic):
        for answer in question.answers:
            documents = [article(doc) for doc in "abcd"]
            found = run(documents, FACTS, answer.decisions)
            assert found.unapplied == (), answer
            left = questions(found, in_force(answer.decisions))
            assert question.text not in {other.text for other in left}, answer


def test_a_sheet_brings_the_answers_back(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    sheets.write(path, asked())
    assert sheets.read(path) == (), "nothing is answered yet"
    lines = path.read_text(encoding="utf-8-sig")
    first = asked()[0]
    key = first.answers[0].key
    path.write_text(lines.replace("\n,", f"\n{key},", 1), encoding="utf-8")
    assert [(d.kind, d.a, d.b) for d in sheets.read(path)] == [
        (d.kind, d.a, d.b) for d in first.answers[0].decisions
    ]  # fmt: skip


def test_a_wrong_answer_in_a_sheet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    sheets.write(path, asked())
    path.write_text(path.read_text(encoding="utf-8-sig").replace("\n,", "\nperhaps,", 1), encoding="utf-8")
    with pytest.raises(DecisionError, match="perhaps"):
        sheets.read(path)


def test_another_file_is_no_sheet(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(DecisionError, match="no sheet"):
        sheets.read(tmp_path / "x.csv")
