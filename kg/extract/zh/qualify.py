"""Amount, date, place, status and subject matters of a statement, from the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.zh.candidates import Candidate
from kg.extract.zh.dates import Dated
from kg.extract.zh.money import Amount
from kg.extract.zh.spans import Span
from kg.extract.zh.subjects import Found
from kg.model import EntityType, Relation

_DEADLINE = (
    r"(?:底|前|之前|年底|左右|起|末)*[^，。；]{0,6}?"
    r"(?:前|建成|投产|完工|量产|竣工|完成|投用|驶下|交付|达产|通车|开业|启用)"
)
_PERIOD = r"(?:度|年度|财年|全年)?[^，。；]{0,8}?(?:销售额|营业额|营收|收入|利润|业绩|年报|财报|产值|公司债券|版)"
# What follows a date that is no date of the statement: a deadline, or the period that a figure is of.
_ASIDE = re.compile(f"^(?:{_DEADLINE}|{_PERIOD})")


def amount_of(candidate: Candidate) -> Amount | None:
    """The amount that belongs to a statement: the nearest in its clause, else in the clauses right behind or before."""
    if not candidate.money:
        return None
    clauses = candidate.clauses
    amounts = [a for a in clauses.reading.amounts if not a.other]
    if candidate.money == "inside":
        within = [a for a in amounts if candidate.start <= a.start and a.end <= candidate.end]
        return within[0] if within else None
    inside = [a for a in amounts if clauses.at(a.start) == candidate.clause]
    own = [a for a in inside if 0 <= a.start - candidate.object.end <= 1]
    if own:
        return own[0]  # "捐赠北京市500万元、|河北省|1000万元"
    if candidate.money == "needed":
        after = [a for a in inside if 0 <= a.start - candidate.end <= 8 or a.start <= candidate.end <= a.end + 4]
        before = [a for a in inside if 0 <= candidate.end - a.end <= 8]
        near = after or before
        return near[0] if near else None
    if inside:
        return min(inside, key=lambda a: abs(a.start - candidate.end))
    shares = candidate.rule in _SHARES
    for step in (1, -1, 2, -2, 3) if candidate.relation is not Relation.INVESTS else (1,) if shares else ():
        there = [a for a in amounts if clauses.at(a.start) == candidate.clause + step]
        if there and _reaches(candidate, candidate.clause + step):
            return there[0]
    return None


_SHARES = frozenset({"subscribe-shares", "subscribe-new"})  # how many come first, then what they cost


def _reaches(candidate: Candidate, clause: int) -> bool:
    """Whether an amount in another clause is still this statement's: no other party acts in between."""
    words = candidate.clauses.words(clause)
    if candidate.relation in {Relation.SUPPLIES, Relation.SANCTIONS, Relation.OWNS, Relation.FUNDS}:
        return bool(
            re.search(
                r"金额|计\d|即\d|总价|价格|作价|代价|罚款|合同额|总额|对价|罚没|资金|价值|交易|贷款|获得?批?\d|总计|合计|共计|涉及|约|耗资",
                words,
            )
        )
    return bool(re.search(r"投资|耗资|总额|斥资|注资|涉资|作价|代价", words))


def date_of(candidate: Candidate, before: Sequence[Dated] = ()) -> str | None:
    """When it happened: the last date before the trigger in its sentence, else one behind it in its clause.

    Args:
        candidate: The statement.
        before: Dates of the sentence before in the same paragraph, for a statement that has none.
    """
    if (
        candidate.relation in {Relation.LEADS, Relation.LOCATED_IN, Relation.OWNS}
        and not candidate.clauses.reading.dates
    ):
        return None
    if candidate.relation in {Relation.LEADS, Relation.LOCATED_IN}:
        return None
    clauses = candidate.clauses
    dates = [d for d in clauses.reading.dates if not _ASIDE.match(clauses.text[d.end :])]
    earlier = [d for d in dates if d.start < candidate.start]
    inside = [d for d in earlier if clauses.at(d.start) == candidate.clause]
    after = [d for d in dates if d.start >= candidate.start and clauses.at(d.start) == candidate.clause]
    later = [d for d in dates if clauses.at(d.start) > candidate.clause and not d.vague][:1]
    for pool in (inside, [d for d in earlier if not d.vague][-1:], after, earlier, later):
        exact = [d for d in pool if not d.vague] or list(pool)
        if exact:
            return exact[-1].iso
    return before[-1].iso if before and not clauses.reading.dates else None


def place_of(candidate: Candidate) -> Span | None:
    """Where a builder builds: the place marked with 在, within the facility's name, or that it goes to."""
    if candidate.relation not in {Relation.BUILDS, Relation.INVESTS, Relation.SUPPLIES}:
        return None
    clauses = candidate.clauses
    own = candidate.object.place
    marked = [
        g
        for g in clauses.groups
        if g.mark in {"在", "于", "至", "到"} and any(s.type is EntityType.PLACE for s in g.members)
    ]
    marked.sort(key=lambda g: (abs(g.clause - candidate.clause), abs(g.start - candidate.start)))
    for group in marked:
        if abs(group.clause - candidate.clause) <= 2:
            return next(s for s in group.members if s.type is EntityType.PLACE)
    if own:
        return own
    behind = [
        s
        for s in clauses.reading.spans
        if s.type is EntityType.PLACE and s.start >= candidate.end and s.start - candidate.end <= 3
    ]
    return behind[0] if behind else None


def _stated_place(candidate: Candidate) -> Span | None:
    """The only place that 在 or 于 marks in the clause of a statement."""
    marked = [s for g in candidate.clauses.within(candidate.clause) if g.mark in {"在", "于"} for s in g.members]
    places = [s for s in marked if s.type is EntityType.PLACE]
    return places[0] if len(places) == 1 and places[0].source != "anaphor" else None


def sited_in(candidate: Candidate) -> Candidate | None:
    """Where a facility lies that somebody builds somewhere."""
    facility = candidate.object.type is EntityType.FACILITY and candidate.relation in {
        Relation.BUILDS,
        Relation.INVESTS,
    }
    place = _stated_place(candidate) if facility else None
    if place is None or place.key in {"", "地:中国", candidate.object.key} or candidate.object.source == "anaphor":
        return None
    how = (candidate.how[1], Found((), "place"))
    return replace(
        candidate,
        relation=Relation.LOCATED_IN,
        subject=candidate.object,
        object=place.chain[-1] if place.chain else place,
        rule="built-at",
        how=how,
        money="",
        status=None,
    )


def found_features(candidate: Candidate) -> dict[str, float]:
    """Explainable features for the confidence."""
    how: tuple[Found, Found] = candidate.how
    return {
        "frame": candidate.score,
        "distance": float(how[0].distance + how[1].distance),
        "carried": float(any(f.how in {"carried", "past", "builder"} for f in how)),
        "coreference": float(sum(s.source == "anaphor" for s in (candidate.subject, candidate.object))),
        "weak name": float(
            sum(s.source in {"short", "context", "bare"} for s in (candidate.subject, candidate.object))
        ),
        "title": float(candidate.clauses.reading.sentence.title),
    }
