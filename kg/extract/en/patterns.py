"""The pattern language of frames (`frames/README.md`), compiled to regular expressions over `kg.extract.en.lines`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from kg.errors import RuleError
from kg.extract.en.frames import PROJECT, Frame
from kg.extract.en.lexicon import word_set
from kg.extract.en.lines import slot
from kg.extract.rules import load
from kg.model import EntityType

_END = r"(?= |$)"
_TITLES = "co|cofounder|founder|ceo|chief|chairman|president|executive|boss|director|billionaire"
_STOPS = (
    "not|n't|never|no|nor|without|neither|than|and|or|but|of|in|for|by|with|from|to|at|on|as|into|about|after|before|"
    "while|alongside"
)
"""Words that filler words (`~n`) never cross: negations, conjunctions, prepositions."""
_COMMON = frozenset(_STOPS.split("|")) | word_set(
    """, . : - 's the a an this that which who it its his their is are was were be been has have had will would"""
)
"""Words that most lines have."""
_BEFORE_PLACES = ("in", "of", "from", "at", "for", "with", "to", "by", "on", "against", "near", "across")
"""Before a place that only says where somebody acts."""
_BEFORE_NAMES = ("", " the", " northern", " southern", " eastern", " western", " central", " nearby", " neighbouring")
_BASED = r"⟨\d+:[A-Z]*L[a-z]*⟩ - (?:based|headquartered|listed|registered)"
_PLAIN = rf"(?: (?:(?![⟨,;:.!?()–—]|(?:{_STOPS})(?= |$))[^ ]+|⟨\d+:[A-Z]+d⟩|{_BASED}))"
"""A filler word, a demonym, or where a company is based ("London-based")."""
_ANY_ITEM = r"(?: (?![,;:.!?()–—] )[^ ]+)"
_FILLER = re.compile(r"[~*]\d+")
_MARKS = {"": "rn", "d": "drn", "n": "n", "x": "", "v": "rn"}
"""What a slot's letter allows beside names: demonyms, relative pronouns, noun phrases and pronouns."""
_BYSTANDERS = {f"<{kind.value}>": slot(frozenset({kind}), marks="rnd") for kind in EntityType}
"""Items of a mention that is no end of the fact: "<Place>"."""
_KINDS = frozenset({"+", *_MARKS})
_NAMED = {
    "APP": rf" ,{_ANY_ITEM}{{1,10}} ,",
    "REL": rf"(?: (?:which|that|who){_END}| ⟨\d+:[A-Z]+r⟩)",
    "WHOLE": r"(?! 's)",
    "NOTITLE": rf"(?!(?: 's)? (?:{_TITLES}){_END})",
    "ALONE": r"(?= (?:[^\w⟨ ]|in|for|to|from|over|as|under|towards|by|and|at|on|through|when|after)(?= |$)|$)",
    "FRONT": "".join(f"(?<! {word}{rest})" for word in _BEFORE_PLACES for rest in _BEFORE_NAMES),
    "NOWITH": r"(?!(?: [^ .;]+){0,14}? (?:with|between)(?: [^ ⟨,.;]+){0,4} ⟨)",
    "NOBY": r"(?!(?: [^ .;]+){0,14}? by )",
    "FIRST": r"(?<!⟩ ,)(?<!⟩ , and)",
    "START": r"(?:^|(?<= [.!?;]))",
    "NUMBER": rf" (?:[\d.,/]+|a third|one third|two thirds|half){_END}",
}


_MONEY = "MONEY"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern with the frame that it belongs to.

    Attributes:
        source: The regular expression, which is compiled when a line first has the words that it needs.
        needed: Groups with phrases; a line has a match only when it has a phrase or word of every group.
        first: The first words of the phrases and words of every group, the rarest group first.
    """

    frame: Frame
    source: str
    needed: tuple[tuple[str, ...], ...]
    first: tuple[frozenset[str], ...]

    def matches(self, text: str, words: frozenset[str]) -> Iterable[re.Match[str]]:
        """All matches in the text of a line, which has these words."""
        for group in self.first:
            if group.isdisjoint(words):
                return ()
        for options in self.needed:
            if not any(word in text for word in options):
                return ()
        return _compiled(self.source).finditer(text)


def compile_patterns(frame: Frame) -> tuple[Pattern, ...]:
    """The frame's patterns.

    Raises:
        RuleError: A pattern has no S or no O (one may be `implied`), or a word list is unknown.
    """
    slots = _Slots(frame.rule, frame.subject_types, frame.object_types, frame.implied)
    return tuple(Pattern(frame, _source(slots, text), _phrases(text), _first(text)) for text in frame.patterns)


@cache
def _needed(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of which a line must have one, group by group, each as it begins in a line; the rarest first."""
    plain = (word.removeprefix("!") for word in text.split() if not word.endswith("?"))
    fixed = (word for word in plain if not _is_slot(word) and word not in (*_NAMED, _MONEY))
    groups = [_spellings(_options(word)) for word in fixed]
    return tuple(sorted((tuple(f" {word}" for word in words) for words in groups), key=_commonness))


def _commonness(words: tuple[str, ...]) -> tuple[bool, int]:
    """Groups with a word that almost every line has say least about a line; of the others, those with many words."""
    return any(word.split()[0] in _COMMON for word in words), len(words)


@cache
def _phrases(text: str) -> tuple[tuple[str, ...], ...]:
    """Those of the groups that hold a phrase of several words: of single words `_first` says as much."""
    return tuple(group for group in _needed(text) if any(" " in words.strip() for words in group))


@cache
def _first(text: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words.split()[0] for words in group) for group in _needed(text))


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@dataclass(frozen=True, slots=True)
class _Slots:
    """What a pattern's S and O stand for."""

    rule: str
    subject_types: frozenset[EntityType]
    object_types: frozenset[EntityType]
    implied: str


@cache
def _source(slots: _Slots, text: str) -> str:
    counts = {"S": 0, "O": 0}
    pieces = [_piece(slots, word, counts) for word in text.split()]
    given = bool(counts["S"]) + bool(counts["O"]) + bool(slots.implied)
    if given != 2 and not (slots.implied == PROJECT and given < 2):
        raise RuleError(f"rule {slots.rule!r}: pattern {text!r} needs both S and O, or one of them and `implied`.")
    return "".join(pieces)


def _piece(slots: _Slots, word: str, counts: dict[str, int]) -> str:
    optional = word.endswith("?") and len(word) > 1
    word = word[:-1] if optional else word
    trigger = word.startswith("!")
    piece = _plain_piece(slots, word.lstrip("!"), counts)
    piece = f"(?P<t>{piece})" if trigger else piece
    return f"(?:{piece})?" if optional else piece


def _plain_piece(slots: _Slots, word: str, counts: dict[str, int]) -> str:
    side = word[:1]
    if side in ("S", "O") and word[1:] in _KINDS:
        name = f"{side.lower()}{counts[side]}"
        counts[side] += 1
        return _slot_piece(slots.subject_types if side == "S" else slots.object_types, name, word[1:])
    if _FILLER.fullmatch(word):
        return rf"{_PLAIN if side == '~' else _ANY_ITEM}{{0,{word[1:]}}}?"
    if word == _MONEY:
        return _money()
    if word in _NAMED:
        return _NAMED[word]
    if word in _BYSTANDERS:
        return _BYSTANDERS[word]
    return _words(_options(word))


def _is_slot(word: str) -> bool:
    end = word[0] in "SO" and word[1:] in _KINDS
    return end or word in _BYSTANDERS or bool(_FILLER.fullmatch(word))


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
        one = slot(types)
        comma = r"(?: ,(?: and| or)?| and| or| &| as well as)"
        remark = rf"(?:{comma} (?:the|a|an){_ANY_ITEM}{{1,6}})??"
        split = rf"(?: ,{_ANY_ITEM}{{1,14}})? ;(?: and)?"
        one = rf"{one}(?:(?: [:,-]| with)? [\d.]+ (?:%|percent|per cent|pct){_END}(?: (?:equity|stake|share))*)?"
        return rf"(?P<{name}>{one}(?:(?: 's{_PLAIN}{{0,3}})?{remark}(?:{comma}|{split}){_PLAIN}{{0,5}}?{one})*)"
    return slot(types, name, _MARKS[kind], venture=kind == "v")


@cache
def _money() -> str:
    """An amount as its words stand in a line: "$ 1.5 billion", "£ 80 m", "400 million euros"."""
    data = load("en/money.yaml")
    before, after = (
        "|".join(re.escape(form.casefold()) for forms in data["currencies"].values() for form in forms[side])
        for side in ("before", "after")
    )
    scales = "|".join(re.escape(scale) for scale in data["multipliers"])
    number = rf"\d[\d.,]*(?:{scales})?(?:(?: -)? (?:{scales}){_END})*"
    return rf"(?: (?:(?:{before}) ?{number}{_END}|{number}(?: -)? (?:{after}){_END}))"


def _words(options: list[str]) -> str:
    texts = sorted((re.escape(word) for word in _spellings(options)), key=len, reverse=True)
    return rf"(?: (?:{'|'.join(texts)}){_END})"


def _spellings(options: list[str]) -> list[str]:
    """The words as they stand in a line: with spaces, and around hyphens too."""
    return [word.replace("_", " ").replace("-", " - ") if len(word) > 1 else word for word in options]
