"""The page in a real browser, with no network but the server."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Error, Page, Request, sync_playwright

pytestmark = [pytest.mark.browser, pytest.mark.server, pytest.mark.slow]


@pytest.fixture
def page() -> Iterator[Page]:
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        except Error as error:
            pytest.skip(f"no Chromium: {error.message.splitlines()[0]}")
        yield browser.new_page()
        browser.close()


def test_an_example_is_asked_and_answered(server: str, page: Page) -> None:
    faults: list[str] = []
    elsewhere: list[str] = []

    def watch(request: Request) -> None:
        if not request.url.startswith((server, "data:", "blob:")):
            elsewhere.append(request.url)

    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("request", watch)
    page.goto(server)
    page.select_option("#examples", "investments-by-company")
    page.wait_for_selector(".yasr td:has-text('Northland')", timeout=10_000)
    assert "15000000000" in page.inner_text(".yasr")
    assert (faults, elsewhere) == ([], [])


def test_the_picture_is_there(server: str, page: Page) -> None:
    page.goto(server)
    page.click("text=Picture of the graph")
    page.wait_for_selector("#canvas", timeout=10_000)
    assert page.url == f"{server}/graph"
