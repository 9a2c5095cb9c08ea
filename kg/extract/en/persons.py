"""Where a person's name begins right behind other capitals, though NER does not see it."""

from __future__ import annotations

from kg.extract.en.dictionary import is_invented
from kg.extract.en.lexicon import lexicon
from kg.extract.en.sheet import Sheet


def starts_person(sheet: Sheet, i: int, fields: frozenset[str]) -> bool:
    """As in "Minister of Social Development | Sadira Omvang": two words, one of no dictionary, behind a field's name.

    Three of "Foreign Affairs | Lim Boon Keat", whose surname comes first.

    Args:
        sheet: The document.
        i: The token that may begin the person's name.
        fields: Words for what a ministry or a manager is in charge of.
    """
    if i == 0 or i + 1 >= len(sheet) or sheet.lower[i - 1] not in fields:
        return False
    stop = i + 2
    if sheet.lower[i] in lexicon()["hyphen_surnames"] and sheet.text[stop : stop + 1] and sheet.text[stop].istitle():
        stop += 1
    capitals = all(part.istitle() for j in (i, i + 1) for part in sheet.text[j].split("-"))
    invented = any(is_invented(sheet.text[j].rpartition("-")[2], sheet.doc.vocab) for j in range(i, stop))
    return capitals and invented and fields.isdisjoint(sheet.lower[i:stop])
