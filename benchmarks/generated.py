"""Made-up graphs of the shape that news gives: few strong actors, many weak ones, places in places, fields of business.

Every company has a field (a few subject matters) and a home region, and mostly deals there, so that there is a
structure to find; a share of its facts is anywhere about anything. All of it is invented.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from kg.model import (
    Deal,
    Document,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Mention,
    Money,
    Relation,
    Resolution,
    Status,
)
from kg.resolve.iris import deal_iri, entity_iri

FIELDS = (
    ("AI", "cloud computing", "data centres", "big data"),
    ("electric vehicles", "batteries", "autonomous driving"),
    ("5G", "telecommunications", "internet of things"),
    ("health care", "biotechnology", "hospitals"),
    ("logistics", "e-commerce", "ports"),
    ("solar power", "wind power", "energy storage"),
    ("semiconductors", "chip design", "display panels"),
    ("education", "tourism", "smart cities"),
)
_RELATIONS = (
    (Relation.PARTNERS_WITH, 40), (Relation.INVESTS, 22), (Relation.BUILDS, 10), (Relation.SUPPLIES, 10),
    (Relation.FUNDS, 5), (Relation.APPROVES, 4), (Relation.OWNS, 3), (Relation.SANCTIONS, 2),
    (Relation.LOCATED_IN, 4),
)  # fmt: skip
_STATUSES = (Status.PROPOSED, Status.PLANNED, Status.AGREED, Status.ACTIVE, Status.COMPLETED, Status.ENDED, None)
_CURRENCIES = ("CNY", "CNY", "CNY", "USD", "USD", "EUR", "INR")
_TEXT = "The two sides signed an agreement, the article says."


@dataclass(frozen=True)
class _World:
    companies: list[Entity]
    places: list[Entity]  # countries, then provinces, then cities
    cities: list[Entity]
    bodies: list[Entity]
    facilities: list[Entity]


def grown(nodes: int, edges: int, seed: int = 7) -> Resolution:
    """A resolution with about `nodes` entities and exactly `edges` deals; the same for the same arguments.

    Half of the nodes are companies, a quarter places, the rest government bodies and facilities.
    """
    chance = random.Random(seed)
    world = _world(nodes, chance)
    documents = tuple(_document(number, chance) for number in range(max(edges // 4, 1)))
    deals = tuple(_deal(number, world, documents, chance) for number in range(edges))
    entities = (*world.companies, *world.places, *world.bodies, *world.facilities)
    return Resolution(documents, tuple(sorted(entities, key=lambda e: e.id)), deals)


def _world(nodes: int, chance: random.Random) -> _World:
    companies = [_entity(f"Company {n}", EntityType.COMPANY) for n in range(nodes // 2)]
    number = max(nodes // 4, 12)
    countries = [_place(f"Country {n}", None, chance) for n in range(max(number // 60, 2))]
    provinces = [_place(f"Province {n}", countries[n % len(countries)], chance) for n in range(max(number // 8, 4))]
    rest = number - len(countries) - len(provinces)
    cities = [_place(f"City {n}", provinces[n % len(provinces)], chance) for n in range(max(rest, 4))]
    bodies = [
        _entity(f"Bureau {n}", EntityType.GOVERNMENT, within=chance.choice(provinces).id) for n in range(nodes // 8)
    ]
    used = len(companies) + len(countries) + len(provinces) + len(cities) + len(bodies)
    facilities = [
        _entity(f"Plant {n}", EntityType.FACILITY, within=chance.choice(cities).id) for n in range(max(nodes - used, 1))
    ]
    return _World(companies, [*countries, *provinces, *cities], cities, bodies, facilities)


def _place(name: str, parent: Entity | None, chance: random.Random) -> Entity:
    if parent is None:
        latitude, longitude = chance.uniform(-35, 60), chance.uniform(-110, 140)
    else:
        latitude = (parent.latitude or 0) + chance.gauss(0, 3)
        longitude = (parent.longitude or 0) + chance.gauss(0, 4)
    made = _entity(name, EntityType.PLACE, within=parent.id if parent else None, country="XX")
    return Entity(
        made.id, name, made.type, within=made.within, country="XX", governs=made.id,
        latitude=round(latitude, 3), longitude=round(longitude, 3),
    )  # fmt: skip


def _entity(name: str, kind: EntityType, within: str | None = None, country: str | None = None) -> Entity:
    return Entity(entity_iri(name, kind), name, kind, within=within, country=country)


def _document(number: int, chance: random.Random) -> Document:
    day = f"{chance.randrange(2012, 2025)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    return Document(f"article-{number}.txt", _TEXT, title=f"Article {number}", published=day, sha256="0" * 64)


def _deal(number: int, world: _World, documents: tuple[Document, ...], chance: random.Random) -> Deal:
    company = world.companies[int(len(world.companies) * chance.random() ** 3)]  # a hundredth has a fifth of the facts
    home = int(company.name.rpartition(" ")[2])
    relation = chance.choices([r for r, _ in _RELATIONS], [w for _, w in _RELATIONS])[0]
    other = _other(relation, home, world, chance)
    if other.id == company.id:
        other = world.cities[number % len(world.cities)]
    subject, object_ = (other, company) if relation in (Relation.APPROVES, Relation.SANCTIONS) else (company, other)
    document = documents[number % len(documents)]
    amount = _amount(chance) if relation in (Relation.INVESTS, Relation.FUNDS, Relation.OWNS) else None
    status, confidence = chance.choice(_STATUSES), round(chance.uniform(0.4, 0.99), 2)
    reading = Fact(
        document.name, Mention(subject.name, subject.name, subject.type), relation,
        Mention(object_.name, object_.name, object_.type), Evidence(_TEXT, 0, len(_TEXT)),
        amount=amount, status=status, confidence=confidence,
    )  # fmt: skip
    return Deal(
        deal_iri((str(relation), subject.id, object_.id, str(number))), subject.id, relation, object_.id, (reading,),
        amount=amount, date=document.published if chance.random() < 0.6 else None, status=status,
        domains=_domains(home, chance), confidence=confidence,
    )  # fmt: skip


def _other(relation: Relation, home: int, world: _World, chance: random.Random) -> Entity:
    if relation is Relation.BUILDS:
        return _near(world.facilities, home, chance)
    if relation in (Relation.SUPPLIES, Relation.OWNS):
        return _near(world.companies, home, chance)
    if relation in (Relation.APPROVES, Relation.SANCTIONS) or chance.random() < 0.2:
        return _near(world.bodies, home, chance)
    return _near(world.cities, home, chance)


def _near(pool: list[Entity], home: int, chance: random.Random) -> Entity:
    """Mostly one of a few that belong to the company's neighbourhood, the first of them most often; else anyone."""
    if chance.random() < 0.3:
        return chance.choice(pool)
    neighbourhood = (home % 97) * 131
    return pool[(neighbourhood + min(int(chance.expovariate(0.25)), 20)) % len(pool)]


def _domains(home: int, chance: random.Random) -> tuple[str, ...]:
    field = FIELDS[home % 97 % len(FIELDS)] if chance.random() < 0.8 else chance.choice(FIELDS)
    return tuple(chance.sample(field, chance.randrange(0, 3)))


def _amount(chance: random.Random) -> Money | None:
    if chance.random() < 0.4:
        return None
    return Money(round(chance.lognormvariate(18, 1.5)), chance.choice(_CURRENCIES))
