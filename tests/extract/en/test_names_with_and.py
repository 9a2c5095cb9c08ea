"""Where "and" stands inside of a name, and where it stands between two. All parties are invented or public bodies."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.mentions import annotate

Parse = Callable[[str], Doc]


def _names(parse: Parse, text: str) -> set[str]:
    doc = parse(text)
    return {doc[s.start : s.end].text for s in annotate(doc, None).spans if s.source not in ("nominal", "chunk")}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Insurance Regulatory and Development Authority of India fined Orbico.", None),
        ("The Medical and Dental Council of Nigeria suspended Orbico.", None),
        ("The American Association of Hip and Knee Surgeons met Orbico.", None),
        ("The Equalities and Human Rights Commission fined Orbico.", None),
        ("The Center for Democracy and Development signed an agreement with Orbico.", None),
        ("The Society of Motor Manufacturers and Traders signed an agreement with Orbico.", None),
        ("The Central Board of Indirect Taxes and Customs fined Orbico.", None),
        ("The Joint Admission and Matriculation Board sued Orbico.", None),
        ("Jane Doe is chief of the Organized Crime and Racketeering Unit.", "Organized Crime and Racketeering Unit"),
        ("In Lindal the trust has begun work on a Peace and Justice Center.", "Peace and Justice Center"),
        ("U.S. Immigration and Customs Enforcement arrested Jane Doe.", "U.S. Immigration and Customs Enforcement"),
        ("Siva Investments and Holdings Limited bought Orbico.", "Siva Investments and Holdings Limited"),
        ("The Veldra Building and Development Co Ltd sued Orbico.", "Veldra Building and Development Co Ltd"),
        ("Veltran Recycling and Recovery was fined by Orbico.", "Veltran Recycling and Recovery"),
        ("The county hired Hotchner and Associates for a study.", "Hotchner and Associates"),
        ("It hired the law firm Marrow and Trell to sue Orbico.", "Marrow and Trell"),
        ("It hired the firm Whiteman, Osterman & Trell to sue Orbico.", "Whiteman, Osterman & Trell"),
        ("The Ports, Customs and Free Zone Corporation met Orbico.", None),
        ("Redcar and Cleveland Borough Council approved the plan of Orbico.", "Redcar and Cleveland Borough Council"),
        ("The Borough of Kensington and Chelsea hired Orbico.", "Borough of Kensington and Chelsea"),
        ("Roads and Ports Department chief Jane Doe met Orbico.", "Roads and Ports Department"),
        ("Energy, Trade and Labour Ministry officials met Orbico.", "Energy, Trade and Labour Ministry"),
        ("The Ecology, Geology and Natural Resources Ministry fined Orbico.", None),
        ("The Zakat, Tax and Customs Authority fined Orbico.", None),
        ("The Department for Digital, Culture, Media and Sport met Orbico.", None),
        ("The Hong Kong and Macau Affairs Office wrote to Orbico.", "Hong Kong and Macau Affairs Office"),
        ("The grant came from the Center for Tech and Civic Life.", "Center for Tech and Civic Life"),
        ("A brewer, Scottish and Newcastle (S&N), wants Orbico.", "Scottish and Newcastle"),
    ],
)
def test_one_name_with_and(parse: Parse, text: str, name: str | None) -> None:
    whole = name or text.removeprefix("The ").partition(" Orbico")[0].rpartition(" ")[0]
    found = _names(parse, text)
    assert whole in found or any(f and whole.startswith(f) and " and " in f for f in found)
    assert not any(whole.endswith(" and " + f) or whole.startswith(f + " and ") for f in found)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Congress and the Justice Department sued Orbico.", {"Congress", "Justice Department"}),
        ("The University of Leeds and Orbico Energy signed an agreement.", {"University of Leeds", "Orbico Energy"}),
        ("The Department of Justice and Visa signed an agreement.", {"Department of Justice", "Visa"}),
        ("Visa and Citizens Bank signed an agreement.", {"Visa", "Citizens Bank"}),
        ("Kenya and Uganda Revenue Authority signed an agreement.", {"Kenya", "Uganda Revenue Authority"}),
        ("The Bank of England and the Treasury fined Orbico.", {"Bank of England", "Treasury"}),
        (
            "Kenya stops the London Stock Exchange-Deutsche Boerse deal",
            {"London Stock Exchange", "Deutsche Boerse"},
        ),
        ("US/UK talks began and Orbico won.", {"US", "UK"}),
        ("Orbico signed a deal with CNN/SI on Monday.", {"CNN/SI"}),
        ("Visa and Board of Investment of Kenya agreed.", {"Visa", "Board of Investment"}),
        ("It met Orbico, Trade and Industry Ministry and Visa.", {"Orbico", "Trade and Industry Ministry", "Visa"}),
        ("Leeds and Bradford agreed with Orbico.", {"Leeds", "Bradford"}),
        ("The oil firm Shell and Total have won.", {"Shell", "Total"}),
        ("The partners are Visa, Kroger, Publix, Stop & Shop, and more.", {"Visa", "Kroger", "Publix"}),
        ("Zambia, Orbico & Marsh agreed.", {"Zambia", "Orbico & Marsh"}),
        ("The Energy and Power Development Minister met Visa.", {"Visa"}),
        ("It licensed Veldra Foods and United Breweries Ltd.", {"Veldra Foods", "United Breweries Ltd."}),
        ("Orbico Plc and ABC Communications Corp. signed an agreement.", {"Orbico Plc", "ABC Communications Corp."}),
    ],
)
def test_two_names_with_and_between(parse: Parse, text: str, names: set[str]) -> None:
    assert names <= _names(parse, text)
