"""Mentions that fill an end of a frame: those of the right type, or what a person of another type acts for."""

from __future__ import annotations

from kg.extract.en.annotation import PARTIES
from kg.extract.en.argument import Argument
from kg.extract.en.frames import Frame
from kg.extract.en.lines import fits
from kg.extract.en.sentences import PUBLIC, Filler, Sentences
from kg.extract.en.trigger_roles import Lookup
from kg.model import EntityType, Relation, Status

_FOR_OFFICE = 1
_SEATED = (["based"], ["headquartered"], ["listed"])
RULINGS = frozenset({Relation.SANCTIONS, Relation.APPROVES})
"""What a court does by its judges."""
_POWERS = frozenset({"government", "authorities", "administration", "municipality", "council", "junta", "regime"})
_SEATS = frozenset({"city", "state", "province", "municipality", "county", "commonwealth", "town", "district"})


def first_fillers(
    sentences: Sentences, frame: Frame, roles: tuple[str, ...], types: frozenset[EntityType], lookup: Lookup
) -> list[Filler]:
    """Fillers of the right type in the first role that has some; in all roles of a symmetric frame."""
    found: list[Filler] = []
    every = frame.symmetric
    for role in roles:
        given = lookup(role)
        if not given:
            continue
        nearest = -1
        for argument in sorted(given, key=_cost):
            if argument.cost and argument.cost != nearest and found and not every:
                break
            nearest = argument.cost
            for filler in sentences.fillers(argument, role):
                fitting = _fitting(sentences, frame, filler, types)
                if fitting is not None:
                    found.append(_served(sentences, frame, fitting))
        if found and not every:
            break
    unique: dict[int, Filler] = {}
    for filler in found:
        if filler.entity not in unique or filler.cost < unique[filler.entity].cost:
            unique[filler.entity] = filler
    return list(unique.values())


def _cost(argument: Argument) -> int:
    return argument.cost


def _fitting(sentences: Sentences, frame: Frame, filler: Filler, types: frozenset[EntityType]) -> Filler | None:
    """The filler if its type fits; for a person, what that person leads ("the presidents signed the deal")."""
    if not filler.role.endswith("compound") and filler.span.is_adjective:
        return None
    if frame.symmetric and _says_of_whom(sentences, filler):
        return None
    if fits(sentences.entity(filler.entity), types) or _is_seat_of_power(sentences, filler, types):
        return filler
    office = _office(sentences, frame, filler)
    if office is None or sentences.entity(office).type not in types:
        return None
    return Filler(filler.span, office, filler.role, filler.cost + _FOR_OFFICE)


def _says_of_whom(sentences: Sentences, filler: Filler) -> bool:
    """Where a party is from: "Turkey's Orbico", "the Lindal Institute (Peru)", "the Oman and Qatar-based firm"."""
    doc, end = sentences.doc, filler.span.end
    if sentences.entity(filler.entity).type is not EntityType.PLACE or end + 1 >= len(doc):
        return False
    if filler.span.start and doc[filler.span.start - 1].text == "(" and doc[end].text == ")":
        return True
    following = sentences.span_at(doc[end + 1])
    if following is None or following.start != end + 1:
        return False
    kind = sentences.entity(following.entities[0]).type
    if doc[end].tag_ == "POS":
        return kind in PARTIES and not following.is_stand_in and not filler.role.endswith("poss")
    based = doc[following.end : following.end + 2]
    return doc[end].lower_ == "and" and kind is EntityType.PLACE and [t.lower_ for t in based][1:] in _SEATED


def _served(sentences: Sentences, frame: Frame, filler: Filler) -> Filler:
    """The country that gets an investment in "South African cloud infrastructure", which is no single facility."""
    doc, start = sentences.doc, filler.span.start
    if frame.relation is not Relation.INVESTS or doc[filler.span.head].lower_ != "infrastructure" or not start:
        return filler
    owner = doc[start - 1].tag_ == "POS" and start > 1
    before = sentences.span_at(doc[start - 2 if owner else start - 1])
    if before is None or sentences.entity(before.entities[0]).type not in PUBLIC:
        return filler
    return Filler(before, before.entities[0], filler.role, filler.cost + 1)


def _office(sentences: Sentences, frame: Frame, filler: Filler) -> int | None:
    """What a person acts for: heads of governments always, others where an agreement is signed."""
    if frame.relation is Relation.BUILDS:  # a minister who opens a plant does not build it
        return None
    if filler.role.endswith(("agent", "between")) and filler.entity in sentences.led:
        body = sentences.led[filler.entity]
        judges = "court" in sentences.entity(body).name.casefold()
        return body if not judges or frame.relation in RULINGS else None
    signs = frame.symmetric and frame.status is Status.AGREED and filler.role.endswith(("agent", "between", "with"))
    return sentences.represented.get(filler.entity) if signs else None


def _is_seat_of_power(sentences: Sentences, filler: Filler, types: frozenset[EntityType]) -> bool:
    """ "The government of Ghana", "the city of Porto", "Ohio state": a place in name, a public body in what it does."""
    if EntityType.GOVERNMENT not in types or sentences.entity(filler.entity).type is not EntityType.PLACE:
        return False
    span = sentences.doc[filler.span.start : filler.span.end]
    head, named = sentences.doc[filler.span.head], len(span) > 2 and span[1].lower_ == "of"
    behind = len(span) > 1 and not filler.span.is_stand_in and span[-1].text in _SEATS
    called = behind or (named and span[0].lower_ in _SEATS)
    return head.lower_ in _POWERS or called
