"""Facilities and events that have no name of their own: "a headquarters" is one by who builds it and where.

Two articles that speak of Tencent's headquarters in Wuhan mean one; "headquarters" alone means nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model import EntityType, Fact, Relation
from kg.resolve.identify import Unit, is_proper
from kg.resolve.names import fold, is_chinese
from kg.resolve.parties import PartyKey, party_key, place_key

_OWNERS = (Relation.BUILDS, Relation.OWNS, Relation.INVESTS)
_LOCAL = (EntityType.FACILITY, EntityType.EVENT)


@dataclass(frozen=True, slots=True)
class Setting:
    """Who is behind a facility and where it is, as cluster ids; either may be missing."""

    owners: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def settings(facts: Iterable[Fact], cluster_of: Mapping[PartyKey, str]) -> dict[PartyKey, Setting]:
    """The setting of every facility and event that has no proper name."""
    owners: dict[PartyKey, set[str]] = {}
    places: dict[PartyKey, set[str]] = {}
    for fact in facts:
        if fact.object.type in _LOCAL and not is_proper(fact.object.name):
            key = party_key(fact.doc, fact.object)
            if fact.relation in _OWNERS:
                owners.setdefault(key, set()).add(cluster_of[party_key(fact.doc, fact.subject)])
            if fact.place:
                places.setdefault(key, set()).add(cluster_of[place_key(fact.doc, fact.place)])
        if fact.subject.type in _LOCAL and not is_proper(fact.subject.name) and fact.relation is Relation.LOCATED_IN:
            key = party_key(fact.doc, fact.subject)
            places.setdefault(key, set()).add(cluster_of[party_key(fact.doc, fact.object)])
    return {
        key: Setting(tuple(sorted(owners.get(key, ()))), tuple(sorted(places.get(key, ()))))
        for key in sorted(owners.keys() | places.keys())
    }


def matches(units: Iterable[Unit], where: Mapping[PartyKey, Setting]) -> list[tuple[str, str]]:
    """Pairs of unit ids of different articles that are one facility: same kind of thing, same owner, same place."""
    groups: dict[tuple[str, Setting], list[Unit]] = {}
    for unit in units:
        if unit.type not in _LOCAL or len(unit.parties) != 1:
            continue
        setting = where.get(unit.parties[0].key, Setting())
        if setting.owners and setting.places:
            groups.setdefault((head(unit.parties[0].name), setting), []).append(unit)
    found: list[tuple[str, str]] = []
    for members in groups.values():
        if len({unit.parties[0].doc for unit in members}) == len(members):
            found += [(members[0].id, other.id) for other in members[1:]]
    return found


def head(name: str) -> str:
    """What kind of thing a description names: its last word ("plant"), or last two characters in Chinese."""
    text = fold(name).replace("centre", "center")
    if is_chinese(text):
        return text[-2:]
    before = text.split(" in ")[0].split(" at ")[0].split(" for ")[0].split(" of ")[0]
    word = (before.split() or [text])[-1]
    return {"factory": "plant", "fab": "plant", "gigafactory": "plant"}.get(word, word)
