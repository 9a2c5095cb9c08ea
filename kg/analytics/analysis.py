"""A resolution with everything that several questions need of it, each computed once and only when asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import networkx as nx

from kg.analytics import engines
from kg.analytics.index import NO_TIES, UNFRIENDLY, Index
from kg.analytics.networks import Graph, MultiDiGraph, network, simple
from kg.analytics.selection import Selection, firm, keep, select
from kg.model import Deal, Entity, EntityType, Resolution


class Analysis:
    """What every question is asked of.

    Measures look at dealings between parties: where something is located and who heads it are no ties. A selection of
    just those relations is taken as it is.

    Attributes:
        whole: Everything, also what was not selected.
        resolution: The facts that are looked at.
        engine: "auto", "networkx" or "rustworkx", for the costly measures.
        selection: What was selected.
    """

    def __init__(self, resolution: Resolution, selection: Selection | None = None, engine: str = "auto") -> None:
        self.whole = resolution
        self.selection = selection or Selection()
        self.resolution = select(resolution, self.selection)
        self.engine = engine

    @cached_property
    def index(self) -> Index:
        """Look-ups in the resolution."""
        return Index(self.resolution)

    def find(self, name: str, kinds: Iterable[EntityType] = ()) -> Entity:
        """The entity that a user calls `name`, whether it has a selected fact or not.

        Raises:
            AnalysisError: Nothing is called so.
        """
        return Index(self.whole).find(name, kinds)

    @cached_property
    def firm(self) -> Analysis:
        """The same without facts that are only announced or read with little confidence."""
        return Analysis(firm(self.resolution), engine=self.engine)

    @cached_property
    def ties(self) -> tuple[Deal, ...]:
        """The facts that are dealings between two parties."""
        deals = self.resolution.deals
        if set(self.selection.relations) & NO_TIES:
            return deals
        return tuple(deal for deal in deals if deal.relation not in NO_TIES)

    @cached_property
    def moves(self) -> tuple[Deal, ...]:
        """The ties by which an actor becomes active somewhere: all but those against it, unless they were selected."""
        if set(self.selection.relations) & UNFRIENDLY:
            return self.ties
        return tuple(deal for deal in self.ties if deal.relation not in UNFRIENDLY)

    @cached_property
    def graph(self) -> MultiDiGraph:
        """Every tie as an edge; nobody without a tie."""
        graph = network(keep(self.resolution, self.ties))
        graph.remove_nodes_from(list(nx.isolates(graph)))
        return graph

    @cached_property
    def simple(self) -> Graph:
        """Who is tied to whom, with the number of facts as weight."""
        return simple(self.graph)

    @cached_property
    def facts_of(self) -> dict[str, tuple[Deal, ...]]:
        """The ties of each party."""
        found: dict[str, list[Deal]] = {}
        for deal in self.ties:
            for party in dict.fromkeys((deal.subject, deal.object)):
                found.setdefault(party, []).append(deal)
        return {party: tuple(deals) for party, deals in found.items()}

    @cached_property
    def betweenness(self) -> engines.Scores:
        """See `kg.analytics.engines.betweenness`."""
        return engines.betweenness(self.simple, self.engine)

    @cached_property
    def closeness(self) -> engines.Scores:
        """See `kg.analytics.engines.closeness`."""
        return engines.closeness(self.simple, self.engine)

    @cached_property
    def pagerank(self) -> engines.Scores:
        """See `kg.analytics.engines.pagerank`."""
        return engines.pagerank(self.graph)

    @cached_property
    def core(self) -> dict[str, int]:
        """For every node the largest k so that it is in the k-core (Seidman 1983)."""
        loopless = nx.Graph(self.simple)
        loopless.remove_edges_from(list(nx.selfloop_edges(loopless)))
        return dict(nx.core_number(loopless))

    @cached_property
    def communities(self) -> engines.Communities:
        """See `kg.analytics.engines.communities`."""
        return engines.communities(self.simple)

    @cached_property
    def community_of(self) -> dict[str, int]:
        """Number of each node's community, the largest being 1."""
        return {node: number for number, group in enumerate(self.communities.groups, 1) for node in group}

    @cached_property
    def components(self) -> tuple[tuple[str, ...], ...]:
        """Parts without any tie between them, the largest first."""
        parts = (tuple(sorted(part)) for part in nx.connected_components(self.simple))
        return tuple(sorted(parts, key=lambda part: (-len(part), part)))
