"""Which facility or event phrases of an article mean the same one."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.en.annotation import DocEntity, Span
from kg.extract.en.lexicon import lexicon, singular, word_set
from kg.extract.en.phrases import Phrase, named_modifiers
from kg.extract.en.sheet import Sheet
from kg.model import EntityType

_SIZES = word_set(
    """two three four five six eight ten twelve lane way storey story bed square foot feet metre meter kilometre
    kilometer mile acre ton tonne megawatt million billion dollar euro pound multi double dual track state
    of the art modern
    ultra ultra-modern brand long new sprawling giant lucrative ambitious controversial"""
)
"""Words of size and praise, which tell no facility from another: "the two-lane road" is any road's."""
_MAX_OWNER = 6


class Facilities:
    """Facilities and events so far; `place` finds or makes the entity of a phrase."""

    def __init__(self, sheet: Sheet, entities: list[DocEntity], spans: list[Span]) -> None:
        self.sheet = sheet
        self.entities = entities
        self.seen: list[tuple[int, Phrase]] = []
        self.named = sorted(
            (s.start, s.entities[0])
            for s in spans
            if entities[s.entities[0]].type in (EntityType.FACILITY, EntityType.EVENT)
        )
        self.ends = {s.end: s for s in spans if entities[s.entities[0]].type is EntityType.FACILITY}

    def place(self, phrase: Phrase) -> tuple[int, tuple[str, ...]] | None:
        """(entity index, how it was found) of a phrase: no steps for a new entity, None for a mere "the network"."""
        name = _name(phrase, self.sheet)
        if self.sheet.lower[phrase.head] == "one":
            return self._counted(phrase, name)
        beside = self._beside(phrase)
        if beside is not None:
            self._learn(beside, name)
            self.seen.append((beside, phrase))
            return beside, (f"stands beside “{self.entities[beside].name}”",)
        if phrase.definite != "indef":
            found = self._earlier(phrase)
            if found is not None:
                self._learn(found, name)
                self.seen.append((found, phrase))
                return found, (f"“{name}” takes up “{self.entities[found].name}”",)
        if phrase.bare and phrase.definite == "def" and self.sheet.lower[phrase.head] == "venture":
            return None
        if (
            phrase.bare
            and phrase.definite == "def"
            and self.sheet.lower[phrase.head] in lexicon().facility_if
            and not self._owned(phrase)
        ):
            return None
        self.entities.append(DocEntity(name, phrase.type, (name,), named=False))
        self.seen.append((len(self.entities) - 1, phrase))
        return len(self.entities) - 1, ()

    def _counted(self, phrase: Phrase, name: str) -> tuple[int, tuple[str, ...]] | None:
        """The facility that "the second one" takes up: the last that was called the second."""
        ordinal = self.sheet.lower[phrase.start]
        alike = [
            i for i, other in self.seen if ordinal in named_modifiers(other, self.sheet) and other.type is phrase.type
        ]
        return (alike[-1], (f"“{name}” takes up “{self.entities[alike[-1]].name}”",)) if alike else None

    def _owned(self, phrase: Phrase) -> bool:
        """As in "its works", "Magdeburg's site": not a mere reference."""
        before = phrase.full_start - 1
        return before >= 0 and self.sheet.tag[before] in ("PRP$", "POS")

    def _describes(self, comma: int, phrase: Phrase) -> bool:
        """Whether what follows a name and its comma is an apposition: "a hospital", "its new mine", no list."""
        begins = (
            self.sheet.lower[comma + 1] in ("a", "an", "its", "the")
            or self.sheet.text[comma + 1] != self.sheet.lower[comma + 1]
        )
        listed = self.sheet.dep[phrase.head] == "conj" and self.sheet.lower[phrase.head + 1] in (",", "and")
        return begins and not listed

    def _earlier(self, phrase: Phrase) -> int | None:
        modifiers = phrase.modifiers(self.sheet)
        ordinals = named_modifiers(phrase, self.sheet)
        plural = singular(self.sheet.lower[phrase.head]) != self.sheet.lower[phrase.head]
        for index, other in reversed(self.seen):
            if other.type is not phrase.type or not _same_kind(
                self.sheet.lower[phrase.head], self.sheet.lower[other.head]
            ):
                continue
            if plural != (singular(self.sheet.lower[other.head]) != self.sheet.lower[other.head]):
                continue
            theirs = other.modifiers(self.sheet)
            if (
                ordinals != named_modifiers(other, self.sheet)
                and (ordinals or named_modifiers(other, self.sheet))
                and not phrase.bare
            ):
                continue
            if self._stands_elsewhere(phrase, other):
                continue
            same = modifiers <= theirs or (theirs <= modifiers and not other.bare)
            if same and (phrase.definite == "def" or modifiers == theirs):
                return index
        if phrase.bare and phrase.definite == "def":
            return self._named_before(phrase)
        if phrase.definite == "def" and not plural and modifiers <= _SIZES:
            return self._only_one(phrase)
        return None

    def _only_one(self, phrase: Phrase) -> int | None:
        """As in "the two-lane road" where a single road has been told of."""
        noun = singular(self.sheet.lower[phrase.head])
        alike = {i for i, other in self.seen if singular(self.sheet.lower[other.head]) == noun}
        alike |= {i for start, i in self.named if start < phrase.start and noun in self._last_word(i)}
        return alike.pop() if len(alike) == 1 and not self._owned(phrase) else None

    def _last_word(self, index: int) -> list[str]:
        return [singular(word.lower()) for word in self.entities[index].name.split()[-1:]]

    def _beside(self, phrase: Phrase) -> int | None:
        """The facility that a phrase describes: "Kilima, its new mine", "the Lindal project, a new hospital"."""
        if phrase.type is not EntityType.FACILITY:
            return None
        comma = phrase.full_start - 1
        while comma > max(0, phrase.full_start - _MAX_OWNER) and self.sheet.text[comma] != ",":
            comma -= 1
        named = self.ends.get(comma)
        if named is not None and self._describes(comma, phrase):
            return named.entities[0]
        if self.sheet.dep[phrase.head] != "appos":
            return None
        above = self.sheet.head[phrase.head]
        before = [i for i, other in self.seen[-1:] if other.end == comma and other.head == above]
        return before[0] if before else None

    def _stands_elsewhere(self, phrase: Phrase, other: Phrase) -> bool:
        """As in "its works in Gdansk" after "a car plant": somebody's own one, told of with its place."""
        here, there = self._place_of(phrase), self._place_of(other)
        if not here or here == there:
            return False
        own = self.sheet.tag[phrase.full_start - 1] in ("PRP$", "POS") if phrase.full_start else False
        other_word = singular(self.sheet.lower[phrase.head]) != singular(self.sheet.lower[other.head])
        return bool(there) or (own and other_word)

    def _place_of(self, phrase: Phrase) -> str:
        """The first word of the name behind "in" or "near" right behind a phrase, "" where there is none."""
        i = phrase.head + 1
        behind = self.sheet.lower[i : i + 1] in (["in"], ["near"], ["outside"], ["at"])
        return self.sheet.lower[i + 1] if behind and self.sheet.pos[i + 1 : i + 2] == ["PROPN"] else ""

    def _named_before(self, phrase: Phrase) -> int | None:
        """As in "the terminal" after "West Container Terminal", "the summit" after "Digital China Summit"."""
        noun = singular(self.sheet.lower[phrase.head])
        for start, index in reversed(self.named):
            words = {singular(w.lower()) for w in self.entities[index].name.split()}
            if start < phrase.start and (noun in words):
                return index
        return None

    def _learn(self, index: int, name: str) -> None:
        entity = self.entities[index]
        if name not in entity.names:
            proper = entity.named or (entity.name != entity.name.lower() and name == name.lower())
            longer = name if len(name) > len(entity.name) and not proper else entity.name
            self.entities[index] = replace(entity, name=longer, names=(*entity.names, name))


def _same_kind(a: str, b: str) -> bool:
    a, b = singular(a), singular(b)
    return a == b or any(a in group and b in group for group in lexicon().facility_groups)


def _name(phrase: Phrase, sheet: Sheet) -> str:
    return sheet.words(phrase.full_start, phrase.end)
