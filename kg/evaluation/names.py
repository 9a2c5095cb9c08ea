"""When two names are one: case, punctuation, legal forms and words for governments do not count."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.extract.rules import read_yaml

_DATA = Path(__file__).resolve().parent / "data" / "names.yaml"
_HAN = re.compile(r"[\u3400-\u9fff]")
_BRACKETED = re.compile(r"\([^)]*\)")
_POSSESSIVE = re.compile(r"'s\b")
_NO_LETTER = re.compile(r"[^\w&'\s一-鿿-]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Words:
    opening: re.Pattern[str]
    legal: re.Pattern[str]
    legal_zh: re.Pattern[str]
    government: re.Pattern[str]
    government_zh: re.Pattern[str]
    title: re.Pattern[str]


@cache
def _words() -> _Words:
    lists = {key: "|".join(re.escape(word) for word in words) for key, words in read_yaml(_DATA).items()}
    return _Words(
        opening=re.compile(rf"^(?:{lists['openings']}) "),
        legal=re.compile(rf" (?:{lists['legal_forms']})$"),
        legal_zh=re.compile(rf"(?:{lists['legal_forms_zh']})$"),
        government=re.compile(rf" ?(?:{lists['governments']})$"),
        government_zh=re.compile(rf"(?:{lists['governments_zh']})$"),
        title=re.compile(rf"^(?:{lists['titles']}) of (?:the )?"),
    )


@cache
def normal(name: str, place: bool = False) -> str:
    """A name in the form in which names are compared.

    >>> normal("The Hebei Provincial Government", place=True), normal("Tencent Holdings Ltd.")
    ('hebei', 'tencent')
    """
    text = unicodedata.normalize("NFKC", name).casefold().replace("’", "'").replace("‘", "'")
    text = _BRACKETED.sub(" ", text)
    if not place:
        text = _POSSESSIVE.sub("", text)
    text = _SPACE.sub(" ", _NO_LETTER.sub(" ", text)).strip()
    text = _words().opening.sub("", text)
    before = None
    while text != before:
        before = text
        text = _shorter(text, place).strip(" '-")
    return text


def _shorter(text: str, place: bool) -> str:
    """One word less at each end, if there is one to spare; a name never becomes empty."""
    words = _words()
    short = words.legal.sub("", text)
    if place:
        short = words.government.sub("", short) or text
        short = words.title.sub("", short) or text
    if _HAN.search(short) and len(short) > 2:
        short = (words.government_zh if place else words.legal_zh).sub("", short) or text
    return short


def tokens(name: str) -> frozenset[str]:
    """Words of a name; of a Chinese name, which has no spaces, its pairs of neighbouring characters."""
    text = normal(name).replace("centre", "center")
    if not _HAN.search(text):
        return frozenset(text.split())
    text = _SPACE.sub("", text)
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) or frozenset({text})


def same_facility(name: str, known: Iterable[str]) -> bool:
    """Whether a facility's name has all words of a known one, or at least half of them and no other."""
    given = tokens(name)
    for other in map(tokens, known):
        if given and other and (other <= given or (given <= other and 2 * len(given) >= len(other))):
            return True
    return False
