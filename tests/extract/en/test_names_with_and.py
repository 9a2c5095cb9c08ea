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
        ("Orbico Plc and ABC Communications Corp. signed an agreement.", {"Orbico Plc", "ABC Communications Corp."}),
    ],
)
def test_two_names_with_and_between(parse: Parse, text: str, names: set[str]) -> None:
    assert names <= _names(parse, text)
