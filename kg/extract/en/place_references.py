"""Places and their governments taken up: "the city", "the provincial government", "authorities in Wuhan"."""

from __future__ import annotations

from kg.extract.en.context import Context, NounPhrase, Reference, one
from kg.extract.en.discourse import Mentioned
from kg.extract.en.gazetteer import fold, places
from kg.extract.en.lexicon import word_set
from kg.extract.en.nearby import CONTINENTS
from kg.model import EntityType as T

_PLACES = frozenset({T.PLACE, T.GOVERNMENT})
_BODIES = word_set("government authorities administration municipality regulators officials")
_OWN_SENSE = word_set("parliament court department ministry embassy consulate")
_CONTINENTAL = word_set("eastern western african asian latin arab nordic baltic balkan caribbean scandinavian pacific")
_SINGLE_BODIES = word_set("authority regulator watchdog agency commission")
_INDEFINITE = word_set("its a an any every some")
_NOT_TAKEN_UP = word_set("other same second first largest whole only neighbouring")
_CITY_STATES = frozenset({"Singapore", "Hong Kong", "Monaco", "Macau"})
_GOVERNING = frozenset(
    {
        "government",
        "authorities",
        "administration",
        "provincial",
        "municipal",
        "state",
        "regional",
        "people's",
        "federal",
    }
)
_KINDS = frozenset({"country", "region", "city"})
_NEAR, _FAR = 12, 30
_WITHOUT_MINISTERS = frozenset({"US", "MX", "BR"})
"""Codes of countries whose states have no ministers."""
_LONGEST_OFFICE = 5
_ADJECTIVE_ONLY = 1.0
"""How much less likely "the government" is that of a country which only adjectives name so far ("Japanese loans")."""


class PlaceReferences:
    """Resolves nouns for places and for those who govern them."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.discourse = context.discourse
        self.place_levels = context.lexicon.place_levels
        self.government_levels = context.lexicon.government_levels

    def place(self, phrase: NounPhrase) -> Reference | None:
        """As in "the city", "the Saudi capital", "the state"."""
        if phrase.plural or self.context.has_complement(phrase.head):
            return None
        if any(w in _NOT_TAKEN_UP or w.endswith("est") for w in phrase.words):
            return None
        countries = self.context.countries_in(phrase.words)
        level, noun = self.place_levels[phrase.noun], phrase.noun
        named = self._named_behind(phrase.head, level)
        if named is not None:
            return one(phrase, named, "the name behind the comma", 0.85)
        if noun == "state" and countries:
            level = noun = "country"
        codes = self._codes_of_region(phrase.words) if level == "country" else frozenset[str]()
        if not codes and not _CONTINENTAL.isdisjoint(phrase.words):
            return None
        if codes:
            countries = {lead for lead, code in places().codes.items() if code in codes}
        without = _WITHOUT_MINISTERS if noun == "state" and self._has_minister(phrase.head) else frozenset[str]()
        found = self._salient(phrase.head, level, noun, countries, 8, without)
        if found is None:
            found = self._background(level)
        if found is None and noun == "state" and self._acts(phrase.head):
            found = self._salient(phrase.head, "country", noun, countries, _NEAR)
        found = self._only_one(level, noun) if found is None and not phrase.words else found
        return None if found is None else one(phrase, found, f"most salient {noun} before", 0.75)

    def _named_behind(self, i: int, level: str) -> int | None:
        """As in "the capital, Caracas, where": the place that the apposition names."""
        entity = self.context.named_at.get(i + 2) if self.context.sheet.text[i + 1 : i + 2] == [","] else None
        apposed = any(self.context.sheet.dep[c] == "appos" and c > i for c in self.context.sheet.children[i])
        return entity if entity is not None and apposed and level in self.levels(entity) else None

    def _acts(self, i: int) -> bool:
        """As in "The state holds 40%", "owned by the state", which a country may do as well as one of its states."""
        sheet = self.context.sheet
        agent = sheet.dep[i] == "pobj" and sheet.dep[sheet.head[i]] == "agent"
        return agent or sheet.dep[i] == "nsubj"

    def _codes_of_region(self, words: tuple[str, ...]) -> frozenset[str]:
        """Codes of the countries in the part of the world of "the Southeast Asian nation"; empty where none is."""
        regions = self.context.lexicon.regions_of_nations
        text = f" {' '.join(words)} ".replace("-", " ")
        named = [codes for region, codes in regions.items() if f" {region} " in text]
        return named[0] if named else frozenset()

    def government(self, phrase: NounPhrase) -> Reference | None:
        """As in "the government", "the municipal authorities", "Chinese regulators", "authorities in Wuhan"."""
        i = phrase.head
        word = self.context.sheet.lower[i]
        if word == "administration" and not self.context.lexicon["regulated_fields"].isdisjoint(phrase.words):
            return None  # a "tax administration" is a body of its own
        if phrase.plural and phrase.noun == "government":
            return None  # "regional governments in China" are many, and none of them is China
        of_its_own = phrase.noun in _OWN_SENSE or (word in _SINGLE_BODIES and self._has_field(phrase))
        complement = None if of_its_own else self._complement(i)
        if complement is not None:
            return one(phrase, complement, "the place that follows", 0.85)
        if word not in _BODIES or phrase.determiner in _INDEFINITE or self.context.name_follows(i):
            return None
        before = self.context.entity_at.get(i - 1)
        if before is not None and self.context.type_of(before) is T.PLACE and phrase.start == i:
            return one(phrase, before, "the place in front of it", 0.85)
        countries = self.context.countries_in(phrase.words)
        level = next((self.government_levels[w] for w in phrase.words if w in self.government_levels), None)
        if (
            (not phrase.determiner or word in ("regulators", "officials"))
            and level is None
            and not (phrase.determiner and countries)
        ):
            return None
        return self._of_level(phrase, "city" if word == "municipality" else level, countries)

    def _has_field(self, phrase: NounPhrase) -> bool:
        """As in "the antitrust authority of Turkey": not the country's government, but a body of its own."""
        levels, known = self.government_levels, places()
        return any(w not in levels and w not in known.demonyms and w not in known.countries for w in phrase.words)

    def _of_level(self, phrase: NounPhrase, level: str | None, countries: set[str]) -> Reference | None:
        word = self.context.sheet.lower[phrase.head]
        wanted = level or "country"
        noun = phrase.noun if level else "country"
        found = self._salient(phrase.head, wanted, noun, countries, _FAR if wanted == "country" else _NEAR)
        if found is None and level and not countries:
            found = self._background(level)
        if found is None and not countries and (level or (word == "government" and not phrase.words)):
            found = self._only_one(wanted, phrase.noun)
        if found is None and level and word == "government":
            name = " ".join([*(w for w in phrase.words if w in self.government_levels), word])
            found = self.context.entity_named(name, T.GOVERNMENT, named=False)
        return None if found is None else one(phrase, found, f"government of the most salient {wanted}", 0.75)

    def _complement(self, i: int) -> int | None:
        """The place in "authorities in Wuhan", "the government of Kenya"."""
        sheet = self.context.sheet
        j = i + 2
        if j >= len(sheet) or sheet.lower[i + 1] not in ("in", "of"):
            return None
        while j < len(sheet) and sheet.lower[j] in ("the", "both"):
            j += 1
        entity = self.context.named_at.get(j)
        return entity if entity is not None and self.context.type_of(entity) in _PLACES else None

    def _has_minister(self, i: int) -> bool:
        """As in "the state's economy minister"."""
        behind = self.context.sheet.lower[i + 1 : i + _LONGEST_OFFICE]
        return behind[:1] in (["'s"], ["’s"]) and "minister" in behind

    def _salient(
        self, i: int, level: str, noun: str, countries: set[str], reach: int, without: frozenset[str] = frozenset()
    ) -> int | None:
        scores = self.discourse.scores(i, _PLACES, reach)
        capitals = places().capitals
        named = {m.entity for m in self.discourse.mentions if m.role != "adjective" and not self._of_company(m)}
        for entity in list(scores):
            own = noun in self.discourse.profiles[entity].kinds
            if (
                (level not in self.levels(entity) and not own)
                or not self._may_be(entity, noun)
                or (countries and not self._in_country(entity, countries))
                or places().country_of.get(fold(self.discourse.entities[entity].name)) in without
            ):
                del scores[entity]
                continue
            scores[entity] += (0.8 if own else 0.0) - (0.0 if entity in named else _ADJECTIVE_ONLY)
            if level == "capital" and fold(self.discourse.entities[entity].name) in capitals:
                scores[entity] += 0.5
        return self.discourse.best(scores, 0.15)

    def local(self, i: int, level: str, noun: str, reach: int) -> int | None:
        """The city or county that the article is about: of several the most salient, or the only small town."""
        found = self._salient(i, level, noun, set(), reach)
        if found is None and level == "county":
            return self._county()
        return found if found is not None or level != "city" else self._small_town()

    def _small_town(self) -> int | None:
        """The only place that is neither a country, a region nor a county, such as no list of cities has."""
        mentioned = {m.entity for m in self.discourse.mentions if self.context.type_of(m.entity) is T.PLACE}
        found = [e for e in mentioned if self.levels(e).isdisjoint({"country", "region", "county"})]
        return found[0] if len(found) == 1 else None

    def _of_company(self, m: Mentioned) -> bool:
        """As in "Estonia's Orbico", which says no more of the country than "Estonian" does."""
        owned = self.context.entity_at.get(self.context.sheet.head[m.head])
        return m.role == "poss" and owned is not None and self.context.type_of(owned) is T.COMPANY

    def _may_be(self, entity: int, noun: str) -> bool:
        """Whether a country may be called a kingdom, a place an emirate, a part of the world a state."""
        if noun != "region" and self.discourse.entities[entity].name in CONTINENTS | {"Arctic"}:
            return False
        listed = {"kingdom": "kingdom_codes", "emirate": "emirates", "sheikhdom": "emirates"}.get(noun)
        if listed is None:
            return True
        name = fold(self.discourse.entities[entity].name)
        code = places().country_of.get(name, "") if noun == "kingdom" else name.replace(" ", "-")
        return code in self.context.lexicon[listed]

    def _in_country(self, entity: int, countries: set[str]) -> bool:
        table = places()
        code = table.country_of.get(fold(self.discourse.entities[entity].name))
        codes = {table.codes[c] for c in countries}
        if "European Union" in countries:
            codes = codes - {table.codes["European Union"]} | self.context.lexicon["european_codes"]
        return code in codes

    def _background(self, level: str) -> int | None:
        """A place that the article names only inside of other names ("Wisconsin Economic Development Corp.")."""
        if level == "county":
            return self._county()
        elsewhere = any(level in self.levels(e) for e in self.discourse.profiles if self.context.type_of(e) in _PLACES)
        name = ("" if elsewhere else self._in_other_names(level)) or self._in_dateline(level)
        return self.context.entity_named(name, T.PLACE, named=True) if name else None

    def _only_one(self, level: str, noun: str) -> int | None:
        """The only place of its kind that the article names, be it further on: "the Province" before its name."""
        found = {e for e in self.context.named_at.values() if self.context.type_of(e) in _PLACES}
        fitting = [e for e in found if level in self.levels(e) and self._may_be(e, noun)] if level in _KINDS else []
        return fitting[0] if len(fitting) == 1 else None

    def _in_other_names(self, level: str) -> str:
        listed = {"country": places().countries.keys(), "region": places().regions}.get(level)
        if listed is None:
            return ""
        words = [entity.name.split() for entity in self.discourse.entities]
        found = {
            name for row in words for size in (1, 2) if len(row) > size and fold(name := " ".join(row[:size])) in listed
        }
        return found.pop() if len(found) == 1 else ""

    def _in_dateline(self, level: str) -> str:
        """The "Florida" of "TALLAHASSEE, Fla. -" for "the state", its city for "the city"."""
        table, words = places(), self.context.dateline
        pairs = [" ".join(words[i : i + size]) for i in range(len(words)) for size in (2, 1)]
        keys = [(table.short.get(fold(pair), fold(pair))) for pair in pairs]
        known = table.regions if level == "region" else table.population if level == "city" else frozenset[str]()
        return next((key.title() for key in keys if key in known), "")

    def _county(self) -> int | None:
        """The one county that other names begin with ("Catawba County Board of Commissioners")."""
        names = {e.name.partition(" County ")[0] + " County" for e in self.discourse.entities if " County " in e.name}
        return self.context.entity_named(names.pop(), T.PLACE, named=True) if len(names) == 1 else None

    def levels(self, entity: int) -> set[str]:
        """As in "country", "region", "city", "district", "capital": what a place is by lists and by its own name."""
        table = places()
        found: set[str] = set()
        if not self.discourse.entities[entity].named:
            return found
        for name in self.discourse.entities[entity].names:
            words = fold(name).split()
            found.update(self.place_levels[w] for w in (words[0], words[-1]) if w in self.place_levels)
            key = _governed(words)
            if key in table.countries or key in table.demonyms:
                found.add("country")
            if key in table.regions:
                found.update(("region", "district"))
            if key in table.population:
                found.update(("city",) if key in table.regions else ("city", "district"))
            if key in table.capitals:
                found.add("capital")
        if "country" in found and self.discourse.entities[entity].name not in _CITY_STATES:
            return {"country"}
        return found


def _governed(words: list[str]) -> str:
    """The place in a government's name ("tripura" in "tripura state government")."""
    end = len(words)
    while end > 1 and words[end - 1] in _GOVERNING:
        end -= 1
    return " ".join(words[:end])
