"""What a name is by its own words, by lists of names and by how it is used all over the article."""

from __future__ import annotations

import re

from kg.extract.en.candidate import Candidate, head_of
from kg.extract.en.dictionary import is_invented
from kg.extract.en.forms import CENTER_KINDS
from kg.extract.en.gazetteer import first_names, fold, organizations, places
from kg.extract.en.lexicon import is_works_name, lexicon, singular, word_set
from kg.extract.en.names import Cluster, place_core
from kg.extract.en.sheet import Sheet
from kg.extract.en.surroundings import IN_PLACE, NER_TYPES, Votes, speaks
from kg.extract.en.syntax import lemma_of
from kg.model import EntityType as T

_CAMEL = re.compile(r"\b(?!Mac|Mc|De|Di|La|Le|Van|Fitz)[A-Z]?[a-z]+[A-Z]\w*")
"""As in "EcoPro", "NeWeb", which no person is called like."""
_INITIALED = re.compile(r"(?!U\.)(?:[A-Z]\. ?){1,3} (?!Co\b|Inc\b|Group\b)[A-Z][a-z]{3,}(?:-[A-Z][a-z]+)?")
"""As in "S. Ravindran", a person."""
_PATRONYMICS = frozenset({"bin", "binti", "bint", "ibn"})
"""Words inside the names of persons only ("Saud bin Hamad")."""
_FORM_VOTE = {T.PLACE: 1.8, T.EVENT: 1.8, T.FACILITY: 1.4}
_SURE_PLACES = word_set("oblast krai regency governorate prefecture township municipality canton province county")
"""Words that nothing but a place's name ends with."""
_SHORT_FORM = 1.5
_ONLY_WHERE = 1.3
_PUT_INTO = word_set(
    """invest stake share shareholding holding interest investment investor trust confidence believe participate involve
    specialize specialise position ownership"""
)
_OF_PARTIES = frozenset({"nsubj", "nsubjpass", "pobj", "dobj", "dative", "poss", "conj", "appos", "attr"})


def vote_by_name(group: Cluster, sheet: Sheet, votes: Votes) -> None:
    """Add what a name says to the votes.

    Args:
        group: Mentions of one entity.
        sheet: The document.
        votes: What its surroundings have said so far.
    """
    name = group.candidates[0].name
    words = fold(name).split()
    _vote_by_lists(name, words, votes)
    _vote_by_forms(group, words, votes)
    _vote_short_forms(group, votes)
    _vote_by_shape(group, sheet, votes)
    _vote_by_use(group, sheet, votes)


def _vote_by_lists(name: str, words: list[str], votes: Votes) -> None:
    """Towns, first names, and words that are in the names of one type only."""
    table = places()
    key, bare = fold(name), place_core(name)
    if key in table.country_of or bare in table.country_of:
        people = table.population.get(key, table.population.get(bare, 0))
        votes[T.PLACE] += 1.2 if people > 100_000 else 0.8
    plain = all(w.replace("-", "").replace(".", "").isalpha() for w in words)
    if len(words) in (2, 3) and plain and words[0] in first_names():
        votes[T.PERSON] += 2.2
    if len(words) > 1 and _is_company(words[0]):
        votes[T.COMPANY] += 0.8
    if _PATRONYMICS & set(words[1:-1]):
        votes[T.PERSON] += 2.5
    if words[-2:] == ["task", "force"]:
        votes[T.ORGANIZATION] += 3


def _is_company(key: str) -> bool:
    """As in the first word of "Orbico Mobility", if Orbico is a well-known company."""
    listed = organizations().get(key)
    return listed is not None and listed.type is T.COMPANY


def _vote_by_forms(group: Cluster, words: list[str], votes: Votes) -> None:
    """Types that the words of its mentions show ("Port of Lindby", "Rex Brandt Inc")."""
    forms = {c.form for c in group.candidates if c.form}
    strong = words[-1] in lexicon()["facility_heads_strong"] or words[0] == "port" or is_works_name(words)
    strong = strong or (words[-1] in ("center", "centre") and words[-2] in CENTER_KINDS)
    if T.PLACE in forms and (words[-1] in _SURE_PLACES or "borough" in words[:-1]):
        votes[T.PLACE] += 1.0
    for form in forms:
        votes[form] += 2.6 if form is T.FACILITY and strong else _FORM_VOTE.get(form, 2.5)


def _vote_by_shape(group: Cluster, sheet: Sheet, votes: Votes) -> None:
    """A single word is seldom a person; what ends like a company may be one named after a person."""
    name = group.candidates[0].name
    words = fold(name).split()
    if len(words) == 1 and votes.get(T.COMPANY, 0) < 1 and any(speaks(c, sheet) for c in group.candidates):
        votes[T.PERSON] += 0.4
    elif len(words) == 1 and (fold(name) not in first_names() or votes.get(T.PERSON, 0) < 1):
        votes[T.PERSON] *= 0.5
        coined = name.istitle() and is_invented(singular(name.lower()), sheet.doc.vocab)
        votes[T.COMPANY] += 0.3 if coined else 0.2
    if len(words) > 1 and votes.get(T.PERSON, 0) > 0 and _is_made_of_nouns(words, sheet):
        votes[T.PERSON] *= 0.4
        votes[T.COMPANY] += 0.5
    if len(words) > 1 and votes.get(T.PERSON, 0) > 0 and _has_company_part(name):
        votes[T.PERSON] *= 0.4
        votes[T.COMPANY] += 0.7
    if _INITIALED.fullmatch(name) and is_invented(words[-1].rpartition("-")[2], sheet.doc.vocab):
        votes[T.PERSON] += 1.0
    if _CAMEL.search(name) and lexicon()["no_entity"].isdisjoint(words):
        votes[T.COMPANY] += 1.2 if len(words) > 1 else 0.4
    if len(words) > 1 and votes.get(T.PERSON, 0) > 0 and words[-1] in lexicon()["company_endings"]:
        votes[T.COMPANY] += 1.5
    if len(words) > 1 and words[-1] in lexicon()["company_endings"] and _is_coined(words[0], sheet):
        votes[T.COMPANY] += 0.5
    if len(words) > 2 and words[-1] in ("center", "centre") and words[0] in places().demonyms:
        votes[T.ORGANIZATION] += 2.5


def _is_coined(word: str, sheet: Sheet) -> bool:
    """As in the "Lindby" of "Lindby Water", the "Ontrack" of "Ontrack Paving": a place or of no dictionary."""
    return word in places().country_of or is_invented(word, sheet.doc.vocab)


def _has_company_part(name: str) -> bool:
    """As in "Orbital ATK", "Multiko Romania": letters or a country at the end, which no person's name has."""
    *before, last = name.split()
    if fold(before[0]) in first_names() or name.isupper():
        return False
    letters = last.isupper() and last.isalpha() and 1 < len(last) < 5 and last not in ("II", "III", "IV", "JR", "SR")
    return letters or (fold(last) in places().countries and fold(last) not in first_names())


def _is_made_of_nouns(words: list[str], sheet: Sheet) -> bool:
    """As in "Secure Meters", whose words are all of the dictionary, the last one a plural; no given name."""
    if words[0] in first_names() or not words[-1].endswith("s") or singular(words[-1]) == words[-1]:
        return False
    return all(len(w) > 3 and w.isalpha() and not is_invented(w, sheet.doc.vocab) for w in words)


def _vote_by_use(group: Cluster, sheet: Sheet, votes: Votes) -> None:
    """Names that only tell where things are, and names that stand as a party of their own."""
    name = group.candidates[0].name
    size = len(fold(name).split())
    if group.candidates and all(_is_where(c, sheet) for c in group.candidates):
        votes[T.PLACE] += _ONLY_WHERE
    alone = [c for c in group.candidates if _stands_alone(c, sheet) or (size == 1 and _is_of_country(c, sheet))]
    if alone:
        seen = len(alone) > 1 or any(sheet.ent[i] in NER_TYPES for c in alone for i in range(c.start, c.end))
        votes[T.COMPANY] += 0.7 if seen else 0.5 if size > 1 else 0.4
        owned = any(_is_of_country(c, sheet) for c in alone)
        acronym = size == 1 and name.isupper() and name.isalpha() and len(name) > 2
        votes[T.COMPANY] += 0.3 if owned else 0.1 if acronym else 0.0


def _is_of_country(c: Candidate, sheet: Sheet) -> bool:
    """As in "France's Orbico": what a country has and is named like that is a company."""
    i = c.start - 1
    return i > 0 and sheet.lower[i] in ("'s", "’s") and fold(sheet.text[i - 1]) in places().countries


def _is_where(c: Candidate, sheet: Sheet) -> bool:
    """As in "a plant in Lindby", not "a stake in Lindby": a name that the article only uses for where things are."""
    i = c.start - 1
    if i < 1 or sheet.lower[i] not in IN_PLACE or c.form or c.end - c.start > 2:
        return False
    above = sheet.head[i]
    return not {sheet.lower[i - 1], lemma_of(sheet.doc[above]), singular(sheet.lower[above])} & _PUT_INTO


def _vote_short_forms(group: Cluster, votes: Votes) -> None:
    """Persons are called by their last word later on ("Rex Brandt", "Brandt"), companies by their first."""
    names = group.names
    full = max(names, key=lambda name: name.count(" ")).split()
    short = {name for name in names if " " not in name} & {full[0], full[-1]}
    if len(full) < 2 or not short or any(c.form for c in group.candidates):
        return
    if short == {full[-1]} and full[-1].istitle() and fold(full[-1]) not in lexicon()["company_endings"]:
        votes[T.PERSON] += _SHORT_FORM
    elif short == {full[0]} and full[-1].lower() in lexicon()["company_endings"] | lexicon()["company_suffixes"]:
        votes[T.COMPANY] += _SHORT_FORM / 2
        votes[T.PERSON] *= 0.5


def _stands_alone(c: Candidate, sheet: Sheet) -> bool:
    """A name as subject, object or owner, not a mere modifier of a noun."""
    head = head_of(c, sheet)
    noun = sheet.tag[head].startswith("NN") or not (sheet.text[head].islower() or sheet.text[head].isdigit())
    return noun and sheet.dep[head] in _OF_PARTIES
