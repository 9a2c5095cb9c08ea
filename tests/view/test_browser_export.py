"""What the page saves: pictures and tables."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kg.view import render
from tests.view.browsing import Opener
from tests.view.samples import hostile, small

pytestmark = pytest.mark.browser


def saved(page: Page, what: str) -> Path:
    page.locator("details.menu > summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name=what).click()
    return Path(download.value.path())


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_csv_holds_the_facts_in_sight(opener: Opener) -> None:
    page = opener(render(small()), "relation=builds,leads,supplies")
    facts = rows(saved(page, "Facts (CSV)"))
    assert len(facts) == 3
    assert facts[0]["subject"] == "Norrland Kraft"
    assert {fact["amount"] for fact in facts} == {"1200000000", "40000000", ""}
    assert {"诺兰电力与海城市政府签署战略合作协议"} < {fact["quote"] for fact in facts}


def test_csv_cells_never_start_a_formula(opener: Opener) -> None:
    facts = rows(saved(opener(render(hostile("=cmd|' /C calc'!A0"))), "Facts (CSV)"))
    assert len(facts) == 3
    for fact in facts:
        assert all(not value.startswith(("=", "+", "@")) for value in fact.values())
    assert facts[0]["quote"] == "'=cmd|' /C calc'!A0"


@pytest.mark.parametrize("view", ["network", "timeline", "map"])
def test_png_is_a_filled_picture(opener: Opener, view: str) -> None:
    path = saved(opener(render(small()), f"view={view}"), "Picture (PNG)")
    head = path.read_bytes()
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20]) > 600
    assert len(head) > 5000


@pytest.mark.parametrize("view", ["network", "timeline", "map", "table"])
def test_svg_is_a_drawing_with_names_as_text(opener: Opener, view: str) -> None:
    path = saved(opener(render(small()), f"view={view}"), "Drawing (SVG)")
    root = ET.parse(path).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    texts = "".join(root.itertext())
    assert "Norrland Kraft" in texts
    assert "海城市政府" in texts


def test_svg_of_hostile_text_is_well_formed_and_without_scripts(opener: Opener) -> None:
    for attack in ("<script>alert(1)</script>", "\"'><svg onload=window.pwned=1>", "a\x00b\x0c]]>"):
        root = ET.parse(saved(opener(render(hostile(attack))), "Drawing (SVG)")).getroot()
        assert not [
            one for one in root.iter() if "script" in one.tag or any(key.startswith("on") for key in one.attrib)
        ]
