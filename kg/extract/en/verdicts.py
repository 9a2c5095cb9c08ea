"""What a word pattern states: whether it is asserted, and how far it has come."""

from __future__ import annotations

import re
from itertools import islice

from kg.extract.en.factuality import Verdict, is_claim, is_postmodifier, judge
from kg.extract.en.frames import Frame
from kg.extract.en.negation import is_negated_noun
from kg.extract.en.syntax import clause_ancestors, governor, is_infinitive, lemma_of
from kg.extract.en.tokens import Token
from kg.extract.en.triggers import is_verbal
from kg.extract.rules import word_group
from kg.model import Relation, Status

_PRESUPPOSED = frozenset({"amod", "compound", "nmod", "npadvmod", "acl", "advmod"})
_PAST = re.compile(r" (?:former|formerly|then|ex|previously|once)(?= )")
_AHEAD = re.compile(r" (?:planned|future|upcoming|will|proposed|intended|prospective)(?= |$)")
_NEAR_ABOVE = 6


def verdict_of(frame: Frame, trigger: Token, words: str) -> Verdict:
    """A lasting state is presupposed by a noun or participle; an event and a clause's own verb are judged as ever."""
    if is_negated_noun(trigger):
        return Verdict(False, None, ("not",))
    presupposed = trigger.dep_ in _PRESUPPOSED or (trigger.dep_ in ("advcl", "dep") and is_postmodifier(trigger))
    if is_verbal(trigger) and (not presupposed or _is_intended(trigger)):
        return _ahead(trigger, judge(trigger, trigger))
    if frame.status in (None, Status.PROPOSED) and trigger.pos_ == "NOUN":
        return judge(trigger, governor(trigger))
    if trigger.lower_ == "between" and frame.symmetric and (open_deal := _open_deal(trigger)) is not None:
        return open_deal
    if trigger.pos_ == "ADP" and frame.relation is not Relation.LOCATED_IN and _is_denied(trigger):
        return Verdict(False, None, ("not",))
    if is_verbal(trigger) and not judge(trigger, trigger).asserted and is_claim(trigger):
        return Verdict(False, None, ("only a claim",))
    if not judge(trigger, None).asserted and trigger.sent[-1].text == "?":
        return Verdict(False, None, ("question",))
    if _PAST.search(words):
        return Verdict(True, Status.ENDED, ("former",))
    if _AHEAD.search(words):
        return Verdict(True, Status.PLANNED, ("planned",))
    return Verdict(True, frame.status or Status.COMPLETED)


def _ahead(verb: Token, verdict: Verdict) -> Verdict:
    """ "Pledged to award a grant", "offered to award it": the giving is still to come."""
    if verdict.status is not Status.COMPLETED or not any(c.dep_ == "xcomp" and is_infinitive(c) for c in verb.children):
        return verdict
    if lemma_of(verb) in word_group("en/factuality.yaml", "proposes"):
        return Verdict(True, Status.PROPOSED, verdict.reasons)
    planned = lemma_of(verb) in word_group("en/factuality.yaml", "plans")
    return Verdict(True, Status.PLANNED, verdict.reasons) if planned else verdict


def _is_intended(trigger: Token) -> bool:
    """ "Scrapped its agreement to sell Orbico": an infinitive behind a noun has not happened yet."""
    return trigger.dep_ == "acl" and is_infinitive(trigger)


def _open_deal(prep: Token) -> Verdict | None:
    """What "between" hangs on, where that is none yet: "a potential deal between A and B"."""
    if prep.head.pos_ != "NOUN":
        return None
    verdict = judge(prep.head, governor(prep.head))
    return verdict if not verdict.asserted or verdict.status in (Status.PROPOSED, Status.ENDED) else None


def _is_denied(prep: Token) -> bool:
    """ "Was not joined by A in partnership with B": a negated verb above the preposition's phrase."""
    above = next((t for t in islice(clause_ancestors(prep), 1, _NEAR_ABOVE) if t.pos_ in ("VERB", "AUX")), None)
    return above is not None and any(child.dep_ == "neg" for child in above.children)
