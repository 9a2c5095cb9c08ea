"""networkx views of the graph, measures on them, and the questions of this field."""

from __future__ import annotations

from kg.analytics.networks import bipartite, flat, network, project
from kg.analytics.selection import Selection, firm, roll_up, select

__all__ = ["Selection", "bipartite", "firm", "flat", "network", "project", "roll_up", "select"]
