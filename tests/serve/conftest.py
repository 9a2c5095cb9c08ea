"""`kg serve` in a process of its own, on a graph of the invented articles."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.folder.build import write
from kg.model import Resolution
from kg.resolve import resolve


@pytest.fixture
def folder(tmp_path: Path, resolution: Resolution) -> Path:
    facts = [reading for deal in resolution.deals for reading in deal.readings]
    write(resolve(resolution.documents, facts), facts, tmp_path / "out")
    return tmp_path / "out"


@contextmanager
def serving(folder: Path, *options: str) -> Iterator[str]:
    """The address of a server that ends, and ends well, with the block."""
    command = [sys.executable, "-m", "kg", "serve", "-g", str(folder), "--port", "0", *options]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    said = process.stderr.readline()
    address = next((word for word in said.split() if word.startswith("http://")), "")
    try:
        assert address, said + process.stderr.read()
        yield address.rstrip("/")
    finally:
        process.send_signal(signal.SIGTERM)
        left = process.communicate(timeout=10)[1]
    assert (process.returncode, left) == (0, "Stopped.\n")


@pytest.fixture
def server(folder: Path) -> Iterator[str]:
    with serving(folder) as address:
        yield address


@pytest.fixture
def start(folder: Path) -> Callable[..., object]:
    return lambda *options: serving(folder, *options)
