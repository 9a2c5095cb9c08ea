"""Where a run of capitalized words falls into several names: at titles, at persons, behind demonyms."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.en.dictionary import is_invented
from kg.extract.en.field_lists import CHAMBERS
from kg.extract.en.gazetteer import first_names
from kg.extract.en.holders import OPENERS, Holders
from kg.extract.en.lexicon import portfolio_words, word_set
from kg.extract.en.persons import names_firm, person_behind_head, starts_person
from kg.extract.en.runs import COMMISSIONER
from kg.extract.en.text_marks import Marks
from kg.extract.rules import word_group
from kg.model import EntityType

_GENERAL = word_set(
    """administration motors electric dynamics assembly mills hospital office department directorate bureau
    authority atomics fusion services counsel"""
)
_RANKS = word_set(
    """executive senior vice deputy managing chief acting assistant associate rotating non-executive independent
    honorary special majority minority permanent under"""
)
CHARITIES = word_set("foundation humanitarian relief aid charity trust fund university academy award institute")
_CONTINENTS = frozenset({"africa", "asia", "europe", "emea", "apac", "asia pacific", "middle east", "latin america"})
_MEMBERS_OF = frozenset({"cabinet", "board", "council", "committee", "parliament"})
_GROUPS = word_set(
    "committee subcommittee commission council authority agency ministry department directorate association"
)
"""Words that no person's name has."""
_LONGEST_PERSON = 4
_LONGEST_OFFICER = 4
_MINISTERS = frozenset({"minister", "secretary"})
_FACTIONS = frozenset({"majority", "minority", "democratic", "republican", "opposition"})
_SECRETARIES = frozenset({"cs", "ps"})
_STANDING_IN = frozenset({"acting", "interim"})
_IN_NAMES = frozenset({"sultan", "tun", "haji", "sheikh"})
"""Titles that stand inside of names too."""
_MALAY = frozenset({"seri", "sri"})
_SHORT_RANKS = frozenset({"lt", "col", "maj", "sgt", "cmdr"})
_LAWYERS = frozenset({"attorney", "judge"})
_SITES = word_set(
    """palace road street highway bridge stadium center centre park tower zone causeway suburb boulevard avenue
    square district neighborhood neighbourhood roundabout terminal"""
)
_NATIONAL = word_set("service board corps survey force forces fund")
"""What nations have, after their adjective: "South African Revenue Service"."""
_MANAGES = frozenset({"director", "manager", "officer"})
_LEADS_TOWNS = frozenset({"director", "manager", "chief"})
_PARTS = word_set("bureau unit project program programme section division department branch")
_OF_STATES = frozenset({"commissioner", "governor", "chairman", "chairperson"})
_SURNAMES = word_set(
    "king queen prince pope bishop judge justice dean major lord sergeant chancellor principal partner"
)
_COURTESY = word_set("mr mr. mrs mrs. ms ms. dr dr. engr eng alhaji hon hon.")
_OF_COUNTRIES = frozenset({"of", "for", "in", "to"})
_BEHIND_TITLES = frozenset({"designate", "elect", "emeritus"})
_FIELD_OFFICES = frozenset({"minister", "commissioner"})
_RULERS = word_set("king queen prince princess sheikh sheik emir sultan president general captain")
_RARELY_TITLES = word_set(
    """general head chief secretary executive director manager attorney lord lady king queen prince justice
    principal partner partners chair president reporter speaker commander officer chancellor"""
)


class Cuts:
    """Cuts runs; a piece is (start, end, whether a title says that it is a person)."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.sheet = marks.sheet
        self.titles = marks.lexicon["titles"]
        self.around = self.titles | marks.lexicon["title_prefixes"] | _RANKS
        lex = marks.lexicon
        self.fields = portfolio_words()
        self.functions = word_group("en/titles.yaml", "functions")
        self.civic = word_group("en/titles.yaml", "civic")
        self.holders = Holders(marks, self.fields)
        self.strong = lex["facility_heads_strong"] | {"base", "city", "county", "hospital", "mosque"}
        self.heads = lex["government_heads"] | lex["organization_heads"] | lex["company_suffixes"] | lex["event_heads"]

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """The names of a run, in order."""
        holder = self.holders.behind_body(start, end)
        if holder < end:
            yield from self._pieces(start, holder)
            yield holder, end, True
        else:
            yield from self._pieces(start, end)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        for a, b, person in self._at_titles(start, self._before_faction(start, end)):
            holder = self._behind_field(a, b)
            people = self.sheet.lower[a] == "people"  # "the provincial People's Committee | Tran Van Dung"
            named = people or self.holders.behind_office(a)
            behind = person_behind_head(self.sheet, a, b, self.heads) if named else 0
            if person:
                yield from self._titled(a, b)
            elif behind:
                yield from ((first, last, False) for first, last in self._at_demonym(a, behind))
                yield behind, b, True
            elif holder > a:
                if self.sheet.lower[a - 2] != "state":  # a minister of state does not lead the field's ministry
                    yield a, holder, False
                yield holder, b, True
            else:
                for first, last in self._at_person(a, b):
                    yield first, last, False

    def _titled(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """As in "Chief Executive | Orbico Power, Jane Doe", "CEO | Orbico Power | Temba Oduya": a firm first."""
        behind = person_behind_head(self.sheet, start, end, self.heads)
        if behind:
            yield start, behind, False
        yield behind or start, end, bool(behind) or not names_firm(self.sheet, start, end, self.marks.lexicon)

    def _before_faction(self, start: int, end: int) -> int:
        """Where the run ends for its names: before a faction whose leader follows, and before who stands in."""
        last, following = self.sheet.lower[end - 1], self.sheet.lower[end : end + 1]
        if end - start > 1 and last in _FACTIONS and following in (["leader"], ["whip"]):
            return end - 1  # "Senate | Democratic leader"
        if end - start > 2 and last in _STANDING_IN and not self.titles.isdisjoint(following):
            return end - 1  # "Jane Doe | Acting Minister of Trade"
        return end

    def _at_titles(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """As in "Siemens Chief Executive Roland Busch" → "Siemens", and the person "Roland Busch"."""
        sheet = self.sheet
        title = -1
        for i in range(start, end):
            if self._is_title(i, start) and not self._belongs_to_name(i, start, end):
                title = i
        if title < 0:
            yield start, end, self._titled_before(start, end)
            return
        while title + 1 < end and sheet.lower[title + 1] in _BEHIND_TITLES:
            title += 1
        first = self._portfolio_of(start, title) or self._chief_of(start, title)
        while first > start and self._before_title(first - 1, start, title):
            first -= 1
        if first > start:
            yield from self._before_field(start, first)
        field = end - title == 2 and sheet.lower[title + 1] in self.functions  # "Chief | Development and … Officer"
        if title + 1 < end and sheet.lower[title + 1] not in ("of", "for") and not field:
            yield title + 1, end, not self._is_body(title + 1, end)

    def _portfolio_of(self, start: int, title: int) -> int:
        """Where "Canada's | Natural Resources Minister" begins: all plain words behind the country; 0 elsewhere."""
        sheet, marks = self.sheet, self.marks
        if sheet.lower[title] != "minister" or title == start:
            return 0
        lead = next((n for n in (2, 1) if marks.key(start, start + n) in marks.places.demonyms), 0)
        first = start + lead
        if first >= title or (not lead and sheet.lower[start - 1] not in ("'s", "’s")):
            return 0
        plain = not any(is_invented(sheet.text[i], sheet.doc.vocab) for i in range(first, title))
        return first if plain and marks.key(first, title) not in marks.known else 0

    def _chief_of(self, start: int, title: int) -> int:
        """Where the title begins in "Orbico | Chief Strategy Officer": at the title itself without such words."""
        near = range(title - 1, max(start, title - _LONGEST_OFFICER) - 1, -1)
        officer = self.sheet.lower[title] == "officer"
        return next((i for i in near if officer and self.sheet.lower[i] == "chief"), title)

    def _is_body(self, start: int, end: int) -> bool:
        """As in "Secretary | Federal Ministry of Works": what follows a title is whom it belongs to."""
        lower = self.sheet.lower
        group = end - start > 1 and not _GROUPS.isdisjoint(lower[start:end])
        group = group or (end - start > 1 and lower[end - 1] in self.heads and self.sheet.ent[end - 1] != "PERSON")
        return group or any(lower[i] in self.heads and lower[i + 1] in ("of", "for") for i in range(start, end - 1))

    def _before_field(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """The names before a title, the continent apart in "Orbico Africa Director"."""
        start = self.holders.behind_opener(start, end)
        size = next((n for n in (2, 1) if " ".join(self.sheet.lower[end - n : end]) in _CONTINENTS), 0)
        if 0 < size < end - start and self.marks.key(start, end) not in self.marks.known:
            yield start, end - size, False
            start = end - size
        yield start, end, False

    def _is_title(self, i: int, start: int) -> bool:
        """A title, or the "Member" of "Board Member"."""
        lower = self.sheet.lower
        if lower[i] == "pm":  # not "3 PM"
            return self.sheet.text[i] == "PM" and not self.sheet.text[i - 1][0].isdigit()
        if lower[i] in _SHORT_RANKS:  # not the "Lt" of "Orbico Lt"
            return i + 1 < len(lower) and self.marks.namey[i + 1]
        if lower[i] in _IN_NAMES and i > start + (lower[start] in self.titles) and i + 1 < len(lower):
            before = self.marks.key(i - 1, i)
            if before not in self.marks.places.country_of and before not in self.around | _MALAY:
                return False  # "Majid | Sultan Al Nuaimi"
        if lower[i] in _SECRETARIES:  # "Energy PS Jane Doe" is Kenya's principal secretary
            return self.sheet.text[i].isupper() and i > start and lower[i - 1] in self.fields
        if lower[i] == "leader":
            return i > start and lower[i - 1] in _FACTIONS
        return lower[i] in self.titles or (lower[i] == "member" and i > start and lower[i - 1] in _MEMBERS_OF)

    def _before_title(self, i: int, start: int, title: int) -> bool:
        """Whether a word in front of a title belongs to it ("Deputy", "Transport") and not to a name before it."""
        sheet = self.sheet
        word, following = sheet.lower[i], sheet.lower[i + 1]
        if word in _RANKS or (following == "member" and word in _MEMBERS_OF):
            return True
        if i > start and sheet.lower[title] in _MANAGES and word in self.functions - {"and", "&"}:
            return True
        if i > start and word in self.civic and sheet.lower[title] in _LEADS_TOWNS and self._is_behind_town(start, i):
            return True
        if i > start and word in _PARTS and sheet.lower[i - 1] in _RANKS:  # "Deputy Bureau Chief"
            return True
        if i > start and word == "state" and sheet.lower[title] in _OF_STATES and sheet.lower[i - 1] not in self.around:
            return False
        if word in _FACTIONS and following in ("leader", "whip"):
            return True
        if word in CHAMBERS and following in _FACTIONS | {"president", "speaker", "leader", "whip"}:
            return False
        if word == "district" and following in _LAWYERS:
            return True
        in_charge = sheet.lower[title] in _FIELD_OFFICES | _MINISTERS and "of" not in sheet.lower[start:i]
        if in_charge and word in self.fields:
            return True
        if sheet.lower[i] not in self.around and sheet.text[i] not in "-&" and sheet.lower[i] != "and":
            return False
        if sheet.lower[title] in _COURTESY and "of" in sheet.lower[start:i]:
            return False  # "Ministry of Agriculture | Mr Jan Kombo"
        of_country = i == start + 1 and self.marks.key(start, i) in self.marks.places.demonyms
        named = (
            i > start
            and not of_country
            and sheet.ent[i] == "ORG"
            and self.marks.same_ent(i, i - 1)
            and not self.marks.same_ent(i, title)
        )
        return not named

    def _is_behind_town(self, start: int, i: int) -> bool:
        """Whether a town or county ends right before words of its works: "Lindby County | Public Works Director"."""
        lower, stop = self.sheet.lower, i
        while stop > start and (lower[stop] in self.civic or lower[stop] in ("and", "&")):
            stop -= 1
        return (
            lower[stop] in ("county", "city", "town") or self.marks.key(start, stop + 1) in self.marks.places.country_of
        )

    def _titled_before(self, start: int, end: int) -> bool:
        """As in "chief executive Lip-Bu Tan": a lower-case title right in front."""
        sheet, i = self.sheet, start - 1
        if i < 0 or sheet.sent[i] != sheet.sent[start] or sheet.lower[i] not in self.titles:
            return False
        if self.marks.key(start, end) in self.marks.known or sheet.lower[i].endswith("s"):
            return False
        inner = sheet.dep[i] in ("pobj", "dobj") and sheet.text[i] != "PM"
        return not inner and end - start > 1 and sheet.lower[end - 1] not in self.heads

    def _belongs_to_name(self, i: int, start: int, end: int) -> bool:
        """As in "General Motors", "Department of Justice", "District Attorney's Office": no title."""
        sheet, marks = self.sheet, self.marks
        if marks.key(start, end) in marks.known:
            return True
        joined = i > start and sheet.lower[i - 1] in ("and", "&") and sheet.lower[i - 2] in self.titles
        if i > start and sheet.lower[i - 1] in ("of", "for", "and", "&", "the") and not joined:
            return True
        if i > start and i + 1 == end and sheet.lower[i] in _SURNAMES and self._is_surname(i):
            return True
        if i + 1 < end and (sheet.lower[i + 1] == "'s" or sheet.lower[i - 1 : i + 2] == COMMISSIONER):
            return True
        last = sheet.lower[end - 1]
        if sheet.lower[i] in OPENERS and self.holders.behind_opener(start, end) == i + 1:
            return False
        if self._named_after_ruler(i, end):
            return True
        ranked = i > start and sheet.lower[i - 1 : i + 1] in (["vice", "president"], ["managing", "director"])
        if i + 1 < end and (last == "office" or last in self.heads) and sheet.ent[end - 1] != "PERSON" and not ranked:
            return True
        if sheet.lower[i] not in _RARELY_TITLES:
            return False
        if marks.key(i, min(end, i + 2)) in marks.known or marks.key(start, end) in marks.known:
            return True
        if i + 2 < end and sheet.lower[i + 1] == "general" and sheet.lower[i + 2] == "'s":
            return True
        return sheet.lower[i] == "general" and i + 1 < end and sheet.lower[i + 1] in _GENERAL

    def _is_surname(self, i: int) -> bool:
        """The last word of "Mervyn King" where NER sees a person."""
        span = self.sheet.ent_span.get(i)
        named = span is not None and span[0] < i and span[1] == i + 1 and self.sheet.ent[i] == "PERSON"
        return named and self.sheet.lower[i - 1] != "crown"

    def _named_after_ruler(self, i: int, end: int) -> bool:
        """As in "King Abdullah Port", "Prince Sultan Air Base": a site is named after somebody."""
        sheet, last = self.sheet, self.sheet.lower[end - 1]
        if sheet.lower[i] not in _RULERS or end - i < 3:
            return False
        if "city" in sheet.lower[i + 2 : end] and "for" in sheet.lower[i + 2 : end]:
            return True
        if not self.strong.isdisjoint(sheet.lower[i + 2 : end]):
            return True
        if last in self.heads | {"center", "centre"} and not CHARITIES.isdisjoint(sheet.lower[i + 2 : end]):
            return True
        return last in _SITES and sheet.ent[i] != "PERSON"

    def _at_person(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut where NER sees a person behind something else, then at a leading demonym."""
        sheet = self.sheet
        if end - start > 2 and self.marks.key(start, end) not in self.marks.known:
            person = self._person_behind_field(start, end)
            if person and self.holders.behind_office(start):
                yield from self._at_demonym(start, person)
                yield person, end
                return
            of_office = self.holders.behind_office(start)
            if self._is_country_before(start, end):
                yield start, start + 1
                yield start + 1, end
                return
            named = sheet.lower[start] in first_names()  # "Sadira | Umar Farok" is one person
            for i in range(start + 1, end - 1):
                if named and i == start + 1:
                    continue
                span = sheet.ent_span.get(i)
                starts = span is not None and span[0] == i and span[1] == end and sheet.ent[i] == "PERSON"
                other = sheet.ent[i - 1] in ("ORG", "GPE", "NORP") or sheet.lower[i] in first_names()
                starts = starts or (of_office and end - i < 4 and sheet.lower[i] in first_names())
                given = i - start == 1 and start > 0 and sheet.lower[start - 1] in self.fields  # "… Trade | Sadia Umar"
                if starts and other and not given and sheet.lower[end - 1] not in self.heads | self.strong:
                    yield from self._at_demonym(start, i)
                    yield i, end
                    return
        yield from self._at_demonym(start, end)

    def _is_country_before(self, start: int, end: int) -> bool:
        """As in "director for Uganda | Mukami Kariuki", which NER takes for one person."""
        sheet = self.sheet
        country = self.marks.key(start, start + 1) in self.marks.places.countries
        behind = start > 1 and sheet.lower[start - 1] in _OF_COUNTRIES and sheet.lower[start - 2] in self.titles
        sent = sheet.lower[start - 1] == "to"
        whole = (sent or sheet.ent[end - 1] == "PERSON") and self.heads.isdisjoint(sheet.lower[start:end])
        return country and behind and whole and (end - start == 3 or (sent and end - start == 4))

    def _person_behind_field(self, start: int, end: int) -> int:
        """Where a person begins in "Development Edvil Suzandi", "District Aida Dahir"; 0 if none does."""
        begins = (i for i in range(start + 1, end - 1) if self.sheet.lower[i] not in self.heads)
        return next((i for i in begins if starts_person(self.sheet, i, self.fields)), 0)

    def _behind_field(self, start: int, end: int) -> int:
        """Where the holder begins in "Minister of State for Petroleum Resources | Timi Sylvan"; `start` if nowhere."""
        i = start
        if not self.holders.behind_office(start):
            return start
        while i < end and self.sheet.lower[i] in self.fields:
            i += 1
        named = 2 <= end - i <= _LONGEST_PERSON and self.heads.isdisjoint(self.sheet.lower[i:end])
        return i if named and not self._is_plain(i, end) else start

    def _is_plain(self, start: int, end: int) -> bool:
        """The "Sector Policy" of "Vice President of Public Sector Policy": what is done, nobody's name."""
        lower = self.sheet.lower[start:end]
        if lower[-1] not in self.functions:
            return False
        return lower[0] not in first_names() and not any(is_invented(w, self.sheet.doc.vocab) for w in lower)

    def _at_demonym(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """As in "Chinese | Huawei", "US | FDA"."""
        rest = self.sheet.text[start + 1] if end - start == 2 else ""
        if rest.isupper() and self.marks.key(start, start + 1) in self.marks.places.countries:
            known = self.marks.known.get(self.marks.key(start + 1, end))
            if known is not None and known.type is EntityType.GOVERNMENT:
                yield from ((start, start + 1), (start + 1, end))
                return
        for size in (2, 1):
            if start + size > end or self.marks.key(start, start + size) not in self.marks.places.demonyms:
                continue
            if start + size == end or self._demonym_stays(start, start + size, end):
                yield start, end
            else:
                yield start, start + size
                yield start + size, end
            return
        yield start, end

    def _demonym_stays(self, start: int, rest: int, end: int) -> bool:
        """As in "British Airways", "Chinese Academy of Sciences", "Indian Supreme Court" (not the best known one)."""
        marks = self.marks
        if marks.key(start, end) in marks.known or marks.key(start, end) in marks.places.country_of:
            return True
        if self.sheet.lower[rest] == "and":
            return True  # "Lindish and Orton (L&O)"
        known = marks.known.get(marks.key(rest, end))
        if known:
            code = marks.places.codes.get(marks.places.demonyms[marks.key(start, rest)])
            return known.type is EntityType.GOVERNMENT and known.country not in ("", code)
        span = self.sheet.ent_span.get(start)
        whole = span is not None and span[1] >= end and self.sheet.ent[start] == "ORG"
        words = self.sheet.lower[rest:end]
        national = words[-1] in _NATIONAL and not any(is_invented(word, self.sheet.doc.vocab) for word in words)
        return whole or ((national or bool(self.heads & set(words))) and len(words) > 1)
