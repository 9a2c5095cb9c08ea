"""Roles by prepositions: where the parser hangs them, and "in partnership with" read as one."""

from __future__ import annotations

from kg.extract.en.argument import Argument, Arguments
from kg.extract.en.syntax import is_infinitive
from kg.extract.en.tokens import Token

_PREPOSITIONS = frozenset({"ADP", "SCONJ", "VERB", "ADV", "CCONJ", "PART"})
_TOGETHER = frozenset({"partnership", "collaboration", "cooperation", "co-operation", "conjunction", "association"})
"""Whom one does something "in partnership with" is no end of the deed itself."""
_OF_SUBJECTS = frozenset({"with", "for"})
_PURPOSES = frozenset({"advcl", "acl", "xcomp", "ccomp"})
_MISPLACED = frozenset({"in", "at", "into", "from", "with", "to", "by", "on", "for", "against"})
_AIMED = frozenset({"on", "against", "from", "with"})
"""What may follow the agent of a passive and says whom the deed hits."""


def objects_of(prep: Token) -> list[Token]:
    """Objects of a preposition with their conjuncts; a nested one ("from within X") counts."""
    found: list[Token] = []
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp", "npadvmod"):
            if not _owns_next(child):
                found.append(child)
        elif child.dep_ == "prep":
            found.extend(objects_of(child))
    return found


def _owns_next(noun: Token) -> bool:
    """The "China" of "by China's Orbico" where the parser makes both objects of the preposition."""
    if not any(c.dep_ == "case" and c.tag_ == "POS" for c in noun.children):
        return False
    return any(other.dep_ == "pobj" and other.i > noun.i for other in noun.head.children)


def add_role(roles: Arguments, role: str, token: Token, cost: int = 0) -> None:
    """Add a token to a role, once."""
    if all(a.token != token for a in roles.setdefault(role, [])):
        roles[role].append(Argument(token, cost))


def add_prepositions(token: Token, roles: Arguments, cost: int, depth: int = 0) -> None:
    """Every preposition below a token or its adverb ("closely with"), "in partnership with" read as one."""
    for child in token.children:
        if child.dep_ in ("prep", "dative") and child.pos_ in _PREPOSITIONS:
            _preposition(child, roles, cost, depth)
        elif child.dep_ == "advmod" and child.pos_ == "ADV":
            for nested in child.children:
                if nested.dep_ == "prep":
                    _preposition(nested, roles, cost, depth)
        elif child.dep_ in _PURPOSES:
            for role, subject in _before_infinitive(child):
                add_role(roles, role, subject, cost)


def _before_infinitive(verb: Token) -> list[tuple[str, Token]]:
    """ "works with X to create", "a loan for X to build": the parser makes the object the infinitive's subject."""
    if not is_infinitive(verb):
        return []
    subjects = [c for c in verb.children if c.dep_ == "nsubj" and 0 < c.left_edge.i <= c.i < verb.i]
    before = [(c.doc[c.left_edge.i - 1].lower_, c) for c in subjects]
    return [(role, subject) for role, subject in before if role in _OF_SUBJECTS]


def _preposition(prep: Token, roles: Arguments, cost: int, depth: int) -> None:
    name = prep.lower_
    for obj in objects_of(prep):
        add_role(roles, name, obj, cost)
        if depth < 2:
            _compound_preposition(name, obj, roles, cost)
            if not (name == "in" and obj.lower_ in _TOGETHER):
                _misplaced_prepositions(obj, roles, cost + 2)
    for nested in prep.children:
        if nested.dep_ == "prep":
            for obj in objects_of(nested):
                add_role(roles, f"{name} {nested.lower_}", obj, cost)


def behind_agent(noun: Token, roles: Arguments, cost: int) -> None:
    """ "A ban imposed by X on Y": the parser hangs the second phrase on the agent."""
    _misplaced_prepositions(noun, roles, cost, _AIMED)


def _misplaced_prepositions(noun: Token, roles: Arguments, cost: int, wanted: frozenset[str] = _MISPLACED) -> None:
    """ "an investment by X in Y": the parser hangs the second phrase on the first one's noun."""
    for nested in noun.children:
        if nested.dep_ in ("prep", "agent") and nested.lower_ in wanted:
            for obj in objects_of(nested):
                add_role(roles, nested.lower_, obj, cost)


def _compound_preposition(name: str, noun: Token, roles: Arguments, cost: int) -> None:
    for nested in noun.children:
        if nested.dep_ == "prep":
            for obj in objects_of(nested):
                add_role(roles, f"{name} {noun.lower_} {nested.lower_}", obj, cost)
