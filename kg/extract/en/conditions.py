"""What a frame asks of the words around its trigger: `with`, `without` and `money`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.extract.en.argument import Arguments
from kg.extract.en.frames import Frame
from kg.extract.en.purposes import purposes
from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import conjuncts
from kg.extract.en.tokens import Token
from kg.extract.en.triggers import trigger_keys

ANY = "*"
NAMES = frozenset({"gazetteer", "ner", "pattern"})


class Told:
    """What the roles of a trigger hold, as the conditions of its frames ask for it."""

    def __init__(self, sentences: Sentences, roles: Arguments, trigger: Token) -> None:
        self._sentences = sentences
        self._roles = roles
        self._trigger = trigger
        self._tokens: dict[str, list[Token]] = {}
        self._words: dict[tuple[str, bool], frozenset[str]] = {}

    def meets(self, frame: Frame) -> bool:
        """The `with`, `without` and `money` conditions of a frame whose trigger is a verb."""
        money, roles = self._sentences.money_tokens, self._roles
        if frame.money == "patient-not" and any(a.token.i in money for a in roles.get("patient", ())):
            return False
        if frame.money == "agent" and not any(a.token.i in money for a in roles.get("agent", ())):
            return False
        if frame.money == "patient" and not any(t.i in money for t in _given(roles, self._trigger)):
            return False
        if frame.without and self.has(frame.without, names=False):
            return False
        return not frame.with_ or self.has(frame.with_)

    def has(self, wanted: Mapping[str, frozenset[str]], *, names: bool = True) -> bool:
        """Whether one of the roles holds anything (`*`) or one of its words, be it only within a name."""
        for role, words in wanted.items():
            if self._tokens_in(role) and (ANY in words or not words.isdisjoint(self._words_in(role, names))):
                return True
        return False

    def _tokens_in(self, role: str) -> list[Token]:
        if role not in self._tokens:
            tokens = [a.token for a in self._roles.get(role, ())]
            if role == "clause":  # "A will build, B promised": no content of it
                behind = [c for c in purposes(self._trigger) if c.i > self._trigger.i]
                tokens = [c for c in behind if c.dep_ in ("xcomp", "ccomp", "relcl") or _is_purpose(c)]
            self._tokens[role] = [t for token in tokens for t in conjuncts(token)]
        return self._tokens[role]

    def _words_in(self, role: str, names: bool) -> frozenset[str]:
        if (role, names) not in self._words:
            tokens = (t for t in self._tokens_in(role) if names or not in_a_name(self._sentences, t))
            self._words[role, names] = frozenset(key for t in tokens for key in trigger_keys(t))
        return self._words[role, names]


def in_a_name(sentences: Sentences, token: Token) -> bool:
    """ "the Port Authority of Valencia" is not "the authorities"."""
    span = sentences.span_at(token)
    return span is not None and span.source in NAMES


def _given(roles: Arguments, verb: Token) -> Iterator[Token]:
    """What may be the money that a verb gives."""
    yield from (a.token for a in (*roles.get("patient", ()), *roles.get("object", ())))
    yield from (c for c in verb.children if c.dep_ == "npadvmod")  # "pledged last week $1.4tn"


def _is_purpose(clause: Token) -> bool:
    """ "paid $3 million to settle the case"."""
    return bool(clause.dep_ in ("advcl", "acl") and clause.tag_ == "VB")
