"""What a name is by the words around its mentions: titles, prepositions, what it has and what it does."""

from __future__ import annotations

from collections import defaultdict

from kg.extract.en.candidate import Candidate, head_of
from kg.extract.en.gazetteer import first_names, fold, has_given_name, organizations, places
from kg.extract.en.lexicon import Lexicon, lexicon, singular, word_set
from kg.extract.en.names import place_core
from kg.extract.en.office_owners import office_behind, words_before_offices
from kg.extract.en.office_votes import has_office, is_told_office
from kg.extract.en.sheet import Sheet
from kg.extract.en.syntax import lemma_of
from kg.model import EntityType as T

Votes = defaultdict[T, float]
NER_TYPES = {"ORG": T.COMPANY, "GPE": T.PLACE, "LOC": T.PLACE, "PERSON": T.PERSON, "FAC": T.FACILITY, "EVENT": T.EVENT}
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
_PARTS_OF_COMPANY = word_set(
    "share ceo subsidiary unit arm chairman executive founder affiliate venture owner division"
)
_BEHIND_COMPANY = word_set(
    """shares ceo chief chairman executives spokesperson spokesman spokeswoman employees stock customers plant
    factory"""
)
_OF_COMPANIES = word_set(
    """ceo cfo coo cto president chairman chairwoman chairperson director manager partner officer executive publisher
    founder co-founder vp evp svp principal treasurer"""
)
"""Offices whose "of" or "at" no person follows."""
_PARTS_OF_PLACE = word_set("mayor governor outskirts north south east west coast people parts")
_COURTESY = word_set("miss mr mr. ms ms. mrs mrs. dr dr. sir eng. engr. h.e. hon. smt. shri lord lady cllr councillor")
_OF_PERSONS = word_set("spokesman spokeswoman spokesperson attorney deputy secretary head dr. mr.")
_SPEECH = word_set("say tell add note explain announce warn comment argue confirm indicate stress recall insist admit")
_LIVES = word_set("resign testify plead marry graduate retire die joke apologise apologize")
"""What persons do; companies seldom."""
_SUFFERS = word_set("elect reelect re-elect bear sentence jail imprison hospitalise hospitalize bury extradite swear")
"""What is done to persons only."""
_OF_A_LIFE = word_set(
    "wife husband daughter mother father brother widow girlfriend boyfriend childhood testimony career death family"
)
_HUMAN = frozenset({"he", "she", "his", "her", "himself", "herself"})
_THINGS = frozenset({"its", "itself"})
_REACH = 12
"""How far behind its verb a pronoun may stand that takes up the subject."""
_RIGHT_BEHIND = 2
"""Where such a pronoun is the subject of the clause behind "said" or "said that"."""
_BUSINESS = word_set(
    """sign ink invest build launch acquire buy sell supply operate own partner employ manufacture produce develop
    open plan expand hire win agree file report offer provide deliver bid scrap post cut count serve team tie award
    install list raise complete unveil introduce join export import ship purchase rent lease donate merge divest
    recall appeal restructure outsource"""
)
_UNDERGOES = word_set("acquire award fine select contract list sanction blacklist delist nationalise nationalize")
_CHOOSES = word_set("buy fine bar clear acquire contract shortlist delist sue license nationalise nationalize")
"""What is done to companies far more often than to persons."""
_CONSTRUCTS = word_set("build construct erect inaugurate demolish renovate refurbish commission rebuild")
_WORKS = word_set(
    "construction inauguration groundbreaking commissioning renovation refurbishment rehabilitation dualisation"
)
"""What is done to buildings and works, and to no company."""
_REGULATES = word_set("fine penalise penalize prosecute blacklist arrest detain indict raid")
_DECREES = word_set("grant issue revoke suspend renew impose levy")
_DECREED = word_set(
    """licence license permit approval permission authorisation authorization fine penalty sanction tariff"""
)
_HOLDINGS = word_set("stake shareholding shareholder stakeholder")
_OWNING = word_set("own acquire")
_AWARDED = word_set("contract contracts tender concession franchise lease subcontract")
"""What firms get or make far more often than persons."""
_MEMBERS = word_set("brand subsidiary unit affiliate shareholder customer competitor rival")
_OFFICERS = word_set("non non-executive executive managing director founder co-founder cofounder boss spokeswoman vice")
_OWNED_NOUNS = word_set("parent owner brand subsidiary")
IN_PLACE = frozenset({"in", "near", "outside", "across", "throughout", "within", "around"})


def vote_by_surroundings(c: Candidate, sheet: Sheet, votes: Votes) -> None:
    """Add to the votes what spaCy says of one mention, and the words before, behind and above it."""
    lex = lexicon()
    label = sheet.ent[c.start] or sheet.ent[c.end - 1]
    if label in NER_TYPES:
        told = NER_TYPES[label]
        unlisted = told is T.PLACE and place_core(c.name) not in places().country_of
        votes[told] += (_NER_VOTE / 2 if unlisted else _NER_VOTE) / (1 + max(0.0, votes[told]))
    elif label == "NORP" and c.end - c.start > 1:
        votes[T.COMPANY] += 0.3
    elif label in ("NORP", "PRODUCT", "LAW", "WORK_OF_ART", "LANGUAGE", "DATE", "MONEY", "PERCENT"):
        votes[T.COMPANY] -= 0.0 if sheet.runs_into_sum(c.start) else 0.5
    head = head_of(c, sheet)
    _vote_before(c, head, sheet, lex, votes)
    _vote_after(c, sheet, lex, votes)
    if _acts_as_authority(head, sheet):
        votes[T.GOVERNMENT] += 2.0
    _vote_syntax(head, sheet, votes)
    votes[T.FACILITY] += 2.5 if _is_constructed(c, head, sheet, lex) else 0
    votes[T.PERSON] += 1.5 if c.form is None and has_office(c, head, sheet) else 0
    votes[T.PERSON] += 1.5 if c.form is None and is_told_office(c, sheet) else 0
    _vote_by_pronoun(head, sheet, votes)


def _vote_by_pronoun(head: int, sheet: Sheet, votes: Votes) -> None:
    """As in "Orbico said it doubled its profit", "Lindal said she would": the pronoun that takes up a subject."""
    verb = sheet.head[head]
    if sheet.dep[head] not in ("nsubj", "nsubjpass") or verb < head:
        return
    for i in range(verb + 1, min(verb + _REACH, len(sheet))):
        if sheet.sent[i] != sheet.sent[head] or sheet.tag[i].startswith("NNP"):
            return
        if sheet.lower[i] in _HUMAN:
            votes[T.PERSON] += 0.8
            return
        if sheet.lower[i] in _THINGS:
            votes[T.COMPANY] += 0.4
            votes[T.PERSON] -= 0.4
            return
        if sheet.lower[i] == "it" and i <= verb + _RIGHT_BEHIND and _does(i, sheet):
            votes[T.COMPANY] += 0.6
            votes[T.PERSON] -= 0.8
            return


def _does(pronoun: int, sheet: Sheet) -> bool:
    """As in "said it had won", not "said it was late", "said it takes time"."""
    verb = sheet.head[pronoun]
    return sheet.dep[pronoun] == "nsubj" and lemma_of(sheet.doc[verb]) in _BUSINESS


def speaks(c: Candidate, sheet: Sheet) -> bool:
    """As in "Lindal said": the subject of a verb of speech that NER takes for a person."""
    head = head_of(c, sheet)
    if sheet.dep[head] != "nsubj" or sheet.ent[head] != "PERSON" or not all(p.istitle() for p in c.name.split("-")):
        return False
    alone = not any(sheet.dep[child] == "conj" for child in sheet.children[head])
    return alone and sheet.doc[sheet.head[head]].lemma_ in _SPEECH


def is_brand(c: Candidate, sheet: Sheet) -> bool:
    """As in "the Jane Doe brand", "Jane Doe's parent": no person has one."""
    after = c.end + 1 if sheet.lower[c.end : c.end + 1] == ["'s"] else c.end
    return after < len(sheet) and sheet.lower[after] in _OWNED_NOUNS and sheet.pos[after] == "NOUN"


def _vote_before(c: Candidate, head: int, sheet: Sheet, lex: Lexicon, votes: Votes) -> None:
    i = c.start - 1
    if i < 0 or sheet.sent[i] != sheet.sent[c.start]:
        return
    i -= sheet.lower[i] == "the" and i > 0
    word = sheet.lower[i]
    office = i - 1 - 2 * (sheet.lower[i - 1] in ("designate", "elect"))
    if word in ("of", "at") and i > 0 and sheet.lower[office] in _OF_COMPANIES and sheet.ent[c.start] == "PERSON":
        votes[T.PERSON] -= 2.0
        votes[T.COMPANY] += 0.7
    if word in ("in", "of") and i > 0 and singular(sheet.lower[i - 1]) in _HOLDINGS:
        votes[T.COMPANY] += 2.0
    elif word in IN_PLACE and sheet.dep[head] in ("pobj", "conj"):
        votes[T.PLACE] += 1.2
    elif word in _COURTESY:
        votes[T.PERSON] += 3
    elif word == "of" and i > 0 and singular(sheet.lower[i - 1]) in _PARTS_OF_COMPANY:
        votes[T.COMPANY] += 1.5
    elif word in ("based", "headquartered") and i > 0 and sheet.text[i - 1] == "-":  # "the Ohio-based X"
        votes[T.COMPANY] += 1.5
        votes[T.PLACE] -= 1.5
    elif (
        (word == "of" and i > 0 and sheet.lower[i - 1] in _PARTS_OF_PLACE)
        or word in ("based", "headquartered")
        or (word == "in" and i > 0 and sheet.lower[i - 1] in ("based", "headquartered"))
    ):
        votes[T.PLACE] += 1.5


def _vote_after(c: Candidate, sheet: Sheet, lex: Lexicon, votes: Votes) -> None:
    i, size = c.end, len(sheet)
    if i + 1 >= size or sheet.sent[i] != sheet.sent[c.start]:
        return
    word, following = sheet.lower[i], singular(sheet.lower[i + 1])
    if _has_holder(c, sheet):
        votes[T.COMPANY] += 0.8
        votes[T.PERSON] *= 0.5
    if word == "-" and following in ("based", "headquartered", "born"):
        votes[T.PLACE] += 3
    elif word == "-" and following in ("owned", "backed", "made"):
        votes[T.COMPANY] += 0.5
    elif word in ("'s", "'"):
        votes[T.COMPANY] += 1.0 if following in _ROLE_OF_COMPANY else 0
        votes[T.PERSON] -= 1.0 if _has_officer(i + 1, sheet, lex) else 0
        votes[T.PERSON] += 1.0 if following in _OF_A_LIFE and votes[T.PERSON] > 0 else 0
        votes[T.PLACE] += 1.0 if following in _ROLE_OF_PLACE else 0
    elif word in _BEHIND_COMPANY:
        votes[T.COMPANY] += 1.0
    elif word in _OFFICERS and fold(c.name) not in places().demonyms and sheet.ent[c.start] not in ("GPE", "NORP"):
        votes[T.COMPANY] += 0.6
    elif word in _OWNED_NOUNS and fold(c.name) not in places().demonyms and sheet.ent[c.start] != "NORP":
        votes[T.COMPANY] += 1.0
        votes[T.PERSON] -= 2.5
    elif word == "(" and sheet.text[i + 1].isupper() and len(sheet.text[i + 1]) > 2:
        votes[T.COMPANY] += 0.5


def _has_holder(c: Candidate, sheet: Sheet) -> bool:
    """As in "Vantora regional director Jane Doe": an unlisted name before an office and who holds it."""
    key = fold(c.name)
    if c.form or key in places().demonyms or place_core(c.name) in places().country_of or has_given_name(c.name):
        return False
    ordinary = all(word in lexicon()["title_prefixes"] | {"under"} | words_before_offices() for word in key.split())
    if ordinary or sheet.ent[c.start] == "NORP":
        return False
    behind = c.end + (sheet.lower[c.end] in ("'s", "’s"))
    if sheet.text[c.end] == "(" and sheet.text[c.end + 2 : c.end + 3] == [")"]:  # its acronym
        behind = c.end + 3
    return bool(office_behind(sheet, behind))


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


def _is_chosen(head: int, sheet: Sheet) -> bool:
    """As in "barred Lena Street": done to what has no given name."""
    span = sheet.ent_span.get(head, (head, head + 1))
    given = any(fold(sheet.text[i]) in first_names() for i in range(*span))
    return sheet.dep[head] == "dobj" and not given and lemma_of(sheet.doc[sheet.head[head]]) in _CHOOSES


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


def _is_awarded(link: int, sheet: Sheet) -> bool:
    """As in "awarded the contract to", "its contract with", "the tender went to"."""
    if sheet.lower[link] not in ("to", "with"):
        return False
    above = sheet.head[link]
    near = (above, *sheet.children[above])
    return any(sheet.lower[i] in _AWARDED for i in near if i < link)


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


def _vote_by_verb(lemma: str, votes: Votes) -> None:
    """What the verb says of its subject."""
    if lemma in _BUSINESS:
        votes[T.COMPANY] += 0.5
        votes[T.FACILITY] -= 0.5
    elif lemma in _LIVES:
        votes[T.PERSON] += 1.0
    elif lemma in _SPEECH:
        votes[T.PERSON] += 0.2
        votes[T.COMPANY] += 0.2
        votes[T.FACILITY] -= 1.0


def _is_constructed(c: Candidate, head: int, sheet: Sheet, lex: Lexicon) -> bool:
    """As in "constructed the Lindal Complex", "construction of the Lindal Market", by its last word a facility."""
    if c.end - c.start < 2 or sheet.lower[c.end - 1] not in lex["facility_nouns"] | lex["facility_heads_named"]:
        return False
    above = sheet.head[head]
    if sheet.dep[head] == "pobj":
        return sheet.lower[above] == "of" and sheet.lower[sheet.head[above]] in _WORKS
    return sheet.dep[head] in ("dobj", "nsubjpass") and sheet.doc[above].lemma_ in _CONSTRUCTS


def _vote_syntax(head: int, sheet: Sheet, votes: Votes) -> None:
    dep, above = sheet.dep[head], sheet.head[head]
    if dep == "nsubj" and sheet.pos[above] == "VERB":
        _vote_by_verb(sheet.doc[above].lemma_, votes)
    elif dep == "nsubjpass" and lemma_of(sheet.doc[above]) in _UNDERGOES:
        votes[T.COMPANY] += 0.5
    elif dep == "nsubjpass" and lemma_of(sheet.doc[above]) in _SUFFERS:
        votes[T.PERSON] += 1.2
    elif dep == "pobj" and _is_awarded(above, sheet):
        votes[T.COMPANY] += 1.2
    elif dep == "pobj" and sheet.lower[above] in ("with", "by"):
        votes[T.COMPANY] += 0.3
    elif dep == "nsubj" and _holds_office(above, sheet):
        votes[T.PERSON] += 2.0
    elif _is_parent(head, sheet) or _is_chosen(head, sheet):
        votes[T.COMPANY] += 1.4
    elif _is_owned(head, sheet):
        votes[T.COMPANY] += 1.0
        votes[T.PERSON] -= 2.5
    elif dep == "conj":
        listed = organizations().get(fold(sheet.text[above]))
        if (listed and listed.type is T.COMPANY) or sheet.lower[above] in lexicon()["company_suffixes"]:
            votes[T.COMPANY] += 0.6
        elif sheet.ent[above] == "ORG":
            votes[T.COMPANY] += 0.2
