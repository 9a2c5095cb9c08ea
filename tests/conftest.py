"""Values that the tests of several rooms share."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from kg.model import (
    Conflict,
    Deal,
    Document,
    Entity,
    EntityType,
    Evidence,
    Fact,
    Mention,
    Money,
    Qualifier,
    Relation,
    Resolution,
    Status,
)
from kg.resolve.iris import deal_iri, entity_iri

settings.register_profile("same", derandomize=True)  # a check of the same code says the same
settings.register_profile("search", max_examples=5000)  # looks for new cases: HYPOTHESIS_PROFILE=search
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

# Invented for these tests: no such deals were made.
ARTICLES = {
    "north.txt": "Acme signed a pact with Northland. Acme will invest up to 15 billion yuan in Northland in "
    "March 2020.",
    "south.txt": 'Globex said it "may" sell \\ chips to Northland. Northland and Acme have agreed to work together.',
    "云.txt": "阿克米与北地签署战略合作协议，共建云计算中心。",
}
_TYPES = {"Acme": EntityType.COMPANY, "Globex": EntityType.COMPANY, "Northland": EntityType.PLACE}


def entity_id(name: str) -> str:
    return entity_iri(name, _TYPES[name])


def _mention(name: str) -> Mention:
    return Mention(name, name, _TYPES[name])


def make_fact(doc: str, subject: str, relation: Relation, object_: str, quote: str, **rest: object) -> Fact:
    start = ARTICLES[doc].index(quote)
    evidence = Evidence(quote, start, start + len(quote))
    return Fact(doc, _mention(subject), relation, _mention(object_), evidence, rule="test", **rest)  # type: ignore[arg-type]


def make_deal(number: str, readings: tuple[Fact, ...], **rest: object) -> Deal:
    first = readings[0]
    subject, object_ = entity_id(first.subject.name), entity_id(first.object.name)
    return Deal(deal_iri((number,)), subject, first.relation, object_, readings, confidence=0.9, **rest)  # type: ignore[arg-type]


def make_resolution(without: str = "") -> Resolution:
    """Three articles, three entities, three deals; `without` leaves one article and all that only it says out."""
    amount = Money(15_000_000_000, "CNY", upper=15_000_000_000, qualifier=Qualifier.UP_TO, also=((2.1e9, "USD"),))
    pact = (
        make_fact("north.txt", "Acme", Relation.PARTNERS_WITH, "Northland", "Acme signed a pact with Northland.",
                  status=Status.AGREED, domains=("AI",)),
        make_fact("south.txt", "Acme", Relation.PARTNERS_WITH, "Northland",
                  "Northland and Acme have agreed to work together.", status=Status.ACTIVE),
        make_fact("云.txt", "Acme", Relation.PARTNERS_WITH, "Northland", "阿克米与北地签署战略合作协议",
                  status=Status.AGREED, domains=("cloud computing",)),
    )  # fmt: skip
    money = (
        make_fact("north.txt", "Acme", Relation.INVESTS, "Northland",
                  "Acme will invest up to 15 billion yuan in Northland in March 2020.",
                  status=Status.PLANNED, amount=amount, date="2020-03"),
    )  # fmt: skip
    chips = (
        make_fact("south.txt", "Globex", Relation.SUPPLIES, "Northland",
                  'Globex said it "may" sell \\ chips to Northland.', status=Status.PROPOSED,
                  domains=("semiconductors",)),
    )  # fmt: skip
    kept = [tuple(fact for fact in readings if fact.doc != without) for readings in (pact, money, chips)]
    deals = []
    if kept[0]:
        conflict = Conflict("status", (("agreed", (kept[0][0].id,)), ("active", (kept[0][-1].id,))))
        deals.append(make_deal("pact", kept[0], status=Status.ACTIVE, domains=("AI", "cloud computing", "toy trains"),
                               conflicts=(conflict,)))  # fmt: skip
    if kept[1]:
        deals.append(make_deal("money", kept[1], amount=amount, date="2020-03", place=entity_id("Northland"),
                               status=Status.PLANNED))  # fmt: skip
    if kept[2]:
        deals.append(make_deal("chips", kept[2], status=Status.PROPOSED, domains=("semiconductors",)))
    readings = [fact for deal in deals for fact in deal.readings]
    documents = tuple(
        Document(name, text, title=f"On {name}", url="https://news.example/a b" if name == "south.txt" else None,
                 publisher="The <Test> Times", published="2020-04-08", language="zh" if name == "云.txt" else "en")
        for name, text in ARTICLES.items() if name != without
    )  # fmt: skip
    entities = tuple(_entity(name, readings) for name in _TYPES if any(name in _names(fact) for fact in readings))
    return Resolution(documents, entities, tuple(deals))


def _names(fact: Fact) -> tuple[str, str]:
    return fact.subject.name, fact.object.name


def _entity(name: str, readings: list[Fact]) -> Entity:
    documents = tuple(sorted({fact.doc for fact in readings if name in _names(fact)}))
    place = {
        "governs": entity_id("Northland"),
        "country": "NX",
        "latitude": 12.5,
        "longitude": -3.0,
        "same_as": ("https://sws.geonames.org/1/",),
    }
    extra = place if name == "Northland" else {"identifiers": (("LEI", "123"),)}
    names = (name, f'{name} "Holdings"', "北地" if name == "Northland" else f"{name} Inc")
    return Entity(entity_id(name), name, _TYPES[name], names=names, documents=documents, **extra)


@pytest.fixture
def resolution() -> Resolution:
    return make_resolution()


@pytest.fixture
def smaller() -> Resolution:
    """The same without `south.txt`: Globex and the chips are gone, the pact has two readings."""
    return make_resolution(without="south.txt")
