from __future__ import annotations

import pytest

from kg.view import layout
from kg.view.network import nodes
from kg.view.selection import ranked
from tests.view.samples import grown

STAR = [(0, leaf) for leaf in range(1, 13)]


def test_the_same_graph_has_the_same_places() -> None:
    assert layout.spread([80.0] * 13, STAR) == layout.spread([80.0] * 13, STAR)


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_tiny_graphs_have_places(count: int) -> None:
    assert len(set(layout.spread([50.0] * count, []))) == count


def test_labels_of_a_small_graph_do_not_overlap() -> None:
    points = layout.spread([120.0] * 13, STAR)
    for a, (ax, ay) in enumerate(points):
        for bx, by in points[a + 1 :]:
            assert abs(ax - bx) >= 125 or abs(ay - by) >= 55


def test_parts_do_not_cover_each_other() -> None:
    triangles = [(n, n + 1) for n in range(0, 30, 3)] + [(n, n + 2) for n in range(0, 30, 3)]
    points = layout.spread([60.0] * 30, triangles)
    boxes = []
    for first in range(0, 30, 3):
        xs, ys = zip(*points[first : first + 3], strict=True)
        boxes.append((min(xs), max(xs), min(ys), max(ys)))
    for n, (left, right, top, bottom) in enumerate(boxes):
        for other_left, other_right, other_top, other_bottom in boxes[n + 1 :]:
            assert right < other_left or other_right < left or bottom < other_top or other_bottom < top


def test_columns_keep_kinds_apart() -> None:
    points = layout.columns([1, 1, 4, 4, 2], [(0, 2), (1, 3), (1, 4)])
    assert len({x for x, _ in points}) == 3
    assert points[0][0] == points[1][0] < points[4][0] < points[2][0]
    assert len(set(points)) == 5


def test_parallel_edges_bend_apart_and_single_ones_are_straight() -> None:
    bends = layout.parallel_bends([(0, 1), (1, 0), (0, 2)])
    assert bends[2] == 0
    assert bends[0] == -bends[1] != 0


def test_a_long_chain_is_placed_without_recursion_or_quadratic_search() -> None:
    count = 20_000
    points = layout.spread([50.0] * count, [(n, n + 1) for n in range(count - 1)])  # a quadratic search takes minutes
    assert len(points) == count


def test_every_node_of_a_large_graph_has_its_own_place() -> None:
    graph = grown(1500, 2400)
    drawn = nodes(ranked(graph), graph.deals)
    places = {(node["x"], node["y"]) for node in drawn}
    assert len(places) > 0.97 * len(drawn)
