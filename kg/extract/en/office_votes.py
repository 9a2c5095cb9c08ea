"""What a name is by a clause of appointment: "X joins Orbico as director", "named X chief executive"."""

from __future__ import annotations

from kg.extract.en.candidate import Candidate
from kg.extract.en.lexicon import lexicon, word_set
from kg.extract.en.sheet import Sheet
from kg.extract.en.syntax import lemma_of

_TAKES_OFFICE = word_set("join rejoin succeed replace resign serve retire quit depart")
_GIVES_OFFICE = word_set("name appoint elect re-elect hire tap promote select recruit poach install nominate")
_REACH = 12
_MAX_OFFICE = 5
_LONGEST_NAME = 5
_CAPITALS = 3
"""How far in front of a name the last but one word of an office stands."""
_IN_OFFICES = word_set("the a an and & - / vice joint fund co")
_OFFICERS = word_set(
    """ceo cfo coo cto president chairman chairwoman chairperson director manager officer partner founder co-founder
    cofounder minister commissioner head chief ambassador secretary treasurer mayor governor md dean"""
)
_BEHIND_OFFICES = word_set("of at for in with , said says told")


def has_office(c: Candidate, head: int, sheet: Sheet) -> bool:
    """Whether a clause says that somebody of this name takes, gets or leaves an office.

    Args:
        c: The name.
        head: Its token that the clause governs.
        sheet: The document.
    """
    dep, verb = sheet.dep[head], sheet.head[head]
    if dep not in ("nsubj", "nsubjpass", "dobj"):
        return False
    lemma = lemma_of(sheet.doc[verb])
    if dep == "nsubj":
        return lemma in _TAKES_OFFICE and _as_officer(verb, sheet)
    return lemma in _GIVES_OFFICE and (_as_officer(verb, sheet) or _officer_at(max(c.end, verb + 1), sheet))


def _as_officer(verb: int, sheet: Sheet) -> bool:
    """The "as chief financial officer" behind a verb."""
    for i in range(verb + 1, min(len(sheet), verb + _REACH)):
        if sheet.sent[i] != sheet.sent[verb]:
            return False
        if sheet.lower[i] == "as":
            return _officer_at(i + 1, sheet)
    return False


def _officer_at(start: int, sheet: Sheet) -> bool:
    """Whether an office begins at a token, in small letters or not: "chief executive", "its new CEO"."""
    titles = lexicon()["titles"]
    for i in range(start, min(len(sheet), start + _MAX_OFFICE)):
        if sheet.lower[i] in titles:
            return True
        if not sheet.text[i].isalpha() and sheet.text[i] != "-":
            return False
    return False


def is_told_office(c: Candidate, sheet: Sheet) -> bool:
    """As in "Jane Doe, Co-founder and Chief Executive Officer at Orbico": two words or more and an office."""
    if not 1 < c.end - c.start < _LONGEST_NAME:
        return False
    if _is_behind_office(c, sheet):
        return True
    if sheet.text[c.end : c.end + 1] != [","]:
        return False
    last, stop = "", min(len(sheet) - 1, c.end + _REACH)
    for i in range(c.end + 1, stop):
        word = sheet.lower[i]
        if word not in _IN_OFFICES and not (word in _OFFICERS or word in lexicon()["title_prefixes"]):
            return last in _OFFICERS and word in _BEHIND_OFFICES and sheet.sent[i] == sheet.sent[c.start]
        last = word
    return False


def _is_behind_office(c: Candidate, sheet: Sheet) -> bool:
    """As in "Orbico Managing Director, Tunde Bello": an office in capitals, a comma, and words of a name."""
    if sheet.text[c.start - 1] != "," or c.start < _CAPITALS:
        return False
    office = sheet.text[c.start - 2]
    capital = office[0].isupper() and sheet.text[c.start - _CAPITALS][0].isupper()
    return capital and office.lower() in _OFFICERS and all(word.istitle() for word in sheet.text[c.start : c.end])
