"""Whether a `supplies` reading speaks of goods or services: who sells a company or an island supplies nothing."""

from __future__ import annotations

from kg.extract.en.annotation import DocEntity
from kg.extract.en.bind import Candidate
from kg.extract.en.end_checks import COURTS
from kg.extract.en.gazetteer import NO_COUNTRY, fold, places
from kg.extract.en.sentences import Sentences
from kg.extract.en.syntax import conj_head, lemma_of
from kg.extract.rules import load
from kg.model import EntityType, Relation

_POWER_PURCHASE = "supplies.power-purchase"
_SIGNED = frozenset({"supplies.sign-supply", "supplies.sign-supply-company"})
_WON = "supplies.win-contract"
_FAR = 14
_NEAR = 3
_HANDING = frozenset(
    {
        "sell",
        "buy",
        "acquire",
        "purchase",
        "hand",
        "deliver",
        "transfer",
        "export",
        "ship",
        "lease",
        "donate",
        "sale",
        "supply",
    }
)
_NO_GOODS = frozenset({EntityType.COMPANY, EntityType.PERSON, EntityType.PLACE, EntityType.GOVERNMENT})
_WORKS = frozenset({EntityType.ORGANIZATION, EntityType.FACILITY})
"""What no goods are where it has a name: "Lindal Hospital"."""
_PUBLIC = frozenset({EntityType.PLACE, EntityType.GOVERNMENT})
_FROM = frozenset({"supplies.buy-from", "supplies.secure-goods", "supplies.country-buys"})
_FOR_PLACES = frozenset({"supplies.goods-for-place", "supplies.goods-made-for-place"})
_GETS = frozenset({"get", "obtain", "receive", "secure", "procure", "accept", "take"})
_ORDERS = frozenset({"order", "contract", "tender", "mandate", "subcontract", "commission", "deal", "bid", "offer"})
_HONOURS = frozenset({"Order", "Medal", "Cross"})
_BEST = frozenset(
    {"leading", "lead", "large", "big", "top", "premier", "good", "foremost", "old", "great", "fast", "only", "main"}
)


def is_no_supply(candidate: Candidate, sentences: Sentences) -> bool:
    """A `supplies` reading of a sale that hands over no goods, or of "the nation's leading contractor"."""
    if candidate.frame.relation is not Relation.SUPPLIES:
        return False
    if candidate.frame.rule == _POWER_PURCHASE:
        return not _sells_power(candidate, sentences)
    if candidate.frame.rule in _SIGNED:
        return _goes_elsewhere(candidate, sentences)
    if candidate.frame.rule == _WON and candidate.object.span.is_adjective:
        return True  # "its largest German contract"
    if _wins(candidate, sentences) or _is_ruling(candidate, sentences) or _is_for_continent(candidate, sentences):
        return True
    no_goods = _hands_over_a_party(candidate, sentences) or _is_honour(candidate, sentences)
    return no_goods or _is_rank(candidate, sentences)


def _goes_elsewhere(candidate: Candidate, sentences: Sentences) -> bool:
    """ "Signed a deal with Qatar to supply gas to Europe": Europe is supplied, not Qatar."""
    end = candidate.object.span.end
    words = [t.lower_ for t in sentences.doc[end : end + _FAR]]
    if words[:1] != ["to"] or "to" not in words[2:]:
        return False
    second = end + words.index("to", 2)
    behind = sentences.spans_in(second, second + 1 + _NEAR)
    return any(not set(span.entities) & {candidate.object.entity} for span in behind)


def _sells_power(candidate: Candidate, sentences: Sentences) -> bool:
    """Of the two who sign a power purchase agreement, the one whose name says so, or whoever signs with a city."""
    if _produces(candidate.object.entity, sentences):
        return False
    return _produces(candidate.subject.entity, sentences) or sentences.entity(candidate.object.entity).type in _PUBLIC


def _wins(candidate: Candidate, sentences: Sentences) -> bool:
    """ "Got an order from Lindal": what comes from there is no goods, but the wish for them."""
    if candidate.frame.rule not in _FROM or lemma_of(candidate.trigger) not in _GETS:
        return False
    patients = sentences.roles(candidate.trigger).get("patient", ())
    return any(lemma_of(argument.token) in _ORDERS for argument in patients)


def _is_ruling(candidate: Candidate, sentences: Sentences) -> bool:
    """ "Received an order from the Lindal High Court": what a court orders are no goods."""
    court = not COURTS.isdisjoint(sentences.entity(candidate.object.entity).name.casefold().split())
    return court and any(lemma_of(t) == "order" for t in candidate.trigger.sent)


def _is_for_continent(candidate: Candidate, sentences: Sentences) -> bool:
    """ "Builds a payment system for Africa": a market, and no customer."""
    if candidate.frame.rule not in _FOR_PLACES:
        return False
    name = fold(sentences.entity(candidate.object.entity).name)
    return places().country_of.get(name) == NO_COUNTRY


def _is_honour(candidate: Candidate, sentences: Sentences) -> bool:
    """ "Awarded the Order of Merit": what is written like a name is no order for goods."""
    if lemma_of(candidate.trigger) != "award":
        return False
    roles = sentences.roles(candidate.trigger)
    given = [argument.token for role in ("patient", "object") for argument in roles.get(role, ())]
    return any(t.text in _HONOURS and any(c.lower_ == "of" for c in t.children) for t in given)


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
        if all(_is_no_product(sentences.entity(e)) for e in span.entities):
            return True
    return False


def _is_no_product(entity: DocEntity) -> bool:
    return entity.type in _NO_GOODS or (entity.type in _WORKS and entity.named)


def _is_rank(candidate: Candidate, sentences: Sentences) -> bool:
    """ "The nation's leading supplier of paint" says how big it is, not whom it supplies."""
    place = sentences.entity(candidate.object.entity).type is EntityType.PLACE
    if candidate.object.role != "n:poss" or not place:
        return False
    noun = conj_head(candidate.trigger)
    return any(
        lemma_of(child) in _BEST or child.tag_ == "JJS" for t in (noun, candidate.trigger) for child in t.children
    )
