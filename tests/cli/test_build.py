from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

from kg.cli import build as module
from kg.cli.progress import Bar
from kg.documents import SkippedDocument
from kg.folder import Report
from tests.folder.conftest import Extractor

ARTICLES = {"a.txt": "Acme signed with Wuhan. Acme signed with Hebei.", "b.txt": "Globex signed with Wuhan."}


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("kg.extract.pipeline.extract", Extractor())
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(module.command, list(map(str, arguments)))


def test_the_table_goes_out_and_the_summary_to_the_side(articles: Path, tmp_path: Path) -> None:
    done = _run(articles, "-o", tmp_path / "out")
    assert done.exit_code == 0
    assert [line.split("  ")[0] for line in done.stdout.splitlines()] == [
        "FACT",
        "Acme –partners_with– Hebei",
        "Acme –partners_with– Wuhan",
        "Globex –partners_with– Wuhan",
    ]
    assert "2 documents, 3 readings (3 partners_with)" in done.stderr
    assert f"Written to {tmp_path / 'out'}: graph.html" in done.stderr


def test_without_changes_it_says_so(articles: Path, tmp_path: Path) -> None:
    _run(articles, "-o", tmp_path / "out")
    done = _run(articles, "-o", tmp_path / "out")
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.startswith("Nothing has changed: 2 documents, 3 readings")


def test_a_bad_file_is_reported_with_exit_code_1(articles: Path, tmp_path: Path) -> None:
    (articles / "c.txt").write_bytes(b"")
    done = _run(articles, "-o", tmp_path / "out")
    assert done.exit_code == 1
    assert f"kg: skipped {articles / 'c.txt'}: is empty.\n" in done.stderr
    assert "; 1 skipped" in done.stderr


def test_rows_limit_the_table(articles: Path, tmp_path: Path) -> None:
    assert _run(articles, "-o", tmp_path / "out", "--rows", 1).stdout.endswith("… and 2 more\n")


def test_standard_input_is_refused(tmp_path: Path) -> None:
    done = _run("-", "-o", tmp_path / "out")
    assert done.exit_code == 2
    assert "kg extract -" in done.stderr


def test_many_skipped_documents_are_summed_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    skipped = tuple(SkippedDocument(f"{number}", f"{number}: no.") for number in range(1500))
    monkeypatch.setattr(module, "build", lambda *_: Report(None, 1, {}, 0, skipped))
    done = _run(tmp_path)
    assert done.stderr.count("kg: skipped") == 20
    assert "and 1,480 more were skipped" in done.stderr


@pytest.mark.parametrize(("seconds", "shown"), [(0.1, False), (0.6, True)])
def test_the_bar_waits_for_a_second(seconds: float, shown: bool) -> None:
    now = iter(range(100))
    bar = Bar(Console(force_terminal=True, quiet=True), lambda: next(now) * seconds)
    for done in range(3):
        bar.update(done, 5)
    assert bar.shown is shown
    bar.close()
