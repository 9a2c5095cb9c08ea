"""The pattern language of frames (`frames/README.md`), compiled to regular expressions over marked lines.

What separates the items of such a line is said in `kg.extract.en.marked`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property

from kg.errors import RuleError
from kg.extract.en.frames import PROJECT, Frame
from kg.extract.en.lexicon import word_set
from kg.extract.en.lines import AMOUNT, LETTERS, Line, slot
from kg.extract.en.marked import STOPS, marked
from kg.extract.rules import load
from kg.model import EntityType

_BOTH = 2
_END = r"(?=\s|$)"
_TITLES = "co|cofounder|founder|ceo|chief|chairman|president|executive|boss|director|billionaire"
_OTHERS = "allies|ally|aides|supporters|relatives|subsidiary|affiliate|offshoot|loan|loans"
"""What a name in front of it only describes: "sanctioned Lindal allies", "bought by Orbico subsidiary Wavelet"."""
_COMMON = STOPS | word_set(
    """, . : - 's the a an this that which who it its his their is are was were be been has have had will would"""
)
"""Words that most lines have."""
_NAME = "[\v\f]⟨"
_BASED = rf"{_NAME}\d+:[A-Z]*L[a-z]*⟩ - (?:based|headquartered|listed|registered)"
_PLAIN = rf"(?: \S+|{_NAME}\d+:[A-Z]+d⟩|{_BASED})"
"""A filler word (`~n`), a demonym, or where a company is based ("London-based")."""
_ANY_ITEM = r"(?:\s(?![,;:.!?()–—]\s)\S+)"
_FILLER = re.compile(r"[~*]\d+")
_MARKS = {"": "rn", "d": "drn", "n": "n", "x": "", "v": "rn"}
"""What a slot's letter allows beside names: demonyms, relative pronouns, noun phrases and pronouns."""
_BYSTANDERS = frozenset(f"<{kind.value}>" for kind in EntityType)
"""A mention that is no end of the fact: "<Place>"."""
_KINDS = frozenset({"+", *_MARKS})
_NAMED = {
    "APP": rf"\t,{_ANY_ITEM}{{1,10}}\t,",
    "REL": rf"(?:(?<=\t,) (?:an?|the){_PLAIN}{{1,6}}?)?(?: (?:which|that|who){_END}|{_NAME}\d+:[A-Z]+r⟩)",
    "WHOLE": rf"(?!\s's)(?!\s(?:{_OTHERS}){_END})",
    "NOTITLE": rf"(?!(?: 's)? (?:{_TITLES}){_END})",
    "ALONE": rf"(?=\s(?:[^\w⟨\s]|in|for|to|from|over|as|under|towards|by|and|at|on|through|when|after){_END}|$)",
    "FRONT": "(?=\v)",
    "NOWITH": rf"(?!(?:\s[^\s.;]+){{0,14}}?\s(?:with|between)(?:\s[^\s⟨,.;]+){{0,4}}{_NAME})",
    "NOBY": r"(?!(?:\s(?![.;]\s)[^\s]+){0,14}?\sby\s)",
    "FIRST": r"(?<!⟩\t,)(?<!⟩\t,\tand)(?<!⟩\tand)",
    "START": r"(?:^|(?<=\t[.!?;]))",
    "NUMBER": rf"\s(?:[\d.,/]+|a third|one third|two thirds|half){_END}",
    "MONEY": rf" {AMOUNT}\S*",
}


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Items that a line must have one of: these words, or mentions with one of these letters."""

    items: frozenset[str]
    mention: bool = False


@dataclass(frozen=True)
class Pattern:
    """A pattern with the frame that it belongs to.

    Attributes:
        text: The pattern as its frame has it.
        ends: For each end that it names, the letters of the types that may be there.
        order: What a line must have one behind the other: the words of a group, or mentions with one of some letters.
        needed: Groups with phrases; a line has a match only when it has a phrase or word of every group.
        first: The first words of the phrases and words of every group, the rarest group first.
    """

    frame: Frame
    text: str
    ends: tuple[frozenset[str], ...]
    order: tuple[_Wanted, ...]
    needed: tuple[tuple[str, ...], ...]
    first: tuple[frozenset[str], ...]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression, made when a line first has the words that it needs."""
        slots = _Slots(self.frame.subject_types, self.frame.object_types)
        return re.compile("".join(_piece(slots, word) for word in self.text.split()))

    def matches(self, line: Line) -> Iterable[re.Match[str]]:
        """All matches in the marked text of a line."""
        for letters in self.ends:
            if letters.isdisjoint(line.letters):
                return ()
        for group in self.first:
            if group.isdisjoint(line.words):
                return ()
        for options in self.needed:
            if not any(word in line.marked for word in options):
                return ()
        if not _in_order(self.order, line.items):
            return ()
        return self.regex.finditer(line.marked)


def compile_patterns(frame: Frame) -> tuple[Pattern, ...]:
    """The frame's patterns.

    Raises:
        RuleError: A pattern has no S or no O (one may be `implied`), or a word list is unknown.
    """
    return tuple(_pattern(frame, text) for text in frame.patterns)


def _pattern(frame: Frame, text: str) -> Pattern:
    return Pattern(frame, text, _ends(frame, text), tuple(_order(frame, text)), _phrases(text), _first(text))


def _order(frame: Frame, text: str) -> Iterator[_Wanted]:
    types = {"S": frame.subject_types, "O": frame.object_types}
    for word in _required(text):
        if _is_end(word) or word in _BYSTANDERS:
            kinds = types[word[0]] if _is_end(word) else {EntityType(word[1:-1])}
            yield _Wanted(frozenset(LETTERS[kind] for kind in kinds), mention=True)
        elif not _is_slot(word) and word not in _NAMED:
            yield _Wanted(_openings(_spellings(_options(word))))


def _in_order(order: tuple[_Wanted, ...], items: tuple[str, ...]) -> bool:
    i = 0
    for wanted in order:
        if wanted.mention:
            while i < len(items) and (items[i][0] != "⟨" or wanted.items.isdisjoint(items[i])):
                i += 1
        else:
            while i < len(items) and items[i] not in wanted.items:
                i += 1
        i += 1
        if i > len(items):
            return False
    return True


def _required(text: str) -> Iterator[str]:
    """The words of a pattern that are not optional."""
    return (word.removeprefix("!") for word in text.split() if not word.endswith("?") or len(word) == 1)


def _openings(phrases: Iterable[str]) -> frozenset[str]:
    """The first word of each phrase."""
    return frozenset(words.split()[0] for words in phrases)


def _ends(frame: Frame, text: str) -> tuple[frozenset[str], ...]:
    words = [word.removeprefix("!") for word in text.split()]
    given = {word[0] for word in words if _is_end(word.removesuffix("?"))}
    ends = len(given) + bool(frame.implied)
    if ends != _BOTH and not (frame.implied == PROJECT and ends < _BOTH):
        raise RuleError(f"rule {frame.rule!r}: pattern {text!r} needs both S and O, or one of them and `implied`.")
    types = {"S": frame.subject_types, "O": frame.object_types}
    needed = sorted({word[0] for word in words if _is_end(word)})
    return tuple(frozenset(LETTERS[kind] for kind in types[side]) for side in needed)


@cache
def _needed(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of which a line must have one, group by group, each as it begins in a line; the rarest first."""
    fixed = (word for word in _required(text) if not _is_slot(word) and word not in _NAMED)
    return tuple(sorted((tuple(_spellings(_options(word))) for word in fixed), key=_commonness))


def _commonness(words: tuple[str, ...]) -> tuple[bool, int]:
    """Groups with a word that almost every line has say least about a line; of the others, those with many words."""
    return any(word.split()[0] in _COMMON for word in words), len(words)


@cache
def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Those of the groups that hold a phrase of several words: of single words `_first` says as much."""
    return tuple(group for group in _needed(text) if any(len(words.split()) > 1 for words in group))


@cache
def _first(text: str) -> tuple[frozenset[str], ...]:
    return tuple(_openings(group) for group in _needed(text))


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
    return _words(_options(word))


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
    if kind == "+":
        one = _mention(types)
        comma = r"(?:\t,(?:\tand|\tor)?|\tand|\tor| &|\tas well\tas)"
        remark = rf"(?:{comma} (?:the|a|an){_ANY_ITEM}{{1,6}})??"
        split = rf"(?:\t,{_ANY_ITEM}{{1,14}})?\t;(?:\tand)?"
        share = rf"(?:\t[:,]| -|\twith)?\s[\d.]+ (?:%|percent|per cent|pct){_END}(?: (?:equity|stake|share))*"
        one = rf"{one}(?: 's{one})?(?:{share})?"
        return rf"(?P<{name}>{one}(?:(?: 's{_PLAIN}{{0,3}})?{remark}(?:{comma}|{split}){_PLAIN}{{0,5}}?{one})*)"
    return _mention(types, name, _MARKS[kind], venture=kind == "v")


def _mention(types: frozenset[EntityType], name: str = "", marks: str = "rn", *, venture: bool = False) -> str:
    return slot(types, name, marks, venture=venture).replace(" ⟨", _NAME, 1)


def _words(options: list[str]) -> str:
    texts = sorted((re.escape(word) for word in _spellings(options)), key=len, reverse=True)
    return rf"(?:(?:{'|'.join(texts)}){_END})"


def _spellings(options: list[str]) -> list[str]:
    """The words as they stand in a marked line: parted at hyphens too."""
    texts = (word.replace("_", " ").replace("-", " - ") if len(word) > 1 else word for word in options)
    return [marked(text.split()) for text in texts]
