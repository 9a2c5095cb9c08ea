"""Units that are one thing become one cluster: scored pairs, best first, within what is known to be apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import EntityType
from kg.resolve.blocking import canonical_names, pairs
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.identify import Unit
from kg.resolve.names import fold, is_generic, joined
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


def score_units(units: Sequence[Unit], known: Gazetteer, neighbours: Neighbours) -> list[Link]:
    """The links between units that merge or ask, best first."""
    owners = _alias_owners(units)
    links: list[Link] = []
    for i, j in pairs(units):
        score = _score(units[i], units[j], known, neighbours, owners)
        if score.value >= ASK:
            links.append(Link(units[i].id, units[j].id, score))
    links = _without_ambiguous(links)
    return sorted(links, key=lambda link: (-link.score.value, link.left, link.right))


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


def _score(left: Unit, right: Unit, known: Gazetteer, neighbours: Neighbours, owners: Mapping[str, int]) -> Score:
    if not compatible(left.type, right.type) or (left.anchored and right.anchored):
        return Score(0.0, ("known to be two",))
    if left.country and right.country and left.country != right.country:
        return Score(0.0, (f"one is of {left.country}, the other of {right.country}",))
    best = max(
        (compare(a, b, left.type, known, right.type) for a in canonical_names(left) for b in canonical_names(right)),
        key=lambda score: score.value,
        default=Score(0.0, ("no name of its own",)),
    )
    alias = _alias(left, right, owners) or _alias(right, left, owners)
    if alias and alias.value > best.value:
        best = alias
    if left.type is EntityType.PERSON and not left.docs & right.docs and "surname" in " ".join(best.reasons):
        return Score(0.0, ("a surname alone means its own article's person",))
    shared = neighbours.get(left.id, frozenset()) & neighbours.get(right.id, frozenset())
    if shared and ASK <= best.value < MERGE:
        relation, _ = min(shared)
        reason = f"both have {relation.replace('_', ' ')} with the same party"
        best = Score(min(best.value + SHARED_FACT, 0.95), (*best.reasons, reason))
    if left.docs & right.docs and ASK <= best.value < MERGE:
        best = Score(min(best.value + SAME_ARTICLE, 0.95), (*best.reasons, "one article uses both"))
    return best


def _alias(left: Unit, right: Unit, owners: Mapping[str, int]) -> Score | None:
    """Whether an article calls `left` by the main name of `right`."""
    main = {joined(name, right.type): name for name in canonical_names(right)}
    for party in left.parties:
        for name in party.names:
            key = joined(name, left.type)
            if is_generic(name):
                continue
            if key in main and fold(name) != fold(party.name) and len(key) >= 2:
                value = 0.9 if owners.get(key, 0) <= 1 and len(key) >= 3 else 0.6
                return Score(value, (f"{party.doc} calls {party.name} also {name}",))
    return None


def _alias_owners(units: Sequence[Unit]) -> dict[str, int]:
    """How many units have a name among their aliases (their main names aside)."""
    counts: dict[str, int] = {}
    for unit in units:
        main = {joined(party.name, unit.type) for party in unit.parties}
        for key in {joined(name, unit.type) for name in unit.names} - main:
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
    return MERGE <= link.score.value < 0.93


def _doubted(link: Link) -> Link:
    reasons = (*link.score.reasons, "the name fits several that are not alike")
    return Link(link.left, link.right, Score(0.7, reasons))
