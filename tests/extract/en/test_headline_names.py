"""Headlines that capitalize every word hold the names known from elsewhere, and no others."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Doc

from kg.extract.en.mentions import annotate

Parse = Callable[[str], Doc]


def _in_first_line(doc: Doc) -> set[str]:
    end = next(token.i for token in doc if "\n" in token.text)
    return {doc[span.start : span.end].text for span in annotate(doc).spans if span.end <= end}


def test_known_names_and_names_of_the_text(parse: Parse) -> None:
    doc = parse("Kenya Fines Orbico Over Unpaid Taxes\n\nKenya has fined Orbico, a maker of phones. Orbico will pay.")
    assert _in_first_line(doc) == {"Kenya", "Orbico"}


def test_capitals_throughout(parse: Parse) -> None:
    doc = parse("US BANS HUAWEI FROM BUYING CHIPS\n\nThe United States has banned Huawei from buying chips.")
    assert {"US", "HUAWEI"} <= _in_first_line(doc)
