"""Which units are worth comparing: those that share a key. Near-linear, since no key's block may grow large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from kg.model import EntityType
from kg.resolve.described import undressed
from kg.resolve.identify import Unit
from kg.resolve.names import initials, is_acronym, is_chinese, is_generic, joined, normal
from kg.resolve.words import DESCRIPTIVE, DIVISION

MAX_BLOCK = 40
"""A block larger than this tells nothing ("china …"): its key is skipped, longer keys still bring its pairs."""


def pairs(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Indexes of the pairs to compare, each once, the smaller first, in a stable order."""
    blocks: dict[str, list[int]] = {}
    for index, unit in enumerate(units):
        for key in sorted(set(_keys(unit))):
            blocks.setdefault(key, []).append(index)
    seen: set[tuple[int, int]] = set()
    for _, members in sorted(blocks.items()):
        if len(members) <= MAX_BLOCK:
            seen.update(combinations(members, 2))
    yield from sorted(seen)


def _keys(unit: Unit) -> Iterable[str]:
    if unit.type in (EntityType.FACILITY, EntityType.EVENT):
        return
    if unit.type is EntityType.PLACE and unit.anchored:
        return
    for name in canonical_names(unit):
        text = joined(name, unit.type)
        yield from _article_keys(unit, name)
        if is_chinese(name):
            yield from (f"zh:{text[:2]}", f"zh4:{text[:4]}", f"zhend:{text[-4:]}")
        else:
            yield from _latin_keys(name, unit.type)
        if unit.type is EntityType.PERSON:
            yield from _pinyin_keys(text)
    for name in unit.names if unit.type is not EntityType.PLACE else ():
        yield f"same:{joined(name, unit.type)}"


def canonical_names(unit: Unit) -> tuple[str, ...]:
    """The names that articles use first, the most frequent ones (at most five); no common nouns."""
    counts: dict[str, int] = {}
    for party in unit.parties:
        if not is_generic(party.name):
            name = undressed(party.name)
            counts[name] = counts.get(name, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name))[:5])


def _latin_keys(name: str, kind: EntityType) -> Iterable[str]:
    words = normal(name, kind).split()
    if not words:
        return
    yield f"first:{words[0]}"
    yield f"two:{' '.join(words[:2])}"
    yield f"bag:{' '.join(sorted(words))}"
    text = "".join(words)
    if len(text) >= 8:
        yield from (f"start:{text[:6]}", f"end:{text[-6:]}")
    if kind is EntityType.PERSON:
        yield f"last:{words[-1]}:{words[0][0]}"
        yield from (f"part:{word}" for word in {words[0], words[-1]})
    else:
        yield from (f"word:{word}" for word in words if len(word) > 3 and word not in DESCRIPTIVE | DIVISION)
        letters = text if is_acronym(name) else initials(name)
        yield from (f"initials:{form}" for form in {letters, initials(" ".join(words))} if len(form) >= 3)


def _article_keys(unit: Unit, name: str) -> Iterable[str]:
    """Keys for words that are frequent in the corpus and telling within one article: surnames, short names."""
    words = normal(name, unit.type).split()
    ends = {words[0], words[-1]} if unit.type is EntityType.PERSON else {words[0]}
    return (f"in:{doc}:{word}" for doc in sorted(unit.docs)[:20] for word in sorted(ends))


def _pinyin_keys(text: str) -> Iterable[str]:
    if is_chinese(text):
        from kg.resolve.pinyin import spellings

        yield from (f"letters:{''.join(sorted(spelling))}" for spelling in spellings(text))
    else:
        yield f"letters:{''.join(sorted(text))}"
