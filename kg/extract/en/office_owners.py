"""Names that stand right before an office and its holder, told by form: "Vantora regional director | Samuel Otieno"."""

from __future__ import annotations

from functools import cache

from kg.extract.en.lexicon import lexicon, word_set
from kg.extract.en.sheet import Sheet
from kg.extract.rules import load

_OFFICES = word_set(
    """president chairman chairwoman chairperson chair ceo cfo coo cto director chief head boss executive officer
    manager economist strategist leader commissioner treasurer secretary counsel partner vp md administrator
    superintendent mayor governor"""
)
_RANKS = word_set("vice deputy co general executive senior managing regional country group global chief acting interim")
_COURTESY = word_set("mr mr. mrs mrs. ms ms. dr dr. sir prof. engr. eng. alhaji datuk tan sheikh shri")
_GROWS = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_OF = frozenset({"of", "for"})
_MAX_OFFICE = 6
_MAX_FIELD = 4


@cache
def words_before_offices() -> frozenset[str]:
    """Words of time, praise and rank, which are nobody's name: the "Incumbent" of "Incumbent President Jane Doe"."""
    lists: dict[str, list[str]] = load("en/titles.yaml")
    return frozenset(word for key in ("ended", "planned", "plain", "lesser", "modifiers") for word in lists[key])


def office_behind(sheet: Sheet, i: int) -> str:
    """The last word of an office in lower case that begins at a token and that a person's name follows; "" if none.

    As in "| chief executive Alan Banham", "| head of policy Carl Sund", "| president Mr. Sund".
    """
    last, stop = "", min(len(sheet) - 1, i + _MAX_OFFICE)
    j = i
    while j < stop and sheet.sent[j] == sheet.sent[i] and _is_word(sheet, j):
        last = sheet.lower[j] if sheet.text[j] not in "-&" else last
        j += 1
    if last not in _OFFICES or sheet.lower[i] in ("and", "&", "-"):
        return ""
    if sheet.lower[j] in _OF:
        field = j + 1
        j = _behind_field(sheet, field)
        if j == field:  # "president of Nordbank Jane Doe"
            return ""
    return last if _is_holder(sheet, j) else ""


def _is_word(sheet: Sheet, j: int) -> bool:
    if sheet.text[j] in "-&" or sheet.lower[j] in _RANKS | _OFFICES or sheet.lower[j] == "and":
        return True
    return sheet.text[j].islower() and sheet.text[j].isalpha() and sheet.pos[j] in _GROWS


def _behind_field(sheet: Sheet, j: int) -> int:
    """Where the words in lower case that an office is of end: "head of | policy and research | Carl Sund"."""
    stop = min(len(sheet) - 1, j + _MAX_FIELD)
    while j < stop and sheet.text[j].islower() and (sheet.pos[j] in _GROWS or sheet.lower[j] in ("and", "&")):
        j += 1
    return j


def _is_holder(sheet: Sheet, j: int) -> bool:
    """Two capitalized words or more, or one behind a form of address."""
    if j + 1 >= len(sheet) or sheet.sent[j] != sheet.sent[j + 1]:
        return False
    if sheet.lower[j] in _COURTESY:
        return sheet.text[j + 1][:1].isupper()
    second = j + 1 + (sheet.text[j + 1] == "-" and j + 2 < len(sheet))
    names = sheet.text[j][:1].isupper() and sheet.text[second][:1].isupper()
    return names and sheet.lower[j] not in lexicon()["titles"] and sheet.tag[j].startswith("NNP")
