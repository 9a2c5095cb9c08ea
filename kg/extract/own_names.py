"""Names of a user's own while a document is read: the gazetteers of both languages look them up beside theirs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.model import EntityType

if TYPE_CHECKING:
    from kg.resolve.gazetteer import Known

_NAMED = frozenset(EntityType) - {EntityType.PLACE, EntityType.FACILITY}


@dataclass(frozen=True, eq=False)
class OwnNames:
    """Entries of a names file. Places and facilities are left out: extraction knows those by their form.

    Compared by identity, so that tables made of it can be cached.
    """

    known: tuple[Known, ...]

    @cached_property
    def entries(self) -> tuple[Known, ...]:
        """Companies, bodies, organizations, persons and events."""
        return tuple(one for one in self.known if one.type in _NAMED)


_current: ContextVar[OwnNames | None] = ContextVar("own_names", default=None)


def current() -> OwnNames | None:
    """The names in use, if any."""
    return _current.get()


@contextmanager
def using(names: OwnNames | None) -> Iterator[None]:
    """Let the gazetteers know `names` inside of the block."""
    token = _current.set(names)
    try:
        yield
    finally:
        _current.reset(token)
