"""Names with apostrophes, figures and sums beside them, and nouns in lower case that belong to a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TypesOf = Callable[[str], dict[str, str]]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Lindal's Gardening was bought by Orbico.", "Lindal's Gardening", "Company"),
        ("Orbico signed with St. John's University.", "St. John's University", "Organization"),
        ("The chain owns Hardy's and Zippy's in Ohio.", "Hardy's", "Company"),
        ("The chain owns Hardy's and Zippy's in Ohio.", "Zippy's", "Company"),
        ("The rival sold 3i Group in 2024.", "3i Group", "Company"),
        ("The city paid Orbico $6 million.", "Orbico", "Company"),
        ("The drive was paid for by the Veld foundation and Lindal Capital.", "Veld foundation", "Organization"),
        ("Former Trump campaign manager Paul Manley was charged.", "Trump campaign", "Organization"),
        ("The chain belongs to Dairy Queen and Burger King.", "Burger King", "Company"),
    ],
)
def test_whole_name(types_of: TypesOf, text: str, name: str, kind: str) -> None:
    assert types_of(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "junk"),
    [
        ("Orbico's profit rose. It beat Orbico's.", "Orbico's"),
        (
            "The Federal Government's Efficient Heating Networks paid.",
            "Federal Government's Efficient Heating Networks",
        ),
        ("Lindal's Education Minister Jane Doe met Orbico.", "Lindal's Education"),
        ("He is a friend of Lindal's and a fan of hers.", "Lindal's"),
        ("Lindal paid $6 million for its ad campaign.", "ad campaign"),
        ("It was a private foundation of Orbico.", "private foundation"),
    ],
)
def test_no_such_name(types_of: TypesOf, text: str, junk: str) -> None:
    assert junk not in types_of(text)
