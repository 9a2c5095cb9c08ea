"""A parsed document with its mentions, as the frames need to see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from kg.extract.en.annotation import PARTIES, Annotation, DocEntity, Span
from kg.extract.en.argument import Argument, Arguments
from kg.extract.en.arguments import arguments
from kg.extract.en.seats import seated_behind
from kg.extract.en.syntax import MODIFIERS, conjuncts
from kg.extract.en.tokens import ParsedDoc, Token, plain
from kg.extract.en.tokens import Span as TokenSpan
from kg.extract.rules import load, word_group
from kg.model import EntityType

PUBLIC = frozenset({EntityType.GOVERNMENT, EntityType.PLACE})
_BEFORE_NAME = frozenset({",", "called", "named", "dubbed"})
_BESIDE = (("along", "with"), ("together", "with"), ("as", "well", "as"), ("alongside",), ("in", "addition", "to"))
_DESCRIBING = frozenset({"NOUN", "ADJ", "DET", "VERB", "ADP"})
_MAX_DESCRIBED = 6
_MAX_TRANSPARENT = 3
_TITLE_WEIGHT = 3
_NEW = frozenset({"new", "second", "third", "fourth", "planned", "proposed", "future", "another"})
_INDEFINITE = frozenset({"a", "an"})
_KNOWN = frozenset({"the", "this", "that", "these", "those", "existing"})
_NAMING = frozenset({"call", "name", "dub", "title", "christen"})


@dataclass(slots=True, unsafe_hash=True)  # not frozen: made by the thousand
class Filler:
    """A mention in a role; `cost` sums the uncertain steps to it."""

    span: Span
    entity: int
    role: str
    cost: int


class Ends(NamedTuple):
    """Whom the mentions of a sentence offer as ends of a fact: of which types, and whether of several entities."""

    types: frozenset[EntityType]
    several: bool


class Sentences:
    """A parsed document with its mentions and amounts, as the frames need to see it (read only)."""

    def __init__(
        self,
        doc: ParsedDoc,
        annotation: Annotation,
        money_tokens: frozenset[int],
        amounts: Mapping[int, int] = MappingProxyType({}),
    ) -> None:
        self.doc = plain(doc)
        self.annotation = annotation
        self.money_tokens = money_tokens
        self.amounts = amounts
        """Tokens at which an amount begins, and where each ends."""
        self._span_at = {i: span for span in annotation.spans for i in range(span.start, span.end)}
        self._skipped = {i for start, end in annotation.skipped for i in range(start, end)}
        self._roles: dict[int, Arguments] = {}
        self._fillers: dict[tuple[int, int, bool, str], list[Filler]] = {}
        self._ends: dict[int, Ends | None] = {}
        self.led: dict[int, int] = {}
        """Who leads what, once known: a president who signs, signs for the country."""
        self.represented: dict[int, int] = {}
        """Who signs agreements for whom, once known."""

    @cached_property
    def _transparent(self) -> dict[str, frozenset[str]]:
        """Preposition → nouns that stand for what it introduces."""
        data = load("en/transparent.yaml")
        behind = dict.fromkeys(("of", "from", "at", "between", "for"), frozenset(data["of"]))
        behind |= dict.fromkeys(("including", "like", "as"), frozenset(data["including"]))
        return behind | {"in": frozenset(data["in"])}

    @property
    def text(self) -> str:
        """The document's text."""
        return self.doc.text

    @cached_property
    def _members(self) -> frozenset[str]:
        return word_group("en/transparent.yaml", "members")

    @cached_property
    def _groups(self) -> frozenset[str]:
        return word_group("en/transparent.yaml", "groups")

    def span_at(self, token: Token) -> Span | None:
        """The mention that covers a token."""
        return self._span_at.get(token.i)

    def with_mentions(self) -> Iterator[TokenSpan]:
        """The parser's sentences that name somebody: without that, a frame has nobody to relate."""
        for sentence in self.doc.sents:
            if not self._span_at.keys().isdisjoint(range(sentence.start, sentence.end)):
                yield sentence

    def entity(self, index: int) -> DocEntity:
        """An entity of the document by its index."""
        return self.annotation.entities[index]

    def is_skipped(self, token: Token) -> bool:
        """Whether the token stands in boilerplate."""
        return token.i in self._skipped

    def roles(self, trigger: Token) -> Arguments:
        """Cached `syntax.arguments`."""
        if trigger.i not in self._roles:
            self._roles[trigger.i] = arguments(trigger)
        return self._roles[trigger.i]

    def ends_near(self, trigger: Token) -> Ends | None:
        """Whom the sentence of a trigger offers, None if it speaks of a group whose members may be told elsewhere."""
        start = trigger.sent.start
        if start not in self._ends:
            self._ends[start] = self._ends_in(start, trigger.sent.end)
        return self._ends[start]

    def _ends_in(self, start: int, end: int) -> Ends | None:
        spans = [span for i in range(start, end) if (span := self._span_at.get(i)) is not None]
        if any(self.is_group(span) for span in spans):
            return None
        entities = {e for span in spans for e in span.entities}
        bodies = [body for by in (self.led, self.represented) for e, body in by.items() if e in entities]
        types = {self.entity(e).type for e in (*entities, *bodies)}
        named_alike = PUBLIC if types & PUBLIC else frozenset[EntityType]()  # "Ghana" is a place, and acts
        return Ends(frozenset(types | named_alike), len(entities) + len(bodies) > 1)

    def fillers(self, argument: Argument, role: str) -> list[Filler]:
        """Mentions that an argument stands for: its own, its conjuncts', or those behind a transparent noun."""
        key = (argument.token.i, argument.cost, argument.alone, role)
        if key not in self._fillers:
            self._fillers[key] = self._filling(argument, role, 0)
        return self._fillers[key]

    def _filling(self, argument: Argument, role: str, depth: int) -> list[Filler]:
        found: list[Filler] = []
        for token in [argument.token] if argument.alone else self._coordinated(argument.token):
            span = self.span_at(token)
            inner: list[Filler] = []
            if depth < _MAX_TRANSPARENT and (span is None or self.is_group(span)):
                for below in self._inside(token):
                    inner.extend(self._filling(Argument(below, argument.cost + 1), role, depth + 1))
            if span is not None and not inner and self.is_group(span):
                inner = self._told_before(span, argument, role, depth)
            if span is not None and not inner:
                named = self._seated_behind(span) or self.named_behind(span) or span
                found.extend(Filler(named, entity, role, argument.cost) for entity in named.entities)
            found.extend(inner)
        return found

    def _seated_behind(self, span: Span) -> Span | None:
        """The Orbico of "awarded to Dallas, Texas-based Orbico", where the parser takes Dallas."""
        if self.entity(span.entities[0]).type is not EntityType.PLACE:
            return None
        return seated_behind(self.doc, span, self.span_at)

    def _told_before(self, span: Span, argument: Argument, role: str, depth: int) -> list[Filler]:
        """The members of "the consortium" after "a consortium of A and B"."""
        earlier = (s for s in self.annotation.spans if s.start < span.start and s.entities == span.entities)
        told = [below for s in earlier for below in self._inside(self.doc[s.head])]
        if depth >= _MAX_TRANSPARENT:
            return []
        return [f for below in told for f in self._filling(Argument(below, argument.cost + 1), role, depth + 1)]

    def named_behind(self, span: Span) -> Span | None:
        """The name of an unnamed party right behind it: "the watchdog, the SEC", "a venture called Lindal"."""
        if any(self.entity(e).named for e in span.entities):
            return None
        after = self.doc.tokens[span.end : span.end + 3]
        if len(after) < 2 or after[0].lower_ not in _BEFORE_NAME:
            return None
        name = self.span_at(after[2 if after[1].lower_ == "the" and len(after) > 2 else 1])
        if (
            name is None
            or len(name.entities) > 1
            or name.start > span.end + 2
            or not self.entity(name.entities[0]).named
        ):
            return None
        following = self.doc[name.end] if name.end < len(self.doc) else None
        listed = following is not None and (following.lower_ in ("and", "or") or following.like_num)
        same_type = self.entity(name.entities[0]).type is self.entity(span.entities[0]).type
        return name if same_type and not listed else None

    def is_group(self, span: Span) -> bool:
        """ "A consortium" without a name, whose members may follow."""
        is_named = any(self.entity(e).named for e in span.entities)
        return not is_named and self.doc[span.head].lemma_.lower() in self._groups

    def is_new(self, span: Span) -> bool:
        """A facility told of for the first time, or called new: "a plant", "two plants", "its second plant"."""
        head = self.doc[span.head]
        words = {child.lower_ for child in head.children}
        counted = bool(words & _INDEFINITE) or any(child.dep_ == "nummod" for child in head.children)
        known = any(child.dep_ == "poss" or child.lower_ in _KNOWN for child in head.children)
        bare = not any(child.dep_ in ("det", "poss") for child in head.children)
        headline = bare and head.tag_ == "NN" and head.lower_ != "infrastructure"
        return (known or counted or headline) if words & _NEW else (counted and not known)

    def _coordinated(self, token: Token) -> list[Token]:
        """Conjuncts, and those of a list that the parser took for an apposition ("A, B and C signed")."""
        found = conjuncts(token)
        for item in list(found):
            span = self.span_at(item)
            for child in item.children:
                other = self.span_at(child)
                listed = child.dep_ == "appos" and any(c.dep_ == "conj" for c in child.children)
                if listed and span and other and not set(span.entities) & set(other.entities):
                    found.extend(t for t in conjuncts(child) if t not in found)
            found.extend(t for t in self._conjuncts_inside(span) if t not in found)
            found.extend(t for t in self._conjuncts_in_front(item, span) if t not in found)
        beside = self._accompanying(found[-1])
        return found if beside is None or beside in found else [*found, beside]

    def _accompanying(self, token: Token) -> Token | None:
        """The other party of "Baidu, along with the start-up Pony.ai, …"."""
        span = self.span_at(token)
        if span is None or self.entity(span.entities[0]).type not in PARTIES:
            return None
        tokens = self.doc.tokens
        i = span.end + (span.end < len(tokens) and tokens[span.end].text == ",")
        words = [following.lower_ for following in tokens[i : i + 3]]
        size = next((len(link) for link in _BESIDE if words[: len(link)] == list(link)), 0)
        for following in tokens[i + size : i + size + _MAX_DESCRIBED] if size else ():
            other = self.span_at(following)
            if other is not None:
                named = self.entity(other.entities[0])
                return self.doc[other.head] if named.named and named.type in PARTIES else None
            if following.pos_ not in _DESCRIBING and following.text != "-":
                return None
        return None

    def _conjuncts_inside(self, span: Span | None) -> list[Token]:
        """ "the Ministry of Finance and Siemens": the parser hangs the second party on a word of the first one."""
        if span is None or len(span.entities) > 1:
            return []
        inner = [t for t in self.doc.tokens[span.start : span.end] if t.i != span.head and t.dep_ != "conj"]
        hung = [c for t in inner for c in t.children if c.dep_ == "conj" and c.i >= span.end]
        return [t for c in hung if self.span_at(c) is not None for t in conjuncts(c)]

    def _conjuncts_in_front(self, item: Token, span: Span | None) -> list[Token]:
        """ "Ghana and Nigeria's Kaduna State": the parser hangs the first party on the second one's name."""
        if span is None or len(span.entities) > 1:
            return []
        hung = (c for c in item.children if c.dep_ in MODIFIERS and c.i < span.start and c.pos_ == "PROPN")
        joined = (c for c in hung if any(below.dep_ == "cc" for below in c.children))
        return [c for c in joined if (other := self.span_at(c)) is not None and other.head == c.i]

    def _inside(self, token: Token) -> Iterator[Token]:
        """ "units of X", "a consortium of X and Y", "nine cities, including X": the tokens that matter."""
        lemma = token.lemma_.lower()
        for child in token.children:
            transparent = lemma in self._transparent.get(child.lower_, ())
            if child.dep_ == "appos":
                yield child
            elif child.dep_ == "acl" and child.lemma_.lower() in _NAMING:
                yield from (c for c in child.children if c.dep_ in ("oprd", "attr", "dobj"))
            elif lemma in self._groups and child.dep_ == "acl" and child.lemma_.lower() in self._members:
                yield from (
                    a.token for role in ("agent", "patient", "of") for a in _below(self.roles(child), role, child)
                )
            elif lemma in self._groups and child.dep_ == "amod" and child.lower_ == "led":
                yield from (c for c in child.children if c.dep_ in ("npadvmod", "nmod", "compound"))
            elif child.dep_ == "prep" and transparent:
                yield from (c for c in child.children if c.dep_ == "pobj")
            elif (
                lemma in self._transparent["of"]
                and child.dep_ in ("poss", "nmod", "compound")
                and child.pos_ == "PROPN"
                and not self._name_follows(token)
                and not any(c.dep_ == "nummod" for c in token.children)  # "four U.S. agencies" are not the U.S.
            ):
                yield child

    def _name_follows(self, noun: Token) -> bool:
        """As in "the UK's media regulator Ofcom", which is not the UK."""
        return bool(noun.whitespace_) and noun.i + 1 in self._span_at and self._span_at[noun.i + 1].start == noun.i + 1

    def topic(self, types: frozenset[EntityType]) -> tuple[int, float] | None:
        """The entity of some types that the article is most about, and its share of their mentions."""
        counts: Counter[int] = Counter()
        first = self.doc[0].sent.end if len(self.doc) else 0
        for span in self.annotation.spans:
            for entity in span.entities:
                if self.entity(entity).type in types and self.entity(entity).named:
                    counts[entity] += _TITLE_WEIGHT if span.start < first else 1
        if not counts:
            return None
        best = min(counts, key=lambda e: (-counts[e], e))
        return best, counts[best] / counts.total()

    @cached_property
    def counts(self) -> Counter[int]:
        """How often each named entity is mentioned; adjectives ("the Russian giant") do not count."""
        plain = (s for s in self.annotation.spans if not s.is_adjective)
        every = (e for span in plain for e in span.entities)
        return Counter(e for e in every if self.entity(e).named)

    def before_comma(self, span: Span) -> Span | None:
        """The mention that a comma parts from the one behind it: the "Dallas" of "Dallas, Texas"."""
        parted = span.start > 1 and self.doc[span.start - 1].text == ","
        return self.span_at(self.doc[span.start - 2]) if parted else None

    def spans_in(self, start: int, end: int) -> list[Span]:
        """Mentions that begin in a token range."""
        return [span for span in self.annotation.spans if start <= span.start < end]


def _below(roles: Arguments, role: str, verb: Token) -> list[Argument]:
    """Arguments of a participle behind it, not the noun that it modifies."""
    return [a for a in roles.get(role, ()) if a.token.i > verb.i]
