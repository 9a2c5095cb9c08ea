"""The organization that an office belongs to, named around it. All names are invented."""

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
        ("Jane Doe, PhD, president and CEO of Veloxa Labs, spoke.", {"Jane Doe > Veloxa Labs"}),
        ("Jane Doe, CFA, managing director of Nordbank, spoke.", {"Jane Doe > Nordbank"}),
        ("Tim Berg, the chairman of Sweden's biggest bank, Nordbank, said so.", {"Tim Berg > Nordbank"}),
        ("Jane Doe, chief executive of French healthcare start-up Nabluma, spoke.", {"Jane Doe > Nabluma"}),
        ('"We grow," said Jane Doe, chairman of Prague-based Patria Finance.', {"Jane Doe > Patria Finance"}),
        ("The head of the state-owned Naftohaz company, Jane Doe, spoke.", {"Jane Doe > Naftohaz"}),
        ("Jane Doe, principal officer and managing director of Lindal Care, spoke.", {"Jane Doe > Lindal Care"}),
        ("Jane Doe, managing director within lending at Orbico, spoke.", {"Jane Doe > Orbico"}),
        ("The plan was shown to US Vice-President Tom Hale.", {"Tom Hale > United States"}),
        ("Jane Doe, general manager at Rug Renovating, agreed.", {"Jane Doe > Rug Renovating"}),
        ("Jane Doe joined Orbico in 2015 as chief financial officer.", {"Jane Doe > Orbico"}),
        ("Jane Doe will join Orbico as CEO.", {"Jane Doe > Orbico"}),
        (
            "Tim Berg was dismissed from his post as director of the Orbico Foundation.",
            {"Tim Berg > Orbico Foundation"},
        ),
        ("Orbico's chief market strategist Jane Doe spoke.", {"Jane Doe > Orbico"}),
        ("Jane Doe, chief economist at Nordbank, spoke.", {"Jane Doe > Nordbank"}),
        (
            "Former Enronix chief executives Ken Lager and Jeff Hill spoke.",
            {"Ken Lager > Enronix", "Jeff Hill > Enronix"},
        ),
        (
            "Two former directors of Nordbank, Tim Berg and Jane Doe, left.",
            {"Tim Berg > Nordbank", "Jane Doe > Nordbank"},
        ),
        ("Jan Kos and Jane Doe, co-chief executives of Orbico, spoke.", {"Jan Kos > Orbico", "Jane Doe > Orbico"}),
        ("Jane Doe, project manager at Orbico Geo, spoke.", {"Jane Doe > Orbico Geo"}),
        ("President Tim Hill nominated Jane Doe to lead the Energy Agency.", {"Jane Doe > Energy Agency"}),
        ("Jane Doe was previously president of Motor Advisory Services.", {"Jane Doe > Motor Advisory Services"}),
        ("Jane Doe, head of sales, training and services at Nordbank, spoke.", {"Jane Doe > Nordbank"}),
        ("The chairman of Orbico Systems, Republican Senator Jane Doe, spoke.", {"Jane Doe > Orbico Systems"}),
        ("Jane Doe, director, Orbico Systems also spoke.", {"Jane Doe > Orbico Systems"}),
        ("Diana King of the Larimer Safety Council spoke.", set()),
        ("Tim Berg withdrew from Orbico stores.", set()),
        ("Tim Berg did not resign from Orbico in May.", set()),
        ("The chief executives of Orbico and Nordbank, Tim Berg and Jane Doe, met.", set()),
        ("Jane Doe, MD and Group CEO, Nordbank, spoke.", {"Jane Doe > Nordbank"}),
    ],
)
def test_the_organization_around_an_office(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Orbico Systems, headed by economist Tim Berg and others, met.", {"Tim Berg > Orbico Systems"}),
        ("Orbico Systems, a firm run by former Tim Berg campaign advisers, is spending money.", set()),
        ("Jane Doe resigned from Orbico Systems in May.", {"Jane Doe > Orbico Systems"}),
        ("Jane Doe resigned from the party in May, Orbico Systems said.", set()),
        ("Jane Doe joined the board of Nordbank.", {"Jane Doe > Nordbank"}),
    ],
)
def test_who_runs_joins_or_leaves_it(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs
