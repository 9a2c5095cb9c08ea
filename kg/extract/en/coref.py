"""Who "the company", "it", "the two sides" and "we" stand for; no answer where two readings are as good."""

from __future__ import annotations

from functools import partial

from kg.extract.en.bodies import Bodies
from kg.extract.en.context import Context, Reference
from kg.extract.en.councils import Councils
from kg.extract.en.groups import Groups
from kg.extract.en.lexicon import singular
from kg.extract.en.logical_subjects import GIVES
from kg.extract.en.nominals import Nominals
from kg.extract.en.place_references import PlaceReferences
from kg.extract.en.pronouns import Pronouns
from kg.extract.en.sheet import Sheet
from kg.extract.en.speakers import Speakers
from kg.extract.en.syntax import lemma_of
from kg.extract.en.units import Units

_PRONOUN_TAGS = frozenset({"WDT", "WP", "WP$", "PRP", "PRP$"})
_NOUN_LISTS = (
    "place_nouns",
    "company_nouns",
    "government_nouns",
    "organization_nouns",
    "person_nouns",
    "owned_body_nouns",
)


def is_receiver(sheet: Sheet, i: int) -> bool:
    """The company of "offered the company tax breaks", which the parser takes for a compound."""
    return i > 1 and sheet.lower[i - 1] == "the" and lemma_of(sheet.doc[i - 2]) in GIVES


def _told(context: Context, pronouns: Pronouns, nominals: Nominals, i: int) -> Reference | None:
    """Whom "the company" or "she" stands for behind a quotation, by what the article has told so far."""
    if context.sheet.lower[i] in ("he", "she"):
        return pronouns.resolve(i)
    phrase = context.phrase(i)
    plain = phrase.determiner == "the" and phrase.noun in context.lexicon["generic_company_nouns"]
    return nominals.definite(phrase) if plain and not phrase.plural else None


class Resolver:
    """Resolves references one by one, left to right, as the discourse of its context grows."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.sheet = context.sheet
        self.nouns = frozenset[str]().union(*(context.lexicon[name] for name in _NOUN_LISTS))
        self.places = PlaceReferences(context)
        self.groups = Groups(context, self.places)
        self.bodies = Bodies(context)
        self.councils = Councils(context, self.places)
        self.nominals = Nominals(context, self.bodies)
        self.units = Units(context)
        self.pronouns = Pronouns(context)
        self.speakers = Speakers(context, partial(_told, context, self.pronouns, self.nominals))

    def at(self, i: int) -> Reference | None:
        """The reference headed by token `i`, if there is one and it is clear."""
        sheet = self.sheet
        if sheet.pos[i] == "PRON" or sheet.tag[i] in _PRONOUN_TAGS:
            return self.speakers.resolve(i) if sheet.lower[i] in ("we", "our", "us") else self.pronouns.resolve(i)
        if sheet.pos[i] not in ("NOUN", "PROPN", "NUM") or self.context.taken[i]:
            return None
        several = singular(sheet.lower[i]) != sheet.lower[i] or sheet.lower[i] in self.context.lexicon["group_nouns"]
        refers = self._may_refer(i)
        if not several and not refers:
            return None
        phrase = self.context.phrase(i)
        group = self.groups.resolve(phrase) if several else None
        if group or not refers:
            return group
        if council := self.councils.resolve(phrase):
            return council
        if phrase.noun not in self.nouns:
            taken_up = phrase.definite and not phrase.plural and not self.context.has_complement(i)
            return self.nominals.called(phrase) if taken_up else None
        body = self.bodies.seated(phrase) or self.bodies.apposed(phrase)
        return body or self._nominal(i) or self.bodies.unnamed(phrase)

    def _may_refer(self, i: int) -> bool:
        """Not the first word of "plant-based", no description, no part of a longer noun."""
        sheet = self.sheet
        if sheet.dep[i] in ("attr", "appos") or (not sheet.space[i] and sheet.text[i + 1 : i + 2] == ["-"]):
            return False
        return sheet.dep[i] != "compound" or is_receiver(sheet, i)

    def _nominal(self, i: int) -> Reference | None:
        context, lex = self.context, self.context.lexicon
        phrase = context.phrase(i)
        if phrase.noun in lex["company_nouns"] and (dashed := self.nominals.name_behind_dash(phrase)):
            return dashed
        if unit := self.units.named(phrase):
            return unit
        if phrase.noun in lex["government_nouns"] or context.sheet.lower[i] == "officials":
            found = self.places.government(phrase)
            if found:
                return found
        if phrase.determiner in ("a", "an", "its", "one"):
            return self.nominals.introduced(phrase)
        if not phrase.definite or context.name_follows(i):
            return None
        if phrase.noun in lex["place_nouns"] and phrase.noun in lex.place_levels:
            return self.places.place(phrase)
        distinct = any(w in lex["distinct_words"] or w.endswith("est") for w in phrase.words)
        if distinct or context.has_complement(i):
            return self.nominals.introduced(phrase)
        return self.nominals.definite(phrase)
