from __future__ import annotations

import json
from typing import Any

import pytest

from kg.model import EntityType, Status
from kg.view.assets import read_json
from kg.view.network import edges, nodes
from kg.view.selection import ranked
from tests.view.samples import small


@pytest.fixture
def drawn() -> list[dict[str, Any]]:
    return edges(ranked(small()), small().deals)


def test_nodes_and_edges_are_in_the_order_of_entities_and_deals(drawn: list[dict[str, Any]]) -> None:
    ordered = ranked(small())
    drawn_nodes = nodes(ordered, small().deals)
    assert [node["id"] for node in drawn_nodes] == list(range(7))
    ends = [(ordered[edge["from"]].id, ordered[edge["to"]].id) for edge in drawn]
    assert ends == [(deal.subject, deal.object) for deal in small().deals]
    json.dumps([drawn_nodes, drawn], allow_nan=False)


def test_two_deals_of_one_pair_are_two_edges(drawn: list[dict[str, Any]]) -> None:
    pairs = [(edge["from"], edge["to"]) for edge in drawn]
    assert len(pairs) == 6
    assert len(set(pairs)) == 5
    bent = [edge["smooth"]["type"] for edge in drawn if "smooth" in edge]
    assert sorted(bent) == ["curvedCCW", "curvedCW"]


def test_what_an_edge_shows(drawn: list[dict[str, Any]]) -> None:
    edge = drawn[0]
    assert edge["label"] == "invests 1.2B CNY"
    assert edge["dashes"]
    for part in ("Norrland Kraft invests Haicheng", "1.2B CNY", "planned", "2021-05", "“Norrland Kraft will invest"):
        assert part in edge["title"]


def test_a_larger_amount_is_a_wider_edge(drawn: list[dict[str, Any]]) -> None:
    amounts = {edge["label"]: edge["width"] for edge in drawn}
    assert amounts["invests 1.2B CNY"] > amounts["invests 40M EUR"] > amounts["builds"]


def test_a_symmetric_relation_has_no_arrow(drawn: list[dict[str, Any]]) -> None:
    arrows = {edge["label"]: edge["arrows"] for edge in drawn}
    assert arrows["partners with"] == {"to": {"enabled": False}}
    assert arrows["builds"] == "to"


def _luminance(color: str) -> float:
    channels = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_type_and_status_has_its_look() -> None:
    looks: dict[str, Any] = read_json("looks.json")
    assert set(looks["types"]) == {str(kind) for kind in EntityType}
    assert set(looks["statuses"]) == {str(status) for status in Status}
    assert len({look["shape"] for look in looks["types"].values()}) == len(looks["types"])


@pytest.mark.parametrize(("theme", "back"), [("light", "#ffffff"), ("dark", "#14171b")])
def test_types_stand_out_from_the_background(theme: str, back: str) -> None:
    for look in read_json("looks.json")["types"].values():
        light, dark = sorted((_luminance(look[theme]), _luminance(back)), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 3  # WCAG 1.4.11, graphical objects
