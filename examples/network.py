"""Measure a graph with networkx: who has the most partners, and who stands between the others?

python examples/network.py [FOLDER OF ARTICLES]
"""

from __future__ import annotations

import sys

import networkx as nx

import kg
from kg.resources import data_dir

graph = kg.build(sys.argv[1] if len(sys.argv) > 1 else data_dir("seeds"))
network = graph.network()
partners = nx.Graph(
    (one, other) for one, other, edge in network.edges(data=True) if edge["relation"] == "partners_with"
)
between = nx.betweenness_centrality(partners)

for node, degree in sorted(partners.degree, key=lambda pair: (-pair[1], pair[0]))[:5]:
    print(f"{network.nodes[node]['name']:12} {degree} partners, betweenness {between[node]:.2f}")
