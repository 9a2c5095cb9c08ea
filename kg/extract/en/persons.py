"""Where a person's name begins right behind other capitals, though NER does not see it."""

from __future__ import annotations

from kg.extract.en.candidate import Candidate
from kg.extract.en.dictionary import is_invented
from kg.extract.en.gazetteer import first_names, fold, organizations
from kg.extract.en.lexicon import Lexicon, lexicon
from kg.extract.en.sheet import Sheet
from kg.model import EntityType

_LONGEST = 4
_SHORTEST = 2
_SYLLABLE = 4


def person_behind_head(sheet: Sheet, start: int, end: int, heads: frozenset[str]) -> int:
    """Where the holder begins in "chairman of Orbico National Holding | Aidan Ongara", 0 if nowhere.

    Args:
        sheet: The document.
        start: The token where what the office is of begins.
        end: The end of the run of capitals.
        heads: Words that the names of firms and bodies end with.
    """
    head = next((i for i in range(end - 1 - _SHORTEST, start, -1) if sheet.lower[i] in heads), 0)
    if not head or end - head - 1 > _LONGEST or not heads.isdisjoint(sheet.lower[head + 1 : end]):
        return 0
    words = [sheet.text[i] for i in range(head + 1, end)]
    if not all(word.isalpha() and word.istitle() for word in words):
        return 0
    unknown = sum(len(word) < _SYLLABLE or is_invented(word, sheet.doc.vocab) for word in words)
    return head + 1 if unknown > len(words) - _SHORTEST else 0


def names_firm(sheet: Sheet, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a firm stands behind a title, as its holder behind a comma shows: "Chairman | Orbico Power, Jane Doe"."""
    last = sheet.lower[end - 1]
    if end - start < _SHORTEST or sheet.lower[start] in first_names():
        return False
    holder = sheet.text[end : end + 1] == [","] and sheet.text[end + 1 : end + 2] and sheet.text[end + 1].istitle()
    return last in lexicon["company_forms"] or bool(holder and last in lexicon["company_suffixes"])


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


def person_like(c: Candidate, sheet: Sheet) -> bool:
    """Whether a name is a person's by a title, a list or NER."""
    if c.form is EntityType.PERSON:
        return True
    known = organizations().get(fold(c.name))
    if known:
        return known.type is EntityType.PERSON
    return sheet.ent[c.start] == "PERSON" and sheet.ent_span[c.start] == (c.start, c.end) and c.end - c.start > 1
