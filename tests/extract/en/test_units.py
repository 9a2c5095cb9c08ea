"""Units and parents that are told by their trade alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.mentions import annotate

Parse = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Tencent Cloud built it. The cloud unit of Tencent also runs it.", "The cloud unit", "Tencent Cloud"),
        ("Hitachi Rail won. Hitachi's rail unit has a plant in Leeds.", "rail unit", "Hitachi Rail"),
        ("Siemens said so. Siemens Mobility is to be held 55 percent by the parent.", "the parent", "Siemens"),
    ],
)
def test_a_unit_and_its_parent_are_known_by_name(parse: Parse, text: str, words: str, name: str) -> None:
    doc = parse(text)
    annotation = annotate(doc)
    found = {doc[s.start : s.end].text: annotation.entities[s.entities[0]].name for s in annotation.spans}
    assert found.get(words) == name


def test_another_trade_is_another_unit(parse: Parse) -> None:
    doc = parse("Tencent Cloud built it. The music unit of Tencent also runs it.")
    assert not [s for s in annotate(doc).spans if "unit" in doc[s.start : s.end].text]
