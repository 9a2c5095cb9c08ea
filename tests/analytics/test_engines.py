from __future__ import annotations

import subprocess
import sys

import networkx as nx
import pytest

from kg.analytics import engines, sampling
from kg.analytics.engines import adjusted_rand, betweenness, closeness, communities, pagerank
from kg.analytics.networks import Graph, MultiDiGraph
from kg.errors import AnalysisError

needs_rustworkx = pytest.mark.skipif(not engines.has_rustworkx(), reason='needs the extra "fast"')


def karate() -> Graph:
    """Zachary's karate club, its members named "00" to "33" so that names sort as numbers do."""
    graph: Graph = nx.Graph()
    graph.add_edges_from((f"{one:02}", f"{two:02}") for one, two in nx.karate_club_graph().edges)
    return graph


def random_graph(nodes: int, ties: int, seed: int = 1) -> Graph:
    graph: Graph = nx.relabel_nodes(nx.gnm_random_graph(nodes, ties, seed=seed), lambda n: f"{n:05}")
    return graph


@pytest.mark.parametrize("engine", ["networkx", pytest.param("rustworkx", marks=needs_rustworkx)])
def test_zachary_gives_textbook_centralities(engine: str) -> None:
    between, close = betweenness(karate(), engine), closeness(karate(), engine)
    # Values as printed for this network in the literature: president (33), instructor (0), and the bridge (31).
    assert between.values["00"] == pytest.approx(0.4376, abs=5e-5)
    assert between.values["33"] == pytest.approx(0.3041, abs=5e-5)
    assert between.values["31"] == pytest.approx(0.1383, abs=5e-5)
    assert close.values["00"] == pytest.approx(0.5690, abs=5e-5)
    assert close.values["33"] == pytest.approx(0.5500, abs=5e-5)
    assert engine in between.engine or engine == "rustworkx"


def test_zachary_gives_the_textbook_pagerank() -> None:
    graph: MultiDiGraph = nx.MultiDiGraph()
    for one, two in karate().edges:
        graph.add_edge(one, two, relation="partners_with")
    ranks = pagerank(graph).values
    assert ranks["33"] == pytest.approx(0.1009, abs=5e-5)
    assert ranks["00"] == pytest.approx(0.0970, abs=5e-5)
    assert sum(ranks.values()) == pytest.approx(1)


def test_pagerank_follows_facts_from_subject_to_object() -> None:
    graph: MultiDiGraph = nx.MultiDiGraph()
    graph.add_edge("a", "b", relation="invests")
    graph.add_edge("c", "b", relation="invests")
    ranks = pagerank(graph).values
    assert ranks["b"] > ranks["a"] == pytest.approx(ranks["c"])
    # a: x = 0.15/3 + 0.85*b/3; b: y = x + 0.85*2x; 2x + y = 1
    assert ranks["b"] == pytest.approx(2.7 / 4.7)


def test_zachary_falls_into_the_known_communities() -> None:
    found = communities(karate())
    assert len(found.groups) == 4
    assert found.modularity == pytest.approx(0.42, abs=0.01)  # the best known is 0.4198
    instructor = next(group for group in found.groups if "00" in group)
    assert "33" not in instructor
    assert found.stability is not None
    assert found.stability > 0.6


@needs_rustworkx
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_engines_agree(seed: int) -> None:
    graph = random_graph(120, 150, seed)  # falls into several components
    for measure in (betweenness, closeness):
        slow, fast = measure(graph, "networkx"), measure(graph, "rustworkx")
        assert (slow.engine, fast.engine) == ("networkx, exact", "rustworkx, exact")
        assert fast.values == pytest.approx(slow.values, abs=1e-9)


def test_a_sample_of_all_nodes_is_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = random_graph(100, 160)
    exact = betweenness(graph, "networkx"), closeness(graph, "networkx")
    monkeypatch.setattr(engines, "EXACT_NETWORKX", 0)
    sampled = betweenness(graph, "networkx"), closeness(graph, "networkx")
    for full, part in zip(exact, sampled, strict=True):
        assert part.pivots == 100
        assert "sampled from 100 of 100" in part.engine
        assert part.values == pytest.approx(full.values, abs=1e-9)


def test_a_sample_finds_the_highest(monkeypatch: pytest.MonkeyPatch) -> None:
    graph: Graph = nx.relabel_nodes(nx.barabasi_albert_graph(800, 2, seed=3), lambda n: f"{n:05}")
    exact = betweenness(graph, "networkx").values
    monkeypatch.setattr(engines, "EXACT_NETWORKX", 0)
    monkeypatch.setattr(sampling, "STEPS", 200 * graph.number_of_edges())
    sampled = betweenness(graph, "networkx")
    assert sampled.pivots == 200
    best = sorted(exact, key=lambda node: -exact[node])[:10]
    close_by = sorted(sampled.values, key=lambda node: -sampled.values[node])[:12]
    assert len(set(best) & set(close_by)) >= 9
    assert 0.5 < sampled.agreement <= 1


def test_large_graphs_are_grouped_by_label_propagation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "LOUVAIN_NODES", 10)
    graph: Graph = nx.Graph()
    graph.add_edges_from((f"{one:02}", f"{two:02}") for one, two in nx.connected_caveman_graph(4, 6).edges)
    found = communities(graph)
    assert "label propagation" in found.engine
    assert [len(group) for group in found.groups] == [6, 6, 6, 6]


@pytest.mark.parametrize(
    ("engine", "work", "way"),
    [("auto", 10, "networkx"), ("networkx", 10**12, "sample"), ("auto", 10**12, "sample")],
)
def test_the_way_depends_on_the_work(engine: str, work: int, way: str) -> None:
    assert engines.choose(engine, work) == way


@needs_rustworkx
def test_rustworkx_takes_what_is_too_much_for_networkx() -> None:
    assert engines.choose("auto", engines.EXACT_NETWORKX + 1) == "rustworkx"


def test_without_rustworkx_it_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "has_rustworkx", lambda: False)
    assert engines.choose("auto", engines.EXACT_NETWORKX + 1) == "sample"
    with pytest.raises(AnalysisError, match="pip install"):
        engines.choose("rustworkx", 1)


def test_an_unknown_engine_is_refused() -> None:
    with pytest.raises(AnalysisError, match="There is no engine 'igraph'"):
        engines.choose("igraph", 1)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ([{0, 1}, {2, 3}], [{2, 3}, {0, 1}], 1.0),
        ([{0, 1}, {2, 3}], [{0, 2}, {1, 3}], -0.5),
        ([{0, 1, 2}], [{0, 1, 2}], 1.0),
    ],
)
def test_adjusted_rand(one: list[set[int]], two: list[set[int]], expected: float) -> None:
    assert adjusted_rand(one, two) == pytest.approx(expected)


def test_empty_graphs_have_no_scores() -> None:
    empty: Graph = nx.Graph()
    assert betweenness(empty).values == {}
    assert closeness(empty).values == {}
    assert pagerank(nx.MultiDiGraph()).values == {}
    assert communities(empty).groups == ()


@pytest.mark.slow
def test_results_do_not_depend_on_the_seed_of_hashes() -> None:
    program = (
        "import networkx as nx; from kg.analytics.engines import betweenness, communities;"
        "g = nx.relabel_nodes(nx.gnm_random_graph(150, 320, seed=5), lambda n: f'https://kg.example.org/company/{n}');"
        "print(communities(g).groups, sorted(betweenness(g).values.items()))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(answers) == 1
