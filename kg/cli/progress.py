"""A progress bar that shows up only for work that takes longer than a second."""

from __future__ import annotations

import time
from collections.abc import Callable

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

PATIENCE = 1.0
"""Seconds without a bar."""


class Bar:
    """Shows (done, total) on a terminal; takes itself away when closed.

    Args:
        console: Where it shows; standard error by default.
        clock: Seconds, for tests.
    """

    def __init__(self, console: Console | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=console or Console(stderr=True), transient=True)
        self._task = self._progress.add_task("reading", total=None)
        self._clock = clock
        self._start = clock()
        self.shown = False

    def update(self, done: int, total: int) -> None:
        """Tell how far it is."""
        if not self.shown and done < total and self._clock() - self._start > PATIENCE:
            self._progress.start()
            self.shown = True
        self._progress.update(self._task, completed=done, total=total)

    def close(self) -> None:
        """Take the bar away."""
        if self.shown:
            self._progress.stop()
