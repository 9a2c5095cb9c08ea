"""Time of the page against pyvis' own page of the same graph: building, opening, searching.

Run on a quiet machine: python benchmarks/view.py > benchmarks/view.md
Needs Chromium (apt-get install chromium) and playwright. Read the ratios, not the seconds.
"""

from __future__ import annotations

import math
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from playwright.sync_api import Browser, Page, sync_playwright
from pyvis.network import Network

from kg.model import Resolution
from kg.view import ViewOptions, render, words
from kg.view.selection import degrees, ranked
from tests.view.browsing import FLAGS
from tests.view.samples import grown

RUNS = 3
GIVE_UP = 60  # seconds

# Notes when the canvas first holds more than its background, and when it has not changed for half a second.
PROBE = """
const probe = { first: null, steady: null };
const note = (name, value) => { probe[name] = value; console.log("probe " + name + " " + value); };
const differs = (data, i) => [0, 1, 2, 3].some((channel) => data[i + channel] !== data[channel]);
const small = document.createElement("canvas"); small.width = 240; small.height = 150;
const context = small.getContext("2d", { willReadFrequently: true });
let last = "", since = 0;
const look = () => {
  const canvas = document.querySelector("canvas");
  if (canvas && canvas.width > 10) {
    context.clearRect(0, 0, 240, 150); context.drawImage(canvas, 0, 0, 240, 150);
    const data = context.getImageData(0, 0, 240, 150).data;
    let sum = 0, seen = false;
    for (let i = 0; i < data.length; i += 4) {
      sum = (sum * 31 + data[i] + 3 * data[i + 1] + 7 * data[i + 2] + data[i + 3]) | 0;
      seen ||= differs(data, i);
    }
    const now = performance.now();
    if (seen && probe.first === null) note("first", now);
    if (String(sum) !== last) { last = String(sum); since = now; }
    else if (probe.first !== null && probe.steady === null && now - since > 500) note("steady", since);
  }
  setTimeout(look, 20);
};
look();
"""


def pyvis_page(graph: Resolution, directed: bool = False) -> str:
    """The graph as pyvis draws it by default (physics on), made self-contained by `in_line`."""
    network = Network(cdn_resources="in_line", height="900px", directed=directed)
    for entity in graph.entities:
        network.add_node(entity.id, label=entity.name, title=entity.name)
    names = {entity.id: entity.name for entity in graph.entities}
    for deal in graph.deals:
        hover = words.deal_hover(deal, names[deal.subject], names[deal.object])
        network.add_edge(deal.subject, deal.object, label=words.deal_label(deal), title=hover)
    return str(network.generate_html())


def seconds(action: Callable[[], object], runs: int = RUNS) -> float:
    """Median processor time of an action: single-threaded work, whatever else the machine does."""
    times = []
    for _ in range(runs):
        started = time.process_time()
        action()
        times.append(time.process_time() - started)
    return statistics.median(times)


def _note(text: str, noted: dict[str, float]) -> None:
    if text.startswith("probe "):
        _, name, milliseconds = text.split()
        noted[name] = float(milliseconds) / 1000


class Watch:
    """Opens pages and times them."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser = browser
        self._folder = folder

    def open(self, html: str) -> tuple[Page, float | None, float | None]:
        """A page, and the seconds until something was drawn and until it stood still; None: not within the limit."""
        path = self._folder / "page.html"
        path.write_text(html, encoding="utf-8")
        page = self._browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.route("http*://**", lambda route: route.abort())  # pyvis' bootstrap: fail at once, as without a network
        page.add_init_script(PROBE)
        noted: dict[str, float] = {}
        page.on("console", lambda message: _note(message.text, noted))
        page.goto(path.as_uri(), wait_until="commit")
        end = time.monotonic() + GIVE_UP
        while "steady" not in noted and time.monotonic() < end:
            page.wait_for_timeout(20)
        return page, noted.get("first"), noted.get("steady")

    def median(self, html: str, runs: int = RUNS) -> tuple[float, float]:
        """Medians of first picture and steady picture."""
        firsts, steadies = [], []
        for _ in range(runs):
            page, first, steady = self.open(html)
            page.context.close()
            firsts.append(math.inf if first is None else first)
            steadies.append(math.inf if steady is None else steady)
        return statistics.median(firsts), statistics.median(steadies)

    def search(self, html: str, name: str) -> float:
        """Seconds from the last key of a search to the panel of what was found."""
        page, _, _ = self.open(html)
        page.fill("#search", name)
        started = time.perf_counter()
        page.press("#search", "Enter")
        page.wait_for_function("name => document.querySelector('#panel h2')?.textContent.includes(name)", arg=name)
        taken = time.perf_counter() - started
        page.context.close()
        return taken


def shown(value: float) -> str:
    return f"> {GIVE_UP} s" if value == math.inf else f"{value:.2f} s"


def opening(watch: Watch) -> None:
    print("## Opening\n")
    print("First picture and steady picture after the start of loading, physics of pyvis as it comes.\n")
    print("| nodes / edges | page | size | first | steady |\n| --- | --- | --- | --- | --- |")
    for nodes, edges in ((500, 800), (2000, 3200), (10_000, 16_000)):
        graph = grown(nodes, edges)
        pages = {"kg": render(graph)}
        if nodes == 2000:
            pages["kg, all nodes in sight"] = render(graph, ViewOptions(top=nodes))
        if nodes <= 2000:
            pages["pyvis in_line"] = pyvis_page(graph)
        steady: dict[str, float] = {}
        for name, html in pages.items():
            first, steady[name] = watch.median(html, RUNS if nodes <= 500 or name.startswith("kg") else 1)
            size = f"{len(html.encode()) / 1e6:.2f} MB"
            print(f"| {nodes:,} / {edges:,} | {name} | {size} | {shown(first)} | {shown(steady[name])} |", flush=True)
        if nodes == 500:
            ratio = min(steady["pyvis in_line"], GIVE_UP) / steady["kg"]
            more = "> " if steady["pyvis in_line"] == math.inf else ""
            print(f"| | **ratio** | | | **{more}{ratio:.0f}×** |")
    graph = grown(10_000, 16_000)
    weak = next(entity.name for entity in reversed(ranked(graph)) if degrees(graph.deals)[entity.id])
    html = render(graph)
    taken = statistics.median(watch.search(html, weak) for _ in range(RUNS))
    print(f"\nSearch for the weakest of 10,000 nodes, from Enter to its open panel: {taken:.2f} s.\n")


def building() -> None:
    print("## Building the page (processor time)\n")
    print("| nodes / edges | kg (with layout) | pyvis | pyvis, directed |\n| --- | --- | --- | --- |")
    for nodes, edges in ((5000, 10_000), (10_000, 20_000), (20_000, 40_000)):
        graph = grown(nodes, edges)
        ours = seconds(lambda graph=graph: render(graph))  # type: ignore[misc]
        theirs = seconds(lambda graph=graph: pyvis_page(graph), 1)  # type: ignore[misc]
        directed = seconds(lambda graph=graph: pyvis_page(graph, directed=True), 1)  # type: ignore[misc]
        print(
            f"| {nodes:,} / {edges:,} | {ours:.2f} s | {theirs:.1f} s ({theirs / ours:.0f}×) "
            f"| {directed:.1f} s ({directed / ours:.0f}×) |",
            flush=True,
        )
    print("\nkg: medians of three. pyvis: one run each; undirected, its default, it also drops parallel edges.")


def main() -> None:
    print("# The page against pyvis' own page\n\nMade by `python benchmarks/view.py`; medians of three unless said.\n")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        opening(Watch(browser, Path(folder)))
        browser.close()
    building()


if __name__ == "__main__":
    main()
