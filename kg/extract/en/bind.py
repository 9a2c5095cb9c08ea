"""Frames meet sentences: triggers are found, roles filled with mentions, and each fitting pair is a candidate."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, islice

from spacy.tokens import Token

from kg.extract.en.factuality import Verdict, judge
from kg.extract.en.frames import Frame, FrameSet
from kg.extract.en.implied import implied
from kg.extract.en.lines import fits
from kg.extract.en.sentences import PARTIES, PUBLIC, Filler, Sentences
from kg.extract.en.syntax import (
    OBJECTS,
    Argument,
    Arguments,
    arguments,
    clause_ancestors,
    conj_head,
    conjuncts,
    governor,
    is_infinitive,
    is_passive,
    lemma_of,
)
from kg.model import EntityType, Relation, Status

_ANY = "*"
_MUTUAL = frozenset({"agent", "patient", "poss", "compound", "between", "among", "by", "of"})
"""Roles whose several fillers can be each other's partners; "deals with A and B" says nothing of A and B."""
_FOR_OFFICE = 1
_PARTICLES = frozenset({"up", "out", "off", "over", "down", "aside", "together"})
_PAIR = 2
_MAX_MUTUAL = 5
"""Of more parties "between" tells what they have in common rather than who works with whom."""
_NAMING_POS = frozenset({"NOUN", "PROPN", "NUM"})
_POWERS = frozenset({"government", "authorities", "administration", "municipality", "council"})
_SEATS = frozenset({"city", "state", "province", "municipality", "county", "commonwealth", "town", "district"})
_OF_BOTH = frozenset({"agent", "v:agent", "n:poss"})
_NAMES = frozenset({"gazetteer", "ner", "pattern"})
_MAX_MEASURES = 3
_MEASURES = frozenset(
    {"worth", "package", "total", "amount", "share", "part", "half", "third", "quarter", "percent", "cent", "%", "most"}
    | {"all", "bulk", "rest", "much", "portion", "tranche", "series", "round"}
)
"""Words for how much of something: "half of the cost", "a share of the funding"."""
_UNDOING = frozenset({"revoke", "cancel", "suspend", "withdraw", "terminate", "rescind", "annul", "block", "overturn"})
"""Who does this to a licence or a deal is not behind it."""
_NO_TRIGGERS = frozenset({"according"})
"""Words that look like a form of a trigger: "according to A and B" is no accord."""
_CORE = ("agent", "patient", "dative")
_TOLD = (*_CORE, "n:on", "n:against", "v:to", "n:to")
"""Roles in which any noun says who is meant: "a ban on diesel cars" is not one on the company of the article."""
Lookup = Callable[[str], list[Argument]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A frame with both ends filled, and whether it is asserted."""

    frame: Frame
    trigger: Token
    verb: Token | None
    subject: Filler
    object: Filler
    verdict: Verdict
    role: str | None = None


def candidates(sentences: Sentences, frame_set: FrameSet) -> Iterator[Candidate]:
    """Every pair of mentions that a frame relates, asserted or not, in text order."""
    anchored: dict[int, bool] = {}
    for sentence in sentences.with_mentions():
        for token in sentence:
            lemma = token.lemma
            if lemma not in anchored:
                anchored[lemma] = lemma_of(token) in frame_set.anchors
            if anchored[lemma] and token.lower_ not in _NO_TRIGGERS and not sentences.is_skipped(token):
                yield from _bind(sentences, frame_set, token)


def _bind(sentences: Sentences, frame_set: FrameSet, token: Token) -> Iterator[Candidate]:
    keys = trigger_keys(token)
    if is_verbal(token):
        for frame in _frames(frame_set.by_verb, keys):
            yield from _bind_verb(sentences, frame, token)
    if (token.pos_ in ("NOUN", "PROPN", "ADJ", "VERB") or token.text in ("%",)) and not _in_name(sentences, token):
        for frame in _frames(frame_set.by_noun, keys):
            yield from _bind_noun(sentences, frame, token)


def _in_name(sentences: Sentences, token: Token) -> bool:
    """The "Fund" of "Public Investment Fund" is no money."""
    span = sentences.span_at(token)
    return span is not None and span.source in _NAMES and span.end - span.start > 1


def is_verbal(token: Token) -> bool:
    """A verb, or a word tagged as one."""
    return bool(token.pos_ == "VERB" or token.tag_.startswith("VB"))


def trigger_keys(token: Token) -> list[str]:
    """Names under which a token may trigger: lemma, with its particle, compound or of-phrase; longest first."""
    doc, i, lemma = token.doc, token.i, lemma_of(token)
    keys = [f"{lemma} {child.lower_}" for child in token.children if child.dep_ == "prt"]
    following = doc[i + 1].lower_ if i + 1 < len(doc) else ""
    if following in _PARTICLES:
        keys.append(f"{lemma} {following}")
    if following == "of" and i + 2 < len(doc):
        keys.append(f"{lemma} of {doc[i + 2].lower_}")
    if i > 0:
        before = doc[i - 1].lower_
        keys += (f"{before} {lemma}", f"{before}-{lemma}")
        if before == "-" and i > 1:
            keys.append(f"{doc[i - 2].lower_}-{lemma}")
    return list(dict.fromkeys([*keys, lemma]))


def _frames(index: Mapping[str, tuple[Frame, ...]], keys: Iterable[str]) -> list[Frame]:
    found: dict[str, Frame] = {}
    for key in keys:
        for frame in index.get(key, ()):
            found.setdefault(frame.rule, frame)
    return list(found.values())


def _bind_verb(sentences: Sentences, frame: Frame, verb: Token) -> Iterator[Candidate]:
    roles = sentences.roles(verb)
    if not _conditions(sentences, frame, roles, verb):
        return

    def lookup(role: str) -> list[Argument]:
        return _role(sentences, roles, role, verb)

    yield from _pairs(sentences, frame, verb, verb, lookup)


def _role(sentences: Sentences, roles: Arguments, role: str, trigger: Token) -> list[Argument]:
    """Arguments in a role; "patient's of" and "clause's to" look one step further."""
    through, _, inner = role.partition("'s ")
    if not inner:
        return roles.get(role, []) or (
            _makers(sentences, trigger) if role == "by" and trigger.pos_ in _NAMING_POS else []
        )
    tokens = (
        _clauses(trigger) if through == "clause" else [t for a in roles.get(through, ()) for t in conjuncts(a.token)]
    )
    if inner == "compound":
        tokens = [t for t in tokens if sentences.span_at(t) is None]
    return [Argument(a.token, a.cost + 1) for t in tokens for a in _role(sentences, sentences.roles(t), inner, t)]


def _makers(sentences: Sentences, noun: Token) -> list[Argument]:
    """Who is behind a participle of a noun: "a lawsuit brought by X", "drones made by X"."""
    clauses = [c for c in noun.children if c.dep_ == "acl" and is_verbal(c) and is_passive(c)]
    clauses = [c for c in clauses if lemma_of(c) not in _UNDOING]
    return [Argument(a.token, a.cost + 1) for c in clauses for a in sentences.roles(c).get("agent", ())]


def _clauses(trigger: Token) -> list[Token]:
    """Infinitives and participles that say what a trigger is for ("a contract to supply", "$2 billion to build")."""
    own = [c for c in trigger.children if c.dep_ in ("xcomp", "ccomp", "advcl", "acl") and is_verbal(c)]
    amounts = [c for c in trigger.children if c.dep_ in OBJECTS and c.pos_ in ("NUM", "SYM")]
    return own + [
        c for t in (trigger, *amounts) for c in t.children if is_infinitive(c) and _modifies(c) and c not in own
    ]


def _modifies(clause: Token) -> bool:
    return clause.dep_ in ("acl", "relcl")


def _conditions(sentences: Sentences, frame: Frame, roles: Arguments, verb: Token) -> bool:
    """The frame's `with` and `money` conditions."""
    if frame.money == "patient-not" and any(a.token.i in sentences.money_tokens for a in roles.get("patient", ())):
        return False
    if frame.money == "agent" and not any(a.token.i in sentences.money_tokens for a in roles.get("agent", ())):
        return False
    if frame.money == "patient" and not any(t.i in sentences.money_tokens for t in _given(roles, verb)):
        return False
    if frame.without and _has(frame.without, roles, verb, lambda t: not _in_a_name(sentences, t)):
        return False
    return not frame.with_ or _has(frame.with_, roles, verb)


def _in_a_name(sentences: Sentences, token: Token) -> bool:
    """ "the Port Authority of Valencia" is not "the authorities"."""
    span = sentences.span_at(token)
    return span is not None and span.source in _NAMES


def _given(roles: Arguments, verb: Token) -> Iterator[Token]:
    """What may be the money that a verb gives."""
    yield from (a.token for a in (*roles.get("patient", ()), *roles.get("object", ())))
    yield from (c for c in verb.children if c.dep_ == "npadvmod")  # "pledged last week $1.4tn"


def _has(
    wanted: Mapping[str, frozenset[str]], roles: Arguments, trigger: Token, counts: Callable[[Token], bool] = bool
) -> bool:
    """Whether one of the roles holds anything (`*`) or one of its words (`with`, `without`) in a token that counts."""
    for role, words in wanted.items():
        tokens = [a.token for a in roles.get(role, ())]
        if role == "clause":
            tokens = [c for c in _clauses(trigger) if c.dep_ in ("xcomp", "ccomp", "relcl") or _is_purpose(c)]
        tokens = [t for token in tokens for t in conjuncts(token)]
        if tokens and (_ANY in words or any(set(trigger_keys(t)) & words for t in tokens if counts(t))):
            return True
    return False


def _is_purpose(clause: Token) -> bool:
    """ "paid $3 million to settle the case"."""
    return bool(clause.dep_ == "advcl" and clause.tag_ == "VB")


def _bind_noun(sentences: Sentences, frame: Frame, noun: Token) -> Iterator[Candidate]:
    own = sentences.roles(noun) if not is_verbal(noun) else arguments(noun)
    if (frame.with_ and not _has(frame.with_, own, noun)) or (frame.without and _has(frame.without, own, noun)):
        return
    uses = sentences.uses(noun, lambda n: list(_uses(sentences, n))) if frame.under else []
    if not frame.under:
        yield from _pairs(sentences, frame, noun, None, _noun_lookup(sentences, own, {}, noun, None))
        return
    for verb, role in uses:
        fits = role in frame.as_roles or (role == "object" and "patient" in frame.as_roles)
        if fits and (_ANY in frame.under or set(trigger_keys(verb)) & frame.under):
            lookup = _noun_lookup(sentences, own, sentences.roles(verb), noun, verb)
            yield from _pairs(sentences, frame, noun, verb, lookup)


def _uses(sentences: Sentences, noun: Token) -> Iterator[tuple[Token, str]]:
    """Verbs that a noun is an argument of, with its role: above it, or in a clause that modifies it."""
    top = _measured(sentences, conj_head(noun))
    verbs = [t for t in islice(clause_ancestors(top), 1, 5) if is_verbal(t) and t != noun]
    verbs += [c for n in (noun, top) for c in n.children if c.dep_ in ("relcl", "acl") and is_verbal(c)]
    for verb in dict.fromkeys(verbs):
        for role, args in sentences.roles(verb).items():
            if any(a.token in (top, noun) or noun in conjuncts(a.token) for a in args):
                yield verb, role


def _measured(sentences: Sentences, noun: Token) -> Token:
    """ "$1 billion in incentives", "a share of £5m of funding": an amount or share stands in the noun's place."""
    if noun.dep_ == "appos" and noun.head.i in sentences.money_tokens:  # "a USD 49 million (EUR 40 million) loan"
        noun = noun.head
    for _ in range(_MAX_MEASURES):
        above = noun.head.head
        is_part = noun.dep_ == "pobj" and noun.head.lower_ in ("in", "of")
        if (
            not is_part
            or above.head.lower_ == "as"
            or not (above.i in sentences.money_tokens or above.lower_ in _MEASURES)
        ):
            break
        noun = conj_head(above)
    return noun


def _noun_lookup(sentences: Sentences, own: Arguments, above: Arguments, noun: Token, verb: Token | None) -> Lookup:
    def lookup(role: str) -> list[Argument]:
        side, _, name = role.partition(":")
        if side == "v":
            if verb is None:
                return []
            found = _above(sentences, above, verb) if name == "above" else _role(sentences, above, name, verb)
            return [a for a in found if a.token != noun]
        if name in _OF_THE_NOUN:
            return _OF_THE_NOUN[name](noun, own)
        return _role(sentences, own, name, noun)

    return lookup


def _above(sentences: Sentences, roles: Arguments, verb: Token) -> list[Argument]:
    """Who acts in the clause above a participle that names nobody: "X opens a school focusing on art with Y"."""
    own = [a.token for a in roles.get("agent", ()) if a.token != verb.head]
    span = sentences.span_at(verb.head)
    party = span is not None and any(sentences.entity(e).type in PARTIES for e in span.entities)
    upper = governor(verb.head) if verb.dep_ == "acl" and not own and not party else None
    return [Argument(a.token, a.cost + 1) for a in sentences.roles(upper).get("agent", ())] if upper else []


def described(noun: Token) -> list[Argument]:
    """What a noun describes: its apposition, the subject of its copula, or the name it stands in front of."""
    found: list[Argument] = []
    top = conj_head(noun)
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


def _is_said(sentences: Sentences, roles: tuple[str, ...], lookup: Lookup) -> bool:
    """An end is there in words, only none that is known: nothing to guess."""
    found = [(role, a.token) for role in roles for a in lookup(role)]
    if any(sentences.span_at(token) is not None or token.tag_ == "PRP" for _, token in found):
        return True
    return any(token.pos_ in ("NOUN", "PROPN") for role, token in found if role.endswith(_TOLD))


def _has_actor(frame: Frame, trigger: Token, verb: Token | None) -> bool:
    """ "he reached a deal with X": a verb that the frame does not know has the noun, and says who acts."""
    if not frame.symmetric or verb is not None:
        return False
    noun = conj_head(trigger)
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":  # "a memorandum of understanding"
        noun = conj_head(noun.head.head)
    above = governor(noun) if noun.dep_ in OBJECTS else None
    return above is not None and any(
        a.token.pos_ in ("NOUN", "PROPN", "PRON") for a in arguments(above).get("agent", ())
    )


_OF_THE_NOUN: dict[str, Callable[[Token, Arguments], list[Argument]]] = {
    "self": lambda noun, own: described(noun),
    "own": lambda noun, own: [Argument(noun)],
    "compound": _compounds,
}
"""Roles that a noun trigger has by its own place in the sentence."""


def _pairs(
    sentences: Sentences, frame: Frame, trigger: Token, verb: Token | None, lookup: Lookup
) -> Iterator[Candidate]:
    subjects = _first(sentences, frame, frame.subject, frame.subject_types, lookup)
    objects = _first(sentences, frame, frame.object, frame.object_types, lookup)
    if bool(subjects) != bool(objects) and not (frame.alone and len(subjects or objects) > 1):
        if not subjects and not _is_said(sentences, frame.subject, lookup) and not _has_actor(frame, trigger, verb):
            subjects = implied(sentences, trigger, frame.subject_types, objects, frame.open_subject)
        if not objects and not _is_said(sentences, frame.object, lookup):
            objects = implied(sentences, trigger, frame.object_types, subjects, frame.open_object)
    pairs = [
        (a, b)
        for a, b in _combinations(sentences, frame, subjects, objects)
        if a.entity != b.entity
        and not (frame.new and not sentences.is_new(b.span))
        and (_both_sides(frame, a, b) or not {a.entity, *a.span.entities} & {b.entity, *b.span.entities})
    ]
    if pairs:
        verdict = judge(trigger, verb)
        if frame.when and verdict.status not in frame.when:
            return
        yield from (Candidate(frame, trigger, verb, a, b, verdict) for a, b in pairs)


def _both_sides(frame: Frame, a: Filler, b: Filler) -> bool:
    """ "The two companies signed": each is the other's partner."""
    return (
        frame.alone and a.span is b.span and len(a.span.entities) == _PAIR and a.role == b.role and a.role in _OF_BOTH
    )


def _first(
    sentences: Sentences, frame: Frame, roles: tuple[str, ...], types: frozenset[EntityType], lookup: Lookup
) -> list[Filler]:
    """Fillers of the right type in the first role that has some; in all roles of a symmetric frame."""
    found: list[Filler] = []
    every = frame.symmetric
    for role in roles:
        given = lookup(role)
        if not given:
            continue
        for cost, level in groupby(sorted(given, key=lambda a: a.cost), key=lambda a: a.cost):
            if cost and found and not every:
                break
            for argument in level:
                for filler in sentences.fillers(argument, role):
                    fitting = _fitting(sentences, frame, filler, types)
                    if fitting is not None:
                        found.append(_served(sentences, frame, fitting))
        if found and not every:
            break
    unique: dict[int, Filler] = {}
    for filler in found:
        if filler.entity not in unique or filler.cost < unique[filler.entity].cost:
            unique[filler.entity] = filler
    return list(unique.values())


def _fitting(sentences: Sentences, frame: Frame, filler: Filler, types: frozenset[EntityType]) -> Filler | None:
    """The filler if its type fits; for a person, what that person leads ("the presidents signed the deal")."""
    if not filler.role.endswith("compound") and any(step.startswith("adjective of") for step in filler.span.via):
        return None
    if fits(sentences.entity(filler.entity), types) or _is_seat_of_power(sentences, filler, types):
        return filler
    office = _office(sentences, frame, filler)
    if office is None or sentences.entity(office).type not in types:
        return None
    return Filler(filler.span, office, filler.role, filler.cost + _FOR_OFFICE)


def _served(sentences: Sentences, frame: Frame, filler: Filler) -> Filler:
    """The country that gets an investment in "South African cloud infrastructure", which is no single facility."""
    doc, start = sentences.doc, filler.span.start
    if frame.relation is not Relation.INVESTS or doc[filler.span.head].lower_ != "infrastructure" or not start:
        return filler
    owner = doc[start - 1].tag_ == "POS" and start > 1
    before = sentences.span_at(doc[start - 2 if owner else start - 1])
    if before is None or sentences.entity(before.entities[0]).type not in PUBLIC:
        return filler
    return Filler(before, before.entities[0], filler.role, filler.cost + 1)


def _office(sentences: Sentences, frame: Frame, filler: Filler) -> int | None:
    """What a person acts for: heads of governments always, others where an agreement is signed."""
    if frame.relation is Relation.BUILDS:  # a minister who opens a plant does not build it
        return None
    if filler.role.endswith(("agent", "between")) and filler.entity in sentences.led:
        return sentences.led[filler.entity]
    signs = frame.symmetric and frame.status is Status.AGREED and filler.role.endswith(("agent", "between", "with"))
    return sentences.represented.get(filler.entity) if signs else None


def _is_seat_of_power(sentences: Sentences, filler: Filler, types: frozenset[EntityType]) -> bool:
    """ "The government of Ghana", "the city of Porto": a place in name, a public body in what it does."""
    if EntityType.GOVERNMENT not in types or sentences.entity(filler.entity).type is not EntityType.PLACE:
        return False
    span = sentences.doc[filler.span.start : filler.span.end]
    head, named = sentences.doc[filler.span.head], len(span) > _PAIR and span[1].lower_ == "of"
    return head.lower_ in _POWERS or (named and span[0].lower_ in _SEATS)


def _combinations(
    sentences: Sentences, frame: Frame, subjects: list[Filler], objects: list[Filler]
) -> Iterator[tuple[Filler, Filler]]:
    if not frame.symmetric:
        yield from ((s, o) for s in subjects for o in objects)
        return
    pairs = _sides(sentences, frame, subjects, objects)
    yield from (company_first(sentences, a, b) for a, b in pairs)


def company_first(sentences: Sentences, a: Filler, b: Filler) -> tuple[Filler, Filler]:
    """Two partners as they are written: a company before a public body."""
    return (b, a) if _is_public(sentences, a) and not _is_public(sentences, b) else (a, b)


def _sides(
    sentences: Sentences, frame: Frame, subjects: list[Filler], objects: list[Filler]
) -> list[tuple[Filler, Filler]]:
    """Pairs across the two sides; within one side where it names all parties ("between A and B")."""
    between = [o for o in objects if o.role.endswith(("between", "among"))]
    if len(between) > 1:
        return _among(sentences, between) if len(between) <= _MAX_MUTUAL else []
    if between:
        subjects = [s for s in subjects if not s.role.endswith(_CORE)]
    left = [f for f in subjects if f.entity not in {o.entity for o in objects}]
    if left and objects:
        return [(a, b) for a in left for b in objects]
    return _among(sentences, subjects or objects) if frame.alone else []


def _among(sentences: Sentences, parties: list[Filler]) -> list[tuple[Filler, Filler]]:
    """Pairs within one list: companies with governments, or all pairs where there is only one kind."""
    unique = list({p.entity: p for p in parties if p.role.removeprefix("v:").removeprefix("n:") in _MUTUAL}.values())
    public = [p for p in unique if _is_public(sentences, p)]
    private = [p for p in unique if not _is_public(sentences, p)]
    if public and private:
        return [(a, b) for a in private for b in public]
    return [(a, b) for i, a in enumerate(unique) for b in unique[i + 1 :]]


def _is_public(sentences: Sentences, filler: Filler) -> bool:
    return sentences.entity(filler.entity).type in PUBLIC
