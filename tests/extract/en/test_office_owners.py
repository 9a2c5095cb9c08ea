"""Names before an office and its holder; offices of several, of bodies named elsewhere, and who follows whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.extract import readings
from kg.extract.en.frames import frames
from kg.extract.en.mentions import annotate
from kg.extract.en.office_owners import office_behind
from kg.extract.en.sheet import read
from kg.model import Document, Relation


def _pairs(doc: Doc) -> set[str]:
    found = readings(doc, Document("test", doc.text), annotate(doc), frames())
    return {f"{f.subject.name} > {f.object.name}" for f, _ in found if f.relation is Relation.LEADS}


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Vantora regional director Samuel Otieno spoke.", "director"),
        ("Zymolex head of policy and research Carl Sund spoke.", "head"),
        ("Petrosur president Mr. Paredes spoke.", "president"),
        ("Vantora directors spoke to Samuel Otieno.", ""),
        ("Vantora director of the year awards opened.", ""),
        ("Vantora sued Samuel Otieno.", ""),
    ],
)
def test_office_behind_a_name(text: str, office: str, parse: Callable[[str], Doc]) -> None:
    assert office_behind(read(parse(text)), 1) == office


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ('"We stay," said Vantora regional director Samuel Otieno.', {"Samuel Otieno > Vantora"}),
        ("PurelightX chief executive Dana Holm spoke.", {"Dana Holm > PurelightX"}),
        ("Former Fox News chief Ralph Brice wrote a book.", {"Ralph Brice > Fox News"}),
        ("Orbico Systems, whose chief executive is Paola Serna, grew.", {"Paola Serna > Orbico Systems"}),
        ("The bank's governor, Mervyn King of the Bank of England, spoke.", {"Mervyn King > Bank of England"}),
        ("Claire Moss, Director of Business Development at Orbico Systems, spoke.", {"Claire Moss > Orbico Systems"}),
        ("Orbico Systems Senior Project Manager Luke Stock spoke.", {"Luke Stock > Orbico Systems"}),
        ("Incumbent President Lena Bello spoke.", set()),
        ("Press Secretary Amy Spital spoke.", set()),
    ],
)
def test_whose_office_it_is(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "CEOs Mark Fenn of Orbico Systems and Lisa Oduya of Tencent appeared.",
            {"Mark Fenn > Orbico Systems", "Lisa Oduya > Tencent"},
        ),
        (
            "Prime Ministers Jonas Lind of Sweden and Mette Holm of Denmark met.",
            {"Jonas Lind > Sweden", "Mette Holm > Denmark"},
        ),
        (
            "Co-chief executives Ted Marsh and Gail Porter of Orbico Systems left.",
            {"Ted Marsh > Orbico Systems", "Gail Porter > Orbico Systems"},
        ),
        (
            "Paul Renner and Julia Weiss, chief executives of Tencent and Huawei respectively, met.",
            {"Paul Renner > Tencent", "Julia Weiss > Huawei"},
        ),
        (
            "Anita Rao has been appointed finance chief of Tencent, succeeding Rohan Mehta.",
            {"Anita Rao > Tencent", "Rohan Mehta > Tencent"},
        ),
        (
            "Mr. Keita is to be replaced at the head of Tencent by Fatou Camara.",
            {"Keita > Tencent", "Fatou Camara > Tencent"},
        ),
        (
            "Klaus Regler, managing director of Tencent, will be succeeded by Pierre Gramont.",
            {"Klaus Regler > Tencent", "Pierre Gramont > Tencent"},
        ),
        ("Peter Kofi, who until last month was deputy head of Tencent, left.", {"Peter Kofi > Tencent"}),
        ("Ann Muse, formerly a clerk of the city, has been appointed chief of Tencent.", {"Ann Muse > Tencent"}),
        ("Gordon Yip is in charge of compliance at Tencent.", {"Gordon Yip > Tencent"}),
        ("The officer in charge of the raid praised Tencent.", set()),
        ("If Jane Holt becomes chief executive of Tencent, shares will rise.", set()),
        ("She met the nominee for Treasury secretary, Jane Holt.", set()),
    ],
)
def test_offices_of_several(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Tencent will cut 300 jobs, company chairman Neil Farr said.", {"Neil Farr > Tencent"}),
        ("The company's chairman, Yusuf Demir, said Tencent would grow.", {"Yusuf Demir > Tencent"}),
        (
            "The Federal Data Commission met on Friday, acting chair Rebecca Stone said.",
            {"Rebecca Stone > Federal Data Commission"},
        ),
        ("Wigan Council met. Council leader Derek Platt spoke.", {"Derek Platt > Wigan Council"}),
        (
            "The Nigeria Police Force spoke. The Kogi State Commissioner of Police, CP Musa Bello, left.",
            {"Musa Bello > Kogi State"},
        ),
        ("The World Bank country director for Uganda Mukami Kariuki spoke.", {"Mukami Kariuki > World Bank"}),
        ("UNICEF Representative in Yemen, Lena Gomez, spoke.", {"Lena Gomez > UNICEF"}),
        ("Representative Lena Gomez spoke to UNICEF.", set()),
        (
            "The Federal Data Commission was mired in controversy. The acting chair, Caroline Poole, left.",
            {"Caroline Poole > Federal Data Commission"},
        ),
        (
            "The Chairman of the Committee is Mrs. Ada Eze. The Federal Data Commission met.",
            set(),
        ),
        (
            "The governor, Musa Bello, said the Central Bank of Nigeria was late.",
            {"Musa Bello > Central Bank of Nigeria"},
        ),
        ("The Ministry of Works met. The Honourable Minister, Musa Bello, spoke.", {"Musa Bello > Ministry of Works"}),
        ("The Ministry of Works met. Minister Bello spoke.", set()),
        ("Police Commissioner Edward Coben of New York spoke.", {"Edward Coben > New York"}),
        ("Canada's Natural Resources Minister Seamus Wilk spoke.", {"Seamus Wilk > Canada"}),
        ("Collier County met. County Commissioner Bill Danley spoke.", {"Bill Danley > Collier County"}),
        ("Collier County met. Insurance Commissioner Bill Danley spoke.", set()),
    ],
)
def test_offices_of_bodies_named_elsewhere(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Jan Lopes, Senior Vice President, Europe, Eurasia, and Sub-Saharan Africa region, Tencent, spoke.",
            {"Jan Lopes > Tencent"},
        ),
        (
            "John Dowse, executive director of Tencent's local subsidiary, Orbico Exploration Ltd, spoke.",
            {"John Dowse > Orbico Exploration Ltd"},
        ),
        ("Ukraine's former pro-Russia President Viktor Yanuk fell.", {"Viktor Yanuk > Ukraine"}),
        ("Mr. Musa Sunday Thomas, chairman of Tencent, spoke.", {"Musa Sunday Thomas > Tencent"}),
        ("Musa Bello, a Superintendent of Police, spoke.", set()),
        ("The Mexican drug boss Damas Lopez fled.", set()),
        ("Peter Kremer heads a study with a drug of Tencent.", set()),
        ("The Tencent session led by Melissa Klein was long.", set()),
    ],
)
def test_what_is_led_and_what_is_not(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs
