"""What the words of a run of capitals are: parts of names, fields, parties."""

from __future__ import annotations

from kg.extract.en.dictionary import is_invented
from kg.extract.en.gazetteer import first_names, fold
from kg.extract.en.text_marks import Marks

_SHORT = 5
"""Fewer letters than an acronym has that may be a word in capitals."""


class Words:
    """The tokens of a text, as those who join them to names ask about them."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.sheet = marks.sheet
        self.namey = marks.namey
        self.lexicon = marks.lexicon

    def is_name(self, i: int, end: int) -> bool:
        """Whether the token may be part of a name and stands before `end`."""
        return i < end and self.namey[i]

    def is_field(self, i: int) -> bool:
        """A word that names a field ("Science", "Trade"), seldom a party."""
        return self.sheet.lower[i] in self.lexicon["and_words"] or (
            self.sheet.lower[i] == "bank" and self.sheet.lower[i + 2 : i + 3] == ["trust"]
        )

    def is_party(self, i: int) -> bool:
        """A known name starts here, so what stood before was another."""
        key = fold(self.sheet.text[i])
        table = self.marks.places
        return (
            key in self.marks.known
            or key in table.countries
            or key in table.demonyms
            or self.sheet.lower[i] in ("ministry", "department")
        )

    def is_country(self, i: int) -> bool:
        """As in "Kenya", "Kenyan"."""
        key = fold(self.sheet.text[i])
        return key in self.marks.places.countries or key in self.marks.places.demonyms

    def is_plain(self, i: int) -> bool:
        """A word of the dictionary, no name of a person, place or party."""
        sheet, marks, key = self.sheet, self.marks, fold(self.sheet.text[i])
        named = key in marks.known or key in marks.places.country_of or key in first_names() or self.is_country(i)
        short = sheet.text[i].isupper() and len(key) < _SHORT
        unknown = not self.is_field(i) and is_invented(sheet.text[i], sheet.doc.vocab)  # "media" is in no dictionary
        return not (named or short or sheet.ent[i] == "PERSON" or unknown)

    def last_of(self, target: int, end: int) -> int:
        """The last token of the words of names and their "and" that begin at `target`."""
        last = target
        while last + 1 < end and (
            self.namey[last + 1] or (self.sheet.lower[last + 1] == "and" and self.is_name(last + 2, end))
        ):
            last += 1
        return last
