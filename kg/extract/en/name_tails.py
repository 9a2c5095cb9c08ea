"""Nouns in lower case behind a name that belong to it: "Hebei provincial government", "Adani group"."""

from __future__ import annotations

from kg.extract.en.candidate import Candidate
from kg.extract.en.lexicon import word_set
from kg.extract.en.ministries import Ministries
from kg.extract.en.text_marks import Marks
from kg.model import EntityType as T

GOVERNMENT_ADJECTIVES = word_set(
    """provincial municipal city state county federal central regional local district national people's prefectural
    town armed caretaker interim transitional military ruling"""
)
_GOVERNMENT_TAILS = word_set(
    """government authorities council administration court police parliament legislature assembly commission
    municipality authority department office officials bureau regulators regulator lawmakers ministry prosecutors
    cabinet army navy govt forces commissioners supervisors selectmen councillors councilors aldermen junta regime"""
)
_SIMPLE_GOVERNMENT = word_set(
    """government govt authorities officials administration regulators lawmakers municipality commissioners supervisors
    selectmen councillors councilors aldermen junta regime"""
)
_OF_THE_PEOPLE = word_set("committee committees court council government congress procuracy")
_CABINETS = frozenset({"administration", "government"})
_PLACE_TAILS = word_set(
    """corridor province city district county state prefecture municipality region island peninsula"""
)
_COMPANY_TAILS = frozenset({"group", "corporation", "holdings", "corp", "consortium"})
_INSTANCES = word_set("appeals appeal high supreme constitutional arbitration criminal antitrust foreign")
_PORTFOLIO_TAILS = frozenset({"ministry", "court"})
_PLACE_LABELS = ("GPE", "LOC", "NORP")
_FORCES = (["air", "force"], ["coast", "guard"], ["national", "guard"], ["border", "guard"])
_WITH_FIELDS = frozenset({"ministry", "department"})


class Tails:
    """Finds the names that a name and the nouns behind it make together."""

    def __init__(self, marks: Marks, nouns: frozenset[str], ministries: Ministries) -> None:
        self.sheet = marks.sheet
        self.lexicon = marks.lexicon
        self.known = marks.known
        self.places = marks.places
        self.namey = marks.namey
        self.nouns = nouns
        self.ministries = ministries
        self.fields = marks.lexicon["title_prefixes"] | marks.lexicon["and_words"]

    def magistrates(self, start: int, end: int) -> Candidate | None:
        """As in "Lindby Magistrates' Court", whose name the apostrophe parts."""
        sheet = self.sheet
        if sheet.lower[end - 1] != "magistrates" or sheet.lower[end + 1 : end + 2] not in (["court"], ["courts"]):
            return None
        return Candidate(start, end + 2, sheet.words(start, end + 2), T.GOVERNMENT, "pattern")

    def government(self, start: int, end: int, line_end: int, key: str) -> Candidate | None:
        """As in "Hebei provincial government", "Hajdu-Bihar county government office", "Chinese regulators"."""
        sheet = self.sheet
        stop = end
        while stop < line_end and sheet.lower[stop] in GOVERNMENT_ADJECTIVES and stop - end < 3:
            stop += 1
        stop = self._portfolio_tail(stop, line_end, key) or self._field_tail(stop, line_end) or stop
        if stop >= line_end:
            return None
        placelike = (
            key in self.places.country_of
            or key in self.places.demonyms
            or (sheet.ent[start] in _PLACE_LABELS and sheet.ent[end - 1] in _PLACE_LABELS)
        )
        if placelike and sheet.lower[stop : stop + 2] in _FORCES:
            return Candidate(start, stop + 2, sheet.words(start, stop + 2), T.GOVERNMENT, "pattern")
        people = sheet.lower[stop : stop + 2] in (["people", "'s"], ["people", "’s"])
        if people and stop + 2 < line_end and sheet.lower[stop + 2] in _OF_THE_PEOPLE:
            return Candidate(start, stop + 3, sheet.words(start, stop + 3), T.GOVERNMENT, "pattern")
        if placelike and stop == end and self._is_prosecution(stop, line_end):
            head = stop + 1 + (sheet.text[stop : stop + 2] == ["attorney", "-"])
            return Candidate(start, head + 1, sheet.words(start, head + 1), T.GOVERNMENT, "pattern")
        if sheet.lower[stop] not in _GOVERNMENT_TAILS or sheet.pos[stop] not in ("NOUN", "PROPN", "ADJ"):
            return None
        if stop == end and (not placelike or sheet.lower[stop] == "office"):
            return None
        if (sheet.lower[stop] == "forces") != (sheet.lower[stop - 1] == "armed"):
            return None
        if sheet.lower[stop] in ("regulator", "authority") and stop + 1 < line_end and self.namey[stop + 1]:
            return None  # "the Dubai regulator VARA" is VARA
        field_end = self._field_end(stop, line_end)
        if field_end:
            return Candidate(start, field_end, sheet.words(start, field_end), T.GOVERNMENT, "pattern")
        simple = sheet.lower[stop] in _SIMPLE_GOVERNMENT
        if stop + 1 < line_end and sheet.lower[stop + 1] in ("office", "agency") and sheet.dep[stop] == "compound":
            stop, simple = stop + 1, False
        base = sheet.words(start, end) if simple else None
        return Candidate(start, stop + 1, sheet.words(start, stop + 1), T.GOVERNMENT, "pattern", base)

    def _is_prosecution(self, i: int, line_end: int) -> bool:
        """As in "New York attorney general sued", without the name of who it is."""
        text = self.sheet.text
        size = next(
            (n for n in (2, 3) if text[i : i + n] in (["attorney", "general"], ["attorney", "-", "general"])), 0
        )
        follows = i + size < line_end and (self.namey[i + size] or text[i + size] in (",", "'s"))
        return size > 0 and not follows

    def _field_end(self, i: int, line_end: int) -> int:
        """Where the field ends in "Kenyan ministry | of health", 0 where none is named."""
        if self.sheet.lower[i] not in _WITH_FIELDS or self.sheet.lower[i + 1 : i + 2] not in (["of"], ["for"]):
            return 0
        stop = self.ministries.portfolio_end(i + 2, line_end)
        return stop if stop > i + 2 else 0

    def _field_tail(self, i: int, line_end: int) -> int:
        """Where the head of "Chinese securities regulators", "U.S. antitrust authorities" stands, or 0."""
        stop, fields = i, self.fields | self.lexicon["regulated_fields"]
        while stop < line_end and stop - i < 3 and (self.sheet.lower[stop] in fields):
            stop += 1
        plural = i < stop < line_end and self.sheet.lower[stop] in ("regulators", "authorities", "prosecutors")
        return stop if plural else 0

    def _portfolio_tail(self, i: int, line_end: int, key: str) -> int:
        """Where the head of "Dutch defence ministry", "Paris appeals court" stands; 0 if there is none."""
        if key not in self.places.demonyms and key not in self.places.country_of:
            return 0
        stop = i
        while stop < line_end and stop - i < 4 and (self.sheet.lower[stop] in self.fields | _INSTANCES):
            stop += 1
        return stop if i < stop < line_end and self.sheet.lower[stop] in _PORTFOLIO_TAILS else 0

    def common(self, start: int, end: int, line_end: int, key: str) -> Candidate | None:
        """As in "Pingshan district", "G60 corridor", "Adani group"."""
        sheet, tail = self.sheet, self.sheet.lower[end]
        if tail == "campaign" and key in self.known and self.known[key].type is T.PERSON:
            return Candidate(start, end + 1, sheet.words(start, end + 1), T.ORGANIZATION, "pattern")
        if self._compound(end, line_end) or key in self.places.demonyms:
            return None
        if tail in _PLACE_TAILS and self._describes_next(end, line_end):
            return None
        if tail in _PLACE_TAILS and key not in self.known:
            body = end + 1 < line_end and sheet.lower[end + 1] in _GOVERNMENT_TAILS
            return None if body else Candidate(start, end + 1, sheet.words(start, end + 1), T.PLACE, "pattern")
        if tail == "foundation" and key not in self.places.country_of and sheet.pos[end] in ("NOUN", "PROPN"):
            return Candidate(start, end + 1, sheet.words(start, end + 1), T.ORGANIZATION, "pattern")
        if tail in _CABINETS and sheet.lower[start - 1 : start] == ["the"] and end - start == 1:
            return Candidate(start, end + 1, sheet.words(start, end + 1), T.GOVERNMENT, "pattern")
        if tail == "family" and key not in self.places.country_of and sheet.lower[start - 1 : start] != ["'s"]:
            return Candidate(start, end + 1, sheet.words(start, end + 1), T.ORGANIZATION, "pattern")
        if (
            tail in _COMPANY_TAILS
            and key not in self.places.countries
            and sheet.ent[start] in ("ORG", "PERSON", "GPE", "PRODUCT", "")
        ):
            return Candidate(start, end + 1, sheet.words(start, end + 1), T.COMPANY, "pattern")
        return None

    def _describes_next(self, i: int, line_end: int) -> bool:
        """As in "the northern Jiangsu city of Xuzhou": the noun is of the place that follows."""
        if i + 1 < line_end and self.namey[i + 1] and self.sheet.lower[i] in ("city", "province", "region", "state"):
            return self.sheet.dep[i] in ("compound", "nmod", "pobj") and self.sheet.lower[i + 1] not in self.nouns
        return i + 2 < line_end and self.sheet.lower[i + 1] == "of" and self.namey[i + 2]

    def _compound(self, i: int, line_end: int) -> bool:
        if i + 1 >= line_end or self.sheet.pos[i + 1] not in ("NOUN", "PROPN") or self.sheet.dep[i] != "compound":
            return False
        boss = self.sheet.lower[i] == "group" and self.sheet.lower[i + 1] in self.lexicon["titles"]
        return not (boss and self.namey[i - 1])  # "Lindal group chairman Jane Doe"
