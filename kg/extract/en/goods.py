"""Whether a `supplies` reading speaks of goods or services: who sells a company or an island supplies nothing."""

from __future__ import annotations

from kg.extract.en.bind import Candidate
from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import conj_head, lemma_of
from kg.extract.rules import load
from kg.model import EntityType, Relation

_POWER_PURCHASE = "supplies.power-purchase"
_SIGNED = frozenset({"supplies.sign-supply", "supplies.sign-supply-company"})
_FAR = 14
_NEAR = 3
_HANDING = frozenset({"sell", "hand", "deliver", "transfer", "export", "ship", "lease", "donate", "sale", "supply"})
_NO_GOODS = frozenset({EntityType.COMPANY, EntityType.PERSON, EntityType.PLACE, EntityType.GOVERNMENT})
_BEST = frozenset(
    {"leading", "lead", "large", "big", "top", "premier", "good", "foremost", "old", "great", "fast", "only", "main"}
)


def is_no_supply(candidate: Candidate, sentences: Sentences) -> bool:
    """A `supplies` reading of a sale that hands over no goods, or of "the nation's leading contractor"."""
    if candidate.frame.relation is not Relation.SUPPLIES:
        return False
    if candidate.frame.rule == _POWER_PURCHASE:
        return not _produces(candidate.subject.entity, sentences) or _produces(candidate.object.entity, sentences)
    if candidate.frame.rule in _SIGNED:
        return _goes_elsewhere(candidate, sentences)
    return _hands_over_a_party(candidate, sentences) or _is_rank(candidate, sentences)


def _goes_elsewhere(candidate: Candidate, sentences: Sentences) -> bool:
    """ "Signed a deal with Qatar to supply gas to Europe": Europe is supplied, not Qatar."""
    end = candidate.object.span.end
    words = [t.lower_ for t in sentences.doc[end : end + _FAR]]
    if words[:1] != ["to"] or "to" not in words[2:]:
        return False
    second = end + words.index("to", 2)
    behind = sentences.spans_in(second, second + 1 + _NEAR)
    return any(not set(span.entities) & {candidate.object.entity} for span in behind)


def _produces(entity: int, sentences: Sentences) -> bool:
    """Its name says that it makes power: of the two who sign a power purchase agreement, the seller."""
    words = {word for name in sentences.entity(entity).names for word in name.casefold().split()}
    return not words.isdisjoint(load("en/word_lists.yaml")["producers"])


def _hands_over_a_party(candidate: Candidate, sentences: Sentences) -> bool:
    """ "France sold Orbico SA to Lindal", "Orbico handed over two suspects": what goes over is no product."""
    if lemma_of(candidate.trigger) not in _HANDING:
        return False
    roles = sentences.roles(candidate.trigger)
    ends = {*candidate.subject.span.entities, *candidate.object.span.entities}
    for argument in roles.get("patient", ()):
        span = sentences.span_at(argument.token)
        if span is None or span.head != argument.token.i or set(span.entities) & ends:
            continue
        if all(sentences.entity(e).type in _NO_GOODS for e in span.entities):
            return True
    return False


def _is_rank(candidate: Candidate, sentences: Sentences) -> bool:
    """ "The nation's leading supplier of paint" says how big it is, not whom it supplies."""
    place = sentences.entity(candidate.object.entity).type is EntityType.PLACE
    if candidate.object.role != "n:poss" or not place:
        return False
    noun = conj_head(candidate.trigger)
    return any(
        lemma_of(child) in _BEST or child.tag_ == "JJS" for t in (noun, candidate.trigger) for child in t.children
    )
