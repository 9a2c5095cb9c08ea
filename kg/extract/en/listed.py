"""Whether the two ends of a reading are members of one list, where neither does anything to the other.

"Backed by loans from the Lindal Bank, Nordbank and Orbico Bank": the first bank funds none of the others.
"""

from __future__ import annotations

from kg.extract.en.bind import Candidate
from kg.extract.en.sentences import Sentences
from kg.extract.en.tokens import Token
from kg.model import Relation

_DIRECTED = frozenset({Relation.FUNDS, Relation.INVESTS, Relation.SUPPLIES, Relation.BUILDS, Relation.APPROVES})
_LINKS = frozenset({",", ";", "and", "&"})
_INSIDE = _LINKS | frozenset({"the", "(", ")", "of", "for"})
_LONGEST = 60
_ENOUGH = 2
"""Links in a list: with only one, the second name may tell of the first ("Orbico, Toyota's supplier")."""


def is_one_list(candidate: Candidate, sentences: Sentences) -> bool:
    """Whether nothing but other names, commas and "and" stand between the two ends, in a list of three or more."""
    if candidate.frame.relation not in _DIRECTED:
        return False
    ends = candidate.subject.span, candidate.object.span
    start, stop = min(span.end for span in ends), max(span.start for span in ends)
    if not 0 < stop - start < _LONGEST or start <= candidate.trigger.i < stop:
        return False
    doc = sentences.doc
    between = doc[start:stop]
    if not all(map(_is_inside, between)) or not any(t.lower_ in _LINKS for t in between):
        return False
    last = max(span.end for span in ends)
    while last < len(doc) and _is_inside(doc[last]):
        last += 1
    possessed = last < len(doc) and doc[last].tag_ == "POS"
    while doc[last - 1].lower_ in _LINKS:
        last -= 1
    links = sum(t.lower_ in _LINKS for t in doc[min(span.start for span in ends) : last])
    return not possessed and links >= _ENOUGH


def _is_inside(token: Token) -> bool:
    return token.lower_ in _INSIDE or token.text[0].isupper()
