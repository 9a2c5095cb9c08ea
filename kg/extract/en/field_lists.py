"""Lists inside of the names of ministries and committees: "Ministry of A, B and C"."""

from __future__ import annotations

from kg.extract.en.dictionary import is_invented
from kg.extract.en.gazetteer import fold
from kg.extract.en.lexicon import field_words, word_set
from kg.extract.en.run_words import Words

_MINISTRY_HEADS = word_set("ministry department bureau federation council commission minister")
CHAMBERS = frozenset({"house", "senate"})
_LONGEST_LIST = 12
_COMPANY_TAILS = word_set("inc inc. ltd ltd. limited llc co. lp llp plc pllc p.c. corp. corp gmbh")
_BEHIND_LISTS = word_set(
    "ministry department commission authority agency board council bureau directorate inspectorate corporation"
)
"""What a list of fields may stand in front of."""
_LINKS = frozenset({",", "and", "&"})


class FieldLists(Words):
    """Tells whether a name is a body's, whose fields are listed."""

    def comma(self, start: int, i: int, end: int) -> int:
        """How many tokens belong to the name from the comma at `i` on ("Orbico, Inc", "Ministry of A, B and C")."""
        if i + 1 >= end:
            return 0
        if self.sheet.lower[i + 1] in _COMPANY_TAILS and self.sheet.text[i + 1][0].isupper():
            return 2
        if self.in_ministry(start, i) and self.sheet.lower[i + 1] == "and" and i + 2 < end and self.is_field(i + 2):
            return 3
        if self.in_committee(start, i, end) or self._of_partners(start, i, end):
            return 2
        in_list = self.in_ministry(start, i) and self.namey[i + 1] and self._list_closes(i + 1, end)
        return 2 if in_list or self.before_head(start, i, end) else 0

    def _of_partners(self, start: int, i: int, end: int) -> bool:
        """As in "Lindal, Orton & Marsh", one name for NER: single words of partners, the last one behind "&"."""
        text, last = self.sheet.text, i + 3
        if i - start != 1 or last >= end or text[i + 2] != "&" or not (self.namey[i + 1] and self.namey[last]):
            return False
        if not self.marks.same_ent(start, last) or self.sheet.ent[start] != "ORG" or text[last + 1 : last + 2] == [","]:
            return False
        words = (start, i + 1, last)
        return not any(self.is_party(j) or fold(text[j]) in self.marks.places.country_of for j in words)

    def before_head(self, start: int, i: int, end: int) -> bool:
        """Inside "Ecology, Forests and Natural Resources Ministry" the commas and "and" belong to the name."""
        lower, stop = self.sheet.lower, i
        while stop < min(end, i + _LONGEST_LIST) and (self.namey[stop] or lower[stop] in _LINKS):
            stop += 1
        head = next((j for j in range(i + 1, stop) if lower[j] in _BEHIND_LISTS), 0)
        if not head or {"and", "&"}.isdisjoint(lower[i:head]) or lower[head - 1] in _LINKS:
            return False
        first = start + 1 if self.is_party(start) and start + 1 < i else start
        fields = field_words()
        known = fields | _LINKS
        items = " ".join("," if word in _LINKS else word for word in lower[first:head]).split(" , ")
        plain = all(self.is_plain(j) for j in range(first, head) if lower[j] not in known)
        return plain and not any(fields.isdisjoint(item.split()) for item in items)

    def in_ministry(self, start: int, i: int) -> bool:
        """Inside "Ministry of A, B and C" the commas and "and" belong to the name."""
        words = self.sheet.lower[start:i]
        if "on" in words and "committee" in words:
            return True
        return ("of" in words or "for" in words) and any(word in _MINISTRY_HEADS for word in words)

    def ministry_word(self, start: int, i: int) -> bool:
        """A word that is no name by itself ("ICT", "AI") inside of a ministry's name."""
        return (
            self.sheet.text[i][0].isupper()
            and self.sheet.lower[i - 1] in ("of", "and", "&", "the")
            and self.in_ministry(start, i)
        )

    def _list_closes(self, i: int, end: int) -> bool:
        """A comma list of fields that ends with "and (the) Noun"; a party in it ends the ministry's name before it."""
        lower = self.sheet.lower
        for j in range(i, min(end, i + 8)):
            if lower[j] in ("and", "&"):
                last = j + 2 if lower[j + 1 : j + 2] == ["the"] else j + 1
                return last >= end or not (self.is_party(last) or lower[last] in ("university", "government"))
            if not self.namey[j] and self.sheet.text[j] != ",":
                return False
            if self.is_party(j) or (not self.is_field(j) and is_invented(self.sheet.text[j], self.sheet.doc.vocab)):
                return False
        return False

    def in_committee(self, start: int, i: int, end: int) -> bool:
        """Inside "Senate Health, Education and Labor Committee" the commas and "and" belong to the name."""
        sheet = self.sheet
        if CHAMBERS.isdisjoint(sheet.lower[start : start + 2]):
            return False
        j = i
        while j < min(end, i + _LONGEST_LIST) and (self.namey[j] or sheet.lower[j] in (",", "and", "&")):
            if sheet.lower[j] == "committee":
                return CHAMBERS.isdisjoint(sheet.lower[i:j])
            j += 1
        return False
