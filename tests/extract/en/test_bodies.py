"""Public bodies by description: which name they stand for, and how they are called where the article names none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.mentions import annotate

Parse = Callable[[str], Doc]


def _body(doc: Doc, words: str) -> str:
    annotation = annotate(doc)
    spans = [s for s in annotation.spans if s.source == "nominal" and doc[s.start : s.end].text == words]
    return annotation.entities[spans[0].entities[0]].name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The US competition watchdog has sued Orbico. The Federal Trade Commission fears high prices.",
            "competition watchdog",
            "Federal Trade Commission",
        ),
        (
            "India's aviation watchdog warned Orbico. The European Union Aviation Safety Agency had asked for parts. "
            "The Directorate General of Civil Aviation said so.",
            "aviation watchdog",
            "Directorate General of Civil Aviation",
        ),
        (
            "Kenya's telecoms regulator fined Orbico. The Ministry of Health was not asked. "
            "The Communications Authority of Kenya gave it a month.",
            "telecoms regulator",
            "Communications Authority of Kenya",
        ),
        (
            "The suit was brought by the US financial watchdog, the Securities and Exchange Commission.",
            "financial watchdog",
            "Securities and Exchange Commission",
        ),
        ("Italy's antitrust authority fined Orbico.", "antitrust authority", "Italy's antitrust authority"),
        ("The city of Lima's consumer agency fined Orbico.", "consumer agency", "city of Lima's consumer agency"),
        (
            "The Federal Trade Commission was asked. Italy's antitrust authority fined Orbico.",
            "antitrust authority",
            "Italy's antitrust authority",
        ),
        ("The central bank of Kenya fined Orbico.", "central bank", "central bank of Kenya"),
        ("Kenya's parliament has approved the loan of Orbico.", "parliament", "Kenya's parliament"),
        ("A federal judge ordered Orbico to pay $3 million.", "A federal judge", "federal judge"),
        ("A judge in Delaware fined Orbico.", "judge", "judge in Delaware"),
        ("Officials in Texas fined Orbico.", "Officials", "Texas"),
        ("Lindby County voted. County officials approved the plan of Orbico.", "County officials", "Lindby County"),
        ("The Bank of Lindby fined Orbico. The Bank said so.", "The Bank", "Bank of Lindby"),
        (
            "Italy's antitrust authority fined Orbico. The regulator said that it had misled users.",
            "The regulator",
            "Italy's antitrust authority",
        ),
    ],
)
def test_described_bodies(parse: Parse, text: str, words: str, name: str) -> None:
    assert _body(parse(text), words) == name


def test_two_bodies_ahead_are_no_answer(parse: Parse) -> None:
    text = "Kenya's regulator fined Orbico. The Energy Authority of Kenya met the Competition Authority of Kenya."
    assert _body(parse(text), "regulator") == "Kenya's regulator"
