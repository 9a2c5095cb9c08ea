from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from pyvis.network import Network

from kg.errors import ViewError
from kg.view.network import edges, nodes
from kg.view.pyvis_network import LinearNetwork, build
from kg.view.selection import ranked
from tests.view.samples import small


@pytest.fixture
def network() -> LinearNetwork:
    return build(ranked(small()), small().deals)


def test_it_is_a_pyvis_network_in_pyvis_format(network: LinearNetwork) -> None:
    drawn_nodes, drawn_edges, _, _, _, options = network.get_network_data()
    assert isinstance(network, Network)
    assert json.loads(options)["physics"] == {"enabled": False}
    assert drawn_nodes == nodes(ranked(small()), small().deals)
    assert drawn_edges == edges(ranked(small()), small().deals)


def test_pyvis_own_page_can_be_made_of_it(network: LinearNetwork) -> None:
    assert "vis.Network" in network.generate_html()


def test_an_edge_to_nowhere_is_an_error() -> None:
    with pytest.raises(ViewError, match="not in the network"):
        LinearNetwork().add_edge(1, 2)


def test_the_page_is_made_without_importing_pyvis() -> None:
    program = """
import sys
from kg.view import render
from tests.view.samples import small
render(small())
assert not {"pyvis", "networkx", "IPython"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", program], check=True, cwd=Path(__file__).parents[2])
