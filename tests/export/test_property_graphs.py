"""GraphML and Cypher: the same nodes and edges, read again by other programs, whatever the texts hold."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.export import export
from kg.export.cypher import text
from kg.export.property_graph import edges, nodes
from kg.export.sources import as_store
from kg.model import Relation, Resolution
from kg.store.mapping import quads
from kg.store.oxigraph import OxigraphStore
from tests.conftest import entity_id

HOSTILE = 'x\'}) DETACH DELETE (e); //\\u0027 \\ \\\\u005c\n</data><node id="y"/>\x00\x0b &'
_STRING = re.compile(r"'((?:[^'\\]|\\.)*)'", re.DOTALL)
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t"}


def _renamed(resolution: Resolution, name: str) -> Resolution:
    return replace(resolution, entities=(replace(resolution.entities[0], name=name), *resolution.entities[1:]))


def _decoded(script: str) -> str:
    """As Neo4j reads a script: escapes by number first, wherever they stand."""
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match.group(1), 16)), script)


def _value(literal: str) -> str:
    match = _STRING.fullmatch(_decoded(literal))
    assert match
    return re.sub(r"\\(.)", lambda escape: _SIMPLE.get(escape.group(1), escape.group(1)), match.group(1))


def test_entities_are_nodes_and_facts_edges(resolution: Resolution) -> None:
    store = as_store(resolution)
    assert [(node.type, node.properties["name"]) for node in nodes(store)] == [
        ("Company", "Acme"), ("Company", "Globex"), ("Place", "Northland"),
    ]  # fmt: skip
    invests = next(edge for edge in edges(store) if edge.relation == "invests")
    assert (invests.source, invests.target) == (entity_id("Acme"), entity_id("Northland"))
    shown = {name: invests.properties[name] for name in ("value", "currency", "qualifier", "status", "date")}
    assert shown == {"value": 15e9, "currency": "CNY", "qualifier": "up to", "status": "planned", "date": "2020-03"}


def test_a_relation_of_a_users_own_keeps_its_name(resolution: Resolution) -> None:
    deal = replace(resolution.deals[0], relation=Relation("lends_staff_to"))
    store = as_store(replace(resolution, deals=(deal,)))
    assert [edge.relation for edge in edges(store)] == ["LendsStaffTo"]


@pytest.mark.parametrize("format_", ["graphml", "cypher"])
def test_the_order_of_loading_does_not_show(resolution: Resolution, tmp_path: Path, format_: str) -> None:
    backwards = OxigraphStore()
    backwards.load(reversed(list(quads(resolution))))
    export(resolution, tmp_path / f"a.{format_}")
    export(backwards, tmp_path / f"b.{format_}")
    assert (tmp_path / f"a.{format_}").read_bytes() == (tmp_path / f"b.{format_}").read_bytes()


def test_networkx_reads_the_graphml(resolution: Resolution, tmp_path: Path) -> None:
    export(resolution, tmp_path / "graph.graphml")
    graph = networkx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert graph.nodes[entity_id("Acme")]["name"] == "Acme"
    assert isinstance(graph, networkx.MultiDiGraph)
    assert {key for *_, key in graph.edges(keys=True)} == {deal.id for deal in resolution.deals}
    values = [data.get("value") for *_, data in graph.edges(data=True) if data["relation"] == "invests"]
    assert values == [15e9]


def test_hostile_names_stay_names_in_graphml(resolution: Resolution, tmp_path: Path) -> None:
    export(_renamed(resolution, HOSTILE), tmp_path / "graph.graphml")
    graph = networkx.read_graphml(tmp_path / "graph.graphml")
    name = graph.nodes[resolution.entities[0].id]["name"]
    assert name == HOSTILE.replace("\x00", "\ufffd").replace("\x0b", "\ufffd")
    assert set(graph) == {entity.id for entity in resolution.entities}


def test_hostile_names_stay_names_in_cypher(resolution: Resolution, tmp_path: Path) -> None:
    plain, hostile = tmp_path / "plain.cypher", tmp_path / "hostile.cypher"
    export(_renamed(resolution, "Ordinary"), plain)
    export(_renamed(resolution, HOSTILE), hostile)
    shapes = [sorted(_STRING.sub("''", _decoded(path.read_text("utf-8"))).splitlines()) for path in (plain, hostile)]
    assert shapes[0] == shapes[1]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])) | st.text("\\'u0027U\n", max_size=12))
def test_a_text_comes_back_from_its_literal(value: str) -> None:
    assert _value(text(value)) == value


def test_a_script_has_every_entity_and_fact(resolution: Resolution, tmp_path: Path) -> None:
    export(resolution, tmp_path / "graph.cypher")
    lines = (tmp_path / "graph.cypher").read_text("utf-8").splitlines()
    assert all(line.startswith("//") or line.endswith(";") for line in lines)
    made = [line for line in lines if line.startswith("MERGE (e:Entity")]
    related = [line for line in lines if "-[r:" in line]
    assert len(made) == len(resolution.entities)
    assert len(related) == len(resolution.deals)
    assert any("[r:INVESTS {id: '" in line and "value: 15000000000.0" in line for line in related)
