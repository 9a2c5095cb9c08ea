"""Every script and notebook of examples/ runs; the queries have tests of their own in tests/store."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
WORDS = {
    "quickstart.py": "Tencent → Songjiang: 15,000,000,000 CNY",
    "spacy_pipeline.py": "Alibaba | invests | Hubei | planned",
    "network.py": "Tencent",
}
pytestmark = pytest.mark.slow


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.py")), ids=lambda path: path.name)
def test_a_script_runs_and_says_what_it_should(path: Path, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, str(path)], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert WORDS[path.name] in done.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.ipynb")), ids=lambda path: path.name)
def test_a_notebook_runs_from_top_to_bottom(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
    assert all(not cell.get("outputs") for cell in cells), "a notebook is kept without outputs"
    names: dict[str, object] = {}
    for number, cell in enumerate(code):
        exec(compile(cell, f"{path.name}[{number}]", "exec"), names)
    assert "Tencent" in capsys.readouterr().out
