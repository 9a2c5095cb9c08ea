"""Where proper names stand, and what their own words show.

spaCy's NER is one witness among others: its spans mend runs of capitals, its labels are left to `entity_types`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.en.boilerplate import Layout
from kg.extract.en.candidate import Candidate
from kg.extract.en.cuts import Cuts
from kg.extract.en.dictionary import is_invented
from kg.extract.en.forms import PORTFOLIO_HEADS, Forms
from kg.extract.en.gazetteer import fold
from kg.extract.en.headline_names import HeadlineNames
from kg.extract.en.lexicon import singular, word_set
from kg.extract.en.ministries import Ministries
from kg.extract.en.runs import BOARD_KINDS, Runs
from kg.extract.en.sheet import Sheet
from kg.extract.en.text_marks import NAME_LABELS, NUMBERED_NAME, Marks, read_marks
from kg.model import EntityType as T

_GOVERNMENT_ADJECTIVES = word_set(
    """provincial municipal city state county federal central regional local district national people's prefectural
    town armed"""
)
_GOVERNMENT_TAILS = word_set(
    """government authorities council administration court police parliament legislature assembly commission
    municipality authority office officials bureau regulators regulator lawmakers ministry prosecutors cabinet
    army navy govt forces"""
)
_SIMPLE_GOVERNMENT = word_set(
    """government govt authorities officials administration regulators lawmakers municipality"""
)
_CABINETS = frozenset({"administration", "government"})
_PLACE_TAILS = word_set(
    """corridor province city district county state prefecture municipality region island peninsula"""
)
_COMPANY_TAILS = frozenset({"group", "corporation", "holdings", "corp", "consortium"})
_MODEL = re.compile(r"[A-Z]{1,3}-?\d{2,}[A-Z]?\d*")
"""The number of a model: "M109A5", "F-35"."""
_HUMPED = re.compile(r"(?!e[A-Z])[a-z]{1,5}[A-Z][a-z]+[A-Za-z]*")
"""A brand such as "pureLamp" or "iStream", not "eCommerce"."""
_FIELD_HEADS = word_set(
    """office ministry department bureau agency commission authority council directorate institute
    administration committee board inspectorate"""
)
_STRIPPED = word_set("the a an and of & - at in for on its our by mw gw kw mwe mwth kv")
_TRAILING = word_set("'s of and for the de no no. democratic republican")
_LETTERS = word_set("MP MPs MLA MLC MEP SAN QC KC OBE CBE MBE PhD psc MFR OFR GCON CFR mni JP OON CON")
"""What stands behind a person's name: seats, ranks and honours."""
_LOWER_FORMS = frozenset({"kft", "doo", "d.o.o.", "d.o.o", "sro", "s.r.o.", "a.s.", "zrt", "nyrt", "ood", "oü", "uab"})
"""Legal forms that are often written without a capital."""
_NO_NAME_LABELS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "LAW"})
_SEATED = frozenset({"based", "headquartered", "listed"})
_OF_POLICE = ("general", "commissioner", "superintendent", "chief", "head")
_ROUTES = frozenset({"corridor", "highway", "expressway", "motorway"})
_ROUTE_CODE = re.compile(r"^[A-Z]\d{1,3}$")
_INSTANCES = word_set("appeals appeal high supreme constitutional arbitration criminal antitrust foreign")
_PORTFOLIO_TAILS = frozenset({"ministry", "court"})
_OFFICE_LETTERS = {"DA": "attorney", "AG": "attorney"}


def find_names(sheet: Sheet, layout: Layout) -> list[Candidate]:
    """All proper names outside of skipped text, in order, without overlap."""
    marks = read_marks(sheet, layout)
    finder, headlines = _Finder(marks), HeadlineNames(marks)
    found: list[Candidate] = []
    for number, (start, end) in enumerate(sheet.lines):
        if number not in layout.title_case:
            found.extend(finder.line(start, end))
    seen = {c.name for c in found}
    for number in sorted(layout.title_case):
        found.extend(headlines.line(*sheet.lines[number], seen))
    return sorted(found, key=lambda c: c.start)


class _Finder:
    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.sheet = marks.sheet
        self.lexicon = marks.lexicon
        self.known = marks.known
        self.places = marks.places
        self.namey = marks.namey
        self.runs = Runs(marks)
        self.cuts = Cuts(marks)
        self.forms = Forms(marks)
        self.ministries = Ministries(marks, self.runs, self.forms)
        lex = self.lexicon
        self.fields = lex["title_prefixes"] | lex["and_words"]
        self.nouns = frozenset[str]().union(
            *(
                lex[n]
                for n in (
                    "government_heads",
                    "organization_heads",
                    "facility_heads_named",
                    "event_heads",
                    "place_heads",
                    "company_suffixes",
                    "titles",
                    "title_prefixes",
                    "and_words",
                    "facility_nouns",
                    "company_nouns",
                    "person_nouns",
                    "place_nouns",
                )
            )
        )

    def line(self, start: int, end: int) -> Iterator[Candidate]:
        """Names of one line of ordinary text."""
        i = start
        while i < end:
            office = self.ministries.of_state_end(i, end)
            if office:
                i = office
                holder = self._holder(i, end)
                if holder:
                    yield holder
                    i = holder.end
                continue
            lower = self.ministries.in_lower_case(i, end) or self.ministries.of_minister(i, end)
            lower = lower or self._seat(i) or self._force(i)
            if lower:
                yield lower
                i = lower.end
            elif self.namey[i]:
                stop = self._before_minister(i, self.runs.end(i, end))
                for first, last, person in self.cuts.pieces(i, stop):
                    found = self._candidate(first, last, end if last == stop else last, person)
                    if found:
                        yield found
                        stop = max(stop, found.end)
                i = stop
            else:
                i += 1

    def _holder(self, i: int, end: int) -> Candidate | None:
        """Who holds the office that ends at a token ("Minister of State for Energy | Temba Oduya")."""
        return self._candidate(i, self.runs.end(i, end), end, True) if i < end and self.namey[i] else None

    def _before_minister(self, start: int, stop: int) -> int:
        """Where a run is cut so that the ministry is read by itself: "Saudi | Minister of Transport"."""
        lower = self.sheet.lower
        offices = (
            i for i in range(start + 1, stop) if lower[i] == "minister" and lower[i + 1 : i + 2] in (["of"], ["for"])
        )
        return next((i for i in offices if PORTFOLIO_HEADS.isdisjoint(lower[i + 2 : i + 4])), stop)

    def _seat(self, i: int) -> Candidate | None:
        """The place in "D.C.-based" where that is one token."""
        place, dash, verb = self.sheet.text[i].rpartition("-")
        if not dash or verb not in _SEATED or self.marks.skip[i] or fold(place) not in self.places.country_of:
            return None
        return Candidate(i, i + 1, place, None, "gazetteer")

    def _force(self, i: int) -> Candidate | None:
        """The police of "Inspector-General of Police"."""
        before = self.sheet.lower[max(0, i - 2) : i]
        if self.sheet.text[i] != "Police" or before[-1:] != ["of"] or not before[0].endswith(_OF_POLICE):
            return None
        return None if self.marks.skip[i] else Candidate(i, i + 1, "Police", T.GOVERNMENT, "pattern")

    # --- one piece -------------------------------------------------------------------------------------------------

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        sheet = self.sheet
        while start < end and sheet.lower[start] in _STRIPPED:
            if sheet.lower[start] == "the" and self.marks.key(start, end) in self.known:
                break
            start += 1
        if end - start > 1 and sheet.lower[start] == "new" and self._is_listed_acronym(start + 1, end):
            start += 1
        while end > start and (sheet.text[end - 1] in ",-&+'’" or sheet.lower[end - 1] in _TRAILING):
            if sheet.lower[end - 1] == "'s" and self.runs.known_with(start, end):
                break
            end -= 1
        return start, end

    def _is_listed_acronym(self, start: int, end: int) -> bool:
        """The "EU" of "New EU rules"."""
        key = self.marks.key(start, end)
        return (
            end - start == 1
            and self.sheet.text[start].isupper()
            and (key in self.known or key in self.places.countries)
        )

    def _candidate(self, start: int, end: int, line_end: int, person: bool) -> Candidate | None:
        start, end = self._trim(start, end)
        if start >= end:
            return None
        sheet = self.sheet
        if start > 0 and sheet.lower[end - 1] in _ROUTES and _ROUTE_CODE.match(sheet.text[start - 1]):
            start -= 1
        last = self._before_letters(start, end)
        name = sheet.words(start, last)
        key = fold(name)
        if person and key not in self.places.country_of:
            return Candidate(start, end, name, T.PERSON, "pattern", titled=True)
        if end < line_end and sheet.text[end] in _LOWER_FORMS:
            return Candidate(start, end + 1, sheet.words(start, end + 1), T.COMPANY, "pattern")
        if end == line_end or not (sheet.text[end].islower() and sheet.space[end - 1]):
            extended = None
        else:
            extended = self._government_tail(start, end, line_end, key) or self._common_tail(start, end, line_end, key)
        if extended:
            return extended
        if not self._is_entity(start, end, key):
            return None
        if key in self.known:
            return Candidate(start, end, name, None, "gazetteer")
        listed = key in self.places.countries or key in self.places.regions
        ner = sheet.ent[start] in NAME_LABELS or sheet.ent[end - 1] in NAME_LABELS
        source = "gazetteer" if listed else "ner" if ner else "pattern"
        form = T.PERSON if last < end else self.forms.of(start, end)
        return Candidate(start, end, name, form, source, self._government_base(start, end))

    def _before_letters(self, start: int, end: int) -> int:
        """Where the letters behind a person's name begin: "Jane Doe | MP"."""
        text = self.sheet.text
        while end - start > 2 and text[end - 1] in _LETTERS:
            end -= 1
        return end

    def _government_tail(self, start: int, end: int, line_end: int, key: str) -> Candidate | None:
        """As in "Hebei provincial government", "Hajdu-Bihar county government office", "Chinese regulators"."""
        sheet = self.sheet
        stop = end
        while stop < line_end and sheet.lower[stop] in _GOVERNMENT_ADJECTIVES and stop - end < 3:
            stop += 1
        stop = self._portfolio_tail(stop, line_end, key) or self._field_tail(stop, line_end) or stop
        if (
            stop >= line_end
            or sheet.lower[stop] not in _GOVERNMENT_TAILS
            or sheet.pos[stop] not in ("NOUN", "PROPN", "ADJ")
        ):
            return None
        placelike = (
            key in self.places.country_of or key in self.places.demonyms or sheet.ent[start] in ("GPE", "LOC", "NORP")
        )
        if stop == end and (not placelike or sheet.lower[stop] == "office"):
            return None
        if (sheet.lower[stop] == "forces") != (sheet.lower[stop - 1] == "armed"):
            return None
        if sheet.lower[stop] in ("regulator", "authority") and stop + 1 < line_end and self.namey[stop + 1]:
            return None  # "the Dubai regulator VARA" is VARA
        simple = sheet.lower[stop] in _SIMPLE_GOVERNMENT
        if stop + 1 < line_end and sheet.lower[stop + 1] in ("office", "agency") and sheet.dep[stop] == "compound":
            stop, simple = stop + 1, False
        base = sheet.words(start, end) if simple else None
        return Candidate(start, stop + 1, sheet.words(start, stop + 1), T.GOVERNMENT, "pattern", base)

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

    def _common_tail(self, start: int, end: int, line_end: int, key: str) -> Candidate | None:
        """As in "Pingshan district", "G60 corridor", "Adani group"."""
        sheet, tail = self.sheet, self.sheet.lower[end]
        if self._compound(end, line_end) or key in self.places.demonyms:
            return None
        if tail in _PLACE_TAILS and self._describes_next(end, line_end):
            return None
        if tail in _PLACE_TAILS and key not in self.known:
            body = end + 1 < line_end and sheet.lower[end + 1] in _GOVERNMENT_TAILS
            return None if body else Candidate(start, end + 1, sheet.words(start, end + 1), T.PLACE, "pattern")
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
        return i + 1 < line_end and self.sheet.pos[i + 1] in ("NOUN", "PROPN") and self.sheet.dep[i] == "compound"

    def _government_base(self, start: int, end: int) -> str | None:
        """Place named by a capitalized government ("Chongqing Municipal Government" → "Chongqing")."""
        sheet = self.sheet
        if sheet.lower[end - 1] not in ("government", "authorities", "administration"):
            return None
        stop = end - 1
        while stop > start and (
            sheet.lower[stop - 1] in _GOVERNMENT_ADJECTIVES or sheet.lower[stop - 1] in ("people", "'s")
        ):
            stop -= 1
        return sheet.words(start, stop) if stop > start else None

    def _is_entity(self, start: int, end: int, key: str) -> bool:
        if key in self.lexicon["no_entity_alone"]:
            return False
        if key in self.known or key in self.places.country_of or key in self.places.demonyms:
            return True
        sheet, lex = self.sheet, self.lexicon
        words = sheet.lower[start:end]
        if words == ["board", "of", "directors"] or (words[-1] == "board" and BOARD_KINDS.issuperset(words[:-1])):
            return False
        if len(words) == 1:
            return self._is_single(start, sheet.text[start], words[0])
        if words[-1] in lex["no_entity_heads"] and not self._may_end_so(start, words):
            return False
        if sheet.ent[start] in ("ORG", "PERSON") and self.marks.same_ent(start, end - 1):
            return True
        return not all(w in lex["no_entity"] or w in lex["title_prefixes"] or w in lex["titles"] for w in words)

    def _may_end_so(self, start: int, words: list[str]) -> bool:
        """As in "Vision 2030 Group Report" by NER, "Office for Nuclear Regulation" by its head."""
        link = next((k for k, word in enumerate(words) if word in ("of", "for")), 0)
        if link and words[link - 1] in _FIELD_HEADS:
            return True
        return words[-1] in self.lexicon["no_entity_heads_soft"] and self.sheet.ent[start] == "ORG"

    def _is_single(self, i: int, word: str, lower: str) -> bool:
        """Whether one unknown capitalized word may be a name."""
        sheet, lex = self.sheet, self.lexicon
        if lower in lex["nouns_that_name"]:
            return word in self.marks.inside and word[0].isupper()
        if self._is_ordinary(word, lower):
            return False
        if word in self.marks.brands or _HUMPED.fullmatch(word):
            return True
        if self._is_counted(i, word, lower) or _OFFICE_LETTERS.get(word, "") in sheet.lower:
            return False
        if not any(c.isalpha() for c in word):
            return False
        if len(word.rstrip(".")) < 2:
            return self._is_letter_name(i, word)
        if word[0].isdigit() and sheet.ent[i] not in ("ORG", "PRODUCT") and not NUMBERED_NAME.match(word):
            return False
        span = sheet.ent_span.get(i)
        if span and sheet.ent[i] in _NO_NAME_LABELS and span[1] - span[0] > 1:
            return False
        return (
            sheet.tag[i] in ("NNP", "NNPS")
            or sheet.ent[i] in NAME_LABELS
            or sheet.pos[i] == "PROPN"
            or (sheet.dep[i] == "nsubjpass" and sheet.tag[i] == "NN" and not sheet.children[i])
            or (sheet.dep[i] in ("nsubj", "nsubjpass") and sheet.tag[i] == "NNS" and word in self.marks.inside)
            or (word.isupper() and len(word) > 2)
            or (word.istitle() and is_invented(word, sheet.doc.vocab))
        )

    def _is_ordinary(self, word: str, lower: str) -> bool:
        """A noun, the number of a model, or a word that the article writes without a capital too."""
        lex = self.lexicon
        listed = lower in lex["no_entity"] or lower in lex["no_entity_heads"] or _MODEL.fullmatch(word)
        return bool(
            listed
            or lower in self.nouns
            or singular(lower) in self.nouns
            or lower in self.marks.ordinary - self.marks.brands
        )

    def _is_counted(self, i: int, word: str, lower: str) -> bool:
        """As in "55 Lorries", "Kenyans", "Ports": several of a kind."""
        sheet = self.sheet
        plural = sheet.tag[i] in ("NNS", "NNPS")
        if plural and any(sheet.dep[c] == "nummod" for c in sheet.children[i]):
            return True
        people = word.endswith("s") and fold(word[:-1]) in self.places.demonyms
        return people or (plural and word.endswith("s") and lower[:-1] in self.nouns)

    def _is_letter_name(self, i: int, word: str) -> bool:
        """As in "X" as a party: a subject, object or owner that the article names again and again."""
        role = self.sheet.dep[i] in ("nsubj", "nsubjpass", "pobj", "dobj", "poss")
        return role and word == "X" and self.sheet.text.count(word) > 2
