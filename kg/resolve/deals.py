"""Readings become deals: one agreement in five articles is one deal with five readings, and amounts are not added up.

Rules, in order:

1. Readings with the same relation between the same two entities are candidates for one deal (`partners_with` in either
   direction).
2. They are different deals when they name different places that do not contain one another, when one article gives two
   amounts that cannot be one, or when they lie more than a year apart: by their own dates, unless the later one tells
   how the earlier one went on (agreed in 2018, completed in 2021); by the articles' dates only where the amounts differ
   too. A reading without an amount, place or date joins the deal it fits best.
3. Where the readings of one deal disagree, the value that leads is the one stated by most articles; among equals the
   one from the latest article; then the most specific; then the larger. The others stay, as a conflict.
4. A status that advances with the articles' dates is a history, not a conflict; the latest one leads. Statuses of one
   date that cannot both be right (in talks and signed, active and ended), and a step back, are a conflict as well.
   Roles are not: a person may have several.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.extract.domains import preferred
from kg.model import SYMMETRIC, Conflict, Deal, Fact, Money, Relation, Status
from kg.resolve.amounts import agree, shown, specificity
from kg.resolve.iris import deal_iri

_STAGES = {status: stage for stage, status in enumerate(Status)}
_FIRM = frozenset({Status.AGREED, Status.ACTIVE, Status.COMPLETED})
_OVER = frozenset({Status.COMPLETED, Status.ENDED})
_MAX_CONFIDENCE = 0.99


@dataclass(frozen=True, slots=True)
class Reading:
    """A fact with its parties resolved.

    Attributes:
        amount: The fact's amount, or the one that a person gave instead; so `confidence`.
        published: The article's date, "" when unknown.
        places: Ids of the place and of what contains it, innermost first.
    """

    fact: Fact
    subject: str
    object: str
    amount: Money | None
    confidence: float
    published: str = ""
    places: tuple[str, ...] = ()

    @property
    def when(self) -> str:
        """The fact's own date, else the article's, else ""."""
        return self.fact.date or self.published


def deals(readings: Iterable[Reading]) -> tuple[Deal, ...]:
    """All deals, ordered by id."""
    groups: dict[tuple[str, str, str], list[Reading]] = {}
    for reading in readings:
        groups.setdefault(_triple(reading), []).append(reading)
    found: list[Deal] = []
    for triple, members in sorted(groups.items()):
        found += _named(triple, _split(sorted(members, key=_order)))
    return tuple(sorted(found, key=lambda deal: deal.id))


def _order(reading: Reading) -> tuple[str, str, int, str]:
    fact = reading.fact
    return (reading.published or "9999", fact.doc, fact.evidence.start, fact.id)


def _triple(reading: Reading) -> tuple[str, str, str]:
    first, second = reading.subject, reading.object
    if reading.fact.relation in SYMMETRIC and first > second:
        first, second = second, first
    return (str(reading.fact.relation), first, second)


def _split(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Readings by deal: those with an amount first, so that the others find the deal they fit."""
    clusters: list[list[Reading]] = []
    for reading in sorted(readings, key=lambda r: (r.amount is None, not r.places, not r.fact.date)):
        fitting = [cluster for cluster in clusters if all(_one_deal(reading, other) for other in cluster)]
        if fitting:
            max(fitting, key=lambda cluster: _affinity(reading, cluster)).append(reading)
        else:
            clusters.append([reading])
    ordered = [sorted(cluster, key=_order) for cluster in clusters]
    return sorted(ordered, key=lambda cluster: _order(cluster[0]))


def _one_deal(left: Reading, right: Reading) -> bool:
    if left.places and right.places and left.places[0] not in right.places and right.places[0] not in left.places:
        return False
    if _apart_in_time(left, right):
        return False
    one, two = left.amount, right.amount
    return not (one and two and left.fact.doc == right.fact.doc and not agree(one, two))


def _apart_in_time(left: Reading, right: Reading) -> bool:
    one, two = left.amount, right.amount
    differ = bool(one and two and not agree(one, two))
    if left.fact.date and right.fact.date:
        return _years_apart(left.fact.date, right.fact.date) and (differ or not _goes_on(left, right))
    return differ and _years_apart(left.when, right.when)


def _goes_on(left: Reading, right: Reading) -> bool:
    """Whether the later of two readings tells of a further step of what the earlier one left open."""
    early, late = sorted((left, right), key=lambda reading: reading.when)
    before, after = early.fact.status, late.fact.status
    if not before or not after or before in _OVER:
        return False
    return _STAGES[before] < _STAGES[after]


def _years_apart(one: str, two: str) -> bool:
    """Whether two dates, as precise as they are, lie more than a year apart."""
    if not one or not two:
        return False
    early, late = sorted((one, two))
    if len(early) < 7 or len(late) < 7:
        return int(late[:4]) - int(early[:4]) > 1
    months = (int(late[:4]) - int(early[:4])) * 12 + int(late[5:7]) - int(early[5:7])
    return months > 12


def _affinity(reading: Reading, cluster: Sequence[Reading]) -> tuple[bool, bool, bool, int]:
    amount = reading.amount
    return (
        any(amount and r.amount and agree(amount, r.amount) for r in cluster),
        any(reading.places and r.places for r in cluster),
        any(r.fact.doc == reading.fact.doc for r in cluster),
        len(cluster),
    )


def _named(triple: tuple[str, str, str], clusters: Sequence[Sequence[Reading]]) -> list[Deal]:
    """Deals with their ids: the first of a triple from the triple, further ones also from what sets them apart."""
    made: list[Deal] = []
    taken: set[str] = set()
    for index, cluster in enumerate(clusters):
        iri = deal_iri(triple if index == 0 else (*triple, *_mark(cluster)))
        while iri in taken:
            iri = deal_iri((*triple, *_mark(cluster), str(len(taken))))
        taken.add(iri)
        made.append(_deal(iri, triple, cluster))
    return made


def _mark(cluster: Sequence[Reading]) -> tuple[str, ...]:
    amounts = sorted(shown(r.amount) for r in cluster if r.amount)
    places = sorted(r.places[0] for r in cluster if r.places)
    dates = sorted(r.when for r in cluster if r.when)
    return (amounts[0] if amounts else "", places[0] if places else "", dates[0][:4] if dates else "")


def _deal(iri: str, triple: tuple[str, str, str], cluster: Sequence[Reading]) -> Deal:
    amount, amount_conflict = _lead_amount(cluster)
    date, date_conflict = _lead(cluster, "date", lambda r: r.fact.date, _same_date, lambda value: len(value))
    role, _ = _lead(cluster, "role", lambda r: r.fact.role, _same_text, lambda value: len(value))
    history = _history(cluster)
    status, status_conflict = _status(cluster, history)
    places = [r.places for r in cluster if r.places]
    conflicts = (amount_conflict, date_conflict, status_conflict)
    return Deal(
        id=iri,
        subject=triple[1],
        relation=Relation(triple[0]),
        object=triple[2],
        readings=tuple(r.fact for r in cluster),
        amount=amount,
        date=date,
        place=max(places, key=len)[0] if places else None,
        role=role,
        status=status,
        domains=tuple(dict.fromkeys(preferred(domain) for r in cluster for domain in r.fact.domains)),
        confidence=_confidence(cluster),
        conflicts=tuple(conflict for conflict in conflicts if conflict),
        history=history if len(history) > 1 else (),
    )


def _confidence(cluster: Sequence[Reading]) -> float:
    """Chance that at least one article's best reading is right, articles taken as independent."""
    best: dict[str, float] = {}
    for reading in cluster:
        best[reading.fact.doc] = max(best.get(reading.fact.doc, 0.0), reading.confidence)
    wrong = 1.0
    for value in best.values():
        wrong *= 1.0 - value
    return round(max(max(best.values()), min(1.0 - wrong, _MAX_CONFIDENCE)), 4)


def _lead_amount(cluster: Sequence[Reading]) -> tuple[Money | None, Conflict | None]:
    groups: list[list[Reading]] = []
    for reading in cluster:
        amount = reading.amount
        if amount is None:
            continue
        group = next((g for g in groups if g[0].amount and agree(amount, g[0].amount)), None)
        if group is None:
            groups.append([reading])
        else:
            group.append(reading)
    if not groups:
        return None, None
    groups.sort(key=_weight, reverse=True)
    leads = [_best_amount(group) for group in groups]
    if len(groups) == 1:
        return leads[0], None
    values = tuple((shown(lead), _ids(group)) for lead, group in zip(leads, groups, strict=True))
    return leads[0], Conflict("amount", values)


def _best_amount(group: Sequence[Reading]) -> Money:
    """The most exact wording of one amount; among equals the most frequent, then the first."""
    amounts = [r.amount for r in group if r.amount]
    counts = Counter(amounts)
    return max(dict.fromkeys(amounts), key=lambda money: (specificity(money), len(money.also), counts[money]))


def _weight(group: Sequence[Reading]) -> tuple[int, str, int, float]:
    """The rule for which value leads: articles, latest date, specificity, size."""
    articles = len({r.fact.doc for r in group})
    exact = max(specificity(r.amount) for r in group if r.amount)
    return (articles, max(r.published for r in group), exact, max(r.amount.value for r in group if r.amount))


def _lead(
    cluster: Sequence[Reading],
    field: str,
    value_of: Callable[[Reading], str | None],
    same: Callable[[str, str], bool],
    exactness: Callable[[str], int],
) -> tuple[str | None, Conflict | None]:
    groups: list[list[Reading]] = []
    for reading in cluster:
        value = value_of(reading)
        if value is None:
            continue
        group = next((g for g in groups if all(same(value, value_of(r) or "") for r in g)), None)
        if group is None:
            groups.append([reading])
        else:
            group.append(reading)
    if not groups:
        return None, None

    def best(group: Sequence[Reading]) -> str:
        return max((value_of(r) or "" for r in group), key=lambda value: (exactness(value), value))

    groups.sort(key=lambda g: (len({r.fact.doc for r in g}), max(r.published for r in g), exactness(best(g)), best(g)))
    groups.reverse()
    if len(groups) == 1:
        return best(groups[0]), None
    return best(groups[0]), Conflict(field, tuple((best(group), _ids(group)) for group in groups))


def _same_date(one: str, two: str) -> bool:
    return one.startswith(two) or two.startswith(one)


def _same_text(one: str, two: str) -> bool:
    return one.casefold() in two.casefold() or two.casefold() in one.casefold()


def _ids(group: Sequence[Reading]) -> tuple[str, ...]:
    return tuple(r.fact.id for r in group)


def _history(cluster: Sequence[Reading]) -> tuple[tuple[str, Status], ...]:
    """(date, status) in the order of the articles' dates, each change once."""
    course: list[tuple[str, Status]] = []
    for date in sorted({r.published for r in cluster if r.fact.status}):
        status = _prevailing([r for r in cluster if r.published == date and r.fact.status])
        if not course or course[-1][1] is not status:
            course.append((date, status))
    return tuple(course)


def _prevailing(readings: Sequence[Reading]) -> Status:
    """The status of most articles; among equals the one that is furthest along."""
    per_status: dict[Status, set[str]] = {}
    for reading in readings:
        if reading.fact.status:
            per_status.setdefault(reading.fact.status, set()).add(reading.fact.doc)
    return max(per_status, key=lambda status: (len(per_status[status]), _STAGES[status]))


def _status(
    cluster: Sequence[Reading], history: tuple[tuple[str, Status], ...]
) -> tuple[Status | None, Conflict | None]:
    if not history:
        return None, None
    groups: dict[Status, list[Reading]] = {}
    for reading in cluster:
        if reading.fact.status:
            groups.setdefault(reading.fact.status, []).append(reading)
    lead = history[-1][1]
    if len(groups) == 1 or not (_split_on_a_date(groups) or _steps_back(history)):
        return lead, None
    ordered = sorted(groups, key=lambda status: (status is not lead, -len(groups[status]), _STAGES[status]))
    return lead, Conflict("status", tuple((str(status), _ids(groups[status])) for status in ordered))


def _split_on_a_date(groups: Mapping[Status, Sequence[Reading]]) -> bool:
    """Whether two articles of one date say different things (one article may tell a course of events)."""
    said: dict[str, dict[str, set[Status]]] = {}
    for status, readings in groups.items():
        for r in readings:
            said.setdefault(r.published, {}).setdefault(r.fact.doc, set()).add(status)
    for by_doc in said.values():
        statements = list(by_doc.values())
        if any(not _compatible(one, two) for one in statements for two in statements):
            return True
    return False


def _compatible(one: set[Status], two: set[Status]) -> bool:
    """Whether two articles of one date can both be right: one may just tell of an earlier step."""
    return any(_one_course(a, b) for a in one for b in two)


def _one_course(one: Status, two: Status) -> bool:
    if Status.ENDED in (one, two):
        return one is two
    return {one, two} <= _FIRM or abs(_STAGES[one] - _STAGES[two]) <= 1


def _steps_back(history: tuple[tuple[str, Status], ...]) -> bool:
    statuses = [status for _, status in history]
    return any(_STAGES[b] < _STAGES[a] and not _one_course(a, b) for a, b in pairwise(statuses))
