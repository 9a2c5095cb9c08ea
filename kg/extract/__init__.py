"""From text to facts: spaCy components for English, character patterns for Chinese, both with rules as data.

The package can be called: `kg.extract(text)` is `kg.api.extract(text)`. One name stands for the room and the operation.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.model import Fact


class _Callable(ModuleType):
    """A module that is called as `kg.api.extract`."""

    def __call__(self, *arguments: Any, **options: Any) -> tuple[Fact, ...]:  # noqa: ANN401 - those of kg.api.extract
        """Facts of a text: see `kg.api.extract`."""
        from kg.api import extract

        return extract(*arguments, **options)


sys.modules[__name__].__class__ = _Callable
