"""A parsed text as plain Python objects, with the part of spaCy's interface that the extractor uses.

spaCy makes a new object for every token that is asked for, and looks every string up again; rules ask millions of
times. So a document is read once, column by column.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TypeAlias, overload

from spacy import tokens as spacy_tokens
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, LOWER, ORTH, POS, SENT_START, SPACY, TAG
from spacy.lang.en.lex_attrs import like_num
from spacy.strings import StringStore
from spacy.vocab import Vocab

_ATTRIBUTES = (ORTH, LOWER, LEMMA, POS, TAG, DEP, HEAD, ENT_TYPE, ENT_IOB, SENT_START, SPACY)


@dataclass(slots=True, eq=False, repr=False)
class Token:
    """One token; what its attributes mean is said in spaCy's documentation."""

    doc: Doc
    i: int
    idx: int
    text: str
    lower_: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    ent_type_: str
    whitespace_: str
    head: Token = field(init=False)
    children: Sequence[Token] = field(init=False)

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    def nbor(self, step: int = 1) -> Token:
        """The token so many places behind (or before)."""
        return self.doc.tokens[self.i + step]

    @property
    def sent(self) -> Span:
        """The sentence."""
        return self.doc.sentence_at[self.i]

    @property
    def subtree(self) -> Iterator[Token]:
        """The token and all below it, in text order."""
        waiting = True
        for child in self.children:
            if waiting and child.i > self.i:
                waiting = False
                yield self
            yield from child.subtree
        if waiting:
            yield self

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        return min(self.subtree, key=_place)

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        return max(self.subtree, key=_place)

    @property
    def is_punct(self) -> bool:
        """Whether it is made of punctuation only."""
        return all(unicodedata.category(letter).startswith("P") for letter in self.text)

    @property
    def like_num(self) -> bool:
        """Whether it is a number, in digits or a word."""
        return bool(like_num(self.text))

    def is_ancestor(self, other: Token) -> bool:
        """Whether it stands above another token in the tree."""
        while other.head is not other:
            other = other.head
            if other is self:
                return True
        return False


def _place(token: Token) -> int:
    return token.i


@dataclass(slots=True, unsafe_hash=True)
class Span:
    """Tokens `[start, end)`; not frozen, since an article makes thousands and frozen ones take twice as long."""

    doc: Doc
    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[Token]:
        return iter(self.doc.tokens[self.start : self.end])

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self.doc.tokens[range(self.start, self.end)[place]]

    @property
    def start_char(self) -> int:
        """Offset of the first token."""
        return self.doc.offsets[self.start]

    @property
    def end_char(self) -> int:
        """Offset behind the last token."""
        last = self.doc.tokens[self.end - 1]
        return last.idx + len(last.text)

    @property
    def text(self) -> str:
        """The words as the text has them."""
        return self.doc.text[self.start_char : self.end_char] if self.start < self.end else ""

    @property
    def root(self) -> Token:
        """The token nearest to the root of its sentence, the first of several."""
        tokens = self.doc.tokens[self.start : self.end]
        top = next((token for token in tokens if token.head is token), None)
        outward = (token for token in tokens if not self.start <= token.head.i < self.end)
        return top or min(outward, key=_depth, default=tokens[0])


def _depth(token: Token) -> int:
    """Steps to the root of its sentence; spaces and punctuation without anything below come last."""
    if not token.children and (token.text.isspace() or token.is_punct):
        return len(token.doc)
    steps = 0
    while token.head is not token:
        token, steps = token.head, steps + 1
    return steps


class Doc:
    """A parsed text.

    Attributes:
        tokens: Its tokens.
        offsets: Of each token, where it begins in the text.
        heads: Of each token, the index of its head.
        iob: Of each token, spaCy's mark of its place in a named entity: 3 first, 1 further.
        starts: Of each token, 1 if it begins a sentence.
    """

    def __init__(self, vocab: Vocab, columns: list[list[int]]) -> None:
        names = _names(vocab.strings)
        words, lower, lemma, pos, tag, dep, heads, ents, self.iob, self.starts, spaces = columns
        self.vocab = vocab
        texts = list(map(names.__getitem__, words))
        blanks = [" " if space else "" for space in spaces]
        parts = [text + blank for text, blank in zip(texts, blanks, strict=True)]
        self.text = "".join(parts)
        self.offsets = [0, *accumulate(map(len, parts))][: len(parts)]
        strings = (map(names.__getitem__, column) for column in (lower, lemma, pos, tag, dep, ents))
        rows = zip(range(len(texts)), self.offsets, texts, *strings, blanks, strict=True)
        self.tokens = [Token(self, *row) for row in rows]
        self.heads = [i + _signed(offset) for i, offset in enumerate(heads)]
        self._hang()

    def _hang(self) -> None:
        """Give every token its head and children."""
        below: dict[int, list[Token]] = {}
        tokens = self.tokens
        for i, (token, head) in enumerate(zip(tokens, self.heads, strict=True)):
            token.head = tokens[head]
            token.children = ()
            if head != i:
                below.setdefault(head, []).append(token)
        for i, children in below.items():
            tokens[i].children = children

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        if isinstance(place, slice):
            return Span(self, 0, len(self.tokens))[place]
        return self.tokens[place]

    @cached_property
    def sents(self) -> tuple[Span, ...]:
        """The parser's sentences."""
        starts = [0, *(i for i, start in enumerate(self.starts) if start == 1 and i)]
        return tuple(Span(self, a, b) for a, b in zip(starts, [*starts[1:], len(self.tokens)], strict=True) if a < b)

    @cached_property
    def sentence_at(self) -> list[Span]:
        """Of each token, its sentence."""
        return [sentence for sentence in self.sents for _ in range(sentence.start, sentence.end)]

    def around(self, start: int, end: int) -> Span | None:
        """The tokens that a character range touches, None outside of the text."""
        if not 0 <= start < len(self.text) or not 0 < end <= len(self.text):
            return None
        first = bisect_right(self.offsets, start) - 1
        last = bisect_right(self.offsets, end - 1, first) - 1
        behind = start == self.offsets[first] + len(self.tokens[first].text)
        return Span(self, first + behind, last + 1)

    def release(self) -> None:
        """Part the tokens, which are then freed at once and not by a search through all that points at each other."""
        for token in self.tokens:
            del token.head
            token.children = ()
        vars(self).clear()


ParsedDoc: TypeAlias = Doc | spacy_tokens.Doc


def plain(doc: ParsedDoc) -> Doc:
    """A document that spaCy has parsed, read into plain objects."""
    return doc if isinstance(doc, Doc) else Doc(doc.vocab, doc.to_array(_ATTRIBUTES).T.tolist())


@lru_cache(maxsize=2)
def _names(strings: StringStore) -> _Names:
    """Those of one pipeline, shared by its documents."""
    return _Names(strings)


class _Names(dict[int, str]):
    """Strings by spaCy's numbers for them, each looked up once."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__({0: ""})
        self._strings = strings

    def __missing__(self, key: int) -> str:
        name: str = self._strings[key]
        self[key] = name
        return name


def _signed(value: int) -> int:
    """Head offsets come as unsigned 64-bit numbers."""
    return value - (1 << 64) if value >> 63 else value
