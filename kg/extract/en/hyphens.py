"""Hyphens inside of names: "Coca-Cola", "Tsai Ing-wen", "ABS-CBN", but not between two parties."""

from __future__ import annotations

from kg.extract.en.dictionary import is_invented
from kg.extract.en.gazetteer import fold
from kg.extract.en.lexicon import word_set
from kg.extract.en.run_words import Words
from kg.model import EntityType

_HYPHEN_TAILS = word_set(
    """based owned led backed born listed headquartered made built style wide era funded run linked"""
)
_WORDS = 2
_TIMES = frozenset({"ex", "then", "former"})
"""Words before a hyphen that say when: "Ex-Orbico boss Jane Doe"."""
_HYPHENATED_PLACES = frozenset({"county", "district", "parish"})


class Hyphens(Words):
    """Tells whether a hyphen joins two words to one name."""

    def joins(self, start: int, i: int, end: int) -> int:
        """How many tokens from `i` on belong to the name that began at `start`: 0 if it ends here."""
        sheet, marks = self.sheet, self.marks
        if i + 1 >= end or (i - start == 1 and sheet.lower[start] in _TIMES and sheet.lower[i + 1] != "im"):
            return 0
        if self.namey[i + 1]:
            keys = (marks.key(start, i), fold(sheet.text[i + 1]))
            table = marks.places
            parties = all(k in marks.known or k in table.country_of or k in table.demonyms for k in keys)
            whole = marks.key(start, i + 2)
            if i + 2 < end and sheet.lower[i + 2] in _HYPHENATED_PLACES and self.namey[i + 2]:
                return 2
            parties = parties or self._parts_two(start, i, end) or self._stand_alone(i)
            parties = parties and not self._always_joined(i - 1) and not self._joint_name(i - 1)
            return 2 if not parties or whole in marks.known or whole in table.country_of else 0
        tail = sheet.lower[i + 1]
        if tail in _HYPHEN_TAILS or not tail.isalpha():
            return 0
        if self._given_name(start, i):
            return 2
        if self.is_name(i + 2, end) and (tail in ("tech", "speed", "end", "sector") or marks.same_ent(i - 1, i + 1)):
            return 2
        return 2 if tail in self.lexicon["particles"] and i + 3 < end and sheet.text[i + 2] == "-" else 0

    def _stand_alone(self, i: int) -> bool:
        """As in "the Orbico-Lindal venture", where both words of no dictionary stand elsewhere without the other."""
        text = self.sheet.text
        left, right = text[i - 1], text[i + 1]
        if not all(is_invented(word, self.sheet.doc.vocab) for word in (left, right)) or left == right:
            return False
        joined = sum(text[j : j + 3] == [left, text[i], right] for j in range(len(text) - 2))
        return text.count(left) > joined and text.count(right) > joined

    def _parts_two(self, start: int, i: int, end: int) -> bool:
        """As in "Nordbank Group-Lindal Bank merger": names of two words or more, one known, before what joins two."""
        last = i + 1
        while last + 1 < end and self.namey[last + 1]:
            last += 1
        if i - start < _WORDS or last - i < _WORDS or self.sheet.lower[last + 1 : last + 2] == []:
            return False
        known = self.marks.key(start, i) in self.marks.known or self.marks.key(i + 1, last + 1) in self.marks.known
        return known and self.sheet.lower[last + 1] in self.lexicon["between_two"]

    def _given_name(self, start: int, i: int) -> bool:
        """The second syllable of a Korean or Taiwanese given name ("Chung Mong-koo", "Tsai Ing-wen")."""
        sheet = self.sheet
        if len(sheet.text[i + 1]) > 6 or not sheet.text[i - 1][0].isupper() or len(sheet.text[i - 1]) > 6:
            return False
        surname = sheet.lower[i - 2] if i - 2 >= 0 and sheet.space[i - 2] else ""
        if surname in self.lexicon["hyphen_surnames"]:
            return True
        return i - start >= 2 and self.marks.same_ent(i - 1, i + 1) and sheet.ent[i] == "PERSON"

    def _always_joined(self, left: int) -> bool:
        """As in "ABS-CBN": an acronym that the article never writes without its other half."""
        text = self.sheet.text
        if not (text[left].isupper() and text[left + 2].isupper()):
            return False
        pairs = sum(
            1 for j, word in enumerate(text[:-2]) if word == text[left] and text[j + 1 : j + 3] == ["-", text[left + 2]]
        )
        return pairs > 1 and text.count(text[left]) == pairs == text.count(text[left + 2])

    def _joint_name(self, left: int) -> bool:
        """As in "Airtel-Vodafone": two companies that the article hyphenates again and again, and never for a deal."""
        sheet = self.sheet
        known = [self.marks.known.get(fold(sheet.text[left + step])) for step in (0, 2)]
        if not all(k is not None and k.type is EntityType.COMPANY for k in known):
            return False
        pair = sheet.text[left : left + 3]
        places = [j for j in range(len(sheet) - 3) if sheet.text[j : j + 3] == pair]
        return len(places) > 1 and all(sheet.lower[j + 3] not in self.lexicon["between_two"] for j in places)
