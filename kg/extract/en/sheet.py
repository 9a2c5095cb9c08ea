"""A document's tokens as plain lists, for what goes from word to word and not up and down the tree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.extract.en.tokens import Doc, ParsedDoc, plain

_NONE: Sequence[int] = ()

_SIGNS = frozenset({"$", "€", "£", "¥", "₦", "₹"})


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
    children: list[Sequence[int]] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.text)

    def words(self, start: int, end: int) -> str:
        """The text of a token range, as the document writes it, on one line."""
        parts = [self.text[i] + (" " if self.space[i] else "") for i in range(start, end)]
        return " ".join("".join(parts).split())

    def runs_into_sum(self, i: int) -> bool:
        """Whether NER took a sum of money into one name with a token ("Orbico $6 million")."""
        first, last = self.ent_span.get(i, (i, i))
        return not _SIGNS.isdisjoint(self.text[first:last])

    def line_of(self, i: int) -> int:
        """Number of the line that a token stands in."""
        return max(0, bisect_right(self.lines, (i, len(self.text) + 1)) - 1)


def read(parsed: ParsedDoc) -> Sheet:
    """Columns of a parsed document."""
    doc = plain(parsed)
    text = [token.text for token in doc]
    lower = {word: word.lower().replace("’", "'") for word in set(text)}
    ents = [token.ent_type_ for token in doc]
    return Sheet(
        doc=doc,
        text=text,
        lower=[lower[word] for word in text],
        pos=[token.pos_ for token in doc],
        tag=[token.tag_ for token in doc],
        dep=[token.dep_ for token in doc],
        head=doc.heads,
        ent=ents,
        ent_span=_ent_spans(ents, doc.iob),
        sent=_sentences(text, doc.starts),
        space=[bool(token.whitespace_) for token in doc],
        lines=_lines(text),
        children=[[child.i for child in token.children] if token.children else _NONE for token in doc],
    )


def _ent_spans(ents: list[str], iob: list[int]) -> dict[int, tuple[int, int]]:
    spans: dict[int, tuple[int, int]] = {}
    start = -1
    for i, (ent, place) in enumerate(zip((*ents, ""), (*iob, 0), strict=True)):
        inside = ent and place == 1
        if start >= 0 and not inside:
            spans.update(dict.fromkeys(range(start, i), (start, i)))
            start = -1
        if ent and start < 0:
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
