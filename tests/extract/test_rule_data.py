"""The data files of the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.extract.rules import DATA


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.yaml")), ids=lambda path: path.name)
def test_no_list_stands_twice_in_a_file(path: Path) -> None:
    names = re.findall(r"^(\w+):", path.read_text("utf-8"), re.MULTILINE)
    assert sorted(names) == sorted(set(names))
