from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.resolve import cities as module
from kg.resolve.atlas import load as load_atlas
from kg.resolve.cities import Cities, index, load
from kg.resolve.names import fold

_TABLE = (
    "1\tSão Paulo\tsao paulo\tBR\t27\t10021295\t-23.5\t-46.6\tSampa|圣保罗",
    "2\tPorto\tporto\tPT\t17\t249633\t41.1\t-8.6\tOporto|Sampa",
    "3\tPorto\tporto\tUS\tTX\t16000\t30.0\t-97.0\tPorto",
)


def _cities() -> Cities:
    return Cities([row.encode() for row in _TABLE], [line.encode() for line in index(_TABLE)])


def test_a_city_is_found_by_its_name_with_and_without_accents() -> None:
    cities = _cities()
    assert cities.named("são paulo") == cities.named("sao paulo") == ("1",)
    assert cities.named("porto") == ("2", "3")
    assert cities.also_named("sampa") == ("1", "2")
    assert cities.also_named("oporto") == ("2",)
    assert cities.named("") == cities.also_named("") == cities.also_named("porto") == ()


def test_a_name_that_cannot_be_written_is_no_city() -> None:
    assert _cities().named("porto\ud800") == ()


def test_the_index_is_that_of_the_table() -> None:
    rows = module.TABLE.read_text(encoding="utf-8").splitlines()[1:]
    assert module.NAMES.read_text(encoding="utf-8").splitlines() == [module.NAMES_HEADER, *index(rows)]


def test_a_city_is_made_from_its_row() -> None:
    city = _cities().get("1")
    assert city
    assert (city.name, city.names, city.province, city.population) == (
        "São Paulo",
        ("Sampa", "圣保罗"),
        "BR.27",
        10021295,
    )
    assert _cities().get("9") is None
    assert "2" in _cities()


def test_the_table_is_sorted_and_folded_as_names_are() -> None:
    found = list(load())
    assert len(found) > 30_000
    assert [city.population for city in found] == sorted((city.population for city in found), reverse=True)
    for city in found[::50]:
        assert city.id in load().named(fold(city.name))


def test_every_city_is_a_place_in_a_known_country() -> None:
    atlas = load_atlas()
    assert all(atlas.country(f"@{city.id}") for city in list(load())[::100] if f"@{city.id}" in atlas.spots)


def test_a_table_of_another_shape_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "cities.tsv"
    monkeypatch.setattr(module, "TABLE", table)
    with pytest.raises(RuleError, match="cannot be read"):
        load.__wrapped__()
    table.write_text("a\tb\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"tools/cities\.py"):
        load.__wrapped__()
