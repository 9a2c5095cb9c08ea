from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.view import command
from kg.errors import KgError, StoreError, ViewError
from kg.folder.readings import write_readings
from tests.view.samples import small


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    facts = {fact.id: fact for deal in small().deals for fact in deal.readings}
    write_readings(tmp_path, small().documents, facts.values())
    return tmp_path


def run(*arguments: object) -> str:
    """Run the command; errors come as they are."""
    done = CliRunner().invoke(command, [str(one) for one in arguments], catch_exceptions=False, standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.stdout


def test_it_writes_the_page_beside_the_graph(graph: Path) -> None:
    run("-g", graph)
    assert "Norrland Kraft" in (graph / "view.html").read_text(encoding="utf-8")


def test_it_writes_where_it_is_told(graph: Path, tmp_path: Path) -> None:
    run("-g", graph, "-o", tmp_path / "new" / "one.html", "--title", "A <b> title")
    assert "<title>A &lt;b&gt; title</title>" in (tmp_path / "new" / "one.html").read_text(encoding="utf-8")


def test_standard_output(graph: Path) -> None:
    assert run("-g", graph, "-o", "-").startswith("<!doctype html>")


def test_relations_and_time_cut(graph: Path) -> None:
    page = run("-g", graph, "-o", "-", "--relation", "partners_with", "--since", "2021")
    assert '"relation":"partners_with"' in page
    assert '"relation":"invests"' not in page


def test_focus_and_top_open_on_a_part(graph: Path) -> None:
    page = run("-g", graph, "-o", "-", "--focus", "Norrland Kraft", "--hops", "2", "--top", "3")
    assert '"opening":{"limit":3,"hops":2,"focus":' in page


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        (["--focus", "Nobody"], ViewError, "Nothing in this graph is called 'Nobody'"),
        (["--since", "last year"], ViewError, "'last year' is not a date"),
    ],
)
def test_what_it_cannot_do_it_says(graph: Path, arguments: list[str], error: type[KgError], message: str) -> None:
    with pytest.raises(error, match=message):
        run("-g", graph, *arguments)
    assert not (graph / "view.html").exists()


def test_a_folder_without_a_graph_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        run("-g", tmp_path / "nothing")


def test_open_shows_the_page(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []

    def show(address: str) -> bool:
        shown.append(address)
        return True

    monkeypatch.setattr("webbrowser.open", show)
    run("-g", graph, "--open")
    assert shown == [(graph / "view.html").resolve().as_uri()]
