"""Which of the parties go together: each subject with each object, or those of an agreement with each other."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.en.frames import Frame
from kg.extract.en.sentences import PUBLIC, Filler, Sentences
from kg.model import EntityType

_PAIR = 2
_MOST_PEERS = 4
_MUTUAL = frozenset({"agent", "patient", "poss", "compound", "between", "among", "by", "of"})
"""Roles whose several fillers can be each other's partners; "deals with A and B" says nothing of A and B."""
_MAX_MUTUAL = 5
"""Of more parties "between" tells what they have in common rather than who works with whom."""
CORE = ("agent", "patient", "dative")


def combinations(
    sentences: Sentences, frame: Frame, subjects: list[Filler], objects: list[Filler]
) -> Iterator[tuple[Filler, Filler]]:
    """Pairs of fillers that a frame relates."""
    if not frame.symmetric:
        yield from ((s, o) for s in subjects for o in objects)
        return
    pairs = _sides(sentences, frame, subjects, objects)
    yield from (company_first(sentences, a, b) for a, b in pairs if not is_own_body(sentences, a, b))


def company_first(sentences: Sentences, a: Filler, b: Filler) -> tuple[Filler, Filler]:
    """Two partners as they are written: a company before a public body."""
    return (b, a) if _is_public(sentences, a) and not _is_public(sentences, b) else (a, b)


def firms_of(sentences: Sentences, parties: list[Filler]) -> list[Filler]:
    """Without the public ones among firms: of those who sign an agreement to build, the firm does."""
    firms = [party for party in parties if not _is_public(sentences, party)]
    return firms or parties


def _sides(
    sentences: Sentences, frame: Frame, subjects: list[Filler], objects: list[Filler]
) -> list[tuple[Filler, Filler]]:
    """Pairs across the two sides; within one side where it names all parties ("between A and B")."""
    between = [o for o in objects if o.role.endswith(("between", "among"))]
    if len(between) == _PAIR + 1 and _is_one_with_two(sentences, between):
        return [(between[0], other) for other in between[1:]]
    if len(between) > 1:
        return _among(sentences, between) if len(between) <= _MAX_MUTUAL else []
    if between:
        subjects = [s for s in subjects if not s.role.endswith(CORE)]
    left = [f for f in subjects if f.entity not in {o.entity for o in objects}]
    if left and objects:
        return [(a, b) for a in left for b in objects]
    return _among(sentences, subjects or objects) if frame.alone else []


def _is_one_with_two(sentences: Sentences, between: list[Filler]) -> bool:
    """ "Between A and B and C", all of one kind and no comma in it: one of them has an agreement with two others."""
    tokens = sentences.doc[between[0].span.end : between[-1].span.start]
    words = [token.lower_ for token in tokens]
    alike = len({_is_public(sentences, party) for party in between}) == 1
    return alike and words.count("and") > 1 and "," not in words


def _among(sentences: Sentences, parties: list[Filler]) -> list[tuple[Filler, Filler]]:
    """Pairs within one list whose roles may be those of all parties."""
    unique = {p.entity: p for p in parties if p.role.removeprefix("v:").removeprefix("n:") in _MUTUAL}
    return peers(sentences, list(unique.values()))


def peers(sentences: Sentences, unique: list[Filler]) -> list[tuple[Filler, Filler]]:
    """Pairs of parties of one agreement: companies with governments, or all pairs where there is only one kind."""
    public = [p for p in unique if _is_public(sentences, p)]
    private = [p for p in unique if not _is_public(sentences, p)]
    if public and private:
        return [(a, b) for a in private for b in public]
    if len(unique) > _MOST_PEERS:  # the members of a body ("a partnership between seven police departments")
        return []
    pairs = ((a, b) for i, a in enumerate(unique) for b in unique[i + 1 :])
    return [(a, b) for a, b in pairs if not is_own_body(sentences, a, b)]


def is_own_body(sentences: Sentences, a: Filler, b: Filler) -> bool:
    """ "The Kenya Minister of Industry": a country, and the body of its own that is named right behind it."""
    country, body = (a, b) if sentences.entity(a.entity).type is EntityType.PLACE else (b, a)
    types = (sentences.entity(country.entity).type, sentences.entity(body.entity).type)
    if types != (EntityType.PLACE, EntityType.GOVERNMENT):
        return False
    before = sentences.doc[max(0, body.span.start - 2) : body.span.start]
    owner = next((span for token in before if (span := sentences.span_at(token)) is not None), None)
    if owner is None or country.entity not in owner.entities:
        return False
    return owner.end == body.span.start or before[-1].tag_ == "POS"


def _is_public(sentences: Sentences, filler: Filler) -> bool:
    return sentences.entity(filler.entity).type in PUBLIC
