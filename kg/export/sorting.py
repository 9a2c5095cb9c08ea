"""Sorted statements in bounded memory: what every text export starts from.

N-Triples, N-Quads and Turtle all end a statement with a space, a full stop and a line end, and escape line ends inside
of literals. So a file can be cut into statements without parsing it, and Python sorts and joins the pieces in C.
"""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from typing import BinaryIO

END = b" .\n"
CHUNK_BYTES = 256_000_000
"""Text that is sorted in memory at a time; more of it is merged from temporary files."""

_BLOCK = 16_000_000


def sorted_statements(file: BinaryIO, chunk: int = CHUNK_BYTES) -> Iterator[bytes]:
    """The statements of a file, without their ends, in the order of their bytes."""
    with ExitStack() as stack:
        runs: list[Iterator[bytes]] = []
        pending: list[bytes] = []
        size = 0
        for block in _blocks(file, _BLOCK):
            pending += block
            size += sum(map(len, block))
            if size >= chunk:
                runs.append(_spill(pending, stack))
                pending, size = [], 0
        pending.sort()
        if runs:
            yield from heapq.merge(*runs, pending)
        else:
            yield from pending


def _blocks(file: BinaryIO, size: int) -> Iterator[list[bytes]]:
    """The statements of a file, as many at a time as fit into a block."""
    rest = b""
    while text := file.read(size):
        *complete, rest = (rest + text).split(END)
        yield complete
    if rest.strip():
        yield [rest]


def _spill(statements: list[bytes], stack: ExitStack) -> Iterator[bytes]:
    """Sort statements into a temporary file and read them again one by one."""
    statements.sort()
    run: BinaryIO = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115 - the stack closes it
    run.writelines(statement + END for statement in statements)
    run.seek(0)
    return (statement for block in _blocks(run, 1_000_000) for statement in block)
