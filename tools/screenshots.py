"""Pictures of a built graph for the README and the docs.

Run: kg build seeds -o out && python tools/screenshots.py out/graph.html docs/screenshots
Needs Chromium with Chinese fonts (apt-get install chromium fonts-noto-cjk) and playwright.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

SHOTS = {
    "graph": ("", "light"),
    "panel": ("entity=company/tencent", "light"),
    "focus": ("focus=company/alibaba&hops=2", "dark"),
    "timeline": ("view=timeline", "light"),
    "map": ("view=map", "light"),
}
"""File name → (fragment of the page's address, colour scheme)."""


def main(page: Path, folder: Path) -> None:
    """Write a PNG for each of `SHOTS`."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for name, (fragment, scheme) in SHOTS.items():
            context = browser.new_context(viewport={"width": 1400, "height": 860}, color_scheme=scheme)  # type: ignore[arg-type]
            shown = context.new_page()
            shown.goto(f"{page.resolve().as_uri()}#{fragment}")
            shown.wait_for_selector("html[data-ready]", state="attached")
            shown.wait_for_timeout(300)  # the canvas is drawn in the next frames
            shown.screenshot(path=str(folder / f"{name}.png"))
            context.close()
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
