"""Resolutions made by hand, small enough to count on paper. All of it is test material with invented colour."""

from __future__ import annotations

from typing import Any

from kg.model import Deal, Document, Entity, EntityType, Evidence, Fact, Mention, Money, Relation, Resolution, Status
from kg.resolve.iris import deal_iri, entity_iri

COMPANY, PLACE = EntityType.COMPANY, EntityType.PLACE


def entity(name: str, kind: EntityType = COMPANY, **more: Any) -> Entity:  # noqa: ANN401 - any field of Entity
    """An entity with the IRI that its name gives."""
    return Entity(id=entity_iri(name, kind), name=name, type=kind, **more)


def document(name: str, published: str | None) -> Document:
    """An article with the sentence that all readings quote."""
    return Document(
        name=name,
        text=f"{name} tells of a deal.",
        title=f"Title of {name}",
        url=f"https://news.example.org/{name}",
        published=published,
    )


def deal(subject: Entity, relation: Relation, object_: Entity, doc: Document, **more: Any) -> Deal:  # noqa: ANN401
    """A deal with one reading."""
    reading = Fact(
        doc=doc.name,
        subject=Mention(subject.name, subject.name, subject.type),
        relation=relation,
        object=Mention(object_.name, object_.name, object_.type),
        evidence=Evidence(doc.text, 0, len(doc.text)),
        amount=more.get("amount"),
        status=more.get("status"),
        date=more.get("date"),
        domains=more.get("domains", ()),
        confidence=more.get("confidence", 0.5),
    )
    key = (str(relation), subject.id, object_.id, repr(sorted(more.items(), key=lambda item: item[0])))
    return Deal(deal_iri(key), subject.id, relation, object_.id, (reading,), **more)


CHINA = entity("China", PLACE, country="CN", governs=entity_iri("China", PLACE))
HEBEI = entity(
    "Hebei", PLACE, country="CN", within=CHINA.id, governs=entity_iri("Hebei", PLACE), latitude=38.0, longitude=114.5
)
BAODING = entity("Baoding", PLACE, country="CN", within=HEBEI.id, latitude=38.9, longitude=115.5)
SHANGHAI = entity(
    "Shanghai",
    PLACE,
    country="CN",
    within=CHINA.id,
    governs=entity_iri("Shanghai", PLACE),
    latitude=31.2,
    longitude=121.5,
)
SONGJIANG = entity("Songjiang", PLACE, country="CN", within=SHANGHAI.id, latitude=31.0, longitude=121.2)
MINISTRY = entity("Ministry of Example", EntityType.GOVERNMENT, within=CHINA.id)
TENCENT, ALIBABA, BAIDU = entity("Tencent", names=("腾讯",)), entity("Alibaba"), entity("Baidu")
PLANT = entity("Baoding plant", EntityType.FACILITY, within=BAODING.id)
CHIEF = entity("Li Example", EntityType.PERSON)

A, B, C = document("a.txt", "2018-03-05"), document("b.txt", "2020-06-01"), document("c.txt", None)


def ten() -> Resolution:
    """Ten parties (and China): two rivals in Hebei, a third company, Shanghai with a district, a plant, a ministry."""
    deals = (
        deal(TENCENT, Relation.PARTNERS_WITH, HEBEI, A, domains=("AI", "cloud computing"), status=Status.AGREED,
             date="2018-03", confidence=0.9),
        deal(ALIBABA, Relation.PARTNERS_WITH, HEBEI, A, domains=("AI", "logistics"), status=Status.AGREED,
             date="2017", confidence=0.8),
        deal(ALIBABA, Relation.BUILDS, PLANT, B, domains=("data centres",), status=Status.PLANNED, confidence=0.6),
        deal(TENCENT, Relation.INVESTS, SONGJIANG, B, domains=("AI",), status=Status.COMPLETED, date="2020-04",
             amount=Money(15_000_000_000, "CNY"), confidence=0.95),
        deal(TENCENT, Relation.INVESTS, SHANGHAI, B, status=Status.PLANNED, date="2021",
             amount=Money(2_000_000_000, "USD", upper=2_000_000_000), confidence=0.9),
        deal(BAIDU, Relation.PARTNERS_WITH, SHANGHAI, B, domains=("cloud computing",), confidence=0.75),
        deal(TENCENT, Relation.PARTNERS_WITH, BAIDU, A, domains=("AI",), confidence=0.9),
        deal(BAIDU, Relation.INVESTS, ALIBABA, C, amount=Money(500, "CNY"), confidence=0.4),
        deal(ALIBABA, Relation.SUPPLIES, BAIDU, A, confidence=0.9),
        deal(MINISTRY, Relation.SANCTIONS, ALIBABA, B, amount=Money(1_000, "CNY"), status=Status.COMPLETED,
             confidence=0.99),
        deal(SONGJIANG, Relation.LOCATED_IN, SHANGHAI, B, confidence=0.9),
        deal(CHIEF, Relation.LEADS, HEBEI, A, role="governor", confidence=0.9),
    )  # fmt: skip
    entities = (CHINA, HEBEI, BAODING, SHANGHAI, SONGJIANG, MINISTRY, TENCENT, ALIBABA, BAIDU, PLANT, CHIEF)
    return Resolution((A, B, C), tuple(sorted(entities, key=lambda e: e.id)), deals)
