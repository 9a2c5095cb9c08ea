"""What an article calls a name in the words beside it: "the carmaker X", "X, a maker of …", "carmakers such as X"."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from kg.extract.en.candidate import Candidate, head_of
from kg.extract.en.gazetteer import first_names, fold, has_given_name, places
from kg.extract.en.lexicon import Lexicon, lexicon, singular, word_set
from kg.extract.en.names import Cluster
from kg.extract.en.sheet import Sheet
from kg.extract.en.surroundings import Votes
from kg.extract.en.text_marks import QUOTES
from kg.model import EntityType as T

_PERSONAL_MAKERS = word_set("policymaker lawmaker filmmaker peacemaker dressmaker decision-maker matchmaker")
_COMPANY_BEFORE = frozenset({"business", "chain", "store"})
"""Nouns that tell a company only where its name follows: "the business" alone is nobody."""
_AGENCIES_IN_TRADE = word_set(
    "marketing advertising ad pr relations talent modelling modeling recruitment staffing travel rating ratings design"
)
_MAX_OFFICE = 8
_MAX_OWNER = 5
_PRESIDES = frozenset({"heads", "chairs", "helms"})
_YOUNGEST, _OLDEST = 10, 100
"""Ages that are told of persons; "Orbico, 3, Nordbank, 5" is a table."""
_BEHIND_OFFICE = frozenset({",", "of", "at", "for", "to", "in", "and", "&", ".", ";", "-", "–", "—"})


def types_told(group: Cluster, sheet: Sheet) -> dict[T, float]:
    """Types by apposition: "the carmaker X", "X, a Shenzhen-based maker of …"."""
    found: Votes = defaultdict(float)
    lex = lexicon()
    for c in group.candidates:
        for kind in (_noun_before(c, sheet, lex) or _office_before(c, sheet, lex), _noun_behind(c, sheet, lex)):
            if kind:
                found[kind] += 2.5
    return found


def _type_of(word: str, lex: Lexicon, human: bool) -> T | None:
    """The type that a noun tells; "investor", "publisher" and the like tell what the name itself looks like."""
    if word == "partner" and not human:
        return T.COMPANY
    kind = T.PERSON if singular(word) in lex["kin_nouns"] else _noun_type(word)
    return T.PERSON if human and kind is T.COMPANY and singular(word) in lex["either_nouns"] else kind


def _is_human(c: Candidate, sheet: Sheet) -> bool:
    """As in "Jane Doe": a given name and more, a person for NER too."""
    return c.form is None and c.end - c.start > 1 and sheet.ent[c.start] == "PERSON" and has_given_name(c.name)


@cache
def _noun_type(word: str) -> T | None:
    lex = lexicon()
    word = singular(word)
    for kind, name in (
        (T.PLACE, "place_nouns"),
        (T.PERSON, "person_nouns"),
        (T.GOVERNMENT, "government_nouns"),
        (T.ORGANIZATION, "organization_nouns"),
        (T.COMPANY, "company_nouns"),
        (T.FACILITY, "facility_nouns"),
        (T.EVENT, "event_nouns"),
    ):
        if word in lex[name]:
            return kind
    return T.COMPANY if word.endswith("maker") and word not in _PERSONAL_MAKERS else None


def _noun_before(c: Candidate, sheet: Sheet, lex: Lexicon) -> T | None:
    """As in "the carmaker X", "start-up X", "the city of X", "their partner “X”"."""
    i = c.start - 1
    if i > 0 and sheet.text[i] in QUOTES:
        i -= 1
    if i < 0 or sheet.sent[i] != sheet.sent[c.start]:
        return None
    word = sheet.lower[i]
    if word == "of" and i > 0 and singular(sheet.lower[i - 1]) in lex["place_nouns"] - {"capital", "hub"}:
        return T.PLACE
    if word == "(" and i > 0:
        return T.PERSON if sheet.lower[i - 1] in lex["titles"] else None
    if word == "up" and i > 1 and sheet.lower[i - 2] == "start":
        return T.COMPANY
    if (
        word == ","
        and i > 0
        and sheet.dep[head_of(c, sheet)] == "appos"
        and sheet.head[head_of(c, sheet)] == i - 1
        and sheet.pos[i - 1] == "NOUN"
    ):
        kind = _type_of(sheet.lower[i - 1], lex, _is_human(c, sheet))
        return _unless_office(kind, sheet.head[i - 1], sheet)
    listed = _list_noun(c, sheet)
    if listed:
        return listed
    if sheet.pos[i] == "ADJ" and word in lex["organization_nouns"]:
        return T.ORGANIZATION
    if sheet.pos[i] != "NOUN" and not (sheet.pos[i] == "PROPN" and sheet.text[i].islower()):
        return None
    trading = singular(word) in _COMPANY_BEFORE or (word == "agency" and sheet.lower[i - 1] in _AGENCIES_IN_TRADE)
    kind = T.COMPANY if trading else _type_of(word, lex, _is_human(c, sheet))
    if kind is T.PERSON:
        return kind if c.end - c.start > 1 or word in lex["titles"] or singular(word) in lex["kin_nouns"] else None
    return kind if kind not in (T.FACILITY, T.EVENT) else None


def _office_before(c: Candidate, sheet: Sheet, lex: Lexicon) -> T | None:
    """A person in "its chief executive is X", an employer in "Jane Doe of X"."""
    i = c.start - 1
    if i < 1 or sheet.sent[i] != sheet.sent[c.start]:
        return None
    if c.end - c.start > 1 and sheet.lower[i] in ("is", "was") and sheet.lower[i - 1] in lex["titles"]:
        return T.PERSON
    return T.COMPANY if _is_employer(c, i, sheet, lex) else None


def _is_employer(c: Candidate, i: int, sheet: Sheet, lex: Lexicon) -> bool:
    """As in "Jane Doe of X" and "Jane Doe, managing director and CEO, X", by NER and form."""
    if sheet.lower[c.start] in first_names() or c.titled:
        return False
    if sheet.lower[i] == "of":
        return sheet.ent[i - 1] == "PERSON" and sheet.ent[i] != "PERSON" and sheet.ent[c.start] == "PERSON"
    if sheet.text[i] != "," or sheet.lower[i - 1] not in lex["titles"]:
        return False
    j = i - 1
    while j > max(0, i - _MAX_OFFICE) and sheet.lower[j] in lex["titles"] | lex["title_prefixes"] | {"and", "&", "-"}:
        j -= 1
    return sheet.text[j] == "," and sheet.ent[j - 1] == "PERSON"


def _unless_office(kind: T | None, above: int, sheet: Sheet) -> T | None:
    """None for the name in "Jane Doe, managing director, Acme": not a person but whom she works for."""
    return None if kind is T.PERSON and sheet.pos[above] == "PROPN" else kind


def _list_noun(c: Candidate, sheet: Sheet) -> T | None:
    """The noun that a list of names is about: "carmakers such as X and Y", "two airlines - X and Y"."""
    top = _first_conjunct(head_of(c, sheet), sheet)
    while top > 0 and sheet.dep[top - 1] == "compound" and sheet.head[top - 1] >= top:
        top -= 1
    i = top - 1
    if i < 2 or sheet.sent[i] != sheet.sent[c.start]:
        return None
    if sheet.lower[i] == "as" and sheet.lower[i - 1] == "such":
        i -= 1
    elif sheet.lower[i] not in ("including", "like", "-", "–", "—", ":", "--"):
        return None
    noun = i - 1 if sheet.text[i - 1] != "," else i - 2
    plural = sheet.tag[noun] == "NNS"
    kind = _noun_type(sheet.lower[noun]) if plural else None
    return kind if kind in (T.COMPANY, T.ORGANIZATION, T.PLACE) else None


def _first_conjunct(token: int, sheet: Sheet) -> int:
    while sheet.dep[token] == "conj" and sheet.head[token] < token:
        token = sheet.head[token]
    return token


def _noun_behind(c: Candidate, sheet: Sheet, lex: Lexicon) -> T | None:
    """As in "X, a Shenzhen-based maker of …", "X, vice president of …", "X is a carmaker"."""
    i, size = c.end, len(sheet)
    if i < size and sheet.text[i] in QUOTES:
        i += 1
    if i + 3 < size and sheet.text[i] == "(" and sheet.text[i + 2] == ")" and sheet.text[i + 1][0].isupper():
        i += 3
    if i + 1 >= size or sheet.sent[i] != sheet.sent[c.start]:
        return None
    if sheet.text[i] == "," and c.end - c.start > 1 and _is_age(i + 1, sheet):
        return T.PERSON
    human = _is_human(c, sheet)
    if sheet.text[i] == "," and sheet.lower[i + 1] in ("which", "whose") and i + 3 < size:
        return _apposition(i + 3, sheet, lex, human) if sheet.lower[i + 2] in ("is", "was") else None
    if sheet.text[i] == ",":
        if c.end - c.start > 1 and _office_behind(i + 1, sheet, lex):
            return T.PERSON
        return _apposition(i + 1, sheet, lex, human)
    if sheet.lower[i] in ("is", "was") and sheet.lower[i + 1] in ("a", "an", "the"):
        return _apposition(i + 1, sheet, lex, human)
    if sheet.lower[i] in ("is", "was") and sheet.lower[i + 1] == "owned":
        return T.COMPANY
    if sheet.lower[i] == "who" or _presides(c, sheet):
        return T.PERSON
    return None


def _presides(c: Candidate, sheet: Sheet) -> bool:
    """As in "Jane Doe heads the Berlin office of Orbico", where NER sees a person too."""
    named = c.end - c.start in (2, 3) and sheet.ent[c.start] == "PERSON" == sheet.ent[c.end - 1]
    return named and sheet.lower[c.end] in _PRESIDES


def _is_age(i: int, sheet: Sheet) -> bool:
    """As in "Jane Dorrit, 33, of Leeds"."""
    aged = sheet.text[i].isdigit() and _YOUNGEST <= int(sheet.text[i]) < _OLDEST
    return aged and i + 1 < len(sheet) and sheet.text[i + 1] in (",", ".")


def _office_behind(i: int, sheet: Sheet, lex: Lexicon) -> bool:
    """As in "Ann Beak, Orbico's CEO,", "Ann Beak, Group Chief Executive, Orbico"."""
    owned = i < len(sheet) and fold(sheet.text[i]) in places().demonyms
    for j in range(i, min(i + _MAX_OFFICE, len(sheet))):
        word = sheet.lower[j]
        if word in lex["titles"] and sheet.lower[j + 1 : j + 2] and sheet.lower[j + 1] in lex["titles"]:
            continue
        if word in lex["titles"] and (owned or j == i or sheet.lower[j - 1] in lex["title_prefixes"]):
            return j + 1 < len(sheet) and (sheet.lower[j + 1] in _BEHIND_OFFICE)
        if word in ("'s", "’s"):
            owned = True
        elif not (sheet.text[j][0].isupper() or (owned and sheet.pos[j] in ("NOUN", "ADJ"))):
            return False
    return False


def _apposition(i: int, sheet: Sheet, lex: Lexicon, human: bool) -> T | None:
    """Type of the noun that heads the phrase that starts at `i`, behind what looks like a person's name or not."""
    size = len(sheet)
    if i >= size:
        return None
    if sheet.lower[i] == "who":
        return T.PERSON
    start = i = _behind_owner(i, sheet)
    if sheet.lower[i] in ("a", "an", "the", "its", "another", "one", "'s", "’s"):
        i += 1
    elif sheet.lower[i] not in lex["person_nouns"] | lex["title_prefixes"] or sheet.text[i][0].isupper():
        return None
    last: T | None = None
    while i < size and i - start < 14 and sheet.sent[i] == sheet.sent[start]:
        word, pos = sheet.lower[i], sheet.pos[i]
        if (
            pos not in ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "PUNCT", "PART", "ADV", "CCONJ", "X", "ADP")
            or sheet.text[i] in ",.;()"
        ):
            break
        if (pos == "ADP" and word != "up") or (sheet.tag[i] in ("VBD", "VBZ", "VBP")) or word == "and":
            break
        if word == "up" and sheet.lower[i - 2] == "start":
            last = T.COMPANY
        elif pos in ("NOUN", "ADJ") or (pos == "PROPN" and sheet.text[i].islower()):
            following_noun = i + 1 < size and sheet.pos[i + 1] == "NOUN"
            last = _type_of(word, lex, human) or (last if following_noun or pos == "ADJ" else None)
        elif pos == "PROPN" and word in lex["titles"]:
            last = T.PERSON
        elif word == "'s":
            last = None
        i += 1
    return None if _says(i, sheet, lex) else last


def _behind_owner(i: int, sheet: Sheet) -> int:
    """Where "'s" stands in "Orbico's first large plant", else `i` itself."""
    j = i
    while j < min(i + _MAX_OWNER, len(sheet) - 1) and sheet.text[j] != sheet.lower[j]:
        j += 1
    return j if j > i and sheet.lower[j] in ("'s", "’s") else i


def _says(i: int, sheet: Sheet, lex: Lexicon) -> bool:
    """As in "Orbico, the ministry said": what stands before a verb of speech describes nobody."""
    return i < len(sheet) and sheet.tag[i] in ("VBD", "VBZ") and sheet.lower[i] in lex["speech_words"]
