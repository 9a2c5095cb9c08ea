"""`kg review`: open questions, most valuable first, on the terminal or in a spreadsheet."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from kg.resolve.decisions import Decision
from kg.resolve.questions import Question


@click.command()
@click.option("-g", "--graph", default="out", show_default=True, metavar="DIR", type=click.Path(path_type=Path),
              help="Folder of `kg build`.")  # fmt: skip
@click.option("--decisions", metavar="FILE", type=click.Path(path_type=Path), help="Default: decisions.csv in DIR.")
@click.option("--by", default="", metavar="NAME", help="Who decides; written into every decision.")
@click.option("--list", "list_", is_flag=True, help="Only list the questions.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the N most valuable.")
@click.option("--to", "sheet", metavar="FILE", type=click.Path(path_type=Path), help="Write a sheet to fill in.")
@click.option("--from", "filled", metavar="FILE", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="Take the answers of a filled sheet.")  # fmt: skip
@click.option("--undo", type=click.IntRange(1), metavar="N", help="Take the last N decisions back.")
@click.pass_context
def command(
    ctx: click.Context,
    graph: Path,
    decisions: Path | None,
    by: str,
    list_: bool,
    limit: int | None,
    sheet: Path | None,
    filled: Path | None,
    undo: int | None,
) -> None:
    """Settle what the program could not: which names are one, which amount is right, which facts hold.

    Each answer is a row of the decisions file at once; the next `kg build` honours it without reading any article
    again. `--undo` takes decisions back and keeps the record. Exit code 1: a decision in the file no longer applies.
    """
    from kg.resolve import decisions as log
    from kg.resolve import sheets

    path = decisions or _decisions_file(graph)
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    if undo:
        taken = log.withdrawn(log.read(path), undo, by=by, date=today)
        if not taken:
            raise click.ClickException(f"There is no decision to take back in {path}.")
        log.append(path, taken)
        click.echo(f"Took back {len(taken)}: " + "; ".join(f"{d.kind} {d.a} {d.b}".strip() for d in taken), err=True)
        return
    if filled:
        answers = [replace(one, by=by or one.by, date=one.date or today) for one in sheets.read(filled)]
        log.append(path, answers)
        click.echo(f"Added {len(answers)} decisions to {path}.", err=True)
        return
    asked, lost = _open(graph, path)
    if sheet:
        sheets.write(sheet, asked[:limit])
        click.echo(f"Wrote {len(asked[:limit])} questions to {sheet}: fill in the column answer.", err=True)
    elif list_ or not asked:
        _list(asked[:limit])
    else:
        _walk(asked[:limit], path, by, today)
    ctx.exit(1 if lost else 0)


def _decisions_file(graph: Path) -> Path:
    from kg.folder.load import decisions_file

    return decisions_file(graph)


def _open(graph: Path, path: Path) -> tuple[tuple[Question, ...], bool]:
    """The open questions; and whether decisions were lost, which is told on standard error."""
    from kg.folder.load import outcome
    from kg.resolve.decisions import in_force, read
    from kg.resolve.questions import questions

    found = outcome(graph, path)
    for lost in found.unapplied:
        click.echo(f"kg: {lost}", err=True)
    return questions(found, in_force(read(path))), bool(found.unapplied)


def _list(asked: Sequence[Question]) -> None:
    if not asked:
        click.echo("No open questions.", err=True)
    for question in asked:
        click.echo(f"{question.value:8.2f}  {_plain(question.text)}  ({_plain(question.reason)})")


def _walk(asked: Sequence[Question], path: Path, by: str, today: str) -> None:
    """Ask one after the other; every answer is written before the next question."""
    from kg.resolve import decisions as log

    made = 0
    for number, question in enumerate(asked, start=1):
        _show(question, number, len(asked))
        keys = [answer.key for answer in question.answers]
        try:
            key = click.prompt("Your answer", type=click.Choice([*keys, "s", "q"]), default="s", err=True)
        except click.Abort:
            break
        if key == "q":
            break
        chosen = next((answer for answer in question.answers if answer.key == key), None)
        if chosen:
            log.append(path, [_signed(decision, by, today) for decision in chosen.decisions])
            made += 1
    click.echo(f"{made} answered; `kg build` applies them, `kg review --undo 1` takes the last back.", err=True)


def _signed(decision: Decision, by: str, today: str) -> Decision:
    return replace(decision, by=by, date=today)


def _show(question: Question, number: int, total: int) -> None:
    click.echo(f"\n[{number}/{total}] {_plain(question.text)}\n  why: {_plain(question.reason)}")
    for side in question.sides:
        click.echo(f"\n  {_plain(side.name)}: {_plain(side.detail)}")
        for document, text in side.quotes:
            click.echo(f'    "{_plain(text)}" ({_plain(document)})')
    click.echo("")
    for answer in question.answers:
        click.echo(f"  {answer.key}  {_plain(answer.text)}")
    click.echo("  s  skip\n  q  stop here")
    sys.stdout.flush()


def _plain(text: str) -> str:
    from kg.view.words import visible

    return visible(text)
