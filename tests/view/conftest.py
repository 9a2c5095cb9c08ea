"""Graphs for the tests of the page, made by hand: no extractor, no resolver."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # `samples`, `browsing`: helpers of this folder
