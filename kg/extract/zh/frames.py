"""Frames: how Chinese reporters state each relation, as data (`data/zh/frames.yaml`), checked when loaded."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import RuleError
from kg.extract.rules import load, own_rules
from kg.model import EntityType, Relation, Status

_PACKAGED = "zh/frames.yaml"
_NEEDED = frozenset({"id", "relation", "trigger", "subject", "object"})
_KEYS = _NEEDED | {"near", "unless", "money", "status", "score", "strict", "examples"}
_SUBJECTS = "subject here topic before job past works possessor owner builder agent of"
_MARKED = "by with to from give at place project object inner rel after bank borrower event sides"
_BESIDE = (
    "next goal use source outer its ahead then doer held each crowd struck namely aided via buyer poured helped founded"
    " financed"
)
_PAIRED = "beside served made partnered blamed partner tender goods maker signer court lead parent child holder"
_OPEN = "banner licenser accused listed"
SELECTORS = frozenset(f"{_SUBJECTS} {_MARKED} {_BESIDE} {_PAIRED} {_OPEN}".split())
_TYPES = {
    "company": (EntityType.COMPANY,),
    "body": (EntityType.GOVERNMENT, EntityType.ORGANIZATION),
    "society": (EntityType.ORGANIZATION,),
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
def frames(own: tuple[Path, ...] = ()) -> tuple[Frame, ...]:
    """Every frame of the package in the order of the file, and those of a user's own Chinese files after them.

    Raises:
        RuleError: An entry is incomplete, or names a selector, a type or a relation that does not exist.
    """
    data = load(_PACKAGED)
    found = [_frame(entry, data["words"], _PACKAGED) for entry in data["frames"]]
    for path in own:
        language, content = own_rules(path)
        if language == "zh":
            snippets = data["words"] | content.get("words", {})
            found += [_frame(entry, snippets, str(path)) for entry in content["frames"]]
    twice = sorted({f.id for f in found if sum(f.id == other.id for other in found) > 1})
    if twice:
        raise RuleError(f"These rules have the same name: {', '.join(twice)}; rename one of each.")
    return tuple(found)


def _frame(entry: dict[str, Any], words: dict[str, str], where: str) -> Frame:
    if not isinstance(entry, dict):
        raise RuleError(f"{where}: {entry!r} is no frame.")
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        raise RuleError(f"{where}: frame {entry.get('id', '?')!r}: unknown key {unknown[0]!r}.")
    snippets = {f"<{name}>": f"(?:{pattern})" for name, pattern in words.items()}
    try:
        return Frame(
            id=entry["id"],
            relation=Relation(entry["relation"]),
            trigger=_pattern(entry["trigger"], snippets),
            subject=_role(entry["subject"], where),
            object=_role(entry["object"], where),
            near=_pattern(entry["near"], snippets) if "near" in entry else None,
            unless=_pattern(entry["unless"], snippets) if "unless" in entry else None,
            money=entry.get("money", ""),
            status=Status(entry["status"]) if "status" in entry else None,
            score=float(entry.get("score", 0.85)),
            strict=bool(entry.get("strict", False)),
            examples=tuple((text, tuple(facts)) for text, facts in entry.get("examples", {}).items()),
        )
    except (KeyError, ValueError, TypeError, AttributeError, re.error) as error:
        raise RuleError(f"{where}: frame {entry.get('id', '?')!r} is not valid ({error!r}).") from error


def _pattern(text: str, snippets: dict[str, str]) -> re.Pattern[str]:
    for name, pattern in snippets.items():
        text = text.replace(name, pattern)
    return re.compile(text)


def _role(text: str, where: str) -> Role:
    """Parse "by subject: company place" (selectors before the colon, types behind it)."""
    selectors, _, types = text.partition(":")
    chosen = tuple(selectors.split())
    for word in chosen:
        if word not in SELECTORS:
            raise RuleError(f"{where}: there is no selector {word!r}.")
    for word in types.split():
        if word not in _TYPES:
            raise RuleError(f"{where}: there is no type {word!r}; it is one of {', '.join(sorted(_TYPES))}.")
    return Role(chosen, frozenset(t for word in types.split() for t in _TYPES[word]))
