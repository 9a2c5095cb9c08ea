"""A relation of a user's own, as RDF: it names itself, counts, and obeys the shapes as the eleven do."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.model import Deal, Relation, Resolution
from kg.store.mapping import quads
from kg.store.oxigraph import OxigraphStore
from kg.store.prefixes import prefixes
from kg.store.statistics import statistics
from kg.store.validation import validate

_BASE = "https://news.example.org/"
_OWN = Relation("lends_staff_to")


def _as_own(deal: Deal) -> Deal:
    return replace(deal, relation=_OWN, readings=tuple(replace(one, relation=_OWN) for one in deal.readings))


@pytest.fixture
def store(resolution: Resolution) -> OxigraphStore:
    deals = tuple(_as_own(deal) if deal.relation is Relation.INVESTS else deal for deal in resolution.deals)
    made = OxigraphStore()
    made.load(quads(replace(resolution, deals=deals), _BASE))
    return made


def test_the_plain_edge_and_the_class_are_below_the_users_base(store: OxigraphStore) -> None:
    names = "".join(f"PREFIX {name}: <{iri}> " for name, iri in prefixes(_BASE).items())
    asks = (
        "ASK { ?a own:lendsStaffTo ?b . ?f a own:LendsStaffTo ; kg:subject ?a ; kg:object ?b ; kg:statedBy ?e }",
        "ASK { own:LendsStaffTo rdfs:subClassOf kg:Fact ; skos:notation 'lends_staff_to' ; kg:edge own:lendsStaffTo }",
        "ASK { ?f a own:LendsStaffTo ; rdfs:label ?text FILTER(CONTAINS(?text, ' lends staff to ')) }",
    )
    assert all(bool(store._store.query(names + ask)) for ask in asks)


def test_it_counts_and_is_valid(store: OxigraphStore) -> None:
    assert statistics(store).relations["LendsStaffTo"] == 1
    assert validate(store) == []


def test_the_shapes_hold_for_it(store: OxigraphStore) -> None:
    fact = next(q.subject for q in store._store.quads_for_pattern(None, None, ox.NamedNode(f"{_BASE}own/LendsStaffTo")))
    stated = ox.NamedNode(prefixes()["kg"] + "statedBy")
    for quad in list(store._store.quads_for_pattern(fact, stated, None)):
        store._store.remove(quad)
    assert any(finding.shape.endswith("Fact-evidence") for finding in validate(store))
