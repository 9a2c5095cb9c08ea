"""Predicates and their arguments, read off spaCy's dependency parse and made alike.

Active and passive, relative and participial clauses, control ("plans to build"), coordination and nominalization
("an investment of … in …") all give the same roles, so that a frame is written once. Labels are those of spaCy's
English pipelines (ClearNLP): nsubj, nsubjpass, dobj, agent, prep/pobj, acl, relcl, xcomp, ccomp, advcl, appos, poss.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.extract.rules import load

SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
OBJECT_CONTROL = frozenset(
    [
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
        "select",
        "choose",
        "pick",
        "commission",
        "contract",
        "hire",
        "name",
        "appoint",
        "award",
        "license",
        "licence",
        "clear",
    ]
)
"""Verbs whose object, not subject, does what the infinitive says."""

_GIVEN = frozenset({"approval", "permission", "consent", "clearance", "licence", "license", "permit", "authorization"})
"""Nouns before which a name is the giver's, not the holder's ("EU approval to build")."""
_AWARDED = frozenset({"contract", "subcontract", "tender", "order", "mandate", "concession"})
"""Nouns whose winner does the work: "awarded a contract by X to build"."""
_CONTROL_BY = {"from": OBJECT_CONTROL, "with": frozenset({"task", "charge", "entrust", "trust", "help", "assist"})}
"""Prepositions behind whose participle the verb's object acts: "banned X from selling", "tasked X with building"."""
_GIVES = frozenset({"grant", "give", "award", "issue", "offer", "hand", "allow", "lend", "loan"})
_MAX_DEPTH = 6
_NEXT = 3
"""A second object is at most this many tokens behind the first: a comma, "and", an article."""
_PREPOSITIONS = frozenset({"ADP", "SCONJ", "VERB", "ADV", "CCONJ", "PART"})
_SENTENCES, _TEXT = "kg_sentence_bounds", "kg_text"
_MISPLACED = frozenset({"in", "at", "into", "from", "with", "to", "by", "on", "for", "against"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A token that fills a role; `cost` grows with every uncertain step (attachment, control, coordination).

    `alone`: not what is coordinated with it ("A, B and C, a unit of X" describes C only).
    """

    token: Token
    cost: int = 0
    alone: bool = False


Arguments = dict[str, list[Argument]]


def arguments(trigger: Token) -> Arguments:
    """Roles of a verbal, adjectival or nominal trigger.

    "agent", "patient", "dative", "attr", "poss", "compound", and one for each preposition ("in", "in lieu of").
    """
    roles: Arguments = {}
    if trigger.pos_ in ("VERB", "AUX") or trigger.tag_.startswith("VB"):
        _verb_roles(trigger, roles)
    else:
        _noun_roles(trigger, roles)
    return roles


def conjuncts(token: Token) -> list[Token]:
    """The token and what is coordinated with it, in text order."""
    found = [token]
    for item in found:
        found.extend(child for child in item.children if child.dep_ == "conj" and child not in found)
    return sorted(found, key=lambda t: t.i) if len(found) > 1 else found


def conj_head(token: Token) -> Token:
    """The first conjunct of the coordination that the token is in."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def is_passive(verb: Token) -> bool:
    """A passive clause, or a past participle that modifies a noun ("the plant built by …")."""
    if any(child.dep_ in ("nsubjpass", "auxpass", "csubjpass", "agent") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ in ("aux", "nsubj") for child in verb.children):
        return False
    if verb.dep_ in ("acl", "relcl", "amod"):
        return True
    return verb.dep_ == "conj" and is_passive(verb.head) and not any(c.dep_ in OBJECTS for c in verb.children)


def is_infinitive(verb: Token) -> bool:
    """ "to build": what a noun before it is for, even where the parser calls it a relative clause."""
    return bool(verb.tag_ == "VB" and any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children))


def subjects(verb: Token, depth: int = 0) -> list[Argument]:
    """Logical subjects of a verb in its surface voice: its own, a controller's, or the noun that it modifies."""
    words = (verb, *(c for c in verb.children if c.dep_ == "aux"))  # "X has this year also warned": it hangs on "has"
    own = [c for word in words for c in word.children if c.dep_ in SUBJECTS or c.dep_ in PASSIVE_SUBJECTS]
    own = [c for c in own if c.dep_ != "expl"]
    if own:
        return [Argument(_antecedent(c, verb)) for c in own]
    if depth > _MAX_DEPTH:
        return []
    return _inherited_subjects(verb, depth)


def _inherited_subjects(verb: Token, depth: int) -> list[Argument]:
    head = verb.head
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN", "PRON", "NUM"):
        if verb.tag_ in ("VBG", "VBN") or (verb.dep_ == "relcl" and not is_infinitive(verb)):
            return [Argument(_identified(head))]
        return _holder(head, depth) or [Argument(head)]  # "Siemens to build plant"
    if verb.dep_ == "xcomp" and head.lemma_ in OBJECT_CONTROL:
        controlled = [c for c in head.children if c.dep_ in (*OBJECTS, "nsubjpass")]
        if controlled:
            return [Argument(_antecedent(c, head), 1) for c in controlled]
    if verb.dep_ == "xcomp" and is_infinitive(verb) and _planners(head, verb):
        return _planners(head, verb)
    if verb.dep_ in ("xcomp", "advcl") and is_infinitive(verb) and _receivers(head):
        return _receivers(head)
    if verb.dep_ == "pcomp" and head.head.lemma_ in _CONTROL_BY.get(head.lower_, ()):
        kept = [c for c in head.head.children if c.dep_ in (*OBJECTS, "nsubjpass")]
        if kept:
            return [Argument(_antecedent(c, head.head), 1) for c in kept]
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
    compounds = [c for c in noun.children if c.dep_ == "compound" and c.pos_ == "PROPN"]
    if compounds and noun.lemma_ not in _GIVEN:
        return [Argument(c, 1) for c in compounds]
    makers = [p for c in noun.children if c.dep_ == "prep" and c.lower_ in ("by", "from", "of") for p in _objects(c)]
    if makers and noun.lemma_ not in _GIVEN | _AWARDED:
        return [Argument(p) for p in makers]
    if noun.dep_ in SUBJECTS | PASSIVE_SUBJECTS:  # "an effort to build it has failed"
        return []
    governor = _governing_verb(noun)
    return _receivers(governor) or subjects(governor, depth + 1) if governor is not None else []


def _planners(governor: Token, infinitive: Token) -> list[Argument]:
    """Whose plan it is, where the parser hangs its infinitive on the verb: "it follows X's pledge in May to invest"."""
    plans = frozenset(load("en/factuality.yaml")["plan_nouns"])
    nouns = [c for c in governor.children if c.dep_ in OBJECTS and c.i < infinitive.i and c.lemma_.lower() in plans]
    return [Argument(c, 1) for noun in nouns for c in noun.children if c.dep_ == "poss"]


def _receivers(verb: Token) -> list[Argument]:
    """Who is given what an infinitive is about: "granted X a licence to build", "gave permission to X to build"."""
    if lemma_of(verb) not in _GIVES:
        return []
    if is_passive(verb):
        return [
            Argument(p, 1)
            for c in verb.children
            if c.dep_ in ("prep", "dative") and c.lower_ == "to"
            for p in _objects(c)
        ]
    datives = [c for c in verb.children if c.dep_ == "dative"]
    return [Argument(p, 1) for c in datives for p in (_objects(c) or [c])]


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


def _antecedent(token: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for."""
    if token.tag_ in ("WDT", "WP") or token.lower_ == "that":
        clause: Token = verb
        for _ in range(_MAX_DEPTH):
            if clause.dep_ in ("relcl", "acl"):
                return _identified(clause.head)
            if clause.head is clause:
                break
            clause = clause.head
    return token


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


def _objects(prep: Token) -> list[Token]:
    """Objects of a preposition with their conjuncts; a nested one ("from within X") counts."""
    found: list[Token] = []
    for child in prep.children:
        if child.dep_ in ("pobj", "pcomp", "npadvmod"):
            if not _owns_next(child):
                found.append(child)
        elif child.dep_ == "prep":
            found.extend(_objects(child))
    return found


def _owns_next(noun: Token) -> bool:
    """The "China" of "by China's Orbico" where the parser makes both objects of the preposition."""
    if not any(c.dep_ == "case" and c.tag_ == "POS" for c in noun.children):
        return False
    return any(other.dep_ == "pobj" and other.i > noun.i for other in noun.head.children)


def _add(roles: Arguments, role: str, token: Token, cost: int = 0) -> None:
    if all(a.token != token for a in roles.setdefault(role, [])):
        roles[role].append(Argument(token, cost))


def _prepositions(token: Token, roles: Arguments, cost: int, depth: int = 0) -> None:
    """Every preposition below a token or its adverb ("closely with"), "in partnership with" read as one."""
    for child in token.children:
        if child.dep_ in ("prep", "dative") and child.pos_ in _PREPOSITIONS:
            _preposition(child, roles, cost, depth)
        elif child.dep_ == "advmod" and child.pos_ == "ADV":
            for nested in child.children:
                if nested.dep_ == "prep":
                    _preposition(nested, roles, cost, depth)


def _preposition(prep: Token, roles: Arguments, cost: int, depth: int) -> None:
    name = prep.lower_
    for obj in _objects(prep):
        _add(roles, name, obj, cost)
        if depth < 2:
            _compound_preposition(name, obj, roles, cost)
            _misplaced_prepositions(obj, roles, cost + 2)
    for nested in prep.children:
        if nested.dep_ == "prep":
            for obj in _objects(nested):
                _add(roles, f"{name} {nested.lower_}", obj, cost)


def _misplaced_prepositions(noun: Token, roles: Arguments, cost: int) -> None:
    """ "an investment by X in Y": the parser hangs the second phrase on the first one's noun."""
    for nested in noun.children:
        if nested.dep_ in ("prep", "agent") and nested.lower_ in _MISPLACED:
            for obj in _objects(nested):
                _add(roles, nested.lower_, obj, cost)


def _compound_preposition(name: str, noun: Token, roles: Arguments, cost: int) -> None:
    for nested in noun.children:
        if nested.dep_ == "prep":
            for obj in _objects(nested):
                _add(roles, f"{name} {noun.lower_} {nested.lower_}", obj, cost)


def _verb_roles(verb: Token, roles: Arguments) -> None:
    passive = is_passive(verb)
    for subject in subjects(verb):
        _add(roles, "patient" if passive else "agent", subject.token, subject.cost)
    for child in verb.children:
        _verb_child(child, verb, passive, roles)
    _detached_objects(verb, roles)
    _relative_object(verb, passive, roles)
    _relative_place(verb, roles)
    _prepositions(verb, roles, 0)
    if passive and not roles.get("agent"):
        _agents_below(verb, roles)
    for role in ("patient", "object", "attr", "dative"):
        for argument in list(roles.get(role, ())):
            if argument.token.dep_ not in (*SUBJECTS,):
                _prepositions(argument.token, roles, argument.cost + 1, 1)
    _shared_prepositions(verb, roles)


def _verb_child(child: Token, verb: Token, passive: bool, roles: Arguments) -> None:
    """The role of one child that is neither subject nor plain preposition."""
    if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and passive):
        for obj in (*_objects(child), *_second_agents(child)):
            _add(roles, "agent", obj)
    elif child.dep_ in OBJECTS:
        _add(roles, "object" if passive else "patient", _antecedent(child, verb))
    elif child.dep_ == "dative":
        for obj in _objects(child) or [child]:
            _add(roles, "dative", obj)
    elif child.dep_ in ("attr", "oprd", "acomp"):
        _add(roles, "attr", child)


def _detached_objects(verb: Token, roles: Arguments) -> None:
    """ "build a lab, and training centre": the parser hangs the second object on the verb."""
    ends = [child.right_edge.i for child in verb.children if child.dep_ in OBJECTS]
    for child in verb.children:
        is_noun = child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN")
        if is_noun and ends and 0 < child.left_edge.i - ends[-1] <= _NEXT:
            _add(roles, "patient", child)


def _second_agents(prep: Token) -> list[Token]:
    """ "by authorities in Lima and by Callao": the second "by" hangs somewhere below the first."""
    again = (t for t in prep.subtree if t != prep and t.lower_ == "by" and t.dep_ == "conj")
    return [obj for by in again for obj in _objects(by)]


def _agents_below(verb: Token, roles: Arguments) -> None:
    """ "was fined 4 billion euros by X": the by-phrase hangs on the amount, or further down."""
    for child in verb.children:
        if child.dep_ in (*OBJECTS, "attr", "oprd", "prep", "xcomp", "npadvmod", "nsubjpass"):
            for token in child.subtree:
                if token.lower_ == "by" and token.dep_ in ("prep", "agent") and token.i > verb.i and _free(token, verb):
                    for obj in _objects(token):
                        _add(roles, "agent", obj, 2)


def _free(prep: Token, verb: Token) -> bool:
    """No other verb stands between a preposition and the verb above it."""
    above = prep.head
    while above not in (verb, above.head):
        if above.pos_ in ("VERB", "AUX"):
            return False
        above = above.head
    return True


def _shared_prepositions(verb: Token, roles: Arguments) -> None:
    """A preposition behind the last of several verbs or objects may belong to the first."""
    for child in verb.children:
        if child.dep_ in OBJECTS:
            for other in conjuncts(child)[1:]:
                _prepositions(other, roles, 2, 1)
        if child.dep_ == "conj" and child.pos_ == "VERB" and not any(c.dep_ in OBJECTS for c in verb.children):
            for inner in child.children:
                if inner.dep_ in OBJECTS:
                    _add(roles, "patient", inner, 2)


def _relative_object(verb: Token, passive: bool, roles: Arguments) -> None:
    """The noun that an object relative clause modifies: "the plant (that) X built", "the deal X signed"."""
    if verb.dep_ not in ("relcl", "acl") or passive or roles.get("patient") or is_infinitive(verb):
        return
    subject_tokens = [a.token for a in roles.get("agent", ())]
    if subject_tokens and verb.head not in subject_tokens:
        _add(roles, "patient", verb.head)


def _relative_place(verb: Token, roles: Arguments) -> None:
    """The place that a clause with "where" modifies: "Kentucky, where X will spend …"."""
    clause = verb
    while clause.dep_ in ("xcomp", "conj") and clause.head != clause:
        clause = clause.head
    if clause.dep_ == "relcl" and any(c.lower_ == "where" for v in {verb, clause} for c in v.children):
        _add(roles, "in", clause.head)


def _noun_roles(noun: Token, roles: Arguments) -> None:
    for child in noun.children:
        if child.dep_ == "poss":
            _add(roles, "poss", child)
        elif child.dep_ in ("compound", "amod", "nmod", "npadvmod"):
            _add(roles, "compound", child)
        elif child.dep_ == "appos":
            _add(roles, "appos", child)
    _prepositions(noun, roles, 0)


def governor(noun: Token) -> Token | None:
    """The verb whose subject, object or prepositional object a noun is ("signed an agreement")."""
    top = conj_head(noun)
    if top.dep_ in ("dobj", "obj", "nsubj", "nsubjpass", "attr", "oprd") and top.head.pos_ in ("VERB", "AUX"):
        return top.head
    if top.dep_ in ("acl", "relcl"):
        return None
    if top.dep_ == "pobj" and top.head.dep_ in ("prep", "agent"):
        above = top.head.head
        return above if above.pos_ in ("VERB", "AUX") else None
    return None


def lemma_of(token: Token) -> str:
    """The lemma in lower case, with the lemmatizer's known mistakes mended ("fined" is not from "fin")."""
    lemma = token.lemma_.lower()
    mended: str = load("en/lemmas.yaml").get(lemma, lemma)
    return mended


def sentence_of(token: Token) -> Span:
    """The sentence of a token: `token.sent`, which walks the whole document each time, with its bounds kept."""
    doc = token.doc
    bounds: list[tuple[int, int]] | None = doc.user_data.get(_SENTENCES)
    if bounds is None:
        bounds = [(sentence.start, sentence.end) for sentence in doc.sents for _ in sentence]
        doc.user_data[_SENTENCES] = bounds
    start, end = bounds[token.i]
    return doc[start:end]


def text_of(doc: Doc) -> str:
    """The text of a document: `doc.text`, which spaCy joins anew at every look, kept."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = str(doc.text)
    return text


def clause_ancestors(token: Token) -> Iterator[Token]:
    """The token and everything above it in the tree."""
    yield token
    while token.head != token:
        token = token.head
        yield token
