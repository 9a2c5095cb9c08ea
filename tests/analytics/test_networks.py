from __future__ import annotations

import io

import networkx as nx
import pytest

from kg.analytics import Selection, bipartite, flat, network, project, roll_up
from kg.analytics.index import Index
from kg.analytics.networks import indexed, simple
from kg.errors import AnalysisError
from kg.model import Relation, Resolution, Status
from tests.analytics.cases import ALIBABA, BAIDU, BAODING, CHINA, HEBEI, MINISTRY, SHANGHAI, SONGJIANG, TENCENT, ten


def test_every_fact_is_an_edge_with_its_attributes() -> None:
    graph = network(ten())
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (11, 12)
    assert isinstance(graph, nx.MultiDiGraph)
    (values,) = graph[TENCENT.id][SONGJIANG.id].values()
    assert values["amount"] == 15_000_000_000
    assert (values["currency"], values["when"], values["year"], values["when_stated"]) == ("CNY", "2020-04", 2020, True)
    assert values["documents"] == ("b.txt",)
    assert graph.nodes[HEBEI.id]["type"] == "Place"
    assert "place" not in values, "what is not known is left out"


def test_a_fact_without_a_date_is_dated_by_its_first_report() -> None:
    (values,) = network(ten())[TENCENT.id][BAIDU.id].values()
    assert (values["when"], values["when_stated"]) == ("2018-03-05", False)


@pytest.mark.parametrize(
    ("selection", "edges"),
    [
        (Selection(), 12),
        (Selection(relations=(Relation.INVESTS,)), 3),
        (Selection(statuses=(Status.PLANNED,)), 2),
        (Selection(domains=("cloud computing",)), 3),  # and its narrower "data centres"
        (Selection(domains=("AI",)), 4),
        (Selection(since="2020"), 6),
        (Selection(until="2017-06"), 1),  # "2017" has a part before July
        (Selection(since="2018-01", until="2018-12"), 4),
        (Selection(places=(SHANGHAI.id,)), 4),
        (Selection(places=(CHINA.id,)), 9),
        (Selection(confidence=0.9), 8),
    ],
)  # fmt: skip
def test_a_selection_cuts(selection: Selection, edges: int) -> None:
    assert network(ten(), selection).number_of_edges() == edges


def test_entities_without_a_fact_in_the_selection_leave() -> None:
    graph = network(ten(), Selection(relations=(Relation.BUILDS,)))
    assert {values["name"] for _, values in graph.nodes(data=True)} == {
        "Alibaba", "Baoding plant", "Baoding", "Hebei", "China",
    }  # fmt: skip


def test_bipartite_ties_companies_with_governments_that_they_deal_with() -> None:
    graph = bipartite(ten())
    assert nx.is_bipartite(graph)
    assert set(graph.edges) == {
        (ALIBABA.id, HEBEI.id),
        (BAIDU.id, SHANGHAI.id),
        (TENCENT.id, HEBEI.id),
        (TENCENT.id, SHANGHAI.id),
        (TENCENT.id, SONGJIANG.id),
    }


def test_sanctions_are_no_cooperation_unless_asked_for() -> None:
    graph = bipartite(ten(), Selection(relations=(Relation.SANCTIONS,)))
    assert set(graph.edges) == {(ALIBABA.id, MINISTRY.id)}


def test_bipartite_through_places_ties_where_facts_play() -> None:
    graph = bipartite(ten(), through_places=True)
    assert graph.has_edge(ALIBABA.id, BAODING.id)
    assert all(len(values["facts"]) == values["weight"] for *_, values in graph.edges(data=True))


@pytest.mark.parametrize(("weight", "expected"), [("count", 1), ("jaccard", 1 / 3), ("newman", 1.0)])
def test_projection_on_companies_weighs_overlap(weight: str, expected: float) -> None:
    graph = project(bipartite(ten()), 0, weight)
    assert set(graph) == {TENCENT.id, ALIBABA.id, BAIDU.id}
    assert graph[ALIBABA.id][TENCENT.id]["shared"] == (HEBEI.id,)
    assert graph[ALIBABA.id][TENCENT.id]["weight"] == pytest.approx(expected)


def test_projection_agrees_with_networkx() -> None:
    graph = nx.davis_southern_women_graph()
    women = {node for node, values in graph.nodes(data=True) if values["bipartite"] == 0}
    theirs = nx.bipartite.collaboration_weighted_projected_graph(graph, women)
    ours = project(graph, 0, "newman")
    assert {frozenset(edge) for edge in ours.edges} == {frozenset(edge) for edge in theirs.edges}
    for one, two, values in theirs.edges(data=True):
        assert ours[one][two]["weight"] == pytest.approx(values["weight"])


@pytest.mark.parametrize(
    ("level", "company_places"),
    [
        ("district", {"Baoding", "Hebei", "Shanghai", "Songjiang"}),
        ("province", {"Hebei", "Shanghai"}),
        ("country", {"China"}),
    ],
)
def test_places_roll_up(level: str, company_places: set[str]) -> None:
    rolled = roll_up(ten(), level)
    graph = bipartite(rolled, through_places=level == "district")
    assert {v["name"] for _, v in graph.nodes(data=True) if v["bipartite"] == 1} == company_places


def test_rolling_up_merges_ties_and_drops_facts_inside_of_one_place() -> None:
    graph = bipartite(roll_up(ten(), "province"))
    assert graph[TENCENT.id][SHANGHAI.id]["weight"] == 2
    located = Selection(relations=(Relation.LOCATED_IN,))
    assert network(roll_up(ten(), "province"), located).number_of_edges() == 0


def test_the_simple_graph_counts_facts() -> None:
    graph = simple(network(ten()))
    assert graph[ALIBABA.id][BAIDU.id]["weight"] == 2
    assert graph[ALIBABA.id][BAIDU.id]["expected"] == pytest.approx(1.3)


def test_the_flat_graph_can_be_written_as_graphml() -> None:
    file = io.BytesIO()
    nx.write_graphml(flat(network(ten())), file)
    file.seek(0)
    back = nx.read_graphml(file, force_multigraph=True)
    assert back.number_of_edges() == 12
    assert {values.get("domains") for *_, values in back.edges(data=True)} >= {"AI; cloud computing"}


def test_numbered_graphs_keep_edges() -> None:
    graph = simple(network(ten()))
    numbered = indexed(graph)
    back = {frozenset((numbered.names[one], numbered.names[two])) for one, two in numbered.graph.edges}
    assert back == {frozenset(edge) for edge in graph.edges}


def test_an_empty_resolution_gives_an_empty_network() -> None:
    assert network(Resolution((), (), ())).number_of_nodes() == 0


@pytest.mark.parametrize("name", ["Tencent", "tencent", "腾讯", "https://kg.example.org/company/tencent"])
def test_an_entity_is_found_by_any_name(name: str) -> None:
    assert Index(ten()).find(name).id == TENCENT.id


def test_a_wrong_name_gets_a_hint() -> None:
    with pytest.raises(AnalysisError, match="Did you mean 'Tencent'"):
        Index(ten()).find("Tencant")
