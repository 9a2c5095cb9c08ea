"""Names that begin in lower case or with an office: "state of Bahia", "finance ministry", "Minister of Transport"."""

from __future__ import annotations

from kg.extract.en.candidate import Candidate
from kg.extract.en.dictionary import is_invented
from kg.extract.en.forms import LEADING_HEADS, PORTFOLIO_HEADS, Forms
from kg.extract.en.gazetteer import first_names, fold
from kg.extract.en.lexicon import portfolio_words, word_set
from kg.extract.en.persons import starts_person
from kg.extract.en.runs import Runs
from kg.extract.en.text_marks import Marks
from kg.model import EntityType as T

_INDIVIDUAL = word_set("district county town village region island")
_FIELD_ACRONYMS = frozenset({"ICT", "IT"})
_NO_PORTFOLIO = word_set("state former first second new then ex senior general executive managing lead and")
_RANKS = word_set(
    "prime deputy vice chief acting union cabinet interim crown opposition assistant associate house party"
)
"""Words before a minister that tell his rank, not his field."""
_OPENERS = word_set("international human national natural")
"""Words with which a field may begin that are none by themselves."""
_PRIVATE = word_set("privatisation privatization")
"""What a minister is in charge of and hardly ever a ministry's own name begins with."""
_HONORIFICS = frozenset({"honourable", "honorable", "hon", "hon.", "senator"})
_PORTFOLIOS = frozenset({"ministry", "department", "minister"})
_HEADS_OF_GOVERNMENT = frozenset({"prime", "chief", "first"})
COURTESY = word_set(
    """mr mr. mrs mrs. ms ms. dr dr. sir prof prof. professor eng eng. engr engr. hon hon. honourable honorable senator
    sen. alhaji hajiya barrister gen gen. h.e. datuk dato sheikh shri smt smt. lord lady"""
)
_OFFICES_NEXT = word_set("member chairman chairwoman chairperson ceo president chief governor")
_COMPANY_FUNCTIONS = word_set("legal marketing commercial product revenue operating technology information")


class Ministries:
    """Finds places named by their kind, and ministries by their field."""

    def __init__(self, marks: Marks, runs: Runs, forms: Forms) -> None:
        self.marks = marks
        self.sheet = marks.sheet
        self.known = marks.known
        self.places = marks.places
        self.namey = marks.namey
        self.runs = runs
        self.forms = forms
        self.fields = portfolio_words()
        self.openings = self.fields | _OPENERS
        self.openers = self.fields | LEADING_HEADS | _PORTFOLIOS | _OPENERS
        """All words with which a name that is found here begins."""

    def in_lower_case(self, i: int, end: int) -> Candidate | None:
        """As in "state of Bahia", "port of Colombo", "ministry of communications", "finance ministry"."""
        sheet = self.sheet
        if (
            self.marks.skip[i]
            or self.namey[i]
            or sheet.pos[i] not in ("NOUN", "PROPN", "ADJ")
            or not (sheet.text[i].islower() or sheet.text[i] in _FIELD_ACRONYMS)
        ):
            return None
        lower = sheet.lower[i]
        if i + 2 < end and sheet.lower[i + 1] in ("of", "for"):
            if lower in LEADING_HEADS and self.namey[i + 2]:
                return self._leading_place(i, end)
            if lower in _PORTFOLIOS:
                return self._portfolio(i, end)
        if lower in self.fields and lower not in _NO_PORTFOLIO:
            return self._named_ministry(i, end)
        return None

    def of_minister(self, i: int, end: int) -> Candidate | None:
        """As in "Minister of Information and Communications Technology" names the ministry."""
        sheet = self.sheet
        if (
            not sheet.text[i][0].isupper()
            or not (sheet.lower[i] == "minister" or self.is_parliamentary(i))
            or i + 2 >= end
            or sheet.lower[i + 1] not in ("of", "for")
            or (i > 0 and sheet.lower[i - 1] in _HEADS_OF_GOVERNMENT)
            or sheet.lower[i + 2] == "state"
        ):
            return None
        return self._portfolio(i, end)

    def is_parliamentary(self, i: int) -> bool:
        """The "Secretary" of "Parliamentary Secretary for Trade", a junior minister."""
        return self.sheet.lower[i] == "secretary" and i > 0 and self.sheet.lower[i - 1] == "parliamentary"

    def before_minister(self, i: int, end: int) -> Candidate | None:
        """As in "Trade and Industry Minister Jane Doe", who leads the ministry where the article names no country."""
        sheet, stop = self.sheet, i
        if (
            sheet.lower[i] not in self.openings
            or sheet.lower[i] in _NO_PORTFOLIO
            or sheet.lower[i] in _RANKS
            or self.marks.skip[i]
        ):
            return None
        while stop < end and (sheet.lower[stop] in self.openings or sheet.lower[stop] in ("and", "&", ",")):
            stop += 1
        if stop + 1 >= end or sheet.lower[stop] != "minister" or not self.namey[stop + 1]:
            return None
        last = stop - (stop - i > 1 and sheet.lower[stop - 1] == "state")  # Uganda's "Health State Minister"
        before = i - 1
        if before >= 0 and sheet.sent[before] == sheet.sent[i] and self._is_owner(before):
            return None
        field = sheet.lower[i:last]
        party = field[0] in ("labour", "labor") and field[1:2] not in ([], ["and"])
        if field == ["foreign"] or party or not _RANKS.isdisjoint(field):
            return None  # "foreign minister": his ministry has a longer name
        links = ("and", "&", ",")
        named = " ".join(w if w in links else w[0].upper() + w[1:] for w in sheet.words(i, last).split())
        return Candidate(i, stop + 1, f"Ministry of {named}", T.GOVERNMENT, "pattern")

    def _is_owner(self, i: int) -> bool:
        """Whether a word before a minister's field tells whose he is: "French", "Japan's", "Gujarat", "shadow"."""
        word = self.sheet.lower[i]
        key = fold(self.sheet.text[i])
        named = key in self.places.country_of or key in self.places.demonyms or self.namey[i]
        return named or word in ("'s", "’s", "shadow", "opposition", "state", "provincial", "and", "its", "their")

    def of_state_end(self, i: int, end: int) -> int:
        """Where the office ends in "Minister of State for Rural Affairs", which names no ministry; 0 elsewhere."""
        words = self.sheet.lower[i : i + 4]
        if words[:3] != ["minister", "of", "state"] or words[3:] not in (["for"], ["in"]):
            return 0
        return self.portfolio_end(i + 4, end)

    def _leading_place(self, i: int, end: int) -> Candidate | None:
        sheet = self.sheet
        stop = self.runs.end(i + 2, end)
        if self.forms.of(i + 2, stop) or self.marks.key(i + 2, stop) in self.known or not self._leads_place(i):
            return None
        kind = T.FACILITY if sheet.lower[i] == "port" else T.PLACE
        base = sheet.words(i + 2, stop) if kind is T.PLACE else None
        return Candidate(i, stop, sheet.words(i, stop), kind, "pattern", base)

    def _leads_place(self, i: int) -> bool:
        """Not "a district of Guangzhou" or "cloud region of Microsoft": there the noun is another thing's."""
        sheet = self.sheet
        before = i - 1
        if before >= 0 and sheet.lower[before] in ("a", "an", "another", "its", "this", "every", "no"):
            return False
        nation = before >= 0 and fold(sheet.text[before]) in self.places.countries
        if before >= 0 and sheet.head[before] == i and sheet.dep[before] in ("compound", "nummod") and not nation:
            return False
        return sheet.lower[i] not in _INDIVIDUAL or sheet.dep[i] not in ("appos", "attr")

    def _portfolio(self, i: int, end: int) -> Candidate | None:
        """As in "ministry of …"; a "minister of …" names the ministry too."""
        sheet = self.sheet
        stop = self.portfolio_end(i + 2, end)
        places = self.places.countries if sheet.lower[i] in ("minister", "secretary") else frozenset[str]()
        named = (self.marks.key(i + 2, k) for k in range(i + 3, min(stop, i + 7) + 1))
        if stop == i + 2 or self.marks.key(i + 2, stop) in self.places.country_of or any(k in places for k in named):
            return None
        name = sheet.words(i, stop)
        if sheet.lower[i] in ("minister", "secretary"):
            name = "M"[name[0].islower() :] + "m"[name[0].isupper() :] + "inistry" + name[len(sheet.text[i]) :]
        return Candidate(i, stop, name, T.GOVERNMENT, "pattern")

    def portfolio_end(self, i: int, end: int) -> int:
        """End of the nouns that name a ministry's field."""
        sheet, last, joint, j = self.sheet, i, i, i
        links = ("and", ",", "the", "&")
        while (
            j < end
            and (
                (sheet.lower[j] == "(" and sheet.text[j + 2 : j + 4] == [")", "and"])
                or (j > i + 1 and sheet.lower[j - 2] == "(" and sheet.text[j] == ")")
                or sheet.lower[j] in self.fields
                or sheet.lower[j] in links
                or sheet.lower[j] == "affairs"
                or self.namey[j]
            )
            and sheet.ent[j] != "PERSON"
            and not self._starts_person(j, end)
            and not (j > i and self._leaves_field(j, end))
        ):
            if sheet.lower[j] in _OFFICES_NEXT:  # "and Orbico Chairman": another office of the same person
                return joint
            if sheet.lower[j - 1] == "," and self._is_place(j, end):  # "Minister for Trade, Ontario"
                return last
            if sheet.lower[j] == "and":
                joint = last
            if sheet.lower[j] not in links:
                last = j + 1
            j += 1
        return last

    def _leaves_field(self, j: int, end: int) -> bool:
        """As in "Minister for Families, Senator …", "Minister for Trade, Lindby Province"."""
        lower = self.sheet.lower
        titled = lower[j] in self.marks.lexicon["titles"] or lower[j] in _HONORIFICS
        if titled and lower[j] not in self.fields and lower[j] not in _OFFICES_NEXT:
            return True
        if lower[j] != "," or j + 1 >= end or lower[j + 1] in self.fields | {"and", "the", "&"}:
            return False
        return not any(word in self.fields for word in lower[j + 1 : j + 3]) and not self._list_goes_on(j + 1, end)

    def _list_goes_on(self, j: int, end: int) -> bool:
        """Whether single capitalized words follow up to an "and"."""
        lower = self.sheet.lower
        for k in range(j, min(end, j + 8)):
            if lower[k] in ("and", "&"):
                return True
            if lower[k] != "," and not self.namey[k]:
                return False
        return False

    def _starts_person(self, j: int, end: int) -> bool:
        """As in "Minister of Digital Affairs Jan Kowalski", "Ministry of Aviation, Mr. …"."""
        sheet = self.sheet
        if sheet.lower[j] in self.fields or not self.namey[j]:
            return False
        if sheet.lower[j] in COURTESY:
            return True
        if sheet.ent[j + 1 : j + 2] == ["PERSON"] and is_invented(sheet.text[j], sheet.doc.vocab):
            return True
        following = j + 1
        while following < end - 1 and sheet.lower[following] in self.marks.lexicon["particles"] | {"-"}:
            following += 1
        if following >= end or not self.namey[following]:
            return False
        if following > j + 1:  # "Minister of Transport | Pieter de Wit"
            return sheet.lower[following] not in self.fields
        return fold(sheet.text[j]) in first_names() or starts_person(sheet, j, self.fields | _PRIVATE)

    def _is_place(self, j: int, end: int) -> bool:
        stop = self.runs.end(j, end)
        key = self.marks.key(j, stop)
        listed = self.sheet.lower[stop : stop + 1] == ["and"]  # "Minister of Business, Enterprise and Trade"
        return (key in self.places.country_of and not listed) or self.sheet.lower[stop - 1] in LEADING_HEADS

    def _named_ministry(self, i: int, end: int) -> Candidate | None:
        sheet = self.sheet
        stop = i
        if sheet.lower[i] in _COMPANY_FUNCTIONS and self._owned_by_company(i):
            return None
        while stop + 1 < end and (sheet.lower[stop + 1] in self.fields or sheet.lower[stop + 1] == "and"):
            stop += 1
        if stop + 1 < end and sheet.lower[stop + 1] in PORTFOLIO_HEADS and sheet.text[stop + 1].islower():
            return Candidate(i, stop + 2, sheet.words(i, stop + 2), T.GOVERNMENT, "pattern")
        return None

    def _owned_by_company(self, i: int) -> bool:
        """As in "Orbico's legal department", "its technology department": no public body."""
        sheet = self.sheet
        if i < 2 or sheet.lower[i - 1] != "'s":
            return i > 0 and sheet.tag[i - 1] == "PRP$"
        return fold(sheet.text[i - 2]) not in self.places.country_of
