from __future__ import annotations

import networkx as nx
import pytest

from benchmarks.generated import grown
from kg.analytics import prediction
from kg.analytics.analysis import Analysis
from kg.analytics.likeness import Likeness, Target
from kg.analytics.prediction import Evaluation, Sources, evaluate, gaps, presences, sources
from kg.errors import AnalysisError
from kg.resolve.iris import entity_iri
from tests.analytics.cases import ALIBABA, BAIDU, HEBEI, PLACE, TENCENT, ten


def each_alone(ties: dict[str, list[Target]]) -> Sources:
    """Every tie in an article of its own."""
    return {actor: {target: frozenset([f"{actor} {target}"]) for target in targets} for actor, targets in ties.items()}


def attendances() -> Sources:
    """Davis' southern women as actors with events as targets."""
    graph = nx.davis_southern_women_graph()
    women = [node for node, values in graph.nodes(data=True) if values["bipartite"] == 0]
    return each_alone({woman: [("subject", event) for event in graph[woman]] for woman in women})


def test_hidden_attendances_are_found_better_than_by_popularity() -> None:
    found = evaluate(attendances())
    assert found.tests == 89
    assert found.model > 0.8
    assert found.baseline < 0.7
    assert found.useful


def test_hidden_ties_of_a_generated_graph_are_found_better_than_by_popularity() -> None:
    analysis = Analysis(grown(2_000, 4_000))
    found = evaluate(sources(presences(analysis), analysis))
    assert found.tests == 300
    assert found.useful


def test_chance_is_not_called_useful() -> None:
    graph = nx.bipartite.gnmk_random_graph(60, 30, 300, seed=4)
    ties: dict[str, list[Target]] = {f"c{n}": [("subject", f"{t}") for t in graph[n]] for n in range(60) if graph[n]}
    found = evaluate(each_alone(ties))
    assert found.tests > 50
    assert not found.useful


def test_an_article_is_hidden_as_a_whole() -> None:
    together = frozenset(["one article"])
    ties = {name: {("subject", "x"): together, ("subject", "y"): together} for name in ("a", "b", "c")}
    assert evaluate(ties).tests == 0, "what only this article says cannot be found back without it"


def test_likeness_by_hand() -> None:
    one, two, three = ("subject", "one"), ("subject", "two"), ("subject", "three")
    model = Likeness({"a": [one, two], "b": [one, two, three], "c": [three]})
    alike = model.alike("a").tolist()
    assert alike == pytest.approx([0, (2 / 3) ** 0.5, 0])  # all three targets weigh the same
    assert model.scores("a") == {three: pytest.approx((2 / 3) ** 0.5)}


def test_rare_targets_say_more() -> None:
    rare, common = ("subject", "rare"), ("subject", "common")
    model = Likeness({"a": [rare, common], "b": [rare], "c": [common], "d": [common], "e": [common]})
    alike = model.alike("a").tolist()
    assert alike[1] > alike[2] > 0


def test_a_gap_names_its_reasons() -> None:
    table = gaps(Analysis(ten()), "Baidu")
    best = table.records()[0]
    assert (best["target"], best["there"]) == ("Hebei", 2)
    assert str(best["because"]).startswith("Tencent (")
    assert "AI" in str(best["shares"])
    partnerships = {one.id for one in ten().deals if one.object == HEBEI.id and one.subject in (TENCENT.id, ALIBABA.id)}
    (score,) = (cell for cell, column in zip(table.rows[0], table.columns, strict=True) if column.key == "score")
    assert partnerships <= set(score.facts)
    assert any("too few to test" in warning for warning in table.warnings)


def test_where_an_actor_is_already_is_no_gap() -> None:
    own = presences(Analysis(ten()))[BAIDU.id]
    found = {(r["kind"], r["target"]) for r in gaps(Analysis(ten()), "Baidu", top=0).records()}
    assert not {("place" if kind == "place" else "subject matter", value) for kind, value in own} & found


def test_a_sanction_is_no_presence() -> None:
    assert ("place", entity_iri("China", PLACE)) not in presences(Analysis(ten()))[ALIBABA.id]


def test_a_method_that_does_not_beat_popularity_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prediction, "evaluate", lambda _: Evaluation(100, 0.6, 0.7, 0.01))
    table = gaps(Analysis(ten()))
    assert table.rows == ()
    assert "AUC 0.60 against 0.70" in table.engine
    assert any("left out" in warning for warning in table.warnings)


def test_a_company_must_be_known() -> None:
    with pytest.raises(AnalysisError, match="No Company of this graph is called 'Hebei'"):
        gaps(Analysis(ten()), "Hebei")
