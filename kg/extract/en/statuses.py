"""How far a fact has come: its verdict's status, as the frame and the rest of the sentence bend it."""

from __future__ import annotations

from functools import partial

from kg.extract.en.bind import Candidate
from kg.extract.en.departures import has_left
from kg.extract.en.syntax import governor, lemma_of
from kg.extract.en.tokens import Token
from kg.extract.rules import word_group
from kg.model import Relation, Status

SPENDING = frozenset({Relation.INVESTS, Relation.FUNDS})
_ANNOUNCING = frozenset({"announce", "unveil", "outline", "earmark"})
TIMELESS = frozenset({Relation.LEADS, Relation.OWNS, Relation.LOCATED_IN, Relation.PARTICIPATES_IN})
_OF_DEALS = frozenset({Relation.OWNS, Relation.PARTNERS_WITH})
_OPEN = frozenset({Status.PLANNED, Status.AGREED, Status.PROPOSED})
_AGREED = frozenset({"infinitive", "agree", "sign", "announce", "conclude", "have"}) | word_group(
    "en/factuality.yaml", "agreements"
)
"""Reasons why a takeover is ahead that say that it is agreed."""
_TOLD_OF = frozenset({Status.ACTIVE, Status.COMPLETED})
_TOLD = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_words = partial(word_group, "en/wishes.yaml")


def status_of(candidate: Candidate) -> Status | None:
    """How far it has come: what the frame says of its plain past, and what became of it."""
    status = candidate.verdict.status
    leads = candidate.frame.relation is Relation.LEADS
    if _is_over(candidate) or (leads and status in _TOLD_OF and has_left(candidate)):
        return Status.ENDED
    if status is Status.PLANNED and (bent := _of_planned(candidate)) is not None:
        return bent
    if candidate.frame.status is Status.PLANNED and status in (Status.COMPLETED, Status.ACTIVE):
        return Status.PLANNED
    imposes = candidate.frame.relation is Relation.SANCTIONS and candidate.frame.status is Status.COMPLETED
    if imposes and status is Status.PLANNED:
        return Status.COMPLETED  # "must pay $2 million": the fine is imposed
    if candidate.frame.status is Status.PROPOSED and status is Status.ACTIVE:
        return Status.PROPOSED
    if candidate.frame.status is Status.ENDED and status is not Status.PROPOSED:
        return Status.ENDED
    if status is Status.COMPLETED and candidate.frame.status is not None:
        return candidate.frame.status
    if status is Status.COMPLETED and candidate.frame.relation in SPENDING and _is_announced(candidate):
        return Status.PLANNED
    if status is Status.ACTIVE and candidate.frame.status is Status.AGREED:
        return Status.AGREED
    if status is Status.COMPLETED and candidate.frame.relation in TIMELESS:
        return Status.ACTIVE if candidate.frame.relation is not Relation.OWNS else status
    return status


def _of_planned(candidate: Candidate) -> Status | None:
    """What is more than planned: an agreement, and what one has who plans to sell it."""
    frame = candidate.frame
    if frame.status is Status.ACTIVE and frame.when == {Status.PLANNED}:
        return Status.ACTIVE  # "plans to sell Orbico", which it owns
    agreed = frame.relation is Relation.PARTNERS_WITH and _in_agreement(candidate)
    return Status.AGREED if agreed or (frame.relation is Relation.OWNS and _is_agreed(candidate)) else None


def _is_announced(candidate: Candidate) -> bool:
    """ "Announced an investment of $2 billion": the money is still to come."""
    return candidate.verb is not None and lemma_of(candidate.verb) in _ANNOUNCING


def _in_agreement(candidate: Candidate) -> bool:
    """ "signed an agreement to cooperate" is agreed, not planned."""
    return bool(set(candidate.verdict.reasons) & word_group("en/factuality.yaml", "agreements"))


def _is_agreed(candidate: Candidate) -> bool:
    """ "Has agreed to buy", "signed a deal to buy", not "will agree", "plans a deal to buy"."""
    reasons = candidate.verdict.reasons
    if not _AGREED.issuperset(reasons):
        return False
    verb = candidate.verb or candidate.trigger
    deal = verb.head if verb.dep_ == "relcl" else verb
    is_deal = lemma_of(deal) in word_group("en/factuality.yaml", "agreements") and deal.head.tag_ in _TOLD
    return is_deal or "agree" in reasons or _in_agreement(candidate)


def _is_over(candidate: Candidate) -> bool:
    """ "Lifted a ban", "but the deal collapsed"."""
    relation = candidate.frame.relation
    if relation is Relation.SANCTIONS:
        return _is_lifted(candidate.trigger, candidate.verb)
    return relation in _OF_DEALS and _fails(candidate.trigger, only=candidate.verdict.status not in _OPEN)


def _is_lifted(trigger: Token, verb: Token | None) -> bool:
    """The ban that is lifted, and the lifting that a pattern is triggered by."""
    above = verb or (governor(trigger) if trigger.pos_ == "NOUN" else trigger)
    before = trigger.doc[max(0, trigger.i - 1)]
    if trigger.pos_ != "ADP" and before.lower_.removesuffix("s") in _words("lifts") and before.lower_ != "drop":
        return True  # a headline's "lifts ban"
    if above is None or lemma_of(above) not in _words("lifts") or _takes_permit(above):
        return False
    happened = _has_happened(above)
    return happened and (above == trigger or trigger.dep_ in ("dobj", "nsubjpass", "conj"))


def _takes_permit(verb: Token) -> bool:
    """As in "revoked its licence", "had its licence revoked": what imposes and lifts nothing."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass", "nsubj")]
    things += [verb.head] if verb.dep_ == "acl" else []
    return any(lemma_of(thing) in word_group("en/word_lists.yaml", "permit") for thing in things)


def _has_happened(verb: Token) -> bool:
    """Told as having happened: "lifted", "has lifted", "seems to have lifted", a headline's "lifts"."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "neg")]
    if any(c.dep_ == "neg" for c in helpers):
        return False
    return any(c.lower_ == "have" for c in helpers) or not any(c.tag_ in ("MD", "TO") for c in helpers)


def _fails(trigger: Token, *, only: bool) -> bool:
    """The trigger, or a deal that the sentence tells of behind it unless `only`, came to nothing."""
    trigger = trigger.head if trigger.pos_ == "ADP" else trigger
    for token in trigger.sent:
        if token.pos_ != "VERB" or not {lemma_of(token), _phrasal(token)} & _words("fails"):
            continue
        above = token.head if token.dep_ == "xcomp" else token
        subject = next((c for v in (token, above) for c in v.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        told = subject is not None and (subject == trigger or (trigger.i < subject.i and not only))
        if told and subject is not None and lemma_of(subject) in _words("deals") and _has_happened(token):
            return True
    return False


def _phrasal(verb: Token) -> str:
    return " ".join([lemma_of(verb), *(c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod"))][:2])
