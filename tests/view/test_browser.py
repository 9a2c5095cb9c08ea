"""The page in a real browser: what a reader sees, clicks and types."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from kg.view import ViewOptions, render
from kg.view.selection import degrees, ranked
from tests.view.browsing import Opener, centre, find, screenshot
from tests.view.samples import ATTACKS, grown, hostile, small

pytestmark = pytest.mark.browser


@pytest.fixture
def page(opener: Opener) -> Page:
    return opener(render(small()))


def test_it_opens_on_the_whole_small_graph(page: Page) -> None:
    screenshot(page, "small-light")
    expect(page.locator("h1")).to_have_text("Companies and governments: who does what with whom")
    expect(page.locator("#summary")).to_contain_text("6 facts about 6 entities from 2 articles, 2018–2023")
    expect(page.locator("#scope")).to_contain_text("6 entities of 6, 6 facts of 6 in sight")
    expect(page.locator("#canvas canvas")).to_be_visible()


def test_the_network_is_drawn_in_the_colours_of_the_types(page: Page) -> None:
    seen = page.evaluate(
        """() => { const canvas = document.querySelector("#canvas canvas");
        const data = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
        const colors = new Set();
        for (let i = 0; i < data.length; i += 4) colors.add([data[i], data[i + 1], data[i + 2]].join());
        return [...colors]; }"""
    )
    for color in ("0,114,178", "192,74,0", "138,97,0", "91,79,181", "168,73,127"):
        assert color in seen


def test_dark_follows_the_system_and_the_button(opener: Opener) -> None:
    page = opener(render(small()), scheme="dark")
    screenshot(page, "small-dark")
    back = "() => getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(back) == "rgb(20, 23, 27)"
    page.get_by_role("button", name="Light / dark").click()
    assert page.evaluate(back) == "rgb(255, 255, 255)"


def test_search_suggests_by_any_name_and_opens_the_panel(page: Page) -> None:
    page.fill("#search", "诺兰")
    expect(page.get_by_role("option")).to_have_count(1)
    expect(page.get_by_role("option")).to_contain_text("Norrland Kraft")
    page.press("#search", "ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") == "suggestion-0"
    page.press("#search", "Enter")
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_contain_text("Norrland Kraft")
    expect(panel).to_contain_text("4 facts")
    expect(panel).to_contain_text("TEST0001")
    screenshot(page, "panel")


def test_search_finds_subject_matters(page: Page) -> None:
    find(page, "cloud")
    expect(page.locator("#scope")).to_contain_text("1 fact of 6")
    assert "domain=cloud" in page.url


def test_a_search_without_match_is_said(page: Page) -> None:
    page.fill("#search", "zzzz")
    expect(page.locator("#live")).to_have_text("Nothing found")


def test_a_click_on_a_node_opens_it_and_one_beside_it_closes_it(page: Page) -> None:
    find(page, "Südwind")  # centres it
    page.keyboard.press("Escape")
    page.locator("#panel").get_by_role("button", name="Close details").click()
    expect(page.locator("#panel")).to_be_hidden()
    find(page, "Südwind")
    page.mouse.click(*centre(page))
    expect(page.locator("#panel h2")).to_contain_text("Südwind AG")
    x, y = centre(page)
    page.mouse.click(x - 60, y - 250)
    expect(page.locator("#panel")).to_be_hidden()


def test_hover_shows_plain_text(page: Page) -> None:
    find(page, "Norrland")
    x, y = centre(page)
    page.mouse.move(x - 100, y - 100)
    page.mouse.move(x, y)
    expect(page.locator("div.vis-tooltip")).to_have_css("visibility", "visible")
    expect(page.locator("div.vis-tooltip")).to_contain_text("Company · 4 facts")


def test_a_click_on_an_edge_shows_its_fact(opener: Opener) -> None:
    page = opener(render(small(), ViewOptions(focus="Li Example")))
    expect(page.locator("#scope")).to_contain_text("Around Li Example")
    expect(page.locator("#scope")).to_contain_text("2 entities of 6, 1 fact of 6")
    page.mouse.click(*centre(page))  # the only edge runs through the middle
    panel = page.locator("#panel")
    expect(panel.locator("h2")).to_have_text("leads")
    expect(panel).to_contain_text("mayor")
    expect(panel.locator("blockquote")).to_have_text("诺兰电力与海城市政府签署战略合作协议")
    expect(panel.locator("blockquote")).to_have_attribute("lang", "zh")


def test_a_fact_has_everything_and_marks_conflicts(page: Page) -> None:
    page.get_by_role("tab", name="Table").click()
    page.get_by_role("button", name="Open: Norrland Kraft – invests 1.2B CNY – Haicheng").click()
    panel = page.locator("#panel")
    for text in (
        "1,200,000,000 CNY",
        "planned",
        "2021-05",
        "data centers",
        "95 %",
        "Sources disagree",
        "about 1.5B CNY",
    ):
        expect(panel).to_contain_text(text)
    expect(panel.locator("blockquote")).to_have_count(2)
    link = panel.get_by_role("link", name="Norrland Kraft goes to Haicheng").first
    expect(link).to_have_attribute("href", "https://news.example.org/harbour")
    expect(link).to_have_attribute("rel", re.compile("noopener.*noreferrer"))


def test_only_web_addresses_become_links(page: Page) -> None:
    find(page, "Haicheng")
    panel = page.locator("#panel")
    expect(panel).to_contain_text("javascript:alert(1)")
    assert panel.locator("a").evaluate_all("all => all.filter(a => !/^https?:/.test(a.href)).length") == 0


def test_the_legend_filters(page: Page) -> None:
    page.get_by_role("checkbox", name="Person").uncheck()
    expect(page.locator("#scope")).to_contain_text("5 entities of 6, 5 facts of 6")
    page.get_by_role("checkbox", name="invests").uncheck()
    expect(page.locator("#scope")).to_contain_text("3 facts of 6")
    page.get_by_role("checkbox", name="proposed").uncheck()
    expect(page.locator("#scope")).to_contain_text("2 facts of 6")
    page.get_by_role("button", name="Reset").click()
    expect(page.locator("#scope")).to_contain_text("6 facts of 6")
    expect(page.get_by_role("checkbox", name="Person")).to_be_checked()


def test_confidence_and_time_filter(page: Page) -> None:
    page.get_by_role("slider", name="Least confidence").fill("0.8")
    expect(page.locator("#scope")).to_contain_text("2 facts of 6")
    page.get_by_role("slider", name="Least confidence").fill("0")
    page.get_by_role("slider", name="First time shown").fill("48")  # January 2022
    expect(page.locator("#scope")).to_contain_text("2 facts of 6")
    assert "from=2022-01" in page.url
    page.get_by_role("slider", name="First time shown").press("Home")
    expect(page.locator("#scope")).to_contain_text("6 facts of 6")


def test_filters_that_leave_nothing_say_so(page: Page) -> None:
    for relation in ("invests", "partners with", "builds", "leads", "supplies"):
        page.get_by_role("checkbox", name=relation).uncheck()
    expect(page.locator("#nothing")).to_contain_text("No fact passes these filters.")
    page.locator("#nothing").get_by_role("button", name="Reset").click()
    expect(page.locator("#nothing")).to_be_hidden()


def test_a_view_can_be_sent(opener: Opener) -> None:
    page = opener(render(small()))
    page.get_by_role("checkbox", name="Facility").uncheck()
    page.get_by_role("tab", name="Timeline").click()
    find(page, "Norrland")
    fragment = page.url.split("#", 1)[1]
    other = opener(render(small()), fragment)
    expect(other.get_by_role("tab", name="Timeline")).to_have_attribute("aria-selected", "true")
    expect(other.get_by_role("checkbox", name="Facility")).not_to_be_checked()
    expect(other.locator("#panel h2")).to_contain_text("Norrland Kraft")


@pytest.mark.parametrize(
    "fragment",
    [
        "view=nonsense&limit=-3&hops=x&from=99999&type=,,,&focus=nobody&entity=%3Cimg%3E&deal=x",
        "%%%",
        "type=%25%E0%A4%A&=&&&",
    ],
)
def test_a_fragment_that_means_nothing_is_passed_over(opener: Opener, fragment: str) -> None:
    expect(opener(render(small()), fragment).locator("#scope")).to_contain_text("6 facts of 6 in sight")


def test_the_timeline_shows_every_dated_fact(page: Page) -> None:
    page.get_by_role("tab", name="Timeline").click()
    screenshot(page, "timeline")
    marks = page.locator("#view-timeline g.mark")
    expect(marks).to_have_count(6)
    expect(marks.first).to_have_attribute("aria-label", "2018: Norrland Kraft – invests 40M EUR – Haicheng, ended")
    marks.nth(1).press("Enter")
    expect(page.locator("#panel h2")).to_have_text("invests")


def test_the_map_has_places_and_lines(page: Page) -> None:
    page.get_by_role("tab", name="Map").click()
    screenshot(page, "map")
    view = page.locator("#view-map")
    expect(view.locator("path.line")).to_have_count(5)
    expect(view).to_contain_text("Natural Earth")
    haicheng = view.get_by_role("button", name="Haicheng, Place").bounding_box()
    rotterdam = view.get_by_role("button", name="Südwind AG, Company").bounding_box()
    assert haicheng and rotterdam
    assert rotterdam["x"] < haicheng["x"]  # west of it
    assert rotterdam["y"] < haicheng["y"]  # north of it
    view.get_by_role("button", name="Haicheng, Place").press("Enter")
    expect(page.locator("#panel h2")).to_contain_text("Haicheng")
    before = view.locator("svg.picture > g").first.get_attribute("transform")
    view.get_by_role("button", name="Zoom in").click()
    assert view.locator("svg.picture > g").first.get_attribute("transform") != before


def test_the_table_sorts(page: Page) -> None:
    page.get_by_role("tab", name="Table").click()
    screenshot(page, "table")
    amounts = page.locator("#view-table tbody td:nth-child(4)")
    page.get_by_role("button", name="Amount").click()
    page.get_by_role("button", name="Amount").click()
    assert amounts.all_inner_texts()[:3] == ["1.2B CNY", "40M EUR", ""]
    expect(page.locator("th[aria-sort=descending]")).to_contain_text("Amount")


def test_columns_and_back(page: Page) -> None:
    page.get_by_role("button", name="In columns").click()
    screenshot(page, "columns")
    assert "layout=columns" in page.url
    page.get_by_role("button", name="Spread out").click()
    assert "layout" not in page.url


def test_the_network_is_walked_with_the_keyboard(page: Page) -> None:
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    expect(page.locator("#live")).to_contain_text("Norrland Kraft, Company, 4 facts")
    page.keyboard.press("ArrowDown")
    expect(page.locator("#live")).not_to_contain_text("Norrland Kraft, Company")
    page.keyboard.press("f")
    expect(page.locator("#scope")).to_contain_text("Around")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()


def test_an_empty_graph_says_so(opener: Opener) -> None:
    from kg.model import Resolution

    page = opener(render(Resolution((), (), ())))
    expect(page.locator("#nothing")).to_contain_text("This graph holds no facts.")
    for view in ("Timeline", "Map", "Table", "Network"):
        page.get_by_role("tab", name=view).click()


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_text_never_runs(opener: Opener, attack: str) -> None:
    page = opener(render(hostile(attack), ViewOptions(title=attack)))
    assert page.evaluate("document.querySelectorAll('script').length") == 3
    find(page, attack[:6])
    page.mouse.move(*centre(page))
    for view in ("Timeline", "Map", "Table", "Network"):
        page.get_by_role("tab", name=view).click()
    page.get_by_role("tab", name="Table").click()
    page.locator("#view-table tbody tr").first.get_by_role("button").last.click()
    page.locator("#panel details summary").all()
    assert page.evaluate("window.pwned") is None
    assert page.locator("#panel a").evaluate_all("all => all.filter(a => !/^https?:/.test(a.href)).length") == 0
    assert page.locator("body img, main iframe, body object").count() == 0


def test_a_large_graph_opens_on_its_strongest_part(opener: Opener) -> None:
    graph = grown(3000, 4800)
    weak = next(entity.name for entity in reversed(ranked(graph)) if degrees(graph.deals)[entity.id])
    page = opener(render(graph))
    screenshot(page, "large")
    expect(page.locator("#scope")).to_contain_text("200 entities of")
    page.get_by_role("button", name="Show 200 more").click()
    expect(page.locator("#scope")).to_contain_text("400 entities of")
    find(page, weak)
    expect(page.locator("#scope")).to_contain_text(f"Around {weak}")
    page.get_by_role("button", name="Show everything again").click()
    expect(page.locator("#scope")).to_contain_text("entities of")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("#scope")).not_to_contain_text("more")


def test_it_works_on_a_narrow_screen(opener: Opener) -> None:
    page = opener(render(small()), size=(390, 800))
    screenshot(page, "narrow")
    find(page, "Norrland")
    expect(page.locator("#panel h2")).to_contain_text("Norrland Kraft")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_focus_stays_where_the_reader_is(opener: Opener) -> None:
    page = opener(render(small()), "view=timeline")
    page.locator("#view-timeline g.mark").nth(2).press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')").startswith("2021-06-10")
    page = opener(render(small()), "focus=company/norrland-kraft")
    page.get_by_role("button", name="2 steps").press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "2 steps"


def test_the_map_is_dragged(opener: Opener) -> None:
    page = opener(render(small()), "view=map")
    mark = page.locator("#view-map").get_by_role("button", name="Südwind AG, Company")
    before = mark.locator("path").get_attribute("transform")
    page.mouse.move(900, 700)
    page.mouse.down()
    page.mouse.move(950, 720, steps=4)
    page.mouse.up()
    expect(mark.locator("path")).not_to_have_attribute("transform", str(before))


def test_the_policy_stops_requests(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(render(small()), encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    asked = "address => fetch(address).then(() => 'sent', error => String(error))"
    assert "Failed to fetch" in page.evaluate(asked, "https://example.org/")
    blocked = """() => new Promise(done => {
        addEventListener('securitypolicyviolation', event => done(event.blockedURI));
        new Image().src = 'https://example.org/pixel.png'; })"""
    assert page.evaluate(blocked) == "https://example.org/pixel.png"
    page.close()
