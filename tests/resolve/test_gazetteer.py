from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.model import EntityType
from kg.resolve import gazetteer
from kg.resolve.iris import entity_iri


def test_every_entry_has_its_iri_a_country_and_a_parent_that_is_there() -> None:
    known = gazetteer.load()
    for entry in known.entries:
        assert entry.id == entity_iri(entry.name, entry.type)
        assert entry.type is EntityType.PERSON or entry.country, entry
        assert entry.parent is None or known.get(entry.parent), entry


def test_it_is_large_and_bilingual() -> None:
    entries = gazetteer.load().entries
    organizations = [entry for entry in entries if entry.type is not EntityType.PERSON]
    assert len(organizations) >= 400
    assert sum(bool(entry.chinese) for entry in organizations) >= 400
    assert all(entry.english for entry in organizations)


def test_no_name_is_of_two_organizations() -> None:
    known = gazetteer.load()
    for entry in known.entries:
        if entry.type is not EntityType.PERSON:
            for name in entry.names:
                bearers = [other for other in known.find(name) if other.type is not EntityType.PERSON]
                assert bearers == [entry], name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tencent Holdings Ltd.", "Tencent"),
        ("Tencent Cloud", "Tencent Cloud"),
        ("阿里巴巴集團", "Alibaba"),
        ("寧德時代", "CATL"),
        ("China Railway Group", "China Railway Group"),
        ("国家网信办", "Cyberspace Administration of China"),
    ],
)
def test_names_are_found_without_their_accidents(name: str, expected: str) -> None:
    assert [entry.name for entry in gazetteer.load().find(name)] == [expected]


def test_identifiers_have_their_scheme_and_no_two_share_one() -> None:
    known = gazetteer.load()
    (microsoft,) = known.find("Microsoft")
    assert microsoft.identifiers == (("CIK", "0000789019"), ("ticker", "MSFT"))
    given = [pair for entry in known.entries for pair in entry.identifiers]
    assert len(given) == len(set(given))
    assert all(scheme and value for scheme, value in given)


def test_own_names_add_and_override(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text(
        "name,type,aliases,country,parent,same_as\n"
        "Acme,Company,Acme Robotics|阿克米,DE,,https://www.wikidata.org/entity/Q1\n"
        "Tencent,Company,Penguin,CN,,\n",
        encoding="utf-8",
    )
    known = gazetteer.load(path)
    assert [entry.name for entry in known.find("阿克米")] == ["Acme"]
    assert [entry.name for entry in known.find("Penguin")] == ["Tencent"]
    assert known.find("腾讯") == ()
    assert len(known.entries) == len(gazetteer.load().entries) + 1


def test_own_names_as_turtle(tmp_path: Path) -> None:
    path = tmp_path / "names.ttl"
    path.write_text(
        "@prefix kg: <https://kg.example.org/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<x> a kg:Company ; skos:prefLabel "Acme"@en, "阿克米"@zh ; skos:altLabel "Acme Corp."@en .',
        encoding="utf-8",
    )
    (entry,) = gazetteer.read(path)
    assert (entry.id, entry.english, entry.chinese) == (
        "https://kg.example.org/company/acme", ("Acme", "Acme Corp."), ("阿克米",)
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("n.csv", "title\nx\n", "needs the columns"),
        ("n.csv", "name,type\nAcme,Firm\n", "no type that kg knows"),
        ("n.csv", "name,type,color\nAcme,Company,red\n", "unknown column"),
        ("n.csv", "name,type,country\nAcme,Company,Germany\n", "not a two-letter"),
        ("n.csv", "name,type,same_as\nAcme,Company,javascript:alert(1)\n", "not an http"),
        ("n.csv", "name,type\n ,Company\n", "has no name"),
        ("n.ttl", "<x> a ", "not valid Turtle"),
    ],
)
def test_a_bad_names_file_is_refused_with_its_reason(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=message):
        gazetteer.load(tmp_path / name)


def test_a_missing_names_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot be read"):
        gazetteer.load(tmp_path / "none.csv")
