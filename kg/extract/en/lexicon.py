"""Word lists of `data/en/entities.yaml` as sets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kg.extract.rules import load


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Each list of the data file, named as there."""

    words: dict[str, frozenset[str]]
    facility_if: dict[str, frozenset[str]]
    facility_names_if: dict[str, frozenset[str]]
    facility_groups: tuple[frozenset[str], ...]
    trades: tuple[frozenset[str], ...]
    government_levels: dict[str, str]
    place_levels: dict[str, str]
    regions_of_nations: dict[str, frozenset[str]]

    def __getitem__(self, name: str) -> frozenset[str]:
        return self.words[name]


@cache
def lexicon() -> Lexicon:
    """The lists, loaded once."""
    data = load("en/entities.yaml")
    words = {key: frozenset(value.split()) for key, value in data.items() if isinstance(value, str)}
    conditions, names = (
        {key: frozenset(value.split()) for key, value in data[table].items()}
        for table in ("facility_nouns_if", "facility_names_if")
    )
    groups = tuple(frozenset(line.split()) for line in data["facility_groups"])
    trades = tuple(frozenset(line.split()) for line in data["trades"])
    regions = {region: frozenset(codes.split()) for region, codes in data["regions_of_nations"].items()}
    return Lexicon(words, conditions, names, groups, trades, data["government_levels"], data["place_levels"], regions)


@cache
def field_words() -> frozenset[str]:
    """Words for what ministries and departments are in charge of."""
    return lexicon()["and_words"] | lexicon()["ministry_fields"]


@cache
def portfolio_words() -> frozenset[str]:
    """The same, with the words that stand before titles."""
    return field_words() | lexicon()["title_prefixes"]


def is_works_name(words: Sequence[str]) -> bool:
    """Whether a name, in lower case, ends like that of a facility only: "lindal wind farm", "lindal solar project"."""
    return len(words) > 2 and words[-2] in lexicon().facility_names_if.get(words[-1], ())


def word_set(text: str) -> frozenset[str]:
    """The words of a list that is too small or too much the code's own for the data file."""
    return frozenset(text.split())


def singular(noun: str) -> str:
    """A regular plural's singular ("factories" → "factory"); good enough for the nouns of the lists."""
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ters hq", "headquarters", "works")):
        return noun[:-1]
    return noun
