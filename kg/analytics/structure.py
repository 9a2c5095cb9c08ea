"""The network as a whole: its size, its parts, who mixes with whom, and how mutual ties between companies are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

import networkx as nx

from kg.analytics.analysis import Analysis
from kg.analytics.selection import FIRM_CONFIDENCE, NOT_YET
from kg.analytics.tables import Cell, Column, Kind, Table, count, few, listed, named, table
from kg.analytics.words import plural, spoken
from kg.model import SYMMETRIC, Deal, EntityType

_UNSTABLE = 0.7


def overview(analysis: Analysis, top: int = 0) -> Table:
    """Numbers of the whole network, for all facts and for the firm ones."""
    columns = (Column("measure", "Measure"), Column("all", "All facts", Kind.SCORE),
               Column("firm", "Firm facts only", Kind.SCORE))  # fmt: skip
    rows = [
        (Cell(label), measure(analysis), measure(analysis.firm))
        for label, measure in _OVERVIEW
        if not (measure(analysis).value is None and measure(analysis.firm).value is None)
    ]
    undated = sum(1 for deal in analysis.resolution.deals if analysis.index.when(deal)[0] is None)
    late = sum(1 for deal in analysis.resolution.deals if analysis.index.when(deal)[1])
    notes = (
        few(len(analysis.ties), "fact", 10),
        f"{plural(undated, 'fact')} without any date." if undated else "",
        f"{plural(late, 'fact')} dated only by the first report." if late else "",
    )
    return table("overview", columns, rows, top=top).warned(*notes)


def communities(analysis: Analysis, top: int = 20) -> Table:
    """Groups that deal more among themselves than chance would have it."""
    found = analysis.communities
    inside = _facts_inside(analysis)
    columns = (
        Column("community", "Community", Kind.COUNT),
        Column("members", "Members", Kind.COUNT),
        Column("companies", "Companies", Kind.COUNT),
        Column("public", "Governments and places", Kind.COUNT),
        Column("inside", "Facts inside", Kind.COUNT),
        Column("share", "Of the members' facts", Kind.SHARE),
        Column("strongest", "Strongest members"),
    )
    rows = []
    for number, group in enumerate(found.groups, 1):
        within = inside[number]
        every = {deal.id for node in group for deal in analysis.facts_of[node]}
        strongest = sorted(group, key=lambda node: (-len(analysis.facts_of[node]), node))
        rows.append(
            (
                Cell(number),
                Cell(len(group), within),
                Cell(sum(analysis.index.is_company(node) for node in group), within),
                Cell(sum(analysis.index.is_public(node) for node in group), within),
                Cell(len(within), within),
                Cell(len(within) / len(every) if every else 0.0, within),
                Cell(listed((analysis.index.name(node) for node in strongest), 5)),
            )
        )
    unsure = found.stability is not None and found.stability < _UNSTABLE
    notes = (
        few(len(analysis.ties), "fact", 20),
        f"Three runs agree only to {found.stability:.2f} (1 is fully): borders are soft." if unsure else "",
    )
    engine = f"{found.engine}; modularity {found.modularity:.2f}"
    return table("communities", columns, rows, top=top, engine=engine).warned(*notes)


def mixing(analysis: Analysis, top: int = 0) -> Table:
    """How many facts tie each type of party with each, and whether like deals with like."""
    by_types: dict[tuple[str, str], list[Deal]] = defaultdict(list)
    for deal in analysis.ties:
        by_types[_types(deal, analysis)].append(deal)
    kinds = [kind.value for kind in EntityType if any(kind.value in pair for pair in by_types)]
    columns = (Column("type", "Type"), *(Column(kind, spoken(kind), Kind.COUNT) for kind in kinds))
    rows = [(Cell(spoken(one)), *(count(by_types.get(_pair(one, two), ())) for two in kinds)) for one in kinds]
    value = _assortativity(analysis).value
    text = "undefined: there is one type only" if value is None else f"{value:.2f}"
    made = table("mixing", columns, rows, top=top, engine=f"assortativity by type: {text}")
    return made.warned(few(len(analysis.ties), "fact", 10))


def mutual(analysis: Analysis, top: int = 20) -> Table:
    """Company–company ties with a direction (invests, supplies, owns …) that are answered by one in return."""
    there = _directed(analysis)
    columns = (
        Column("one", "Company"), Column("other", "and"), Column("there", "One to other", Kind.COUNT),
        Column("back", "Other to one", Kind.COUNT), Column("relations", "Relations"),
    )  # fmt: skip
    pairs = sorted(pair for pair in there if pair[0] < pair[1] and pair[::-1] in there)
    rows = []
    for one, other in sorted(pairs, key=lambda pair: (-len(there[pair]) - len(there[pair[::-1]]), pair)):
        deals = (*there[one, other], *there[other, one])
        relations = listed(dict.fromkeys(spoken(deal.relation) for deal in deals))
        names = (named(one, analysis.index), named(other, analysis.index))
        rows.append((*names, count(there[one, other]), count(there[other, one]), Cell(relations)))
    share = _reciprocity(analysis).value
    text = "no directed tie between companies" if share is None else f"{share:.0%} of {len(there)} directed ties"
    return table("mutual", columns, rows, top=top, engine=f"reciprocity: {text}").warned(
        few(len(there), "directed tie")
    )


def _facts_inside(analysis: Analysis) -> dict[int, tuple[str, ...]]:
    inside: dict[int, list[str]] = defaultdict(list)
    of = analysis.community_of
    for deal in analysis.ties:
        if of[deal.subject] == of[deal.object]:
            inside[of[deal.subject]].append(deal.id)
    return defaultdict(tuple, {number: tuple(ids) for number, ids in inside.items()})


def _types(deal: Deal, analysis: Analysis) -> tuple[str, str]:
    nodes = analysis.graph.nodes
    return _pair(nodes[deal.subject].get("type", ""), nodes[deal.object].get("type", ""))


def _pair(one: str, two: str) -> tuple[str, str]:
    return (one, two) if one <= two else (two, one)


def _directed(analysis: Analysis) -> dict[tuple[str, str], list[Deal]]:
    found: dict[tuple[str, str], list[Deal]] = defaultdict(list)
    for deal in analysis.ties:
        both = analysis.index.is_company(deal.subject) and analysis.index.is_company(deal.object)
        if both and deal.relation not in SYMMETRIC:
            found[deal.subject, deal.object].append(deal)
    return dict(found)


def _parties(analysis: Analysis) -> Cell:
    return Cell(len(analysis.simple), _all(analysis))


def _all(analysis: Analysis) -> tuple[str, ...]:
    return tuple(deal.id for deal in analysis.ties)


def _documents(analysis: Analysis) -> Cell:
    return Cell(len({fact.doc for deal in analysis.ties for fact in deal.readings}), _all(analysis))


def _of_type(test: Callable[[Analysis, str], bool]) -> Callable[[Analysis], Cell]:
    def measure(analysis: Analysis) -> Cell:
        nodes = [node for node in analysis.simple if test(analysis, node)]
        facts = dict.fromkeys(deal.id for node in nodes for deal in analysis.facts_of[node])
        return Cell(len(nodes), tuple(facts))

    return measure


def _planned(analysis: Analysis) -> Cell:
    return count(deal for deal in analysis.ties if deal.status in NOT_YET)


def _unsure(analysis: Analysis) -> Cell:
    return count(deal for deal in analysis.ties if deal.confidence < FIRM_CONFIDENCE)


def _largest(analysis: Analysis) -> Cell:
    if not analysis.components:
        return Cell(None)
    largest = set(analysis.components[0])
    facts = tuple(deal.id for deal in analysis.ties if deal.subject in largest)
    return Cell(round(len(largest) / len(analysis.simple), 4), facts)


def _clustering(analysis: Analysis) -> Cell:
    triads = sum(degree * (degree - 1) for _, degree in analysis.simple.degree())
    return Cell(round(float(nx.transitivity(analysis.simple)), 4), _all(analysis)) if triads else Cell(None)


def _assortativity(analysis: Analysis) -> Cell:
    """Newman 2003 (doi:10.1103/PhysRevE.67.026126), over pairs of parties; None when all are of one type."""
    counts: Counter[tuple[str, str]] = Counter()
    nodes = analysis.simple.nodes
    for one, two in analysis.simple.edges:
        types = nodes[one].get("type", ""), nodes[two].get("type", "")
        counts[types] += 1
        counts[types[::-1]] += 1
    total = sum(counts.values())
    ends: Counter[str] = Counter()
    for (first, _), number in counts.items():
        ends[first] += number
    same = sum(number for (one, two), number in counts.items() if one == two)
    chance = sum((number / total) ** 2 for number in ends.values()) if total else 1.0
    return Cell(None) if chance == 1 else Cell(round((same / total - chance) / (1 - chance), 4), _all(analysis))


def _reciprocity(analysis: Analysis) -> Cell:
    there = _directed(analysis)
    facts = tuple(deal.id for deals in there.values() for deal in deals)
    return Cell(round(sum(pair[::-1] in there for pair in there) / len(there), 4), facts) if there else Cell(None)


_OVERVIEW: tuple[tuple[str, Callable[[Analysis], Cell]], ...] = (
    ("Facts", lambda analysis: count(analysis.ties)),
    ("of them proposed or planned", _planned),
    ("of them with confidence below 0.6", _unsure),
    ("Articles", _documents),
    ("Parties", _parties),
    ("Companies", _of_type(lambda analysis, node: analysis.index.is_company(node))),
    ("Governments and territories", _of_type(lambda analysis, node: analysis.index.is_public(node))),
    ("Pairs of parties with a tie", lambda analysis: Cell(analysis.simple.number_of_edges(), _all(analysis))),
    ("Separate parts", lambda analysis: Cell(len(analysis.components), _all(analysis))),
    ("Share of parties in the largest part", _largest),
    ("Clustering (transitivity)", _clustering),
    ("Assortativity by type", _assortativity),
    ("Reciprocity between companies", _reciprocity),
)
