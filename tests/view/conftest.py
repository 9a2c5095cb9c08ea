"""Chromium for the tests of the page: Debian's, driven by playwright. Skipped where there is none, but not in CI."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.view.browsing import FLAGS, Opener


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if not chromium:
        if os.environ.get("KG_REQUIRE_BROWSER"):
            pytest.fail("KG_REQUIRE_BROWSER is set, but there is no chromium: apt-get install chromium fonts-noto-cjk")
        pytest.skip("there is no chromium: apt-get install chromium fonts-noto-cjk")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def opener(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Opens pages; at the end of the test no page may have complained, and none may have asked for anything."""
    opened = Opener(browser, tmp_path)
    yield opened
    opened.close()
    assert opened.complaints == []
    assert opened.requests == []
