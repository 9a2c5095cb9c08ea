from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.extract import command
from tests.folder.conftest import Extractor


@pytest.fixture(autouse=True)
def extractor(monkeypatch: pytest.MonkeyPatch) -> Extractor:
    made = Extractor()
    monkeypatch.setattr("kg.extract.pipeline.extract", made)
    return made


def _run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(command, list(map(str, arguments)), input=stdin)


def test_a_fact_is_a_line_of_the_public_format(tmp_path: Path) -> None:
    path = tmp_path / "武汉.txt"
    path.write_text("Acme signed with Wuhan. Maybe signed with Hebei.", encoding="utf-8")
    done = _run(path, "--min-confidence", 0)
    assert done.exit_code == 0
    first, second = map(json.loads, done.stdout.splitlines())
    assert set(first) == {
        "doc", "subject", "relation", "object", "amount", "place", "role", "date", "status", "domains", "evidence",
        "confidence",
    }  # fmt: skip
    assert first["doc"] == "武汉.txt"
    assert set(first["subject"]) == {"name", "mention", "type", "id"}
    assert second["subject"]["name"] == "Maybe"
    assert len(_run(path).stdout.splitlines()) == 1


def test_standard_input() -> None:
    done = _run("-", stdin="Acme signed with Wuhan.")
    assert json.loads(done.stdout)["doc"] == "-"


@pytest.mark.parametrize(("names", "code"), [(["a.txt"], 0), (["a.txt", "none.txt"], 1), (["none.txt"], 2)])
def test_exit_codes(tmp_path: Path, names: list[str], code: int) -> None:
    (tmp_path / "a.txt").write_text("Acme signed with Wuhan.", encoding="utf-8")
    done = _run(*(tmp_path / name for name in names))
    assert done.exit_code == code
    assert ("there is no such file" in done.stderr) == (code > 0)


def test_facts_are_written_as_soon_as_their_article_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, extractor: Extractor
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("Acme signed with Wuhan.", encoding="utf-8")
    seen: list[str] = []

    class Out(io.BytesIO):
        def flush(self) -> None:
            seen.append(f"{len(extractor.seen)} read, {len(self.getvalue().splitlines())} written")

    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(Out()))
    command.main([str(tmp_path)], standalone_mode=False)
    assert seen[:2] == ["1 read, 1 written", "2 read, 2 written"]
