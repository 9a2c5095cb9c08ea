"""Which names of an article are one entity: full and short forms, acronyms, surnames, a place and its government."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from kg.extract.en.aliases import is_other_name
from kg.extract.en.candidate import Candidate
from kg.extract.en.gazetteer import (
    first_names,
    fold,
    has_given_name,
    is_big_place,
    national_body,
    organizations,
    places,
)
from kg.extract.en.lexicon import lexicon, word_set
from kg.extract.en.ministry_names import named_as_written, same_ministries
from kg.extract.en.persons import person_like
from kg.extract.en.sheet import Sheet
from kg.model import EntityType

_NOT_WORD = re.compile(r"[^\w&']+")
_TICKER = re.compile(r"^(?:[A-Z]{2,8}\s*:\s*)?[A-Z0-9]{1,6}(?:\.[A-Z]{1,3})?$")
_SMALL = frozenset({"of", "and", "for", "the", "&", "in", "on", "de", "do", "da", "a"})
_PLACE_WORDS = word_set(
    """commonwealth corridor province city district county state prefecture municipality region governorate
    island commune oblast krai regency"""
)
DOTTED_FORMS = ("a.s", "n.p", "s.r.o", "d.o.o", "d.d", "a.d", "s.p.a", "sp.z.o.o")
"""Legal forms of letters with full stops, the last of which the tokenizer parts from them: "Orbico a.s."."""
_SPELLED_FORMS = tuple(form.split(".") for form in DOTTED_FORMS)
_UNITS = word_set("subsidiary unit arm division affiliate offshoot brand spin-off spinoff")
_NEAR = 8
"""How far behind a name "a subsidiary of" may begin what it belongs to."""


@dataclass(slots=True)
class Cluster:
    """Candidates that name one entity."""

    key: str
    candidates: list[Candidate] = field(default_factory=list)
    place_base: str | None = None

    @property
    def names(self) -> list[str]:
        """Distinct names in order of appearance."""
        return list(dict.fromkeys(c.name for c in sorted(self.candidates, key=lambda c: c.start)))


def cluster(candidates: list[Candidate], sheet: Sheet) -> list[Cluster]:
    """Group candidates into entities; clusters in order of their first mention."""
    table: dict[str, Cluster] = {}
    for candidate in candidates:
        key = _key(candidate)
        table.setdefault(key, Cluster(key)).candidates.append(candidate)
    linker = _Linker(table, sheet)
    linker.link()
    return sorted(linker.clusters(), key=lambda c: min(m.start for m in c.candidates))


def core(name: str) -> str:
    """A name without article, legal form and punctuation: equal cores are one company."""
    words = [w for w in _NOT_WORD.sub(" ", fold(name).replace("'s", "")).split() if w]
    if words and words[0] == "the":
        words = words[1:]
    if words[-3:] == ["district", "attorney", "office"]:
        words = words[:-1]
    forms = lexicon()["company_forms"] | {"company", "group", "co", "corp", "inc", "ltd", "persero"}
    for letters in _SPELLED_FORMS:
        if len(words) > len(letters) and words[-len(letters) :] == letters:
            words = words[: -len(letters)]
    while len(words) > 1 and words[-1] in forms:
        words = words[:-1] if words[-2] != "private" or len(words) == 2 else words[:-2]
    return " ".join(words)


def place_core(name: str) -> str:
    """A place's bare name: "Hebei" for "Hebei Province" and "the city of Hebei"."""
    words = fold(name).removesuffix(" special administrative region").removesuffix(" sar").split()
    if len(words) > 2 and words[0] in _PLACE_WORDS | {"port", "town", "village"} and words[1] == "of":
        words = words[2:]
    while len(words) > 1 and words[-1] in _PLACE_WORDS:
        words = words[:-1]
    if words and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def _key(candidate: Candidate) -> str:
    table, known = places(), organizations()
    key = fold(candidate.name)
    if candidate.base:
        base = place_core(candidate.base)
        base = table.short.get(base, base)
        base = fold(table.demonyms.get(base, table.countries.get(base, base)))
        return "place:" + base
    if candidate.titled:
        return "name:" + key
    if key in table.short:
        return "place:" + table.short[key]
    if key in known:
        return "name:" + fold(known[key].name)
    body = national_body(key)
    if body is not None:
        return "name:" + fold(body.name)
    if key in table.countries:
        return "place:" + fold(table.countries[key])
    if key in table.demonyms:
        return "place:" + fold(table.demonyms[key])
    bare = place_core(candidate.name)
    if candidate.form is EntityType.PLACE or key in table.country_of:
        return "place:" + bare
    return "name:" + core(candidate.name)


class _Linker:
    """Merges clusters step by step; `into` follows merges."""

    def __init__(self, table: dict[str, Cluster], sheet: Sheet) -> None:
        self.table = table
        self.sheet = sheet

    def clusters(self) -> list[Cluster]:
        return list(self.table.values())

    def link(self) -> None:
        self._acronyms_in_parentheses()
        self._other_names()
        self._same_place()
        self._initials()
        self._prefixes()
        self._surnames()
        self._countrywise()
        for first, *others in same_ministries(self.table):
            for other in others:
                self._merge(first, other)
            self.table[first].candidates = named_as_written(self.table[first].candidates, self.sheet)

    def _merge(self, into: str, other: str) -> None:
        if into != other and into in self.table and other in self.table:
            self.table[into].candidates.extend(self.table.pop(other).candidates)

    def _owner(self) -> dict[int, str]:
        return {c.end: key for key, group in self.table.items() for c in group.candidates}

    def _acronyms_in_parentheses(self) -> None:
        """As in "Sri Lanka Ports Authority (SLPA)"."""
        text = self.sheet.text
        ends = self._owner()
        moved: dict[str, str] = {}
        for key, group in list(self.table.items()):
            for c in list(group.candidates):
                if (
                    c.start < 2
                    or text[c.start - 1] != "("
                    or c.end >= len(text)
                    or text[c.end] not in (")", ",", ";", ":")
                ):
                    continue
                left = ends.get(c.start - 1)
                left = moved.get(left, left) if left else None
                if left is None or left == key or left not in self.table:
                    continue
                names = self.table[left].names
                full = next((n for n in names if _abbreviates(c.name, n) or self._is_alias(c, n)), None)
                if full is None and " " in c.name:  # "OPC (Orbico Power Corporation)"
                    full = next((n for n in names if _is_acronym(n) and _initials(c.name) == n.upper()), None)
                if full or (c.name.isupper() and " " not in c.name and self._is_ticker(c)):
                    if full:
                        self._merge(left, key)
                        moved[key] = left
                    else:
                        group.candidates.remove(c)
                    break
            if key in self.table and not self.table[key].candidates:
                del self.table[key]

    def _other_names(self) -> None:
        """As in "Orbico, formerly known as Lindal Foods"."""
        named = sorted((c.start, c.end, key) for key, group in self.table.items() for c in group.candidates)
        for (_, end, left), (start, _, right) in pairwise(named):
            apart = left == right or any(not k.startswith("name:") or has_given_name(k[5:]) for k in (left, right))
            if 0 < start - end <= _NEAR and not apart and is_other_name(self.sheet, end, start):
                self._merge(left, right)

    def _is_alias(self, c: Candidate, name: str) -> bool:
        """As in "Saudi Ports Authority (Mawani)": a word that is no place or listed name, behind an organization."""
        key = fold(c.name)
        if " " in c.name and not c.form and set(key.split()) & set(fold(name).split()) & places().country_of.keys():
            return len(name) > len(c.name) and key not in places().country_of  # "(Invest Kenya)"
        if " " in c.name or not c.name[0].isupper() or c.form or key in places().country_of:
            return False
        words = fold(name).split()
        if key in organizations() and not (
            c.name.isupper() and key[0] == words[0][0] and fold(name) not in organizations()
        ):
            return False
        lex = lexicon()
        heads = lex["government_heads"] | lex["organization_heads"] | lex["company_suffixes"]
        is_organization = len(words) > 2 and not heads.isdisjoint(words)
        return is_organization and self.sheet.ent[c.start] not in ("GPE", "NORP") and key not in first_names()

    def _is_ticker(self, c: Candidate) -> bool:
        return (
            bool(_TICKER.match(c.name))
            and fold(c.name) not in organizations()
            and sum(w == c.name for w in self.sheet.text) == 1
        )

    def _same_place(self) -> None:
        """As in "name:hebei" and "place:hebei" are one, and so are a city and its government."""
        for key in [k for k in self.table if k.startswith("place:")]:
            bare = key[len("place:") :]
            self._merge(key, "name:" + bare)

    def _initials(self) -> None:
        """An acronym that fits exactly one longer name of the article."""
        acronyms = [k for k, g in self.table.items() if all(_is_acronym(c.name) for c in g.candidates)]
        for key in acronyms:
            short = self.table[key].candidates[0].name
            fits = [
                k
                for k, g in self.table.items()
                if k != key and any(short.replace(".", "").upper() in _abbreviations(n) for n in g.names)
            ]
            if len(fits) == 1 and len(short) > 2:
                self._merge(fits[0], key)

    def _prefixes(self) -> None:
        """As in "Tencent" and "Tencent Holdings"; "Orascom" and "Orascom Construction" where nothing else starts so."""
        generic = lexicon()["company_suffixes"] | {"global", "international", "worldwide"}
        forms = lexicon()["company_forms"] | {"group", "holdings"}
        for short in sorted((k for k in self.table if k.startswith("name:")), key=len):
            if short not in self.table or self._persons(short) or self._is_whole(short):
                continue
            stem = short[len("name:") :] + " "
            longer = [k for k in self.table if k.startswith("name:" + stem) and not self._persons(k)]
            longer = [k for k in longer if not self._is_unit(k, short)]
            plain = [k for k in longer if set(k[len("name:" + stem) :].split()) <= forms]
            loose = [k for k in longer if set(k[len("name:" + stem) :].split()) <= generic]
            others = [k for k in longer if k not in loose]
            only = len(longer) == 1 or (len(loose) == 1 and not any(self._is_company(k) for k in others))
            target = plain or (loose if only else []) or self._introduced_by(short, longer)
            if (
                len(target) == 1
                and stem.strip() not in places().country_of
                and fold(stem.strip()) not in organizations()
            ):
                self._merge(target[0], short)

    def _is_unit(self, longer: str, short: str) -> bool:
        """As in "Orbico said its subsidiary Orbico Ports", "Orbico Ports, a unit of Orbico": two companies."""
        lower, ends = self.sheet.lower, {c.start for c in self.table[short].candidates}
        for c in self.table[longer].candidates:
            before = c.start - 2 if lower[c.start - 1 : c.start] == [","] else c.start - 1
            if before > 0 and lower[before] in _UNITS and c.start not in ends:
                return True
            of = next((i for i in range(c.end + 2, min(c.end + _NEAR, len(lower) - 1)) if lower[i] == "of"), 0)
            if of and lower[c.end] == "," and lower[of - 1] in _UNITS and {of + 1, of + 2} & ends:
                return True
        return False

    def _introduced_by(self, short: str, longer: list[str]) -> list[str]:
        """As in "Pregis" after "Pregis Polymask", where the article began with the full name of one company."""
        suffixes = lexicon()["company_suffixes"]
        if len(longer) > 1:
            longer = [k for k in longer if k.split()[-1] in suffixes] or longer
            longer = [min(longer, key=self._begins)]  # what an article calls by half its name is whom it began with
        if len(longer) != 1 or " " in short.partition(":")[2]:
            return []
        rest = longer[0][len(short) + 1 :]
        if rest in places().country_of or rest.count(" ") > 1:  # "MTN" and "MTN Nigeria" are two
            return []
        return longer if self._begins(longer[0]) < self._begins(short) else []

    def _begins(self, key: str) -> int:
        """Where an article first uses a name, its headline left out if it can."""
        places = [c.start for c in self.table[key].candidates]
        return min((i for i in places if self.sheet.line_of(i)), default=min(places))

    def _is_company(self, key: str) -> bool:
        return any(c.form is EntityType.COMPANY or fold(c.name) in organizations() for c in self.table[key].candidates)

    def _is_whole(self, key: str) -> bool:
        """As in "Reliant Group", which is not short for "Reliant Energy"."""
        forms = lexicon()["company_forms"] | {"group", "holdings"}
        return all(fold(name).split()[-1] in forms for name in self.table[key].names)

    def _persons(self, key: str) -> bool:
        return any(c.form is EntityType.PERSON for c in self.table[key].candidates)

    def _surnames(self) -> None:
        """A single word that is the first or last word of a person's name."""
        persons = [
            k for k, g in self.table.items() if any(person_like(c, self.sheet) for c in g.candidates) and " " in k
        ]
        for key in list(self.table):
            group = self.table.get(key)
            word = key.partition(":")[2]
            if (
                group is None
                or key in persons
                or " " in word
                or self._is_firm(key)
                or (key.startswith("place:") and is_big_place(word))
            ):
                continue
            first = min(c.start for c in group.candidates)
            fits = [p for p in persons if p in self.table and word in (p.split()[-1], p[len("name:") :].split()[0])]
            fits.sort(key=lambda p: min(abs(first - c.start) for c in self.table[p].candidates))
            exact = word in organizations() and not any(c.titled for c in group.candidates)
            exact = exact or (key.startswith("place:") and any(c.form for c in group.candidates))
            if fits and not exact:
                self._merge(fits[0], key)
        self._longer_persons()

    def _is_firm(self, key: str) -> bool:
        """Whether a legal form or the like stands behind each mention: "Lindal group" is not Jane Lindal."""
        return all(c.form is EntityType.COMPANY for c in self.table[key].candidates)

    def _longer_persons(self) -> None:
        """As in "Sheikh Tahnoon" and "Sheikh Tahnoon bin Zayed Al Nahyan"; "Mr Ma Huateng" is "Ma Huateng"."""
        persons = [k for k, g in self.table.items() if any(c.form is EntityType.PERSON for c in g.candidates)]
        for key in persons:
            words = key[len("name:") :].split()
            for other in persons:
                theirs = other[len("name:") :].split()
                if (
                    key in self.table
                    and other in self.table
                    and len(words) < len(theirs)
                    and words[-1] == theirs[-1]
                    and words[0] == theirs[0]
                ):
                    self._merge(other, key)

    def _countrywise(self) -> None:
        """As in "Commerce Department" is "U.S. Commerce Department"."""
        table = places()
        heads = lexicon()["government_heads"]
        for key in [k for k in self.table if k.startswith("name:")]:
            words = key[len("name:") :].split()
            if len(words) < 3 or words[-1] not in heads or key not in self.table:
                continue
            lead = words[0] if words[0] in table.countries or words[0] in table.demonyms else " ".join(words[:2])
            if lead in table.countries or lead in table.demonyms:
                self._merge(key, "name:" + key[len("name:") + len(lead) + 1 :])


def _is_acronym(name: str) -> bool:
    return " " not in name and len(name) >= 2 and name[0].isupper() and sum(c.isupper() for c in name) >= len(name) - 1


@lru_cache(maxsize=1 << 14)
def _abbreviations(name: str) -> frozenset[str]:
    """The initials of a name, and those behind the country that it may begin with ("U.S. Trade Agency")."""
    lead, _, rest = name.partition(" ")
    national = fold(lead) in places().countries or fold(lead) in places().demonyms
    return frozenset({_initials(name), _initials(rest)} if national and " " in rest else {_initials(name)})


def _initials(name: str) -> str:
    words = [w for w in re.split(r"[\s-]+", name) if w and w.lower() not in _SMALL]
    forms = lexicon()["company_forms"]
    full = "".join(w[0] for w in words).upper()
    return full if len(words) < 2 or words[-1].lower() not in forms else full[:-1]


def _abbreviates(short: str, name: str) -> bool:
    """Letters of an acronym stand in the name in order, the first at its start."""
    letters = [c for c in fold(short) if c.isalnum()]
    target = fold(name)
    words = [w for w in re.split(r"[\s-]+", target) if w and w not in ("the",)]
    if not letters or not words or len(words) < 2 or len(short) > 12:
        return False
    if fold(short) in target.split() and len(short) > 3:
        return True
    position = 0
    starts = "".join(words)
    if letters[0] not in {w[0] for w in words[:2]}:
        return False
    for letter in letters:
        position = starts.find(letter, position) + 1
        if not position:
            return False
    initials = [w[0] for w in words]
    return sum(1 for letter in letters if letter in initials) >= max(2, len(letters) - 2)


def fullest(names: Iterable[str]) -> str:
    """The longest name; of equally long ones the first."""
    return max(names, key=lambda name: len(name))
