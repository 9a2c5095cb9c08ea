"""Resolutions made by hand. All of it is test material with invented colour."""

from __future__ import annotations

import random

from kg.model import (
    RELATIONS,
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

FIRST = Document(
    name="harbour.txt",
    text="Norrland Kraft will invest 1.2 billion yuan in Haicheng. It signed an agreement with the city.",
    title="Norrland Kraft goes to Haicheng",
    url="https://news.example.org/harbour",
    publisher="Example Daily",
    published="2021-05-03",
)
SECOND = Document(
    name="harbour-zh.txt",
    text="诺兰电力与海城市政府签署战略合作协议，投资约15亿元建设数据中心。",
    title="诺兰电力落户海城",
    url="https://news.example.org/zh",
    publisher="示例日报",
    published="2021-06-10",
    language="zh",
)


def entity(name: str, kind: EntityType, **more: object) -> Entity:
    """An entity with the IRI that its name gives."""
    return Entity(id=entity_iri(name, kind), name=name, type=kind, documents=(FIRST.name,), **more)  # type: ignore[arg-type]


def reading(document: Document, subject: str, relation: Relation, object_: str, quote: str, **more: object) -> Fact:
    """A reading whose evidence is `quote` in the document."""
    start = document.text.find(quote)
    return Fact(
        doc=document.name,
        subject=Mention(subject, subject, EntityType.COMPANY),
        relation=relation,
        object=Mention(object_, object_, EntityType.PLACE),
        evidence=Evidence(quote, start, start + len(quote)),
        **more,  # type: ignore[arg-type]
    )


def deal(subject: Entity, relation: Relation, object_: Entity, *readings: Fact, **more: object) -> Deal:
    """A deal between two entities; its IRI is made of relation, parties and number of fields."""
    key = (str(relation), subject.id, object_.id, repr(sorted(more.items(), key=str)))
    return Deal(deal_iri(key), subject.id, relation, object_.id, readings, **more)  # type: ignore[arg-type]


def small() -> Resolution:
    """Two articles about one company and one city: two deals of one pair, a conflict, a Chinese quote."""
    firm = entity(
        "Norrland Kraft", EntityType.COMPANY, names=("Norrland", "诺兰电力"), identifiers=(("LEI", "TEST0001"),)
    )
    city = entity(
        "Haicheng",
        EntityType.PLACE,
        names=("海城",),
        latitude=40.85,
        longitude=122.75,
        country="CN",
        same_as=("https://sws.geonames.org/0/", "javascript:alert(1)"),
    )
    government = entity("海城市政府", EntityType.GOVERNMENT, names=("Haicheng City Government",), governs=city.id)
    centre = entity("data centre", EntityType.FACILITY, within=city.id)
    chief = entity("Li Example", EntityType.PERSON)
    port = entity("Rotterdam", EntityType.PLACE, latitude=51.92, longitude=4.48)
    rival = entity("Südwind AG", EntityType.COMPANY, within=port.id)
    invest = reading(
        FIRST,
        "Norrland Kraft",
        Relation.INVESTS,
        "Haicheng",
        "Norrland Kraft will invest 1.2 billion yuan in Haicheng.",
        amount=Money(1_200_000_000, "CNY"),
        confidence=0.93,
        status=Status.PLANNED,
    )
    invest_zh = reading(
        SECOND,
        "诺兰电力",
        Relation.INVESTS,
        "海城",
        "投资约15亿元建设数据中心",
        amount=Money(1_500_000_000, "CNY", qualifier=Qualifier.ABOUT),
        confidence=0.8,
    )
    sign = reading(
        SECOND,
        "诺兰电力",
        Relation.PARTNERS_WITH,
        "海城市政府",
        "诺兰电力与海城市政府签署战略合作协议",
        confidence=0.88,
    )
    deals = (
        deal(
            firm,
            Relation.INVESTS,
            city,
            invest,
            invest_zh,
            amount=Money(1_200_000_000, "CNY"),
            status=Status.PLANNED,
            date="2021-05",
            domains=("data centers",),
            confidence=0.95,
            conflicts=(Conflict("amount", (("1.2B CNY", (invest.id,)), ("about 1.5B CNY", (invest_zh.id,)))),),
        ),
        deal(
            firm,
            Relation.INVESTS,
            city,
            invest,
            amount=Money(40_000_000, "EUR"),
            status=Status.ENDED,
            date="2018",
            confidence=0.5,
        ),
        deal(
            firm,
            Relation.PARTNERS_WITH,
            government,
            sign,
            status=Status.AGREED,
            domains=("data centers", "cloud computing"),
            confidence=0.88,
            history=(("2021-05", Status.PLANNED), ("2021-06-10", Status.AGREED)),
        ),
        deal(
            firm,
            Relation.BUILDS,
            centre,
            invest_zh,
            place=city.id,
            status=Status.PROPOSED,
            date="2023-01-15",
            confidence=0.6,
        ),
        deal(chief, Relation.LEADS, government, sign, role="mayor", confidence=0.7),
        deal(
            rival,
            Relation.SUPPLIES,
            government,
            sign,
            date="2022-02-02",
            status=Status.ACTIVE,
            domains=("energy",),
            confidence=0.75,
        ),
    )
    return Resolution((FIRST, SECOND), (firm, city, government, centre, chief, port, rival), deals)


ATTACKS = (
    "</script><script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "\"'><svg onload=window.pwned=1>",
    "<a href='javascript:window.pwned=1'>href</a>",
    "{{constructor}} ${window.pwned=1} <!-- ]]> \u2028\u202e\x00\ud800",
    '=HYPERLINK("http://evil.example/")',
)


def hostile(attack: str) -> Resolution:
    """A graph with `attack` in every field that an outsider can fill."""
    source = Document(
        name=attack,
        text="x",
        title=attack,
        url=f"javascript:window.pwned=1//{attack}",
        publisher=attack,
        published=attack,
        language=attack,
    )
    ids = [f"https://kg.example.org/company/{number}{attack}" for number in range(3)]
    entities = tuple(
        Entity(
            one,
            attack + str(number),
            EntityType.COMPANY,
            (attack,),
            (f"javascript:window.pwned=1//{attack}", attack),
            ((attack, attack),),
            attack,
            ids[1],
            ids[2],
            10.0 + number,
            20.0,
            (attack,),
        )
        for number, one in enumerate(ids)
    )
    quote = Fact(
        attack,
        Mention(attack, attack, EntityType.COMPANY),
        Relation.INVESTS,
        Mention(attack, attack, EntityType.COMPANY),
        Evidence(attack, 0, len(attack)),
        Money(1, attack),
        attack,
        attack,
        attack,
    )
    deals = tuple(
        Deal(
            f"{attack}{number}",
            ids[number],
            Relation.INVESTS,
            ids[(number + 1) % 3],
            (quote,),
            Money(5e9, attack),
            date,
            ids[0],
            attack,
            Status.PLANNED,
            (attack,),
            0.5,
            (Conflict(attack, ((attack, (quote.id,)),)),),
            ((attack, Status.PLANNED),),
        )
        for number, date in enumerate((attack, "2020-01-01", "2024-02"))
    )
    return Resolution((source,), entities, deals)


def grown(nodes: int, edges: int, seed: int = 7) -> Resolution:
    """A large graph with a few strong companies and many weak ones; every deal with one short quote."""
    chance = random.Random(seed)
    kinds = (EntityType.COMPANY, EntityType.COMPANY, EntityType.PLACE, EntityType.GOVERNMENT, EntityType.FACILITY)
    entities = tuple(
        Entity(
            entity_iri(f"{kinds[n % 5].value} {n}", kinds[n % 5]),
            f"{kinds[n % 5].value} {n}",
            kinds[n % 5],
            latitude=chance.uniform(-40, 60) if n % 5 == 2 else None,
            longitude=chance.uniform(-120, 140) if n % 5 == 2 else None,
        )
        for n in range(nodes)
    )
    relations, statuses = RELATIONS, tuple(Status)
    deals = []
    for n in range(edges):
        a, b = entities[int(chance.random() ** 2.2 * nodes)], entities[chance.randrange(nodes)]
        quote = reading(
            FIRST, a.name, relations[n % 9], b.name, "Norrland Kraft will invest 1.2 billion yuan in Haicheng."
        )
        deals.append(
            Deal(
                deal_iri((str(n),)),
                a.id,
                relations[n % 9],
                b.id,
                (quote,),
                Money(chance.randrange(1, 10_000) * 1_000_000, "CNY") if n % 3 == 0 else None,
                f"{2010 + n % 14}-{1 + n % 12:02}",
                status=statuses[n % 6],
                domains=(f"subject {n % 30}",),
                confidence=0.5 + n % 50 / 100,
            )
        )
    return Resolution((FIRST,), entities, tuple(deals))
