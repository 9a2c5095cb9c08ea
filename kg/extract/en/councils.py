"""Local councils by description: "the city council", "Commissioners in Cork", "council members", "selectmen"."""

from __future__ import annotations

from collections.abc import Collection

from kg.extract.en.context import Context, NounPhrase, Reference, one
from kg.extract.en.gazetteer import fold, places
from kg.extract.en.lexicon import singular, word_set
from kg.extract.en.place_references import PlaceReferences
from kg.model import EntityType as T

_LEVELS = {
    "city": "city",
    "town": "city",
    "village": "city",
    "borough": "city",
    "municipal": "city",
    "county": "county",
    "parish": "county",
}
_BODIES = word_set("council commission board")
_MEMBERS = {
    "commissioner": "county",
    "supervisor": "county",
    "selectman": "city",
    "selectmen": "city",
    "alderman": "city",
    "aldermen": "city",
    "councillor": "city",
    "councilor": "city",
    "councilmember": "city",
}
"""Members of local councils in the singular, and what they govern unless a word before says so."""
_OFFICIALS = word_set("official leader")
_NAMED_BY = {
    "council": word_set("council"),
    "commission": word_set("commission commissioner"),
    "board": word_set("board commissioner supervisor trustee education selectmen"),
    "commissioner": word_set("commission commissioner"),
    "supervisor": word_set("supervisor"),
}
"""Head nouns of the names that a description may take up."""
_SCHOOL = "school"
_REACH = 30


class Councils:
    """Resolves descriptions of local councils and of their members, who act for the place."""

    def __init__(self, context: Context, references: PlaceReferences) -> None:
        self.context = context
        self.references = references

    def resolve(self, phrase: NounPhrase) -> Reference | None:
        """The council named before, else the town or county; None for what is no such description."""
        body = self._body(phrase)
        if not body or self.context.name_follows(phrase.head):
            return None
        owner = self._owner(phrase) if phrase.determiner == "its" else self._place_behind(phrase)
        if owner is not None:
            return one(phrase, owner, "the place that it is of", 0.8)
        if phrase.determiner not in ("", "the") or self.context.has_complement(phrase.head):
            return None
        named = self._named(body, phrase)
        if named is not None:
            return one(phrase, named, f"“{body}” is in the name of an earlier council", 0.75)
        place = self._governed(phrase)
        return None if place is None else one(phrase, place, "the place that such a council governs", 0.65)

    def _body(self, phrase: NounPhrase) -> str:
        """As in "council" for "city council" and "council members"; empty where a phrase describes no local council."""
        modifiers = phrase.words
        if phrase.plural and phrase.noun == "member" and modifiers[-1:] and modifiers[-1] in _BODIES:
            body, modifiers = modifiers[-1], modifiers[:-1]
        elif phrase.noun in _MEMBERS and (phrase.plural or phrase.noun.endswith("men")):
            body = phrase.noun if phrase.noun in _NAMED_BY else "council"
        elif phrase.plural and phrase.noun in _OFFICIALS and modifiers:
            body = "council"
        elif phrase.noun in _BODIES and not phrase.plural:
            body = phrase.noun
        else:
            return ""
        plain = all(w in _LEVELS or w == _SCHOOL or w in _BODIES for w in modifiers)
        return body if plain and (phrase.determiner or self._acts(phrase)) else ""

    def _acts(self, phrase: NounPhrase) -> bool:
        """Without an article only what does something: "Commissioners approved"."""
        return self.context.sheet.dep[phrase.head] in ("nsubj", "nsubjpass") and self.context.sheet.text[
            phrase.head
        ] not in ("officials", "leaders", "board", "council", "commission")

    def _owner(self, phrase: NounPhrase) -> int | None:
        """The place of "Cork's city council"."""
        sheet, i = self.context.sheet, phrase.head - len(phrase.words) - 1
        if i < 1 or sheet.lower[i] not in ("'s", "’s"):
            return None
        return self._place(self.context.entity_at.get(i - 1))

    def _place_behind(self, phrase: NounPhrase) -> int | None:
        """The place of "councillors in Cork"."""
        sheet, i = self.context.sheet, phrase.head + 1
        if sheet.lower[i : i + 1] not in (["in"], ["of"], ["for"]):
            return None
        i += 1 + (sheet.lower[i + 1 : i + 2] == ["the"])
        return self._place(self.context.named_at.get(i))

    def _place(self, entity: int | None) -> int | None:
        return entity if entity is not None and self.context.type_of(entity) is T.PLACE else None

    def _named(self, body: str, phrase: NounPhrase) -> int | None:
        """The council of that kind that was named before; "the county council" is not that of a city."""
        discourse = self.context.discourse
        scores = discourse.scores(phrase.head, frozenset({T.GOVERNMENT}), _REACH)
        wanted = {w for w in phrase.words if w in _LEVELS or w == _SCHOOL}
        for entity in list(scores):
            names = [fold(name).split() for name in discourse.entities[entity].names]
            if not any(_is_council(words, _NAMED_BY[body], wanted) for words in names):
                del scores[entity]
        return discourse.best(scores, 0.3)

    def _governed(self, phrase: NounPhrase) -> int | None:
        """The city, town or county of the article; none for "the council", which may be any body's."""
        said = next((_LEVELS[w] for w in phrase.words if w in _LEVELS), None)
        level = said or _MEMBERS.get(phrase.noun)
        if level is None or _SCHOOL in phrase.words:
            return None
        noun = next((w for w in phrase.words if w in _LEVELS), level)
        return self.references.local(phrase.head, level, noun, _REACH)


def is_of_other_level(words: Collection[str], name: list[str]) -> bool:
    """Whether "the county council" is asked for, and the name is that of a city's."""
    asked, named = {w for w in words if w in _LEVELS}, {w for w in name if w in _LEVELS}
    return bool(asked and named) and asked.isdisjoint(named)


def _is_council(name: list[str], heads: Collection[str], wanted: set[str]) -> bool:
    """Whether a name ends like that of a council, and names the level asked for or none."""
    levels = {w for w in name if w in _LEVELS or w == _SCHOOL}
    local = bool(levels) or any(" ".join(name[:k]) in places().population for k in range(1, len(name)))
    return local and singular(name[-1]) in heads and (not wanted or not levels or wanted <= levels)
