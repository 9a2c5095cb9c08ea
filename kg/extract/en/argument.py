"""A token that fills a role of a trigger."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.en.tokens import Token


@dataclass(slots=True, unsafe_hash=True)  # not frozen: made by the thousand
class Argument:
    """A token that fills a role; `cost` grows with every uncertain step (attachment, control, coordination).

    `alone`: not what is coordinated with it ("A, B and C, a unit of X" describes C only).
    """

    token: Token
    cost: int = 0
    alone: bool = False


Arguments = dict[str, list[Argument]]
