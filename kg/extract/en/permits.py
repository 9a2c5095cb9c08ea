"""Whether an `approves` reading speaks of a permission: who makes something possible, or acquits, permits nothing."""

from __future__ import annotations

from kg.extract.en.bind import Candidate
from kg.extract.en.containment import is_region_or_country
from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import lemma_of
from kg.model import EntityType, Relation

_ENABLING = frozenset({"allow", "permit"})
_OF_PERSONS = frozenset({"patient's of", "patient's poss"})
_COURTS = frozenset({"court", "tribunal", "jury", "judge"})


def is_no_permit(candidate: Candidate, sentences: Sentences) -> bool:
    """An `approves` reading of what a deed makes possible, of an acquittal, or of the site that a licence is for."""
    if candidate.frame.relation is not Relation.APPROVES:
        return False
    trigger = candidate.trigger
    giver, taker = sentences.entity(candidate.subject.entity), sentences.entity(candidate.object.entity)
    if lemma_of(trigger) in _ENABLING and trigger.dep_ == "advcl" and trigger.tag_ == "VBG":
        return True  # "sold its shares, allowing Orbico to buy"
    if lemma_of(trigger) == "clear" and taker.type is EntityType.PERSON:
        return not _COURTS.isdisjoint(giver.name.casefold().split())
    of_person = candidate.object.role in _OF_PERSONS and candidate.frame.rule == "approves.verb"
    if taker.type is EntityType.PERSON and of_person:
        return True  # "approved the resignation of Jane Doe", "approved his request"
    known = is_region_or_country(giver) or candidate.subject.span.source == "gazetteer"
    return candidate.frame.where == "in-place" and not known
