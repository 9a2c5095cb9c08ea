"""What is denied, and what hangs on a condition."""

from __future__ import annotations

from kg.extract.en.syntax import lemma_of
from kg.extract.en.tokens import Token


def auxiliaries(verb: Token) -> list[Token]:
    """Its own, or those of the verb that it is joined to: the "could" of "could own or buy"."""
    own = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if (
        not own
        and (verb.dep_ == "conj" or (verb.dep_ in ("advcl", "dep") and verb.tag_ == "VB"))
        and verb.head.pos_ in ("VERB", "AUX")
        and verb.tag_ in ("VB", "VBP", "VBN", "VBG")
    ):
        return auxiliaries(verb.head)
    if verb.dep_ == "conj" and [c.lower_ for c in own] == ["be"] and verb.head.pos_ in ("VERB", "AUX"):
        return [*auxiliaries(verb.head), *own]  # "could own or be owned"
    return own


def is_yet_to(verb: Token) -> bool:
    """ "Has yet to pay", "is yet to sign"."""
    return lemma_of(verb) in ("have", "be") and any(child.lower_ == "yet" for child in verb.children)


def is_negated(verb: Token) -> bool:
    """ "Did not sign", "no longer owns", "rather than build", "nobody paid"."""
    before = [t.lower_ for t in verb.doc[max(verb.i - 2, 0) : verb.i]]
    if before in (["instead", "of"], ["rather", "than"]):
        return True
    for child in verb.children:
        if child.dep_ == "neg" or child.lower_ in ("never", "n't", "not", "nor", "hardly", "barely"):
            following = verb.doc[child.i + 1].lower_ if child.i + 1 < len(verb.doc) else ""
            if following not in ("only", "just", "merely", "least"):
                return True
        if child.lower_ == "longer" and child.i > 0 and verb.doc[child.i - 1].lower_ == "no":
            return True
        if child.dep_ in ("nsubj", "nsubjpass", "dobj", "attr", "agent") and is_negated_noun(child):
            return True
    return any(aux.dep_ == "neg" for a in auxiliaries(verb) for aux in a.children) or _shares_negation(verb)


def _shares_negation(verb: Token) -> bool:
    """The second verb of "has never been fined or banned", "neither licensed nor registered"."""
    if verb.dep_ != "conj" or any(c.dep_ in ("aux", "auxpass", "nsubj", "nsubjpass") for c in verb.children):
        return False
    alternatives = {c.lower_ for c in verb.head.children if c.dep_ in ("cc", "preconj")} & {"or", "nor", "neither"}
    both = any(c.lower_ == "neither" and c.dep_ == "preconj" for c in verb.head.children)
    return bool(alternatives) and (both or is_negated(verb.head))


def is_negated_noun(noun: Token) -> bool:
    """ "No deal", "neither company", "a non-shareholder"."""
    if noun.lower_ in ("nobody", "nothing", "none", "no-one", "neither"):
        return True
    return (
        any(
            child.lower_ in ("no", "neither", "without") and child.dep_ in ("det", "neg", "preconj", "cc")
            for child in noun.children
        )
        or noun.lower_.startswith("non-")
        or (noun.i > 1 and noun.nbor(-2).lower_ == "non")
    )


def in_condition(verb: Token) -> bool:
    """As in "if it pays", "whether it pays", "until it pays"."""
    marks = {child.lower_ for child in verb.children if child.dep_ == "mark"}
    if "until" in marks and verb.tag_ in ("VBZ", "VBP"):
        return True
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    if verb.dep_ == "conj" and own and not marks and verb.head.dep_ == "advcl" and in_condition(verb.head):
        return True  # "if A had paid and B had agreed"
    return bool(marks & {"if", "unless", "whether", "lest"}) or any(
        child.lower_ == "whether" for child in verb.children
    )


def is_conditional(verb: Token) -> bool:
    """As in "If it fails to pay, the bank will fine it"."""
    return any(child.dep_ == "advcl" and in_condition(child) for child in verb.children)


def is_condition(verb: Token) -> bool:
    """The second verb of "if it hires 900 people and invests $6 million": a duty, not yet done."""
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)
    return bool(verb.dep_ == "conj" and not own and in_condition(verb.head))
