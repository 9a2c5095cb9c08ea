"""Frames: which trigger with which roles states which relation. Read from `kg/extract/data/en/frames/*.yaml`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.errors import RuleError
from kg.extract.rules import DATA, load, own_rules
from kg.model import EntityType, Relation, Status

_KEYS = frozenset(
    [
        "rule",
        "relation",
        "verbs",
        "nouns",
        "under",
        "as",
        "subject",
        "object",
        "sides",
        "with",
        "money",
        "subject_types",
        "object_types",
        "status",
        "example",
        "gives",
        "alone",
        "without",
        "open",
        "patterns",
        "implied",
        "where",
        "when",
        "new",
        "named",
    ]
)
PROJECT = "project"
"""`implied` of the frames whose unnamed ends are those of the project told of before."""
GIVER = "giver"
"""`implied` of the frames whose money comes from whoever an earlier sentence says."""
_MONEY = frozenset({"", "need", "no", "agent", "patient", "patient-not"})


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One construction that states a relation; the keys are documented in `frames/README.md`."""

    rule: str
    relation: Relation
    verbs: frozenset[str]
    nouns: frozenset[str]
    under: frozenset[str]
    as_roles: tuple[str, ...]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    symmetric: bool
    with_: Mapping[str, frozenset[str]]
    without: Mapping[str, frozenset[str]]
    alone: bool
    open_subject: tuple[str, ...]
    open_object: tuple[str, ...]
    money: str
    subject_types: frozenset[EntityType]
    object_types: frozenset[EntityType]
    status: Status | None
    example: str
    gives: tuple[str, ...]
    patterns: tuple[str, ...] = ()
    implied: str = ""
    where: str = ""
    when: frozenset[Status] = frozenset()
    new: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class FrameSet:
    """Frames indexed by their trigger."""

    frames: tuple[Frame, ...]
    by_verb: Mapping[str, tuple[Frame, ...]]
    by_noun: Mapping[str, tuple[Frame, ...]]
    anchors: frozenset[str]


@cache
def frames(extra: tuple[Path, ...] = ()) -> FrameSet:
    """All frames of the package, and those of a user's own files after them.

    Raises:
        RuleError: A file is not valid; the message names file, rule and key.
    """
    paths = [*sorted((DATA / "en" / "frames").glob("*.yaml")), *extra]
    found = [_frame(entry, path) for path in paths for entry in _entries(path)]
    twice = sorted(name for name, count in Counter(frame.rule for frame in found).items() if count > 1)
    if twice:
        raise RuleError(f"These rules have the same name: {', '.join(twice)}; rename one of each.")
    by_verb, by_noun = _index(found, "verbs"), _index(found, "nouns")
    anchors = frozenset(word for key in (*by_verb, *by_noun) for word in (key, *re.split("[ -]", key)))
    return FrameSet(tuple(found), by_verb, by_noun, anchors)


@cache
def implied_frame(rule: str, relation: Relation) -> Frame:
    """A frame without triggers, for readings that a component of its own finds."""
    return _frame({"rule": rule, "relation": str(relation)}, DATA)


def _entries(path: Path) -> list[dict[str, Any]]:
    language, content = own_rules(path)
    return content if language == "en" else []


def _index(found: list[Frame], kind: str) -> Mapping[str, tuple[Frame, ...]]:
    index: dict[str, list[Frame]] = defaultdict(list)
    for frame in found:
        for word in sorted(getattr(frame, kind)):
            index[word].append(frame)
    return MappingProxyType({word: tuple(entries) for word, entries in index.items()})


def _frame(entry: dict[str, Any], path: Path) -> Frame:
    where = f"{path}: rule {entry.get('rule', '?')!r}"
    _check_keys(entry, where)
    try:
        relation = Relation(entry.get("relation") or entry["rule"].split(".")[0])
        defaults = load("en/relations.yaml").get(relation, {})
        _check(entry, relation, where)
        sides = entry.get("sides") or {}
        open_ends = entry.get("open", defaults.get("open", {}))
        return Frame(
            rule=entry["rule"],
            relation=relation,
            verbs=frozenset(entry.get("verbs", ())),
            nouns=frozenset(entry.get("nouns", ())),
            under=frozenset(entry.get("under", ())),
            as_roles=tuple(entry.get("as", ("patient",))),
            subject=tuple(sides.get("a", entry.get("subject", ()))),
            object=tuple(sides.get("b", entry.get("object", ()))),
            symmetric=bool(sides),
            with_=MappingProxyType({role: frozenset(words) for role, words in entry.get("with", {}).items()}),
            without=MappingProxyType({role: frozenset(words) for role, words in entry.get("without", {}).items()}),
            alone=bool(entry.get("alone")),
            open_subject=tuple(open_ends.get("subject", ())),
            open_object=tuple(open_ends.get("object", ())),
            money=entry.get("money", ""),
            subject_types=_types(entry.get("subject_types") or defaults["subject"]),
            object_types=_types(entry.get("object_types") or defaults["object"]),
            status=Status(entry["status"]) if "status" in entry else None,
            example=entry.get("example", ""),
            gives=tuple(entry.get("gives", ())),
            patterns=tuple(entry.get("patterns", ())),
            implied=entry.get("implied", ""),
            where=entry.get("where", ""),
            when=frozenset(Status(name) for name in entry.get("when", ())),
            new=bool(entry.get("new")),
            named=bool(entry.get("named")),
        )
    except (KeyError, ValueError, TypeError) as error:
        raise RuleError(f"{where}: {error}") from error


def _check_keys(entry: dict[str, Any], where: str) -> None:
    unknown = sorted(set(entry) - _KEYS)
    if unknown:
        raise RuleError(f"{where}: unknown key {unknown[0]!r}.")


def _check(entry: dict[str, Any], relation: Relation, where: str) -> None:
    if relation.own and (entry.get("sides") or not {"subject_types", "object_types"} <= set(entry)):
        raise RuleError(
            f"{where}: {str(relation)!r} is none of the eleven relations; "
            "one of your own needs subject_types and object_types, and has a subject and an object, not sides."
        )
    if entry.get("money", "") not in _MONEY:
        raise RuleError(f"{where}: money must be one of {sorted(_MONEY)}.")


def _types(names: list[str]) -> frozenset[EntityType]:
    return frozenset(EntityType(name) for name in names)
