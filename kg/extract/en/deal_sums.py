"""Sums that an article states one or two sentences after the fact: "The deal is valued at $6.8 billion".

The sentence takes up what was told by a noun ("the five-year contract", "the plant"), or names its payer ("The company
will pay $40,000"). A sum is given only where a single fact of that relation was told right before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.en.argument import Argument
from kg.extract.en.money import MoneySpan
from kg.extract.en.qualifiers import NO_AMOUNT
from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import MODIFIERS, SUBJECTS, clause_ancestors, lemma_of
from kg.extract.en.tokens import Token
from kg.extract.rules import load, word_group
from kg.model import SYMMETRIC, EntityType, Fact, Money, Relation, Status, Step

_BACK = 3
"""Sentences back to which a deal may have been told of."""
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "these", "those"})
_THROUGH = frozenset({"prep", "pobj", "pcomp", "quantmod", "nummod", "npadvmod", "acomp", "attr", "dobj", "advmod"})
"""How a sum hangs on the verb or noun that tells how much."""

Sum = tuple[MoneySpan, Token]


def with_sums(facts: tuple[Fact, ...], sentences: Sentences, sums: Sequence[Sum]) -> tuple[Fact, ...]:
    """The facts of an article, in text order, with the sums that later sentences give them."""
    open_facts = [f for f in facts if f.amount is None and _is_deal(f)]
    if not open_facts or not sums:
        return facts
    given: dict[int, Money] = {}
    known = {_ends(f) for f in facts if f.amount is not None}
    for span, token in sums:
        fact = _told_before(span, token, open_facts, facts, sentences)
        if fact is not None and _ends(fact) not in known:
            known.add(_ends(fact))
            given[id(fact)] = span.money
    return tuple(_with_sum(f, given[id(f)]) if id(f) in given else f for f in facts)


def _is_deal(fact: Fact) -> bool:
    """What has a price; who simply owns something made no deal."""
    owning = fact.relation is Relation.OWNS and fact.status is Status.ACTIVE
    return fact.relation not in NO_AMOUNT and not owning


def _with_sum(fact: Fact, money: Money) -> Fact:
    step = Step("amount", f"{money.value} {money.currency}, of which a later sentence tells")
    return replace(fact, amount=money, trace=(*fact.trace, step))


def _ends(fact: Fact) -> tuple[str, ...]:
    ends = fact.subject.name, fact.object.name
    return (str(fact.relation), *(sorted(ends) if fact.relation in SYMMETRIC else ends))


def _told_before(
    span: MoneySpan, token: Token, open_facts: Sequence[Fact], facts: Sequence[Fact], sentences: Sentences
) -> Fact | None:
    """The fact that the sentence of a sum takes up."""
    starts = [s.start_char for s in sentences.doc.sents if s.start <= token.sent.start][-_BACK - 1 :]
    near = [f for f in open_facts if starts[0] <= f.evidence.start and f.evidence.end <= token.sent.start_char]
    if not near:
        return None
    nouns = list(_what_is_worth(token))
    for fact in reversed(near):
        if _is_kept_back(fact, token):
            return None
        if any(_stands_for(noun, fact) for noun in nouns) or _is_paid_by_its_party(token, fact, sentences):
            last = max(f.evidence.start for f in near if f.relation is fact.relation)
            alike = [f for f in facts if f.relation is fact.relation and f.evidence.start == last]
            return fact if len({_ends(f) for f in alike}) == 1 and fact in alike else None
    return None


def _is_kept_back(fact: Fact, token: Token) -> bool:
    """ "The price was not disclosed" between the fact and the sum, or "did not say how much"."""
    told = token.doc.around(fact.evidence.start, token.sent.end_char)
    if told is None:
        return False
    silent = any(lemma_of(t) in word_group("en/deals.yaml", "kept_back") for t in told)
    return silent or "not say how much" in told.text


def _stands_for(noun: Token, fact: Fact) -> bool:
    """ "The contract" for what somebody supplies, "the plant" for what somebody builds; not "the Velm contract"."""
    lemma = lemma_of(noun)
    names = f"{fact.subject.name} {fact.object.name}".split()
    if any(child.pos_ == "PROPN" and child.text not in names for child in noun.children):
        return False
    own = fact.object.type is EntityType.FACILITY and is_its_noun(noun, fact)
    return own or lemma in load("en/deals.yaml")["names"].get(str(fact.relation), ())


def is_its_noun(noun: Token, fact: Fact) -> bool:
    """The "plant" of the object "50 MW plant"."""
    return fact.object.name.casefold().split()[-1] in (lemma_of(noun), noun.lower_)


def _what_is_worth(token: Token) -> Iterator[Token]:
    """The definite nouns of which a sum says how much they are."""
    words = load("en/deals.yaml")
    for above in clause_ancestors(token):
        if above.pos_ in ("NOUN", "PROPN") and above != token and is_taken_up(above):
            yield from _deal_of(above)
            return
        if above.pos_ in ("VERB", "AUX"):
            lemma = lemma_of(above)
            if lemma in words["is"] or lemma in words["valued"]:
                yield from (deal for noun in subjects_of(above) for deal in _deal_of(noun))
            return
        if above != token and above.dep_ not in _THROUGH and above.dep_ not in MODIFIERS and above.pos_ != "NOUN":
            return


def subjects_of(verb: Token) -> Iterator[Token]:
    """What a verb is said of: its own subject, that of "is due to cost", the noun that "valued at" describes."""
    if any(child.dep_ == "neg" for child in verb.children):
        return
    own = [c for c in verb.children if c.dep_ in SUBJECTS or c.dep_ == "nsubjpass"]
    if own:
        yield from own
    elif verb.dep_ == "acl":
        yield verb.head
    elif verb.dep_ in ("xcomp", "acomp"):
        yield from subjects_of(verb.head)


def _deal_of(noun: Token) -> Iterator[Token]:
    """The noun itself, or for a noun of worth what it is the worth of: "the contract's value", "cost of the plant"."""
    if lemma_of(noun) not in word_group("en/deals.yaml", "worth"):
        if is_taken_up(noun):
            yield noun
        return
    for child in noun.children:
        if child.dep_ in ("poss", *MODIFIERS):
            yield child
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from (below for below in child.children if below.dep_ == "pobj" and is_taken_up(below))


def is_taken_up(noun: Token) -> bool:
    """ "The deal", "its two contracts"; not "a deal", which is another."""
    return any(child.lower_ in _DEFINITE for child in noun.children if child.dep_ in ("det", "poss"))


def _is_paid_by_its_party(token: Token, fact: Fact, sentences: Sentences) -> bool:
    """ "Orbico will pay $6.8 billion" after it bought a firm, "agreed to pay a $4,000 penalty" after it settled."""
    verb = next((t for t in clause_ancestors(token) if t.pos_ in ("VERB", "AUX")), None)
    payers = {Relation.OWNS: fact.subject, Relation.SANCTIONS: fact.object}
    payer = payers.get(fact.relation)
    ended = fact.status is Status.ENDED
    if ended or payer is None or verb is None or lemma_of(verb) not in load("en/deals.yaml")["pays"]:
        return False
    if any(
        child.dep_ in ("neg", "dative") or (child.dep_ == "prep" and child.lower_ == "to") for child in verb.children
    ):
        return False
    fillers = [f for noun in subjects_of(verb) for f in sentences.fillers(Argument(noun), "agent")]
    return [sentences.entity(f.entity).name for f in fillers] == [payer.name]
