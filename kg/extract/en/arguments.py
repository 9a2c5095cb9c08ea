"""Predicates and their arguments, read off spaCy's dependency parse and made alike.

Active and passive, relative and participial clauses, control ("plans to build"), coordination and nominalization
("an investment of … in …") all give the same roles, so that a frame is written once.
"""

from __future__ import annotations

from kg.extract.en.argument import Arguments
from kg.extract.en.logical_subjects import CHOOSES, GIVES, antecedent, subjects
from kg.extract.en.prepositions import add_prepositions, add_role, behind_agent, objects_of
from kg.extract.en.syntax import MODIFIERS, OBJECTS, SUBJECTS, conjuncts, has_to, is_infinitive, is_passive, lemma_of
from kg.extract.en.tokens import Token

_NEXT = 3
"""A second object is at most this many tokens behind the first: a comma, "and", an article."""


def arguments(trigger: Token) -> Arguments:
    """Roles of a verbal, adjectival or nominal trigger.

    "agent", "patient", "dative", "attr", "poss", "compound", and one for each preposition ("in", "in lieu of").
    """
    roles: Arguments = {}
    if trigger.pos_ in ("VERB", "AUX") or trigger.tag_.startswith("VB") or has_to(trigger):
        _verb_roles(trigger, roles)
    else:
        _noun_roles(trigger, roles)
    return roles


def _verb_roles(verb: Token, roles: Arguments) -> None:
    passive = is_passive(verb)
    for subject in subjects(verb):
        add_role(roles, "patient" if passive else "agent", subject.token, subject.cost)
    for child in verb.children:
        _verb_child(child, verb, passive, roles)
    _detached_objects(verb, roles)
    _relative_object(verb, passive, roles)
    _relative_place(verb, roles)
    add_prepositions(verb, roles, 0)
    if passive and not roles.get("agent"):
        _agents_below(verb, roles)
    for role in ("patient", "object", "attr", "dative"):
        for argument in list(roles.get(role, ())):
            if argument.token.dep_ not in (*SUBJECTS,):
                add_prepositions(argument.token, roles, argument.cost + 1, 1)
    _shared_prepositions(verb, roles)


def _verb_child(child: Token, verb: Token, passive: bool, roles: Arguments) -> None:
    """The role of one child that is neither subject nor plain preposition."""
    if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by" and passive):
        for obj in (*objects_of(child), *_second_agents(child)):
            add_role(roles, "agent", obj)
            behind_agent(obj, roles, 2)
    elif child.dep_ in OBJECTS:
        add_role(roles, "object" if passive else "patient", antecedent(child, verb))
        for receiver in _hidden_receivers(verb, child) if lemma_of(verb) in GIVES else ():
            add_role(roles, "dative", receiver, 1)
    elif child.dep_ == "dative":
        for obj in objects_of(child) or [child]:
            add_role(roles, "dative", obj)
    elif child.dep_ in ("attr", "oprd", "acomp"):
        add_role(roles, "attr", child)
    elif child.dep_ == "ccomp" and lemma_of(verb) in CHOOSES and is_infinitive(child):
        for chosen in (c for c in child.children if c.dep_ == "nsubj"):
            add_role(roles, "object" if passive else "patient", chosen)


def _hidden_receivers(verb: Token, noun: Token) -> list[Token]:
    """ "Offered the company tax breaks", "gave Orbico a free ride": the parser takes the receiver for a compound."""
    first = verb.i + 1 + (verb.doc[verb.i + 1 : verb.i + 2].text == "the")
    modifiers = (c for c in noun.children if c.dep_ == "compound" and c.left_edge.i in (first, verb.i + 1))
    return [c for c in modifiers if c.ent_type_ not in ("GPE", "NORP")]


def _detached_objects(verb: Token, roles: Arguments) -> None:
    """ "build a lab, and training centre": the parser hangs the second object on the verb."""
    ends = [child.right_edge.i for child in verb.children if child.dep_ in OBJECTS]
    for child in verb.children:
        is_noun = child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN")
        if is_noun and ends and 0 < child.left_edge.i - ends[-1] <= _NEXT:
            add_role(roles, "patient", child)


def _second_agents(prep: Token) -> list[Token]:
    """ "by authorities in Lima and by Callao": the second "by" hangs somewhere below the first."""
    again = (t for t in prep.subtree if t != prep and t.lower_ == "by" and t.dep_ == "conj")
    return [obj for by in again for obj in objects_of(by)]


def _agents_below(verb: Token, roles: Arguments) -> None:
    """ "was fined 4 billion euros by X": the by-phrase hangs on the amount, or further down."""
    for child in verb.children:
        if child.dep_ in (*OBJECTS, "attr", "oprd", "prep", "xcomp", "npadvmod", "nsubjpass"):
            for token in child.subtree:
                if token.lower_ == "by" and token.dep_ in ("prep", "agent") and token.i > verb.i and _free(token, verb):
                    for obj in objects_of(token):
                        add_role(roles, "agent", obj, 2)


def _free(prep: Token, verb: Token) -> bool:
    """No other verb that has an agent stands between: in "ordered to stop sales by X", "barred from selling by X"."""
    above = prep.head
    while above not in (verb, above.head):
        if above.pos_ in ("VERB", "AUX") and not (above.tag_ in ("VB", "VBG") and above.dep_ in ("xcomp", "pcomp")):
            return False
        above = above.head
    return True


def _shared_prepositions(verb: Token, roles: Arguments) -> None:
    """A preposition behind the last of several verbs or objects may belong to the first."""
    for child in verb.children:
        if child.dep_ in OBJECTS:
            for other in conjuncts(child)[1:]:
                add_prepositions(other, roles, 2, 1)
    if not any(c.dep_ in OBJECTS for c in verb.children):
        for inner in _last_objects(verb):
            add_role(roles, "patient", inner, 2)


def _last_objects(verb: Token) -> list[Token]:
    """What the last of several verbs says of all: "will build, own and operate a plant"."""
    own = any(c.dep_ in SUBJECTS for c in verb.children)
    if (verb.dep_ in (*MODIFIERS, "acl") and not own) or verb.doc[max(0, verb.i - 1)].text == "-":
        return []  # "state-owned, operated or maintained networks"
    for other in conjuncts(verb):
        if other.i > verb.i and (other.pos_ != "VERB" or any(c.dep_ in SUBJECTS for c in other.children)):
            return []
        objects = [c for c in other.children if c.dep_ in OBJECTS]
        if other.i > verb.i and objects:
            return objects
    return []


def _relative_object(verb: Token, passive: bool, roles: Arguments) -> None:
    """The noun that an object relative clause modifies: "the plant (that) X built", "the deal X signed"."""
    if verb.dep_ not in ("relcl", "acl") or passive or roles.get("patient") or is_infinitive(verb):
        return
    subject_tokens = [a.token for a in roles.get("agent", ())]
    if subject_tokens and verb.head not in subject_tokens:
        add_role(roles, "patient", verb.head)


def _relative_place(verb: Token, roles: Arguments) -> None:
    """The place that a clause with "where" modifies: "Kentucky, where X will spend …"."""
    clause = verb
    while clause.dep_ in ("xcomp", "conj") and clause.head != clause:
        clause = clause.head
    if clause.dep_ == "relcl" and any(c.lower_ == "where" for v in {verb, clause} for c in v.children):
        add_role(roles, "in", clause.head)


def _noun_roles(noun: Token, roles: Arguments) -> None:
    for child in noun.children:
        if child.dep_ == "poss":
            add_role(roles, "poss", child)
        elif child.dep_ in ("compound", "amod", "nmod", "npadvmod"):
            add_role(roles, "compound", child)
        elif child.dep_ == "appos":
            add_role(roles, "appos", child)
    add_prepositions(noun, roles, 0)
