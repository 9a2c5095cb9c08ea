from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.generated import grown
from kg.analytics.analysis import Analysis
from kg.analytics.questions import Asked, ask
from kg.analytics.report import facts as facts_module
from kg.analytics.report import render
from kg.analytics.report.labels import Labels
from kg.analytics.report.markup import element
from kg.analytics.selection import Selection
from kg.model import Resolution
from tests.analytics.cases import ten
from tests.view.samples import ATTACKS, hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_VOID = {"meta", "link", "br", "img", "input"}


class _Reader(HTMLParser):
    """Checks that elements are closed in order, and collects elements and links to facts."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in _VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop() == tag


def read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.stack == []
    return reader


def data(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert found
    content: dict[str, Any] = json.loads(found.group(1))
    return content


def test_the_page_is_well_formed_and_has_every_chart() -> None:
    page = render(Analysis(ten()))
    reader = read(page)
    assert reader.tags.count("figure") >= 9
    assert reader.tags.count("section") == 16
    for label in ("Network of up to", "Facts of the central actors", "Map: facts by place", "Facts by time", "in CNY"):
        assert f'aria-label="{label}' in page or label in page


def test_every_number_leads_to_its_facts() -> None:
    page = render(Analysis(ten()))
    content = data(page)
    sets = {int(value or -1) for name, value in read(page).attributes if name == "data-set"}
    assert sets == set(range(len(content["sets"])))
    ids = {one.id for one in ten().deals}
    assert {fact["id"] for fact in content["facts"]} <= ids
    tencent = re.search(r'<bdi>Tencent</bdi></th>.*?data-set="(\d+)"', page)
    assert tencent
    numbers = content["sets"][int(tencent.group(1))]
    assert {content["facts"][n]["s"] for n in numbers} == {"Tencent"}
    assert len(numbers) == 4


def test_facts_have_their_words_and_their_article() -> None:
    content = data(render(Analysis(ten())))
    fact = next(one for one in content["facts"] if one["o"] == "Songjiang")
    assert fact["amount"] == "15B CNY"
    ((number, words),) = fact["q"]
    assert words == "b.txt tells of a deal."
    assert content["articles"][number] == {
        "name": "Title of b.txt", "on": "2020-06-01", "url": "https://news.example.org/b.txt",
    }  # fmt: skip


def test_nothing_but_its_own_script_and_style_may_run() -> None:
    page = render(Analysis(ten()))
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy
    assert policy.group(1).startswith("default-src &#x27;none&#x27;")
    for tag in ("script", "style"):
        (body,) = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        digest = base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()
        assert f"sha256-{digest}" in policy.group(1)
    reader = read(page)
    assert not any(name == "style" or name.startswith("on") for name, _ in reader.attributes)
    assert not any(name == "src" for name, _ in reader.attributes)


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_comes_from_outside_is_never_markup(attack: str) -> None:
    page = render(Analysis(hostile(attack)))
    reader = read(page)
    assert "img" not in reader.tags
    assert reader.tags.count("script") == 2
    assert not any(name.startswith("on") for name, _ in reader.attributes)
    assert not any((value or "").startswith("javascript:") for name, value in reader.attributes if name == "href")
    assert all(one.get("url", "https://").startswith("http") for one in data(page)["articles"])


def test_the_same_input_gives_the_same_bytes() -> None:
    assert render(Analysis(ten())) == render(Analysis(ten()))


def test_an_empty_graph_has_a_page() -> None:
    page = render(Analysis(Resolution((), (), ())))
    assert "Nothing found." in page
    read(page)


def test_a_page_of_one_question() -> None:
    analysis = Analysis(ten(), Selection(places=("Hebei",)))
    page = render(analysis, [ask(analysis, "rivals", Asked(names=("Tencent", "Alibaba")))], "Rivals")
    assert read(page).tags.count("section") == 1
    assert "Tencent and Alibaba in Hebei" in page
    assert "--place=Hebei" in page
    assert "<title>Rivals</title>" in page


def test_a_large_graph_keeps_the_page_small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts_module, "EVERY", 100)
    monkeypatch.setattr(facts_module, "MOST", 20)
    sets = data(render(Analysis(grown(200, 400))))["sets"]
    cut = [one for one in sets if isinstance(one, dict)]
    assert cut
    assert all(len(one["facts"]) == 20 < one["total"] for one in cut)


def test_labels_keep_apart() -> None:
    labels = Labels(300)
    assert "Hebei" in labels.place("Hebei", 100, 50, 5)
    second = labels.place("Shanghai", 100, 50, 5)
    assert 'class="value halo end"' in second
    for _ in range(2):
        labels.place("Shanghai", 100, 50, 5)
    assert labels.place("Shanghai", 100, 50, 5) == "", "no side is left"


def test_elements_are_escaped() -> None:
    assert element("a", "<b>", href='"x"') == '<a href="&quot;x&quot;">&lt;b&gt;</a>'


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as running:
        try:
            started = running.chromium.launch(args=["--no-sandbox"])
        except playwright.Error:
            chromium = Path("/usr/bin/chromium")
            if not chromium.exists():
                pytest.skip("no Chromium")
            started = running.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        yield started
        started.close()


def opened(  # options of `new_page`
    browser: Browser,
    path: Path,
    page_text: str,
    **options: Any,  # noqa: ANN401
) -> tuple[Page, list[str]]:
    """The page in the browser, and what it complained about or asked of a network."""
    path.write_bytes(page_text.encode("utf-8"))
    page = browser.new_page(**options)
    trouble: list[str] = []
    page.on("console", lambda message: trouble.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith("file:") else trouble.append(request.url))
    page.goto(path.as_uri())
    return page, trouble


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_number_opens_its_facts(browser: Browser, tmp_path: Path, scheme: str) -> None:
    page, trouble = opened(browser, tmp_path / "page.html", render(Analysis(ten())), color_scheme=scheme)
    page.locator("#s2 a[data-set]").first.click()
    assert page.locator("#facts-title").inner_text() == "Alibaba – Partners: 4"
    assert page.locator("#facts-list li").count() == 5
    assert "tells of a deal" in page.locator("#facts-list").inner_text()
    page.keyboard.press("Escape")
    assert not page.locator("#facts").is_visible()
    assert trouble == []


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("attack", ATTACKS)
def test_no_attack_runs(browser: Browser, tmp_path: Path, attack: str) -> None:
    page, trouble = opened(browser, tmp_path / "page.html", render(Analysis(hostile(attack))))
    for link in page.locator("a[data-set]").all()[:5]:
        link.click()
        page.keyboard.press("Escape")
    assert page.evaluate("window.pwned") is None
    assert trouble == []


@pytest.mark.browser
@pytest.mark.slow
def test_the_page_fits_a_telephone(browser: Browser, tmp_path: Path) -> None:
    page, _ = opened(browser, tmp_path / "page.html", render(Analysis(ten())), viewport={"width": 390, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
