"""What holds for the whole project: lock files, the two commands, the size of things."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {name: (ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-dev.lock")}
_PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", re.MULTILINE)
_FORBIDDEN = ("en-core-web-trf", "en-core-web-md", "en-core-web-lg", "zh-core-web-sm", "triplet-extract")
"""Packages that are not what their names say, or whose licence does not go with ours."""


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_every_package_with_hashes_and_names_no_index(name: str) -> None:
    text = LOCKS[name]
    pins = _PIN.findall(text)
    assert len(pins) > 50
    assert text.count("--hash=sha256:") >= len(pins)
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text
    assert not {package for package, _ in pins} & set(_FORBIDDEN)


def test_the_development_lock_holds_the_plain_one() -> None:
    plain, dev = (dict(_PIN.findall(text)) for text in LOCKS.values())
    assert {name: version for name, version in plain.items() if dev.get(name) != version} == {}


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    asked = {
        "requirements.lock": [*project["dependencies"], *extras["build"]],
        "requirements-dev.lock": [*project["dependencies"], *(word for words in extras.values() for word in words)],
    }
    for name, words in asked.items():
        packages = {re.split(r"[^A-Za-z0-9._-]", word, maxsplit=1)[0].lower() for word in words}
        assert packages - {"kg"} <= {package for package, _ in _PIN.findall(LOCKS[name])}, "run `make lock`"


def test_installing_without_a_python_says_so(tmp_path: Path) -> None:
    for name in ("tools/install", "pyproject.toml", "requirements.lock"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    old = tmp_path / "python3.11"
    old.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    for python, words in ((str(old), "is not a Python 3.11 or newer"), (None, "Python 3.11 or newer is missing")):
        environment = {"PATH": _tools(tmp_path), **({"PYTHON": python} if python else {})}
        done = subprocess.run(
            ["/bin/sh", str(tmp_path / "tools" / "install")],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2
        assert words in done.stderr
        assert done.stderr.count("\n") == 1


def _tools(folder: Path) -> str:
    """A PATH with the tools that the script needs and no Python."""
    bin_folder = folder / "bin"
    bin_folder.mkdir(exist_ok=True)
    for name in ("dirname", "cat", "cksum", "rm"):
        found = subprocess.run(["/bin/sh", "-c", f"command -v {name}"], capture_output=True, text=True, check=True)
        if not (bin_folder / name).exists():
            (bin_folder / name).symlink_to(found.stdout.strip())
    return str(bin_folder)


def test_the_check_runs_every_step_and_ci_runs_the_readmes_command() -> None:
    check = (ROOT / "check").read_text(encoding="utf-8")
    assert [
        word for word in ("ruff check", "ruff format --check", "mypy", "gate.py", "pytest") if word not in check
    ] == []
    assert "make test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_functions_and_modules_stay_small() -> None:
    """The median module is about 100 lines, few are over 400 (data and tests aside)."""
    sizes = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "kg").rglob("*.py"))
    assert sizes[len(sizes) // 2] <= 130
    assert len([size for size in sizes if size > 400]) <= len(sizes) // 20
    assert max(sizes) <= 600
