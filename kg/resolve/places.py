"""Which place a name means in its article: candidates from the atlas, weighed by what else the article names.

The weights are powers of ten of population: naming a city's province outweighs a 300 times larger namesake.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

from kg.model import Document
from kg.resolve.atlas import Atlas, Spot, load
from kg.resolve.names import fold, is_chinese, simplified
from kg.resolve.territory import Reading, readings

PROVINCE_NAMED = 2.5
COUNTRY_NAMED = 1.5
NEIGHBOUR_PROVINCE = 1.0
NEIGHBOUR_COUNTRY = 0.5
PARENT_STATED = 5.0
CONTAINER = 1.0
_CONTAINERS = frozenset({"province", "country", "region"})
MARGIN = 0.29
"""Two candidates closer than this are a question and not a link."""
_WEAK = 4.2
"""A candidate below this needs a hint from the article."""
_LEAD = 300
_ACRONYM = re.compile(r"[A-Z](?:\.?[A-Z]){1,3}\.?")
_LEVEL_WORDS = frozenset({"province", "state", "city", "county", "prefecture", "district", "region", "government"})
_KNOWN_CITY, _TWO_LEVELS = 5.0, 2
"""A smaller city's government is one only where the article names its province: "the Liberal government" is none."""
_RUN = re.compile(r"[A-Z][\w.’'-]*(?:\s(?:of\s(?:the\s)?|and\s)?[A-Z][\w.’'-]*){0,5}")
_KINDS = (
    r"(?:town|city|village|district|port|suburb|county|province|state|region|area|of|in|near|outside|the|"
    r"north|south|east|west|central|northern|southern|eastern|western)"
)
_WITHIN = re.compile(rf"(?:,\s+(?:in\s+)?|\s+in\s+)(?:an?\s)?(?:{_KINDS}\s+){{0,4}}({_RUN.pattern})")
_OWNER = re.compile(rf"({_RUN.pattern})['’]s\s+$")
_OWNER_LENGTH = 60
_LEVELS = {
    "country": {"country"},
    "province": {"province", "municipality", "region"},
    "city": {"city", "municipality"},
    "district": {"city", "zone"},
    "county": {"province", "zone"},
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that a name means, or the close candidates when the article does not tell.

    Attributes:
        spot: The place, or None.
        government: Whether the name speaks of the place's government.
        office: Whether it speaks of an office there that need not be the government.
        rivals: Codes of candidates that were as good, when `spot` is None.
        within: The place that the article puts it in, when `spot` is None.
    """

    spot: Spot | None
    score: float = 0.0
    government: bool = False
    office: bool = False
    reasons: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    within: Spot | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What an article says about where it plays.

    Attributes:
        named: How often each country and province is named, by code (`named_places`).
        stated: Place name → names of places that a `located_in` fact puts it in.
        roles: Person's name → names of the organizations that a `leads` fact gives.
        neighbours: Codes of the other places of the article that are beyond doubt.
    """

    named: Mapping[str, int] = field(default_factory=dict)
    stated: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    neighbours: tuple[str, ...] = ()

    @property
    def parents(self) -> frozenset[str]:
        """Folded names of places that the article puts other places in."""
        return frozenset(fold(parent) for parents in self.stated.values() for parent in parents)

    @property
    def country(self) -> str | None:
        """The country that the article names most; None when there is none or a tie."""
        counts = Counter({code: n for code, n in self.named.items() if "." not in code})
        top = counts.most_common(2)
        if not top or (len(top) == 2 and top[0][1] == top[1][1]):
            return None
        return top[0][0]


def named_places(document: Document) -> Counter[str]:
    """How much the text names each country and province, by code; what names a province names its country.

    A name of its own or an adjective ("Kenyan") counts 3, in the lead 6; one in a longer name ("Bank of China") 1.
    """
    counts: Counter[str] = Counter()
    if document.language.startswith("zh"):
        text = simplified(document.text)
        counts.update({code: 3 * text.count(name) for name, code in _chinese_names().items() if name in text})
    names = _english_names()
    for run in _RUN.finditer(document.text):
        own = dict.fromkeys(names[phrase] for phrase in _parts(run.group()) if phrase in names)
        for code in own or dict.fromkeys(names[phrase] for phrase in _ends(run.group()) if phrase in names):
            counts[code] += 1 if not own else 6 if run.start() < _LEAD else 3
    atlas = load()
    for code, number in list(counts.items()):
        country = atlas.country(code)
        if country and country != code:
            counts[country] += number
    return counts


def _parts(run: str) -> Iterable[str]:
    """What may be a place in a run of capitalized words: the whole, its possessor, its first word as adjective."""
    for piece in re.split(r"['’]s\s|\sand\s", run):
        bare = _bare(piece)
        yield bare
        yield bare.rsplit(" ", 1)[0] if bare.rsplit(" ", 1)[-1].lower() in _LEVEL_WORDS else bare
        first = bare.split(" ", 1)[0]
        if load().by_adjective(first):
            yield first


def _ends(run: str) -> Iterable[str]:
    """The words that a run begins or ends with: "China" in "China Railway Group" and "Bank of China"."""
    words = run.split()
    for size in range(1, min(4, len(words))):
        yield _bare(" ".join(words[:size]))
        yield _bare(" ".join(words[-size:]))


def choose(name: str, aliases: Iterable[str], context: Context, atlas: Atlas | None = None) -> Choice:
    """The place that `name` means in an article.

    Args:
        name: As the article names it; may be a government's name.
        aliases: Other names of the same thing in the article; a fuller one decides.
        context: What the article says.
        atlas: The places; the product's own when not given.
    """
    atlas = atlas or load()
    own = _choose(name, context, atlas)
    others = [choice for alias in aliases if alias != name and (choice := _choose(alias, context, atlas)).spot]
    if not own.spot:
        fullest = max(others, key=lambda choice: choice.score, default=own)
        return replace(fullest, rivals=own.rivals) if fullest.spot else own
    government = own.government or any(choice.government for choice in others)
    return replace(_unless_seat(own, others, atlas), government=government)


def _choose(name: str, context: Context, atlas: Atlas) -> Choice:
    """The place that one name means."""
    scored: dict[str, Choice] = {}
    for reading in readings(name):
        for spot, prior in _look_up(name, reading, atlas):
            bonus, reasons = _evidence(spot, name, reading, context, atlas)
            small = spot.kind == "city" and prior < _KNOWN_CITY and len(reasons) < _TWO_LEVELS
            if not _fits_level(spot, reading) or (reading.government and small):
                continue
            choice = Choice(spot, prior + bonus, reading.government, reading.office, reasons)
            if spot.code not in scored or choice.score > scored[spot.code].score:
                scored[spot.code] = choice
    ranked = sorted(scored.items(), key=lambda item: (-item[1].score, item[0]))
    if not ranked or (ranked[0][1].score < _WEAK and not ranked[0][1].reasons):
        return Choice(None)
    code, best = ranked[0]
    if len(ranked) > 1 and best.score - ranked[1][1].score < MARGIN and not _nested(code, ranked[1][0], atlas):
        return Choice(None, rivals=tuple(c for c, _ in ranked[:3]))
    return best


def _unless_seat(own: Choice, others: list[Choice], atlas: Atlas) -> Choice:
    """The country, where its capital stands for it: "Washington" that the article also calls "the US government"."""
    above = {spot.code for spot in atlas.chain(own.spot.code)[1:]} if own.spot else set()
    countries = [o for o in others if o.spot and o.spot.kind == "country" and o.spot.code in above]
    return max(countries, key=lambda choice: choice.score, default=own)


def _plain(spot: Spot) -> set[str]:
    return {listed.replace(".", "") for listed in (spot.name, *spot.listed)}


def _look_up(name: str, reading: Reading, atlas: Atlas) -> list[tuple[Spot, float]]:
    found = list(atlas.find(reading.place)[:12])
    if _ACRONYM.fullmatch(name):
        found = [(spot, prior) for spot, prior in found if name.replace(".", "") in _plain(spot)]
    adjective = atlas.by_adjective(reading.place)
    if adjective:
        found.append((adjective, 8.5 if reading.government or reading.level else 7.0))
    return found


def _evidence(spot: Spot, name: str, reading: Reading, context: Context, atlas: Atlas) -> tuple[float, tuple[str, ...]]:
    bonus, reasons = 0.0, []
    above = [higher for higher in atlas.chain(spot.code)[1:]]
    stated = {s.code for parent in (reading.parent, *context.stated.get(name, ())) for s in _parents(parent, atlas)}
    for higher in above:
        if higher.code in stated:
            bonus += PARENT_STATED
            reasons.append(f"the article puts it in {higher.name}")
            break
    for higher in above:
        if context.named.get(higher.code) and fold(higher.name) not in (fold(spot.name), reading.place):
            bonus += PROVINCE_NAMED if higher.kind != "country" else COUNTRY_NAMED
            reasons.append(f"the article names {higher.name}")
    if spot.kind in _CONTAINERS and reading.place in context.parents:
        bonus += CONTAINER
    bonus += _neighbourhood(spot, reading, context, atlas)
    return bonus, tuple(reasons)


def _fits_level(spot: Spot, reading: Reading) -> bool:
    """Whether the place is of the level that the name gives: "Edo state" is not Tokyo, though it was called Edo."""
    if not reading.level or reading.place in {fold(word) for word in spot.adjectives}:
        return True
    if spot.kind not in _LEVELS[reading.level]:
        return False
    may_be_nickname = reading.level == "province" and spot.kind == "municipality"
    return not may_be_nickname or reading.place in {fold(name) for name in (spot.name, *spot.listed)}


def _neighbourhood(spot: Spot, reading: Reading, context: Context, atlas: Atlas) -> float:
    others = [c for c in context.neighbours if c != spot.code and fold(atlas.spots[c].name) != reading.place]
    near = {higher.code for code in others for higher in atlas.chain(code)}
    above = [higher for higher in atlas.chain(spot.code)[1:] if fold(higher.name) != reading.place]
    provinces = {higher.code for higher in above if higher.kind in ("province", "municipality")}
    countries = {higher.code for higher in above if higher.kind == "country"}
    return NEIGHBOUR_PROVINCE * bool(near & provinces) + NEIGHBOUR_COUNTRY * bool(near & countries)


def _parents(name: str, atlas: Atlas) -> tuple[Spot, ...]:
    if not name:
        return ()
    return tuple(spot for reading in readings(name) for spot, _ in atlas.find(reading.place)[:6])


def _nested(first: str, second: str, atlas: Atlas) -> bool:
    """Whether one place contains the other: a province and its capital of the same name are no homonyms."""
    return first in {s.code for s in atlas.chain(second)} or second in {s.code for s in atlas.chain(first)}


def label(code: str, atlas: Atlas) -> str:
    """A place with what contains it: "Springfield, Illinois, United States"."""
    return ", ".join(spot.name for spot in atlas.chain(code))


@lru_cache(maxsize=20_000)
def _phrases(run: str) -> tuple[str, ...]:
    words = run.split()
    spans = ((i, j) for i in range(len(words)) for j in range(i + 1, min(i + 5, len(words)) + 1))
    phrases = [" ".join(words[i:j]) for i, j in spans]
    return tuple(dict.fromkeys((*phrases, *(_bare(phrase) for phrase in phrases))))


def _bare(phrase: str) -> str:
    phrase = re.sub(r"['’]s?$", "", phrase)
    return phrase if re.fullmatch(r"(?:\w\.)+", phrase) else phrase.rstrip(".-'’")


@cache
def _english_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for code, spot in load().spots.listed.items():
        if spot.kind in ("country", "province", "municipality"):
            for name in (*spot.names, *spot.adjectives, spot.name):
                if name[:1].isupper() and (len(name) > 2 or name in ("US", "UK")):
                    _prefer(names, name, code)
    return names


@cache
def _chinese_names() -> dict[str, str]:
    names: dict[str, str] = {}
    for code, spot in load().spots.listed.items():
        if spot.kind in ("country", "province", "municipality"):
            for name in spot.names:
                if is_chinese(name) and len(name) >= 2:
                    _prefer(names, simplified(name), code)
    return names


def _prefer(names: dict[str, str], name: str, code: str) -> None:
    """A country's claim on a name beats a province's; the first of equals stays."""
    if name not in names or ("." in names[name] and "." not in code):
        names[name] = code


def stated_parents(document: Document, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each place name, what the text puts it in: "Kikuyo, a town in Kumamoto", "Oslo's Bjørvika".

    Args:
        document: The article.
        names: Its place names, which may also contain one another.
    """
    known = dict.fromkeys(names)
    found: dict[str, tuple[str, ...]] = {}
    for name in known:
        runs = [run for start in _occurrences(name, document.text) for run in _around(name, start, document.text)]
        phrases = {phrase for run in runs for phrase in _phrases(run)}
        parents = {phrase for phrase in phrases if phrase != name and (phrase in known or phrase in _english_names())}
        if parents:
            found[name] = tuple(sorted(parents))
    return found


def _occurrences(name: str, text: str) -> Iterable[int]:
    start = text.find(name)
    while start >= 0:
        yield start
        start = text.find(name, start + len(name))


def _around(name: str, start: int, text: str) -> Iterable[str]:
    """The capitalized words that own or contain what stands at `start`."""
    after = _WITHIN.match(text, start + len(name))
    before = _OWNER.search(text[max(0, start - _OWNER_LENGTH) : start])
    return [match.group(1) for match in (after, before) if match]


def containing(name: str, context: Context, atlas: Atlas | None = None) -> Spot | None:
    """The place that the article puts an unknown one in."""
    atlas = atlas or load()
    spots = [choice.spot for parent in context.stated.get(name, ()) if (choice := _choose(parent, context, atlas)).spot]
    return max((spot for spot in spots if spot), key=lambda spot: len(atlas.chain(spot.code)), default=None)
