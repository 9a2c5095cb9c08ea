"""Codes of the countries that datelines, companies and places are of."""

from __future__ import annotations

from kg.extract.en.annotation import DocEntity
from kg.extract.en.gazetteer import Places, fold, organizations, places
from kg.extract.en.tokens import Doc
from kg.model import EntityType

NEAR = 60
"""Tokens back to which the nearest place still counts."""
_BIG_CITY = 300_000


def dateline_code(doc: Doc, skipped: tuple[tuple[int, int], ...]) -> str:
    """Code of the country of the first well-known place that the skipped text at the start of an article names."""
    table = places()
    for start, end in skipped:
        if start > NEAR:
            break
        for i in range(start, end):
            for key in (fold(doc[i : min(i + 2, end)].text), doc[i].lower_):
                if key in table.capitals or key in table.countries or table.population.get(key, 0) >= _BIG_CITY:
                    return table.country_of[key]
    return ""


def home_code(entity: DocEntity) -> str:
    """Code of the country whose name or adjective opens or ends a company's name, or where it is known to be."""
    table = places()
    for name in entity.names if entity.type is not EntityType.PERSON else ():
        words = fold(name).split()
        for key in (" ".join(words[:2]), words[0], words[-1]):
            lead = table.countries.get(key) or table.demonyms.get(key)
            if lead and len(words) > 1 and lead in table.codes:
                return table.codes[lead]
    known = (organizations().get(fold(name)) for name in entity.names)
    return next((k.country for k in known if k and k.country), "")


def code_of(entity: DocEntity, table: Places) -> str | None:
    """Code of the country that a place or government is in."""
    if entity.type not in (EntityType.PLACE, EntityType.GOVERNMENT):
        return None
    for name in entity.names:
        key = fold(name)
        lead = table.demonyms.get(key)
        code = table.codes.get(lead) if lead else table.country_of.get(key)
        if code:
            return code
    return None
