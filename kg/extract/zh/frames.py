"""Frames: how Chinese reporters state each relation, as data (`data/zh/frames.yaml`), checked when loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg.errors import RuleError
from kg.extract.rules import load
from kg.model import EntityType, Relation, Status

_SUBJECTS = "subject here topic before job past works possessor owner builder agent of"
_MARKED = "by with to from give at place project object inner rel after bank borrower event sides"
_BESIDE = "next goal use source outer its ahead"
SELECTORS = frozenset(f"{_SUBJECTS} {_MARKED} {_BESIDE}".split())
_TYPES = {
    "company": (EntityType.COMPANY,),
    "body": (EntityType.GOVERNMENT, EntityType.ORGANIZATION),
    "org": (EntityType.COMPANY, EntityType.GOVERNMENT, EntityType.ORGANIZATION),
    "gov": (EntityType.GOVERNMENT, EntityType.PLACE),
    "place": (EntityType.PLACE,),
    "person": (EntityType.PERSON,),
    "facility": (EntityType.FACILITY,),
    "event": (EntityType.EVENT,),
}


@dataclass(frozen=True, slots=True)
class Role:
    """Where a party stands: selectors in order, and the types that it may have."""

    selectors: tuple[str, ...]
    types: frozenset[EntityType]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to state a relation.

    Attributes:
        trigger: What states it.
        near: Must be found in the clause as well; `unless` must not (in the clause, or right behind the trigger).
        money: "" (none), "inside" (within the trigger), "near" (taken along when there) or "needed".
        strict: Both sides of an agreement must stand in one clause.
        examples: (text, expected "subject|relation|object" lines) pairs; a test runs them all.
    """

    id: str
    relation: Relation
    trigger: re.Pattern[str]
    subject: Role
    object: Role
    near: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    money: str
    status: Status | None
    score: float
    strict: bool
    examples: tuple[tuple[str, tuple[str, ...]], ...]


@cache
def frames() -> tuple[Frame, ...]:
    """Every frame, in the order of the file.

    Raises:
        RuleError: An entry is incomplete, or names a selector, a type or a relation that does not exist.
    """
    data = load("zh/frames.yaml")
    snippets = {f"<{name}>": f"(?:{pattern})" for name, pattern in data["words"].items()}
    found = tuple(_frame(entry, snippets) for entry in data["frames"])
    if len({f.id for f in found}) != len(found):
        raise RuleError("zh/frames.yaml: two frames have the same id.")
    return found


def _frame(entry: dict[str, Any], snippets: dict[str, str]) -> Frame:
    name = entry.get("id", "?")
    try:
        return Frame(
            id=entry["id"],
            relation=Relation(entry["relation"]),
            trigger=_pattern(entry["trigger"], snippets),
            subject=_role(entry["subject"]),
            object=_role(entry["object"]),
            near=_pattern(entry["near"], snippets) if "near" in entry else None,
            unless=_pattern(entry["unless"], snippets) if "unless" in entry else None,
            money=entry.get("money", ""),
            status=Status(entry["status"]) if "status" in entry else None,
            score=float(entry.get("score", 0.85)),
            strict=bool(entry.get("strict", False)),
            examples=tuple((text, tuple(facts)) for text, facts in entry["examples"].items()),
        )
    except (KeyError, ValueError, TypeError, AttributeError, re.error) as error:
        raise RuleError(f"zh/frames.yaml: frame {name!r} is not valid ({error!r}).") from error


def _pattern(text: str, snippets: dict[str, str]) -> re.Pattern[str]:
    for name, pattern in snippets.items():
        text = text.replace(name, pattern)
    return re.compile(text)


def _role(text: str) -> Role:
    """Parse "by subject: company place" (selectors before the colon, types behind it)."""
    selectors, _, types = text.partition(":")
    chosen = tuple(selectors.split())
    unknown = set(chosen) - SELECTORS
    if unknown:
        raise RuleError(f"zh/frames.yaml: there is no selector {sorted(unknown)[0]!r}.")
    return Role(chosen, frozenset(t for word in types.split() for t in _TYPES[word]))
