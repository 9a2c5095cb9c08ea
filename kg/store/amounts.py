"""Sums of money as schema.org MonetaryAmount nodes."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.model import Money
from kg.store import literals
from kg.store.vocabulary import term

_TYPE, _AMOUNT_CLASS, _AMOUNT, _ALSO = term("rdf:type"), term("kg:Amount"), term("kg:amount"), term("kg:alsoStatedAs")
_VALUE, _CURRENCY = term("schema:value"), term("schema:currency")
_LOWER, _UPPER, _QUALIFIER = term("schema:minValue"), term("schema:maxValue"), term("kg:qualifier")


def amount_node(owner: ox.NamedNode, money: Money) -> Iterator[ox.Triple]:
    """The amount of a fact or of its evidence: a node of its own below the owner's IRI."""
    node = ox.NamedNode(owner.value + "_amount")
    yield ox.Triple(owner, _AMOUNT, node)
    yield from _sum(node, money.value, money.currency)
    for predicate, bound in ((_LOWER, money.lower), (_UPPER, money.upper)):
        if bound is not None:
            yield ox.Triple(node, predicate, literals.number(bound))
    if money.qualifier:
        yield ox.Triple(node, _QUALIFIER, ox.Literal(str(money.qualifier)))
    for index, (value, currency) in enumerate(money.also, start=2):
        other = ox.NamedNode(f"{node.value}_{index}")
        yield ox.Triple(node, _ALSO, other)
        yield from _sum(other, value, currency)


def _sum(node: ox.NamedNode, value: int | float, currency: str) -> Iterator[ox.Triple]:
    yield ox.Triple(node, _TYPE, _AMOUNT_CLASS)
    yield ox.Triple(node, _VALUE, literals.number(value))
    yield ox.Triple(node, _CURRENCY, ox.Literal(currency))
