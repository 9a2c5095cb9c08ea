"""Which of the parties go together: each subject with each object, or those of an agreement with each other."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.en.frames import Frame
from kg.extract.en.sentences import PUBLIC, Filler, Sentences

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
    yield from (company_first(sentences, a, b) for a, b in pairs)


def company_first(sentences: Sentences, a: Filler, b: Filler) -> tuple[Filler, Filler]:
    """Two partners as they are written: a company before a public body."""
    return (b, a) if _is_public(sentences, a) and not _is_public(sentences, b) else (a, b)


def _sides(
    sentences: Sentences, frame: Frame, subjects: list[Filler], objects: list[Filler]
) -> list[tuple[Filler, Filler]]:
    """Pairs across the two sides; within one side where it names all parties ("between A and B")."""
    between = [o for o in objects if o.role.endswith(("between", "among"))]
    if len(between) > 1:
        return _among(sentences, between) if len(between) <= _MAX_MUTUAL else []
    if between:
        subjects = [s for s in subjects if not s.role.endswith(CORE)]
    left = [f for f in subjects if f.entity not in {o.entity for o in objects}]
    if left and objects:
        return [(a, b) for a in left for b in objects]
    return _among(sentences, subjects or objects) if frame.alone else []


def _among(sentences: Sentences, parties: list[Filler]) -> list[tuple[Filler, Filler]]:
    """Pairs within one list: companies with governments, or all pairs where there is only one kind."""
    unique = list({p.entity: p for p in parties if p.role.removeprefix("v:").removeprefix("n:") in _MUTUAL}.values())
    public = [p for p in unique if _is_public(sentences, p)]
    private = [p for p in unique if not _is_public(sentences, p)]
    if public and private:
        return [(a, b) for a in private for b in public]
    if len(unique) > _MOST_PEERS:  # the members of a body ("a partnership between seven police departments")
        return []
    return [(a, b) for i, a in enumerate(unique) for b in unique[i + 1 :]]


def _is_public(sentences: Sentences, filler: Filler) -> bool:
    return sentences.entity(filler.entity).type in PUBLIC
