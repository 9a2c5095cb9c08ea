"""Where proper names stand, and what their own words show.

spaCy's NER is one witness among others: its spans mend runs of capitals, its labels are left to `entity_types`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.en.boilerplate import Layout
from kg.extract.en.candidate import Candidate
from kg.extract.en.cuts import Cuts
from kg.extract.en.forms import PORTFOLIO_HEADS, Forms
from kg.extract.en.gazetteer import fold
from kg.extract.en.headline_names import HeadlineNames
from kg.extract.en.lexicon import word_set
from kg.extract.en.ministries import COURTESY, Ministries
from kg.extract.en.money import currency_codes
from kg.extract.en.name_tails import GOVERNMENT_ADJECTIVES, Tails
from kg.extract.en.names import DOTTED_FORMS
from kg.extract.en.runs import BOARD_KINDS, Runs
from kg.extract.en.sheet import Sheet
from kg.extract.en.single_words import SingleWords
from kg.extract.en.text_marks import NAME_LABELS, Marks, read_marks
from kg.extract.rules import word_group
from kg.model import EntityType as T

_GENERALS = frozenset({"attorney", "auditor", "accountant", "solicitor", "surveyor"})
"""As in "Attorney-General of the Federation", an office."""
_FIELD_HEADS = word_set(
    """office ministry department bureau agency commission authority council directorate institute
    administration committee board inspectorate"""
)
_STRIPPED = word_set("rival messrs messrs. the a an and of & - at in for on its our by mw gw kw mwe mwth kv")
_TRAILING = word_set("'s of and for the de no no. democratic republican")
_LETTERS = word_set("MP MPs MLA MLC MEP SAN QC KC OBE CBE MBE PhD psc MFR OFR GCON CFR mni JP OON CON")
"""What stands behind a person's name: seats, ranks and honours."""
_RANKS_OF_DATUK = frozenset({"seri", "sri", "amar", "wira", "patinggi"})
"""What stands behind a Malay title: "Datuk Seri Jamal Idris"."""
_MALAY_TITLES = frozenset({"tan sri", "datuk seri", "dato seri", "dato sri", "datuk", "seri", "sri"})
_NO_NAME_POS = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PRON", "AUX", "PART", "ADV"})
_LOWER_FORMS = frozenset(DOTTED_FORMS) | word_set("kft doo d.o.o. sro s.r.o. a.s. zrt nyrt ood oü uab")
"""Legal forms that are often written without a capital."""
_SEATED = frozenset({"based", "headquartered", "listed"})
_OFFICERS = (
    "attorney general",
    "district attorney",
    "state attorney",
    "governor",
    "prosecutor",
    "treasurer",
    "sheriff",
)
_OF_POLICE = ("general", "commissioner", "superintendent", "chief", "head")
_HEADS_OF_FIELDS = frozenset({"head", "director", "manager", "officer", "chief", "secretary"})
_PREFIXED = 3
"""Tokens of "Pan-African"."""
_OF_CABINETS = word_set("secretary secretaries minister ministers member members")
_BEFORE_PLACES = word_set("in of the from to and near")
_ROUTES = frozenset({"corridor", "highway", "expressway", "motorway"})
_MODEL = re.compile(r"^[A-Z]{1,3}-\d{1,3}[A-Z]?$")
"""What a maker calls a product, which may have a name besides: "V-22 Osprey"."""
_ROUTE_CODE = re.compile(r"^[A-Z]\d{1,3}$")


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
        self.singles = SingleWords(marks)
        self.tails = Tails(marks, self.singles.nouns, self.ministries)
        openers = self.ministries.openers
        words = zip(self.namey, self.sheet.text, self.sheet.lower, strict=True)
        self.plain = [
            not namey and lower not in openers and text != "Police" and "-" not in text for namey, text, lower in words
        ]
        """Of each token, whether it is as most: no part of a name, and nothing that a body's name may begin with."""

    def line(self, start: int, end: int) -> Iterator[Candidate]:
        """Names of one line of ordinary text."""
        i = start
        while i < end:
            if self.plain[i]:
                i += 1
                continue
            office = self.ministries.of_state_end(i, end)
            if office:
                i = office
                holder = self._holder(i, end)
                if holder:
                    yield holder
                    i = holder.end
                continue
            lower = self.ministries.in_lower_case(i, end) or self.ministries.of_minister(i, end)
            lower = lower or self.ministries.before_minister(i, end) or self._seat(i) or self._force(i)
            if lower:
                yield lower
                i = lower.end
                holder = self._holder(i, end) if self._is_held(lower, end) else None
                if holder:
                    yield holder
                    i = holder.end
            elif self.namey[i]:
                stop = self.runs.end(i, end)
                prosecution = self._prosecution(i, stop) or self._attorney(i, stop, end)
                if prosecution:
                    yield prosecution
                    i = prosecution.end
                    holder = self._holder(i, end) if i < stop else None
                    if holder:
                        yield holder
                        i = holder.end
                    continue
                stop = self._before_minister(i, stop)
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

    def _is_held(self, body: Candidate, end: int) -> bool:
        """Whether two capitals or more follow "Minister of Transport" right away: who holds the office."""
        i, sheet = body.end, self.sheet
        minister = sheet.lower[body.start] in ("minister", "secretary") or sheet.lower[body.end - 1] == "minister"
        if not minister or i >= end or not self.namey[i] or sheet.sent[i - 1] != sheet.sent[i]:
            return False
        known = self.marks.key(i, i + 1) in self.places.country_of
        known = known or sheet.lower[i] in self.ministries.fields | COURTESY | self.lexicon["titles"]
        return not known and self.runs.end(i, end) - i > 1

    def _before_minister(self, start: int, stop: int) -> int:
        """Where a run is cut so that the ministry is read by itself: "Saudi | Minister of Transport"."""
        lower = self.sheet.lower
        offices = (
            i
            for i in range(start + 1, stop)
            if (lower[i] == "minister" or self.ministries.is_parliamentary(i))
            and lower[i + 1 : i + 2] in (["of"], ["for"])
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

    def _prosecution(self, i: int, stop: int) -> Candidate | None:
        """As in "Ohio Attorney General's office": a body, whose head has no name here."""
        lower = self.sheet.lower
        if lower[stop : stop + 2] != ["'s", "office"]:
            return None
        officer = next((n for n in (2, 1) if " ".join(lower[max(i, stop - n) : stop]) in _OFFICERS), 0)
        if not officer or stop - i <= officer:
            return None
        if self.marks.key(i, stop - officer) not in self.places.country_of:
            return None
        return Candidate(i, stop + 2, self.sheet.words(i, stop + 2), T.GOVERNMENT, "pattern")

    def _attorney(self, i: int, stop: int, end: int) -> Candidate | None:
        """As in "Lindby County District Attorney Jane Doe": whose office has the same name."""
        lower, text = self.sheet.lower, self.sheet.text
        j = next((j for j in range(i + 1, stop - 1) if lower[j : j + 2] == ["district", "attorney"]), 0)
        if not j or not (j + 2 < stop or (j + 2 < end and text[j + 2] in (",", "("))) or lower[j + 2] in ("'s", "’s"):
            return None
        if self.marks.key(i, j) not in self.places.country_of and lower[j - 1] != "county":
            return None
        return Candidate(i, j + 2, self.sheet.words(i, j + 2), T.GOVERNMENT, "pattern")

    # --- one piece -------------------------------------------------------------------------------------------------

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        sheet = self.sheet
        while start < end and sheet.lower[start] in _STRIPPED:
            if sheet.lower[start] == "the" and self.marks.key(start, end) in self.known:
                break
            if sheet.text[start] == "An" and sheet.lower[start - 1] in _BEFORE_PLACES:
                break  # "in An Giang"
            start += 1
        if end - start > 1 and sheet.lower[start] == "new" and self._is_listed_acronym(start + 1, end):
            start += 1
        while end > start and (sheet.text[end - 1] in ",-&+'’" or sheet.lower[end - 1] in _TRAILING):
            if sheet.lower[end - 1] == "'s" and (self.runs.known_with(start, end) or self.runs.owns_nothing(end - 1)):
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
        if end - start > 3 and sheet.lower[start : start + 2] == ["tan", "sri"]:
            start, person = start + 2, True
        if start > 0 and sheet.lower[end - 1] in _ROUTES and _ROUTE_CODE.match(sheet.text[start - 1]):
            start -= 1
        last = self._before_letters(start, end)
        name = sheet.words(start, last)
        key = fold(name)
        if key in _MALAY_TITLES:
            return None
        if person and key not in self.places.country_of:
            return self._person(start, last, end) if key not in self.lexicon["no_entity_alone"] else None
        if self._is_currency(start, end, line_end):
            return None
        start = self._behind_forms(start, end)
        name = sheet.words(start, last)
        if end < line_end and sheet.text[end] in _LOWER_FORMS:
            end += 1
            dotted = end < line_end and sheet.text[end] == "." and not sheet.space[end - 1]
            end += dotted and sheet.text[end - 1] in DOTTED_FORMS
            return Candidate(start, end, sheet.words(start, end), T.COMPANY, "pattern")
        extended = self.tails.magistrates(start, end)
        if extended is None and end < line_end and sheet.text[end].islower() and sheet.space[end - 1]:
            extended = self.tails.government(start, end, line_end, key) or self.tails.common(start, end, line_end, key)
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

    def _person(self, start: int, last: int, end: int) -> Candidate:
        """Somebody behind a title, without the ranks of a Malay one."""
        if end - start > 2 and self.sheet.lower[start] in _RANKS_OF_DATUK:
            start += 1
        return Candidate(start, end, self.sheet.words(start, last), T.PERSON, "pattern", titled=True)

    def _is_currency(self, start: int, end: int, line_end: int) -> bool:
        """The "CAD" of "CAD 138 million"."""
        code = end - start == 1 and end < line_end and self.sheet.text[end][0].isdigit()
        return code and self.sheet.text[start] in currency_codes()

    def _behind_forms(self, start: int, end: int) -> int:
        """Where a name begins whose only capitals are its legal form: at the "acl" of "acl Pty Ltd"."""
        forms = self.lexicon["company_forms"]
        if start == 0 or not forms.issuperset(self.sheet.lower[start:end]) or self.sheet.pos[start - 1] in _NO_NAME_POS:
            return start
        before = self.sheet.text[start - 1]
        joined = before.isalpha() and before.islower() and self.sheet.sent[start - 1] == self.sheet.sent[start]
        return start - 1 if joined and not self.marks.skip[start - 1] else start

    def _before_letters(self, start: int, end: int) -> int:
        """Where the letters behind a person's name begin: "Jane Doe | MP"."""
        text = self.sheet.text
        while end - start > 2 and text[end - 1] in _LETTERS:
            end -= 1
        return end

    def _government_base(self, start: int, end: int) -> str | None:
        """Place named by a capitalized government ("Chongqing Municipal Government" → "Chongqing")."""
        sheet = self.sheet
        if sheet.lower[end - 1] not in ("government", "authorities", "administration"):
            return None
        stop = end - 1
        while stop > start and (
            sheet.lower[stop - 1] in GOVERNMENT_ADJECTIVES or sheet.lower[stop - 1] in ("people", "'s")
        ):
            stop -= 1
        return sheet.words(start, stop) if stop > start else None

    def _is_entity(self, start: int, end: int, key: str) -> bool:
        if key in self.lexicon["no_entity_alone"] or (
            key == "cabinet" and _OF_CABINETS.intersection(self.sheet.lower[end : end + 1])
        ):
            return False
        if key in self.known or key in self.places.country_of or key in self.places.demonyms:
            return True
        sheet, lex = self.sheet, self.lexicon
        words = sheet.lower[start:end]
        if len(words) > 1 and self._is_function(words, end):
            return False
        if self._is_office_field(start, words) or self._is_continental(start, end):
            return False
        if words[-1] == "staff" and self._behind_chief(start):
            return False
        if words[0] in _GENERALS and words[-2:] == ["the", "federation"]:
            return False
        if (words[:2] == ["board", "of"] and words[-1] in ("directors", "trustees") and len(words) < 5) or (
            words[-1] == "board" and BOARD_KINDS.issuperset(words[:-1])
        ):
            return False
        if start > 0 and _MODEL.match(sheet.text[start - 1]) and sheet.sent[start - 1] == sheet.sent[start]:
            return False
        if len(words) == 1:
            return self.singles.may_name(start, sheet.text[start], words[0])
        if words[-1] in lex["no_entity_heads"] and not self._may_end_so(start, words):
            return False
        if sheet.ent[start] in ("ORG", "PERSON") and self.marks.same_ent(start, end - 1):
            return True
        return not all(w in lex["no_entity"] or w in lex["title_prefixes"] or w in lex["titles"] for w in words)

    def _behind_chief(self, i: int) -> bool:
        """The "Army Staff" of "Chief of Army Staff", which is an office."""
        before = [word for word in self.sheet.lower[max(0, i - 3) : i] if word != "the"]
        return before[-2:] == ["chief", "of"]

    def _is_function(self, words: list[str], end: int) -> bool:
        """As in "Vice President of Global Sales", "Retail Banking": what a department does, if no minister's field."""
        if words[-1] not in self.lexicon["business_functions"]:
            return False
        if self.sheet.lower[end : end + 1] in (["minister"], ["secretary"], ["commissioner"], ["ministry"]):
            return False
        return self.lexicon["function_words"].issuperset(words[:-1])

    def _is_office_field(self, start: int, words: list[str]) -> bool:
        """The "Press" and "Public Relations" of "Head, Press and Public Relations", which are no parties."""
        lower, functions = self.sheet.lower, word_group("en/titles.yaml", "functions")
        named = words[: words.index("of")] if "of" in words else words
        if not functions.issuperset(named):
            return False
        i = start - 1
        while i > 1 and (lower[i] in functions or lower[i] in ("and", "&")):
            i -= 1
        return lower[i] == "," and i > 0 and lower[i - 1] in _HEADS_OF_FIELDS

    def _is_continental(self, start: int, end: int) -> bool:
        """As in "a Pan-African bank": where it is from."""
        sheet = self.sheet
        prefixed = sheet.lower[start] == "pan" and end - start == _PREFIXED and sheet.text[start + 1] == "-"
        return prefixed and sheet.text[end : end + 1] != [] and sheet.text[end].islower()

    def _may_end_so(self, start: int, words: list[str]) -> bool:
        """As in "Vision 2030 Group Report" by NER, "Office for Nuclear Regulation" by its head."""
        if words[-2:] in (["pension", "plan"], ["retirement", "system"]):
            return True
        link = next((k for k, word in enumerate(words) if word in ("of", "for", "on")), 0)
        if link and words[link - 1] in _FIELD_HEADS:
            return True
        return words[-1] in self.lexicon["no_entity_heads_soft"] and self.sheet.ent[start] == "ORG"
