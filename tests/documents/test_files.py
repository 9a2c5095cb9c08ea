from __future__ import annotations

from pathlib import Path

from kg.documents.files import MARKER, SkippedDocument, Source, find_sources


def _names(*paths: Path) -> list[str]:
    return [source.name for source in find_sources(paths) if isinstance(source, Source)]


def _write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"The text of {name}.", encoding="utf-8")


def test_folders_are_searched_in_order_for_known_endings(tmp_path: Path) -> None:
    _write(tmp_path, "b.txt", "a.md", "sub/c.HTML", "sub/d.jsonl", "e.pdf", "f.csv", "武汉.txt")
    assert _names(tmp_path) == ["a.md", "b.txt", "武汉.txt", "c.HTML", "d.jsonl"]


def test_hidden_files_readme_and_built_folders_are_no_articles(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "README.md", f"out/{MARKER}", "out/facts.jsonl", "out/deep/x.txt")
    assert _names(tmp_path) == ["a.txt"]


def test_a_name_that_comes_again_gets_its_folder(tmp_path: Path) -> None:
    _write(tmp_path, "one/a.txt", "two/a.txt", "two/b.txt")
    assert _names(tmp_path) == ["a.txt", "two/a.txt", "b.txt"]
    assert _names(tmp_path / "one" / "a.txt", tmp_path / "two" / "a.txt") == ["a.txt", "a.txt~2"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert _names(tmp_path / "a.txt", tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_links_to_folders_are_not_followed_so_that_loops_end(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert _names(tmp_path) == ["a.txt"]


def test_a_folder_with_nothing_to_read_is_reported(tmp_path: Path) -> None:
    found = list(find_sources([tmp_path]))
    assert [type(one) for one in found] == [SkippedDocument]
    assert isinstance(found[0], SkippedDocument)
    assert "holds no .txt" in found[0].reason


def test_a_name_that_is_no_utf8_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "caf\udce9.txt").write_text("Text.", encoding="utf-8")
    assert _names(tmp_path) == ["caf?.txt"]


def test_metadata_comes_from_the_table_beside_the_files(tmp_path: Path) -> None:
    _write(tmp_path, "a.txt", "b.txt")
    (tmp_path / "sources.csv").write_text("file,title,outlet,date,url\na.txt,T,O,2020-04,https://x.example\n")
    sources = [source for source in find_sources([tmp_path]) if isinstance(source, Source)]
    assert (sources[0].metadata.publisher, sources[0].metadata.published) == ("O", "2020-04")
    assert sources[1].metadata.title is None
