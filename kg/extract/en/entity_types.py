"""What an entity is, voted by its own words, by what is known, and by the words around each of its mentions."""

from __future__ import annotations

from collections import Counter

from kg.extract.en.candidates import Candidate
from kg.extract.en.gazetteer import fold, is_big_place, organizations, places
from kg.extract.en.lexicon import Lexicon, lexicon, singular
from kg.extract.en.names import Cluster, place_core
from kg.extract.en.sheet import Sheet
from kg.model import EntityType as T

Votes = Counter[T]
_NER = {"ORG": T.COMPANY, "GPE": T.PLACE, "LOC": T.PLACE, "PERSON": T.PERSON, "FAC": T.FACILITY, "EVENT": T.EVENT}
_NER_WEIGHT = {"ORG": 1.2, "GPE": 1.0, "LOC": 1.0, "PERSON": 1.3, "FAC": 1.0, "EVENT": 1.0}
_ROLE_OF_COMPANY = frozenset(
    "ceo shares stock subsidiary spokesperson chairman founder unit revenue profit customers products headquarters shareholders investors employees boss cfo cto executives platform app technology brand parent affiliate".split()
)
_ROLE_OF_PLACE = frozenset("mayor governor capital government population city outskirts residents province streets economy airport port people parliament district suburb premier".split())
_SPEECH = frozenset("say tell add note explain announce warn comment argue".split())
_BUSINESS = frozenset(
    "sign ink invest build launch acquire buy sell supply operate own partner employ manufacture produce develop open plan expand hire win".split()
)
_IN_PLACE = frozenset({"in", "near", "outside", "across", "throughout", "within", "around"})


def decide(group: Cluster, sheet: Sheet) -> T | None:
    """The type with the most votes, or None where nothing speaks for an entity.

    Args:
        group: Mentions of one entity.
        sheet: The document.
    """
    fixed = _certain(group)
    if fixed:
        return fixed
    votes: Votes = Counter()
    for candidate in group.candidates:
        _vote(candidate, sheet, votes)
    _vote_by_name(group, votes)
    if not votes:
        return None
    best, score = max(votes.items(), key=lambda item: (item[1], item[0].value))
    return best if score >= 0.9 else None


def _certain(group: Cluster) -> T | None:
    """What form or list settles."""
    known = [organizations().get(fold(c.name)) for c in group.candidates if not c.titled]
    types = [k.type for k in known if k]
    if group.key.startswith("place:"):
        if any(c.form is T.GOVERNMENT for c in group.candidates):
            return T.GOVERNMENT
        key = group.key[len("place:") :]
        if is_big_place(key) or any(c.form is T.PLACE for c in group.candidates):
            return T.PLACE
        return None
    forms = Counter(c.form for c in group.candidates if c.form)
    if types and T.PERSON not in forms:
        return types[0]
    if len(forms) == 1 and T.PERSON not in forms:
        return next(iter(forms))
    if any(c.titled for c in group.candidates):
        return T.PERSON
    return forms.most_common(1)[0][0] if forms else None


def _vote_by_name(group: Cluster, votes: Votes) -> None:
    table = places()
    key = fold(group.candidates[0].name)
    bare = place_core(group.candidates[0].name)
    if key in table.country_of or bare in table.country_of:
        people = table.population.get(key, table.population.get(bare, 0))
        votes[T.PLACE] += 1.2 if people > 100_000 else 0.8
    words = key.split()
    if len(words) in (2, 3) and all(w.isalpha() for w in words) and words[0] in first_names():
        votes[T.PERSON] += 1.5


def _vote(c: Candidate, sheet: Sheet, votes: Votes) -> None:
    lex = lexicon()
    label = sheet.ent[c.start] or sheet.ent[c.end - 1]
    if label in _NER:
        votes[_NER[label]] += _NER_WEIGHT[label] / (1 if len(votes) < 3 else 2)
    head = _head(c, sheet)
    _vote_before(c, sheet, lex, votes)
    _vote_after(c, sheet, lex, votes)
    _vote_syntax(head, sheet, votes)


def _head(c: Candidate, sheet: Sheet) -> int:
    for i in range(c.start, c.end):
        if not c.start <= sheet.head[i] < c.end:
            return i
    return c.end - 1


def _noun_type(word: str, lex: Lexicon) -> T | None:
    word = singular(word)
    if word in lex["place_nouns"]:
        return T.PLACE
    if word in lex["person_nouns"]:
        return T.PERSON
    if word in lex["government_nouns"]:
        return T.GOVERNMENT
    if word in lex["organization_nouns"]:
        return T.ORGANIZATION
    if word in lex["company_nouns"]:
        return T.COMPANY
    return None


def _vote_before(c: Candidate, sheet: Sheet, lex: Lexicon, votes: Votes) -> None:
    """"the carmaker X", "CEO X", "in X", "the city of X", "Mr X"."""
    i = c.start - 1
    if i < 0 or sheet.sent[i] != sheet.sent[c.start]:
        return
    word = sheet.lower[i]
    if word == "of" and i > 0 and singular(sheet.lower[i - 1]) in lex["place_nouns"]:
        votes[T.PLACE] += 3
    elif word in _IN_PLACE and sheet.dep[_head(c, sheet)] == "pobj":
        votes[T.PLACE] += 1.2
    elif sheet.pos[i] in ("NOUN", "PROPN"):
        kind = _noun_type(word, lex)
        if kind and (kind is not T.PERSON or c.end - c.start > 1 or word in lex["titles"]):
            votes[kind] += 2.5


def _vote_after(c: Candidate, sheet: Sheet, lex: Lexicon, votes: Votes) -> None:
    """"X, a Shenzhen-based maker of …", "X-based", "X's chief executive", "X Inc", "X CEO"."""
    i, size = c.end, len(sheet)
    if i + 1 >= size or sheet.sent[i] != sheet.sent[c.start]:
        return
    word = sheet.lower[i]
    if word == "-" and sheet.lower[i + 1] in ("based", "headquartered", "born"):
        votes[T.PLACE] += 3
    elif word == "-" and sheet.lower[i + 1] in ("owned", "backed", "led", "made"):
        votes[T.COMPANY] += 0.5
    elif word in ("'s", "'", "’s"):
        following = singular(sheet.lower[i + 1])
        votes[T.COMPANY] += 1.0 if following in _ROLE_OF_COMPANY else 0
        votes[T.PLACE] += 1.0 if following in _ROLE_OF_PLACE else 0
    elif word == ",":
        kind = _apposition(i + 1, sheet, lex)
        if kind:
            votes[kind] += 2.5
    elif word in ("shares", "ceo", "chief", "chairman", "executives", "spokesperson", "spokesman", "spokeswoman", "employees", "stock", "customers"):
        votes[T.COMPANY] += 1.2
    elif sheet.dep[c.end - 1] != "compound" and word in ("who",):
        votes[T.PERSON] += 2


def _apposition(i: int, sheet: Sheet, lex: Lexicon) -> T | None:
    """Type of the noun that heads "a Shenzhen-based maker of …" or "vice president of …" after a comma."""
    size = len(sheet)
    if sheet.lower[i] in ("who", "whose") and i + 1 < size:
        return T.PERSON if sheet.lower[i] == "who" else None
    start = i
    if sheet.lower[i] in ("a", "an", "the", "its", "another"):
        i += 1
    elif sheet.lower[i] not in lex["person_nouns"] | lex["title_prefixes"]:
        return None
    last = None
    while i < size and sheet.sent[i] == sheet.sent[start] and sheet.pos[i] in ("NOUN", "PROPN", "ADJ", "NUM", "VERB", "PUNCT", "PART", "ADV", "CCONJ"):
        if sheet.text[i] in ",.;()" or (sheet.pos[i] == "VERB" and sheet.tag[i] in ("VBD", "VBZ", "VBP")):
            break
        if sheet.pos[i] == "NOUN" or _noun_type(sheet.lower[i], lex):
            last = i
        if sheet.lower[i] == "and":
            break
        i += 1
    return _noun_type(sheet.lower[last], lex) if last is not None else None


def _vote_syntax(head: int, sheet: Sheet, votes: Votes) -> None:
    dep, above = sheet.dep[head], sheet.head[head]
    lemma = sheet.doc[above].lemma_
    if dep == "nsubj":
        if lemma in _BUSINESS:
            votes[T.COMPANY] += 0.6
        elif lemma in _SPEECH:
            votes[T.PERSON] += 0.2
            votes[T.COMPANY] += 0.2
    elif dep == "pobj" and sheet.lower[above] in ("with", "by"):
        votes[T.COMPANY] += 0.3


_FIRST_NAMES: set[str] = set()


def first_names() -> set[str]:
    """Common given names, folded; loaded once."""
    if not _FIRST_NAMES:
        from kg.extract.rules import DATA

        text = (DATA / "en" / "given_names.txt").read_text(encoding="utf-8")
        _FIRST_NAMES.update(fold(w) for line in text.splitlines() if not line.startswith("#") for w in line.split())
    return _FIRST_NAMES
