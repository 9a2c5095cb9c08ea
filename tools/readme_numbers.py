"""Write the table of numbers into README.md from the floors of the extraction gate.

python tools/readme_numbers.py README.md
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

FLOORS = Path(__file__).resolve().parent.parent / "tests" / "extract" / "floors.json"
BEGIN = "<!-- numbers: written by `make docs` from tests/extract/floors.json -->"
END = "<!-- end of numbers -->"
_COLUMNS = {
    "precision": "primary precision",
    "recall": "primary recall",
    "F1": "primary F1",
    "amounts right": "amount right",
    "evidence in place": "evidence grounded",
}


def table() -> str:
    """The table in Markdown."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    lines = [
        f"| articles | {' | '.join(_COLUMNS)} | forbidden facts |",
        f"| --- |{' --- |' * (len(_COLUMNS) + 1)}",
    ]
    for name, floor in floors.items():
        cells = [f"{floor['at least'][key]:.2f}" for key in _COLUMNS.values()]
        lines.append(f"| {name} | {' | '.join(cells)} | {floor['forbidden at most']} |")
    return "\n".join(lines)


def renewed(text: str) -> str:
    """The page with the table as it is now."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    page = Path(sys.argv[1])
    page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8")
