"""Every frame has a sentence of its own, and finds in it exactly the facts that it says it gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from kg.evaluation.names import normal
from kg.extract.en.extract import readings
from kg.extract.en.frames import Frame, frames
from kg.extract.en.mentions import annotate
from kg.model import Document, Mention

_FRAMES = [pytest.param(frame, id=frame.rule) for frame in frames().frames]


def _names(mention: Mention) -> frozenset[str]:
    return frozenset(normal(name, place=True) for name in (mention.name, mention.text, *mention.names))


def _stated(frame: Frame, doc: Doc) -> list[tuple[frozenset[str], frozenset[str]]]:
    """Both ends of each fact that the frame itself reads, each end with all of its names."""
    document = Document("example", doc.text)
    found = readings(doc, document, annotate(doc), frames())
    return [(_names(fact.subject), _names(fact.object)) for fact, _ in found if fact.rule == frame.rule]


@pytest.mark.parametrize("frame", _FRAMES)
def test_the_example_gives_exactly_what_the_frame_says(frame: Frame, parse: Callable[[str], Doc]) -> None:
    stated = _stated(frame, parse(frame.example))
    wanted = [tuple(normal(end.strip(), place=True) for end in given.split(" > ")) for given in frame.gives]
    for subject, target in wanted:
        assert any(subject in s and target in o for s, o in stated), f"{subject} > {target} is not found: {stated}"
    for s, o in stated:
        assert any(subject in s and target in o for subject, target in wanted), f"{sorted(s)} > {sorted(o)} is too much"


def test_every_frame_has_an_example() -> None:
    assert [frame.rule for frame in frames().frames if not frame.example] == []
