"""Whether two names name one thing: a score with its reasons, and one of three outcomes.

The rules compare normal forms; no rule guesses from sound alone. A score of `MERGE` or more merges, one below `ASK`
keeps apart, and what lies between is a question for a person (kept apart until answered).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from kg.model import EntityType
from kg.resolve.gazetteer import Gazetteer
from kg.resolve.names import fold, initials, is_acronym, is_chinese, joined, normal
from kg.resolve.persons import is_common
from kg.resolve.places import Context, choose
from kg.resolve.words import DESCRIPTIVE, DIVISION, is_place_word, matters

MERGE = 0.85
ASK = 0.55
_GROUPED = (" group", " holdings", " holding")
_UNSPOKEN = frozenset(
    {"plc", "ltd", "limited", "inc", "ag", "sa", "se", "nv", "bv", "llc", "gmbh", "pcl", "spa", "ab", "asa"}
)
_BODIES = frozenset({EntityType.COMPANY, EntityType.ORGANIZATION, EntityType.GOVERNMENT})
_SPOTS = frozenset({EntityType.PLACE, EntityType.GOVERNMENT})


class Outcome(StrEnum):
    """What follows from a score."""

    MERGE = "merge"
    ASK = "ask"
    APART = "keep apart"


@dataclass(frozen=True, slots=True)
class Score:
    """How likely two names are one thing, 0 to 1, and why."""

    value: float
    reasons: tuple[str, ...]

    @property
    def outcome(self) -> Outcome:
        """Merge, ask or keep apart."""
        if self.value >= MERGE:
            return Outcome.MERGE
        return Outcome.ASK if self.value >= ASK else Outcome.APART


def compatible(left: EntityType, right: EntityType) -> bool:
    """Whether one thing can have been given both types."""
    return left == right or {left, right} <= _BODIES or {left, right} <= _SPOTS


def compare(left: str, right: str, kind: EntityType, known: Gazetteer, other: EntityType | None = None) -> Score:
    """Score two names; `kind` is the type of the first and, unless `other` is given, of the second."""
    if not compatible(kind, other or kind):
        return Score(0.0, (f"one is a {kind}, the other a {other}",))
    return _listed(left, right, known) or _compare_names(left, right, kind, other or kind)


def _compare_names(left: str, right: str, kind: EntityType, other: EntityType) -> Score:
    if kind is EntityType.PERSON:
        return _persons(left, right)
    if EntityType.PLACE in (kind, other):
        return _places(left, right)
    if joined(left, kind) == joined(right, other):
        return Score(0.97, (f"same name {normal(left, kind)!r} without legal form and case",))
    if is_chinese(left) != is_chinese(right):
        return Score(0.0, ("different scripts, and no list has both",))
    if is_chinese(left):
        return _chinese(left, right)
    return _latin(left, right, public=EntityType.GOVERNMENT in (kind, other))


def _listed(left: str, right: str, known: Gazetteer) -> Score | None:
    """What the lists of known names say: the same entry, or two different ones."""
    first, second = known.find(left), known.find(right)
    shared = sorted({entry.id for entry in first} & {entry.id for entry in second})
    if shared:
        certain = len(first) == len(second) == 1
        return Score(0.99 if certain else 0.8, (f"both are names of {shared[0]} in the list of known names",))
    if first and second:
        return Score(0.02, (f"known as two: {first[0].name} and {second[0].name}",))
    return None


def _persons(left: str, right: str) -> Score:
    one, two = normal(left, EntityType.PERSON), normal(right, EntityType.PERSON)
    if one == two:
        single = " " not in one and not is_chinese(one)
        if single or is_common(left):
            return Score(0.7, ("same surname only" if single else f"same name {one!r}, which many people bear",))
        return Score(0.95, (f"same full name {one!r}",))
    if is_chinese(one) or is_chinese(two):
        return Score(0.0, ("different names",)) if is_chinese(one) == is_chinese(two) else _pinyin(one, two)
    first, second = one.split(), two.split()
    if sorted(first) == sorted(second):
        return Score(0.93, ("same words in another order",))
    return _person_words(first, second)


def _places(left: str, right: str) -> Score:
    one, two = choose(left, (), Context()).spot, choose(right, (), Context()).spot
    if one and two:
        same = one.code == two.code
        return Score(0.97 if same else 0.02, (f"{left} is {one.name}, {right} is {two.name}",))
    same = joined(left, EntityType.PLACE) == joined(right, EntityType.PLACE)
    return Score(0.9, ("same name",)) if same else Score(0.0, ("different names",))


def _pinyin(one: str, two: str) -> Score:
    from kg.resolve.pinyin import romanizes

    chinese, latin = (one, two) if is_chinese(one) else (two, one)
    if romanizes(chinese, latin):
        return Score(0.75, (f"{latin!r} is how {chinese} is written in pinyin",))
    return Score(0.0, ("different names in different scripts",))


def _person_words(first: list[str], second: list[str]) -> Score:
    if len(first) == 1 or len(second) == 1:
        return _part_of_person(*sorted((first, second), key=len))
    if first[-1] == second[-1] and (first[0][0] == second[0][0]) and (len(first[0]) == 1 or len(second[0]) == 1):
        return Score(0.7, ("same surname and initial",))
    if "".join(first) == "".join(second):
        return Score(0.93, ("same letters, other word breaks",))
    short, long = sorted((first, second), key=len)
    if [word for word in long if word in short] == short or (first[0], first[-1]) == (second[0], second[-1]):
        return Score(0.86, ("same first and last name",))
    if Levenshtein.distance(" ".join(first), " ".join(second)) == 1 and len(" ".join(first)) > 9:
        return Score(0.75, ("one letter differs",))
    return Score(0.05, ("different names",))


def _part_of_person(short: list[str], long: list[str]) -> Score:
    if short[0] not in long:
        return Score(0.0, ("different names",))
    if short[0] in (long[0], long[-1]):
        return Score(0.7, ("one is only a surname of the other",))
    return Score(0.4, ("one is only a part of the other",))


def _latin(left: str, right: str, public: bool) -> Score:
    first, second = normal(left).split(), normal(right).split()
    if sorted(first) == sorted(second) and len(first) > 1:
        return Score(0.88, ("same words in another order",))
    acronym = _acronym(left, right)
    if acronym:
        return acronym
    short, long = sorted((first, second), key=len)
    if matters(short) and set(short) < set(long):
        score = _extra_words(short, long, public)
        grouped = fold(left if short == first else right).endswith(_GROUPED)
        return Score(0.5, (*score.reasons, "but one is a group")) if grouped and score.value >= MERGE else score
    return _spelling(first, second)


def _acronym(left: str, right: str) -> Score | None:
    short, long = sorted((left, right), key=len)
    if not is_acronym(short) or is_acronym(long):
        return None
    letters = fold(short).replace(" ", "")
    if letters in (initials(_without_bare_form(long)), initials(normal(long))):
        value = 0.86 if len(letters) >= 4 else 0.7
        return Score(value, (f"{short} is made of the first letters of {long}",))
    return None


def _without_bare_form(name: str) -> str:
    """The name without a legal form that acronyms leave out: TSMC has its C for company, nobody's P is for plc."""
    return " ".join(word for word in fold(name).split() if word not in _UNSPOKEN)


def _extra_words(short: list[str], long: list[str], public: bool) -> Score:
    """Score a name that is a part of another, by what the other has more; a place makes another public body."""
    start = next((i for i in range(len(long)) if long[i : i + len(short)] == short), None)
    if start is None:
        return Score(0.2, (f"{' '.join(short)!r} stands scattered in the other name",))
    before, after = long[:start], long[start + len(short) :]
    extra = " ".join((*before, *after))
    if any(word in DIVISION for word in after):
        return Score(0.1, (f"{extra!r} names a division or subsidiary",))
    if any(word not in DESCRIPTIVE for word in after):
        return Score(0.25, (f"{extra!r} is in one name only",))
    if not before:
        return Score(0.87, (f"{extra!r} only describes the firm",))
    if not public and (len(short) >= 3 or all(is_place_word(word) for word in before)):
        return Score(0.7, (f"{extra!r} may be left out of the full name",))
    return Score(0.2, (f"{' '.join(before)!r} before the shared name makes another name",))


def _spelling(first: list[str], second: list[str]) -> Score:
    one, two = "".join(first), "".join(second)
    distance = Levenshtein.distance(one, two, score_cutoff=2)
    if distance > 2:
        return Score(min(fuzz.ratio(one, two) / 100, 0.5) * 0.8, ("different names",))
    ratio = fuzz.ratio(one, two) / 100
    if _digits(one) != _digits(two) or (len(first) != len(second) and ratio < 0.95):
        return Score(min(ratio, 0.3), ("different names",))
    differing = [(a, b) for a, b in zip(first, second, strict=False) if a != b]
    if distance <= 2 and len(one) >= 8 and all(_is_misspelling(a, b) for a, b in differing):
        value = 0.86 if distance == 1 and len(one) >= 10 else 0.7
        return Score(value, (f"spelling differs by {distance} letter{'s' * (distance > 1)}",))
    return Score(min(ratio, 0.5) * 0.8, ("different names",))


def _is_misspelling(one: str, two: str) -> bool:
    """Whether two words are one word with a slip: long, near, and not two known words such as Hebei and Hubei."""
    if len(one) < 6 or Levenshtein.distance(one, two) > 1 + (len(one) > 10):
        return False
    return not (is_place_word(one) or is_place_word(two))


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _chinese(left: str, right: str) -> Score:
    one, two = normal(left), normal(right)
    short, long = sorted((one, two), key=len)
    if len(short) >= 2 and long.startswith(short):
        rest = long[len(short) :]
        if rest in DESCRIPTIVE:
            return Score(0.87, (f"“{rest}” only describes the firm",))
        return Score(0.15, (f"“{rest}” names a division, a subsidiary or another firm",))
    if len(short) >= 4 and long.endswith(short):
        return Score(0.6, (f"“{long[: -len(short)]}” comes before the shared name",))
    return Score(0.0, ("different names",))
