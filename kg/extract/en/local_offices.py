"""What an officer of a county or town leads where the line names none: "County Treasurer Jane Doe", "the sheriff"."""

from __future__ import annotations

import re

from kg.extract.en.annotation import DocEntity
from kg.extract.en.lines import Line
from kg.extract.en.nearby import Nearby, kind_of
from kg.extract.en.offices import Office
from kg.extract.rules import load, word_group
from kg.model import EntityType

_COUNTY_BODY = re.compile(r" County (?:Commission|Commissioners|Board|Council|Government)\b", re.IGNORECASE)
_DIVISIONS = (" county", " parish", " borough", " township", " municipality")


def is_local(entity: DocEntity) -> bool:
    """Whether a place or government is a town's or county's."""
    if entity.type not in (EntityType.PLACE, EntityType.GOVERNMENT):
        return False
    return kind_of(entity) == "city" or any(name.lower().endswith(_DIVISIONS) for name in entity.names)


def is_civic(line: Line, office: Office) -> bool:
    """Whether a town has such an officer as well as a company: "Finance Director", no "Sales Director"."""
    words = set(line.items[office.start : office.head]) - {"and", "&", "deputy", "assistant", "interim", "acting"}
    return bool(words) and words <= word_group("en/titles.yaml", "civic")


def local(nearby: Nearby, line: Line, office: Office) -> int | None:
    """Number of a mention of the county or town that the office's words call for."""
    levels: dict[str, str] = load("en/titles.yaml")["levels"]
    level = next((levels[word] for word in line.items[office.start : office.head + 1] if word in levels), "")
    at = line.tokens[office.start]
    if level == "county":
        county = nearby.county(at)
        if county is None and line.items[office.head] != "sheriff":
            return nearby.only_named(_COUNTY_BODY, at)
        return county
    return nearby.town(at) if level else None
