"""The SPARQL behind a table gives its facts: asked of the same graph in a store."""

from __future__ import annotations

import pytest

from kg.analytics.analysis import Analysis
from kg.analytics.questions import Asked, ask
from kg.analytics.selection import Selection
from kg.model import Relation, Resolution
from kg.store import OxigraphStore
from kg.store.mapping import quads
from kg.store.query import Rows
from kg.store.query import ask as query
from tests.analytics.cases import BAODING, CHINA, HEBEI, MINISTRY, PLANT, SHANGHAI, SONGJIANG, ten


def facts(sparql: str, resolution: Resolution) -> set[str]:
    """The values of ?fact."""
    store = OxigraphStore()
    store.load(quads(resolution))
    answer = query(store, sparql)
    assert isinstance(answer, Rows)
    place = answer.variables.index("fact")
    return {str(row[place]).strip("<>") for row in answer}


@pytest.mark.parametrize(
    "name", ["actors", "overview", "brokers", "mixing", "concentration", "matrix", "totals", "timeline", "firsts"]
)
def test_the_query_gives_the_facts_of_the_table(name: str) -> None:
    table = ask(Analysis(ten()), name, Asked(top=0))
    found = facts(table.sparql, ten())
    if name == "totals":
        assert found == {one.id for one in ten().deals if one.relation is Relation.INVESTS and one.amount}
    assert set(table.facts()) <= found


@pytest.mark.parametrize("name", ["actors", "concentration"])
def test_the_query_gives_no_other_facts(name: str) -> None:
    table = ask(Analysis(ten()), name, Asked(top=0))
    assert set(table.facts()) == facts(table.sparql, ten())


def test_the_query_of_rivals_in_a_place() -> None:
    table = ask(Analysis(ten(), Selection(places=("Hebei",))), "rivals", Asked(names=("Tencent", "Alibaba")))
    assert facts(table.sparql, ten()) == set(table.facts())
    assert len(table.facts()) == 3


def test_the_query_of_rivals_everywhere() -> None:
    table = ask(Analysis(ten()), "rivals", Asked(names=("Tencent", "Alibaba")))
    assert facts(table.sparql, ten()) == set(table.facts())


def test_the_query_of_paths_runs() -> None:
    table = ask(Analysis(ten()), "paths", Asked(names=("Alibaba", "Songjiang")))
    store = OxigraphStore()
    store.load(quads(ten()))
    assert isinstance(query(store, table.sparql), Rows)


def test_a_selection_has_no_query_that_would_say_more() -> None:
    assert ask(Analysis(ten(), Selection(confidence=0.8)), "actors").sparql == ""


def test_the_places_of_the_case_are_what_they_seem() -> None:
    parents = {one.id: one.within for one in ten().entities}
    assert (parents[BAODING.id], parents[HEBEI.id]) == (HEBEI.id, CHINA.id)
    assert (parents[SONGJIANG.id], parents[SHANGHAI.id]) == (SHANGHAI.id, CHINA.id)
    assert (parents[PLANT.id], parents[MINISTRY.id]) == (BAODING.id, CHINA.id)
