"""A document's tokens as plain lists: reading them costs a fraction of asking spaCy's tokens one by one."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, POS, SENT_START, SPACY, TAG
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
    table = doc.to_array([POS, TAG, DEP, HEAD, ENT_TYPE, ENT_IOB, SENT_START, SPACY]).tolist()
    strings = doc.vocab.strings
    names: dict[int, str] = {0: ""}

    def name(key: int) -> str:
        if key not in names:
            names[key] = strings[key]
        return names[key]

    text = [token.text for token in doc]
    size = len(text)
    head = [i + _signed(row[3]) for i, row in enumerate(table)]
    children: list[list[int]] = [[] for _ in range(size)]
    for i, above in enumerate(head):
        if above != i:
            children[above].append(i)
    return Sheet(
        doc=doc,
        text=text,
        lower=[word.lower().replace("’", "'") for word in text],
        pos=[name(row[0]) for row in table],
        tag=[name(row[1]) for row in table],
        dep=[name(row[2]) for row in table],
        head=head,
        ent=[name(row[4]) for row in table],
        ent_span=_ent_spans(table),
        sent=_sentences(text, [row[6] for row in table]),
        space=[bool(row[7]) for row in table],
        lines=_lines(text),
        children=children,
    )


def _signed(value: int) -> int:
    """Head offsets come as unsigned 64-bit numbers."""
    return value - (1 << 64) if value >> 63 else value


def _ent_spans(table: list[list[int]]) -> dict[int, tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    start = -1
    for i, row in enumerate([*table, [0] * 8]):
        inside = row[4] != 0 and row[5] == 1
        if start >= 0 and not inside:
            spans.update(dict.fromkeys(range(start, i), (start, i)))
            start = -1
        if row[4] != 0 and start < 0:
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
