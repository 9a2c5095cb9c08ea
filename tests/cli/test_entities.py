"""show, review and diff on a built folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import group
from kg.folder.build import write
from kg.model import Fact, Money, Relation
from kg.resolve import resolve
from kg.resolve.decisions import Kind, read
from tests.resolve.cases import L, article, fact, party

FACTS: list[Fact] = [
    fact("a", party("Acme"), Relation.INVESTS, party("Wuhan", L), amount=Money(15e9, "CNY"), confidence=0.9),
    fact("b", party("Acme"), Relation.INVESTS, party("Wuhan", L), amount=Money(10e9, "CNY"), confidence=0.9),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(resolve([article("a"), article("b")], FACTS), FACTS, tmp_path / "out")
    return tmp_path / "out"


def kg(*arguments: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments], input=text)


def test_show(folder: Path) -> None:
    result = kg("show", "acme", "-g", folder)
    assert result.exit_code == 0
    assert result.stdout.startswith("Acme (Company)\n")
    assert "15000000000 CNY" in result.stdout
    assert json.loads(kg("show", "Acme", "-g", folder, "-f", "json").stdout)["name"] == "Acme"
    assert kg("show", "Acme", "-g", folder, "-f", "markdown").stdout.startswith("# Acme\n")


def test_show_suggests_near_names(folder: Path) -> None:
    result = kg("show", "Acmee", "-g", folder)
    assert result.exit_code == 1
    assert "Did you mean Acme" in result.stderr


def test_review_lists_and_exits_well(folder: Path) -> None:
    result = kg("review", "-g", folder, "--list")
    assert result.exit_code == 0
    assert "which amount is right?" in result.stdout


def test_review_on_the_terminal_writes_each_answer_at_once_and_undo_takes_it_back(folder: Path) -> None:
    result = kg("review", "-g", folder, "--by", "me", text="2\nq\n")
    assert "1 answered" in result.stderr
    (decision,) = read(folder / "decisions.csv")
    assert (decision.kind, decision.by) == (Kind.AMOUNT, "me")
    assert decision.date
    assert "No open questions" in kg("review", "-g", folder, "--list").stderr
    assert kg("review", "-g", folder, "--undo", "1").exit_code == 0
    assert "which amount is right?" in kg("review", "-g", folder, "--list").stdout
    assert len(read(folder / "decisions.csv")) == 2, "the record is kept"


def test_skipping_decides_nothing(folder: Path) -> None:
    kg("review", "-g", folder, text="s\n")
    assert not (folder / "decisions.csv").exists()


def test_undo_without_decisions(folder: Path) -> None:
    assert kg("review", "-g", folder, "--undo", "1").exit_code == 1


def test_review_works_from_a_sheet(folder: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.csv"
    assert kg("review", "-g", folder, "--to", sheet).exit_code == 0
    sheet.write_text(sheet.read_text(encoding="utf-8-sig").replace("\n,", "\n1,", 1), encoding="utf-8")
    assert kg("review", "-g", folder, "--from", sheet, "--by", "me").exit_code == 0
    assert [decision.kind for decision in read(folder / "decisions.csv")] == [Kind.AMOUNT]


def test_a_decision_that_no_longer_applies_is_told(folder: Path) -> None:
    (folder / "decisions.csv").write_text("kind,a,b\nmerge,Acme,Nobody\n", encoding="utf-8")
    result = kg("review", "-g", folder, "--list")
    assert result.exit_code == 1
    assert "'merge Acme Nobody' no longer applies" in result.stderr


def test_diff(folder: Path, tmp_path: Path) -> None:
    write(resolve([article("a")], FACTS[:1]), FACTS[:1], tmp_path / "old")
    assert kg("diff", folder, folder).exit_code == 0
    result = kg("diff", tmp_path / "old", folder)
    assert result.exit_code == 1
    assert "~ Acme –invests– Wuhan" in result.stdout
    assert "+ article b" in result.stdout
    assert json.loads(kg("diff", tmp_path / "old", folder, "-f", "json").stdout)["new_documents"] == ["b"]
