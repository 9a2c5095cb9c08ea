"""axe-core over every view, light and dark: nothing serious. It is fetched by npm for the test and not part of kg."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from kg.view import render
from tests.view.browsing import Opener, find
from tests.view.samples import small

pytestmark = [pytest.mark.browser, pytest.mark.slow]
AXE = "axe-core@4.14.1"


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The text of axe-core."""
    folder = tmp_path_factory.mktemp("axe")
    npm = shutil.which("npm")
    command = [npm or "npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), AXE]
    installed = bool(npm) and subprocess.run(command, capture_output=True, check=False).returncode == 0
    if not installed:
        missing = f"npm cannot install {AXE}"
        pytest.fail(missing) if os.environ.get("KG_REQUIRE_BROWSER") else pytest.skip(missing)
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.fixture
def faults(axe: str) -> Callable[[Page], list[str]]:
    """What axe-core finds on a page: impact, rule and the first places of every violation."""

    def run(page: Page) -> list[str]:
        page.evaluate(axe)
        result: dict[str, Any] = page.evaluate("axe.run()")
        return [
            f"{one['impact']}: {one['id']} at {[node['target'] for node in one['nodes'][:3]]}"
            for one in result["violations"]
        ]

    return run


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["network", "timeline", "map", "table"])
def test_no_view_has_a_violation(opener: Opener, faults: Callable[[Page], list[str]], view: str, scheme: str) -> None:
    page = opener(render(small()), f"view={view}", scheme)
    assert faults(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_panel_search_and_focus_have_no_violation(
    opener: Opener, faults: Callable[[Page], list[str]], scheme: str
) -> None:
    page = opener(render(small()), "focus=company/norrland-kraft", scheme)
    find(page, "Norrland")
    for quotes in page.locator("#panel details summary").all():
        quotes.click()
    page.locator("#filters details:not([open]) summary").click()
    page.locator("details.menu > summary").click()
    page.fill("#search", "a")
    assert faults(page) == []


def test_axe_does_find_a_fault(opener: Opener, faults: Callable[[Page], list[str]]) -> None:
    page = opener(render(small()))
    page.evaluate("document.body.append(document.createElement('button'))")
    assert any("button-name" in fault for fault in faults(page))
