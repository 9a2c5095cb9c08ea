"""Officers of counties and towns, rulers, junior ministers, and holders behind the body that they head."""

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
        ("Barton County met on Monday. Sheriff Dale Whitmore spoke.", {"Dale Whitmore > Barton County"}),
        ("Barton County met. County Treasurer Anne Krall spoke.", {"Anne Krall > Barton County"}),
        ("Barton County Clerk Rosa Timmins opened the bids.", {"Rosa Timmins > Barton County"}),
        ("Barton County Judge Ellen Strand met the commissioners.", {"Ellen Strand > Barton County"}),
        ("Barton County Public Works Director Sam Lowe spoke.", {"Sam Lowe > Barton County"}),
        ("The city of Akron will pay half, City Manager Joan Peake said.", {"Joan Peake > city of Akron"}),
        ("Akron Finance Director Sam Lowe recommended the bid.", {"Sam Lowe > Akron"}),
        ("Akron Fire Chief Ray Dunn said the trucks were old.", {"Ray Dunn > Akron"}),
        ("Barton County sheriff's deputy Dale Whitmore arrested two men.", set()),
        ("Deputy Sheriff Dale Whitmore arrested two men in Barton County.", set()),
        ("District Judge Ellen Strand of Barton County threw out the suit.", set()),
        ("Barton County Judge Ellen Strand threw out the suit.", set()),
        ("A clerk at Orbico Systems, Rosa Timmins, was arrested in Barton County.", set()),
    ],
)
def test_officers_of_counties_and_towns(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "Rashid Al Nuaimi, Crown Prince of Dubai and Chairman of Orbico Ports, spoke.",
            {"Rashid Al Nuaimi > Dubai", "Rashid Al Nuaimi > Orbico Ports"},
        ),
        ("Selangor Menteri Besar Datuk Seri Rosli Hamdan spoke.", {"Rosli Hamdan > Selangor"}),
        (
            "The Governor of Nasarawa State, His Excellency, Engr. Abdul Suleja, spoke.",
            {"Abdul Suleja > Nasarawa State"},
        ),
        (
            "Li Wen, deputy secretary of the Lindu Municipal Party Committee and mayor of Lindu, met the group.",
            {"Li Wen > Lindu Municipal Party Committee", "Li Wen > Lindu"},
        ),
        (
            "The Minister of Works, Dave Umahia, spoke for the Federal Ministry of Works.",
            {"Dave Umahia > Federal Ministry of Works"},
        ),
        (
            "Rural Affairs Minister Jonas Brekke said Norway would pay.",
            {"Jonas Brekke > Ministry of Rural Affairs"},
        ),
        (
            "The Parliamentary Secretary for Settlement Services, Laura Ferris, spoke.",
            {"Laura Ferris > Ministry for Settlement Services"},
        ),
        ("Former military ruler Augusto Ferrand of Chile died.", set()),
        ("Former Labour deputy prime minister John Prentice spoke.", set()),
        ("The foreign minister, Jonas Brekke, spoke to Orbico Systems.", set()),
    ],
)
def test_rulers_and_ministers(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "He met Chairman Sindh Water Authority Sajjad Ghanawi in Karachi.",
            {"Sajjad Ghanawi > Sindh Water Authority"},
        ),
        (
            "The chairman of the provincial People's Committee Nguyen Manh Hoa spoke.",
            {"Nguyen Manh Hoa > People's Committee"},
        ),
        ("The chairman of Orbico's board of directors, Tim Berg, spoke.", {"Tim Berg > Orbico"}),
        ("Tim Berg is a member of Orbico's supervisory board.", {"Tim Berg > Orbico"}),
        (
            "The cabinet appointed former Nordbank CEO, Tim Berg, as the new CEO of Orbico.",
            {"Tim Berg > Nordbank", "Tim Berg > Orbico"},
        ),
        (
            "Ann Hale joins Orbico after serving as president of the Joplin Chamber of Commerce.",
            {"Ann Hale > Joplin Chamber of Commerce"},
        ),
        (
            "Sun Wei, deputy mayor of Tianjin and secretary general of the Tianjin government, Wang Ping, vice chairman"
            " of the Tianjin Trade Council, and others spoke.",
            {"Sun Wei > Tianjin", "Wang Ping > Tianjin Trade Council"},
        ),
        ("Pierre Blanc, Ambassador Extraordinary and Plenipotentiary of France, spoke.", {"Pierre Blanc > France"}),
        ("Scott Kuper, one of Nordbank's managing partners, agreed.", {"Scott Kuper > Nordbank"}),
        ("Orbico's F-35 program manager Jeff Babler said so.", {"Jeff Babler > Orbico"}),
        ("The head of Orbico's London office, Tim Berg, said so.", {"Tim Berg > Orbico"}),
        (
            "The board chose Tim Berg, a former Orbico and Nordbank CEO.",
            {"Tim Berg > Orbico", "Tim Berg > Nordbank"},
        ),
        ("Former Nordbank partner David Brill pleaded guilty.", {"David Brill > Nordbank"}),
        (
            "Cllr Ann Hale, cabinet member for highways, spoke. Lindby City Council agreed.",
            {"Ann Hale > Lindby City Council"},
        ),
        (
            "President Samia named the Lindal Community's Secretary General, Dr. Ann Hale, as chair of Orbico.",
            {"Ann Hale > Lindal Community", "Ann Hale > Orbico"},
        ),
        ("Australian Greens Leader Christine Millar spoke.", set()),
        ("Australian wing commander Ronald Gorst met her.", set()),
        ("Betar led the delegation of the House of Representatives to Nordbank.", set()),
        ("The court recognises its rival, Tim Berg, as the country's leader. Chile objected.", set()),
        ("Tim Berg sued a member of Orbico's staff.", set()),
        ("Ann Hale joined Orbico after talks with its president.", set()),
    ],
)
def test_holders_and_their_bodies(text: str, pairs: set[str], parse: Callable[[str], Doc]) -> None:
    assert _pairs(parse(text)) == pairs
