"""The graph as a pyvis `Network` without its quadratic checks. The page does without: pyvis is slow to import."""

from __future__ import annotations

from collections.abc import Sequence

from pyvis.edge import Edge as PyvisEdge
from pyvis.network import Network
from pyvis.node import Node as PyvisNode

from kg.errors import ViewError
from kg.model import Deal, Entity
from kg.view.assets import read_json
from kg.view.network import edges, nodes


class LinearNetwork(Network):  # type: ignore[misc]  # pyvis has no types
    """A pyvis network that grows in linear time and keeps every edge.

    pyvis 0.3.2 looks through all nodes for each node and each edge, and drops a second undirected edge between the
    same two nodes.
    """

    def add_node(
        self, n_id: int, label: str | None = None, shape: str = "dot", color: str = "#97c2fc", **options: object
    ) -> None:
        """Add a node, as pyvis does, unless its id is there already."""
        if n_id in self.node_map:
            return
        if "group" not in options:
            options["color"] = color
        node = PyvisNode(n_id, shape, label=label or str(n_id), font_color=self.font_color, **options)
        self.nodes.append(node.options)
        self.node_ids.append(n_id)
        self.node_map[n_id] = node.options

    def add_edge(self, source: int, to: int, **options: object) -> None:
        """Add an edge; several between the same nodes are several edges.

        Raises:
            ViewError: One of the nodes is not there.
        """
        if source not in self.node_map or to not in self.node_map:
            raise ViewError(f"An edge leads to a node that is not in the network: {source} – {to}.")
        self.edges.append(PyvisEdge(source, to, self.directed, **options).options)


def build(entities: Sequence[Entity], deals: Sequence[Deal]) -> LinearNetwork:
    """A directed pyvis network of the nodes and edges that the page has."""
    network = LinearNetwork(height="100%", width="100%", directed=True, cdn_resources="in_line")
    network.options = read_json("options.json")
    for node in nodes(entities, deals):
        network.add_node(node.pop("id"), **node)
    for edge in edges(entities, deals):
        network.add_edge(edge.pop("from"), edge.pop("to"), **edge)
    return network
