from __future__ import annotations

import math

import networkx as nx
import pytest

from kg.analytics import bipartite, project
from kg.analytics.analysis import Analysis
from kg.analytics.centrality import RANKINGS, actors, brokers
from kg.analytics.concentration import concentration, herfindahl
from kg.analytics.networks import Graph
from kg.analytics.selection import Selection
from kg.analytics.structure import communities, mixing, mutual, overview
from kg.analytics.tables import Table, Value
from kg.errors import AnalysisError
from kg.model import Relation, Resolution
from kg.resolve.iris import entity_iri
from tests.analytics.cases import A, B, deal, entity, ten
from tests.analytics.known import davis, zachary


def row(table: Table, name: str) -> dict[str, Value]:
    """The row whose first value is `name`."""
    return next(record for record in table.records() if next(iter(record.values())) == name)


def test_zachary_in_a_table_of_actors() -> None:
    table = actors(Analysis(zachary()))
    president, instructor = row(table, "Member 34"), row(table, "Member 01")
    assert (president["partners"], instructor["partners"]) == (17, 16)
    assert instructor["betweenness"] == pytest.approx(0.4376, abs=5e-5)
    assert instructor["closeness"] == pytest.approx(0.5690, abs=5e-5)
    assert president["pagerank"] == pytest.approx(0.1009, abs=5e-5)
    assert table.column("actor")[:2] == ["Member 34", "Member 01"]
    cores = [record["core"] for record in actors(Analysis(zachary()), top=0).records()]
    assert (max(int(str(core)) for core in cores), cores.count(4)) == (4, 10)


def test_zachary_at_a_glance() -> None:
    table = overview(Analysis(zachary()))
    assert row(table, "Pairs of parties with a tie")["all"] == 78
    assert row(table, "Separate parts")["all"] == 1
    assert row(table, "Clustering (transitivity)")["all"] == pytest.approx(0.2557, abs=5e-5)


def test_davis_women_share_the_events_of_the_textbook() -> None:
    women = project(bipartite(davis()), 0)
    assert women.number_of_edges() == 139
    evelyn, laura = (entity(name).id for name in ("Evelyn Jefferson", "Laura Mandeville"))
    assert women[evelyn][laura]["weight"] == 6
    events = project(bipartite(davis()), 1)
    assert events.number_of_edges() == 66


def test_davis_concentration() -> None:
    table = concentration(Analysis(davis()), "company", top=0)
    evelyn = row(table, "Evelyn Jefferson")
    assert (evelyn["partners"], evelyn["herfindahl"], evelyn["effective"]) == (8, 0.125, 8.0)


def test_the_hand_made_case_counts_as_on_paper() -> None:
    tencent = row(actors(Analysis(ten())), "Tencent")
    assert (tencent["partners"], tencent["facts"], tencent["firm_facts"]) == (4, 4, 3)
    assert tencent["expected"] == pytest.approx(0.9 + 0.95 + 0.9 + 0.9)
    assert tencent["uncertainty"] == round(math.sqrt(3 * 0.09 + 0.95 * 0.05), 2)


def test_numbers_know_their_facts() -> None:
    table = actors(Analysis(ten()))
    known = {one.id for one in ten().deals}
    for cells in table.rows:
        facts = next(cell for cell, column in zip(cells, table.columns, strict=True) if column.key == "facts")
        assert len(facts.facts) == facts.value
        assert set(facts.facts) <= known


def test_weak_facts_do_not_count_as_firm() -> None:
    table = overview(Analysis(ten()))
    assert row(table, "Facts") == {"measure": "Facts", "all": 10, "firm": 7}
    assert row(table, "of them proposed or planned")["firm"] == 0


@pytest.mark.parametrize("by", RANKINGS)
def test_actors_are_ranked_by_any_measure(by: str) -> None:
    values = [float(str(value)) for value in actors(Analysis(ten()), by).column(by)]
    assert values == sorted(values, reverse=True)


def test_an_unknown_ranking_is_refused() -> None:
    with pytest.raises(AnalysisError, match="choose one of partners"):
        actors(Analysis(ten()), "fame")


def test_a_broker_holds_parts_together() -> None:
    alibaba = row(brokers(Analysis(ten())), "Alibaba")
    assert alibaba["holds"] == 3  # the plant, the ministry, and the rest
    expected = dict(nx.betweenness_centrality(Analysis(ten()).simple))
    assert alibaba["betweenness"] == pytest.approx(expected[entity("Alibaba").id])


def test_participation_is_zero_inside_of_one_community() -> None:
    records = brokers(Analysis(zachary())).records()
    assert all((record["participation"] == 0) == (record["communities"] == 1) for record in records)


def test_assortativity_agrees_with_networkx() -> None:
    analysis = Analysis(ten())
    expected = nx.attribute_assortativity_coefficient(analysis.simple, "type")
    assert row(overview(analysis), "Assortativity by type")["all"] == pytest.approx(expected, abs=1e-4)


def test_one_type_only_has_no_assortativity() -> None:
    assert "Assortativity by type" not in overview(Analysis(zachary())).column("measure")
    assert "undefined" in mixing(Analysis(zachary())).engine


def test_mixing_counts_facts_between_types() -> None:
    company = row(mixing(Analysis(ten())), "company")
    assert (company["Company"], company["Place"], company["Facility"], company["GovernmentBody"]) == (3, 5, 1, 1)


def test_mutual_ties_and_reciprocity() -> None:
    analysis = Analysis(ten())
    assert mutual(analysis).records() == [
        {"one": "Alibaba", "other": "Baidu", "there": 1, "back": 1, "relations": "supplies, invests"}
    ]
    assert row(overview(analysis), "Reciprocity between companies") == {
        "measure": "Reciprocity between companies", "all": 1.0, "firm": 0.0,
    }  # fmt: skip


def test_communities_of_zachary() -> None:
    table = communities(Analysis(zachary()))
    assert sum(int(str(size)) for size in table.column("members")) == 34
    assert "Louvain" in table.engine
    inside = sum(int(str(number)) for number in table.column("inside"))
    assert inside / 78 == pytest.approx(0.7, abs=0.05)  # of 78 ties, 54 or so stay inside in the best partition


def test_small_samples_are_warned_of() -> None:
    small = Resolution((A,), (entity("One"), entity("Two")), (deal(entity("One"), Relation.INVESTS, entity("Two"), A),))
    for table in (actors(Analysis(small)), overview(Analysis(small)), communities(Analysis(small))):
        assert any("too few" in warning for warning in table.warnings), table.name


def test_few_facts_have_no_herfindahl_index() -> None:
    table = concentration(Analysis(ten()))
    assert row(table, "Hebei")["herfindahl"] is None
    assert row(table, "Hebei")["note"] == "few facts"
    assert any("no index" in warning for warning in table.warnings)


def test_herfindahl_by_hand() -> None:
    graph: Graph = nx.Graph()
    graph.add_edge("g", "a", weight=3)
    graph.add_edge("g", "b", weight=1)
    assert herfindahl(graph, "g") == pytest.approx(0.75**2 + 0.25**2)


def test_located_in_is_a_tie_only_when_selected() -> None:
    assert all(one.relation is not Relation.LOCATED_IN for one in Analysis(ten()).ties)
    assert len(Analysis(ten(), Selection(relations=(Relation.LOCATED_IN,))).ties) == 1


def test_an_empty_graph_has_empty_tables() -> None:
    nothing = Analysis(Resolution((), (), ()))
    for table in (actors(nothing), brokers(nothing), communities(nothing), mixing(nothing), concentration(nothing)):
        assert table.rows == ()
    assert row(overview(nothing), "Facts")["all"] == 0


def test_a_party_that_is_no_entity_is_named_by_its_iri() -> None:
    stray = entity_iri("Stray", entity("x").type)
    odd = deal(entity("Stray"), Relation.INVESTS, entity("Known"), B)
    table = actors(Analysis(Resolution((B,), (entity("Known"),), (odd,))))
    assert stray in table.column("actor")
