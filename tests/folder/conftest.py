"""An extractor for tests of the folder: fast, and it counts what it is asked."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.extract.own_names import OwnNames
from kg.model import Document, EntityType, Evidence, Fact, Mention, Relation

_SIGNED = re.compile(r"(\w+) signed with (\w+)\.")


class Extractor:
    """Finds "A signed with B." and remembers the names of the documents."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def __call__(
        self,
        document: Document,
        model: str | None = None,
        rules: tuple[Path, ...] = (),
        names: OwnNames | None = None,
        min_confidence: float = 0.5,
    ) -> tuple[Fact, ...]:
        found = self._found(document)
        return tuple(fact for fact in found if fact.confidence >= min_confidence)

    def _found(self, document: Document) -> tuple[Fact, ...]:
        self.seen.append(document.name)
        if "boom" in document.text:
            raise ValueError("boom")
        return tuple(
            Fact(
                document.name,
                Mention(found[1], found[1], EntityType.COMPANY, found.start(1), found.end(1), (found[1],)),
                Relation.PARTNERS_WITH,
                Mention(found[2], found[2], EntityType.PLACE, found.start(2), found.end(2), (found[2],)),
                Evidence(found[0], found.start(), found.end()),
                confidence=0.3 if found[1] == "Maybe" else 0.9,
                rule="test",
            )
            for found in _SIGNED.finditer(document.text)
        )


@pytest.fixture
def extractor(monkeypatch: pytest.MonkeyPatch) -> Extractor:
    made = Extractor()
    monkeypatch.setattr("kg.extract.pipeline.extract", made)
    return made


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Acme signed with Wuhan. Acme signed with Hebei.", encoding="utf-8")
    (folder / "b.txt").write_text("Globex signed with Wuhan.", encoding="utf-8")
    return folder
