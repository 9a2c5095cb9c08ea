"""Is it asserted, and how far has it come? Negation, denial, condition, hedge, plan, tense; words in its data file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from kg.extract.en.negation import auxiliaries, in_condition, is_condition, is_negated, is_negated_noun, is_yet_to
from kg.extract.en.rumours import is_rumoured
from kg.extract.en.syntax import lemma_of
from kg.extract.en.tokens import Token
from kg.extract.rules import word_group
from kg.model import Status

_MAX_CLIMB = 8
_NEAR_GONE = 6
"""Words in which "Gone with it are …" says "are"."""
_AFTER = frozenset({"after", "following", "since"})
_PARTICLES = frozenset({"prt", "advmod", "prep"})
_UNDER_NEGATION = frozenset({"xcomp", "ccomp", "acomp", "pcomp", "prep", "dobj", "attr"})
_UNDER_PLAN = frozenset({"xcomp", "acl", "ccomp", "prep", "pcomp", "dobj"})
_words = partial(word_group, "en/factuality.yaml")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a predicate is asserted, its status, and the reasons, one word group each."""

    asserted: bool
    status: Status | None
    reasons: tuple[str, ...] = ()


def judge(trigger: Token, verb: Token | None) -> Verdict:
    """Judge a trigger noun with the verb that governs it, or a trigger verb alone (`verb` is the trigger)."""
    reasons: list[str] = []
    if _is_question(trigger):
        return Verdict(False, None, ("question",))
    if trigger != verb and is_negated_noun(trigger):
        return Verdict(False, None, ("no " + trigger.lower_,))
    if verb is None:
        return _noun_alone(trigger)
    if trigger != verb and trigger.dep_ == "pobj" and trigger.head.lower_ in _AFTER:
        return Verdict(True, _noun_adjective(trigger, Status.COMPLETED), (trigger.head.lower_,))
    status: Status | None = _own_status(verb, reasons) if trigger == verb else _light_status(trigger, verb, reasons)
    if trigger != verb and _is_of_interest(trigger):
        return Verdict(True, Status.PROPOSED, ("interest",))
    if trigger != verb and trigger.i > 0 and status is not Status.ENDED:
        status = _noun_adjective(trigger, status)
    if status is Status.ACTIVE and is_condition(verb):
        status = Status.PLANNED
    for lower, upper in _climb(verb):
        status = _combine(status, lower, upper, reasons)
        if status is None:
            return Verdict(False, None, tuple(reasons))
    if status is None or is_negated(verb) or in_condition(verb):
        return Verdict(False, None, (*reasons, "negated or conditional"))
    if is_rumoured(trigger):
        return Verdict(False, None, (*reasons, "rumour"))
    return Verdict(True, Status.ENDED if is_given_up(verb) else status, tuple(reasons))


def is_given_up(verb: Token) -> bool:
    """As in "tore up the accord under which X was to build …", "Gone are the plants that X had promised"."""
    sentence = verb.sent
    first = next((t for t in sentence if not t.is_punct and not t.text.isspace()), verb)
    if first.lower_ == "gone" and any(t.lemma_ == "be" for t in sentence[:_NEAR_GONE]):
        return True
    clause = verb
    for _ in range(_MAX_CLIMB):
        if clause.dep_ in ("relcl", "acl") or clause.head == clause:
            break
        clause = clause.head
    if clause.dep_ != "relcl" or lemma_of(clause.head) not in _words("agreements") | _words("ventures"):
        return False
    above = next(iter(_verbs_above(clause.head)), None)
    return above is not None and _ends(above) and not is_negated(above)


def _noun_alone(noun: Token) -> Verdict:
    above = next(iter(_verbs_above(noun)), None)
    if is_rumoured(noun):
        return Verdict(False, None, ("rumour",))
    if above is None or noun.dep_ in ("appos", "compound") or _is_actor(noun, above):
        return Verdict(True, _noun_adjective(noun, Status.COMPLETED), ())
    if {lemma_of(above), _phrasal(above)} & _words("denies") or is_negated(above):
        return Verdict(False, None, (lemma_of(above),))
    if lemma_of(above) in _words("ends") or _blocks(above, noun):
        return Verdict(True, Status.ENDED, (lemma_of(above),))
    possible = noun.dep_ in ("dobj", "nsubjpass") and _own_status(above, []) is Status.PROPOSED
    if possible or lemma_of(above) in _words("proposes"):
        return Verdict(True, Status.PROPOSED, (lemma_of(above),))
    if _is_of_interest(noun):
        return Verdict(True, Status.PROPOSED, ("interest",))
    if lemma_of(above) in _words("approves"):
        return Verdict(True, _noun_adjective(noun, Status.AGREED), (lemma_of(above),))
    return Verdict(True, _noun_adjective(noun, Status.COMPLETED), ())


def _is_actor(noun: Token, verb: Token) -> bool:
    """ "Orbico's owner, Nordbank, refused to pay": what it does or does not do, it is the owner."""
    return noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ != "be" and lemma_of(noun) in _words("holders")


def _is_of_interest(noun: Token) -> bool:
    """ "Interest in a deal", "talks on a deal"."""
    return bool(noun.dep_ == "pobj" and lemma_of(noun.head.head) in _words("interests"))


def _noun_adjective(noun: Token, status: Status | None) -> Status | None:
    words = {child.lower_ for child in noun.children if child.dep_ in ("amod", "compound", "advmod")}
    if words & _words("proposed_adjectives"):
        return Status.PROPOSED
    if words & _words("planned_adjectives"):
        return Status.PLANNED
    if words & _words("ended_adjectives"):
        return Status.ENDED
    return status


def _verbs_above(token: Token) -> list[Token]:
    found = []
    for _ in range(_MAX_CLIMB):
        if token.head == token:
            break
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            found.append(token)
    return found


def _own_status(verb: Token, reasons: list[str]) -> Status:
    """Status by the verb's own auxiliaries and tense."""
    lemmas = {aux.lower_ for aux in auxiliaries(verb)}
    if "did" in lemmas:
        return Status.COMPLETED
    if lemmas & {"will", "'ll", "’ll", "shall", "would", "'d", "must"} or (lemmas & {"wo"}):
        reasons.append("future")
        return Status.PLANNED
    if lemmas & {"may", "might", "could", "can", "should"}:
        reasons.append("modal")
        return Status.PROPOSED
    if "being" in lemmas and lemmas & {"is", "are", "'s", "was", "were"}:
        return Status.ACTIVE
    if lemmas & {"to"}:
        reasons.append("infinitive")
        return Status.PLANNED
    if verb.tag_ == "VBG" and (lemmas & {"is", "are", "was", "were", "been", "be", "'s", "'re"} or not lemmas):
        return Status.ACTIVE
    if verb.tag_ in ("VBZ", "VBP", "VB"):
        told = is_headline(verb) and verb.tag_ != "VB" and lemma_of(verb) not in _words("stative")
        return Status.COMPLETED if told else Status.ACTIVE
    return Status.COMPLETED


def is_headline(token: Token) -> bool:
    """A line that does not end like a sentence."""
    words = [t for t in token.sent if not t.text.isspace()]
    return bool(words) and words[-1].text not in (".", "!", "。", '"', "”", ":", ";")


def _phrasal(verb: Token) -> str:
    """Lemma of a verb with its particle: "pull out"."""
    particle = next((c.lower_ for c in verb.children if c.dep_ in _PARTICLES and c.i == verb.i + 1), "")
    return f"{lemma_of(verb)} {particle}".strip()


def _ends(verb: Token) -> bool:
    return lemma_of(verb) in _words("ends") or _phrasal(verb) in _words("ends")


def _blocks(verb: Token, noun: Token) -> bool:
    """ "The watchdog blocked the takeover"."""
    hit = noun.dep_ in ("dobj", "nsubjpass") and lemma_of(noun) in _words("takeovers")
    return hit and lemma_of(verb) in _words("blocks")


def _light_status(noun: Token, verb: Token, reasons: list[str]) -> Status:
    """Status of a noun by the verb over it: "scrapped the deal", "in talks on a deal", "signed a deal"."""
    status = _own_status(verb, reasons)
    ends = _ends(verb) and noun.dep_ in ("dobj", "nsubjpass", "pobj", "nsubj", "conj") and noun.head.lower_ != "with"
    if ends or (_blocks(verb, noun) and status is Status.COMPLETED):
        reasons.append(lemma_of(verb))
        return Status.ENDED
    if lemma_of(verb) in _words("proposes"):
        return Status.PROPOSED
    if lemma_of(verb) in _words("light_plans") and status is not Status.PROPOSED:
        return Status.PLANNED
    return status


def _climb(verb: Token) -> list[tuple[Token, Token]]:
    """(lower, upper) steps from a verb to what governs its clause; a relative clause ends the climb."""
    steps: list[tuple[Token, Token]] = []
    lower = verb
    for _ in range(_MAX_CLIMB):
        upper = lower.head
        if upper == lower or lower.dep_ in ("appos", "nsubj", "nsubjpass", "poss") or _is_relative(lower):
            break
        if lower.dep_ == "acl" and not (
            lower.tag_ == "VB" or lemma_of(upper) in _words("plan_nouns") | _words("claim_nouns")
        ):
            break
        if (lower.dep_ == "conj" and _stands_alone(lower, upper)) or _is_set_off(lower, upper):
            break
        steps.append((lower, upper))
        if (lower.dep_ == "advcl" and lower.tag_ != "VB") or _is_decided(lower, upper):
            break
        lower = upper
    return steps


def _is_decided(lower: Token, upper: Token) -> bool:
    """As in "is fighting the decision of X to ban Y", "wants X's order to stop lifted": what was decided stands."""
    if lower.dep_ != "acl" or lemma_of(upper) not in _words("decisions"):
        return False
    above = upper.head.head if upper.head.lower_ == "for" else upper.head
    if lemma_of(above) in _words("awaits") | _words("proposes"):  # "is waiting for the decision to ban Y"
        return False
    return any(c.dep_ == "poss" or c.lower_ == "the" for c in upper.children) and not is_negated(upper)


def _is_set_off(lower: Token, upper: Token) -> bool:
    """The second clause of "Protests did not help: the permit was granted", which the parser puts under the first."""
    before = lower.left_edge.i - 1
    return lower.dep_ == "ccomp" and upper.i < before and lower.doc[before].text in (":", ";")


def _stands_alone(lower: Token, upper: Token) -> bool:
    """A coordinated verb with a tense or a subject of its own."""
    if lower.pos_ not in ("VERB", "AUX") or upper.pos_ not in ("VERB", "AUX"):
        return False
    return lower.tag_ not in ("VB", "VBG") or any(c.dep_ in ("nsubj", "nsubjpass") for c in lower.children)


def _is_relative(verb: Token) -> bool:
    """A relative clause, and not the content of a noun that the parser calls one ("reports that X had …")."""
    return bool(verb.dep_ == "relcl" and not any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.children))


def _combine(status: Status | None, lower: Token, upper: Token, reasons: list[str]) -> Status | None:
    """Status of the whole after one step up, None where the step takes the assertion away."""
    lemma = lemma_of(upper)
    if upper.pos_ == "NOUN" and lower.dep_ in ("acl", "ccomp", "prep", "relcl") and lemma in _words("claim_nouns"):
        reasons.append(f"only a {lemma}")
        return None
    if lower.lower_ == "from" and lower.dep_ == "prep" and lemma in _words("bars"):
        reasons.append(f"not: {lemma}")
        return None
    if lower.dep_ == "advcl":
        if lower.tag_ == "VB" and _phrasal(upper) == "go on":
            return _own_status(upper, reasons)
        if lower.tag_ == "VB" and lemma in _words("awaits"):
            return Status.PROPOSED
        return None if in_condition(lower) else _beside(status, lower, upper)
    if lower.dep_ == "pcomp" and (upper.lower_ == "without" or _argues_against(upper)):
        reasons.append(upper.lower_)
        return None
    if upper.pos_ in ("VERB", "AUX", "NOUN", "ADJ") and lower.dep_ != "conj":
        if (
            {lemma, _phrasal(upper)} & _words("denies")
            or is_yet_to(upper)
            or (is_negated(upper) and lower.dep_ in _UNDER_NEGATION)
        ):
            reasons.append(f"not: {lemma}")
            return Status.ENDED if _is_over(upper) else None
        changed = _under(status, lower, upper, reasons)
        if changed is not None:
            return changed
    if upper.pos_ in ("VERB", "AUX") and lower.dep_ == "xcomp" and status is not Status.ENDED:
        return Status.PROPOSED if _own_status(upper, []) is Status.PROPOSED else status
    return status


def _is_over(verb: Token) -> bool:
    """As in "no longer plans to build": what was planned is planned no more."""
    longer = (child for child in verb.children if child.lower_ == "longer" and child.i)
    return lemma_of(verb) in _words("plans") | _words("proposes") and any(c.nbor(-1).lower_ == "no" for c in longer)


def _beside(status: Status | None, lower: Token, upper: Token) -> Status | None:
    """Status of a participle beside its main verb: "may grow, building a plant" is no more than possible."""
    if lower.tag_ == "VBG" and upper.tag_ == "VB" and status is Status.ACTIVE and not auxiliaries(lower):
        ahead = _own_status(upper, [])
        return ahead if ahead in (Status.PLANNED, Status.PROPOSED) else status
    return status


def is_claim(verb: Token) -> bool:
    """As in "rumours that X had signed": the content of a claim, told of as no more than that."""
    content = verb.dep_ in ("relcl", "ccomp") or (verb.dep_ == "acl" and not is_postmodifier(verb))
    return content and lemma_of(verb.head) in _words("claim_nouns")


def is_postmodifier(verb: Token) -> bool:
    """As in "its licence, granted by the ministry in 2012": a participle that presupposes what it tells."""
    below = {child.dep_ for child in verb.children}
    before = verb.doc[verb.i - 1] if verb.i else verb
    behind_noun = before.text == "," or before.pos_ in ("NOUN", "PROPN")
    return verb.tag_ == "VBN" and behind_noun and below.isdisjoint(("aux", "auxpass", "nsubj", "nsubjpass"))


def _argues_against(prep: Token) -> bool:
    """The "against" of "decided against banning"."""
    return prep.lower_ == "against" and lemma_of(prep.head) in _words("decides")


def _under(status: Status | None, lower: Token, upper: Token, reasons: list[str]) -> Status | None:
    """The status that a verb, noun or adjective gives to what stands under it; None where it gives none."""
    lemma = lemma_of(upper)
    if _ends(upper):
        reasons.append(lemma)
        return Status.ENDED
    if lemma == "go" and lower.dep_ == "xcomp" and upper.tag_ == "VBG" and lower.tag_ == "VB":
        reasons.append("going to")
        return Status.PLANNED
    if _phrasal(upper) == "look forward":
        return Status.PLANNED
    if lemma in _words("proposes") or (lemma in _words("allows") and lower.dep_ == "xcomp" and _is_state(upper)):
        reasons.append(lemma)
        return Status.PROPOSED
    if lemma in _words("plans") and lower.dep_ in _UNDER_PLAN and status is not Status.ENDED:
        if lower.dep_ == "ccomp" and status in (Status.COMPLETED, Status.ACTIVE):
            return status
        if lemma == "have" and lower.tag_ != "VB":  # "had its licence withdrawn"
            own = _own_status(upper, [])
            return own if own in (Status.PLANNED, Status.PROPOSED) else None
        reasons.append(lemma)
        open_ = _own_status(upper, []) is Status.PROPOSED  # "may be ordered to pay"
        return Status.PROPOSED if open_ or (status is Status.PROPOSED and lower.tag_ != "VB") else Status.PLANNED
    if status is not Status.PLANNED or lower.dep_ != "xcomp":
        return None
    if lemma in _words("begins"):
        return Status.ACTIVE
    return _own_status(upper, reasons) if lemma in _words("achieves") else None


def _is_state(verb: Token) -> bool:
    """ "Is allowed to", not "was allowed to" or "allows"."""
    return any(c.dep_ == "auxpass" and c.lower_ in ("is", "are", "be", "'s", "'re") for c in verb.children)


def _is_question(token: Token) -> bool:
    last = token.sent[-1]
    for _ in range(3):
        if last.text in ("?", "？"):
            return True
        if last.i == token.sent.start or not (last.is_punct or last.text.isspace()):
            break
        last = last.nbor(-1)
    return False
