"""Facilities and events without names, and when two phrases mean one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.extract.en.mentions import annotate
from kg.model import EntityType

Parse = Callable[[str], Doc]


def _facilities(doc: Doc) -> dict[str, int]:
    """Name → number of mentions."""
    annotation = annotate(doc)
    return {
        entity.name: sum(1 for span in annotation.spans if index in span.entities)
        for index, entity in enumerate(annotation.entities)
        if entity.type is EntityType.FACILITY
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Acme will open a data centre in Kenya.", {"data centre"}),
        ("Acme will open a 400-bed hospital and a 660-megawatt plant.", {"400-bed hospital", "660-megawatt plant"}),
        ("Acme is building a supercomputing center and industrial base.", {"supercomputing center", "industrial base"}),
        ("Acme is rolling out a 5G network in Kenya.", {"5G network"}),
        ("Acme will create a strategic oil reserve.", {"strategic oil reserve"}),
        ("Acme is developing a solar project.", {"solar project"}),
        ("A road constructed by Acme is long.", {"road"}),
        ("Acme has begun construction of a road.", {"road"}),
        ("The road is long.", set()),
        ("Acme has a pilot project and a link to it.", set()),
        ("Its second headquarters will be in Arlington.", {"second headquarters"}),
        ("It runs three plants.", {"plants"}),
        ("The plant workers of Acme went home.", set()),
        ("The platform that they like is slow.", set()),
        ("Acme will establish a base in Wuhan.", {"base"}),
    ],
)
def test_names_of_facilities(parse: Parse, text: str, names: set[str]) -> None:
    assert set(_facilities(parse(text))) == names


def test_a_definite_phrase_takes_up_the_facility_before(parse: Parse) -> None:
    found = _facilities(
        parse("Acme will build a battery plant in Kenya. The plant will open in May. The factory is big.")
    )
    assert found == {"battery plant": 3}


def test_an_indefinite_phrase_is_another_facility(parse: Parse) -> None:
    found = _facilities(parse("Acme opened a battery plant in Kenya. A second plant is planned in Ghana."))
    assert found == {"battery plant": 1, "second plant": 1}


def test_events(parse: Parse) -> None:
    annotation = annotate(parse("Jane Doe spoke at the Digital Africa Summit in Accra. The summit ended on Friday."))
    events = [entity.name for entity in annotation.entities if entity.type is EntityType.EVENT]
    assert events == ["Digital Africa Summit"]
