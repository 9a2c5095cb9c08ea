"""Public bodies by description: "India's aviation watchdog", "the regulator", "the US competition authority"."""

from __future__ import annotations

from kg.extract.en.context import Context, NounPhrase, Reference, one, words_of
from kg.extract.en.gazetteer import fold, places
from kg.extract.en.lexicon import word_set
from kg.extract.en.sheet import Sheet
from kg.model import EntityType as T

_LEAD_SENTENCES = 3
_AHEAD = 5
_BACK = 6
_STEM = 5
_NO_REGULATORS = word_set(
    """ministry department court courts parliament senate congress house police army navy cabinet government council
    assembly legislature attorney embassy municipality tribunal treasury prosecutors minister"""
)
_NO_FIELDS = word_set("head regional main new local first largest biggest big own old key branch sales representative")
_NO_BODIES = word_set("news advertising travel rating ratings talent modelling marketing recruitment advert ad")
_PUBLIC_BANKS = frozenset({"central", "development"})
_COURTS = frozenset({"court", "tribunal", "judge", "jury"})
_BY_NOUN_ALONE = word_set("treasury parliament legislature senate military")
"""Bodies of which a country has one: "Kenya's parliament"."""
_VAGUE = word_set("independent national federal state local public regulatory government main top")


class Bodies:
    """Resolves "regulator", "watchdog", "agency", "authority" and "body"."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.discourse = context.discourse
        self.sheet = context.sheet

    def introduced(self, phrase: NounPhrase) -> Reference | None:
        """As in "Nigeria's telecoms regulator has fined …": the body that the next sentences name."""
        if self.sheet.sent[phrase.head] > _LEAD_SENTENCES or phrase.plural or self.context.name_follows(phrase.head):
            return None
        found = self._named_later(phrase)
        return None if found is None else one(phrase, found, "the public body that the next sentences name", 0.6)

    def apposed(self, phrase: NounPhrase) -> Reference | None:
        """As in "the US financial watchdog, the Securities and Exchange Commission": the name behind the comma."""
        sheet, i = self.sheet, phrase.head
        if phrase.noun not in self.context.lexicon["body_nouns"] or sheet.text[i + 1 : i + 2] != [","]:
            return None
        entity = self.context.named_at.get(i + 3 if sheet.lower[i + 2 : i + 3] == ["the"] else i + 2)
        if entity is None or phrase.plural or not is_body(entity, self.context):
            return None
        return one(phrase, entity, "the name behind the comma", 0.85)

    def salient(self, phrase: NounPhrase) -> Reference | None:
        """As in "the regulator": the most salient body; none whose country is another."""
        scores = self.discourse.scores(phrase.head, frozenset({T.GOVERNMENT}), _BACK)
        countries = self._countries(phrase)
        if not _NO_BODIES.isdisjoint(phrase.words):
            return None
        inner, entities = self.context.named_inside(phrase), self.discourse.entities
        scores = {e: s for e, s in scores.items() if is_body(e, self.context) and not self._foreign(e, countries)}
        scores = {e: s for e, s in scores.items() if inner <= words_of(entities[e].names)}
        if phrase.noun in ("regulator", "watchdog") and phrase.words:
            scores = {e: s for e, s in scores.items() if not self._is_no_regulator(e)}
        best = self.discourse.best(scores, 0.3)
        return None if best is None else one(phrase, best, f"most salient public body for “{phrase.noun}”", 0.7)

    def unnamed(self, phrase: NounPhrase) -> Reference | None:
        """A body without a name or antecedent: "Italy's antitrust authority"."""
        owned = phrase.words or self._owner_start(phrase.start) < phrase.start
        described = owned and phrase.determiner in ("the", "its") and _NO_BODIES.isdisjoint(phrase.words)
        described = described and not self.context.name_follows(phrase.head)
        if phrase.plural or not described or not self._is_body_noun(phrase):
            return None
        start = phrase.start
        while start < phrase.head and self.sheet.pos[start] in ("DET", "PRON", "PART"):
            start += 1
        name = self.sheet.words(self._owner_start(start), phrase.head + 1)
        entity = self.context.entity_named(name, T.GOVERNMENT, named=False)
        return Reference(start, phrase.head + 1, phrase.head, (entity,), "nominal", ("a body without a name",), 0.6)

    def seated(self, phrase: NounPhrase) -> Reference | None:
        """As in "a court in London", "the central bank of Kenya": called so, where it has no other name."""
        sheet, i = self.sheet, phrase.head
        place = self.context.named_at.get(i + 2)
        if phrase.plural or place is None or not self._is_seated(phrase, sheet.lower[i + 1]):
            return self._federal(phrase)
        if self.context.type_of(place) is not T.PLACE:
            return None
        end = i + 2
        while self.context.entity_at.get(end) == place:
            end += 1
        start = next((j for j in range(phrase.start, i) if sheet.pos[j] not in ("DET", "PRON", "PART")), i)
        entity = self.context.entity_named(sheet.words(start, end), T.GOVERNMENT, named=False)
        return Reference(start, i + 1, i, (entity,), "nominal", ("a body without a name",), 0.6)

    def _is_seated(self, phrase: NounPhrase, link: str) -> bool:
        """Courts in a place; central banks and parliaments of one."""
        if link == "of" and phrase.determiner == "the":
            bank = phrase.noun == "bank" and not _PUBLIC_BANKS.isdisjoint(phrase.words)
            return bank or (phrase.noun in _BY_NOUN_ALONE and not phrase.words)
        return link == "in" and phrase.noun in _COURTS

    def _federal(self, phrase: NounPhrase) -> Reference | None:
        """As in "a federal judge", "a U.S. district judge"."""
        known = {"federal", "us", "u.s."} & set(phrase.words)
        if phrase.noun not in _COURTS or phrase.plural or phrase.determiner != "a" or not known:
            return None
        sheet, i = self.sheet, phrase.head
        entity = self.context.entity_named(sheet.words(i - len(phrase.words), i + 1), T.GOVERNMENT, named=False)
        return Reference(phrase.start, i + 1, i, (entity,), "nominal", ("a court without a name",), 0.6)

    def _is_body_noun(self, phrase: NounPhrase) -> bool:
        """As in "watchdog"; "office" and the like only of a place and with a field: "Germany's cartel office"."""
        if phrase.noun in self.context.lexicon["body_nouns"]:
            return True
        owned = self._owner_start(phrase.start) < phrase.start
        if phrase.noun == "corporation" and "municipal" in phrase.words:
            return True
        if owned and (
            phrase.noun in _BY_NOUN_ALONE or (phrase.noun == "bank" and not _PUBLIC_BANKS.isdisjoint(phrase.words))
        ):
            return True
        field = [w for w in phrase.words if w not in _NO_FIELDS and w not in places().demonyms]
        return owned and bool(field) and phrase.noun in self.context.lexicon["owned_body_nouns"]

    # --- bodies that the article names later -------------------------------------------------------------------------

    def _named_later(self, phrase: NounPhrase) -> int | None:
        """The only body ahead that no country or field speaks against; one of the field before one of none."""
        sheet, now = self.sheet, self.sheet.sent[phrase.head]
        ahead = {e: sheet.sent[s] - now for s, e in reversed(self.context.named_at.items()) if s > phrase.head}
        countries = self._countries(phrase)
        fitting = {
            e: distance
            for e, distance in ahead.items()
            if is_body(e, self.context) and not self._foreign(e, countries) and not self._is_no_regulator(e)
        }
        stems = {w[:_STEM] for w in phrase.words if len(w) >= _STEM and w not in _VAGUE}
        of_field = [e for e in fitting if stems & self._stems(e)]
        near = of_field or [e for e, distance in fitting.items() if distance <= _AHEAD]
        return near[0] if len(near) == 1 else None

    def _stems(self, entity: int) -> set[str]:
        names = self.discourse.entities[entity].names
        return {w[:_STEM] for name in names for w in fold(name).split() if len(w) >= _STEM}

    def _is_no_regulator(self, entity: int) -> bool:
        names = self.discourse.entities[entity].names
        return any(not _NO_REGULATORS.isdisjoint(fold(name).split()) for name in names)

    def _foreign(self, entity: int, countries: set[str]) -> bool:
        """Whether a body is another country's, or the European Union's."""
        own = self.discourse.profiles[entity].countries
        name = fold(self.discourse.entities[entity].name)
        own = own | ({"European Union"} if name.startswith("europe") else set())
        return bool(countries and own and countries.isdisjoint(own))

    def _countries(self, phrase: NounPhrase) -> set[str]:
        """Countries in the phrase itself and its owner ("India's")."""
        found = self.context.countries_in(phrase.words)
        owner = self._owner_start(phrase.start)
        if owner < phrase.start:
            words = fold(self.sheet.words(owner, phrase.start)).replace("'s", "").split()
            found = found | self.context.countries_in((*words, " ".join(words)))
        return found

    def _owner_start(self, start: int) -> int:
        """Where the place begins that a phrase says it is of: "India's …", "US …"."""
        sheet, taken = self.sheet, self.context.taken
        i = start - 1
        while i > 0 and sheet.lower[i] in ("'s", "'"):
            i -= 1
        if i < 0 or not _adjoins(i, start, sheet) or taken[i] != 1 or i not in self.context.entity_at:
            return start
        entity = self.context.entity_at[i]
        if self.context.type_of(entity) not in (T.PLACE, T.GOVERNMENT):
            return start
        while i > 0 and self.context.entity_at.get(i - 1) == entity:
            i -= 1
        return i


def _adjoins(i: int, start: int, sheet: Sheet) -> bool:
    return sheet.sent[i] == sheet.sent[start] and all(sheet.lower[j] in ("'s", "'") for j in range(i + 1, start))


def is_body(entity: int, context: Context) -> bool:
    """A public body with a name that is no place's government."""
    table = places()
    names = [fold(name) for name in context.discourse.entities[entity].names]
    return context.type_of(entity) is T.GOVERNMENT and not any(
        n in table.country_of or n in table.demonyms for n in names
    )
