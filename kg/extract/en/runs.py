"""How capitalized tokens join to one name: over "of", "and", "&", hyphens, commas, particles and possessives."""

from __future__ import annotations

import re

from kg.extract.en.conjunctions import Conjunctions
from kg.extract.en.dictionary import is_invented
from kg.extract.en.field_lists import FieldLists
from kg.extract.en.gazetteer import Known, fold, is_big_place, outlets
from kg.extract.en.hyphens import Hyphens
from kg.extract.en.lexicon import word_set
from kg.extract.en.run_words import Words
from kg.extract.en.text_marks import Marks
from kg.model import EntityType

_TITLED = word_set(
    """minister president ceo governor mayor secretary director chairman chief head inspector
    inspector-general commissioner superintendent registrar coordinator"""
)
BOARD_KINDS = word_set("management managing supervisory executive advisory")
_OFFICERS = word_set("ministers presidents governors premiers mayors ambassadors")
"""Several persons, of several bodies: in "the Energy Ministers of Kenya and Uganda" the countries are the names."""
_SHORT = 6
_LAST_FORMS = frozenset({"ltd.", "inc.", "llc", "plc"})
"""Legal forms that end a name: in "Orbico Pte. Ltd. Wavelet operates …" two names meet."""
_BEFORE_FORMS = word_set("private pvt pvt. public company co co. pte pte. sdn")
"""What may stand between the bracket of "Orbico (India) Private Limited" and its last word."""
_MARKS = frozenset({"'s", "’s", "'S", "'", "’", "(", "/", "A", ".", "sp"})
_OF_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj"})
_ENDS = frozenset({",", ".", ";", ")", "and", "or", "\n"})
_STATE_FORMS = frozenset({"persero"})
_OFFICES = word_set("office")
COMMISSIONER = ["high", "commissioner", "for"]
"""An office that is a body: "Office of the High Commissioner for Refugees"."""
_OWNED_BODIES = word_set("""office department union association party hospital federation institute society organization
    organisation cooperative bureau
    services service centre center trust fund foundation council commission network alliance bank affairs plan
    pension retirement""")
_OWNERS_OF_BODIES = word_set(
    """sheriff governor mayor prosecutor worker workers farmer farmers women men children teachers veterans consumers
    manufacturers producers employers lawyers nurses physicians drivers builders merchants attorney
    employees"""
)
"""Whose office, union or hospital a body may be named after ("Worker's Union", "Sheriff's Department")."""
_ON_HEADS = word_set("panel committee subcommittee council commission board institute coalition forum task-force")
_ORDINAL = re.compile(r"^\d+(?:st|nd|rd|th)$")
_NUMBERED_BODIES = word_set("bureau engineering institute construction judicial district fleet division")


class Runs(Words):
    """Finds where the name that starts at a token ends."""

    def __init__(self, marks: Marks) -> None:
        super().__init__(marks)
        self.lists = FieldLists(marks)
        self.hyphens = Hyphens(marks)
        self.conjunctions = Conjunctions(marks)

    def end(self, start: int, line_end: int) -> int:
        """End of the run that starts at `start`."""
        i = start + 1
        while i < line_end:
            step = self._joins(start, i, line_end)
            if not step:
                break
            i += step
        return i

    def _joins(self, start: int, i: int, end: int) -> int:
        """How many tokens from `i` on belong to the run that began at `start`: 0 if it ends here."""
        sheet = self.sheet
        if self.marks.skip[i] or sheet.sent[i] != sheet.sent[i - 1]:
            return 0
        word, lower = sheet.text[i], sheet.lower[i]
        if self.namey[i]:
            return self._name_word(i)
        if word.isspace():
            return 2 if self.is_name(i + 1, end) else 0
        if word in ("&", "+"):
            return self._ampersand(i, end)
        if word in ("-", "–") and not sheet.space[i - 1] and not sheet.space[i]:
            return self.hyphens.joins(start, i, end)
        if word in _MARKS:
            return self._mark(start, i, end)
        if word == ",":
            return self.lists.comma(start, i, end)
        if lower in ("of", "for", "on", "at"):
            return self._preposition(start, i, end)
        if lower == "and":
            return self.conjunctions.joins(start, i, end)
        if lower in self.lexicon["particles"]:
            return self._particle(i, end)
        if word[0].isdigit():
            return self._number(i, end)
        return 1 if self.lists.ministry_word(start, i) else 0

    def _mark(self, start: int, i: int, end: int) -> int:
        """An apostrophe, a bracket, the "A" of "A/S", or a legal form with full stops inside."""
        word = self.sheet.text[i]
        if word in (".", "sp"):
            return self._spelled_form(i, end)
        if word == "(":
            return self._bracket(start, i, end)
        if word in "A/":
            return self._danish_form(i, end) or (self._slash(i, end) if word == "/" else 0)
        return self._plural_owner(i, end) if word in "'’" else self._possessive(start, i, end)

    def _slash(self, i: int, end: int) -> int:
        """As in "Lin/OSHA", a body of its own: short words without spaces, not both known ("US/UK", "CNN/BBC")."""
        sheet = self.sheet
        if sheet.space[i - 1] or sheet.space[i] or not self.is_name(i + 1, end) or not sheet.text[i + 1].isupper():
            return 0
        left, right = fold(sheet.text[i - 1]), fold(sheet.text[i + 1])
        both = self._is_known(left) and self._is_known(right)
        short = len(left) <= _SHORT and 1 < len(right) <= _SHORT
        return 2 if short and not both and (self._is_known(left) or self._is_known(right)) else 0

    def _is_known(self, key: str) -> bool:
        table = self.marks.places
        return key in self.marks.known or key in table.countries or key in table.demonyms or key in outlets()

    def _name_word(self, i: int) -> int:
        """A further word that looks like a name, but behind a last legal form only another such form."""
        sheet = self.sheet
        if sheet.lower[i - 1] in _LAST_FORMS and sheet.lower[i] not in self.lexicon["company_forms"]:
            return 0
        return 1 if sheet.space[i - 1] or sheet.text[i - 1] in "-&'’." or sheet.text[i].isspace() else 0

    def _ampersand(self, i: int, end: int) -> int:
        if self.is_name(i + 1, end):
            return 2
        return 3 if i + 2 < end and self.sheet.text[i + 1].isspace() and self.namey[i + 2] else 0

    def _particle(self, i: int, end: int) -> int:
        if self.is_name(i + 1, end):
            return 2
        if i + 2 >= end or not self.namey[i + 2]:
            return 0
        return 3 if self.sheet.text[i + 1] == "-" or self.sheet.lower[i + 1] in self.lexicon["particles"] else 0

    def _number(self, i: int, end: int) -> int:
        """As in "Terminal 2", "China Railway 18th Bureau"."""
        word = self.sheet.text[i]
        if _ORDINAL.match(word):
            return 2 if self.is_name(i + 1, end) and self.sheet.lower[i + 1] in _NUMBERED_BODIES else 0
        if self.sheet.pos[i] != "NUM" or not word.isdigit() or len(word) > 3:
            return 0
        numbered = self.lexicon["facility_heads_named"] | {"expo", "channel", "phase", "unit"}
        if self.sheet.lower[i - 1] in numbered:
            return 1
        return 1 if self.marks.same_ent(i - 1, i) and self.sheet.ent[i] in ("FAC", "EVENT") else 0

    def _possessive(self, start: int, i: int, end: int) -> int:
        """As in "People's Government", "District Attorney's Office", and known names with 's inside."""
        previous = self.sheet.lower[i - 1]
        office = self.is_name(i + 1, end) and self.sheet.lower[i + 1] in _OFFICES
        if previous == "people":
            return 1
        if office and previous not in self.marks.known and self.marks.key(start, i) not in self.marks.places.countries:
            return 1
        if previous in _OWNERS_OF_BODIES and self.is_name(i + 1, end) and self.sheet.lower[i + 1] in _OWNED_BODIES:
            return 2
        if self._is_inside_name(i, end) or self._is_brand(i, end) or self.owns_nothing(i):
            return 1
        return 1 if self.known_with(start, i + 1) else 0

    def _is_always_owner(self, i: int) -> bool:
        """Whether the word before an apostrophe never stands without one, and is no known name or place."""
        text, name = self.sheet.text, self.sheet.text[i - 1]
        key = self.sheet.lower[i - 1]
        if key in self.marks.known or key in self.marks.places.country_of or key in self.marks.places.demonyms:
            return False
        if self.marks.ends_with_head(i - 1):  # "Federal Government's"
            return False
        return all(text[j + 1 : j + 2] == [text[i]] for j, word in enumerate(text) if word == name)

    def _is_inside_name(self, i: int, end: int) -> bool:
        """As in "Jane's Gardening", "St. Jane's University", which are one name for NER."""
        if not self.is_name(i + 1, end) or not self.marks.same_ent(i - 1, i + 1):
            return False
        owned = self.sheet.lower[i + 1]
        plain = not is_invented(owned, self.sheet.doc.vocab)
        other = owned in self.lexicon["titles"] or owned in self.lexicon["government_heads"]
        other = other or owned in self.marks.known or is_big_place(owned)
        return plain and not other and self._is_always_owner(i)

    def _is_brand(self, i: int, end: int) -> bool:
        """As in "Jane's Kitchen" time and again, and no other thing of Jane's."""
        text = self.sheet.text
        if not self.is_name(i + 1, end) or not self._is_always_owner(i) or self.sheet.ent[i - 1] == "NORP":
            return False
        if self.sheet.lower[i + 1] in self.lexicon["titles"] | self.lexicon["government_heads"]:
            return False
        owned = [text[j + 2 : j + 3] for j, word in enumerate(text) if word == text[i - 1]]
        return len(owned) > 1 and all(words == [text[i + 1]] for words in owned)

    def owns_nothing(self, i: int) -> bool:
        """As in "Lindy's and Zippy's": an apostrophe of the name itself, nothing owned behind it."""
        sheet, name = self.sheet, self.sheet.text[i - 1]
        if sheet.dep[i - 1] not in _OF_PARTIES or sheet.tag[i] != "POS" or sheet.lower[sheet.head[i - 1]] == "of":
            return False
        if not self._nothing_follows(i) or not self._is_always_owner(i):
            return False
        return all(self._nothing_follows(j + 1) for j, word in enumerate(sheet.text) if word == name)

    def _nothing_follows(self, i: int) -> bool:
        """Whether no noun may stand behind an apostrophe."""
        text, tag = self.sheet.text, self.sheet.tag
        return i + 1 < len(text) and (text[i + 1] in _ENDS or tag[i + 1] in ("VBD", "VBZ", "VBP", "IN", "MD"))

    def _plural_owner(self, i: int, end: int) -> int:
        """As in "Teachers' Pension Plan", "Veterans' Affairs"."""
        if self.sheet.lower[i - 1] not in _OWNERS_OF_BODIES or not self.is_name(i + 1, end):
            return 0
        return 2 if not _OWNED_BODIES.isdisjoint(self.sheet.lower[i + 1 : i + 3]) else 0

    def _bracket(self, start: int, i: int, end: int) -> int:
        """As in "Orbico (Pty) Ltd", "Orbico (Kenya) Building Limited": a bracket before the legal form."""
        text, lower = self.sheet.text, self.sheet.lower
        close = next((j for j in range(i + 2, min(end, i + 4)) if text[j] == ")"), 0)
        initials = "".join(word[0] for word in text[start:i] if word[0].isupper())
        if not close or not (text[i + 1][0].isupper() or text[i + 1] == "group") or text[i + 1] == initials:
            return 0
        if lower[i + 1] in _STATE_FORMS:
            return close + 1 - i
        form = close + 1
        while form < end and lower[form] in _BEFORE_FORMS:
            form += 1
        form = form if form < end and lower[form] in self.lexicon["company_forms"] else close + 1
        if form < end and lower[form] in self.lexicon["company_forms"]:
            return form + 1 - i
        last = self.last_of(form, end) if self.is_name(form, end) else i
        branch = last > i and self.marks.key(i + 1, close) in self.marks.places.country_of
        return close + 1 - i if branch and lower[last] in self.lexicon["company_forms"] else 0

    def _danish_form(self, i: int, end: int) -> int:
        """What is left of "A/S"."""
        first = i if self.sheet.text[i] == "A" else i - 1
        whole = self.sheet.text[first : first + 3] == ["A", "/", "S"] and first + 2 < end
        return first + 3 - i if whole else 0

    def _spelled_form(self, i: int, end: int) -> int:
        """What is left of "S.p.A." and "Sp. z o.o.", which the tokenizer parts."""
        text = self.sheet.text
        if text[i - 1] == "S.p" and text[i] == "." and text[i + 1 : i + 2] in (["A."], ["A"]) and i + 1 < end:
            return 2
        dot = i if text[i] == "." else i + 1
        polish = self.sheet.lower[dot - 1] == "sp" and text[dot : dot + 3] == [".", "z", "o.o"]
        return dot + 3 - i if polish and dot + 2 < end else 0

    def known_with(self, start: int, end: int) -> bool:
        """Whether a known name is the run so far, or ends it."""
        return (
            self.marks.key(start, end) in self.marks.known
            or self.marks.key(max(start, end - 2), end) in self.marks.known
        )

    def _preposition(self, start: int, i: int, end: int) -> int:
        join = {"on": self._on, "at": self._at}.get(self.sheet.lower[i], self._of)
        return join(start, i, end)

    def _at(self, start: int, i: int, end: int) -> int:
        """As in "University of Lindal at Orton"."""
        return 2 if self.sheet.lower[start : start + 2] == ["university", "of"] and self.is_name(i + 1, end) else 0

    def _on(self, start: int, i: int, end: int) -> int:
        """As in "Regional Panel on Climate Change"; a bare "Council on" where NER has one name."""
        if self.sheet.lower[i - 1] not in _ON_HEADS or not self.is_name(i + 1, end):
            return 0
        return 2 if i - start > 1 or self.marks.same_ent(i - 1, i + 1) else 0

    def _of(self, start: int, i: int, end: int) -> int:
        sheet = self.sheet
        skip = 2 if i + 1 < end and sheet.lower[i + 1] in ("the", "new") and not self.namey[i + 1] else 1
        target = i + skip
        if target >= end:
            return 0
        if self.marks.key(start, target + 1) in self.marks.known or sheet.lower[i - 2 : i + 1] == COMMISSIONER:
            return skip + 1
        heads = self.lexicon["of_heads"] if sheet.lower[i] == "of" else self.lexicon["for_heads"]
        if not self.namey[target]:
            field = sheet.text[target][0].isupper() and sheet.lower[i - 1] in ("ministry", "department", "bureau")
            return skip + 1 if field else 0
        known = self.marks.known.get(self.marks.key(start, i))
        if self._heads_people(start, i, heads) or (known and self._is_apart(known, i, target)):
            return 0
        if (
            i - start == 1
            and sheet.lower[i] == "of"
            and sheet.lower[i - 1].endswith("s")
            and self._whole_company(i, target)
        ):
            return skip + 1
        if i - start > 1 and sheet.lower[i] == "of" and self._is_branch(target, end):
            return skip + 1
        joins = (
            sheet.lower[i - 1] in heads or (sheet.lower[i - 1 : i + 1] == ["city", "for"] and self.is_field(target))
        ) or (self.marks.same_ent(i - 1, target) and (i - start > 1 or known is not None))
        return skip + 1 if joins else 0

    def _is_branch(self, target: int, end: int) -> bool:
        """The "Kenya, Inc." of "Orbico Works of Kenya, Inc.", the "New York LLC" of "Orbico Works of New York LLC"."""
        lower, forms = self.sheet.lower, self.lexicon["company_forms"]
        for stop in (target + 1, target + 2):
            form = stop + 1 if lower[stop : stop + 1] == [","] else stop
            if form < end and lower[form] in forms and self.sheet.text[form][0].isupper():
                return self.marks.key(target, stop) in self.marks.places.country_of
        return False

    def _heads_people(self, start: int, i: int, heads: frozenset[str]) -> bool:
        """As in "the Energy Ministers of", "Board of Directors of": what follows is their body, another name."""
        before = self.sheet.lower[i - 1]
        titled = set(self.sheet.lower[start:i]) & _TITLED and before not in heads - {"general"}
        directors = self.sheet.lower[i - 3 : i] == ["board", "of", "directors"]
        return before in _OFFICERS or bool(titled) or directors or self._is_board(start, i)

    def _is_apart(self, known: Known, i: int, target: int) -> bool:
        """As in "Orbico of Sweden", "Orbico for Brandt": a company or a person is a whole name by itself."""
        if known.type not in (EntityType.COMPANY, EntityType.PERSON):
            return False
        keys = (fold(self.sheet.text[target]), self.marks.key(target, target + 2))
        place = any(key in self.marks.places.country_of for key in keys)
        return place or self.sheet.lower[i] == "for" or not self.marks.same_ent(i - 1, target)

    def _whole_company(self, i: int, target: int) -> bool:
        """As in "Schools of Tomorrow Company", all of it one organization for NER."""
        span = self.sheet.ent_span.get(target)
        if not span or not self.marks.same_ent(i - 1, target) or self.sheet.ent[target] != "ORG":
            return False
        return self.sheet.lower[span[1] - 1] in self.lexicon["company_suffixes"]

    def _is_board(self, start: int, i: int) -> bool:
        """As in "Management Board of Orbico", whose members lead Orbico."""
        lower = self.sheet.lower
        return i - start == 2 and lower[i - 1] == "board" and lower[start] in BOARD_KINDS
