"""Verbs that a noun is an argument of, by itself or as what there is so much of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import clause_ancestors, conj_head, conjuncts
from kg.extract.en.tokens import Token
from kg.extract.en.triggers import is_verbal

_MAX_MEASURES = 3
_MEASURES = frozenset(
    {"worth", "package", "total", "amount", "share", "part", "half", "third", "quarter", "percent", "cent", "%", "most"}
    | {"all", "bulk", "rest", "much", "portion", "tranche", "series", "round"}
)
"""Words for how much of something: "half of the cost", "a share of the funding"."""


def uses_of(sentences: Sentences, noun: Token) -> Iterator[tuple[Token, str]]:
    """Verbs that a noun is an argument of, with its role: above it, or in a clause that modifies it."""
    top = _measured(sentences, conj_head(noun))
    verbs = [t for t in islice(clause_ancestors(top), 1, 5) if is_verbal(t) and t != noun]
    verbs += [c for n in (noun, top) for c in n.children if c.dep_ in ("relcl", "acl") and is_verbal(c)]
    for verb in dict.fromkeys(verbs):
        for role, args in sentences.roles(verb).items():
            if any(a.token in (top, noun) or noun in conjuncts(a.token) for a in args):
                yield verb, role


def _measured(sentences: Sentences, noun: Token) -> Token:
    """ "$1 billion in incentives", "a share of £5m of funding": an amount or share stands in the noun's place."""
    if noun.dep_ == "appos" and noun.head.i in sentences.money_tokens:  # "a USD 49 million (EUR 40 million) loan"
        noun = noun.head
    for _ in range(_MAX_MEASURES):
        above = noun.head.head
        is_part = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "of")
        if (
            not is_part
            or above.head.lower_ == "as"
            or not (above.i in sentences.money_tokens or above.lower_ in _MEASURES)
        ):
            break
        noun = conj_head(above)
    return noun
