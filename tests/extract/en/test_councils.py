"""Local councils by description: they act for the town or county, or are the council named before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

References = Callable[[str], dict[str, list[str]]]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("The Lancaster City Council met. Council members left.", "Council members", "Lancaster City Council"),
        ("Denver will get new trams. The city council approved the plan.", "The city council", "Denver"),
        ("The budget of Sussex County grew. Commissioners approved it.", "Commissioners", "Sussex County"),
        ("Councillors in Leeds have agreed to buy trams.", "Councillors", "Leeds"),
        ("Denver's city council voted to hire an engineer.", "city council", "Denver"),
        (
            "The Sussex County Board of Supervisors met. Supervisors hired an engineer.",
            "Supervisors",
            "Sussex County Board of Supervisors",
        ),
    ],
)
def test_a_council_is_that_of_its_town(references: References, text: str, words: str, names: str) -> None:
    assert references(text)[words] == [names]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Leeds will get new trams. The council approved the plan.", "The council"),
        ("Leeds and Denver will get new trams. The city council approved the plan.", "The city council"),
        ("The Lancaster City Council met. The county council stayed away.", "The county council"),
        ("The Lancaster City Council met. Two council members voted against the plan.", "council members"),
        ("The European Council met in Leeds. Council members approved the plan.", "Council members"),
        ("Denver grew. The company's board approved the plan.", "board"),
    ],
)
def test_another_council_is_not_taken_up(references: References, text: str, words: str) -> None:
    assert words not in references(text)
