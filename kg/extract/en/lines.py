"""An article's lines as strings of items, its mentions as single ones: what word patterns are matched against.

` ⟨4:C⟩ 's chairman , ⟨5:P⟩ said`: words in lower case, and each mention as its number, the letters of its types and its
marks (`d` a demonym, `r` a relative pronoun, `n` a noun phrase or pronoun, `v` a joint venture without a name). An
amount of money is one item too: `¤$_1.5_billion`. Remarks in parentheses and quotation marks are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.extract.en.annotation import DocEntity, Span
from kg.extract.en.containment import is_region_or_country
from kg.extract.en.marked import marked
from kg.extract.en.nearby import kind_of
from kg.extract.en.reach import Track
from kg.extract.en.sentences import PUBLIC, Filler, Sentences
from kg.extract.en.syntax import MODIFIERS
from kg.extract.en.times import OPENERS, time_phrase
from kg.extract.en.tokens import Doc, Token
from kg.model import EntityType

LETTERS: Mapping[EntityType, str] = {
    EntityType.COMPANY: "C",
    EntityType.GOVERNMENT: "G",
    EntityType.ORGANIZATION: "O",
    EntityType.PERSON: "P",
    EntityType.PLACE: "L",
    EntityType.FACILITY: "F",
    EntityType.EVENT: "E",
}
_LETTERS = frozenset(LETTERS.values())
AMOUNT = "¤"
"""What the item of an amount begins with."""
_QUOTES = frozenset("\"“”„«»'‘’`") | {"``", "''"}
_OFFICES = frozenset({"minister", "secretary"})
"""A body may be named by its head's office ("minister of economy, trade and industry")."""
_MAX_REMARK = 12
_SOMEBODY = frozenset({"judge", "judges", "jury", "jurors", "woman", "man", "resident", "investors"})
"""Who is from a place and does not act for it."""
_MULTIPLES = frozenset({"million", "billion", "trillion", "thousand"})
"""Behind one of these, "won" is money."""
_DESCRIPTIONS = frozenset({"subsidiary", "unit", "affiliate", "arm", "division", "venture", "offshoot", "brand"})
"""Nouns for what somebody owns, in front of its name."""
_FOUNDED = frozenset({EntityType.COMPANY, EntityType.ORGANIZATION, EntityType.FACILITY})
_TITLE = (
    r"(?:ceo|cfo|coo|cto|md|vp|chief|chairman|chairwoman|chair|president|director|minister|officer|head|manager|"
    r"secretary)"
)
_OFFICE_REMARK = re.compile(
    rf"(?:the |its )?(?:(?!linked |to |by |with |see |not )[a-z]+ ){{0,3}}{_TITLE}\b|"
    r"an? .* (?:company|subsidiary|unit|affiliate)$|(?:part|a (?:unit|subsidiary|part)) of |"
    r"(?:now |since |later |recently |previously |formerly )?(?:owned|controlled|bought|acquired|sold) (?:by|to) "
    r"|[\d.]+ ?(?:%|per cent|percent|pct|pc)(?: -)? (?:owned|held|controlled) by "
)
_TICKER = re.compile(r"[A-Z0-9]{2,6}\.(?!COM)[A-Z]{1,3}")
"""A share's code behind a name ("EADS EAD.PA")."""
_FOLLOWED = "the name that follows"
"""How a noun phrase before its name is resolved ("the commissioner, X"): its words say more than a second mention."""
_MAX_DESCRIPTION = 5
_DESCRIBING = frozenset({"NN", "JJ"})
_AGENCIES = frozenset({EntityType.GOVERNMENT, EntityType.ORGANIZATION})
_BULLETS = frozenset("-–—•*·▪")
_LEGAL_FORMS = frozenset({"Limited", "Ltd", "Ltd.", "PLC", "Plc", "plc", "Inc", "Inc.", "Corporation", "Corp", "Corp."})
_OWNERS = frozenset({"shareholders", "shareholding", "shareholdings", "owners", "ownership"})
_HYPHEN = re.compile(r"(?<=[\w%.])(-)(?=[a-z])")


@dataclass(frozen=True)
class Line:
    """One line as items; item `i` begins at `starts[i]` of `text` and at token `tokens[i]`."""

    text: str
    items: tuple[str, ...]
    starts: tuple[int, ...]
    tokens: tuple[int, ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """The items, each once, and the letters of the types of its mentions."""
        letters = "".join(item for item in self.items if item[0] == "⟨")
        return frozenset(self.items).union(_LETTERS.intersection(letters))

    @cached_property
    def track(self) -> Track:
        """The items as sets of places."""
        return Track(self.marked.split())

    @cached_property
    def marked(self) -> str:
        """The text with the separators that word patterns read."""
        return marked(self.items)

    def said(self, match: re.Match[str], group: str | int = 0) -> str:
        """The part of the text where a pattern's match in the marked one stands."""
        return self.text[slice(*match.span(group))]

    def token_at(self, place: int) -> int:
        """Index of the token whose item covers a place of the text."""
        return self.tokens[max(0, bisect_right(self.starts, place) - 1)]


def lines(sentences: Sentences) -> tuple[Line, ...]:
    """All lines of a document outside of its boilerplate."""
    spans = {span.start: (number, span) for number, span in enumerate(sentences.annotation.spans)}
    found: list[Line] = []
    items: list[tuple[str, int]] = []
    tokens = list(sentences.doc)
    i, size = 0, len(tokens)
    while i < size:
        token, step = tokens[i], 1
        if "\n" in token.text:
            found.append(line_of(items))
            items = []
        elif i in sentences.amounts and spans.keys().isdisjoint(range(i, sentences.amounts[i])):
            step = _amount_size(tokens[i : sentences.amounts[i]])
            items.append((_amount_item(tokens[i : i + step]), i))
        elif i in spans and not _is_description(sentences, spans[i][1], spans):
            number, span = spans[i]
            items.extend(_mention_items(sentences, number, span, modifies=_modifies(sentences, span, spans)))
            step = max(1, span.end - i)
        elif token.text == "(":
            step = _remark(sentences.doc, i)
            items.extend([(",", i)] if step == 1 else [])
            step += _is_legal_form(sentences.doc, i + step) if step > 1 else 0
        elif not sentences.is_skipped(token):
            step = (time_phrase(sentences.doc, i) or 1) if token.lower_ in OPENERS else 1
            items.extend([] if step > 1 else ((word, i) for word in _word_items(sentences, token)))
        i += step
    found.append(line_of(items))
    return tuple(_with_lists([line for line in found if line.text]))


def _is_description(sentences: Sentences, span: Span, spans: Mapping[int, tuple[int, Span]]) -> bool:
    """Whether a noun phrase only tells what the name behind it is: "the commissioner, X", "subsidiary Orbico"."""
    if _FOLLOWED in span.via or _is_officer(sentences.doc, span):
        return True
    named = spans.get(span.end)
    if span.source != "chunk" or named is None or sentences.doc[span.head].lower_ not in _DESCRIPTIONS:
        return False
    return sentences.entity(named[1].entities[0]).type in _FOUNDED and not named[1].is_stand_in


def _is_officer(doc: Doc, span: Span) -> bool:
    """The "Commissioner" of "Kogi State Commissioner of Police", who is no body."""
    officer = span.source == "nominal" and doc[span.head].lower_ == "commissioner"
    return officer and span.end < len(doc) and doc[span.end].lower_ in ("of", "for", "to", "in")


def _with_lists(written: list[Line]) -> Iterator[Line]:
    """Lines, each heading of a list of owners joined with its entries ("Shareholders: • Orbico 60% • Nordbank 40%")."""
    waiting: list[tuple[str, int]] = []
    for line in written:
        entry = line.items[0] in _BULLETS
        if waiting and not entry:
            yield line_of(waiting)
            waiting = []
        pairs = list(zip(line.items, line.tokens, strict=True))
        if entry and waiting:
            waiting += pairs[1:] if waiting[-1][0] == ":" else [(";", pairs[0][1]), *pairs[1:]]
        elif line.items[-1] == ":" and not _OWNERS.isdisjoint(line.items):
            waiting = pairs
        else:
            yield line
    if waiting:
        yield line_of(waiting)


def line_of(items: list[tuple[str, int]]) -> Line:
    """The line of items with their tokens."""
    starts: list[int] = []
    place = 0
    for text, _ in items:
        starts.append(place + 1)
        place += len(text) + 1
    words = tuple(text for text, _ in items)
    return Line("".join(f" {word}" for word in words), words, tuple(starts), tuple(token for _, token in items))


def _amount_size(tokens: list[Token]) -> int:
    """Without a second amount that only begins a remark: "$1.6 billion (A$2.1 billion at the time)"."""
    texts = [token.text for token in tokens]
    return texts.index("(") if "(" in texts and ")" not in texts else len(texts)


def _amount_item(tokens: list[Token]) -> str:
    return AMOUNT + "_".join(token.lower_ for token in tokens)


def _word_items(sentences: Sentences, token: Token) -> list[str]:
    """The words of a token: "60%-owned" in three, an apostrophe behind a name as "'s", none for a quotation mark."""
    lower: str = token.lower_
    if lower == "won" and token.i and token.nbor(-1).lower_ in _MULTIPLES:
        return ["krw"]
    if lower.isalpha():
        return [lower]
    if token.text.isspace() or lower == ")" or _is_quote(sentences, token) or _TICKER.fullmatch(token.text):
        return []
    if lower == "-" and _is_dash(token):
        return ["–"]
    text = "_".join(lower.replace("’", "'").split())
    if text == "'" or (text.startswith("'") and token.tag_ == "POS"):
        return ["'s"]
    return [part for part in _HYPHEN.split(text) if part]


def _is_dash(hyphen: Token) -> bool:
    """As between "Orbico - the owner of Wavelet - and", not at the start of a line or within a word."""
    before = hyphen.doc[hyphen.i - 1] if hyphen.i else None
    return bool(hyphen.whitespace_ and before is not None and before.whitespace_)


def _is_quote(sentences: Sentences, token: Token) -> bool:
    if token.text in ("'", "’") and token.i and not token.nbor(-1).whitespace_:
        behind_name = sentences.span_at(token.nbor(-1)) is not None and token.nbor(-1).lower_.endswith("s")
        return not (behind_name and token.whitespace_)
    return token.text in _QUOTES and token.tag_ != "POS"


def _remark(doc: Doc, i: int) -> int:
    """Tokens of a short remark in parentheses, to be left out; 1 where it says who someone is ("(chief executive)")."""
    for j in range(i + 1, min(len(doc), i + _MAX_REMARK)):
        if doc[j].text.startswith(")"):
            return 1 if _OFFICE_REMARK.match(doc[i + 1 : j].text.lower()) else j + 1 - i
    return 1


def _is_legal_form(doc: Doc, i: int) -> bool:
    """The rest of a name behind a remark: the "Limited" of "Orbico Systems (OS) Limited"."""
    return i < len(doc) and doc[i].text in _LEGAL_FORMS


def _modifies(sentences: Sentences, span: Span, spans: Mapping[int, tuple[int, Span]]) -> bool:
    """The "US" of "the US financial watchdog", the "Orbico" of "the Orbico mine", "Spain's Orbico"."""
    owner = span.end < len(sentences.doc) and sentences.doc[span.end].tag_ == "POS"
    following = spans.get(span.end + 1 if owner else span.end)
    if following is None and not owner and _describes_somebody(sentences, span):
        return True
    first = sentences.entity(span.entities[0])
    if following is None:
        return _is_placelike(first) and not owner and _describes_company(sentences, span, spans)
    if sentences.doc[span.start].sent != sentences.doc[span.end].sent:
        return False
    second = sentences.entity(following[1].entities[0])
    written = sentences.doc[span.start : span.end].text
    if second.type is EntityType.FACILITY and second.name.startswith((f"{first.name} ", f"{written} ")):
        return True
    if owner and _is_placelike(first) and second.type is EntityType.COMPANY:
        return True
    own_mention = owner or following[1].source == "nominal"
    return {first.type, second.type} == {EntityType.PLACE, EntityType.GOVERNMENT} and own_mention


def _describes_somebody(sentences: Sentences, span: Span) -> bool:
    """The "US" of "a US judge": a place in front of a noun for persons."""
    head = sentences.doc[span.head]
    is_place = sentences.entity(span.entities[0]).type in PUBLIC
    return is_place and head.dep_ in MODIFIERS and head.head.i >= span.end and head.head.lower_ in _SOMEBODY


def _describes_company(sentences: Sentences, span: Span, spans: Mapping[int, tuple[int, Span]]) -> bool:
    """The "US" of "US defence contractor Orbico" and "US transit agency Orbit"."""
    doc, i = sentences.doc, span.end
    while i < min(len(doc), span.end + _MAX_DESCRIPTION) and i not in spans and doc[i].tag_ in _DESCRIBING:
        i += 1
    named = spans.get(i) if i > span.end else None
    if named is None or named[1].is_stand_in:
        return False
    entity = sentences.entity(named[1].entities[0])
    return entity.type is EntityType.COMPANY or (entity.type in _AGENCIES and not _stands_for_place(entity))


def _mention_items(sentences: Sentences, number: int, span: Span, *, modifies: bool) -> Iterator[tuple[str, int]]:
    letters = "".join(sorted({letter for e in span.entities for letter in _letters(sentences.entity(e))}))
    first, head = sentences.doc[span.start], sentences.doc[span.head]
    if first.lower_ in _OFFICES and letters == "G":
        yield from ((first.lower_, span.start), ("of", span.start))
    last = sentences.doc[span.end - 1]
    if last.lower_ == "minister" and letters == "G" and len(span.entities) == 1:  # "trade minister": words alone
        yield from ((token.lower_, token.i) for token in sentences.doc[span.start : span.end])
        return
    adjective = modifies or _describes(sentences, span, head)
    yield f"⟨{number}:{letters}{'d' if adjective else _marks(span, head)}⟩", span.start
    if head.tag_ in ("PRP$", "WP$"):
        yield "'s", span.start
    if letters == "G" and sentences.doc[span.start : span.end].text.endswith(" District Attorney"):
        yield from (("district", span.end - 2), ("attorney", span.end - 1))


def _describes(sentences: Sentences, span: Span, head: Token) -> bool:
    """The "US" of "a US judge banned …": no more than "American"."""
    noun, entity = head.head, sentences.entity(span.entities[0])
    behind = head.dep_ in ("compound", "nmod") and noun.i == span.end and noun.tag_ in ("NN", "NNS")
    return behind and entity.type is EntityType.PLACE and is_region_or_country(entity)


def _marks(span: Span, head: Token) -> str:
    demonym = "d" if span.is_adjective else ""
    if head.tag_ in ("WDT", "WP", "WP$"):
        return demonym + "r"
    venture = "v" if head.lower_ in ("venture", "ventures") and span.source in ("chunk", "nominal") else ""
    return demonym + ("n" if span.is_stand_in else "") + venture


def _letters(entity: DocEntity) -> str:
    """A government that has the name of its place counts as the place too."""
    return LETTERS[entity.type] + ("L" if _stands_for_place(entity) else "")


def _is_placelike(entity: DocEntity) -> bool:
    return entity.type is EntityType.PLACE or _stands_for_place(entity)


def _stands_for_place(entity: DocEntity) -> bool:
    return entity.type is EntityType.GOVERNMENT and kind_of(entity) is not None


def slot(types: frozenset[EntityType], name: str = "", marks: str = "rn", *, venture: bool = False) -> str:
    """Regular expression of one mention of these types, with these marks at most; its number is the group `name`.

    A `venture` must be a joint venture without a name.
    """
    letters = "".join(sorted(LETTERS[t] for t in types))
    number = rf"(?P<{name}>\d+)" if name else r"\d+"
    tail = (f"[{marks}]*" if marks else "") + ("v" if venture else "v?")
    return rf" ⟨{number}:[A-Z]*[{letters}][A-Z]*{tail}⟩"


def fillers(sentences: Sentences, number: int, types: frozenset[EntityType], role: str) -> list[Filler]:
    """The mention with this number as filler, once for each of its entities of the types."""
    span = sentences.annotation.spans[number]
    if sentences.doc[span.head].lower_ == "venture":
        founded = _founded_as(sentences, sentences.doc[span.head])
        span = sentences.named_behind(span) or founded or _apposed(sentences, span) or span
    return [Filler(span, entity, role, 0) for entity in span.entities if fits(sentences.entity(entity), types)]


def _apposed(sentences: Sentences, venture: Span) -> Span | None:
    """The Orbico of "Orbico (ORB), an incorporated joint venture between A and B"."""
    before = sentences.doc[max(0, venture.start - 4) : venture.start]
    words = [token.text for token in before if token.lower_ not in ("a", "an", "the") and token.text != ")"]
    if words[-1:] != [","]:
        return None
    spans = (sentences.span_at(token) for token in reversed(before))
    span = next((s for s in spans if s is not None), None)
    named = span is not None and len(span.entities) == 1 and sentences.entity(span.entities[0]).named
    return span if span is not None and named and sentences.entity(span.entities[0]).type in _FOUNDED else None


def _founded_as(sentences: Sentences, venture: Token) -> Span | None:
    """The Orbico of "Orbico was founded as a joint venture" and "Founded as a joint venture, Orbico"."""
    if venture.dep_ != "pobj" or venture.head.lower_ != "as":
        return None
    verb = venture.head.head
    clauses = (verb, verb.head) if verb.dep_ in ("advcl", "acl") else (verb,)
    subjects = (c for clause in clauses for c in clause.children if c.dep_ in ("nsubj", "nsubjpass"))
    named = next((span for c in subjects if (span := sentences.span_at(c)) is not None), None)
    return named if named is not None and sentences.entity(named.entities[0]).type in _FOUNDED else None


def fits(entity: DocEntity, types: frozenset[EntityType]) -> bool:
    """Whether an entity may stand where these types are wanted; a country that acts is still a place."""
    return entity.type in types or (EntityType.PLACE in types and _stands_for_place(entity))
