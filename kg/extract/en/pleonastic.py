"""The "it" that stands for nothing: "it is clear that …", "it seems", "it was Orbico that …"."""

from __future__ import annotations

from kg.extract.en.lexicon import Lexicon, word_set
from kg.extract.en.sheet import Sheet

_SUBJECTS = ("nsubj", "nsubjpass")
_CLAUSES = word_set("ccomp xcomp advcl relcl csubj")
_MEMBERS = frozenset({"part", "member"})
"""What is said to be one is a party, as with "It is a unit of Orbico"."""


def is_pleonastic(sheet: Sheet, i: int, lexicon: Lexicon) -> bool:
    """Whether the "it" at token `i` stands for nothing."""
    if sheet.dep[i] == "expl":
        return True
    if sheet.dep[i] not in _SUBJECTS:
        return False
    verb = sheet.head[i]
    lemma = sheet.doc[verb].lemma_
    below = {sheet.dep[c] for c in sheet.children[verb]}
    if lemma in lexicon["pleonastic_verbs"]:
        return True
    if lemma == "be":
        return _with_copula(sheet, verb, below, lexicon)
    clause = "ccomp" in below
    return clause and (sheet.dep[i] == "nsubjpass" or lemma in ("help", "matter", "mean", "follow"))


def _with_copula(sheet: Sheet, verb: int, below: set[str], lexicon: Lexicon) -> bool:
    said = sheet.dep[verb] in ("ccomp", "advcl", "relcl") and sheet.lower[sheet.head[verb]] in lexicon["speech_words"]
    if "attr" in below and not said and not _is_described(sheet, verb, below, lexicon):
        return True
    if any(sheet.lower[c] == "up" for c in sheet.children[verb]):
        return True
    that = any(sheet.dep[c] == "mark" and sheet.lower[c] == "that" for c in sheet.children[verb])
    return not below.isdisjoint(("acomp", "attr")) and (that or not below.isdisjoint(_CLAUSES))


def _is_described(sheet: Sheet, verb: int, below: set[str], lexicon: Lexicon) -> bool:
    """As in "It is a unit of Orbico": said of a party, not "it is the company's duty to" or "it is a unit that"."""
    kinds = lexicon["company_nouns"] | lexicon["organization_nouns"] | lexicon["body_nouns"] | _MEMBERS
    nouns = [c for c in sheet.children[verb] if sheet.dep[c] == "attr" and sheet.lower[c] in kinds]
    cleft = any(sheet.dep[c] == "relcl" for noun in nouns for c in sheet.children[noun])
    return bool(nouns) and not cleft and below.isdisjoint(_CLAUSES)
