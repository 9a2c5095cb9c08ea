"""query, export, validate, stats and remove on a built folder."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import group
from kg.errors import KgError
from kg.folder.build import write
from kg.model import Resolution
from kg.resolve import resolve
from kg.resources import queries
from kg.store.examples import examples


@pytest.fixture
def folder(tmp_path: Path, resolution: Resolution) -> Path:
    facts = [reading for deal in resolution.deals for reading in deal.readings]
    write(resolve(resolution.documents, facts), facts, tmp_path / "out")
    return tmp_path / "out"


def kg(*arguments: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(group, [str(argument) for argument in arguments], input=text)


def error(result: Result) -> str:
    assert isinstance(result.exception, KgError)
    return str(result.exception)


SELECT = "SELECT ?name WHERE { ?c a kg:Company ; rdfs:label ?name } ORDER BY ?name"


@pytest.mark.parametrize(
    ("format_", "expected"),
    [
        ("table", "name\n──────\nAcme\nGlobex\n(2 rows)\n"),
        ("csv", "name\r\nAcme\r\nGlobex\r\n"),
        ("tsv", '?name\n"Acme"\n"Globex"\n'),
    ],
)
def test_query_formats(folder: Path, format_: str, expected: str) -> None:
    result = kg("query", SELECT, "-g", folder, "-f", format_)
    assert result.exit_code == 0
    assert result.stdout_bytes.decode() == expected


def test_query_json_is_the_w3c_format(folder: Path) -> None:
    found = json.loads(kg("query", SELECT, "-g", folder, "-f", "json").stdout)
    assert found["head"] == {"vars": ["name"]}
    assert found["results"]["bindings"][0] == {"name": {"type": "literal", "value": "Acme"}}


def test_query_from_a_file_from_standard_input_and_by_name(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text(SELECT)
    said = {kg("query", "-g", folder, tmp_path / "q.rq").stdout, kg("query", "-g", folder, "-", text=SELECT).stdout}
    assert said == {kg("query", "-g", folder, SELECT).stdout}
    assert "Acme" in kg("query", "-g", folder, "partners-of").stdout


def test_construct_gives_turtle(folder: Path) -> None:
    text = kg("query", "-g", folder, "plain-edges").stdout
    assert "company:acme kg:invests place:northland" in text
    assert kg("query", "-g", folder, "plain-edges", "-f", "csv").exit_code != 0


@pytest.mark.parametrize(
    ("value", "rows"),
    [
        ("Acme", 1),
        ('"Acme"', 1),
        ("Nobody", 0),
        ('x" } UNION { ?c rdfs:label ?name } #', 0),
    ],
)
def test_bind(folder: Path, value: str, rows: int) -> None:
    result = kg("query", "-g", folder, SELECT, "--bind", f"name={value}")
    assert f"({rows} row" in result.stdout


def test_bind_takes_prefixed_names(folder: Path) -> None:
    query = "SELECT ?name WHERE { ?c kg:invests ?p ; rdfs:label ?name }"
    assert "Acme" in kg("query", "-g", folder, query, "-b", "c=company:acme").stdout
    assert "(0 rows)" in kg("query", "-g", folder, query, "-b", "c=company:globex").stdout


def test_a_wrong_query_points_at_its_line(folder: Path) -> None:
    message = error(kg("query", "-g", folder, "SELECT ?x WHERE {\n  ?x a nope:Thing\n}"))
    assert "line 2, column 8: the prefix nope: is not declared" in message
    assert message.splitlines()[1:] == ["    ?x a nope:Thing", "         ^"]


@pytest.mark.parametrize("query", ["hello", "missing.rq"])
def test_what_is_no_query_is_said(folder: Path, query: str) -> None:
    assert query in error(kg("query", "-g", folder, query))


def test_a_missing_graph_is_said(tmp_path: Path) -> None:
    assert "kg build" in error(kg("query", "-g", tmp_path / "nowhere", SELECT))


def test_the_limit_cuts_and_says_so(folder: Path) -> None:
    result = kg("query", "-g", folder, SELECT, "--limit", "1")
    assert "Globex" not in result.stdout
    assert "only the first 1 are shown" in result.stderr


@pytest.mark.slow
def test_a_query_that_takes_too_long_ends_the_process(folder: Path) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i) }"
    command = [sys.executable, "-m", "kg", "query", "-g", str(folder), "--timeout", "0.2", slow]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "kg: The query took longer than 0.2 s: narrow it, or allow more with --timeout.\n"


def test_hostile_text_does_not_reach_the_terminal(folder: Path) -> None:
    shown = kg("query", "-g", folder, 'SELECT ("\\u001b[31mred\\u0007" AS ?x) WHERE { }').stdout
    assert "\x1b" not in shown
    assert "\x07" not in shown


def test_examples_are_shown_with_their_questions() -> None:
    shown = kg("query", "--examples").stdout
    assert len(examples()) >= 10
    assert all(example.question.endswith((".", "?", ")")) and example.question in shown for example in examples())
    assert "PREFIX kg: <https://kg.example.org/ontology#>" in kg("query", "--prefixes").stdout


# Each example on the invented articles: how many rows, and a line that must be among them.
_ANSWERS = {
    "by-date": (1, "2020-03-01  2020-03-31  Acme invests in Northland"),
    "digital-technology": (2, "Acme partners with Northland  cloud computing"),
    "evidence-of-partnerships": (3, "Acme signed a pact with Northland."),
    "facilities": (0, "builder  facility  place  status"),
    "investments-by-company": (1, "Acme     Northland  CNY       15000000000  1"),
    "partners-of": (2, "Northland  Acme"),
    "partners-of-hebei": (0, "partner  status  about"),
    "still-planned": (2, "Globex supplies Northland  proposed"),
    "subject-matters": (3, "cloud computing  云计算    1"),
    "sums-by-currency": (1, "Investment  CNY       1     15000000000  15000000000"),
    "what-an-article-says": (5, "south.txt  Globex   Supply       Northland"),
    "who-leads": (0, "person  role  organization"),
}


@pytest.mark.parametrize("name", _ANSWERS)
def test_examples_answer(folder: Path, name: str) -> None:
    rows, line = _ANSWERS[name]
    shown = kg("query", "-g", folder, name).stdout
    assert line in shown
    assert f"({rows} row" in shown


def test_every_example_is_tested() -> None:
    assert {path.stem for path in queries().glob("*.rq")} == {*_ANSWERS, "plain-edges"}


def test_export_to_a_file_and_to_standard_output(folder: Path, tmp_path: Path) -> None:
    assert kg("export", "-g", folder, tmp_path / "x.ttl").exit_code == 0
    assert (tmp_path / "x.ttl").read_bytes() == (folder / "graph.ttl").read_bytes()
    assert kg("export", "-g", folder, "-").stdout_bytes == (folder / "graph.ttl").read_bytes()
    assert "Acme" in kg("export", "-g", folder, "-", "-f", "csv").stdout


def test_validate_ours_and_others(folder: Path, tmp_path: Path) -> None:
    assert kg("validate", "-g", folder).exit_code == 0
    bad = tmp_path / "bad.ttl"
    bad.write_text("<x:f> a <https://kg.example.org/ontology#Sanction> .")
    result = kg("validate", bad)
    assert result.exit_code == 1
    assert "<x:f>" in result.stdout
    assert "Fact-evidence: No fact without evidence: give it a kg:statedBy" in result.stdout
    records = [json.loads(line) for line in kg("validate", bad, "--json").stdout.splitlines()]
    assert {(record["node"], record["severity"]) for record in records} == {("x:f", "Violation")}
    assert "is not valid Turtle" in error(kg("validate", _file(tmp_path / "broken.ttl", "<x:f> a")))


def _file(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


def test_stats(folder: Path) -> None:
    assert "3 documents, 3 entities, 3 facts" in kg("stats", "-g", folder).stdout
    assert json.loads(kg("stats", "-g", folder, "--json").stdout)["relations"]["Partnership"] == 1
    assert kg("stats", "-g", folder, "--documents").stdout.splitlines() == ["north.txt", "south.txt", "云.txt"]


def test_stats_of_a_file_are_those_of_the_folder(folder: Path) -> None:
    of_folder = json.loads(kg("stats", "-g", folder, "--json").stdout)
    of_file = json.loads(kg("stats", "-g", folder / "graph.ttl", "--json").stdout)
    assert of_file | {"statements": 0} == of_folder | {"statements": 0}


def test_remove(folder: Path) -> None:
    result = kg("remove", "-g", folder, "south.txt")
    assert result.stdout == "Removed south.txt: 2 readings, 1 deals and 1 entities went along.\n"
    assert "Globex" not in kg("query", "-g", folder, SELECT).stdout
