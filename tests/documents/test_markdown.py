from __future__ import annotations

import pytest

from kg.documents.markdown import split
from kg.documents.metadata import Metadata

FRONT = "---\ntitle: The Title\ndate: 2020-04-08\noutlet: The Daily\nurl: https://x.example/a\n---\n"


def test_front_matter_is_read_and_blanked_out() -> None:
    text, metadata = split(FRONT + "Tencent invests.")
    assert metadata == Metadata("The Title", "The Daily", "2020-04-08", "https://x.example/a")
    assert text.index("Tencent") == len(FRONT)
    assert not text[: len(FRONT)].strip()
    assert text.count("\n") == FRONT.count("\n")


@pytest.mark.parametrize("text", ["# The Title\n\nText.", "Text.\n\n# The Title #\n", "The Title\n=====\n\nText."])
def test_the_first_heading_is_the_title(text: str) -> None:
    assert split(text)[1].title == "The Title"


def test_without_a_heading_the_first_line_may_be_the_title() -> None:
    assert split("Tencent turns to Wuhan\n\nIt will invest.")[1].title == "Tencent turns to Wuhan"


@pytest.mark.parametrize("front", ["a: [", "- x", "a: &a [1]\nb: *a", "!!python/object:os.system x", "x" * 30_000])
def test_front_matter_that_is_none_is_passed_over(front: str) -> None:
    assert split(f"---\n{front}\n---\nText.")[1] == Metadata()
