from __future__ import annotations

import json
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from kg.errors import DocumentError, OutputError
from kg.folder import BuildOptions, Report, build, load
from kg.folder import build as build_function
from kg.folder.names import DECISIONS, DOCUMENTS, FACTS, OUTPUTS, STATE, TURTLE
from tests.folder.conftest import Extractor


def _pairs(out: Path) -> set[tuple[str, str]]:
    resolution = load(out)
    names = {entity.id: entity.name for entity in resolution.entities}
    return {(names[deal.subject], names[deal.object]) for deal in resolution.deals}


def _content(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.is_file()}


def test_a_build_writes_everything(extractor: Extractor, articles: Path, tmp_path: Path) -> None:
    report = build([articles], tmp_path / "out")
    assert (report.documents, report.facts, report.analysed, report.skipped) == (2, {"partners_with": 3}, 2, ())
    assert {path.name for path in (tmp_path / "out").iterdir()} == {*OUTPUTS, STATE}
    assert _pairs(tmp_path / "out") == {("Acme", "Wuhan"), ("Acme", "Hebei"), ("Globex", "Wuhan")}


def test_the_same_build_gives_the_same_bytes(extractor: Extractor, articles: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        build([articles], tmp_path / name)
    assert _content(tmp_path / "one") == _content(tmp_path / "two")


def test_what_is_unchanged_is_not_done_again(extractor: Extractor, articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "out")
    before, times = _content(tmp_path / "out"), {p: p.stat().st_mtime_ns for p in (tmp_path / "out").iterdir()}
    extractor.seen.clear()
    report = build([articles], tmp_path / "out")
    assert (report.resolution, report.documents, report.facts) == (None, 2, {"partners_with": 3})
    assert extractor.seen == []
    assert _content(tmp_path / "out") == before
    assert {p: p.stat().st_mtime_ns for p in (tmp_path / "out").iterdir()} == times


def test_a_changed_article_replaces_its_readings(extractor: Extractor, articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "out")
    extractor.seen.clear()
    (articles / "a.txt").write_text("Acme signed with Yunnan.", encoding="utf-8")
    assert build([articles], tmp_path / "out").analysed == 1
    assert extractor.seen == ["a.txt"]
    assert _pairs(tmp_path / "out") == {("Acme", "Yunnan"), ("Globex", "Wuhan")}
    build([articles], tmp_path / "fresh")
    assert _content(tmp_path / "out") == _content(tmp_path / "fresh")


def test_a_removed_article_takes_its_facts_along(extractor: Extractor, articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "out")
    extractor.seen.clear()
    (articles / "a.txt").unlink()
    build([articles], tmp_path / "out")
    assert extractor.seen == []
    assert _pairs(tmp_path / "out") == {("Globex", "Wuhan")}


def test_of_a_longer_records_file_only_the_new_lines_are_read(extractor: Extractor, tmp_path: Path) -> None:
    records = tmp_path / "r.jsonl"
    line = '{{"id": "{}", "text": "{} signed with Wuhan."}}\n'
    records.write_text(line.format("one", "Acme"), encoding="utf-8")
    build([records], tmp_path / "out")
    extractor.seen.clear()
    records.write_text(line.format("one", "Acme") + line.format("two", "Globex"), encoding="utf-8")
    build([records], tmp_path / "out")
    assert extractor.seen == ["two"]


@pytest.mark.parametrize("gone", OUTPUTS)
def test_a_missing_output_is_made_again(extractor: Extractor, articles: Path, tmp_path: Path, gone: str) -> None:
    out = tmp_path / "out"
    build([articles], out)
    path = out / gone
    if path.is_dir():
        path.rename(tmp_path / "aside")
    else:
        path.unlink()
    build([articles], out)
    assert path.exists()


def test_a_decision_is_applied_without_reading_again(extractor: Extractor, articles: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    build([articles], out)
    extractor.seen.clear()
    (out / DECISIONS).write_text("kind,a,b,verdict\nrename,Acme,Acme Corporation,yes\n", encoding="utf-8")
    build([articles], out)
    assert extractor.seen == []
    assert ("Acme Corporation", "Wuhan") in _pairs(out)
    assert "Acme Corporation" in (out / TURTLE).read_text(encoding="utf-8")


def test_decisions_of_another_file_stay_with_the_folder(extractor: Extractor, articles: Path, tmp_path: Path) -> None:
    judged = tmp_path / "judged.csv"
    judged.write_text("kind,a,b,verdict\nrename,Acme,Acme Corporation,yes\n", encoding="utf-8")
    build([articles], tmp_path / "out", BuildOptions(decisions=judged))
    assert ("Acme Corporation", "Wuhan") in _pairs(tmp_path / "out")


def test_another_model_or_limit_reads_everything_again(extractor: Extractor, articles: Path, tmp_path: Path) -> None:
    (articles / "c.txt").write_text("Maybe signed with Wuhan.", encoding="utf-8")
    others = (BuildOptions(model="other"), BuildOptions(min_confidence=0.0), BuildOptions(again=True))
    for options in (BuildOptions(), *others):
        extractor.seen.clear()
        build([articles], tmp_path / "out", options)
        assert len(extractor.seen) == 3, options
        assert (("Maybe", "Wuhan") in _pairs(tmp_path / "out")) == (options.min_confidence == 0)


def test_an_article_that_the_rules_stumble_over_costs_only_itself(
    extractor: Extractor, articles: Path, tmp_path: Path
) -> None:
    (articles / "c.txt").write_text("Bad boom. Acme signed with Yunnan.", encoding="utf-8")
    report = build([articles], tmp_path / "out")
    assert report.documents == 2
    assert [one.reason for one in report.skipped] == [
        "c.txt: could not be analysed (ValueError: boom); please report this."
    ]
    assert "c.txt" not in (tmp_path / "out" / DOCUMENTS).read_text(encoding="utf-8")
    assert build([articles], tmp_path / "out").skipped == report.skipped
    with pytest.raises(ValueError, match="boom"):
        build([articles], tmp_path / "strict", BuildOptions(strict=True))


def test_bad_files_are_reported_and_the_rest_is_built(extractor: Extractor, articles: Path, tmp_path: Path) -> None:
    (articles / "c.txt").write_bytes(b"\0\1")
    report = build([articles, tmp_path / "none.txt"], tmp_path / "out")
    assert sorted(one.name for one in report.skipped) == ["c.txt", "none.txt"]
    assert report.documents == 2


@pytest.mark.parametrize("content", [None, b"", b"\0\1"])
def test_with_nothing_to_read_nothing_is_written(extractor: Extractor, tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "a.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DocumentError, match=r"a\.txt: "):
        build([path], tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_failing_build_leaves_the_old_one(extractor: Extractor, articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "out")
    before = _content(tmp_path / "out")
    with pytest.raises(DocumentError):
        build([tmp_path / "none.txt"], tmp_path / "out")
    assert _content(tmp_path / "out") == before


def test_where_nothing_can_be_written_nothing_is_read(extractor: Extractor, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    for out in (tmp_path / "file", tmp_path / "file" / "out"):
        with pytest.raises(OutputError, match="cannot be written"):
            build([articles], out)
    assert extractor.seen == []


def test_progress_is_told(extractor: Extractor, articles: Path, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build([articles], tmp_path / "out", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.slow
def test_an_unchanged_build_does_not_load_spacy(articles: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from kg.folder import build\n"
        f"report = build([Path({str(articles)!r})], Path({str(tmp_path / 'out')!r}))\n"
        "heavy = ('spacy', 'rdflib', 'networkx', 'trafilatura')\n"
        "print(report.resolution is None, [name for name in heavy if name in sys.modules])"
    )
    run = partial(subprocess.run, [sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run().stdout.startswith("False")
    assert run().stdout == "True []\n"


def test_the_state_says_what_it_was_made_from(extractor: Extractor, articles: Path, tmp_path: Path) -> None:
    build([articles], tmp_path / "out")
    state = json.loads((tmp_path / "out" / STATE).read_text(encoding="utf-8"))
    assert [Path(path).name for path in state["sources"]] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("damage", ["", "{", '{"sources": 3}', "[]"])
def test_a_damaged_state_means_building_anew(extractor: Extractor, articles: Path, tmp_path: Path, damage: str) -> None:
    build([articles], tmp_path / "out")
    extractor.seen.clear()
    (tmp_path / "out" / STATE).write_text(damage, encoding="utf-8")
    report: Report = build_function([articles], tmp_path / "out")
    assert report.analysed == 2
    assert len((tmp_path / "out" / FACTS).read_text(encoding="utf-8").splitlines()) == 3
