"""Who "the company", "it", "the two sides" and "we" stand for; no answer where two readings are as good."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from kg.extract.en.annotation import DocEntity
from kg.extract.en.discourse import PARTIES, Discourse, Mentioned, role_of
from kg.extract.en.gazetteer import fold, organizations, places
from kg.extract.en.lexicon import lexicon, singular
from kg.extract.en.sheet import Sheet
from kg.model import EntityType as T

_RELATIONAL = frozenset("unit arm affiliate subsidiary parent division partner investor platform app brand studio player major fund bank".split())
_GENERIC_COMPANY = frozenset("company firm group giant conglomerate corporation business enterprise multinational startup start-up vendor".split())
_DISTINCT = frozenset("first second third other parent same only another new".split())
_NUMBERS = {w: n for n, w in enumerate("three four five six seven eight nine ten eleven twelve".split(), 3)}
_NUMBERS |= {str(n): n for n in range(3, 21)}
_PUBLIC = frozenset({"state"})
_LEVELS = {
    "municipal": "city", "city": "city", "provincial": "region", "state": "region", "regional": "region", "prefectural": "region",
    "federal": "country", "central": "country", "national": "country",
}  # fmt: skip
_PLACE_LEVEL = {
    "city": "city", "capital": "capital", "town": "city", "municipality": "city", "metropolis": "city", "village": "city",
    "province": "region", "state": "region", "region": "region", "prefecture": "region", "territory": "region", "emirate": "region",
    "country": "country", "nation": "country", "kingdom": "country", "republic": "country",
    "district": "district", "county": "district", "borough": "district",
}  # fmt: skip
_COUNTRY_BODIES = frozenset("government authorities regulators officials lawmakers parliament".split())
_AGREEMENT = frozenset(
    "agreement agree agreed sign signed deal mou memorandum partner partnership partnered venture cooperation cooperate alliance joint pact contract inked collaboration together with between".split()
)
_SPEECH = frozenset("say said says tell told add added adds note noted explain explained tweet tweeted write wrote according announce announced comment commented state stated".split())
_AGENTIVE = frozenset(
    """say tell add announce agree sign plan invest build buy acquire sell own operate launch expect aim intend seek hope want
    decide win award fine approve accuse pledge commit employ hire supply provide produce make develop expand file report
    pay raise promise warn deny confirm join lead open set run hold""".split()
)
_OBJECT_CONTROL = frozenset("support help allow enable force require ask order urge tell let invite assist encourage permit".split())
_PLEONASTIC_VERBS = frozenset("seem appear happen turn remain take rain emerge".split())


@dataclass(frozen=True, slots=True)
class Reference:
    """A resolved nominal or pronoun."""

    start: int
    end: int
    head: int
    entities: tuple[int, ...]
    source: str
    via: tuple[str, ...]
    certainty: float


class Resolver:
    """Resolves references one by one, left to right."""

    def __init__(self, discourse: Discourse, taken: list[int], affiliations: dict[int, int]) -> None:
        self.discourse = discourse
        self.sheet: Sheet = discourse.sheet
        self.taken = taken
        self.affiliations = affiliations
        self.lex = lexicon()
        self.quotes = _quotes(self.sheet)

    def at(self, i: int) -> Reference | None:
        """The reference headed by token `i`, if there is one and it is clear."""
        sheet = self.sheet
        word, pos = sheet.lower[i], sheet.pos[i]
        if pos == "PRON" or sheet.tag[i] in ("WDT", "WP", "WP$", "PRP", "PRP$"):
            return self._pronoun(i, word)
        if pos not in ("NOUN", "PROPN", "NUM") or self.taken[i]:
            return None
        noun = singular(word)
        if sheet.pos[i] == "NOUN" and noun != word:
            counted = self._counted(i, noun)
            if counted:
                return counted
        if noun in self.lex["group_nouns"] or word in self.lex["group_nouns"]:
            group = self._group(i, word)
            if group:
                return group
        if sheet.dep[i] in ("compound", "attr", "appos") or (not sheet.space[i] and i + 1 < len(sheet) and sheet.text[i + 1] == "-"):
            return None
        if noun in self.lex["place_nouns"] or noun in self.lex["company_nouns"] or noun in self.lex["government_nouns"] or noun in self.lex["organization_nouns"] or noun in self.lex["person_nouns"]:
            return self._nominal(i, noun)
        return None

    # --- nominals ---------------------------------------------------------------------------------------------------

    def _nominal(self, i: int, noun: str) -> Reference | None:
        left, words, determiner = self._phrase(i)
        if noun in self.lex["government_nouns"]:
            found = self._government(i, left, noun, words, determiner)
            if found:
                return found
        if determiner in ("a", "an", "its", "one") and self.sheet.sent[i] <= 3 and noun in self.lex["company_nouns"]:
            return self._introduced(i, left, noun, words) or (self._national_champion(i, left, noun, words) if determiner == "its" else None)
        if determiner not in ("the", "this", "that", "these") or self._followed_by_name(i):
            return None
        if noun in self.lex["place_nouns"] and noun in _PLACE_LEVEL:
            if noun != self.sheet.lower[i]:
                return None
            return self._place(i, left, noun, words)
        if self._has_complement(i) or any(w in _DISTINCT or w.endswith("est") for w in words):
            return None
        named = self._name_in_apposition(i)
        if named is not None:
            return self._reference(left, i, named, "nominal", "the name that follows", 0.9)
        matched = self._by_own_noun(i, left, noun)
        if matched:
            return matched
        if noun in self.lex["company_nouns"] and noun not in _RELATIONAL and (noun == self.sheet.lower[i] or noun == "startup"):
            return self._company(i, left, noun, words)
        if noun in self.lex["person_nouns"] and noun == self.sheet.lower[i]:
            return self._person(i, left, noun, words)
        return None

    def _name_in_apposition(self, i: int) -> int | None:
        """"The airline, SpiceJet, …": the name behind the comma."""
        sheet = self.sheet
        if i + 2 >= len(sheet) or sheet.text[i + 1] != ",":
            return None
        entity = self.named_at.get(i + 2)
        if entity is None or not any(sheet.dep[c] == "appos" and c > i for c in sheet.children[i]):
            return None
        return entity if self.discourse.type_of(entity) is not T.PLACE else None

    def _national_champion(self, i: int, left: int, noun: str, words: list[str]) -> Reference | None:
        """"Australia's biggest telco": the only company so far that is known to be of that country."""
        sheet = self.sheet
        owner = i
        while owner > 0 and sheet.lower[owner] != "'s" and i - owner < 8:
            owner -= 1
        country = places().countries.get(fold(sheet.text[owner - 1])) if owner else None
        if country is None or not any(w.endswith("est") or w in ("leading", "top", "main") for w in words):
            return None
        scores = self.discourse.scores(i, frozenset({T.COMPANY}), 3)
        fitting = [e for e in scores if country in self.discourse.profiles[e].countries]
        if len(fitting) != 1:
            return None
        return self._reference(left, i, fitting[0], "nominal", f"the only company of {country} so far", 0.65)

    def _introduced(self, i: int, left: int, noun: str, words: list[str]) -> Reference | None:
        """A lead that describes the company which the next sentences name: "A US defence company has agreed to pay …"."""
        sheet = self.sheet
        if sheet.dep[i] not in ("nsubj", "nsubjpass") or sheet.tag[i] == "NNS" or noun in _RELATIONAL or self._followed_by_name(i):
            return None
        now = sheet.sent[i]
        if any(self.discourse.type_of(m.entity) is T.COMPANY for s in range(now + 1) for m in self.discourse.by_sentence.get(s, ())):
            return None
        scores: dict[int, float] = {}
        for start, entity in self.named_at.items():
            if now < sheet.sent[start] <= now + 4 and self.discourse.type_of(entity) is T.COMPANY:
                fit = self._fit(entity, noun, words)
                if fit is not None:
                    scores[entity] = fit + 0.5 * self.discourse.profiles[entity].count - 0.2 * (sheet.sent[start] - now)
        best = self.discourse.best(scores, 0.5)
        if best is None:
            return None
        return self._reference(left, i, best, "nominal", "described in the lead, named in the sentences after it", 0.6)

    def _phrase(self, i: int) -> tuple[int, list[str], str]:
        """(first token of the span, lower-case modifiers, determiner) of the noun phrase headed by `i`."""
        sheet = self.sheet
        j = i
        words: list[str] = []
        first_free = i
        blocked = False
        while j > 0 and sheet.sent[j - 1] == sheet.sent[i] and i - j < 8:
            previous = j - 1
            if sheet.pos[previous] == "DET" or sheet.tag[previous] == "PRP$" or sheet.lower[previous] in ("'s", "both"):
                determiner = "its" if sheet.tag[previous] == "PRP$" or sheet.lower[previous] == "'s" else sheet.lower[previous]
                return (self._clean_start(first_free, i) if blocked else previous, words, determiner)
            if not self._inside(previous, i) or sheet.pos[previous] == "CCONJ":
                break
            words.insert(0, sheet.lower[previous])
            if self.taken[previous]:
                blocked = True
            elif not blocked:
                first_free = previous
            j = previous
        return self._clean_start(first_free, i), words, ""

    def _clean_start(self, start: int, head: int) -> int:
        """Behind the rest of "Shenzhen-based", whose place is a mention of its own."""
        while start < head and (not self.sheet.text[start][0].isalnum() or (self.sheet.text[start - 1] == "-" and start > 0)):
            start += 1
        return start

    def _inside(self, i: int, head: int) -> bool:
        sheet = self.sheet
        if sheet.text[i] in ",;:()\"“”" or sheet.pos[i] in ("ADP", "SCONJ", "AUX"):
            return False
        above = i
        for _ in range(6):
            if above == head:
                return True
            if sheet.head[above] == above or above > head:
                return False
            above = sheet.head[above]
        return above == head

    def _followed_by_name(self, i: int) -> bool:
        """"the carmaker BYD": the name itself follows."""
        j = i + 1
        return j < len(self.sheet) and self.taken[j] == 1 and self.sheet.sent[j] == self.sheet.sent[i] and self.sheet.space[i]

    def _has_complement(self, i: int) -> bool:
        """"the company of …", "the city that …", "the firm behind": described, not taken up."""
        sheet = self.sheet
        j = i + 1
        if j >= len(sheet) or sheet.text[j] in ",;.:)-–—":
            return False
        if sheet.lower[j] in ("of", "behind", "that", "which", "who", "whose", "called", "named"):
            return True
        return any(sheet.dep[c] in ("relcl", "acl") and c > i for c in sheet.children[i])

    def _countries_in(self, words: list[str]) -> set[str]:
        demonyms = places().demonyms
        pairs = [" ".join(p) for p in zip(words, words[1:], strict=False)]
        found = {demonyms[w] for w in [*words, *pairs] if w in demonyms}
        names = {places().countries[w] for w in words if w in places().countries}
        if any(p in demonyms for p in pairs):
            return {demonyms[p] for p in pairs if p in demonyms}
        return found | names

    def _base_in(self, words: list[str]) -> str | None:
        if "based" in words or "headquartered" in words:
            at = words.index("based") if "based" in words else words.index("headquartered")
            place = [w for w in words[:at] if w != "-"]
            return fold(" ".join(place)) if place else None
        table = places()
        for size in (2, 1):
            name = fold(" ".join(words[:size]))
            if len(words) >= size and table.population.get(name, 0) > 100_000 and name not in table.demonyms:
                return name
        return None

    def _company(self, i: int, left: int, noun: str, words: list[str]) -> Reference | None:
        scores = self.discourse.scores(i, frozenset({T.COMPANY}), 4)
        topic = self._topic()
        if topic is not None and topic not in scores and any(m.entity == topic for m in self.discourse.mentions):
            scores[topic] = 0.9 + 0.18 * min(self.discourse.profiles[topic].count, 6)
        for entity in self._described_here(i):
            scores.pop(entity, None)
        if not scores:
            scores = self.discourse.scores(i, frozenset({T.ORGANIZATION}), 2)
        for entity in list(scores):
            bonus = self._fit(entity, noun, words)
            if bonus is None:
                del scores[entity]
            else:
                scores[entity] += bonus
        best = self.discourse.best(scores, 0.2)
        if best is None:
            return None
        certainty = 0.85 if len(scores) == 1 else 0.7
        return self._reference(left, i, best, "nominal", f"most salient company that fits “{self.sheet.words(left, i + 1)}”", certainty)

    def _topic(self) -> int | None:
        """The company that the article is about: the most often named one, by far."""
        if self.topic == -2:
            counts = sorted(
                ((p.count, -e) for e, p in self.discourse.profiles.items() if self.discourse.type_of(e) is T.COMPANY), reverse=True
            )
            clear = counts and counts[0][0] >= 3 and (len(counts) < 2 or counts[0][0] >= 1.5 * counts[1][0])
            self.topic = -counts[0][1] if clear else -1
        return self.topic if self.topic >= 0 else None

    topic: int = -2

    def _described_here(self, i: int) -> set[int]:
        """Entities that the phrase around `i` describes ("Apollo Go, the robotaxi arm of the company"): not its antecedents."""
        sheet, found, token = self.sheet, set[int](), i
        for _ in range(8):
            above = sheet.head[token]
            if above == token:
                break
            if sheet.dep[token] in ("appos", "relcl", "acl"):
                found.update(m.entity for m in self.discourse.by_sentence.get(sheet.sent[i], ()) if m.start <= above < m.end)
                if sheet.dep[token] != "appos":
                    break
            token = above
        return found

    def _fit(self, entity: int, noun: str, words: list[str]) -> float | None:
        """Bonus for agreement in nationality, seat and kind; None where they contradict."""
        profile = self.discourse.profiles[entity]
        bonus = 0.0
        if not _PUBLIC.isdisjoint(words) and _PUBLIC.isdisjoint(profile.kinds):
            return None
        if any(singular(w) in self.lex["facility_nouns"] and singular(w) not in profile.kinds for w in words):
            return None
        countries = self._countries_in(words)
        if countries:
            if profile.countries & countries:
                bonus += 1.0
            elif profile.countries:
                return None
        base = self._base_in(words)
        if base:
            country = places().country_of.get(base)
            codes = {places().codes.get(c) for c in profile.countries}
            if base in profile.bases:
                bonus += 1.0
            elif country and profile.countries and country not in codes:
                return None
        if noun in profile.kinds:
            bonus += 0.8
        elif noun not in _GENERIC_COMPANY:
            bonus -= 0.15
        bonus += 0.3 * len(profile.kinds & {singular(w) for w in words if len(w) > 3})
        return bonus

    def _by_own_noun(self, i: int, left: int, noun: str) -> Reference | None:
        """"the authority" after "Sri Lanka Ports Authority": the head noun of an earlier name."""
        scores = self.discourse.scores(i, PARTIES, 12)
        for entity in list(scores):
            names = self.discourse.entities[entity].names
            heads = {singular(fold(w)) for name in names for w in _heads(name)}
            if noun not in heads or (noun in _GENERIC_COMPANY and self.discourse.type_of(entity) is T.COMPANY and noun == "group"):
                del scores[entity]
        best = self.discourse.best(scores, 0.1)
        if best is None:
            return None
        return self._reference(left, i, best, "nominal", f"“{noun}” is the head of “{self.discourse.entities[best].name}”", 0.85)

    def _person(self, i: int, left: int, noun: str, words: list[str]) -> Reference | None:
        scores = self.discourse.scores(i, frozenset({T.PERSON}), 2)
        scores = {e: s for e, s in scores.items() if noun in self.discourse.profiles[e].kinds}
        best = self.discourse.best(scores, 0.3)
        return None if best is None else self._reference(left, i, best, "nominal", f"the {noun} mentioned before", 0.7)

    # --- places and their governments -----------------------------------------------------------------------------------

    def _place(self, i: int, left: int, noun: str, words: list[str]) -> Reference | None:
        level = _PLACE_LEVEL[noun]
        if noun == "state" and self._countries_in(words):
            level, noun = "country", "country"
        if self._has_complement(i) or any(w in ("other", "same", "second", "first", "largest", "whole", "only", "neighbouring") for w in words):
            return None
        if any(w.endswith("est") for w in words):
            return None
        found = self._salient_place(i, level, noun, self._countries_in(words))
        if found is None:
            found = self._background_place(level)
        if found is None:
            return None
        return self._reference(left, i, found, "nominal", f"most salient {noun} before", 0.75)

    def _salient_place(self, i: int, level: str, noun: str, countries: set[str], reach: int = 8) -> int | None:
        scores = self.discourse.scores(i, frozenset({T.PLACE, T.GOVERNMENT}), reach)
        table = places()
        for entity in list(scores):
            levels = self.levels(entity)
            own = noun in self.discourse.profiles[entity].kinds
            if level not in levels and not own:
                del scores[entity]
                continue
            if countries and not self._in_country(entity, countries):
                del scores[entity]
                continue
            scores[entity] += 0.8 if own else 0.0
            if level == "capital" and fold(self.discourse.entities[entity].name) in table.capitals:
                scores[entity] += 0.5
        return self.discourse.best(scores, 0.15)

    def _background_place(self, level: str) -> int | None:
        """A place that the article names only inside of other names ("Wisconsin Economic Development Corp.") or its dateline."""
        if any(level in self.levels(e) for e in self.discourse.profiles if self.discourse.type_of(e) in (T.PLACE, T.GOVERNMENT)):
            return None
        table = places()
        names: list[str] = []
        for entity in self.discourse.entities:
            words = entity.name.split()
            names.extend(" ".join(words[:size]) for size in (1, 2) if len(words) > size)
        found = {n for n in names if (level == "country" and fold(n) in table.countries) or (level == "region" and fold(n) in table.regions)}
        if len(found) != 1:
            return None
        name = found.pop()
        for index, entity in enumerate(self.discourse.entities):
            if entity.name == name:
                return index
        self.discourse.entities.append(DocEntity(name, T.PLACE, (name,)))
        return len(self.discourse.entities) - 1

    def _in_country(self, entity: int, countries: set[str]) -> bool:
        table = places()
        name = fold(self.discourse.entities[entity].name)
        code = table.country_of.get(name)
        return code in {table.codes[c] for c in countries}

    def levels(self, entity: int) -> set[str]:
        """"country", "region", "city", "district", "capital": what a place is by lists and by its own name."""
        table = places()
        found: set[str] = set()
        for name in self.discourse.entities[entity].names:
            key = fold(name)
            if key in table.countries or key in table.demonyms:
                found.add("country")
            if key in table.regions:
                found.update(("region", "district"))
            if key in table.population:
                found.update(("city", "district") if key not in table.regions else ("city",))
            if key in table.capitals:
                found.add("capital")
            words = key.split()
            for word, level in _PLACE_LEVEL.items():
                if words[-1] == word or words[0] == word:
                    found.add(level)
        if "country" in found and not {"Singapore", "Hong Kong", "Monaco", "Macau"} & {self.discourse.entities[entity].name}:
            found &= {"country"}
        return found

    def _government(self, i: int, left: int, noun: str, words: list[str], determiner: str) -> Reference | None:
        sheet = self.sheet
        complement = self._place_complement(i) if noun not in ("parliament", "court", "department", "ministry") else None
        if complement is not None:
            return self._reference(left, i, complement, "nominal", "the place that follows", 0.85)
        if self._followed_by_name(i):
            return None
        countries = self._countries_in(words)
        level = next((_LEVELS[w] for w in words if w in _LEVELS), None)
        word = sheet.lower[i]
        simple = word in ("government", "authorities", "administration", "municipality", "regulators", "officials")
        if not simple:
            return None
        if determiner in ("its", "a", "an", "any", "every", "some") or (determiner == "" and level is None) or (word in ("regulators", "officials") and not countries and level is None):
            return None
        if word == "municipality":
            level = "city"
        found = self._salient_place(i, level or "country", noun if level else "country", countries, 30 if (level or "country") == "country" else 12)
        if found is None and level and word == "government":
            found = self._unnamed_government(" ".join([*(w for w in words if w in _LEVELS), word]))
        if found is None:
            return None
        return self._reference(left, i, found, "nominal", f"government of the most salient {level or 'country'}", 0.75)

    def _unnamed_government(self, name: str) -> int:
        """An entity for a government whose place the article does not name ("the central government")."""
        for index, entity in enumerate(self.discourse.entities):
            if entity.name == name:
                return index
        self.discourse.entities.append(DocEntity(name, T.GOVERNMENT, (name,), named=False))
        return len(self.discourse.entities) - 1

    def _place_complement(self, i: int) -> int | None:
        """"authorities in Wuhan", "the government of Kenya"."""
        sheet = self.sheet
        j = i + 1
        if j + 1 >= len(sheet) or sheet.lower[j] not in ("in", "of"):
            return None
        j += 1
        while j < len(sheet) and sheet.lower[j] in ("the", "both"):
            j += 1
        for m in self.discourse.by_sentence.get(sheet.sent[i], ()):
            if m.start == j and self.discourse.type_of(m.entity) in (T.PLACE, T.GOVERNMENT):
                return m.entity
        return self._ahead(j)

    def _ahead(self, j: int) -> int | None:
        """Entity of a name that starts at `j`, not reached yet."""
        entity = self.named_at.get(j)
        if entity is not None and self.discourse.type_of(entity) in (T.PLACE, T.GOVERNMENT):
            return entity
        return None

    named_at: dict[int, int] = {}

    # --- groups -----------------------------------------------------------------------------------------------------------

    def _group(self, i: int, word: str) -> Reference | None:
        """"the two sides", "both companies", "the pair"."""
        left, words, determiner = self._phrase(i)
        if word in ("two",) or (word not in ("pair", "duo", "trio") and determiner not in ("the", "both", "these")):
            return None
        if word in ("sides", "parties") and self.sheet.lower[i + 1 : i + 2] == ["of"]:
            return None
        if determiner in ("the", "these") and word not in ("pair", "duo", "trio", "sides", "parties", "partners", "companies", "firms") and "two" not in words and "three" not in words:
            return None
        if word in ("companies", "firms") and words and not {"two", "three"} & set(words):
            return None
        if self._has_complement(i) and word not in ("sides", "parties"):
            return None
        size = 3 if "three" in words or word == "trio" else 2
        if word in ("companies", "firms") and not words and self._acting_company(i):
            return None
        kinds = frozenset({T.COMPANY}) if word in ("companies", "firms", "giants") else frozenset({T.GOVERNMENT, T.PLACE}) if word in ("governments", "countries", "nations", "neighbours", "neighbors") else PARTIES | {T.PLACE}
        found = self._parties_before(i, size, kinds)
        if not found:
            return None
        via = f"parties of the nearest sentence about {size} of them"
        return Reference(left, i + 1, i, found, "nominal", (via,), 0.7)

    def _counted(self, i: int, noun: str) -> Reference | None:
        """"nine cities", where one sentence of the article names exactly nine."""
        left, words, _ = self._phrase(i)
        size = next((_NUMBERS[w] for w in words if w in _NUMBERS), 0)
        if noun in _PLACE_LEVEL:
            level = _PLACE_LEVEL[noun]
            members = [e for e, start in self._first_named() if self._is_level(e, level)]
        elif noun in ("company", "firm", "bank", "carmaker", "operator"):
            level = ""
            members = [e for e, start in self._first_named() if self.discourse.type_of(e) is T.COMPANY]
        else:
            return None
        if size < 3:
            return None
        allowed = set(members)
        for found in self._by_sentence_named().values():
            here = tuple(e for e in found if e in allowed)
            if len(here) == size:
                while left < i and self.sheet.lower[left] not in _NUMBERS and self.sheet.lower[left] != "the":
                    left += 1
                return Reference(left, i + 1, i, here, "nominal", (f"the {size} that one sentence names",), 0.6)
        return None

    def _is_level(self, entity: int, level: str) -> bool:
        levels = self.levels(entity)
        return level in levels and self.discourse.type_of(entity) in (T.PLACE, T.GOVERNMENT) and not (level == "city" and "region" in levels - {"district"} and "city" not in levels)

    def _first_named(self) -> list[tuple[int, int]]:
        first: dict[int, int] = {}
        for start, entity in sorted(self.named_at.items()):
            first.setdefault(entity, start)
        return list(first.items())

    def _by_sentence_named(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for start, entity in sorted(self.named_at.items()):
            row = found.setdefault(self.sheet.sent[start], [])
            if entity not in row:
                row.append(entity)
        return found

    def _acting_company(self, i: int) -> bool:
        """"Tencent agreed to help the companies": somebody else's."""
        return any(m.start < i and self.discourse.type_of(m.entity) is T.COMPANY for m in self.discourse.by_sentence.get(self.sheet.sent[i], ()))

    def _parties_before(self, i: int, size: int, kinds: frozenset[T]) -> tuple[int, ...]:
        now = self.sheet.sent[i]
        if T.PLACE in kinds and T.COMPANY in kinds:
            return self._sides_before(i, size, kinds)
        for sentence in range(now, max(-1, now - 5), -1):
            mentions = [m for m in self.discourse.by_sentence.get(sentence, ()) if m.start < i and self.discourse.type_of(m.entity) in kinds]
            named = list(dict.fromkeys(m.entity for m in mentions if m.certain))
            if len(named) == size:
                return tuple(named)
            if len(named) > size:
                core = self._agreeing(mentions)
                if len(core) == size:
                    return tuple(core)
        return ()

    def _sides_before(self, i: int, size: int, kinds: frozenset[T]) -> tuple[int, ...]:
        """Parties of the nearest sentence that speaks of an agreement between so many."""
        sheet = self.sheet
        now = sheet.sent[i]
        for sentence in range(now, max(-1, now - 7), -1):
            mentions = [m for m in self.discourse.by_sentence.get(sentence, ()) if m.start < i and self.discourse.type_of(m.entity) in kinds]
            if len(mentions) < size:
                continue
            first = bisect_left(sheet.sent, sentence)
            words = sheet.lower[first : bisect_left(sheet.sent, sentence + 1)]
            sides = self._agreeing(mentions)
            if len(sides) == size and not _AGREEMENT.isdisjoint(words):
                return tuple(sides)
        return ()

    def _agreeing(self, mentions: list[Mentioned]) -> list[int]:
        """Of a sentence's mentions those that are its subject or follow "with", "and" or "between"."""
        sheet = self.sheet
        found = []
        for m in mentions:
            top = m.head
            for _ in range(6):
                if sheet.dep[top] not in ("conj", "appos") or sheet.head[top] == top:
                    break
                top = sheet.head[top]
            above = sheet.head[top]
            if sheet.dep[top] in ("nsubj", "nsubjpass") or (sheet.dep[top] == "pobj" and sheet.lower[above] in ("with", "between", "by", "and", "to")):
                found.append(m.entity)
        return list(dict.fromkeys(found))

    # --- pronouns ---------------------------------------------------------------------------------------------------------

    def _pronoun(self, i: int, word: str) -> Reference | None:
        if word in ("which", "who", "whose", "that", "whom"):
            return self._relative(i)
        if word in ("it", "its", "itself"):
            return self._it(i, word)
        if word in ("he", "she", "his", "her", "him"):
            return self._he(i, word)
        if word in ("they", "their", "them"):
            return self._they(i, word)
        if word in ("we", "our", "us"):
            return self._we(i)
        return None

    def _relative(self, i: int) -> Reference | None:
        """The noun that the relative clause modifies."""
        sheet = self.sheet
        clause = i
        for _ in range(6):
            clause = sheet.head[clause]
            if sheet.dep[clause] in ("relcl", "acl") or sheet.head[clause] == clause:
                break
        if sheet.dep[clause] != "relcl":
            return None
        antecedent = sheet.head[clause]
        for m in self.discourse.by_sentence.get(sheet.sent[i], ()):
            if m.start <= antecedent < m.end and m.end <= i:
                return self._reference(i, i, m.entity, "pronoun", f"relative clause of “{sheet.words(m.start, m.end)}”", 0.9)
        return None

    def _it(self, i: int, word: str) -> Reference | None:
        sheet = self.sheet
        if word == "it" and self._pleonastic(i):
            return None
        wanted = PARTIES | {T.FACILITY, T.PLACE}
        if word == "it" and sheet.dep[i] not in ("nsubj", "nsubjpass"):
            return self._object_it(i)
        found = self._sentence_subject(i, wanted)
        if found is None:
            found = self._previous_subject(i, wanted)
        if found is None:
            return None
        if self.discourse.type_of(found) is T.PLACE and word == "it" and sheet.dep[i] not in ("nsubj", "poss"):
            return None
        return self._reference(i, i, found, "pronoun", "subject of the clause before", 0.75)

    def _object_it(self, i: int) -> Reference | None:
        """The only other party of the sentence that is not the subject of the pronoun's own clause."""
        sheet = self.sheet
        verb = i
        for _ in range(6):
            verb = sheet.head[verb]
            if sheet.pos[verb] in ("VERB", "AUX"):
                break
        own = self._sentence_subject(i, PARTIES)
        before = [m for m in self.discourse.by_sentence.get(sheet.sent[i], ()) if m.start < i and m.role in ("subj", "obj") and self.discourse.type_of(m.entity) in PARTIES]
        others = {m.entity for m in before} - ({own} if own is not None else set())
        if len(others) != 1 or own is None:
            return None
        return self._reference(i, i, others.pop(), "pronoun", "the other party of the sentence", 0.6)

    def _pleonastic(self, i: int) -> bool:
        sheet = self.sheet
        if sheet.dep[i] == "expl":
            return True
        verb = sheet.head[i]
        if sheet.dep[i] not in ("nsubj", "nsubjpass"):
            return False
        lemma = sheet.doc[verb].lemma_
        if lemma in _PLEONASTIC_VERBS:
            return True
        if lemma == "be":
            if not self._in_said_clause(verb) and any(sheet.dep[c] == "attr" for c in sheet.children[verb]):
                return True
            return any(sheet.dep[c] in ("acomp", "attr") for c in sheet.children[verb]) and any(
                sheet.dep[c] in ("ccomp", "xcomp", "advcl", "relcl", "csubj") or (sheet.dep[c] == "mark" and sheet.lower[c] == "that") for c in sheet.children[verb]
            )
        if lemma in ("help", "matter", "mean", "follow") and any(sheet.dep[c] == "ccomp" for c in sheet.children[verb]):
            return True
        return sheet.dep[i] == "nsubjpass" and any(sheet.dep[c] == "ccomp" for c in sheet.children[verb])

    def _in_said_clause(self, verb: int) -> bool:
        return self.sheet.dep[verb] in ("ccomp", "advcl", "relcl") and self.sheet.lower[self.sheet.head[verb]] in _SPEECH

    def _mention_at(self, token: int, before: int) -> list[Mentioned]:
        """Mentions whose head is `token` or coordinated with it."""
        sheet = self.sheet
        heads = [token]
        for head in heads:
            heads.extend(c for c in sheet.children[head] if sheet.dep[c] == "conj" and sheet.pos[c] in ("NOUN", "PROPN"))
        found = [m for m in self.discourse.by_sentence.get(sheet.sent[token], ()) if m.start < before and any(m.start <= h < m.end for h in heads)]
        return found

    def _subjects(self, verb: int) -> list[int]:
        return [c for c in self.sheet.children[verb] if self.sheet.dep[c] in ("nsubj", "nsubjpass")]

    def _sentence_subject(self, i: int, wanted: frozenset[T]) -> int | None:
        """Subject of the nearest clause above the pronoun, or of its own clause for a possessive."""
        sheet = self.sheet
        token = i
        described = self._described_here(i)
        for _ in range(14):
            above = sheet.head[token]
            if above == token or sheet.sent[above] != sheet.sent[i]:
                return None
            if sheet.dep[token] in ("xcomp", "advcl", "ccomp") and sheet.doc[above].lemma_ in _OBJECT_CONTROL:
                controlled = self._object_of(above, i, wanted)
                if controlled is not None:
                    return controlled
            token = above
            for subject in self._subjects(token):
                if subject == i or subject > i:
                    continue
                mentions = self._mention_at(subject, i)
                entities = list(dict.fromkeys(m.entity for m in mentions if self.discourse.type_of(m.entity) in wanted))
                if len(entities) == 1 and entities[0] in described:
                    continue
                if len(entities) == 1:
                    return entities[0]
                if entities or (mentions and self.discourse.type_of(mentions[0].entity) is not T.PERSON):
                    return None
                person = [m.entity for m in mentions if self.discourse.type_of(m.entity) is T.PERSON]
                if person and sheet.pos[token] == "VERB" and person[0] in self.affiliations and self.discourse.type_of(self.affiliations[person[0]]) in wanted:
                    return self.affiliations[person[0]]
        return None

    def _object_of(self, verb: int, i: int, wanted: frozenset[T]) -> int | None:
        for child in self.sheet.children[verb]:
            if self.sheet.dep[child] == "dobj" and child < i:
                entities = {m.entity for m in self._mention_at(child, i) if self.discourse.type_of(m.entity) in wanted}
                if len(entities) == 1:
                    return entities.pop()
        return None

    def _previous_subject(self, i: int, wanted: frozenset[T]) -> int | None:
        """Main subject of the sentence before, if it is a party; the pronoun must lead its own sentence."""
        sheet = self.sheet
        now = sheet.sent[i]
        scores = self.discourse.scores(i, wanted, 1)
        described = self._described_here(i)
        same = [m for m in self.discourse.by_sentence.get(now, ()) if m.start < i and m.entity not in described and self.discourse.type_of(m.entity) in wanted]
        if same:
            entities = {m.entity for m in same}
            return entities.pop() if len(entities) == 1 and self.discourse.type_of(same[0].entity) in PARTIES else None
        agentive = self._agentive(i)
        main = self._main_subject(now - 1)
        if main is not None:
            here = [m.entity for m in self.discourse.by_sentence.get(now - 1, ()) if m.start <= main < m.end]
            if here and self.discourse.type_of(here[0]) in wanted and not (agentive and self.discourse.type_of(here[0]) is T.FACILITY):
                return here[0]
            if not agentive:
                return None
        subjects = [m for m in self.discourse.by_sentence.get(now - 1, ()) if m.role == "subj" and self.discourse.type_of(m.entity) in wanted]
        parties = list(dict.fromkeys(m.entity for m in subjects))
        if len(parties) == 1:
            return parties[0]
        scores = {e: s for e, s in scores.items() if self.discourse.type_of(e) is T.COMPANY}
        return self.discourse.best(scores, 0.4)

    def _agentive(self, i: int) -> bool:
        """Whether the pronoun does what only a party does ("it said", "it will invest")."""
        verb = self.sheet.head[i]
        for _ in range(3):
            if self.sheet.doc[verb].lemma_ in _AGENTIVE:
                return True
            below = [c for c in self.sheet.children[verb] if self.sheet.dep[c] == "xcomp"]
            if not below:
                return False
            verb = below[0]
        return False

    def _main_subject(self, sentence: int) -> int | None:
        """The noun that is the main subject of a sentence."""
        sheet = self.sheet
        i = bisect_left(sheet.sent, sentence)
        while i < len(sheet) and sheet.sent[i] == sentence:
            if sheet.dep[i] in ("nsubj", "nsubjpass") and sheet.dep[sheet.head[i]] == "ROOT":
                return i
            i += 1
        return None

    def _he(self, i: int, word: str) -> Reference | None:
        scores = self.discourse.scores(i, frozenset({T.PERSON}), 2)
        best = self.discourse.best(scores, 0.25)
        if best is None or self._unnamed_person(i):
            return None
        return self._reference(i, i, best, "pronoun", "most salient person", 0.75)

    def _unnamed_person(self, i: int) -> bool:
        """Whether somebody without a name ("an official") is the subject before the pronoun in its sentence."""
        sheet = self.sheet
        j = i - 1
        while j >= 0 and sheet.sent[j] == sheet.sent[i]:
            if sheet.dep[j] == "nsubj" and sheet.pos[j] == "NOUN" and not self.taken[j] and singular(sheet.lower[j]) in self.lex["person_nouns"]:
                return True
            j -= 1
        return False

    def _they(self, i: int, word: str) -> Reference | None:
        """A coordinated subject of parties, in this sentence or the one before."""
        sheet = self.sheet
        wanted = PARTIES | {T.PLACE}
        for sentence in (sheet.sent[i], sheet.sent[i] - 1):
            subjects = [m for m in self.discourse.by_sentence.get(sentence, ()) if m.start < i and m.role == "subj" and self.discourse.type_of(m.entity) in wanted]
            entities = list(dict.fromkeys(m.entity for m in subjects))
            if len(entities) >= 2 and self._coordinated(subjects):
                return Reference(i, i + 1, i, tuple(entities), "pronoun", ("coordinated subject before",), 0.7)
            if entities:
                return None
        return None

    def _coordinated(self, mentions: list[Mentioned]) -> bool:
        sheet = self.sheet
        return all(sheet.dep[m.head] in ("conj", "appos") for m in mentions[1:])

    # --- quotations -------------------------------------------------------------------------------------------------------

    def _we(self, i: int) -> Reference | None:
        """The organization of the quotation's speaker."""
        quote = next((q for q in self.quotes if q[0] < i < q[1]), None)
        if quote is None:
            return self._publisher(i)
        speaker = self._speaker(quote)
        if speaker is None:
            return None
        entity, clause = speaker
        return Reference(i, i + 1, i, (entity,), "speaker", (f"speaker of the quotation: {clause}",), 0.7)

    def _publisher(self, i: int) -> Reference | None:
        """In a text that says "we" outside of quotations, a press release, its company."""
        if self.author is None:
            self.author = self._find_author()
        if self.author < 0:
            return None
        return self._reference(i, i, self.author, "speaker", "the text speaks for this company", 0.6)

    def _find_author(self) -> int:
        """The company that a press release names by far most often, or -1."""
        sheet = self.sheet
        own = [
            j for j, word in enumerate(sheet.lower)
            if word in ("we", "our", "us") and sheet.text[j] != "US" and self.taken[j] == 0 and not any(q[0] < j < q[1] for q in self.quotes)
        ]
        if len(own) < 3:
            return -1
        counts = sorted(
            ((profile.count * (2 if self._is_listed(index) else 1), -index) for index, profile in self.discourse.profiles.items() if self.discourse.type_of(index) in PARTIES),
            reverse=True,
        )
        if not counts or counts[0][0] < 3 or (len(counts) > 1 and counts[1][0] * 1.5 > counts[0][0]):
            return -1
        return -counts[0][1]

    def _is_listed(self, entity: int) -> bool:
        return any(fold(name) in organizations() for name in self.discourse.entities[entity].names)

    author: int | None = None

    def _speaker(self, quote: tuple[int, int]) -> tuple[int, str] | None:
        """(organization, how found) of who says a quotation: named behind it, else in front of it."""
        sheet = self.sheet
        line = sheet.line_of(quote[0])
        low, high = sheet.lines[line]
        ranges = [(quote[1], min(high, quote[1] + 30)), (max(low, quote[0] - 25), quote[0]), (low, high)]
        for start, end in ranges:
            for i in range(start, end):
                if sheet.lower[i] in _SPEECH and sheet.pos[i] in ("VERB", "AUX") and not any(q[0] < i < q[1] for q in self.quotes):
                    for subject in self._subjects(i) or [i + 1]:
                        entity = self._organization_of(subject)
                        if entity is not None:
                            return entity, sheet.words(min(subject, i), max(subject, i) + 1)
        return None

    def _organization_of(self, token: int) -> int | None:
        entity = self.entity_at.get(token)
        if entity is None:
            return None
        if self.discourse.type_of(entity) is T.PERSON:
            return self.affiliations.get(entity)
        return entity if self.discourse.type_of(entity) in PARTIES else None

    entity_at: dict[int, int] = {}

    def _reference(self, left: int, head: int, entity: int, source: str, via: str, certainty: float) -> Reference:
        return Reference(left, head + 1, head, (entity,), source, (via,), certainty)


def _heads(name: str) -> list[str]:
    words = name.split()
    cut = next((k for k, w in enumerate(words) if w in ("of", "for", "on")), len(words))
    return [words[max(0, cut - 1)], words[-1]] if words else []


def _quotes(sheet: Sheet) -> list[tuple[int, int]]:
    """Token ranges (opening mark, closing mark) of quotations, line by line."""
    found: list[tuple[int, int]] = []
    for start, end in sheet.lines:
        opened = -1
        for i in range(start, end):
            mark = sheet.text[i]
            if mark == "“" or (mark in ('"', "''", "``") and opened < 0):
                opened = i
            elif opened >= 0 and mark in ("”", '"', "''"):
                found.append((opened, i))
                opened = -1
        if opened >= 0:
            found.append((opened, end))
    return found


def affiliations(discourse: Discourse) -> dict[int, int]:
    """Person → the organization that a title next to the name gives ("Tencent CEO Ma", "Ma, chairman of Tencent")."""
    sheet, lex = discourse.sheet, lexicon()
    roles = lex["titles"] | lex["title_prefixes"] | {"-", "and", "'s", ","}
    starts = {m.start: m for m in discourse.mentions}
    ends = {m.end: m for m in discourse.mentions}
    found: dict[int, int] = {}
    for m in discourse.mentions:
        if discourse.type_of(m.entity) is not T.PERSON or m.entity in found:
            continue
        i = m.start
        while i > 0 and sheet.lower[i - 1] in roles and sheet.text[i - 1] != "," and m.start - i < 6:
            i -= 1
        before = ends.get(i)
        if before and i < m.start and discourse.type_of(before.entity) in PARTIES | {T.PLACE} and sheet.sent[before.start] == sheet.sent[m.start]:
            found[m.entity] = before.entity
            continue
        i = m.end
        if i < len(sheet) and sheet.text[i] == ",":
            i += 1
            titled = False
            while i < len(sheet) and sheet.sent[i] == sheet.sent[m.start] and i - m.end < 12 and i not in starts:
                titled = titled or sheet.lower[i] in lex["titles"]
                if sheet.text[i] in ".;" or sheet.tag[i] in ("VBD", "VBZ", "MD"):
                    break
                i += 1
            after = starts.get(i)
            if after and titled and sheet.lower[i - 1] in ("of", "for", "at", "the", "'s") and discourse.type_of(after.entity) in PARTIES:
                found[m.entity] = after.entity
    return found
