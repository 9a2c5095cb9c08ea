"""First guess at who a party is, from its article alone: a known organization, a place, or a name to be compared.

The result is a *unit*: parties with one unit are one thing without further comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import groupby

from kg.model import Document, EntityType, Fact, Relation
from kg.resolve.atlas import Spot
from kg.resolve.atlas import load as load_atlas
from kg.resolve.described import undressed
from kg.resolve.gazetteer import Gazetteer, Known
from kg.resolve.ministries import topic
from kg.resolve.names import fold, folded, is_chinese, is_generic, joined, normal
from kg.resolve.parties import Party, PartyKey
from kg.resolve.persons import is_common
from kg.resolve.places import Choice, Context, choose, containing, named_places, stated_parents
from kg.resolve.territory import readings

_PLACES = (EntityType.PLACE, EntityType.GOVERNMENT)
_LOCAL = (EntityType.FACILITY, EntityType.EVENT)


@dataclass(frozen=True, slots=True)
class Unit:
    """Parties that are one thing.

    Attributes:
        id: "known:IRI", "place:CODE" or "name:…"; stable for one input.
        known: Entry of the gazetteer, if that is what it is.
        choice: The place, if that is what it is.
        country: ISO code of the country that its article suggests for a public body: enough to keep two finance
            ministries apart, too little to state it.
    """

    id: str
    type: EntityType
    parties: tuple[Party, ...]
    known: Known | None = None
    choice: Choice | None = None
    country: str | None = None

    @property
    def anchored(self) -> bool:
        """Whether it is something known, not only a name."""
        return self.known is not None or (self.choice is not None and self.choice.spot is not None)

    @property
    def names(self) -> tuple[str, ...]:
        """All names of its parties, sorted."""
        return tuple(sorted({name for party in self.parties for name in party.names}))

    @property
    def docs(self) -> frozenset[str]:
        """Names of the articles that it is in."""
        return frozenset(party.doc for party in self.parties)


@dataclass(frozen=True, slots=True)
class _Guess:
    id: str
    known: Known | None = None
    choice: Choice | None = None
    country: str | None = None


@dataclass(frozen=True)
class Contexts:
    """What each article says about where it plays, by document name."""

    by_doc: Mapping[str, Context] = field(default_factory=dict)

    def of(self, doc: str) -> Context:
        """The context of an article; an empty one when its text is not there."""
        return self.by_doc.get(doc, Context())


def contexts(documents: Iterable[Document], facts: Iterable[Fact], parties: Mapping[PartyKey, Party]) -> Contexts:
    """The context of every article."""
    stated: dict[str, dict[str, list[str]]] = {}
    roles: dict[str, dict[str, list[str]]] = {}
    for fact in facts:
        if fact.relation is Relation.LOCATED_IN and fact.subject.type in _PLACES:
            stated.setdefault(fact.doc, {}).setdefault(fact.subject.name, []).append(fact.object.name)
        elif fact.relation is Relation.LEADS:
            roles.setdefault(fact.doc, {}).setdefault(fact.subject.name, []).append(fact.object.name)
    places: dict[str, list[str]] = {}
    for party in parties.values():
        if party.type in _PLACES:
            places.setdefault(party.doc, []).append(party.name)
    found: dict[str, Context] = {}
    for document in documents:
        said = stated_parents(document, places.get(document.name, ()))
        for name, parents in stated.get(document.name, {}).items():
            said[name] = (*said.get(name, ()), *parents)
        led = {person: tuple(bodies) for person, bodies in roles.get(document.name, {}).items()}
        found[document.name] = Context(named=named_places(document), stated=said, roles=led)
    return Contexts(found)


def identify(parties: Mapping[PartyKey, Party], where: Contexts, known: Gazetteer) -> dict[PartyKey, Unit]:
    """A unit for every party."""
    guesses: dict[PartyKey, _Guess] = {}
    ordered = sorted(parties.values(), key=lambda party: party.doc)
    for doc, group in groupby(ordered, key=lambda party: party.doc):
        guesses |= _identify_article(list(group), where.of(doc), known)
    guesses = _one_sense(guesses, parties)
    members: dict[str, list[PartyKey]] = {}
    for key, guess in sorted(guesses.items()):
        members.setdefault(guess.id, []).append(key)
    units: dict[PartyKey, Unit] = {}
    for keys in members.values():
        unit = _unit([parties[key] for key in keys], guesses[keys[0]])
        units |= dict.fromkeys(keys, unit)
    return units


def _one_sense(guesses: dict[PartyKey, _Guess], parties: Mapping[PartyKey, Party]) -> dict[PartyKey, _Guess]:
    """Places that their own article leaves open take the one sense that the other articles give the name."""
    senses: dict[str, dict[str, Choice]] = {}
    for key, guess in guesses.items():
        if guess.choice and guess.choice.spot:
            senses.setdefault(fold(parties[key].name), {})[guess.choice.spot.code] = guess.choice
    settled = dict(guesses)
    for key, guess in guesses.items():
        known = senses.get(fold(parties[key].name), {})
        if guess.choice and guess.choice.rivals and len(known) == 1 and set(known) <= set(guess.choice.rivals):
            choice = replace(next(iter(known.values())), reasons=("other articles mean this one",))
            settled[key] = _Guess(f"place:{next(iter(known))}", choice=choice)
    return settled


def _identify_article(parties: Sequence[Party], context: Context, known: Gazetteer) -> dict[PartyKey, _Guess]:
    """Two passes: the places beyond doubt first, then all with those as neighbours."""
    about = _organizations(parties, context, known)
    first = {party.key: _guess(party, context, known, about) for party in parties}
    sure = tuple(
        sorted(g.choice.spot.code for g in first.values() if g.choice and g.choice.spot and g.choice.score >= 6.0)
    )
    if not sure:
        return first
    nearer = replace(context, neighbours=sure)
    return {
        party.key: _guess(party, nearer, known, about) if party.type in _PLACES else first[party.key]
        for party in parties
    }


def _organizations(parties: Iterable[Party], context: Context, known: Gazetteer) -> frozenset[str]:
    """Ids of the known organizations in an article and of those that own them."""
    entries = [_entry(party, context, known) for party in parties if party.type is not EntityType.PERSON]
    found = {entry.id for entry in entries if entry}
    return frozenset(found | {entry.parent for entry in entries if entry and entry.parent})


def _guess(party: Party, context: Context, known: Gazetteer, about: frozenset[str]) -> _Guess:
    if is_generic(party.name):
        named = [name for name in party.names if not is_generic(name)]
        if not named:
            return _Guess(_local_id(party))
        party = replace(party, name=max(named, key=lambda name: (len(name), name)))
    party = _plain(party)
    entry = _entry(party, context, known, about)
    if entry:
        return _Guess(f"known:{entry.id}", known=entry)
    if party.type in _PLACES or _is_union(party):
        choice = _territory(party, context)
        if choice and choice.spot and Relation.SANCTIONS in party.acts:
            choice = _for_its_country(choice, choice.spot)
        if choice and choice.spot:
            return _Guess(f"place:{choice.spot.code}", choice=choice)
        if party.type is EntityType.PLACE:
            choice = replace(choice or Choice(None), within=containing(party.name, context))
            return _Guess(_place_id(party, choice), choice=choice)
    government = party.type is EntityType.GOVERNMENT
    country = (named_country(party.names) or context.country) if government else None
    return _Guess(_name_id(party, context), country=country)


def _plain(party: Party) -> Party:
    """The party under its bare name: Rosneft, not "Russian energy giant Rosneft"."""
    bodies = (EntityType.COMPANY, EntityType.ORGANIZATION, EntityType.GOVERNMENT)
    return replace(party, name=undressed(party.name)) if party.type in bodies else party


def _is_union(party: Party) -> bool:
    """Whether an organization is a territory all the same: the European Union."""
    if party.type is not EntityType.ORGANIZATION:
        return False
    found = load_atlas().find(party.name)[:1]
    return any(spot.kind in ("region", "country") and party.name in (spot.name, *spot.listed) for spot, _ in found)


def _entry(party: Party, context: Context, known: Gazetteer, about: frozenset[str] = frozenset()) -> Known | None:
    """The entry of the gazetteer that the party is: by its fullest name, else by an alias that is no other's."""
    if party.type in _LOCAL:
        return None
    for name in (party.name, *party.names):
        fits = [entry for entry in known.find(name) if _fits(entry, party, context, about)]
        if len(fits) == 1 and (name == party.name or not _extends(party, fits[0])):
            return fits[0]
    if party.type is EntityType.GOVERNMENT:
        return known.ministry(topic(party.name), named_country(party.names) or context.country)
    return None


def _extends(party: Party, entry: Known) -> bool:
    """Whether the party's full name says more than the entry's: a branch that goes by the short name too."""
    full = joined(party.name)
    starts = [form for name in entry.names if len(form := joined(name)) >= 2 and full.startswith(form)]
    return bool(starts) and full not in starts


def _fits(entry: Known, party: Party, context: Context, about: frozenset[str]) -> bool:
    if (entry.type is EntityType.PERSON) != (party.type is EntityType.PERSON):
        return False
    if entry.type is EntityType.PERSON:
        return not entry.parent or entry.parent in about or _unmistakable(entry, party)
    if party.type is EntityType.PLACE and entry.type is not EntityType.GOVERNMENT:
        return False
    if entry.type is EntityType.GOVERNMENT and entry.country and context.named:
        return bool(context.named.get(entry.country)) or entry.name in party.names
    return True


def _unmistakable(entry: Known, party: Party) -> bool:
    """Whether the party has two names of a known person, or one that not many people bear."""
    known = folded(entry.names, party.names)
    shared = {fold(name): name for name in party.names if fold(name) in known}
    return len(shared) > 1 or any(" " in key and not is_common(name) for key, name in shared.items())


def _territory(party: Party, context: Context) -> Choice | None:
    """The place that a party is, when its name or most of its names speak of one."""
    own = choose(party.name, (), context)
    if party.type is EntityType.PLACE:
        return choose(party.name, party.names, context) if own.spot or not own.rivals else own
    readable = [name for name in party.names if is_place(choose(name, (), context))]
    if is_place(own) or (own.spot and readable) or len(readable) * 2 > len(party.names):
        return choose(party.name, readable, context)
    return own if own.rivals else None


def _for_its_country(choice: Choice, spot: Spot) -> Choice:
    """The country, where its capital bans or fines: "Washington extended a trade ban"."""
    country = load_atlas().governed_from(spot)
    return replace(choice, spot=country, government=True, reasons=("its capital stands for it",)) if country else choice


def is_place(choice: Choice) -> bool:
    """Whether the name is a place's or its government's, and not only of an office there."""
    return choice.spot is not None and not choice.office


def _local_id(party: Party) -> str:
    return f"name:{_family(party)}:{joined(party.name, party.type)}@{party.doc}"


def _place_id(party: Party, choice: Choice) -> str:
    text = f"name:place:{joined(party.name, EntityType.PLACE)}"
    if choice.rivals and not choice.within:
        return f"{text}@{party.doc}"
    return f"{text}:{choice.within.code if choice.within else ''}"


def _name_id(party: Party, context: Context) -> str:
    text = normal(party.name, party.type)
    if party.type is EntityType.PERSON:
        return _person_id(party, text, context)
    if party.type is EntityType.GOVERNMENT:
        country = named_country(party.names) or context.country or ""
        return f"name:body:{topic(party.name) or joined(party.name)}:{country}"
    if party.type in _LOCAL and not is_proper(party.name):
        return _local_id(party)
    return f"name:{_family(party)}:{joined(party.name, party.type)}"


def _person_id(party: Party, text: str, context: Context) -> str:
    """A rare full name is enough; a frequent one needs the organization, a surname means its article's person only."""
    if " " not in text and not (is_chinese(text) and len(text) >= 2):
        return _local_id(party)
    if not is_common(party.name):
        return f"name:person:{joined(party.name, EntityType.PERSON)}"
    organization = next(iter(sorted(context.roles.get(party.name, ()))), "")
    mark = f"of {joined(organization)}" if organization else f"@{party.doc}"
    return f"name:person:{joined(party.name, EntityType.PERSON)} {mark}"


def named_country(names: Iterable[str]) -> str | None:
    """The country that a body's names themselves give: "Malaysian Finance Ministry", "Sri Lanka Ports Authority"."""
    found = {code for name in names for code in _countries_in(name)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=50_000)
def _countries_in(name: str) -> frozenset[str]:
    atlas = load_atlas()
    words = fold(name).split()
    found: set[str] = set()
    for span in (" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, min(i + 3, len(words)) + 1)):
        spot = atlas.by_adjective(span) or next((s for s, prior in atlas.find(span)[:1] if prior >= 6.2), None)
        country = atlas.country(spot.code) if spot else None
        if country:
            found.add(country)
    return frozenset(found)


def is_proper(name: str) -> bool:
    """Whether a facility's or an event's name is a proper name: "City Brain", not "the battery plant"."""
    if is_chinese(name):
        return len(name) >= 8
    words = [word for word in name.split() if word.lower() not in ("the", "of", "and", "in", "at", "for")]
    return len(words) >= 2 and all(word[0].isupper() or word[0].isdigit() for word in words)


def _family(party: Party) -> str:
    families = {EntityType.PERSON: "person", EntityType.PLACE: "place", EntityType.FACILITY: "facility"}
    return families.get(party.type, "event" if party.type is EntityType.EVENT else "body")


def _unit(parties: list[Party], guess: _Guess) -> Unit:
    if guess.known:
        kind = guess.known.type
    elif guess.choice and guess.choice.spot:
        kind = EntityType.PLACE
    else:
        kinds = [party.type for party in parties]
        kind = min(set(kinds), key=lambda k: (-kinds.count(k), k.value))
    return Unit(guess.id, kind, tuple(parties), guess.known, guess.choice, guess.country)


def acts_as_government(unit: Unit) -> bool:
    """Whether a place is named as a government in any article."""
    return any(
        party.type is EntityType.GOVERNMENT or any(r.government for name in party.names for r in readings(name))
        for party in unit.parties
    )
