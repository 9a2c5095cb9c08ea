"""Places that only say where something is done, and are no party to it."""

from __future__ import annotations

from kg.extract.en.annotation import Span
from kg.extract.en.bind import Candidate
from kg.extract.en.containment import is_city_in
from kg.extract.en.frames import PROJECT
from kg.extract.en.sentences import Filler, Sentences
from kg.extract.en.statuses import SPENDING, TIMELESS
from kg.extract.en.surface import IMPLIED
from kg.model import EntityType, Relation

_WHERE = frozenset({"in", "at", "of", "from", "near", "for", "to", "across", "outside"})
_SCENES = frozenset({"in", "at", "near", "across", "outside"})


def is_where(candidate: Candidate, sentences: Sentences) -> bool:
    """ "Three banks in China extended a loan": China is where, not who."""
    if (
        candidate.frame.relation in TIMELESS
        or candidate.frame.where == "in-place"
        or candidate.subject.role in (IMPLIED, PROJECT)
    ):
        return False
    if candidate.frame.symmetric and _is_scene(candidate.object, sentences):
        return True
    span = candidate.subject.span
    is_place = sentences.entity(candidate.subject.entity).type is EntityType.PLACE
    owns = span.end < len(sentences.doc) and sentences.doc[span.end].tag_ == "POS"
    start = _first_place(sentences, span).start
    before = sentences.doc[start - 1].lower_ if start > 0 else ""
    gives = before == "from" and span.start > candidate.trigger.i  # "won a grant from Ohio"
    return is_place and not owns and not gives and before in _WHERE


def _is_scene(end: Filler, sentences: Sentences) -> bool:
    """The Arizona of "In Arizona, A is partnering with B"."""
    is_place = sentences.entity(end.entity).type is EntityType.PLACE
    return is_place and end.span.start > 0 and sentences.doc[end.span.start - 1].lower_ in _SCENES


def has_region_of_city(candidate: Candidate, sentences: Sentences) -> bool:
    """ "Signed with the city of Hubbard, Texas": the region behind a city's comma is no party of its own."""
    if candidate.frame.relation is Relation.LOCATED_IN:
        return False
    spent_at_seat = candidate.frame.relation in SPENDING and _is_seat(candidate.object.span, sentences)
    if spent_at_seat or _is_seat_or_country(candidate.subject.span, sentences):
        return True
    told = candidate.trigger.sent
    ends = (end.span for end in (candidate.subject, candidate.object) if told.start <= end.span.start < told.end)
    return any(_is_region_of_city(span, sentences) for span in ends)


def _is_seat_or_country(span: Span, sentences: Sentences) -> bool:
    """The places of "Dallas, Texas-based Orbico" and the country of "a firm in Salta, Argentina" do not act."""
    if sentences.entity(span.entities[0]).type is not EntityType.PLACE:
        return False
    if _is_seat(span, sentences):
        return True
    first = _first_place(sentences, span)
    outer = first is not span and first.start > 0 and sentences.doc[first.start - 1].text in ("in", "at", "near", "of")
    return outer and sentences.doc[span.end : span.end + 1].text not in ("and", "'s", "’s")


def _is_seat(span: Span, sentences: Sentences) -> bool:
    """The places of "Lagos-based Orbico" and "Dallas, Texas-based Orbico"."""
    after = sentences.doc[span.end : span.end + 4]
    following = sentences.span_at(after[1]) if len(after) > 1 and after[0].text == "," else None
    end = following.end if following is not None and following.start == span.end + 1 else span.end
    return [t.lower_ for t in sentences.doc[end : end + 2]] in (["-", "based"], ["-", "headquartered"])


def _is_region_of_city(span: Span, sentences: Sentences) -> bool:
    before = sentences.before_comma(span)
    if before is None or sentences.doc[span.end : span.end + 1].text in ("and", "or", "'s", "’s"):
        return False
    inner, outer = (sentences.entity(s.entities[0]) for s in (before, span))
    return inner.type is outer.type is EntityType.PLACE and is_city_in(inner, outer)


def _first_place(sentences: Sentences, span: Span) -> Span:
    """The place that commas put in the one of a mention: the "Colombo" of "in Colombo, Sri Lanka"."""
    while (before := sentences.before_comma(span)) is not None:
        if sentences.entity(before.entities[0]).type is not EntityType.PLACE:
            break
        span = before
    return span
