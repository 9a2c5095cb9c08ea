"""Which country, region, city or company an article means where it does not say: the only or clearly the main one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property

from kg.extract.en.annotation import DocEntity
from kg.extract.en.country_codes import NEAR, code_of, dateline_code, home_code
from kg.extract.en.gazetteer import fold, outlets, places
from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import MODIFIERS
from kg.extract.en.tokens import Span
from kg.extract.rules import word_group
from kg.model import EntityType

_MUNICIPALITY = re.compile(r"(?:city|town|commune|municipality|village|borough|township) of ")
_BLOCS = frozenset({"European Union", "Europe", "Africa", "Asia", "Latin America", "Middle East"})
CONTINENTS = frozenset(
    {
        "Europe",
        "Africa",
        "Asia",
        "Asia Pacific",
        "Asia-Pacific",
        "Middle East",
        "Latin America",
        "North America",
        "South America",
        "Americas",
        "EMEA",
        "APAC",
        "Gulf",
        "Southeast Asia",
        "Oceania",
    }
)
"""Parts of the world, which nobody leads and where hardly anything stands."""
_REGION = re.compile(r"^(?:state|province) of | (?:state|province)(?: government)?$| provincial government$")
_BOARD = re.compile(r"\b(?:Commission|Board|Authority|Agency|SEC|FTC|FCC|CFTC|NTSB|FDIC)$")
"""Names of bodies that a chairman leads."""
_COMMISSION = re.compile(r"\b(?:[Cc]ommission|[Cc]ommissioner['’]s [Oo]ffice|Office of .*Commissioner)$")
"""Names of bodies that a commissioner leads."""
_COUNCIL = re.compile(
    r"\b(?:Council|Commission|Commissioners|Board|Trustees|Supervisors|Selectmen|Aldermen|County|Township|District|"
    r"(?:City|Town|Village) of|commissioners?|council|supervisors)\b"
)
"""Names of councils, and of places that have one."""
_PUBLIC = frozenset({EntityType.GOVERNMENT, EntityType.PLACE})
_CENTRAL_BANK = re.compile(
    r"^(?:Central|Reserve|National|State) Bank of |^Bank of (?:England|Japan|Canada|Korea|Ghana)"
)
_LEAD = 2
"""Places of the main country are mentioned this many times as often as those of the next."""
_HOME = 0.4
"""The country that an article is from is named at least this often, as a share of the one named most."""
_TOLD_BY = {"punisher": "penal", "awarder": "awards"}
"""Whom a sentence right before names, and the words for what it tells of."""
_TOLD_BEFORE = 4


class Nearby:
    """Looks back from a place in the text for what an office without an organization belongs to."""

    def __init__(self, sentences: Sentences) -> None:
        self._annotation = sentences.annotation
        self._doc = sentences.doc
        self._kinds = {i: kind_of(entity) for i, entity in enumerate(self._annotation.entities)}
        table = places()
        codes = ((i, code_of(entity, table)) for i, entity in enumerate(self._annotation.entities))
        self._code_of = {i: code for i, code in codes if code}
        self._codes = [
            (s.start, self._code_of[e]) for s in self._annotation.spans for e in s.entities if e in self._code_of
        ]
        plain = {s.start for s in self._annotation.spans if self._doc[s.head].dep_ not in MODIFIERS}
        self._named = [(start, code) for start, code in self._codes if start in plain]
        self._country_codes = {self._code_of.get(e) for e, kind in self._kinds.items() if kind == "country"}

    def find(self, kind: str, at: int) -> int | None:
        """Number of the mention whose entity of the kind ("country", "region", "city", "event") is meant at a token."""
        if kind == "company":
            return self.company(at)
        if kind == "main":
            return self._main_company(at)
        if kind == "authority":
            return self._authority(at)
        if kind in _TOLD_BY:
            return self._told_before(at, _TOLD_BY[kind])
        if kind == "council":
            return self._council(at)
        find = {"country": self._country, "event": self._event}.get(kind)
        entity = find(at) if find else self._smaller(kind, at)
        return None if entity is None else self._mention_of(entity, at)

    def country_of_office(self, at: int, without: frozenset[str]) -> int | None:
        """Number of a mention of the country whose president or minister is meant.

        Where the article is from or what it names first, else the main one, else the only one of the sentence so far.

        Args:
            at: Token of the office.
            without: Codes of countries that have no such office.
        """
        start = self._doc[at].sent.start
        codes = [c for c in self._named if c[1] not in without and c[1] in self._country_codes]
        here = {code for place, code in codes if start <= place < at}
        counts = Counter(code for _, code in codes)
        code = self._home_code(counts) or _clearly_first(counts) or (next(iter(here)) if len(here) == 1 else "")
        if code not in here and dateline_code(self._doc, self._annotation.skipped) not in ("", *self._country_codes):
            return None  # "OTTAWA - … Innovation Minister Jane Doe": the country is none of those named
        found = [e for _, e in self._of_kind("country") if self._code_of.get(e) == code]
        return self._mention_of(found[0], at) if code and found else None

    def _home_code(self, counts: Counter[str]) -> str:
        """Country of the dateline or of the first place of the article, if it is also named often enough."""
        often = {code for code, n in counts.items() if n > 1 and n >= _HOME * max(counts.values())}
        first = self._named[0][1] if self._named else ""
        homes = [code for code in (dateline_code(self._doc, self._annotation.skipped), first) if code in often]
        return max(homes, key=lambda code: counts[code], default="")

    def only_country(self, names: frozenset[str]) -> int | None:
        """Number of a mention of the only one of these countries that the article mentions."""
        entities = self._annotation.entities
        found = {(entities[e].name, e): start for start, e in self._of_kind("country") if entities[e].name in names}
        return self._mention_of(next(iter(found))[1], 0) if len({name for name, _ in found}) == 1 else None

    def is_known(self, entity: int) -> bool:
        """Whether a list says which country somebody belongs to."""
        return bool(home_code(self._annotation.entities[entity]))

    def home_country(self, entity: int, at: int) -> int | None:
        """Number of a mention of the country that a company is of by its name or a list, else of the one meant.

        "State-owned China Western Nuclear" is China's wherever it signs.
        """
        code = home_code(self._annotation.entities[entity])
        if not code:
            return self.find("country", at)
        found = {e for _, e in self._of_kind("country") if self._code_of.get(e) == code}
        return self._mention_of(min(found), at) if found else None

    def _country(self, at: int) -> int | None:
        """The only country of the sentence so far, else the one that most places of the article are in."""
        sentence = self._doc[at].sent
        here = {e for start, e in self._of_kind("country") if sentence.start <= start < at}
        if len(here) == 1:
            return here.pop()
        code = self._main_code()
        found = [e for _, e in self._of_kind("country") if self._code_of.get(e) == code]
        return found[0] if code and found else None

    def _main_code(self) -> str | None:
        return _clearly_first(Counter(code for _, code in self._codes)) or None

    def _event(self, at: int) -> int | None:
        """The event mentioned last."""
        types = self._annotation.entities
        before = [s for s in self._annotation.spans if s.start < at and types[s.entities[0]].type is EntityType.EVENT]
        return before[-1].entities[0] if before else None

    def _smaller(self, kind: str, at: int) -> int | None:
        found = list(self._of_kind(kind))
        before = [(at - start, entity) for start, entity in found if 0 < at - start <= NEAR]
        entities = {entity for _, entity in found}
        here = {e for e in entities if kind == "region" and fold(self._annotation.entities[e].name) in self._dateline}
        if not before and len(here) == 1:
            return here.pop()
        return min(before)[1] if before else entities.pop() if len(entities) == 1 else None

    @cached_property
    def _dateline(self) -> frozenset[str]:
        """Folded names of the regions at the start of the article: "florida" of "TALLAHASSEE, Fla. -"."""
        table = places()
        starts = (self._doc[start:end] for start, end in self._annotation.skipped if start <= NEAR)
        pairs = (fold(row[i : i + size].text) for row in starts for i in range(len(row)) for size in (1, 2))
        return frozenset(table.short.get(pair, pair) for pair in pairs) & table.regions

    def _of_kind(self, kind: str) -> Iterator[tuple[int, int]]:
        """(start, entity) of the mentions of one entity of the kind."""
        for span in self._annotation.spans:
            if len(span.entities) == 1 and self._kinds[span.entities[0]] == kind:
                yield span.start, span.entities[0]

    def _mention_of(self, entity: int, at: int) -> int:
        """Number of the mention nearest to a token; where it is named elsewhere, not "the nation" or "Polish"."""
        found = ((n, s) for n, s in enumerate(self._annotation.spans) if s.entities == (entity,))
        return min((s.is_adjective or s.is_stand_in, abs(s.start - at), n) for n, s in found)[2]

    def commission(self, at: int) -> int | None:
        """Number of a mention of the only body called a commission or a commissioner's office."""
        bodies = [
            i
            for i, e in enumerate(self._annotation.entities)
            if e.type is EntityType.GOVERNMENT and any(_COMMISSION.search(name) for name in e.names)
        ]
        return self._mention_of(bodies[0], at) if len(bodies) == 1 else None

    def board(self, at: int) -> int | None:
        """Number of the commission or board that is the last party before a token, or in the sentence before."""
        start = self._doc[at].sent.start
        parties = self._parties(start, at)
        if not parties and start > 0:
            parties = self._parties(self._doc[start - 1].sent.start, start)
        return parties[-1][0] if parties and any(_BOARD.search(name) for name in parties[-1][1].names) else None

    def _parties(self, start: int, end: int) -> list[tuple[int, DocEntity]]:
        """Numbers and entities of the companies and bodies named in a range."""
        spans = ((n, s) for n, s in enumerate(self._annotation.spans) if start <= s.start < end and not s.is_stand_in)
        parties = ((n, self._annotation.entities[s.entities[0]]) for n, s in spans)
        return [(n, e) for n, e in parties if e.type in (EntityType.COMPANY, EntityType.GOVERNMENT)]

    def central_bank(self, at: int) -> int | None:
        """Number of the only central bank that the sentence of a token names."""
        sentence = self._doc[at].sent
        banks = {e.name: n for n, e in self._parties(sentence.start, sentence.end) if _CENTRAL_BANK.search(e.name)}
        return next(iter(banks.values())) if len(banks) == 1 else None

    def only_named(self, form: re.Pattern[str], at: int) -> int | None:
        """Number of a mention of the only one whose name has a form: the only university of an article."""
        entities = self._annotation.entities
        found = {e for s in self._annotation.spans for e in s.entities if entities[e].named}
        fitting = [e for e in found if any(form.search(name) for name in entities[e].names)]
        return self._mention_of(fitting[0], at) if len(fitting) == 1 else None

    def last_named(self, form: re.Pattern[str], at: int) -> int | None:
        """Number of the last mention before a token, in its sentence or the one before, whose name has a form."""
        start = self._doc[at].sent.start
        start = self._doc[start - 1].sent.start if start else 0
        bodies = self._parties(start, at)
        return next((n for n, e in reversed(bodies) if any(form.search(name) for name in e.names)), None)

    def county(self, at: int) -> int | None:
        """Number of a mention of the county that the article names most, also inside of other names."""
        entities = self._annotation.entities
        counties = {e.name: i for i, e in enumerate(entities) if e.name.endswith(" County")}
        names = (entities[e].name for s in self._annotation.spans for e in s.entities)
        counts = Counter(lead for name in names if (lead := name.partition(" County")[0] + " County") in counties)
        name = _clearly_first(counts)
        return self._mention_of(counties[name], at) if name else None

    def town(self, at: int) -> int | None:
        """Number of a mention of the town meant: by its kind, else the place of no known kind named most."""
        city = self._smaller("city", at)
        if city is None:
            entities = self._annotation.entities
            named = (s.entities[0] for s in self._annotation.spans if entities[s.entities[0]].type is EntityType.PLACE)
            counts = Counter(e for e in named if self._kinds[e] is None and " County" not in entities[e].name)
            (city, first), (_, second) = [*counts.most_common(2), (-1, 0), (-1, 0)][:2]
            if first <= second:
                return None
        return self._mention_of(city, at)

    def ministry(self, words: frozenset[str], at: int) -> int | None:
        """Number of a mention of the only body whose name has a word of the portfolio: "Commerce Department"."""
        bodies = {
            i
            for i, e in enumerate(self._annotation.entities)
            if e.type is EntityType.GOVERNMENT and any(_is_portfolio(fold(name), words) for name in e.names)
        }
        spans = ((n, s) for n, s in enumerate(self._annotation.spans) if self._doc[s.end - 1].lower_ != "minister")
        near = [(abs(s.start - at), n) for n, s in spans if set(s.entities) & bodies]
        return min(near)[1] if len(bodies) == 1 and near else None

    def _authority(self, at: int) -> int | None:
        """Number of a mention of the named public body that the article mentions most."""
        entities = self._annotation.entities
        named = (e for s in self._annotation.spans for e in s.entities if entities[e].named)
        bodies = Counter(e for e in named if entities[e].type is EntityType.GOVERNMENT and self._kinds[e] is None)
        first, second = [*bodies.most_common(2), (0, 0), (0, 0)][:2]
        return self._mention_of(first[0], at) if first[1] > second[1] else None

    def _council(self, at: int) -> int | None:
        """Number of a mention of the council, county or town that is named most often before, the first of several."""
        entities = self._annotation.entities
        before = (e for s in self._annotation.spans if s.start < at for e in s.entities)
        counts = Counter(e for e in before if entities[e].type in _PUBLIC and _COUNCIL.search(entities[e].name))
        best = max(counts, key=lambda e: counts[e], default=None)
        return None if best is None else self._mention_of(best, at)

    def _told_before(self, at: int, group: str) -> int | None:
        """Number of the last mention of the one public body of a sentence right before that has one of the words."""
        sentence, words = self._doc[at].sent, word_group("en/word_lists.yaml", group)
        for _ in range(_TOLD_BEFORE):
            if sentence.start == 0:
                return None
            sentence = self._doc[sentence.start - 1].sent
            bodies = self._bodies_in(sentence) if any(token.lower_ in words for token in sentence) else {}
            if bodies:
                return next(iter(bodies.values())) if len(bodies) == 1 else None
        return None

    def _bodies_in(self, sentence: Span) -> dict[int, int]:
        """Public bodies of a sentence with a mention of each; where it has none, the place that is its subject."""
        spans = [(i, s) for i, s in enumerate(self._annotation.spans) if sentence.start <= s.start < sentence.end]
        spans = [(i, s) for i, s in spans if not s.is_adjective]
        kinds = self._annotation.entities
        bodies = {e: i for i, s in spans for e in s.entities if kinds[e].type is EntityType.GOVERNMENT}
        acting = [(i, s) for i, s in spans if self._doc[s.head].dep_ == "nsubj"]
        return bodies or {e: i for i, s in acting for e in s.entities if kinds[e].type is EntityType.PLACE}

    def company(self, at: int, *, among: bool = False) -> int | None:
        """Number of a mention of the only company of the sentence so far, else of the one before or the article.

        Args:
            at: Token of the office.
            among: Of several there, the one that the article is about is meant.
        """
        sentence = self._doc[at].sent
        found = self._companies(sentence.start, at)
        if not found and sentence.start > 0:
            found = self._companies(self._doc[sentence.start - 1].sent.start, sentence.start)
        if len(found) == 1:
            return next(iter(found.values()))
        main = self._main_company(at)
        entity = -1 if main is None else self._annotation.spans[main].entities[0]
        return main if not found or (among and entity in found) else None

    def _main_company(self, at: int) -> int | None:
        """The company that the article names by far most often."""
        named = [e for s in self._annotation.spans for e in s.entities]
        counts = Counter(e for e in named if self._annotation.entities[e].type is EntityType.COMPANY)
        counts = Counter({e: n for e, n in counts.items() if not self._is_outlet(e)})
        first, second = [*counts.most_common(2), (-1, 0), (-1, 0)][:2]
        clear = first[1] >= _LEAD * max(1, second[1]) or len(counts) == 1
        return self._mention_of(first[0], at) if clear else None

    def _is_outlet(self, entity: int) -> bool:
        """A newspaper, to which one talks and for which hardly anyone of an article works."""
        names = {fold(name) for name in self._annotation.entities[entity].names}
        return bool(names & (outlets() | {fold(name) for name in self._annotation.outlets}))

    def _companies(self, start: int, end: int) -> dict[int, int]:
        spans = enumerate(self._annotation.spans)
        return {
            span.entities[0]: n
            for n, span in spans
            if start <= span.start < end
            and len(span.entities) == 1
            and self._annotation.entities[span.entities[0]].type is EntityType.COMPANY
            and not self._is_outlet(span.entities[0])
        }


def _clearly_first(counts: Counter[str]) -> str:
    """What is named by far most often."""
    first, second = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first[0] if first[1] >= _LEAD * second[1] else ""


def _is_portfolio(name: str, words: frozenset[str]) -> bool:
    parts = frozenset(name.split())
    return bool(parts & words) and bool(parts & {"ministry", "department", "bureau", "office"})


def kind_of(entity: DocEntity) -> str | None:
    """Whether a place or government is one of a country, region or city, where its names say so."""
    if entity.type not in (EntityType.PLACE, EntityType.GOVERNMENT):
        return None
    return _kind(entity.names)


@cache
def _kind(names: tuple[str, ...]) -> str | None:
    table = places()
    keys = [fold(name) for name in names]
    countries = [lead for key in keys if (lead := table.countries.get(key) or table.demonyms.get(key))]
    if countries:
        return None if countries[0] in _BLOCS else "country"
    if any(key.endswith(" city") or _MUNICIPALITY.match(key) for key in keys):
        return "city"
    if any(key in table.short or key in table.regions or _REGION.search(key) for key in keys):
        return "region"
    return "city" if any(key in table.population for key in keys) else None
