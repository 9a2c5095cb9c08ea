"""Documentation that cannot drift: commands of the pages run, generated parts are fresh, links lead somewhere."""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from kg.cli import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")] + sorted(
    (ROOT / "docs").rglob("*.md")
)
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)#]+)(?:#[^)]*)?\)")
_TARGET = re.compile(r"^([a-z]+):", re.MULTILINE)


def _blocks(text: str, language: str) -> list[str]:
    return [body for found, body in _BLOCK.findall(text) if found == language]


def _commands(text: str) -> list[list[str]]:
    lines = [line for block in _blocks(text, "console") for line in block.splitlines() if line.startswith("$ ")]
    return [shlex.split(line[2:], comments=True) for line in lines]


def _tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what the commands of the README read."""
    for name in ("seeds", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


@pytest.mark.slow
def test_the_kg_commands_of_the_readme_run_one_after_the_other(checkout: Path) -> None:
    commands = [words[1:] for words in _commands(README) if words[0] == "kg"]
    assert len(commands) >= 8
    assert commands[0][0] == "build"
    for words in commands:
        done = subprocess.run(
            [sys.executable, "-m", "kg", *words], cwd=checkout, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (words, done.stderr)


@pytest.mark.slow
def test_the_python_of_the_readme_runs(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(checkout)
    for block in _blocks(README, "python"):
        exec(compile(block, "README.md", "exec"), {})
    out = capsys.readouterr().out
    assert "Tencent partners_with Wuhan agreed 2020-04-03" in out
    assert (checkout / "graph.ttl").stat().st_size > 10_000


def test_the_make_targets_that_pages_name_are_there() -> None:
    targets = set(_TARGET.findall((ROOT / "Makefile").read_text(encoding="utf-8")))
    named = {words[1] for page in PAGES for words in _commands(page.read_text(encoding="utf-8")) if words[0] == "make"}
    assert {"demo", "test"} <= named <= targets


def test_the_first_screen_has_the_two_commands() -> None:
    first = "\n".join(README.splitlines()[:24])
    assert "$ make demo" in first
    assert "$ make test" in first


def test_the_command_reference_is_fresh(tmp_path: Path) -> None:
    """In a process of its own: click keeps the help option of a command that was once called without its group."""
    subprocess.run([sys.executable, str(ROOT / "tools" / "cli_reference.py"), str(tmp_path / "cli.md")], check=True)
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert page == (tmp_path / "cli.md").read_text(encoding="utf-8"), "run `make docs`"
    assert all(f"## kg {name}\n" in page for name in COMMANDS)


def test_the_numbers_of_the_readme_are_the_floors_of_the_gate() -> None:
    assert _tool("readme_numbers").renewed(README) == README, "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    links = [link for link in _LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing == []


def test_every_command_is_in_the_changelog() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"`kg {name}`" not in text] == []


def test_every_room_is_in_the_architecture() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [path.parent.name for path in (ROOT / "kg").glob("*/__init__.py")]
    assert [room for room in rooms if f"`kg/{room}/`" not in text] == []
