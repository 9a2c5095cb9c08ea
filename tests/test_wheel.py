"""The wheel holds all that an installed kg needs: build it, install it into an empty environment, use it elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    [found] = folder.glob("*.whl")
    return found


def test_data_and_types_travel_along(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {"kg/py.typed", "kg/_data/ontology/kg.ttl", "kg/_data/seeds/sources.csv", "kg/_data/seeds/tencent-g60.txt"}
    assert wanted <= names
    for folder in ("kg", "ontology", "seeds"):
        prefix = "" if folder == "kg" else "kg/_data/"
        files = [path for path in (ROOT / folder).rglob("*") if path.is_file() and "__pycache__" not in path.parts]
        missing = [path for path in files if prefix + path.relative_to(ROOT).as_posix() not in names]
        assert missing == []
    assert not any(name.startswith(("tests/", "docs/")) for name in names)


def test_an_installed_kg_builds_a_graph_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    """The dependencies are lent from this environment; kg itself comes from the wheel alone."""
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "env")], check=True)
    _run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel))
    _lend_packages(python)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    where = _run(python, "-c", "import kg; print(kg.__file__)", cwd=elsewhere, env=environment)
    assert where.startswith(str(tmp_path / "env"))
    code = "from kg.resources import data_dir; print(data_dir('seeds'))"
    seeds = _run(python, "-c", code, cwd=elsewhere, env=environment).strip()
    assert seeds.startswith(str(tmp_path / "env"))
    table = _run(tmp_path / "env" / "bin" / "kg", "build", seeds, "-o", "graph", cwd=elsewhere, env=environment)
    assert "Tencent –invests– 15B CNY –Songjiang" in table
    assert {"graph.ttl", "graph.html", "facts.jsonl"} <= {path.name for path in (elsewhere / "graph").iterdir()}
    answer = _run(
        tmp_path / "env" / "bin" / "kg", "query", "partners-of-hebei", "-g", "graph", cwd=elsewhere, env=environment
    )
    assert "Alibaba" in answer
    assert _run(python, "-m", "kg", "--version", cwd=elsewhere, env=environment).startswith("kg, version")


def _lend_packages(python: Path) -> None:
    """Let the environment see this one's packages, without this checkout."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    own = Path(_run(python, "-c", code).strip())
    lent = Path(_run(Path(sys.executable), "-c", code).strip())
    for entry in lent.iterdir():
        is_kg = entry.name.startswith(("kg", "_kg", "__editable__")) or entry.suffix == ".pth"
        if not is_kg and not (own / entry.name).exists():
            (own / entry.name).symlink_to(entry)


def _run(*command: str | Path, **options: object) -> str:
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stderr
    return str(done.stdout)
