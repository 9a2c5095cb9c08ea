"""What an office without an organization belongs to, and what it does not. All names are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import readings
from kg.extract.en.frames import frames
from kg.extract.en.mentions import annotate
from kg.model import Document, Relation


def _pairs(doc: Doc) -> set[str]:
    found = readings(doc, Document("test", doc.text), annotate(doc), frames())
    return {f"{f.subject.name} > {f.object.name}" for f, _ in found if f.relation is Relation.LEADS}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Orbico grew. Its UK operations chief, Jane Doe, spoke.", {"Jane Doe > Orbico"}),
        ("Orbico grew. Public relations manager Jane Doe spoke.", {"Jane Doe > Orbico"}),
        ("Poland grew. Vice-President Tim Berg spoke.", {"Tim Berg > Poland"}),
        ("Sweden opened a fair. King Harald of Norway spoke.", {"Harald > Norway"}),
    ],
)
def test_an_office_that_must_belong_somewhere(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "Orbico grew. Halifax chief executive Tim Berg spoke.",
        "Orbico grew. Committee Chairman Tim Berg spoke.",
        "Orbico grew. Conservative chairman Tim Berg spoke.",
        "Orbico joined Tim Berg, Chief Executive Officer of flynova, as a guest.",
        "Poland grew. The club's vice-president, Tim Berg, spoke.",
        "Poland grew. The organisation's president, Tim Berg, spoke.",
        "Kenya opened a fair. King Saha sang there.",
        "Orbico sold the Anaheim Super King Market.",
        "Orbico was sued at the Central Justice Center in Omaha.",
        "Dr. Jane Hill, MD, joined Orbico Health.",
        "Orbico grew. General Manager Procurement spoke.",
    ],
)
def test_an_office_of_somebody_else(text: str, parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == set()


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Israeli Prime Minister Binyam Netan and Defense Minister Yoav Galat were named in Egypt and Iran.",
            {"Binyam Netan > Israel", "Yoav Galat > Israel"},
        ),
        (
            "French President Jan Macro met Polish officials. His finance minister Jane Doe spoke.",
            {"Jan Macro > France", "Jane Doe > France"},
        ),
        (
            "US President Tom Hale met Chinese Foreign Minister Wang Li.",
            {"Tom Hale > United States", "Wang Li > China"},
        ),
        ("Orbico President Tom Hale and Finance Minister Jane Doe met in Kenya and Ghana.", {"Tom Hale > Orbico"}),
    ],
)
def test_the_ministers_of_a_head_of_government(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs
