"""Whether an `approves` reading speaks of a permission: who makes something possible, or acquits, permits nothing."""

from __future__ import annotations

from kg.extract.en.bind import Candidate
from kg.extract.en.containment import is_region_or_country
from kg.extract.en.end_checks import COURTS
from kg.extract.en.lexicon import lexicon
from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import lemma_of
from kg.extract.rules import word_group
from kg.model import EntityType, Relation

_ENABLING = frozenset({"allow", "permit"})
_OF_PERSONS = frozenset({"patient's of", "patient's poss"})
_DUTIES = frozenset({"must", "should", "ought"})
_MEDICAL_REACH = 6
_GRANTING = frozenset({"grant", "give", "award", "issue", "hand", "receive", "get", "win", "obtain", "secure"})
_COURTS = COURTS | {"jury", "judge"}


def is_no_permit(candidate: Candidate, sentences: Sentences) -> bool:
    """An `approves` reading of what a deed makes possible, of an acquittal, or of the site that a licence is for."""
    if candidate.frame.relation is not Relation.APPROVES:
        return False
    trigger = candidate.trigger
    if any(child.lower_ in _DUTIES and child.dep_ == "aux" for child in trigger.children):
        return True  # "regulators must still approve the deal"
    if _is_kind_of_permit(candidate, sentences) or _is_granted_for(candidate, sentences):
        return True
    giver, taker = sentences.entity(candidate.subject.entity), sentences.entity(candidate.object.entity)
    if lemma_of(trigger) in _ENABLING and trigger.dep_ == "advcl" and trigger.tag_ == "VBG":
        return True  # "sold its shares, allowing Orbico to buy"
    if lemma_of(trigger) == "clear" and taker.type is EntityType.PERSON:
        return not _COURTS.isdisjoint(giver.name.casefold().split())
    if taker.type is EntityType.COMPANY and _is_medicine(candidate, sentences):
        return True
    of_person = candidate.object.role in _OF_PERSONS and candidate.frame.rule == "approves.verb"
    if taker.type is EntityType.PERSON and of_person:
        return True  # "approved the resignation of Jane Doe", "approved his request"
    known = is_region_or_country(giver) or candidate.subject.span.source == "gazetteer"
    return candidate.frame.where == "in-place" and not known


def _is_medicine(candidate: Candidate, sentences: Sentences) -> bool:
    """The "Wavelixa" of "approved Wavelixa (tandemab) for adults with asthma", "approved the vaccine Wavelixa"."""
    span, doc = candidate.object.span, sentences.doc
    if span.is_stand_in or span.source == "gazetteer" or doc[span.end - 1].lower_ in lexicon()["company_suffixes"]:
        return False
    if span.end < len(doc) and doc[span.end].tag_ == "POS":
        return False
    medical = word_group("en/word_lists.yaml", "medical")
    before = doc[span.start - 1].lower_ if span.start else ""
    behind = doc[span.end : min(len(doc), doc[span.head].sent.end, span.end + _MEDICAL_REACH)]
    generic = len(behind) > 2 and behind[0].text == "(" and behind[1].text.islower()
    return generic or before in medical or any(t.lower_ in medical for t in behind if behind[0].lower_ == "for")


def _is_granted_for(candidate: Candidate, sentences: Sentences) -> bool:
    """The bank of "gave Orbico approval for a Lindal Trust Bank": Orbico got it."""
    verb = candidate.trigger.head
    if candidate.object.role != "n:for" or lemma_of(verb) not in _GRANTING:
        return False
    roles = sentences.roles(verb)
    spans = [sentences.span_at(a.token) for role in ("patient", "dative", "to") for a in roles.get(role, ())]
    return any(span is not None and candidate.object.entity not in span.entities for span in spans)


def _is_kind_of_permit(candidate: Candidate, sentences: Sentences) -> bool:
    """The "MVNO" of "was awarded the MVNO licence", the "IDE" of "granted IDE approval to Orbico"."""
    span, doc = candidate.object.span, sentences.doc
    noun = doc[span.head].head
    if doc[span.head].dep_ != "compound" or noun.i != span.end or not doc[span.start : span.end].text.isupper():
        return False
    receiver = any(child.lower_ in ("to", "for") for child in (*noun.children, *noun.head.children))
    determined = span.start > 0 and doc[span.start - 1].lower_ in ("a", "an", "the")
    return span.source != "gazetteer" and (receiver or determined)
