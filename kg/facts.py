"""Facts as JSON Lines: the public format (`kg extract`) and the facts log (the same plus how it was found)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kg.errors import StoreError
from kg.model import EntityType, Evidence, Fact, Mention, Money, Qualifier, Relation, Status, Step
from kg.resolve.iris import entity_iri

Json = dict[str, Any]


def to_public(fact: Fact) -> Json:
    """The fact as the public facts format has it: no offsets of mentions, no trace."""
    return {
        "doc": fact.doc,
        "subject": _party(fact.subject),
        "relation": str(fact.relation),
        "object": _party(fact.object),
        "amount": {"value": fact.amount.value, "currency": fact.amount.currency} if fact.amount else None,
        "place": fact.place,
        "role": fact.role,
        "date": fact.date,
        "status": str(fact.status) if fact.status else None,
        "domains": list(fact.domains),
        "evidence": {"text": fact.evidence.text, "start": fact.evidence.start, "end": fact.evidence.end},
        "confidence": round(fact.confidence, 4),
    }


def to_log(fact: Fact) -> Json:
    """The fact with everything needed to read it back: `from_log(to_log(f)) == f`."""
    record = to_public(fact)
    record["id"] = fact.id
    for side, mention in (("subject", fact.subject), ("object", fact.object)):
        record[side] |= {"start": mention.start, "end": mention.end, "names": list(mention.names)}
    if fact.amount:
        record["amount"] |= _amount_extras(fact.amount)
    record["rule"] = fact.rule
    record["trace"] = [[step.kind, step.detail] for step in fact.trace]
    return record


def from_log(record: Json) -> Fact:
    """Read a fact from a record of the facts log or of the public format.

    Raises:
        StoreError: A required field is missing or has an unknown value.
    """
    try:
        evidence = record["evidence"]
        return Fact(
            doc=record["doc"],
            subject=_mention(record["subject"]),
            relation=Relation(record["relation"]),
            object=_mention(record["object"]),
            evidence=Evidence(evidence["text"], evidence["start"], evidence["end"]),
            amount=_money(record.get("amount")),
            place=record.get("place"),
            role=record.get("role"),
            date=record.get("date"),
            status=Status(record["status"]) if record.get("status") else None,
            domains=tuple(record.get("domains") or ()),
            confidence=record.get("confidence", 0.5),
            rule=record.get("rule", ""),
            trace=tuple(Step(kind, detail) for kind, detail in record.get("trace", ())),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise StoreError(f"This is not a fact record ({error!r}): {json.dumps(record)[:120]}") from error


def read_log(lines: Iterable[str], where: str) -> Iterator[Fact]:
    """Read facts from JSON Lines, of the facts log or of the public format; empty lines are passed over.

    Raises:
        StoreError: A line is not a fact.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise StoreError(f"{where}, line {number}: is not JSON.") from error
        yield from_log(record)


def dumps(record: Json) -> str:
    """One line of JSON, UTF-8, keys in the order of the record."""
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": "))


def _party(mention: Mention) -> Json:
    return {
        "name": mention.name,
        "mention": mention.text,
        "type": str(mention.type),
        "id": entity_iri(mention.name, mention.type),
    }


def _mention(record: Json) -> Mention:
    return Mention(
        name=record["name"],
        text=record.get("mention") or record["name"],
        type=EntityType(record["type"]),
        start=record.get("start", -1),
        end=record.get("end", -1),
        names=tuple(record.get("names", ())),
    )


def _amount_extras(money: Money) -> Json:
    extras: Json = {}
    if money.lower is not None:
        extras["lower"] = money.lower
    if money.upper is not None:
        extras["upper"] = money.upper
    if money.qualifier:
        extras["qualifier"] = str(money.qualifier)
    if money.also:
        extras["also"] = [list(pair) for pair in money.also]
    return extras


def _money(record: Json | None) -> Money | None:
    if not record:
        return None
    return Money(
        value=record["value"],
        currency=record["currency"],
        lower=record.get("lower"),
        upper=record.get("upper"),
        qualifier=Qualifier(record["qualifier"]) if record.get("qualifier") else None,
        also=tuple((value, currency) for value, currency in record.get("also", ())),
    )
