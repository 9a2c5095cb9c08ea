"""Parents and units told by their names: "the cloud unit of Orbico" is Orbico Cloud, whose parent is Orbico."""

from __future__ import annotations

from kg.extract.en.context import Context, NounPhrase, Reference, one, words_of
from kg.extract.en.gazetteer import fold
from kg.extract.en.lexicon import word_set
from kg.model import EntityType as T

_UNITS = word_set("unit arm division subsidiary business")
_PARENTS = word_set("parent")
_SHORTEST = 4
TRADE = "its trade behind its owner's name"
"""How "Orbico's cloud unit" was resolved to Orbico Cloud."""


class Units:
    """Resolves descriptions of a company by the other company that its name begins with."""

    def __init__(self, context: Context) -> None:
        self.context = context

    def named(self, phrase: NounPhrase) -> Reference | None:
        """As in "the cloud unit of Orbico", "Orbico's cloud unit", and "the parent" beside Orbico Cloud."""
        if phrase.plural or self.context.name_follows(phrase.head):
            return None
        if phrase.noun in _UNITS and phrase.determiner in ("the", "its"):
            return self._unit(phrase)
        takes_up = phrase.noun in _PARENTS and phrase.determiner == "the" and not phrase.words
        return self._parent(phrase) if takes_up and not self.context.has_complement(phrase.head) else None

    def _unit(self, phrase: NounPhrase) -> Reference | None:
        owner = self._owner(phrase)
        if owner is None or not phrase.words or self.context.type_of(owner) is not T.COMPANY:
            return None
        units = [e for e in self._of(owner) if self._tells(phrase.words, owner, e)]
        return one(phrase, units[0], TRADE, 0.8) if len(units) == 1 else None

    def _owner(self, phrase: NounPhrase) -> int | None:
        """The name behind "of" or before "'s"."""
        sheet, at = self.context.sheet, phrase.head + 2
        if phrase.determiner == "the":
            following = sheet.lower[phrase.head + 1 : at] == ["of"]
            return self.context.named_at.get(at) if following else None
        last = phrase.head - len(phrase.words) - 1
        owner = last - 1 if sheet.lower[last] in ("'s", "’s", "'") else last
        return self.context.entity_at.get(owner)

    def _of(self, owner: int) -> list[int]:
        """Companies whose names begin with a name of `owner`."""
        entities = self.context.discourse.entities
        begins = tuple(f"{fold(name)} " for name in entities[owner].names)
        named = dict.fromkeys(self.context.named_at.values())
        return [e for e in named if e != owner and any(fold(n).startswith(begins) for n in entities[e].names)]

    def _tells(self, words: tuple[str, ...], owner: int, unit: int) -> bool:
        """Whether a unit's name says the trade that describes it: "leasing" of "Orbico Leasing"."""
        entities = self.context.discourse.entities
        trades = words_of(entities[unit].names) - words_of(entities[owner].names)
        return any(len(word) >= _SHORTEST and fold(word) in trades for word in words)

    def _parent(self, phrase: NounPhrase) -> Reference | None:
        """Of the companies of the sentence the one whose name another company's begins with."""
        here = [m.entity for m in self.context.sentence(phrase.head) if self.context.type_of(m.entity) is T.COMPANY]
        named = dict.fromkeys(self.context.named_at.values())
        parents = [e for e in named if self.context.type_of(e) is T.COMPANY and set(self._of(e)) & set(here)]
        return one(phrase, parents[0], "the name that its unit's begins with", 0.8) if len(parents) == 1 else None
