"""Whose seat a city is: the "Dallas" of "was awarded to Dallas, Texas-based Orbico" is no party."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.en.annotation import Span
from kg.extract.en.tokens import Doc, Token

_SEATED = ("based", "headquartered")
_STATE = 4
"""Tokens of a state behind a comma, with the hyphen: "Texas-", "N.C.-", "West Virginia-"."""
_DESCRIPTION = 5
"""Tokens of a description before the name: "Texas-based software maker Orbico"."""
_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "PUNCT"})


def seated_behind(doc: Doc, city: Span, span_at: Callable[[Token], Span | None]) -> Span | None:
    """The mention of who is based in a city that stands before it with its state ("Dallas, Texas-based Orbico").

    Or in a place that stands before it without a hyphen: "Taiwan based chipmaker Orbico".
    """
    based = _based(doc.tokens[city.end : city.end + 1 + _STATE])
    if based is None:
        return None
    for token in doc.tokens[based.i + 1 : based.i + 1 + _DESCRIPTION]:
        span = span_at(token)
        if span is not None:
            return span
        if token.pos_ not in _DESCRIBING or token.text in ".,;:":
            return None
    return None


def _based(words: list[Token]) -> Token | None:
    """The "based" of what stands behind a city: ", Texas-based" or "based"."""
    if words and words[0].lower_ in _SEATED:
        return words[0]
    if len(words) < 2 or words[0].text != ",":
        return None
    for token in words[1:]:
        if token.lower_ in _SEATED:
            return token if token.nbor(-1).text == "-" else None
        if token.lower_.endswith(("-based", "-headquartered")):
            return token
    return None
