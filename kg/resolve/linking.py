"""Units that are one thing become one cluster: scored pairs, best first, within what is known to be apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import EntityType
from kg.resolve.blocking import canonical_names, pairs
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.identify import Unit
from kg.resolve.names import fold, is_chinese, is_generic, joined
from kg.resolve.scoring import ASK, MERGE, Score, compare, compatible

SHARED_FACT = 0.15
"""What the same relation to the same other party adds to a score that is in doubt."""
SAME_ARTICLE = 0.16
"""What it adds that one article uses both names: a short name next to its full one."""

Neighbours = Mapping[str, frozenset[tuple[str, str]]]
"""Unit id → (relation, other unit's id) of its facts."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two units and how they compare."""

    left: str
    right: str
    score: Score


class Clusters:
    """Disjoint sets of unit ids, with pairs that must stay apart."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._parent = {unit.id: unit.id for unit in units}
        self._anchor = {unit.id: (unit.id if unit.anchored else None) for unit in units}
        self._apart: dict[str, set[str]] = {}

    def find(self, unit: str) -> str:
        """The cluster's representative."""
        root = unit
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[unit] != root:
            self._parent[unit], unit = root, self._parent[unit]
        return root

    def keep_apart(self, left: str, right: str) -> None:
        """From now on the clusters of the two never join."""
        one, two = self.find(left), self.find(right)
        self._apart.setdefault(one, set()).add(two)
        self._apart.setdefault(two, set()).add(one)

    def may_join(self, left: str, right: str) -> bool:
        """Whether nothing keeps the two apart."""
        one, two = self.find(left), self.find(right)
        if two in {self.find(other) for other in self._apart.get(one, ())}:
            return False
        return not (self._anchor[one] and self._anchor[two] and self._anchor[one] != self._anchor[two])

    def join(self, left: str, right: str) -> None:
        """Make the clusters of the two one, whatever their anchors."""
        one, two = sorted((self.find(left), self.find(right)))
        if one == two:
            return
        self._parent[two] = one
        self._anchor[one] = self._anchor[one] or self._anchor[two]
        self._apart.setdefault(one, set()).update(self._apart.pop(two, set()))

    def joined(self, left: str, right: str) -> bool:
        """Whether the two are in one cluster."""
        return self.find(left) == self.find(right)


@dataclass(frozen=True, slots=True)
class _Profile:
    """A unit with what is compared of it.

    Attributes:
        main: Normal form → name, of the names that articles use first.
        aliases: (normal form, name, the article's main name, article) of other names.
    """

    unit: Unit
    main: Mapping[str, str]
    aliases: tuple[tuple[str, str, str, str], ...]
    docs: frozenset[str]
    neighbours: frozenset[tuple[str, str]]


def score_units(units: Sequence[Unit], known: Gazetteer, neighbours: Neighbours) -> list[Link]:
    """The links between units that merge or ask, best first."""
    profiles = [_profile(unit, neighbours.get(unit.id, frozenset())) for unit in units]
    owners = _alias_owners(profiles)
    links: list[Link] = []
    for i, j in pairs(units):
        score = _score(profiles[i], profiles[j], known, owners)
        if score.value >= ASK:
            links.append(Link(units[i].id, units[j].id, score))
    links = _without_ambiguous(links)
    return sorted(links, key=lambda link: (-link.score.value, link.left, link.right))


def _profile(unit: Unit, neighbours: frozenset[tuple[str, str]]) -> _Profile:
    main = {joined(name, unit.type): name for name in canonical_names(unit)}
    aliases = {
        (joined(name, unit.type), name, party.name, party.doc)
        for party in unit.parties
        for name in party.names
        if fold(name) != fold(party.name) and not is_generic(name)
    }
    return _Profile(unit, main, tuple(sorted(aliases)), unit.docs, neighbours)


def merge(clusters: Clusters, links: Iterable[Link]) -> list[Link]:
    """Join what scores high enough and may be joined; give back the links that stay open questions."""
    rest: list[Link] = []
    for link in links:
        if clusters.joined(link.left, link.right):
            continue
        if link.score.value >= MERGE and clusters.may_join(link.left, link.right):
            clusters.join(link.left, link.right)
        elif clusters.may_join(link.left, link.right):
            rest.append(link)
    return [link for link in rest if not clusters.joined(link.left, link.right)]


def _score(left: _Profile, right: _Profile, known: Gazetteer, owners: Mapping[str, int]) -> Score:
    one, two = left.unit, right.unit
    if not compatible(one.type, two.type) or (one.anchored and two.anchored):
        return Score(0.0, ("known to be two",))
    if one.country and two.country and one.country != two.country:
        return Score(0.0, (f"one is of {one.country}, the other of {two.country}",))
    best = max(
        (compare(a, b, one.type, known, two.type) for a in left.main.values() for b in right.main.values()),
        key=lambda score: score.value,
        default=Score(0.0, ("no name of its own",)),
    )
    alias = _alias(left, right, owners) or _alias(right, left, owners)
    if alias and alias.value > best.value:
        best = alias
    return _in_context(best, left, right)


def _in_context(score: Score, left: _Profile, right: _Profile) -> Score:
    """The score with what the articles add to one that is in doubt."""
    if not ASK <= score.value < MERGE:
        return score
    same_article = bool(left.docs & right.docs)
    if left.unit.type is EntityType.PERSON and not same_article and "surname" in score.reasons[0]:
        return Score(0.0, ("a surname alone means its own article's person",))
    shared = left.neighbours & right.neighbours
    if shared:
        reason = f"both have {min(shared)[0].replace('_', ' ')} with the same party"
        score = Score(min(score.value + SHARED_FACT, 0.95), (*score.reasons, reason))
    if same_article:
        score = Score(min(score.value + SAME_ARTICLE, 0.95), (*score.reasons, "one article uses both"))
    return score


def _alias(left: _Profile, right: _Profile, owners: Mapping[str, int]) -> Score | None:
    """Whether an article calls `left` by the main name of `right`."""
    for key, name, main, doc in left.aliases:
        if left.unit.type is EntityType.PERSON and " " not in name and not is_chinese(name) and doc not in right.docs:
            continue
        if key in right.main and len(key) >= 2:
            value = 0.9 if owners.get(key, 0) <= 1 and len(key) >= 3 else 0.6
            return Score(value, (f"{doc} calls {main} also {name}",))
    return None


def _alias_owners(profiles: Sequence[_Profile]) -> dict[str, int]:
    """How many units have a name among their aliases (their main names aside)."""
    counts: dict[str, int] = {}
    for profile in profiles:
        for key in {alias[0] for alias in profile.aliases} - set(profile.main):
            counts[key] = counts.get(key, 0) + 1
    return counts


def _without_ambiguous(links: list[Link]) -> list[Link]:
    """Where one name would merge with two that are not alike ("Tata" with "… Motors" and "… Steel"), only ask."""
    partners: dict[str, set[str]] = {}
    for link in links:
        if link.score.value >= MERGE:
            partners.setdefault(link.left, set()).add(link.right)
            partners.setdefault(link.right, set()).add(link.left)
    linked = {frozenset((link.left, link.right)) for link in links}
    torn = {
        unit
        for unit, others in partners.items()
        if len(others) > 1 and any(frozenset((a, b)) not in linked for a in others for b in others if a < b)
    }
    return [_doubted(link) if _is_weak(link) and torn & {link.left, link.right} else link for link in links]


def _is_weak(link: Link) -> bool:
    return MERGE <= link.score.value < 0.96


def _doubted(link: Link) -> Link:
    reasons = (*link.score.reasons, "the name fits several that are not alike")
    return Link(link.left, link.right, Score(0.7, reasons))
