"""Whether what a `builds` reading names is a facility that somebody builds, or only a figure of speech.

"A talent pipeline", "a bridge between science and business", "an operating system", "its client base" are no
facilities; who "opens the market to rivals" or has "experience in building wind farms" builds nothing. The words are
in `built.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise

from kg.extract.en.bind import Candidate
from kg.extract.en.lexicon import lexicon, singular
from kg.extract.en.sentences import PUBLIC, Sentences
from kg.extract.en.syntax import conj_head, conjuncts, governor, lemma_of
from kg.extract.en.tokens import Token
from kg.extract.rules import load, word_group
from kg.model import EntityType, Relation

_OPENING = frozenset({"open", "open up"})
_GIVING = frozenset({"give", "grant", "award", "issue"})
_SITES = frozenset({EntityType.PLACE, EntityType.FACILITY})
_UNFINISHED = frozenset({"VB", "VBG"})
_NEAR = 3
_ARTICLES = frozenset({"a", "an", "the", "new", "two", "three", "second", "another", "million", "billion"})
_words = partial(word_group, "en/built.yaml")


def is_unbuilt(candidate: Candidate, sentences: Sentences) -> bool:
    """A `builds` reading whose object is no facility, or whose verb builds nothing."""
    if candidate.frame.relation is not Relation.BUILDS:
        return False
    return (
        _is_no_site(candidate, sentences)
        or _is_figure(candidate, sentences)
        or _is_access(candidate, sentences)
        or (candidate.subject.role != "patient's poss" and _is_skill(candidate.trigger))
        or _is_self(candidate, sentences)
        or _is_permitted(candidate, sentences)
        or _is_ceremony(candidate, sentences)
        or _is_hyphened(candidate)
        or _is_vague(candidate, sentences)
        or _is_begun_project(candidate, sentences)
        or _is_of_goods(candidate, sentences)
    )


def _is_no_site(candidate: Candidate, sentences: Sentences) -> bool:
    """ "Established the Lindal Foundation": of organizations, only schools, hospitals and the like are built."""
    entity = sentences.entity(candidate.object.entity)
    if entity.type is not EntityType.ORGANIZATION:
        return False
    words = entity.name.casefold().split()
    heads = {words[-1], *(word for word, after in pairwise(words) if after in ("of", "for"))}
    return heads.isdisjoint(word_group("en/word_lists.yaml", "site"))


def unless_built_by_firms(found: list[Candidate], sentences: Sentences) -> Iterator[Candidate]:
    """Without the countries and cities that "build" what the article says a firm builds for them."""
    builds = [c for c in found if c.frame.relation is Relation.BUILDS and c.verdict.asserted]
    company = EntityType.COMPANY
    by_firms = {c.object.entity for c in builds if sentences.entity(c.subject.entity).type is company}
    for candidate in found:
        place = sentences.entity(candidate.subject.entity).type is EntityType.PLACE
        if not (place and candidate.frame.relation is Relation.BUILDS and candidate.object.entity in by_firms):
            yield candidate


@cache
def _table(group: str) -> dict[str, frozenset[str]]:
    return {noun: frozenset(words) for noun, words in load("en/built.yaml")[group].items()}


def _is_figure(candidate: Candidate, sentences: Sentences) -> bool:
    """ "A talent pipeline", "an operating system", "a bridge between science and business"."""
    entity = sentences.entity(candidate.object.entity)
    head = sentences.doc[candidate.object.span.head]
    if entity.named:
        return False
    noun = singular(head.lower_)
    said = _modifiers(head) | {word for name in entity.names for word in name.casefold().replace("-", " ").split()}
    words = {singular(word) for word in said} | said
    of_public = noun == "platform" and sentences.entity(candidate.subject.entity).type in PUBLIC
    needed = None if of_public else _table("only").get(noun)
    if words & (_words("unbuilt") | _table("unbuilt_with").get(noun, frozenset())):
        return True
    behind = _behind(head, _table("figures").get(noun, frozenset()))
    if behind is not None and not {lemma_of(t) for t in (behind, *_compounds(behind))} & _words("things"):
        return sentences.span_at(behind) is None
    plain = noun in _words("plain") and not {word for word in said if word.isalpha()} - _ARTICLES - {head.lower_}
    return behind is None and needed is not None and not words & needed and not plain


def _modifiers(head: Token) -> frozenset[str]:
    """Words in front of a noun, those inside of names too."""
    found = [t for t in head.subtree if t.i < head.i and head.i - t.i <= 2 * _NEAR]
    return frozenset(t.lower_ for t in found if t.text.isalpha() or t.text[:1].isalnum())


def _behind(head: Token, prepositions: frozenset[str]) -> Token | None:
    """What stands behind a preposition of the noun."""
    if head.i + 1 >= len(head.doc) or head.nbor().lower_ not in prepositions:
        return None
    return next((c for c in head.nbor().children if c.dep_ in ("pobj", "pcomp")), None)


def _compounds(noun: Token) -> list[Token]:
    return [t for member in conjuncts(noun) for t in (member, *member.children) if t.dep_ != "prep"]


def _is_access(candidate: Candidate, sentences: Sentences) -> bool:
    """ "Open the network to other cars", "opened the refuge to drilling": not "to the public"."""
    trigger = candidate.trigger
    if lemma_of(trigger) not in _OPENING or trigger.pos_ != "VERB":
        return False
    to = [a.token for a in sentences.roles(trigger).get("to", ())]
    said = {lemma_of(t) for token in to for t in conjuncts(token)}
    return bool(said) and not said & _words("visitors")


def _is_skill(trigger: Token) -> bool:
    """ "Experience in building wind farms", "the ability to develop projects"."""
    top = conj_head(trigger)
    above = top.head
    if top.dep_ == "pcomp":
        return _is_skilled(above.head)
    return top.dep_ == "acl" and top.tag_ == "VB" and _is_skilled(above)


def _is_skilled(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and lemma_of(noun) in _words("skills")


def _is_self(candidate: Candidate, sentences: Sentences) -> bool:
    """ "Orbico is a trading platform developed to …": what the subject is, it does not build."""
    top = conj_head(sentences.doc[candidate.object.span.head])
    if top.dep_ == "appos":
        told = sentences.span_at(top.head)
        return told is not None and candidate.subject.entity in told.entities
    if top.dep_ != "attr" or candidate.trigger == top.head:
        return False
    subjects = [sentences.span_at(c) for c in top.head.children if c.dep_ == "nsubj"]
    return any(span is not None and candidate.subject.entity in span.entities for span in subjects)


def _is_permitted(candidate: Candidate, sentences: Sentences) -> bool:
    """ "Denmark gave Orbico approval to build", "provides funding for building": who gives it does not build."""
    trigger = candidate.trigger
    noun, verbs = trigger.head, _GIVING
    if trigger.dep_ == "pcomp" and noun.lower_ == "for":
        noun, verbs = noun.head, _GIVING | _words("financing")
    elif trigger.dep_ != "acl":
        return False
    if lemma_of(noun) not in _words("permissions" if trigger.dep_ == "acl" else "moneys"):
        return False
    giver = governor(noun)
    if giver is None or lemma_of(giver) not in verbs:
        return False
    agents = [sentences.span_at(a.token) for a in sentences.roles(giver).get("agent", ())]
    return any(span is not None and candidate.subject.entity in span.entities for span in agents)


def _is_ceremony(candidate: Candidate, sentences: Sentences) -> bool:
    """ "The Minister of Energy, Ann Berg, inaugurated a plant": who comes to open it has not built it."""
    span = candidate.subject.span
    if lemma_of(candidate.trigger) not in _words("ceremonies"):
        return False
    if sentences.entity(candidate.subject.entity).type not in PUBLIC:
        return False
    said = {t.lower_ for t in sentences.doc[max(0, span.start - _NEAR) : span.end]}
    return not said.isdisjoint(_words("officials"))


def _is_hyphened(candidate: Candidate) -> bool:
    """ "Signed an agreement with Orbico for its purpose-built centre": the participle says nothing of who built it."""
    trigger = candidate.trigger
    if trigger.i < 2 or trigger.doc[trigger.i - 1].text != "-":
        return False
    return not candidate.subject.span.start <= trigger.i - 2 < candidate.subject.span.end


def _is_vague(candidate: Candidate, sentences: Sentences) -> bool:
    """ "The strategy is to build hubs", "the need to upgrade industrial zones": neither how many nor where is said."""
    head = sentences.doc[candidate.object.span.head]
    if sentences.entity(candidate.object.entity).named:
        return False
    if head.lower_ in _words("masses"):
        return True
    if head.tag_ != "NNS" or candidate.trigger.tag_ not in _UNFINISHED:
        return False
    phrase = [t for t in head.subtree if t.i <= head.i]
    phrase += head.doc[max(0, candidate.object.span.start - 2) : head.i]  # "hundreds of charging stations"
    counted = any(t.like_num or t.tag_ == "CD" or lemma_of(t) in _words("counts") for t in phrase)
    return not counted and not any(_is_place(t, sentences) for t in head.doc[head.i + 1 : head.sent.end])


def _is_begun_project(candidate: Candidate, sentences: Sentences) -> bool:
    """ "Launched a 10-year project": not "a solar project", nor one with a name."""
    span, doc = candidate.object.span, sentences.doc
    entity, head = sentences.entity(candidate.object.entity), doc[span.head]
    if entity.type is not EntityType.FACILITY or singular(head.lower_) not in _words("projects"):
        return False
    if lemma_of(candidate.trigger) not in _words("begins"):
        return False
    said = _modifiers(head) | {word for name in entity.names for word in name.casefold().replace("-", " ").split()}
    return said.isdisjoint(lexicon().facility_if["project"])


def _is_of_goods(candidate: Candidate, sentences: Sentences) -> bool:
    """ "To build 17 Lindal Metro trains": the trains are built, not the metro."""
    span, doc = candidate.object.span, sentences.doc
    return span.end < len(doc) and doc[span.end].lower_ in word_group("en/word_lists.yaml", "goods")


def _is_place(token: Token, sentences: Sentences) -> bool:
    span = sentences.span_at(token)
    if token.lower_ in _words("wheres"):
        return True
    return span is not None and any(sentences.entity(e).type in _SITES for e in span.entities)
