"""Well-known organizations by name, from `ontology/entities.ttl` and the user's own names file.

Both are SKOS: `skos:prefLabel` is the preferred name in a language, `skos:altLabel` any other. A user's CSV file has
the columns `name,type,aliases,country,parent,same_as` (`|` between several), and only the first two are needed.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

from kg.errors import RuleError
from kg.extract.own_names import OwnNames
from kg.model import EntityType
from kg.resolve.iris import BASE, entity_iri
from kg.resolve.ministries import topic
from kg.resolve.names import fold, is_chinese, joined
from kg.resources import ontology

_SKOS = "http://www.w3.org/2004/02/skos/core#"
_SCHEMA = "https://schema.org/"
_ORG = "http://www.w3.org/ns/org#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_IDENTIFIERS = {_SCHEMA + "tickerSymbol": "ticker", _SCHEMA + "leiCode": "LEI", _SCHEMA + "identifier": ""}
_CSV_COLUMNS = frozenset({"name", "type", "aliases", "country", "parent", "same_as"})
_MAX_BYTES = 50_000_000
_CONTROL = re.compile(r"[\x00-\x1f]")
_KINDS = {kind.value: kind for kind in EntityType}


@dataclass(frozen=True, slots=True)
class Known:
    """One entry.

    Attributes:
        id: IRI, equal to `entity_iri(name, type)`.
        name: Preferred name (English, or the only one there is).
        english: All names in Latin script, preferred first; `chinese` those in Chinese characters.
        parent: IRI of the body that it belongs to, if any; for a person, the one that tells namesakes apart.
        identifiers: (scheme, value) pairs that were checked against a source, for example ("ticker", "NASDAQ:MSFT").
    """

    id: str
    name: str
    type: EntityType
    english: tuple[str, ...] = ()
    chinese: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None
    same_as: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names, sorted."""
        return tuple(sorted({self.name, *self.english, *self.chinese}))


@dataclass(frozen=True)
class Gazetteer:
    """Entries with an index by normal form.

    Attributes:
        entries: All entries, ordered by id.
    """

    entries: tuple[Known, ...] = field(default=())

    def find(self, name: str) -> tuple[Known, ...]:
        """Entries that have `name`, up to its accidents; several when the name is ambiguous."""
        key = fold(name)
        index = self._all if is_chinese(key) else self._latin
        exact = index.exact.get(key)
        if exact:
            return exact
        return tuple(known for known in index.loose.get(joined(name), ()) if known.type is not EntityType.PERSON)

    def ministry(self, topic: str, country: str | None) -> Known | None:
        """The ministry of a country for a topic (`kg.resolve.ministries.topic`), if there is just one."""
        if not topic or not country:
            return None
        found = self._ministries.get((topic, country), ())
        return found[0] if len(found) == 1 else None

    def get(self, iri: str) -> Known | None:
        """The entry with this IRI."""
        return self._by_id.get(iri)

    @cached_property
    def _by_id(self) -> dict[str, Known]:
        return {known.id: known for known in self.entries}

    @cached_property
    def _ministries(self) -> dict[tuple[str, str | None], tuple[Known, ...]]:
        index: dict[tuple[str, str | None], tuple[Known, ...]] = {}
        for known in self.entries:
            if known.type is EntityType.GOVERNMENT:
                for subject in sorted({topic(name) for name in known.names} - {""}):
                    index[subject, known.country] = (*index.get((subject, known.country), ()), known)
        return index

    @cached_property
    def _latin(self) -> _Index:
        """All names but Chinese ones: those need OpenCC to be folded, which is slow to import."""
        return _index((name, known) for known in self.entries for name in known.names if not is_chinese(name))

    @cached_property
    def _all(self) -> _Index:
        return _index((name, known) for known in self.entries for name in known.names)


def load(names_file: Path | None = None) -> Gazetteer:
    """The product's entries, with those of `names_file` (Turtle or CSV) added; on the same id, the user's wins.

    Raises:
        RuleError: A file is missing, too large or not valid.
    """
    own = _read_cached(ontology("entities.ttl"))
    if names_file is None:
        return own
    return merge(own, Gazetteer(read(names_file)))


def own_names(names_file: Path | None) -> OwnNames | None:
    """The entries of `names_file` for the extractors, if there is a file.

    Raises:
        RuleError: As `read`.
    """
    return OwnNames(read(names_file)) if names_file else None


def merge(base: Gazetteer, over: Gazetteer) -> Gazetteer:
    """`base` with the entries of `over`: one with a name that an entry of `base` prefers replaces that entry."""
    replaced = {known.id for known in over.entries}
    taken = {fold(known.name): known.id for known in base.entries}
    replaced |= {taken[fold(name)] for known in over.entries for name in known.names if fold(name) in taken}
    kept = [known for known in base.entries if known.id not in replaced]
    return Gazetteer(tuple(sorted([*kept, *over.entries], key=lambda known: known.id)))


def read(path: Path) -> tuple[Known, ...]:
    """The entries of a names file, Turtle (`.ttl`) or CSV, checked.

    Raises:
        RuleError: The file is missing, too large or not valid.
    """
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise RuleError(f"{path} is larger than {_MAX_BYTES // 1_000_000} MB: a names file is smaller than that.")
        entries = _read_csv(path) if path.suffix.lower() == ".csv" else _read_turtle(path)
    except OSError as error:
        raise RuleError(f"The names file {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise RuleError(f"The names file {path} is not UTF-8: save it as UTF-8.") from error
    return tuple(sorted(entries, key=lambda known: known.id))


@lru_cache(maxsize=4)
def _read_cached(path: Path) -> Gazetteer:
    return Gazetteer(read(path))


@dataclass(frozen=True, slots=True)
class _Index:
    """Entries by folded name, and by normal form without spaces."""

    exact: dict[str, tuple[Known, ...]]
    loose: dict[str, tuple[Known, ...]]


def _index(names: Iterable[tuple[str, Known]]) -> _Index:
    index = _Index({}, {})
    for name, known in names:
        for table, key in ((index.exact, fold(name)), (index.loose, joined(name))):
            if known not in table.get(key, ()):
                table[key] = (*table.get(key, ()), known)
    return index


def _read_turtle(path: Path) -> list[Known]:
    import pyoxigraph  # imported late: reading facts needs no RDF

    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    try:
        for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE, base_iri=BASE):
            value = getattr(quad.object, "value", "")
            language = getattr(quad.object, "language", None) or ""
            properties = found.setdefault(getattr(quad.subject, "value", ""), {})
            properties.setdefault(quad.predicate.value, []).append((value, language))
    except SyntaxError as error:
        raise RuleError(f"The names file {path} is not valid Turtle: {error}.") from error
    return [_known(iri, properties, path) for iri, properties in found.items() if _SKOS + "prefLabel" in properties]


def _known(iri: str, properties: dict[str, list[tuple[str, str]]], path: Path) -> Known:
    preferred = sorted(properties[_SKOS + "prefLabel"], key=lambda label: (not label[1].startswith("en"), label[1]))
    others = properties.get(_SKOS + "altLabel", [])
    labels = [value for value, _ in (*preferred, *sorted(others))]
    kind = _kind([value for value, _ in properties.get(_TYPE, [])], f"{path}: <{iri}>")
    known = Known(
        id=iri,
        name=preferred[0][0],
        type=kind,
        english=tuple(dict.fromkeys(label for label in labels if not is_chinese(label))),
        chinese=tuple(dict.fromkeys(label for label in labels if is_chinese(label))),
        country=_one(properties, _SCHEMA + "addressCountry"),
        parent=_one(properties, _ORG + "subOrganizationOf") or _one(properties, _SCHEMA + "affiliation"),
        same_as=tuple(sorted(value for value, _ in properties.get(_SKOS + "exactMatch", []))),
        identifiers=_identifiers(properties),
    )
    return _checked(known, f"{path}: <{iri}>")


def _identifiers(properties: dict[str, list[tuple[str, str]]]) -> tuple[tuple[str, str], ...]:
    """(scheme, value) pairs; a plain identifier carries its scheme: "CIK:0000789019"."""
    found = [(scheme, value) for key, scheme in _IDENTIFIERS.items() for value, _ in properties.get(key, [])]
    pairs = [
        (scheme, value) if scheme else (value.partition(":")[0], value.partition(":")[2]) for scheme, value in found
    ]
    return tuple(sorted(pairs))


def _read_csv(path: Path) -> list[Known]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        columns = set(rows.fieldnames or ())
        if not {"name", "type"} <= columns:
            raise RuleError(f"The names file {path} needs the columns name and type in its first line.")
        if columns - _CSV_COLUMNS:
            raise RuleError(
                f"The names file {path} has an unknown column: {', '.join(sorted(columns - _CSV_COLUMNS))}."
            )
        return [_from_row(row, f"{path}, line {number}") for number, row in enumerate(rows, start=2)]


def _from_row(row: dict[str, str], where: str) -> Known:
    name = (row["name"] or "").strip()
    labels = [name, *_split(row.get("aliases"))]
    kind = _kind([row["type"] or ""], where)
    parent = (row.get("parent") or "").strip()
    if parent and not parent.startswith("http"):
        parent = entity_iri(parent, kind)
    known = Known(
        id=entity_iri(name, kind),
        name=name,
        type=kind,
        english=tuple(label for label in labels if not is_chinese(label)),
        chinese=tuple(label for label in labels if is_chinese(label)),
        country=(row.get("country") or "").strip().upper() or None,
        parent=parent or None,
        same_as=tuple(sorted(_split(row.get("same_as")))),
    )
    return _checked(known, where)


def _checked(known: Known, where: str) -> Known:
    if not known.name.strip():
        raise RuleError(f"{where} has no name.")
    if any(len(name) > 200 or _CONTROL.search(name) for name in known.names):
        raise RuleError(f"{where} has a name of over 200 characters or with control characters in it.")
    if known.country and not (len(known.country) == 2 and known.country.isalpha()):
        raise RuleError(f"{where}: the country {known.country!r} is not a two-letter ISO 3166 code.")
    for iri in (*known.same_as, *([known.parent] if known.parent else ())):
        if not iri.startswith(("http://", "https://")) or any(c in iri for c in ' <>"{}|\\^`'):
            raise RuleError(f"{where}: {iri!r} is not an http(s) IRI.")
    expected = entity_iri(known.name, known.type)
    return known if known.id == expected else replace(known, id=expected)


def _kind(values: list[str], where: str) -> EntityType:
    names = {value.rsplit("#", 1)[-1].rsplit("/", 1)[-1] for value in values}
    kinds = sorted(_KINDS[name] for name in names & _KINDS.keys())
    if not kinds:
        known = ", ".join(EntityType)
        raise RuleError(f"{where} has no type that kg knows: use one of {known}.")
    return kinds[0]


def _one(properties: dict[str, list[tuple[str, str]]], key: str) -> str | None:
    values = sorted(value for value, _ in properties.get(key, []))
    return values[0] if values else None


def _split(text: str | None) -> list[str]:
    return [part.strip() for part in (text or "").split("|") if part.strip()]
