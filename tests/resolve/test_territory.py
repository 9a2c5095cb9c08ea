from __future__ import annotations

import pytest

from kg.resolve.territory import Reading, readings


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hebei provincial government", Reading("hebei", "province", government=True)),
        ("Yunnan Provincial People's Government", Reading("yunnan", "province", government=True)),
        ("City of Cape Town", Reading("cape town", "city")),
        ("Government of the Republic of Kenya", Reading("kenya", "country", government=True)),
        ("authorities in Wuhan", Reading("wuhan", government=True)),
        ("Arlington, Va.", Reading("arlington", parent="Va.")),
        ("Chinese government", Reading("chinese", government=True)),
        ("重庆市永川区", Reading("永川", "district", parent="重庆市")),
        ("贵州省政府", Reading("贵州", "province", government=True)),
        ("香港特區政府", Reading("香港", government=True)),
        ("临港管委会", Reading("临港", government=True, office=True)),
    ],
)
def test_names_of_governments_are_read_as_places(name: str, expected: Reading) -> None:
    assert expected in readings(name)


@pytest.mark.parametrize("name", ["the city", "government", "市政府"])
def test_common_nouns_are_no_place(name: str) -> None:
    assert readings(name) == ()


def test_the_literal_name_comes_first() -> None:
    assert readings("New York City")[0].place == "new york city"
