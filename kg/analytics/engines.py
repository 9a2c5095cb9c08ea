"""The costly algorithms behind one function each: exact where that is quick, sampled where not, and saying which.

networkx computes everything. With rustworkx (`pip install "kg[fast]"`) exact betweenness and closeness reach about
twelve times the work. Both give the same values; the limits are in elementary steps (nodes x edges).
"""

from __future__ import annotations

import importlib.util
import math
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from kg.analytics import sampling
from kg.analytics.networks import Graph, Indexed, MultiDiGraph, indexed
from kg.analytics.sampling import Numbers
from kg.errors import AnalysisError
from kg.model import SYMMETRIC

ENGINES = ("auto", "networkx", "rustworkx")
SEED = 7

EXACT_NETWORKX = 8_000_000
EXACT_RUSTWORKX = 100_000_000
LOUVAIN_NODES = 20_000


@dataclass(frozen=True, slots=True)
class Scores:
    """A value for every node, and how it came about.

    Attributes:
        engine: In words, for the reader: "networkx, exact".
        pivots: How many nodes a sample began from; 0 for an exact value.
        agreement: Of a sample's twenty highest nodes, the share on which its two halves agree; 1 when exact.
    """

    values: dict[str, float]
    engine: str
    pivots: int = 0
    agreement: float = 1.0


@dataclass(frozen=True, slots=True)
class Communities:
    """Groups of nodes, the largest first, and how they came about.

    Attributes:
        modularity: Of the partition; 0 is what chance would give.
        stability: How far three runs agree (mean adjusted Rand index; 1 is fully); None when run once.
    """

    groups: tuple[tuple[str, ...], ...]
    engine: str
    modularity: float
    stability: float | None = None


def has_rustworkx() -> bool:
    """Whether the faster engine is installed."""
    return importlib.util.find_spec("rustworkx") is not None


def choose(engine: str, work: int) -> str:
    """Which way to compute something exactly that takes `work` steps: "networkx", "rustworkx", or "sample".

    Raises:
        AnalysisError: An engine of this name is not known or not installed.
    """
    if engine not in ENGINES:
        raise AnalysisError(f"There is no engine {engine!r}: choose one of {', '.join(ENGINES)}.")
    if engine == "rustworkx" and not has_rustworkx():
        raise AnalysisError('rustworkx is not installed: pip install "kg[fast]", or choose the engine networkx.')
    if engine != "rustworkx" and work <= EXACT_NETWORKX:
        return "networkx"
    if engine != "networkx" and work <= EXACT_RUSTWORKX and has_rustworkx():
        return "rustworkx"
    return "sample"


def betweenness(graph: Graph, engine: str = "auto") -> Scores:
    """Share of shortest paths between others that lead through a node (Freeman 1977), without weights.

    A sample estimates it from some nodes' paths to all (Brandes & Pich 2007, doi:10.1142/S0218127407018403).
    """
    numbered = indexed(graph)
    way = choose(engine, _work(graph))
    if way == "networkx":
        return Scores(_named(nx.betweenness_centrality(numbered.graph), numbered), "networkx, exact")
    if way == "rustworkx":
        import rustworkx

        return Scores(_named(dict(rustworkx.betweenness_centrality(_rust(numbered))), numbered), "rustworkx, exact")
    return _estimated(sampling.betweenness(_neighbours(numbered)), numbered)


def closeness(graph: Graph, engine: str = "auto") -> Scores:
    """Inverse of the mean distance to all others, scaled by the share that is reachable (Wasserman & Faust 1994).

    A sample estimates the mean from the distances to some nodes (Eppstein & Wang 2004, doi:10.7155/jgaa.00081).
    """
    numbered = indexed(graph)
    way = choose(engine, _work(graph))
    if way == "networkx":
        return Scores(_named(nx.closeness_centrality(numbered.graph), numbered), "networkx, exact")
    if way == "rustworkx":
        import rustworkx

        return Scores(_named(dict(rustworkx.closeness_centrality(_rust(numbered))), numbered), "rustworkx, exact")
    return _estimated(sampling.closeness(_neighbours(numbered), _component_sizes(numbered)), numbered)


def pagerank(graph: MultiDiGraph, damping: float = 0.85) -> Scores:
    """PageRank (Brin & Page 1998) along facts from subject to object; symmetric relations lead both ways.

    Every fact is an edge, so parallel facts weigh more. Power iteration to a change below 1e-10.
    """
    names = sorted(graph)
    numbers = {name: number for number, name in enumerate(names)}
    tails, heads = [], []
    for tail, head, values in graph.edges(data=True):
        tails.append(numbers[tail])
        heads.append(numbers[head])
        if values.get("relation") in SYMMETRIC:
            tails.append(numbers[head])
            heads.append(numbers[tail])
    if not names:
        return Scores({}, "power iteration")
    ranks = _power_iteration(np.array(tails, dtype=np.int64), np.array(heads, dtype=np.int64), len(names), damping)
    return Scores({name: float(rank) for name, rank in zip(names, ranks, strict=True)}, "power iteration")


def communities(graph: Graph) -> Communities:
    """Groups with more facts inside than chance would put there: Louvain (Blondel et al. 2008), seeded.

    Beyond 20,000 nodes label propagation (Raghavan et al. 2007), which takes time proportional to the facts.
    """
    numbered = indexed(graph)
    if not numbered.graph.number_of_edges():
        return Communities(tuple((name,) for name in numbered.names), "no ties", 0.0)
    if len(numbered.names) > LOUVAIN_NODES:
        groups = nx.community.fast_label_propagation_communities(numbered.graph, weight="weight", seed=SEED)
        return _communities(numbered, [set(group) for group in groups], "networkx, label propagation, seeded", None)
    louvain = nx.community.louvain_communities
    found = [set(group) for group in louvain(numbered.graph, weight="weight", seed=SEED)]
    stability = None
    if len(numbered.names) <= LOUVAIN_NODES // 10:
        others = [louvain(numbered.graph, weight="weight", seed=SEED + n) for n in (1, 2)]
        stability = sum(adjusted_rand(found, [set(g) for g in other]) for other in others) / len(others)
    return _communities(numbered, found, "networkx, Louvain, seeded", stability)


def adjusted_rand(one: list[set[int]], two: list[set[int]]) -> float:
    """How far two partitions agree beyond chance (Hubert & Arabie 1985): 1 for the same, about 0 for unrelated ones."""
    total = sum(len(group) for group in one)
    both = sum(math.comb(len(a & b), 2) for a in one for b in two)
    first, second = (sum(math.comb(len(group), 2) for group in groups) for groups in (one, two))
    expected = first * second / math.comb(total, 2) if total > 1 else 0.0
    most = (first + second) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def _work(graph: Graph) -> int:
    return graph.number_of_nodes() * max(graph.number_of_edges(), 1)


def _neighbours(numbered: Indexed) -> list[list[int]]:
    return [list(numbered.graph[node]) for node in range(len(numbered.names))]


def _component_sizes(numbered: Indexed) -> list[int]:
    sizes = [1] * len(numbered.names)
    for component in nx.connected_components(numbered.graph):
        for node in component:
            sizes[node] = len(component)
    return sizes


def _estimated(estimate: sampling.Estimate, numbered: Indexed) -> Scores:
    values = dict(zip(numbered.names, estimate.values, strict=True))
    text = f"sampled from {estimate.pivots} of {len(numbered.names):,} nodes"
    return Scores(values, text, estimate.pivots, estimate.agreement)


def _power_iteration(tails: Any, heads: Any, nodes: int, damping: float) -> Numbers:  # noqa: ANN401 - arrays of ints
    out = np.bincount(tails, minlength=nodes)
    ends = out == 0
    share = 1 / np.maximum(out, 1)
    ranks: Numbers = np.full(nodes, 1 / nodes)
    for _ in range(500):
        passed = np.bincount(heads, weights=(ranks * share)[tails], minlength=nodes)
        new: Numbers = damping * (passed + ranks[ends].sum() / nodes) + (1 - damping) / nodes
        if np.abs(new - ranks).sum() < 1e-10:
            return new
        ranks = new
    return ranks


def _communities(numbered: Indexed, groups: list[set[int]], engine: str, stability: float | None) -> Communities:
    ordered = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    modularity = nx.community.modularity(numbered.graph, groups, weight="weight")
    named = tuple(tuple(numbered.names[number] for number in group) for group in ordered)
    return Communities(named, engine, modularity, stability)


def _named(values: dict[int, float], numbered: Indexed) -> dict[str, float]:
    return {numbered.names[number]: float(values[number]) for number in range(len(numbered.names))}


def _rust(numbered: Indexed) -> Any:  # noqa: ANN401 - rustworkx has no types here
    import rustworkx

    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(numbered.names)))
    graph.add_edges_from_no_data(list(numbered.graph.edges))
    return graph
