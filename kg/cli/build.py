"""`kg build`: articles in, knowledge graph out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from kg.extract.pipeline import MIN_CONFIDENCE
from kg.folder.build import BuildOptions, Progress, Report, build
from kg.folder.names import FACTS, PAGE, TURTLE
from kg.resolve.iris import BASE

_SHOWN_SKIPPED = 20


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("-o", "--out", default="out", show_default=True, type=click.Path(path_type=Path), help="Output folder.")
@click.option("--decisions", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Decisions to apply; by default decisions.csv of the output folder.")  # fmt: skip
@click.option("--names", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Names of your own organizations (.ttl or .csv); they win over the known ones.")  # fmt: skip
@click.option("--model", metavar="NAME", help="spaCy pipeline for English: any with a parser and NER.")
@click.option("--rules", multiple=True, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Frames of your own (.yaml) beside the known ones; may be given again.")  # fmt: skip
@click.option("--min-confidence", default=MIN_CONFIDENCE, show_default=True, type=click.FloatRange(0, 1),
              help="Leave out facts below.")  # fmt: skip
@click.option("--base", default=BASE, show_default=True, metavar="IRI", help="Where IRIs of documents begin.")
@click.option("--rows", default=100, show_default=True, type=click.IntRange(0), help="Rows of the table; 0 for all.")
@click.option("--again", is_flag=True, help="Read every article again, also those that have not changed.")
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    out: Path,
    decisions: Path | None,
    names: Path | None,
    model: str | None,
    rules: tuple[Path, ...],
    min_confidence: float,
    base: str,
    rows: int,
    again: bool,
) -> None:
    """Make a knowledge graph of the articles in PATHS (files and folders: .txt, .md, .html, .jsonl).

    Writes graph.ttl, graph.html, facts.jsonl, documents.jsonl and the store into the output folder. Run again, it reads
    only what has changed. Exit code 0: all well; 1: some articles were not read; 2: nothing could be done.
    """
    if Path("-") in paths:
        raise click.UsageError("kg build reads files and folders, not standard input; kg extract - does.")
    options = BuildOptions(model, min_confidence, decisions, base, again, names=names, rules=rules)
    with _bar() as progress:
        report = build(paths, out, options, progress)
    _show(report, out, rows or None)
    ctx.exit(1 if report.skipped else 0)


def _show(report: Report, out: Path, rows: int | None) -> None:
    if report.resolution:
        from kg.folder.table import table

        for line in table(report.resolution, rows):
            click.echo(line)
        click.echo("", err=True)
    for skipped in report.skipped[:_SHOWN_SKIPPED]:
        click.echo(f"kg: skipped {skipped.reason}", err=True)
    if len(report.skipped) > _SHOWN_SKIPPED:
        click.echo(f"kg: … and {len(report.skipped) - _SHOWN_SKIPPED:,} more were skipped.", err=True)
    for lost in report.unapplied:
        click.echo(f"kg: {lost}", err=True)
    click.echo(_summary(report, out), err=True)


def _summary(report: Report, out: Path) -> str:
    facts = ", ".join(f"{count} {relation}" for relation, count in sorted(report.facts.items()))
    total = sum(report.facts.values())
    counts = f"{_count(report.documents, 'document')}, {_count(total, 'reading')}{f' ({facts})' if facts else ''}"
    if not report.resolution:
        return f"Nothing has changed: {counts} in {out}."
    parties = f"{_count(len(report.resolution.entities), 'entity')}, {_count(len(report.resolution.deals), 'fact')}"
    skipped = f"; {len(report.skipped)} skipped" if report.skipped else ""
    return f"{counts}; {parties}{skipped}.\nWritten to {out}: {PAGE} (the picture), {TURTLE}, {FACTS}."


def _count(number: int, noun: str) -> str:
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number:,} {noun if number == 1 else plural}"


@contextmanager
def _bar() -> Iterator[Progress | None]:
    """A progress bar on standard error: only on a terminal, and only when it takes longer than a second."""
    if not sys.stderr.isatty():
        yield None
        return
    from kg.cli.progress import Bar

    bar = Bar()
    try:
        yield bar.update
    finally:
        bar.close()
