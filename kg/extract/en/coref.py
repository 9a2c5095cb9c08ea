"""Who "the company", "it", "the two sides" and "we" stand for; no answer where two readings are as good."""

from __future__ import annotations

from kg.extract.en.context import Context, NounPhrase, Reference
from kg.extract.en.groups import Groups
from kg.extract.en.nominals import Nominals
from kg.extract.en.place_references import PlaceReferences
from kg.extract.en.pronouns import Pronouns
from kg.extract.en.speakers import Speakers
from kg.model import EntityType

_PRONOUN_TAGS = frozenset({"WDT", "WP", "WP$", "PRP", "PRP$"})
_NOUN_LISTS = ("place_nouns", "company_nouns", "government_nouns", "organization_nouns", "person_nouns")


class Resolver:
    """Resolves references one by one, left to right, as the discourse of its context grows."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.nouns = frozenset[str]().union(*(context.lexicon[name] for name in _NOUN_LISTS))
        self.places = PlaceReferences(context)
        self.groups = Groups(context, self.places)
        self.nominals = Nominals(context)
        self.pronouns = Pronouns(context)
        self.speakers = Speakers(context)

    def at(self, i: int) -> Reference | None:
        """The reference headed by token `i`, if there is one and it is clear."""
        sheet = self.context.sheet
        if sheet.pos[i] == "PRON" or sheet.tag[i] in _PRONOUN_TAGS:
            return self.speakers.resolve(i) if sheet.lower[i] in ("we", "our", "us") else self.pronouns.resolve(i)
        if sheet.pos[i] not in ("NOUN", "PROPN", "NUM") or self.context.taken[i]:
            return None
        phrase = self.context.phrase(i)
        if phrase.plural or sheet.lower[i] in self.context.lexicon["group_nouns"]:
            group = self.groups.resolve(phrase)
            if group:
                return group
        hyphenated = not sheet.space[i] and sheet.text[i + 1 : i + 2] == ["-"]
        if phrase.noun not in self.nouns or hyphenated or sheet.dep[i] in ("compound", "attr", "appos"):
            return None
        return self._nominal(i) or self._unnamed_body(phrase)

    def _unnamed_body(self, phrase: NounPhrase) -> Reference | None:
        """A public body without a name or antecedent: "Italy's antitrust authority"."""
        described = phrase.words and phrase.determiner in ("the", "its") and "news" not in phrase.words
        described = described and not self.context.name_follows(phrase.head)
        if phrase.noun not in self.context.lexicon["body_nouns"] or phrase.plural or not described:
            return None
        sheet, start = self.context.sheet, phrase.start
        while start < phrase.head and sheet.pos[start] in ("DET", "PRON", "PART"):
            start += 1
        entity = self.context.entity_named(sheet.words(start, phrase.head + 1), EntityType.GOVERNMENT, named=False)
        return Reference(start, phrase.head + 1, phrase.head, (entity,), "nominal", ("a body without a name",), 0.6)

    def _nominal(self, i: int) -> Reference | None:
        context, lex = self.context, self.context.lexicon
        phrase = context.phrase(i)
        if phrase.noun in lex["government_nouns"]:
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
