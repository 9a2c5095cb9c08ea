from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from kg.api import Graph
from kg.view import Inline, ViewOptions, network, render
from tests.view.browsing import Opener
from tests.view.samples import ATTACKS, hostile, small


def test_the_page_is_one_attribute_of_the_frame() -> None:
    shown = Inline(render(hostile(ATTACKS[2])))._repr_html_()
    assert shown.count('"') == 12
    assert shown.count("<") == 2
    assert "allow-same-origin" not in shown


def test_pyvis_users_get_a_pyvis_network() -> None:
    assert network(small()).num_edges() == 6


@pytest.mark.browser
def test_the_frame_draws_and_can_be_used(opener: Opener) -> None:
    page = opener.plain(f"<!doctype html><title>notebook</title>{Inline(render(small()))._repr_html_()}")
    frame = page.frame_locator("iframe")
    expect(frame.locator("#scope")).to_contain_text("6 facts of 6 in sight")
    frame.get_by_role("tab", name="Table").click()
    expect(frame.locator("#view-table tbody tr")).to_have_count(6)


def test_the_graph_of_the_api_shows_itself(tmp_path: Path) -> None:
    shown = Graph(small()).view(tmp_path / "new" / "page.html", ViewOptions(focus="Haicheng"))
    assert (tmp_path / "new" / "page.html").read_text(encoding="utf-8") == shown.page
    assert "srcdoc" in shown._repr_html_()
