"""Parties: what one article calls one thing, gathered from the mentions of its facts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.model import EntityType, Fact, Mention, Relation
from kg.resolve.names import fold, is_generic

_DETERMINER = re.compile(r"^(?:the|its|their|his|her|our|a|an)\s+(?=\S)", re.IGNORECASE)
PartyKey = tuple[str, str, bool]
"""(document, folded name, is a person)."""


@dataclass(frozen=True, slots=True)
class Party:
    """One thing as one article names it.

    Attributes:
        name: The article's fullest name for it (`Mention.name`).
        names: All its names in the article that are more than common nouns, sorted; never empty.
        count: In how many facts it stands.
        acts: Relations in which it is the one who acts.
    """

    doc: str
    name: str
    type: EntityType
    names: tuple[str, ...]
    count: int = 1
    acts: frozenset[Relation] = frozenset()

    @property
    def key(self) -> PartyKey:
        """What identifies it."""
        return (self.doc, fold(self.name), self.type is EntityType.PERSON)


def party_key(doc: str, mention: Mention) -> PartyKey:
    """The key of the party that a mention belongs to."""
    return (doc, fold(mention.name), mention.type is EntityType.PERSON)


def place_key(doc: str, place: str) -> PartyKey:
    """The key of the party that a fact's `place` belongs to."""
    return (doc, fold(place), False)


def collect(facts: Iterable[Fact]) -> dict[PartyKey, Party]:
    """All parties of the facts, by key, in the order of document and name."""
    names: dict[PartyKey, Counter[str]] = {}
    canonical: dict[PartyKey, Counter[str]] = {}
    types: dict[PartyKey, Counter[EntityType]] = {}
    acts: dict[PartyKey, set[Relation]] = {}
    for doc, mention, relation in _mentions(facts):
        key = party_key(doc, mention)
        acts.setdefault(key, set()).update({relation} if relation else ())
        canonical.setdefault(key, Counter())[_clean(mention.name)] += 1
        types.setdefault(key, Counter())[mention.type] += 1
        names.setdefault(key, Counter()).update({_clean(n) for n in (mention.name, mention.text, *mention.names)})
    return {
        key: replace(_party(key, canonical[key], types[key], names[key]), acts=frozenset(acts[key]))
        for key in sorted(canonical)
    }


def _clean(name: str) -> str:
    """The name in one line with single spaces."""
    return " ".join(name.split())


def _mentions(facts: Iterable[Fact]) -> Iterable[tuple[str, Mention, Relation | None]]:
    """(article, mention, relation in which it acts)."""
    for fact in facts:
        yield fact.doc, fact.subject, fact.relation
        yield fact.doc, fact.object, None
        if fact.place:
            yield fact.doc, Mention(fact.place, fact.place, EntityType.PLACE), None


def _party(key: PartyKey, canonical: Counter[str], types: Counter[EntityType], names: Counter[str]) -> Party:
    name = min(canonical, key=lambda n: (-canonical[n], n))
    said = {n.strip() for n in names if n.strip() and (not is_generic(n) or n == name)}
    kind = min(types, key=lambda t: (-types[t], t is EntityType.PLACE, t.value))
    useful = {n for n in said if _is_name(n, name, kind)}
    return Party(key[0], name, kind, tuple(sorted(useful | {name})), sum(types.values()))


def _is_name(text: str, name: str, kind: EntityType) -> bool:
    """Whether a mention's words are a name: "the company", "it" and "we" are not.

    A name has a capital, a digit or a Chinese character in it; facilities and events may be common nouns.
    """
    if text == name:
        return True
    if fold(text) in {"it", "they", "we", "he", "she", "its", "their", "our", "us", "i", "you"} and text not in ("US",):
        return False
    if kind in (EntityType.FACILITY, EntityType.EVENT):
        return True
    first = _DETERMINER.sub("", text)
    if first != text and first.split()[-1][:1].islower():
        return False
    return any(c.isupper() or c.isdigit() or "㐀" <= c <= "鿿" for c in first)
