"""Who stands in a role of a trigger: of the verb, of the noun, of a clause, or of another argument ("patient's of")."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.en.annotation import PARTIES
from kg.extract.en.argument import Argument, Arguments
from kg.extract.en.arguments import arguments
from kg.extract.en.products import products_meant
from kg.extract.en.purposes import avoided, builders, helped, improved, purposes
from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import conj_head, conjuncts, governor, is_passive, lemma_of
from kg.extract.en.tokens import Token
from kg.extract.en.triggers import is_verbal

_NAMING_POS = frozenset({"NOUN", "PROPN", "NUM"})
_UNDOING = frozenset(
    {"revoke", "cancel", "suspend", "withdraw", "terminate", "rescind", "annul", "block", "overturn", "take"}
)
"""Who does this to a licence or a deal is not behind it."""
_GETTING = frozenset(
    {
        "represent",
        "witness",
        "attend",
        "receive",
        "get",
        "obtain",
        "win",
        "secure",
        "request",
        "seek",
        "earn",
        "need",
        "use",
        "spend",
        "accept",
        "enjoy",
    }
)
"""Who does this to aid or a licence is not where it comes from: "the aid received by X"."""
HELPED = "helped"
"""Role of those whom the money is to help: "a grant to support X"."""
WORKS = "works"
"""Role of what money builds or improves: "for the expansion of X"."""
AVOIDED = "avoided"
"""Role of whose goods others are kept from: "barred officials from using apps of X"."""
_OF_MAKERS = frozenset({"from", "by", "poss", "compound"})
"""Roles of a product in which its maker stands."""
BUILDER = "builder"
"""Inner role of who is to build a noun: "a permit for the plant that X wants to open"."""
Lookup = Callable[[str], list[Argument]]


def role_of(sentences: Sentences, roles: Arguments, role: str, trigger: Token) -> list[Argument]:
    """Arguments in a role; "patient's of" and "clause's to" look one step further."""
    if role == HELPED:
        return helped(sentences, trigger)
    if role == WORKS:
        return improved(sentences, roles)
    if role == AVOIDED:
        return avoided(sentences, roles)
    through, _, inner = role.partition("'s ")
    if not inner:
        return roles.get(role, []) or (
            _makers(sentences, trigger) if role == "by" and trigger.pos_ in _NAMING_POS else []
        )
    tokens = (
        purposes(trigger) if through == "clause" else [t for a in roles.get(through, ()) for t in conjuncts(a.token)]
    )
    if inner in _OF_MAKERS:
        tokens = [*tokens, *(meant for t in tokens for meant in products_meant(t))]
    if inner == BUILDER:
        return [Argument(a.token, a.cost + 1) for t in tokens for a in builders(sentences, t)]
    if inner == "compound":
        tokens = [t for t in tokens if sentences.span_at(t) is None]
    return [Argument(a.token, a.cost + 1) for t in tokens for a in role_of(sentences, sentences.roles(t), inner, t)]


def _makers(sentences: Sentences, noun: Token) -> list[Argument]:
    """Who is behind a participle of a noun: "a lawsuit brought by X", "drones made by X"."""
    amounts = [p for c in noun.children if c.lower_ in ("of", "worth") for p in c.children if p.pos_ in ("NUM", "SYM")]
    below = (c for t in (noun, *amounts) for c in t.children)
    clauses = [c for c in below if c.dep_ == "acl" and is_verbal(c) and is_passive(c)]
    clauses = [c for c in clauses if lemma_of(c) not in _UNDOING | _GETTING]
    return [Argument(a.token, a.cost + 1) for c in clauses for a in sentences.roles(c).get("agent", ())]


def verb_lookup(sentences: Sentences, roles: Arguments, verb: Token) -> Lookup:
    """Who stands in a role of a verb."""
    return _remembered(lambda role: role_of(sentences, roles, role, verb))


def noun_lookup(sentences: Sentences, own: Arguments, above: Arguments, noun: Token, verb: Token | None) -> Lookup:
    """Who stands in a role of a noun ("n:poss", "self") or of the verb that has it ("v:agent")."""

    def lookup(role: str) -> list[Argument]:
        side, _, name = role.partition(":")
        if side == "v":
            if verb is None:
                return []
            found = _above(sentences, above, verb) if name == "above" else role_of(sentences, above, name, verb)
            return [a for a in found if a.token != noun]
        if name in _OF_THE_NOUN:
            return _OF_THE_NOUN[name](noun, own)
        return role_of(sentences, own, name, noun)

    return _remembered(lookup)


def _remembered(find: Lookup) -> Lookup:
    """A lookup that looks once for each role: many frames of a trigger ask for the same ones."""
    known: dict[str, list[Argument]] = {}

    def lookup(role: str) -> list[Argument]:
        found = known.get(role)
        if found is None:
            found = known[role] = find(role)
        return found

    return lookup


def reaches_further(role: str) -> bool:
    """Whether those in a role may stand in another sentence than its trigger."""
    return "'s " in role or role in (HELPED, WORKS)


def _above(sentences: Sentences, roles: Arguments, verb: Token) -> list[Argument]:
    """Who acts in the clause above a participle that names nobody: "X opens a school focusing on art with Y"."""
    own = [a.token for a in roles.get("agent", ()) if a.token != verb.head]
    span = sentences.span_at(verb.head)
    party = span is not None and any(sentences.entity(e).type in PARTIES for e in span.entities)
    upper = governor(verb.head) if verb.dep_ == "acl" and not own and not party else None
    return [Argument(a.token, a.cost + 1) for a in sentences.roles(upper).get("agent", ())] if upper else []


def _described(noun: Token) -> list[Argument]:
    """What a noun describes: its apposition, the subject of its copula, or the name it stands in front of."""
    found: list[Argument] = []
    top = conj_head(noun)
    if top != noun and top.pos_ == "PROPN":  # "owned by A, B and a subsidiary of C"
        return []
    if top.dep_ == "appos":
        found.append(Argument(_nearest_conjunct(top.head, noun), alone=noun.tag_ not in ("NNS", "NNPS")))
    found.extend(Argument(c) for n in (noun, top) for c in n.children if c.dep_ == "appos")
    if top.dep_ in ("attr", "oprd"):
        found.extend(arguments(top.head).get("patient" if is_passive(top.head) else "agent", ()))
    if top.dep_ in ("pobj",) and top.head.lower_ == "as" and is_verbal(top.head.head):
        found.extend(arguments(top.head.head).get("patient", ()))
    if top.dep_ in ("compound", "nmod", "amod") or (noun.dep_ == "compound"):
        found.append(Argument(top.head))
    if top.dep_ == "nsubj" and top.head.lemma_ == "be":
        found.extend(Argument(c) for c in top.head.children if c.dep_ == "attr")
    return list({argument.token: argument for argument in reversed(found)}.values())[::-1]


def _nearest_conjunct(token: Token, noun: Token) -> Token:
    """ "A, B and C, a unit of X": only C is one; the parser hangs the apposition on A."""
    if noun.tag_ in ("NNS", "NNPS"):
        return token
    before = [c for c in conjuncts(token) if c.i < noun.i]
    return before[-1] if before else token


def _compounds(noun: Token, own: Arguments) -> list[Argument]:
    return own.get("compound", []) + [Argument(t, 1) for t in _left_siblings(noun)]


def _left_siblings(noun: Token) -> list[Token]:
    """ "Tencent CEO Ma Huateng": all are compounds of the last word."""
    if noun.dep_ not in ("compound", "nmod"):
        return []
    return [c for c in noun.head.children if c.dep_ in ("compound", "nmod", "poss") and c.i < noun.i]


_OF_THE_NOUN: dict[str, Callable[[Token, Arguments], list[Argument]]] = {
    "self": lambda noun, own: _described(noun),
    "own": lambda noun, own: [Argument(noun)],
    "compound": _compounds,
}
"""Roles that a noun trigger has by its own place in the sentence."""
