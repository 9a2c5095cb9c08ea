"""Where in a line the items of a pattern can stand: a test that needs no regular expression.

A set of places is an integer with a bit for each place of a line; place `i` lies before item `i`. A `Step` says from a
set of places behind which items one may stand next; where a pattern's steps lead nowhere it has no match. Where they
lead somewhere its regular expression decides, which looks closer at a few things.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeAlias

from kg.extract.en.marked import SIGNS, is_stop

_BASED = ("based", "headquartered", "listed", "registered")
_NUMBER = re.compile(r"[\d.,/]+|half")
_MODEL = re.compile(r"[a-z]{0,4}-?\d[\w/-]*")
_SHARES = frozenset({"%", "percent", "per", "pct"})
_MENTION = re.compile(r"⟨\d+:([A-Z]*)([a-z]*)⟩")


class Track:
    """The items of a line as sets of places.

    Attributes:
        everywhere: All places.
        at: Of each item, the places before it.
        plain: Places before what filler words may be.
        based: Places before "Gdansk-based", which are three items and one filler.
        seated: Places before "Dallas, Texas-based", which are five.
        inside: Places before what is no punctuation.
        rare: Which of "based" (places), "share" (percentages) and "split" (semicolons) the line has.
        known: Of what steps have looked for in this line, the places before it.
    """

    def __init__(self, items: Sequence[str]) -> None:
        self.items = items
        self.everywhere = (1 << len(items) + 1) - 1
        self.at: dict[str, int] = {}
        self.plain = self.based = self.seated = self.inside = 0
        self.known: dict[Hashable, int] = {}
        self._mentions: list[tuple[int, frozenset[str], frozenset[str]]] = []
        for i, item in enumerate(items):
            self.at[item] = self.at.get(item, 0) | 1 << i
            if item[0] == "⟨":
                self._add_mention(i, item)
            elif not is_stop(item):
                self.plain |= 1 << i
            if item not in SIGNS or i + 1 == len(items):
                self.inside |= 1 << i

        shares = not _SHARES.isdisjoint(self.at)
        has = {"based": bool(self.based | self.seated), "share": shares, "split": ";" in self.at}
        self.rare = frozenset(name for name, there in has.items() if there)

    def _add_mention(self, i: int, item: str) -> None:
        found = _MENTION.match(item)
        letters, tail = found.groups() if found else ("", "")
        self._mentions.append((1 << i, frozenset(letters), frozenset(tail)))
        if tail == "d":
            self.plain |= 1 << i
        following = self.items[i + 1 : i + 5]
        if len(following) > 1 and following[0] == "-" and following[1].startswith(_BASED):
            self.based |= 1 << i
        if len(following) > 3 and following[0] == "," and following[2] == "-" and following[3].startswith(_BASED):
            self.seated |= 1 << i

    def mentions(self, letters: frozenset[str], marks: frozenset[str]) -> int:
        """Places before mentions with one of these letters, and with these marks at most."""
        return sum(place for place, has, tail in self._mentions if not letters.isdisjoint(has) and tail <= marks)

    def places(self, phrase: Sequence[str]) -> int:
        """Places before these items, one behind the other."""
        found = self.everywhere
        for step, item in enumerate(phrase):
            found &= self.at.get(item, 0) >> step
        return found


Step: TypeAlias = Callable[[int, Track], int]
"""From a set of places of a line to the places behind what stands there."""


def words(phrases: Iterable[str]) -> Step:
    """One of these words or phrases."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        by_first.setdefault(first, []).append((first, *rest))
    sizes = {len(phrase) for opened in by_first.values() for phrase in opened}
    return _single_words(frozenset(by_first)) if sizes == {1} else _phrases(by_first)


def _single_words(wanted: frozenset[str]) -> Step:
    def step(places: int, track: Track) -> int:
        mask = track.known.get(wanted)
        if mask is None:
            mask = track.known[wanted] = sum([track.at[word] for word in wanted & track.at.keys()])
        return (places & mask) << 1

    return step


def _phrases(by_first: Mapping[str, Iterable[tuple[str, ...]]]) -> Step:
    def step(places: int, track: Track) -> int:
        reached = 0
        for first in by_first.keys() & track.at.keys():
            if places & track.at[first]:
                for phrase in by_first[first]:
                    reached |= (places & track.places(phrase)) << len(phrase)
        return reached

    return step


def mention(letters: Iterable[str], marks: str) -> Step:
    """A mention of types with these letters, with these marks at most."""
    wanted = (frozenset(letters), frozenset(marks) | {"v"})

    def step(places: int, track: Track) -> int:
        mask = track.known.get(wanted)
        if mask is None:
            mask = track.known[wanted] = track.mentions(*wanted)
        return (places & mask) << 1

    return step


def listed(letters: Iterable[str]) -> Step:
    """A list of mentions of types with these letters, perhaps with the share of each."""
    first, member = mention(letters, "rn"), mention(letters, "rn")

    def step(places: int, track: Track) -> int:
        begun = first(places, track)
        if not begun:
            return 0
        behind = track.everywhere & -(begun & -begun)  # the first place, and all behind it
        return behind if "share" in track.rare else behind & (begun | member(behind, track))

    return step


def fillers(most: int) -> Step:
    """Up to so many filler words."""

    def step(places: int, track: Track) -> int:
        reached = last = places
        for _ in range(most):
            last = (last & track.plain) << 1 | (last & track.based) << 3 | (last & track.seated) << 5
            if not last:
                break
            reached |= last
        return reached

    return step


def anything(most: int, least: int = 0) -> Step:
    """So many items that are no punctuation."""

    def step(places: int, track: Track) -> int:
        last, reached = places, 0 if least else places
        for size in range(1, most + 1):
            last = (last & track.inside) << 1
            if not last:
                break
            reached |= last if size >= least else 0
        return reached

    return step


def optional(inner: Step) -> Step:
    """The step, or none."""
    return lambda places, track: places | inner(places, track)


def either(*steps: Step) -> Step:
    """One of the steps."""

    def step(places: int, track: Track) -> int:
        reached = 0
        for one in steps:
            reached |= one(places, track)
        return reached

    return step


def chain(*steps: Step) -> Step:
    """One step behind the other."""

    def step(places: int, track: Track) -> int:
        for one in steps:
            places = one(places, track)
            if not places:
                break
        return places

    return step


def here(places: int, track: Track) -> int:
    """Something that takes no item, and that only the regular expression knows."""
    return places


def start(places: int, track: Track) -> int:
    """The beginning of a sentence."""
    ends = 0
    for sign in ".!?;":
        ends |= track.at.get(sign, 0)
    return places & (ends << 1 | 1)


def number(places: int, track: Track) -> int:
    """A number, or a share in words."""
    single = sum(place for item, place in track.at.items() if _NUMBER.fullmatch(item))
    return (places & single) << 1 | _shares(places, track)


def model(places: int, track: Track) -> int:
    """What a maker calls a product: "777", "a350", "f-35"."""
    return (places & sum(place for item, place in track.at.items() if _MODEL.fullmatch(item))) << 1


def amount(places: int, track: Track) -> int:
    """An amount of money."""
    return (places & sum(place for item, place in track.at.items() if item[0] == "¤")) << 1


_shares = words(["a third", "one third", "two thirds"])
apposition = either(
    chain(words([","]), anything(10, least=1), words([","])),
    chain(words(["–", "—"]), anything(12, least=1), words(["–", "—"])),
)
"""What stands between two commas or dashes."""
relative = chain(
    optional(chain(words(["a", "an", "the"]), fillers(6))),
    either(words(["which", "that", "who"]), mention("CGOPLFE", "r")),
)
"""A relative pronoun, perhaps with a noun before it."""
