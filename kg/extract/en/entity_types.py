"""What an entity is, voted by its own words, by what is known, and by the words around each of its mentions.

spaCy's label is one vote. What form or list settles is not voted on.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache

from kg.extract.en.candidate import Candidate
from kg.extract.en.dictionary import is_invented
from kg.extract.en.gazetteer import first_names, fold, is_big_place, organizations, outlets, places
from kg.extract.en.lexicon import Lexicon, lexicon, singular, word_set
from kg.extract.en.names import Cluster, place_core
from kg.extract.en.sheet import Sheet
from kg.extract.en.syntax import lemma_of
from kg.model import EntityType as T

Votes = defaultdict[T, float]
_NER = {"ORG": T.COMPANY, "GPE": T.PLACE, "LOC": T.PLACE, "PERSON": T.PERSON, "FAC": T.FACILITY, "EVENT": T.EVENT}
_NER_VOTE = 1.0
_ROLE_OF_COMPANY = word_set(
    """ceo share stock subsidiary spokesperson chairman founder unit revenue profit customer product shareholder
    investor employee boss cfo cto executive platform app technology brand parent affiliate owner board factory
    plant software"""
)
_ROLE_OF_PLACE = word_set(
    """mayor governor capital government population city outskirt resident province street economy airport port
    people parliament district suburb premier coast border"""
)
_COURTESY = word_set("mr mr. ms ms. mrs mrs. dr dr. sir eng. engr. h.e. hon. smt. shri")
_QUOTES = frozenset("“”\"'‘’")
_OF_PERSONS = word_set("spokesman spokeswoman spokesperson attorney deputy secretary head dr. mr.")
_SPEECH = word_set("say tell add note explain announce warn comment argue")
_BUSINESS = word_set(
    """sign ink invest build launch acquire buy sell supply operate own partner employ manufacture produce develop
    open plan expand hire win agree file report offer provide deliver bid scrap post cut count serve team tie award
    install list raise complete unveil introduce join export import ship purchase rent lease donate merge divest
    recall appeal restructure outsource"""
)
_UNDERGOES = word_set("acquire award fine select contract list sanction blacklist delist nationalise nationalize")
_REGULATES = word_set("fine penalise penalize prosecute blacklist arrest detain indict raid")
_DECREES = word_set("grant issue revoke suspend renew impose levy")
_DECREED = word_set(
    """licence license permit approval permission authorisation authorization fine penalty sanction tariff"""
)
_HOLDINGS = word_set("stake shareholding shareholder stakeholder")
_OWNING = word_set("own acquire")
_MEMBERS = word_set("brand subsidiary unit affiliate shareholder customer competitor rival")
_OWNED_NOUNS = word_set("parent owner brand subsidiary")
_COMPANY_BEFORE = frozenset({"business", "chain", "store"})
"""Nouns that tell a company only where its name follows: "the business" alone is nobody."""
_IN_PLACE = frozenset({"in", "near", "outside", "across", "throughout", "within", "around"})
_SOFT = frozenset({T.PLACE, T.FACILITY, T.EVENT})
_PATRONYMICS = frozenset({"bin", "bint", "ibn"})
"""Words inside the names of persons only ("Saud bin Hamad")."""
_FORM_VOTE = {T.PLACE: 1.8, T.EVENT: 1.8, T.FACILITY: 1.4}
_ENOUGH = 0.65
_MAX_OFFICE = 8
_YOUNGEST, _OLDEST = 10, 100
"""Ages that are told of persons; "Orbico, 3, Nordbank, 5" is a table."""
_BEHIND_OFFICE = frozenset({",", "of", "at", "for", "and", "&", ".", ";", "-", "–", "—"})
_BRAND = 0.3
"""What is left of the votes for a person where the article calls the name a company ("brands such as Jane Doe")."""


def decide(group: Cluster, sheet: Sheet) -> T | None:
    """The type with the most votes, or None where nothing speaks for an entity.

    Args:
        group: Mentions of one entity.
        sheet: The document.
    """
    described = _described(group, sheet)
    fixed = _certain(group, described)
    if fixed:
        return fixed
    votes: Votes = defaultdict(float)
    for kind, weight in described.items():
        votes[kind] += weight
    for candidate in group.candidates:
        _vote(candidate, sheet, votes)
    _vote_by_name(group, sheet, votes)
    owned = any(_is_brand(candidate, sheet) for candidate in group.candidates)
    if (described.get(T.COMPANY) or owned) and not described.get(T.PERSON):
        votes[T.PERSON] *= _BRAND
        votes[T.COMPANY] += 1.0 if owned else 0.0
    best, score = max(votes.items(), key=lambda item: (item[1], item[0].value), default=(None, 0.0))
    return best if score >= _ENOUGH else None


def _certain(group: Cluster, described: dict[T, float]) -> T | None:
    """What form or list settles, unless the article calls it something else."""
    plain = [c for c in group.candidates if not c.titled]
    types = _listed_types(plain)
    if plain and all(c.name.endswith(" family") for c in plain):
        return T.ORGANIZATION
    if group.key.startswith("place:"):
        return _certain_place(group)
    forms = Counter(c.form for c in group.candidates if c.form)
    if any(c.titled for c in group.candidates):
        return T.PERSON
    if types and T.PERSON not in forms:
        return types[0]
    if any(fold(c.name) in outlets() for c in plain):
        return T.COMPANY
    if not forms:
        return None
    form = forms.most_common(1)[0][0]
    told = max(described, key=lambda kind: described[kind], default=None)
    if told in (T.GOVERNMENT, T.ORGANIZATION) and form in (T.COMPANY, T.FACILITY, T.ORGANIZATION, T.GOVERNMENT):
        return told
    if form in _SOFT or (form is T.ORGANIZATION and told):
        return None
    return form


def _listed_types(plain: list[Candidate]) -> list[T]:
    """Types of the listed names; an acronym's only where no full name stands beside it ("MWC")."""
    listed = [(c.name, k.type) for c in plain if (k := organizations().get(fold(c.name)))]
    if any(" " in c.name for c in plain):
        listed = [(name, kind) for name, kind in listed if not (name.isupper() and " " not in name)]
    return [kind for _, kind in listed]


def _certain_place(group: Cluster) -> T | None:
    if any(c.form is T.GOVERNMENT for c in group.candidates):
        return T.GOVERNMENT
    key = group.key[len("place:") :]
    if is_big_place(key) and not any(fold(c.name) in organizations() for c in group.candidates):
        return T.PLACE
    return None


def _described(group: Cluster, sheet: Sheet) -> dict[T, float]:
    """Types by apposition: "the carmaker X", "X, a Shenzhen-based maker of …"."""
    found: Votes = defaultdict(float)
    lex = lexicon()
    for c in group.candidates:
        for kind in (_noun_before(c, sheet, lex), _noun_behind(c, sheet, lex)):
            if kind:
                found[kind] += 2.5
    return found


def _vote_by_name(group: Cluster, sheet: Sheet, votes: Votes) -> None:
    table = places()
    name = group.candidates[0].name
    key, bare = fold(name), place_core(name)
    if key in table.country_of or bare in table.country_of:
        people = table.population.get(key, table.population.get(bare, 0))
        votes[T.PLACE] += 1.2 if people > 100_000 else 0.8
    words = key.split()
    if (
        len(words) in (2, 3)
        and all(w.replace("-", "").replace(".", "").isalpha() for w in words)
        and words[0] in first_names()
    ):
        votes[T.PERSON] += 1.8
    if _PATRONYMICS & set(words[1:-1]):
        votes[T.PERSON] += 2.5
    if words[-2:] == ["task", "force"]:
        votes[T.ORGANIZATION] += 3
    forms = {c.form for c in group.candidates if c.form}
    strong = words[-1] in lexicon()["facility_heads_strong"] or words[0] == "port"
    for form in forms:
        votes[form] += 2.6 if form is T.FACILITY and strong else _FORM_VOTE.get(form, 2.5)
    if len(words) == 1 and votes.get(T.PERSON, 0) < 2:
        votes[T.PERSON] *= 0.5
        coined = name.istitle() and not name.endswith("s") and is_invented(name, sheet.doc.vocab)
        votes[T.COMPANY] += 0.3 if coined else 0.2
    if len(words) > 1 and votes.get(T.PERSON, 0) > 0 and words[-1] in lexicon()["company_endings"]:
        votes[T.COMPANY] += 1.5
    alone = [c for c in group.candidates if _stands_alone(c, sheet)]
    if alone:
        seen = len(alone) > 1 or any(sheet.ent[i] in _NER for c in alone for i in range(c.start, c.end))
        votes[T.COMPANY] += 0.7 if seen else 0.5 if len(words) > 1 else 0.4


def _stands_alone(c: Candidate, sheet: Sheet) -> bool:
    """A name as subject, object or owner, not a mere modifier of a noun."""
    head = _head(c, sheet)
    return sheet.tag[head].startswith("NN") and sheet.dep[head] in (
        "nsubj",
        "nsubjpass",
        "pobj",
        "dobj",
        "poss",
        "conj",
        "appos",
        "attr",
    )


def _vote(c: Candidate, sheet: Sheet, votes: Votes) -> None:
    lex = lexicon()
    label = sheet.ent[c.start] or sheet.ent[c.end - 1]
    if label in _NER:
        told = _NER[label]
        unlisted = told is T.PLACE and place_core(c.name) not in places().country_of
        votes[told] += (_NER_VOTE / 2 if unlisted else _NER_VOTE) / (1 + max(0.0, votes[told]))
    elif label == "NORP" and c.end - c.start > 1:
        votes[T.COMPANY] += 0.3
    elif label in ("NORP", "PRODUCT", "LAW", "WORK_OF_ART", "LANGUAGE", "DATE", "MONEY", "PERCENT"):
        votes[T.COMPANY] -= 0.5
    head = _head(c, sheet)
    _vote_before(c, head, sheet, lex, votes)
    _vote_after(c, sheet, lex, votes)
    if _acts_as_authority(head, sheet):
        votes[T.GOVERNMENT] += 2.0
    _vote_syntax(head, sheet, votes)


def _head(c: Candidate, sheet: Sheet) -> int:
    for i in range(c.start, c.end):
        if not c.start <= sheet.head[i] < c.end:
            return i
    return c.end - 1


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
    return None


def _noun_before(c: Candidate, sheet: Sheet, lex: Lexicon) -> T | None:
    """As in "the carmaker X", "start-up X", "the city of X", "their partner “X”"."""
    i = c.start - 1
    if i > 0 and sheet.text[i] in _QUOTES:
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
        and sheet.dep[_head(c, sheet)] == "appos"
        and sheet.head[_head(c, sheet)] == i - 1
        and sheet.pos[i - 1] == "NOUN"
    ):
        return _unless_office(_noun_type(sheet.lower[i - 1]), sheet.head[i - 1], sheet)
    listed = _list_noun(c, sheet)
    if listed:
        return listed
    if sheet.pos[i] == "ADJ" and word in lex["organization_nouns"]:
        return T.ORGANIZATION
    if sheet.pos[i] != "NOUN" and not (sheet.pos[i] == "PROPN" and sheet.text[i].islower()):
        return None
    kind = T.COMPANY if singular(word) in _COMPANY_BEFORE else _noun_type(word)
    if kind is T.PERSON:
        return kind if c.end - c.start > 1 or word in lex["titles"] else None
    return kind if kind not in (T.FACILITY, T.EVENT) else None


def _unless_office(kind: T | None, above: int, sheet: Sheet) -> T | None:
    """None for the name in "Jane Doe, managing director, Acme": not a person but whom she works for."""
    return None if kind is T.PERSON and sheet.pos[above] == "PROPN" else kind


def _list_noun(c: Candidate, sheet: Sheet) -> T | None:
    """The noun that a list of names is about: "carmakers such as X and Y", "two airlines - X and Y"."""
    top = _first_conjunct(_head(c, sheet), sheet)
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


def _is_brand(c: Candidate, sheet: Sheet) -> bool:
    """As in "the Jane Doe brand", "Jane Doe's parent": no person has one."""
    after = c.end + 1 if sheet.lower[c.end : c.end + 1] == ["'s"] else c.end
    return after < len(sheet) and sheet.lower[after] in _OWNED_NOUNS and sheet.pos[after] == "NOUN"


def _noun_behind(c: Candidate, sheet: Sheet, lex: Lexicon) -> T | None:
    """As in "X, a Shenzhen-based maker of …", "X, vice president of …", "X is a carmaker"."""
    i, size = c.end, len(sheet)
    if i < size and sheet.text[i] in _QUOTES:
        i += 1
    if i + 3 < size and sheet.text[i] == "(" and sheet.text[i + 2] == ")" and sheet.text[i + 1][0].isupper():
        i += 3
    if i + 1 >= size or sheet.sent[i] != sheet.sent[c.start]:
        return None
    if sheet.text[i] == "," and c.end - c.start > 1 and _is_age(i + 1, sheet):
        return T.PERSON
    if sheet.text[i] == "," and sheet.lower[i + 1] in ("which", "whose") and i + 3 < size:
        return _apposition(i + 3, sheet, lex) if sheet.lower[i + 2] in ("is", "was") else None
    if sheet.text[i] == ",":
        if c.end - c.start > 1 and _office_behind(i + 1, sheet, lex):
            return T.PERSON
        return _apposition(i + 1, sheet, lex)
    if sheet.lower[i] in ("is", "was") and sheet.lower[i + 1] in ("a", "an", "the"):
        return _apposition(i + 1, sheet, lex)
    if sheet.lower[i] in ("is", "was") and sheet.lower[i + 1] == "owned":
        return T.COMPANY
    if sheet.lower[i] == "who":
        return T.PERSON
    return None


def _is_age(i: int, sheet: Sheet) -> bool:
    """As in "Jane Dorrit, 33, of Leeds"."""
    aged = sheet.text[i].isdigit() and _YOUNGEST <= int(sheet.text[i]) < _OLDEST
    return aged and i + 1 < len(sheet) and sheet.text[i + 1] in (",", ".")


def _office_behind(i: int, sheet: Sheet, lex: Lexicon) -> bool:
    """As in "Ann Beak, Orbico's CEO,", "Ann Beak, Group Chief Executive, Orbico"."""
    owned = False
    for j in range(i, min(i + _MAX_OFFICE, len(sheet))):
        word = sheet.lower[j]
        if word in lex["titles"] and (owned or j == i or sheet.lower[j - 1] in lex["title_prefixes"]):
            return j + 1 < len(sheet) and (sheet.lower[j + 1] in _BEHIND_OFFICE)
        if word in ("'s", "’s"):
            owned = True
        elif not (sheet.text[j][0].isupper() or (owned and sheet.pos[j] in ("NOUN", "ADJ"))):
            return False
    return False


def _apposition(i: int, sheet: Sheet, lex: Lexicon) -> T | None:
    """Type of the noun that heads the phrase that starts at `i`."""
    size = len(sheet)
    if i >= size:
        return None
    if sheet.lower[i] == "who":
        return T.PERSON
    start = i
    if sheet.lower[i] in ("a", "an", "the", "its", "another", "one"):
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
            last = _noun_type(word) or (last if following_noun or pos == "ADJ" else None)
        elif pos == "PROPN" and word in lex["titles"]:
            last = T.PERSON
        elif word == "'s":
            last = None
        i += 1
    return None if _says(i, sheet, lex) else last


def _says(i: int, sheet: Sheet, lex: Lexicon) -> bool:
    """As in "Orbico, the ministry said": what stands before a verb of speech describes nobody."""
    return i < len(sheet) and sheet.tag[i] in ("VBD", "VBZ") and sheet.lower[i] in lex["speech_words"]


def _vote_before(c: Candidate, head: int, sheet: Sheet, lex: Lexicon, votes: Votes) -> None:
    i = c.start - 1
    if i < 0 or sheet.sent[i] != sheet.sent[c.start]:
        return
    word = sheet.lower[i] if sheet.lower[i] != "the" or i == 0 else sheet.lower[i - 1]
    if word in ("in", "of") and i > 0 and singular(sheet.lower[i - 1]) in _HOLDINGS:
        votes[T.COMPANY] += 2.0
    elif word in _IN_PLACE and sheet.dep[head] in ("pobj", "conj"):
        votes[T.PLACE] += 1.2
    elif word in _COURTESY:
        votes[T.PERSON] += 3
    elif (
        word == "of"
        and i > 0
        and singular(sheet.lower[i - 1])
        in (
            "share",
            "ceo",
            "subsidiary",
            "unit",
            "arm",
            "chairman",
            "executive",
            "founder",
            "affiliate",
            "venture",
            "owner",
            "division",
        )
    ):
        votes[T.COMPANY] += 1.5
    elif (
        (
            word == "of"
            and i > 0
            and sheet.lower[i - 1]
            in ("mayor", "governor", "outskirts", "north", "south", "east", "west", "coast", "people", "parts")
        )
        or word in ("based", "headquartered")
        or (word == "in" and i > 0 and sheet.lower[i - 1] in ("based", "headquartered"))
    ):
        votes[T.PLACE] += 1.5


def _vote_after(c: Candidate, sheet: Sheet, lex: Lexicon, votes: Votes) -> None:
    i, size = c.end, len(sheet)
    if i + 1 >= size or sheet.sent[i] != sheet.sent[c.start]:
        return
    word, following = sheet.lower[i], singular(sheet.lower[i + 1])
    if word == "-" and following in ("based", "headquartered", "born"):
        votes[T.PLACE] += 3
    elif word == "-" and following in ("owned", "backed", "made"):
        votes[T.COMPANY] += 0.5
    elif word in ("'s", "'"):
        votes[T.COMPANY] += 1.0 if following in _ROLE_OF_COMPANY else 0
        votes[T.PERSON] -= 1.0 if _has_officer(i + 1, sheet, lex) else 0
        votes[T.PLACE] += 1.0 if following in _ROLE_OF_PLACE else 0
    elif word in (
        "shares",
        "ceo",
        "chief",
        "chairman",
        "executives",
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "employees",
        "stock",
        "customers",
        "plant",
        "factory",
    ):
        votes[T.COMPANY] += 1.0
    elif word in _OWNED_NOUNS and fold(c.name) not in places().demonyms and sheet.ent[c.start] != "NORP":
        votes[T.COMPANY] += 1.0
        votes[T.PERSON] -= 2.5
    elif word == "(" and sheet.text[i + 1].isupper() and len(sheet.text[i + 1]) > 2:
        votes[T.COMPANY] += 0.5


def _acts_as_authority(head: int, sheet: Sheet) -> bool:
    """As in "fined Orbico", "granted Orbico a licence", "was fined by": what only a public body does."""
    dep, verb = sheet.dep[head], sheet.head[head]
    if dep == "pobj" and sheet.dep[verb] == "agent":
        return lemma_of(sheet.doc[sheet.head[verb]]) in _REGULATES
    if dep != "nsubj":
        return False
    lemma = lemma_of(sheet.doc[verb])
    if lemma in _DECREES:
        return any(sheet.dep[c] == "dobj" and lemma_of(sheet.doc[c]) in _DECREED for c in sheet.children[verb])
    return lemma in _REGULATES


def _holds_office(verb: int, sheet: Sheet) -> bool:
    """As in "Lee is CEO of Orbico", where an office without an article is said of the subject."""
    attributes = [c for c in sheet.children[verb] if sheet.dep[c] == "attr"]
    return any(sheet.lower[c] in lexicon()["titles"] and sheet.lower[c - 1] != "the" for c in attributes)


def _is_parent(head: int, sheet: Sheet) -> bool:
    """As in "a joint venture between Orbico and Lena Sund"."""
    while sheet.dep[head] == "conj" and sheet.head[head] < head:
        head = sheet.head[head]
    link = sheet.head[head]
    return (
        sheet.dep[head] == "pobj"
        and sheet.lower[link] in ("between", "of", "with")
        and sheet.lower[sheet.head[link]] == "venture"
    )


def _is_owned(head: int, sheet: Sheet) -> bool:
    """As in "owns Brandt and Lisa Marlow", "its brands include Paul Dessin"."""
    while sheet.dep[head] == "conj" and sheet.head[head] < head:
        head = sheet.head[head]
    verb = sheet.head[head]
    if sheet.dep[head] != "dobj":
        return False
    lemma = sheet.doc[verb].lemma_
    if lemma != "include":
        return lemma in _OWNING
    subjects = (c for c in sheet.children[verb] if sheet.dep[c] == "nsubj")
    return any(singular(sheet.lower[c]) in _MEMBERS for c in subjects)


def _has_officer(i: int, sheet: Sheet, lex: Lexicon) -> bool:
    """Behind a name's "'s": "UAE General Manager", "vice president": whoever has officers is no person."""
    for j in range(i, min(len(sheet), i + 4)):
        if sheet.pos[j] not in ("NOUN", "PROPN", "ADJ"):
            return False
        if sheet.lower[j] in lex["titles"]:
            return sheet.lower[j] not in _OF_PERSONS
    return False


def _vote_syntax(head: int, sheet: Sheet, votes: Votes) -> None:
    dep, above = sheet.dep[head], sheet.head[head]
    if dep == "nsubj" and sheet.pos[above] == "VERB":
        lemma = sheet.doc[above].lemma_
        if lemma in _BUSINESS:
            votes[T.COMPANY] += 0.5
            votes[T.FACILITY] -= 0.5
        elif lemma in _SPEECH:
            votes[T.PERSON] += 0.2
            votes[T.COMPANY] += 0.2
            votes[T.FACILITY] -= 1.0
    elif dep == "nsubjpass" and lemma_of(sheet.doc[above]) in _UNDERGOES:
        votes[T.COMPANY] += 0.5
    elif dep == "pobj" and sheet.lower[above] in ("with", "by"):
        votes[T.COMPANY] += 0.3
    elif dep == "nsubj" and _holds_office(above, sheet):
        votes[T.PERSON] += 2.0
    elif _is_parent(head, sheet):
        votes[T.COMPANY] += 1.5
    elif _is_owned(head, sheet):
        votes[T.COMPANY] += 1.0
        votes[T.PERSON] -= 2.5
    elif dep == "conj":
        listed = organizations().get(fold(sheet.text[above]))
        if (listed and listed.type is T.COMPANY) or sheet.lower[above] in lexicon()["company_suffixes"]:
            votes[T.COMPANY] += 0.6
        elif sheet.ent[above] == "ORG":
            votes[T.COMPANY] += 0.2
