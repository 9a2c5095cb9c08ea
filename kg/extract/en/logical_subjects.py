"""Who does what a verb says: its own subject, whoever controls it, or the noun that it modifies."""

from __future__ import annotations

from kg.extract.en.argument import Argument
from kg.extract.en.lexicon import lexicon
from kg.extract.en.prepositions import objects_of
from kg.extract.en.syntax import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, is_infinitive, is_passive, lemma_of
from kg.extract.en.tokens import Token
from kg.extract.rules import word_group

CHOOSES = frozenset(
    {"pick", "choose", "select", "hire", "contract", "commission", "appoint", "tap", "engage", "enlist", "recruit"}
)
"""Verbs whose object acts in an infinitive that the parser takes for a purpose: "picked X to build"."""
_OBJECT_CONTROL = CHOOSES | {
    "order",
    "persuade",
    "convince",
    "prompt",
    "lead",
    "press",
    "pressure",
    "compel",
    "oblige",
    "push",
    "tell",
    "ask",
    "allow",
    "permit",
    "enable",
    "force",
    "require",
    "urge",
    "help",
    "let",
    "make",
    "instruct",
    "direct",
    "bar",
    "ban",
    "exclude",
    "prohibit",
    "prevent",
    "stop",
    "block",
    "authorize",
    "authorise",
    "invite",
    "encourage",
    "get",
    "want",
    "expect",
    "name",
    "nominate",
    "elect",
    "promote",
    "task",
    "designate",
    "identify",
    "award",
    "license",
    "licence",
    "clear",
}
"""Verbs whose object, not subject, does what the infinitive says."""
_GIVEN = frozenset({"approval", "permission", "consent", "clearance", "licence", "license", "permit", "authorization"})
"""Nouns before which a name is the giver's, not the holder's ("EU approval to build")."""
_AWARDED = frozenset({"contract", "subcontract", "tender", "order", "mandate", "concession"})
"""Nouns whose winner does the work: "awarded a contract by X to build"."""
AGREEMENTS = _AWARDED | {"agreement", "deal", "mou", "memorandum", "accord", "pact", "partnership"}
"""Nouns for what two sides sign, of whom the firm builds for the public one."""
_FOR_SOMEBODY = (
    AGREEMENTS
    | _GIVEN
    | {"funding", "grant", "loan", "money", "aid", "subsidy", "support", "plan", "proposal"}
    | {"package", "credit", "incentive", "financing", "guarantee", "measure"}
)
"""Nouns for whose sake "for X to build" names X."""
_JUDGED = frozenset(
    {"praise", "thank", "blame", "criticise", "criticize", "accuse", "fault", "slam", "applaud", "condemn", "laud"}
    | {"commend", "hail", "congratulate", "credit", "rebuke", "denounce", "attack", "censure"}
)
"""Verbs whose object did what "for" says: "praised X for building"."""
_PASSING = frozenset(
    {"rubber-stamp", "rubberstamp", "stamp", "welcome", "endorse", "criticise", "criticize", "oppose", "praise"}
    | {"applaud", "slam", "condemn", "hail", "question", "denounce", "defend", "challenge"}
)
"""Verbs of those who have a say in another's plan: "welcomed the decision to build"."""
_CONTROL_BY = {
    "for": _JUDGED,
    "from": _OBJECT_CONTROL,
    "with": frozenset({"task", "charge", "entrust", "trust", "help", "assist"}),
}
"""Prepositions behind whose participle the verb's object acts: "banned X from selling", "tasked X with building"."""
GIVES = frozenset({"grant", "give", "award", "issue", "offer", "hand", "allow", "lend", "loan", "promise"})
"""Verbs with a receiver: "gave Orbico a licence"."""
_MAX_DEPTH = 6


def subjects(verb: Token, depth: int = 0) -> list[Argument]:
    """Logical subjects of a verb in its surface voice: its own, a controller's, or the noun that it modifies."""
    words = (verb, *(c for c in verb.children if c.dep_ == "aux"))  # "X has this year also warned": it hangs on "has"
    own = [c for word in words for c in word.children if c.dep_ in SUBJECTS or c.dep_ in PASSIVE_SUBJECTS]
    own = [c for c in own if c.dep_ != "expl"]
    if own:
        return [Argument(antecedent(c, verb)) for c in own]
    if depth > _MAX_DEPTH:
        return []
    return _inherited_subjects(verb, depth)


def _inherited_subjects(verb: Token, depth: int) -> list[Argument]:
    head = verb.head
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        if verb.tag_ in ("VBG", "VBN") or (verb.dep_ == "relcl" and not is_infinitive(verb)):
            return [Argument(_identified(head))]
        return _holder(head, depth) or [Argument(head)]  # "Siemens to build plant"
    chosen = verb.dep_ == "advcl" and is_infinitive(verb) and head.lemma_ in CHOOSES
    if chosen or (verb.dep_ == "xcomp" and head.lemma_ in _OBJECT_CONTROL):
        controlled = [c for c in head.children if c.dep_ in (*OBJECTS, "nsubjpass")]
        if controlled:
            return [Argument(antecedent(c, head), 1) for c in controlled]
    if verb.dep_ == "xcomp" and is_infinitive(verb) and _planners(head, verb):
        return _planners(head, verb)
    if verb.dep_ in ("xcomp", "advcl") and is_infinitive(verb):
        others = _receivers(head) or _contractors(head, depth) or _for_whom(verb)
        if others:
            return others
    if verb.dep_ == "pcomp" and head.head.lemma_ in _CONTROL_BY.get(head.lower_, ()):
        kept = [c for c in head.head.children if c.dep_ in (*OBJECTS, "nsubjpass")]
        if kept:
            return [Argument(antecedent(c, head.head), 1) for c in kept]
    if verb.dep_ in ("xcomp", "advcl", "conj", "ccomp", "dep", "parataxis", "pcomp", "acomp"):
        governor = head if head.pos_ in ("VERB", "AUX") else _governing_verb(head)
        if governor is not None and governor != verb:
            return _aged(subjects(governor, depth + 1), 0 if verb.dep_ in ("xcomp", "conj") else 1)
    return []


def _holder(noun: Token, depth: int) -> list[Argument]:
    """Who holds a noun with an infinitive: "its plan to build", "X announced plans to build"."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    if owners:
        return [Argument(c) for c in owners]
    if noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.lemma_.lower() in lexicon()["company_nouns"]:
        return [Argument(noun)]  # "signed a deal with a company to build"
    compounds = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
    if compounds and noun.lemma_ not in _GIVEN:
        return [Argument(c, 1) for c in compounds]
    makers = [p for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of") for p in objects_of(c)]
    if makers and noun.lemma_ not in _GIVEN | _AWARDED:
        return [Argument(p) for p in makers]
    if noun.dep_ in SUBJECTS | PASSIVE_SUBJECTS:  # "an effort to build it has failed"
        return []
    governor = _governing_verb(noun)
    if governor is not None and noun.dep_ in OBJECTS and lemma_of(governor) in _PASSING:
        return []
    if governor is not None and noun.lemma_.lower() in AGREEMENTS:
        counterparts = _counterparts(noun, governor)
        if counterparts and any(_is_public(a.token) for a in subjects(governor, depth + 1)):
            return counterparts
    return _receivers(governor) or subjects(governor, depth + 1) if governor is not None else []


def _counterparts(noun: Token, governor: Token) -> list[Argument]:
    """Who does the work where a public body "signed an agreement with Orbico to build": the firm."""
    withs = (c for word in (noun, governor) for c in word.children if c.dep_ == "prep" and c.lower_ == "with")
    return [Argument(p, 1) for prep in withs for p in objects_of(prep) if not _is_public(p)]


def _contractors(governor: Token, depth: int) -> list[Argument]:
    """The firm of "the city signed a deal with a firm to build", where the parser hangs the infinitive on the verb."""
    papers = (c for c in governor.children if c.dep_ in OBJECTS and c.lemma_.lower() in AGREEMENTS)
    firms = [argument for paper in papers for argument in _counterparts(paper, governor)]
    return firms if firms and any(_is_public(a.token) for a in subjects(governor, depth + 1)) else []


def _is_public(noun: Token) -> bool:
    return noun.ent_type_ == "GPE" or noun.lower_ in lexicon()["government_heads"]


def _planners(governor: Token, infinitive: Token) -> list[Argument]:
    """Whose plan it is, where the parser hangs its infinitive on the verb: "it follows X's pledge in May to invest"."""
    plans = word_group("en/factuality.yaml", "plan_nouns")
    nouns = [c for c in governor.children if c.dep_ in OBJECTS and c.i < infinitive.i and c.lemma_.lower() in plans]
    return [Argument(c, 1) for noun in nouns for c in noun.children if c.dep_ == "poss"]


def _for_whom(infinitive: Token) -> list[Argument]:
    """Whose work is paid for or allowed: "approved $10 million in funding for X to build"."""
    to = next((c for c in infinitive.children if c.lower_ == "to" and c.i < infinitive.i), None)
    if to is None or to.i == 0:
        return []
    noun = to.doc[to.i - 1]
    while noun.dep_ not in ("pobj", "ROOT") and noun.head.i < to.i and noun.pos_ == "PROPN":
        noun = noun.head
    is_named = noun.dep_ == "pobj" and noun.pos_ == "PROPN" and noun.head.lower_ == "for"
    aided = is_named and noun.head.head.lemma_.lower() in _FOR_SOMEBODY
    return [Argument(noun, 1)] if aided else []


def _receivers(verb: Token) -> list[Argument]:
    """Who is given what an infinitive is about: "granted X a licence to build", "gave permission to X to build"."""
    if lemma_of(verb) not in GIVES:
        return []
    if is_passive(verb):
        return [
            Argument(p, 1)
            for c in verb.children
            if c.dep_ in ("prep", "dative") and c.lower_ == "to"
            for p in objects_of(c)
        ]
    datives = [c for c in verb.children if c.dep_ == "dative"]
    return [Argument(p, 1) for c in datives for p in (objects_of(c) or [c])]


def _governing_verb(token: Token) -> Token | None:
    """The verb above a noun or preposition, if one is near."""
    for _ in range(_MAX_DEPTH):
        if token.head == token:
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def _aged(args: list[Argument], cost: int) -> list[Argument]:
    return [Argument(a.token, a.cost + cost) for a in args]


def antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.tag_ in ("WDT", "WP") or token.lower_ == "that":
        clause: Token = verb
        for _ in range(_MAX_DEPTH):
            if clause.dep_ in ("relcl", "acl"):
                return _name_before(token, clause.head) or _identified(clause.head)
            if clause.dep_ in ("ccomp", "advcl") and clause.head.lemma_ == "be":
                return _clefted(clause.head) or token
            if clause.head is clause:
                break
            clause = clause.head
    return token


def _clefted(copula: Token) -> Token | None:
    """ "It was X that built …": the name between, where the parser takes the clause for a complement."""
    if not any(c.dep_ == "nsubj" and c.lower_ == "it" for c in copula.children):
        return None
    return next((c for c in copula.children if c.dep_ == "attr" and c.pos_ == "PROPN"), None)


def _name_before(pronoun: Token, noun: Token) -> Token | None:
    """Who is named right before ", who" or, as an apposition of the noun, right before ", which"."""
    i = pronoun.i - 1
    if i > 0 and pronoun.doc[i].text == ",":
        i -= 1
    named = pronoun.doc[i]
    if pronoun.lower_ == "which" and i < pronoun.i - 1 and named.pos_ == "PROPN":
        return named if named.dep_ == "appos" and named.head == noun else None
    return named if pronoun.lower_ == "who" and named.ent_type_ == "PERSON" and noun.i < named.i else None


def _identified(noun: Token) -> Token:
    """ "X is the company that built …": the subject, where a copula says what the noun is."""
    top = noun
    if noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN":  # "X, a firm that built …"
        return noun.head
    if top.dep_ == "pobj" and top.head.lower_ == "of" and top.head.head.lower_ == "one":  # "is one of the firms"
        top = top.head.head
    elif top.dep_ == "pobj" and top.head.lower_ == "among":  # "was among the firms"
        top = top.head
    if (top.dep_ == "attr" or top is not noun) and top.head.lemma_ == "be" and noun.pos_ != "PROPN":
        return next((c for c in top.head.children if c.dep_ == "nsubj"), noun)
    return noun
