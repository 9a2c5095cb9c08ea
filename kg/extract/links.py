"""What is not read: the addresses of Markdown links, and the codes of shares behind a firm's name.

Of "[Orbico](https://example.org) (NYSE: ORB)" the first word is left. The text that is parsed is shorter than the
article; facts found in it are moved to where they stand in the article.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache

from kg.extract.rules import load
from kg.model import Evidence, Fact, Mention

_LINK = (
    r"(?P<image>!?)\[(?P<words>[^\[\]\n]*)\]"
    r"\((?:https?://|www\.|mailto:|[/#])[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?: +\"[^\"\n]*\")?\)"
)


@cache
def _unread(codes: bool) -> re.Pattern[str]:
    if not codes:
        return re.compile(_LINK)
    words = load("tickers.yaml")
    exchange, market = "|".join(words["exchanges"]), "|".join(words["markets"])
    listed = rf"(?:{exchange})(?: [A-Z]{{2,9}})? ?: ?[A-Z0-9.-]{{1,10}}"
    return re.compile(
        rf"{_LINK}|(?<=[\w.]) ?\({listed}(?: ?[;,/] ?{listed}){{0,3}}\)"
        rf"|(?<=[\w.]) ?[(<](?!U\.)[A-Z0-9]{{1,7}}[a-z]?\.(?:{market})[)>]"
        rf"|(?<=[a-z.]) [A-Z]{{3,6}}[a-z]?\.(?:{market})(?=[ ,])"
    )


@dataclass(frozen=True, slots=True)
class Unlinked:
    """A text without the markup of its links and without the codes of shares.

    Attributes:
        text: What is left: all characters outside of links and codes, and the words of links that are no images.
        starts: Offset in `text` at which each kept piece begins, ascending.
        shifts: By how much each piece stands further behind in the original.
        links: Ranges of the links and codes in the original, ascending.
    """

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]
    links: tuple[tuple[int, int], ...] = ()

    def original(self, offset: int) -> int:
        """Where a character of `text` stands in the original."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def unlink(text: str, *, codes: bool = True) -> Unlinked:
    """The text with each link replaced by its words, and each image and each code of a share by nothing.

    Args:
        text: An article.
        codes: Whether codes of shares are left out; in Chinese they show what is a company.

    >>> unlink("[Orbico](https://example.org/a) grows, Nordwind (NYSE: NWD) shrinks").text
    'Orbico grows, Nordwind shrinks'
    """
    pieces: list[tuple[int, int]] = []
    links: list[tuple[int, int]] = []
    end = 0
    for match in _unread(codes).finditer(text):
        pieces.append((end, match.start()))
        if match["words"] is not None and not match["image"]:
            pieces.append(match.span("words"))
        links.append(match.span())
        end = match.end()
    kept = [piece for piece in (*pieces, (end, len(text))) if piece[0] < piece[1]] or [(0, 0)]
    starts: list[int] = []
    length = 0
    for start, stop in kept:
        starts.append(length)
        length += stop - start
    shifts = tuple(start - at for (start, _), at in zip(kept, starts, strict=True))
    return Unlinked("".join(text[start:stop] for start, stop in kept), tuple(starts), shifts, tuple(links))


def relocate(fact: Fact, unlinked: Unlinked, text: str) -> Fact:
    """A fact of the text without links as one of the article `text`; its evidence holds links whole."""
    start, end = _moved(fact.evidence.start, fact.evidence.end, unlinked)
    cut = [link for link in unlinked.links if link[0] < start < link[1] or link[0] < end < link[1]]
    start, end = min([start, *(low for low, _ in cut)]), max([end, *(high for _, high in cut)])
    return replace(
        fact,
        subject=_relocated(fact.subject, unlinked),
        object=_relocated(fact.object, unlinked),
        evidence=Evidence(text[start:end], start, end),
    )


def _relocated(mention: Mention, unlinked: Unlinked) -> Mention:
    if mention.start < 0:
        return mention
    start, end = _moved(mention.start, mention.end, unlinked)
    return replace(mention, start=start, end=end)


def _moved(start: int, end: int, unlinked: Unlinked) -> tuple[int, int]:
    """A range in the original: from its first to behind its last character."""
    return unlinked.original(start), unlinked.original(end - 1) + 1 if end > start else unlinked.original(start)
