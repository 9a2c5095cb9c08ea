"""Every boilerplate pattern on the lines it is for, and on those it must leave alone."""

from __future__ import annotations

import pytest
import spacy

from kg.extract.en.boilerplate import is_boilerplate, read_layout
from kg.extract.en.dateline import dateline_end, find_date, is_date_line
from kg.extract.en.sheet import read
from kg.extract.rules import load

_LINES = load("en/boilerplate.yaml")["lines"]


@pytest.mark.parametrize("line", [line for entry in _LINES for line in entry["skip"]])
def test_lines_without_news_are_dropped(line: str) -> None:
    assert is_boilerplate(line)


@pytest.mark.parametrize("line", [line for entry in _LINES for line in entry["keep"]])
def test_lines_that_look_alike_stay(line: str) -> None:
    assert not is_boilerplate(line)


@pytest.mark.parametrize(
    ("line", "dateline", "date"),
    [
        ("BEIJING, Aug 8, 2022 - Acme said", "BEIJING, Aug 8, 2022 - ", "2022-08-08"),
        ("MADISON, Wis. (April 20, 2021) — The board", "MADISON, Wis. (April 20, 2021) — ", "2021-04-20"),
        ("(Beijing, 22 July 2022) Eight billion", "(Beijing, 22 July 2022) ", "2022-07-22"),
        ("Budapest, February 24, 2023. Protesters", "Budapest, February 24, 2023. ", "2023-02-24"),
        ("NAIROBI/WASHINGTON, May 22 - Acme", "NAIROBI/WASHINGTON, May 22 - ", None),
        ("BEIJING (Reuters) - Acme said", "BEIJING (Reuters) - ", None),
        ("HONG KONG: Acme is to build", "HONG KONG: ", None),
        ("date 2019-01-05 Acme will", "date 2019-01-05 ", "2019-01-05"),
        ("date 2025-07-22 Bhopal, July 22 Acme is", "date 2025-07-22 Bhopal, July 22 ", "2025-07-22"),
        ("MADISON, Wis. (WABC)- The board", "MADISON, Wis. (WABC)- ", None),
        (
            "Muscat – Oman and Belarus signed three memoranda on Wednesday to work together on cars and trains.",
            "Muscat – ",
            None,
        ),
        (
            "Doha, Qatar: Orbico has officially signed the contract for its new headquarters at the port, it said.",
            "Doha, Qatar: ",
            None,
        ),
        (
            "New Delhi [India], January 5: Orbico signed an agreement with Vorzan on Monday to build cars and buses.",
            "New Delhi [India], January 5: ",
            None,
        ),
        ("Orbico – a maker of lamps in Poland that nobody knew – will build a plant that is to cost a lot.", "", None),
        (
            "Nigeria: the country that has most people in Africa will get a plant which is to be built by Orbico.",
            "",
            None,
        ),
        ("Orbico – Vorzan deal near", "", None),
        ("In April the capital let the company", "", None),
        ("Acme in May 5 of its plants closed.", "", None),
        ("Gov. Jane Doe and Mayor John Roe had met.", "", None),
    ],
)
def test_dateline(line: str, dateline: str, date: str | None) -> None:
    end = dateline_end(line)
    assert line[:end] == dateline
    assert find_date(line[:end]) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Monday, October 14, 2019", "2019-10-14"),
        ("14th of October 2019", "2019-10-14"),
        ("date 2019-07-23", "2019-07-23"),
        ("on 45 March 2020", None),
        ("in 2019", None),
    ],
)
def test_find_date(text: str, date: str | None) -> None:
    assert find_date(text) == date


def test_a_sentence_with_a_date_is_no_date_line() -> None:
    assert is_date_line("Thursday 17 August 2023")
    assert not is_date_line("It opened on 17 August 2023.")


def test_layout_drops_the_links_behind_a_related_heading_and_knows_title_case() -> None:
    text = (
        "Acme Invests Billions In New Northland Plant\n\nMonday, October 14, 2019\n\n"
        "Acme said so.\n\nRelated stories\n- Globex sues\n- Initech hires\n\nIt will go on."
    )
    doc = spacy.blank("en")(text)
    layout = read_layout(read(doc))
    dropped = [doc[start:end].text for start, end in layout.skipped]
    assert dropped == ["Monday, October 14, 2019", "Related stories", "- Globex sues", "- Initech hires"]
    assert layout.published == "2019-10-14"
    assert layout.title_case == {0}
