"""Amount, date and place of a candidate: those that stand with its trigger and not with another's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from kg.extract.en.argument import Argument
from kg.extract.en.bind import Candidate
from kg.extract.en.dates import DateSpan
from kg.extract.en.money import MoneySpan
from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import clause_ancestors, conj_head, conjuncts, is_passive, lemma_of
from kg.extract.en.tokens import Doc, Token
from kg.extract.en.triggers import is_verbal
from kg.model import EntityType, Money, Relation, Status

NO_AMOUNT = frozenset({Relation.LEADS, Relation.LOCATED_IN, Relation.PARTICIPATES_IN, Relation.APPROVES})
_FAR = 99
_SUITS = frozenset({"sue", "lawsuit", "suit", "litigation", "complaint", "counterclaim"})
_SETTLES = frozenset({"settle", "win", "pay", "resolve", "end", "lose", "close"})
_REMARK = re.compile(r"(?:[^()\n]{0,60}\))?[ -](?:\([^()\n]{1,60}\) )?")
"""What may stand between a sum and its noun: the rest of a remark, or a whole one."""
_OF_SUM = re.compile(r" (?:of|worth|totall?ing|valued at) (?:[a-z]+ ){0,3}")
"""What stands between a noun and the sum that it is of."""
_IN_FRONT = 3
_OF_NOUN = frozenset({"NOUN", "ADJ", "PROPN"})
"""What up to three words between a sum and its noun are: "a $6bn gas deal"."""
_BESIDE_NOUN = 4
"""Steps that an amount of the verb is farther off than one of the noun: "raised $2m, including a grant of $1m"."""
_SIGNED = frozenset(
    {"signed", "sealed", "inked", "initialled", "initialed", "struck", "reached", "concluded", "agreed", "clinched"}
)
_LIGHT = frozenset(
    {"worth", "total", "value", "cost", "be", "reach", "exceed", "estimate", "include", "involve", "come", "amount"}
)
"""Verbs that only say how much something is."""
_BY_THEN = 30
"""Steps that a day until when something holds is farther off from what has happened."""
_UNTIL = frozenset({"by", "until", "till"})
_BEHIND = frozenset({"had", "was", "were", "has", "have", "did"})
_TO_COME = frozenset({"will", "'ll", "’ll", "shall"})
_IS = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
_REPORTING = frozenset(
    {"say", "announce", "report", "tell", "disclose", "confirm", "reveal", "state", "add", "declare"}
)


class _Located(Protocol):
    @property
    def start(self) -> int: ...


_L = TypeVar("_L", MoneySpan, DateSpan)


def token_of(doc: Doc, span: _Located, end: int) -> Token | None:
    """The syntactic head of a character range: its token that depends on something outside of it."""
    tokens = doc.around(span.start, end)
    return tokens.root if tokens is not None else None


def heads(doc: Doc, spans: Iterable[_L]) -> list[tuple[_L, Token]]:
    """Each span with its head token."""
    return [(span, token) for span in spans if (token := token_of(doc, span, span.end)) is not None]


def beside(candidate: Candidate, spans: Iterable[tuple[_L, Token]]) -> list[tuple[_L, Token]]:
    """Those in the sentence of a candidate."""
    sentence = candidate.trigger.sent
    return [(span, token) for span, token in spans if sentence.start <= token.i < sentence.end]


def amount(candidate: Candidate, amounts: Sequence[tuple[MoneySpan, Token]]) -> Money | None:
    """The amount that belongs to the candidate's own clause, the nearest one below or beside its trigger."""
    if candidate.frame.relation in NO_AMOUNT or _is_only_sought(candidate):
        return None
    best = min(
        (
            (
                0
                if _modifies(span, candidate)
                else _distance(candidate, token) + _BESIDE_NOUN * _is_whole(token, candidate.trigger),
                span.start,
                span.money,
            )
            for span, token in amounts
            if not _is_other_verbs(token, candidate.trigger)
        ),
        default=None,
        key=lambda x: x[:2],
    )
    return best[2] if best and best[0] < _FAR else None


def _is_other_verbs(token: Token, trigger: Token) -> bool:
    """The sum of "will invest $1 billion in Brazil and buy Orbico" is not what it buys Orbico for."""
    first = conj_head(trigger)
    return trigger.dep_ == "conj" and is_verbal(trigger) and is_verbal(first) and _verb_above(token) == first


def _is_only_sought(candidate: Candidate) -> bool:
    """ "Sued Orbico for $5 million", "a $30 million lawsuit": no court gave it; not "settled the lawsuit for …"."""
    trigger, verb = candidate.trigger, candidate.verb
    if candidate.frame.relation is not Relation.SANCTIONS or lemma_of(trigger) not in _SUITS:
        return False
    return verb is None or lemma_of(verb) not in _SETTLES


def _modifies(span: MoneySpan, candidate: Candidate) -> bool:
    """The first sum of "its $1.6 billion (A$2.1 billion then) purchase", of "a $6bn gas deal", of "a fine of €4m"."""
    trigger = candidate.trigger
    text = trigger.doc.text
    if trigger.pos_ != "NOUN":
        return False
    if span.start > trigger.idx:
        return _OF_SUM.fullmatch(text[trigger.idx + len(trigger) : span.start]) is not None
    if _REMARK.fullmatch(text[span.end : trigger.idx]):
        return True
    between = trigger.doc.around(span.end, trigger.idx)
    return between is not None and len(between) <= _IN_FRONT and all(t.pos_ in _OF_NOUN for t in between)


def _distance(candidate: Candidate, token: Token) -> int:
    """Steps from an amount or date up to the trigger or its verb; far where another clause lies between."""
    trigger, verb = candidate.trigger, candidate.verb
    if token == _sum_of(trigger) or _is_object_of_relative(trigger, token):
        return _BESIDE_NOUN
    crossed = 0
    for steps, above in enumerate(clause_ancestors(token)):
        if above in (trigger, verb):
            return steps + 10 * crossed + (0 if above == trigger else _BESIDE_NOUN)
        if steps and is_verbal(above) and above.dep_ not in ("amod", "compound") and not _light(above):
            crossed += 1
            if above.dep_ == "conj" or _is_other_event(above):
                return _FAR
            if crossed > 1:
                break
    return _beside(trigger, token)


def _is_other_event(verb: Token) -> bool:
    """The event of "after Orbico began to drill in May", which has a subject of its own."""
    marked = verb.dep_ == "advcl" and any(c.dep_ == "mark" for c in verb.children)
    return marked and any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _is_whole(token: Token, trigger: Token) -> bool:
    """The sum of "Of the $9 million that X will spend, $2 million are to come from Y", of which Y's is a part."""
    of = token.head
    whole = token.dep_ == "pobj" and of.lower_ == "of" and of.sent.start == of.i
    return bool(whole and not token.is_ancestor(trigger))


def _is_object_of_relative(trigger: Token, token: Token) -> bool:
    """ "the $2 billion that X is to invest in Y", "$3 billion in incentives that X had promised"."""
    for above in clause_ancestors(trigger):
        if above.dep_ in ("relcl", "acl"):
            return is_verbal(above) and not is_passive(above) and token in (above.head, _sum_of(above.head))
        if above.dep_ not in ("xcomp", "conj"):
            return False
    return False


def _sum_of(noun: Token) -> Token | None:
    """The amount of which a noun is: "$3 billion in incentives"."""
    return noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("in", "of") else None


def _beside(trigger: Token, token: Token) -> int:
    """An amount above the trigger: "a $45 million contract to build …", "spend $1 billion to build"."""
    for steps, above in enumerate(clause_ancestors(trigger)):
        if steps == 1 and _is_said_of(trigger, above) and _verb_above(token) == above:
            return 30
        if token in above.subtree and is_verbal(above) and above != trigger and steps <= 3:
            between = [t for t in clause_ancestors(token) if is_verbal(t) and not _is_of_deal(t)]
            return 30 + steps if between and between[0] == above else _FAR
        if above.dep_ in ("relcl", "ccomp") and steps:
            break
    return _FAR


def _is_said_of(trigger: Token, verb: Token) -> bool:
    """ "(that) orders under the deal had reached $1.2 billion", "have been partners (on the road) since 2016"."""
    said = (trigger.dep_ == "nsubj" and _light(verb)) or trigger.pos_ == "ADP"
    return verb.pos_ in ("VERB", "AUX") and (said or (trigger.dep_ == "attr" and verb.lemma_ == "be"))


def _verb_above(token: Token) -> Token | None:
    return next((t for t in clause_ancestors(token) if t.pos_ in ("VERB", "AUX")), None)


def _is_of_deal(verb: Token) -> bool:
    """ "under a deal signed in June": the day of the deal."""
    return bool(verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.lower_ in _SIGNED and verb.head.dep_ == "pobj")


def _light(verb: Token) -> bool:
    return verb.lemma_ in _LIGHT


def date(candidate: Candidate, dates: Sequence[tuple[DateSpan, Token]]) -> str | None:
    """The date of the candidate's clause, else that of the report of it in the same sentence."""
    ahead = candidate.verdict.status in (Status.PLANNED, Status.PROPOSED)
    ranked = sorted(
        (
            (_distance(candidate, token) + _BY_THEN * (not ahead and _is_term(token)), span.start, span, token)
            for span, token in dates
        ),
        key=lambda x: x[:2],
    )
    if ranked and ranked[0][0] < _FAR:
        _, _, span, token = ranked[0]
        return span.ahead if not _under_report(token) and _is_ahead(token, by_status=ahead) else span.iso
    for span, token in dates:
        if _under_report(token):
            return span.iso
    return None


def _is_term(token: Token) -> bool:
    """ "Signed with a start of operations by 2018": a day until when, not of what happened."""
    return token.lower_ in _UNTIL or (token.dep_ == "pobj" and token.head.lower_ in _UNTIL)


def _is_ahead(token: Token, *, by_status: bool) -> bool:
    """Whether a date is one to come by the verb that it stands with ("will", "is retiring"; not "awarded")."""
    verb = _verb_above(token)
    if verb is None or verb.pos_ != "VERB":
        return by_status
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    if verb.tag_ == "VBD" or helpers & _BEHIND:
        return False
    to_come = bool(helpers & _TO_COME) or (verb.tag_ == "VBG" and bool(helpers & _IS))
    return by_status or to_come


def _under_report(token: Token) -> bool:
    """ "said on Thursday it will invest": the day is the report's, whatever verb the parser gives it to."""
    before = next((t for t in reversed(token.doc[: token.left_edge.i]) if t.pos_ != "ADP"), None)
    if before is not None and before.sent == token.sent and before.lemma_ in _REPORTING:
        return True
    above = next((t for t in clause_ancestors(token) if is_verbal(t)), None)
    return above is not None and above.lemma_ in _REPORTING


def place(candidate: Candidate, sentences: Sentences) -> str | None:
    """Name of the place where the fact applies: beside the trigger, or beside its object."""
    ends = {candidate.subject.entity, candidate.object.entity}
    object_head = sentences.doc[candidate.object.span.head]
    for trigger in dict.fromkeys(t for t in (object_head, candidate.trigger, candidate.verb) if t is not None):
        roles = sentences.roles(trigger)
        for role in ("in", "at", "near", "outside", "across", "within"):
            name = _place_in(roles.get(role, ()), role, sentences, ends)
            if name:
                return name
    return None


def _place_in(args: Sequence[Argument], role: str, sentences: Sentences, ends: set[int]) -> str | None:
    for argument in args:
        for token in conjuncts(argument.token):
            for filler in sentences.fillers(Argument(token), role):
                entity = sentences.entity(filler.entity)
                if entity.type is EntityType.PLACE and filler.entity not in ends:
                    return entity.name
    return None
