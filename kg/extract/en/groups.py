"""Several entities at once: "the two sides", "both companies", "nine cities"."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain

from kg.extract.en.annotation import PARTIES
from kg.extract.en.bodies import is_body
from kg.extract.en.context import Context, NounPhrase, Reference
from kg.extract.en.discourse import Mentioned
from kg.extract.en.lexicon import word_set
from kg.extract.en.place_references import PlaceReferences
from kg.model import EntityType as T

_ANY = PARTIES | {T.PLACE}
_SIDES = word_set("sides parties partners")
_PAIRS = word_set("pair duo trio")
_COMPANIES = word_set("companies firms giants")
_TRADES = word_set(
    """banks lenders airlines carriers carmakers automakers insurers operators miners retailers manufacturers developers
    utilities startups groups"""
)
_PUBLIC = word_set("ministries agencies departments regulators authorities")
_INSTITUTIONS = word_set("institutions organizations organisations entities bodies universities")
_STATES = word_set("governments countries nations neighbours neighbors")
_COUNTED_COMPANIES = word_set("company firm bank carmaker operator")
_COUNTED_PARTIES = word_set("partner organization organisation institution agency university body entity hospital")
_TOLD = _COMPANIES | _SIDES | _PUBLIC | _INSTITUTIONS | _TRADES | word_set("hospitals colleges schools investors")
_BEFORE_NAMES = frozenset(",:–—-") | {"--", "namely"}
_IN_LIST = frozenset({",", "and", "&", "the", ";", "namely"})
_LONGEST_LIST = 12
_KNOWN = frozenset({"the", "these", "those", "both"})
_ARE = frozenset({"include", "includes", "are", "were", "included"})
_SUCH = word_set("as like including")
"""Before examples: "they include large banks such as Orbico"."""
_TO_NAMES = 5
_PAIR = 2
_WITH = word_set("with between by and to")
_COUNTED = _COUNTED_COMPANIES | _COUNTED_PARTIES
_NUMBER_WORDS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBERS = {word: n for n, word in enumerate(_NUMBER_WORDS, 2)}
_NUMBERS |= {str(n): n for n in range(2, 21)}


class Groups:
    """Resolves plurals to the parties that they sum up."""

    def __init__(self, context: Context, place_references: PlaceReferences) -> None:
        self.context = context
        self.discourse = context.discourse
        self.places = place_references

    def resolve(self, phrase: NounPhrase) -> Reference | None:
        """A plural or a "pair"; None where the article does not name exactly so many."""
        word = self.context.sheet.lower[phrase.head]
        if phrase.plural:
            counted = self._listed_behind(phrase, word) or self._told_next(phrase, word) or self._counted(phrase)
            if counted:
                return counted
        if word not in self.context.lexicon["group_nouns"] or not self._takes_up(phrase, word):
            return None
        size = 3 if "three" in phrase.words or word == "trio" else 2
        found = self._parties(phrase.head, size, word)
        if not found:
            return None
        via = f"the {size} parties of the nearest sentence about them"
        return Reference(phrase.start, phrase.head + 1, phrase.head, found, "nominal", (via,), 0.7)

    def _listed_behind(self, phrase: NounPhrase, word: str) -> Reference | None:
        """As in "the two companies, Orbico and Wavelet, agreed": the names right behind, as many as it says."""
        size = next((_NUMBERS[w] for w in phrase.words if w in _NUMBERS), 0)
        namely = "namely" in self.context.sheet.lower[phrase.head + 1 : phrase.head + 3]
        names = self._names_behind(phrase.head + 1) if (size or namely) and word in _TOLD else []
        if not names or (len(names) != size and not namely):
            return None
        via = (f"the {len(names)} names that follow",)
        return Reference(phrase.start, phrase.head + 1, phrase.head, tuple(names), "nominal", via, 0.8)

    def _told_next(self, phrase: NounPhrase, word: str) -> Reference | None:
        """As in "with four partners. They include Orbico and Wavelet.": named in the next sentence."""
        sheet = self.context.sheet
        if word not in _TOLD or phrase.determiner in _KNOWN:
            return None
        start = bisect_left(sheet.sent, sheet.sent[phrase.head] + 1)
        first = tuple(w for w in sheet.lower[start : start + _TO_NAMES] if not w.isspace())
        same = first[:1] == ("the",) and first[1:2] in ((word,), ("companies",), ("firms",), ("partners",))
        opened = first[:1] in (("they",), ("these",)) or same
        verb = next((i for i in range(start + 1, min(start + _TO_NAMES, len(sheet))) if sheet.lower[i] in _ARE), 0)
        behind = sheet.lower[verb + 1 : verb + 1 + _TO_NAMES]
        named = next((verb + 1 + i for i, w in enumerate(behind) if w in _SUCH), verb)
        names = self._names_behind(named + 1) if opened and verb else []
        if len(names) < _PAIR:
            return None
        via = ("those that the next sentence names",)
        return Reference(phrase.start, phrase.head + 1, phrase.head, tuple(names), "nominal", via, 0.7)

    def _names_behind(self, i: int) -> list[int]:
        """Parties named in a list behind a comma, colon or dash."""
        sheet, named = self.context.sheet, self.context.entity_at
        found: list[int] = []
        i += sheet.text[i : i + 1] != [] and sheet.text[i] in _BEFORE_NAMES
        while i < len(sheet) and (i in named or sheet.lower[i] in _IN_LIST) and len(found) <= _LONGEST_LIST:
            if i in named and named[i] not in found and self.context.type_of(named[i]) in _ANY:
                found.append(named[i])
            i += 1
        return found

    def _takes_up(self, phrase: NounPhrase, word: str) -> bool:
        sheet, words = self.context.sheet, phrase.words
        if word in _PAIRS:
            return not self.context.has_complement(phrase.head)
        if word == "two" or phrase.determiner not in ("the", "both", "these"):
            return False
        if word in ("sides", "parties"):
            return sheet.lower[phrase.head + 1 : phrase.head + 2] != ["of"]
        if self.context.has_complement(phrase.head):
            return False
        numbered = phrase.determiner == "both" or "two" in words or "three" in words
        if word in _TRADES | _PUBLIC | _INSTITUTIONS:
            return numbered and "other" not in words
        if word in ("companies", "firms") and not words:
            return numbered or not self._company_acts(phrase.head)
        return numbered or word in _SIDES

    def _company_acts(self, i: int) -> bool:
        """As in "Tencent agreed to help the companies": somebody else's."""
        return any(m.start < i and self.context.type_of(m.entity) is T.COMPANY for m in self.context.sentence(i))

    def _parties(self, i: int, size: int, word: str) -> tuple[int, ...]:
        if word in _PUBLIC:
            found = self._named_together(i, size, frozenset({T.GOVERNMENT}))
            return found if all(is_body(e, self.context) for e in found) else ()
        if word in _INSTITUTIONS:
            return self._named_together(i, size, PARTIES)
        if word in _COMPANIES | _TRADES:
            return self._named_together(i, size, frozenset({T.COMPANY}))
        if word in _STATES:
            found = self._named_together(i, size, frozenset({T.GOVERNMENT, T.PLACE}))
            cities = word != "governments" and any(self.places.levels(e) & {"city", "region"} for e in found)
            return () if cities else found
        found = self._agreed(i, size)
        nobody = word in _PAIRS and all(self.context.type_of(e) is T.PLACE for e in found)
        return () if nobody else found

    def _before(self, i: int, sentence: int, kinds: frozenset[T]) -> list[Mentioned]:
        row = self.discourse.by_sentence.get(sentence, ())
        return [m for m in row if m.start < i and self.context.type_of(m.entity) in kinds]

    def _named_together(self, i: int, size: int, kinds: frozenset[T]) -> tuple[int, ...]:
        """Those of the nearest sentence that names exactly so many, or has so many as its sides."""
        now = self.context.sheet.sent[i]
        for sentence in range(now, max(-1, now - 5), -1):
            mentions = self._before(i, sentence, kinds)
            named = tuple(dict.fromkeys(m.entity for m in mentions if m.certain))
            sides = named if len(named) == size else self._sides(mentions)
            if len(named) >= size and len(sides) == size:
                return sides
        return ()

    def _agreed(self, i: int, size: int) -> tuple[int, ...]:
        """Sides of the nearest sentence that speaks of an agreement between so many."""
        sheet = self.context.sheet
        now = sheet.sent[i]
        for sentence in range(now, max(-1, now - 7), -1):
            sides = self._sides(self._before(i, sentence, _ANY))
            if len(sides) != size:
                continue
            words = sheet.lower[bisect_left(sheet.sent, sentence) : bisect_left(sheet.sent, sentence + 1)]
            if not self.context.lexicon["agreement_words"].isdisjoint(words):
                return sides
        return ()

    def _sides(self, mentions: list[Mentioned]) -> tuple[int, ...]:
        """Of a sentence's mentions those that are its subject or follow "with", "and" or "between"."""
        sheet = self.context.sheet
        found: list[int] = []
        for m in mentions:
            top = m.head
            for _ in range(6):
                if sheet.dep[top] not in ("conj", "appos") or sheet.head[top] == top:
                    break
                top = sheet.head[top]
            joined = sheet.dep[top] == "pobj" and sheet.lower[sheet.head[top]] in _WITH
            if joined or sheet.dep[top] in ("nsubj", "nsubjpass"):
                found.append(m.entity)
        return tuple(dict.fromkeys(found))

    # --- counted ---------------------------------------------------------------------------------------------------

    def _counted(self, phrase: NounPhrase) -> Reference | None:
        """As in "nine cities", where one sentence of the article names exactly nine."""
        size = next((_NUMBERS[w] for w in phrase.words if w in _NUMBERS), 0)
        if size < 3 or not (phrase.noun in self.places.place_levels or phrase.noun in _COUNTED):
            return None
        for row in self._names_by_sentence():
            here = tuple(e for e in row if self._is_member(e, phrase.noun))
            if len(here) == size:
                start = self._from_number(phrase)
                return Reference(
                    start, phrase.head + 1, phrase.head, here, "nominal", (f"the {size} that one sentence names",), 0.6
                )
        return None

    def _is_member(self, entity: int, noun: str) -> bool:
        if noun in _COUNTED:
            kinds = {T.COMPANY} if noun in _COUNTED_COMPANIES else PARTIES
            return self.context.type_of(entity) in kinds
        placelike = self.context.type_of(entity) in (T.PLACE, T.GOVERNMENT)
        return placelike and self.places.place_levels[noun] in self.places.levels(entity)

    def _names_by_sentence(self) -> list[list[int]]:
        rows: dict[int, dict[int, None]] = {}
        for start, entity in sorted(self.context.named_at.items()):
            rows.setdefault(self.context.sheet.sent[start], {})[entity] = None
        return [list(row) for row in rows.values()]

    def _from_number(self, phrase: NounPhrase) -> int:
        sheet = self.context.sheet
        inside = range(phrase.start, phrase.head)
        return next(chain((i for i in inside if sheet.lower[i] in _NUMBERS or sheet.lower[i] == "the"), (phrase.head,)))
