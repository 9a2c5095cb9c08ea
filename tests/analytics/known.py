"""Networks of the textbooks as resolutions: every member a company, every tie a partnership."""

from __future__ import annotations

import networkx as nx

from kg.model import Entity, EntityType, Relation, Resolution
from tests.analytics.cases import A, deal, entity


def zachary() -> Resolution:
    """Zachary's karate club (1977): 34 members, 78 ties; "Member 01" is the instructor, "Member 34" the president."""
    members = [entity(f"Member {number + 1:02}") for number in range(34)]
    deals = tuple(
        deal(members[one], Relation.PARTNERS_WITH, members[two], A, confidence=0.9)
        for one, two in nx.karate_club_graph().edges
    )
    return Resolution((A,), tuple(members), deals)


def davis() -> Resolution:
    """Davis' southern women (1941): 18 women as companies, 14 events as government bodies, 89 attendances."""
    graph = nx.davis_southern_women_graph()
    nodes: dict[str, Entity] = {
        name: entity(name, EntityType.COMPANY if values["bipartite"] == 0 else EntityType.GOVERNMENT)
        for name, values in graph.nodes(data=True)
    }
    deals = tuple(deal(nodes[w], Relation.PARTNERS_WITH, nodes[e], A, confidence=0.9) for w, e in graph.edges)
    return Resolution((A,), tuple(nodes.values()), deals)
