"""How well gaps are found: hidden ties against popularity, on a folder of `kg build` or on networks of the literature.

python benchmarks/prediction.py             # Davis' southern women, and made-up graphs
python benchmarks/prediction.py out         # a graph of yours
"""

from __future__ import annotations

import sys
from pathlib import Path

import networkx as nx

from benchmarks.generated import grown
from kg.analytics.analysis import Analysis
from kg.analytics.likeness import Target
from kg.analytics.prediction import Sources, evaluate, presences, sources
from kg.folder import load
from kg.model import Resolution


def main() -> None:
    """Measure the folders named, or the known networks."""
    if len(sys.argv) > 1:
        for folder in sys.argv[1:]:
            measure(folder, load(Path(folder)))
        return
    graph = nx.davis_southern_women_graph()
    women = [node for node, values in graph.nodes(data=True) if values["bipartite"] == 0]
    tell("Davis, southern women", alone({w: [("subject", event) for event in graph[w]] for w in women}))
    for nodes in (1_000, 10_000):
        measure(f"made up, {nodes:,} nodes", grown(nodes, 2 * nodes))


def measure(name: str, content: Resolution) -> None:
    """Both ways of hiding: whole articles, and ties one by one although their article stays."""
    analysis = Analysis(content)
    facts = presences(analysis)
    tell(f"{name}: whole articles hidden", sources(facts, analysis))
    tell(f"{name}: single ties hidden", alone({actor: sorted(targets) for actor, targets in facts.items()}))


def alone(ties: dict[str, list[Target]]) -> Sources:
    """Every tie in an article of its own."""
    return {actor: {target: frozenset([f"{actor} {target}"]) for target in targets} for actor, targets in ties.items()}


def tell(name: str, ties: Sources) -> None:
    """One line."""
    found = evaluate(ties)
    print(f"{name}: {found}; difference {found.model - found.baseline:+.2f} ± {found.error:.2f}")


if __name__ == "__main__":
    main()
