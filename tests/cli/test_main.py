"""The command line as a whole: laziness, exit codes, pipes, signals."""

from __future__ import annotations

import importlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kg import cli
from kg.errors import KgError

_KG = [sys.executable, "-m", "kg"]


def _run(*arguments: object, **options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_KG, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        input=options.get("input"),
    )


def test_every_command_is_there_and_says_what_it_does() -> None:
    for name, (module, words) in cli.COMMANDS.items():
        command = importlib.import_module(module).command
        assert isinstance(command, click.Command), name
        assert command.get_short_help_str(), name
        assert words.endswith("."), name


def test_help_imports_nothing_big() -> None:
    code = (
        "import sys; from kg.cli import group\n"
        "try: group.main(['--help'], prog_name='kg')\n"
        "except SystemExit: pass\n"
        "big = ('spacy', 'rdflib', 'networkx', 'pyvis', 'numpy', 'pyoxigraph', 'yaml', 'rich', 'kg.model')\n"
        "print([name for name in big if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("[]\n")
    assert all(name in done.stdout for name in cli.COMMANDS)


def test_an_error_of_the_user_is_one_sentence_and_exit_code_2(tmp_path: Path) -> None:
    done = _run("build", tmp_path / "none.txt", "-o", tmp_path / "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"kg: {tmp_path / 'none.txt'}: there is no such file.\n"
    assert _run("nonsense").returncode == 2
    assert _run("build").returncode == 2


def test_a_closed_pipe_ends_it_quietly() -> None:
    done = subprocess.run(
        f"{sys.executable} -m kg query --examples | head -1; echo ${{PIPESTATUS[0]}}",
        shell=True, executable="/bin/bash", capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] in {"0", "141"}


def test_writing_into_a_closed_pipe_gives_141_and_no_words() -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([*_KG, "query", "--examples"], stdout=write, stderr=subprocess.PIPE, text=True, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, "")


@pytest.fixture
def heard_interrupts() -> Iterator[None]:
    """Programs started here hear Ctrl-C, also where the tests run in the background of a shell, which mutes it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.slow
@pytest.mark.usefixtures("heard_interrupts")
def test_ctrl_c_ends_it_with_130_and_nothing_half_written(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(200):
        text = f"Tencent signed agreement {number} with Wuhan. It will invest 3 billion yuan in Hebei.\n" * 20
        (articles / f"{number}.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    process = subprocess.Popen([*_KG, "build", str(articles), "-o", str(out)], stderr=subprocess.PIPE, text=True)
    time.sleep(3)
    process.send_signal(signal.SIGINT)
    _, words = process.communicate(timeout=60)
    assert (process.returncode, words.strip()) == (130, "kg: stopped.")
    assert not out.exists()


def test_errors_and_exits_become_exit_codes(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(error: BaseException) -> int:
        @click.command()
        def command() -> None:
            raise error

        monkeypatch.setattr(cli, "group", command)
        monkeypatch.setattr(sys, "argv", ["kg"])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        assert isinstance(ended.value.code, int)
        return ended.value.code

    assert fail(KgError("No.")) == 2
    assert fail(click.UsageError("No.")) == 2
    assert fail(KeyboardInterrupt()) == 130
    assert fail(click.exceptions.Exit(1)) == 1
    assert fail(click.exceptions.Exit(0)) == 0
    assert "kg: No.\n" in capsys.readouterr().err


def test_the_version_is_shown() -> None:
    assert _run("--version").stdout.startswith("kg, version ")
