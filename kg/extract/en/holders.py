"""Where the holder of an office begins behind what the office is of: "Chairman of the Lindby Council | Jane Doe"."""

from __future__ import annotations

from kg.extract.en.dictionary import is_invented
from kg.extract.en.gazetteer import first_names, fold
from kg.extract.en.lexicon import word_set
from kg.extract.en.text_marks import Marks
from kg.extract.rules import word_group

_LONGEST_OFFICER = 4
_SHORTEST, _LONGEST = 2, 4
"""Words of a holder's name."""
_COMPANIES = word_set("group company corporation bank holdings")
_LEVELS = word_set("provincial municipal district city state county national regional local")

OPENERS = word_set("chairman chairwoman chairperson ceo cfo coo md dg director secretary")
"""Offices that open "Chairman Lindal Water Authority", where no name begins with them."""
_BEFORE_OPENERS = word_set("managing executive group deputy vice acting permanent principal")


class Holders:
    """Looks for persons in runs of capitals that begin with a body."""

    def __init__(self, marks: Marks, fields: frozenset[str]) -> None:
        self.marks = marks
        self.sheet = marks.sheet
        self.titles = marks.lexicon["titles"]
        self.fields = fields
        self.functions = word_group("en/titles.yaml", "functions")
        lex = marks.lexicon
        self.heads = lex["government_heads"] | lex["organization_heads"] | lex["company_forms"] | _COMPANIES
        self.ends = self.heads | fields

    def behind_body(self, start: int, end: int) -> int:
        """Where a person begins in "People's Committee | Nguyen Van Hoa" behind an office; `end` if nowhere."""
        lower = self.sheet.lower
        if end - start <= _SHORTEST or self.marks.key(start, end) in self.marks.known:
            return end
        last = next((i for i in range(end - 1, start - 1, -1) if lower[i] in self.ends), end)
        size = end - last - 1
        if not _SHORTEST <= size <= _LONGEST or self.heads.isdisjoint(lower[start : last + 1]):
            return end
        office = not self.titles.isdisjoint(lower[max(0, start - 1) : min(last, start + _LONGEST_OFFICER)])
        if not office and not self.behind_office(start, small=True):
            return end
        return last + 1 if self._is_person(last + 1, end) else end

    def _is_person(self, start: int, end: int) -> bool:
        """Capitalized words only, one of them a given name or of no dictionary."""
        text, lower = self.sheet.text[start:end], self.sheet.lower[start:end]
        if not all(word[0].isupper() and (word[1:].islower() or len(word) < _LONGEST) for word in text):
            return False
        if not (self.titles | self.marks.lexicon["company_suffixes"] | self.functions).isdisjoint(lower):
            return False
        if self.marks.key(start, end) in self.marks.places.country_of:
            return False
        return fold(text[0]) in first_names() or sum(is_invented(word, self.sheet.doc.vocab) for word in text) > 1

    def behind_office(self, start: int, *, small: bool = False) -> bool:
        """As in "Director General of Customs Jane Doe": what an office is of, then its holder.

        Args:
            start: Where what it is of begins.
            small: An office in small letters will do, and "provincial" before what it is of.
        """
        lower = self.sheet.lower
        i = start - 1
        while small and i > 0 and lower[i] in _LEVELS:
            i -= 1
        if i > 1 and lower[i] in ("and", "&") and (lower[i - 1] in self.fields or lower[i - 1] in self.functions):
            i -= 2
        if i > 0 and lower[i] == "the":
            i -= 1
        return (
            i > 0
            and lower[i] in ("of", "for", "at")
            and (lower[i - 1] in self.titles or lower[i - 3 : i] == ["minister", "of", "state"])
            and (small or self.sheet.text[i - 1][0].isupper() or self._begins_sentence(i - 1))
        )

    def _begins_sentence(self, title: int) -> bool:
        """Whether the office that ends with a title is how a sentence begins: "Country manager of"."""
        sheet, i = self.sheet, title
        while (
            i > 0
            and sheet.sent[i - 1] == sheet.sent[title]
            and (sheet.text[i - 1].isalpha() or sheet.text[i - 1] == "-")
        ):
            i -= 1
        return (
            sheet.text[i][0].isupper()
            and title - i < _LONGEST_OFFICER
            and (i == 0 or sheet.sent[i - 1] != sheet.sent[title])
        )

    def behind_opener(self, start: int, end: int) -> int:
        """Where the body begins in "Chairman | Lindal Water Authority": at `start` if no such office opens the run."""
        lower, i = self.sheet.lower, start
        while i < end and lower[i] in _BEFORE_OPENERS:
            i += 1
        if i + 1 >= end or lower[i] not in OPENERS or lower[i + 1] in ("of", "for", "and", "&"):
            return start
        return i + 1
