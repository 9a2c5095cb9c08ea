"""The "and" inside of names: "Science and Technology Co" against "BMW and Bosch"."""

from __future__ import annotations

from kg.extract.en.dictionary import is_invented
from kg.extract.en.field_lists import FieldLists
from kg.extract.en.gazetteer import first_names, fold, outlets
from kg.extract.en.lexicon import field_words, word_set
from kg.extract.en.run_words import Words
from kg.extract.en.text_marks import Marks

_JOINT_HEADS = word_set(
    "board faculty school college institute organization organisation fund centre center office agency"
)
_IN_CHARGE = frozenset({"minister", "secretary", "commissioner"})
_LONGEST_FIELD = 5
_TO_BETWEEN, _TO_AND = 4, 12
_WITH_ARTICLE = frozenset({"us", "uk", "eu", "uae", "united states", "united kingdom", "netherlands", "philippines"})
"""Places that "the" stands before."""
_PARTNERS = word_set("associates sons partners brothers bros daughters co. company")
"""What "and" joins to a founder's name."""
_FIELD_TAILS = frozenset({"board", "trust", "center", "centre", "service", "enforcement"})
_BODY_TAILS = _FIELD_TAILS | word_set("services unit team partnership studies section squad affairs force")
_PARTIES = frozenset({"ORG", "PERSON", "GPE", "NORP", "PRODUCT"})
_LINKS = frozenset({"of", "for", "on", "'s", "’s"})
_WHOLE = word_set("house senate state government opposition police pentagon kremlin fed union company bank group")
"""What is a party by itself before "and", so that no other name's word follows."""


class Conjunctions(Words):
    """Tells whether "and" joins what stands on both sides to one name."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(marks)
        self.lists = FieldLists(marks)
        lex = self.lexicon
        self.fields = field_words() | {"power", "telecoms"}
        self.trades = lex["and_words"] | lex["company_suffixes"]
        heads = lex["government_heads"] | lex["organization_heads"] | _WHOLE
        self.no_firm = (heads - lex["and_words"]) - {"company", "group"}

    def joins(self, start: int, i: int, end: int) -> int:
        """How many tokens from `i` on belong to the name that began at `start`: 0 if it ends here."""
        sheet = self.sheet
        skip = 2 if i + 1 < end and sheet.lower[i + 1] == "the" else 1
        target = i + skip
        if target >= end or not sheet.text[target][0].isupper():
            return 0
        if self.lists.in_committee(start, i, end) or (skip == 1 and self._in_portfolio(i, end)):
            return skip + 1
        if skip == 1 and "," in sheet.text[start:i] and self.lists.before_head(start, i, end):
            return 2
        if skip == 2 and self._is_named_body(target, end):
            return 0
        if self.lists.in_ministry(start, i):
            own = any(
                sheet.lower[j] in self.lexicon["government_heads"] for j in range(target, self.last_of(target, end) + 1)
            )
            return 0 if own or self.is_party(target) or self._is_other_side(start, target, end) else skip + 1
        if skip == 2 or not self.namey[target]:
            return 0
        return 2 if self._one_name(start, i, target, end) else 0

    def _is_other_side(self, start: int, target: int, end: int) -> bool:
        """As in "between the Ministry of Health and Orbico": no field of a ministry, or nobody else is between."""
        sheet = self.sheet
        if is_invented(sheet.text[target], sheet.doc.vocab) and not self.is_field(target):
            return True
        before = (word for word in sheet.lower[max(0, start - _TO_BETWEEN) : start] if word != "the")
        behind = sheet.lower[target + 1 : min(end, target + _TO_AND)]
        return "between" in before and "and" not in behind

    def _in_portfolio(self, i: int, end: int) -> bool:
        """As in "Nigerian Trade and Industry Minister": fields on both sides, and who is in charge of them."""
        lower, j = self.sheet.lower, i + 1
        while j < min(end, i + _LONGEST_FIELD) and lower[j] in self.fields:
            j += 1
        return (
            lower[i - 1] in self.fields and i + 1 < j < end and lower[j] in _IN_CHARGE and self.sheet.text[j].istitle()
        )

    def _is_named_body(self, target: int, end: int) -> bool:
        """The second of "the Department for Families and the Ellis Beck Trust": three capitals, or no field."""
        return self.last_of(target, end) - target > 1 or not self.is_field(target)

    def _one_name(self, start: int, i: int, target: int, end: int) -> bool:
        """As in "Science and Technology Co", "Chelsea and Westminster Hospital" against "BMW and Bosch"."""
        sheet, marks = self.sheet, self.marks
        last = target
        while self.is_name(last + 1, end):
            last += 1
        whole = marks.key(start, last + 1)
        if not {marks.key(start, target + 1), whole, whole.replace(" and ", " & ")}.isdisjoint(marks.known):
            return True
        place = (self._link(start, i) or start - 1) + 1  # behind "of", if there is one
        if not {marks.key(start, target + 1), marks.key(place, target + 1)}.isdisjoint(marks.places.country_of):
            return True
        together = i - start == 1 and self._always_together(start, target)
        court = "court" in sheet.lower[start:i]
        if together or (court and [sheet.lower[i - 1], sheet.lower[target]] == ["england", "wales"]):
            return True
        if self._has_initials(start, last, end) or self._is_form(target, last) or self._is_firm(start, i, target, last):
            return True
        forms = sheet.lower[i - 1] in self.lexicon["company_forms"] or self.is_party(target)
        if not forms and (self._is_plain_body(start, i, target, last) or self._lists_subjects(start, i, target, last)):
            return True
        if last > target and last + 1 < end and sheet.lower[last + 1] in ("of", "for") and not self.is_field(i - 1):
            return False
        if forms:
            return False
        if self._are_companies(start, i, target, last) or self._are_alike(start, i, target, last):
            return False
        if self._is_joint_field(start, i, last) or self._are_its_subjects(start, i, target, last):
            return True
        return self._has_one_head(start, i, target, last)

    def _has_initials(self, start: int, last: int, end: int) -> bool:
        """As in "Lindal and Orton (L&O)", "Food and Fish Agency (FFA)": the bracket abbreviates all of it."""
        text = self.sheet.text
        if text[last + 1 : last + 2] != ["("] or last + 2 >= end:
            return False
        close = next((j for j in range(last + 3, min(last + 6, end)) if text[j] == ")"), 0)
        letters = "".join(c for c in "".join(text[last + 2 : close]) if c.isalpha())
        words = [w for w in text[start : last + 1] if w[0].isupper()]
        return len(letters) > 1 and letters.isupper() and letters == "".join(w[0] for w in words)

    def _is_form(self, target: int, last: int) -> bool:
        """As in "Orbico Investments and Holdings Limited": all behind "and" is what firms end with."""
        words = self.sheet.lower[target : last + 1]
        suffixes = self.lexicon["company_suffixes"]
        return last > target and words[-1] in self.lexicon["company_forms"] and suffixes.issuperset(words)

    def _is_firm(self, start: int, i: int, target: int, last: int) -> bool:
        """Whether both sides are the founders, trades or places of one."""
        if self._are_partners(target, last) or self._are_founders(start, i, target, last):
            return True
        return self._are_its_trades(start, i, target, last) or self._are_its_places(start, i, target, last)

    def _are_founders(self, start: int, i: int, target: int, last: int) -> bool:
        """As in "the law firm Lindal and Orton": one word on each side, behind what one firm is called."""
        sheet = self.sheet
        if (
            i - start > 1
            or last > target
            or sheet.tag[start - 1 : start] != ["NN"]
            or sheet.pos[i + 2 : i + 3] == ["AUX"]
        ):
            return False
        plain = any(self.is_party(j) or fold(sheet.text[j]) in self.marks.places.country_of for j in (start, target))
        return sheet.lower[start - 1] in ("firm", "consultancy", "partnership", "brewer", "retailer") and not plain

    def _are_its_places(self, start: int, i: int, target: int, last: int) -> bool:
        """As in "the Kenya and Uganda Affairs Office": places behind "the", which stands before no place."""
        sheet, table = self.sheet, self.marks.places
        article = sheet.lower[start - 1 : start] == ["the"] and sheet.text[start].isalpha()  # not "U.S."
        left = self.marks.key(start, i)
        if not article or left in _WITH_ARTICLE or last - target < 2 or left not in table.country_of:
            return False
        placed = any(self.marks.key(target, target + size) in table.country_of for size in (1, 2))
        return placed and (self.marks.ends_with_head(last) or sheet.lower[last] in ("office", "bank", "board"))

    def _are_partners(self, target: int, last: int) -> bool:
        """As in "Lindal and Associates", "Lindal and Sons"."""
        return last == target and self.sheet.lower[target] in _PARTNERS

    def _are_its_trades(self, start: int, i: int, target: int, last: int) -> bool:
        """As in "Orbico Building and Development Co Ltd", "Orbico Recycling and Recovery": a firm and its trades."""
        sheet, forms, end = self.sheet, self.lexicon["company_forms"], last
        while last > target and (sheet.lower[last] in forms or self.is_country(last)):
            last -= 1
        goes_on = sheet.lower[end + 1 : end + 2] in (["of"], ["for"], ["and"], ["&"])
        if i - start < 2 or last > target or goes_on or sheet.lower[i - 1] in forms:
            return False
        apart = sheet.ent_span.get(i - 1, (0, 0))[1] == i and sheet.ent[i - 1] == "ORG"
        named = sheet.lower[end] in forms and {sheet.lower[i - 1], sheet.lower[last]} <= self.trades and not apart
        if not named and not (sheet.ent[start] == "ORG" and self.marks.same_ent(start, last)):
            return False
        return self.no_firm.isdisjoint(sheet.lower[start : last + 1]) and self.is_plain(i - 1) and self.is_plain(target)

    def _is_plain_body(self, start: int, i: int, target: int, last: int) -> bool:
        """As in "Equalities and Human Rights Commission", "Peace and Justice Center": common nouns of one head."""
        sheet, lex = self.sheet, self.lexicon
        ends = self.marks.ends_with_head(last) or sheet.lower[last] in _BODY_TAILS
        first = start + 1 if self.is_country(start) and i - start > 1 else start
        if last == target or not ends or not self._are_plain(first, i) or not self._are_plain(target, last + 1):
            return False
        heads = lex["government_heads"] | lex["organization_heads"] | lex["facility_heads_named"] | _WHOLE
        if not heads.isdisjoint(sheet.lower[start:i]) or not _LINKS.isdisjoint(sheet.lower[start:i]):
            return False
        apart = first == start and sheet.ent_span.get(i - 1, (0, 0))[1] == i and sheet.ent[i - 1] in _PARTIES
        return self.is_field(i - 1) or not apart

    def _lists_subjects(self, start: int, i: int, target: int, last: int) -> bool:
        """As in "Society of Motor Manufacturers and Traders", "Center for Democracy and Development"."""
        sheet, lex = self.sheet, self.lexicon
        link = self._link(start, i)
        if not link or sheet.lower[link - 1] not in lex["of_heads"] | lex["for_heads"] | lex["organization_heads"]:
            return False
        words = sheet.lower[target : last + 1]
        heads = (lex["government_heads"] | lex["organization_heads"] | lex["company_suffixes"] | _WHOLE) - lex[
            "and_words"
        ]
        if last - target > 1 or not heads.isdisjoint(words) or not self._are_plain(link + 1, i):
            return False
        apart = sheet.ent_span.get(target, (0, 0)) == (target, last + 1) and sheet.ent[target] in _PARTIES
        common = self.is_field(target) or sheet.tag[last] in ("NNS", "NNPS") or not apart or i - link == 2
        return common and self._are_plain(target, last + 1)

    def _are_plain(self, first: int, end: int) -> bool:
        """Words of the dictionary, no names of persons, places or parties."""
        return end > first and all(self.is_plain(j) for j in range(first, end))

    def _are_its_subjects(self, start: int, i: int, target: int, last: int) -> bool:
        """As in "Alliance for Vaccines and Immunisation": one name for NER, words of the dictionary on both sides."""
        sheet = self.sheet
        link = self._link(start, i)
        whole = sheet.ent[start] == "ORG" and sheet.ent_span[start][1] == last + 1 and self.marks.same_ent(start, last)
        if not link or not whole or self._is_of_place(start, i):
            return False
        words = (*range(link + 1, i), *range(target, last + 1))
        return not any(is_invented(sheet.text[j], sheet.doc.vocab) or self.is_party(j) for j in words)

    def _link(self, start: int, i: int) -> int:
        """The last "of" or the like before `i`, 0 if there is none."""
        return next((j for j in range(i - 1, start, -1) if self.sheet.lower[j] in ("of", "for", "on")), 0)

    def _is_of_place(self, start: int, i: int) -> bool:
        """The "University of Leeds" of "University of Leeds and Orbico Energy", whole by itself."""
        link = self._link(start, i)
        return link > 0 and self.marks.key(link + 1, i) in self.marks.places.country_of

    def _has_one_head(self, start: int, i: int, target: int, last: int) -> bool:
        """Whether what stands on both sides of "and" belongs to the last word."""
        sheet, marks = self.sheet, self.marks
        if self.is_field(i - 1):
            ends = _FIELD_TAILS | self.lexicon["no_entity_heads"]
            return marks.ends_with_head(last) or self.is_field(last) or sheet.lower[last] in ends
        left = marks.key(start, i)
        if i - start > 1 and self._stands_alone(start, i):
            return False
        if self._country_body(start, i, last):
            return True
        if left in marks.known or left in outlets() or self._is_of_place(start, i):
            return False
        if left in marks.places.country_of:
            return last > target and marks.ends_with_head(last) and marks.same_ent(i - 1, target)
        return (
            marks.ends_with_head(last)
            and marks.same_ent(i - 1, target)
            and sheet.lower[i - 1] not in self.lexicon["company_suffixes"]
        )

    def _are_companies(self, start: int, i: int, target: int, last: int) -> bool:
        """As in "Orbico Energy and Tandem Energy": NER has two names, each with what companies end with."""
        sheet, suffixes = self.sheet, self.lexicon["company_suffixes"]
        apart = sheet.ent[start] == "ORG" == sheet.ent[target] and not self.marks.same_ent(start, target)
        whole = sheet.ent_span.get(target, (0, 0))[0] == target and not {"of", "for"} & set(sheet.lower[start:i])
        named = i - start > 1 and last > target and not self.is_field(target)
        return apart and whole and named and sheet.lower[i - 1] in suffixes and sheet.lower[last] in suffixes

    def _are_alike(self, start: int, i: int, target: int, last: int) -> bool:
        """As in "Veldra Water and West Lena Water", "NT Ferries and SA Rail Networks": two of one making."""
        sheet = self.sheet
        if i - start < 2 or last == target or {"of", "for"} & set(sheet.lower[start:i]):
            return False
        acronyms = all(len(sheet.text[j]) < 4 and sheet.text[j].isupper() for j in (start, target))
        behind = last + 2 if sheet.lower[last + 1 : last + 2] == [","] else last + 1
        several = sheet.lower[behind : behind + 1] in (["were"], ["are"], ["have"])
        return acronyms or sheet.lower[i - 1] == sheet.lower[last] or several

    def _is_joint_field(self, start: int, i: int, last: int) -> bool:
        """As in "Board of Clinical Medicine and Surgery", "Centre for Earth Sciences and Alpine Studies"."""
        words = self.sheet.lower[start:i]
        link = next((k for k, word in enumerate(words) if word in ("of", "for")), 0)
        headed = 0 < link < len(words) - 1 and words[link - 1] in _JOINT_HEADS
        return headed and self.is_field(i - 1) and self.is_field(last)

    def _country_body(self, start: int, i: int, last: int) -> bool:
        """As in "Ghana Ports and Harbours Authority", "Kenyan Export and Import Bank"."""
        sheet = self.sheet
        bank = sheet.lower[last] == "bank" and self.is_plain(i - 1) and self.is_plain(i + 1)
        if i - start != 2 or last - i < 2 or not (bank or sheet.lower[last] in self.lexicon["government_heads"]):
            return False
        if self.marks.key(start, start + 1) in self.marks.places.demonyms:
            return not self._stands_alone(start, i)
        placed = self.marks.key(start, start + 1) in self.marks.places.country_of
        return placed and sheet.lower[i - 1] not in self.lexicon["company_suffixes"] - {"ports", "mining", "power"}

    def _stands_alone(self, start: int, end: int) -> bool:
        """Whether the article uses a name by itself too ("Air Products" beside "Air Products and Orbico Energy")."""
        text, name, size = self.sheet.text, self.sheet.text[start:end], end - start
        behind = [text[j + size] for j in range(len(text) - size) if text[j : j + size] == name]
        return any(not (word[0].isupper() or word in ("and", "&")) for word in behind)

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
