"""The pattern language of frames (`frames/README.md`), compiled to regular expressions over marked lines.

What separates the items of such a line is said in `kg.extract.en.marked`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from kg.errors import RuleError
from kg.extract.en import reach
from kg.extract.en.frames import PROJECT, Frame
from kg.extract.en.lexicon import word_set
from kg.extract.en.lines import AMOUNT, LETTERS, Line, slot
from kg.extract.en.marked import STOPS, marked
from kg.extract.en.reach import Step
from kg.extract.rules import load
from kg.model import EntityType

_BOTH = 2
_DASHES = ("–", "—", "--")
"""What parts an apposition as a comma does."""
_END = r"(?=\s|$)"
_TITLES = "co|cofounder|founder|ceo|chief|chairman|president|executive|boss|director|billionaire"
_OTHERS = (
    "allies|ally|aides|supporters|relatives|subsidiary|affiliate|offshoot|loan|loans|board|executives|officials|"
    "employees|shareholders|members|founder|founders|directors|lawyers|managers|investors|staff"
)
"""What a name in front of it only describes: "sanctioned Lindal allies", "bought by Orbico subsidiary Wavelet"."""
_COMMON = STOPS | word_set(
    """, . : - 's the a an this that which who it its his their is are was were be been has have had will would"""
)
"""Words that most lines have."""
_NAME = "[\v\f]⟨"
_BASED = (
    rf"{_NAME}\d+:[A-Z]*L[a-z]*⟩(?:\t,(?: [a-z.]+|{_NAME}\d+:[A-Z]*L[a-z]*⟩))?"
    r" - (?:based|headquartered|listed|registered)"
)
_PLAIN = rf"(?: \S+|{_NAME}\d+:[A-Z]+d⟩|{_BASED})"
"""A filler word (`~n`), a demonym, or where a company is based ("London-based", "Dallas, Texas-based")."""
_ANY_ITEM = r"(?:\s(?![,;:.!?()–—]\s)\S+)"
_SHARE = rf"(?:\t[:,]| -|\twith)?\s[\d.]+ (?:%|percent|per cent|pct){_END}(?: (?:equity|stake|share))*"
"""What each of a list of owners holds."""
_PORTION = (
    rf"(?:\s(?:an?|the|another))?\s[\d.]+ (?:%|percent|per cent|pct){_END}"
    rf"(?: (?:equity|stake|shares?|interest|shareholding))*\t(?:of|in){_END}"
)
"""What somebody holds of each of a list: "10% of A and 5% of B"."""
_COMMA = r"(?:\t,(?:\tand|\tor)?|\tand|\tor| &|\tas well\tas)"
_NOT_DESCRIBING = rf"(?! (?:company|subsidiary|unit|affiliate|division){_END})"
"""Not the Nordbank of "Orbico, a Nordbank company", which is no member of a list."""
_SPLIT = rf"(?:\t,{_ANY_ITEM}{{1,14}}){{0,3}}\t;(?:\tand)?"
"""What parts the members of a list that are described."""
_RARE = {"based": f"|{_BASED}", "share": f"(?:{_SHARE})?", "split": f"|{_SPLIT}"}
"""Parts of regular expressions that most lines have nothing of, by their names in `Track.rare`."""
_FILLER = re.compile(r"[~*]\d+")
_MARKS = {"": "rn", "d": "drn", "n": "n", "x": "", "v": "rn"}
"""What a slot's letter allows beside names: demonyms, relative pronouns, noun phrases and pronouns."""
_BYSTANDERS = frozenset(f"<{kind.value}>" for kind in EntityType)
"""A mention that is no end of the fact: "<Place>"."""
_KINDS = frozenset({"+", "%", *_MARKS})
_GOING_ON = "in|for|to|from|over|as|under|towards|by|and|at|on|through|when|after|since|until"
_NAMED = {
    "APP": rf"(?:\t,{_ANY_ITEM}{{1,10}}\t,|\t[–—]{_ANY_ITEM}{{1,12}}\t[–—])",
    "REL": rf"(?:(?<=\t[,–—]) (?:an?|the){_PLAIN}{{1,6}}?)?(?: (?:which|that|who){_END}|{_NAME}\d+:[A-Z]+r⟩)",
    "WHOLE": rf"(?!\s's)(?!\s(?:{_OTHERS}){_END})",
    "NOTITLE": rf"(?!(?: 's)? (?:{_TITLES}){_END})",
    "ALONE": rf"(?=\s(?:[^\w⟨\s]|{_GOING_ON}){_END}|$)",
    "FRONT": "(?=\v)",
    "NOWITH": rf"(?!(?:\s[^\s.;]+){{0,14}}?\s(?:with|between)(?:\s[^\s⟨,.;]+){{0,4}}{_NAME})",
    "NOBY": r"(?!(?:\s(?![.;]\s)[^\s]+){0,14}?\sby\s)",
    "FIRST": r"(?<!⟩\t,)(?<!⟩\t,\tand)(?<!⟩\tand)",
    "START": r"(?:^|(?<=\t[.!?;]))",
    "NUMBER": rf"\s(?:[\d.,/]+|a third|one third|two thirds|half){_END}",
    "MODEL": rf"\s[a-z]{{0,4}}-?\d[\w/-]*{_END}",
    "MONEY": rf" {AMOUNT}\S*",
}
_NAMED_STEPS: dict[str, Step] = {
    "APP": reach.apposition,
    "REL": reach.relative,
    "START": reach.start,
    "NUMBER": reach.number,
    "MODEL": reach.model,
    "MONEY": reach.amount,
}


@dataclass(frozen=True)
class Pattern:
    """A pattern with the frame that it belongs to.

    Attributes:
        text: The pattern as its frame has it.
        needed: A line has a match only when it has an item of each of these sets: the first words of the phrases that
            may stand at a place of the pattern, or the letters of the types of an end; the rarest set of words first.
    """

    frame: Frame
    text: str
    needed: tuple[frozenset[str], ...]

    @cached_property
    def source(self) -> str:
        """The regular expression, made when a line first has the words that it needs, in their order."""
        slots = _Slots(self.frame.subject_types, self.frame.object_types)
        return "".join(_piece(slots, word) for word in self.text.split())

    @cached_property
    def _steps(self) -> tuple[Step, ...]:
        return tuple(_step(self.frame, word) for word in self.text.split())

    def matches(self, line: Line) -> Iterable[re.Match[str]]:
        """All matches in the marked text of a line."""
        track = line.track
        places = track.everywhere
        for step in self._steps:
            places = step(places, track)
            if not places:
                return ()
        return _compiled(shortened(self.source, track.rare)).finditer(line.marked)


def shortened(source: str, rare: frozenset[str]) -> str:
    """A regular expression without what a line has nothing of, all but `rare`: it compiles nearly twice as fast."""
    for name, part in _RARE.items():
        if name not in rare:
            source = source.replace(part, "")
    return source


_compiled = cache(re.compile)


class Patterns:
    """Patterns with an index of the words that they need, so that most are never tried on a line."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        sets = {needed: 1 << n for n, needed in enumerate({s: None for p in self.patterns for s in p.needed})}
        self._sets_with: dict[str, int] = {}
        """Of each word, a bit for each needed set that it is in."""
        for needed, bit in sets.items():
            for word in needed:
                self._sets_with[word] = self._sets_with.get(word, 0) | bit
        self._needs = [sum(sets[needed] for needed in frozenset(pattern.needed)) for pattern in self.patterns]
        rarest: dict[str, set[int]] = defaultdict(set)
        for number, pattern in enumerate(self.patterns):
            for word in next(iter(pattern.needed), ()):
                rarest[word].add(number)
        self._with_rarest = {word: frozenset(numbers) for word, numbers in rarest.items()}

    def fitting(self, line: Line) -> Iterator[Pattern]:
        """The patterns of whose needed sets a line has a word each, in their order."""
        hits = line.words & self._sets_with.keys()
        missing = -1
        for word in hits:
            missing &= ~self._sets_with[word]
        possible = frozenset[int]().union(*(self._with_rarest[word] for word in hits & self._with_rarest.keys()))
        needs = self._needs
        for number in sorted(n for n in possible if not needs[n] & missing):
            yield self.patterns[number]


def compile_patterns(frame: Frame) -> tuple[Pattern, ...]:
    """The frame's patterns.

    Raises:
        RuleError: A pattern has no S or no O (one may be `implied`), or a word list is unknown.
    """
    return tuple(Pattern(frame, text, (*_needed(text), *_ends(frame, text))) for text in frame.patterns)


def _required(text: str) -> Iterator[str]:
    """The words of a pattern that are not optional."""
    return (word.removeprefix("!") for word in text.split() if not word.endswith("?") or len(word) == 1)


def _ends(frame: Frame, text: str) -> tuple[frozenset[str], ...]:
    words = [word.removeprefix("!") for word in text.split()]
    given = {word[0] for word in words if _is_end(word.removesuffix("?"))}
    ends = len(given) + bool(frame.implied)
    if ends != _BOTH and not (frame.implied == PROJECT and ends < _BOTH):
        raise RuleError(f"rule {frame.rule!r}: pattern {text!r} needs both S and O, or one of them and `implied`.")
    needed = sorted({word[0] for word in words if _is_end(word)})
    return tuple(_letters(_types(frame, side)) for side in needed)


def _types(frame: Frame, side: str) -> frozenset[EntityType]:
    return frame.subject_types if side == "S" else frame.object_types


@cache
def _letters(types: frozenset[EntityType]) -> frozenset[str]:
    return frozenset(LETTERS[kind] for kind in types)


@cache
def _needed(text: str) -> tuple[frozenset[str], ...]:
    """Sets of first words of which a line must have one each; the rarest first."""
    fixed = (word for word in _required(text) if not _is_slot(word) and word not in _NAMED)
    return tuple(sorted(map(_openings, fixed), key=_commonness))


@cache
def _openings(word: str) -> frozenset[str]:
    """The first word of each phrase that a piece stands for."""
    return frozenset(phrase.split()[0] for phrase in _spellings(word))


@cache
def _commonness(openings: frozenset[str]) -> tuple[bool, int]:
    """Groups with a word that almost every line has say least about a line; of the others, those with many words."""
    return not openings.isdisjoint(_COMMON), len(openings)


def _step(frame: Frame, word: str) -> Step:
    """What a piece of a pattern lets stand at its place."""
    optional = word.endswith("?") and len(word) > 1
    word = (word[:-1] if optional else word).lstrip("!")
    is_end = _is_end(word)
    step = _mention_step(_letters(_types(frame, word[0])), word[1:]) if is_end else _common_step(word)
    return reach.optional(step) if optional else step


@cache
def _mention_step(letters: frozenset[str], kind: str) -> Step:
    return reach.listed(letters) if kind in ("+", "%") else reach.mention(letters, _MARKS[kind])


@cache
def _common_step(word: str) -> Step:
    """The step of a piece that means the same in all patterns."""
    if _FILLER.fullmatch(word):
        return (reach.fillers if word[0] == "~" else reach.anything)(int(word[1:]))
    if word in _NAMED:
        return _NAMED_STEPS.get(word, reach.here)
    if word in _BYSTANDERS:
        return reach.mention(LETTERS[EntityType(word[1:-1])], "rnd")
    return reach.words(_spellings(word))


@dataclass(slots=True)
class _Slots:
    """What a pattern's S and O stand for, and how many of each there are so far."""

    subject_types: frozenset[EntityType]
    object_types: frozenset[EntityType]
    counts: Counter[str] = field(default_factory=Counter)


def _piece(slots: _Slots, word: str) -> str:
    optional = word.endswith("?") and len(word) > 1
    word = word[:-1] if optional else word
    trigger = word.startswith("!")
    piece = _plain_piece(slots, word.lstrip("!"))
    piece = f"(?P<t>{piece})" if trigger else piece
    return f"(?:{piece})?" if optional else piece


def _plain_piece(slots: _Slots, word: str) -> str:
    side = word[:1]
    if _is_end(word):
        name = f"{side.lower()}{slots.counts[side]}"
        slots.counts[side] += 1
        return _slot_piece(slots.subject_types if side == "S" else slots.object_types, name, word[1:])
    if _FILLER.fullmatch(word):
        return rf"{_PLAIN if side == '~' else _ANY_ITEM}{{0,{word[1:]}}}?"
    if word in _NAMED:
        return _NAMED[word]
    if word in _BYSTANDERS:
        return _mention(frozenset({EntityType(word[1:-1])}), marks="rnd")
    return _words(word)


def _is_end(word: str) -> bool:
    return word[:1] in ("S", "O") and word[1:] in _KINDS


def _is_slot(word: str) -> bool:
    return _is_end(word) or word in _BYSTANDERS or bool(_FILLER.fullmatch(word))


def _options(word: str) -> list[str]:
    """The words that a piece stands for: those of a list, or those between its bars."""
    if not word.startswith("@"):
        return word.strip("()").split("|")
    try:
        found: list[str] = load("en/word_lists.yaml")[word[1:]]
    except KeyError as error:
        raise RuleError(f"en/word_lists.yaml has no list {word[1:]!r}, which a pattern names.") from error
    return found


def _slot_piece(types: frozenset[EntityType], name: str, kind: str) -> str:
    if kind == "%":
        one = _mention(types)
        return rf"(?P<{name}>{one}(?:{_COMMA}{_PORTION}{_PLAIN}{{0,5}}?{one})*)"
    if kind == "+":
        one = _mention(types)
        remark = rf"(?:{_COMMA} (?:the|a|an){_ANY_ITEM}{{1,6}})??"
        one = rf"{one}{_NOT_DESCRIBING}(?: 's{one})?(?:{_SHARE})?"
        return rf"(?P<{name}>{one}(?:(?: 's{_PLAIN}{{0,3}})?{remark}(?:{_COMMA}|{_SPLIT}){_PLAIN}{{0,5}}?{one})*)"
    return _mention(types, name, _MARKS[kind], venture=kind == "v")


def _mention(types: frozenset[EntityType], name: str = "", marks: str = "rn", *, venture: bool = False) -> str:
    return slot(types, name, marks, venture=venture).replace(" ⟨", _NAME, 1)


@cache
def _words(word: str) -> str:
    texts = sorted((re.escape(phrase) for phrase in _spellings(word)), key=len, reverse=True)
    return rf"(?:(?:{'|'.join(texts)}){_END})"


@cache
def _spellings(word: str) -> tuple[str, ...]:
    """The words of a piece as they stand in a marked line: parted at hyphens too, a comma or dash for a comma."""
    options = _options(word)
    options = [*options, *_DASHES] if "," in options else options
    texts = (
        text.replace("_", " ").replace("-", " - ") if text.strip("-") and len(text) > 1 else text for text in options
    )
    return tuple(marked(text.split()) for text in texts)
