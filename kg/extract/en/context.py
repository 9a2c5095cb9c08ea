"""What the resolvers of references share: the discourse so far, the names ahead, and the shape of noun phrases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kg.extract.en.annotation import DocEntity
from kg.extract.en.discourse import Discourse, Mentioned
from kg.extract.en.gazetteer import fold, places
from kg.extract.en.lexicon import Lexicon, lexicon, singular, word_set
from kg.extract.en.sheet import Sheet
from kg.extract.en.syntax import MODIFIERS
from kg.model import EntityType as T

_COMPLEMENTS = word_set("of behind that which who whose called named")
_HOLDERS = word_set("shareholder owner lender rival customer client supplier sponsor founder")
_TOPIC_COUNT = 3
_TOPIC_LEAD = 1.5


@dataclass(frozen=True, slots=True)
class Reference:
    """A resolved nominal or pronoun: tokens, who it stands for, and how that was found."""

    start: int
    end: int
    head: int
    entities: tuple[int, ...]
    source: str
    via: tuple[str, ...]
    certainty: float


@dataclass(slots=True, unsafe_hash=True)  # not frozen: made by the thousand
class NounPhrase:
    """A noun phrase without a name.

    Attributes:
        start: First token of its span, behind names that stand inside of it.
        noun: Its head in the singular.
        plural: The head is a plural.
        words: Lower-case modifiers, names among them.
        determiner: "the", "a", …; "its" for any possessive; "" for none.
    """

    start: int
    head: int
    noun: str
    plural: bool
    words: tuple[str, ...]
    determiner: str

    @property
    def definite(self) -> bool:
        """Whether it takes up something known."""
        return self.determiner in ("the", "this", "that", "these")


@dataclass(slots=True)
class Context:
    """The state that resolvers read.

    Attributes:
        taken: For each token 0 if free, 1 if in a mention, 2 if skipped.
        affiliations: Person → organization.
        named_at: First token of each name in the document, ahead too → entity.
        entity_at: Each token of a name → entity.
        quotes: Token ranges of quotations (opening mark, closing mark).
        dateline: Words of the dateline ("TALLAHASSEE", ",", "Fla.").
    """

    discourse: Discourse
    taken: list[int]
    affiliations: dict[int, int]
    named_at: dict[int, int]
    entity_at: dict[int, int]
    quotes: Sequence[tuple[int, int]]
    dateline: tuple[str, ...] = ()
    lexicon: Lexicon = field(default_factory=lexicon)
    _topic: int | None = None

    @property
    def sheet(self) -> Sheet:
        """The document."""
        return self.discourse.sheet

    def type_of(self, entity: int) -> T:
        """Type of an entity."""
        return self.discourse.type_of(entity)

    def sentence(self, i: int) -> list[Mentioned]:
        """Mentions so far in the sentence of token `i`."""
        return self.discourse.by_sentence.get(self.sheet.sent[i], [])

    def topic(self) -> int | None:
        """The company that the article is about: the most often named one by far."""
        if self._topic is None:
            profiles = self.discourse.profiles.items()
            counts = sorted(((p.count, -e) for e, p in profiles if self.type_of(e) is T.COMPANY), reverse=True)
            clear = (
                counts
                and counts[0][0] >= _TOPIC_COUNT
                and (len(counts) < 2 or counts[0][0] >= _TOPIC_LEAD * counts[1][0])
            )
            self._topic = -counts[0][1] if clear else -1
        return self._topic if self._topic >= 0 else None

    def entity_named(self, name: str, kind: T, named: bool) -> int:
        """The entity of that name, made if the article had none."""
        for index, entity in enumerate(self.discourse.entities):
            if entity.name == name:
                return index
        self.discourse.entities.append(DocEntity(name, kind, (name,), named=named))
        return len(self.discourse.entities) - 1

    # --- noun phrases ----------------------------------------------------------------------------------------------

    def phrase(self, i: int) -> NounPhrase:
        """The noun phrase headed by token `i`."""
        sheet = self.sheet
        words: list[str] = []
        start = i
        determiner = ""
        blocked = False
        j = i
        while j > 0 and sheet.sent[j - 1] == sheet.sent[i] and i - j < 8:
            j -= 1
            if sheet.pos[j] == "DET" or sheet.tag[j] == "PRP$" or sheet.lower[j] in ("'s", "both"):
                owned = sheet.tag[j] == "PRP$" or sheet.lower[j] == "'s"
                determiner = "its" if owned else sheet.lower[j]
                start = start if blocked else j
                break
            if not self._inside(j, i) or (sheet.pos[j] == "CCONJ" and sheet.dep[j - 1] not in MODIFIERS):
                break
            words.insert(0, sheet.lower[j])
            if self.taken[j]:
                blocked = True
            elif not blocked:
                start = j
        noun = singular(sheet.lower[i])
        return NounPhrase(self._clean(start, i), i, noun, noun != sheet.lower[i], tuple(words), determiner)

    def _clean(self, start: int, head: int) -> int:
        """Behind the rest of "Shenzhen-based", whose place is a mention of its own."""
        sheet = self.sheet
        while start < head and (not sheet.text[start][0].isalnum() or (start > 0 and sheet.text[start - 1] == "-")):
            start += 1
        return start

    def _inside(self, i: int, head: int) -> bool:
        sheet = self.sheet
        if sheet.text[i] in ',;:()"“”' or sheet.pos[i] in ("ADP", "SCONJ", "AUX"):
            return False
        above = i
        for _ in range(6):
            if above == head or sheet.head[above] == above or above > head:
                break
            above = sheet.head[above]
        return above == head

    def named_inside(self, phrase: NounPhrase) -> set[str]:
        """The "Meretz" of "the Meretz party", which no other party is called; not the country that it is of."""
        sheet, table = self.sheet, places()
        inside = range(phrase.head - len(phrase.words), phrase.head)
        named = (fold(sheet.text[j]) for j in inside if sheet.pos[j] == "PROPN" and sheet.space[j])
        return {w for w in named if w not in table.demonyms and w not in table.countries}

    def name_follows(self, i: int) -> bool:
        """As in "the carmaker BYD": the name itself follows."""
        j, sheet = i + 1, self.sheet
        return j < len(sheet) and self.taken[j] == 1 and sheet.sent[j] == sheet.sent[i] and sheet.space[i]

    def has_complement(self, i: int) -> bool:
        """As in "the company of …", "the city that …": described on the spot, not taken up."""
        sheet, j = self.sheet, i + 1
        if j >= len(sheet) or sheet.text[j] in ",;.:)-–—":
            return False
        return sheet.lower[j] in _COMPLEMENTS or any(
            sheet.dep[c] in ("relcl", "acl") and c > i for c in sheet.children[i]
        )

    def countries_in(self, words: Sequence[str]) -> set[str]:
        """Leading names of the countries that words name or describe ("south korean" before "korean")."""
        table = places()
        pairs = {" ".join(pair) for pair in pairwise(words)} & table.demonyms.keys()
        if pairs:
            return {table.demonyms[pair] for pair in pairs}
        return {table.demonyms[w] for w in words if w in table.demonyms} | {
            table.countries[w] for w in words if w in table.countries
        }

    def described_around(self, i: int) -> set[int]:
        """Entities that the phrase around `i` describes: not its antecedents ("Apollo Go, the arm of the company")."""
        sheet, token = self.sheet, i
        found: set[int] = set()
        for _ in range(8):
            above = sheet.head[token]
            if above == token:
                break
            if sheet.dep[token] in ("appos", "relcl", "acl"):
                found.update(m.entity for m in self.sentence(i) if m.start <= above < m.end)
                if sheet.dep[token] != "appos":
                    break
            token = above
        return found | self._named_before_comma(i)

    def _named_before_comma(self, i: int) -> set[int]:
        """The name in front of an apposition that begins with "its": "Nordbank, its lender"."""
        sheet = self.sheet
        if sheet.lower[i] not in ("its", "their") or i < 2 or sheet.text[i - 1] != ",":
            return set()
        noun = sheet.head[i]
        party = singular(sheet.lower[noun]) in self.lexicon["company_nouns"] | _HOLDERS
        named = self.entity_at.get(i - 2)
        return {named} if party and named is not None and not self.name_follows(noun) else set()


def words_of(names: Sequence[str]) -> set[str]:
    """Folded words of names."""
    return {word for name in names for word in fold(name).split()}


def one(phrase: NounPhrase, entity: int, via: str, certainty: float) -> Reference:
    """A noun phrase that stands for one entity."""
    return Reference(phrase.start, phrase.head + 1, phrase.head, (entity,), "nominal", (via,), certainty)


def pronoun(i: int, entity: int, via: str, certainty: float) -> Reference:
    """A pronoun that stands for one entity."""
    return Reference(i, i + 1, i, (entity,), "pronoun", (via,), certainty)
