"""Opening a rendered page in Chromium and watching what it does."""

from __future__ import annotations

import os
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Opener:
    """Opens pages and keeps what they complain about and ask for.

    Attributes:
        complaints: Console errors and warnings, script errors.
        requests: Addresses of everything but the page itself and its own data: and blob: addresses.
    """

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser = browser
        self._folder = folder
        self._contexts: list[BrowserContext] = []
        self.complaints: list[str] = []
        self.requests: list[str] = []

    def __call__(
        self, html: str, fragment: str = "", scheme: str = "light", size: tuple[int, int] = (1440, 900)
    ) -> Page:
        """Open a page and wait until it is drawn."""
        page = self.plain(html, fragment, scheme, size)
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    def plain(self, html: str, fragment: str = "", scheme: str = "light", size: tuple[int, int] = (1440, 900)) -> Page:
        """Write `html` to a file and open it."""
        path = self._folder / f"page-{len(self._contexts)}.html"
        path.write_text(html, encoding="utf-8")
        width, height = size
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, accept_downloads=True
        )
        self._contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._request)
        page.goto(path.as_uri() + (f"#{fragment}" if fragment else ""))
        return page

    def close(self) -> None:
        """Close every page."""
        for context in self._contexts:
            context.close()

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def _request(self, request: Request) -> None:
        own = request.url.startswith(("data:", "blob:")) or request.is_navigation_request()
        if not own:
            self.requests.append(request.url)


def screenshot(page: Page, name: str) -> None:
    """Keep a picture of the page in the folder that `KG_SCREENSHOTS` names, for people to look at."""
    folder = os.environ.get("KG_SCREENSHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=str(Path(folder) / f"{name}.png"))


def centre(page: Page) -> tuple[float, float]:
    """Middle of the network's canvas on the screen."""
    box = page.locator("#canvas").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def find(page: Page, text: str) -> None:
    """Search for `text` and take the first suggestion."""
    page.fill("#search", text)
    page.press("#search", "Enter")
