"""What a frame asks of the words around its trigger: `with`, `without` and `money`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kg.extract.en.argument import Arguments
from kg.extract.en.frames import Frame
from kg.extract.en.purposes import purposes
from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import conjuncts
from kg.extract.en.tokens import Token
from kg.extract.en.triggers import trigger_keys

ANY = "*"
NAMES = frozenset({"gazetteer", "ner", "pattern"})


def meets_conditions(sentences: Sentences, frame: Frame, roles: Arguments, verb: Token) -> bool:
    """The frame's `with` and `money` conditions."""
    if frame.money == "patient-not" and any(a.token.i in sentences.money_tokens for a in roles.get("patient", ())):
        return False
    if frame.money == "agent" and not any(a.token.i in sentences.money_tokens for a in roles.get("agent", ())):
        return False
    if frame.money == "patient" and not any(t.i in sentences.money_tokens for t in _given(roles, verb)):
        return False
    if frame.without and has_words(frame.without, roles, verb, lambda t: not in_a_name(sentences, t)):
        return False
    return not frame.with_ or has_words(frame.with_, roles, verb)


def in_a_name(sentences: Sentences, token: Token) -> bool:
    """ "the Port Authority of Valencia" is not "the authorities"."""
    span = sentences.span_at(token)
    return span is not None and span.source in NAMES


def _given(roles: Arguments, verb: Token) -> Iterator[Token]:
    """What may be the money that a verb gives."""
    yield from (a.token for a in (*roles.get("patient", ()), *roles.get("object", ())))
    yield from (c for c in verb.children if c.dep_ == "npadvmod")  # "pledged last week $1.4tn"


def has_words(
    wanted: Mapping[str, frozenset[str]], roles: Arguments, trigger: Token, counts: Callable[[Token], bool] = bool
) -> bool:
    """Whether one of the roles holds anything (`*`) or one of its words (`with`, `without`) in a token that counts."""
    for role, words in wanted.items():
        tokens = [a.token for a in roles.get(role, ())]
        if role == "clause":
            behind = [c for c in purposes(trigger) if c.i > trigger.i]  # "A will build, B promised": no content of it
            tokens = [c for c in behind if c.dep_ in ("xcomp", "ccomp", "relcl") or _is_purpose(c)]
        tokens = [t for token in tokens for t in conjuncts(token)]
        if tokens and (ANY in words or not all(words.isdisjoint(trigger_keys(t)) for t in tokens if counts(t))):
            return True
    return False


def _is_purpose(clause: Token) -> bool:
    """ "paid $3 million to settle the case"."""
    return bool(clause.dep_ in ("advcl", "acl") and clause.tag_ == "VB")
