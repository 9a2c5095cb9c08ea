"""A document's tokens as plain lists: reading them costs a fraction of asking spaCy's tokens one by one."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, ORTH, POS, SENT_START, SPACY, TAG
from spacy.strings import StringStore
from spacy.tokens import Doc


@dataclass(slots=True)
class Sheet:
    """Token columns of one document; index `i` is spaCy's token index throughout.

    Attributes:
        head: Index of the syntactic head (a root is its own head).
        ent: NER label of the token or "".
        ent_span: For a token inside a NER entity its (start, end).
        sent: Number of the sentence; a line break ends a sentence, whatever the parser says.
        space: Whether whitespace follows the token.
        lines: Token ranges of the text's lines, blank ones left out.
    """

    doc: Doc
    text: list[str]
    lower: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    ent: list[str]
    ent_span: dict[int, tuple[int, int]]
    sent: list[int]
    space: list[bool]
    lines: list[tuple[int, int]]
    children: list[list[int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.text)

    def words(self, start: int, end: int) -> str:
        """The text of a token range, as the document writes it, on one line."""
        parts = [self.text[i] + (" " if self.space[i] else "") for i in range(start, end)]
        return " ".join("".join(parts).split())

    def line_of(self, i: int) -> int:
        """Number of the line that a token stands in."""
        return max(0, bisect_right(self.lines, (i, len(self.text) + 1)) - 1)


def read(doc: Doc) -> Sheet:
    """Columns of a parsed document."""
    attributes = (ORTH, POS, TAG, DEP, HEAD, ENT_TYPE, ENT_IOB, SENT_START, SPACY)
    words, pos, tag, dep, heads, ents, iob, starts, space = doc.to_array(attributes).T.tolist()
    names = _names(doc.vocab.strings)
    text = [names[word] for word in words]
    lower = {word: word.lower().replace("’", "'") for word in set(text)}
    head = [i + _signed(offset) for i, offset in enumerate(heads)]
    children: list[list[int]] = [[] for _ in text]
    for i, above in enumerate(head):
        if above != i:
            children[above].append(i)
    return Sheet(
        doc=doc,
        text=text,
        lower=[lower[word] for word in text],
        pos=[names[key] for key in pos],
        tag=[names[key] for key in tag],
        dep=[names[key] for key in dep],
        head=head,
        ent=[names[key] for key in ents],
        ent_span=_ent_spans(ents, iob),
        sent=_sentences(text, starts),
        space=list(map(bool, space)),
        lines=_lines(text),
        children=children,
    )


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


def _ent_spans(ents: list[int], iob: list[int]) -> dict[int, tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    start = -1
    for i, (ent, place) in enumerate(zip((*ents, 0), (*iob, 0), strict=True)):
        inside = ent != 0 and place == 1
        if start >= 0 and not inside:
            spans.update(dict.fromkeys(range(start, i), (start, i)))
            start = -1
        if ent != 0 and start < 0:
            start = i
    return spans


def _sentences(text: list[str], starts: list[int]) -> list[int]:
    numbers: list[int] = []
    number, broken = 0, False
    for i, word in enumerate(text):
        if i and (starts[i] == 1 or broken):
            number += 1
        broken = "\n" in word
        numbers.append(number)
    return numbers


def _lines(text: list[str]) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    start = 0
    for i, word in enumerate([*text, "\n"]):
        if "\n" in word:
            if start < i:
                lines.append((start, i))
            start = i + 1
    return lines
