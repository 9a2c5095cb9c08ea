"""Who speaks: quotations, the organizations of persons, and whom "we" and "our" stand for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extract.en.annotation import PARTIES
from kg.extract.en.context import Context, Reference
from kg.extract.en.discourse import Discourse, Mentioned
from kg.extract.en.gazetteer import fold, organizations
from kg.extract.en.lexicon import lexicon, word_set
from kg.extract.en.sheet import Sheet
from kg.model import EntityType as T

_OPENING = frozenset({'"', "''", "``", "“"})
_CLOSING = frozenset({"”", '"', "''"})
AUTHOR = "the text speaks for this company"
"""How "our" outside of quotations is resolved."""
_WE = frozenset({"we", "our", "us"})
_SPOKESMEN = word_set("spokesman spokeswoman spokesperson official representative executive statement")
_DESCRIBING = frozenset({"DET", "ADJ", "NOUN", "VERB", "PROPN"})
_BEHIND, _BEFORE, _RIGHT_BEHIND = 30, 25, 8
_LONGEST_TITLE = 7
_BEFORE_ORGANIZATION = frozenset({"of", "for", "at", "the", "'s"})


def quotations(sheet: Sheet) -> list[tuple[int, int]]:
    """Token ranges (opening mark, closing mark) of quotations; an open one ends with its line."""
    found: list[tuple[int, int]] = []
    for start, end in sheet.lines:
        opened = -1
        for i in range(start, end):
            mark = sheet.text[i]
            if opened >= 0 and mark in _CLOSING:
                found.append((opened, i))
                opened = -1
            elif mark == "“" or (opened < 0 and mark in _OPENING):
                opened = i
        if opened >= 0:
            found.append((opened, end))
    return found


class Speakers:
    """Resolves "we", "our" and "us"."""

    def __init__(self, context: Context, described: Callable[[int], Reference | None]) -> None:
        self.context = context
        self.sheet = context.sheet
        self._described = described
        self._author: int | None = None

    def resolve(self, i: int) -> Reference | None:
        """The organization of the quotation's speaker, or of the text itself."""
        quote = next((q for q in self.context.quotes if q[0] < i < q[1]), None)
        if quote is None:
            author = self._find_author() if self._author is None else self._author
            self._author = author
            return None if author < 0 else Reference(i, i + 1, i, (author,), "speaker", (AUTHOR,), 0.6)
        speaker = self._speaker(quote)
        if speaker is None:
            return None
        return Reference(i, i + 1, i, (speaker[0],), "speaker", (f"speaker of the quotation: {speaker[1]}",), 0.7)

    def _quoted(self, i: int) -> bool:
        return any(start < i < end for start, end in self.context.quotes)

    def _speaker(self, quote: tuple[int, int]) -> tuple[int, str] | None:
        """(organization, how found) of who says a quotation: named behind it, else in front of it."""
        low, high = self.sheet.lines[self.sheet.line_of(quote[0])]
        nearest = next(self._telling(range(quote[1], min(high, quote[1] + _RIGHT_BEHIND))), None)
        if nearest is not None and self._speaks_for_nobody(nearest):
            return None
        spans = ((quote[1], min(high, quote[1] + _BEHIND)), (max(low, quote[0] - _BEFORE), quote[0]), (low, high))
        verbs = (verb for start, end in spans for verb in self._telling(range(start, end)))
        return next((found for verb in verbs if (found := self._saying(verb))), None)

    def _speaks_for_nobody(self, verb: int) -> bool:
        """As in "said Jan Hill", of whom the article does not say where she works."""
        subjects = [c for c in self.sheet.children[verb] if self.sheet.dep[c] == "nsubj"]
        named = [entity for c in subjects if (entity := self._named(c)) is not None]
        persons = [entity for entity in named if self.context.type_of(entity) is T.PERSON]
        return bool(persons) and self._saying(verb) is None

    def _telling(self, tokens: range) -> Iterator[int]:
        """The verbs of speech among tokens, outside of quotations."""
        sheet, words = self.sheet, self.context.lexicon["speech_words"]
        verbs = (i for i in tokens if sheet.lower[i] in words and sheet.pos[i] in ("VERB", "AUX"))
        return (i for i in verbs if not self._quoted(i))

    def _saying(self, verb: int) -> tuple[int, str] | None:
        sheet = self.sheet
        subjects = [c for c in sheet.children[verb] if sheet.dep[c] in ("nsubj", "nsubjpass")]
        for subject in subjects or [verb + 1]:
            entity = self._spoken_for(subject)
            if entity is not None and self.context.type_of(entity) in PARTIES:
                return entity, sheet.words(min(subject, verb), max(subject, verb) + 1)
        return None

    def _spoken_for(self, subject: int) -> int | None:
        """The party that a speaker is, or is of: "Orbico", "Orbico's director Jan Hill", "the company"."""
        entity = self._named(subject)
        if entity is None:
            entity = self._of_spokesman(subject)
        if entity is None:
            described = self._described(subject)
            if described is None or len(described.entities) != 1:
                return None
            entity = described.entities[0]
        if self.context.type_of(entity) is not T.PERSON:
            return entity
        return self.context.affiliations.get(entity, self._employer(entity))

    def _named(self, subject: int) -> int | None:
        """Who a subject is by name; "director" is who stands in apposition to it ("Orbico's director Jan Hill")."""
        beside = (c for c in self.sheet.children[subject] if self.sheet.dep[c] == "appos")
        return next((self.context.entity_at[t] for t in (subject, *beside) if t in self.context.entity_at), None)

    def _of_spokesman(self, subject: int) -> int | None:
        """The party of "a Renault spokeswoman", "Orbico's spokesman", "an official of the Nordbank Group"."""
        sheet = self.sheet
        if sheet.pos[subject] != "NOUN" or sheet.lower[subject] not in _SPOKESMEN:
            return None
        below = [c for c in sheet.children[subject] if sheet.dep[c] in ("compound", "nmod", "poss")]
        ofs = [c for c in sheet.children[subject] if sheet.lower[c] in ("of", "for", "at")]
        below += [c for of in ofs for c in sheet.children[of] if sheet.dep[c] == "pobj"]
        found = {self.context.entity_at[c] for c in below if c in self.context.entity_at}
        parties = {e for e in found if self.context.type_of(e) in PARTIES}
        return parties.pop() if len(parties) == 1 else None

    def _employer(self, person: int) -> int | None:
        """The company of "its director Jan Hill", or of "CEO Jan Hill" where the article has only one."""
        sheet, offices = self.sheet, self.context.lexicon["company_offices"]
        starts = [start for start, entity in self.context.named_at.items() if entity == person and start > 0]
        owners = [m.entity for start in starts for m in self.context.sentence(start) if self._owns_office(m, start)]
        if owners or not any(sheet.lower[start - 1] in offices for start in starts):
            return owners[0] if owners else None
        profiles, topic = self.context.discourse.profiles, self.context.topic()
        companies = [e for e in profiles if self.context.type_of(e) is T.COMPANY]
        return companies[0] if len(companies) == 1 else topic

    def _owns_office(self, m: Mentioned, start: int) -> bool:
        """As in "the company's vice president Jan Hill", "its chairman, Jan Hill": a title links the two."""
        sheet, lex = self.sheet, self.context.lexicon
        between = range(m.end, start)
        if m.certain or not 0 < len(between) < _LONGEST_TITLE or self.context.type_of(m.entity) not in PARTIES:
            return False
        return all(
            sheet.lower[j] in lex["titles"] | lex["title_prefixes"] or sheet.lower[j] in (",", "'s", "-", "and")
            for j in between
        )

    def _find_author(self) -> int:
        """The organization that a press release ("we" outside of quotations) names by far most often, or -1."""
        sheet = self.sheet
        own = sum(
            1
            for j, word in enumerate(sheet.lower)
            if word in _WE and sheet.text[j] != "US" and not self.context.taken[j] and not self._quoted(j)
        )
        profiles = self.context.discourse.profiles.items()
        counts = sorted(
            ((p.count * self._weight(e), -e) for e, p in profiles if self.context.type_of(e) in PARTIES), reverse=True
        )
        if own < 3 or not counts or counts[0][0] < 3 or (len(counts) > 1 and counts[1][0] * 1.5 > counts[0][0]):
            return -1
        return -counts[0][1]

    def _weight(self, entity: int) -> int:
        """A known organization is likelier to publish than a name of unknown kind."""
        return 2 if any(fold(name) in organizations() for name in self.context.discourse.entities[entity].names) else 1


def affiliations(discourse: Discourse) -> dict[int, int]:
    """Person → the organization that a title next to the name gives ("Tencent CEO Ma", "Ma, chairman of Tencent")."""
    starts = {m.start: m for m in discourse.mentions}
    ends = {m.end: m for m in discourse.mentions}
    found: dict[int, int] = {}
    for m in discourse.mentions:
        if discourse.type_of(m.entity) is T.PERSON and m.entity not in found:
            near = _organization_before(m, ends, discourse) or _organization_behind(m, starts, discourse)
            if near:
                found[m.entity] = near.entity
    return found


def _organization_before(m: Mentioned, ends: dict[int, Mentioned], discourse: Discourse) -> Mentioned | None:
    """As in "Tencent CEO Ma", "Magdeburg's mayor, …"."""
    sheet, lex = discourse.sheet, lexicon()
    i = m.start
    while (
        i > 0
        and m.start - i < 6
        and (i == m.start or i not in ends)
        and (
            sheet.lower[i - 1] in lex["titles"]
            or sheet.lower[i - 1] in lex["title_prefixes"]
            or sheet.lower[i - 1] in ("-", "and", "'s")
        )
    ):
        i -= 1
    before = ends.get(i)
    if before is None or i == m.start or sheet.sent[before.start] != sheet.sent[m.start]:
        return None
    return before if discourse.type_of(before.entity) in PARTIES | {T.PLACE} else None


def _organization_behind(m: Mentioned, starts: dict[int, Mentioned], discourse: Discourse) -> Mentioned | None:
    """As in "Dao Feng, vice president of Tencent Cloud"."""
    sheet, titles = discourse.sheet, lexicon()["titles"]
    if m.end >= len(sheet) or sheet.text[m.end] != ",":
        return None
    first = m.end + (2 if sheet.lower[m.end + 1 : m.end + 2] in (["a"], ["the"]) else 1)
    owner = starts.get(first)
    if owner is not None and first == m.end + 2 and sheet.lower[owner.end : owner.end + 1] != ["'s"]:
        spokesman = not titles.isdisjoint(sheet.lower[owner.end : owner.end + 1])
        return owner if spokesman and discourse.type_of(owner.entity) in PARTIES else None
    if owner is not None and sheet.lower[owner.end : owner.end + 1] in (["'s"], ["’s"], ["'"], ["’"]):
        office = sheet.lower[owner.end + 1 : owner.end + 4]  # "Karim Haddad, Siemens's deputy chairman"
        return owner if not titles.isdisjoint(office) and discourse.type_of(owner.entity) in PARTIES else None
    titled = False
    for i in range(m.end + 1, min(len(sheet), m.end + 13)):
        after = starts.get(i)
        if after and not (titled and sheet.lower[i - 1] == "of" and _goes_on_at(after, discourse)):
            listed = sheet.text[i - 1] == "," and sheet.lower[i - 2] in titles
            told = listed or sheet.lower[i - 1] in _BEFORE_ORGANIZATION or _is_described(i, sheet)
            fits = titled and told and discourse.type_of(after.entity) in PARTIES
            return after if fits else None
        if sheet.sent[i] != sheet.sent[m.start] or sheet.text[i] in ".;" or sheet.tag[i] in ("VBD", "VBZ", "MD"):
            return None
        titled = titled or sheet.lower[i] in titles
    return None


def _goes_on_at(m: Mentioned, discourse: Discourse) -> bool:
    """The place in "head of India at Orbico"."""
    return discourse.type_of(m.entity) is T.PLACE and discourse.sheet.lower[m.end : m.end + 1] == ["at"]


def _is_described(i: int, sheet: Sheet) -> bool:
    """As in "president of the consulting firm Orbico": what it is stands between."""
    start = next((k for k in range(i - 1, max(0, i - 5), -1) if sheet.lower[k] in ("of", "at")), None)
    kind = sheet.lower[i - 1] in lexicon()["company_nouns"]
    return kind and start is not None and all(sheet.pos[k] in _DESCRIBING for k in range(start + 1, i))
