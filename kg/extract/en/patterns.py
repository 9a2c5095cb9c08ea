"""The pattern language of frames (`frames/README.md`), compiled to regular expressions over `kg.extract.en.lines`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.errors import RuleError
from kg.extract.en.frames import Frame
from kg.extract.en.lines import slot
from kg.extract.rules import load
from kg.model import EntityType

_END = r"(?= |$)"
_STOPS = (
    "not|n't|never|no|nor|without|neither|than|and|or|but|of|in|for|by|with|from|to|at|on|as|into|about|after|before|"
    "while"
)
"""Words that filler words (`~n`) never cross: negations, conjunctions, prepositions."""
_PLAIN = rf"(?: (?:(?![⟨,;:.!?()–—]|(?:{_STOPS})(?= |$))[^ ]+|⟨\d+:[A-Z]+d⟩))"
"""A filler word, or a demonym."""
_ANY_ITEM = r"(?: (?![,;:.!?()–—] )[^ ]+)"
_MARKS = {"": "rn", "d": "drn", "n": "n", "x": ""}
"""What a slot's letter allows beside names: demonyms, relative pronouns, noun phrases and pronouns."""
_NAMED = {
    "APP": rf" ,{_ANY_ITEM}{{1,10}} ,",
    "REL": rf"(?: (?:which|that|who){_END}| ⟨\d+:[A-Z]+r⟩)",
    "NUMBER": rf" (?:[\d.,/]+|a third|one third|two thirds|half){_END}",
}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern with the frame that it belongs to."""

    frame: Frame
    regex: re.Pattern[str]


def compile_patterns(frame: Frame) -> tuple[Pattern, ...]:
    """The frame's patterns as regular expressions.

    Raises:
        RuleError: A pattern has no S or no O (one may be `implied`), or is not well formed.
    """
    slots = _Slots(frame.rule, frame.subject_types, frame.object_types, bool(frame.implied))
    return tuple(Pattern(frame, _compile(slots, text)) for text in frame.patterns)


@dataclass(frozen=True, slots=True)
class _Slots:
    """What a pattern's S and O stand for."""

    rule: str
    subject_types: frozenset[EntityType]
    object_types: frozenset[EntityType]
    implied: bool


@cache
def _compile(slots: _Slots, text: str) -> re.Pattern[str]:
    counts = {"S": 0, "O": 0}
    pieces = [_piece(slots, word, counts) for word in text.split()]
    if bool(counts["S"]) + bool(counts["O"]) + slots.implied != 2:
        raise RuleError(f"rule {slots.rule!r}: pattern {text!r} needs both S and O, or one of them and `implied`.")
    try:
        return re.compile("".join(pieces))
    except re.error as error:
        raise RuleError(f"rule {slots.rule!r}: pattern {text!r}: {error}.") from error


def _piece(slots: _Slots, word: str, counts: dict[str, int]) -> str:
    optional = word.endswith("?") and len(word) > 1
    word = word[:-1] if optional else word
    trigger = word.startswith("!")
    piece = _plain_piece(slots, word.lstrip("!"), counts)
    piece = f"(?P<t>{piece})" if trigger else piece
    return f"(?:{piece})?" if optional else piece


def _plain_piece(slots: _Slots, word: str, counts: dict[str, int]) -> str:
    side = word[:1]
    if side in ("S", "O") and word[1:] in ("", "+", "d", "n", "x"):
        name = f"{side.lower()}{counts[side]}"
        counts[side] += 1
        return _slot_piece(slots.subject_types if side == "S" else slots.object_types, name, word[1:])
    if re.fullmatch(r"[~*]\d+", word):
        return rf"{_PLAIN if side == '~' else _ANY_ITEM}{{0,{word[1:]}}}?"
    if word in _NAMED:
        return _NAMED[word]
    options = load("en/word_lists.yaml")[word[1:]] if word.startswith("@") else word.strip("()").split("|")
    return _words(options)


def _slot_piece(types: frozenset[EntityType], name: str, kind: str) -> str:
    if kind == "+":
        one = slot(types)
        comma = r"(?: ,(?: and| or)?| and| or| &| as well as)"
        remark = rf"(?:{comma} (?:the|a|an){_ANY_ITEM}{{1,6}})??"
        return rf"(?P<{name}>{one}(?:(?: 's{_PLAIN}{{0,3}})?{remark}{comma}{_PLAIN}{{0,5}}?{one})*)"
    return slot(types, name, _MARKS[kind])


def _words(options: list[str]) -> str:
    spaced = (o.replace("_", " ").replace("-", " - ") if len(o) > 1 else o for o in options)
    texts = sorted((re.escape(o) for o in spaced), key=len, reverse=True)
    return rf"(?: (?:{'|'.join(texts)}){_END})"
