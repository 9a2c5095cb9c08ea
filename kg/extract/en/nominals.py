"""Descriptions of companies, bodies and persons: "the carmaker", "the Shenzhen-based group", "the authority"."""

from __future__ import annotations

from kg.extract.en.annotation import PARTIES
from kg.extract.en.bodies import Bodies, is_body
from kg.extract.en.context import Context, NounPhrase, Reference, one, words_of
from kg.extract.en.councils import is_of_other_level
from kg.extract.en.gazetteer import fold, places
from kg.extract.en.lexicon import singular
from kg.model import EntityType as T

_COMPANY = frozenset({T.COMPANY})
_DESCRIBING = frozenset({"bank", "platform", "app", "brand", "studio", "fund", "network"})
_ALSO_CALLED = {
    "network": frozenset({"broadcaster", "broadcast", "broadcasting", "television", "tv", "channel"}),
    "bank": frozenset({"lender"}),
    "app": frozenset({"application", "platform"}),
}
"""Other nouns in a description that a later "the network" may take up."""
_LEADING = frozenset({"leading", "top", "main"})
_ORGANIZATIONS = frozenset({"organization", "organisation", "nonprofit", "non-profit", "charity"})
_LEAD_SENTENCES = 3
_CALLED_BEFORE = 8
_OF_PRODUCTS = frozenset(
    {"maker", "owner", "developer", "publisher", "operator", "manufacturer", "producer", "creator"}
)
_PLAIN = frozenset({"company", "firm", "group", "business", "corporation"})
"""What nearly every company is called by somebody."""
_PARALLEL = 0.25
_JUDGES = frozenset({"judge", "justice", "magistrate"})
_SEAT_POPULATION = 100_000


class Nominals:
    """Resolves descriptions of parties that are no places."""

    def __init__(self, context: Context, bodies: Bodies) -> None:
        self.context = context
        self.bodies = bodies
        self.discourse = context.discourse
        self.lexicon = context.lexicon

    def introduced(self, phrase: NounPhrase) -> Reference | None:
        """A company that the lead describes: "A US defence company has agreed …", "Australia's biggest telco …"."""
        i, sheet = phrase.head, self.context.sheet
        if sheet.sent[i] > _LEAD_SENTENCES or self.context.name_follows(i):
            return None
        if phrase.noun in self.lexicon["body_nouns"] and not phrase.plural:
            return self.bodies.introduced(phrase)
        if phrase.noun not in self.lexicon["company_nouns"]:
            return None
        unit = self._unit_named_later(phrase)
        if unit is not None:
            return one(phrase, unit, "the only company named after its owner", 0.6)
        if self._company_before(i):
            return self._national_champion(phrase) if phrase.determiner == "its" else None
        if (
            sheet.dep[i] not in ("nsubj", "nsubjpass")
            or phrase.plural
            or phrase.noun in self.lexicon["relational_nouns"]
        ):
            return None
        return self._named_later(phrase)

    def _unit_named_later(self, phrase: NounPhrase) -> int | None:
        """As in "Orbico's budget carrier" for "Orbico Express": the one company whose name begins with its owner's."""
        sheet, context = self.context.sheet, self.context
        owner = phrase.start - 1
        while owner > 0 and sheet.lower[owner] in ("'s", "'"):
            owner -= 1
        if phrase.plural or phrase.determiner != "its" or owner < 0 or owner not in context.entity_at:
            return None
        entities, index = self.discourse.entities, context.entity_at[owner]
        begin = fold(entities[index].name) + " "
        named = {e for start, e in context.named_at.items() if start > phrase.head and fold(entities[e].name) != begin}
        units = [e for e in named if fold(entities[e].name).startswith(begin) and context.type_of(e) is T.COMPANY]
        is_company = context.type_of(index) is T.COMPANY
        return units[0] if is_company and len(units) == 1 else None

    def _company_before(self, i: int) -> bool:
        rows = (self.discourse.by_sentence.get(s, ()) for s in range(self.context.sheet.sent[i] + 1))
        return any(self.context.type_of(m.entity) is T.COMPANY for row in rows for m in row)

    def _named_later(self, phrase: NounPhrase) -> Reference | None:
        sheet = self.context.sheet
        now = sheet.sent[phrase.head]
        here = {e for start, e in self.context.named_at.items() if sheet.sent[start] == now}
        scores: dict[int, float] = {}
        for start, entity in self.context.named_at.items():
            if entity in here:
                continue
            if now < sheet.sent[start] <= now + 4 and self.context.type_of(entity) is T.COMPANY:
                fit = self._fit(entity, phrase)
                if fit is not None:
                    scores[entity] = fit + 0.5 * self.discourse.profiles[entity].count - 0.2 * (sheet.sent[start] - now)
        best = self.discourse.best(scores, 0.5)
        return (
            None if best is None else one(phrase, best, "described in the lead, named in the sentences after it", 0.6)
        )

    def _national_champion(self, phrase: NounPhrase) -> Reference | None:
        """As in "Australia's biggest telco": the most salient company that is known to be of that country."""
        sheet, owner = self.context.sheet, phrase.head
        while owner > 0 and sheet.lower[owner] != "'s" and phrase.head - owner < 8:
            owner -= 1
        country = places().countries.get(fold(sheet.text[owner - 1])) if owner else None
        if country is None or not any(w.endswith("est") or w in _LEADING for w in phrase.words):
            return None
        scores = self.discourse.scores(phrase.head, _COMPANY, 3)
        fitting = {e: s for e, s in scores.items() if country in self.discourse.profiles[e].countries}
        best = self.discourse.best(fitting, 0.3)
        return None if best is None else one(phrase, best, f"the company of {country} spoken of", 0.65)

    def definite(self, phrase: NounPhrase) -> Reference | None:
        """As in "the company", "the authority", "the minister"."""
        named = self._name_in_apposition(phrase.head)
        if named is not None:
            return one(phrase, named, "the name that follows", 0.9)
        matched = self._by_own_noun(phrase)
        if matched or (phrase.plural and phrase.noun != "startup"):
            return matched
        if phrase.noun in self.lexicon["body_nouns"]:
            return self.bodies.salient(phrase) or self.bodies.introduced(phrase)
        if phrase.noun in self.lexicon["company_nouns"] - self.lexicon["relational_nouns"]:
            return self._company(phrase)
        if phrase.noun in _ORGANIZATIONS and not phrase.words:
            return self._organization(phrase)
        if phrase.noun in _DESCRIBING:
            return self._described(phrase) or self._online(phrase)
        return self._person(phrase) if phrase.noun in self.lexicon["person_nouns"] else None

    def _organization(self, phrase: NounPhrase) -> Reference | None:
        """As in "the organization" after a sentence that names the Association of Ports and no other party."""
        kinds = frozenset({T.ORGANIZATION, T.COMPANY, T.GOVERNMENT})
        scores = self.discourse.scores(phrase.head, kinds, 1)
        named = [e for e in scores if self.context.type_of(e) is not T.GOVERNMENT or is_body(e, self.context)]
        sole = len(named) == 1 and self.context.type_of(named[0]) is T.ORGANIZATION
        here = any(m.entity == named[0] for m in self.context.sentence(phrase.head)) if sole else True
        return None if here else one(phrase, named[0], f"the only {phrase.noun} of the sentence before", 0.7)

    def _described(self, phrase: NounPhrase) -> Reference | None:
        """As in "the bank" after "Nordbank, a Swiss bank": who was called so."""
        if "central" in phrase.words:
            return None
        scores = self.discourse.scores(phrase.head, _COMPANY, 4)
        nouns = {phrase.noun} | _ALSO_CALLED.get(phrase.noun, frozenset())
        called = {e: s for e, s in scores.items() if nouns & self.discourse.profiles[e].kinds}
        best = self.discourse.best(called, 0.3)
        return None if best is None else one(phrase, best, f"called a {phrase.noun} before", 0.75)

    def called(self, phrase: NounPhrase) -> Reference | None:
        """As in "the outsourcer" after "Orbico, an outsourcer": the one company that the article called so."""
        if phrase.noun in self.lexicon["no_callings"] or self.context.name_follows(phrase.head):
            return None
        scores = self.discourse.scores(phrase.head, _COMPANY, _CALLED_BEFORE)
        found = [e for e in scores if phrase.noun in self.discourse.profiles[e].called]
        return one(phrase, found[0], f"the only {phrase.noun} so far", 0.75) if len(found) == 1 else None

    def _online(self, phrase: NounPhrase) -> Reference | None:
        """As in "the app" after "TikTok", "the social network" after "Orbi, a messaging platform"."""
        nouns = self.lexicon["online_nouns"]
        inside = range(phrase.head - len(phrase.words), phrase.head)
        if phrase.noun not in nouns or any(self.context.sheet.pos[j] == "PROPN" for j in inside):
            return None
        if phrase.noun == "network" and "social" not in phrase.words:
            return None
        found = [e for e in self.discourse.scores(phrase.head, _COMPANY, _CALLED_BEFORE) if self._is_online(e)]
        return one(phrase, found[0], "the only online service so far", 0.75) if len(found) == 1 else None

    def _is_online(self, entity: int) -> bool:
        names = {fold(name) for name in self.discourse.entities[entity].names}
        called = self.discourse.profiles[entity].called & self.lexicon["online_nouns"]
        return bool(called) or not names.isdisjoint(self.lexicon["online_services"])

    def name_behind_dash(self, phrase: NounPhrase) -> Reference | None:
        """As in "the country's largest group - Crown Resorts": the company behind the dash."""
        sheet, i = self.context.sheet, phrase.head
        if sheet.text[i + 1 : i + 2] not in (["-"], ["–"], ["—"], ["--"]) or not sheet.space[i]:
            return None
        entity = self.context.named_at.get(i + 2)
        if entity is None or self.context.type_of(entity) is not T.COMPANY or phrase.plural:
            return None
        return one(phrase, entity, "the name behind the dash", 0.8)

    def _name_in_apposition(self, i: int) -> int | None:
        """As in "The airline, SpiceJet, …": the name behind the comma."""
        sheet = self.context.sheet
        if i + 2 >= len(sheet) or sheet.text[i + 1] != ",":
            return None
        entity = self.context.named_at.get(i + 3 if sheet.lower[i + 2] == "the" else i + 2)
        if entity is None or not any(sheet.dep[c] == "appos" and c > i for c in sheet.children[i]):
            return None
        return entity if self.context.type_of(entity) is not T.PLACE else None

    def _by_own_noun(self, phrase: NounPhrase) -> Reference | None:
        """As in "the authority" after "Sri Lanka Ports Authority": the head noun of an earlier name."""
        scores = self.discourse.scores(phrase.head, PARTIES, 12)
        inner = self.context.named_inside(phrase)
        for entity in list(scores):
            names = self.discourse.entities[entity].names
            heads = {singular(fold(w)) for name in names for w in _heads(name)}
            company_group = phrase.noun == "group" and self.context.type_of(entity) is T.COMPANY
            other = company_group or is_of_other_level(phrase.words, fold(names[0]).split())
            if phrase.noun not in heads or other or not inner <= words_of(names):
                del scores[entity]
        best = self.discourse.best(scores, 0.1)
        if best is None:
            return None
        return one(phrase, best, f"“{phrase.noun}” is the head of “{self.discourse.entities[best].name}”", 0.85)

    def _association(self, phrase: NounPhrase) -> Reference | None:
        """As in "the rights group": the only organization near that is no company, nor of another country."""
        scores = self.discourse.scores(phrase.head, frozenset({T.ORGANIZATION}), 2)
        countries, profiles = self.context.countries_in(phrase.words), self.discourse.profiles
        known = {e: profiles[e].countries for e in scores}
        found = [e for e in scores if not (countries and known[e]) or self._agree(countries, known[e])]
        return one(phrase, found[0], "the only association near", 0.65) if len(found) == 1 else None

    def _is_named_so(self, phrase: NounPhrase) -> bool:
        """As in "the Mossack Fonseca firm", which says who it is; "the ChatGPT maker" only says by a product."""
        name = self.context.entity_at.get(phrase.head - 1)
        if name is None or phrase.noun in _OF_PRODUCTS:
            return False
        return self.context.type_of(name) in (T.COMPANY, T.ORGANIZATION, T.PERSON)

    def _company(self, phrase: NounPhrase) -> Reference | None:
        if self._is_named_so(phrase):
            return None
        if phrase.noun == "group" and not self.lexicon["no_business_groups"].isdisjoint(phrase.words):
            return self._association(phrase)
        scores = self.discourse.scores(phrase.head, _COMPANY, 4)
        topic = self.context.topic()
        if topic is not None and topic not in scores and any(m.entity == topic for m in self.discourse.mentions):
            scores[topic] = 0.9 + 0.18 * min(self.discourse.profiles[topic].count, 6)
        for entity in self.context.described_around(phrase.head) | self._not_meant(phrase):
            scores.pop(entity, None)
        scores = scores or self.discourse.scores(phrase.head, frozenset({T.ORGANIZATION}), 2)
        fitting = {e: s + fit for e, s in scores.items() if (fit := self._fit(e, phrase)) is not None}
        fitting = {e: s + (_PARALLEL if e in self._parallel(phrase) else 0.0) for e, s in fitting.items()}
        at_home = {e for e in fitting if self._is_of(e, phrase.words)}
        best = self.discourse.best({e: s for e, s in fitting.items() if not at_home or e in at_home}, 0.2)
        if best is None:
            return None
        words = self.context.sheet.words(phrase.start, phrase.head + 1)
        return one(phrase, best, f"most salient company that fits “{words}”", 0.85 if len(fitting) == 1 else 0.7)

    def _parallel(self, phrase: NounPhrase) -> set[int]:
        """The subject of the sentence before, where the description is the subject of one that names no company."""
        sheet, head = self.context.sheet, phrase.head
        here = any(self.context.type_of(m.entity) is T.COMPANY for m in self.context.sentence(head))
        if here or sheet.dep[head] not in ("nsubj", "nsubjpass"):
            return set()
        row = self.discourse.by_sentence.get(sheet.sent[head] - 1, ())
        return {
            m.entity
            for m in row
            if m.certain and sheet.dep[m.head] in ("nsubj", "nsubjpass") and sheet.dep[sheet.head[m.head]] == "ROOT"
        }

    def _is_of(self, entity: int, words: tuple[str, ...]) -> bool:
        """Whether the article says or a list knows that a company is of the country or city of a description."""
        profile = self.discourse.profiles[entity]
        return self._agree(self.context.countries_in(words), profile.countries) or _seat(words) in profile.bases

    def _not_meant(self, phrase: NounPhrase) -> set[int]:
        """Who stands inside of the phrase ("the Microsoft-backed startup") or is the subject of its own clause."""
        context, sheet, head = self.context, self.context.sheet, phrase.head
        inside = {context.entity_at[j] for j in range(head - len(phrase.words), head) if j in context.entity_at}
        token = head
        while sheet.dep[token] in ("dobj", "pobj", "prep", "dative") and sheet.head[token] != token:
            token = sheet.head[token]
        if token == head or sheet.pos[token] != "VERB":
            return inside
        subjects = [c for c in sheet.children[token] if sheet.dep[c] == "nsubj" and c < head]
        while not subjects and sheet.dep[token] == "xcomp":  # "is said to be watching events at the company"
            token = sheet.head[token]
            subjects = [c for c in sheet.children[token] if sheet.dep[c] in ("nsubj", "nsubjpass") and c < head]
        return inside | {m.entity for m in context.sentence(head) if any(m.start <= c < m.end for c in subjects)}

    def _fit(self, entity: int, phrase: NounPhrase) -> float | None:
        """Bonus for agreement in nationality, seat and kind; None where they contradict."""
        profile, words = self.discourse.profiles[entity], phrase.words
        if "state" in words and "state" not in profile.kinds:
            return None
        if profile.kinds & self.lexicon["product_nouns"] and not profile.kinds & self.lexicon["company_nouns"]:
            return None
        if any(singular(w) in self.lexicon["facility_nouns"] and singular(w) not in profile.kinds for w in words):
            return None
        countries = self.context.countries_in(words)
        if countries and profile.countries and not self._agree(countries, profile.countries):
            return None
        bonus = 1.0 if countries and self._agree(countries, profile.countries) else 0.0
        base = _seat(words)
        if base in profile.bases:
            bonus += 1.0
        elif base:
            seated = self._seated(base, entity)
            if seated is False:
                return None
            bonus += 0.6 if seated else 0.0
        trade = next((t for t in self.lexicon.trades if t & {*words, phrase.noun}), frozenset[str]())
        if self._is_unlike(entity, phrase, trade):
            return None
        bonus += 0.5 if trade & profile.kinds else 0.0
        if phrase.noun in profile.kinds:
            bonus += 0.5 if phrase.noun in _PLAIN else 0.8
        elif phrase.noun not in self.lexicon["generic_company_nouns"]:
            bonus -= 0.15
        return bonus + 0.3 * len(profile.kinds & {singular(w) for w in words if len(w) > 3})

    def _is_unlike(self, entity: int, phrase: NounPhrase, trade: frozenset[str]) -> bool:
        """Whether the article calls it something else, or a vague noun ("the newcomer") has nothing to go by."""
        kinds, words = self.discourse.profiles[entity].kinds, {singular(w) for w in phrase.words}
        if kinds & ({phrase.noun} | trade | words):
            return False
        if phrase.noun in self.lexicon["vague_company_nouns"]:
            return entity != self.context.topic() or entity not in self.discourse.scores(phrase.head, _COMPANY, 1)
        return bool(trade) and any(t & kinds for t in self.lexicon.trades if t != trade)

    def _seated(self, base: str, entity: int) -> bool | None:
        """Whether a company may be of a city: not if it is known to be of another one or of another country."""
        profile, table = self.discourse.profiles[entity], places()
        code = table.country_of.get(base)
        others = {b for b in profile.bases if table.population.get(b, 0) and table.country_of.get(b) == code}
        if others:
            return False
        codes = {table.codes.get(country) for country in profile.countries}
        return None if not codes or code is None else code in codes

    def _agree(self, said: set[str], known: set[str]) -> bool:
        """Whether a nationality fits; "European" fits every country of Europe."""
        if "European Union" in said:
            codes = {places().codes[country] for country in known}
            return "European Union" in known or not codes.isdisjoint(self.lexicon["european_codes"])
        return not said.isdisjoint(known)

    def _person(self, phrase: NounPhrase) -> Reference | None:
        judges = phrase.noun in _JUDGES
        called = _JUDGES if judges else frozenset({phrase.noun})
        scores = self.discourse.scores(phrase.head, frozenset({T.PERSON}), _CALLED_BEFORE if judges else 2)
        scores = {e: s for e, s in scores.items() if called & self.discourse.profiles[e].kinds}
        best = self.discourse.best(scores, 0.3)
        return None if best is None else one(phrase, best, f"the {phrase.noun} mentioned before", 0.7)


def _seat(words: tuple[str, ...]) -> str | None:
    """The place in "Shenzhen-based" or "the Denver firm", folded."""
    for verb in ("based", "headquartered"):
        if verb in words:
            return fold(" ".join(w for w in words[: words.index(verb)] if w != "-")) or None
    table = places()
    for size in (2, 1):
        name = fold(" ".join(words[:size]))
        if len(words) >= size and table.population.get(name, 0) > _SEAT_POPULATION and name not in table.demonyms:
            return name
    return None


def _heads(name: str) -> list[str]:
    words = name.split()
    cut = next((k for k, w in enumerate(words) if w in ("of", "for", "on")), len(words))
    return [words[max(0, cut - 1)], words[-1]] if words else []
