"""Processes that answer queries: one that takes too long is ended, and another takes its place."""

from __future__ import annotations

import multiprocessing
import queue
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess

from kg.serve.evaluation import Response, failure, respond
from kg.serve.protocol import Request

_CONTEXT = multiprocessing.get_context("spawn")  # a fork would copy the threads of the server


@dataclass(frozen=True)
class Bounds:
    """What one query may take.

    Attributes:
        seconds: Time after which its process is ended.
        rows: Rows or statements after which the answer is cut; None for no limit.
    """

    seconds: float = 30.0
    rows: int | None = 10_000


class Pool:
    """A few processes, each with the graph open for reading.

    Args:
        where: A store's folder or an RDF file.
        base: Where the IRIs of the graph begin.
        bounds: Limits of each query.
        size: How many queries may run at the same time; others wait.
    """

    def __init__(self, where: str, base: str, bounds: Bounds, size: int = 2) -> None:
        self._where, self._base, self.bounds = where, base, bounds
        self._idle: queue.Queue[_Worker] = queue.Queue()
        self._all: list[_Worker] = []
        for _ in range(size):
            self._start()

    def answer(self, request: Request, accept: str | None) -> Response:
        """Answer a request, or say that it took too long or that all processes are busy."""
        try:
            worker = self._idle.get(timeout=self.bounds.seconds)
        except queue.Empty:
            return failure(503, "Too many queries are running: try again later.")
        response = worker.answer(request, accept, self.bounds.seconds)
        if response is not None:
            self._idle.put(worker)
            return response
        ended = worker.stop()
        self._all.remove(worker)
        self._start()
        if ended:
            return failure(500, "The query ended the process that ran it: simplify it.")
        return failure(503, f"The query took longer than {self.bounds.seconds:g} s: narrow it.")

    def close(self) -> None:
        """End all processes."""
        for worker in self._all:
            worker.stop()

    def _start(self) -> None:
        worker = _Worker(self._where, self._base, self.bounds.rows)
        self._all.append(worker)
        self._idle.put(worker)


class _Worker:
    """One process and the pipe to it."""

    def __init__(self, where: str, base: str, rows: int | None) -> None:
        self._pipe, theirs = _CONTEXT.Pipe()
        self._process: SpawnProcess = _CONTEXT.Process(target=_serve, args=(theirs, where, base, rows), daemon=True)
        self._process.start()
        theirs.close()

    def answer(self, request: Request, accept: str | None, seconds: float) -> Response | None:
        """The answer; None when there is none in time or the process has ended."""
        try:
            self._pipe.send((request, accept))
            if not self._pipe.poll(seconds):
                return None
            response: Response = self._pipe.recv()
        except (EOFError, OSError):
            return None
        return response

    def stop(self) -> bool:
        """End the process; whether it had ended by itself."""
        ended = not self._process.is_alive()
        self._process.kill()
        self._process.join()
        self._pipe.close()
        return ended


def _serve(pipe: Connection, where: str, base: str, rows: int | None) -> None:
    """The life of a process: answer what comes, until nobody asks any more."""
    import signal

    from kg.store.locate import locate
    from kg.store.oxigraph import OxigraphStore

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which then ends us
    store = locate(where)
    if not isinstance(store, OxigraphStore):
        return
    for request, accept in _received(pipe):
        pipe.send(respond(store, request, accept, base, rows))


def _received(pipe: Connection) -> Iterator[tuple[Request, str | None]]:
    with _until_closed():
        while True:
            yield pipe.recv()


@contextmanager
def _until_closed() -> Iterator[None]:
    try:
        yield
    except (EOFError, OSError):
        return
