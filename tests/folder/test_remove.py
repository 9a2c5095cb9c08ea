from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import DocumentError, StoreError
from kg.folder.build import write
from kg.folder.names import DOCUMENTS, FACTS, STORE, TURTLE
from kg.folder.readings import read_documents
from kg.folder.remove import remove
from kg.model import Resolution
from kg.resolve import resolve
from kg.resolve.iris import BASE, document_iri
from kg.store import open_store
from kg.store.mapping import quads
from kg.store.validation import validate


def _build(folder: Path, resolution: Resolution, base: str = BASE) -> None:
    facts = [reading for deal in resolution.deals for reading in deal.readings]
    write(resolve(resolution.documents, facts), facts, folder, base)


def _content(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text("utf-8") for name in (TURTLE, DOCUMENTS, FACTS)}


@pytest.mark.parametrize("base", [BASE, "https://data.example.com/"])
def test_a_removed_document_leaves_the_folder_as_if_it_had_never_been(
    tmp_path: Path, resolution: Resolution, smaller: Resolution, base: str
) -> None:
    _build(tmp_path / "all", resolution, base)
    _build(tmp_path / "less", smaller, base)
    gone = remove(tmp_path / "all", ["south.txt"])
    assert (gone.documents, gone.readings, gone.deals) == (("south.txt",), 2, 1)
    assert gone.entities == 1, "Globex"
    assert _content(tmp_path / "all") == _content(tmp_path / "less")
    stores = [open_store(tmp_path / name / STORE, read_only=True) for name in ("all", "less")]
    assert set(stores[0].quads()) == set(stores[1].quads())
    assert validate(stores[0]) == []


def test_a_document_is_named_by_its_iri_too(tmp_path: Path, resolution: Resolution) -> None:
    _build(tmp_path, resolution)
    assert remove(tmp_path, [document_iri("云.txt")]).documents == ("云.txt",)
    assert [document.name for document in read_documents(tmp_path)] == ["north.txt", "south.txt"]


def test_an_unknown_document_changes_nothing(tmp_path: Path, resolution: Resolution) -> None:
    _build(tmp_path, resolution)
    before = _content(tmp_path)
    with pytest.raises(DocumentError, match=r"'nope\.txt'"):
        remove(tmp_path, ["south.txt", "nope.txt"])
    assert _content(tmp_path) == before


def test_the_last_document_stays(tmp_path: Path, resolution: Resolution) -> None:
    _build(tmp_path, resolution)
    with pytest.raises(DocumentError, match="no document left"):
        remove(tmp_path, [document.name for document in resolution.documents])


def test_a_folder_that_was_not_built_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kg build"):
        remove(tmp_path, ["a.txt"])


def test_rebuilding_with_one_changed_article_touches_only_what_it_says(tmp_path: Path, resolution: Resolution) -> None:
    _build(tmp_path, resolution)
    facts = [reading for deal in resolution.deals for reading in deal.readings]
    kept = [fact for fact in facts if fact.relation != "supplies"]
    write(resolve(resolution.documents, kept), kept, tmp_path)
    store = open_store(tmp_path / STORE, read_only=True)
    assert set(store.quads()) == set(quads(resolve(resolution.documents, kept)))
