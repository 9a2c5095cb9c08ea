"""The data files of the page: template, style, scripts, looks, outline."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).resolve().parent


@cache
def read_text(name: str) -> str:
    """Text of an asset, UTF-8."""
    return (_FOLDER / name).read_text(encoding="utf-8")


@cache
def read_json(name: str) -> dict[str, Any]:
    """Content of a JSON asset; shared, so not to be changed."""
    content: dict[str, Any] = json.loads(read_text(name))
    return content
