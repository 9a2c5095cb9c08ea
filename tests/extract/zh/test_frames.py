"""Every frame finds the facts of its own examples."""

from __future__ import annotations

import pytest

from kg.errors import RuleError
from kg.extract.zh import extract
from kg.extract.zh.frames import Frame, _role, frames
from kg.model import Document, Fact

EXAMPLES = [(frame, text, facts) for frame in frames() for text, facts in frame.examples]


def _lines(facts: tuple[Fact, ...]) -> set[str]:
    return {f"{fact.subject.name}|{fact.relation}|{fact.object.name}" for fact in facts}


@pytest.mark.parametrize(("frame", "text", "expected"), EXAMPLES, ids=[f"{f.id}-{t[:8]}" for f, t, _ in EXAMPLES])
def test_example(frame: Frame, text: str, expected: tuple[str, ...]) -> None:
    facts = extract(Document("a.txt", text, published="2023-05-10", language="zh"))
    assert set(expected) <= _lines(facts)
    assert {line for line in _lines(facts) if f"|{frame.relation}|" in line} == {
        line for line in expected if f"|{frame.relation}|" in line
    }


def test_every_frame_has_an_example() -> None:
    assert [frame.id for frame in frames() if not frame.examples] == []


def test_unknown_selector_is_reported() -> None:
    with pytest.raises(RuleError, match="no selector 'elsewhere'"):
        _role("subject elsewhere: company", "own.yaml")
