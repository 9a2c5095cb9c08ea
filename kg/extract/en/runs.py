"""How capitalized tokens join to one name: over "of", "and", "&", hyphens, commas, particles and possessives."""

from __future__ import annotations

import re

from kg.extract.en.dictionary import is_invented
from kg.extract.en.gazetteer import first_names, fold, outlets
from kg.extract.en.lexicon import word_set
from kg.extract.en.text_marks import Marks
from kg.model import EntityType

_MINISTRY_HEADS = word_set("ministry department bureau federation council commission minister")
_TITLED = word_set("minister president ceo governor mayor secretary director chairman chief head")
_OFFICERS = word_set("ministers presidents governors premiers mayors ambassadors")
"""Several persons, of several bodies: in "the Energy Ministers of Kenya and Uganda" the countries are the names."""
_HYPHEN_TAILS = word_set(
    """based owned led backed born listed headquartered made built style wide era funded run linked"""
)
_COMPANY_TAILS = word_set("inc inc. ltd ltd. llc co. lp llp plc")
_HYPHENATED_PLACES = frozenset({"county", "district", "parish"})
_LAST_FORMS = frozenset({"ltd.", "inc.", "llc", "plc"})
"""Legal forms that end a name: in "Orbico Pte. Ltd. Wavelet operates …" two names meet."""
_OFFICES = word_set("office")
_FIELD_TAILS = frozenset({"board", "trust", "center", "centre"})
_ORDINAL = re.compile(r"^\d+(?:st|nd|rd|th)$")
_NUMBERED_BODIES = word_set("bureau engineering institute construction judicial district fleet division")


class Runs:
    """Finds where the name that starts at a token ends."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.sheet = marks.sheet
        self.namey = marks.namey
        self.lexicon = marks.lexicon

    def end(self, start: int, line_end: int) -> int:
        """End of the run that starts at `start`."""
        i = start + 1
        while i < line_end:
            step = self._joins(start, i, line_end)
            if not step:
                break
            i += step
        return i

    def _next(self, i: int, end: int) -> bool:
        return i < end and self.namey[i]

    def _joins(self, start: int, i: int, end: int) -> int:
        """How many tokens from `i` on belong to the run that began at `start`: 0 if it ends here."""
        sheet = self.sheet
        if self.marks.skip[i] or sheet.sent[i] != sheet.sent[i - 1]:
            return 0
        word, lower = sheet.text[i], sheet.lower[i]
        if self.namey[i]:
            return self._name_word(i)
        if word.isspace():
            return 2 if self._next(i + 1, end) else 0
        if word in ("&", "+"):
            return self._ampersand(i, end)
        if word in ("-", "–") and not sheet.space[i - 1] and not sheet.space[i]:
            return self._hyphen(start, i, end)
        if lower == "'s":
            return self._possessive(start, i, end)
        if word == ",":
            return self._comma(start, i, end)
        if lower in ("of", "for"):
            return self._of(start, i, end)
        if lower == "and":
            return self._and(start, i, end)
        if lower in self.lexicon["particles"]:
            return self._particle(i, end)
        if word[0].isdigit():
            return self._number(i, end)
        return 1 if self._ministry_word(start, i) else 0

    def _name_word(self, i: int) -> int:
        """A further word that looks like a name, but behind a last legal form only another such form."""
        sheet = self.sheet
        if sheet.lower[i - 1] in _LAST_FORMS and sheet.lower[i] not in self.lexicon["company_forms"]:
            return 0
        return 1 if sheet.space[i - 1] or sheet.text[i - 1] in "-&'’." or sheet.text[i].isspace() else 0

    def _ampersand(self, i: int, end: int) -> int:
        if self._next(i + 1, end):
            return 2
        return 3 if i + 2 < end and self.sheet.text[i + 1].isspace() and self.namey[i + 2] else 0

    def _particle(self, i: int, end: int) -> int:
        if self._next(i + 1, end):
            return 2
        if i + 2 >= end or not self.namey[i + 2]:
            return 0
        return 3 if self.sheet.text[i + 1] == "-" or self.sheet.lower[i + 1] in self.lexicon["particles"] else 0

    def _number(self, i: int, end: int) -> int:
        """As in "Terminal 2", "China Railway 18th Bureau"."""
        word = self.sheet.text[i]
        if _ORDINAL.match(word):
            return 2 if self._next(i + 1, end) and self.sheet.lower[i + 1] in _NUMBERED_BODIES else 0
        if self.sheet.pos[i] != "NUM" or not word.isdigit() or len(word) > 3:
            return 0
        numbered = self.lexicon["facility_heads_named"] | {"expo", "channel", "phase", "unit"}
        if self.sheet.lower[i - 1] in numbered:
            return 1
        return 1 if self.marks.same_ent(i - 1, i) and self.sheet.ent[i] in ("FAC", "EVENT") else 0

    def _possessive(self, start: int, i: int, end: int) -> int:
        """As in "People's Government", "District Attorney's Office", and known names with 's inside."""
        previous = self.sheet.lower[i - 1]
        if previous == "people" or (
            self._next(i + 1, end) and self.sheet.lower[i + 1] in _OFFICES and previous not in self.marks.known
        ):
            return 1
        return 1 if self.known_with(start, i + 1) else 0

    def known_with(self, start: int, end: int) -> bool:
        """Whether a known name is the run so far, or ends it."""
        return (
            self.marks.key(start, end) in self.marks.known
            or self.marks.key(max(start, end - 2), end) in self.marks.known
        )

    def _hyphen(self, start: int, i: int, end: int) -> int:
        sheet, marks = self.sheet, self.marks
        if i + 1 >= end:
            return 0
        if self.namey[i + 1]:
            keys = (marks.key(start, i), fold(sheet.text[i + 1]))
            table = marks.places
            parties = all(k in marks.known or k in table.country_of or k in table.demonyms for k in keys)
            whole = marks.key(start, i + 2)
            if i + 2 < end and sheet.lower[i + 2] in _HYPHENATED_PLACES and self.namey[i + 2]:
                return 2
            parties = parties and not self._always_joined(i - 1) and not self._joint_name(i - 1)
            return 2 if not parties or whole in marks.known or whole in table.country_of else 0
        tail = sheet.lower[i + 1]
        if tail in _HYPHEN_TAILS or not tail.isalpha():
            return 0
        if self._given_name(start, i):
            return 2
        if self._next(i + 2, end) and (tail in ("tech", "speed", "end", "sector") or marks.same_ent(i - 1, i + 1)):
            return 2
        return 2 if tail in self.lexicon["particles"] and i + 3 < end and sheet.text[i + 2] == "-" else 0

    def _given_name(self, start: int, i: int) -> bool:
        """The second syllable of a Korean or Taiwanese given name ("Chung Mong-koo", "Tsai Ing-wen")."""
        sheet = self.sheet
        if len(sheet.text[i + 1]) > 6 or not sheet.text[i - 1][0].isupper() or len(sheet.text[i - 1]) > 6:
            return False
        surname = sheet.lower[i - 2] if i - 2 >= 0 and sheet.space[i - 2] else ""
        if surname in self.lexicon["hyphen_surnames"]:
            return True
        return i - start >= 2 and self.marks.same_ent(i - 1, i + 1) and sheet.ent[i] == "PERSON"

    def _comma(self, start: int, i: int, end: int) -> int:
        if i + 1 >= end:
            return 0
        if self.sheet.lower[i + 1] in _COMPANY_TAILS and self.sheet.text[i + 1][0].isupper():
            return 2
        in_list = self._in_ministry(start, i) and self.namey[i + 1] and self._list_closes(i + 1, end)
        return 2 if in_list else 0

    def _in_ministry(self, start: int, i: int) -> bool:
        """Inside "Ministry of A, B and C" the commas and "and" belong to the name."""
        words = self.sheet.lower[start:i]
        return ("of" in words or "for" in words) and any(word in _MINISTRY_HEADS for word in words)

    def _ministry_word(self, start: int, i: int) -> bool:
        """A word that is no name by itself ("ICT", "AI") inside of a ministry's name."""
        return (
            self.sheet.text[i][0].isupper()
            and self.sheet.lower[i - 1] in ("of", "and", "&", "the")
            and self._in_ministry(start, i)
        )

    def _list_closes(self, i: int, end: int) -> bool:
        """A comma list of fields that ends with "and (the) Noun"; a party in it ends the ministry's name before it."""
        lower = self.sheet.lower
        for j in range(i, min(end, i + 8)):
            if lower[j] == "and":
                last = j + 2 if lower[j + 1 : j + 2] == ["the"] else j + 1
                return last >= end or not (self._is_party(last) or lower[last] in ("university", "government"))
            if not self.namey[j] and self.sheet.text[j] != ",":
                return False
            if self._is_party(j) or is_invented(self.sheet.text[j], self.sheet.doc.vocab):
                return False
        return False

    def _of(self, start: int, i: int, end: int) -> int:
        sheet = self.sheet
        skip = 2 if i + 1 < end and sheet.lower[i + 1] in ("the", "new") and not self.namey[i + 1] else 1
        target = i + skip
        if target >= end:
            return 0
        if self.marks.key(start, target + 1) in self.marks.known:
            return skip + 1
        heads = self.lexicon["of_heads"] if sheet.lower[i] == "of" else self.lexicon["for_heads"]
        if not self.namey[target]:
            field = sheet.text[target][0].isupper() and sheet.lower[i - 1] in ("ministry", "department", "bureau")
            return skip + 1 if field else 0
        if sheet.lower[i - 1] in _OFFICERS:
            return 0
        if set(sheet.lower[start:i]) & _TITLED and sheet.lower[i - 1] not in heads - {"general"}:
            return 0
        known = self.marks.known.get(self.marks.key(start, i))
        place = (
            fold(sheet.text[target]) in self.marks.places.country_of
            or self.marks.key(target, target + 2) in self.marks.places.country_of
        )
        if (
            known
            and known.type in (EntityType.COMPANY, EntityType.PERSON)
            and (place or sheet.lower[i] == "for" or not self.marks.same_ent(i - 1, target))
        ):
            return 0
        joins = (
            sheet.lower[i - 1] in heads or (sheet.lower[i - 1 : i + 1] == ["city", "for"] and self._field(target))
        ) or (self.marks.same_ent(i - 1, target) and (i - start > 1 or known is not None))
        return skip + 1 if joins else 0

    def _and(self, start: int, i: int, end: int) -> int:
        sheet = self.sheet
        skip = 2 if i + 1 < end and sheet.lower[i + 1] == "the" else 1
        target = i + skip
        if target >= end or not sheet.text[target][0].isupper():
            return 0
        if self._in_ministry(start, i):
            own = any(
                sheet.lower[j] in self.lexicon["government_heads"] for j in range(target, self._last(target, end) + 1)
            )
            return 0 if own or self._is_party(target) else skip + 1
        if skip == 2 or not self.namey[target]:
            return 0
        return 2 if self._one_name(start, i, target, end) else 0

    def _last(self, target: int, end: int) -> int:
        last = target
        while last + 1 < end and (
            self.namey[last + 1] or (self.sheet.lower[last + 1] == "and" and self._next(last + 2, end))
        ):
            last += 1
        return last

    def _one_name(self, start: int, i: int, target: int, end: int) -> bool:
        """As in "Science and Technology Co", "Chelsea and Westminster Hospital" against "BMW and Bosch"."""
        sheet, marks = self.sheet, self.marks
        last = target
        while self._next(last + 1, end):
            last += 1
        whole = marks.key(start, last + 1)
        if not {marks.key(start, target + 1), whole, whole.replace(" and ", " & ")}.isdisjoint(marks.known):
            return True
        if marks.key(start, target + 1) in marks.places.country_of:
            return True
        if i - start == 1 and self._always_together(start, target):
            return True
        if last > target and last + 1 < end and sheet.lower[last + 1] in ("of", "for") and not self._field(i - 1):
            return False
        if sheet.lower[i - 1] in self.lexicon["company_forms"] or self._is_party(target):
            return False
        if self._field(i - 1):
            return marks.ends_with_head(last) or self._field(last) or sheet.lower[last] in _FIELD_TAILS
        left = marks.key(start, i)
        if i - start > 1 and self._stands_alone(start, i):
            return False
        if self._country_body(start, i, last):
            return True
        if left in marks.known or left in outlets():
            return False
        if left in marks.places.country_of:
            return last > target and marks.ends_with_head(last) and marks.same_ent(i - 1, target)
        return (
            marks.ends_with_head(last)
            and marks.same_ent(i - 1, target)
            and sheet.lower[i - 1] not in self.lexicon["company_suffixes"]
        )

    def _country_body(self, start: int, i: int, last: int) -> bool:
        """As in "Ghana Ports and Harbours Authority", "Kenya Plant and Animal Inspectorate"."""
        sheet = self.sheet
        if i - start != 2 or last - i != 2 or sheet.lower[last] not in self.lexicon["government_heads"]:
            return False
        placed = self.marks.key(start, start + 1) in self.marks.places.country_of
        return placed and sheet.lower[i - 1] not in self.lexicon["company_suffixes"] - {"ports", "mining", "power"}

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether the article uses a name by itself too ("Air Products" beside "Air Products and Orbico Energy")."""
        text, name, size = self.sheet.text, self.sheet.text[start:end], end - start
        behind = [text[j + size] for j in range(len(text) - size) if text[j : j + size] == name]
        return any(not (word[0].isupper() or word in ("and", "&")) for word in behind)

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

    def _always_together(self, left: int, right: int) -> bool:
        """As in "Johnson and Johnson", or "Cable and Wireless" time and again, neither word ever without the other."""
        text = self.sheet.text
        if text[left] == text[right]:
            return True
        if self.sheet.lower[right] in self.lexicon["place_heads"] | self.lexicon["facility_nouns"]:
            return False
        marks = self.marks
        keys = {fold(text[left]), fold(text[right])}
        if any(
            key in marks.known or key in marks.places.country_of or key in marks.places.demonyms or key in first_names()
            for key in keys
        ):
            return False
        pairs = sum(
            1
            for j, word in enumerate(text[:-2])
            if word == text[left] and text[j + 1] == "and" and text[j + 2] == text[right]
        )
        return pairs > 1 and text.count(text[left]) == pairs == text.count(text[right])

    def _field(self, i: int) -> bool:
        """A word that names a field ("Science", "Trade"), seldom a party."""
        return self.sheet.lower[i] in self.lexicon["and_words"] or (
            self.sheet.lower[i] == "bank" and self.sheet.lower[i + 2 : i + 3] == ["trust"]
        )

    def _is_party(self, i: int) -> bool:
        """A known name starts here, so what stood before was another."""
        key = fold(self.sheet.text[i])
        table = self.marks.places
        return (
            key in self.marks.known
            or key in table.countries
            or key in table.demonyms
            or self.sheet.lower[i] in ("ministry", "department")
        )
