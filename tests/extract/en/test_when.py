"""The day of a fact: of the dates in its sentence the one that stands with what happened, read back or ahead."""

from __future__ import annotations

import pytest

from kg.extract.pipeline import extract
from kg.model import Document, Relation

_PLACES = frozenset({Relation.LOCATED_IN, Relation.PARTICIPATES_IN})


def _dates(text: str) -> set[str | None]:
    facts = extract(Document("a.txt", text, published="2025-02-14"))
    return {fact.date for fact in facts if fact.relation not in _PLACES}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "In August, the navy awarded Brellin Corp a contract to keep testing a drone.",
            "2024-08",
        ),
        ("In November the ministry awarded Brellin Corp a contract to begin building a hospital in Kisumu.", "2024-11"),
        ("Ostar Foods chief executive Maria Lopez will step down at the end of March.", "2025-03"),
        ("Ostar Foods chairman Maria Lopez is retiring in April.", "2025-04"),
        ("Ostar Bank will open a data centre in Nairobi in June.", "2025-06"),
    ],
)
def test_the_verb_of_a_date_says_whether_it_is_to_come(text: str, date: str) -> None:
    assert _dates(text) == {date}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Early on Sunday, Ostar Group announced it had signed an agreement with the government of Chad after Niger"
            " closed a border on Wednesday.",
            "2025-02-09",
        ),
        (
            "In 2013, the governments of Kenya and Ghana signed a fisheries agreement with a first review by 2018.",
            "2013",
        ),
        (
            "Velm Motors, which in May last year agreed to pay $4 million to the Labor Department to settle a wage"
            " case, has new owners.",
            "2024-05",
        ),
        (
            "Dalen Rail and Ostar Foods, which have been partners in a cold store since 2001, will share a depot.",
            "2001",
        ),
        ("Ostar Foods has grown since its 1996 purchase of Dalen Dairies Co.", "1996"),
        ("Ostar Bank signed an agreement with the Ministry of Health the day before yesterday.", "2025-02-12"),
    ],
)
def test_other_events_and_terms_do_not_date_a_fact(text: str, date: str) -> None:
    assert _dates(text) == {date}


def test_a_term_dates_what_is_planned() -> None:
    assert _dates("Ostar Bank plans to open a data centre in Nairobi by mid-2027.") == {"2027"}
