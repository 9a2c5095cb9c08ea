"""Which facility or event phrases of an article mean the same one."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.en.annotation import DocEntity, Span
from kg.extract.en.lexicon import lexicon, singular
from kg.extract.en.phrases import Phrase, named_modifiers
from kg.extract.en.sheet import Sheet
from kg.model import EntityType


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

    def place(self, phrase: Phrase) -> tuple[int, tuple[str, ...]] | None:
        """(entity index, how it was found) of a phrase: no steps for a new entity, None for a mere "the network"."""
        name = _name(phrase, self.sheet)
        if self.sheet.lower[phrase.head] == "one":
            return self._counted(phrase, name)
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
        return None

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
            longer = name if len(name) > len(entity.name) and not entity.named else entity.name
            self.entities[index] = replace(entity, name=longer, names=(*entity.names, name))


def _same_kind(a: str, b: str) -> bool:
    a, b = singular(a), singular(b)
    return a == b or any(a in group and b in group for group in lexicon().facility_groups)


def _name(phrase: Phrase, sheet: Sheet) -> str:
    return sheet.words(phrase.full_start, phrase.end)
